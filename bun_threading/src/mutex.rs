//! [`Mutex`]: mutual exclusion without a value of its own.

#![expect(unsafe_code, reason = "the unlock half of ported lock/unlock pairs")]

use core::fmt;
use core::sync::atomic::Ordering;

use bun_core::thread_id::{self, AtomicThreadId};
use parking_lot::lock_api::GuardNoSend;
use parking_lot::{Condvar, Mutex as Lock, MutexGuard as LockGuard};

/// A lock that guards nothing by itself.
///
/// Ported code that locks on one line and unlocks on another calls [`lock`](Self::lock) and
/// [`unlock`](Self::unlock); new code takes [`lock_guard`](Self::lock_guard), or better
/// [`Guarded`](crate::Guarded), which the data cannot be reached around.
///
/// Never poisoned, not recursive, not fair. Builds with debug assertions know who has it, and panic
/// where a thread waits for itself.
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
    /// Who has it, in builds with debug assertions.
    owner: Owner,
}

/// A locked [`Mutex`]; unlocks when dropped.
#[must_use = "the mutex is unlocked when the guard is dropped"]
pub struct MutexGuard<'a> {
    guard: LockGuard<'a, ()>,
    owner: &'a Owner,
}

impl MutexGuard<'_> {
    /// Unlocks, blocks until the event, and locks again.
    pub(crate) fn wait(&mut self, event: &Condvar) {
        self.owner.clear();
        event.wait(&mut self.guard);
        self.owner.set();
    }
}

impl Drop for MutexGuard<'_> {
    fn drop(&mut self) {
        self.owner.clear();
    }
}

/// The thread that has a lock; nothing in builds without debug assertions.
struct Owner {
    thread: AtomicThreadId,
}

impl Owner {
    const fn new() -> Self {
        Self { thread: AtomicThreadId::new(thread_id::INVALID) }
    }

    // Relaxed throughout: what a thread asks is whether it was itself.
    fn is_this_thread(&self) -> bool {
        self.thread.load(Ordering::Relaxed) == thread_id::current()
    }

    fn set(&self) {
        if cfg!(debug_assertions) {
            self.thread.store(thread_id::current(), Ordering::Relaxed);
        }
    }

    fn clear(&self) {
        if cfg!(debug_assertions) {
            self.thread.store(thread_id::INVALID, Ordering::Relaxed);
        }
    }
}

impl Mutex {
    /// Returns an unlocked mutex.
    #[must_use]
    pub const fn new() -> Self {
        Self { raw: Lock::new(()), owner: Owner::new() }
    }

    /// Blocks until the mutex is free, and locks it until the guard is dropped.
    ///
    /// # Panics
    ///
    /// As [`lock`](Self::lock).
    pub fn lock_guard(&self) -> MutexGuard<'_> {
        self.assert_not_held();
        let guard = self.raw.lock();
        self.owner.set();
        MutexGuard { guard, owner: &self.owner }
    }

    /// Blocks until the mutex is free, and locks it until [`unlock`](Self::unlock).
    ///
    /// Zig: `Mutex.lock`.
    ///
    /// # Panics
    ///
    /// If this thread has locked it already, in builds with debug assertions; in others it waits
    /// for ever.
    pub fn lock(&self) {
        self.assert_not_held();
        LockGuard::leak(self.raw.lock());
        self.owner.set();
    }

    /// Locks the mutex until [`unlock`](Self::unlock) if it is free, and returns whether it was.
    ///
    /// Zig: `Mutex.tryLock`.
    #[doc(alias = "tryLock")]
    #[must_use]
    pub fn try_lock(&self) -> bool {
        let is_locked = self.raw.try_lock().map(LockGuard::leak).is_some();
        if is_locked {
            self.owner.set();
        }
        is_locked
    }

    /// Returns whether this thread has locked the mutex; in builds without debug assertions,
    /// whether any has. For assertions.
    #[must_use]
    pub fn is_held_by_current_thread(&self) -> bool {
        if cfg!(debug_assertions) { self.owner.is_this_thread() } else { self.raw.is_locked() }
    }

    fn assert_not_held(&self) {
        assert!(!(cfg!(debug_assertions) && self.owner.is_this_thread()), "Deadlock detected");
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
        self.owner.clear();
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

impl fmt::Debug for MutexGuard<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MutexGuard").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::Mutex;

    #[test]
    #[cfg_attr(not(debug_assertions), expect(unused_variables, reason = "nobody is known"))]
    fn knows_who_has_it() {
        let mutex = Mutex::new();
        assert!(!mutex.is_held_by_current_thread());
        let guard = mutex.lock_guard();
        assert!(mutex.is_held_by_current_thread());
        #[cfg(debug_assertions)]
        {
            std::thread::scope(|scope| {
                let other = scope.spawn(|| mutex.is_held_by_current_thread());
                assert!(!other.join().unwrap());
            });
            let again = core::panic::AssertUnwindSafe(|| mutex.lock());
            assert!(std::panic::catch_unwind(again).is_err());
        }
        drop(guard);
        assert!(!mutex.is_held_by_current_thread());
    }
}
