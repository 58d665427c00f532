//! [`MultiArrayList`]: a list of structs, stored as one array per field.
//!
//! Use it where loops read one or two fields of many rows, and for structs whose fields waste
//! padding. Use a `Vec` where whole rows are read in random order: a row here is spread over as
//! many cache lines as it has fields.
//!
//! ```text
//! Vec<(u64, u8)>           | u64 u8 ······· | u64 u8 ······· | u64 u8 ······· |
//! MultiArrayList<(u64, u8)>| u64 | u64 | u64 | u8 u8 u8 |
//! ```
//!
//! # Who drops what
//!
//! | operation | the row that was there |
//! |---|---|
//! | `append`, `insert` and the `_assume_capacity` forms | none; the new row belongs to the list |
//! | `set` | is dropped after the new one is in place |
//! | `replace`, `pop`, `swap_remove`, `ordered_remove` | is returned |
//! | `shrink_retaining_capacity`, `shrink_and_free` | the rows cut off are dropped |
//! | `clear_retaining_capacity`, `clear_and_free`, dropping the list | all rows are dropped |
//! | `zero`, `drop_elements` | all rows are dropped |
//! | `set_len` | nothing is dropped |
//! | `to_owned_slice` | moves to the list that is returned |
//! | `sort`, `swap`, growing, moving the list | moves; nothing is dropped |
//! | an `append` or `insert` that fails or panics | the new row is dropped, the list is unchanged |
//!
//! Every field of every row is dropped exactly once, column by column. When a destructor panics,
//! the rows are already gone from the list, and the other columns are still dropped.
//!
//! # Rejected
//!
//! A cached pointer for every column makes a list of thirty fields 256 bytes long and saves about
//! one addition a column. Names of fields as strings need unstable const generics, and a
//! type error in them is found by their size only.

mod capacity;
mod element;
mod gather;
mod layout;
mod moves;
mod ported;
mod raw;
mod rows;
mod slice;
mod sort;
mod split;
mod store;
#[cfg(test)]
mod tests;
mod view;

use bun_alloc::{AllocError, handle_oom};

pub use element::{CloneRow, Field, FieldVisitor, MultiArrayElement};
pub use layout::Column;
pub use rows::{Rows, RowsMut};
pub use slice::{Slice, SliceMut};
pub use sort::SortContext;
pub use split::ColumnSplitter;

pub(crate) use layout::grown_by_half;

use layout::row_size;
use store::RowStore;

/// A list of `T`s whose fields are stored in one array each.
///
/// One allocation holds all columns. They are sorted by falling alignment, so there is no padding,
/// and a row takes as many bytes as its fields. Growing moves every column: it invalidates nothing
/// that safe code can hold, since views borrow the list.
///
/// Appending is amortised O(1): the capacity at least doubles. The first allocation is for two
/// cache lines of the widest field.
///
/// Zig: `std.MultiArrayList`, `bun.MultiArrayList`.
///
/// # Examples
///
/// ```
/// use bun_collections::{MultiArrayElement, MultiArrayList};
///
/// #[derive(MultiArrayElement, Clone, Copy)]
/// struct File {
///     size: u64,
///     mode: u16,
/// }
///
/// let mut files = MultiArrayList::new();
/// for size in [3, 1, 2] {
///     files.append(File { size, mode: 0o644 })?;
/// }
/// files.sort(|rows, a, b| {
///     let size = rows.items::<file_fields::size>();
///     size[a] < size[b]
/// });
/// assert_eq!(files.columns().size, [1, 2, 3]);
///
/// let columns = files.columns_mut();
/// for (size, mode) in columns.size.iter_mut().zip(columns.mode) {
///     *size += u64::from(*mode & 0o4);
/// }
/// assert_eq!(files.get(0).size, 5);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// A list may be sent and shared as its rows may:
///
/// ```
/// # #[derive(bun_collections::MultiArrayElement)]
/// # struct Row { field: Box<u8> }
/// fn is_send_and_sync<T: Send + Sync>() {}
/// is_send_and_sync::<bun_collections::MultiArrayList<Row>>();
/// ```
///
/// ```compile_fail,E0277
/// # #[derive(bun_collections::MultiArrayElement)]
/// # struct Row { field: std::rc::Rc<u8> }
/// fn is_send<T: Send>() {}
/// is_send::<bun_collections::MultiArrayList<Row>>();
/// ```
///
/// ```compile_fail,E0277
/// # #[derive(bun_collections::MultiArrayElement)]
/// # struct Row { field: core::cell::Cell<u8> }
/// fn is_sync<T: Sync>() {}
/// is_sync::<bun_collections::MultiArrayList<Row>>();
/// ```
pub struct MultiArrayList<T: MultiArrayElement> {
    store: RowStore<T>,
}

impl<T: MultiArrayElement> MultiArrayList<T> {
    /// Returns an empty list. Does not allocate.
    ///
    /// Zig: `.{}`, `std.MultiArrayList(T).empty`.
    #[inline]
    #[must_use]
    pub const fn new() -> Self {
        Self { store: RowStore::EMPTY }
    }

    /// Returns an empty list with room for exactly `capacity` rows.
    ///
    /// Stops the process when there is no memory for them.
    #[inline]
    #[must_use]
    pub fn with_capacity(capacity: usize) -> Self {
        handle_oom(Self::try_with_capacity(capacity))
    }

    /// Returns an empty list with room for exactly `capacity` rows.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for them.
    #[inline]
    pub fn try_with_capacity(capacity: usize) -> Result<Self, AllocError> {
        let mut list = Self::new();
        list.ensure_total_capacity_precise(capacity)?;
        Ok(list)
    }

    /// Returns the number of rows.
    #[inline]
    #[must_use]
    pub const fn len(&self) -> usize {
        self.store.len()
    }

    /// Returns whether there are no rows.
    #[inline]
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the number of rows for which there is memory.
    #[inline]
    #[must_use]
    pub const fn capacity(&self) -> usize {
        self.store.capacity()
    }

    /// Returns the bytes that `capacity` rows take, or `usize::MAX` when that does not fit.
    ///
    /// Zig: `std.MultiArrayList(T).capacityInBytes`.
    #[doc(alias = "capacityInBytes")]
    #[inline]
    #[must_use]
    pub const fn capacity_in_bytes(capacity: usize) -> usize {
        row_size(T::COLUMNS).saturating_mul(capacity)
    }

    /// Returns the bytes allocated by the list itself.
    ///
    /// Zig: `bun.MultiArrayList(T).memoryCost`.
    #[doc(alias = "memoryCost")]
    #[inline]
    #[must_use]
    pub const fn memory_cost(&self) -> usize {
        Self::capacity_in_bytes(self.capacity())
    }

    /// Returns a view of all rows.
    #[inline]
    #[must_use]
    pub fn slice(&self) -> Slice<'_, T> {
        Slice::new(&self.store)
    }

    /// Returns an exclusive view of all rows.
    #[inline]
    #[must_use]
    pub fn slice_mut(&mut self) -> SliceMut<'_, T> {
        SliceMut::new(&mut self.store)
    }

    /// Returns the column of `F`.
    ///
    /// The type of its elements is the type of the field, and nothing of the same size:
    ///
    /// ```compile_fail,E0308
    /// # #[derive(bun_collections::MultiArrayElement)]
    /// # struct Row { letter: u32 }
    /// let list = bun_collections::MultiArrayList::<Row>::new();
    /// let letters: &[char] = list.items::<row_fields::letter>();
    /// ```
    ///
    /// Zig: `std.MultiArrayList(T).items`.
    #[inline]
    #[must_use]
    pub fn items<F: Field<T>>(&self) -> &[F::Type] {
        self.store.view().column::<F>()
    }

    /// Returns the column of `F`, exclusively.
    ///
    /// Zig: `std.MultiArrayList(T).items`.
    #[inline]
    #[must_use]
    pub fn items_mut<F: Field<T>>(&mut self) -> &mut [F::Type] {
        self.store.column_mut::<F>()
    }

    /// Returns all columns as a struct of slices.
    #[inline]
    #[must_use]
    pub fn columns(&self) -> T::Columns<'_> {
        self.slice().columns()
    }

    /// Returns all columns as a struct of exclusive slices.
    #[inline]
    #[must_use]
    pub fn columns_mut(&mut self) -> T::ColumnsMut<'_> {
        self.slice_mut().into_columns()
    }

    /// Returns a copy of row `index`.
    ///
    /// Rows that cannot be copied are read with [`row`](Self::row):
    ///
    /// ```compile_fail,E0277
    /// # #[derive(bun_collections::MultiArrayElement)]
    /// # struct Row { field: Box<u8> }
    /// let list = bun_collections::MultiArrayList::<Row>::new();
    /// let row = list.get(0);
    /// ```
    ///
    /// Zig: `std.MultiArrayList(T).get`.
    ///
    /// # Panics
    ///
    /// Panics when there is no such row.
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn get(&self, index: usize) -> T
    where
        T: Copy,
    {
        self.store.view().copy(index)
    }

    /// Returns references to the fields of row `index`.
    ///
    /// # Panics
    ///
    /// Panics when there is no such row.
    #[inline]
    #[must_use]
    pub fn row(&self, index: usize) -> T::Ref<'_> {
        T::row(self.slice(), index)
    }

    /// Returns exclusive references to the fields of row `index`.
    ///
    /// # Panics
    ///
    /// Panics when there is no such row.
    #[inline]
    #[must_use]
    pub fn row_mut(&mut self, index: usize) -> T::RefMut<'_> {
        T::row_mut(self.store.split(), index)
    }

    /// Returns references to the fields of each row in turn.
    #[inline]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = T::Ref<'_>> + DoubleEndedIterator {
        let rows = self.slice();
        (0..rows.len()).map(move |index| rows.row(index))
    }

    /// Appends a row.
    ///
    /// # Errors
    ///
    /// `AllocError` when the list has to grow and cannot.
    #[inline]
    pub fn append(&mut self, element: T) -> Result<(), AllocError> {
        self.store.append(element)
    }

    /// Appends a row. Does not allocate.
    ///
    /// Zig: `std.MultiArrayList(T).appendAssumeCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when there is no capacity for another row.
    #[doc(alias = "appendAssumeCapacity")]
    #[inline]
    #[track_caller]
    pub fn append_assume_capacity(&mut self, element: T) {
        self.store.push(element);
    }

    /// Inserts a row before row `index`. O(`len - index`).
    ///
    /// # Errors
    ///
    /// `AllocError` when the list has to grow and cannot.
    ///
    /// # Panics
    ///
    /// Panics when `index > self.len()`.
    #[track_caller]
    pub fn insert(&mut self, index: usize, element: T) -> Result<(), AllocError> {
        assert!(index <= self.len(), "row {index} is beyond the {} rows", self.len());
        if self.len() == self.capacity() {
            self.store.grow(1)?;
        }
        self.store.insert(index, element);
        Ok(())
    }

    /// Inserts a row before row `index`. Does not allocate. O(`len - index`).
    ///
    /// Zig: `std.MultiArrayList(T).insertAssumeCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when `index > self.len()`, and when there is no capacity for another row.
    #[doc(alias = "insertAssumeCapacity")]
    #[inline]
    #[track_caller]
    pub fn insert_assume_capacity(&mut self, index: usize, element: T) {
        self.store.insert(index, element);
    }

    /// Puts `element` into row `index`, and drops what was there.
    ///
    /// # Panics
    ///
    /// Panics when there is no such row.
    #[inline]
    #[track_caller]
    pub fn set(&mut self, index: usize, element: T) {
        drop(self.store.replace(index, element));
    }

    /// Puts `element` into row `index`, and returns what was there.
    ///
    /// # Panics
    ///
    /// Panics when there is no such row.
    #[inline]
    #[track_caller]
    pub fn replace(&mut self, index: usize, element: T) -> T {
        self.store.replace(index, element)
    }

    /// Exchanges two rows.
    ///
    /// # Panics
    ///
    /// Panics when one of them does not exist.
    #[inline]
    pub fn swap(&mut self, a: usize, b: usize) {
        self.store.swap(a, b);
    }

    /// Removes and returns the last row.
    #[inline]
    pub fn pop(&mut self) -> Option<T> {
        let last = self.len().checked_sub(1)?;
        Some(self.store.swap_remove(last))
    }

    /// Removes and returns row `index`; the last row takes its place. O(1).
    ///
    /// Zig: `std.MultiArrayList(T).swapRemove`.
    ///
    /// # Panics
    ///
    /// Panics when there is no such row.
    #[doc(alias = "swapRemove")]
    #[inline]
    #[track_caller]
    pub fn swap_remove(&mut self, index: usize) -> T {
        self.store.swap_remove(index)
    }

    /// Removes and returns row `index`; the rows after it move down. O(`len - index`).
    ///
    /// Zig: `std.MultiArrayList(T).orderedRemove`.
    ///
    /// # Panics
    ///
    /// Panics when there is no such row.
    #[doc(alias = "orderedRemove")]
    #[inline]
    #[track_caller]
    pub fn ordered_remove(&mut self, index: usize) -> T {
        self.store.remove(index)
    }
}
