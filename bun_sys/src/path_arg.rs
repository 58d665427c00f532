//! Paths on their way into a system call.

use core::ffi::CStr;

use bun_paths::{PathBuffer, resolve_path};
use bun_str::ZStr;

use crate::{Error, Maybe, SystemErrno, Tag};

/// The path for C; `EINVAL` when a NUL among its bytes would cut it short.
pub(crate) fn as_cstr(path: &ZStr, tag: Tag) -> Maybe<&CStr> {
    path.as_cstr().ok_or_else(|| Error::from_code(SystemErrno::EINVAL, tag))
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
