//! Randomness, and what only Linux has.
#![expect(unsafe_code, reason = "calls the C library")]

use core::ffi::CStr;

use crate::attr::TimeLike;
use crate::backend::Outcome;
use crate::backend::posix::SignalSet;
use crate::backend::posix::{answer, retry};
use crate::poll::PollFd;
use crate::{Fd, SystemErrno};

/// There is none.
pub(crate) fn memfd_create(_name: &CStr, _flags: u32) -> Outcome<Fd> {
    Err(SystemErrno::ENOSYS)
}

/// There is none.
pub(crate) fn eventfd(_initial: u32, _flags: i32) -> Outcome<Fd> {
    Err(SystemErrno::ENOSYS)
}

/// There is none.
pub(crate) fn pidfd_open(_pid: i32, _flags: u32) -> Outcome<Fd> {
    Err(SystemErrno::ENOSYS)
}

/// There is none.
pub(crate) fn ppoll(
    _fds: &mut [PollFd],
    _timeout: Option<TimeLike>,
    _mask: Option<&SignalSet>,
) -> Outcome<usize> {
    Err(SystemErrno::ENOSYS)
}

/// There is none.
pub(crate) fn read_nowait(_fd: Fd, _buf: &mut [u8]) -> Outcome<usize> {
    Err(SystemErrno::ENOTSUP)
}

/// There is none.
pub(crate) fn write_nowait(_fd: Fd, _buf: &[u8]) -> Outcome<usize> {
    Err(SystemErrno::ENOTSUP)
}

/// Returns how many bytes it filled with randomness: at most what one call gives.
pub(crate) fn getrandom(buf: &mut [u8]) -> Outcome<usize> {
    const MOST: usize = 256;
    let len = buf.len().min(MOST);
    let memory = buf.as_mut_ptr().cast();
    // SAFETY: the call writes `len <= buf.len()` bytes to `buf`, which is borrowed exclusively.
    retry(|| answer(unsafe { libc::getentropy(memory, len) }))?;
    Ok(len)
}
