//! [`BabyList`]: a list in sixteen bytes whose fields C may read.
//!
//! Use it in structs that C or C++ looks into, and where a list is a field of very many structs.
//! Use `Vec` with [`VecExt`](crate::VecExt) otherwise: it is eight bytes larger and has more
//! methods.
//!
//! ```text
//! BabyList<T>        0       8       12      16
//!                    | ptr   | len   | cap   |
//! owned              | block | n     | >= n  |   drops its values, frees the block
//! borrowed, n > 0    | other | n     | 0     |   is only read; dropping it does nothing
//! ```
//!
//! # Who owns what
//!
//! A list owns its values exactly if they fit its capacity; there is no other bit for it, and none
//! is needed, because a list that may not grow has no use for a capacity. What only reads works on
//! both kinds. What changes a borrowed list panics, in every build. The safe way to borrow is
//! [`BabyList::borrowed`], whose result has a lifetime and only lends the list for reading.
//!
//! # Who drops what
//!
//! | operation | values |
//! |---|---|
//! | `append`, `insert` and their like | belong to the list; dropped when the operation fails |
//! | `pop`, `ordered_remove`, `swap_remove` | are returned |
//! | `replace_range`, `shrink_*`, `clear_*` | those that go are dropped |
//! | `move_to_list`, `to_owned_slice`, `into_raw_parts` | all go to the caller |
//! | dropping the list | all are dropped if it owns them, else none |
//!
//! # Rejected
//!
//! A field for the origin, as Zig's debug builds have, is 24 bytes and another layout for C.

#![expect(unsafe_code, reason = "holds a vector as its parts; argument in SAFETY.md")]

mod bytes;
mod change;
mod make;
#[cfg(test)]
mod tests;
mod traits;
mod view;

use alloc::vec::Vec;
use core::marker::PhantomData;
use core::mem::{ManuallyDrop, MaybeUninit};
use core::ops::{Deref, DerefMut};
use core::ptr::NonNull;
use core::slice;

pub use bytes::{ByteList, OffsetByteList};
pub use view::BabyListView;

/// A list in sixteen bytes: a pointer and two `u32`s.
///
/// Appending is amortised O(1). Capacities grow as those of `std.ArrayList`: by half, and by 128
/// bytes. A list has at most `u32::MAX` values; what would make it longer returns
/// [`AllocError`](bun_alloc::AllocError). A `Vec` becomes a `BabyList` and back without a copy.
///
/// Zig: `bun.BabyList(T)`.
///
/// # Examples
///
/// ```
/// use bun_collections::BabyList;
///
/// let mut list = BabyList::init_one(3)?;
/// list.append(5)?;
/// list.append_slice(&[7, 9])?;
/// list.insert(0, 1)?;
/// assert_eq!(list.slice(), [1, 3, 5, 7, 9]);
/// assert_eq!((list.swap_remove(0), list.ordered_remove(1), list.pop()), (1, 3, Some(7)));
///
/// let vec = list.move_to_list();
/// assert_eq!((vec, list.len()), (vec![9, 5], 0));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// A list may be sent and shared as its values may:
///
/// ```
/// fn is_send_and_sync<T: Send + Sync>() {}
/// is_send_and_sync::<bun_collections::BabyList<Box<u8>>>();
/// ```
///
/// ```compile_fail,E0277
/// fn is_send<T: Send>() {}
/// is_send::<bun_collections::BabyList<std::rc::Rc<u8>>>();
/// ```
///
/// ```compile_fail,E0277
/// fn is_sync<T: Sync>() {}
/// is_sync::<bun_collections::BabyList<core::cell::Cell<u8>>>();
/// ```
#[repr(C)]
pub struct BabyList<T> {
    /// Invariants:
    /// 1. If `len <= cap`, the list is owned: `ptr` and `cap` are those of a `Vec<T>`, of which the
    ///    first `len` values are initialised and belong to the list. For values without a size,
    ///    `cap` is any number from `len` on.
    /// 2. If `len > cap`, the list is borrowed: `cap` is 0, and whoever made it vouches that `len`
    ///    values at `ptr` stay initialised and unchanged for as long as the list is used.
    ptr: NonNull<T>,
    len: u32,
    cap: u32,
    values: PhantomData<T>,
}

#[cfg(target_pointer_width = "64")]
const _: () = {
    assert!(size_of::<BabyList<u64>>() == 16);
    assert!(core::mem::offset_of!(BabyList<u8>, len) == 8);
    assert!(core::mem::offset_of!(BabyList<u8>, cap) == 12);
};

// SAFETY:
// 1. An owned list owns its values, as a `Vec<T>` does. Whoever makes a borrowed list without a
//    lifetime vouches for the threads it is used on.
unsafe impl<T: Send> Send for BabyList<T> {}

// SAFETY:
// 1. A shared list gives out shared references to its values, as a `Vec<T>` does.
unsafe impl<T: Sync> Sync for BabyList<T> {}

impl<T> BabyList<T> {
    /// A capacity that no list grows beyond. Values without a size need no memory.
    const UNALLOCATED: u32 = if size_of::<T>() == 0 { u32::MAX } else { 0 };

    /// Returns an empty list. Does not allocate.
    ///
    /// Zig: `.{}`, `BabyList.empty`.
    #[inline]
    #[must_use]
    pub const fn new() -> Self {
        let (ptr, cap) = (NonNull::dangling(), Self::UNALLOCATED);
        Self { ptr, len: 0, cap, values: PhantomData }
    }

    /// Returns whether the list owns its values. An empty list does.
    #[inline]
    #[must_use]
    pub const fn is_owned(&self) -> bool {
        self.len <= self.cap
    }

    /// Returns the number of values.
    #[inline]
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len as usize
    }

    /// Returns the number of values. [`len`](Self::len) as the field has it.
    #[inline]
    #[must_use]
    pub const fn len_u32(&self) -> u32 {
        self.len
    }

    /// Returns whether there are no values.
    #[inline]
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Returns the number of values for which the list has memory of its own; none if it is
    /// borrowed.
    #[inline]
    #[must_use]
    pub const fn capacity(&self) -> usize {
        self.cap as usize
    }

    /// Returns the bytes that the list itself has allocated.
    ///
    /// Zig: `BabyList.memoryCost`.
    #[doc(alias = "memoryCost")]
    #[inline]
    #[must_use]
    pub const fn memory_cost(&self) -> usize {
        self.capacity().saturating_mul(size_of::<T>())
    }

    /// Returns the values.
    ///
    /// Zig: `BabyList.slice`.
    #[inline]
    #[must_use]
    pub const fn slice(&self) -> &[T] {
        // SAFETY:
        // 1. `len` values at `ptr` are initialised (invariants 1, 2), and borrowed with the list.
        unsafe { slice::from_raw_parts(self.ptr.as_ptr(), self.len()) }
    }

    /// Returns the values, exclusively.
    ///
    /// Zig: `BabyList.slice`.
    ///
    /// # Panics
    ///
    /// Panics when the list is borrowed.
    #[inline]
    #[must_use]
    #[track_caller]
    pub const fn slice_mut(&mut self) -> &mut [T] {
        self.assert_owned();
        // SAFETY:
        // 1. `len` values at `ptr` are initialised and the list's own (invariant 1), and borrowed
        //    exclusively with the list.
        unsafe { slice::from_raw_parts_mut(self.ptr.as_ptr(), self.len()) }
    }

    /// Returns the room behind the values.
    ///
    /// Zig: `BabyList.unusedCapacitySlice`.
    #[doc(alias = "unusedCapacitySlice")]
    #[must_use]
    pub const fn unused_capacity_slice(&mut self) -> &mut [MaybeUninit<T>] {
        let room = self.cap.saturating_sub(self.len) as usize;
        // SAFETY:
        // 1. A list with room is owned, and has memory for `cap >= len` values (invariant 1).
        let first = unsafe { self.ptr.add(self.len()) }.cast();
        // SAFETY:
        // 1. As above; the memory is borrowed exclusively with the list.
        unsafe { slice::from_raw_parts_mut(first.as_ptr(), room) }
    }

    /// Counts `len` values.
    ///
    /// # Safety
    ///
    /// 1. The first `len` values are initialised; those beyond belong to the caller from now on.
    ///
    /// # Panics
    ///
    /// Panics when there is no room for so many.
    #[inline]
    #[track_caller]
    pub const unsafe fn set_len(&mut self, len: usize) {
        assert!(self.is_owned() && len <= self.capacity(), "no capacity for so many values");
        self.len = len as u32;
    }

    /// Adds a value at the end, for which there is room.
    ///
    /// Zig: `BabyList.appendAssumeCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when there is no room.
    #[doc(alias = "appendAssumeCapacity")]
    #[inline]
    #[track_caller]
    pub const fn append_assume_capacity(&mut self, value: T) {
        assert!(self.len < self.cap, "no capacity for another value");
        // SAFETY:
        // 1. There is room, so the list is owned and has memory for more than `len` values.
        let place = unsafe { self.ptr.add(self.len()) };
        // SAFETY:
        // 1. The place is the list's, and holds no value (invariant 1).
        unsafe { place.write(value) };
        self.len += 1;
    }

    /// Takes the last value, if any.
    ///
    /// Zig: `BabyList.pop`.
    ///
    /// # Panics
    ///
    /// Panics when the list is borrowed.
    #[inline]
    #[track_caller]
    pub const fn pop(&mut self) -> Option<T> {
        if self.len == 0 {
            return None;
        }
        self.assert_owned();
        self.len -= 1;
        // SAFETY:
        // 1. The list has memory for more than `len` values.
        let place = unsafe { self.ptr.add(self.len()) };
        // SAFETY:
        // 1. It was the last value until a moment ago (invariant 1), and is no longer counted.
        Some(unsafe { place.read() })
    }

    #[inline]
    #[track_caller]
    const fn assert_owned(&self) {
        assert!(self.is_owned(), "a borrowed list is only read");
    }

    /// Lends the values as a vector, which the list takes back when the loan ends.
    #[inline]
    #[track_caller]
    fn lend(&mut self) -> Loan<'_, T> {
        self.assert_owned();
        let (ptr, len, cap) = (self.ptr.as_ptr(), self.len(), self.capacity());
        // A loan that is leaked leaks the values.
        self.len = 0;
        self.cap = Self::UNALLOCATED;
        self.ptr = NonNull::dangling();
        // SAFETY:
        // 1. These were the parts of a vector (invariant 1), and the list has none any more.
        let vec = unsafe { Vec::from_raw_parts(ptr, len, cap) };
        Loan { list: self, vec: ManuallyDrop::new(vec) }
    }
}

/// The values of an owned list, as a vector.
struct Loan<'a, T> {
    list: &'a mut BabyList<T>,
    vec: ManuallyDrop<Vec<T>>,
}

impl<T> Deref for Loan<'_, T> {
    type Target = Vec<T>;

    #[inline]
    fn deref(&self) -> &Vec<T> {
        &self.vec
    }
}

impl<T> DerefMut for Loan<'_, T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut Vec<T> {
        &mut self.vec
    }
}

impl<T> Drop for Loan<'_, T> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY:
        // 1. This is the end of the loan: the vector is not used again.
        let vec = unsafe { ManuallyDrop::take(&mut self.vec) };
        *self.list = BabyList::move_from_list(vec);
    }
}

impl<T> Drop for BabyList<T> {
    #[inline]
    fn drop(&mut self) {
        if self.is_owned() {
            let (ptr, len, cap) = (self.ptr.as_ptr(), self.len(), self.capacity());
            // SAFETY:
            // 1. These are the parts of a vector (invariant 1), and the list is gone.
            drop(unsafe { Vec::from_raw_parts(ptr, len, cap) });
        }
    }
}
