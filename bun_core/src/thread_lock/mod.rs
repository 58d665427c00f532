//! An assertion that looks like a lock: two threads in one place are a bug.

use core::marker::PhantomData;

#[cfg(debug_assertions)]
use crate::cell::thread_id::{self, NO_THREAD};
#[cfg(debug_assertions)]
use core::sync::atomic::{AtomicU64, Ordering};

#[cfg(test)]
mod tests;

/// Asserts that what it guards is used by one thread at a time.
///
/// Nothing ever waits: locking what is locked panics, whichever thread holds it. In builds without
/// debug assertions it has no size, and every call does nothing; for a check that stays, see
/// [`ThreadCell`](crate::ThreadCell).
///
/// Zig: `bun.safety.ThreadLock`.
///
/// # Examples
///
/// ```
/// use bun_core::ThreadLock;
///
/// struct Parser {
///     lock: ThreadLock,
/// }
///
/// let parser = Parser { lock: ThreadLock::init_unlocked() };
/// let guard = parser.lock.guard();
/// parser.lock.assert_locked();
/// drop(guard);
/// ```
///
/// The guard does not outlive the lock, and stays on its thread:
///
/// ```compile_fail,E0515
/// use bun_core::{ThreadLock, ThreadLockGuard};
/// fn escape() -> ThreadLockGuard<'static> {
///     let lock = ThreadLock::init_unlocked();
///     lock.guard()
/// }
/// ```
///
/// ```compile_fail,E0277
/// fn send<T: Send>(_: T) {}
/// static LOCK: bun_core::ThreadLock = bun_core::ThreadLock::init_unlocked();
/// send(LOCK.guard());
/// ```
#[derive(Debug)]
pub struct ThreadLock {
    /// The number of the thread that holds it.
    #[cfg(debug_assertions)]
    owner: AtomicU64,
}

impl ThreadLock {
    /// Makes one that nobody holds.
    #[doc(alias = "initUnlocked")]
    #[must_use]
    pub const fn init_unlocked() -> Self {
        Self {
            #[cfg(debug_assertions)]
            owner: AtomicU64::new(NO_THREAD),
        }
    }

    /// Makes one that this thread holds.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::ThreadLock;
    ///
    /// let lock = ThreadLock::init_locked();
    /// lock.unlock();
    /// let again = std::panic::catch_unwind(|| lock.guard());
    /// assert!(again.is_ok());
    /// ```
    #[doc(alias = "initLocked")]
    #[must_use]
    pub fn init_locked() -> Self {
        let lock = Self::init_unlocked();
        lock.lock();
        lock
    }

    /// [`init_locked`](Self::init_locked) by the name that Zig has for it in run-time code.
    #[doc(alias = "initLockedIfNonComptime")]
    #[must_use]
    pub fn init_locked_if_non_comptime() -> Self {
        Self::init_locked()
    }

    /// Locks until the guard is dropped.
    ///
    /// # Panics
    ///
    /// As [`lock`](Self::lock).
    #[track_caller]
    pub fn guard(&self) -> ThreadLockGuard<'_> {
        self.lock();
        ThreadLockGuard { lock: self, stays: PhantomData }
    }

    /// Locks.
    ///
    /// # Panics
    ///
    /// If it is locked, by this thread or another, with debug assertions.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::{Environment, ThreadLock};
    ///
    /// let lock = ThreadLock::init_unlocked();
    /// lock.lock();
    /// assert_eq!(std::panic::catch_unwind(|| lock.lock()).is_err(), Environment::IS_DEBUG);
    /// lock.unlock();
    /// ```
    #[inline]
    #[track_caller]
    pub fn lock(&self) {
        #[cfg(debug_assertions)]
        {
            let me = thread_id::current();
            // Acquire and release, as a lock would: what the last holder did is visible.
            let held =
                self.owner.compare_exchange(NO_THREAD, me, Ordering::Acquire, Ordering::Relaxed);
            if let Err(owner) = held {
                panic!("thread {me} locked a `ThreadLock` that thread {owner} holds");
            }
        }
    }

    /// Locks, unless this thread holds it already.
    ///
    /// # Panics
    ///
    /// If another thread holds it, with debug assertions.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::{Environment, ThreadLock};
    ///
    /// static LOCK: ThreadLock = ThreadLock::init_unlocked();
    ///
    /// LOCK.lock_or_assert();
    /// LOCK.lock_or_assert();
    /// let other = std::thread::spawn(|| LOCK.lock_or_assert()).join();
    /// assert_eq!(other.is_err(), Environment::IS_DEBUG);
    /// ```
    #[doc(alias = "lockOrAssert")]
    #[inline]
    #[track_caller]
    pub fn lock_or_assert(&self) {
        #[cfg(debug_assertions)]
        if self.owner.load(Ordering::Relaxed) != thread_id::current() {
            self.lock();
        }
    }

    /// Unlocks.
    ///
    /// # Panics
    ///
    /// If this thread does not hold it, with debug assertions.
    #[inline]
    #[track_caller]
    pub fn unlock(&self) {
        #[cfg(debug_assertions)]
        {
            self.assert_locked();
            self.owner.store(NO_THREAD, Ordering::Release);
        }
    }

    /// Asserts that this thread holds it.
    ///
    /// # Panics
    ///
    /// If not, with debug assertions.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::{Environment, ThreadLock};
    ///
    /// let lock = ThreadLock::init_locked();
    /// lock.assert_locked();
    /// lock.unlock();
    /// let unlocked = std::panic::catch_unwind(|| lock.assert_locked());
    /// assert_eq!(unlocked.is_err(), Environment::IS_DEBUG);
    /// ```
    #[doc(alias = "assertLocked")]
    #[inline]
    #[track_caller]
    pub fn assert_locked(&self) {
        #[cfg(debug_assertions)]
        {
            let me = thread_id::current();
            let owner = self.owner.load(Ordering::Relaxed);
            assert!(owner != NO_THREAD, "this `ThreadLock` is not locked");
            assert!(owner == me, "thread {owner} holds this `ThreadLock`, not thread {me}");
        }
    }
}

impl Default for ThreadLock {
    fn default() -> Self {
        Self::init_unlocked()
    }
}

/// Holds a [`ThreadLock`] and unlocks it when dropped.
///
/// # Examples
///
/// ```
/// use bun_core::{Environment, ThreadLock, ThreadLockGuard};
///
/// static LOCK: ThreadLock = ThreadLock::init_unlocked();
///
/// let guard: ThreadLockGuard<'_> = LOCK.guard();
/// let other = std::thread::spawn(|| drop(LOCK.guard())).join();
/// assert_eq!(other.is_err(), Environment::IS_DEBUG);
/// drop(guard);
/// LOCK.guard();
/// ```
#[derive(Debug)]
#[must_use = "dropping the guard unlocks"]
pub struct ThreadLockGuard<'a> {
    lock: &'a ThreadLock,
    /// Unlocking is for the thread that locked.
    stays: PhantomData<*const ()>,
}

impl Drop for ThreadLockGuard<'_> {
    fn drop(&mut self) {
        // Nothing panics in a destructor: a guard is only made by locking, and stays on its thread.
        // Who unlocks by hand under a guard has the next `lock` or `assert_locked` tell.
        #[cfg(debug_assertions)]
        self.lock.owner.store(NO_THREAD, Ordering::Release);
        #[cfg(not(debug_assertions))]
        let _ = (self.lock, self.stays);
    }
}
