//! [`WaitGroup`]: waiting until a number of things have finished.

use crate::primitive::{AtomicU32, Mutant, Ordering, Parking, address, const_unless_loom};
use crate::spin::spin;

/// Someone may be parked. The other bits count.
const WAITED_FOR: u32 = 1 << 31;
const COUNT: u32 = WAITED_FOR - 1;

/// A counter of unfinished work that threads can wait for.
///
/// [`add`](Self::add) before the work is handed out, [`finish`](Self::finish) once for each piece
/// of it, [`wait`](Self::wait) until the counter is zero. Any number of threads may wait, and all
/// of them wake. The group can be used again after a wait.
///
/// `finish` touches the group for the last time as it counts, so a waiter may free it at once.
///
/// Zig: `bun.threading.WaitGroup`.
///
/// # Examples
///
/// ```
/// use bun_threading::WaitGroup;
///
/// let group = WaitGroup::new();
/// group.add(2);
/// std::thread::scope(|scope| {
///     scope.spawn(|| group.finish());
///     scope.spawn(|| group.finish());
///     group.wait();
/// });
/// assert!(group.is_done());
/// ```
#[derive(Debug)]
pub struct WaitGroup {
    unfinished: AtomicU32,
    parking: Parking,
}

impl WaitGroup {
    const_unless_loom! {
        /// Returns a group without work.
        ///
        /// Zig: `WaitGroup.init`.
        #[must_use]
        pub fn new() -> Self {
            Self { unfinished: AtomicU32::new(0), parking: Parking::new() }
        }
    }

    /// As [`new`](Self::new).
    #[must_use]
    pub fn init() -> Self {
        Self::new()
    }

    /// Returns a group with so many pieces of work.
    ///
    /// Zig: `WaitGroup.initWithCount`.
    ///
    /// # Panics
    ///
    /// If there are more than `i32::MAX`.
    #[doc(alias = "initWithCount")]
    #[must_use]
    pub fn init_with_count(count: usize) -> Self {
        let group = Self::new();
        group.add(u32::try_from(count).expect("WaitGroup: too many unfinished pieces of work"));
        group
    }

    /// Counts `count` more pieces of work.
    ///
    /// Zig: `WaitGroup.add`.
    ///
    /// # Panics
    ///
    /// If more than `i32::MAX` pieces would be unfinished.
    pub fn add(&self, count: u32) {
        let more = |n: u32| match (n & COUNT).checked_add(count) {
            Some(sum @ 0..=COUNT) => Some(n & WAITED_FOR | sum),
            _ => None,
        };
        // Relaxed: whoever finishes the work learns of it from the caller, not from this counter.
        self.unfinished
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, more)
            .expect("WaitGroup: too many unfinished pieces of work");
    }

    /// Counts one more piece of work.
    ///
    /// # Panics
    ///
    /// As [`add`](Self::add).
    #[doc(alias = "start")]
    pub fn add_one(&self) {
        self.add(1);
    }

    /// Counts one piece of work as finished, and wakes every waiter if it was the last.
    ///
    /// What this thread did before is visible to the waiter.
    ///
    /// Zig: `WaitGroup.finish`, which wakes one waiter.
    ///
    /// # Panics
    ///
    /// If nothing is unfinished.
    pub fn finish(&self) {
        let (address, parking) = (address(&self.unfinished), &self.parking);
        let less = |n: u32| if n & COUNT == 0 { None } else { Some(n - 1) };
        // Release: pairs with the Acquire in `is_done`, through the release sequence of the
        // counter, so that the waiter sees what every finisher did. The last access to the group: a
        // waiter may free it from here on.
        let order = Mutant::GroupRelease.order(Ordering::Release);
        let before = self.unfinished.fetch_update(order, Ordering::Relaxed, less);
        let before = before.expect("WaitGroup: finished more often than added");
        if before == WAITED_FOR | 1 && !Mutant::GroupForgotten.is_active() {
            parking.wake_all(address);
        }
    }

    /// Blocks until nothing is unfinished.
    ///
    /// Zig: `WaitGroup.wait`.
    pub fn wait(&self) {
        if spin(|| self.is_done()) {
            return;
        }
        loop {
            let before = self.unfinished.fetch_or(WAITED_FOR, Ordering::Acquire);
            if before & COUNT == 0 {
                // Nobody needs the mark now; one that stays costs the next finisher a look.
                return;
            }
            let must_wait = || self.unfinished.load(Ordering::Relaxed) & COUNT != 0;
            self.parking.wait(&self.unfinished, must_wait, None);
        }
    }

    /// Returns whether nothing is unfinished.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.unfinished.load(Ordering::Acquire) & COUNT == 0
    }
}

impl Default for WaitGroup {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(all(test, not(loom)))]
mod tests {
    use super::WaitGroup;
    use core::panic::AssertUnwindSafe;
    use core::sync::atomic::{AtomicU32, Ordering};
    use std::panic::catch_unwind;

    #[test]
    fn every_waiter_wakes_and_sees_the_work() {
        let (group, sum) = (WaitGroup::new(), AtomicU32::new(0));
        let workers = if cfg!(miri) { 3 } else { 8 };
        for _ in 0..if cfg!(miri) { 2 } else { 200 } {
            sum.store(0, Ordering::Relaxed);
            group.add(workers);
            std::thread::scope(|scope| {
                for _ in 0..3 {
                    scope.spawn(|| {
                        group.wait();
                        assert_eq!(sum.load(Ordering::Relaxed), workers);
                    });
                }
                for _ in 0..workers {
                    scope.spawn(|| {
                        sum.fetch_add(1, Ordering::Relaxed);
                        group.finish();
                    });
                }
            });
            assert!(group.is_done());
        }
    }

    #[test]
    fn the_counter_neither_wraps_nor_overflows() {
        let group = WaitGroup::new();
        let panics = |run: &dyn Fn()| catch_unwind(AssertUnwindSafe(run)).is_err();
        assert!(panics(&|| group.finish()));
        assert!(group.is_done());
        group.add(i32::MAX as u32);
        assert!(panics(&|| group.add_one()));
        group.finish();
        group.add_one();
        assert!(!group.is_done());
    }
}
