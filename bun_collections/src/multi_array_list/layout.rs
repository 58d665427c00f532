//! Where each column of a column block starts: pure arithmetic.
//!
//! A block for `capacity` rows is one allocation. Its columns are stored by falling alignment,
//! fields of equal alignment in declaration order, each `capacity` elements long and without
//! padding between them:
//!
//! ```text
//! struct { a: u8, b: u64, c: u16, d: u64, e: u8 }, capacity 16
//!
//!   byte  0        128       256       288   304   320
//!         | b: u64  | d: u64  | c: u16  | a   | e   |
//! ```
//!
//! No padding is needed. A column starts `before · capacity` bytes into the block, `before` being
//! the sum of the sizes of the fields stored earlier. Each of those sizes is a multiple of its own
//! alignment, which is at least the alignment of this column, and alignments are powers of two.

use core::alloc::Layout;

/// The bytes of a first allocation, in elements of the widest column: two cache lines.
const FIRST_BYTES: usize = 128;

/// The size, the alignment and the place of one column.
///
/// Only [`Column::table`] makes them, so the places of a table always fit together.
///
/// # Examples
///
/// ```
/// use bun_collections::multi_array_list::Column;
/// use core::alloc::Layout;
///
/// let [a, b] = Column::table([Layout::new::<u8>(), Layout::new::<u64>()]);
/// assert_eq!((a.size(), a.align(), a.offset(16)), (1, 1, 128));
/// assert_eq!((b.size(), b.align(), b.offset(16)), (8, 8, 0));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    size: usize,
    align: usize,
    before: usize,
}

impl Column {
    /// Returns the columns of the given fields, in the same order.
    ///
    /// # Panics
    ///
    /// Panics, at compile time where it is used in a constant, when the sizes overflow.
    #[must_use]
    pub const fn table<const N: usize>(fields: [Layout; N]) -> [Column; N] {
        let mut columns = [Column { size: 0, align: 1, before: 0 }; N];
        let mut at = 0;
        while at < N {
            let (size, align) = (fields[at].size(), fields[at].align());
            let mut before = 0;
            let mut other = 0;
            while other < N {
                let theirs = fields[other].align();
                if theirs > align || (theirs == align && other < at) {
                    before += fields[other].size();
                }
                other += 1;
            }
            columns[at] = Column { size, align, before };
            at += 1;
        }
        columns
    }

    /// Returns the size of one element.
    #[inline]
    #[must_use]
    pub const fn size(self) -> usize {
        self.size
    }

    /// Returns the alignment of an element.
    #[inline]
    #[must_use]
    pub const fn align(self) -> usize {
        self.align
    }

    /// Returns the byte at which the column starts in a block for `capacity` rows.
    ///
    /// # Panics
    ///
    /// Panics in builds with overflow checks when such a block cannot exist.
    #[inline]
    #[must_use]
    pub const fn offset(self, capacity: usize) -> usize {
        self.before * capacity
    }

    /// Returns the bytes stored per row before this column.
    #[inline]
    pub(crate) const fn before(self) -> usize {
        self.before
    }
}

/// Returns the bytes that one row takes in all `columns`.
#[inline]
pub(crate) const fn row_size(columns: &[Column]) -> usize {
    let mut size = 0;
    let mut at = 0;
    while at < columns.len() {
        size += columns[at].size;
        at += 1;
    }
    size
}

/// Returns the alignment of a block.
#[inline]
pub(crate) const fn block_align(columns: &[Column]) -> usize {
    let mut align = 1;
    let mut at = 0;
    while at < columns.len() {
        if columns[at].align > align {
            align = columns[at].align;
        }
        at += 1;
    }
    align
}

/// Returns the layout of a block for `capacity` rows, or `None` when none can exist.
pub(crate) fn block(columns: &[Column], capacity: usize) -> Option<Layout> {
    let size = row_size(columns).checked_mul(capacity)?;
    Layout::from_size_align(size, block_align(columns)).ok()
}

/// Returns the capacity of the first allocation.
#[inline]
pub(crate) const fn first_capacity(columns: &[Column]) -> usize {
    let mut widest = 1;
    let mut at = 0;
    while at < columns.len() {
        if columns[at].size > widest {
            widest = columns[at].size;
        }
        at += 1;
    }
    if widest < FIRST_BYTES { FIRST_BYTES / widest } else { 1 }
}

/// Returns the capacity after growing from `current` until `minimum` rows fit: half again and a
/// first capacity more each time, the sequence that code written for Zig observes.
pub(crate) const fn grown_by_half(current: usize, minimum: usize, first: usize) -> usize {
    let mut capacity = current;
    while capacity < minimum {
        capacity = capacity.saturating_add(capacity / 2 + first);
    }
    capacity
}

/// Returns the capacity after growing from `current` until `minimum` rows fit: at least doubled,
/// and nowhere smaller than [`grown_by_half`] makes it in one step.
pub(crate) const fn grown_twofold(current: usize, minimum: usize, first: usize) -> usize {
    let half = current / 2 + first;
    let step = current.saturating_add(if half > current { half } else { current });
    if step < minimum { minimum } else { step }
}

#[cfg(test)]
mod tests {
    use super::{Column, block, first_capacity, grown_by_half, grown_twofold, row_size};
    use core::alloc::Layout;

    fn layout(size: usize, align: usize) -> Layout {
        Layout::from_size_align(size, align).expect("a layout")
    }

    #[test]
    fn columns_are_stored_by_falling_alignment_in_declaration_order() {
        let table =
            Column::table([layout(1, 1), layout(8, 8), layout(2, 2), layout(8, 8), layout(1, 1)]);
        assert_eq!(table.map(|column| column.offset(16)), [288, 0, 256, 128, 304]);
        assert_eq!(block(&table, 16), Some(layout(320, 8)));

        let table = Column::table([layout(4, 4), layout(1, 1), layout(8, 8)]);
        assert_eq!(table.map(|column| column.offset(514)), [4112, 6168, 0]);
    }

    #[test]
    fn every_column_is_aligned_and_no_two_overlap() {
        let zoo = [layout(0, 1), layout(0, 64), layout(1, 1), layout(3, 1), layout(2, 2)];
        let rest = [layout(12, 4), layout(24, 8), layout(64, 64), layout(16, 16), layout(4, 4)];
        for mask in (0_u32..1 << 10).step_by(if cfg!(miri) { 341 } else { 1 }) {
            let chosen = |at: usize| mask >> at & 1 == 1;
            let fields: [Layout; 10] = core::array::from_fn(|at| {
                let field = if at < 5 { zoo[at] } else { rest[at - 5] };
                if chosen(at) { field } else { layout(0, 1) }
            });
            let table = Column::table(fields);
            for capacity in [0, 1, 2, 3, 7, 8, 13] {
                let mut covered = vec![false; row_size(&table) * capacity];
                for column in table {
                    let start = column.offset(capacity);
                    assert_eq!(start % column.align(), 0);
                    for byte in &mut covered[start..start + column.size() * capacity] {
                        assert!(!core::mem::replace(byte, true));
                    }
                }
                assert!(covered.iter().all(|byte| *byte), "no padding");
            }
        }
    }

    #[test]
    fn blocks_that_cannot_exist_are_refused() {
        for size in [1, 3, 16, 24] {
            let table = Column::table([layout(size, 1)]);
            let most = isize::MAX as usize / size;
            assert!(block(&table, most).is_some());
            assert_eq!(block(&table, most + 1), None);
            assert_eq!(block(&table, usize::MAX), None);
        }
        assert_eq!(block(&Column::table([layout(16, 8)]), (1 << 60) + 1), None);
    }

    #[test]
    fn capacities_grow_as_documented() {
        let first = first_capacity(&Column::table([layout(4, 4), layout(1, 1), layout(8, 8)]));
        let grow = |from| grown_by_half(from, from + 1, first);
        assert_eq!([0, 16, 40, 76, 130, 211, 332].map(grow), [16, 40, 76, 130, 211, 332, 514]);
        assert_eq!(first_capacity(&Column::table([layout(1, 1)])), 128);
        assert_eq!(first_capacity(&Column::table([layout(200, 1)])), 1);
        assert_eq!(grown_by_half(0, 1000, 128), 1040);
        assert_eq!(grown_by_half(1040, 5000, 128), 6305);
        assert_eq!(grown_by_half(usize::MAX - 1, usize::MAX, 1), usize::MAX);

        let grow = |from| grown_twofold(from, from + 1, first);
        assert_eq!([0, 16, 40, 80, 160].map(grow), [16, 40, 80, 160, 320]);
        assert_eq!(grown_twofold(16, 1000, first), 1000);
        assert_eq!(grown_twofold(usize::MAX, usize::MAX, 1), usize::MAX);
    }
}
