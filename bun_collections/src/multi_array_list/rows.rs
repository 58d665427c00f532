//! [`Rows`] and [`RowsMut`]: lists and views alike, as the source of columns.

use super::{Field, MultiArrayElement, MultiArrayList, Slice, SliceMut};

/// A list or a view that has columns.
///
/// [`multi_array_columns!`](crate::multi_array_columns) declares a trait on top of it, with a
/// method for each column that it names. The types are compared with those of the struct.
///
/// # Examples
///
/// ```
/// use bun_collections::{MultiArrayElement, MultiArrayList, multi_array_columns};
///
/// #[derive(MultiArrayElement)]
/// struct Package<T> {
///     name: &'static str,
///     version: T,
/// }
///
/// multi_array_columns! {
///     trait PackageColumns [T] for Package<T> {
///         name: &'static str,
///         version: T,
///     }
/// }
///
/// let mut list = MultiArrayList::new();
/// list.append(Package { name: "left-pad", version: 1_u32 })?;
/// list.items_version_mut()[0] += 1;
/// assert_eq!(list.slice().items_version(), [2]);
/// assert_eq!(list.items_name(), ["left-pad"]);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// A shared view has no columns to change:
///
/// ```compile_fail,E0277
/// # use bun_collections::{MultiArrayElement, MultiArrayList, multi_array_columns};
/// # #[derive(MultiArrayElement)]
/// # struct File { size: u64 }
/// multi_array_columns! {
///     trait FileColumns for File { size: u64 }
/// }
/// let list = MultiArrayList::<File>::new();
/// list.slice().items_size_mut();
/// ```
///
/// A column has the type of its field, and no other of the same size:
///
/// ```compile_fail,E0308
/// # use bun_collections::{MultiArrayElement, multi_array_columns};
/// # #[derive(MultiArrayElement)]
/// # struct File { size: u64 }
/// multi_array_columns! {
///     trait FileColumns for File { size: i64 }
/// }
/// ```
pub trait Rows {
    /// The type of the rows.
    type Row: MultiArrayElement;

    /// Returns the column of `F`.
    fn items_of<F: Field<Self::Row>>(&self) -> &[F::Type];
}

/// A list or a view that has columns of its own.
pub trait RowsMut: Rows {
    /// Returns the column of `F`, exclusively.
    fn items_of_mut<F: Field<Self::Row>>(&mut self) -> &mut [F::Type];
}

impl<T: MultiArrayElement> Rows for MultiArrayList<T> {
    type Row = T;

    #[inline]
    fn items_of<F: Field<T>>(&self) -> &[F::Type] {
        self.items::<F>()
    }
}

impl<T: MultiArrayElement> RowsMut for MultiArrayList<T> {
    #[inline]
    fn items_of_mut<F: Field<T>>(&mut self) -> &mut [F::Type] {
        self.items_mut::<F>()
    }
}

impl<T: MultiArrayElement> Rows for Slice<'_, T> {
    type Row = T;

    #[inline]
    fn items_of<F: Field<T>>(&self) -> &[F::Type] {
        self.items::<F>()
    }
}

impl<T: MultiArrayElement> Rows for SliceMut<'_, T> {
    type Row = T;

    #[inline]
    fn items_of<F: Field<T>>(&self) -> &[F::Type] {
        self.items::<F>()
    }
}

impl<T: MultiArrayElement> RowsMut for SliceMut<'_, T> {
    #[inline]
    fn items_of_mut<F: Field<T>>(&mut self) -> &mut [F::Type] {
        self.items_mut::<F>()
    }
}
