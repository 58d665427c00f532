//! `std.MultiArrayList` of rows with four column widths.

use core::ops::Range;

use crate::ffi::{self, MultiArrayHandle};
use crate::owned::Owned;
use crate::{Oracle, Removal};

/// No list is longer.
const LEN_MAX: usize = 1 << 24;

/// A row, as it crosses. Zig declares the same fields in the order `byte`, `word`, `pair`, `half`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct Row {
    /// `u64`.
    pub word: u64,
    /// `u32`.
    pub half: u32,
    /// `u8`.
    pub byte: u8,
    /// `u16`.
    pub pair: u16,
}

/// A column to sort by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Column {
    /// [`Row::word`].
    Word,
    /// [`Row::half`].
    Half,
    /// [`Row::byte`].
    Byte,
    /// [`Row::pair`].
    Pair,
}

/// Zig's list of rows that keeps each column in one piece.
///
/// # Examples
///
/// ```
/// use zig_oracle::{MultiArray, Oracle, Removal, Row};
///
/// let Some(zig) = Oracle::find() else { return };
/// let mut list = MultiArray::new(zig);
/// for word in 0..5 {
///     list.append(&Row { word, ..Row::default() });
/// }
/// list.remove(1, Removal::Swap);
/// let words: Vec<u64> = list.rows().iter().map(|row| row.word).collect();
/// assert_eq!(words, [0, 4, 2, 3]);
/// ```
#[derive(Debug)]
pub struct MultiArray {
    handle: Owned<MultiArrayHandle>,
}

impl MultiArray {
    /// Makes an empty list.
    #[must_use]
    pub fn new(_zig: Oracle) -> Self {
        Self { handle: Owned::new(ffi::multi_array_create()) }
    }

    /// `append`.
    pub fn append(&mut self, row: &Row) {
        ffi::multi_array_append(&mut self.handle, row);
    }

    /// `insert`.
    ///
    /// # Panics
    ///
    /// When `index` is above the length.
    pub fn insert(&mut self, index: usize, row: &Row) {
        assert!(index <= self.len());
        ffi::multi_array_insert(&mut self.handle, index, row);
    }

    /// `pop`.
    pub fn pop(&mut self) -> Option<Row> {
        let mut row = Row::default();
        ffi::multi_array_pop(&mut self.handle, &mut row).then_some(row)
    }

    /// `swapRemove` or `orderedRemove`.
    ///
    /// # Panics
    ///
    /// When `index` is not below the length.
    pub fn remove(&mut self, index: usize, removal: Removal) {
        assert!(index < self.len());
        ffi::multi_array_remove(&mut self.handle, index, removal == Removal::Ordered);
    }

    /// `orderedRemoveMany`. Repeated indices are allowed.
    ///
    /// # Panics
    ///
    /// When the indices do not rise or leave the list.
    pub fn ordered_remove_many(&mut self, sorted: &[usize]) {
        assert!(sorted.is_sorted() && sorted.last().is_none_or(|&last| last < self.len()));
        ffi::multi_array_remove_many(&mut self.handle, sorted.into());
    }

    /// `get`.
    ///
    /// # Panics
    ///
    /// When `index` is not below the length.
    #[must_use]
    pub fn get(&self, index: usize) -> Row {
        assert!(index < self.len());
        ffi::multi_array_get(&self.handle, index)
    }

    /// `set`.
    ///
    /// # Panics
    ///
    /// When `index` is not below the length.
    pub fn set(&mut self, index: usize, row: &Row) {
        assert!(index < self.len());
        ffi::multi_array_set(&mut self.handle, index, row);
    }

    /// `resize`, with zeroes in the new rows.
    ///
    /// # Panics
    ///
    /// Here and below, when a length or capacity is above 2²⁴.
    pub fn resize(&mut self, len: usize) {
        assert!(len <= LEN_MAX);
        ffi::multi_array_resize(&mut self.handle, len);
    }

    /// `shrinkRetainingCapacity`.
    ///
    /// # Panics
    ///
    /// When `len` is above the length.
    pub fn shrink_retaining_capacity(&mut self, len: usize) {
        assert!(len <= self.len());
        ffi::multi_array_shrink(&mut self.handle, len, false);
    }

    /// `shrinkAndFree`.
    ///
    /// # Panics
    ///
    /// When `len` is above the length.
    pub fn shrink_and_free(&mut self, len: usize) {
        assert!(len <= self.len());
        ffi::multi_array_shrink(&mut self.handle, len, true);
    }

    /// `clearRetainingCapacity`.
    pub fn clear_retaining_capacity(&mut self) {
        ffi::multi_array_clear(&mut self.handle, false);
    }

    /// `clearAndFree`.
    pub fn clear_and_free(&mut self) {
        ffi::multi_array_clear(&mut self.handle, true);
    }

    /// `ensureTotalCapacity`.
    ///
    /// # Panics
    ///
    /// As [`resize`](Self::resize).
    pub fn ensure_total_capacity(&mut self, capacity: usize) {
        assert!(capacity <= LEN_MAX);
        ffi::multi_array_ensure(&mut self.handle, capacity, false);
    }

    /// `ensureUnusedCapacity`.
    ///
    /// # Panics
    ///
    /// As [`resize`](Self::resize).
    pub fn ensure_unused_capacity(&mut self, count: usize) {
        assert!(count <= LEN_MAX);
        ffi::multi_array_ensure(&mut self.handle, count, true);
    }

    /// `setCapacity`.
    ///
    /// # Panics
    ///
    /// As [`resize`](Self::resize), and when `capacity` is below the length.
    pub fn set_capacity(&mut self, capacity: usize) {
        assert!(capacity >= self.len() && capacity <= LEN_MAX);
        ffi::multi_array_set_capacity(&mut self.handle, capacity);
    }

    /// The field `len`.
    #[must_use]
    pub fn len(&self) -> usize {
        ffi::multi_array_len(&self.handle)
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The field `capacity`.
    #[must_use]
    pub fn capacity(&self) -> usize {
        ffi::multi_array_capacity(&self.handle)
    }

    /// `sortSpan`, or `sort` for all rows: rises by the column, and keeps equal rows in order.
    ///
    /// # Panics
    ///
    /// When the span leaves the list.
    pub fn sort(&mut self, span: Range<usize>, column: Column) {
        self.sort_by(span, column, true);
    }

    /// `sortSpanUnstable`, or `sortUnstable` for all rows.
    ///
    /// # Panics
    ///
    /// When the span leaves the list.
    pub fn sort_unstable(&mut self, span: Range<usize>, column: Column) {
        self.sort_by(span, column, false);
    }

    fn sort_by(&mut self, span: Range<usize>, column: Column, stable: bool) {
        assert!(span.start <= span.end && span.end <= self.len());
        ffi::multi_array_sort(&mut self.handle, span.start, span.end, column as u32, stable);
    }

    /// A copy of all rows, read column by column.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        let mut rows = vec![Row::default(); self.len()];
        ffi::multi_array_rows(&self.handle, rows.as_mut_slice().into());
        rows
    }

    /// Where the columns `word`, `half`, `byte` and `pair` start in the allocation, if there is
    /// one.
    #[must_use]
    pub fn column_offsets(&self) -> Option<[usize; 4]> {
        (self.capacity() > 0).then(|| {
            let mut offsets = [0; 4];
            ffi::multi_array_offsets(&self.handle, &mut offsets);
            offsets
        })
    }
}

impl Clone for MultiArray {
    /// `clone`.
    fn clone(&self) -> Self {
        Self { handle: Owned::new(ffi::multi_array_clone(&self.handle)) }
    }
}
