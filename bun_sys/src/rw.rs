//! Reading and writing.
//!
//! Interrupted calls are made again; partial ones are reported as such. Nothing is added to the
//! system's answer.
//!
//! # Examples
//!
//! ```
//! use bun_sys::{OwnedFd, pipe, platform_iovec_const_create, read, write, writev};
//!
//! let [reader, writer] = pipe()?.map(OwnedFd::new);
//! let parts: [&[u8]; 2] = [b"ab", b"c"];
//! assert_eq!(writev(writer.fd(), &parts.map(platform_iovec_const_create))?, 3);
//! let mut buf = [0; 8];
//! assert_eq!(read(reader.fd(), &mut buf)?, 3);
//! drop(reader);
//! assert_eq!(write(writer.fd(), b"x").unwrap_err().get_errno(), bun_sys::SystemErrno::EPIPE);
//! # Ok::<(), bun_sys::Error>(())
//! ```

use core::mem::MaybeUninit;
use std::io::{IoSlice, IoSliceMut};

use crate::backend::imp;
use crate::failure::on_fd;
use crate::{Fd, Maybe, Tag};

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

/// One buffer as [`readv`] takes it.
///
/// Zig: `bun.platformIOVecCreate`.
#[doc(alias = "platformIOVecCreate")]
#[must_use]
pub fn platform_iovec_create(buf: &mut [u8]) -> PlatformIoVec<'_> {
    PlatformIoVec::new(buf)
}

/// One buffer as [`writev`] takes it.
///
/// Zig: `bun.platformIOVecConstCreate`.
#[doc(alias = "platformIOVecConstCreate")]
#[must_use]
pub fn platform_iovec_const_create(buf: &[u8]) -> PlatformIoVecConst<'_> {
    PlatformIoVecConst::new(buf)
}

/// Reads up to `buf.len()` bytes at the position of `fd`; 0 is the end.
///
/// # Errors
///
/// Those of `read(2)`, with `fd`, except `EINTR`, after which it is called again.
pub fn read(fd: Fd, buf: &mut [u8]) -> Maybe<usize> {
    let end = buf.len().min(MAX_COUNT);
    imp::read(fd, &mut buf[..end]).map_err(on_fd(fd, Tag::read))
}

/// Like [`read`], into memory that nobody initialised; returns what was read.
///
/// # Errors
///
/// Those of [`read`].
pub fn read_uninit(fd: Fd, buf: &mut [MaybeUninit<u8>]) -> Maybe<&mut [u8]> {
    let end = buf.len().min(MAX_COUNT);
    imp::read_uninit(fd, &mut buf[..end]).map_err(on_fd(fd, Tag::read))
}

/// Reads up to `buf.len()` bytes at `offset`, and leaves the position alone; 0 is the end.
///
/// # Errors
///
/// Those of `pread(2)`, with `fd`, except `EINTR`, after which it is called again.
pub fn pread(fd: Fd, buf: &mut [u8], offset: i64) -> Maybe<usize> {
    let end = buf.len().min(MAX_COUNT);
    imp::pread(fd, &mut buf[..end], offset).map_err(on_fd(fd, Tag::pread))
}

/// Like [`pread`], into the spare capacity of `list`, which grows by what was read.
pub(crate) fn pread_spare(fd: Fd, list: &mut Vec<u8>, offset: i64) -> Maybe<usize> {
    imp::pread_spare(fd, list, offset).map_err(on_fd(fd, Tag::pread))
}

/// Writes up to `buf.len()` bytes and returns how many.
///
/// # Errors
///
/// Those of `write(2)`, with `fd`, except `EINTR`, after which it is called again.
pub fn write(fd: Fd, buf: &[u8]) -> Maybe<usize> {
    let end = buf.len().min(MAX_COUNT);
    imp::write(fd, &buf[..end]).map_err(on_fd(fd, Tag::write))
}

/// Writes up to `buf.len()` bytes at `offset`, leaves the position alone, and returns how many.
///
/// # Errors
///
/// Those of `pwrite(2)`, with `fd`, except `EINTR`, after which it is called again.
pub fn pwrite(fd: Fd, buf: &[u8], offset: i64) -> Maybe<usize> {
    let end = buf.len().min(MAX_COUNT);
    imp::pwrite(fd, &buf[..end], offset).map_err(on_fd(fd, Tag::pwrite))
}

/// Reads at the position of `fd` into one buffer after the other; 0 is the end.
///
/// # Errors
///
/// Those of `readv(2)`, with `fd`, except `EINTR`, after which it is called again.
pub fn readv(fd: Fd, bufs: &mut [PlatformIoVec<'_>]) -> Maybe<usize> {
    imp::readv(fd, bufs).map_err(on_fd(fd, Tag::readv))
}

/// Like [`readv`], at `offset`, and leaves the position alone.
///
/// # Errors
///
/// Those of `preadv(2)`, with `fd`, except `EINTR`, after which it is called again.
pub fn preadv(fd: Fd, bufs: &mut [PlatformIoVec<'_>], offset: i64) -> Maybe<usize> {
    imp::preadv(fd, bufs, offset).map_err(on_fd(fd, Tag::preadv))
}

/// Writes one buffer after the other, and returns how many bytes.
///
/// # Errors
///
/// Those of `writev(2)`, with `fd`, except `EINTR`, after which it is called again.
pub fn writev(fd: Fd, bufs: &[PlatformIoVecConst<'_>]) -> Maybe<usize> {
    imp::writev(fd, bufs).map_err(on_fd(fd, Tag::writev))
}

/// Like [`writev`], at `offset`, and leaves the position alone.
///
/// # Errors
///
/// Those of `pwritev(2)`, with `fd`, except `EINTR`, after which it is called again.
pub fn pwritev(fd: Fd, bufs: &[PlatformIoVecConst<'_>], offset: i64) -> Maybe<usize> {
    imp::pwritev(fd, bufs, offset).map_err(on_fd(fd, Tag::pwritev))
}
