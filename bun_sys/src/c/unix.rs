//! What every POSIX system has.
#![expect(unsafe_code, reason = "calls into the C library")]

use core::ffi::{c_char, c_void};

/// What the C library says of a file.
pub type Stat = libc::stat;

/// As nanoseconds of a time of a file: now.
#[expect(clippy::unnecessary_cast, reason = "32 bits wide on some processors")]
pub const UTIME_NOW: i64 = libc::UTIME_NOW as i64;
/// As nanoseconds of a time of a file: as it is.
#[expect(clippy::unnecessary_cast, reason = "32 bits wide on some processors")]
pub const UTIME_OMIT: i64 = libc::UTIME_OMIT as i64;

/// The user of this process.
#[must_use]
pub fn getuid() -> libc::uid_t {
    // SAFETY: takes nothing, touches no memory, cannot fail.
    unsafe { libc::getuid() }
}

/// The group of this process.
#[must_use]
pub fn getgid() -> libc::gid_t {
    // SAFETY: takes nothing, touches no memory, cannot fail.
    unsafe { libc::getgid() }
}

/// Where the symbol `name` is, or null. A null `handle` is the default order of the libraries.
///
/// # Safety
///
/// 1. `handle` is null or came from `dlopen` and was not closed.
/// 2. `name` points to a string with a terminator.
#[must_use]
pub unsafe fn dlsym(handle: *mut c_void, name: *const c_char) -> *mut c_void {
    let handle = if handle.is_null() { libc::RTLD_DEFAULT } else { handle };
    // SAFETY: 1 and 2.
    unsafe { libc::dlsym(handle, name) }
}

#[cfg(test)]
mod tests {
    use core::ptr::null_mut;

    use super::*;

    #[test]
    fn symbols_are_found_by_name() {
        if cfg!(miri) {
            return;
        }
        // SAFETY: 1. Null. 2. Literals have terminators.
        let found = unsafe { dlsym(null_mut(), c"getpid".as_ptr()) };
        assert!(!found.is_null());
        // SAFETY: as above.
        let missing = unsafe { dlsym(null_mut(), c"no_such_function_here".as_ptr()) };
        assert!(missing.is_null());
    }

    #[test]
    fn who_runs_this() {
        if cfg!(miri) {
            return;
        }
        // Linux says there who it is; elsewhere there is no such file.
        let Ok(own) = crate::stat(bun_str::zstr!("/proc/self")) else { return };
        let own = crate::PosixStat::init(&own);
        assert_eq!((own.uid, own.gid), (getuid().into(), getgid().into()));
    }
}
