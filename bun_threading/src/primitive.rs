//! What the blocking types are made of, from `core` and `parking_lot` or from `loom`.
//!
//! The only file of the crate that knows of `cfg(loom)`. A model is worth what it would notice, so
//! under loom every edge that the lock-free parts rely on can be broken on purpose: see [`Mutant`].

use core::time::Duration;
use std::time::Instant;

#[cfg(not(loom))]
pub(crate) use core::sync::atomic::{AtomicPtr, AtomicU8, AtomicU32, AtomicUsize, Ordering};
#[cfg(not(loom))]
pub(crate) use parking_lot::{Condvar, Mutex, MutexGuard};

#[cfg(loom)]
pub(crate) use locks::{Condvar, Mutex, MutexGuard};
#[cfg(loom)]
pub(crate) use loom::sync::atomic::{AtomicPtr, AtomicU8, AtomicU32, AtomicUsize, Ordering};

/// Tasks that the ring of a worker holds; a power of two. Models fill one in two steps.
pub(crate) const RING_SLOTS: usize = if cfg!(loom) { 2 } else { 256 };

/// Defines constructors that are `const` except under loom, whose primitives register themselves.
macro_rules! const_unless_loom {
    ($(#[$attribute:meta])* $visibility:vis fn $name:ident() -> $result:ty $body:block) => {
        #[cfg(not(loom))]
        $(#[$attribute])*
        $visibility const fn $name() -> $result $body

        #[cfg(loom)]
        $(#[$attribute])*
        $visibility fn $name() -> $result $body
    };
}
pub(crate) use const_unless_loom;

/// Defines [`Mutant`].
macro_rules! mutants {
    ($($(#[doc = $doc:literal])* $name:ident,)*) => {
        /// One way to break an algorithm that a model must notice. None is ever active outside of
        /// the models, where this is nothing at all.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Mutant {
            $($(#[doc = $doc])* $name,)*
        }
    };
}

mutants! {
    /// A task is in the ring before its contents are.
    RingPublish,
    /// A thief sees the end of the ring, but not what is before it.
    RingSteal,
    /// A task is in the overflow list before its contents are.
    OverflowPush,
    /// Tasks are taken from the overflow list before their contents are there.
    OverflowTake,
    /// A worker that found the overflow list busy is forgotten.
    OverflowMissed,
    /// A scheduler that sees a pending notification trusts a plain load.
    NotifyLoad,
    /// A worker that was told to wake the next, and sees no tasks, ignores a notification.
    HandOnBlind,
    /// A worker that watched falls asleep, and is still thought to watch.
    WatchForgotten,
    /// A worker takes a notification without what came before it.
    WaitAcquire,
    /// A worker goes to sleep on a signal that is already there.
    EventLost,
    /// The last finisher does not wake who waits for the group.
    GroupForgotten,
    /// What was done before `finish` is not visible after `wait`.
    GroupRelease,
    /// An item is in the queue before its contents are.
    QueuePush,
    /// Items are taken from the queue before their contents are there.
    QueueTake,
    /// A set event does not show what came before it.
    ResetEventSet,
}

#[cfg(not(loom))]
impl Mutant {
    /// Returns whether the algorithm is to be broken in this way.
    #[inline(always)]
    pub(crate) const fn is_active(self) -> bool {
        false
    }

    /// Returns the ordering, or none at all if this edge is to be broken.
    #[inline(always)]
    pub(crate) const fn order(self, ordering: Ordering) -> Ordering {
        ordering
    }
}

#[cfg(loom)]
std::thread_local! {
    static ACTIVE: core::cell::Cell<Option<Mutant>> = const { core::cell::Cell::new(None) };
}

#[cfg(loom)]
impl Mutant {
    pub(crate) fn is_active(self) -> bool {
        ACTIVE.get() == Some(self)
    }

    pub(crate) fn order(self, ordering: Ordering) -> Ordering {
        if self.is_active() { Ordering::Relaxed } else { ordering }
    }
}

/// How models are run.
#[cfg(all(test, loom))]
pub(crate) mod models {
    use super::{ACTIVE, Mutant};
    use std::panic::catch_unwind;

    /// Runs every interleaving of a model.
    pub(crate) fn check(model: fn()) {
        loom::model(model);
    }

    /// Runs a model with an algorithm broken, and expects it to fail. Loom runs all threads of a
    /// model on this one.
    pub(crate) fn expect_killed(mutant: Mutant, model: fn()) {
        ACTIVE.set(Some(mutant));
        let result = catch_unwind(|| loom::model(model));
        ACTIVE.set(None);
        assert!(result.is_err(), "no interleaving notices {mutant:?}");
    }
}

/// loom's locks with the signatures of `parking_lot`'s.
#[cfg(loom)]
mod locks {
    pub(crate) use loom::sync::MutexGuard;

    #[derive(Debug, Default)]
    pub(crate) struct Mutex<T>(loom::sync::Mutex<T>);

    impl<T> Mutex<T> {
        pub(crate) fn new(value: T) -> Self {
            Self(loom::sync::Mutex::new(value))
        }

        pub(crate) fn lock(&self) -> MutexGuard<'_, T> {
            self.0.lock().expect("loom stops at the first panic")
        }
    }

    #[derive(Debug, Default)]
    pub(crate) struct Condvar(loom::sync::Condvar);

    impl Condvar {
        pub(crate) fn new() -> Self {
            Self(loom::sync::Condvar::new())
        }

        /// loom's takes the guard by value and gives it back.
        pub(crate) fn wait<'a, T>(&self, guard: MutexGuard<'a, T>) -> MutexGuard<'a, T> {
            self.0.wait(guard).expect("loom stops at the first panic")
        }

        pub(crate) fn notify_one(&self) {
            self.0.notify_one();
        }

        pub(crate) fn notify_all(&self) {
            self.0.notify_all();
        }
    }
}

/// Unlocks, blocks until the event, and locks again.
#[cfg(not(loom))]
pub(crate) fn wait<'a, T>(event: &Condvar, mut guard: MutexGuard<'a, T>) -> MutexGuard<'a, T> {
    event.wait(&mut guard);
    guard
}

/// As [`wait`], for at most that long.
#[cfg(not(loom))]
pub(crate) fn wait_for<'a, T>(
    event: &Condvar,
    mut guard: MutexGuard<'a, T>,
    limit: Duration,
) -> (MutexGuard<'a, T>, bool) {
    let is_late = event.wait_for(&mut guard, limit).timed_out();
    (guard, is_late)
}

#[cfg(loom)]
pub(crate) fn wait<'a, T>(event: &Condvar, guard: MutexGuard<'a, T>) -> MutexGuard<'a, T> {
    event.wait(guard)
}

/// Time does not pass in a model.
#[cfg(loom)]
pub(crate) fn wait_for<'a, T>(
    event: &Condvar,
    guard: MutexGuard<'a, T>,
    _limit: Duration,
) -> (MutexGuard<'a, T>, bool) {
    (event.wait(guard), false)
}

/// A lock and the event that something it guards has changed.
///
/// The lock is the last thing that [`update`](Self::update) touches, and
/// [`wait_until`](Self::wait_until) returns only after taking it. So when a wait ends, the update
/// that ended it is over, and the waiter may free the monitor.
#[derive(Debug)]
pub(crate) struct Monitor {
    lock: Mutex<()>,
    changed: Condvar,
}

impl Monitor {
    const_unless_loom! {
        pub(crate) fn new() -> Self {
            Self { lock: Mutex::new(()), changed: Condvar::new() }
        }
    }

    /// Runs `change` under the lock, then wakes every waiter while still holding it.
    pub(crate) fn update<R>(&self, change: impl FnOnce() -> R) -> R {
        let guard = self.lock.lock();
        let result = change();
        self.changed.notify_all();
        drop(guard);
        result
    }

    /// Blocks until `ready`, which is asked under the lock, at first and after each update.
    pub(crate) fn wait_until(&self, mut ready: impl FnMut() -> bool) {
        let mut guard = self.lock.lock();
        while !ready() {
            guard = wait(&self.changed, guard);
        }
    }
}

/// Waiting for a word in memory to change. The waker needs the address alone, so it may wake after
/// it has let go of the word, and a waiter may free that at once.
#[derive(Debug)]
pub(crate) struct Parking {
    /// loom has no way to wait for an address.
    #[cfg(loom)]
    waiters: (Mutex<()>, Condvar),
}

#[cfg(not(loom))]
impl Parking {
    pub(crate) const fn new() -> Self {
        Self {}
    }

    /// Blocks until [`wake_all`](Self::wake_all), if `must_wait` once a waker would be noticed, or
    /// until the end. Returns whether it has not come to that. May also return without a reason.
    pub(crate) fn wait(
        &self,
        word: &AtomicU32,
        must_wait: impl Fn() -> bool,
        end: Option<Instant>,
    ) -> bool {
        crate::futex::park(word.as_ptr().addr(), must_wait, end)
    }

    /// Wakes everyone who waits for the word at that address.
    pub(crate) fn wake_all(&self, address: usize) {
        crate::futex::unpark(address, u32::MAX);
    }
}

#[cfg(loom)]
impl Parking {
    pub(crate) fn new() -> Self {
        Self { waiters: (Mutex::new(()), Condvar::new()) }
    }

    pub(crate) fn wait(
        &self,
        _word: &AtomicU32,
        must_wait: impl Fn() -> bool,
        _end: Option<Instant>,
    ) -> bool {
        let guard = self.waiters.0.lock();
        if must_wait() {
            drop(self.waiters.1.wait(guard));
        }
        true
    }

    pub(crate) fn wake_all(&self, _address: usize) {
        let guard = self.waiters.0.lock();
        self.waiters.1.notify_all();
        drop(guard);
    }
}

/// Returns the address of a word, for [`Parking::wake_all`].
pub(crate) fn address(word: &AtomicU32) -> usize {
    core::ptr::from_ref(word).addr()
}

/// Whether a thread may look for what another is about to do before it sleeps. A model would look
/// for ever.
pub(crate) const MAY_SPIN: bool = !cfg!(any(miri, loom));
