//! Reading and writing.

use core::mem::MaybeUninit;

use crate::backend::imp;
use crate::{Error, Fd, Maybe, Tag};

/// The most bytes that one call moves; longer buffers are cut.
///
/// Zig: `bun.sys.max_count`.
pub const MAX_COUNT: usize = imp::MAX_COUNT;

/// Reads up to `buf.len()` bytes at the position of `fd`; 0 is the end.
///
/// # Errors
///
/// Those of `read(2)`, with `fd`, except `EINTR`, after which it is called again.
pub fn read(fd: Fd, buf: &mut [u8]) -> Maybe<usize> {
    let end = buf.len().min(MAX_COUNT);
    imp::read(fd, &mut buf[..end]).map_err(|errno| failed(fd, errno, Tag::read))
}

/// Like [`read`], into memory that nobody initialised; returns what was read.
///
/// # Errors
///
/// Those of [`read`].
pub fn read_uninit(fd: Fd, buf: &mut [MaybeUninit<u8>]) -> Maybe<&mut [u8]> {
    let end = buf.len().min(MAX_COUNT);
    imp::read_uninit(fd, &mut buf[..end]).map_err(|errno| failed(fd, errno, Tag::read))
}

/// Reads up to `buf.len()` bytes at `offset`, and leaves the position alone; 0 is the end.
///
/// # Errors
///
/// Those of `pread(2)`, with `fd`, except `EINTR`, after which it is called again.
pub fn pread(fd: Fd, buf: &mut [u8], offset: u64) -> Maybe<usize> {
    let end = buf.len().min(MAX_COUNT);
    imp::pread(fd, &mut buf[..end], offset).map_err(|errno| failed(fd, errno, Tag::pread))
}

/// Like [`pread`], into the spare capacity of `list`, which grows by what was read.
pub(crate) fn pread_spare(fd: Fd, list: &mut Vec<u8>, offset: u64) -> Maybe<usize> {
    imp::pread_spare(fd, list, offset).map_err(|errno| failed(fd, errno, Tag::pread))
}

/// Writes up to `buf.len()` bytes and returns how many.
///
/// # Errors
///
/// Those of `write(2)`, with `fd`, except `EINTR`, after which it is called again.
pub fn write(fd: Fd, buf: &[u8]) -> Maybe<usize> {
    let end = buf.len().min(MAX_COUNT);
    imp::write(fd, &buf[..end]).map_err(|errno| failed(fd, errno, Tag::write))
}

#[cold]
fn failed(fd: Fd, errno: crate::SystemErrno, tag: Tag) -> Error {
    Error { fd, ..Error::from_code(errno, tag) }
}
