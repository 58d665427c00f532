//! [`RwLock`]: a value with many readers or one writer.

use parking_lot::{RwLock as Lock, RwLockReadGuard as Read, RwLockWriteGuard as Write};

/// A value that many threads may read at once, or one may change.
///
/// Never poisoned. A waiting writer keeps new readers out, so a thread that reads twice at once may
/// wait for ever.
///
/// Zig: `std.Thread.RwLock`.
///
/// # Examples
///
/// ```
/// let names = bun_threading::RwLock::new(vec!["a"]);
/// names.write().push("b");
/// assert_eq!(names.read().len(), 2);
/// ```
///
/// Guards stay with the thread that has them:
///
/// ```compile_fail,E0277
/// let value = bun_threading::RwLock::new(1);
/// std::thread::scope(|scope| {
///     let read = value.read();
///     scope.spawn(move || assert_eq!(*read, 1));
/// });
/// ```
///
/// ```compile_fail,E0277
/// let value = bun_threading::RwLock::new(1);
/// std::thread::scope(|scope| {
///     let mut written = value.write();
///     scope.spawn(move || *written = 2);
/// });
/// ```
///
/// A value that may not be shared cannot be read by several:
///
/// ```compile_fail,E0277
/// let value = bun_threading::RwLock::new(std::cell::Cell::new(1));
/// std::thread::scope(|scope| {
///     scope.spawn(|| value.read().set(2));
/// });
/// ```
#[derive(Debug, Default)]
pub struct RwLock<T> {
    value: Lock<T>,
}

/// The value of an [`RwLock`], unchanging until this is dropped.
pub type RwLockReadGuard<'a, T> = Read<'a, T>;

/// The value of an [`RwLock`], this thread's until this is dropped.
pub type RwLockWriteGuard<'a, T> = Write<'a, T>;

impl<T> RwLock<T> {
    /// Returns an unlocked value.
    pub const fn new(value: T) -> Self {
        Self { value: Lock::new(value) }
    }

    /// Blocks until nobody changes the value, and keeps it from changing.
    #[doc(alias = "lockShared")]
    pub fn read(&self) -> RwLockReadGuard<'_, T> {
        self.value.read()
    }

    /// Blocks until nobody uses the value, and takes it.
    #[doc(alias = "lock")]
    pub fn write(&self) -> RwLockWriteGuard<'_, T> {
        self.value.write()
    }

    /// As [`read`](Self::read), if nobody changes the value.
    #[doc(alias = "tryLockShared")]
    pub fn try_read(&self) -> Option<RwLockReadGuard<'_, T>> {
        self.value.try_read()
    }

    /// As [`write`](Self::write), if nobody uses the value.
    #[doc(alias = "tryLock")]
    pub fn try_write(&self) -> Option<RwLockWriteGuard<'_, T>> {
        self.value.try_write()
    }

    /// Returns the value without locking: the exclusive borrow shows that nobody uses it.
    pub fn get_mut(&mut self) -> &mut T {
        self.value.get_mut()
    }

    /// Returns the value.
    pub fn into_inner(self) -> T {
        self.value.into_inner()
    }
}
