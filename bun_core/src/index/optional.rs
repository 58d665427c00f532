//! An index that may be missing, in the same four bytes.

use core::fmt;
use core::hash::{Hash, Hasher};
use core::marker::PhantomData;

use super::{GenericIndex, GenericIndexInt};

/// A [`GenericIndex`] or none, in the size of the index: the largest number is none.
///
/// Zig: `bun.GenericIndex(…).Optional`.
///
/// # Examples
///
/// ```
/// use bun_core::{GenericIndex, GenericIndexOptional};
///
/// let mut parent = GenericIndexOptional::<u32>::NONE;
/// assert_eq!(parent.unwrap(), None);
/// parent = GenericIndex::init(3).to_optional();
/// assert_eq!(parent.unwrap(), Some(GenericIndex::init(3)));
/// assert_eq!(size_of_val(&parent), 4);
/// ```
#[repr(transparent)]
pub struct GenericIndexOptional<I, M = ()>(I, PhantomData<fn() -> M>);

impl<I: GenericIndexInt, M> GenericIndexOptional<I, M> {
    /// No index.
    pub const NONE: Self = Self(I::NONE, PhantomData);

    /// The index with this number, or none.
    ///
    /// # Panics
    ///
    /// In debug builds when the number is the largest.
    #[inline]
    #[must_use]
    pub fn init(number: Option<I>) -> Self {
        number.map_or(Self::NONE, |number| GenericIndex::init(number).to_optional())
    }

    /// This index.
    #[inline]
    #[must_use]
    pub fn some(index: GenericIndex<I, M>) -> Self {
        Self::from_index(index)
    }

    #[inline]
    pub(super) fn from_index(index: GenericIndex<I, M>) -> Self {
        Self(index.get(), PhantomData)
    }

    /// The index, if there is one. Zig's `unwrap`: never panics.
    #[inline]
    #[must_use]
    pub fn unwrap(self) -> Option<GenericIndex<I, M>> {
        self.unwrap_get().map(GenericIndex::init)
    }

    /// As [`unwrap`](Self::unwrap).
    #[inline]
    #[must_use]
    pub fn get(self) -> Option<GenericIndex<I, M>> {
        self.unwrap()
    }

    /// The number of the index, if there is one.
    ///
    /// Zig: `Optional.unwrapGet`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::GenericIndexOptional;
    ///
    /// assert_eq!(GenericIndexOptional::<u32>::init(Some(4)).unwrap_get(), Some(4));
    /// assert_eq!(GenericIndexOptional::<u32>::NONE.unwrap_get(), None);
    /// ```
    #[doc(alias = "unwrapGet")]
    #[inline]
    #[must_use]
    pub fn unwrap_get(self) -> Option<I> {
        (self.0 != I::NONE).then_some(self.0)
    }

    /// Whether there is an index.
    #[inline]
    #[must_use]
    pub fn is_some(self) -> bool {
        self.0 != I::NONE
    }

    /// Whether there is no index.
    #[inline]
    #[must_use]
    pub fn is_none(self) -> bool {
        self.0 == I::NONE
    }
}

impl<I: Copy, M> Copy for GenericIndexOptional<I, M> {}

impl<I: Copy, M> Clone for GenericIndexOptional<I, M> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<I: PartialEq, M> PartialEq for GenericIndexOptional<I, M> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<I: Eq, M> Eq for GenericIndexOptional<I, M> {}

impl<I: Hash, M> Hash for GenericIndexOptional<I, M> {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

/// [`GenericIndexOptional::NONE`].
impl<I: GenericIndexInt, M> Default for GenericIndexOptional<I, M> {
    #[inline]
    fn default() -> Self {
        Self::NONE
    }
}

impl<I: GenericIndexInt, M> From<Option<GenericIndex<I, M>>> for GenericIndexOptional<I, M> {
    #[inline]
    fn from(index: Option<GenericIndex<I, M>>) -> Self {
        index.map_or(Self::NONE, Self::from_index)
    }
}

/// As `Option` prints.
impl<I: GenericIndexInt + fmt::Debug, M> fmt::Debug for GenericIndexOptional<I, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.unwrap_get().fmt(f)
    }
}
