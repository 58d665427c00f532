//! What every POSIX system has.
#![expect(unsafe_code, reason = "calls into the C library")]

use core::ffi::{c_char, c_void};

/// What the C library says of a file: `struct stat`.
///
/// Zig: `std.c.Stat`.
pub type Stat = libc::stat;

/// As nanoseconds of a time of a file: now (`utimensat(2)`).
pub const UTIME_NOW: i64 = libc::UTIME_NOW as _;
/// As nanoseconds of a time of a file: as it is (`utimensat(2)`).
pub const UTIME_OMIT: i64 = libc::UTIME_OMIT as _;

/// The user of this process (`getuid(2)`), the real one. Cannot fail.
///
/// Zig: `bun.c.getuid`.
///
/// # Examples
///
/// ```
/// # if cfg!(miri) { return; }
/// assert_eq!(bun_sys::c::getuid(), bun_sys::c::getuid());
/// ```
#[must_use]
pub fn getuid() -> libc::uid_t {
    // SAFETY: takes nothing, touches no memory, cannot fail.
    unsafe { libc::getuid() }
}

/// The group of this process (`getgid(2)`), the real one. Cannot fail.
///
/// Zig: `bun.c.getgid`.
#[must_use]
pub fn getgid() -> libc::gid_t {
    // SAFETY: takes nothing, touches no memory, cannot fail.
    unsafe { libc::getgid() }
}

/// Where the symbol `name` is, or null (`dlsym(3)`). A null `handle` is the default order of the
/// libraries.
///
/// Zig: `std.c.dlsym`.
///
/// # Safety
///
/// 1. `handle` is null or came from `dlopen` and was not closed.
/// 2. `name` points to a string with a terminator.
///
/// # Examples
///
/// ```
/// use core::ptr;
///
/// # if cfg!(miri) { return; }
/// // SAFETY: 1. Null. 2. Literals have terminators.
/// let found = unsafe { bun_sys::c::dlsym(ptr::null_mut(), c"getpid".as_ptr()) };
/// assert!(!found.is_null());
/// ```
#[must_use]
pub unsafe fn dlsym(handle: *mut c_void, name: *const c_char) -> *mut c_void {
    let handle = if handle.is_null() { libc::RTLD_DEFAULT } else { handle };
    // SAFETY: 1 and 2.
    unsafe { libc::dlsym(handle, name) }
}

// Miri has none of these calls.
#[cfg(all(test, not(miri)))]
mod tests {
    use core::ptr::null_mut;

    use super::*;

    #[test]
    fn symbols_are_found_by_name() {
        // SAFETY: 1. Null. 2. Literals have terminators.
        let found = unsafe { dlsym(null_mut(), c"getpid".as_ptr()) };
        assert!(!found.is_null());
        // SAFETY: as above.
        let missing = unsafe { dlsym(null_mut(), c"no_such_function_here".as_ptr()) };
        assert!(missing.is_null());
    }

    #[test]
    fn who_runs_this() {
        // Linux says there who it is; elsewhere there is no such file.
        let Ok(own) = crate::stat(bun_str::zstr!("/proc/self")) else { return };
        let own = crate::PosixStat::init(&own);
        assert_eq!((own.uid, own.gid), (getuid().into(), getgid().into()));
    }
}
