//! Calls that every POSIX system has, over rustix.
#![expect(unsafe_code, reason = "lends descriptor numbers to rustix, and closes them")]

use core::ffi::CStr;
use core::mem::MaybeUninit;
use std::os::fd::{BorrowedFd, IntoRawFd, RawFd};

use rustix::buffer::spare_capacity;
use rustix::fs::{AtFlags, Mode, OFlags};
use rustix::io;

use crate::{Fd, SystemErrno};

/// What a call returns here.
type Outcome<T> = Result<T, SystemErrno>;

/// The flags of `open` under Bun's names.
pub(crate) mod flags {
    use rustix::fs::OFlags;

    pub(crate) const RDONLY: i32 = number(OFlags::RDONLY);
    pub(crate) const WRONLY: i32 = number(OFlags::WRONLY);
    pub(crate) const RDWR: i32 = number(OFlags::RDWR);
    pub(crate) const CREAT: i32 = number(OFlags::CREATE);
    pub(crate) const EXCL: i32 = number(OFlags::EXCL);
    pub(crate) const TRUNC: i32 = number(OFlags::TRUNC);
    pub(crate) const APPEND: i32 = number(OFlags::APPEND);
    pub(crate) const DIRECTORY: i32 = number(OFlags::DIRECTORY);
    pub(crate) const NOFOLLOW: i32 = number(OFlags::NOFOLLOW);
    pub(crate) const CLOEXEC: i32 = number(OFlags::CLOEXEC);
    pub(crate) const NONBLOCK: i32 = number(OFlags::NONBLOCK);
    pub(crate) const NOCTTY: i32 = number(OFlags::NOCTTY);
    pub(crate) const PATH: i32 = number(OFlags::PATH);

    const fn number(flag: OFlags) -> i32 {
        flag.bits().cast_signed()
    }
}

/// Lends `fd` to rustix for one call.
///
/// `EBADF` for negative numbers, which the kernel would answer as well but rustix does not take.
fn lend<'a>(fd: Fd) -> Outcome<BorrowedFd<'a>> {
    let number: RawFd = fd.native();
    if number < 0 && fd != Fd::cwd() {
        return Err(SystemErrno::EBADF);
    }
    // SAFETY:
    // 1. The number is not -1: checked above.
    // 2. The descriptor must stay open while it is lent. It is lent for one call, which hands the
    //    number to the kernel and nothing else; the kernel looks it up once and answers `EBADF`
    //    when nothing is open there. No memory of this process depends on the answer.
    Ok(unsafe { BorrowedFd::borrow_raw(number) })
}

fn retry<T>(call: impl FnMut() -> io::Result<T>) -> Outcome<T> {
    io::retry_on_intr(call).map_err(errno)
}

fn errno(error: io::Errno) -> SystemErrno {
    number(error.raw_os_error())
}

/// The error with the number that C calls `errno`.
pub(super) fn number(raw: i32) -> SystemErrno {
    SystemErrno::from_raw(u16::try_from(raw).unwrap_or(u16::MAX))
}

pub(crate) fn openat(dir: Fd, path: &CStr, flags: i32, mode: u32) -> Outcome<Fd> {
    let dir = lend(dir)?;
    let flags = OFlags::from_bits_retain(flags.cast_unsigned());
    let mode = Mode::from_raw_mode(mode);
    let owned = retry(|| rustix::fs::openat(dir, path, flags, mode))?;
    Ok(Fd::from_native(owned.into_raw_fd()))
}

/// Never repeated: the descriptor is gone after `EINTR`, and may be another thread's by then.
pub(crate) fn close(fd: Fd) -> Outcome<()> {
    // SAFETY: `close` takes any number. `Fd` leaves it to its users not to close what others use
    // (its docs say so); memory mapped from a descriptor outlives it.
    if unsafe { libc::close(fd.native()) } == 0 { Ok(()) } else { Err(last_errno()) }
}

/// What the last failed call of C in this thread said.
pub(super) fn last_errno() -> SystemErrno {
    number(std::io::Error::last_os_error().raw_os_error().unwrap_or(0))
}

pub(crate) fn read(fd: Fd, buf: &mut [u8]) -> Outcome<usize> {
    let fd = lend(fd)?;
    retry(|| io::read(fd, &mut *buf))
}

pub(crate) fn read_uninit(fd: Fd, buf: &mut [MaybeUninit<u8>]) -> Outcome<&mut [u8]> {
    let fd = lend(fd)?;
    let count = retry(|| io::read(fd, &mut *buf).map(|(read, _)| read.len()))?;
    // SAFETY: the call above initialised the first `count` bytes, and `count <= buf.len()`.
    Ok(unsafe { buf[..count].assume_init_mut() })
}

pub(crate) fn pread(fd: Fd, buf: &mut [u8], offset: u64) -> Outcome<usize> {
    let fd = lend(fd)?;
    retry(|| io::pread(fd, &mut *buf, offset))
}

/// Appends to `list` within its capacity.
pub(crate) fn pread_spare(fd: Fd, list: &mut Vec<u8>, offset: u64) -> Outcome<usize> {
    let fd = lend(fd)?;
    retry(|| io::pread(fd, spare_capacity(list), offset))
}

pub(crate) fn write(fd: Fd, buf: &[u8]) -> Outcome<usize> {
    let fd = lend(fd)?;
    retry(|| io::write(fd, buf))
}

/// What the system says about a file.
pub(crate) type Stat = rustix::fs::Stat;

pub(crate) fn fstat(fd: Fd) -> Outcome<Stat> {
    let fd = lend(fd)?;
    retry(|| rustix::fs::fstat(fd))
}

pub(crate) fn fstatat(dir: Fd, path: &CStr, follow: bool) -> Outcome<Stat> {
    let dir = lend(dir)?;
    let flags = if follow { AtFlags::empty() } else { AtFlags::SYMLINK_NOFOLLOW };
    retry(|| rustix::fs::statat(dir, path, flags))
}

pub(crate) fn stat_size(stat: &Stat) -> u64 {
    u64::try_from(stat.st_size).unwrap_or(0)
}
