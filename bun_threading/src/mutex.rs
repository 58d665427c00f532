//! [`Mutex`]: mutual exclusion without a value of its own.

#![expect(unsafe_code, reason = "the unlock half of ported lock/unlock pairs")]

use core::fmt;

use parking_lot::lock_api::GuardNoSend;
use parking_lot::{Mutex as Lock, MutexGuard as LockGuard};

/// A lock that guards nothing by itself.
///
/// Ported code that locks on one line and unlocks on another calls [`lock`](Self::lock) and
/// [`unlock`](Self::unlock); new code takes [`lock_guard`](Self::lock_guard), or better
/// [`Guarded`](crate::Guarded), which the data cannot be reached around.
///
/// One byte, never poisoned, not recursive, not fair.
///
/// Zig: `bun.Mutex`.
///
/// # Examples
///
/// ```
/// use bun_threading::Mutex;
///
/// static LOCK: Mutex = Mutex::new();
///
/// let guard = LOCK.lock_guard();
/// assert!(!LOCK.try_lock());
/// drop(guard);
/// assert!(LOCK.try_lock());
/// // SAFETY: `try_lock` locked it on this thread.
/// unsafe { LOCK.unlock() };
/// ```
///
/// Unlocking is not a safe call:
///
/// ```compile_fail,E0133
/// let lock = bun_threading::Mutex::new();
/// lock.lock();
/// lock.unlock();
/// ```
///
/// A guard cannot be sent to another thread, nor outlive its lock:
///
/// ```compile_fail,E0277
/// let lock = bun_threading::Mutex::new();
/// std::thread::scope(|scope| {
///     let guard = lock.lock_guard();
///     scope.spawn(move || drop(guard));
/// });
/// ```
///
/// ```compile_fail,E0597
/// let guard = {
///     let lock = bun_threading::Mutex::new();
///     lock.lock_guard()
/// };
/// ```
pub struct Mutex {
    raw: Lock<()>,
}

/// A locked [`Mutex`]; unlocks when dropped.
#[derive(Debug)]
pub struct MutexGuard<'a> {
    _guard: LockGuard<'a, ()>,
}

impl Mutex {
    /// Returns an unlocked mutex.
    #[must_use]
    pub const fn new() -> Self {
        Self { raw: Lock::new(()) }
    }

    /// Blocks until the mutex is free, and locks it until the guard is dropped.
    #[must_use]
    pub fn lock_guard(&self) -> MutexGuard<'_> {
        MutexGuard { _guard: self.raw.lock() }
    }

    /// Blocks until the mutex is free, and locks it until [`unlock`](Self::unlock).
    ///
    /// Zig: `Mutex.lock`.
    pub fn lock(&self) {
        LockGuard::leak(self.raw.lock());
    }

    /// Locks the mutex until [`unlock`](Self::unlock) if it is free, and returns whether it was.
    ///
    /// Zig: `Mutex.tryLock`.
    #[doc(alias = "tryLock")]
    #[must_use]
    pub fn try_lock(&self) -> bool {
        self.raw.try_lock().map(LockGuard::leak).is_some()
    }

    /// Unlocks the mutex.
    ///
    /// Zig: `Mutex.unlock`.
    ///
    /// # Safety
    ///
    /// This thread locked the mutex with [`lock`](Self::lock) or [`try_lock`](Self::try_lock), and
    /// has not unlocked it since.
    pub unsafe fn unlock(&self) {
        // SAFETY: this thread holds the lock, by the precondition and because `lock` and
        // `try_lock` leak the guard that would have released it.
        unsafe { self.raw.force_unlock(GuardNoSend::new()) }
    }
}

impl Default for Mutex {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Mutex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mutex").field("is_locked", &self.raw.is_locked()).finish()
    }
}
