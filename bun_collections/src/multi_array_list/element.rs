//! What the derive macro says about a type, so that its fields can live in columns.

#![expect(unsafe_code, reason = "declares the traits the columns rely on; argument in SAFETY.md")]

use super::layout::Column;
use super::slice::Slice;
use super::split::ColumnSplitter;

/// One field of `T`, named by a type.
///
/// `#[derive(MultiArrayElement)]` makes one empty type per field, in a module named after the
/// struct: `record_fields::size` for the field `size` of `Record`. They are as visible as their
/// fields are.
///
/// # Safety
///
/// 1. `T` has, at byte `OFFSET`, a field of type `Type`.
/// 2. `T::COLUMNS[INDEX]` is the column of that field, and no other field has this `INDEX`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not name a field of `{T}`",
    note = "the fields of a struct `Record` are named by the types in `record_fields`"
)]
pub unsafe trait Field<T: MultiArrayElement> {
    /// The type of the field.
    type Type;
    /// The position of the field in the declaration.
    const INDEX: usize;
    /// The place of the field in `T`.
    const OFFSET: usize;
}

/// A struct whose fields can be stored as columns.
///
/// Derive it; the macro writes the only implementation that is safe. For `struct Record` it also
/// makes
///
/// | item | what it is |
/// |---|---|
/// | `record_fields::name` | the type that names the field `name`, for `items::<…>()` |
/// | `RecordSlices<'_>` | a struct of slices, one for each field |
/// | `RecordSlicesMut<'_>` | the same with exclusive slices |
/// | `RecordRef<'_>` | a struct of references to the fields of one row |
/// | `RecordRefMut<'_>` | the same with exclusive references |
///
/// each as visible as the struct, and every field in them as visible as the original. A type that
/// keeps an invariant in private fields keeps it in columns.
///
/// The struct has at least one field and at most 64, named or not (unnamed ones are called `_0`,
/// `_1` and so on), and may have any generics. It may not implement `Drop`, because in columns
/// there is no `Self` to give to `drop`; its fields may. With `#[multi_array(clone)]` every field
/// is cloned by its own `Clone`, and the list implements [`Clone`]; rows that are `Copy` need no
/// attribute.
///
/// # Safety
///
/// 1. `COLUMNS` is [`Column::table`] of the layouts of all fields in declaration order.
/// 2. `each_field` visits a [`Field`] for every field exactly once, in declaration order.
///
/// # Examples
///
/// ```
/// use bun_collections::{MultiArrayElement, MultiArrayList};
///
/// #[derive(MultiArrayElement)]
/// struct Record {
///     size: u64,
///     name: String,
/// }
///
/// let mut list = MultiArrayList::new();
/// list.append(Record { size: 7, name: "seven".into() })?;
/// list.append(Record { size: 2, name: "two".into() })?;
/// assert_eq!(list.items::<record_fields::size>(), [7, 2]);
/// assert_eq!(list.columns().name[1], "two");
/// assert_eq!(list.row(0).name, "seven");
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// A type with a destructor of its own is refused:
///
/// ```compile_fail,E0509
/// #[derive(bun_collections::MultiArrayElement)]
/// struct Guard {
///     name: String,
/// }
///
/// impl Drop for Guard {
///     fn drop(&mut self) {}
/// }
/// ```
///
/// So is an enum; give its columns names by putting it into a struct:
///
/// ```compile_fail
/// #[derive(bun_collections::MultiArrayElement)]
/// enum Kind {
///     One,
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "the fields of `{Self}` cannot be stored as columns",
    note = "add `#[derive(MultiArrayElement)]` to the struct"
)]
pub unsafe trait MultiArrayElement: Sized {
    /// One column for each field, in declaration order.
    const COLUMNS: &'static [Column];

    /// A struct of slices.
    type Columns<'a>: Copy
    where
        Self: 'a;
    /// A struct of exclusive slices.
    type ColumnsMut<'a>
    where
        Self: 'a;
    /// A struct of references to the fields of a row.
    type Ref<'a>: Copy
    where
        Self: 'a;
    /// A struct of exclusive references to the fields of a row.
    type RefMut<'a>
    where
        Self: 'a;

    /// Calls `visitor` for every field.
    fn each_field<V: FieldVisitor<Self>>(visitor: &mut V);

    /// Returns all columns.
    fn columns(rows: Slice<'_, Self>) -> Self::Columns<'_>;

    /// Returns all columns, exclusively.
    fn columns_mut(columns: ColumnSplitter<'_, Self>) -> Self::ColumnsMut<'_>;

    /// Returns the fields of row `index`.
    ///
    /// # Panics
    ///
    /// Panics when there is no such row.
    fn row(rows: Slice<'_, Self>, index: usize) -> Self::Ref<'_>;

    /// Returns the fields of row `index`, exclusively.
    ///
    /// # Panics
    ///
    /// Panics when there is no such row.
    fn row_mut(columns: ColumnSplitter<'_, Self>, index: usize) -> Self::RefMut<'_>;
}

/// Something to do for each field of `T`.
///
/// A trait instead of a closure, because each call is for another type.
///
/// # Examples
///
/// ```
/// use bun_collections::MultiArrayElement;
/// use bun_collections::multi_array_list::{Field, FieldVisitor};
///
/// #[derive(MultiArrayElement)]
/// struct Pair(u8, u32);
///
/// struct Sizes(Vec<usize>);
///
/// impl<T: MultiArrayElement> FieldVisitor<T> for Sizes {
///     fn visit<F: Field<T>>(&mut self) {
///         self.0.push(size_of::<F::Type>());
///     }
/// }
///
/// let mut sizes = Sizes(Vec::new());
/// Pair::each_field(&mut sizes);
/// assert_eq!(sizes.0, [1, 4]);
/// ```
pub trait FieldVisitor<T: MultiArrayElement> {
    /// Is called for the field `F`.
    fn visit<F: Field<T>>(&mut self);
}

/// A row that can be copied out of its columns without giving it up.
///
/// Every `Copy` element is; others ask for it with `#[multi_array(clone)]`.
pub trait CloneRow: MultiArrayElement {
    /// Returns a copy of row `index`.
    ///
    /// # Panics
    ///
    /// Panics when there is no such row.
    fn clone_row(rows: Slice<'_, Self>, index: usize) -> Self;
}

impl<T: MultiArrayElement + Copy> CloneRow for T {
    #[inline]
    fn clone_row(rows: Slice<'_, Self>, index: usize) -> Self {
        rows.get(index)
    }
}
