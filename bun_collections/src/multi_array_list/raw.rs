//! The column block without its types: allocate, grow, shift rows, free.
//!
//! The table of columns is an argument of every call rather than a field, so that it is a constant
//! where the code is compiled and the block costs three words. Nothing here is generic: a program
//! contains this file's code once.
//!
//! `alloc::alloc` is called directly, because a block is one allocation of bytes with a layout that
//! no `Vec` can express.

#![expect(unsafe_code, reason = "the allocation behind columns; argument in SAFETY.md")]

use alloc::alloc::{alloc, dealloc};
use bun_alloc::AllocError;
use core::alloc::Layout;
use core::num::NonZero;
use core::ptr::NonNull;

use super::layout::{Column, block, block_align, grown_twofold};

/// A column block, the number of its rows, and room for more.
///
/// # Invariants
///
/// For the one table of columns that its owner passes to every call:
///
/// 1. `base` is aligned for the block of `capacity` rows. It is the start of an allocation of
///    exactly that block, or dangles when the block has no bytes.
/// 2. `len <= capacity`.
///
/// Which rows are initialised, and who drops them, is the owner's business.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RawColumns {
    base: NonNull<u8>,
    len: usize,
    capacity: usize,
}

/// Returns an address aligned for `columns` that may not be accessed.
const fn dangling(columns: &[Column]) -> NonNull<u8> {
    match NonZero::new(block_align(columns)) {
        Some(align) => NonNull::without_provenance(align),
        None => NonNull::dangling(),
    }
}

impl RawColumns {
    /// Returns a block without rows. Does not allocate.
    #[inline]
    pub(crate) const fn new(columns: &[Column]) -> Self {
        Self { base: dangling(columns), len: 0, capacity: 0 }
    }

    /// Returns the number of rows.
    #[inline]
    pub(crate) const fn len(&self) -> usize {
        self.len
    }

    /// Returns the number of rows for which there is memory.
    #[inline]
    pub(crate) const fn capacity(&self) -> usize {
        self.capacity
    }

    /// Sets the number of rows.
    ///
    /// # Safety
    ///
    /// 1. `len <= self.capacity()`.
    #[inline]
    pub(crate) unsafe fn set_len(&mut self, len: usize) {
        self.len = len;
    }

    /// Returns the first element of a column, aligned for it.
    ///
    /// The offset is added up from multiples of the capacity by eight and by powers of two: each
    /// step is one instruction that the next column shares, where one product is up to five.
    ///
    /// # Safety
    ///
    /// 1. `column` is in the table of this block.
    #[inline]
    pub(crate) unsafe fn column(&self, column: Column) -> NonNull<u8> {
        let (before, mut first) = (column.before(), self.base);
        for part in [before & !7, before & 4, before & 2, before & 1] {
            // SAFETY:
            // 1. The columns of a table lie within a block of their capacity (layout.rs), which is
            //    the allocation at `base`, or the offset is zero (invariant 1). The parts add up to
            //    no more than the offset of the column.
            first = unsafe { first.add(part * self.capacity) };
        }
        first
    }

    /// Moves the rows into a block for exactly `capacity` rows and frees the old one.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory or no such block can exist; nothing has changed.
    ///
    /// # Panics
    ///
    /// Panics when `capacity < self.len()`.
    ///
    /// # Safety
    ///
    /// 1. `columns` is the table of this block.
    #[inline]
    pub(crate) unsafe fn set_capacity(
        &mut self,
        columns: &[Column],
        capacity: usize,
    ) -> Result<(), AllocError> {
        // SAFETY:
        // 1. The same table (precondition 1).
        // 2. The old block is overwritten where it has been freed.
        *self = unsafe { self.moved(columns, capacity) }?;
        Ok(())
    }

    /// Makes room for `additional` rows by growing at least twofold, to no less than `first` rows.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory or no such block can exist; nothing has changed.
    ///
    /// # Safety
    ///
    /// 1. `columns` is the table of this block.
    #[inline]
    pub(super) unsafe fn grow(
        &mut self,
        columns: &[Column],
        additional: usize,
        first: usize,
    ) -> Result<(), AllocError> {
        // SAFETY:
        // 1. The same table (precondition 1).
        // 2. The old block is overwritten where it has been freed.
        *self = unsafe { self.grown(columns, additional, first) }?;
        Ok(())
    }

    /// # Safety
    ///
    /// 1. `columns` is the table of this block.
    /// 2. Unless there is an error, `self` is not used again.
    #[cold]
    #[inline(never)]
    unsafe fn grown(
        self,
        columns: &[Column],
        additional: usize,
        first: usize,
    ) -> Result<Self, AllocError> {
        let minimum = self.len.checked_add(additional).ok_or(AllocError)?;
        // SAFETY:
        // 1. The same table (precondition 1).
        // 2. Precondition 2.
        unsafe { self.moved(columns, grown_twofold(self.capacity, minimum, first)) }
    }

    /// Returns a block for exactly `capacity` rows, into which the rows have been moved.
    ///
    /// It takes and returns the block by value, so that a loop of appends, which calls it now and
    /// then, keeps base, length and capacity in registers.
    ///
    /// # Safety
    ///
    /// 1. `columns` is the table of this block.
    /// 2. Unless there is an error, `self` is not used again: its block has been freed.
    #[cold]
    #[inline(never)]
    unsafe fn moved(self, columns: &[Column], capacity: usize) -> Result<Self, AllocError> {
        assert!(capacity >= self.len, "the capacity cannot be less than the number of rows");
        let layout = block(columns, capacity).ok_or(AllocError)?;
        let base = allocate(layout).ok_or(AllocError)?;
        for column in columns {
            // SAFETY:
            // 1. The column is in the table (precondition 1).
            let from = unsafe { self.column(*column) };
            // SAFETY:
            // 1. As in `column`, for the new block, whose layout was computed for `capacity`.
            let to = unsafe { base.add(column.before() * capacity) };
            // SAFETY:
            // 1. Both columns have room for `len` elements: `len` is at most both capacities.
            // 2. The new block is a new allocation, so the ranges do not overlap.
            unsafe { from.copy_to_nonoverlapping(to, self.len * column.size()) };
        }
        // SAFETY:
        // 1. The same table (precondition 1).
        // 2. The rows have been moved out, and `self` ends here.
        unsafe { self.deallocate(columns) };
        Ok(Self { base, len: self.len, capacity })
    }

    /// Moves the rows from `at` on one place up and counts one row more.
    ///
    /// Row `at` is then without a value.
    ///
    /// # Safety
    ///
    /// 1. `columns` is the table of this block.
    /// 2. `at <= self.len()` and `self.len() < self.capacity()`.
    pub(crate) unsafe fn open_gap(&mut self, columns: &[Column], at: usize) {
        for column in columns {
            // SAFETY:
            // 1. The column is in the table (precondition 1).
            let first = unsafe { self.column(*column) };
            // SAFETY:
            // 1. `at <= len < capacity` (precondition 2), so row `at` is inside the column.
            let from = unsafe { first.add(at * column.size()) };
            // SAFETY:
            // 1. Row `at + 1 <= capacity` is inside the column or at its end.
            let to = unsafe { from.add(column.size()) };
            // SAFETY:
            // 1. Rows `at .. len` and `at + 1 ..= len` are inside the column, as `len < capacity`.
            unsafe { from.copy_to(to, (self.len - at) * column.size()) };
        }
        self.len += 1;
    }

    /// Moves the rows after `at` one place down and counts one row less.
    ///
    /// The value that was in row `at` is overwritten without being dropped.
    ///
    /// # Safety
    ///
    /// 1. `columns` is the table of this block.
    /// 2. `at < self.len()`.
    pub(crate) unsafe fn close_gap(&mut self, columns: &[Column], at: usize) {
        for column in columns {
            // SAFETY:
            // 1. The column is in the table (precondition 1).
            let first = unsafe { self.column(*column) };
            // SAFETY:
            // 1. `at < len <= capacity` (precondition 2), so row `at` is inside the column.
            let to = unsafe { first.add(at * column.size()) };
            // SAFETY:
            // 1. Row `at + 1 <= len` is inside the column or at its end.
            let from = unsafe { to.add(column.size()) };
            // SAFETY:
            // 1. Rows `at .. len` are inside the column.
            unsafe { from.copy_to(to, (self.len - at - 1) * column.size()) };
        }
        self.len -= 1;
    }

    /// Frees the block.
    ///
    /// By value, as [`moved`](Self::moved): a list that lives in a function may stay in registers.
    ///
    /// # Safety
    ///
    /// 1. `columns` is the table of this block.
    /// 2. The block is not used again, except to overwrite all of its fields.
    pub(crate) unsafe fn deallocate(self, columns: &[Column]) {
        match block(columns, self.capacity) {
            Some(layout) if layout.size() != 0 => {
                // SAFETY:
                // 1. `base` is an allocation of exactly this layout (invariant 1).
                // 2. It is freed once (precondition 2).
                unsafe { dealloc(self.base.as_ptr(), layout) }
            }
            // A block without bytes was never allocated.
            _ => {}
        }
    }
}

/// Returns memory for `layout`, or an aligned dangling address when it has no bytes.
fn allocate(layout: Layout) -> Option<NonNull<u8>> {
    if layout.size() == 0 {
        return Some(NonNull::without_provenance(NonZero::new(layout.align())?));
    }
    // SAFETY:
    // 1. The size is not zero.
    NonNull::new(unsafe { alloc(layout) })
}
