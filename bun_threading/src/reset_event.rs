//! [`ResetEvent`]: a flag that threads wait for.

use core::time::Duration;
use std::time::Instant;

use crate::TimeoutError;
use crate::primitive::{AtomicU32, Mutant, Ordering, Parking, address, const_unless_loom};
use crate::spin::spin;

const SET: u32 = 1;
/// Someone may be parked.
const WAITED_FOR: u32 = 2;

/// A flag that threads can wait for. Once set, it stays so until it is reset.
///
/// [`set`](Self::set) touches the event for the last time as it becomes set, so a waiter may free
/// it at once.
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
    state: AtomicU32,
    parking: Parking,
}

impl ResetEvent {
    const_unless_loom! {
        /// Returns an event that is not set.
        #[must_use]
        pub fn new() -> Self {
            Self { state: AtomicU32::new(0), parking: Parking::new() }
        }
    }

    /// Sets the event and wakes every waiter. What this thread did before is visible to them.
    ///
    /// Zig: `ResetEvent.set`.
    pub fn set(&self) {
        let (address, parking) = (address(&self.state), &self.parking);
        // Release: pairs with the Acquire in `is_set`. The last access to the event: a waiter may
        // free it from here on.
        let before = self.state.swap(SET, Mutant::ResetEventSet.order(Ordering::Release));
        if before & WAITED_FOR != 0 {
            parking.wake_all(address);
        }
    }

    /// Unsets the event.
    ///
    /// Zig: `ResetEvent.reset`.
    pub fn reset(&self) {
        self.state.fetch_and(!SET, Ordering::Relaxed);
    }

    /// Returns whether the event is set.
    ///
    /// Zig: `ResetEvent.isSet`.
    #[doc(alias = "isSet")]
    #[must_use]
    pub fn is_set(&self) -> bool {
        self.state.load(Ordering::Acquire) & SET != 0
    }

    /// Blocks until the event is set.
    ///
    /// Zig: `ResetEvent.wait`.
    pub fn wait(&self) {
        self.wait_until(None);
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
        let end = Instant::now().checked_add(Duration::from_nanos(timeout_ns));
        if self.wait_until(end) { Ok(()) } else { Err(TimeoutError) }
    }

    fn wait_until(&self, end: Option<Instant>) -> bool {
        if spin(|| self.is_set()) {
            return true;
        }
        loop {
            let before = self.state.fetch_or(WAITED_FOR, Ordering::Acquire);
            if before & SET != 0 {
                // Nobody needs the mark now; one that stays costs the next setter a look.
                return true;
            }
            let must_wait = || self.state.load(Ordering::Relaxed) & SET == 0;
            if !self.parking.wait(&self.state, must_wait, end) {
                return self.is_set();
            }
            if self.is_set() {
                return true;
            }
        }
    }
}

impl Default for ResetEvent {
    fn default() -> Self {
        Self::new()
    }
}
