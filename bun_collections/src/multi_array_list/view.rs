//! [`RowsView`]: the rows of a borrowed store, by value.
//!
//! Base, length and capacity are copied out of the store, so that a loop over a view keeps them in
//! registers whatever it calls in between.

#![expect(unsafe_code, reason = "reads columns of a borrowed block; argument in SAFETY.md")]

use core::marker::PhantomData;
use core::ptr::NonNull;
use core::slice;

use super::element::{Field, MultiArrayElement};
use super::moves::{column, read_row};
use super::raw::RawColumns;

/// Rows of `T` that somebody else owns.
///
/// # Invariants
///
/// 1. The table of `raw` is `T::COLUMNS`.
/// 2. For `'a` the block is alive, its rows below `raw.len()` are initialised, and they are shared.
pub(super) struct RowsView<'a, T: MultiArrayElement> {
    raw: RawColumns,
    rows: PhantomData<&'a T>,
}

impl<T: MultiArrayElement> Copy for RowsView<'_, T> {}

impl<T: MultiArrayElement> Clone for RowsView<'_, T> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

// SAFETY:
// 1. It stands for a `&T` to each row.
unsafe impl<T: MultiArrayElement + Sync> Send for RowsView<'_, T> {}

// SAFETY:
// 1. It stands for a `&T` to each row.
unsafe impl<T: MultiArrayElement + Sync> Sync for RowsView<'_, T> {}

impl<'a, T: MultiArrayElement> RowsView<'a, T> {
    /// # Safety
    ///
    /// 1. The table of `raw` is `T::COLUMNS`.
    /// 2. For `'a` the block is alive, its rows are initialised, and they are shared.
    #[inline]
    pub(super) unsafe fn new(raw: &RawColumns) -> Self {
        Self { raw: *raw, rows: PhantomData }
    }

    #[inline]
    pub(super) const fn len(self) -> usize {
        self.raw.len()
    }

    /// Returns the first element of the column of `F`; it may dangle when there are no rows.
    #[inline]
    pub(super) fn first<F: Field<T>>(self) -> NonNull<F::Type> {
        // SAFETY:
        // 1. Invariant 1.
        unsafe { column::<T, F>(&self.raw) }
    }

    /// Returns the first byte of column `index`, and the size of an element.
    ///
    /// # Panics
    ///
    /// Panics when there is no such column.
    #[inline]
    #[track_caller]
    pub(super) fn first_byte(self, index: usize) -> (NonNull<u8>, usize) {
        let column = T::COLUMNS[index];
        // SAFETY:
        // 1. It is in `T::COLUMNS`, the table of `raw` (invariant 1).
        (unsafe { self.raw.column(column) }, column.size())
    }

    #[inline]
    pub(super) fn column<F: Field<T>>(self) -> &'a [F::Type] {
        let first = self.first::<F>();
        // SAFETY:
        // 1. The column is aligned and its first `len` elements are initialised (invariant 2).
        // 2. They are alive and shared for `'a` (invariant 2).
        unsafe { slice::from_raw_parts(first.as_ptr(), self.len()) }
    }

    /// Returns a copy of the row; panics when there is none.
    #[inline]
    #[track_caller]
    pub(super) fn copy(self, at: usize) -> T
    where
        T: Copy,
    {
        assert!(at < self.len(), "row {at} is not among the {} rows", self.len());
        // SAFETY:
        // 1. Invariant 1.
        // 2. `at < len` was asserted (invariant 2).
        // 3. `T` is `Copy`.
        unsafe { read_row(&self.raw, at) }
    }
}
