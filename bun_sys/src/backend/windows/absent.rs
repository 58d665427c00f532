//! What Windows does not have, and says so.

use core::ffi::CStr;

use crate::attr::TimeLike;
use crate::backend::Outcome;
use crate::poll::PollFd;
use crate::{Fd, SystemErrno};

/// A set of signals, of which there are none.
#[derive(Clone, Copy, Debug)]
pub struct SignalSet;

/// What to do on a signal, of which there are none.
#[derive(Clone, Copy, Debug)]
pub struct Sigaction;

const NONE: SystemErrno = SystemErrno::ENOTSUP;

pub(crate) fn ficlone(_to: Fd, _from: Fd) -> Outcome<()> {
    Err(NONE)
}

pub(crate) fn copy_file_range(_from: Fd, _to: Fd, _len: usize) -> Outcome<usize> {
    Err(SystemErrno::ENOSYS)
}

pub(crate) fn sendfile(_from: Fd, _to: Fd, _len: usize) -> Outcome<usize> {
    Err(SystemErrno::ENOSYS)
}

pub(crate) fn splice(_from: Fd, _to: Fd, _len: usize) -> Outcome<usize> {
    Err(SystemErrno::ENOSYS)
}

pub(crate) fn clonefileat(
    _from_dir: Fd,
    _from: &CStr,
    _to_dir: Fd,
    _to: &CStr,
    _flags: u32,
) -> Outcome<()> {
    Err(NONE)
}

pub(crate) fn fcopyfile(_from: Fd, _to: Fd, _flags: u32) -> Outcome<()> {
    Err(NONE)
}

pub(crate) fn memfd_create(_name: &CStr, _flags: u32) -> Outcome<Fd> {
    Err(SystemErrno::ENOSYS)
}

pub(crate) fn eventfd(_initial: u32, _flags: i32) -> Outcome<Fd> {
    Err(SystemErrno::ENOSYS)
}

pub(crate) fn pidfd_open(_pid: i32, _flags: u32) -> Outcome<Fd> {
    Err(SystemErrno::ENOSYS)
}

pub(crate) fn getrlimit(_resource: i32) -> Outcome<(u64, u64)> {
    Err(SystemErrno::ENOSYS)
}

pub(crate) fn setrlimit(_resource: i32, _current: u64, _largest: u64) -> Outcome<()> {
    Err(SystemErrno::ENOSYS)
}

/// Like `poll`; signals do not interrupt it.
pub(crate) fn ppoll(
    fds: &mut [PollFd],
    timeout: Option<TimeLike>,
    _mask: Option<&SignalSet>,
) -> Outcome<usize> {
    let timeout = timeout.map_or(-1, |time| {
        // Rounded up: not to return before the time is over.
        let part = time.nsec.saturating_add(999_999).div_euclid(1_000_000);
        let ms = time.sec.saturating_mul(1000).saturating_add(part);
        i32::try_from(ms.max(0)).unwrap_or(i32::MAX)
    });
    super::poll::poll(fds, timeout)
}

/// There are no signals to send.
pub(crate) fn for_shell(_pair: [Fd; 2]) {}

/// There is none.
#[expect(clippy::unnecessary_wraps, reason = "other systems have work to do here")]
pub(crate) fn set_no_sigpipe(_fd: Fd) -> Outcome<()> {
    Ok(())
}

/// There is none.
pub(crate) fn openat2_beneath(_dir: Fd, _path: &CStr, _flags: i32, _mode: u32) -> Outcome<Fd> {
    Err(SystemErrno::ENOSYS)
}
