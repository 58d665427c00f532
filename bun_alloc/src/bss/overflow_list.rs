//! [`OverflowList`]: blocks of equal length, as many as are needed, up to a limit.

use super::IndexType;
use super::slots::{Shape, Slots};
use crate::AllocError;

#[derive(Debug)]
struct OverflowShape<const COUNT: usize>;

impl<const COUNT: usize> Shape for OverflowShape<COUNT> {
    const FIRST_LEN: usize = 0;
    const BLOCK_LEN: usize = COUNT;
    const BLOCK_MAX: usize = OVERFLOW_BLOCK_MAX;
}

/// How many overflow blocks a list, a string list or a map has at most.
pub(super) const OVERFLOW_BLOCK_MAX: usize = 4095;

/// An append-only list in blocks of `COUNT` items, at most 4095 of them. Items never move.
///
/// Appending takes a lock and allocates a block every `COUNT` items; reading is O(1) and takes no
/// lock.
///
/// Zig: `bun.allocators.OverflowList`.
///
/// # Examples
///
/// ```
/// use bun_alloc::{IndexType, OverflowList};
///
/// let list = OverflowList::<u32, 4>::new();
/// let first = list.append(10)?;
/// for value in 11..20 {
///     list.append(value)?;
/// }
/// assert_eq!((*first, list.len()), (10, 10));
/// assert_eq!(list.at_index(IndexType::new(9, true)), Some(&19));
/// assert_eq!(list.at_index(IndexType::new(10, true)), None);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Debug)]
pub struct OverflowList<T, const COUNT: usize> {
    slots: Slots<T, (), OverflowShape<COUNT>>,
}

impl<T, const COUNT: usize> OverflowList<T, COUNT> {
    /// Returns an empty list. Allocates nothing.
    ///
    /// # Examples
    ///
    /// ```
    /// static LIST: bun_alloc::OverflowList<u32, 64> = bun_alloc::OverflowList::new();
    ///
    /// assert!(LIST.is_empty());
    /// assert_eq!(LIST.append(7), Ok(&7));
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { slots: Slots::new(()) }
    }

    /// Returns how many items there are.
    ///
    /// # Examples
    ///
    /// ```
    /// let list = bun_alloc::OverflowList::<u32, 2>::new();
    /// for value in 0..5 {
    ///     list.append(value)?;
    /// }
    /// // Two blocks are full, and the third has one item.
    /// assert_eq!(list.len(), 5);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Returns whether there are no items.
    ///
    /// # Examples
    ///
    /// ```
    /// let list = bun_alloc::OverflowList::<u32, 4>::new();
    /// assert!(list.is_empty());
    /// list.append(7)?;
    /// assert!(!list.is_empty());
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Appends `value` and returns it where it now is. Its index is the former length.
    ///
    /// # Errors
    ///
    /// [`AllocError`] if a block is needed and there is no memory for it, or there are 4095. The
    /// value is dropped.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{IndexType, OverflowList};
    ///
    /// let list = OverflowList::<&str, 2>::new();
    /// let first = list.append("a")?;
    /// list.append("b")?;
    /// let third = list.append("c")?;
    /// assert_eq!((*first, *third), ("a", "c"));
    /// assert_eq!(list.at_index(IndexType::new(2, true)), Some(third));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn append(&self, value: T) -> Result<&T, AllocError> {
        Ok(self.slots.lock().reserve()?.fill(value))
    }

    /// Returns the item at `index`, which has its overflow bit set. `None` if there is none.
    ///
    /// Zig: `OverflowList.atIndex`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{IndexType, OverflowList};
    ///
    /// let list = OverflowList::<u32, 4>::new();
    /// list.append(7)?;
    /// assert_eq!(list.at_index(IndexType::new(0, true)), Some(&7));
    /// // There is no first block.
    /// assert_eq!(list.at_index(IndexType::new(0, false)), None);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "atIndex")]
    #[must_use]
    pub fn at_index(&self, index: IndexType) -> Option<&T> {
        self.slots.get(index)
    }

    /// Returns the item at `index`, which has its overflow bit set. `None` if there is none.
    ///
    /// Zig: `OverflowList.atIndexMut`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{IndexType, OverflowList};
    ///
    /// let mut list = OverflowList::<u32, 4>::new();
    /// list.append(7)?;
    /// if let Some(value) = list.at_index_mut(IndexType::new(0, true)) {
    ///     *value += 1;
    /// }
    /// assert_eq!(list.at_index(IndexType::new(0, true)), Some(&8));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "atIndexMut")]
    #[must_use]
    pub fn at_index_mut(&mut self, index: IndexType) -> Option<&mut T> {
        self.slots.get_mut(index)
    }
}

impl<T, const COUNT: usize> Default for OverflowList<T, COUNT> {
    fn default() -> Self {
        Self::new()
    }
}
