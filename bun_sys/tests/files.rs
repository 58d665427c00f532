//! Calls on a real file system, compared with what the standard library sees.
#![cfg(all(unix, not(miri)))]

extern crate alloc;

use alloc::collections::BTreeMap;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{MetadataExt as _, symlink};
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};

use bun_paths::{MAX_PATH_BYTES, platform, resolve_path};
use bun_str::{ZBox, zstr};
use bun_sys::{
    Dir, Error, Fd, File, FileKind, O, OpenDirOptions, OwnedFd, SizeHint, SystemErrno, Tag, close,
    fstat, fstatat, iterate_dir, lstat, lstatat, open, open_a, openat, openat_a, pread, read,
    read_uninit, stat, stat_a,
};

/// A directory of this test alone, removed at its end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("bun_sys-{}-{test}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a temporary directory");
        Self(path)
    }

    fn bytes(&self) -> &[u8] {
        self.0.as_os_str().as_bytes()
    }

    fn dir(&self) -> Dir {
        Dir::open(self.bytes()).expect("the directory was just made")
    }

    fn write(&self, name: &str, content: &[u8]) -> ZBox {
        let path = self.0.join(name);
        fs::write(&path, content).expect("a writable directory");
        z(&path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn z(path: &Path) -> ZBox {
    ZBox::from_bytes(path.as_os_str().as_bytes())
}

fn errno<T: core::fmt::Debug>(result: Result<T, Error>) -> (SystemErrno, Tag) {
    let error = result.expect_err("this call must fail");
    assert!(error.dest.is_empty());
    (error.get_errno(), error.syscall)
}

#[test]
fn every_entry_once_with_its_kind() {
    let scratch = Scratch::new("iterate");
    let mut expected = BTreeMap::new();
    // Several buffers full of records, with names of every length.
    for i in 0..700 {
        let name = format!("{i:x<width$}", width = 1 + i % 255);
        if fs::metadata(scratch.0.join(&name)).is_err() {
            scratch.write(&name, b"");
            expected.insert(name.into_bytes(), FileKind::File);
        }
    }
    fs::create_dir(scratch.0.join("...")).expect("three dots are an ordinary name");
    symlink("nowhere", scratch.0.join("link")).expect("a symbolic link");
    let _listener = UnixListener::bind(scratch.0.join("socket")).expect("a socket");
    expected.insert(b"...".to_vec(), FileKind::Directory);
    expected.insert(b"link".to_vec(), FileKind::SymLink);
    expected.insert(b"socket".to_vec(), FileKind::UnixDomainSocket);
    let dir = scratch.dir();
    let mut seen = BTreeMap::new();
    let mut entries = dir.iterate();
    while let Some(entry) = entries.next().expect("a readable directory") {
        assert_eq!(entry.name.as_zstr().as_bytes(), entry.name.slice_u8());
        let stat = lstatat(&dir, entry.name.as_zstr()).expect("the entry exists");
        assert_eq!(stat.kind(), entry.kind);
        assert_eq!(seen.insert(entry.name.slice().to_vec(), entry.kind), None);
    }
    assert_eq!(seen, expected);
    assert!(entries.next().expect("the end stays the end").is_none());
}

#[test]
fn iterating_what_is_no_directory_fails_with_the_descriptor() {
    let scratch = Scratch::new("no-dir");
    let file = File::open(&scratch.write("f", b""), O::RDONLY, 0).expect("just written");
    let mut entries = iterate_dir(file.handle());
    let error = entries.next().expect_err("a file has no entries");
    assert_eq!((error.get_errno(), error.fd), (SystemErrno::ENOTDIR, file.handle()));
    assert_eq!(errno(iterate_dir(Fd::INVALID).next()).0, SystemErrno::EBADF);
    assert_eq!(errno(Dir::open(&[scratch.bytes(), b"/f"].concat())).0, SystemErrno::ENOTDIR);
    symlink(".", scratch.0.join("loop")).expect("a symbolic link");
    let dir = scratch.dir();
    assert!(dir.open_at(b"loop").is_ok());
    let no_follow = OpenDirOptions { no_follow: true, ..OpenDirOptions::default() };
    let error = dir.open_dir(b"loop", no_follow).expect_err("a link, which is not followed");
    assert_eq!(error.name(), "ENOTDIR");
}

#[test]
fn reads_of_every_size() {
    let scratch = Scratch::new("read");
    for len in [0, 1, 15, 16, 17, 63, 64, 65, 4096, 70_000_usize] {
        let content: Vec<u8> = (0..len).map(|i| (i * 31 % 251) as u8).collect();
        let path = scratch.write("f", &content);
        let file = File::open(&path, O::RDONLY | O::CLOEXEC, 0).expect("just written");
        assert_eq!(file.get_end_pos().expect("open"), len);
        let mut prefix = vec![0; len / 2];
        assert_eq!(file.read_all(&mut prefix).expect("readable"), len / 2);
        assert_eq!(prefix, content[..len / 2]);
        // The whole, although the position is in the middle, where it stays.
        let whole = file.read_to_end().expect("readable");
        assert_eq!(whole, content);
        assert!(whole.capacity() <= len + 16);
        let mut list = b"kept".to_vec();
        let small = file.read_to_end_with_array_list(&mut list, SizeHint::ProbablySmall);
        assert_eq!(small.expect("readable"), len);
        assert_eq!(list, [b"kept", &content[..]].concat());
        let mut rest = vec![0; len + 10];
        assert_eq!(file.read_all(&mut rest).expect("readable"), len - len / 2);
        assert_eq!(rest[..len - len / 2], content[len / 2..]);
        assert_eq!(file.read(&mut rest).expect("the end"), 0);
        let mut uninit = vec![core::mem::MaybeUninit::uninit(); 8];
        assert_eq!(read_uninit(file.handle(), &mut uninit).expect("the end"), b"");
        let offset = (len / 3) as u64;
        assert_eq!(file.pread_all(&mut rest, offset).expect("readable"), len - len / 3);
        assert_eq!(rest[..len - len / 3], content[len / 3..]);
        assert_eq!(File::read_from(scratch.dir(), b"f").expect("readable"), content);
        file.close().expect("still open");
    }
}

#[test]
fn a_pipe_has_no_beginning() {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    let (reader, writer) = (std::os::fd::OwnedFd::from(reader), std::os::fd::OwnedFd::from(writer));
    let reader = File::from_fd(Fd::from_native(std::os::fd::IntoRawFd::into_raw_fd(reader)));
    let writer = File::from_fd(Fd::from_native(std::os::fd::IntoRawFd::into_raw_fd(writer)));
    assert_eq!(errno(reader.read_to_end()), (SystemErrno::ESPIPE, Tag::pread));
    assert_eq!(errno(pread(reader.handle(), &mut [0], 0)).0, SystemErrno::ESPIPE);
    writer.write_all(b"a few bytes").expect("room in the pipe");
    // Less than was asked for, and then the rest after the writer has gone.
    let mut buf = [0; 4];
    assert_eq!(read(reader.handle(), &mut buf).expect("bytes are waiting"), 4);
    drop(writer);
    let mut rest = [0; 32];
    assert_eq!(reader.read_all(&mut rest).expect("bytes are waiting"), 7);
    assert_eq!([&buf[..], &rest[..7]].concat(), b"a few bytes");
}

#[test]
fn stat_agrees_with_the_standard_library() {
    let scratch = Scratch::new("stat");
    let path = scratch.write("f", b"twelve bytes");
    let link = scratch.0.join("l");
    symlink("f", &link).expect("a symbolic link");
    let link = z(&link);
    let expected = fs::metadata(scratch.0.join("f")).expect("just written");
    let dir = scratch.dir();
    let fd = OwnedFd::new(open(&path, O::RDONLY, 0).expect("just written"));
    let by_bytes = stat_a(path.as_bytes());
    for seen in [stat(&path), stat(&link), fstat(fd.fd()), fstatat(&dir, zstr!("l")), by_bytes] {
        let seen = seen.expect("the file exists");
        assert_eq!(seen.size(), 12);
        assert_eq!((seen.mode(), seen.kind()), (expected.mode(), FileKind::File));
        assert_eq!((seen.ino(), seen.dev()), (expected.ino(), expected.dev()));
        assert_eq!(seen.nlink(), expected.nlink());
    }
    for seen in [lstat(&link), lstatat(&dir, zstr!("l"))] {
        assert_eq!(seen.expect("the link exists").kind(), FileKind::SymLink);
    }
    assert_eq!(errno(stat(zstr!("/nonexistent"))), (SystemErrno::ENOENT, Tag::stat));
    let error = fstatat(&dir, zstr!("none")).expect_err("no such entry");
    assert_eq!((error.syscall, error.fd), (Tag::fstatat, dir.fd()));
}

#[test]
fn hostile_paths_are_refused_before_the_call() {
    let invalid = (SystemErrno::EINVAL, Tag::open);
    assert_eq!(errno(open(zstr!("/dev/null\0x"), O::RDONLY, 0)), invalid);
    assert_eq!(errno(open_a(b"/dev/null\0x", O::RDONLY, 0)), invalid);
    assert_eq!(errno(openat_a(Fd::cwd(), b"\0", O::RDONLY, 0)), invalid);
    assert_eq!(errno(lstat(zstr!("\0"))), (SystemErrno::EINVAL, Tag::lstat));
    assert_eq!(errno(open_a(b"", O::RDONLY, 0)), (SystemErrno::ENOENT, Tag::open));
    let too_long = (SystemErrno::ENAMETOOLONG, Tag::open);
    for len in [MAX_PATH_BYTES - 2, MAX_PATH_BYTES - 1, MAX_PATH_BYTES, 3 * MAX_PATH_BYTES] {
        // Valid up to the limit of a path, which counts the terminator.
        let path = [b"/".repeat(len - 3), b"tmp".to_vec()].concat();
        let outcome = open_a(&path, O::RDONLY | O::DIRECTORY, 0);
        if len < MAX_PATH_BYTES {
            close(outcome.expect("short enough")).expect("open");
        } else {
            assert_eq!(errno(outcome), too_long);
        }
    }
    assert_eq!(errno(open_a(&b"x".repeat(256), O::RDONLY, 0)), too_long);
}

#[test]
fn descriptors_are_closed_once_and_only_when_owned() {
    let scratch = Scratch::new("close");
    let path = scratch.write("f", b"x");
    let before = open_descriptors();
    for _ in 0..64 {
        let dir = scratch.dir();
        let file = dir.open_file(b"f", O::RDONLY | O::CLOEXEC, 0).expect("just written");
        let raw = File::open(&path, O::RDONLY | O::CLOEXEC, 0).expect("exists").into_raw();
        assert!(dir.open_file(b"none", O::RDONLY, 0).is_err());
        assert!(dir.open_at(b"f").is_err());
        file.close().expect("still open");
        close(raw).expect("still open");
        assert_eq!(errno(close(raw)), (SystemErrno::EBADF, Tag::close));
        dir.close();
    }
    assert_eq!(open_descriptors(), before);
    for fd in [Fd::stdin(), Fd::stdout(), Fd::stderr()] {
        close(fd).expect("ignored");
        drop(OwnedFd::new(fd));
        assert!(fstat(fd).is_ok());
    }
    drop(Dir::cwd());
    drop(OwnedFd::new(Fd::INVALID));
    for fd in [Fd::INVALID, Fd::from_native(-1), Fd::from_native(i32::MAX)] {
        assert_eq!(errno(read(fd, &mut [0])), (SystemErrno::EBADF, Tag::read));
        assert_eq!(errno(openat(fd, zstr!("x"), O::RDONLY, 0)).0, SystemErrno::EBADF);
    }
}

/// Counts this process's descriptors of the scratch directories, which only this test has open.
fn open_descriptors() -> usize {
    let mine = format!("bun_sys-{}-close", std::process::id());
    fs::read_dir("/proc/self/fd")
        .expect("proc is mounted")
        .filter_map(|entry| fs::read_link(entry.ok()?.path()).ok())
        .filter(|target| target.to_string_lossy().contains(&mine))
        .count()
}

#[test]
fn a_joined_path_opens() {
    let scratch = Scratch::new("join");
    fs::create_dir(scratch.0.join("a")).expect("a directory");
    scratch.write("b", b"found");
    let mut buf = bun_paths::path_buffer_pool::get();
    let parts = [scratch.bytes(), b"a/..", b"b"];
    let path = resolve_path::join_z_buf::<platform::Posix>(&mut buf, &parts).expect("it fits");
    let file = File::open(path, O::RDONLY, 0).expect("just written");
    assert_eq!(file.read_to_end().expect("readable"), b"found");
}

#[test]
fn numbers_have_names_in_the_crates_below() {
    assert_eq!(bun_core::Error::from_errno(2), bun_core::err!(ENOENT));
    assert_eq!(bun_core::errno_to_zig_err(13).name(), "EACCES");
    assert_eq!(bun_core::Error::from_errno(0), bun_core::Error::UNEXPECTED);
    assert_eq!(bun_core::coreutils_error_map::get(2), Some("No such file or directory"));
}
