//! Files opened, read, written and found by name.
#![cfg(all(unix, not(miri)))]

mod scratch;

use std::fs;
use std::io::Write as _;
use std::os::fd::IntoRawFd as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};

use bun_paths::{FdPath as _, MAX_PATH_BYTES, PathBuffer};
use bun_str::{PathString, zstr};
use bun_sys::{
    Fd, File, FileKind, O, OpenFlags, PathOrFileDescriptor, SizeHint, SystemErrno, WriteFileArgs,
    WriteFileData, open_file, open_file_absolute_z, self_exe_path, which,
    write_file_with_path_buffer,
};
use scratch::Scratch;

fn pipe() -> (File, File) {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    let file = |number: i32| File::from_fd(Fd::from_native(number));
    (file(reader.into_raw_fd()), file(writer.into_raw_fd()))
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
    let scratch = Scratch::in_memory("writers");
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
    assert_eq!(scratch.names(), ["a"]);
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
