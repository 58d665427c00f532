//! Names and files of Windows. Runs under Wine too; what Wine lacks is said.
#![cfg(windows)]
#![expect(clippy::print_stderr, reason = "says what was not tested")]

mod windows_scratch;

use std::fs;

use bun_str::{ZBox, zstr};
use bun_sys::{
    Fd, File, FileKind, O, OwnedFd, Renameat2Flags, SystemErrno, Tag, TimeLike, access, chmod,
    close, copyfile, fstat, fstatat, get_fd_path, link, lstat, mkdir, mkdirat, open, open_a,
    openat, read, readlink, rename, renameat2, rmdir, stat, symlink, unlink, unlinkat,
    unlinkat_with_flags, utimens, write,
};
use windows_scratch::{Scratch, content, errno, skipped};

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
