//! [`ResetEvent`]: a flag that threads wait for.

use core::time::Duration;
use std::time::Instant;

use crate::TimeoutError;
use crate::primitive::{AtomicU32, Monitor, Mutant, Ordering, const_unless_loom};

/// A flag that threads can wait for. Once set, it stays so until it is reset.
///
/// [`set`](Self::set) touches the event for the last time before [`wait`](Self::wait) can return
/// because of it, so a waiter may free it at once.
///
/// Zig: `std.Thread.ResetEvent`.
///
/// # Examples
///
/// ```
/// use bun_threading::ResetEvent;
///
/// let ready = ResetEvent::new();
/// std::thread::scope(|scope| {
///     scope.spawn(|| ready.set());
///     ready.wait();
/// });
/// assert!(ready.is_set());
/// ready.reset();
/// assert!(ready.timed_wait(0).is_err());
/// ```
#[derive(Debug)]
pub struct ResetEvent {
    is_set: AtomicU32,
    monitor: Monitor,
}

impl ResetEvent {
    const_unless_loom! {
        /// Returns an event that is not set.
        #[must_use]
        pub fn new() -> Self {
            Self { is_set: AtomicU32::new(0), monitor: Monitor::new() }
        }
    }

    /// Sets the event and wakes every waiter. What this thread did before is visible to them.
    ///
    /// Zig: `ResetEvent.set`.
    pub fn set(&self) {
        // Release: pairs with the Acquire in `is_set`.
        let order = Mutant::ResetEventSet.order(Ordering::Release);
        self.monitor.update(|| self.is_set.store(1, order));
    }

    /// Unsets the event.
    ///
    /// Zig: `ResetEvent.reset`.
    pub fn reset(&self) {
        self.is_set.store(0, Ordering::Relaxed);
    }

    /// Returns whether the event is set. The [`set`](Self::set) may still be about to return: only
    /// [`wait`](Self::wait) says that it is over.
    ///
    /// Zig: `ResetEvent.isSet`.
    #[doc(alias = "isSet")]
    #[must_use]
    pub fn is_set(&self) -> bool {
        self.is_set.load(Ordering::Acquire) != 0
    }

    /// Blocks until the event is set.
    ///
    /// Zig: `ResetEvent.wait`.
    pub fn wait(&self) {
        self.monitor.wait_until(|| self.is_set());
    }

    /// Blocks until the event is set, or for that many nanoseconds.
    ///
    /// Zig: `ResetEvent.timedWait`.
    ///
    /// # Errors
    ///
    /// [`TimeoutError`] when the time is up and the event is not set.
    #[doc(alias = "timedWait")]
    pub fn timed_wait(&self, timeout_ns: u64) -> Result<(), TimeoutError> {
        match Instant::now().checked_add(Duration::from_nanos(timeout_ns)) {
            Some(end) if !self.monitor.wait_until_deadline(end, || self.is_set()) => {
                Err(TimeoutError)
            }
            Some(_) => Ok(()),
            None => {
                self.wait();
                Ok(())
            }
        }
    }
}

impl Default for ResetEvent {
    fn default() -> Self {
        Self::new()
    }
}
