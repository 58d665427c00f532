//! [`Slice`] and [`SliceMut`]: borrowed views of the rows.

use core::fmt;

use super::element::{Field, MultiArrayElement};
use super::split::ColumnSplitter;
use super::store::RowStore;
use super::view::RowsView;

/// A shared view of the rows of a [`MultiArrayList`](super::MultiArrayList).
///
/// A view borrows the list, so the list neither grows nor goes away while it is used. It is three
/// words and `Copy`.
///
/// Zig: `std.MultiArrayList(T).Slice`.
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
/// let mut list = MultiArrayList::new();
/// list.append(Point { x: 1, y: 2 })?;
/// let rows = list.slice();
/// assert_eq!(rows.items::<point_fields::x>(), rows.columns().x);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// ```compile_fail,E0502
/// use bun_collections::{MultiArrayElement, MultiArrayList};
///
/// #[derive(MultiArrayElement)]
/// struct Point {
///     x: i32,
/// }
///
/// let mut list = MultiArrayList::new();
/// let rows = list.slice();
/// list.append(Point { x: 1 })?;
/// assert_eq!(rows.len(), 1);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
pub struct Slice<'a, T: MultiArrayElement> {
    rows: RowsView<'a, T>,
}

impl<T: MultiArrayElement> Copy for Slice<'_, T> {}

impl<T: MultiArrayElement> Clone for Slice<'_, T> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<'a, T: MultiArrayElement> Slice<'a, T> {
    #[inline]
    pub(super) fn new(store: &'a RowStore<T>) -> Self {
        Self { rows: store.view() }
    }

    #[inline]
    pub(super) fn view(self) -> RowsView<'a, T> {
        self.rows
    }

    /// Returns the number of rows.
    #[inline]
    #[must_use]
    pub fn len(self) -> usize {
        self.rows.len()
    }

    /// Returns whether there are no rows.
    #[inline]
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.rows.len() == 0
    }

    /// Returns the column of `F`.
    ///
    /// Zig: `std.MultiArrayList(T).Slice.items`.
    #[inline]
    #[must_use]
    pub fn items<F: Field<T>>(self) -> &'a [F::Type] {
        self.rows.column::<F>()
    }

    /// Returns all columns as a struct of slices.
    #[inline]
    #[must_use]
    pub fn columns(self) -> T::Columns<'a> {
        T::columns(self)
    }

    /// Returns references to the fields of row `index`.
    ///
    /// # Panics
    ///
    /// Panics when there is no such row.
    #[inline]
    #[must_use]
    pub fn row(self, index: usize) -> T::Ref<'a> {
        T::row(self, index)
    }

    /// Returns a copy of row `index`.
    ///
    /// Zig: `std.MultiArrayList(T).Slice.get`.
    ///
    /// # Panics
    ///
    /// Panics when there is no such row.
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn get(self, index: usize) -> T
    where
        T: Copy,
    {
        self.rows.copy(index)
    }
}

impl<T: MultiArrayElement> fmt::Debug for Slice<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Slice").field("len", &self.len()).finish_non_exhaustive()
    }
}

/// An exclusive view of the rows of a [`MultiArrayList`](super::MultiArrayList).
///
/// It cannot be copied: two of them would give the same column twice.
///
/// Zig: `std.MultiArrayList(T).Slice`.
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
/// let mut list = MultiArrayList::new();
/// list.append(Point { x: 1, y: 2 })?;
/// let mut rows = list.slice_mut();
/// rows.items_mut::<point_fields::x>()[0] = 7;
/// let columns = rows.into_columns();
/// columns.y[0] += columns.x[0];
/// assert_eq!(list.items::<point_fields::y>(), [9]);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// ```compile_fail,E0382
/// # use bun_collections::{MultiArrayElement, MultiArrayList};
/// # #[derive(MultiArrayElement)]
/// # struct Point {
/// #     x: i32,
/// # }
/// let mut list = MultiArrayList::<Point>::new();
/// let rows = list.slice_mut();
/// let first = rows;
/// let second = rows;
/// ```
///
/// ```compile_fail,E0499
/// # use bun_collections::{MultiArrayElement, MultiArrayList};
/// # #[derive(MultiArrayElement)]
/// # struct Point {
/// #     x: i32,
/// # }
/// let mut list = MultiArrayList::<Point>::new();
/// let mut rows = list.slice_mut();
/// let first = rows.items_mut::<point_fields::x>();
/// let second = rows.items_mut::<point_fields::x>();
/// first.swap_with_slice(second);
/// ```
pub struct SliceMut<'a, T: MultiArrayElement> {
    store: &'a mut RowStore<T>,
}

impl<'a, T: MultiArrayElement> SliceMut<'a, T> {
    #[inline]
    pub(super) fn new(store: &'a mut RowStore<T>) -> Self {
        Self { store }
    }

    /// Returns the number of rows.
    #[inline]
    #[must_use]
    pub fn len(&self) -> usize {
        self.store.len()
    }

    /// Returns whether there are no rows.
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.store.len() == 0
    }

    /// Returns a shared view of the same rows.
    #[inline]
    #[must_use]
    pub fn as_slice(&self) -> Slice<'_, T> {
        Slice::new(self.store)
    }

    /// Returns the column of `F`.
    #[inline]
    #[must_use]
    pub fn items<F: Field<T>>(&self) -> &[F::Type] {
        self.store.view().column::<F>()
    }

    /// Returns the column of `F`, exclusively.
    ///
    /// Zig: `std.MultiArrayList(T).Slice.items`.
    #[inline]
    #[must_use]
    pub fn items_mut<F: Field<T>>(&mut self) -> &mut [F::Type] {
        self.store.column_mut::<F>()
    }

    /// Returns all columns as a struct of exclusive slices.
    #[inline]
    #[must_use]
    pub fn into_columns(self) -> T::ColumnsMut<'a> {
        T::columns_mut(self.store.split())
    }

    /// Returns all columns, to be taken one by one.
    #[inline]
    #[must_use]
    pub fn split(self) -> ColumnSplitter<'a, T> {
        self.store.split()
    }

    /// Puts `element` into row `index`, and drops what was there.
    ///
    /// Zig: `std.MultiArrayList(T).Slice.set`.
    ///
    /// # Panics
    ///
    /// Panics when there is no such row.
    #[inline]
    #[track_caller]
    pub fn set(&mut self, index: usize, element: T) {
        drop(self.store.replace(index, element));
    }
}

impl<T: MultiArrayElement> fmt::Debug for SliceMut<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SliceMut").field("len", &self.len()).finish_non_exhaustive()
    }
}
