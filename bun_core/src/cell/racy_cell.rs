//! A global whose guard the compiler cannot see.
#![expect(unsafe_code, reason = "shared between threads on the word of whoever dereferences")]

use core::cell::UnsafeCell;
use core::fmt;

/// A value in a `static` that is reached through a raw pointer, as a Zig global `var`.
///
/// [`get`](Self::get) is safe because a pointer promises nothing; every access through it is
/// `unsafe` and says why no other one runs at the same time. Where a lock, an atomic or a `Once`
/// can say it instead, use that.
///
/// It is `Sync` whatever it holds, since nothing safe reaches the value through a shared reference,
/// and `Send` if the value is.
///
/// # Examples
///
/// ```
/// use bun_core::RacyCell;
///
/// static SCRATCH: RacyCell<[u8; 16]> = RacyCell::new([0; 16]);
///
/// // SAFETY: this program has one thread, and no reference to the buffer outlives its statement.
/// let len = unsafe { (*SCRATCH.get()).len() };
/// assert_eq!(len, 16);
/// ```
///
/// Sending one moves the value to another thread:
///
/// ```compile_fail,E0277
/// fn send<T: Send>(_: T) {}
/// send(bun_core::RacyCell::new(std::rc::Rc::new(1)));
/// ```
///
/// Reading takes `unsafe`:
///
/// ```compile_fail,E0133
/// let cell = bun_core::RacyCell::new(1);
/// cell.read();
/// ```
#[repr(transparent)]
pub struct RacyCell<T: ?Sized>(UnsafeCell<T>);

// SAFETY: through a shared reference there is only `get`, which makes a pointer and touches
// nothing; each use of that pointer is `unsafe` and answers for the other threads.
unsafe impl<T: ?Sized> Sync for RacyCell<T> {}

impl<T> RacyCell<T> {
    /// Makes a cell of a value.
    #[inline]
    #[must_use]
    pub const fn new(value: T) -> Self {
        Self(UnsafeCell::new(value))
    }

    /// Returns a copy of the value.
    ///
    /// # Safety
    ///
    /// No other thread writes it at the same time, and no `&mut` to it is in use.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::RacyCell;
    ///
    /// static DEPTH: RacyCell<u32> = RacyCell::new(3);
    ///
    /// // SAFETY: nobody writes it.
    /// assert_eq!(unsafe { DEPTH.read() }, 3);
    /// ```
    #[inline]
    #[must_use]
    pub const unsafe fn read(&self) -> T
    where
        T: Copy,
    {
        // SAFETY: the pointer is the cell's, which lives, and the caller rules out writers.
        unsafe { self.0.get().read() }
    }

    /// Replaces the value and drops the old one.
    ///
    /// # Safety
    ///
    /// No other thread reads or writes the value at the same time, and no reference to it is in
    /// use. The destructor of the old value may run on this thread and does not come back here.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::RacyCell;
    ///
    /// let mut name = RacyCell::new(String::from("old"));
    /// // SAFETY: no other thread knows the cell, and there is no reference into it.
    /// unsafe { name.write(String::from("new")) };
    /// assert_eq!(name.get_mut(), "new");
    /// ```
    #[inline]
    pub unsafe fn write(&self, value: T) {
        // SAFETY: the pointer is the cell's, which lives, and the caller is alone with the value.
        let old = unsafe { self.0.get().replace(value) };
        drop(old);
    }

    /// Takes the value out.
    #[inline]
    #[must_use]
    pub fn into_inner(self) -> T {
        self.0.into_inner()
    }
}

impl<T: ?Sized> RacyCell<T> {
    /// Returns a pointer to the value. It is never null and lives as long as the cell.
    #[inline]
    #[must_use]
    pub const fn get(&self) -> *mut T {
        self.0.get()
    }

    /// Returns the value, which nobody else can reach meanwhile.
    #[inline]
    pub const fn get_mut(&mut self) -> &mut T {
        self.0.get_mut()
    }
}

impl<T: Default> Default for RacyCell<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

/// Shows no value: reading it takes a promise.
impl<T: ?Sized> fmt::Debug for RacyCell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RacyCell(..)")
    }
}
