//! The environment: as C has it, and as a map to hand to a child process.

use alloc::string::String;
use core::ffi::c_char;

/// Names and values of an environment.
///
/// The map of the standard library, because ported code fills and reads it as one.
///
/// Zig: `std.process.EnvMap`.
///
/// # Examples
///
/// ```
/// let mut environment = bun_sys::EnvMap::new();
/// environment.insert("NO_COLOR".into(), "1".into());
/// assert_eq!(environment["NO_COLOR"], "1");
/// ```
pub type EnvMap = std::collections::HashMap<String, String>;

/// The environment as C has it: pointers to `NAME=value`, the last one null.
///
/// Made by the first call and kept; later changes of the environment are not in it.
///
/// Zig: `std.c.environ`.
///
/// # Examples
///
/// ```
/// assert!(!bun_sys::environ_ptr().is_null());
/// ```
#[must_use]
pub fn environ_ptr() -> *const *const c_char {
    bun_core::c_environ()
}
