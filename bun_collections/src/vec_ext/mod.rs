//! [`VecExt`]: what code written for Zig's lists asks of a `Vec`.
//!
//! `std.ArrayList(T)` and most uses of `bun.BabyList(T)` are `Vec<T>` here. This trait adds the
//! names that a `Vec` lacks; where it has one, the trait's method forwards to it in one line.
//! [`ByteVecExt`] adds what only lists of bytes have, [`ArrayListExt`] what only
//! `std.ArrayList` has. Use [`BabyList`](crate::BabyList) where C reads the fields.
//!
//! A `Vec` grows twofold where Zig grows by half, which copies less; capacities that are asked for
//! with `init_capacity` or a `_precise` method are exact.
//!
//! Methods without `try_` stop the process when memory runs out, as those of a `Vec` do.
//!
//! # Rejected
//!
//! A list type of our own around a `Vec` would need every method of slices and of `Vec` once more.

#![expect(unsafe_code, reason = "declares methods that rely on their caller; see SAFETY.md")]

mod array_list;
mod bytes;
mod native_int;
#[cfg(test)]
mod tests;
mod vec;

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::mem::{ManuallyDrop, MaybeUninit};

use bun_alloc::{AllocError, ArenaVec};

pub use array_list::{ArrayList, ArrayListAligned, ArrayListDefault, ArrayListExt};
pub use bytes::ByteVecExt;
pub use native_int::NativeInt;
pub use vec::prepend_from;

pub(crate) use vec::sort_by_less_than;

/// The names of Zig's lists as methods of `Vec`.
///
/// `append` has to be called as a function, because `Vec` has another method of that name:
/// `VecExt::append(&mut list, value)`.
///
/// Zig: `std.ArrayList(T)`, `bun.BabyList(T)`.
///
/// # Examples
///
/// ```
/// use bun_collections::VecExt;
///
/// let mut list = Vec::<u32>::init_capacity(4);
/// list.append_assume_capacity(7);
/// list.append_slice(&[8, 9, 10]);
/// VecExt::append(&mut list, 11);
/// assert_eq!(list.len_u32(), 5);
/// assert_eq!(list.slice(), [7, 8, 9, 10, 11]);
///
/// assert_eq!((*list.at(1), list.ordered_remove(0)), (8, 7));
/// *list.mut_(0) += 1;
/// list.drain_front(1);
/// list.replace_range(0, 2, &[1, 2, 3]);
/// list.insert_slice(3, &[4]);
/// assert_eq!(list.slice_const(), [1, 2, 3, 4, 11]);
///
/// list.sort(|a, b| a > b);
/// list.shrink_and_free(2);
/// assert_eq!((list.memory_cost(), &*list.to_owned_slice()), (8, &[11, 4][..]));
/// assert_eq!((list.len(), list.capacity()), (0, 0));
/// ```
pub trait VecExt<T>: Sized {
    /// Returns an empty list with room for `n` values.
    ///
    /// Zig: `ArrayList.initCapacity`.
    #[doc(alias = "initCapacity")]
    #[must_use]
    fn init_capacity(n: usize) -> Self;

    /// Returns a list of one value.
    ///
    /// Zig: `BabyList.initOne`.
    #[doc(alias = "initOne")]
    #[must_use]
    fn init_one(value: T) -> Self;

    /// Returns a list of clones of `items`.
    ///
    /// Zig: `BabyList.fromSlice`.
    #[doc(alias = "fromSlice")]
    #[must_use]
    fn from_slice(items: &[T]) -> Self
    where
        T: Clone;

    /// Returns a list of the values of a slice that it takes over. Does not copy.
    ///
    /// Zig: `BabyList.fromOwnedSlice`.
    #[doc(alias = "fromOwnedSlice")]
    #[must_use]
    fn from_owned_slice(items: Box<[T]>) -> Self;

    /// Returns a copy of a slice in an arena, which the copy may outlive.
    #[must_use]
    fn from_arena_slice(items: &[T]) -> Self
    where
        T: Copy;

    /// Moves the values of a list out of its arena.
    #[must_use]
    fn from_bump_vec(list: ArenaVec<'_, T>) -> Self;

    /// Moves the values of a slice out of its arena.
    ///
    /// # Safety
    ///
    /// 1. The values of `items` are not used or dropped again: from now on they are the list's.
    #[must_use]
    unsafe fn from_bump_slice(items: &mut [T]) -> Self;

    /// Returns `list`. For code that distinguishes two kinds of list.
    ///
    /// Zig: `BabyList.moveFromList`.
    #[doc(alias = "moveFromList")]
    #[must_use]
    fn move_from_list(list: Vec<T>) -> Self;

    /// Takes all values; the list is empty afterwards and owns no memory.
    ///
    /// Zig: `BabyList.moveToList`.
    #[doc(alias = "moveToList")]
    #[must_use]
    fn move_to_list(&mut self) -> Vec<T>;

    /// [`move_to_list`](Self::move_to_list); lists do not differ in their allocators here.
    ///
    /// Zig: `BabyList.moveToListManaged`.
    #[doc(alias = "moveToListManaged")]
    #[must_use]
    fn move_to_list_managed(&mut self) -> Vec<T> {
        self.move_to_list()
    }

    /// Takes all values as a slice of exactly their size; the list is empty afterwards.
    ///
    /// Zig: `ArrayList.toOwnedSlice`.
    #[doc(alias = "toOwnedSlice")]
    #[must_use]
    fn to_owned_slice(&mut self) -> Box<[T]>;

    /// Does nothing: a `Vec` always owns its memory.
    ///
    /// Zig: `BabyList.transferOwnership`.
    #[doc(alias = "transferOwnership")]
    fn transfer_ownership(&mut self) {}

    /// Returns the values.
    ///
    /// Zig: `ArrayList.items`, `BabyList.slice`.
    #[must_use]
    fn slice(&self) -> &[T];

    /// Returns the values. [`slice`](Self::slice) under another name.
    ///
    /// Zig: `BabyList.sliceConst`.
    #[doc(alias = "sliceConst")]
    #[must_use]
    fn slice_const(&self) -> &[T] {
        self.slice()
    }

    /// Returns the values, exclusively.
    ///
    /// Zig: `ArrayList.items`, `BabyList.slice`.
    #[must_use]
    fn slice_mut(&mut self) -> &mut [T];

    /// Returns the number of values.
    ///
    /// Zig: `BabyList.len`.
    ///
    /// # Panics
    ///
    /// Panics when there are more than `u32::MAX`, which is a list of gigabytes.
    #[must_use]
    #[track_caller]
    fn len_u32(&self) -> u32 {
        match u32::try_from(self.slice().len()) {
            Ok(len) => len,
            Err(_) => panic!("a list longer than `u32::MAX`"),
        }
    }

    /// Returns the bytes that the list itself has allocated.
    ///
    /// Zig: `BabyList.memoryCost`.
    #[doc(alias = "memoryCost")]
    #[must_use]
    fn memory_cost(&self) -> usize;

    /// Returns value `index`.
    ///
    /// Zig: `BabyList.at`.
    ///
    /// # Panics
    ///
    /// Panics when there is no such value.
    #[must_use]
    #[inline]
    #[track_caller]
    fn at(&self, index: usize) -> &T {
        &self.slice()[index]
    }

    /// Returns value `index`, exclusively.
    ///
    /// Zig: `BabyList.mut`.
    ///
    /// # Panics
    ///
    /// Panics when there is no such value.
    #[must_use]
    #[inline]
    #[track_caller]
    fn mut_(&mut self, index: usize) -> &mut T {
        &mut self.slice_mut()[index]
    }

    /// Adds a value at the end. Amortised O(1).
    ///
    /// Zig: `ArrayList.append`.
    fn append(&mut self, value: T);

    /// [`append`](Self::append), unless memory runs out.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory; `value` is dropped and the list is as it was.
    fn try_append(&mut self, value: T) -> Result<(), AllocError>;

    /// Adds a value at the end, for which there is room.
    ///
    /// Zig: `ArrayList.appendAssumeCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when there is no room.
    #[doc(alias = "appendAssumeCapacity")]
    fn append_assume_capacity(&mut self, value: T);

    /// Adds clones of `values` at the end.
    ///
    /// Zig: `ArrayList.appendSlice`.
    #[doc(alias = "appendSlice")]
    fn append_slice(&mut self, values: &[T])
    where
        T: Clone;

    /// Adds copies of `values` at the end, for which there is room.
    ///
    /// Zig: `ArrayList.appendSliceAssumeCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when there is no room for all.
    #[doc(alias = "appendSliceAssumeCapacity")]
    fn append_slice_assume_capacity(&mut self, values: &[T])
    where
        T: Copy;

    /// Inserts clones of `values` in front of value `index`.
    ///
    /// Zig: `ArrayList.insertSlice`.
    ///
    /// # Panics
    ///
    /// Panics when `index` is beyond the end.
    #[doc(alias = "insertSlice")]
    fn insert_slice(&mut self, index: usize, values: &[T])
    where
        T: Clone;

    /// Replaces the `len` values from `start` on by clones of `values`, which may be more or fewer.
    ///
    /// Zig: `ArrayList.replaceRange`.
    ///
    /// # Panics
    ///
    /// Panics when the range is not within the list.
    #[doc(alias = "replaceRange")]
    fn replace_range(&mut self, start: usize, len: usize, values: &[T])
    where
        T: Clone;

    /// Takes value `index` out and moves those behind it up.
    ///
    /// Zig: `ArrayList.orderedRemove`.
    ///
    /// # Panics
    ///
    /// Panics when there is no such value.
    #[doc(alias = "orderedRemove")]
    fn ordered_remove(&mut self, index: usize) -> T;

    /// Removes the first `n` values, or all when there are fewer. Keeps the memory.
    fn drain_front(&mut self, n: usize)
    where
        T: Copy;

    /// Makes room for `n` values in all.
    ///
    /// Zig: `ArrayList.ensureTotalCapacity`.
    #[doc(alias = "ensureTotalCapacity")]
    fn ensure_total_capacity(&mut self, n: usize);

    /// Makes room for exactly `n` values in all, unless there is room for more already.
    ///
    /// Zig: `ArrayList.ensureTotalCapacityPrecise`.
    #[doc(alias = "ensureTotalCapacityPrecise")]
    fn ensure_total_capacity_precise(&mut self, n: usize);

    /// Makes room for `n` more values.
    ///
    /// Zig: `ArrayList.ensureUnusedCapacity`.
    #[doc(alias = "ensureUnusedCapacity")]
    fn ensure_unused_capacity(&mut self, n: usize);

    /// [`ensure_total_capacity`](Self::ensure_total_capacity), unless memory runs out.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory; the list is as it was.
    fn try_ensure_total_capacity(&mut self, n: usize) -> Result<(), AllocError>;

    /// Drops the values from `new_len` on. Keeps the memory.
    ///
    /// Zig: `ArrayList.shrinkRetainingCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when there are fewer values than that.
    #[doc(alias = "shrinkRetainingCapacity")]
    fn shrink_retaining_capacity(&mut self, new_len: usize);

    /// Drops the values from `new_len` on and frees the memory that is not needed any more.
    ///
    /// Zig: `ArrayList.shrinkAndFree`.
    ///
    /// # Panics
    ///
    /// Panics when there are fewer values than that.
    #[doc(alias = "shrinkAndFree")]
    fn shrink_and_free(&mut self, new_len: usize);

    /// Drops all values. Keeps the memory.
    ///
    /// Zig: `ArrayList.clearRetainingCapacity`.
    #[doc(alias = "clearRetainingCapacity")]
    fn clear_retaining_capacity(&mut self);

    /// Drops all values and frees the memory.
    ///
    /// Zig: `ArrayList.clearAndFree`.
    #[doc(alias = "clearAndFree")]
    fn clear_and_free(&mut self);

    /// Sorts by `less_than`, keeping equal values in order. O(n log n).
    ///
    /// Zig: `BabyList.sort`.
    fn sort(&mut self, less_than: impl FnMut(&T, &T) -> bool);

    /// Sorts byte strings.
    ///
    /// Zig: `BabyList.sortAsc`.
    #[doc(alias = "sortAsc")]
    fn sort_asc(&mut self)
    where
        T: AsRef<[u8]>;

    /// Returns a list of what `clone_one` makes of each value.
    ///
    /// Zig: `BabyList.deepCloneInfallible`.
    #[doc(alias = "deepCloneInfallible")]
    #[must_use]
    fn deep_clone_with<F>(&self, clone_one: F) -> Self
    where
        F: FnMut(&T) -> T;

    /// Returns a list of what `clone_one` makes of each value, or its first error.
    ///
    /// Zig: `BabyList.deepClone`.
    ///
    /// # Errors
    ///
    /// What `clone_one` returned, or `AllocError` when there is no memory.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::AllocError;
    /// use bun_collections::VecExt;
    ///
    /// let list = vec![1, 2];
    /// let copy: Result<Vec<i32>, AllocError> = list.try_deep_clone_with(|value| Ok(value * 2));
    /// assert_eq!(copy, Ok(vec![2, 4]));
    /// assert_eq!(list.deep_clone_with(|value| value + 1), [2, 3]);
    /// ```
    #[doc(alias = "deepClone")]
    fn try_deep_clone_with<F, E>(&self, clone_one: F) -> Result<Self, E>
    where
        F: FnMut(&T) -> Result<T, E>,
        E: From<AllocError>;

    /// Makes room for `additional` values and returns exactly that many unused places.
    ///
    /// Write to them, then `set_len`.
    #[must_use]
    fn reserve_spare(&mut self, additional: usize) -> &mut [MaybeUninit<T>];

    /// Returns the room behind the values.
    ///
    /// Zig: `ArrayList.unusedCapacitySlice`.
    #[doc(alias = "unusedCapacitySlice")]
    #[must_use]
    fn unused_capacity_slice(&mut self) -> &mut [MaybeUninit<T>];

    /// Fills the room behind the values with values of zero bytes.
    ///
    /// The fill costs a pass over the memory; [`reserve_spare`](Self::reserve_spare) does not.
    ///
    /// Zig: `ArrayList.expandToCapacity`, which leaves them undefined.
    ///
    /// # Safety
    ///
    /// 1. Zero bytes are a value of `T`.
    #[doc(alias = "expandToCapacity")]
    unsafe fn expand_to_capacity(&mut self);

    /// Makes room for `additional` values, fills all the room with values of zero bytes and returns
    /// where that begins and how many there are: more than `additional`, perhaps.
    ///
    /// # Safety
    ///
    /// 1. Zero bytes are a value of `T`.
    unsafe fn reserve_expand_tail(&mut self, additional: usize) -> (*mut T, usize);

    /// Adds `additional` values of zero bytes and returns them.
    ///
    /// Zig: `BabyList.writableSlice`, which leaves them undefined.
    ///
    /// # Safety
    ///
    /// 1. Zero bytes are a value of `T`.
    #[doc(alias = "writableSlice")]
    unsafe fn writable_slice(&mut self, additional: usize) -> &mut [T];

    /// [`writable_slice`](Self::writable_slice) that allocates no more than is needed.
    ///
    /// # Safety
    ///
    /// 1. Zero bytes are a value of `T`.
    unsafe fn writable_slice_exact(&mut self, additional: usize) -> &mut [T];

    /// Returns a second owner of the values and the memory, which is never to be dropped.
    ///
    /// Zig: a copy of a `BabyList`.
    ///
    /// # Safety
    ///
    /// 1. While the copy is used, nothing changes, drops or moves values out of the list.
    /// 2. The copy is only read, and its owner is neither dropped nor taken out of the wrapper.
    #[must_use]
    unsafe fn shallow_copy(&self) -> ManuallyDrop<Self>;

    /// Returns a list of the values of a slice that belongs to someone else.
    ///
    /// Zig: `BabyList.fromBorrowedSliceDangerous`.
    ///
    /// # Safety
    ///
    /// 1. `items` are all that a block of the global allocator has room for, as in a `Box<[T]>`.
    /// 2. The block lives, and the values are not changed, while the list is used.
    /// 3. The list is only read, and its owner is neither dropped nor taken out of the wrapper.
    #[deprecated(note = "use a slice, or `BabyList::borrowed`, which has a lifetime")]
    #[must_use]
    unsafe fn from_borrowed_slice_dangerous(items: &[T]) -> ManuallyDrop<Self>;
}
