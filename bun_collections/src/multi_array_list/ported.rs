//! Names that ported code uses, where they need `unsafe` or a condition to be sound.

#![expect(unsafe_code, reason = "columns by pointer and by number; argument in SAFETY.md")]

use core::slice;

use super::{Field, MultiArrayElement, MultiArrayList, Slice, SortContext};

impl<T: MultiArrayElement> MultiArrayList<T> {
    /// Returns an empty list; the allocator is not used.
    ///
    /// Lists allocate from the global allocator, as everything here does, and free what they hold.
    #[deprecated(note = "lists have no allocator: use `new`")]
    #[inline]
    #[must_use]
    pub const fn new_in<A: Copy>(_allocator: A) -> Self {
        Self::new()
    }

    /// Sets the number of rows. Nothing is dropped.
    ///
    /// # Safety
    ///
    /// 1. `len <= self.capacity()`.
    /// 2. Every column is initialised below `len`, and rows from `len` on are not used again.
    #[inline]
    pub unsafe fn set_len(&mut self, len: usize) {
        debug_assert!(len <= self.capacity(), "a list is no longer than its capacity");
        // SAFETY:
        // 1. Precondition 1.
        // 2. Precondition 2.
        unsafe { self.store.set_len(len) };
    }

    /// Drops all rows and keeps the memory; forwards to
    /// [`clear_retaining_capacity`](Self::clear_retaining_capacity).
    #[inline]
    pub fn drop_elements(&mut self) {
        self.clear_retaining_capacity();
    }

    /// Takes all rows, with their memory, out of the list.
    ///
    /// Zig returns a slice that its owner has to free; a list frees itself.
    ///
    /// Zig: `std.MultiArrayList(T).toOwnedSlice`.
    #[doc(alias = "toOwnedSlice")]
    #[inline]
    #[must_use]
    pub fn to_owned_slice(&mut self) -> Self {
        core::mem::take(self)
    }

    /// Overwrites every row with zeros; what was there is dropped.
    ///
    /// Only rows that zeros are a value of can be:
    ///
    /// ```compile_fail,E0277
    /// # #[derive(bun_collections::MultiArrayElement)]
    /// # struct Row { name: &'static str }
    /// bun_collections::MultiArrayList::<Row>::new().zero();
    /// ```
    ///
    /// Zig: `bun.MultiArrayList(T).zero`.
    pub fn zero(&mut self)
    where
        T: bytemuck::Zeroable,
    {
        for row in 0..self.len() {
            self.set(row, T::zeroed());
        }
    }

    /// Returns where the column of `F` starts. It dangles when there is no capacity, and when the
    /// list grows or goes.
    #[inline]
    #[must_use]
    pub fn items_raw<F: Field<T>>(&self) -> *mut F::Type {
        self.slice().items_raw::<F>()
    }

    /// Sorts the rows by `context`; as [`sort`](Self::sort), for orders that have a name.
    #[inline]
    pub fn sort_by(&mut self, context: &impl SortContext<T>) {
        self.sort(|rows, a, b| context.less_than(rows, a, b));
    }
}

impl<'a, T: MultiArrayElement> Slice<'a, T> {
    /// Returns where the column of `F` starts.
    ///
    /// Reading through it is allowed as long as the view lives, writing as
    /// [`items_mut`](Self::items_mut) says.
    #[inline]
    #[must_use]
    pub fn items_raw<F: Field<T>>(self) -> *mut F::Type {
        self.view().first::<F>().as_ptr()
    }

    /// Returns the column of `F`, to be changed. Prefer [`SliceMut`](super::SliceMut).
    ///
    /// # Safety
    ///
    /// 1. For `'a` there is no other reference to an element of this column.
    #[inline]
    #[must_use]
    pub unsafe fn items_mut<F: Field<T>>(self) -> &'a mut [F::Type] {
        // SAFETY:
        // 1. The column is aligned, initialised and alive for `'a` (invariant of the view).
        // 2. Nobody else refers to it (precondition 1).
        unsafe { slice::from_raw_parts_mut(self.items_raw::<F>(), self.len()) }
    }

    /// Returns the size of an element of column `field_index`, in declaration order.
    ///
    /// # Panics
    ///
    /// Panics when there is no such field.
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn field_size(field_index: usize) -> usize {
        T::COLUMNS[field_index].size()
    }

    /// Returns the bytes of column `field_index`, in declaration order, to be changed.
    ///
    /// # Panics
    ///
    /// Panics when there is no such field.
    ///
    /// # Safety
    ///
    /// 1. For `'a` there is no other reference to an element of this column.
    /// 2. The field has no padding, and what is written are values of it.
    #[inline]
    #[must_use]
    pub unsafe fn column_bytes_mut(self, field_index: usize) -> &'a mut [u8] {
        let (first, size) = self.view().first_byte(field_index);
        // SAFETY:
        // 1. The first `len` elements are initialised and alive for `'a` (invariant of the view),
        //    and have no padding (precondition 2).
        // 2. Nobody else refers to them (precondition 1).
        unsafe { slice::from_raw_parts_mut(first.as_ptr(), self.len() * size) }
    }
}
