//! The backend for Windows against real files. Runs under Wine too; what Wine lacks is said.
#![cfg(windows)]
#![expect(clippy::print_stderr, reason = "says what was not tested")]

use core::sync::atomic::{AtomicUsize, Ordering};
use std::fs;
use std::path::PathBuf;

use bun_str::{ZBox, ZStr, zstr};
use bun_sys::{
    Dir, Error, Fd, File, FileKind, Maybe, O, OwnedFd, Renameat2Flags, SystemErrno, Tag, TimeLike,
    access, chmod, close, copyfile, dup, fstat, fstatat, ftruncate, get_fd_path, link, lseek,
    lstat, mkdir, mkdirat, open, open_a, openat, pipe, pread, pwrite, read, readlink, rename,
    renameat2, rmdir, stat, symlink, unlink, unlinkat, unlinkat_with_flags, utimens, write,
};
use bun_sys::{
    NormalizePathWindowsOpts, NtCreateFileOptions, WindowsOpenDirOp, WindowsOpenDirOptions,
    get_file_attributes, normalize_path_windows, normalize_path_windows_opts, open_dir_at_windows,
    open_dir_at_windows_a, open_dir_no_renaming_or_deleting_windows, open_file_at_windows,
    openat_windows, sys_uv,
};

/// A directory of this test's own, removed at the end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("bun_sys-{}-{name}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("a scratch directory");
        Self(path)
    }

    fn path(&self, name: &str) -> ZBox {
        let path = self.0.join(name);
        ZBox::from_bytes(path.to_str().expect("temporary directories are Unicode").as_bytes())
    }

    fn file(&self, name: &str, content: &[u8]) -> ZBox {
        fs::write(self.0.join(name), content).expect("a file");
        self.path(name)
    }

    fn dir(&self) -> Dir {
        Dir::open(self.path("").as_bytes()).expect("a directory")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let verbatim = format!(r"\\?\{}", self.0.display());
        let _ = fs::remove_dir_all(verbatim);
    }
}

fn errno<T>(outcome: Maybe<T>) -> SystemErrno {
    outcome.err().map_or(SystemErrno::SUCCESS, |error| error.get_errno())
}

fn content(path: &ZStr) -> Vec<u8> {
    File::open(path, O::RDONLY, 0).and_then(|file| file.read_to_end()).expect("a readable file")
}

fn skipped(what: &str, error: &Error) {
    eprintln!("SKIPPED: {what}: {error}");
}

#[test]
fn what_open_is_asked_for() {
    let scratch = Scratch::new("open");
    let path = scratch.path("f");
    assert_eq!(errno(open(&path, O::RDONLY, 0)), SystemErrno::ENOENT);
    let file = OwnedFd::new(open(&path, O::WRONLY | O::CREAT | O::EXCL, 0o644).expect("new"));
    assert_eq!(write(file.fd(), b"hello").expect("room"), 5);
    drop(file);
    let again = open(&path, O::WRONLY | O::CREAT | O::EXCL, 0o644);
    assert_eq!(errno(again), SystemErrno::EEXIST);
    let file = OwnedFd::new(open(&path, O::WRONLY | O::APPEND, 0).expect("exists"));
    assert_eq!(write(file.fd(), b" world").expect("room"), 6);
    assert_eq!(errno(read(file.fd(), &mut [0])), SystemErrno::EPERM);
    drop(file);
    assert_eq!(content(&path), b"hello world");
    drop(OwnedFd::new(open(&path, O::WRONLY | O::CREAT | O::TRUNC, 0o644).expect("exists")));
    assert_eq!(content(&path), b"");
    // Directories open for reading, with and without being asked for, and for nothing else.
    let dir = scratch.path("");
    for flags in [O::RDONLY, O::RDONLY | O::DIRECTORY, O::PATH, O::PATH | O::DIRECTORY] {
        drop(OwnedFd::new(open(&dir, flags, 0).expect("a directory")));
    }
    assert_eq!(errno(open(&dir, O::WRONLY, 0)), SystemErrno::EISDIR);
    assert_eq!(errno(open(&dir, O::RDWR | O::CREAT, 0)), SystemErrno::EISDIR);
    assert_eq!(errno(open(&path, O::RDONLY | O::DIRECTORY, 0)), SystemErrno::ENOTDIR);
    assert_eq!(errno(open(zstr!(""), O::RDONLY, 0)), SystemErrno::ENOENT);
    assert_eq!(errno(open_a(b"a\xffb", O::RDONLY, 0)), SystemErrno::EILSEQ);
    assert_eq!(errno(open(zstr!("x"), 3, 0)), SystemErrno::EINVAL);
}

#[test]
fn the_null_device_by_both_names() {
    for name in [zstr!("NUL"), zstr!("nul"), zstr!("/dev/null"), zstr!(r"\\.\NUL")] {
        let null = OwnedFd::new(open(name, O::RDWR, 0).expect("the null device"));
        assert_eq!(write(null.fd(), b"gone").expect("it takes all"), 4);
        assert_eq!(read(null.fd(), &mut [0]).expect("it has nothing"), 0);
    }
}

#[test]
fn paths_of_every_shape() {
    let scratch = Scratch::new("shapes");
    let path = scratch.file("f", b"x");
    let text = String::from_utf8(path.as_bytes().to_vec()).expect("Unicode");
    let bare = text.strip_prefix("C:").expect("the temporary directory is on C:");
    let mut shapes = vec![
        text.clone(),
        text.replace('\\', "/"),
        format!(r"\\?\{text}"),
        format!(r"\??\{text}"),
        format!(r"\\.\{text}"),
        text.replace(r"\f", r"\.\\x\..\f"),
        text.to_lowercase(),
    ];
    // Below the root of the working directory, which is on another drive in some runs.
    if std::env::current_dir().expect("a directory").starts_with("C:") {
        shapes.push(bare.to_owned());
    }
    for shape in shapes {
        let found = bun_sys::stat_a(shape.as_bytes());
        assert_eq!(found.map(|stat| stat.size()), Ok(1), "{shape}");
    }
    assert_eq!(errno(bun_sys::stat_a(br"C:\..\..\..")), SystemErrno::SUCCESS);
    let missing = bun_sys::stat_a(br"C:\no\such\directory\f");
    assert_eq!(errno(missing), SystemErrno::ENOENT);
}

#[test]
fn long_paths_and_names() {
    let scratch = Scratch::new("long");
    let mut path = scratch.path("").as_bytes().to_vec();
    for _ in 0..8 {
        path.extend([b'd'; 100]);
        let dir = ZBox::from_bytes(&path);
        match mkdir(&dir, 0o777) {
            Ok(()) => {}
            Err(error) => return skipped("long paths", &error),
        }
        path.push(b'\\');
    }
    path.push(b'f');
    let path = ZBox::from_bytes(&path);
    assert!(path.len() > 800);
    let file = OwnedFd::new(open(&path, O::WRONLY | O::CREAT, 0o644).expect("a new file"));
    assert_eq!(write(file.fd(), b"deep").expect("room"), 4);
    let mut buf = bun_paths::path_buffer_pool::get();
    match get_fd_path(file.fd(), &mut buf) {
        Ok(shown) => assert!(shown.ends_with(b"\\f") && shown.len() > 800),
        Err(error) => skipped("the long path of a descriptor", &error),
    }
    drop(file);
    assert_eq!(content(&path), b"deep");
    unlink(&path).expect("closed");
    let too_long = [b"C:\\".to_vec(), vec![b'x'; 300]].concat();
    assert_ne!(errno(open_a(&too_long, O::RDONLY, 0)), SystemErrno::SUCCESS);
    let far_too_long = [b"C:\\".to_vec(), b"xxxxxxx\\".repeat(5000)].concat();
    assert_eq!(errno(open_a(&far_too_long, O::RDONLY, 0)), SystemErrno::ENAMETOOLONG);
}

#[test]
fn below_an_open_directory() {
    let scratch = Scratch::new("at");
    let dir = scratch.dir();
    mkdirat(&dir, zstr!("a"), 0o777).expect("new");
    assert_eq!(errno(mkdirat(&dir, zstr!("a"), 0o777)), SystemErrno::EEXIST);
    assert_eq!(errno(mkdirat(&dir, zstr!("no/b"), 0o777)), SystemErrno::ENOENT);
    let flags = O::WRONLY | O::CREAT;
    close(openat(&dir, zstr!("a/./x/../f"), flags, 0o644).expect("new")).expect("open");
    for path in [zstr!("a/f"), zstr!(r"a\f"), zstr!("a//f"), zstr!("A/F")] {
        assert!(fstatat(&dir, path).expect("just made").kind().is_file(), "{path}");
    }
    let inner = dir.open_at(b"a").expect("just made");
    // Above the directory, which the kernel does not go.
    assert!(fstatat(&inner, zstr!("../a/f")).expect("there").kind().is_file());
    assert!(fstatat(&inner, zstr!("..")).expect("there").kind().is_directory());
    assert!(fstatat(&inner, zstr!(".")).expect("there").kind().is_directory());
    assert_eq!(errno(fstatat(Fd::INVALID, zstr!("f"))), SystemErrno::EBADF);
    assert_eq!(errno(unlinkat(&dir, zstr!("a"))), SystemErrno::EISDIR);
    let remove = |path| unlinkat_with_flags(dir.fd(), path, bun_sys::AT_REMOVEDIR);
    assert_eq!(errno(remove(zstr!("a"))), SystemErrno::ENOTEMPTY);
    assert_eq!(errno(remove(zstr!("a/f"))), SystemErrno::ENOTDIR);
    unlinkat(&dir, zstr!("a/f")).expect("there");
    drop(inner);
    remove(zstr!("a")).expect("empty");
    assert_eq!(errno(fstatat(&dir, zstr!("a"))), SystemErrno::ENOENT);
}

#[test]
fn positions_and_lengths() {
    let scratch = Scratch::new("rw");
    let path = scratch.file("f", b"0123456789");
    let file = OwnedFd::new(open(&path, O::RDWR, 0).expect("exists"));
    let fd = file.fd();
    let mut buf = [0; 4];
    assert_eq!(read(fd, &mut buf).expect("bytes"), 4);
    assert_eq!((pread(fd, &mut buf, 7).expect("bytes"), &buf[..3]), (3, &b"789"[..]));
    assert_eq!(pread(fd, &mut buf, 10).expect("the end"), 0);
    assert_eq!(errno(pread(fd, &mut buf, -1)), SystemErrno::EINVAL);
    assert_eq!(pwrite(fd, b"AB", 0).expect("room"), 2);
    // Neither moved it.
    assert_eq!(lseek(fd, 0, 1).expect("a file"), 4);
    assert_eq!(lseek(fd, -2, 2).expect("a file"), 8);
    assert_eq!(errno(lseek(fd, -1, 0)), SystemErrno::EINVAL);
    assert_eq!(errno(lseek(fd, 0, 9)), SystemErrno::EINVAL);
    ftruncate(fd, 3).expect("writable");
    assert_eq!(content(&path), b"AB2");
    ftruncate(fd, 5).expect("writable");
    assert_eq!(content(&path), b"AB2\0\0");
    assert_eq!(errno(ftruncate(fd, -1)), SystemErrno::EINVAL);
    bun_sys::fsync(fd).expect("writable");
    bun_sys::fallocate(fd, 0, 100).expect("room");
    assert_eq!(fstat(fd).expect("open").size(), 100);
    let other = OwnedFd::new(dup(fd).expect("open"));
    file.close().expect("open");
    assert_eq!(pread(other.fd(), &mut buf, 0).expect("still open"), 4);
    let raw = other.into_raw();
    close(raw).expect("open");
    assert_eq!(errno(close(raw)), SystemErrno::EBADF);
    assert_eq!(errno(read(raw, &mut buf)), SystemErrno::EBADF);
    assert_eq!(errno(read(Fd::from_uv(999), &mut buf)), SystemErrno::EBADF);
    assert_eq!(errno(read(Fd::INVALID, &mut buf)), SystemErrno::EBADF);
}

#[test]
fn vectors_move_what_one_call_each_moves() {
    use std::io::{IoSlice, IoSliceMut};
    let scratch = Scratch::new("vectors");
    let file = OwnedFd::new(open(&scratch.path("f"), O::RDWR | O::CREAT, 0o644).expect("new"));
    let fd = file.fd();
    let parts = [IoSlice::new(b"ab"), IoSlice::new(b""), IoSlice::new(b"cde")];
    assert_eq!(bun_sys::writev(fd, &parts).expect("room"), 5);
    assert_eq!(bun_sys::pwritev(fd, &parts[..1], 5).expect("room"), 2);
    let (mut a, mut b) = ([0; 3], [0; 9]);
    let mut into = [IoSliceMut::new(&mut a), IoSliceMut::new(&mut b)];
    assert_eq!(bun_sys::preadv(fd, &mut into, 1).expect("bytes"), 6);
    assert_eq!((&a, &b[..3]), (b"bcd", &b"eab"[..]));
}

#[test]
fn a_pipe_ends_and_has_no_positions() {
    let [reader, writer] = pipe().expect("a pipe").map(OwnedFd::new);
    assert_eq!(write(writer.fd(), b"words").expect("room"), 5);
    let mut buf = [0; 8];
    assert_eq!(read(reader.fd(), &mut buf[..2]).expect("bytes"), 2);
    assert_eq!(fstat(reader.fd()).expect("open").kind(), FileKind::NamedPipe);
    assert_eq!(errno(pread(reader.fd(), &mut buf, 0)), SystemErrno::ESPIPE);
    assert_eq!(errno(lseek(reader.fd(), 0, 1)), SystemErrno::ESPIPE);
    drop(writer);
    assert_eq!(read(reader.fd(), &mut buf).expect("the rest"), 3);
    assert_eq!(read(reader.fd(), &mut buf).expect("the end"), 0);
    let [reader, writer] = pipe().expect("a pipe").map(OwnedFd::new);
    drop(reader);
    assert_eq!(errno(write(writer.fd(), b"x")), SystemErrno::EPIPE);
}

#[test]
fn stat_agrees_with_the_standard_library() {
    let scratch = Scratch::new("stat");
    let path = scratch.file("f", b"twelve bytes");
    let expected = fs::metadata(scratch.0.join("f")).expect("just written");
    let seen = stat(&path).expect("just written");
    assert_eq!((seen.size(), seen.kind(), seen.nlink()), (12, FileKind::File, 1));
    assert_eq!(seen.mode() & 0o777, 0o666);
    let modified = expected.modified().expect("known");
    let since = modified.duration_since(std::time::UNIX_EPOCH).expect("after 1970");
    let times = bun_sys::PosixStat::init(&seen);
    assert_eq!(times.mtime().sec, since.as_secs().cast_signed());
    assert!(times.birthtime().sec > 1_500_000_000);
    let by_fd = OwnedFd::new(open(&path, O::RDONLY, 0).expect("exists"));
    assert_eq!(fstat(by_fd.fd()).expect("open").ino(), seen.ino());
    assert!(stat(&scratch.path("")).expect("there").kind().is_directory());

    let then = TimeLike { sec: 1_000_000_000, nsec: 123_456_700 };
    utimens(&path, then, then).expect("writable");
    let times = bun_sys::PosixStat::init(&stat(&path).expect("there"));
    assert_eq!((times.mtime().sec, times.mtime().nsec), (then.sec, then.nsec));
    // Systems that are told to do so set this one when it is read.
    let accessed = fs::metadata(scratch.0.join("f")).expect("there").accessed().expect("known");
    let since = accessed.duration_since(std::time::UNIX_EPOCH).expect("after 1970");
    assert!((then.sec..=since.as_secs().cast_signed()).contains(&times.atime().sec));
}

#[test]
fn read_only_files_go_all_the_same() {
    let scratch = Scratch::new("readonly");
    let path = scratch.file("f", b"x");
    chmod(&path, 0o444).expect("there");
    assert_eq!(stat(&path).expect("there").mode() & 0o777, 0o444);
    match open(&path, O::WRONLY, 0) {
        // Wine leaves it to Unix, which lets the superuser.
        Ok(fd) => {
            close(fd).expect("open");
            eprintln!("SKIPPED: writing read-only files: they can be opened");
        }
        Err(error) => assert_eq!(error.get_errno(), SystemErrno::EPERM),
    }
    assert_eq!(errno(access(&path, 2)), SystemErrno::EPERM);
    access(&path, 4).expect("readable");
    unlink(&path).expect("as on Unix");
    assert_eq!(errno(stat(&path)), SystemErrno::ENOENT);
    let path = scratch.path("g");
    close(open(&path, O::WRONLY | O::CREAT, 0o444).expect("new")).expect("open");
    assert_eq!(stat(&path).expect("there").mode() & 0o777, 0o444);
    chmod(&path, 0o644).expect("there");
    assert_eq!(stat(&path).expect("there").mode() & 0o777, 0o666);
}

#[test]
fn a_file_that_is_open_goes() {
    let scratch = Scratch::new("delete");
    let path = scratch.file("f", b"still here");
    let file = File::open(&path, O::RDONLY, 0).expect("exists");
    unlink(&path).expect("others may delete it");
    let mut buf = [0; 16];
    assert_eq!(file.read_all(&mut buf).expect("open"), 10);
    match stat(&path) {
        Err(error) if error.get_errno() == SystemErrno::ENOENT => {
            close(open(&path, O::WRONLY | O::CREAT | O::EXCL, 0o644).expect("the name is free"))
                .expect("open");
        }
        Err(error) => skipped("names that are free at once", &error),
        Ok(_) => eprintln!("SKIPPED: names that are free at once: the file is still there"),
    }
    drop(file);
}

#[test]
fn names_replace_each_other() {
    let scratch = Scratch::new("rename");
    let (a, b) = (scratch.file("a", b"a"), scratch.file("b", b"b"));
    rename(&a, &b).expect("replaces");
    assert_eq!((content(&b), errno(stat(&a))), (b"a".to_vec(), SystemErrno::ENOENT));
    let a = scratch.file("a", b"new");
    let dir = scratch.dir();
    let exclude = Renameat2Flags { exclude: true, ..Renameat2Flags::default() };
    let kept = renameat2(dir.fd(), zstr!("a"), dir.fd(), zstr!("b"), exclude);
    assert_eq!(errno(kept), SystemErrno::EEXIST);
    let exchange = Renameat2Flags { exchange: true, ..Renameat2Flags::default() };
    let exchanged = renameat2(dir.fd(), zstr!("a"), dir.fd(), zstr!("b"), exchange);
    assert_eq!(errno(exchanged), SystemErrno::ENOTSUP);
    assert_eq!(content(&a), b"new");
    let (d, e) = (scratch.path("d"), scratch.path("e"));
    mkdir(&d, 0o777).expect("new");
    assert_eq!(errno(rename(&a, &d)), SystemErrno::EISDIR);
    mkdir(&e, 0o777).expect("new");
    rename(&d, &e).expect("an empty directory is replaced");
    assert_eq!(errno(rename(&d, &e)), SystemErrno::ENOENT);
    scratch.file("e/f", b"");
    mkdir(&d, 0o777).expect("new");
    assert_eq!(errno(rename(&d, &e)), SystemErrno::ENOTEMPTY);
    assert_eq!(errno(rmdir(&e)), SystemErrno::ENOTEMPTY);
    match rename(&d, &a) {
        Ok(()) => eprintln!("SKIPPED: a directory over a file: it was replaced"),
        Err(error) => assert_eq!(error.get_errno(), SystemErrno::ENOTDIR),
    }
}

#[test]
fn more_names_and_copies() {
    let scratch = Scratch::new("link");
    let a = scratch.file("a", b"shared");
    let b = scratch.path("b");
    match link(&a, &b) {
        Ok(()) => {
            assert_eq!(stat(&b).expect("there").ino(), stat(&a).expect("there").ino());
            assert_eq!(errno(link(&a, &b)), SystemErrno::EEXIST);
        }
        Err(error) => skipped("hard links", &error),
    }
    let c = scratch.path("c");
    copyfile(&a, &c, 0).expect("there");
    assert_eq!(content(&c), b"shared");
    assert_eq!(errno(copyfile(&a, &c, 1)), SystemErrno::EEXIST);
    assert_eq!(errno(copyfile(&scratch.path("none"), &c, 0)), SystemErrno::ENOENT);
}

#[test]
fn symbolic_links_lead_on() {
    let scratch = Scratch::new("symlink");
    scratch.file("f", b"found");
    let link = scratch.path("l");
    if let Err(error) = symlink(zstr!("f"), &link) {
        return skipped("symbolic links", &error);
    }
    // Wine 8 says that it made one, and did not.
    match lstat(&link) {
        Ok(seen) => assert_eq!(seen.kind(), FileKind::SymLink),
        Err(error) => return skipped("symbolic links", &error),
    }
    assert_eq!(content(&link), b"found");
    let mut buf = [0; 64];
    assert_eq!(readlink(&link, &mut buf).expect("a link"), 1);
    assert_eq!(buf[0], b'f');
    let refused = open(&link, O::RDONLY | O::NOFOLLOW, 0);
    assert_eq!(errno(refused), SystemErrno::ELOOP);
    unlink(&link).expect("the link goes, not the file");
    assert_eq!(stat(&scratch.path("f")).expect("there").size(), 5);
}

#[test]
fn what_is_no_link_is_not_read_as_one() {
    let scratch = Scratch::new("readlink");
    let path = scratch.file("f", b"");
    let mut buf = [0; 64];
    assert_eq!(errno(readlink(&scratch.path("none"), &mut buf)), SystemErrno::ENOENT);
    let error = readlink(&path, &mut buf).expect_err("a file");
    if error.get_errno() != SystemErrno::EINVAL {
        skipped("what reading a file as a link says", &error);
    }
}

#[test]
fn every_entry_of_a_large_directory_once() {
    // Wine takes seven milliseconds for each.
    let count = if std::env::var_os("WINEPREFIX").is_some() { 2_000 } else { 10_000 };
    let scratch = Scratch::new("entries");
    for number in 0..count {
        // Some names are long, some not ASCII.
        let tail = if usize::is_multiple_of(number, 7) { "ü".repeat(100) } else { String::new() };
        fs::write(scratch.0.join(format!("{number}-{tail}")), b"").expect("a file");
    }
    fs::create_dir(scratch.0.join("directory")).expect("a directory");
    let dir = scratch.dir();
    let mut seen = vec![false; count];
    let mut directories = 0;
    let mut entries = dir.iterate();
    while let Some(entry) = entries.next().expect("readable") {
        if entry.kind == FileKind::Directory {
            assert_eq!(entry.name.slice(), b"directory");
            directories += 1;
            continue;
        }
        let name = core::str::from_utf8(entry.name.slice()).expect("as written");
        let (number, tail) = name.split_once('-').expect("as written");
        let number: usize = number.parse().expect("as written");
        assert_eq!(tail.chars().count(), if usize::is_multiple_of(number, 7) { 100 } else { 0 });
        assert!(!core::mem::replace(&mut seen[number], true), "{number} twice");
    }
    assert!(seen.iter().all(|seen| *seen) && directories == 1);
    let file = scratch.file("0-", b"");
    let file = File::open(&file, O::RDONLY, 0).expect("exists");
    let error = bun_sys::iterate_dir(file.handle()).next().expect_err("no directory");
    assert_ne!(error.get_errno(), SystemErrno::SUCCESS);
}

#[test]
fn a_name_with_half_a_character_opens_again() {
    use std::os::windows::ffi::OsStringExt;
    let scratch = Scratch::new("surrogate");
    let name = std::ffi::OsString::from_wide(&[0x61, 0xD800, 0x62]);
    if let Err(error) = fs::write(scratch.0.join(name), b"odd") {
        eprintln!("SKIPPED: names with half a character: {error}");
        return;
    }
    let dir = scratch.dir();
    let mut entries = dir.iterate();
    let entry = entries.next().expect("readable").expect("one entry");
    if entry.name.slice() != b"a\xED\xA0\x80b" {
        eprintln!("SKIPPED: names with half a character: the system changed it");
        return;
    }
    let file = dir.open_file(entry.name.slice(), O::RDONLY, 0).expect("just listed");
    assert_eq!(file.read_to_end().expect("readable"), b"odd");
}

#[test]
fn wide_paths_and_choices() {
    let scratch = Scratch::new("wide");
    let dir = scratch.dir();
    let wide = |text: &str| text.encode_utf16().collect::<Vec<u16>>();
    let made = WindowsOpenDirOptions {
        op: WindowsOpenDirOp::OpenOrCreate,
        iterable: true,
        ..WindowsOpenDirOptions::default()
    };
    for _ in 0..2 {
        let sub = OwnedFd::new(open_dir_at_windows(dir.fd(), &wide("sub"), made).expect("made"));
        assert!(fstat(sub.fd()).expect("open").kind().is_directory());
        assert!(bun_sys::iterate_dir(sub.fd()).next().expect("listed").is_none());
    }
    let only = WindowsOpenDirOptions { op: WindowsOpenDirOp::OnlyCreate, ..made };
    assert_eq!(errno(open_dir_at_windows_a(&dir, b"sub", only)), SystemErrno::EEXIST);
    let kept =
        OwnedFd::new(open_dir_no_renaming_or_deleting_windows(dir.fd(), b"sub").expect("there"));
    if rmdir(&scratch.path("sub")).is_ok() {
        eprintln!("SKIPPED: a directory that cannot be removed: it was");
    }
    drop(kept);
    let flags = O::RDWR | O::CREAT;
    let file = openat_windows(dir.fd(), &wide(r"sub\..\ö"), flags, 0o644).expect("made");
    close(file).expect("open");
    let options = NtCreateFileOptions {
        access_mask: 0x8010_0000,
        options: 0x20,
        ..NtCreateFileOptions::default()
    };
    close(open_file_at_windows(dir.fd(), &wide("ö"), options).expect("there")).expect("open");
    assert_eq!(errno(openat_windows(dir.fd(), &[0x61, 0, 0x62], 0, 0)), SystemErrno::EINVAL);
    let found = get_file_attributes(&scratch.path("ö")).expect("there");
    assert!(!found.is_directory && !found.is_reparse_point);
    assert_eq!(get_file_attributes(&scratch.path("none")), None);

    let mut buf = [0; 512];
    let name = normalize_path_windows(dir.fd(), &wide("a/./b"), &mut buf).expect("it fits");
    assert_eq!(name.as_slice(), wide(r"a\b"));
    let name = normalize_path_windows(Fd::cwd(), &wide(r"C:\a\..\b"), &mut buf).expect("it fits");
    assert_eq!(name.as_slice(), wide(r"\??\C:\b"));
    let bare = NormalizePathWindowsOpts { add_nt_prefix: false };
    let name = normalize_path_windows_opts(Fd::cwd(), &wide("C:/b"), &mut buf, bare);
    assert_eq!(name.expect("it fits").as_slice(), wide(r"C:\b"));
    let short = normalize_path_windows(Fd::cwd(), &wide("C:/b"), &mut buf[..5]);
    assert_eq!(errno(short), SystemErrno::ENAMETOOLONG);
}

#[test]
fn junctions_lead_to_directories() {
    let scratch = Scratch::new("junction");
    let target = scratch.path("target");
    mkdir(&target, 0o777).expect("new");
    scratch.file("target/f", b"through");
    let link = scratch.path("link");
    let flags = sys_uv::UV_FS_SYMLINK_JUNCTION;
    match sys_uv::symlink_uv(&target, &link, flags) {
        Ok(()) => {
            assert_eq!(lstat(&link).expect("there").kind(), FileKind::SymLink);
            assert_eq!(content(&scratch.path("link/f")), b"through");
            let mut buf = [0; 512];
            let len = readlink(&link, &mut buf).expect("a link");
            assert_eq!(buf[..len], *target.as_bytes());
            unlink(&link).expect("the junction goes, not the directory");
            assert_eq!(content(&scratch.path("target/f")), b"through");
        }
        Err(error) => {
            skipped("junctions", &error);
            assert_eq!(errno(stat(&link)), SystemErrno::ENOENT, "nothing is left behind");
        }
    }
}

#[test]
fn descriptors_know_their_paths() {
    let scratch = Scratch::new("path");
    let path = scratch.file("f", b"");
    let file = OwnedFd::new(open(&path, O::RDONLY, 0).expect("exists"));
    let mut buf = bun_paths::path_buffer_pool::get();
    let shown = get_fd_path(file.fd(), &mut buf).expect("open").to_vec();
    let again = stat(&ZBox::from_bytes(&shown)).expect("the same file");
    assert_eq!(again.ino(), fstat(file.fd()).expect("open").ino());
    assert!(shown.ends_with(br"\f") && !shown.starts_with(br"\\?\"));
    let len = bun_sys::getcwd(&mut buf[..]).expect("it fits");
    let expected = std::env::current_dir().expect("known");
    assert_eq!(buf[..len], *expected.to_str().expect("Unicode").as_bytes());
    assert_eq!(errno(bun_sys::getcwd(&mut [0; 1])), SystemErrno::ERANGE);
}

#[test]
fn a_failed_call_says_which_and_why() {
    let error = open(zstr!(r"C:\no\f"), O::RDONLY, 0).expect_err("no such file");
    assert_eq!((error.get_errno(), error.syscall), (SystemErrno::ENOENT, Tag::open));
    assert_eq!(SystemErrno::EUNKNOWN.raw(), 134);
    assert_eq!(SystemErrno::EFTYPE.name(), Some("EFTYPE"));
    assert_eq!(SystemErrno::UV_ENOENT.raw(), 4058);
    assert_eq!(SystemErrno::from_win32(1113), Some(SystemErrno::ECHARSET));
}
