//! The rest of Zig's methods of [`BoundedArrayAligned`], on top of those in `mod.rs`.

use super::{BoundedArrayAligned, OverflowError};

impl<T, const N: usize, A> BoundedArrayAligned<T, N, A> {
    /// [`append`](Self::append) under the name that a `Vec` has.
    ///
    /// # Errors
    ///
    /// `OverflowError` when there is no place; `value` is dropped.
    #[inline]
    pub fn push(&mut self, value: T) -> Result<(), OverflowError> {
        self.append(value)
    }

    /// Returns a copy of value `index`.
    ///
    /// Zig: `BoundedArray.get`.
    ///
    /// # Panics
    ///
    /// Panics when there is no such value.
    #[inline]
    #[must_use]
    #[track_caller]
    pub const fn get(&self, index: usize) -> T
    where
        T: Copy,
    {
        self.as_slice()[index]
    }

    /// Replaces value `index`, which is dropped.
    ///
    /// Zig: `BoundedArray.set`.
    ///
    /// # Panics
    ///
    /// Panics when there is no such value.
    #[inline]
    #[track_caller]
    pub fn set(&mut self, index: usize, value: T) {
        self.slice()[index] = value;
    }

    /// Makes the array `len` values long: drops those beyond, or adds default ones.
    ///
    /// Zig: `BoundedArray.resize`, which leaves them undefined.
    ///
    /// # Errors
    ///
    /// `OverflowError` when `len` is more than `N`.
    pub fn resize(&mut self, len: usize) -> Result<(), OverflowError>
    where
        T: Default,
    {
        self.ensure_unused_capacity(len.saturating_sub(self.len()))?;
        self.truncate(len);
        while self.len() < len {
            self.append_assume_capacity(T::default());
        }
        Ok(())
    }

    /// Drops all values.
    ///
    /// Zig: `BoundedArray.clear`.
    #[inline]
    pub fn clear(&mut self) {
        self.truncate(0);
    }

    /// Adds a default value at the end and returns it.
    ///
    /// Zig: `BoundedArray.addOne`, which leaves it undefined.
    ///
    /// # Errors
    ///
    /// `OverflowError` when there is no place.
    #[doc(alias = "addOne")]
    pub fn add_one(&mut self) -> Result<&mut T, OverflowError>
    where
        T: Default,
    {
        self.ensure_unused_capacity(1)?;
        Ok(self.add_one_assume_capacity())
    }

    /// Adds a default value at the end, for which there is a place, and returns it.
    ///
    /// Zig: `BoundedArray.addOneAssumeCapacity`, which leaves it undefined.
    ///
    /// # Panics
    ///
    /// Panics when there is none.
    #[doc(alias = "addOneAssumeCapacity")]
    #[track_caller]
    pub fn add_one_assume_capacity(&mut self) -> &mut T
    where
        T: Default,
    {
        self.append_assume_capacity(T::default());
        self.slice().last_mut().expect("one has just been added")
    }

    /// Adds `M` default values at the end and returns them.
    ///
    /// Zig: `BoundedArray.addManyAsArray`, which leaves them undefined.
    ///
    /// # Errors
    ///
    /// `OverflowError` when there are not places for all; none is added.
    #[doc(alias = "addManyAsArray")]
    pub fn add_many_as_array<const M: usize>(&mut self) -> Result<&mut [T; M], OverflowError>
    where
        T: Default,
    {
        self.add_many_as_slice(M)?.try_into().map_err(|_| OverflowError)
    }

    /// Adds `count` default values at the end and returns them.
    ///
    /// Zig: `BoundedArray.addManyAsSlice`, which leaves them undefined.
    ///
    /// # Errors
    ///
    /// `OverflowError` when there are not places for all; none is added.
    #[doc(alias = "addManyAsSlice")]
    pub fn add_many_as_slice(&mut self, count: usize) -> Result<&mut [T], OverflowError>
    where
        T: Default,
    {
        let before = self.len();
        self.resize(before.checked_add(count).ok_or(OverflowError)?)?;
        Ok(&mut self.slice()[before..])
    }

    /// Adds `count` clones of `value` at the end.
    ///
    /// Zig: `BoundedArray.appendNTimes`.
    ///
    /// # Errors
    ///
    /// `OverflowError` when there are not places for all; none is added.
    #[doc(alias = "appendNTimes")]
    pub fn append_n_times(&mut self, value: T, count: usize) -> Result<(), OverflowError>
    where
        T: Clone,
    {
        self.ensure_unused_capacity(count)?;
        self.append_n_times_assume_capacity(value, count);
        Ok(())
    }

    /// [`append_n_times`](Self::append_n_times), for which there are places.
    ///
    /// Zig: `BoundedArray.appendNTimesAssumeCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when there are not; none is added.
    #[doc(alias = "appendNTimesAssumeCapacity")]
    #[track_caller]
    pub fn append_n_times_assume_capacity(&mut self, value: T, count: usize)
    where
        T: Clone,
    {
        assert!(count <= N - self.len(), "no place for {count} more values");
        for clone in core::iter::repeat_n(value, count) {
            self.append_assume_capacity(clone);
        }
    }

    /// Inserts a value in front of value `index`.
    ///
    /// Zig: `BoundedArray.insert`.
    ///
    /// # Errors
    ///
    /// `OverflowError` when there is no place; `value` is dropped.
    ///
    /// # Panics
    ///
    /// Panics when `index` is beyond the end.
    #[track_caller]
    pub fn insert(&mut self, index: usize, value: T) -> Result<(), OverflowError> {
        assert!(index <= self.len(), "{index} is beyond the {} values", self.len());
        self.append(value)?;
        self.slice()[index..].rotate_right(1);
        Ok(())
    }

    /// Inserts copies of `items` in front of value `index`.
    ///
    /// Zig: `BoundedArray.insertSlice`.
    ///
    /// # Errors
    ///
    /// `OverflowError` when there are not places for all; none is added.
    ///
    /// # Panics
    ///
    /// Panics when `index` is beyond the end.
    #[doc(alias = "insertSlice")]
    #[track_caller]
    pub fn insert_slice(&mut self, index: usize, items: &[T]) -> Result<(), OverflowError>
    where
        T: Copy,
    {
        self.replace_range(index, 0, items)
    }

    /// Replaces the `len` values from `start` on by copies of `items`, which may be more or fewer.
    ///
    /// Zig: `BoundedArray.replaceRange`, which loses values when there are fewer.
    ///
    /// # Errors
    ///
    /// `OverflowError` when there are not places for all; nothing has changed.
    ///
    /// # Panics
    ///
    /// Panics when the range is not within the array.
    #[doc(alias = "replaceRange")]
    #[track_caller]
    pub fn replace_range(
        &mut self,
        start: usize,
        len: usize,
        items: &[T],
    ) -> Result<(), OverflowError>
    where
        T: Copy,
    {
        let end = start.checked_add(len).filter(|end| *end <= self.len());
        let end = end.expect("a range within the array");
        let behind = self.len() - end;
        if let Some(grown) = items.len().checked_sub(len) {
            self.ensure_unused_capacity(grown)?;
            let (now, new) = items.split_at(len);
            self.slice()[start..end].copy_from_slice(now);
            self.append_slice_assume_capacity(new);
            self.slice()[end..].rotate_left(behind);
        } else {
            let kept = start + items.len();
            self.slice()[start..kept].copy_from_slice(items);
            self.slice().copy_within(end.., kept);
            self.truncate(kept + behind);
        }
        Ok(())
    }

    /// Returns the array, which is what text and bytes are written to.
    ///
    /// Zig: `BoundedArray.writer`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::BoundedArray;
    /// use core::fmt::Write as _;
    ///
    /// let mut text = BoundedArray::<u8, 8>::new();
    /// write!(text.writer(), "{:>4}", 42)?;
    /// assert_eq!(text, *b"  42");
    /// assert!(write!(text.writer(), "too long").is_err());
    /// assert_eq!(text, *b"  42");
    /// # Ok::<(), core::fmt::Error>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn writer(&mut self) -> &mut Self {
        self
    }
}
