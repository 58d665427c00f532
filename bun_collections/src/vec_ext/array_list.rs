//! [`ArrayListExt`]: what only `std.ArrayList` and its wrappers in Bun have.

use alloc::vec::Vec;
use core::mem::ManuallyDrop;

/// A list. An ordinary `Vec`: `deinit` is dropping it, and dropping it drops the values.
///
/// Zig: `bun.collections.ArrayList(T)`, `std.ArrayList(T)`.
///
/// # Examples
///
/// ```
/// use bun_collections::vec_ext::{ArrayList, VecExt};
///
/// let mut list = ArrayList::<u8>::init_capacity(2);
/// VecExt::append(&mut list, 1);
/// assert_eq!(list, [1]);
/// ```
pub type ArrayList<T> = Vec<T>;

/// [`ArrayList`] under another name: all lists use the global allocator.
///
/// Zig: `bun.collections.ArrayListDefault(T)`.
pub type ArrayListDefault<T> = Vec<T>;

/// [`ArrayList`] under another name: values are aligned as their type says. For more, wrap them in
/// a type with `repr(align(…))`.
///
/// Zig: `bun.collections.ArrayListAligned(T, alignment)`.
pub type ArrayListAligned<T> = Vec<T>;

/// Methods of Zig's array lists that are not in [`VecExt`](super::VecExt).
///
/// Methods called `_shallow` forget values instead of dropping them, for values that someone else
/// owns by now.
///
/// Zig: `bun.collections.ArrayList(T)`.
///
/// # Examples
///
/// ```
/// use bun_collections::ArrayListExt;
///
/// let mut list = vec![1, 4];
/// list.add_many_at(1, 2, 0).copy_from_slice(&[2, 3]);
/// list.append_n_times(5, 2);
/// assert_eq!(list.items(), [1, 2, 3, 4, 5, 5]);
/// assert_eq!((list.get_last(), list.get_last_or_null()), (&5, Some(&5)));
///
/// list.shrink_retaining_capacity_shallow(3);
/// list.items_mut()[0] = 9;
/// assert_eq!(list, [9, 2, 3]);
/// list.clear_and_free_shallow();
/// assert_eq!((list.get_last_or_null(), list.capacity()), (None, 0));
/// ```
pub trait ArrayListExt<T> {
    /// Returns the values.
    ///
    /// Zig: `ArrayList.items`.
    #[must_use]
    fn items(&self) -> &[T];

    /// Returns the values, exclusively.
    ///
    /// Zig: `ArrayList.items`.
    #[must_use]
    fn items_mut(&mut self) -> &mut [T];

    /// Inserts `count` clones of `value` in front of value `index`, and returns them.
    ///
    /// Zig: `ArrayList.addManyAt`.
    ///
    /// # Panics
    ///
    /// Panics when `index` is beyond the end.
    #[doc(alias = "addManyAt")]
    fn add_many_at(&mut self, index: usize, count: usize, value: T) -> &mut [T]
    where
        T: Clone;

    /// Adds `count` clones of `value` at the end.
    ///
    /// Zig: `ArrayList.appendNTimes`.
    ///
    /// # Panics
    ///
    /// Panics when that is more than fits the address space.
    #[doc(alias = "appendNTimes")]
    fn append_n_times(&mut self, value: T, count: usize)
    where
        T: Clone;

    /// [`append_n_times`](Self::append_n_times), for which there is room.
    ///
    /// Zig: `ArrayList.appendNTimesAssumeCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when there is no room.
    #[doc(alias = "appendNTimesAssumeCapacity")]
    fn append_n_times_assume_capacity(&mut self, value: T, count: usize)
    where
        T: Clone;

    /// Forgets all values. Keeps the memory.
    ///
    /// Zig: `ArrayList.clearRetainingCapacityShallow`.
    #[doc(alias = "clearRetainingCapacityShallow")]
    fn clear_retaining_capacity_shallow(&mut self) {
        self.shrink_retaining_capacity_shallow(0);
    }

    /// Forgets all values and frees the memory.
    ///
    /// Zig: `ArrayList.clearAndFreeShallow`.
    #[doc(alias = "clearAndFreeShallow")]
    fn clear_and_free_shallow(&mut self) {
        self.shrink_and_free_shallow(0);
    }

    /// Inserts a value in front of value `index`, for which there is room.
    ///
    /// Zig: `ArrayList.insertAssumeCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when there is no room, or `index` is beyond the end.
    #[doc(alias = "insertAssumeCapacity")]
    fn insert_assume_capacity(&mut self, index: usize, value: T);

    /// Returns the last value.
    ///
    /// Zig: `ArrayList.getLast`.
    ///
    /// # Panics
    ///
    /// Panics when there is none.
    #[doc(alias = "getLast")]
    #[must_use]
    fn get_last(&self) -> &T;

    /// Returns the last value, if any.
    ///
    /// Zig: `ArrayList.getLastOrNull`.
    #[doc(alias = "getLastOrNull")]
    #[must_use]
    fn get_last_or_null(&self) -> Option<&T>;

    /// Forgets the values from `new_len` on. Keeps the memory.
    ///
    /// Zig: `ArrayList.shrinkRetainingCapacityShallow`.
    ///
    /// # Panics
    ///
    /// Panics when there are fewer values than that.
    #[doc(alias = "shrinkRetainingCapacityShallow")]
    fn shrink_retaining_capacity_shallow(&mut self, new_len: usize);

    /// Forgets the values from `new_len` on and frees the memory that is not needed any more.
    ///
    /// Zig: `ArrayList.shrinkAndFreeShallow`.
    ///
    /// # Panics
    ///
    /// Panics when there are fewer values than that.
    #[doc(alias = "shrinkAndFreeShallow")]
    fn shrink_and_free_shallow(&mut self, new_len: usize);

    /// Frees the memory and forgets the values.
    ///
    /// Zig: `ArrayList.deinitShallow`.
    #[doc(alias = "deinitShallow")]
    fn deinit_shallow(self);
}

impl<T> ArrayListExt<T> for Vec<T> {
    #[inline(always)]
    fn items(&self) -> &[T] {
        self
    }

    #[inline(always)]
    fn items_mut(&mut self) -> &mut [T] {
        self
    }

    #[track_caller]
    fn add_many_at(&mut self, index: usize, count: usize, value: T) -> &mut [T]
    where
        T: Clone,
    {
        self.splice(index..index, core::iter::repeat_n(value, count));
        &mut self[index..index + count]
    }

    #[track_caller]
    fn append_n_times(&mut self, value: T, count: usize)
    where
        T: Clone,
    {
        let len = self.len().checked_add(count).expect("a length within the address space");
        self.resize(len, value);
    }

    #[track_caller]
    fn append_n_times_assume_capacity(&mut self, value: T, count: usize)
    where
        T: Clone,
    {
        assert!(count <= self.capacity() - self.len(), "no capacity for {count} more values");
        self.append_n_times(value, count);
    }

    #[track_caller]
    fn insert_assume_capacity(&mut self, index: usize, value: T) {
        assert!(self.len() < self.capacity(), "no capacity for another value");
        self.insert(index, value);
    }

    #[inline]
    #[track_caller]
    fn get_last(&self) -> &T {
        self.last().expect("a list that is not empty")
    }

    #[inline]
    fn get_last_or_null(&self) -> Option<&T> {
        self.last()
    }

    #[track_caller]
    fn shrink_retaining_capacity_shallow(&mut self, new_len: usize) {
        for value in self.drain(new_len..) {
            let _forgotten = ManuallyDrop::new(value);
        }
    }

    #[track_caller]
    fn shrink_and_free_shallow(&mut self, new_len: usize) {
        self.shrink_retaining_capacity_shallow(new_len);
        self.shrink_to_fit();
    }

    fn deinit_shallow(mut self) {
        self.clear_retaining_capacity_shallow();
    }
}
