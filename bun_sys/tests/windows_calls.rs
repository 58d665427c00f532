//! Descriptors, wide paths, memory and the process on Windows. Runs under Wine too; what Wine lacks
//! is said.
#![cfg(windows)]
#![expect(clippy::print_stderr, unsafe_code, reason = "says what was not tested, and maps memory")]

mod windows_scratch;

use core::ptr;
use core::sync::atomic::{AtomicU32, Ordering};
use core::time::Duration;

use bun_str::zstr;
use bun_sys::{
    AtomicFileOptions, CopyFileOptions, DecodeWindows, Fd, FileKind, NormalizePathWindowsOpts,
    NtCreateFileOptions, O, OwnedFd, POLL, PollFd, SystemErrno, WindowsOpenDirOp,
    WindowsOpenDirOptions, close, copy_file_z_slow_with_handle, dup, fstat, ftruncate, futex,
    get_file_attributes, lseek, lstat, mkdir, mmap, munmap, normalize_path_windows,
    normalize_path_windows_opts, open, open_dir_at_windows, open_dir_at_windows_a,
    open_dir_no_renaming_or_deleting_windows, open_file_at_windows, openat_windows, pipe, poll,
    pread, pwrite, read, readlink, rmdir, stat, sys_uv, unlink, windows, write, write_file_atomic,
};
use windows_scratch::{Scratch, content, errno, skipped};

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
    bun_sys::preallocate_file(fd.native(), 0, 200).expect("never fails");
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
fn copies_replace_what_is_there() {
    let scratch = Scratch::new("copies");
    let path = scratch.file("a", b"old");
    let dir = scratch.dir();
    let options = AtomicFileOptions { sync: true, ..AtomicFileOptions::default() };
    write_file_atomic(&dir, zstr!("a"), b"content", options).expect("writable");
    assert_eq!(content(&path), b"content");
    for to in [&b"a"[..], b"b"] {
        dir.copy_file(b"a", &dir, to, CopyFileOptions::default()).expect("writable");
        assert_eq!(content(&path), b"content");
    }
    let from = OwnedFd::new(open(&path, O::RDONLY, 0).expect("exists"));
    lseek(from.fd(), 4, 0).expect("a file");
    copy_file_z_slow_with_handle(from.fd(), dir.fd, zstr!("b")).expect("writable");
    assert_eq!(content(&scratch.path("b")), b"ent");
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
fn memory_of_a_file_and_of_its_own() {
    let scratch = Scratch::new("mmap");
    let path = scratch.file("f", b"mapped bytes");
    let file = OwnedFd::new(open(&path, O::RDWR, 0).expect("exists"));
    let (shared, both) = (bun_sys::MAP::SHARED, bun_sys::PROT::READ | bun_sys::PROT::WRITE);
    // SAFETY: nothing is asked for at a fixed place.
    let at = unsafe { mmap(ptr::null_mut(), 12, both, shared, file.fd(), 0) }.expect("mapped");
    // SAFETY: 12 bytes are mapped to be read and written, and nobody else knows them.
    let view = unsafe { core::slice::from_raw_parts_mut(at, 12) };
    view[..6].copy_from_slice(b"MAPPED");
    // SAFETY: nothing uses them any more.
    unsafe { munmap(at, 12) }.expect("mapped");
    assert_eq!(content(&path), b"MAPPED bytes");
    let own = shared | bun_sys::MAP::ANONYMOUS;
    // SAFETY: as above.
    let at = unsafe { mmap(ptr::null_mut(), 4096, both, own, Fd::INVALID, 0) }.expect("memory");
    // SAFETY: as above.
    assert!(unsafe { core::slice::from_raw_parts(at, 4096) }.iter().all(|byte| *byte == 0));
    // SAFETY: as above.
    unsafe { munmap(at, 4096) }.expect("mapped");
    // SAFETY: nothing is asked for at a fixed place.
    let refused = unsafe { mmap(ptr::null_mut(), 12, both, shared, Fd::INVALID, 0) };
    assert_eq!(refused.map_err(|error| error.get_errno()), Err(SystemErrno::EBADF));
}

#[test]
fn a_word_is_waited_for() {
    let word = AtomicU32::new(1);
    assert!(futex::wait(&word, 2, None), "it is not two");
    assert!(!futex::wait(&word, 1, Some(Duration::from_millis(1))), "nobody wakes");
    std::thread::scope(|scope| {
        let waiter = scope.spawn(|| {
            while word.load(Ordering::Acquire) == 1 {
                futex::wait(&word, 1, None);
            }
        });
        word.store(2, Ordering::Release);
        futex::wake(&word, u32::MAX);
        waiter.join().expect("woken, or never asleep");
    });
}

#[test]
fn a_pipe_is_polled() {
    let [reader, writer] = pipe().expect("a pipe").map(OwnedFd::new);
    let mut wanted = [PollFd::new(reader.fd(), POLL::IN)];
    assert_eq!(poll(&mut wanted, 0), Ok(0));
    assert_eq!(write(writer.fd(), b"x"), Ok(1));
    assert_eq!((poll(&mut wanted, -1), wanted[0].revents), (Ok(1), POLL::IN));
    let file = OwnedFd::new(open(zstr!("NUL"), O::RDONLY, 0).expect("there"));
    assert!(poll(&mut [PollFd::new(file.fd(), POLL::IN)], 0).is_ok());
}

#[test]
fn the_process_and_its_surroundings() {
    let mut random = [[0; 16]; 2];
    random.iter_mut().for_each(|buf| bun_sys::getrandom(buf).expect("the system has some"));
    assert_ne!(random[0], random[1]);
    let me = i32::try_from(std::process::id()).expect("a small number");
    assert_eq!(bun_sys::kill(me, 0), Ok(()));
    assert_eq!(errno(bun_sys::kill(0x7FFF_FFF0, 0)), SystemErrno::ESRCH);
    assert_eq!(errno(bun_sys::kill(me, 99)), SystemErrno::EINVAL);
    assert!(windows::exe_path_w().as_slice().ends_with(bun_str::w!(".exe")));
    assert!(windows::getenv_w(bun_str::w!("PATH")).is_some_and(|value| !value.is_empty()));
    assert_eq!(windows::getenv_w(bun_str::w!("BUN_SYS_NO_SUCH_VARIABLE")), None);
    assert!(!windows::is_watcher_child());
    assert_eq!(windows::GetCurrentProcessId(), std::process::id());
    let here = (the_process_and_its_surroundings as fn()) as usize;
    let module = windows::get_module_handle_from_address(here).expect("this program");
    let mut name = [0; 512];
    let name = windows::get_module_name_w(module, &mut name).expect("it fits");
    assert_eq!(name, windows::exe_path_w().as_slice());
    assert_eq!(windows::get_module_handle_from_address(8), None);
    assert_ne!(windows::detect_runtime_version(), "unknown");
    assert_eq!(windows::user_unique_id(), windows::user_unique_id());
}

#[test]
fn descriptors_of_the_c_runtime() {
    let scratch = Scratch::new("crt");
    let path = scratch.file("f", b"content");
    let fd = open(&path, O::RDONLY, 0).expect("exists").make_libuv_owned().expect("there is room");
    assert_eq!(fd.kind(), bun_sys::FdKind::Uv);
    assert!(fd.uv() > 2 && fd.decode_windows() == DecodeWindows::Uv(fd.uv()));
    let mut buf = [0; 16];
    assert_eq!(read(fd, &mut buf), Ok(7));
    close(fd).expect("open");
    assert_eq!(errno(close(fd)), SystemErrno::EBADF);
    assert!(Fd::INVALID.make_libuv_owned().is_err());
}

#[test]
fn removing_and_moving_by_wide_names() {
    let scratch = Scratch::new("wide_names");
    let dir = scratch.dir();
    let wide = |text: &str| text.encode_utf16().collect::<Vec<u16>>();
    scratch.file("a", b"moved");
    let options =
        NtCreateFileOptions { access_mask: 0x11_0000, options: 0x20, ..Default::default() };
    let file = OwnedFd::new(open_file_at_windows(dir.fd(), &wide("a"), options).expect("there"));
    windows::move_opened_file_at(file.fd(), dir.fd(), &wide("b"), false).expect("the name is free");
    drop(file);
    assert_eq!(content(&scratch.path("b")), b"moved");
    let options = windows::DeleteFileOptions { dir: Some(dir.fd()), remove_dir: false };
    windows::DeleteFileBun(&wide("b"), options).expect("there");
    assert_eq!(errno(windows::DeleteFileBun(&wide("b"), options)), SystemErrno::ENOENT);
}
