//! What an index into an interning store looks like, and what a map lookup says about a key.

use core::fmt;

/// The position of an item in an interning store, in 32 bits.
///
/// ```text
/// bit 31         bits 30..0
/// overflow       index into the first block (0) or into the overflow blocks (1)
/// ```
///
/// Two values of the index part are reserved: [`NOT_FOUND`] and [`UNASSIGNED`].
///
/// Zig: `bun.allocators.IndexType`, a `packed struct(u32)`.
///
/// # Examples
///
/// ```
/// use bun_alloc::{IndexType, NOT_FOUND, UNASSIGNED};
///
/// let third = IndexType::new(2, false);
/// assert_eq!((third.index(), third.is_overflow(), third.raw()), (2, false, 2));
/// assert_eq!(IndexType::new(2, true).raw(), 0x8000_0002);
/// assert_eq!(NOT_FOUND.index(), (1 << 31) - 1);
/// assert_eq!(UNASSIGNED.index(), (1 << 31) - 2);
/// assert!(third.is_assigned() && !NOT_FOUND.is_assigned());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
#[repr(transparent)]
pub struct IndexType(u32);

/// The index of a key that was looked for in the outside world and does not exist there.
///
/// Zig: `bun.allocators.NotFound`.
///
/// # Examples
///
/// ```
/// use bun_alloc::{BSSMapInner, NOT_FOUND};
///
/// let map = BSSMapInner::<u32, 8, false>::new();
/// map.mark_not_found(map.get_or_put(b"/no/such/dir")?);
/// assert_eq!(map.get_or_put(b"/no/such/dir")?.index, NOT_FOUND);
/// assert_eq!(map.at_index_shared(NOT_FOUND), None);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[doc(alias = "NotFound")]
pub const NOT_FOUND: IndexType = IndexType::new(IndexType::INDEX_MASK, false);

/// The index of a key that has no value yet.
///
/// Zig: `bun.allocators.Unassigned`.
///
/// # Examples
///
/// ```
/// use bun_alloc::{BSSMapInner, UNASSIGNED};
///
/// let map = BSSMapInner::<u32, 8, false>::new();
/// let mut result = map.get_or_put(b"key")?;
/// assert_eq!(result.index, UNASSIGNED);
/// map.put_shared(&mut result, 7)?;
/// assert_ne!(result.index, UNASSIGNED);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[doc(alias = "Unassigned")]
pub const UNASSIGNED: IndexType = IndexType::new(IndexType::INDEX_MASK - 1, false);

impl IndexType {
    const INDEX_MASK: u32 = u32::MAX >> 1;

    /// Returns an index into the first block, or into the overflow blocks. Of `index`, the lower
    /// 31 bits count.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{IndexType, OverflowList};
    ///
    /// let list = OverflowList::<&str, 4>::new();
    /// list.append("first")?;
    /// assert_eq!(list.at_index(IndexType::new(0, true)), Some(&"first"));
    /// assert_eq!(IndexType::new(1 << 31 | 7, false), IndexType::new(7, false));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub const fn new(index: u32, is_overflow: bool) -> Self {
        Self(index & Self::INDEX_MASK | (is_overflow as u32) << 31)
    }

    /// Returns the index of item number `position` of a store whose first block holds `first_len`.
    /// The position is below [`LEN_MAX`](Self::LEN_MAX).
    pub(super) fn from_position(position: usize, first_len: usize) -> Self {
        let (index, is_overflow) = match position.checked_sub(first_len) {
            None => (position, false),
            Some(beyond) => (beyond, true),
        };
        debug_assert!(index < Self::LEN_MAX);
        #[expect(clippy::cast_possible_truncation, reason = "a position is below 2^31 - 2")]
        Self::new(index as u32, is_overflow)
    }

    /// Returns which item of a store this is. `None` for the two reserved values, and for an index
    /// into the first block that lies outside of it.
    pub(super) const fn position(self, first_len: usize) -> Option<usize> {
        if !self.is_assigned() {
            return None;
        }
        let index = self.index() as usize;
        if self.is_overflow() {
            first_len.checked_add(index)
        } else if index < first_len {
            Some(index)
        } else {
            None
        }
    }

    /// How many items a store can number: the reserved values are above.
    pub(super) const LEN_MAX: usize = (Self::INDEX_MASK - 1) as usize;

    /// Returns the 31-bit index.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::IndexType;
    ///
    /// // The same position in two places: the overflow bit is not part of it.
    /// assert_eq!(IndexType::new(7, false).index(), 7);
    /// assert_eq!(IndexType::new(7, true).index(), 7);
    /// ```
    #[must_use]
    pub const fn index(self) -> u32 {
        self.0 & Self::INDEX_MASK
    }

    /// Returns whether the item is in the overflow blocks.
    ///
    /// # Examples
    ///
    /// ```
    /// // The first block of this list holds two values.
    /// let list = bun_alloc::BSSList::<u32, 1>::new();
    /// let (first, _) = list.append_indexed(10)?;
    /// list.append(11)?;
    /// let (third, _) = list.append_indexed(12)?;
    /// assert!(!first.is_overflow() && third.is_overflow());
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub const fn is_overflow(self) -> bool {
        self.0 > Self::INDEX_MASK
    }

    /// Returns whether this is neither [`NOT_FOUND`] nor [`UNASSIGNED`].
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{BSSList, NOT_FOUND, UNASSIGNED};
    ///
    /// let (index, _) = BSSList::<u32, 4>::new().append_indexed(7)?;
    /// assert!(index.is_assigned());
    /// assert!(!NOT_FOUND.is_assigned() && !UNASSIGNED.is_assigned());
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub const fn is_assigned(self) -> bool {
        self.index() < UNASSIGNED.index()
    }

    /// Returns all 32 bits.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::IndexType;
    ///
    /// assert_eq!(IndexType::new(7, false).raw(), 7);
    /// assert_eq!(IndexType::new(7, true).raw(), 1 << 31 | 7);
    /// ```
    #[must_use]
    pub const fn raw(self) -> u32 {
        self.0
    }

    /// The inverse of [`raw`](Self::raw).
    pub(super) const fn from_raw(raw: u32) -> Self {
        Self(raw)
    }
}

impl fmt::Debug for IndexType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.index() == NOT_FOUND.index() {
            return f.write_str("NOT_FOUND");
        }
        if self.index() == UNASSIGNED.index() {
            return f.write_str("UNASSIGNED");
        }
        f.debug_struct("IndexType")
            .field("index", &self.index())
            .field("is_overflow", &self.is_overflow())
            .finish()
    }
}

/// What a map knows about a key.
///
/// Zig: `bun.allocators.ItemStatus`.
///
/// # Examples
///
/// ```
/// use bun_alloc::{BSSMapInner, ItemStatus};
///
/// let map = BSSMapInner::<u32, 8, false>::new();
/// let mut result = map.get_or_put(b"key")?;
/// assert_eq!(result.status, ItemStatus::Unknown);
/// map.put_shared(&mut result, 7)?;
/// assert_eq!(map.get_or_put(b"key")?.status, ItemStatus::Exists);
/// map.mark_not_found(result);
/// assert_eq!(map.get_or_put(b"key")?.status, ItemStatus::NotFound);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum ItemStatus {
    /// It has not been looked for yet.
    Unknown,
    /// It has a value.
    Exists,
    /// It was marked as not existing.
    NotFound,
}

/// The answer of `get_or_put`: everything needed to fill in the entry later without hashing the
/// key again.
///
/// The fields may be changed at will. A map checks an index before it uses it.
///
/// Zig: `bun.allocators.Result`.
///
/// # Examples
///
/// ```
/// use bun_alloc::{BSSMapInner, ItemStatus};
///
/// let map = BSSMapInner::<u32, 8, false>::new();
/// let first = map.get_or_put(b"key")?;
/// assert_eq!(first.status, ItemStatus::Unknown);
/// assert!(!first.has_checked_if_exists());
///
/// map.mark_not_found(first);
/// let second = map.get_or_put(b"key")?;
/// assert_eq!(second.status, ItemStatus::NotFound);
/// assert!(second.has_checked_if_exists());
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Result {
    /// The 64-bit Wyhash of the key: its whole identity.
    pub hash: u64,
    /// Where the value is, or one of [`NOT_FOUND`] and [`UNASSIGNED`].
    pub index: IndexType,
    /// What `index` says, at the time of the lookup.
    pub status: ItemStatus,
}

impl Result {
    /// Returns what a map that has `index` for the key with this hash answers.
    pub(super) const fn new(hash: u64, index: IndexType) -> Self {
        let status = if index.index() == NOT_FOUND.index() {
            ItemStatus::NotFound
        } else if index.index() == UNASSIGNED.index() {
            ItemStatus::Unknown
        } else {
            ItemStatus::Exists
        };
        Self { hash, index, status }
    }

    /// Returns whether the key has been looked for: it has a value, or is known not to exist.
    ///
    /// Zig: `Result.hasCheckedIfExists`.
    ///
    /// # Examples
    ///
    /// ```
    /// let map = bun_alloc::BSSMapInner::<u32, 8, false>::new();
    /// let result = map.get_or_put(b"/etc")?;
    /// if !result.has_checked_if_exists() {
    ///     // The file system is asked once.
    ///     map.mark_not_found(result);
    /// }
    /// assert!(map.get_or_put(b"/etc")?.has_checked_if_exists());
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "hasCheckedIfExists")]
    #[must_use]
    pub const fn has_checked_if_exists(&self) -> bool {
        self.index.index() != UNASSIGNED.index()
    }

    /// Returns whether the value is in the overflow blocks.
    ///
    /// Zig: `Result.isOverflowing`.
    ///
    /// # Examples
    ///
    /// ```
    /// // The first block of this map holds one value.
    /// let map = bun_alloc::BSSMapInner::<u32, 1, false>::new();
    /// let (mut a, mut b) = (map.get_or_put(b"a")?, map.get_or_put(b"b")?);
    /// map.put_shared(&mut a, 1)?;
    /// map.put_shared(&mut b, 2)?;
    /// assert!(!a.is_overflowing() && b.is_overflowing());
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "isOverflowing")]
    #[must_use]
    pub const fn is_overflowing(&self) -> bool {
        self.index.is_overflow()
    }
}

const _: () = assert!(size_of::<IndexType>() == 4);
const _: () = assert!(size_of::<Result>() == 16);
