//! The identity of the calling thread.

use crate::backend::imp;

/// The number of the calling thread, as the system has it. One system call.
///
/// Zig: `std.Thread.getCurrentId`.
///
/// # Examples
///
/// ```
/// let here = bun_sys::thread_id();
/// assert_eq!(here, bun_sys::thread_id());
/// assert_ne!(here, std::thread::spawn(bun_sys::thread_id).join().unwrap());
/// ```
#[doc(alias = "getCurrentId")]
#[must_use]
pub fn thread_id() -> u64 {
    imp::thread_id()
}
