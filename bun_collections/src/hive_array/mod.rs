//! [`HiveArray`]: a fixed number of slots inside the value, handed out lowest first.
//!
//! Use it for objects that come and go all the time, of which a bounded number is alive: requests,
//! tasks, events. Taking a slot and giving it back are a few instructions, the object keeps its
//! address, and the lowest free slot is taken first, so that a hive with few values stays in the
//! cache.
//! [`Fallback`] adds a heap behind the slots.
//!
//! | to get | from a hive | from a [`Fallback`] | give it back by |
//! |---|---|---|---|
//! | an owner | [`alloc`](HiveArray::alloc) | [`alloc`](Fallback::alloc) | dropping the [`HiveBox`] |
//! | a place to write later | [`claim`](HiveArray::claim) | [`claim`](Fallback::claim) | dropping the [`HiveSlot`], or writing |
//! | a raw pointer | [`get_init`](HiveArray::get_init) | [`get_init`](Fallback::get_init) | `put`, which is `unsafe` |
//! | a counted reference | – | [`HiveRefHandle::new`] | dropping the last handle |
//!
//! # Who drops what
//!
//! | operation | the value |
//! |---|---|
//! | dropping a `HiveBox`, `put` | is dropped, then its slot becomes free, also when `drop` panics |
//! | `HiveBox::into_inner` | is returned, the slot becomes free |
//! | dropping a `HiveSlot` | there is none; the slot becomes free |
//! | `HiveBox::into_raw`, `HiveSlot::write`, `get_init` | stays until `put` |
//! | dropping the hive | values that were never given back are forgotten, as in Zig |
//!
//! # Addresses
//!
//! The slots lie inside the hive, so moving the hive moves them. Handles borrow it, which keeps it
//! where it is. Code with raw pointers keeps the hive in a `Box` (see [`Fallback::boxed`]), a
//! `static` or a thread local, and reaches it through `&` only: every method takes `&self`, and a
//! `&mut` to the hive would claim all slots.
//!
//! # Rejected
//!
//! A free list through the slots returns the slot freed last, and code written for Zig observes
//! the lowest. The crate `slab` moves its values when it grows.

#![expect(unsafe_code, reason = "slots hold values or not; argument in SAFETY.md")]

mod bits;
mod fallback;
mod handle;
mod reference;
#[cfg(test)]
mod tests;

use core::cell::UnsafeCell;
use core::fmt;
use core::mem::MaybeUninit;
use core::ptr::{self, NonNull};

pub use bits::{HiveBitSet, HiveBitSetIter};
pub use fallback::Fallback;
pub use handle::{HiveBox, HiveSlot};
pub use reference::{HiveRef, HiveRefHandle};

/// `N` slots for values of `T`, taken lowest first.
///
/// See the [module](self) for the ways to take a slot and for what is dropped when. All methods
/// take `&self` and are O(1) (up to 4096 slots) unless they say otherwise; none allocates. A type
/// without size has no addresses to tell slots apart and is refused at compile time.
///
/// Zig: `bun.HiveArray`.
///
/// # Examples
///
/// ```
/// use bun_collections::HiveArray;
///
/// let hive = HiveArray::<String, 64>::init();
/// let first = hive.alloc("first".into())?;
/// let second = hive.alloc("second".into())?;
/// assert_eq!((first.index(), second.index()), (Some(0), Some(1)));
/// drop(first);
/// let third = hive.alloc("third".into())?;
/// assert_eq!(third.index(), Some(0));
/// assert_eq!(hive.in_use(), 2);
/// # Ok::<(), String>(())
/// ```
///
/// Handles keep the hive where it is:
///
/// ```compile_fail,E0505
/// use bun_collections::HiveArray;
///
/// let hive = HiveArray::<u32, 4>::init();
/// let value = hive.alloc(1);
/// let moved = Box::new(hive);
/// assert!(value.is_ok());
/// ```
///
/// It may be sent as its values may, and never be shared:
///
/// ```compile_fail,E0277
/// fn is_sync<T: Sync>() {}
/// is_sync::<bun_collections::HiveArray<u32, 4>>();
/// ```
///
/// ```compile_fail,E0277
/// fn is_send<T: Send>() {}
/// is_send::<bun_collections::HiveArray<std::rc::Rc<u32>, 4>>();
/// ```
///
/// ```compile_fail,E0277
/// fn is_send<T: Send>() {}
/// is_send::<bun_collections::HiveBox<'_, u32, 4>>();
/// ```
#[repr(C)]
pub struct HiveArray<T, const N: usize> {
    buffer: UnsafeCell<[MaybeUninit<T>; N]>,
    used: HiveBitSet<N>,
}

impl<T, const N: usize> HiveArray<T, N> {
    /// What an offset is multiplied with, and rotated right by, to be divided by the size of `T`.
    const DIVISOR: (usize, u32) = exact_divisor(size_of::<T>(), N);

    /// Returns a hive whose slots are all free.
    ///
    /// A large one is better made where it stays, by [`Fallback::boxed`].
    ///
    /// Zig: `.empty`, `init`.
    #[doc(alias = "empty")]
    #[inline]
    #[must_use]
    pub const fn init() -> Self {
        const { Self::DIVISOR };
        let buffer = UnsafeCell::new([const { MaybeUninit::uninit() }; N]);
        Self { buffer, used: HiveBitSet::init_empty() }
    }

    /// Returns a hive whose slots are all free; forwards to [`init`](Self::init).
    #[inline]
    #[must_use]
    pub const fn new() -> Self {
        Self::init()
    }

    /// Returns the number of slots.
    #[inline]
    #[must_use]
    pub const fn capacity(&self) -> usize {
        N
    }

    /// Returns which slots are in use.
    #[inline]
    #[must_use]
    pub const fn used(&self) -> &HiveBitSet<N> {
        &self.used
    }

    /// Returns the number of slots in use. O(`N / 64`).
    #[inline]
    #[must_use]
    pub fn in_use(&self) -> usize {
        self.used.count()
    }

    /// Returns whether all slots are in use.
    #[inline]
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.used.find_first_unset().is_none()
    }

    /// Takes the lowest free slot, to be written by the caller; `None` when all are in use.
    ///
    /// Zig: `get`.
    #[inline]
    #[must_use]
    pub fn claim(&self) -> Option<HiveSlot<'_, T, N>> {
        let index = self.used.take_first_unset()?;
        // SAFETY:
        // 1. The slot was free until just now, so nobody else has a claim on it.
        Some(unsafe { HiveSlot::new(self, self.slot(index)) })
    }

    /// Takes the lowest free slot; forwards to [`claim`](Self::claim).
    #[inline]
    #[must_use]
    pub fn get(&self) -> Option<HiveSlot<'_, T, N>> {
        self.claim()
    }

    /// Moves `value` into the lowest free slot and returns its owner.
    ///
    /// # Errors
    ///
    /// `value` when all slots are in use.
    #[inline]
    pub fn alloc(&self, value: T) -> Result<HiveBox<'_, T, N>, T> {
        match self.claim() {
            Some(slot) => Ok(slot.fill(value)),
            None => Err(value),
        }
    }

    /// Moves what `make` returns into the lowest free slot, or returns `None` when there is none.
    ///
    /// The slot is taken first: `make` may use the hive, and when it panics the slot is free again.
    #[inline]
    #[must_use]
    pub fn alloc_with(&self, make: impl FnOnce() -> T) -> Option<HiveBox<'_, T, N>> {
        let slot = self.claim()?;
        Some(slot.fill(make()))
    }

    /// Moves `value` into the lowest free slot and returns a pointer to it, for [`put`](Self::put).
    ///
    /// When all slots are in use, `value` is dropped and the answer is `None`.
    #[inline]
    #[must_use]
    pub fn get_init(&self, value: T) -> Option<NonNull<T>> {
        Some(self.claim()?.write(value))
    }

    /// Drops the value behind `value` and frees its slot; returns false when `value` does not point
    /// to a slot of this hive, and then leaves it alone.
    ///
    /// # Panics
    ///
    /// Panics when the slot is not in use: somebody has put it before.
    ///
    /// # Safety
    ///
    /// 1. If `value` points to a slot of this hive that is in use, then the slot holds a value, and
    ///    neither it nor a handle of this slot is used afterwards.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HiveArray;
    ///
    /// let hive = HiveArray::<String, 4>::init();
    /// let first = hive.get_init("first".into()).expect("a free slot");
    /// // SAFETY: the slot holds a value, and `first` is not used again.
    /// assert!(unsafe { hive.put(first.as_ptr()) });
    /// assert_eq!(hive.in_use(), 0);
    /// ```
    #[inline]
    pub unsafe fn put(&self, value: *mut T) -> bool {
        /// Frees the slot even when the destructor of its value panics.
        struct Release<'a, const N: usize>(&'a HiveBitSet<N>, usize);

        impl<const N: usize> Drop for Release<'_, N> {
            #[inline]
            fn drop(&mut self) {
                self.0.unset(self.1);
            }
        }

        let Some(index) = self.slot_index(value) else { return false };
        if !core::mem::needs_drop::<T>() {
            assert!(self.used.unset(index), "the slot is not in use");
            return true;
        }
        assert!(self.used.is_set(index), "the slot is not in use");
        let release = Release(&self.used, index);
        // SAFETY:
        // 1. The slot holds a value, and nobody uses it afterwards (precondition 1). It is not free
        //    before the destructor has ended.
        unsafe { self.slot(index).drop_in_place() };
        drop(release);
        true
    }

    /// Frees the slot behind `value` without dropping what it holds; false when `value` does not
    /// point to a slot of this hive.
    ///
    /// # Panics
    ///
    /// Panics when the slot is not in use.
    ///
    /// # Safety
    ///
    /// 1. If `value` points to a slot of this hive that is in use, then neither the slot nor a
    ///    handle of it is used afterwards.
    #[inline]
    pub unsafe fn put_raw(&self, value: *const T) -> bool {
        let Some(index) = self.slot_index(value) else { return false };
        assert!(self.used.unset(index), "the slot is not in use");
        true
    }

    /// Returns the slot that `value` points to: its very beginning, not its inside.
    ///
    /// Zig: `indexOf`.
    #[doc(alias = "indexOf")]
    #[inline]
    #[must_use]
    pub fn index_of(&self, value: *const T) -> Option<u32> {
        // `exact_divisor` has asserted that `N` fits.
        self.slot_index(value).map(|index| index as u32)
    }

    /// Returns whether `value` points to a slot of this hive, in use or not.
    ///
    /// Zig: `in`.
    #[doc(alias = "in")]
    #[inline]
    #[must_use]
    pub fn contains(&self, value: *const T) -> bool {
        self.slot_index(value).is_some()
    }

    /// Returns a pointer to slot `index`, in use or not.
    ///
    /// # Panics
    ///
    /// Panics when there is no such slot.
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn ptr_at(&self, index: usize) -> *mut T {
        assert!(index < N, "slot {index} is not among the {N}");
        self.slot(index).as_ptr()
    }

    /// Returns a pointer to slot `index`; forwards to [`ptr_at`](Self::ptr_at).
    ///
    /// # Panics
    ///
    /// Panics when there is no such slot.
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn at(&self, index: u16) -> *mut T {
        self.ptr_at(usize::from(index))
    }

    /// Takes over the value in slot `index`; `None` when the slot is not in use.
    ///
    /// # Safety
    ///
    /// 1. If the slot is in use, it holds a value, and no other handle of it exists or will be made
    ///    from a pointer.
    #[inline]
    #[must_use]
    pub unsafe fn box_at(&self, index: usize) -> Option<HiveBox<'_, T, N>> {
        if !self.used.is_set(index) {
            return None;
        }
        // SAFETY:
        // 1. The slot is in use and holds a value that nobody else owns (precondition 1).
        Some(unsafe { HiveBox::new(self, self.slot(index)) })
    }

    /// Returns pointers to the slots in use, lowest first.
    ///
    /// A slot that has been claimed and not been written is among them.
    #[inline]
    pub fn iter(&self) -> impl Iterator<Item = NonNull<T>> {
        self.used.iter_set().map(|index| self.slot(index))
    }

    /// Returns where slot `index` is, if there is such a slot.
    #[inline]
    fn slot(&self, index: usize) -> NonNull<T> {
        let first = NonNull::from_ref(&self.buffer).cast::<T>();
        let slot = first.as_ptr().wrapping_add(index);
        // SAFETY:
        // 1. It is in the buffer: every caller has an index below `N`.
        unsafe { NonNull::new_unchecked(slot) }
    }

    /// Returns the slot that begins at `value`.
    ///
    /// One multiplication finds the quotient of an exact division, and sends every offset that is
    /// no multiple of the size of a slot, or lies before the first, beyond the last slot.
    #[inline]
    fn slot_index(&self, value: *const T) -> Option<usize> {
        let offset = value.addr().wrapping_sub(ptr::from_ref(&self.buffer).addr());
        let (inverse, shift) = Self::DIVISOR;
        let index = offset.wrapping_mul(inverse).rotate_right(shift);
        (index < N).then_some(index)
    }
}

/// Returns the factor and the rotation that divide every multiple of `size` by `size`.
///
/// `x ↦ rotate_right(x · inverse, shift)` is a bijection of words and takes `index · size` to
/// `index`. So where it gives a number below `count`, the word was that multiple and no other.
const fn exact_divisor(size: usize, count: usize) -> (usize, u32) {
    assert!(size != 0, "slots of values without size have no addresses of their own");
    assert!(count <= u32::MAX as usize, "slots are counted in 32 bits");
    let shift = size.trailing_zeros();
    let odd = size >> shift;
    // An odd number is its own inverse modulo 8; each step doubles the number of right bits.
    let mut inverse = odd;
    let mut right_bits = 3;
    while right_bits < usize::BITS {
        inverse = inverse.wrapping_mul(2_usize.wrapping_sub(odd.wrapping_mul(inverse)));
        right_bits *= 2;
    }
    (inverse, shift)
}

impl<T, const N: usize> Default for HiveArray<T, N> {
    #[inline]
    fn default() -> Self {
        Self::init()
    }
}

/// Prints which slots are in use; their values need not be printable.
impl<T, const N: usize> fmt::Debug for HiveArray<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HiveArray")
            .field("capacity", &N)
            .field("used", &self.used)
            .finish_non_exhaustive()
    }
}
