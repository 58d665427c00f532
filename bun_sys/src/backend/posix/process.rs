//! The process: its directory, limits and signals.
#![expect(unsafe_code, reason = "calls the C library")]

use core::ffi::{CStr, c_int};
use core::mem::MaybeUninit;

use rustix::process;

use super::{Outcome, answer, last, lend, once};
use crate::backend::imp::{RawResource, raw_mode, wide_calls};
use crate::{Fd, SystemErrno};

/// Returns the length of the path; its NUL is in `buf` behind it.
pub(crate) fn getcwd(buf: &mut [u8]) -> Outcome<usize> {
    // SAFETY: the call writes at most `buf.len()` bytes to `buf`, which is borrowed exclusively.
    let path = unsafe { libc::getcwd(buf.as_mut_ptr().cast(), buf.len()) };
    if path.is_null() {
        return once(Err(last()));
    }
    bun_str::strings::index_of_char_usize(buf, 0).ok_or(SystemErrno::ERANGE)
}

pub(crate) fn chdir(path: &CStr) -> Outcome<()> {
    once(process::chdir(path))
}

pub(crate) fn fchdir(dir: Fd) -> Outcome<()> {
    once(process::fchdir(lend(dir)?))
}

/// Returns the mask before.
pub(crate) fn umask(mode: u32) -> u32 {
    // 16 bits wide on some systems.
    fn widen(mode: impl Into<u32>) -> u32 {
        mode.into()
    }
    // SAFETY: takes any number, touches no memory, cannot fail.
    widen(unsafe { libc::umask(raw_mode(mode)) })
}

/// Returns the current and the largest limit.
pub(crate) fn getrlimit(resource: i32) -> Outcome<(u64, u64)> {
    let mut limit = MaybeUninit::<wide_calls::RawLimit>::uninit();
    // SAFETY: the call writes one `rlimit` to `limit`, and takes any number for the resource.
    once(answer(unsafe { wide_calls::getrlimit(resource as RawResource, limit.as_mut_ptr()) }))?;
    // SAFETY: the call said that it succeeded, so it wrote the whole value.
    let limit = unsafe { limit.assume_init() };
    Ok((limit.rlim_cur, limit.rlim_max))
}

pub(crate) fn setrlimit(resource: i32, current: u64, largest: u64) -> Outcome<()> {
    let limit = wide_calls::RawLimit { rlim_cur: current, rlim_max: largest };
    // SAFETY: the call reads one `rlimit` from `limit`, and takes any number for the resource.
    once(answer(unsafe { wide_calls::setrlimit(resource as RawResource, &raw const limit) }))
        .map(drop)
}

pub(crate) fn kill(pid: i32, signal: i32) -> Outcome<()> {
    // SAFETY: takes any numbers and touches no memory of this process.
    once(answer(unsafe { libc::kill(pid, signal) })).map(drop)
}

/// # Safety
///
/// 1. `new` is null or points to a valid `struct sigaction`, whose handler is async-signal-safe.
/// 2. `old` is null or points to memory for one.
pub(crate) unsafe fn sigaction(
    signal: c_int,
    new: *const libc::sigaction,
    old: *mut libc::sigaction,
) -> Outcome<()> {
    // SAFETY: answered by the caller's 1 and 2.
    once(answer(unsafe { libc::sigaction(signal, new, old) })).map(drop)
}
