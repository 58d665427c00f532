//! Paths on their way into a system call.

use core::ffi::CStr;

use alloc::ffi::CString;

use bun_core::Error as NamedError;
use bun_paths::{MAX_PATH_BYTES, PathBuffer, resolve_path};
use bun_str::ZStr;

use crate::failure::bare;
use crate::{Error, Maybe, SystemErrno, Tag};

/// The path for C; `EINVAL` when a NUL among its bytes would cut it short.
///
/// Searches by std, which does so in place: right before and after a system call, a call through a
/// pointer to a vectorised search costs more than it saves on a path.
#[inline]
pub(crate) fn as_cstr(path: &ZStr, tag: Tag) -> Maybe<&CStr> {
    cstr(path).ok_or_else(|| bare(tag)(SystemErrno::EINVAL))
}

/// The path for C, unless a NUL among its bytes would cut it short.
#[inline]
pub(crate) fn cstr(path: &ZStr) -> Option<&CStr> {
    CStr::from_bytes_with_nul(path.as_bytes_with_nul()).ok()
}

/// Calls `call` with `path` and a terminator behind it, both on the stack.
///
/// `ENAMETOOLONG` when they do not fit a path of the target. `call` refuses embedded NULs.
pub(crate) fn with_zstr<R>(
    path: &[u8],
    tag: Tag,
    call: impl FnOnce(&ZStr) -> Maybe<R>,
) -> Maybe<R> {
    let mut buf = PathBuffer::uninit();
    match resolve_path::z(path, &mut buf) {
        Ok(path) => call(path),
        Err(_) => Err(Error::from_code(SystemErrno::ENAMETOOLONG, tag)),
    }
}

/// A copy of `path` with a terminator, on the heap. Calls ending in `_a` make one on the stack.
///
/// Zig: `std.posix.toPosixPath`.
///
/// # Errors
///
/// `NameTooLong` when it is too long for any path of the target; `EINVAL` when it has an embedded
/// NUL, which would cut it short.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_sys::to_posix_path(b"/tmp")?.as_c_str(), c"/tmp");
/// assert_eq!(bun_sys::to_posix_path(b"/tmp\0x").unwrap_err().name(), "EINVAL");
/// assert_eq!(bun_sys::to_posix_path(&[b'x'; 1 << 20]).unwrap_err().name(), "NameTooLong");
/// # Ok::<(), bun_core::Error>(())
/// ```
#[doc(alias = "toPosixPath")]
pub fn to_posix_path(path: &[u8]) -> Result<CString, NamedError> {
    if path.len() >= MAX_PATH_BYTES {
        return Err(NamedError::from_name("NameTooLong"));
    }
    CString::new(path).map_err(|_| NamedError::from(SystemErrno::EINVAL))
}
