//! The environment: as C has it, and as a map to hand to a child process.
#![expect(unsafe_code, reason = "measures a list of pointers that ends with null")]

use alloc::string::String;
use core::ffi::c_char;
use core::slice;

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

/// Like [`environ_ptr`], with the length, which does not count the null.
///
/// Each pointer leads to a string of C that stays as it is until the process ends.
///
/// Zig: `std.os.environ`.
///
/// # Examples
///
/// ```
/// let entries = bun_sys::environ();
/// assert_eq!(entries.len(), std::env::vars_os().count());
/// assert!(entries.iter().all(|entry| !entry.is_null()));
/// ```
#[must_use]
pub fn environ() -> &'static [*const c_char] {
    let start = environ_ptr();
    let mut len = 0;
    loop {
        // SAFETY: the list that `c_environ` returns ends with a null pointer, and none was found
        // before index `len`, so that is in the list.
        let entry = unsafe { start.add(len) };
        // SAFETY: as above; `c_environ` promises that the list stays and that nobody writes it.
        if unsafe { entry.read() }.is_null() {
            break;
        }
        len += 1;
    }
    // SAFETY: the `len` pointers before the null were read above; they stay for ever, unwritten.
    unsafe { slice::from_raw_parts(start, len) }
}
