//! [`Guarded`]: a value that can be reached only under its lock, and [`Condition`] to wait on it.

use parking_lot::{Condvar as Signal, Mutex, MutexGuard};

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
#[derive(Debug, Default)]
pub struct Guarded<T> {
    value: Mutex<T>,
}

/// The value of a [`Guarded`], locked until this is dropped.
pub type GuardedLock<'a, T> = MutexGuard<'a, T>;

impl<T> Guarded<T> {
    /// Returns an unlocked value.
    pub const fn new(value: T) -> Self {
        Self { value: Mutex::new(value) }
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
