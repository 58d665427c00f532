//! [`ColumnSplitter`]: several columns of one list, exclusively and at once.

#![expect(unsafe_code, reason = "hands out disjoint columns; argument in SAFETY.md")]

use core::fmt;
use core::marker::PhantomData;
use core::slice;

use super::element::{Field, MultiArrayElement};
use super::moves::column;
use super::raw::RawColumns;

/// The columns of a list that have not been taken yet.
///
/// [`MultiArrayList::columns_mut`] returns all columns in a struct and is easier to use; this is
/// for code that does not know the struct.
///
/// # Examples
///
/// ```
/// use bun_collections::{MultiArrayElement, MultiArrayList};
///
/// #[derive(MultiArrayElement)]
/// struct Point {
///     x: i32,
///     y: i32,
/// }
///
/// let mut list = MultiArrayList::with_capacity(1);
/// list.append(Point { x: 1, y: 2 })?;
/// let mut split = list.slice_mut().split();
/// let (x, y) = (split.take::<point_fields::x>(), split.take::<point_fields::y>());
/// x.swap_with_slice(y);
/// assert_eq!((list.row(0).x, list.row(0).y), (&2, &1));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// [`MultiArrayList::columns_mut`]: super::MultiArrayList::columns_mut
pub struct ColumnSplitter<'a, T: MultiArrayElement> {
    /// Invariant: its table is `T::COLUMNS`, and its rows below `len` are initialised.
    raw: &'a RawColumns,
    /// Bit `INDEX` of every field that has been taken.
    taken: u64,
    rows: PhantomData<&'a mut T>,
}

// SAFETY:
// 1. It stands for a `&mut` to each column that is left, and the block is not written through.
unsafe impl<T: MultiArrayElement + Send> Send for ColumnSplitter<'_, T> {}

// SAFETY:
// 1. Through a shared splitter nothing is reachable.
unsafe impl<T: MultiArrayElement + Sync> Sync for ColumnSplitter<'_, T> {}

impl<'a, T: MultiArrayElement> ColumnSplitter<'a, T> {
    /// # Safety
    ///
    /// 1. The table of `raw` is `T::COLUMNS`, and its rows below `len` are initialised.
    /// 2. For `'a` the rows are borrowed exclusively by the splitter.
    #[inline]
    pub(super) unsafe fn new(raw: &'a RawColumns) -> Self {
        Self { raw, taken: 0, rows: PhantomData }
    }

    /// Returns the number of rows.
    #[inline]
    #[must_use]
    pub fn len(&self) -> usize {
        self.raw.len()
    }

    /// Returns whether there are no rows.
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the column of `F`.
    ///
    /// # Panics
    ///
    /// Panics when it has been taken before.
    #[inline]
    #[track_caller]
    pub fn take<F: Field<T>>(&mut self) -> &'a mut [F::Type] {
        let bit = const {
            assert!(F::INDEX < 64, "a row has at most 64 fields");
            1_u64 << F::INDEX
        };
        assert!(self.taken & bit == 0, "the column has been taken before");
        self.taken |= bit;
        // SAFETY:
        // 1. Precondition 1 of `new`.
        let first = unsafe { column::<T, F>(self.raw) };
        // SAFETY:
        // 1. The column is aligned and its first `len` elements are initialised (precondition 1).
        // 2. No other field has this `INDEX` (`Field`), columns do not overlap, and `taken` keeps
        //    this one from being handed out again during `'a` (precondition 2).
        unsafe { slice::from_raw_parts_mut(first.as_ptr(), self.raw.len()) }
    }
}

impl<T: MultiArrayElement> fmt::Debug for ColumnSplitter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ColumnSplitter").field("len", &self.len()).finish_non_exhaustive()
    }
}
