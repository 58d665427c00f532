//! [`BSSList`]: values that live as long as the process.

#![expect(unsafe_code, reason = "the entry point that hands out an item before it is written")]

use core::mem::MaybeUninit;
use core::ptr::NonNull;

use alloc::boxed::Box;

use super::IndexType;
use super::slots::{Shape, Slots};
use crate::AllocError;

/// How many items a chunk behind the inline ones holds.
const CHUNK_SIZE: usize = if cfg!(any(test, bun_shallow)) { 2 } else { 256 };

#[derive(Debug)]
struct ListShape<const N: usize>;

impl<const N: usize> Shape for ListShape<N> {
    const FIRST_LEN: usize = N * 2;
    const BLOCK_LEN: usize = CHUNK_SIZE;
    // Only memory and the width of an index limit the list.
    const BLOCK_MAX: usize = IndexType::LEN_MAX;
}

/// An append-only list: one block of `2 * N` values, then chunks of 256. Values never move.
///
/// `N` is the number that the Zig declaration states; the first block holds twice as many.
///
/// Appending takes a lock; reading is O(1) and takes none.
///
/// Zig: `bun.allocators.BSSList`.
///
/// # Examples
///
/// ```
/// use bun_alloc::{BSSList, IndexType};
///
/// static NAMES: BSSList<&str, 2> = BSSList::new();
///
/// let first: &'static &str = NAMES.append("a")?;
/// for name in ["b", "c", "d", "e"] {
///     NAMES.append(name)?;
/// }
/// assert_eq!((*first, NAMES.len()), ("a", 5));
/// assert!(NAMES.is_overflowing());
/// assert_eq!(NAMES.at_index(IndexType::new(0, true)), Some(&"e"));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// Values that are shared between threads must allow that:
///
/// ```compile_fail,E0277
/// static CELLS: bun_alloc::BSSList<core::cell::Cell<u8>, 2> = bun_alloc::BSSList::new();
/// ```
///
/// How the chunks are linked is nobody else's business:
///
/// ```compile_fail,E0616
/// let list = bun_alloc::BSSList::<u8, 2>::new();
/// let _ = &list.slots;
/// ```
#[derive(Debug)]
pub struct BSSList<T, const N: usize> {
    slots: Slots<T, (), ListShape<N>>,
}

impl<T, const N: usize> BSSList<T, N> {
    /// Returns an empty list. Allocates nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self { slots: Slots::new(()) }
    }

    /// Returns an empty list on the heap that is never freed. For singletons, prefer a `static`
    /// or [`bss_list!`](crate::bss_list).
    ///
    /// Zig: `BSSList.init`.
    #[must_use]
    pub fn init() -> NonNull<Self> {
        NonNull::from(Box::leak(Box::new(Self::new())))
    }

    /// Returns how many values there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Returns whether there are no values.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns whether the first block is full.
    ///
    /// Zig: `BSSList.isOverflowing`.
    #[doc(alias = "isOverflowing")]
    #[must_use]
    pub fn is_overflowing(&self) -> bool {
        self.len() >= ListShape::<N>::FIRST_LEN
    }

    /// Appends `value` and returns it where it now is.
    ///
    /// # Errors
    ///
    /// [`AllocError`] if a block is needed and there is no memory for it. The value is dropped.
    pub fn append(&self, value: T) -> Result<&T, AllocError> {
        self.append_indexed(value).map(|(_, value)| value)
    }

    /// Appends `value` and returns its index and where it now is.
    ///
    /// # Errors
    ///
    /// As [`append`](Self::append).
    pub fn append_indexed(&self, value: T) -> Result<(IndexType, &T), AllocError> {
        let mut writer = self.slots.lock();
        let slot = writer.reserve()?;
        Ok((slot.index(), slot.fill(value)))
    }

    /// Appends a value that the caller writes, for values that are built in place.
    ///
    /// [`append`](Self::append) does the same without `unsafe` and writes the value to its place
    /// directly where the optimiser can see both.
    ///
    /// # Safety
    ///
    /// 1. `this` points to a list that is not mutably borrowed, now or while the result is used.
    /// 2. The value is written before anything reads it by index or drops the list, and nothing
    ///    writes through the result while or after something does.
    ///
    /// # Errors
    ///
    /// As [`append`](Self::append).
    pub unsafe fn append_uninit(this: *mut Self) -> Result<*mut MaybeUninit<T>, AllocError> {
        // SAFETY: it points to a list that may be borrowed (precondition 1).
        let this = unsafe { &*this };
        let mut writer = this.slots.lock();
        let slot = writer.reserve()?;
        // SAFETY: precondition 2.
        Ok(unsafe { slot.fill_later() })
    }

    /// Returns the value at `index`. `None` if there is none.
    #[doc(alias = "atIndex")]
    #[must_use]
    pub fn at_index(&self, index: IndexType) -> Option<&T> {
        self.slots.get(index)
    }

    /// Returns the value at `index`. `None` if there is none.
    #[doc(alias = "atIndexMut")]
    #[must_use]
    pub fn at_index_mut(&mut self, index: IndexType) -> Option<&mut T> {
        self.slots.get_mut(index)
    }

    /// Returns whether `value` lies in the first block.
    ///
    /// Zig: `BSSList.exists`.
    #[must_use]
    pub fn exists(&self, value: *const T) -> bool {
        self.slots.first().as_ptr_range().contains(&value)
    }
}

impl<T, const N: usize> Default for BSSList<T, N> {
    fn default() -> Self {
        Self::new()
    }
}
