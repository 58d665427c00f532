//! Typed moves of whole rows between a value and its columns.
//!
//! Each move visits the fields one after the other, so that every copy has a size known to the
//! compiler. No code of the user runs in between, except destructors in [`drop_rows`].
//!
//! What writes to columns holds a copy of the block's three words: seen through a reference, they
//! would have to be loaded again after each field, which for all the compiler knows was written to
//! them.

#![expect(unsafe_code, reason = "moves rows in and out of columns; argument in SAFETY.md")]

use core::marker::PhantomData;
use core::mem::{ManuallyDrop, MaybeUninit};
use core::ops::Range;
use core::ptr::{self, NonNull};

use super::element::{Field, FieldVisitor, MultiArrayElement};
use super::layout::Column;
use super::raw::RawColumns;

/// Returns the column of `F`, after comparing it with the type at compile time.
#[inline]
const fn column_of<T: MultiArrayElement, F: Field<T>>() -> Column {
    const {
        let column = T::COLUMNS[F::INDEX];
        assert!(column.size() == size_of::<F::Type>(), "the column is as wide as the field");
        assert!(column.align() == align_of::<F::Type>(), "the column is aligned as the field");
        assert!(F::OFFSET + column.size() <= size_of::<T>(), "the field is inside the struct");
        column
    }
}

/// Returns the first element of the column of `F`, aligned for it.
///
/// # Safety
///
/// 1. The table of `raw` is `T::COLUMNS`.
#[inline]
pub(super) unsafe fn column<T: MultiArrayElement, F: Field<T>>(
    raw: &RawColumns,
) -> NonNull<F::Type> {
    // SAFETY:
    // 1. `column_of` reads it from `T::COLUMNS` (precondition 1).
    unsafe { raw.column(const { column_of::<T, F>() }) }.cast()
}

/// Moves `value` into row `row`.
///
/// # Safety
///
/// 1. The table of `raw` is `T::COLUMNS`, and `raw` may be written through.
/// 2. `row < raw.capacity()`.
/// 3. Row `row` holds no value: it is overwritten without being dropped.
#[inline]
pub(super) unsafe fn write_row<T: MultiArrayElement>(raw: &RawColumns, row: usize, value: T) {
    let value = ManuallyDrop::new(value);
    T::each_field(&mut WriteRow { raw: *raw, row, value: (&raw const *value).cast_mut() });
}

/// Moves the value of row `row` out.
///
/// # Safety
///
/// 1. The table of `raw` is `T::COLUMNS`.
/// 2. `row < raw.capacity()`, and every field of that row is initialised.
/// 3. The row is not used as a value again, or `T` is `Copy`.
#[inline]
pub(super) unsafe fn read_row<T: MultiArrayElement>(raw: &RawColumns, row: usize) -> T {
    let mut value = MaybeUninit::<T>::uninit();
    T::each_field(&mut ReadRow { raw: *raw, row, value: value.as_mut_ptr() });
    // SAFETY:
    // 1. `each_field` visited every field of `T`, and each visit wrote it.
    unsafe { value.assume_init() }
}

/// Moves the value of row `from` into row `to`.
///
/// # Safety
///
/// 1. The table of `raw` is `T::COLUMNS`, and `raw` may be written through.
/// 2. `from` and `to` are less than `raw.capacity()`, and row `from` is initialised.
/// 3. Row `from` is not used as a value again, and row `to` holds none.
#[inline]
pub(super) unsafe fn move_row<T: MultiArrayElement>(raw: &RawColumns, from: usize, to: usize) {
    T::each_field(&mut MoveRow { raw: *raw, from, to });
}

/// Drops the values of `rows`, all columns even if a destructor panics.
///
/// # Safety
///
/// 1. The table of `raw` is `T::COLUMNS`, and `raw` may be written through.
/// 2. `rows` are initialised, and not used as values again.
pub(super) unsafe fn drop_rows<T: MultiArrayElement>(raw: &RawColumns, rows: Range<usize>) {
    if core::mem::needs_drop::<T>() && !rows.is_empty() {
        T::each_field(&mut DropRows::<T> { raw, rows, columns_done: 0, element: PhantomData });
    }
}

/// Between [`write_row`] and its visits: its preconditions, and `value` is a live `T`.
struct WriteRow<T> {
    raw: RawColumns,
    row: usize,
    value: *mut T,
}

impl<T: MultiArrayElement> FieldVisitor<T> for WriteRow<T> {
    #[inline(always)]
    fn visit<F: Field<T>>(&mut self) {
        // SAFETY:
        // 1. Precondition 1 of `write_row`.
        let first = unsafe { column::<T, F>(&self.raw) };
        // SAFETY:
        // 1. `row < capacity` (precondition 2 of `write_row`), so the element is in the column.
        let element = unsafe { first.add(self.row) };
        // SAFETY:
        // 1. The field at `OFFSET` is inside `T` (`Field`).
        let field = unsafe { self.value.byte_add(F::OFFSET) }.cast::<F::Type>();
        // SAFETY:
        // 1. It has this type and is a live value, which moves: the `T` is never dropped.
        let value = unsafe { field.read_unaligned() };
        // SAFETY:
        // 1. The element is aligned, inside the block, and holds no value (precondition 3).
        unsafe { element.write(value) };
    }
}

/// Between [`read_row`] and its visits: its preconditions, and `value` has room for a `T`.
struct ReadRow<T> {
    raw: RawColumns,
    row: usize,
    value: *mut T,
}

impl<T: MultiArrayElement> FieldVisitor<T> for ReadRow<T> {
    #[inline(always)]
    fn visit<F: Field<T>>(&mut self) {
        // SAFETY:
        // 1. Precondition 1 of `read_row`.
        let first = unsafe { column::<T, F>(&self.raw) };
        // SAFETY:
        // 1. `row < capacity` (precondition 2 of `read_row`), so the element is in the column.
        let element = unsafe { first.add(self.row) };
        // SAFETY:
        // 1. The element is initialised and moves or is `Copy` (preconditions 2 and 3).
        let value = unsafe { element.read() };
        // SAFETY:
        // 1. The field at `OFFSET` is inside `T` (`Field`).
        let field = unsafe { self.value.byte_add(F::OFFSET) }.cast::<F::Type>();
        // SAFETY:
        // 1. It has this type, and there is room for it.
        unsafe { field.write_unaligned(value) };
    }
}

/// Between [`move_row`] and its visits: its preconditions.
struct MoveRow {
    raw: RawColumns,
    from: usize,
    to: usize,
}

impl<T: MultiArrayElement> FieldVisitor<T> for MoveRow {
    #[inline(always)]
    fn visit<F: Field<T>>(&mut self) {
        // SAFETY:
        // 1. Precondition 1 of `move_row`.
        let first = unsafe { column::<T, F>(&self.raw) };
        // SAFETY:
        // 1. `from < capacity` (precondition 2 of `move_row`).
        let from = unsafe { first.add(self.from) };
        // SAFETY:
        // 1. `to < capacity` (precondition 2 of `move_row`).
        let to = unsafe { first.add(self.to) };
        // SAFETY:
        // 1. The element is initialised and moves (preconditions 2 and 3).
        let value = unsafe { from.read() };
        // SAFETY:
        // 1. The element holds no value (precondition 3).
        unsafe { to.write(value) };
    }
}

/// Drops rows column by column; the preconditions of [`drop_rows`] hold from `columns_done` on.
///
/// When a destructor panics, the value's own destructor goes on with the next column.
struct DropRows<'a, T: MultiArrayElement> {
    raw: &'a RawColumns,
    rows: Range<usize>,
    columns_done: usize,
    element: PhantomData<T>,
}

impl<T: MultiArrayElement> Drop for DropRows<'_, T> {
    fn drop(&mut self) {
        T::each_field(self);
    }
}

impl<T: MultiArrayElement> FieldVisitor<T> for DropRows<'_, T> {
    #[inline]
    fn visit<F: Field<T>>(&mut self) {
        if F::INDEX < self.columns_done {
            return;
        }
        self.columns_done = F::INDEX + 1;
        // SAFETY:
        // 1. Precondition 1 of `drop_rows`.
        let first = unsafe { column::<T, F>(self.raw) };
        // SAFETY:
        // 1. The rows are inside the column (precondition 2 of `drop_rows`).
        let start = unsafe { first.add(self.rows.start) };
        let elements = ptr::slice_from_raw_parts_mut(start.as_ptr(), self.rows.len());
        // SAFETY:
        // 1. The elements are initialised and not used again (precondition 2 of `drop_rows`).
        // 2. `columns_done` keeps the column from being visited a second time.
        unsafe { elements.drop_in_place() };
    }
}
