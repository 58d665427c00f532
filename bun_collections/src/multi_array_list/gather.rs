//! Putting rows in order, column by column.
//!
//! Every column is read in the new order into a buffer, and copied back: the reads do not wait for
//! each other, and the writes are sequential. Rejected: exchanging whole rows along the cycles of
//! the order, where each exchange waits for the one before it and touches a line of each column.

#![expect(unsafe_code, reason = "moves rows by a permutation; argument in SAFETY.md")]

use bun_alloc::AllocError;
use core::alloc::Layout;
use core::marker::PhantomData;

use super::element::{Field, FieldVisitor, MultiArrayElement};
use super::layout::{Column, block_align};
use super::moves::column;
use super::raw::RawColumns;
use crate::permutation::Permutation;

/// Room for some values of the widest column of `T`, aligned for each of them.
///
/// # Invariants
///
/// 1. The table of `raw` is [`TABLE`](Self::TABLE).
pub(super) struct GatherBuffer<T: MultiArrayElement> {
    raw: RawColumns,
    rows: PhantomData<fn(T)>,
}

impl<T: MultiArrayElement> GatherBuffer<T> {
    /// One column as wide as the widest and as aligned as the most aligned.
    const TABLE: [Column; 1] = {
        let mut size = 0;
        let mut at = 0;
        while at < T::COLUMNS.len() {
            if T::COLUMNS[at].size() > size {
                size = T::COLUMNS[at].size();
            }
            at += 1;
        }
        match Layout::from_size_align(size, block_align(T::COLUMNS)) {
            Ok(layout) => Column::table([layout]),
            Err(_) => panic!("a column is as large as a type at most"),
        }
    };

    /// Returns room for `rows` values.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for them.
    pub(super) fn new(rows: usize) -> Result<Self, AllocError> {
        let mut buffer = Self { raw: RawColumns::new(&Self::TABLE), rows: PhantomData };
        // SAFETY:
        // 1. Invariant 1.
        unsafe { buffer.raw.set_capacity(&Self::TABLE, rows) }?;
        Ok(buffer)
    }

    /// Puts those rows of `raw` in order that `order` is about.
    ///
    /// # Panics
    ///
    /// Panics when there are more of them than the buffer has room for, or than the block has.
    ///
    /// # Safety
    ///
    /// 1. The table of `raw` is `T::COLUMNS`, and `raw` may be written through.
    /// 2. Its rows below `raw.len()` are initialised.
    pub(super) unsafe fn apply(&mut self, order: &Permutation, raw: &RawColumns) {
        let rows = order.rows();
        assert!(rows.len() <= self.raw.capacity(), "no room for {} rows", rows.len());
        assert!(rows.end <= raw.len(), "no rows {rows:?}");
        T::each_field(&mut Gather { buffer: self, raw, order });
    }
}

impl<T: MultiArrayElement> Drop for GatherBuffer<T> {
    fn drop(&mut self) {
        // SAFETY:
        // 1. Invariant 1.
        // 2. The buffer is being dropped.
        unsafe { self.raw.deallocate(&Self::TABLE) }
    }
}

/// During [`GatherBuffer::apply`]: its preconditions, and what it asserts.
struct Gather<'a, T: MultiArrayElement> {
    buffer: &'a mut GatherBuffer<T>,
    raw: &'a RawColumns,
    order: &'a Permutation,
}

impl<T: MultiArrayElement> FieldVisitor<T> for Gather<'_, T> {
    #[inline(always)]
    fn visit<F: Field<T>>(&mut self) {
        // SAFETY:
        // 1. Precondition 1 of `apply`.
        let all = unsafe { column::<T, F>(self.raw) };
        let rows = self.order.rows();
        // SAFETY:
        // 1. `rows.start <= rows.end <= len` was asserted.
        let first = unsafe { all.add(rows.start) };
        // SAFETY:
        // 1. It is the only column of the table (invariant 1).
        let to = unsafe { self.buffer.raw.column(GatherBuffer::<T>::TABLE[0]) }.cast::<F::Type>();
        for (place, row) in self.order.order().iter().enumerate() {
            // SAFETY:
            // 1. `row` is below the number of rows (invariant 1 of `Permutation`).
            let from = unsafe { first.add(*row as usize) };
            // SAFETY:
            // 1. The value is initialised (precondition 2) and moves: each row is read once
            //    (invariant 1 of `Permutation`).
            let value = unsafe { from.read() };
            // SAFETY:
            // 1. There is room for as many values, each no larger than an element of the buffer.
            let to = unsafe { to.add(place) };
            // SAFETY:
            // 1. It is aligned for the value, as the buffer is for all columns and the offset is a
            //    multiple of the size.
            unsafe { to.write(value) };
        }
        // SAFETY:
        // 1. All rows were moved out, as many as were moved in; the buffer is another allocation.
        unsafe { first.copy_from_nonoverlapping(to, rows.len()) };
    }
}
