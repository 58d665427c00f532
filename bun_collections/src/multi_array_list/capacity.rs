//! Growing, shrinking, clearing and copying a [`MultiArrayList`].

use super::{CloneRow, MultiArrayElement, MultiArrayList};
use bun_alloc::{AllocError, handle_oom};
use core::fmt;

impl<T: MultiArrayElement> MultiArrayList<T> {
    /// Makes room for `capacity` rows in all, and for more if that means growing.
    ///
    /// Zig: `std.MultiArrayList(T).ensureTotalCapacity`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory; nothing has changed.
    #[doc(alias = "ensureTotalCapacity")]
    #[inline]
    pub fn ensure_total_capacity(&mut self, capacity: usize) -> Result<(), AllocError> {
        match capacity.checked_sub(self.capacity()) {
            None | Some(0) => Ok(()),
            Some(_) => self.store.grow(capacity - self.len()),
        }
    }

    /// Makes room for exactly `capacity` rows, unless there already is.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory; nothing has changed.
    #[inline]
    pub fn ensure_total_capacity_precise(&mut self, capacity: usize) -> Result<(), AllocError> {
        if capacity > self.capacity() { self.set_capacity(capacity) } else { Ok(()) }
    }

    /// Makes room for `additional` rows after those there are.
    ///
    /// Zig: `std.MultiArrayList(T).ensureUnusedCapacity`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory; nothing has changed.
    #[doc(alias = "ensureUnusedCapacity")]
    #[inline]
    pub fn ensure_unused_capacity(&mut self, additional: usize) -> Result<(), AllocError> {
        if additional > self.capacity() - self.len() { self.store.grow(additional) } else { Ok(()) }
    }

    /// Moves the rows into memory for exactly `capacity` of them.
    ///
    /// Zig: `std.MultiArrayList(T).setCapacity`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory; nothing has changed.
    ///
    /// # Panics
    ///
    /// Panics when `capacity < self.len()`.
    #[doc(alias = "setCapacity")]
    pub fn set_capacity(&mut self, capacity: usize) -> Result<(), AllocError> {
        self.store.set_capacity(capacity)
    }

    /// Keeps the first `len` rows, drops the others and gives the rest of the memory back.
    ///
    /// Where no smaller block can be had, the old one is kept.
    ///
    /// Zig: `std.MultiArrayList(T).shrinkAndFree`.
    ///
    /// # Panics
    ///
    /// Panics when `len > self.len()`.
    #[doc(alias = "shrinkAndFree")]
    #[track_caller]
    pub fn shrink_and_free(&mut self, len: usize) {
        self.shrink_retaining_capacity(len);
        // More memory than needed is no failure.
        let _ = self.set_capacity(len);
    }

    /// Keeps the first `len` rows, drops the others and keeps the memory.
    ///
    /// Zig: `std.MultiArrayList(T).shrinkRetainingCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when `len > self.len()`.
    #[doc(alias = "shrinkRetainingCapacity")]
    #[track_caller]
    pub fn shrink_retaining_capacity(&mut self, len: usize) {
        assert!(len <= self.len(), "cannot shrink {} rows to {len}", self.len());
        self.store.truncate(len);
    }

    /// Drops all rows and keeps the memory.
    ///
    /// Zig: `std.MultiArrayList(T).clearRetainingCapacity`.
    #[doc(alias = "clearRetainingCapacity")]
    #[inline]
    pub fn clear_retaining_capacity(&mut self) {
        self.store.truncate(0);
    }

    /// Drops all rows and frees the memory.
    ///
    /// Zig: `std.MultiArrayList(T).clearAndFree`.
    #[doc(alias = "clearAndFree")]
    pub fn clear_and_free(&mut self) {
        drop(core::mem::take(self));
    }

    /// Makes the list `len` rows long: drops rows, or appends what `fill` returns.
    ///
    /// Zig leaves new rows undefined, which is why this asks for them.
    ///
    /// # Errors
    ///
    /// `AllocError` when the list has to grow and cannot; nothing has changed.
    pub fn resize_with(
        &mut self,
        len: usize,
        mut fill: impl FnMut() -> T,
    ) -> Result<(), AllocError> {
        self.ensure_total_capacity(len)?;
        self.store.truncate(len);
        while self.len() < len {
            self.append_assume_capacity(fill());
        }
        Ok(())
    }
}

impl<T: CloneRow> MultiArrayList<T> {
    /// Returns a copy with room for exactly its rows.
    ///
    /// [`clone`](Self::clone) is the same under the name that code ported from Zig uses.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory.
    pub fn try_clone(&self) -> Result<Self, AllocError> {
        let mut copy = Self::try_with_capacity(self.len())?;
        for index in 0..self.len() {
            copy.append_assume_capacity(T::clone_row(self.slice(), index));
        }
        Ok(copy)
    }

    /// Returns a copy with room for exactly its rows; forwards to [`try_clone`](Self::try_clone).
    ///
    /// It hides `Clone::clone`, which stops the process when memory runs out.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory.
    #[expect(clippy::should_implement_trait, reason = "it is, and this one can fail")]
    #[inline]
    pub fn clone(&self) -> Result<Self, AllocError> {
        self.try_clone()
    }

    /// Appends copies of all rows of `other`. Does not allocate for the rows.
    ///
    /// Zig: `std.MultiArrayList(T).appendListAssumeCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when there is no capacity for them; nothing has changed.
    #[doc(alias = "appendListAssumeCapacity")]
    #[track_caller]
    pub fn append_list_assume_capacity(&mut self, other: &Self) {
        assert!(other.len() <= self.capacity() - self.len(), "no capacity for the other rows");
        for index in 0..other.len() {
            self.store.push(T::clone_row(other.slice(), index));
        }
    }
}

impl<T: CloneRow> Clone for MultiArrayList<T> {
    fn clone(&self) -> Self {
        handle_oom(self.try_clone())
    }
}

impl<T: MultiArrayElement> Default for MultiArrayList<T> {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

/// Prints how many rows there are; their fields need not be printable.
impl<T: MultiArrayElement> fmt::Debug for MultiArrayList<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MultiArrayList")
            .field("len", &self.len())
            .field("capacity", &self.capacity())
            .finish_non_exhaustive()
    }
}
