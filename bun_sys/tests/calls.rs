//! The wrapped calls on a real system, compared with what the standard library sees.
#![cfg(all(target_os = "linux", not(miri)))]
#![expect(unsafe_code, reason = "maps a file that only this test knows")]

use core::sync::atomic::{AtomicU32, Ordering};
use core::time::Duration;
use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::PathBuf;

use bun_paths::PathBuffer;
use bun_str::{ZBox, ZStr, zstr};
use bun_sys::{
    AT_REMOVEDIR, AT_SYMLINK_NOFOLLOW, Error, Fd, FdExt as _, MAP, Maybe, MemfdFlags, O, OwnedFd,
    Pollable, RWFFlagSupport, Renameat2Flags, SEEK, STATX_MASK_FOR_STATS, SUPPORTS_STATX_ON_LINUX,
    SystemErrno as E, Tag, TimeLike, access, chdir, chmod, chown, close, close_any, dup, dup2,
    exists, exists_at, exists_z, faccessat, fchdir, fchmod, fchmodat, fcntl, fstat, fstatat,
    fstatx, ftruncate, futex, futimens, get_fd_path, getcwd, getrandom, is_readable, is_writable,
    isatty, lchmod, lchown, link, linkat, linkat_tmpfile, lseek, lstat, lstatx, lutimens,
    memfd_create, mkdir, mkdir_a, mkdirat, mmap_file, munmap, open, open_a, openat, pipe, pread,
    preadv, pwrite, read, read_nonblocking, readlink, readlinkat, realpath, rename, renameat2,
    rmdir, set_close_on_exec, set_file_offset, set_nonblocking, socketpair, stat, statfs, statx,
    symlink, symlinkat, unlink, unlink_a, unlinkat, unlinkat_with_flags, update_nonblocking,
    utimens, write, write_nonblocking,
};

/// A directory of one test, removed at its end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("bun_sys-{}-{test}", std::process::id()));
        fs::create_dir(&path).expect("a fresh directory");
        Self(path)
    }

    fn at(&self, name: &str) -> ZBox {
        ZBox::from_bytes(self.0.join(name).to_str().expect("text"))
    }

    fn file(&self, name: &str, content: &[u8]) -> ZBox {
        fs::write(self.0.join(name), content).expect("a writable directory");
        self.at(name)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn errno<T: core::fmt::Debug>(outcome: Maybe<T>) -> E {
    outcome.expect_err("this must fail").get_errno()
}

/// The call, its descriptor, path and other path.
type Carried<'a> = (Tag, Fd, &'a [u8], &'a [u8]);

fn carried(error: &Error) -> Carried<'_> {
    (error.syscall, error.fd, &error.path, &error.dest)
}

#[test]
fn errors_carry_what_those_of_bun_carry() {
    let (missing, other) = (zstr!("/no/such/file"), zstr!("/no/such/other"));
    let (bytes, other_bytes) = (missing.as_bytes(), other.as_bytes());
    let root = OwnedFd::new(open(zstr!("/"), O::RDONLY | O::CLOEXEC, 0).expect("always there"));
    let dir = root.fd();
    let none = Fd::INVALID;
    let closed = Fd::from_native(1_000_000);
    let time = TimeLike::NOW;
    let mut buf = [0; 8];
    let told: [(Error, Carried<'_>); 28] = [
        (open(missing, 0, 0).unwrap_err(), (Tag::open, none, bytes, b"")),
        (openat(dir, missing, 0, 0).unwrap_err(), (Tag::open, dir, bytes, b"")),
        (stat(missing).unwrap_err(), (Tag::stat, none, bytes, b"")),
        (lstat(missing).unwrap_err(), (Tag::lstat, none, bytes, b"")),
        (fstatat(dir, missing).unwrap_err(), (Tag::fstatat, dir, bytes, b"")),
        (statx(missing, 0).unwrap_err(), (Tag::statx, none, bytes, b"")),
        (access(missing, 0).unwrap_err(), (Tag::access, none, bytes, b"")),
        (chmod(missing, 0).unwrap_err(), (Tag::chmod, none, bytes, b"")),
        (fchmodat(dir, missing, 0, 0).unwrap_err(), (Tag::fchmodat, dir, b"", b"")),
        (chown(missing, 1, 1).unwrap_err(), (Tag::chown, none, bytes, b"")),
        (lchown(missing, 1, 1).unwrap_err(), (Tag::lchown, none, bytes, b"")),
        (utimens(missing, time, time).unwrap_err(), (Tag::utimensat, none, bytes, b"")),
        (mkdir(missing, 0).unwrap_err(), (Tag::mkdir, none, bytes, b"")),
        (rmdir(missing).unwrap_err(), (Tag::rmdir, none, bytes, b"")),
        (unlink(missing).unwrap_err(), (Tag::unlink, none, bytes, b"")),
        (unlinkat(dir, missing).unwrap_err(), (Tag::unlink, dir, bytes, b"")),
        (readlink(missing, &mut buf).unwrap_err(), (Tag::readlink, none, bytes, b"")),
        (readlinkat(dir, missing, &mut buf).unwrap_err(), (Tag::readlink, dir, bytes, b"")),
        (link(missing, other).unwrap_err(), (Tag::link, none, bytes, other_bytes)),
        (rename(missing, other).unwrap_err(), (Tag::rename, none, b"", b"")),
        (symlink(missing, other).unwrap_err(), (Tag::symlink, none, b"", b"")),
        (symlinkat(missing, dir, other).unwrap_err(), (Tag::symlinkat, dir, b"", b"")),
        (chdir(missing).unwrap_err(), (Tag::chdir, none, bytes, b"")),
        (statfs(missing).unwrap_err(), (Tag::statfs, none, bytes, b"")),
        (read(closed, &mut buf).unwrap_err(), (Tag::read, closed, b"", b"")),
        (fchmod(closed, 0).unwrap_err(), (Tag::fchmod, closed, b"", b"")),
        (ftruncate(closed, 0).unwrap_err(), (Tag::ftruncate, closed, b"", b"")),
        (dup(closed).unwrap_err(), (Tag::dup, closed, b"", b"")),
    ];
    for (error, expected) in &told {
        assert_eq!(carried(error), *expected, "{error}");
    }
}

#[test]
fn paths_that_name_nothing_are_refused_before_the_call() {
    let nul = ZStr::from_slice_with_nul(b"/tmp\0x\0");
    let time = TimeLike::NOW;
    let mut buf = [0; 8];
    let refused = [
        errno(open(nul, 0, 0)),
        errno(mkdir(nul, 0)),
        errno(mkdirat(Fd::cwd(), nul, 0)),
        errno(rmdir(nul)),
        errno(unlink(nul)),
        errno(rename(nul, zstr!("x"))),
        errno(rename(zstr!("x"), nul)),
        errno(link(nul, zstr!("x"))),
        errno(symlink(zstr!("x"), nul)),
        errno(readlink(nul, &mut buf)),
        errno(stat(nul)),
        errno(statx(nul, 0)),
        errno(statfs(nul)),
        errno(access(nul, 0)),
        errno(chmod(nul, 0)),
        errno(lchmod(nul, 0)),
        errno(chown(nul, 0, 0)),
        errno(utimens(nul, time, time)),
        errno(chdir(nul)),
        errno(realpath(nul, &mut PathBuffer::uninit())),
    ];
    assert_eq!(refused, [E::EINVAL; 20]);
    assert!(!exists_z(nul) && !exists(b"/tmp\0x") && !exists_at(Fd::cwd(), nul));
    assert_eq!(faccessat(Fd::cwd(), nul), Ok(false));
    let long = [b'x'; 5000];
    let too_long = [errno(open_a(&long, 0, 0)), errno(mkdir_a(&long, 0)), errno(unlink_a(&long))];
    assert_eq!(too_long, [E::ENAMETOOLONG; 3]);
    assert_eq!([errno(open(ZStr::EMPTY, 0, 0)), errno(mkdir(ZStr::EMPTY, 0))], [E::ENOENT; 2]);
}

#[test]
fn attributes_are_those_that_were_set() {
    let scratch = Scratch::new("attributes");
    let path = scratch.file("a", b"0123456789");
    let seen = || fs::metadata(scratch.0.join("a")).expect("there");
    let file = OwnedFd::new(open(&path, O::RDWR | O::CLOEXEC, 0).expect("there"));
    let fd = file.fd();
    let mode = || seen().permissions().mode() & 0o7777;
    assert_eq!((chmod(&path, 0o604), mode()), (Ok(()), 0o604));
    assert_eq!((fchmod(fd, 0o640), mode()), (Ok(()), 0o640));
    assert_eq!((fchmodat(Fd::cwd(), &path, 0o444, 0), mode()), (Ok(()), 0o444));
    assert_eq!(errno(lchmod(&path, 0o600)), E::EOPNOTSUPP);
    let at = |sec, nsec| TimeLike { sec, nsec };
    futimens(fd, at(5, 6), at(-7, 8)).expect("own file");
    assert_eq!((seen().atime(), seen().atime_nsec()), (5, 6));
    assert_eq!((seen().mtime(), seen().mtime_nsec()), (-7, 8));
    utimens(&path, TimeLike::OMIT, at(9, 0)).expect("own file");
    assert_eq!((seen().atime(), seen().mtime()), (5, 9));
    assert_eq!(errno(utimens(&path, at(0, 1_000_000_000), at(0, 0))), E::EINVAL);
    symlink(&path, &scratch.at("l")).expect("room");
    lutimens(&scratch.at("l"), at(1, 0), at(2, 0)).expect("own link");
    let link = fs::symlink_metadata(scratch.0.join("l")).expect("there");
    assert_eq!((link.mtime(), seen().mtime()), (2, 9));
    assert_eq!((ftruncate(fd, 3), seen().len()), (Ok(()), 3));
    assert_eq!(errno(ftruncate(fd, -1)), E::EINVAL);
    assert_eq!((lseek(fd, 0, SEEK::END), set_file_offset(fd, 1)), (Ok(3), Ok(())));
    assert_eq!(errno(set_file_offset(fd, u64::MAX)), E::EINVAL);
    let mut buf = [0; 8];
    assert_eq!((read(fd, &mut buf), pwrite(fd, b"xy", 3)), (Ok(2), Ok(2)));
    assert_eq!((pread(fd, &mut buf, 2), &buf[..3]), (Ok(3), &b"2xy"[..]));
    assert_eq!([errno(pread(fd, &mut buf, -1)), errno(pwrite(fd, b"x", -1))], [E::EINVAL; 2]);
    assert_eq!(errno(preadv(fd, &mut [], -1)), E::EINVAL);
}

#[test]
fn links_and_renames() {
    let scratch = Scratch::new("links");
    let (a, b, l) = (scratch.file("a", b"A"), scratch.file("b", b"B"), scratch.at("l"));
    symlink(zstr!("target"), &l).expect("room");
    // A full buffer may hold a part only; the NUL needs room too.
    for (room, expected) in [(5, Err(E::ENAMETOOLONG)), (6, Err(E::ENAMETOOLONG)), (7, Ok(6))] {
        let mut buf = [1; 8];
        let read = readlink(&l, &mut buf[..room]).map_err(|error| error.get_errno());
        assert_eq!(read, expected);
        if read.is_ok() {
            assert_eq!(&buf, b"target\0\x01");
        }
    }
    let exclude = Renameat2Flags { exclude: true, ..Renameat2Flags::default() };
    let exchange = Renameat2Flags { exchange: true, ..Renameat2Flags::default() };
    let content = |name| fs::read(scratch.0.join(name)).expect("there");
    assert_eq!(errno(renameat2(Fd::cwd(), &a, Fd::cwd(), &b, exclude)), E::EEXIST);
    assert_eq!(renameat2(Fd::cwd(), &a, Fd::cwd(), &b, exchange), Ok(()));
    assert_eq!((content("a"), content("b")), (b"B".to_vec(), b"A".to_vec()));
    assert_eq!(
        (linkat(Fd::cwd(), &a, Fd::cwd(), &scratch.at("c")), content("c")),
        (Ok(()), b"B".to_vec())
    );
    assert_eq!(stat(&a).map(|stat| stat.nlink()), Ok(2));
    mkdir(&scratch.at("d"), 0o700).expect("room");
    assert_eq!(errno(unlink(&scratch.at("d"))), E::EISDIR);
    assert_eq!(unlinkat_with_flags(Fd::cwd(), &scratch.at("d"), AT_REMOVEDIR), Ok(()));
    assert_eq!(errno(fchmodat(Fd::cwd(), &l, 0o600, AT_SYMLINK_NOFOLLOW)), E::EOPNOTSUPP);
    // Not every file system has files without a name.
    let here = scratch.at("");
    if let Ok(nameless) = open(&here, O::TMPFILE | O::WRONLY | O::CLOEXEC, 0o600) {
        let nameless = OwnedFd::new(nameless);
        write(nameless.fd(), b"late").expect("room");
        for _ in 0..2 {
            let named = linkat_tmpfile(nameless.fd(), Fd::cwd(), &scratch.at("named"));
            assert!(named == Ok(()) || errno(named) == E::EEXIST);
        }
        assert_eq!(content("named"), b"late");
    }
}

#[test]
fn descriptors_close_and_wait_as_they_are_told() {
    let flags = |fd, command| fcntl(fd, command, 0).expect("open");
    let closes = |fd| flags(fd, libc::F_GETFD) & 1 == 1;
    let [reader, writer] = pipe().expect("room").map(OwnedFd::new);
    assert!(!closes(reader.fd()) && !closes(writer.fd()));
    set_close_on_exec(reader.fd()).expect("open");
    assert!(closes(reader.fd()));
    let second = OwnedFd::new(dup(writer.fd()).expect("room"));
    assert!(closes(second.fd()) && !isatty(second.fd()));
    assert_eq!(dup2(second.fd(), writer.fd()), Ok(writer.fd()));
    assert!(!closes(writer.fd()));
    set_nonblocking(reader.fd()).expect("open");
    assert_eq!(errno(read(reader.fd(), &mut [0; 4])), E::EAGAIN);
    update_nonblocking(reader.fd(), false).expect("open");
    assert_eq!(flags(reader.fd(), libc::F_GETFL) & libc::O_NONBLOCK as isize, 0);
    for nonblock in [false, true] {
        for fd in socketpair(libc::AF_UNIX, libc::SOCK_STREAM, 0, nonblock).expect("room") {
            let fd = OwnedFd::new(fd);
            let waits = flags(fd.fd(), libc::F_GETFL) & libc::O_NONBLOCK as isize == 0;
            assert_eq!((closes(fd.fd()), waits), (true, !nonblock));
        }
    }
    for (kind, closed) in [(MemfdFlags::NonExecutable, true), (MemfdFlags::CrossProcess, false)] {
        let file = OwnedFd::new(memfd_create(c"test", kind).expect("a kernel of this century"));
        assert_eq!(closes(file.fd()), closed);
    }
    // Commands with pointers are not made: this function is safe.
    for command in [libc::F_GETLK, libc::F_SETLK, libc::F_OFD_GETLK, 1 << 20] {
        assert_eq!(errno(fcntl(reader.fd(), command, 8)), E::EINVAL);
    }
    assert_eq!(
        [close(Fd::stdin()), close(Fd::stdout()), close(Fd::stderr())],
        [Ok(()), Ok(()), Ok(())]
    );
    // Larger than any that is open: closing one twice would close that of another test.
    let closed = Fd::from_native(1_000_000);
    assert_eq!([errno(close(closed)), errno(close_any(closed))], [E::EBADF; 2]);
    let error = closed.close_allowing_bad_file_descriptor(None).expect("never open");
    assert_eq!(carried(&error), (Tag::close, closed, &b""[..], &b""[..]));
    for fd in [Fd::INVALID, Fd::from_native(-1), Fd::from_native(i32::MAX)] {
        let answers = [errno(fstat(fd)), errno(fchdir(fd)), errno(lseek(fd, 0, 0)), errno(dup(fd))];
        assert_eq!(answers, [E::EBADF; 4]);
        // Negative numbers are passed over; of others the system says that nothing is open there.
        let told = if fd.native() < 0 { Pollable::NotReady } else { Pollable::Ready };
        assert_eq!([is_readable(fd), is_writable(fd)], [told; 2]);
    }
}

/// One test, because the switch is of the whole process.
#[test]
fn reading_without_waiting_until_the_system_refuses() {
    let [reader, writer] = pipe().expect("room").map(OwnedFd::new);
    let mut buf = [0; 8];
    assert!(read_nonblocking(reader.fd(), &mut buf).unwrap_err().is_retry());
    assert_eq!(write_nonblocking(writer.fd(), b"abc"), Ok(3));
    assert_eq!(read_nonblocking(reader.fd(), &mut buf), Ok(3));
    RWFFlagSupport::disable();
    assert_eq!(write_nonblocking(writer.fd(), b"abcd"), Ok(4));
    assert_eq!(read_nonblocking(reader.fd(), &mut buf), Ok(4));
    drop(writer);
    assert_eq!(read_nonblocking(reader.fd(), &mut buf), Ok(0));
}

#[test]
fn statx_and_stat_agree_with_each_other() {
    let scratch = Scratch::new("statx");
    let path = scratch.file("a", b"abc");
    symlink(&path, &scratch.at("l")).expect("room");
    let file = OwnedFd::new(open(&path, O::RDONLY | O::CLOEXEC, 0).expect("there"));
    let ask = || {
        [
            statx(&scratch.at("l"), STATX_MASK_FOR_STATS).expect("there"),
            fstatx(file.fd(), STATX_MASK_FOR_STATS).expect("open"),
            lstatx(&scratch.at("l"), STATX_MASK_FOR_STATS).expect("there"),
        ]
    };
    let with = ask();
    SUPPORTS_STATX_ON_LINUX.store(false, Ordering::Relaxed);
    let without = ask();
    SUPPORTS_STATX_ON_LINUX.store(true, Ordering::Relaxed);
    for (with, without) in with.into_iter().zip(without) {
        // Following the link may have been its first reading.
        let bun_sys::PosixStat { birthtim, atim, .. } = without;
        assert_eq!((birthtim.sec, birthtim.nsec), (0, 0));
        assert_eq!(bun_sys::PosixStat { birthtim, atim, ..with }, without);
    }
    let std = fs::metadata(scratch.0.join("a")).expect("there");
    let found = with[0];
    assert_eq!((found.dev, found.ino, found.mode), (std.dev(), std.ino(), std.mode().into()));
    assert_eq!((found.mtim.sec, found.mtim.nsec), (std.mtime(), std.mtime_nsec()));
    assert_eq!((found.size, found.blocks, found.blksize), (3, std.blocks(), std.blksize()));
}

#[test]
fn mapped_files_end_where_the_file_does() {
    let scratch = Scratch::new("mmap");
    let path = scratch.file("a", &[b'x'; 5000]);
    let cases = [(None, 0, 5000), (Some(10), 0, 10), (Some(9999), 4096, 904)];
    for (wanted, offset, expected) in cases {
        // SAFETY: nobody else knows the file.
        let bytes = unsafe { mmap_file(&path, MAP::SHARED, wanted, offset) }.expect("mapped");
        assert_eq!((bytes.len(), bytes[0]), (expected, b'x'));
        let (start, len) = (bytes.as_mut_ptr(), bytes.len());
        // SAFETY: 1. Mapped above. 2. Not used below.
        assert_eq!(unsafe { munmap(start, len) }, Ok(()));
    }
    for (flags, wanted, offset) in
        [(MAP::SHARED, None, 8192), (MAP::SHARED, None, 1), (MAP::SHARED | MAP::FIXED, None, 0)]
    {
        // SAFETY: nobody else knows the file.
        let error = unsafe { mmap_file(&path, flags, wanted, offset) }.expect_err("refused");
        assert_eq!((error.get_errno(), &*error.path), (E::EINVAL, path.as_bytes()));
    }
}

#[test]
fn paths_of_directories_and_descriptors() {
    let scratch = Scratch::new("paths");
    let path = scratch.file("a", b"");
    let file = OwnedFd::new(open(&path, O::RDONLY | O::CLOEXEC, 0).expect("there"));
    let real = fs::canonicalize(scratch.0.join("a")).expect("there");
    let real = real.to_str().expect("text").as_bytes();
    assert_eq!(get_fd_path(file.fd(), &mut PathBuffer::uninit()).expect("open"), real);
    assert_eq!(realpath(&path, &mut PathBuffer::uninit()), Ok(real));
    let mut buf = [0; 4096];
    let len = getcwd(&mut buf).expect("there");
    assert_eq!(
        &buf[..len],
        std::env::current_dir().expect("there").to_str().expect("text").as_bytes()
    );
    assert_eq!(buf[len], 0);
    assert_eq!([errno(getcwd(&mut buf[..len])), errno(getcwd(&mut [0; 1]))], [E::ERANGE; 2]);
    assert!(errno(getcwd(&mut [])) == E::EINVAL || errno(getcwd(&mut [])) == E::ERANGE);
}

#[test]
fn words_are_waited_for_and_randomness_fills() {
    let word = AtomicU32::new(7);
    assert!(futex::wait(&word, 8, None), "it is not what was expected");
    assert!(!futex::wait(&word, 7, Some(Duration::from_millis(1))), "nobody wakes");
    let mut long = vec![0; 1 << 20];
    getrandom(&mut long).expect("a kernel of this century");
    let tail = &long[(1 << 20) - 32..];
    assert!(tail.iter().any(|&byte| byte != 0));
    assert_eq!(getrandom(&mut []), Ok(()));
}
