//! Copying inside the kernel, and room for it.

use core::ffi::CStr;

use rustix::fs::{self, FallocateFlags};
use rustix::pipe::{SpliceFlags, splice as raw_splice};

use crate::backend::Outcome;
use crate::backend::posix::{lend, once, retry};
use crate::{Fd, SystemErrno};

/// Makes `to` share the content of `from`. Not repeated.
pub(crate) fn ficlone(to: Fd, from: Fd) -> Outcome<()> {
    once(fs::ioctl_ficlone(lend(to)?, lend(from)?))
}

/// Copies up to `len` bytes between the positions of both, and moves them.
pub(crate) fn copy_file_range(from: Fd, to: Fd, len: usize) -> Outcome<usize> {
    let (from, to) = (lend(from)?, lend(to)?);
    retry(|| fs::copy_file_range(from, None, to, None, len))
}

/// Copies up to `len` bytes from the position of `from` to `to`.
pub(crate) fn sendfile(from: Fd, to: Fd, len: usize) -> Outcome<usize> {
    let (from, to) = (lend(from)?, lend(to)?);
    retry(|| fs::sendfile(to, from, None, len))
}

/// Moves up to `len` bytes; one of both is a pipe.
pub(crate) fn splice(from: Fd, to: Fd, len: usize) -> Outcome<usize> {
    let (from, to) = (lend(from)?, lend(to)?);
    retry(|| raw_splice(from, None, to, None, len, SpliceFlags::empty()))
}

/// Reserves room, and lets the file grow into it.
pub(crate) fn fallocate(fd: Fd, offset: i64, len: i64) -> Outcome<()> {
    let fd = lend(fd)?;
    let (offset, len) = (offset.cast_unsigned(), len.cast_unsigned());
    retry(|| fs::fallocate(fd, FallocateFlags::empty(), offset, len))
}

/// Reserves room for `len` bytes, and leaves the length of the file alone.
pub(crate) fn reserve(fd: Fd, len: i64) -> Outcome<()> {
    let fd = lend(fd)?;
    retry(|| fs::fallocate(fd, FallocateFlags::KEEP_SIZE, 0, len.cast_unsigned()))
}

pub(crate) fn fdatasync(fd: Fd) -> Outcome<()> {
    let fd = lend(fd)?;
    retry(|| fs::fdatasync(fd))
}

/// There is none: [`ficlone`] takes descriptors.
pub(crate) fn clonefileat(
    _from_dir: Fd,
    _from: &CStr,
    _to_dir: Fd,
    _to: &CStr,
    _flags: u32,
) -> Outcome<()> {
    Err(SystemErrno::ENOTSUP)
}

/// There is none.
pub(crate) fn copyfile(_from: &CStr, _to: &CStr, _flags: u32) -> Outcome<()> {
    Err(SystemErrno::ENOTSUP)
}

/// There is none.
pub(crate) fn fcopyfile(_from: Fd, _to: Fd, _flags: u32) -> Outcome<()> {
    Err(SystemErrno::ENOTSUP)
}
