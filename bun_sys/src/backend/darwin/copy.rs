//! Copying inside the kernel, and room for it.
#![expect(unsafe_code, reason = "calls the C library")]

use core::ffi::CStr;
use core::ptr;

use crate::backend::Outcome;
use crate::backend::posix::{answer, lend, retry};
use crate::{Fd, SystemErrno};

/// Makes a file `to` that shares the content of `from`.
pub(crate) fn clonefileat(
    from_dir: Fd,
    from: &CStr,
    to_dir: Fd,
    to: &CStr,
    flags: u32,
) -> Outcome<()> {
    let (from_dir, to_dir) = (from_dir.native(), to_dir.native());
    retry(|| {
        // SAFETY: both paths have a terminator; the call takes any numbers.
        answer(unsafe { libc::clonefileat(from_dir, from.as_ptr(), to_dir, to.as_ptr(), flags) })
    })
    .map(drop)
}

pub(crate) fn copyfile(from: &CStr, to: &CStr, flags: u32) -> Outcome<()> {
    let (from, to) = (from.as_ptr(), to.as_ptr());
    // SAFETY: both paths have a terminator; a null state is one for this call.
    retry(|| answer(unsafe { libc::copyfile(from, to, ptr::null_mut(), flags) })).map(drop)
}

pub(crate) fn fcopyfile(from: Fd, to: Fd, flags: u32) -> Outcome<()> {
    let (from, to) = (from.native(), to.native());
    // SAFETY: takes any numbers; a null state is one for this call.
    retry(|| answer(unsafe { libc::fcopyfile(from, to, ptr::null_mut(), flags) })).map(drop)
}

/// There is none: [`clonefileat`] takes paths.
pub(crate) fn ficlone(_to: Fd, _from: Fd) -> Outcome<()> {
    Err(SystemErrno::ENOTSUP)
}

/// There is none: [`fcopyfile`] copies whole files.
pub(crate) fn copy_file_range(_from: Fd, _to: Fd, _len: usize) -> Outcome<usize> {
    Err(SystemErrno::ENOSYS)
}

/// The one of macOS writes to sockets only.
pub(crate) fn sendfile(_from: Fd, _to: Fd, _len: usize) -> Outcome<usize> {
    Err(SystemErrno::ENOSYS)
}

/// There is none.
pub(crate) fn splice(_from: Fd, _to: Fd, _len: usize) -> Outcome<usize> {
    Err(SystemErrno::ENOSYS)
}

/// There is none.
pub(crate) fn fallocate(_fd: Fd, _offset: i64, _len: i64) -> Outcome<()> {
    Err(SystemErrno::ENOSYS)
}

/// There is none.
pub(crate) fn reserve(_fd: Fd, _len: i64) -> Outcome<()> {
    Err(SystemErrno::ENOSYS)
}

/// What has the strength of the others' `fdatasync`.
pub(crate) fn fdatasync(fd: Fd) -> Outcome<()> {
    let fd = lend(fd)?;
    retry(|| rustix::fs::fsync(fd))
}
