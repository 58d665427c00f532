//! What the coreutils say of an error number.
//!
//! Zig: `bun.sys.coreutils_error_map`. The table is `bun_sys`'s, as that of the names is.

use crate::error::ERRNO_NAMES;

/// Returns the message of a number, such as `No such file or directory`.
///
/// `None` for a number without one, and in a program that does not link `bun_sys`.
///
/// Zig: `coreutils_error_map.get`.
///
/// # Examples
///
/// ```
/// use bun_core::coreutils_error_map;
///
/// let text = coreutils_error_map::get(2).unwrap_or("unknown error");
/// assert_eq!(text, "unknown error", "this program has no table");
/// ```
#[must_use]
pub fn get(errno: i32) -> Option<&'static str> {
    (ERRNO_NAMES.get()?.message)(errno)
}
