//! Calls that every POSIX system has, over rustix, or over the C library where rustix has none.
//!
//! Every call goes through [`retry`], which repeats it while signals interrupt it, or through
//! [`once`], which does not. These two are the whole policy; which of them a call takes is what
//! Bun does.
//!
//! The calls that programs make most are `#[inline]`, here and above: these layers only hand
//! arguments on, and a program that links many crates would otherwise call through each of them.
#![expect(unsafe_code, reason = "lends descriptor numbers to rustix")]

mod attr;
pub(super) mod descriptor;
pub(crate) mod fd;
pub(crate) mod flags;
mod library;
mod memory;
mod path;
mod process;
mod rw;
mod stat;
mod wide;

#[cfg(test)]
mod tests;

use std::os::fd::{BorrowedFd, IntoRawFd, OwnedFd, RawFd};

use bun_str::{ZStr, zstr};
use rustix::io;

use super::Outcome;
use crate::{Fd, SystemErrno};

pub(crate) use wide::{
    HAS_JUNCTIONS, file_attributes, junction, normalize_wide, open_dir_bytes, open_dir_wide,
    open_file_wide, openat_wide, symlink_to_directory, symlink_wide,
};

/// What swallows writes.
pub(crate) const NULL_DEVICE: &ZStr = zstr!("/dev/null");

/// What to do on a signal.
pub(crate) type Sigaction = libc::sigaction;

/// A set of signals.
pub(crate) type SignalSet = libc::sigset_t;

pub(crate) use attr::{
    fchmod, fchmodat, fchown, fchownat, fsync, ftruncate, futimens, lseek, utimensat,
};
pub(crate) use descriptor::{
    close, disable_linger, dup, dup2, fcntl, isatty, pipe, poll, recv, send, socketpair,
};
pub(crate) use library::{dlclose, dlopen, dlsym};
pub(crate) use memory::{mmap, munmap};
pub(crate) use path::{
    faccessat, linkat, mkdirat, openat, readlinkat, realpath, renameat, symlinkat, unlinkat,
};
pub(crate) use process::{chdir, fchdir, getcwd, getrlimit, kill, setrlimit, sigaction, umask};
pub(crate) use rw::{
    pread, pread_spare, preadv, pwrite, pwritev, read, read_uninit, readv, write, writev,
};
pub(crate) use stat::{Stat, StatFs, fstat, fstatat, fstatfs, stat_size, statfs};

/// Lends `fd` to rustix for one call.
///
/// `EBADF` for negative numbers, which the kernel would answer as well but rustix does not take.
#[inline]
pub(super) fn lend<'a>(fd: Fd) -> Outcome<BorrowedFd<'a>> {
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

/// The descriptor that a call made, now the caller's.
#[inline]
pub(super) fn take(made: OwnedFd) -> Fd {
    Fd::from_native(made.into_raw_fd())
}

/// Calls until no signal interrupts.
#[inline]
pub(super) fn retry<T>(call: impl FnMut() -> io::Result<T>) -> Outcome<T> {
    io::retry_on_intr(call).map_err(errno)
}

/// What one call answered; `EINTR` is an answer.
#[inline]
pub(super) fn once<T>(answer: io::Result<T>) -> Outcome<T> {
    answer.map_err(errno)
}

/// The answer of a call of the C library that is negative when it failed.
#[inline]
pub(super) fn answer<T: PartialOrd + Default>(returned: T) -> io::Result<T> {
    if returned < T::default() { Err(last()) } else { Ok(returned) }
}

/// What the last failed call of C in this thread said.
pub(super) fn last() -> io::Errno {
    io::Errno::from_raw_os_error(bun_core::posix::errno())
}

pub(super) fn errno(error: io::Errno) -> SystemErrno {
    number(error.raw_os_error())
}

/// The error with the number that C calls `errno`.
pub(super) fn number(raw: i32) -> SystemErrno {
    SystemErrno::from_raw(u16::try_from(raw).unwrap_or(u16::MAX))
}
