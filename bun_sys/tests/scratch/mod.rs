//! A directory for one test, and the same test again in a process of its own.

use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use bun_str::ZBox;
use bun_sys::Dir;

/// Names the part of a test that runs in a child.
const ROLE: &str = "BUN_SYS_TEST_ROLE";

/// A directory of this test alone, removed at its end.
#[derive(Debug)]
pub(crate) struct Scratch(pub(crate) PathBuf);

impl Scratch {
    pub(crate) fn new(test: &str) -> Self {
        Self::below(&std::env::temp_dir(), test)
    }

    /// Like `new`, without a disk if there is a place: for thousands of entries.
    pub(crate) fn in_memory(test: &str) -> Self {
        let memory = Path::new("/dev/shm");
        if memory.is_dir() { Self::below(memory, test) } else { Self::new(test) }
    }

    fn below(parent: &Path, test: &str) -> Self {
        let path = parent.join(format!("bun_sys-{}-{test}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a temporary directory");
        Self(path)
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.as_os_str().as_bytes()
    }

    /// The path of `name` in here.
    pub(crate) fn join(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub(crate) fn dir(&self) -> Dir {
        Dir::open(self.bytes()).expect("the directory was just made")
    }

    pub(crate) fn write(&self, name: &str, content: &[u8]) -> ZBox {
        let path = self.0.join(name);
        fs::write(&path, content).expect("a writable directory");
        z(&path)
    }

    /// How many descriptors of this process lead to something in here.
    pub(crate) fn open_descriptors(&self) -> usize {
        fs::read_dir("/proc/self/fd")
            .expect("proc is mounted")
            .filter_map(|entry| fs::read_link(entry.ok()?.path()).ok())
            .filter(|target| target.starts_with(&self.0))
            .count()
    }

    /// All names in here, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).expect("a readable directory");
        let name = |entry: Result<fs::DirEntry, _>| entry.expect("an entry").file_name();
        let mut names: Vec<_> =
            entries.map(|entry| name(entry).into_string().expect("ASCII")).collect();
        names.sort();
        names
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

pub(crate) fn z(path: &Path) -> ZBox {
    ZBox::from_bytes(path.as_os_str().as_bytes())
}

/// What this process is to do of a test; nothing in the process that runs all tests.
pub(crate) fn role() -> Option<String> {
    std::env::var(ROLE).ok()
}

/// Runs `test` again, in a child with `role` that `start` starts.
///
/// `start` gets a command that runs the test, and may wrap it in another.
pub(crate) fn run_child(test: &str, role: &str, start: impl FnOnce(Command) -> Command) -> Output {
    let exe = std::env::current_exe().expect("tests are programs");
    let mut command = Command::new(exe);
    command.args(["--exact", test, "--nocapture", "--test-threads=1"]).env(ROLE, role);
    start(command).output().expect("a program that can be run")
}

/// Panics unless the child ran the test and it passed.
pub(crate) fn assert_passed(output: &Output) {
    let text = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    let passed = output.status.success() && text.contains("1 passed");
    assert!(passed, "{}\n{text}\n{errors}", output.status);
}
