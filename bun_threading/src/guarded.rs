//! [`Guarded`]: a value that can be reached only under its lock, and [`Condition`] to wait on it.

use core::fmt;
use core::marker::PhantomData;
use core::time::Duration;

use parking_lot::{Condvar as Signal, Mutex as Lock, MutexGuard as LockGuard};

use crate::{Mutex, MutexGuard, TimeoutError};

/// A value and the lock that guards it.
///
/// Never poisoned: a panic under the lock leaves the value as it was at that moment.
///
/// Zig: `bun.threading.Guarded`.
///
/// # Examples
///
/// ```
/// use bun_threading::Guarded;
///
/// let names = Guarded::new(Vec::new());
/// std::thread::scope(|scope| {
///     scope.spawn(|| names.lock().push("a"));
///     scope.spawn(|| names.lock().push("b"));
/// });
/// assert_eq!(names.into_inner().len(), 2);
/// ```
///
/// The lock is held by the thread that took it:
///
/// ```compile_fail,E0277
/// let value = bun_threading::Guarded::new(1);
/// std::thread::scope(|scope| {
///     let locked = value.lock();
///     scope.spawn(move || assert_eq!(*locked, 1));
/// });
/// ```
///
/// And it gives access to no value that may not change threads:
///
/// ```compile_fail,E0277
/// let value = bun_threading::Guarded::new(std::rc::Rc::new(1));
/// std::thread::scope(|scope| {
///     scope.spawn(|| assert_eq!(**value.lock(), 1));
/// });
/// ```
pub type Guarded<T> = GuardedBy<T, Mutex>;

/// [`Guarded`], with the kind of lock as a parameter. There is one kind: it is part of the name
/// because ported code spells it.
pub struct GuardedBy<T, M: GuardKind = Mutex> {
    value: Lock<T>,
    kind: PhantomData<fn() -> M>,
}

/// What [`GuardedBy`] can be guarded by: [`Mutex`].
pub trait GuardKind: sealed::Sealed {}

impl GuardKind for Mutex {}

mod sealed {
    pub trait Sealed {}
    impl Sealed for crate::Mutex {}
}

/// The value of a [`Guarded`], locked until this is dropped.
pub type GuardedLock<'a, T> = LockGuard<'a, T>;

impl<T, M: GuardKind> GuardedBy<T, M> {
    /// Returns an unlocked value.
    pub const fn new(value: T) -> Self {
        Self { value: Lock::new(value), kind: PhantomData }
    }

    /// As [`new`](Self::new).
    ///
    /// Zig: `Guarded.init`.
    pub const fn init(value: T) -> Self {
        Self::new(value)
    }

    /// Blocks until the lock is free, and takes it.
    ///
    /// Zig: `Guarded.lock`.
    pub fn lock(&self) -> GuardedLock<'_, T> {
        self.value.lock()
    }

    /// Takes the lock if it is free.
    #[doc(alias = "tryLock")]
    pub fn try_lock(&self) -> Option<GuardedLock<'_, T>> {
        self.value.try_lock()
    }

    /// Returns the value without locking: the exclusive borrow shows that nobody holds the lock.
    pub fn get_mut(&mut self) -> &mut T {
        self.value.get_mut()
    }

    /// Returns the value.
    pub fn into_inner(self) -> T {
        self.value.into_inner()
    }
}

impl<T: Default, M: GuardKind> Default for GuardedBy<T, M> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: fmt::Debug, M: GuardKind> fmt::Debug for GuardedBy<T, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Guarded").field("value", &self.value).finish()
    }
}

/// An event to wait for while a [`Guarded`] is unlocked.
///
/// Zig: `bun.threading.Condition`.
///
/// # Examples
///
/// ```
/// use bun_threading::{Condition, Guarded};
///
/// let (ready, changed) = (Guarded::new(false), Condition::new());
/// std::thread::scope(|scope| {
///     scope.spawn(|| {
///         *ready.lock() = true;
///         changed.signal();
///     });
///     let mut guard = ready.lock();
///     while !*guard {
///         changed.wait(&mut guard);
///     }
/// });
/// ```
#[derive(Debug, Default)]
pub struct Condition {
    signal: Signal,
}

/// [`Condition`] under the name of the standard library.
pub type Condvar = Condition;

impl Condition {
    /// Returns an event that nobody waits for.
    #[must_use]
    pub const fn new() -> Self {
        Self { signal: Signal::new() }
    }

    /// Unlocks the value, blocks until the event, and locks the value again. May also return
    /// without an event, so the caller looks at the value in a loop.
    ///
    /// Zig: `Condition.wait`.
    ///
    /// # Panics
    ///
    /// If another value is being waited on with this condition.
    pub fn wait<T>(&self, guard: &mut GuardedLock<'_, T>) {
        self.signal.wait(guard);
    }

    /// As [`wait`](Self::wait).
    ///
    /// # Panics
    ///
    /// As [`wait`](Self::wait).
    pub fn wait_guarded<T>(&self, guard: &mut GuardedLock<'_, T>) {
        self.wait(guard);
    }

    /// As [`wait`](Self::wait), for at most that many nanoseconds.
    ///
    /// Zig: `Condition.timedWait`.
    ///
    /// # Errors
    ///
    /// [`TimeoutError`] when the time is up.
    ///
    /// # Panics
    ///
    /// As [`wait`](Self::wait).
    #[doc(alias = "timedWait")]
    pub fn timed_wait_guarded<T>(
        &self,
        guard: &mut GuardedLock<'_, T>,
        timeout_ns: u64,
    ) -> Result<(), TimeoutError> {
        let limit = Duration::from_nanos(timeout_ns);
        if self.signal.wait_for(guard, limit).timed_out() { Err(TimeoutError) } else { Ok(()) }
    }

    /// As [`wait`](Self::wait), with a [`Mutex`] that guards nothing by itself.
    ///
    /// # Panics
    ///
    /// If another lock is being waited on with this condition.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_threading::{Condition, Mutex};
    /// use core::sync::atomic::{AtomicBool, Ordering};
    ///
    /// let (lock, changed, ready) = (Mutex::new(), Condition::new(), AtomicBool::new(false));
    /// std::thread::scope(|scope| {
    ///     scope.spawn(|| {
    ///         let _guard = lock.lock_guard();
    ///         ready.store(true, Ordering::Relaxed);
    ///         changed.notify_one();
    ///     });
    ///     let mut guard = lock.lock_guard();
    ///     while !ready.load(Ordering::Relaxed) {
    ///         changed.wait_mutex(&mut guard);
    ///     }
    /// });
    /// ```
    pub fn wait_mutex(&self, guard: &mut MutexGuard<'_>) {
        guard.wait(&self.signal);
    }

    /// As [`signal`](Self::signal).
    pub fn notify_one(&self) {
        self.signal();
    }

    /// As [`broadcast`](Self::broadcast).
    pub fn notify_all(&self) {
        self.broadcast();
    }

    /// Wakes one waiter, if there is one.
    ///
    /// Zig: `Condition.signal`.
    pub fn signal(&self) {
        self.signal.notify_one();
    }

    /// Wakes every waiter.
    ///
    /// Zig: `Condition.broadcast`.
    pub fn broadcast(&self) {
        self.signal.notify_all();
    }
}
