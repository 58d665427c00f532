//! A small value that several threads read and write.
//!
//! `crossbeam`'s cell of the same name falls back to a lock for what is not a machine word, and
//! compares padding; this one refuses such types at compile time.
#![expect(unsafe_code, reason = "a value is read and written as the atomic word of its size")]

use super::atom::{Atom, AtomicStorage};
use core::cell::UnsafeCell;
use core::fmt;

type Bits<T> = <<T as Atom>::Storage as AtomicStorage>::Bits;

/// A value of up to eight bytes that threads share without a lock.
///
/// Loads acquire and stores release: who sees a value also sees what was written before it was
/// stored. The cell is as large as the value. Which types fit: [`Atom`].
///
/// Zig: `std.atomic.Value` with `.acquire` and `.release`.
///
/// # Examples
///
/// ```
/// use bun_core::AtomicCell;
///
/// static SCALE: AtomicCell<f32> = AtomicCell::new(1.0);
/// SCALE.store(2.5);
/// assert_eq!(SCALE.load(), 2.5);
/// assert_eq!(SCALE.compare_exchange(1.0, 9.0), Err(2.5));
/// assert_eq!(SCALE.fetch_update(|old| (old < 4.0).then_some(4.0)), Ok(2.5));
/// ```
///
/// What cannot be compared byte by byte, or cannot change threads, does not fit:
///
/// ```compile_fail,E0277
/// let padded: bun_core::AtomicCell<(u8, u16)> = bun_core::AtomicCell::new((1, 2));
/// ```
///
/// ```compile_fail,E0277
/// let shared: bun_core::AtomicCell<&std::cell::Cell<u8>>;
/// ```
///
/// ```compile_fail,E0277
/// let counted: bun_core::AtomicCell<std::rc::Rc<u8>>;
/// ```
#[repr(C)]
pub struct AtomicCell<T: Atom> {
    /// Takes no room and aligns the value as the word.
    _align: [T::Storage; 0],
    value: UnsafeCell<T>,
}

// SAFETY: shared access goes through the atomic word only, and values may change threads by the
// contract of `Atom`.
unsafe impl<T: Atom> Sync for AtomicCell<T> {}
// SAFETY: values may change threads by the contract of `Atom`.
unsafe impl<T: Atom> Send for AtomicCell<T> {}

impl<T: Atom> AtomicCell<T> {
    const SIZES_AGREE: () = assert!(
        size_of::<T>() == size_of::<T::Storage>() && size_of::<T>() == size_of::<Bits<T>>(),
        "`Atom::Storage` has another size than the type"
    );

    /// Makes a cell of a value.
    #[inline]
    #[must_use]
    pub const fn new(value: T) -> Self {
        let () = Self::SIZES_AGREE;
        Self { _align: [], value: UnsafeCell::new(value) }
    }

    /// Returns the value.
    #[inline]
    #[must_use]
    pub fn load(&self) -> T {
        Self::value_of(self.word().load())
    }

    /// Replaces the value.
    #[inline]
    pub fn store(&self, value: T) {
        self.word().store(Self::bits_of(value));
    }

    /// Replaces the value by `new` if its bytes are those of `current`.
    ///
    /// # Errors
    ///
    /// The value that was there instead.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::AtomicCell;
    ///
    /// let owner = AtomicCell::new(0_u32);
    /// assert_eq!(owner.compare_exchange(0, 7), Ok(0));
    /// assert_eq!(owner.compare_exchange(0, 8), Err(7));
    /// ```
    #[inline]
    pub fn compare_exchange(&self, current: T, new: T) -> Result<T, T> {
        self.word()
            .compare_exchange(Self::bits_of(current), Self::bits_of(new))
            .map(Self::value_of)
            .map_err(Self::value_of)
    }

    /// Replaces the value by what `f` makes of it, calling `f` again whenever another thread was
    /// faster; returns the value that was replaced.
    ///
    /// # Errors
    ///
    /// The value for which `f` returned `None`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::AtomicCell;
    ///
    /// let left = AtomicCell::new(1_u8);
    /// assert_eq!(left.fetch_update(|count| count.checked_sub(1)), Ok(1));
    /// assert_eq!(left.fetch_update(|count| count.checked_sub(1)), Err(0));
    /// ```
    pub fn fetch_update(&self, mut f: impl FnMut(T) -> Option<T>) -> Result<T, T> {
        let mut current = self.load();
        while let Some(new) = f(current) {
            match self.compare_exchange(current, new) {
                Ok(old) => return Ok(old),
                Err(actual) => current = actual,
            }
        }
        Err(current)
    }

    /// Returns the value, which nobody else can reach meanwhile.
    #[inline]
    pub const fn get_mut(&mut self) -> &mut T {
        self.value.get_mut()
    }

    /// Takes the value out.
    #[inline]
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value.into_inner()
    }

    #[inline]
    fn word(&self) -> &T::Storage {
        // SAFETY: the value is as large as the word, by `SIZES_AGREE`, and aligned as it is, by
        // `_align`; its bytes are initialised (1 of `Atom`) and change through the word only.
        unsafe { &*self.value.get().cast::<T::Storage>() }
    }

    #[inline]
    fn bits_of(value: T) -> Bits<T> {
        // SAFETY: the sizes agree, and all bytes are initialised (1 of `Atom`).
        unsafe { (&raw const value).cast::<Bits<T>>().read_unaligned() }
    }

    #[inline]
    fn value_of(bits: Bits<T>) -> T {
        // SAFETY: the sizes agree, and the bits in a cell are those of a `T` that was stored.
        unsafe { (&raw const bits).cast::<T>().read_unaligned() }
    }
}

impl<T: Atom + Default> Default for AtomicCell<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: Atom> From<T> for AtomicCell<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: Atom + fmt::Debug> fmt::Debug for AtomicCell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("AtomicCell").field(&self.load()).finish()
    }
}
