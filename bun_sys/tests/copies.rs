//! Files copied, moved, replaced, and written by name.
#![cfg(all(unix, not(miri)))]

mod scratch;

use std::fs;
use std::io::Read as _;
use std::os::fd::IntoRawFd as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};

use bun_str::{ZBox, zstr};
use bun_sys::copy_file::{
    LinuxCopyFileState, copy_file_range, copy_file_read_write_loop, copy_file_with_state,
};
use bun_sys::{
    AtomicFile, AtomicFileOptions, CopyFileOptions, CreateFlags, Fd, File, O, RenameOptions,
    SystemErrno, Tag, Tmpfile, copy_file, copy_file_z_slow_with_handle, lseek, move_file_z,
    move_file_z_slow, move_file_z_with_handle, renameat_concurrently, renameat_concurrently_a,
    write_file_atomic,
};
use scratch::Scratch;

fn content(len: usize) -> Vec<u8> {
    (0..len).map(|i| (i * 31 % 251) as u8).collect()
}

fn pipe() -> (File, File) {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    let file = |number: i32| File::from_fd(Fd::from_native(number));
    (file(reader.into_raw_fd()), file(writer.into_raw_fd()))
}

/// A state in which the ways before the `way`th are not tried.
fn state(way: usize) -> LinuxCopyFileState {
    LinuxCopyFileState {
        has_seen_exdev: false,
        has_ioctl_ficlone_failed: way > 0,
        has_copy_file_range_failed: way > 1,
        has_sendfile_failed: way > 2,
    }
}

#[test]
fn every_way_copies_the_same() {
    let scratch = Scratch::new("ways");
    let dir = scratch.dir();
    for len in [0, 1, 4096, 32 * 1024, 32 * 1024 + 1, 300_000] {
        let content = content(len);
        scratch.write("from", &content);
        for way in 0..4 {
            let from = dir.open_file(b"from", O::RDONLY | O::CLOEXEC, 0).expect("just written");
            let to = dir.create_file_z(zstr!("to"), CreateFlags::default()).expect("writable");
            let mut state = state(way);
            copy_file_with_state(from.handle, to.handle, &mut state).expect("both are files");
            assert_eq!(File::read_from(&dir, b"to").expect("readable"), content, "{len} {way}");
            assert_eq!(state.has_sendfile_failed, way == 3, "it works for files");
        }
    }
    assert_eq!(scratch.open_descriptors(), 1);
}

#[test]
fn a_copy_starts_where_the_files_are_and_goes_on_after_a_part() {
    let scratch = Scratch::new("resume");
    let dir = scratch.dir();
    let content = content(200_000);
    scratch.write("from", &content);
    for way in 1..4 {
        let from = dir.open_file(b"from", O::RDONLY | O::CLOEXEC, 0).expect("just written");
        let to = dir.create_file_z(zstr!("to"), CreateFlags::default()).expect("writable");
        to.write_all(&content[..1000]).expect("room");
        from.seek_to(1000).expect("a file");
        let count = copy_file_range(from.handle, to.handle, 5000, 0, &mut state(way));
        assert_eq!(count.expect("both are files"), 5000);
        assert_eq!((from.get_pos(), to.get_pos()), (Ok(6000), Ok(6000)));
        copy_file_with_state(from.handle, to.handle, &mut state(way)).expect("the rest");
        assert_eq!(File::read_from(&dir, b"to").expect("readable"), content, "{way}");
    }
}

#[test]
fn what_cannot_be_written_is_read_again() {
    let scratch = Scratch::new("unwritten");
    let dir = scratch.dir();
    scratch.write("from", &content(50_000));
    let from = dir.open_file(b"from", O::RDONLY | O::CLOEXEC, 0).expect("just written");
    from.seek_to(10).expect("a file");
    let full = File::open(zstr!("/dev/full"), O::WRONLY | O::CLOEXEC, 0).expect("a device");
    for way in 0..4 {
        let error = copy_file_with_state(from.handle, full.handle, &mut state(way));
        let error = error.expect_err("the device is full");
        assert_eq!((error.get_errno(), error.syscall), (SystemErrno::ENOSPC, Tag::write));
        assert_eq!(error.fd, full.handle);
        assert_eq!(from.get_pos().expect("a file"), 10, "{way}");
    }
}

#[test]
fn pipes_and_files_that_say_they_are_empty() {
    let scratch = Scratch::new("odd");
    let dir = scratch.dir();
    // The kernel makes this up; its size is said to be 0.
    let from = File::open(zstr!("/proc/self/status"), O::RDONLY | O::CLOEXEC, 0).expect("mounted");
    let to = dir.create_file_z(zstr!("status"), CreateFlags::default()).expect("writable");
    copy_file(from.handle, to.handle).expect("readable");
    assert!(File::read_from(&dir, b"status").expect("copied").starts_with(b"Name:"));
    // Part by part, as the pipe gets filled.
    let (reader, writer) = pipe();
    let expected = content(300_000);
    let to = dir.create_file_z(zstr!("piped"), CreateFlags::default()).expect("writable");
    std::thread::scope(|scope| {
        let expected = &expected;
        scope.spawn(move || {
            for part in expected.chunks(7919) {
                writer.write_all(part).expect("a reader");
            }
        });
        copy_file(reader.handle, to.handle).expect("until the writer closes");
    });
    assert_eq!(File::read_from(&dir, b"piped").expect("copied"), expected);
    // And the other way round, where it is written as the pipe gets read.
    let (reader, writer) = pipe();
    let from = dir.open_file(b"piped", O::RDONLY | O::CLOEXEC, 0).expect("just written");
    let mut seen = Vec::new();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            // All of it, and not only its descriptor: it is closed here.
            let writer = writer;
            copy_file(from.handle, writer.handle).expect("a reader");
        });
        reader.reader().read_to_end(&mut seen).expect("until the writer closes");
    });
    assert_eq!(seen, expected);
}

#[test]
fn what_is_no_open_file_is_not_copied() {
    let scratch = Scratch::new("no-copy");
    let dir = scratch.dir();
    let path = scratch.write("from", b"content");
    let from = File::open(&path, O::RDONLY | O::CLOEXEC, 0).expect("just written");
    let to = dir.create_file_z(zstr!("to"), CreateFlags::default()).expect("writable");
    let cases = [
        (dir.fd, to.handle, SystemErrno::EISDIR),
        (Fd::INVALID, to.handle, SystemErrno::EBADF),
        (to.handle, to.handle, SystemErrno::EBADF),
        (from.handle, from.handle, SystemErrno::EBADF),
        (from.handle, Fd::INVALID, SystemErrno::EBADF),
    ];
    for (from, to, errno) in cases {
        let error = copy_file(from, to).expect_err("one of them cannot");
        assert_eq!(error.get_errno(), errno);
        let error = copy_file_read_write_loop(from, to, 10).expect_err("one of them cannot");
        assert_eq!(error.get_errno(), errno);
    }
    assert_eq!(to.get_end_pos().expect("open"), 0);
    assert_eq!(copy_file_read_write_loop(from.handle, to.handle, 3).expect("open"), 3);
    assert_eq!(File::read_from(&dir, b"to").expect("readable"), b"con");
}

#[test]
fn a_copy_has_the_mode_of_its_source() {
    let scratch = Scratch::new("mode");
    let dir = scratch.dir();
    let path = scratch.join("from");
    scratch.write("from", b"content");
    let mode = |name: &str| {
        fs::metadata(scratch.join(name)).expect("just made").permissions().mode() & 0o7777
    };
    for wanted in [0o600, 0o777, 0o640, 0o4755] {
        fs::set_permissions(&path, fs::Permissions::from_mode(wanted)).expect("ours");
        dir.copy_file(b"from", &dir, b"to", CopyFileOptions::default()).expect("writable");
        assert_eq!(mode("to"), wanted);
        let from = dir.open_file(b"from", O::RDONLY | O::CLOEXEC, 0).expect("readable");
        copy_file_z_slow_with_handle(from.handle, dir.fd, zstr!("slow")).expect("writable");
        assert_eq!(mode("slow"), wanted);
        let override_mode = Some(0o644);
        dir.copy_file(b"from", &dir, b"other", CopyFileOptions { override_mode }).expect("room");
        assert_eq!(mode("other"), 0o644);
    }
    let before = scratch.open_descriptors();
    assert!(dir.copy_file(b"none", &dir, b"x", CopyFileOptions::default()).is_err());
    assert!(dir.copy_file(b"from", &dir, b"none/x", CopyFileOptions::default()).is_err());
    assert!(dir.copy_file(b".", &dir, b"x", CopyFileOptions::default()).is_err());
    assert_eq!(scratch.open_descriptors(), before);
}

#[test]
fn a_copy_onto_itself_keeps_everything() {
    let scratch = Scratch::new("itself");
    let dir = scratch.dir();
    scratch.write("a", b"content");
    fs::hard_link(scratch.join("a"), scratch.join("b")).expect("one file system");
    for to in [b"a", b"b"] {
        dir.copy_file(b"a", &dir, to, CopyFileOptions::default()).expect("writable");
        assert_eq!(fs::read(scratch.join("a")).expect("there"), b"content");
    }
    let from = dir.open_file(b"a", O::RDONLY | O::CLOEXEC, 0).expect("readable");
    copy_file_z_slow_with_handle(from.handle, dir.fd, zstr!("a")).expect("writable");
    assert_eq!(fs::read(scratch.join("a")).expect("there"), b"content");
    assert_eq!(scratch.names(), ["a", "b"]);
}

#[test]
fn a_copy_that_fails_leaves_the_old_file() {
    let scratch = Scratch::new("old");
    let dir = scratch.dir();
    scratch.write("old", b"old");
    let error = dir.copy_file(b".", &dir, b"old", CopyFileOptions::default()).expect_err("no file");
    assert_eq!(error.name(), "EISDIR");
    assert_eq!(fs::read(scratch.join("old")).expect("there"), b"old");
    assert_eq!(scratch.names(), ["old"]);
}

#[test]
fn a_copy_ends_where_its_source_ends() {
    let scratch = Scratch::in_memory("position");
    let dir = scratch.dir();
    scratch.write("from", b"content");
    let from = dir.open_file(b"from", O::RDONLY | O::CLOEXEC, 0).expect("readable");
    lseek(from.handle, 4, 0).expect("a file");
    copy_file_z_slow_with_handle(from.handle, dir.fd, zstr!("to")).expect("writable");
    let copied = fs::read(scratch.join("to")).expect("there");
    // A file system that shares blocks shares all of them.
    assert!([&b"ent"[..], b"content"].contains(&&*copied), "{copied:?}");
}

#[test]
fn moving_replaces_what_is_there() {
    let scratch = Scratch::new("move");
    let dir = scratch.dir();
    let (fd, to) = (dir.fd, zstr!("to"));
    let from = || {
        scratch.write("from", b"new");
        zstr!("from")
    };
    let moved = || {
        assert!(!scratch.join("from").exists());
        assert_eq!(fs::read(scratch.join("to")).expect("moved"), b"new");
    };
    move_file_z(fd, from(), fd, to).expect("nothing is there");
    moved();
    scratch.write("to", b"old");
    move_file_z(fd, from(), fd, to).expect("a file is replaced");
    moved();
    fs::remove_file(scratch.join("to")).expect("there");
    fs::create_dir(scratch.join("to")).expect("room");
    move_file_z(fd, from(), fd, to).expect("an empty directory is replaced");
    moved();
    move_file_z_slow(fd, from(), fd, to).expect("copied");
    moved();
    let file = dir.open_file(b"to", O::RDWR | O::CLOEXEC, 0).expect("there");
    file.close_and_move_to(&scratch::z(&scratch.join("to")), &scratch::z(&scratch.join("again")))
        .expect("nothing is there");
    assert_eq!(scratch.names(), ["again"]);
    dir.make_path(b"full/inside").expect("room");
    let error = move_file_z(fd, from(), fd, zstr!("full")).expect_err("not empty");
    assert_eq!(error.name(), "EISDIR");
    assert_eq!(move_file_z(fd, zstr!("none"), fd, to).expect_err("missing").name(), "ENOENT");
    assert!(scratch.join("full/inside").is_dir() && scratch.join("from").is_file());
    assert_eq!(scratch.open_descriptors(), 1);
}

/// Two directories on different file systems, if this machine has them.
#[expect(clippy::print_stdout, reason = "says that nothing was tested")]
fn two_file_systems(test: &str) -> Option<(Scratch, Scratch)> {
    let (disk, memory) = (Scratch::new(test), Scratch::in_memory(test));
    let device = |scratch: &Scratch| fs::metadata(&scratch.0).expect("just made").dev();
    if device(&disk) == device(&memory) {
        println!("SKIPPED: {} and {} are one file system", disk.0.display(), memory.0.display());
        return None;
    }
    Some((disk, memory))
}

#[test]
fn moving_to_another_file_system_copies() {
    let Some((disk, memory)) = two_file_systems("other-fs") else { return };
    let (from, to) = (disk.dir(), memory.dir());
    let content = content(100_000);
    let put = || {
        disk.write("from", &content);
        fs::set_permissions(disk.join("from"), fs::Permissions::from_mode(0o741)).expect("ours");
    };
    let check = || {
        assert!(disk.names().is_empty());
        assert_eq!(fs::read(memory.join("to")).expect("moved"), content);
        let mode = fs::metadata(memory.join("to")).expect("moved").permissions().mode();
        assert_eq!(mode & 0o777, 0o741);
    };
    put();
    move_file_z(from.fd, zstr!("from"), to.fd, zstr!("to")).expect("copied");
    check();
    for flags in [O::RDONLY, O::WRONLY] {
        put();
        let handle = from.open_file(b"from", flags | O::CLOEXEC, 0).expect("just written");
        lseek(handle.handle, 77, 0).expect("a file");
        move_file_z_with_handle(handle.handle, from.fd, zstr!("from"), to.fd, zstr!("to"))
            .expect("copied, all of it");
        check();
    }
    put();
    let options = RenameOptions { move_fallback: true };
    renameat_concurrently_a(from.fd, b"from", to.fd, b"to", options).expect("copied");
    check();
    put();
    let error = renameat_concurrently_a(from.fd, b"from", to.fd, b"to", RenameOptions::default());
    assert_eq!(error.expect_err("not allowed").get_errno(), SystemErrno::EXDEV);
    assert_eq!((disk.names(), memory.names()), (vec!["from".into()], vec!["to".into()]));
    // What cannot be put there stays here.
    fs::create_dir_all(memory.join("dir/inside")).expect("room");
    assert!(move_file_z(from.fd, zstr!("from"), to.fd, zstr!("dir")).is_err());
    assert_eq!(fs::read(disk.join("from")).expect("not moved"), content);
    // A ladder that has seen two file systems does not try to clone again.
    let mut state = LinuxCopyFileState::default();
    let source = from.open_file(b"from", O::RDONLY | O::CLOEXEC, 0).expect("there");
    let copy = to.create_file_z(zstr!("copy"), CreateFlags::default()).expect("writable");
    copy_file_with_state(source.handle, copy.handle, &mut state).expect("copied");
    assert!(state.has_seen_exdev || state.has_ioctl_ficlone_failed);
    assert_eq!(fs::read(memory.join("copy")).expect("copied"), content);
    assert_eq!((disk.open_descriptors(), memory.open_descriptors()), (2, 2));
}

#[test]
fn a_directory_that_is_not_empty_is_replaced() {
    let scratch = Scratch::new("concurrently");
    let dir = scratch.dir();
    let put = || {
        dir.make_path(b"from/new").expect("room");
        (zstr!("from"), RenameOptions::default())
    };
    for old in ["missing", "empty", "full", "file", "link"] {
        let (from, options) = put();
        match old {
            "empty" => dir.make_path(b"to").expect("room"),
            "full" => dir.make_path(b"to/old/deep").expect("room"),
            "file" => drop(scratch.write("to", b"old")),
            "link" => symlink("nowhere", scratch.join("to")).expect("room"),
            _ => {}
        }
        renameat_concurrently(dir.fd, from, dir.fd, zstr!("to"), options).expect("replaced");
        assert_eq!(scratch.names(), ["to"], "{old}");
        assert!(scratch.join("to/new").is_dir(), "{old}");
        dir.delete_tree(b"to").expect("ours");
    }
    let (_, options) = put();
    let missing = renameat_concurrently(dir.fd, zstr!("none"), dir.fd, zstr!("from"), options);
    assert_eq!(missing.expect_err("missing").get_errno(), SystemErrno::ENOENT);
    // A directory cannot be moved into itself; nothing is deleted to make that possible.
    let inside = renameat_concurrently(dir.fd, zstr!("from"), dir.fd, zstr!("from/new/x"), options);
    assert_eq!(inside.expect_err("impossible").get_errno(), SystemErrno::EINVAL);
    assert!(scratch.join("from/new").is_dir());
    assert_eq!(scratch.open_descriptors(), 1);
}

#[test]
fn a_file_is_replaced_whole_or_not_at_all() {
    let scratch = Scratch::new("atomic");
    let dir = scratch.dir();
    dir.make_path(b"sub").expect("room");
    let options = AtomicFileOptions::default();
    for path in ["a", "sub/b", "./c", "sub/../d"] {
        let path_z = ZBox::from_bytes(path);
        for text in [&b"old"[..], b"new and longer"] {
            write_file_atomic(&dir, &path_z, text, options).expect("writable");
            assert_eq!(fs::read(scratch.join(path)).expect("written"), text);
        }
    }
    let absolute = scratch::z(&scratch.join("e"));
    let options = AtomicFileOptions { mode: 0o600, sync: true };
    write_file_atomic(Fd::cwd(), &absolute, b"x", options).expect("writable");
    let mode = fs::metadata(scratch.join("e")).expect("written").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let names = ["a", "c", "d", "e", "sub"];
    assert_eq!(scratch.names(), names);
    // Dropped half-way, and renamed onto what cannot be replaced.
    let half = AtomicFile::create(&dir, zstr!("a"), options).expect("writable");
    half.file().write_all(b"half").expect("room");
    assert_eq!(scratch.names().len(), names.len() + 1);
    drop(half);
    fs::create_dir(scratch.join("sub/dir")).expect("room");
    let error = write_file_atomic(&dir, zstr!("sub/dir"), b"x", options).expect_err("a directory");
    assert_eq!(error.get_errno(), SystemErrno::EISDIR);
    assert_eq!(scratch.names(), names);
    assert_eq!(fs::read_dir(scratch.join("sub")).expect("there").count(), 2);
    assert_eq!(fs::read(scratch.join("a")).expect("there"), b"new and longer");
    let refused = [
        (&b""[..], SystemErrno::ENOENT),
        (b"/", SystemErrno::EISDIR),
        (b"sub/", SystemErrno::EISDIR),
        (b".", SystemErrno::EISDIR),
        (b"sub/..", SystemErrno::EISDIR),
        (b"a\0b", SystemErrno::EINVAL),
        (b"none/x", SystemErrno::ENOENT),
        (b"a/x", SystemErrno::ENOTDIR),
    ];
    for (path, errno) in refused {
        let error = AtomicFile::create(&dir, &ZBox::from_bytes(path), options);
        assert_eq!(error.expect_err("refused").get_errno(), errno, "{path:?}");
    }
    // The longest name that a file may have leaves no room for more.
    let longest = ZBox::from_bytes(b"n".repeat(255));
    write_file_atomic(&dir, &longest, b"x", options).expect("the name is cut, not the file's");
    let too_long = ZBox::from_bytes(b"n".repeat(256));
    let error = write_file_atomic(&dir, &too_long, b"x", options).expect_err("too long");
    assert_eq!(error.get_errno(), SystemErrno::ENAMETOOLONG);
    assert_eq!(scratch.names().len(), names.len() + 1);
    assert_eq!(scratch.open_descriptors(), 1);
}

#[test]
fn a_temporary_file_gets_its_name() {
    let scratch = Scratch::new("tmpfile");
    let dir = scratch.dir();
    scratch.write("to", b"old");
    let temporary = Tmpfile::create(dir.fd, zstr!("tmp")).expect("writable");
    let file = File::from_fd(temporary.fd);
    file.write_all(b"new").expect("room");
    temporary.finish(zstr!("to")).expect("replaced");
    assert_eq!(temporary.finish(zstr!("to")).expect_err("it is gone").name(), "ENOENT");
    drop(file);
    assert_eq!(scratch.names(), ["to"]);
    assert_eq!(fs::read(scratch.join("to")).expect("replaced"), b"new");
    let error = Tmpfile::create(dir.fd, zstr!("a\0b")).expect_err("refused");
    assert_eq!(error.get_errno(), SystemErrno::EINVAL);
    assert_eq!(scratch.open_descriptors(), 1);
}
