//! Files copied, moved, replaced, and written by name.
#![cfg(all(unix, not(miri)))]

mod scratch;

use std::fs;
use std::io::{Read as _, Write as _};
use std::os::fd::IntoRawFd as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};

use bun_paths::{FdPath as _, MAX_PATH_BYTES, PathBuffer};
use bun_str::{PathString, ZBox, zstr};
use bun_sys::copy_file::{
    LinuxCopyFileState, copy_file_range, copy_file_read_write_loop, copy_file_with_state,
};
use bun_sys::{
    AtomicFile, AtomicFileOptions, CopyFileOptions, CreateFlags, Fd, File, FileKind, O, OpenFlags,
    PathOrFileDescriptor, RenameOptions, SizeHint, SystemErrno, Tag, Tmpfile, WriteFileArgs,
    WriteFileData, copy_file, copy_file_z_slow_with_handle, lseek, move_file_z, move_file_z_slow,
    move_file_z_with_handle, open_file, open_file_absolute_z, renameat_concurrently,
    renameat_concurrently_a, self_exe_path, which, write_file_atomic, write_file_with_path_buffer,
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

#[test]
fn files_are_opened_read_and_written_by_name() {
    let scratch = Scratch::new("by-name");
    let dir = scratch.dir();
    let path = scratch.join("deep/er/file");
    let path_z = scratch::z(&path);
    let flags = O::RDWR | O::CREAT | O::CLOEXEC;
    let file = File::make_open(path_z.as_bytes(), flags, 0o644).expect("its parents are made");
    assert_eq!((file.kind(), file.is_tty()), (Ok(FileKind::File), false));
    file.pwrite_all(b"0123456789", 5).expect("room");
    assert_eq!(file.pwrite_all(b"x", -1).expect_err("negative").get_errno(), SystemErrno::EINVAL);
    assert_eq!(file.pwrite_all(b"", -1), Ok(()));
    assert_eq!(file.get_pos().expect("a file"), 0);
    file.seek_to(7).expect("a file");
    let mut buf = [0; 32];
    assert_eq!(file.read_fill_buf(&mut buf).expect("readable"), b"\0\0\0\0\x000123456789");
    assert_eq!(file.get_pos().expect("a file"), 7);
    assert_eq!(file.seek_to(u64::MAX).expect_err("negative").get_errno(), SystemErrno::EINVAL);
    let mut list = b"kept".to_vec();
    assert_eq!(file.read_to_end_into(&mut list).expect("readable"), 15);
    assert_eq!(&list[..9], b"kept\0\0\0\0\0");
    assert_eq!(file.read_to_end_small().expect("readable"), list[4..]);
    let (again, bytes) = File::read_file_from(&dir, b"deep/er/file").expect("readable");
    assert_eq!((again.stat().expect("open").size(), bytes.len()), (15, 15));
    let mut buf = PathBuffer::uninit();
    let real = fs::canonicalize(&path).expect("there");
    assert_eq!(again.get_path(&mut buf).expect("open"), scratch::z(&real).as_bytes());
    assert_eq!(dir.fd.fd_path(&mut buf).expect("open").len() + 13, real.as_os_str().len());
    assert!(File::read_from_user_input(Fd::cwd(), b"/none", path_z.as_bytes()).is_ok());
    let bytes = File::read_from_user_input(Fd::cwd(), scratch.bytes(), b"./deep/x/../er/file");
    assert_eq!(bytes.expect("readable").len(), 15);
    File::write_file(&dir, zstr!("a"), b"longer").expect("writable");
    File::write_file_os_path(&dir, zstr!("a"), b"short").expect("writable");
    assert_eq!(File::read_from(&dir, b"a").expect("readable"), b"short");
    let a = scratch::z(&scratch.join("a"));
    let opened = open_file_absolute_z(&a, OpenFlags::READ_WRITE).expect("there");
    opened.write_all(b"SH").expect("room");
    assert_eq!(
        open_file(a.as_bytes(), OpenFlags::READ_ONLY).expect("there").read_to_end().unwrap(),
        b"SHort"
    );
    let unreadable = open_file(a.as_bytes(), OpenFlags::WRITE_ONLY).expect("there");
    let result = unreadable.read_to_end_with(SizeHint::UnknownSize);
    assert_eq!(result.err.as_ref().map(bun_sys::Error::get_errno), Some(SystemErrno::EBADF));
    assert!(result.bytes.is_empty() && result.unwrap().is_err());
    File::create(&dir, b"a", false).expect("there").close().expect("open");
    assert_eq!(File::read_from(&dir, b"a").expect("readable"), b"SHort");
    File::create_w(&dir, &[u16::from(b'a')]).expect("there").close().expect("open");
    assert_eq!(File::read_from(&dir, b"a").expect("readable"), b"");
    drop((file, again, opened, unreadable));
    assert_eq!(scratch.open_descriptors(), 1);
}

#[test]
fn writers_count_what_they_wrote() {
    let scratch = Scratch::new("writers");
    let dir = scratch.dir();
    let mut buf = PathBuffer::uninit();
    let args = |file| WriteFileArgs {
        file,
        data: WriteFileData::Buffer { buffer: b"content" },
        dirfd: dir.fd,
        ..WriteFileArgs::default()
    };
    let by_path = |path| args(PathOrFileDescriptor::Path(PathString::init(path)));
    for _ in 0..2 {
        assert_eq!(write_file_with_path_buffer(&mut buf, &by_path(b"a")), Ok(7));
    }
    let file = dir.open_file(b"a", O::RDWR | O::CLOEXEC, 0).expect("there");
    file.seek_to(3).expect("a file");
    let by_fd = args(PathOrFileDescriptor::Fd(file.handle));
    assert_eq!(write_file_with_path_buffer(&mut buf, &by_fd), Ok(7));
    assert_eq!(file.read_to_end().expect("readable"), b"concontent");
    let long = b"x".repeat(MAX_PATH_BYTES);
    let refused = [
        (by_path(b""), SystemErrno::ENOENT),
        (by_path(b"a\0"), SystemErrno::EINVAL),
        (by_path(&long), SystemErrno::ENAMETOOLONG),
        (by_path(b"none/x"), SystemErrno::ENOENT),
        (
            WriteFileArgs {
                data: args(PathOrFileDescriptor::Fd(dir.fd)).data,
                ..WriteFileArgs::default()
            },
            SystemErrno::EBADF,
        ),
    ];
    for (args, errno) in refused {
        let error = write_file_with_path_buffer(&mut buf, &args).expect_err("refused");
        assert_eq!(error.get_errno(), errno);
    }
    // A reader that has gone, and a device without room: an error, or silence where asked for.
    let (reader, writer) = pipe();
    drop(reader);
    assert_eq!(
        writer.writer().write(b"x").expect_err("nobody").kind(),
        std::io::ErrorKind::BrokenPipe
    );
    assert_eq!(writer.quiet_writer().write(b"x").expect("silent"), 1);
    assert_eq!(bun_core::io::Write::write_all(&mut writer.quiet_writer(), b"x"), Ok(()));
    let full = File::open(zstr!("/dev/full"), O::WRONLY | O::CLOEXEC, 0).expect("a device");
    let mut lines = full.buffered_writer();
    lines.write_all(b"in the buffer").expect("there is room");
    assert_eq!(lines.flush().expect_err("full").kind(), std::io::ErrorKind::StorageFull);
    drop(lines.into_parts());
    let error = bun_core::io::Write::write_all(&mut full.writer(), b"x").expect_err("full");
    assert_eq!(error.name(), "ENOSPC");
    drop(file);
    assert_eq!(scratch.open_descriptors(), 1);
}

#[test]
fn a_program_is_found_as_a_shell_finds_it() {
    let scratch = Scratch::new("which");
    let dir = scratch.dir();
    for (path, mode) in [("one/tool", 0o644), ("two/tool", 0o755), ("two/plain", 0o644)] {
        dir.make_path(bun_paths::dirname(path.as_bytes()).expect("two parts")).expect("room");
        scratch.write(path, b"#!/bin/sh\n");
        fs::set_permissions(scratch.join(path), fs::Permissions::from_mode(mode)).expect("ours");
    }
    dir.make_path(b"three/tool").expect("room");
    symlink("nowhere", scratch.join("one/dangling")).expect("room");
    let top = scratch.0.to_str().expect("ASCII");
    let path = format!("::{top}/none:{top}/three:{top}/one:{top}/two/:");
    let mut buf = PathBuffer::uninit();
    let mut find = |cwd: &str, bin: &str| {
        let found = which(&mut buf, path.as_bytes(), cwd.as_bytes(), bin.as_bytes())?;
        assert_eq!(found.as_bytes_with_nul().last(), Some(&0));
        Some(String::from_utf8(found.as_bytes().to_vec()).expect("ASCII"))
    };
    let tool = format!("{top}/two/tool");
    assert_eq!(find("", "tool"), Some(tool.clone()));
    assert_eq!(find("/", &tool), Some(tool.clone()));
    assert_eq!(find(top, "two/tool"), Some(tool.clone()));
    assert_eq!(find(&format!("{top}//"), "./two/tool"), Some(tool));
    let one = format!("{top}/one");
    for (cwd, bin) in [
        ("", ""),
        ("", "plain"),
        ("", "dangling"),
        ("", "missing"),
        ("", "two/tool"),
        ("", "tool\0"),
        (&*one, "./tool"),
        (top, "two"),
        ("", top),
    ] {
        assert_eq!(find(cwd, bin), None, "{bin:?} in {cwd:?}");
    }
    assert_eq!(find("", &"x".repeat(MAX_PATH_BYTES)), None);
    assert_eq!(find(&"/x".repeat(MAX_PATH_BYTES), "./tool"), None);
    let exe = self_exe_path().expect("proc is mounted");
    let expected = std::env::current_exe().expect("proc is mounted");
    assert_eq!(exe.as_bytes(), scratch::z(&expected).as_bytes());
}
