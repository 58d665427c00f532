//! Full and read-only file systems, no descriptors, no permission: every call says so, leaves
//! nothing half-done under the name it was given, and no descriptor open.
//!
//! Each runs in a child, which is limited in a way that the other tests must not be.
#![cfg(all(target_os = "linux", not(miri)))]
#![expect(unsafe_code, reason = "limits the number of descriptors of a child")]

mod child;
mod scratch;

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Command, Output};

use bun_paths::PathBuffer;
use bun_str::{PathString, zstr};
use bun_sys::{
    AtomicFile, AtomicFileOptions, CopyFileOptions, CreateFlags, Dir, Error, File, O,
    OpenDirOptions, PathOrFileDescriptor, RenameOptions, SystemErrno, Tmpfile, WriteFileArgs,
    WriteFileData, copy_file, copy_file_z_slow_with_handle, move_file_z, renameat_concurrently,
    self_exe_path, walker_skippable, which, write_file_atomic, write_file_with_path_buffer,
};
use child::{assert_passed, is_child, run_child};
use scratch::Scratch;

/// Tells the child which directory is the test's.
const TEST_DIR: &str = "BUN_SYS_TEST_DIR";

/// The name of an error, whichever type it has.
trait Name {
    fn name_of(&self) -> String;
}

impl Name for Error {
    fn name_of(&self) -> String {
        String::from_utf8_lossy(self.name()).into_owned()
    }
}

impl Name for bun_core::Error {
    fn name_of(&self) -> String {
        self.name().to_owned()
    }
}

fn name<T, E: Name>(outcome: Result<T, E>) -> String {
    outcome.map_or_else(|error| error.name_of(), |_| "no error".to_owned())
}

/// How many descriptors this process has open, which runs one test only.
fn open_descriptors() -> usize {
    fs::read_dir("/proc/self/fd").expect("proc is mounted").count()
}

/// Every call that creates or changes something below `dir`, and its error; `from` is a file of
/// more than a megabyte below `dir`, `other` a directory of another file system with a file `big`.
fn outcomes(dir: &Dir, other: &Dir) -> Vec<(&'static str, String)> {
    let data = vec![b'x'; 1 << 20];
    let options = AtomicFileOptions::default();
    let big = other.open_file(b"big", O::RDONLY | O::CLOEXEC, 0).expect("readable");
    let args = WriteFileArgs {
        file: PathOrFileDescriptor::Path(PathString::init(b"args")),
        data: WriteFileData::Buffer { buffer: &data },
        dirfd: dir.fd,
        ..WriteFileArgs::default()
    };
    let copy = || {
        let to = dir.create_file_z(zstr!("to"), CreateFlags::default())?;
        Ok::<_, bun_core::Error>(copy_file(big.handle, to.handle)?)
    };
    let temporary = || {
        let temporary = Tmpfile::create(dir.fd, zstr!("tmp"))?;
        File::from_fd(temporary.fd).write_all(&data)
    };
    let concurrently = RenameOptions { move_fallback: true };
    vec![
        ("write_file", name(File::write_file(dir, zstr!("written"), &data))),
        ("atomic", name(write_file_atomic(dir, zstr!("atomic"), &data, options))),
        ("replace", name(write_file_atomic(dir, zstr!("kept"), &data, options))),
        ("args", name(write_file_with_path_buffer(&mut PathBuffer::uninit(), &args))),
        ("copy", name(copy())),
        ("copy_slow", name(copy_file_z_slow_with_handle(big.handle, dir.fd, zstr!("slow")))),
        ("move", name(move_file_z(other.fd, zstr!("big"), dir.fd, zstr!("moved")))),
        (
            "concurrently",
            name(renameat_concurrently(
                other.fd,
                zstr!("big"),
                dir.fd,
                zstr!("renamed"),
                concurrently,
            )),
        ),
        ("dir_copy", name(other.copy_file(b"big", dir, b"copied", CopyFileOptions::default()))),
        ("tmpfile", name(temporary())),
    ]
}

/// Runs `test` in a child that has a small file system of its own at `at`; returns nothing when
/// that is not allowed.
#[expect(clippy::print_stdout, reason = "says that nothing was tested")]
fn with_mount(test: &str, at: &Scratch, options: &str) -> Option<Output> {
    let mount = format!("mount -t tmpfs -o {options} none {}", at.0.display());
    let probe = Command::new("unshare").args(["--mount", "sh", "-c", &mount]).output();
    match probe {
        Ok(output) if output.status.success() => {}
        reason => {
            println!("SKIPPED: no mount: {reason:?}");
            return None;
        }
    }
    Some(run_child(test, |command| {
        let mut outer = Command::new("unshare");
        outer.args(["--mount", "sh", "-c"]).arg(format!("{mount} && exec \"$0\" \"$@\""));
        outer.arg(command.get_program()).args(command.get_args());
        for (key, value) in command.get_envs() {
            outer.env(key, value.expect("set"));
        }
        outer.env(TEST_DIR, &at.0);
        outer
    }))
}

fn mounted() -> Dir {
    let path = std::env::var_os(TEST_DIR).expect("the parent sets it");
    Dir::open(path.as_encoded_bytes()).expect("mounted")
}

#[test]
fn a_full_file_system() {
    if !is_child() {
        let at = Scratch::new("full");
        if let Some(output) = with_mount("a_full_file_system", &at, "size=256k") {
            assert_passed(&output);
        }
        return;
    }
    let dir = mounted();
    let other = Scratch::new("full-other");
    other.write("big", &vec![b'y'; 1 << 20]);
    File::write_file(&dir, zstr!("kept"), b"kept").expect("room");
    let other_dir = other.dir();
    let before = open_descriptors();
    for (call, error) in outcomes(&dir, &other_dir) {
        assert_eq!(error, "ENOSPC", "{call}");
        let names = names(&dir);
        // Only calls that are documented to may leave a part.
        let parts = ["args", "kept", "tmp", "to", "written"];
        assert!(names.iter().all(|name| parts.contains(&&**name)), "{call}: {names:?}");
        for part in parts.iter().filter(|part| **part != "kept") {
            dir.delete_tree(part.as_bytes()).expect("ours");
        }
    }
    assert_eq!(open_descriptors(), before);
    assert_eq!(File::read_from(&dir, b"kept").expect("there"), b"kept");
    assert_eq!(fs::metadata(other.join("big")).expect("not moved").len(), 1 << 20);
    assert_eq!(other.names(), ["big"]);
}

/// The names in `dir`, sorted.
fn names(dir: &Dir) -> Vec<String> {
    let top = dir.open_at(b".").expect("readable");
    let mut entries = top.iterate();
    let mut names = Vec::new();
    while let Some(entry) = entries.next().expect("readable") {
        names.push(String::from_utf8_lossy(entry.name.slice()).into_owned());
    }
    names.sort();
    names
}

#[test]
fn a_read_only_file_system() {
    if !is_child() {
        let at = Scratch::new("read-only");
        let test = "a_read_only_file_system";
        if let Some(output) = with_mount(test, &at, "size=1m,ro") {
            assert_passed(&output);
        }
        return;
    }
    let dir = mounted();
    let other = Scratch::new("read-only-other");
    other.write("big", b"content");
    let other_dir = other.dir();
    let before = open_descriptors();
    for (call, error) in outcomes(&dir, &other_dir) {
        assert_eq!(error, "EROFS", "{call}");
    }
    assert_eq!(name(dir.make_path(b"a/b")), "EROFS");
    assert_eq!(name(dir.make_open_path(b"a", OpenDirOptions::default())), "EROFS");
    assert_eq!(name(dir.sym_link(b"a", b"b", false)), "EROFS");
    assert_eq!(name(File::make_openat(&dir, b"a/b", O::WRONLY | O::CREAT, 0o644)), "ENOENT");
    // Linux says so before it looks whether there is something to delete.
    assert_eq!(name(dir.delete_tree(b"nothing")), "EROFS");
    assert!(names(&dir).is_empty());
    assert_eq!(open_descriptors(), before);
    assert_eq!(other.names(), ["big"]);
}

#[test]
fn no_descriptor_left() {
    if !is_child() {
        assert_passed(&run_child("no_descriptor_left", |command| command));
        return;
    }
    let scratch = Scratch::in_memory("no-fd");
    let dir = scratch.dir();
    let other = Scratch::new("no-fd-other");
    other.write("big", b"content");
    let other_dir = other.dir();
    scratch.write("kept", b"kept");
    let deep = [&b"deep"[..], &b"/d".repeat(200)].concat();
    dir.make_path(&deep).expect("room");
    let before = open_descriptors();
    let held = fill_descriptors();
    let calls: [(&str, String); 8] = [
        ("open", name(dir.open_at(b"."))),
        ("read_from", name(File::read_from(&dir, b"kept"))),
        ("write_file", name(File::write_file(&dir, zstr!("x"), b"x"))),
        ("atomic", name(AtomicFile::create(&dir, zstr!("x"), AtomicFileOptions::default()))),
        ("copy", name(other_dir.copy_file(b"big", &dir, b"x", CopyFileOptions::default()))),
        ("make_open", name(dir.make_open_path(b"x", OpenDirOptions::default()))),
        ("tmpfile", name(Tmpfile::create(dir.fd, zstr!("x")))),
        ("delete_tree", name(dir.delete_tree(b"deep"))),
    ];
    for (call, error) in calls {
        assert_eq!(error, "EMFILE", "{call}");
    }
    // Those that need none go on working.
    assert_eq!(name(dir.make_path(b"y/z")), "no error");
    assert_eq!(name(dir.delete_tree(b"kept")), "no error");
    assert!(self_exe_path().is_ok());
    assert!(which(&mut PathBuffer::uninit(), b"/bin:/usr/bin", b"", b"sh").is_some());
    // A walk ends where it may not open more, and closes what it had.
    let mut held = held;
    held.truncate(held.len() - 3);
    let mut walker = walker_skippable::walk(dir.fd, &[], &[]).expect("memory");
    let error = loop {
        match walker.next() {
            Ok(entry) => assert!(entry.is_some(), "two hundred levels need more than three"),
            Err(error) => break error,
        }
    };
    assert_eq!(error.get_errno(), SystemErrno::EMFILE);
    drop(walker);
    // Deleting manages with three.
    assert_eq!(name(dir.delete_tree(b"deep")), "no error");
    // With one or two, both files of a copy or a directory and the file in it do not fit.
    assert_eq!(name(File::read_from(&dir, b"y/none")), "ENOENT");
    held.clear();
    assert_eq!(open_descriptors(), before);
    assert_eq!((scratch.open_descriptors(), other.open_descriptors()), (1, 1));
    assert_eq!(scratch.names(), ["y"]);
}

/// Lowers the limit and opens files until there is no descriptor left.
fn fill_descriptors() -> Vec<File> {
    let limit = libc::rlimit { rlim_cur: 64, rlim_max: 64 };
    // SAFETY: `limit` is a valid structure that is only read. The process runs nothing else.
    let outcome = unsafe { libc::setrlimit(libc::RLIMIT_NOFILE, &raw const limit) };
    assert_eq!(outcome, 0);
    let mut held = Vec::new();
    loop {
        match File::open(zstr!("/dev/null"), O::RDONLY | O::CLOEXEC, 0) {
            Ok(file) => held.push(file),
            Err(error) => {
                assert_eq!(error.get_errno(), SystemErrno::EMFILE);
                return held;
            }
        }
    }
}

const NOBODY: u32 = 65_534;

/// Makes what the child is to be kept from, and what it may change.
fn fill_for_nobody(top: &Scratch) {
    for name in ["closed", "sealed/inside", "sealed/locked/deep", "open/mine"] {
        fs::create_dir_all(top.join(name)).expect("room");
    }
    for name in ["big", "sealed/file", "closed/file"] {
        top.write(name, b"content");
    }
    let modes = [("closed", 0o700), ("sealed", 0o755), ("open", 0o777), ("big", 0o600)];
    for (name, mode) in modes {
        let mode = fs::Permissions::from_mode(mode);
        fs::set_permissions(top.join(name), mode).expect("ours");
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "says that nothing was tested")]
fn no_permission() {
    if is_child() {
        let dir = mounted();
        let before = open_descriptors();
        what_is_not_ours(&dir);
        what_is_ours(&dir);
        what_a_walk_may_see(&dir);
        assert_eq!(open_descriptors(), before);
        return;
    }
    // Beside the program's, a directory that everybody may enter.
    let top = Scratch::new("no-permission");
    fill_for_nobody(&top);
    let child = |command: &mut Command| {
        command.env(TEST_DIR, &top.0).uid(NOBODY).gid(NOBODY);
    };
    // SAFETY: takes nothing and cannot fail.
    if unsafe { libc::geteuid() } != 0 {
        println!("SKIPPED: only root can become nobody, who owns nothing");
        return;
    }
    let mut may_run = Command::new(std::env::current_exe().expect("tests are programs"));
    child(may_run.arg("--list"));
    if !may_run.output().is_ok_and(|output| output.status.success()) {
        println!("SKIPPED: nobody may not run this program where it is");
        return;
    }
    assert_passed(&run_child("no_permission", |mut command| {
        child(&mut command);
        command
    }));
    assert_eq!(fs::read(top.join("sealed/file")).expect("kept"), b"content");
    assert!(top.join("sealed/locked/deep").is_dir() && top.join("closed/file").is_file());
    assert_eq!(top.names(), ["big", "closed", "open", "sealed"]);
}

/// Nothing of it works, and nothing of it is changed.
fn what_is_not_ours(dir: &Dir) {
    let sealed = dir.open_at(b"sealed").expect("everybody may enter");
    let options = AtomicFileOptions::default();
    let calls = [
        ("open", name(dir.open_at(b"closed"))),
        ("iterate", name(dir.open_file(b"big", O::RDONLY, 0))),
        ("read_from", name(File::read_from(dir, b"closed/file"))),
        ("write_file", name(File::write_file(&sealed, zstr!("file"), b"x"))),
        ("create", name(File::create(&sealed, b"new", true))),
        ("atomic", name(write_file_atomic(&sealed, zstr!("file"), b"x", options))),
        ("make_path", name(dir.make_path(b"sealed/a/b"))),
        ("make_path below", name(dir.make_path(b"closed/a"))),
        ("delete_tree", name(dir.delete_tree(b"sealed"))),
        ("delete_tree closed", name(dir.delete_tree(b"closed"))),
        ("delete_tree file", name(dir.delete_tree(b"sealed/file"))),
        ("move", name(move_file_z(dir.fd, zstr!("big"), dir.fd, zstr!("open/big")))),
        ("tmpfile", name(Tmpfile::create(sealed.fd, zstr!("x")))),
        ("sym_link", name(sealed.sym_link(b"a", b"b", false))),
    ];
    for (call, error) in calls {
        assert_eq!(error, "EACCES", "{call}");
    }
}

/// What can be changed, and deleted although it cannot be read while it is empty.
fn what_is_ours(dir: &Dir) {
    let options = AtomicFileOptions::default();
    write_file_atomic(dir, zstr!("open/new"), b"x", options).expect("everybody may write there");
    let unreadable = [&b"open/unreadable"[..], b"open/unreadable/inside"];
    dir.make_path(unreadable[1]).expect("everybody may write there");
    let path = std::env::var_os(TEST_DIR).expect("the parent sets it");
    let chmod = |mode| {
        let path = Path::new(&path).join("open/unreadable");
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("ours");
    };
    chmod(0o000);
    assert_eq!(name(dir.delete_tree(unreadable[0])), "EACCES");
    chmod(0o700);
    dir.delete_tree(unreadable[1]).expect("ours");
    chmod(0o000);
    dir.delete_tree(unreadable[0]).expect("ours, and empty");
}

fn what_a_walk_may_see(dir: &Dir) {
    let mut walker = walker_skippable::walk(dir.fd, &[], &[]).expect("memory");
    let (mut refused, mut seen) = (0, 0);
    loop {
        match walker.next() {
            Ok(Some(_)) => seen += 1,
            Ok(None) => break,
            Err(error) => {
                assert_eq!(error.get_errno(), SystemErrno::EACCES);
                refused += 1;
            }
        }
    }
    assert_eq!((refused, seen), (1, 9), "one directory is closed, the walk goes on after it");
}
