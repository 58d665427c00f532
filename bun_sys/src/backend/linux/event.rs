//! Descriptors for events and memory, waiting with signals blocked, and never waiting.
#![expect(unsafe_code, reason = "calls the C library")]

use core::ffi::CStr;
use core::ptr;
use std::io::{IoSlice, IoSliceMut};

use rustix::event::EventfdFlags;
use rustix::fs::MemfdFlags;
use rustix::io::{self, ReadWriteFlags};

use crate::attr::TimeLike;
use crate::backend::Outcome;
use crate::backend::posix::SignalSet;
use crate::backend::posix::{answer, lend, once, retry, take};
use crate::poll::PollFd;
use crate::{Fd, SystemErrno};

pub(crate) fn memfd_create(name: &CStr, flags: u32) -> Outcome<Fd> {
    retry(|| rustix::fs::memfd_create(name, MemfdFlags::from_bits_retain(flags))).map(take)
}

pub(crate) fn eventfd(initial: u32, flags: i32) -> Outcome<Fd> {
    let flags = EventfdFlags::from_bits_retain(flags.cast_unsigned());
    once(rustix::event::eventfd(initial, flags)).map(take)
}

pub(crate) fn pidfd_open(pid: i32, flags: u32) -> Outcome<Fd> {
    // SAFETY: takes any numbers and touches no memory of ours.
    let made = retry(|| answer(unsafe { libc::syscall(libc::SYS_pidfd_open, pid, flags) }))?;
    i32::try_from(made).map(Fd::from_native).map_err(|_| SystemErrno::EBADF)
}

/// Waits like `poll`, with only the signals of `mask` blocked meanwhile.
pub(crate) fn ppoll(
    fds: &mut [PollFd],
    timeout: Option<TimeLike>,
    mask: Option<&SignalSet>,
) -> Outcome<usize> {
    let Ok(count) = libc::nfds_t::try_from(fds.len()) else {
        return Err(SystemErrno::EINVAL);
    };
    let timeout = timeout.map(timespec).transpose()?;
    let timeout = timeout.as_ref().map_or(ptr::null(), ptr::from_ref);
    let mask = mask.map_or(ptr::null(), ptr::from_ref);
    let memory = fds.as_mut_ptr().cast::<libc::pollfd>();
    // SAFETY: `PollFd` is laid out as `pollfd`; the call reads and writes the `count` of them in
    // `fds`, which is borrowed exclusively, and reads what the other two point to, if anything.
    let ready = retry(|| answer(unsafe { libc::ppoll(memory, count, timeout, mask) }))?;
    Ok(usize::try_from(ready).unwrap_or(0))
}

/// `EINVAL` for what the C library's type has no room for on 32-bit systems.
#[expect(clippy::useless_conversion, reason = "32 bits wide on some systems")]
fn timespec(time: TimeLike) -> Outcome<libc::timespec> {
    let tv_sec = time.sec.try_into().map_err(|_| SystemErrno::EINVAL)?;
    let tv_nsec = time.nsec.try_into().map_err(|_| SystemErrno::EINVAL)?;
    Ok(libc::timespec { tv_sec, tv_nsec })
}

/// Reads at the position without waiting: `EAGAIN` when there is nothing.
pub(crate) fn read_nowait(fd: Fd, buf: &mut [u8]) -> Outcome<usize> {
    let fd = lend(fd)?;
    let mut buf = [IoSliceMut::new(buf)];
    retry(|| io::preadv2(fd, &mut buf, u64::MAX, ReadWriteFlags::NOWAIT))
}

/// Writes at the position without waiting: `EAGAIN` when there is no room.
pub(crate) fn write_nowait(fd: Fd, buf: &[u8]) -> Outcome<usize> {
    let fd = lend(fd)?;
    retry(|| io::pwritev2(fd, &[IoSlice::new(buf)], u64::MAX, ReadWriteFlags::NOWAIT))
}

/// Returns how many bytes it filled with randomness.
pub(crate) fn getrandom(buf: &mut [u8]) -> Outcome<usize> {
    // The length is taken first: a closure that borrowed `buf` would promise that nobody writes.
    let (memory, len) = (buf.as_mut_ptr().cast(), buf.len());
    // SAFETY: the call writes at most `len` bytes to `buf`, which is borrowed exclusively.
    retry(|| answer(unsafe { libc::getrandom(memory, len, 0) })).map(isize::cast_unsigned)
}
