//! What the blocking types wait with, from `core` and `parking_lot` or from `loom`.
//!
//! The only file of the crate that knows of `cfg(loom)`.

#[cfg(not(loom))]
pub(crate) use core::sync::atomic::{AtomicU32, Ordering};
#[cfg(not(loom))]
use parking_lot::{Condvar, Mutex};

#[cfg(loom)]
pub(crate) use loom::sync::atomic::{AtomicU32, Ordering};
#[cfg(loom)]
use loom::sync::{Condvar, Mutex};

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
        let guard = self.lock();
        let result = change();
        self.changed.notify_all();
        drop(guard);
        result
    }

    /// Blocks until `ready`, which is asked under the lock, at first and after each update.
    #[cfg(not(loom))]
    pub(crate) fn wait_until(&self, mut ready: impl FnMut() -> bool) {
        let mut guard = self.lock();
        while !ready() {
            self.changed.wait(&mut guard);
        }
    }

    /// Blocks until `ready`, which is asked under the lock, at first and after each update.
    #[cfg(loom)]
    pub(crate) fn wait_until(&self, mut ready: impl FnMut() -> bool) {
        let mut guard = self.lock();
        while !ready() {
            guard = self.changed.wait(guard).expect("loom stops at the first panic");
        }
    }

    #[cfg(not(loom))]
    fn lock(&self) -> parking_lot::MutexGuard<'_, ()> {
        self.lock.lock()
    }

    #[cfg(loom)]
    fn lock(&self) -> loom::sync::MutexGuard<'_, ()> {
        self.lock.lock().expect("loom stops at the first panic")
    }
}
