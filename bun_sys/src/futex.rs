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
/// May return early, for no reason: look at the word and wait again. Words are of this process
/// only. A timeout too long for the system is none.
///
/// `futex(2)` on Linux, `__ulock_wait` on macOS, `WaitOnAddress` on Windows.
///
/// Zig: `std.Thread.Futex.timedWait`.
pub fn wait(word: &AtomicU32, expected: u32, timeout: Option<Duration>) -> bool {
    imp::futex_wait(word, expected, timeout) != Err(SystemErrno::ETIMEDOUT)
}

/// Wakes up to `count` threads that wait for `word`.
///
/// Zig: `std.Thread.Futex.wake`.
pub fn wake(word: &AtomicU32, count: u32) {
    // Nothing can fail: the address is that of a word of this process.
    let _ = imp::futex_wake(word, count);
}
