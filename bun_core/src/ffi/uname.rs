//! The name of the running system.

use core::ffi::{CStr, c_char};
use std::sync::OnceLock;

/// Asks the kernel for its name, release, version and machine.
///
/// The fields are C strings: read them with [`c_field_bytes`](super::c_field_bytes).
///
/// Zig: `std.posix.uname`.
///
/// # Examples
///
/// ```
/// use bun_core::ffi;
///
/// assert!(!ffi::c_field_bytes(&ffi::uname().release).is_empty());
/// ```
#[must_use]
pub fn uname() -> libc::utsname {
    let answer = rustix::system::uname();
    let mut name: libc::utsname = super::zeroed();
    fill(&mut name.sysname, answer.sysname());
    fill(&mut name.nodename, answer.nodename());
    fill(&mut name.release, answer.release());
    fill(&mut name.version, answer.version());
    fill(&mut name.machine, answer.machine());
    name
}

/// Returns what [`uname`] said when this was first called.
///
/// # Examples
///
/// ```
/// use bun_core::ffi;
///
/// assert_eq!(ffi::cached_uname().machine, ffi::uname().machine);
/// ```
#[must_use]
pub fn cached_uname() -> &'static libc::utsname {
    static NAME: OnceLock<libc::utsname> = OnceLock::new();
    NAME.get_or_init(uname)
}

/// Copies `text` and leaves a NUL behind it, whatever its length.
fn fill(field: &mut [c_char], text: &CStr) {
    let room = field.len().saturating_sub(1);
    for (to, &byte) in field[..room].iter_mut().zip(text.to_bytes()) {
        *to = c_char::from_ne_bytes([byte]);
    }
}
