//! `to_posix_path`: a path as C takes it, on the heap.

use alloc::ffi::CString;

use bun_core::{Error as NamedError, err};
use bun_paths::MAX_PATH_BYTES;

/// The path with a terminator.
///
/// Calls of this crate take `&ZStr`, or `&[u8]` and terminate it on the stack; this is for others.
///
/// Zig: `std.posix.toPosixPath`.
///
/// # Errors
///
/// `NameTooLong` when it is too long for any path, `EINVAL` when it has an embedded NUL.
///
/// # Examples
///
/// ```
/// use bun_sys::to_posix_path;
///
/// assert_eq!(to_posix_path(b"/tmp")?.as_bytes_with_nul(), b"/tmp\0");
/// assert_eq!(to_posix_path(&[b'x'; 1 << 20]).unwrap_err().name(), "NameTooLong");
/// assert_eq!(to_posix_path(b"/tmp\0/x").unwrap_err().name(), "EINVAL");
/// # Ok::<(), bun_core::Error>(())
/// ```
#[doc(alias = "toPosixPath")]
pub fn to_posix_path(path: &[u8]) -> Result<CString, NamedError> {
    if path.len() >= MAX_PATH_BYTES {
        return Err(err!(NameTooLong));
    }
    CString::new(path).map_err(|_| err!(EINVAL))
}
