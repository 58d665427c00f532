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
    ///
    /// # Examples
    ///
    /// ```
    /// static PORTS: bun_alloc::BSSList<u16, 8> = bun_alloc::BSSList::new();
    ///
    /// assert!(PORTS.is_empty());
    /// assert_eq!(PORTS.append(80), Ok(&80));
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { slots: Slots::new(()) }
    }

    /// Returns an empty list on the heap that is never freed. For singletons, prefer a `static`
    /// or [`bss_list!`](crate::bss_list).
    ///
    /// Zig: `BSSList.init`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::BSSList;
    ///
    /// let list = BSSList::<u32, 4>::init();
    /// // SAFETY: the list is never freed, and from here on only shared.
    /// let list: &'static BSSList<u32, 4> = unsafe { list.as_ref() };
    /// assert_eq!(list.append(7), Ok(&7));
    /// ```
    #[must_use]
    pub fn init() -> NonNull<Self> {
        NonNull::from(Box::leak(Box::new(Self::new())))
    }

    /// Returns how many values there are.
    ///
    /// # Examples
    ///
    /// ```
    /// let list = bun_alloc::BSSList::<u32, 4>::new();
    /// let (index, _) = list.append_indexed(7)?;
    /// list.append(8)?;
    /// assert_eq!((index.index(), list.len()), (0, 2));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Returns whether there are no values.
    ///
    /// # Examples
    ///
    /// ```
    /// let list = bun_alloc::BSSList::<u32, 4>::new();
    /// assert!(list.is_empty());
    /// list.append(7)?;
    /// assert!(!list.is_empty());
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns whether the first block is full.
    ///
    /// Zig: `BSSList.isOverflowing`.
    ///
    /// # Examples
    ///
    /// ```
    /// let list = bun_alloc::BSSList::<u32, 1>::new();
    /// list.append(1)?;
    /// assert!(!list.is_overflowing());
    /// // The first block holds `2 * N` values.
    /// list.append(2)?;
    /// assert!(list.is_overflowing());
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
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
    ///
    /// # Examples
    ///
    /// ```
    /// let list = bun_alloc::BSSList::<String, 1>::new();
    /// let first: &String = list.append("a".to_owned())?;
    /// for letter in ["b", "c", "d"] {
    ///     list.append(letter.to_owned())?;
    /// }
    /// // The first value is where it was.
    /// assert_eq!(first, "a");
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn append(&self, value: T) -> Result<&T, AllocError> {
        self.append_indexed(value).map(|(_, value)| value)
    }

    /// Appends `value` and returns its index and where it now is.
    ///
    /// # Errors
    ///
    /// As [`append`](Self::append).
    ///
    /// # Examples
    ///
    /// ```
    /// let list = bun_alloc::BSSList::<&str, 4>::new();
    /// let (index, name) = list.append_indexed("zlib")?;
    /// assert_eq!(*name, "zlib");
    /// assert_eq!(list.at_index(index), Some(&"zlib"));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
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
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{BSSList, IndexType};
    ///
    /// let mut list = BSSList::<u32, 4>::new();
    /// // SAFETY: 1. nothing else borrows the list. 2. The next statement writes the value, once.
    /// let place = unsafe { BSSList::append_uninit(&raw mut list) }?;
    /// // SAFETY: the place of a `u32` in the list, which nobody else reads or writes.
    /// unsafe { place.cast::<u32>().write(7) };
    /// assert_eq!(list.at_index(IndexType::new(0, false)), Some(&7));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub unsafe fn append_uninit(this: *mut Self) -> Result<*mut MaybeUninit<T>, AllocError> {
        // SAFETY: it points to a list that may be borrowed (precondition 1).
        let this = unsafe { &*this };
        let mut writer = this.slots.lock();
        let slot = writer.reserve()?;
        // SAFETY: precondition 2.
        Ok(unsafe { slot.fill_later() })
    }

    /// Returns the value at `index`. `None` if there is none.
    ///
    /// # Examples
    ///
    /// ```
    /// let list = bun_alloc::BSSList::<u32, 4>::new();
    /// let (index, _) = list.append_indexed(7)?;
    /// assert_eq!(list.at_index(index), Some(&7));
    /// assert_eq!(list.at_index(bun_alloc::NOT_FOUND), None);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "atIndex")]
    #[must_use]
    pub fn at_index(&self, index: IndexType) -> Option<&T> {
        self.slots.get(index)
    }

    /// Returns the value at `index`. `None` if there is none.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut list = bun_alloc::BSSList::<u32, 4>::new();
    /// let (index, _) = list.append_indexed(7)?;
    /// if let Some(value) = list.at_index_mut(index) {
    ///     *value += 1;
    /// }
    /// assert_eq!(list.at_index(index), Some(&8));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "atIndexMut")]
    #[must_use]
    pub fn at_index_mut(&mut self, index: IndexType) -> Option<&mut T> {
        self.slots.get_mut(index)
    }

    /// Returns whether `value` lies in the first block.
    ///
    /// Zig: `BSSList.exists`.
    ///
    /// # Examples
    ///
    /// ```
    /// let list = bun_alloc::BSSList::<u32, 1>::new();
    /// let (first, _, third) = (list.append(7)?, list.append(8)?, list.append(9)?);
    /// assert!(list.exists(first));
    /// // In the list, but not in its first block; equal, but elsewhere.
    /// assert!(!list.exists(third) && !list.exists(&7));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
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
