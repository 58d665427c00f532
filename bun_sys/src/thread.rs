//! The identity of the calling thread.

use crate::backend::imp;

/// The number of the calling thread, as the system has it.
///
/// Zig: `std.Thread.getCurrentId`.
///
/// # Platforms
///
/// `gettid(2)` on Linux, a system call each time; `pthread_threadid_np(3)` on macOS;
/// `GetCurrentThreadId` on Windows.
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
