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

/// A buffer among several to read into, laid out as the system's `struct iovec`.
///
/// Zig: `bun.PlatformIOVec`.
pub type PlatformIoVec<'a> = IoSliceMut<'a>;

/// A buffer among several to write, laid out as the system's `struct iovec`.
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

/// Reads up to `buf.len()` bytes at the position of `fd` (`read(2)`); 0 is the end, or an empty
/// `buf`.
///
/// # Platforms
///
/// No more than [`MAX_COUNT`] bytes at once. Windows: `NtReadFile`, which waits until it is done,
/// also on handles that were opened not to; a pipe whose other end is gone is at its end.
///
/// # Errors
///
/// With `fd`:
/// - `EBADF`: it is not open, or not for reading (Windows: `EPERM` for the latter);
/// - `EAGAIN`: it is [nonblocking](crate::set_nonblocking()) and there is nothing yet;
/// - `EISDIR`: it is a directory; `EINVAL`: nothing can be read of what it is;
/// - `EIO`: the device failed; `ECONNRESET`: the other side of a socket did.
///
/// # Examples
///
/// ```
/// use bun_sys::{Fd, OwnedFd, SystemErrno, pipe, read, write};
///
/// let [reader, writer] = pipe()?.map(OwnedFd::new);
/// write(writer.fd(), b"abc")?;
/// let mut buf = [0; 8];
/// assert_eq!((read(reader.fd(), &mut buf)?, &buf[..3]), (3, &b"abc"[..]));
/// drop(writer);
/// assert_eq!(read(reader.fd(), &mut buf)?, 0);
/// assert_eq!(read(Fd::INVALID, &mut buf).unwrap_err().get_errno(), SystemErrno::EBADF);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[inline]
pub fn read(fd: Fd, buf: &mut [u8]) -> Maybe<usize> {
    let end = buf.len().min(MAX_COUNT);
    imp::read(fd, &mut buf[..end]).map_err(on_fd(fd, Tag::read))
}

/// Like [`read`], into memory that nobody initialised; returns what was read.
///
/// # Errors
///
/// Those of [`read`].
///
/// # Examples
///
/// ```
/// use core::mem::MaybeUninit;
///
/// use bun_sys::{OwnedFd, pipe, read_uninit, write};
///
/// let [reader, writer] = pipe()?.map(OwnedFd::new);
/// write(writer.fd(), b"abc")?;
/// let mut buf = [MaybeUninit::uninit(); 4096];
/// assert_eq!(read_uninit(reader.fd(), &mut buf)?, b"abc");
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[inline]
pub fn read_uninit(fd: Fd, buf: &mut [MaybeUninit<u8>]) -> Maybe<&mut [u8]> {
    let end = buf.len().min(MAX_COUNT);
    imp::read_uninit(fd, &mut buf[..end]).map_err(on_fd(fd, Tag::read))
}

/// Reads up to `buf.len()` bytes at `offset`, and leaves the position alone (`pread(2)`); 0 is the
/// end.
///
/// # Platforms
///
/// Windows moves the position and puts it back, so there two threads that do this on one descriptor
/// disturb each other.
///
/// # Errors
///
/// Those of [`read`], with `fd`; `ESPIPE` for pipes and sockets, which have no positions; `EINVAL`
/// for a negative `offset`.
///
/// # Examples
///
/// ```
/// use bun_sys::{MemfdFlags, OwnedFd, memfd_create, pread, pwrite};
///
/// # if !bun_sys::can_use_memfd() { return Ok(()); }
/// let file = OwnedFd::new(memfd_create(c"example", MemfdFlags::NonExecutable)?);
/// assert_eq!(pwrite(file.fd(), b"abc", 2)?, 3);
/// let mut buf = [0; 8];
/// assert_eq!(pread(file.fd(), &mut buf, 1)?, 4);
/// assert_eq!(&buf[..4], b"\0abc");
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[inline]
pub fn pread(fd: Fd, buf: &mut [u8], offset: i64) -> Maybe<usize> {
    let end = buf.len().min(MAX_COUNT);
    imp::pread(fd, &mut buf[..end], offset).map_err(on_fd(fd, Tag::pread))
}

/// Like [`pread`], into the spare capacity of `list`, which grows by what was read.
#[inline]
pub(crate) fn pread_spare(fd: Fd, list: &mut Vec<u8>, offset: i64) -> Maybe<usize> {
    imp::pread_spare(fd, list, offset).map_err(on_fd(fd, Tag::pread))
}

/// Writes up to `buf.len()` bytes and returns how many (`write(2)`), which may be fewer: the
/// [writers of `File`](crate::File::write_all) go on.
///
/// # Platforms
///
/// No more than [`MAX_COUNT`] bytes at once. Windows: `NtWriteFile`, which waits until it is done
/// also on handles that were opened not to.
///
/// # Errors
///
/// With `fd`:
/// - `EBADF`: it is not open, or not for writing;
/// - `EAGAIN`: it is [nonblocking](crate::set_nonblocking()) and there is no room yet;
/// - `EPIPE`: nobody reads the pipe or the socket any more; on POSIX systems `SIGPIPE` comes first,
///   which ends a process that does not ignore it (Rust's programs do);
/// - `ENOSPC`, `EDQUOT`: the disk or the user's share of it is full; `EFBIG`: the file would be
///   larger than the system or the process's limit allows;
/// - `EIO`: the device failed.
///
/// # Examples
///
/// ```
/// use bun_sys::{OwnedFd, SystemErrno, pipe, write};
///
/// let [reader, writer] = pipe()?.map(OwnedFd::new);
/// assert_eq!(write(writer.fd(), b"abc")?, 3);
/// drop(reader);
/// assert_eq!(write(writer.fd(), b"x").unwrap_err().get_errno(), SystemErrno::EPIPE);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[inline]
pub fn write(fd: Fd, buf: &[u8]) -> Maybe<usize> {
    let end = buf.len().min(MAX_COUNT);
    imp::write(fd, &buf[..end]).map_err(on_fd(fd, Tag::write))
}

/// Writes up to `buf.len()` bytes at `offset`, leaves the position alone, and returns how many
/// (`pwrite(2)`). [`pread`] has an example.
///
/// # Platforms
///
/// On Linux a file opened with `APPEND` is written at its end, whatever `offset` says. On Windows
/// as for [`pread`].
///
/// # Errors
///
/// Those of [`write()`], with `fd`; `ESPIPE` for pipes and sockets, which have no positions;
/// `EINVAL` for a negative `offset`.
#[inline]
pub fn pwrite(fd: Fd, buf: &[u8], offset: i64) -> Maybe<usize> {
    let end = buf.len().min(MAX_COUNT);
    imp::pwrite(fd, &buf[..end], offset).map_err(on_fd(fd, Tag::pwrite))
}

/// Reads at the position of `fd` into one buffer after the other (`readv(2)`); 0 is the end.
///
/// # Platforms
///
/// POSIX systems read into the first 1024 buffers at once. Windows makes one call a buffer, between
/// which others may read; what fails after the first is left for the next call to say.
///
/// # Errors
///
/// Those of [`read`], with `fd`; `EINVAL` when the buffers are longer together than the system
/// counts.
///
/// # Examples
///
/// ```
/// use bun_sys::{OwnedFd, pipe, platform_iovec_create, readv, write};
///
/// let [reader, writer] = pipe()?.map(OwnedFd::new);
/// write(writer.fd(), b"abc")?;
/// let (mut head, mut body) = ([0; 1], [0; 8]);
/// let mut parts = [platform_iovec_create(&mut head), platform_iovec_create(&mut body)];
/// assert_eq!(readv(reader.fd(), &mut parts)?, 3);
/// assert_eq!((&head, &body[..2]), (b"a", &b"bc"[..]));
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[inline]
pub fn readv(fd: Fd, bufs: &mut [PlatformIoVec<'_>]) -> Maybe<usize> {
    imp::readv(fd, bufs).map_err(on_fd(fd, Tag::readv))
}

/// Like [`readv`], at `offset`, and leaves the position alone (`preadv(2)`).
///
/// # Errors
///
/// Those of [`readv`] and of [`pread`], with `fd`.
///
/// # Examples
///
/// ```
/// use bun_sys::{MemfdFlags, OwnedFd, memfd_create, platform_iovec_const_create};
/// use bun_sys::{platform_iovec_create, preadv, pwritev};
///
/// # if !bun_sys::can_use_memfd() { return Ok(()); }
/// let file = OwnedFd::new(memfd_create(c"example", MemfdFlags::NonExecutable)?);
/// let parts: [&[u8]; 2] = [b"ab", b"cd"];
/// assert_eq!(pwritev(file.fd(), &parts.map(platform_iovec_const_create), 1)?, 4);
/// let mut all = [0; 8];
/// assert_eq!(preadv(file.fd(), &mut [platform_iovec_create(&mut all)], 0)?, 5);
/// assert_eq!(&all[..5], b"\0abcd");
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn preadv(fd: Fd, bufs: &mut [PlatformIoVec<'_>], offset: i64) -> Maybe<usize> {
    imp::preadv(fd, bufs, offset).map_err(on_fd(fd, Tag::preadv))
}

/// Writes one buffer after the other, and returns how many bytes (`writev(2)`).
///
/// # Platforms
///
/// As for [`readv`].
///
/// # Errors
///
/// Those of [`write()`], with `fd`; `EINVAL` when the buffers are longer together than the system
/// counts.
///
/// # Examples
///
/// ```
/// use bun_sys::{OwnedFd, pipe, platform_iovec_const_create, read, writev};
///
/// let [reader, writer] = pipe()?.map(OwnedFd::new);
/// let parts: [&[u8]; 2] = [b"ab", b"c"];
/// assert_eq!(writev(writer.fd(), &parts.map(platform_iovec_const_create))?, 3);
/// let mut buf = [0; 8];
/// assert_eq!((read(reader.fd(), &mut buf)?, &buf[..3]), (3, &b"abc"[..]));
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[inline]
pub fn writev(fd: Fd, bufs: &[PlatformIoVecConst<'_>]) -> Maybe<usize> {
    imp::writev(fd, bufs).map_err(on_fd(fd, Tag::writev))
}

/// Like [`writev`], at `offset`, and leaves the position alone (`pwritev(2)`). [`preadv`] has an
/// example.
///
/// # Errors
///
/// Those of [`writev`] and of [`pwrite`], with `fd`.
pub fn pwritev(fd: Fd, bufs: &[PlatformIoVecConst<'_>], offset: i64) -> Maybe<usize> {
    imp::pwritev(fd, bufs, offset).map_err(on_fd(fd, Tag::pwritev))
}
