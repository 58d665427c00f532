//! What happens when a signal comes.
#![expect(unsafe_code, reason = "a system call that takes pointers")]

use core::ffi::c_int;

use crate::Sigaction;

/// Sets and asks what happens when the signal `sig` comes (`sigaction(2)`). Returns 0, or -1 and
/// `errno`: `EINVAL` for a signal that is none or cannot be handled.
/// [`sigaction`](crate::sigaction) returns the error.
///
/// Zig: `std.c.sigaction`.
///
/// # Safety
///
/// 1. `act` is null, or points to an initialised structure whose handler is safe to run between any
///    two instructions of any thread.
/// 2. `oact` is null or points to memory for one.
///
/// # Examples
///
/// ```
/// use core::{mem::MaybeUninit, ptr};
///
/// use bun_sys::posix::{Sigaction, sigaction};
///
/// let mut old = MaybeUninit::<Sigaction>::uninit();
/// # if cfg!(miri) { return; }
/// // SAFETY: 1. Null. 2. There is room for one.
/// assert_eq!(unsafe { sigaction(15, ptr::null(), old.as_mut_ptr()) }, 0);
/// ```
#[must_use]
pub unsafe fn sigaction(sig: c_int, act: *const Sigaction, oact: *mut Sigaction) -> c_int {
    // SAFETY: 1 and 2.
    unsafe { libc::sigaction(sig, act, oact) }
}
