//! [`RowStore`]: rows in columns behind checked, safe methods.
//!
//! The list, its views and its sorting are written on top of this file without `unsafe`.

#![expect(unsafe_code, reason = "typed access to a column block; argument in SAFETY.md")]

use bun_alloc::AllocError;
use core::marker::PhantomData;
use core::slice;

use super::element::{Field, FieldVisitor, MultiArrayElement};
use super::gather::GatherBuffer;
use super::layout::first_capacity;
use super::moves::{column, drop_rows, move_row, read_row, write_row};
use super::raw::RawColumns;
use super::split::ColumnSplitter;
use super::view::RowsView;
use crate::permutation::Permutation;

/// Rows of `T`, stored as columns.
///
/// # Invariants
///
/// 1. The table of `raw` is `T::COLUMNS`.
/// 2. The rows below `raw.len()` are initialised in every column and owned by the store.
pub(super) struct RowStore<T: MultiArrayElement> {
    raw: RawColumns,
    rows: PhantomData<T>,
}

// SAFETY:
// 1. The store owns its rows and nothing else, so it may go where a `Vec<T>` may.
unsafe impl<T: MultiArrayElement + Send> Send for RowStore<T> {}

// SAFETY:
// 1. Through a shared store only shared references to fields are reachable, as through a `&[T]`.
unsafe impl<T: MultiArrayElement + Sync> Sync for RowStore<T> {}

impl<T: MultiArrayElement> RowStore<T> {
    pub(super) const EMPTY: Self = Self { raw: RawColumns::new(T::COLUMNS), rows: PhantomData };

    #[inline]
    pub(super) const fn len(&self) -> usize {
        self.raw.len()
    }

    #[inline]
    pub(super) const fn capacity(&self) -> usize {
        self.raw.capacity()
    }

    /// Makes room for exactly `capacity` rows; panics when there are more.
    pub(super) fn set_capacity(&mut self, capacity: usize) -> Result<(), AllocError> {
        // SAFETY:
        // 1. Invariant 1.
        unsafe { self.raw.set_capacity(T::COLUMNS, capacity) }
    }

    /// Makes room for `additional` rows, and for more.
    #[inline]
    pub(super) fn grow(&mut self, additional: usize) -> Result<(), AllocError> {
        // SAFETY:
        // 1. Invariant 1.
        unsafe { self.raw.grow(T::COLUMNS, additional, const { first_capacity(T::COLUMNS) }) }
    }

    /// Sets the number of rows.
    ///
    /// # Safety
    ///
    /// 1. `len <= self.capacity()`.
    /// 2. The rows below `len` are initialised, and those from `len` on are nobody's.
    #[inline]
    pub(super) unsafe fn set_len(&mut self, len: usize) {
        // SAFETY:
        // 1. Preconditions 1 and 2.
        unsafe { self.raw.set_len(len) };
    }

    /// Returns the rows as they are now.
    #[inline]
    pub(super) fn view(&self) -> RowsView<'_, T> {
        // SAFETY:
        // 1. Invariant 1.
        // 2. Invariant 2; the store is borrowed for the lifetime of the view.
        unsafe { RowsView::new(&self.raw) }
    }

    #[inline]
    pub(super) fn column_mut<F: Field<T>>(&mut self) -> &mut [F::Type] {
        // SAFETY:
        // 1. Invariant 1.
        let first = unsafe { column::<T, F>(&self.raw) };
        // SAFETY:
        // 1. The column is aligned and its first `len` elements are initialised (invariant 2).
        // 2. The store is borrowed exclusively for the lifetime of the slice.
        unsafe { slice::from_raw_parts_mut(first.as_ptr(), self.len()) }
    }

    /// Returns all columns, to be taken one by one.
    #[inline]
    pub(super) fn split(&mut self) -> ColumnSplitter<'_, T> {
        // SAFETY:
        // 1. Invariants 1 and 2.
        // 2. The store is borrowed exclusively for the lifetime of the splitter.
        unsafe { ColumnSplitter::new(&self.raw) }
    }

    /// Appends a row; panics when there is no room.
    #[inline]
    #[track_caller]
    pub(super) fn push(&mut self, value: T) {
        assert!(self.len() < self.capacity(), "no capacity for another row");
        // SAFETY:
        // 1. Was asserted.
        unsafe { self.push_unchecked(value) };
    }

    /// Appends a row; grows when there is no room.
    #[inline]
    pub(super) fn append(&mut self, value: T) -> Result<(), AllocError> {
        if self.len() >= self.capacity() {
            self.grow(1)?;
        }
        // SAFETY:
        // 1. There was room, or `grow` has made it.
        unsafe { self.push_unchecked(value) };
        Ok(())
    }

    /// Appends a row.
    ///
    /// # Safety
    ///
    /// 1. `self.len() < self.capacity()`.
    #[inline]
    unsafe fn push_unchecked(&mut self, value: T) {
        let row = self.len();
        // SAFETY:
        // 1. Invariant 1; the store is borrowed exclusively.
        // 2. `row < capacity` (precondition 1).
        // 3. Rows from `len` on hold no values (invariant 2).
        unsafe { write_row(&self.raw, row, value) };
        // SAFETY:
        // 1. `row < capacity`; the new row has just been written.
        unsafe { self.raw.set_len(row + 1) };
    }

    /// Inserts a row; panics when there is no room or `at` is beyond the end.
    #[track_caller]
    pub(super) fn insert(&mut self, at: usize, value: T) {
        assert!(self.len() < self.capacity(), "no capacity for another row");
        assert!(at <= self.len(), "row {at} is beyond the {} rows", self.len());
        // SAFETY:
        // 1. Invariant 1.
        // 2. Both were asserted.
        unsafe { self.raw.open_gap(T::COLUMNS, at) };
        // SAFETY:
        // 1. Invariant 1; the store is borrowed exclusively.
        // 2. `at < len <= capacity`.
        // 3. The gap holds no value. Nothing between the two calls can panic.
        unsafe { write_row(&self.raw, at, value) };
    }

    /// Takes the row out and closes the gap; panics when there is no such row.
    #[track_caller]
    pub(super) fn remove(&mut self, at: usize) -> T {
        self.assert_row(at);
        // SAFETY:
        // 1. Invariant 1.
        // 2. `at < len` was asserted (invariant 2).
        // 3. The row is overwritten or counted out by `close_gap`.
        let value = unsafe { read_row(&self.raw, at) };
        // SAFETY:
        // 1. Invariant 1.
        // 2. `at < len` was asserted.
        unsafe { self.raw.close_gap(T::COLUMNS, at) };
        value
    }

    /// Takes the row out and puts the last in its place; panics when there is no such row.
    #[inline]
    #[track_caller]
    pub(super) fn swap_remove(&mut self, at: usize) -> T {
        self.assert_row(at);
        let last = self.len() - 1;
        // SAFETY:
        // 1. Invariant 1.
        // 2. `at < len` was asserted (invariant 2).
        // 3. The row is overwritten or counted out below.
        let value = unsafe { read_row(&self.raw, at) };
        if at != last {
            // SAFETY:
            // 1. Invariant 1; the store is borrowed exclusively.
            // 2. Both rows are below `len` (invariant 2).
            // 3. Row `at` has been moved out, and row `last` is counted out below.
            unsafe { move_row::<T>(&self.raw, last, at) };
        }
        // SAFETY:
        // 1. `last < len <= capacity`; the rows below `last` are initialised.
        unsafe { self.raw.set_len(last) };
        value
    }

    /// Puts `value` into the row and returns what was there; panics when there is no such row.
    #[inline]
    #[track_caller]
    pub(super) fn replace(&mut self, at: usize, value: T) -> T {
        self.assert_row(at);
        // SAFETY:
        // 1. Invariant 1.
        // 2. `at < len` was asserted (invariant 2).
        // 3. The row is overwritten by the next call; nothing in between can panic.
        let old = unsafe { read_row(&self.raw, at) };
        // SAFETY:
        // 1. Invariant 1; the store is borrowed exclusively.
        // 2. `at < len <= capacity`.
        // 3. Its value has just been moved out.
        unsafe { write_row(&self.raw, at, value) };
        old
    }

    /// Exchanges two rows; panics when one does not exist.
    #[inline]
    pub(super) fn swap(&mut self, a: usize, b: usize) {
        T::each_field(&mut SwapRows { store: self, a, b });
    }

    /// Puts those rows in order that `order` is about; panics when there are too many for `buffer`.
    pub(super) fn gather(&mut self, order: &Permutation, buffer: &mut GatherBuffer<T>) {
        // SAFETY:
        // 1. Invariant 1; the store is borrowed exclusively.
        // 2. Invariant 2.
        unsafe { buffer.apply(order, &self.raw) };
    }

    /// Drops the rows from `len` on, if there are any.
    pub(super) fn truncate(&mut self, len: usize) {
        let before = self.len();
        if len < before {
            // The count goes first: a destructor that panics finds the rows gone.
            // SAFETY:
            // 1. `len < self.len() <= capacity`; the rows below `len` stay initialised.
            unsafe { self.raw.set_len(len) };
            // SAFETY:
            // 1. Invariant 1; the store is borrowed exclusively.
            // 2. The rows were counted until a moment ago (invariant 2), and are no longer.
            unsafe { drop_rows::<T>(&self.raw, len..before) };
        }
    }

    #[inline]
    #[track_caller]
    fn assert_row(&self, at: usize) {
        assert!(at < self.len(), "row {at} is not among the {} rows", self.len());
    }
}

impl<T: MultiArrayElement> Drop for RowStore<T> {
    fn drop(&mut self) {
        /// Frees the block even when a destructor panics.
        struct Free<'a, T: MultiArrayElement>(&'a mut RowStore<T>);

        impl<T: MultiArrayElement> Drop for Free<'_, T> {
            fn drop(&mut self) {
                // SAFETY:
                // 1. Invariant 1.
                // 2. The store is being dropped.
                unsafe { self.0.raw.deallocate(T::COLUMNS) }
            }
        }

        Free(self).0.truncate(0);
    }
}

/// Exchanges rows `a` and `b` in each column.
struct SwapRows<'a, T: MultiArrayElement> {
    store: &'a mut RowStore<T>,
    a: usize,
    b: usize,
}

impl<T: MultiArrayElement> FieldVisitor<T> for SwapRows<'_, T> {
    #[inline(always)]
    fn visit<F: Field<T>>(&mut self) {
        self.store.column_mut::<F>().swap(self.a, self.b);
    }
}
