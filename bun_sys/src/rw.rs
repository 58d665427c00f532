//! Reading and writing.

use core::mem::MaybeUninit;
use std::io::{IoSlice, IoSliceMut};

use crate::backend::imp;
use crate::{Error, Fd, Maybe, Tag};

/// The most bytes that one call moves; longer buffers are cut.
///
/// Zig: `bun.sys.max_count`.
pub const MAX_COUNT: usize = imp::MAX_COUNT;

/// A buffer among several to read into, laid out as the system wants it.
///
/// Zig: `bun.PlatformIOVec`.
pub type PlatformIoVec<'a> = IoSliceMut<'a>;

/// A buffer among several to write, laid out as the system wants it.
///
/// Zig: `bun.PlatformIOVecConst`.
pub type PlatformIoVecConst<'a> = IoSlice<'a>;

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
pub fn pread(fd: Fd, buf: &mut [u8], offset: i64) -> Maybe<usize> {
    let end = buf.len().min(MAX_COUNT);
    imp::pread(fd, &mut buf[..end], offset).map_err(|errno| failed(fd, errno, Tag::pread))
}

/// Like [`pread`], into the spare capacity of `list`, which grows by what was read.
pub(crate) fn pread_spare(fd: Fd, list: &mut Vec<u8>, offset: i64) -> Maybe<usize> {
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

/// Writes up to `buf.len()` bytes at `offset`, leaves the position alone, and returns how many.
///
/// # Errors
///
/// Those of `pwrite(2)`, with `fd`, except `EINTR`, after which it is called again.
pub fn pwrite(fd: Fd, buf: &[u8], offset: i64) -> Maybe<usize> {
    let end = buf.len().min(MAX_COUNT);
    imp::pwrite(fd, &buf[..end], offset).map_err(|errno| failed(fd, errno, Tag::pwrite))
}

/// Reads at the position of `fd` into one buffer after the other; 0 is the end.
///
/// # Errors
///
/// Those of `readv(2)`, with `fd`, except `EINTR`, after which it is called again.
pub fn readv(fd: Fd, bufs: &mut [PlatformIoVec<'_>]) -> Maybe<usize> {
    imp::readv(fd, bufs).map_err(|errno| failed(fd, errno, Tag::readv))
}

/// Like [`readv`], at `offset`, and leaves the position alone.
///
/// # Errors
///
/// Those of `preadv(2)`, with `fd`, except `EINTR`, after which it is called again.
pub fn preadv(fd: Fd, bufs: &mut [PlatformIoVec<'_>], offset: i64) -> Maybe<usize> {
    imp::preadv(fd, bufs, offset).map_err(|errno| failed(fd, errno, Tag::preadv))
}

/// Writes one buffer after the other, and returns how many bytes.
///
/// # Errors
///
/// Those of `writev(2)`, with `fd`, except `EINTR`, after which it is called again.
pub fn writev(fd: Fd, bufs: &[PlatformIoVecConst<'_>]) -> Maybe<usize> {
    imp::writev(fd, bufs).map_err(|errno| failed(fd, errno, Tag::writev))
}

/// Like [`writev`], at `offset`, and leaves the position alone.
///
/// # Errors
///
/// Those of `pwritev(2)`, with `fd`, except `EINTR`, after which it is called again.
pub fn pwritev(fd: Fd, bufs: &[PlatformIoVecConst<'_>], offset: i64) -> Maybe<usize> {
    imp::pwritev(fd, bufs, offset).map_err(|errno| failed(fd, errno, Tag::pwritev))
}

#[cold]
fn failed(fd: Fd, errno: crate::SystemErrno, tag: Tag) -> Error {
    Error { fd, ..Error::from_code(errno, tag) }
}
