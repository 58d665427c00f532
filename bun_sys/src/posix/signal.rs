//! What happens when a signal comes.
#![expect(unsafe_code, reason = "a system call that takes pointers")]

use core::ffi::c_int;

/// What happens when a signal comes.
///
/// Zig: `std.posix.Sigaction`.
pub type Sigaction = libc::sigaction;

/// Sets and asks what happens when the signal `sig` comes. Returns 0, or -1 and `errno`.
///
/// # Safety
///
/// 1. `act` is null, or points to an initialised structure whose handler is safe to run between any
///    two instructions of any thread.
/// 2. `oact` is null or points to memory for one.
#[must_use]
pub unsafe fn sigaction(sig: c_int, act: *const Sigaction, oact: *mut Sigaction) -> c_int {
    // SAFETY: 1 and 2.
    unsafe { libc::sigaction(sig, act, oact) }
}
