//! The loops of the `fs` rows, and the raw calls beside ours.

#![expect(unsafe_code, reason = "makes the raw calls that ours are compared with")]

use core::mem::MaybeUninit;
use std::io::Read as _;
use std::os::fd::{AsRawFd as _, OwnedFd};
use std::os::unix::fs::FileExt as _;

use bun_str::ZStr;
use bun_sys::{Fd, O, iterate_dir};
use rustix::fs::{CWD, Mode, OFlags};

/// What reading takes at once.
const ROOM: usize = 1024;

/// What is written at once.
pub(super) const BLOCK: [u8; 4096] = [b'x'; 4096];

const CREATED: &str = "made for this row";

fn repeat(n: u64, mut work: impl FnMut() -> u64) -> u64 {
    (0..n).fold(0, |sum, _| sum + work())
}

pub(super) fn read_ours(path: &ZStr, n: u64) -> u64 {
    repeat(n, || {
        let fd = bun_sys::open(path, O::RDONLY | O::CLOEXEC, 0).expect(CREATED);
        let mut buf = [MaybeUninit::uninit(); ROOM];
        let len = bun_sys::read_uninit(fd, &mut buf).expect(CREATED).len();
        bun_sys::close(fd).expect(CREATED);
        len as u64
    })
}

pub(super) fn read_libc(path: &ZStr, n: u64) -> u64 {
    let path = path.as_cstr().expect(CREATED);
    repeat(n, || {
        let mut buf = [MaybeUninit::<u8>::uninit(); ROOM];
        // SAFETY: the path has a terminator.
        let fd = unsafe { libc::open(path.as_ptr(), libc::O_RDONLY | libc::O_CLOEXEC) };
        // SAFETY: the call writes at most `ROOM` bytes to `buf`.
        let len = unsafe { libc::read(fd, buf.as_mut_ptr().cast(), ROOM) };
        // SAFETY: opened above.
        let closed = unsafe { libc::close(fd) };
        assert_eq!(closed, 0);
        len.cast_unsigned() as u64
    })
}

pub(super) fn read_rustix(path: &ZStr, n: u64) -> u64 {
    let path = path.as_cstr().expect(CREATED);
    repeat(n, || {
        let flags = OFlags::RDONLY | OFlags::CLOEXEC;
        let fd = rustix::fs::openat(CWD, path, flags, Mode::empty()).expect(CREATED);
        let mut buf = [MaybeUninit::uninit(); ROOM];
        rustix::io::read(&fd, &mut buf).expect(CREATED).0.len() as u64
    })
}

pub(super) fn read_std(path: &str, n: u64) -> u64 {
    repeat(n, || {
        let mut buf = [0; ROOM];
        std::fs::File::open(path).and_then(|mut file| file.read(&mut buf)).expect(CREATED) as u64
    })
}

pub(super) fn stat_ours(path: &ZStr, n: u64) -> u64 {
    repeat(n, || bun_sys::stat(path).expect(CREATED).size())
}

pub(super) fn stat_libc(path: &ZStr, n: u64) -> u64 {
    let path = path.as_cstr().expect(CREATED);
    repeat(n, || {
        let mut stat = MaybeUninit::<libc::stat>::uninit();
        // SAFETY: the path has a terminator, and there is room for the answer.
        let outcome = unsafe { libc::stat(path.as_ptr(), stat.as_mut_ptr()) };
        assert_eq!(outcome, 0);
        // SAFETY: the call said that it wrote it.
        unsafe { stat.assume_init_ref() }.st_size.cast_unsigned()
    })
}

pub(super) fn stat_rustix(path: &ZStr, n: u64) -> u64 {
    let path = path.as_cstr().expect(CREATED);
    repeat(n, || rustix::fs::stat(path).expect(CREATED).st_size.cast_unsigned())
}

pub(super) fn stat_std(path: &str, n: u64) -> u64 {
    repeat(n, || std::fs::metadata(path).expect(CREATED).len())
}

pub(super) fn list_ours(path: &ZStr, n: u64) -> u64 {
    repeat(n, || {
        let flags = O::RDONLY | O::DIRECTORY | O::CLOEXEC;
        let fd = bun_sys::OwnedFd::new(bun_sys::open(path, flags, 0).expect(CREATED));
        let mut entries = iterate_dir(fd.fd());
        let mut sum = 0;
        while let Some(entry) = entries.next().expect(CREATED) {
            sum += entry.name.slice().len() as u64;
        }
        sum
    })
}

pub(super) fn list_rustix<const N: usize>(path: &ZStr, n: u64) -> u64 {
    let path = path.as_cstr().expect(CREATED);
    repeat(n, || {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let fd = rustix::fs::openat(CWD, path, flags, Mode::empty()).expect(CREATED);
        let mut buf = [MaybeUninit::uninit(); N];
        let mut entries = rustix::fs::RawDir::new(fd, &mut buf);
        let mut sum = 0;
        while let Some(entry) = entries.next() {
            let entry = entry.expect(CREATED);
            let name = entry.file_name().to_bytes();
            if !matches!(name, b"." | b"..") {
                sum += name.len() as u64;
            }
        }
        sum
    })
}

pub(super) fn list_std(path: &str, n: u64) -> u64 {
    repeat(n, || {
        let entries = std::fs::read_dir(path).expect(CREATED);
        entries.map(|entry| entry.expect(CREATED).file_name().len() as u64).sum()
    })
}

pub(super) fn write_ours(path: &ZStr, n: u64) -> u64 {
    let file = bun_sys::OwnedFd::new(bun_sys::open(path, O::WRONLY, 0).expect(CREATED));
    let fd: Fd = file.fd();
    repeat(n, || bun_sys::pwrite(fd, &BLOCK, 0).expect(CREATED) as u64)
}

pub(super) fn write_libc(path: &str, n: u64) -> u64 {
    let file = std::fs::File::options().write(true).open(path).expect(CREATED);
    let fd = file.as_raw_fd();
    repeat(n, || {
        // SAFETY: the call reads the bytes of `BLOCK`.
        let done = unsafe { libc::pwrite(fd, BLOCK.as_ptr().cast(), BLOCK.len(), 0) };
        done.cast_unsigned() as u64
    })
}

pub(super) fn write_rustix(path: &str, n: u64) -> u64 {
    let file: OwnedFd = std::fs::File::options().write(true).open(path).expect(CREATED).into();
    repeat(n, || rustix::io::pwrite(&file, &BLOCK, 0).expect(CREATED) as u64)
}

pub(super) fn write_std(path: &str, n: u64) -> u64 {
    let file = std::fs::File::options().write(true).open(path).expect(CREATED);
    repeat(n, || file.write_at(&BLOCK, 0).expect(CREATED) as u64)
}
