//! `Futex`: waiting for a word in memory to change.
//!
//! On `parking_lot`'s table of waiting threads, which is the same on every system. The table is
//! this process's own: a waiter of C or Zig code on the same word is not woken.

#![expect(unsafe_code, reason = "parks threads under the address of a word; see SAFETY.md")]

use core::sync::atomic::{AtomicU32, Ordering};
use core::time::Duration;
use std::time::Instant;

use parking_lot_core::{DEFAULT_PARK_TOKEN, DEFAULT_UNPARK_TOKEN, FilterOp, ParkResult};

use crate::TimeoutError;

/// Blocks until [`wake`], unless `word` is no longer `expected` when that is looked at under the
/// lock that `wake` takes as well. May also return without a reason, so the caller looks again.
///
/// With a limit of zero it only compares.
///
/// Zig: `bun.Futex.wait`.
///
/// # Errors
///
/// [`TimeoutError`] when the time is up.
///
/// # Examples
///
/// ```
/// use bun_threading::{Futex, TimeoutError};
/// use core::sync::atomic::AtomicU32;
///
/// let word = AtomicU32::new(1);
/// assert_eq!(Futex::wait(&word, 0, None), Ok(()));
/// assert_eq!(Futex::wait(&word, 1, Some(0)), Err(TimeoutError));
/// ```
pub fn wait(word: &AtomicU32, expected: u32, timeout_ns: Option<u64>) -> Result<(), TimeoutError> {
    let is_expected = || word.load(Ordering::SeqCst) == expected;
    if timeout_ns == Some(0) {
        return if is_expected() { Err(TimeoutError) } else { Ok(()) };
    }
    let deadline = timeout_ns.and_then(|ns| Instant::now().checked_add(Duration::from_nanos(ns)));
    if park(core::ptr::from_ref(word).addr(), is_expected, deadline) {
        Ok(())
    } else {
        Err(TimeoutError)
    }
}

/// As [`wait`], without a limit.
///
/// Zig: `bun.Futex.waitForever`.
///
/// # Examples
///
/// ```
/// use bun_threading::Futex;
/// use core::sync::atomic::{AtomicU32, Ordering};
///
/// let word = AtomicU32::new(0);
/// std::thread::scope(|scope| {
///     scope.spawn(|| {
///         word.store(1, Ordering::Release);
///         Futex::wake(&word, u32::MAX);
///     });
///     while word.load(Ordering::Acquire) == 0 {
///         Futex::wait_forever(&word, 0);
///     }
/// });
/// ```
#[doc(alias = "waitForever")]
pub fn wait_forever(word: &AtomicU32, expected: u32) {
    // Without a limit it does not end for want of time.
    let _ = wait(word, expected, None);
}

/// Wakes up to `max_waiters` threads that wait for `word`, those first that waited longest. Returns
/// how many.
///
/// Zig: `bun.Futex.wake`.
pub fn wake(word: &AtomicU32, max_waiters: u32) -> usize {
    unpark(core::ptr::from_ref(word).addr(), max_waiters)
}

/// Blocks under an address until [`unpark`], if `must_wait` once a waker would be noticed, or until
/// the end. Returns whether it has not come to that. `must_wait` only looks.
pub(crate) fn park(address: usize, must_wait: impl Fn() -> bool, end: Option<Instant>) -> bool {
    // SAFETY: the key is the address of something of this crate's, so no other code parks under it;
    // the closures neither panic nor call into `parking_lot`.
    let result = unsafe {
        parking_lot_core::park(address, must_wait, || (), |_, _| (), DEFAULT_PARK_TOKEN, end)
    };
    result != ParkResult::TimedOut
}

/// Wakes up to `max_waiters` threads that wait under an address. What is there is not looked at.
/// Whoever waits there for another reason by now wakes without one. Returns how many.
pub(crate) fn unpark(address: usize, max_waiters: u32) -> usize {
    let mut left = max_waiters;
    let choose = |_| match left {
        0 => FilterOp::Stop,
        _ => {
            left -= 1;
            FilterOp::Unpark
        }
    };
    // SAFETY: as in `park`; nobody who waits under any address minds waking without a reason.
    let result =
        unsafe { parking_lot_core::unpark_filter(address, choose, |_| DEFAULT_UNPARK_TOKEN) };
    result.unparked_threads
}

/// A moment that several waits end at together.
///
/// Zig: `bun.Futex.Deadline`.
///
/// # Examples
///
/// ```
/// use bun_threading::{Futex, TimeoutError};
/// use core::sync::atomic::AtomicU32;
///
/// let deadline = Futex::Deadline::init(Some(1_000));
/// let word = AtomicU32::new(0);
/// while deadline.wait(&word, 0) != Err(TimeoutError) {}
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Deadline {
    /// `None` if there is no end.
    end: Option<Instant>,
}

impl Deadline {
    /// Returns the moment in so many nanoseconds, or one that does not come.
    #[must_use]
    pub fn init(timeout_ns: Option<u64>) -> Self {
        let end = timeout_ns.and_then(|ns| Instant::now().checked_add(Duration::from_nanos(ns)));
        Self { end }
    }

    /// As [`wait`], until the deadline.
    ///
    /// # Errors
    ///
    /// [`TimeoutError`] when it has passed and `word` is still `expected`.
    pub fn wait(&self, word: &AtomicU32, expected: u32) -> Result<(), TimeoutError> {
        let left = self.end.map(|end| end.saturating_duration_since(Instant::now()));
        wait(word, expected, left.map(|left| u64::try_from(left.as_nanos()).unwrap_or(u64::MAX)))
    }
}

#[cfg(all(test, not(loom)))]
mod tests {
    use super::{wait, wake};
    use crate::TimeoutError;
    use core::sync::atomic::{AtomicU32, Ordering};

    #[test]
    fn every_waiter_wakes_in_portions() {
        const WAITERS: u32 = if cfg!(miri) { 3 } else { 12 };
        let (word, back) = (AtomicU32::new(0), AtomicU32::new(0));
        std::thread::scope(|scope| {
            for _ in 0..WAITERS {
                scope.spawn(|| {
                    while word.load(Ordering::Acquire) == 0 {
                        assert_eq!(wait(&word, 0, None), Ok(()));
                    }
                    back.fetch_add(1, Ordering::Relaxed);
                });
            }
            word.store(1, Ordering::Release);
            while back.load(Ordering::Relaxed) < WAITERS {
                assert!(wake(&word, 2) <= 2);
                std::thread::yield_now();
            }
        });
        assert_eq!(wake(&word, 0), 0);
        assert_eq!(wake(&word, u32::MAX), 0);
    }

    #[test]
    fn time_runs_out() {
        let word = AtomicU32::new(7);
        assert_eq!(wait(&word, 7, Some(1)), Err(TimeoutError));
        assert_eq!(wait(&word, 7, Some(0)), Err(TimeoutError));
        assert_eq!(wait(&word, 8, Some(0)), Ok(()));
        assert_eq!(wait(&word, 8, Some(u64::MAX)), Ok(()));
    }
}
