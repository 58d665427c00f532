//! [`Fallback`]: a hive with the heap behind it.

#![expect(unsafe_code, reason = "hands out slots or boxes; argument in SAFETY.md")]

use alloc::alloc::alloc;
use alloc::boxed::Box;
use bun_alloc::{AllocError, handle_oom};
use core::alloc::Layout;
use core::fmt;
use core::ptr::NonNull;

use super::handle;
use super::{HiveArray, HiveBitSet, HiveBox, HiveSlot};

/// A hive of `N` slots; when they are all in use, values live in boxes.
///
/// With `N = 0` they always do. See the [module](super) for who drops what.
///
/// Zig: `bun.HiveArray(T, N).Fallback`.
///
/// # Examples
///
/// ```
/// use bun_collections::hive_array::Fallback;
///
/// let pool = Fallback::<String, 1>::init();
/// let inside = pool.alloc("inside".into());
/// let outside = pool.alloc("outside".into());
/// assert_eq!((inside.index(), outside.index()), (Some(0), None));
/// ```
pub struct Fallback<T, const N: usize> {
    /// The slots that are used first.
    pub hive: HiveArray<T, N>,
}

impl<T, const N: usize> Fallback<T, N> {
    /// Returns a pool whose slots are all free.
    #[inline]
    #[must_use]
    pub const fn init() -> Self {
        Self { hive: HiveArray::init() }
    }

    /// Returns a pool on the heap, without building it on the stack first.
    ///
    /// Stops the process when there is no memory.
    #[must_use]
    pub fn boxed() -> Box<Self> {
        let mut pool = Box::<Self>::new_uninit();
        // SAFETY:
        // 1. The box is memory for a pool, and is not used for anything else.
        unsafe { Self::init_in_place(pool.as_mut_ptr()) };
        // SAFETY:
        // 1. It has just been initialised.
        unsafe { pool.assume_init() }
    }

    /// Returns a pool on the heap, to be freed by `Box::from_raw`; as [`boxed`](Self::boxed).
    #[inline]
    #[must_use = "the pool leaks"]
    pub fn new_boxed() -> NonNull<Self> {
        NonNull::from(Box::leak(Self::boxed()))
    }

    /// Makes a pool at `out`, without building it on the stack first.
    ///
    /// # Safety
    ///
    /// 1. `out` is aligned and may be written with a pool. What it held is not dropped.
    #[inline]
    pub unsafe fn init_in_place(out: *mut Self) {
        const { HiveArray::<T, N>::DIVISOR };
        // SAFETY:
        // 1. `out` is memory for a pool (precondition 1), and the field is inside.
        let used = unsafe { &raw mut (*out).hive.used };
        // The slots need no value: they are `MaybeUninit`.
        // SAFETY:
        // 1. The field is aligned and may be written (precondition 1).
        unsafe { used.write(HiveBitSet::init_empty()) };
    }

    /// Takes the lowest free slot, or memory from the heap, to be written by the caller.
    ///
    /// Stops the process when there is no memory.
    ///
    /// Zig: `get`.
    #[inline]
    pub fn claim(&self) -> HiveSlot<'_, T, N> {
        handle_oom(self.try_claim())
    }

    /// Takes the lowest free slot, or memory from the heap, to be written by the caller.
    ///
    /// Zig: `tryGet`.
    ///
    /// # Errors
    ///
    /// `AllocError` when all slots are in use and there is no memory.
    #[doc(alias = "tryGet")]
    #[inline]
    pub fn try_claim(&self) -> Result<HiveSlot<'_, T, N>, AllocError> {
        match self.hive.claim() {
            Some(slot) => Ok(slot),
            None => self.claim_from_heap(),
        }
    }

    /// Takes a slot as [`claim`](Self::claim) does, and tells whether it is fresh heap memory.
    ///
    /// Zig's never says so.
    ///
    /// Zig: `getAndSeeIfNew`.
    #[doc(alias = "getAndSeeIfNew")]
    #[inline]
    pub fn get_and_see_if_new(&self, is_new: &mut bool) -> HiveSlot<'_, T, N> {
        let slot = self.claim();
        *is_new = slot.index().is_none();
        slot
    }

    /// Moves `value` into the lowest free slot or into a box, and returns its owner.
    ///
    /// Stops the process when there is no memory.
    #[inline]
    #[must_use]
    pub fn alloc(&self, value: T) -> HiveBox<'_, T, N> {
        self.claim().fill(value)
    }

    /// Moves `value` into the lowest free slot or into a box, and returns its owner.
    ///
    /// # Errors
    ///
    /// `AllocError` when all slots are in use and there is no memory; `value` is dropped.
    #[inline]
    pub fn try_alloc(&self, value: T) -> Result<HiveBox<'_, T, N>, AllocError> {
        Ok(self.try_claim()?.fill(value))
    }

    /// Moves `value` into the lowest free slot or into a box, and returns where it is, for
    /// [`put`](Self::put).
    ///
    /// Stops the process when there is no memory.
    #[inline]
    #[must_use = "only `put` frees the slot again"]
    pub fn get_init(&self, value: T) -> NonNull<T> {
        self.claim().write(value)
    }

    /// Moves `value` into the lowest free slot or into a box, and returns where it is.
    ///
    /// # Errors
    ///
    /// `AllocError` when all slots are in use and there is no memory; `value` is dropped.
    #[inline]
    pub fn try_get_init(&self, value: T) -> Result<NonNull<T>, AllocError> {
        Ok(self.try_claim()?.write(value))
    }

    /// Drops the value behind `value`, and frees its slot or its box.
    ///
    /// # Panics
    ///
    /// Panics when `value` points to a slot that is not in use: somebody has put it before.
    ///
    /// # Safety
    ///
    /// 1. `value` points to a value that this pool returned a pointer or a slot for, and that has
    ///    not been put since. Neither it nor a handle of it is used afterwards.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::hive_array::Fallback;
    ///
    /// let pool = Fallback::<String, 1>::init();
    /// for value in [pool.get_init("slot".into()), pool.get_init("box".into())] {
    ///     // SAFETY: the value comes from the pool and is not used again.
    ///     unsafe { pool.put(value.as_ptr()) };
    /// }
    /// ```
    #[inline]
    pub unsafe fn put(&self, value: *mut T) {
        let value = NonNull::new(value).expect("a value has an address");
        // SAFETY:
        // 1. It is a slot of the hive, or a box, and is not used afterwards (precondition 1).
        unsafe { handle::put(&self.hive, value) };
    }

    /// Returns whether `value` points to a slot of the hive rather than to a box.
    ///
    /// Zig: `in`.
    #[doc(alias = "in")]
    #[inline]
    #[must_use]
    pub fn contains(&self, value: *const T) -> bool {
        self.hive.contains(value)
    }

    #[cold]
    fn claim_from_heap(&self) -> Result<HiveSlot<'_, T, N>, AllocError> {
        // SAFETY:
        // 1. `T` has a size: a hive of others does not compile.
        let block = unsafe { alloc(Layout::new::<T>()) };
        let block = NonNull::new(block).ok_or(AllocError)?;
        // SAFETY:
        // 1. It is a new block for a `T`.
        Ok(unsafe { HiveSlot::new(&self.hive, block.cast()) })
    }
}

impl<T, const N: usize> Default for Fallback<T, N> {
    #[inline]
    fn default() -> Self {
        Self::init()
    }
}

impl<T, const N: usize> fmt::Debug for Fallback<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fallback").field("hive", &self.hive).finish()
    }
}
