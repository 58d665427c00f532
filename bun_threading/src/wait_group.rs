//! [`WaitGroup`]: waiting until a number of things have finished.

use crate::primitive::{AtomicU32, Monitor, Mutant, Ordering, const_unless_loom};

/// A counter of unfinished work that threads can wait for.
///
/// [`add`](Self::add) before the work is handed out, [`finish`](Self::finish) once for each piece
/// of it, [`wait`](Self::wait) until the counter is zero. Any number of threads may wait, and all
/// of them wake. The group can be used again after a wait.
///
/// `finish` touches the group for the last time before `wait` can return, so a waiter may free it
/// at once.
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
    monitor: Monitor,
}

impl WaitGroup {
    const_unless_loom! {
        /// Returns a group without work.
        ///
        /// Zig: `WaitGroup.init`.
        #[must_use]
        pub fn new() -> Self {
            Self { unfinished: AtomicU32::new(0), monitor: Monitor::new() }
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
    /// If there are more than `u32::MAX`.
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
    /// If more than `u32::MAX` pieces would be unfinished.
    pub fn add(&self, count: u32) {
        // Relaxed: whoever finishes the work learns of it from the caller, not from this counter.
        self.unfinished
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |n| n.checked_add(count))
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
        // Release: pairs with the Acquire in `is_done`, through the release sequence of the
        // counter, so that the waiter sees what every finisher did.
        // The last piece is counted under the lock instead: see `Monitor`.
        let order = Mutant::GroupRelease.order(Ordering::Release);
        let last = if Mutant::GroupUnlocked.is_active() { 0 } else { 1 };
        let not_last = self
            .unfinished
            .fetch_update(order, Ordering::Relaxed, |n| if n > last { Some(n - 1) } else { None });
        if not_last.is_err() {
            self.finish_last();
        }
    }

    #[cold]
    fn finish_last(&self) {
        let before = self.monitor.update(|| {
            let order = Mutant::GroupRelease.order(Ordering::Release);
            self.unfinished.fetch_update(order, Ordering::Relaxed, |n| n.checked_sub(1))
        });
        assert!(before.is_ok(), "WaitGroup: finished more often than added");
    }

    /// Blocks until nothing is unfinished.
    ///
    /// Zig: `WaitGroup.wait`.
    pub fn wait(&self) {
        self.monitor.wait_until(|| self.is_done());
    }

    /// Returns whether nothing is unfinished. The last [`finish`](Self::finish) may still be about
    /// to return: only [`wait`](Self::wait) says that it is over.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.unfinished.load(Ordering::Acquire) == 0
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
        group.add(u32::MAX);
        assert!(panics(&|| group.add_one()));
        group.finish();
        group.add_one();
        assert!(!group.is_done());
    }
}
