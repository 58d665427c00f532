//! Waiting for a word of memory to change, and waking who waits.
//!
//! # Examples
//!
//! ```
//! use core::sync::atomic::{AtomicU32, Ordering};
//!
//! let word = AtomicU32::new(0);
//! std::thread::scope(|scope| {
//!     scope.spawn(|| {
//!         word.store(1, Ordering::Release);
//!         bun_sys::futex::wake(&word, u32::MAX);
//!     });
//!     while word.load(Ordering::Acquire) == 0 {
//!         bun_sys::futex::wait(&word, 0, None);
//!     }
//! });
//! ```

use core::sync::atomic::AtomicU32;
use core::time::Duration;

use crate::SystemErrno;
use crate::backend::imp;

/// Waits while `word` is `expected`, for `timeout` at most. `false` when that time is over.
///
/// May return early, for no reason, a signal among them: look at the word and wait again. Words are
/// of this process only. A timeout too long for the system is none.
///
/// Zig: `std.Thread.Futex.timedWait`.
///
/// # Platforms
///
/// `futex(2)` with `FUTEX_WAIT_PRIVATE` on Linux; `__ulock_wait` on macOS, in microseconds, the
/// longest 71 minutes; `WaitOnAddress` on Windows, in milliseconds.
///
/// # Examples
///
/// ```
/// use core::sync::atomic::AtomicU32;
///
/// let word = AtomicU32::new(1);
/// assert!(bun_sys::futex::wait(&word, 0, None), "it is not 0, so this does not wait");
/// ```
#[doc(alias = "timedWait")]
pub fn wait(word: &AtomicU32, expected: u32, timeout: Option<Duration>) -> bool {
    imp::futex_wait(word, expected, timeout) != Err(SystemErrno::ETIMEDOUT)
}

/// Wakes up to `count` threads that wait for `word`.
///
/// Zig: `std.Thread.Futex.wake`.
///
/// # Platforms
///
/// `futex(2)` with `FUTEX_WAKE_PRIVATE` on Linux, `__ulock_wake` on macOS, `WakeByAddressSingle`
/// and `WakeByAddressAll` on Windows. The last two wake one thread or all.
pub fn wake(word: &AtomicU32, count: u32) {
    // Nothing can fail: the address is that of a word of this process.
    let _ = imp::futex_wake(word, count);
}
