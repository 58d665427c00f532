//! The error number of the last call into the C library.

use core::ffi::c_int;

/// Returns the error number the calling thread's last failed system call left behind.
///
/// Worth something only right after a call that says it failed. On Windows this is `GetLastError`'s
/// number, which is of another kind.
///
/// Zig: `std.c._errno().*`.
///
/// # Examples
///
/// ```
/// assert!(std::fs::File::open("/no/such/file").is_err());
/// assert!(bun_core::posix::errno() != 0);
/// ```
#[must_use]
pub fn errno() -> c_int {
    std::io::Error::last_os_error().raw_os_error().unwrap_or(0)
}

/// The name of a port of the Mach kernel. Zero elsewhere, where there are none.
///
/// Zig: `bun.mach_port`.
///
/// # Examples
///
/// ```
/// let none: bun_core::mach_port = 0;
/// assert_eq!(size_of_val(&none), 4);
/// ```
#[expect(non_camel_case_types, reason = "the name in Zig and in C")]
pub type mach_port = u32;
