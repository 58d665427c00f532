//! Runs `dupfind` on real trees and compares its answer with an independent script's.

#![cfg(unix)]

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn dupfind(arguments: &[&OsStr]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dupfind"))
        .args(arguments)
        .env_remove("FORCE_COLOR")
        .output()
        .expect("dupfind starts")
}

fn plain(directory: &Path) -> Output {
    dupfind(&[OsStr::new("--plain"), directory.as_os_str()])
}

/// Runs `dupfind` as a user who may not read `locked`: as nobody, if this user may read anything.
fn without_privileges(arguments: &[&OsStr], locked: &Path) -> Option<Output> {
    const NOBODY: u32 = 65_534;
    let mut command = Command::new(env!("CARGO_BIN_EXE_dupfind"));
    command.args(arguments).current_dir("/");
    if fs::read(locked).is_ok() {
        command.uid(NOBODY).gid(NOBODY);
    }
    let output = command.output();
    if output.is_err() {
        say("SKIPPED: unreadable files (run the tests where another user may run them)");
    }
    output.ok()
}

/// The independent answer, or `None` without Python.
fn expected(directory: &Path) -> Option<Vec<u8>> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("duplicates.py");
    let Ok(output) = Command::new("python3").arg(script).arg(directory).output() else {
        say("SKIPPED: independent duplicate finder (apt-get install python3)");
        return None;
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(output.stdout)
}

/// Prints past the test harness, which keeps the output of tests that pass to itself.
fn say(line: &str) {
    writeln!(std::io::stderr(), "{line}").expect("standard error is open");
}

/// A directory that goes away with the value.
struct Tree(PathBuf);

impl Tree {
    fn new(name: &str) -> Tree {
        let path = std::env::temp_dir().join(format!("dupfind-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a temporary directory");
        Tree(path)
    }

    fn file(&self, name: impl AsRef<OsStr>, contents: &[u8]) -> PathBuf {
        let path = self.0.join(Path::new(&name));
        fs::create_dir_all(path.parent().expect("a parent")).expect("directories");
        fs::write(&path, contents).expect("a file");
        path
    }
}

impl Drop for Tree {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn agrees_with_the_script_on_this_repository() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/");
    let output = plain(sources);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    if let Some(expected) = expected(sources) {
        assert_eq!(String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&expected));
    }
}

#[test]
fn agrees_with_the_script_on_a_tree_of_edge_cases() {
    let tree = Tree::new("edges");
    // Around the block and buffer sizes, in pairs that differ in the last byte or not at all.
    for size in [1, 2, 15, 16, 17, 47, 48, 49, 4095, 4096, 65_535, 65_536, 65_537, 1_048_577] {
        let mut contents = vec![b'x'; size];
        tree.file(format!("a/{size}"), &contents);
        tree.file(format!("b/c/{size}"), &contents);
        contents[size - 1] ^= 1;
        tree.file(format!("d/{size}"), &contents);
    }
    tree.file("empty", b"");
    tree.file("empty too", b"");
    tree.file(OsStr::from_bytes(b"bytes/\xff\xfe not UTF-8"), b"same");
    tree.file(r"a\b\..\name with backslashes", b"same");
    tree.file(OsStr::from_bytes(b"bytes/\xf0\x9f spaces \t and tabs"), b"same");
    tree.file(format!("long/{}", "n".repeat(255)), b"same");
    let one = tree.file("links/one", b"only once");
    fs::hard_link(&one, tree.0.join("links/another name of one")).expect("a hard link");
    symlink(&one, tree.0.join("links/symbolic")).expect("a symbolic link");
    symlink(&tree.0, tree.0.join("links/loop")).expect("a symbolic link");
    let mut deep = PathBuf::from("deep");
    for _ in 0..60 {
        deep.push("d".repeat(20));
    }
    tree.file(deep.join("file"), b"same");

    let output = plain(&tree.0);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
    let text = output.stdout;
    assert!(!text.is_empty());
    assert_eq!(text.split(|&b| b == b'\n').filter(|l| l.ends_with(b"/empty")).count(), 0);
    assert!(
        !String::from_utf8_lossy(&text).contains("links/"),
        "one file is no duplicate of itself"
    );
    if let Some(expected) = expected(&tree.0) {
        assert_eq!(String::from_utf8_lossy(&text), String::from_utf8_lossy(&expected));
    }
    for threads in ["1", "2", "7"] {
        let arguments = ["--plain", "--threads", threads].map(OsStr::new);
        let mut arguments = arguments.to_vec();
        arguments.push(tree.0.as_os_str());
        assert_eq!(dupfind(&arguments).stdout, text, "with {threads} threads");
    }
}

#[test]
fn the_table_names_every_group_and_the_total() {
    let tree = Tree::new("table");
    tree.file("a", &[7; 3000]);
    tree.file("b", &[7; 3000]);
    tree.file("c", &[7; 3000]);
    tree.file("alone", b"alone");
    let output = dupfind(&[tree.0.as_os_str()]);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(output.status.success());
    assert!(!text.contains('\x1b'), "no colour into a pipe: {text}");
    for name in ["a", "b", "c"] {
        assert!(text.lines().any(|line| line.ends_with(&format!("/{name}"))), "{text}");
    }
    assert!(!text.contains("alone"), "{text}");
    assert!(text.contains("6.0 KB") || text.contains("6.00 KB") || text.contains("6 KB"), "{text}");
}

#[test]
fn a_missing_directory_is_an_error_with_its_name() {
    let output = dupfind(&[OsStr::new("/no/such/directory")]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(text.contains("ENOENT") && text.contains("/no/such/directory"), "{text}");
    assert!(output.stdout.is_empty());

    let tree = Tree::new("file-as-root");
    let file = tree.file("file", b"x");
    let output = dupfind(&[file.as_os_str()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("ENOTDIR"));
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_is_found() {
    let tree = Tree::new("unreadable");
    tree.file("a", b"same");
    tree.file("b", b"same");
    let file = tree.file("locked file", b"same");
    let inside = tree.file("locked/inside", b"same");
    let locked = inside.parent().expect("a parent").to_path_buf();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o0)).expect("chmod");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o0)).expect("chmod");
    let output = without_privileges(&[OsStr::new("--plain"), tree.0.as_os_str()], &file);
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o755)).expect("chmod");
    let Some(output) = output else { return };
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(text.contains("EACCES") && text.contains("locked file"), "{text}");
    assert!(text.lines().any(|line| line.contains("/locked")), "{text}");
    let found = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(found.contains("/a\n") && found.contains("/b\n"), "{found}");
}

#[test]
fn usage_errors_are_told_apart() {
    let help = dupfind(&[OsStr::new("--help")]);
    assert!(help.status.success());
    let text = String::from_utf8_lossy(&help.stdout).into_owned();
    for word in ["Usage", "--plain", "--threads", "--min-size"] {
        assert!(text.contains(word), "{text}");
    }
    let nothing: [&[&str]; 4] = [&[], &["--nonsense"], &["--threads", "none", "."], &["a", "b"]];
    for arguments in nothing {
        let arguments: Vec<&OsStr> = arguments.iter().map(OsStr::new).collect();
        let output = dupfind(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty());
    }
}

#[test]
fn a_closed_pipe_ends_the_program_quietly() {
    let tree = Tree::new("pipe");
    for i in 0..2000 {
        tree.file(format!("some directory/with a long name/{i}"), b"same");
    }
    let mut child = Command::new(env!("CARGO_BIN_EXE_dupfind"))
        .args([OsStr::new("--plain"), tree.0.as_os_str()])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("dupfind starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("dupfind ends");
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!text.contains("panicked"), "{text}");
}
