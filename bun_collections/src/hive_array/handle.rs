//! [`HiveSlot`] and [`HiveBox`]: a slot that is claimed, and a slot that holds a value.
//!
//! Both are made by a [`HiveArray`] or by a [`Fallback`](super::Fallback), whose slots may also be
//! blocks of the heap: an address outside the hive is one.

#![expect(unsafe_code, reason = "owners of slots; argument in SAFETY.md")]

use alloc::alloc::dealloc;
use alloc::boxed::Box;
use core::alloc::Layout;
use core::fmt;
use core::mem::ManuallyDrop;
use core::ops::{Deref, DerefMut};
use core::ptr::NonNull;

use super::HiveArray;

/// A slot that has been claimed and holds no value yet.
///
/// Dropping it frees the slot again.
///
/// # Examples
///
/// ```
/// use bun_collections::HiveArray;
///
/// let hive = HiveArray::<[u64; 2], 8>::init();
/// let slot = hive.claim().expect("a free slot");
/// let address = slot.addr();
/// let value = slot.fill([1, address.addr().get() as u64]);
/// assert_eq!(value[1], value.as_ptr().addr().get() as u64);
///
/// drop(hive.claim());
/// assert_eq!(hive.in_use(), 1);
/// ```
///
/// It can be used once:
///
/// ```compile_fail,E0382
/// let hive = bun_collections::HiveArray::<u8, 8>::init();
/// let slot = hive.claim().expect("a free slot");
/// let first = slot.fill(1);
/// let second = slot.fill(2);
/// ```
#[must_use = "dropping it frees the slot"]
pub struct HiveSlot<'a, T, const N: usize> {
    hive: &'a HiveArray<T, N>,
    /// Invariant: a slot of `hive` that is in use, or a block of the heap for a `T`; it holds no
    /// value, and this is its only owner.
    slot: NonNull<T>,
}

impl<'a, T, const N: usize> HiveSlot<'a, T, N> {
    /// # Safety
    ///
    /// 1. `slot` is as the invariant of the field says.
    #[inline]
    pub(super) unsafe fn new(hive: &'a HiveArray<T, N>, slot: NonNull<T>) -> Self {
        Self { hive, slot }
    }

    /// Returns where the value will be.
    ///
    /// The memory is not initialised.
    #[inline]
    #[must_use]
    pub fn addr(&self) -> NonNull<T> {
        self.slot
    }

    /// Returns the number of the slot, or `None` when it is on the heap.
    #[inline]
    #[must_use]
    pub fn index(&self) -> Option<u32> {
        self.hive.index_of(self.slot.as_ptr())
    }

    /// Moves `value` into the slot and returns its owner.
    #[inline]
    pub fn fill(self, value: T) -> HiveBox<'a, T, N> {
        let hive = self.hive;
        let slot = self.write(value);
        // SAFETY:
        // 1. The slot was owned by `self` alone, and has been written.
        unsafe { HiveBox::new(hive, slot) }
    }

    /// Moves `value` into the slot and returns its address, for `put`.
    #[inline]
    #[must_use = "only `put` frees the slot again"]
    pub fn write(self, value: T) -> NonNull<T> {
        let slot = ManuallyDrop::new(self).slot;
        // SAFETY:
        // 1. The slot is memory for a `T` that nobody else uses, and holds no value.
        unsafe { slot.write(value) };
        slot
    }

    /// Returns the address of the value that has been written there, for `put`.
    ///
    /// # Safety
    ///
    /// 1. A value has been written to [`addr`](Self::addr).
    #[inline]
    #[must_use = "only `put` frees the slot again"]
    pub unsafe fn assume_init(self) -> NonNull<T> {
        ManuallyDrop::new(self).slot
    }
}

impl<T, const N: usize> Drop for HiveSlot<'_, T, N> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY:
        // 1. The slot holds no value, and its only owner goes.
        unsafe { free(self.hive, self.slot) };
    }
}

impl<T, const N: usize> fmt::Debug for HiveSlot<'_, T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HiveSlot").field("index", &self.index()).finish_non_exhaustive()
    }
}

/// The owner of a value in a slot.
///
/// Dropping it drops the value and frees the slot.
///
/// # Examples
///
/// ```
/// use bun_collections::HiveArray;
///
/// let hive = HiveArray::<Vec<u8>, 8>::init();
/// let mut bytes = hive.alloc(vec![1]).expect("a free slot");
/// bytes.push(2);
/// assert_eq!(bytes.into_inner(), [1, 2]);
/// assert_eq!(hive.in_use(), 0);
/// ```
///
/// It does not outlive its hive:
///
/// ```compile_fail,E0597
/// use bun_collections::HiveArray;
///
/// let value = {
///     let hive = HiveArray::<u8, 8>::init();
///     hive.alloc(1)
/// };
/// assert!(value.is_ok());
/// ```
pub struct HiveBox<'a, T, const N: usize> {
    hive: &'a HiveArray<T, N>,
    /// Invariant: a slot of `hive` that is in use, or a block of the heap for a `T`; it holds a
    /// value, and this is its only owner.
    slot: NonNull<T>,
}

impl<'a, T, const N: usize> HiveBox<'a, T, N> {
    /// # Safety
    ///
    /// 1. `slot` is as the invariant of the field says.
    #[inline]
    pub(super) unsafe fn new(hive: &'a HiveArray<T, N>, slot: NonNull<T>) -> Self {
        Self { hive, slot }
    }

    /// Returns the number of the slot, or `None` when it is on the heap.
    #[inline]
    #[must_use]
    pub fn index(&self) -> Option<u32> {
        self.hive.index_of(self.slot.as_ptr())
    }

    /// Returns where the value is.
    #[inline]
    #[must_use]
    pub fn as_ptr(&self) -> NonNull<T> {
        self.slot
    }

    /// Moves the value out and frees the slot.
    #[inline]
    #[must_use]
    pub fn into_inner(self) -> T {
        let this = ManuallyDrop::new(self);
        // SAFETY:
        // 1. The slot holds a value, which moves: the slot is freed without dropping it.
        let value = unsafe { this.slot.read() };
        // SAFETY:
        // 1. The value has been moved out, and the only owner goes.
        unsafe { free(this.hive, this.slot) };
        value
    }

    /// Gives the value up to whoever calls `put` with the address that is returned.
    #[inline]
    #[must_use = "only `put` frees the slot again"]
    pub fn into_raw(self) -> NonNull<T> {
        ManuallyDrop::new(self).slot
    }
}

impl<T, const N: usize> Deref for HiveBox<'_, T, N> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        // SAFETY:
        // 1. The slot holds a value, and its only owner is borrowed.
        unsafe { self.slot.as_ref() }
    }
}

impl<T, const N: usize> DerefMut for HiveBox<'_, T, N> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY:
        // 1. The slot holds a value, and its only owner is borrowed exclusively.
        unsafe { self.slot.as_mut() }
    }
}

impl<T, const N: usize> Drop for HiveBox<'_, T, N> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY:
        // 1. The slot holds a value, and its only owner goes.
        unsafe { put(self.hive, self.slot) };
    }
}

impl<T: fmt::Debug, const N: usize> fmt::Debug for HiveBox<'_, T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl<T: fmt::Display, const N: usize> fmt::Display for HiveBox<'_, T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

/// Drops the value in `slot` and frees it.
///
/// # Safety
///
/// 1. `slot` is a slot of `hive` that is in use, or a `Box`. It holds a value, and neither is used
///    afterwards.
#[inline]
pub(super) unsafe fn put<T, const N: usize>(hive: &HiveArray<T, N>, slot: NonNull<T>) {
    // SAFETY:
    // 1. Precondition 1.
    if !unsafe { hive.put(slot.as_ptr()) } {
        // SAFETY:
        // 1. It is no slot of the hive, so it is a `Box` that nobody else owns (precondition 1).
        drop(unsafe { Box::from_raw(slot.as_ptr()) });
    }
}

/// Frees `slot` without dropping what is in it.
///
/// # Safety
///
/// 1. `slot` is a slot of `hive` that is in use, or a block for a `Box`. It is not used afterwards.
#[inline]
unsafe fn free<T, const N: usize>(hive: &HiveArray<T, N>, slot: NonNull<T>) {
    // SAFETY:
    // 1. Precondition 1.
    if !unsafe { hive.put_raw(slot.as_ptr()) } {
        // SAFETY:
        // 1. It is no slot of the hive, so it is a block of this layout (precondition 1). `T` has a
        //    size: `HiveArray::init` compiles for no other.
        unsafe { dealloc(slot.as_ptr().cast(), Layout::new::<T>()) };
    }
}
