//! [`BoundedArray`]: a list in an array, which can be full.
//!
//! Use it for lists whose longest length is known and small: it never allocates. Use
//! [`SmallList`](crate::SmallList) for lists that are short as a rule.
//!
//! Values are dropped exactly once: `pop`, `ordered_remove` and `swap_remove` return them,
//! `replace_range`, `resize`, `clear` and dropping the array drop them. An operation that fails
//! leaves the array as it was and drops what it was given.
//!
//! # Rejected
//!
//! `arrayvec` has the methods of `Vec`, not those of Zig's type, and one more length to check for.
//! The length is a `u32`: the smallest integer that counts to `N`, which Zig takes, would need
//! arithmetic on const parameters.

#![expect(unsafe_code, reason = "an array of which a part holds values; argument in SAFETY.md")]

mod edit;
#[cfg(test)]
mod tests;
mod traits;

use core::fmt;
use core::mem::MaybeUninit;

/// The array has no place for what was to be added.
///
/// Zig: `error.Overflow`.
///
/// # Examples
///
/// ```
/// use bun_collections::{BoundedArray, OverflowError};
///
/// let mut array = BoundedArray::<u8, 1>::new();
/// assert_eq!((array.append(1), array.append(2)), (Ok(()), Err(OverflowError)));
/// assert_eq!(OverflowError.to_string(), "Overflow");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OverflowError;

impl fmt::Display for OverflowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Overflow")
    }
}

impl core::error::Error for OverflowError {}

/// A list of at most `N` values, in place.
///
/// Zig: `std.BoundedArray(T, N)`, `bun.BoundedArray(T, N)`.
///
/// # Examples
///
/// ```
/// use bun_collections::{BoundedArray, OverflowError};
///
/// let mut array = BoundedArray::<u8, 8>::from_slice(b"abcdef")?;
/// array.replace_range(1, 2, b"XYZ")?;
/// assert_eq!(array.const_slice(), b"aXYZdef");
/// array.append(b'g')?;
/// assert_eq!(array.append_slice(b"h"), Err(OverflowError));
/// assert_eq!((array.swap_remove(1), array.ordered_remove(0)), (b'X', b'a'));
/// assert_eq!(array, *b"gYZdef");
/// # Ok::<(), OverflowError>(())
/// ```
///
/// An array may be sent and shared as its values may:
///
/// ```
/// fn is_send_and_sync<T: Send + Sync>() {}
/// is_send_and_sync::<bun_collections::BoundedArray<Box<u8>, 3>>();
/// ```
///
/// ```compile_fail,E0277
/// fn is_send<T: Send>() {}
/// is_send::<bun_collections::BoundedArray<std::rc::Rc<u8>, 3>>();
/// ```
pub type BoundedArray<T, const N: usize> = BoundedArrayAligned<T, N>;

/// [`BoundedArray`] whose values begin where an `A` may.
///
/// Zig: `std.BoundedArrayAligned(T, alignment, N)`.
///
/// # Examples
///
/// ```
/// use bun_collections::BoundedArrayAligned;
///
/// let array = BoundedArrayAligned::<u8, 12, u64>::from_slice(b"eight")?;
/// assert!(array.as_slice().as_ptr().cast::<u64>().is_aligned());
/// # Ok::<(), bun_collections::OverflowError>(())
/// ```
#[repr(C)]
pub struct BoundedArrayAligned<T, const N: usize, A = T> {
    /// Gives its alignment, and has no size.
    alignment: [A; 0],
    /// Invariant: the first `len` places hold values, which belong to the array.
    places: [MaybeUninit<T>; N],
    /// Invariant: at most `N`.
    len: u32,
}

impl<T, const N: usize, A> BoundedArrayAligned<T, N, A> {
    /// An array without values.
    const EMPTY: Self = {
        assert!(N <= u32::MAX as usize, "the length is a `u32`");
        Self { alignment: [], places: [const { MaybeUninit::uninit() }; N], len: 0 }
    };

    /// Returns an empty array.
    #[inline]
    #[must_use]
    pub const fn new() -> Self {
        Self::EMPTY
    }

    /// Returns an array of `len` default values.
    ///
    /// Zig: `BoundedArray.init`, which leaves them undefined.
    ///
    /// # Errors
    ///
    /// `OverflowError` when `len` is more than `N`.
    #[inline]
    pub fn init(len: usize) -> Result<Self, OverflowError>
    where
        T: Default,
    {
        let mut array = Self::new();
        array.resize(len)?;
        Ok(array)
    }

    /// Returns an array of copies of `items`.
    ///
    /// Zig: `BoundedArray.fromSlice`.
    ///
    /// # Errors
    ///
    /// `OverflowError` when there are more than `N`.
    #[doc(alias = "fromSlice")]
    #[inline]
    pub fn from_slice(items: &[T]) -> Result<Self, OverflowError>
    where
        T: Copy,
    {
        let mut array = Self::new();
        array.append_slice(items)?;
        Ok(array)
    }

    /// Returns the number of values.
    #[inline]
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len as usize
    }

    /// Returns whether there are no values.
    #[inline]
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Returns `N`.
    #[inline]
    #[must_use]
    pub const fn capacity(&self) -> usize {
        N
    }

    /// Returns the values.
    ///
    /// Zig: `BoundedArray.constSlice`.
    #[inline]
    #[must_use]
    pub const fn as_slice(&self) -> &[T] {
        let (values, _) = self.places.split_at(self.len());
        // SAFETY:
        // 1. The first `len` places hold values (invariant).
        unsafe { values.assume_init_ref() }
    }

    /// Returns the values. [`as_slice`](Self::as_slice) under another name.
    ///
    /// Zig: `BoundedArray.constSlice`.
    #[doc(alias = "constSlice")]
    #[inline]
    #[must_use]
    pub const fn const_slice(&self) -> &[T] {
        self.as_slice()
    }

    /// Returns the values, exclusively.
    ///
    /// Zig: `BoundedArray.slice`.
    #[inline]
    #[must_use]
    pub const fn slice(&mut self) -> &mut [T] {
        let (values, _) = self.places.split_at_mut(self.len as usize);
        // SAFETY:
        // 1. The first `len` places hold values (invariant).
        unsafe { values.assume_init_mut() }
    }

    /// Returns the places behind the values.
    ///
    /// Write to them, then [`set_len`](Self::set_len).
    ///
    /// Zig: `BoundedArray.unusedCapacitySlice`.
    #[doc(alias = "unusedCapacitySlice")]
    #[inline]
    #[must_use]
    pub const fn unused_capacity_slice(&mut self) -> &mut [MaybeUninit<T>] {
        let (_, room) = self.places.split_at_mut(self.len as usize);
        room
    }

    /// Counts `len` values.
    ///
    /// # Safety
    ///
    /// 1. The first `len` places hold values; those beyond belong to the caller from now on.
    ///
    /// # Panics
    ///
    /// Panics when `len` is more than `N`.
    #[inline]
    #[track_caller]
    pub const unsafe fn set_len(&mut self, len: usize) {
        assert!(len <= N, "no place for so many values");
        self.len = len as u32;
    }

    /// Returns whether there are places for `additional` values.
    ///
    /// Zig: `BoundedArray.ensureUnusedCapacity`.
    ///
    /// # Errors
    ///
    /// `OverflowError` when there are not.
    #[doc(alias = "ensureUnusedCapacity")]
    #[inline]
    pub const fn ensure_unused_capacity(&self, additional: usize) -> Result<(), OverflowError> {
        if additional <= N - self.len() { Ok(()) } else { Err(OverflowError) }
    }

    /// Adds a value at the end.
    ///
    /// Zig: `BoundedArray.append`.
    ///
    /// # Errors
    ///
    /// `OverflowError` when there is no place; `value` is dropped.
    #[inline]
    pub fn append(&mut self, value: T) -> Result<(), OverflowError> {
        self.ensure_unused_capacity(1)?;
        self.append_assume_capacity(value);
        Ok(())
    }

    /// Adds a value at the end, for which there is a place.
    ///
    /// Zig: `BoundedArray.appendAssumeCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when there is none.
    #[doc(alias = "appendAssumeCapacity")]
    #[inline]
    #[track_caller]
    pub fn append_assume_capacity(&mut self, value: T) {
        self.places[self.len()].write(value);
        self.len += 1;
    }

    /// Adds copies of `items` at the end.
    ///
    /// Zig: `BoundedArray.appendSlice`.
    ///
    /// # Errors
    ///
    /// `OverflowError` when there are not places for all; none is added.
    #[doc(alias = "appendSlice")]
    #[inline]
    pub fn append_slice(&mut self, items: &[T]) -> Result<(), OverflowError>
    where
        T: Copy,
    {
        self.ensure_unused_capacity(items.len())?;
        self.append_slice_assume_capacity(items);
        Ok(())
    }

    /// Adds copies of `items` at the end, for which there are places.
    ///
    /// Zig: `BoundedArray.appendSliceAssumeCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when there are not places for all.
    #[doc(alias = "appendSliceAssumeCapacity")]
    #[inline]
    #[track_caller]
    pub fn append_slice_assume_capacity(&mut self, items: &[T])
    where
        T: Copy,
    {
        self.unused_capacity_slice()[..items.len()].write_copy_of_slice(items);
        self.len += items.len() as u32;
    }

    /// Takes the last value, if any.
    ///
    /// Zig: `BoundedArray.pop`.
    #[inline]
    pub const fn pop(&mut self) -> Option<T> {
        if self.len == 0 {
            return None;
        }
        self.len -= 1;
        // SAFETY:
        // 1. It was the last value until a moment ago (invariant), and is no longer counted.
        Some(unsafe { self.places[self.len as usize].assume_init_read() })
    }

    /// Drops the values from `len` on, if there are any.
    ///
    /// When a destructor panics, the values are already gone from the array, and the others are
    /// still dropped.
    #[inline]
    pub fn truncate(&mut self, len: usize) {
        if len < self.len() {
            let before = self.len();
            self.len = len as u32;
            let gone = &mut self.places[len..before];
            // SAFETY:
            // 1. They were values until a moment ago (invariant), and are no longer counted.
            unsafe { gone.assume_init_drop() };
        }
    }

    /// Takes value `index` out and moves those behind it up.
    ///
    /// Zig: `BoundedArray.orderedRemove`.
    ///
    /// # Panics
    ///
    /// Panics when there is no such value.
    #[doc(alias = "orderedRemove")]
    #[track_caller]
    pub fn ordered_remove(&mut self, index: usize) -> T {
        self.slice()[index..].rotate_left(1);
        self.pop().expect("there is value `index`")
    }

    /// Takes value `index` out and puts the last in its place. O(1).
    ///
    /// Zig: `BoundedArray.swapRemove`.
    ///
    /// # Panics
    ///
    /// Panics when there is no such value.
    #[doc(alias = "swapRemove")]
    #[track_caller]
    pub fn swap_remove(&mut self, index: usize) -> T {
        let last = self.len().saturating_sub(1);
        self.slice().swap(index, last);
        self.pop().expect("there is value `index`")
    }
}

impl<T, const N: usize, A> Drop for BoundedArrayAligned<T, N, A> {
    #[inline]
    fn drop(&mut self) {
        self.truncate(0);
    }
}
