//! Slices without a sentinel.
#![expect(unsafe_code, reason = "owns a box, or borrows without a lifetime")]

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::mem::ManuallyDrop;
use core::ptr::NonNull;

use bun_alloc::AllocError;

use super::CowSlice;
use crate::owned::try_alloc_dupe_slice;

impl<T> CowSlice<T> {
    /// No elements.
    pub const EMPTY: Self = Self::from_parts(NonNull::dangling(), 0, false);

    /// Owns the elements of a box.
    ///
    /// # Panics
    ///
    /// If there are more than `isize::MAX`, which is possible for elements without a size.
    ///
    /// # Examples
    ///
    /// ```
    /// let list = bun_collections::CowSlice::init_owned(vec![1, 2].into());
    /// assert!(list.is_owned() && *list == [1, 2]);
    /// ```
    #[doc(alias = "initOwned")]
    #[must_use]
    pub fn init_owned(data: Box<[T]>) -> Self {
        Self::from_stored(data)
    }

    /// Owns a copy.
    ///
    /// # Errors
    ///
    /// There is no memory.
    ///
    /// # Examples
    ///
    /// ```
    /// let bytes = bun_collections::CowSlice::init_dupe(b"abc")?;
    /// assert!(bytes.is_owned() && *bytes == *b"abc");
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "initDupe")]
    pub fn init_dupe(data: &[T]) -> Result<Self, AllocError>
    where
        T: Clone,
    {
        try_alloc_dupe_slice(data).map(Self::from_stored)
    }

    /// Borrows elements that stay.
    #[doc(alias = "initStatic")]
    #[must_use]
    pub const fn init_static(data: &'static [T]) -> Self {
        Self::from_parts(NonNull::from_ref(data).cast(), data.len(), false)
    }

    /// Borrows elements, and forgets their lifetime.
    ///
    /// Zig: `initUnchecked(data, false)`.
    ///
    /// # Panics
    ///
    /// If there are more than `isize::MAX`.
    ///
    /// # Safety
    ///
    /// Until the result is dropped, or has become the owner of a copy, the elements stay where they
    /// are, and nobody writes them.
    ///
    /// # Examples
    ///
    /// ```
    /// let owner = vec![1, 2, 3];
    /// // SAFETY: `owner` lives longer than `rest`, and is not written.
    /// let rest = unsafe { bun_collections::CowSlice::init_borrowed(&owner[1..]) };
    /// assert_eq!(*rest, [2, 3]);
    /// ```
    #[doc(alias = "initUnchecked")]
    #[must_use]
    pub const unsafe fn init_borrowed(data: &[T]) -> Self {
        Self::from_parts(NonNull::from_ref(data).cast(), data.len(), false)
    }

    /// Returns a slice that borrows the elements from `start` to `end`, or to the last one.
    ///
    /// # Panics
    ///
    /// If `start` is behind `end`, or `end` behind the last element.
    ///
    /// # Safety
    ///
    /// As [`borrow`](Self::borrow).
    ///
    /// # Examples
    ///
    /// ```
    /// let path = bun_collections::CowSlice::init_static(b"!src/");
    /// // SAFETY: the bytes are static.
    /// assert_eq!(*unsafe { path.borrow_subslice(1, Some(4)) }, *b"src");
    /// ```
    #[doc(alias = "borrowSubslice")]
    #[must_use]
    pub unsafe fn borrow_subslice(&self, start: usize, end: Option<usize>) -> Self {
        let part = &self.slice()[start..end.unwrap_or(self.length())];
        // SAFETY: the caller's.
        unsafe { Self::init_borrowed(part) }
    }

    /// Moves the elements out, and leaves this empty. What is borrowed is copied.
    ///
    /// # Errors
    ///
    /// There is no memory. This is as before.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut list = bun_collections::CowSlice::init_static(&[1, 2]);
    /// assert_eq!(*list.take_slice()?, [1, 2]);
    /// assert!(list.is_empty());
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "takeSlice")]
    pub fn take_slice(&mut self) -> Result<Box<[T]>, AllocError>
    where
        T: Clone,
    {
        self.to_owned()?;
        let owned = ManuallyDrop::new(core::mem::take(self));
        let stored = core::ptr::slice_from_raw_parts_mut(owned.data.as_ptr(), owned.length());
        // SAFETY: the invariant of `data`: the content of a box, which `owned` does not drop.
        Ok(unsafe { Box::from_raw(stored) })
    }
}

impl<T> Default for CowSlice<T> {
    #[inline]
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<T> From<Box<[T]>> for CowSlice<T> {
    fn from(data: Box<[T]>) -> Self {
        Self::init_owned(data)
    }
}

impl<T> From<Vec<T>> for CowSlice<T> {
    fn from(data: Vec<T>) -> Self {
        Self::init_owned(data.into_boxed_slice())
    }
}
