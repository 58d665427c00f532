//! Joining into a buffer.

use bun_str::ZStr;

use super::normalize::write_node;
use crate::platform::PlatformT;
use crate::{NameTooLong, PathWriter};

/// Joins the parts that are not empty and cleans the result as Node's `path.join` does.
///
/// `.` when there are none. A trailing separator stays. An absolute part after the first is
/// appended like any other. O(total length); does not allocate.
///
/// Zig: `bun.path.joinStringBuf`.
///
/// # Errors
///
/// [`NameTooLong`] when the result does not fit `buf`.
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
/// assert_eq!(error.needed, 10);
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
#[doc(alias = "joinStringBuf")]
pub fn join_string_buf<'a, P: PlatformT>(
    buf: impl Into<PathWriter<'a>>,
    parts: &[&[u8]],
) -> Result<&'a mut [u8], NameTooLong> {
    let mut out = buf.into();
    match write_node::<P>(&mut out, parts) {
        Ok(()) => Ok(out.finish()),
        Err(_) => Err(too_long(parts)),
    }
}

/// Like [`join_string_buf`], with a NUL behind the result.
///
/// Zig: `bun.path.joinZBuf`.
///
/// # Errors
///
/// [`NameTooLong`] when the result and its NUL do not fit `buf`.
#[doc(alias = "joinZBuf")]
pub fn join_z_buf<'a, P: PlatformT>(
    buf: impl Into<PathWriter<'a>>,
    parts: &[&[u8]],
) -> Result<&'a mut ZStr, NameTooLong> {
    let mut out = buf.into();
    match write_node::<P>(&mut out, parts).and_then(|()| out.finish_z()) {
        Ok(path) => Ok(path),
        Err(_) => Err(too_long(parts)),
    }
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

/// Copies `input` into `output` with a NUL behind it.
///
/// Zig: `bun.path.z`.
///
/// # Errors
///
/// [`NameTooLong`] when `input` and its NUL do not fit.
///
/// # Examples
///
/// ```
/// let mut buf = bun_paths::PathBuffer::uninit();
/// assert_eq!(bun_paths::resolve_path::z(b"/tmp", &mut buf)?.as_cstr(), Some(c"/tmp"));
/// # Ok::<(), bun_paths::NameTooLong>(())
/// ```
pub fn z<'a>(input: &[u8], output: impl Into<PathWriter<'a>>) -> Result<&'a mut ZStr, NameTooLong> {
    let mut out = output.into();
    out.push_slice(input)?;
    out.finish_z()
}

/// The joined path, its separators, the `.` of an empty one and a NUL fit into this.
#[cold]
fn too_long(parts: &[&[u8]]) -> NameTooLong {
    let bytes = parts.iter().fold(2_usize, |sum, part| sum.saturating_add(part.len()));
    NameTooLong { needed: bytes.saturating_add(parts.len()) }
}
