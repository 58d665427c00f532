//! Changing a [`BabyList`]: growing, adding, removing, comparing, copying.
//!
//! All safe code: what is not in `mod.rs` borrows the values as a vector.

use alloc::boxed::Box;
use alloc::vec::Vec;

use bun_alloc::{AllocError, handle_oom};

use super::BabyList;
use crate::multi_array_list::grown_by_half;
use crate::vec_ext::{VecExt as _, sort_by_less_than};

/// The bytes of the first block, as `std.ArrayList` chooses it.
const FIRST_BYTES: usize = 128;

impl<T> BabyList<T> {
    /// The capacity of the first block.
    const FIRST: usize = match size_of::<T>() {
        size @ 1..=FIRST_BYTES => FIRST_BYTES / size,
        _ => 1,
    };

    /// Returns value `index`.
    ///
    /// Zig: `BabyList.at`.
    ///
    /// # Panics
    ///
    /// Panics when there is no such value.
    #[inline]
    #[must_use]
    #[track_caller]
    pub const fn at(&self, index: usize) -> &T {
        &self.slice()[index]
    }

    /// Returns value `index`, exclusively.
    ///
    /// Zig: `BabyList.mut`.
    ///
    /// # Panics
    ///
    /// Panics when there is no such value, or the list is borrowed.
    #[inline]
    #[must_use]
    #[track_caller]
    pub const fn mut_(&mut self, index: usize) -> &mut T {
        &mut self.slice_mut()[index]
    }

    /// Returns the values. [`slice`](Self::slice) under another name.
    ///
    /// Zig: `BabyList.sliceConst`.
    #[doc(alias = "sliceConst")]
    #[inline]
    #[must_use]
    pub const fn slice_const(&self) -> &[T] {
        self.slice()
    }

    /// Makes room for `n` values in all. Grows by half and 128 bytes, as often as it takes.
    ///
    /// Zig: `BabyList.ensureTotalCapacity`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory, or `n` is more than `u32::MAX`; the list is as it was.
    ///
    /// # Panics
    ///
    /// Panics when the list is borrowed, as does all that follows and grows.
    #[doc(alias = "ensureTotalCapacity")]
    #[inline]
    #[track_caller]
    pub fn ensure_total_capacity(&mut self, n: usize) -> Result<(), AllocError> {
        if n <= self.capacity() { Ok(()) } else { self.grow(n) }
    }

    /// Makes room for exactly `n` values in all, unless there is room for more already.
    ///
    /// Zig: `BabyList.ensureTotalCapacityPrecise`.
    ///
    /// # Errors
    ///
    /// As [`ensure_total_capacity`](Self::ensure_total_capacity).
    #[doc(alias = "ensureTotalCapacityPrecise")]
    #[inline]
    #[track_caller]
    pub fn ensure_total_capacity_precise(&mut self, n: usize) -> Result<(), AllocError> {
        if n <= self.capacity() { Ok(()) } else { self.reallocate(n) }
    }

    /// Makes room for `n` more values.
    ///
    /// Zig: `BabyList.ensureUnusedCapacity`.
    ///
    /// # Errors
    ///
    /// As [`ensure_total_capacity`](Self::ensure_total_capacity).
    #[doc(alias = "ensureUnusedCapacity")]
    #[inline]
    #[track_caller]
    pub fn ensure_unused_capacity(&mut self, n: usize) -> Result<(), AllocError> {
        self.ensure_total_capacity(self.len().checked_add(n).ok_or(AllocError)?)
    }

    #[cold]
    #[inline(never)]
    #[track_caller]
    fn grow(&mut self, minimum: usize) -> Result<(), AllocError> {
        let capacity = grown_by_half(self.capacity(), minimum, Self::FIRST);
        self.reallocate(capacity.min(u32::MAX as usize).max(minimum))
    }

    #[track_caller]
    fn reallocate(&mut self, capacity: usize) -> Result<(), AllocError> {
        if u32::try_from(capacity).is_err() {
            return Err(AllocError);
        }
        if self.capacity() == 0 && self.is_empty() {
            *self = Self::init_capacity(capacity)?;
            return Ok(());
        }
        let mut values = self.lend();
        let additional = capacity - values.len();
        Ok(values.try_reserve_exact(additional)?)
    }

    /// Adds a value at the end. Amortised O(1).
    ///
    /// Zig: `BabyList.append`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory, or the list has `u32::MAX` values; `value` is dropped
    /// and the list is as it was.
    #[inline]
    #[track_caller]
    pub fn append(&mut self, value: T) -> Result<(), AllocError> {
        if self.len() >= self.capacity() {
            self.grow(self.len() + 1)?;
        }
        self.append_assume_capacity(value);
        Ok(())
    }

    /// Adds clones of `values` at the end.
    ///
    /// Zig: `BabyList.appendSlice`.
    ///
    /// # Errors
    ///
    /// As [`append`](Self::append).
    #[doc(alias = "appendSlice")]
    #[inline]
    #[track_caller]
    pub fn append_slice(&mut self, values: &[T]) -> Result<(), AllocError>
    where
        T: Clone,
    {
        self.ensure_unused_capacity(values.len())?;
        self.append_slice_assume_capacity(values);
        Ok(())
    }

    /// Adds clones of `values` at the end, for which there is room.
    ///
    /// Zig: `BabyList.appendSliceAssumeCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when there is no room for all.
    #[doc(alias = "appendSliceAssumeCapacity")]
    #[inline]
    #[track_caller]
    pub fn append_slice_assume_capacity(&mut self, values: &[T])
    where
        T: Clone,
    {
        self.assert_room(values.len());
        self.lend().extend_from_slice(values);
    }

    #[inline]
    #[track_caller]
    fn assert_room(&self, count: usize) {
        let room = self.capacity().saturating_sub(self.len());
        assert!(count <= room, "no capacity for {count} more values");
    }

    /// Inserts a value in front of value `index`.
    ///
    /// Zig: `BabyList.insert`.
    ///
    /// # Errors
    ///
    /// As [`append`](Self::append).
    ///
    /// # Panics
    ///
    /// Panics when `index` is beyond the end.
    #[track_caller]
    pub fn insert(&mut self, index: usize, value: T) -> Result<(), AllocError> {
        assert!(index <= self.len(), "{index} is beyond the {} values", self.len());
        self.ensure_unused_capacity(1)?;
        self.lend().insert(index, value);
        Ok(())
    }

    /// Inserts clones of `values` in front of value `index`.
    ///
    /// Zig: `BabyList.insertSlice`.
    ///
    /// # Errors
    ///
    /// As [`append`](Self::append).
    ///
    /// # Panics
    ///
    /// Panics when `index` is beyond the end.
    #[doc(alias = "insertSlice")]
    #[track_caller]
    pub fn insert_slice(&mut self, index: usize, values: &[T]) -> Result<(), AllocError>
    where
        T: Clone,
    {
        self.replace_range(index, 0, values)
    }

    /// Replaces the `len` values from `start` on by clones of `values`, which may be more or fewer.
    ///
    /// When a clone panics, the values behind the range are still there; those of the range may be.
    ///
    /// Zig: `BabyList.replaceRange`, which loses the result.
    ///
    /// # Errors
    ///
    /// As [`append`](Self::append).
    ///
    /// # Panics
    ///
    /// Panics when the range is not within the list.
    #[doc(alias = "replaceRange")]
    #[track_caller]
    pub fn replace_range(
        &mut self,
        start: usize,
        len: usize,
        values: &[T],
    ) -> Result<(), AllocError>
    where
        T: Clone,
    {
        let end = start.checked_add(len).filter(|end| *end <= self.len());
        let end = end.expect("a range within the list");
        self.ensure_unused_capacity(values.len().saturating_sub(len))?;
        self.lend().splice(start..end, values.iter().cloned());
        Ok(())
    }

    /// Takes value `index` out and moves those behind it up.
    ///
    /// Zig: `BabyList.orderedRemove`.
    ///
    /// # Panics
    ///
    /// Panics when there is no such value, or the list is borrowed.
    #[doc(alias = "orderedRemove")]
    #[track_caller]
    pub fn ordered_remove(&mut self, index: usize) -> T {
        self.lend().remove(index)
    }

    /// Takes value `index` out and puts the last in its place. O(1).
    ///
    /// Zig: `BabyList.swapRemove`.
    ///
    /// # Panics
    ///
    /// Panics when there is no such value, or the list is borrowed.
    #[doc(alias = "swapRemove")]
    #[track_caller]
    pub fn swap_remove(&mut self, index: usize) -> T {
        self.lend().swap_remove(index)
    }

    /// Drops the values from `new_len` on. Keeps the memory.
    ///
    /// Zig: `BabyList.shrinkRetainingCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when there are fewer values than that, or the list is borrowed.
    #[doc(alias = "shrinkRetainingCapacity")]
    #[track_caller]
    pub fn shrink_retaining_capacity(&mut self, new_len: usize) {
        self.lend().shrink_retaining_capacity(new_len);
    }

    /// Drops the values from `new_len` on and frees the memory that is not needed any more.
    ///
    /// Keeps the memory when there is none to move to.
    ///
    /// Zig: `BabyList.shrinkAndFree`.
    ///
    /// # Panics
    ///
    /// Panics when there are fewer values than that, or the list is borrowed.
    #[doc(alias = "shrinkAndFree")]
    #[track_caller]
    pub fn shrink_and_free(&mut self, new_len: usize) {
        let mut values = self.lend();
        values.shrink_retaining_capacity(new_len);
        let mut exact = Vec::new();
        if values.len() < values.capacity() && exact.try_reserve_exact(new_len).is_ok() {
            exact.append(&mut values);
            *values = exact;
        }
    }

    /// Drops all values. Keeps the memory.
    ///
    /// Zig: `BabyList.clearRetainingCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when the list is borrowed.
    #[doc(alias = "clearRetainingCapacity")]
    #[inline]
    #[track_caller]
    pub fn clear_retaining_capacity(&mut self) {
        self.lend().clear();
    }

    /// Drops all values and frees the memory. Of a borrowed list, makes an empty one.
    ///
    /// Zig: `BabyList.clearAndFree`.
    #[doc(alias = "clearAndFree")]
    #[inline]
    pub fn clear_and_free(&mut self) {
        *self = Self::new();
    }

    /// Takes all values as a vector. Does not copy. The list is empty afterwards.
    ///
    /// Zig: `BabyList.moveToList`.
    ///
    /// # Panics
    ///
    /// Panics when the list is borrowed.
    #[doc(alias = "moveToList")]
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn move_to_list(&mut self) -> Vec<T> {
        core::mem::take(&mut *self.lend())
    }

    /// [`move_to_list`](Self::move_to_list); lists do not differ in their allocators here.
    ///
    /// Zig: `BabyList.moveToListManaged`.
    ///
    /// # Panics
    ///
    /// Panics when the list is borrowed.
    #[doc(alias = "moveToListManaged")]
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn move_to_list_managed(&mut self) -> Vec<T> {
        self.move_to_list()
    }

    /// Takes all values as a slice of exactly their size. The list is empty afterwards.
    ///
    /// Zig: `BabyList.toOwnedSlice`.
    ///
    /// # Panics
    ///
    /// Panics when the list is borrowed.
    #[doc(alias = "toOwnedSlice")]
    #[must_use]
    #[track_caller]
    pub fn to_owned_slice(&mut self) -> Box<[T]> {
        self.move_to_list().into_boxed_slice()
    }

    /// Sorts by `less_than`, keeping equal values in order. O(n log n).
    ///
    /// Zig: `BabyList.sort`.
    ///
    /// # Panics
    ///
    /// Panics when the list is borrowed.
    #[track_caller]
    pub fn sort(&mut self, less_than: impl FnMut(&T, &T) -> bool) {
        sort_by_less_than(self.slice_mut(), less_than);
    }

    /// Sorts byte strings.
    ///
    /// Zig: `BabyList.sortAsc`.
    ///
    /// # Panics
    ///
    /// Panics when the list is borrowed.
    #[doc(alias = "sortAsc")]
    #[track_caller]
    pub fn sort_asc(&mut self)
    where
        T: AsRef<[u8]>,
    {
        self.slice_mut().sort_by(|a, b| a.as_ref().cmp(b.as_ref()));
    }

    /// Returns whether the memory of `items` lies within that of the values.
    ///
    /// Zig: `BabyList.contains`, which counts in bytes what it means in values.
    #[must_use]
    pub fn contains(&self, items: &[T]) -> bool {
        let (all, part) = (self.slice().as_ptr_range(), items.as_ptr_range());
        all.start <= part.start && part.end <= all.end
    }

    /// Returns whether both lists have equal values.
    ///
    /// Zig: `BabyList.eql`.
    #[must_use]
    pub fn eql(&self, other: &Self) -> bool
    where
        T: PartialEq,
    {
        self == other
    }

    /// Returns a list of clones, with room for no more.
    ///
    /// Zig: `BabyList.clone`, `BabyList.deepClone`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory.
    #[doc(alias = "deepClone")]
    pub fn deep_clone(&self) -> Result<Self, AllocError>
    where
        T: Clone,
    {
        Self::from_slice(self.slice())
    }

    /// [`deep_clone`](Self::deep_clone), stopping the process when memory runs out.
    ///
    /// Zig: `BabyList.deepCloneInfallible`.
    #[doc(alias = "deepCloneInfallible")]
    #[must_use]
    pub fn deep_clone_infallible(&self) -> Self
    where
        T: Clone,
    {
        handle_oom(self.deep_clone())
    }
}
