//! Joining relative to nothing: `path.join`.

use alloc::vec::Vec;

use bun_str::{WStr, ZStr};

use super::fit::{fit, fit_z};
use super::node::{joined_len, write_node};
use super::normalize::bound;
use super::pooled_path::{PooledPath, PooledPathZ};
use crate::platform::PlatformT;
use crate::{NameTooLong, PathChar, PathWriter};

/// Joins the parts that are not empty and cleans the result as Node's `path.join` does.
///
/// `.` when there are none. A separator at the end stays. An absolute part after the first is
/// appended like any other. O(total length); by Windows rules with a copy of the parts.
///
/// Zig: `bun.path.joinStringBuf`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length when the result does not fit `buf`.
///
/// # Examples
///
/// ```
/// use bun_paths::path_buffer_pool;
/// use bun_paths::platform::Posix;
/// use bun_paths::resolve_path::join_string_buf;
///
/// let mut buf = path_buffer_pool::get();
/// assert_eq!(join_string_buf::<Posix>(&mut buf, &[b"a", b"..", b"/b"])?, b"b");
/// let mut tiny = [0; 2];
/// let error = join_string_buf::<Posix>(&mut tiny, &[b"usr", b"lib"]).unwrap_err();
/// assert_eq!(error.needed, 7);
/// # Ok::<(), bun_paths::NameTooLong>(())
/// ```
///
/// Two results cannot share a buffer:
///
/// ```compile_fail,E0499
/// use bun_paths::platform::Posix;
/// use bun_paths::resolve_path::join_string_buf;
///
/// let mut buf = bun_paths::PathBuffer::uninit();
/// let first = join_string_buf::<Posix>(&mut buf, &[b"a"]).unwrap();
/// let second = join_string_buf::<Posix>(&mut buf, &[b"b"]).unwrap();
/// assert_eq!(first, b"a");
/// ```
///
/// A part cannot lie in the buffer that the result is written to:
///
/// ```compile_fail,E0502
/// use bun_paths::platform::Posix;
/// use bun_paths::resolve_path::join_string_buf;
///
/// let mut buf = *b"abcdef";
/// let part = &buf[..3];
/// let joined = join_string_buf::<Posix>(&mut buf, &[part, b"x"]).unwrap();
/// ```
#[doc(alias = "joinStringBuf")]
pub fn join_string_buf<'a, P: PlatformT>(
    buf: impl Into<PathWriter<'a>>,
    parts: &[&[u8]],
) -> Result<&'a mut [u8], NameTooLong> {
    join_string_buf_t::<u8, P>(buf, parts)
}

/// [`join_string_buf`] for both units.
///
/// Zig: `bun.path.joinStringBufT`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length when the result does not fit `buf`.
#[doc(alias = "joinStringBufT")]
pub fn join_string_buf_t<'a, T: PathChar, P: PlatformT>(
    buf: impl Into<PathWriter<'a, T>>,
    parts: &[&[T]],
) -> Result<&'a mut [T], NameTooLong> {
    fit(buf, || join_bound(parts), |out: &mut PathWriter<'_, T>| write_node::<T, P>(out, parts))
}

/// [`join_string_buf`] of wide parts.
///
/// Zig: `bun.path.joinStringBufW` with parts of `u16`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length when the result does not fit `buf`.
pub fn join_string_buf_w_same<'a, P: PlatformT>(
    buf: impl Into<PathWriter<'a, u16>>,
    parts: &[&[u16]],
) -> Result<&'a mut [u16], NameTooLong> {
    join_string_buf_t::<u16, P>(buf, parts)
}

/// [`join_string_buf`] of parts in UTF-8, with a wide result. What is not UTF-8 becomes U+FFFD.
///
/// Zig: `bun.path.joinStringBufW`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length when the result does not fit `buf`.
#[doc(alias = "joinStringBufW")]
pub fn join_string_buf_w<'a, P: PlatformT>(
    buf: impl Into<PathWriter<'a, u16>>,
    parts: &[&[u8]],
) -> Result<&'a mut [u16], NameTooLong> {
    let wide = widen(parts);
    let parts: Vec<&[u16]> = wide.iter().map(Vec::as_slice).collect();
    join_string_buf_w_same::<P>(buf, &parts)
}

/// [`join_string_buf_w`] with a terminator.
///
/// Zig: `bun.path.joinStringBufWZ`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length, terminator included.
#[doc(alias = "joinStringBufWZ")]
pub fn join_string_buf_wz<'a, P: PlatformT>(
    buf: impl Into<PathWriter<'a, u16>>,
    parts: &[&[u8]],
) -> Result<&'a mut WStr, NameTooLong> {
    let wide = widen(parts);
    let parts: Vec<&[u16]> = wide.iter().map(Vec::as_slice).collect();
    fit_z(
        buf,
        || join_bound(&parts),
        |out: &mut PathWriter<'_, u16>| write_node::<u16, P>(out, &parts),
    )
}

fn widen(parts: &[&[u8]]) -> Vec<Vec<u16>> {
    let widen = |part: &&[u8]| crate::path::wide_units(part).collect();
    parts.iter().map(widen).collect()
}

/// [`join_string_buf`] with a terminator.
///
/// Zig: `bun.path.joinZBuf`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length, terminator included.
#[doc(alias = "joinZBuf")]
pub fn join_z_buf<'a, P: PlatformT>(
    buf: impl Into<PathWriter<'a>>,
    parts: &[&[u8]],
) -> Result<&'a mut ZStr, NameTooLong> {
    fit_z(buf, || join_bound(parts), |out: &mut PathWriter<'_>| write_node::<u8, P>(out, parts))
}

/// Forwards to [`join_z_buf`].
///
/// Zig: `bun.path.joinStringBufZ`.
///
/// # Errors
///
/// Those of [`join_z_buf`].
#[doc(alias = "joinStringBufZ")]
pub fn join_string_buf_z<'a, P: PlatformT>(
    buf: impl Into<PathWriter<'a>>,
    parts: &[&[u8]],
) -> Result<&'a mut ZStr, NameTooLong> {
    join_z_buf::<P>(buf, parts)
}

/// [`join_string_buf`] without a buffer: the result is borrowed from this thread's pool.
///
/// Zig: `bun.path.join`, whose result the next call overwrites.
///
/// # Examples
///
/// ```
/// use bun_paths::platform::Posix;
///
/// assert_eq!(&*bun_paths::resolve_path::join::<Posix>(&[b"a/", b"./b"]), b"a/b");
/// ```
#[must_use]
pub fn join<P: PlatformT>(parts: &[&[u8]]) -> PooledPath {
    PooledPath::write(join_bound(parts), |out: &mut PathWriter<'_>| write_node::<u8, P>(out, parts))
}

/// [`join()`] with a terminator.
///
/// Zig: `bun.path.joinZ`.
#[doc(alias = "joinZ")]
#[must_use]
pub fn join_z<P: PlatformT>(parts: &[&[u8]]) -> PooledPathZ {
    join::<P>(parts).into_z()
}

/// Copies `input` into `output` with a NUL behind it.
///
/// Zig: `bun.path.z`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length when `input` and its NUL do not fit.
///
/// # Examples
///
/// ```
/// let mut buf = bun_paths::PathBuffer::uninit();
/// assert_eq!(bun_paths::resolve_path::z(b"/tmp", &mut buf)?.as_cstr(), Some(c"/tmp"));
/// # Ok::<(), bun_paths::NameTooLong>(())
/// ```
#[inline]
pub fn z<'a>(input: &[u8], output: impl Into<PathWriter<'a>>) -> Result<&'a mut ZStr, NameTooLong> {
    let mut out = output.into();
    if out.capacity() <= input.len() {
        return Err(NameTooLong { needed: input.len().saturating_add(1) });
    }
    out.push_slice(input)?;
    out.finish_z()
}

pub(crate) fn join_bound<T>(parts: &[&[T]]) -> usize {
    bound(joined_len(parts))
}
