//! [`DynamicBitSet`]: Zig's set of run-time length that holds its allocator.

use core::fmt;
use core::ops::{Deref, DerefMut};

use bun_alloc::{AllocError, handle_oom};

use super::sealed::Sealed;
use super::{BitSet, DynamicBitSetUnmanaged};

/// A set of a number of bits that is known at run time.
///
/// It has the methods of [`DynamicBitSetUnmanaged`], but for [`copy_into`](Self::copy_into), which
/// copies the other way. There are two types because Zig has two; there is no allocator to hold
/// here.
///
/// Zig: `bun.bit_set.DynamicBitSet`.
///
/// # Examples
///
/// ```
/// use bun_collections::DynamicBitSet;
///
/// let mut visited = DynamicBitSet::init_empty(1000)?;
/// visited.set(7);
/// visited.set(999);
/// assert!(visited.is_set(7) && !visited.unmanaged.is_set(8));
/// assert!(visited.iter_set().eq([7, 999]));
/// visited.resize(8, false)?;
/// assert_eq!((visited.count(), visited.capacity()), (1, 8));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Default, PartialEq, Eq, Hash)]
#[repr(transparent)]
pub struct DynamicBitSet {
    /// The set.
    pub unmanaged: DynamicBitSetUnmanaged,
}

impl DynamicBitSet {
    /// Returns a set of no bits. Does not allocate.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns a set in which no bit is set.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for so many bits.
    #[doc(alias = "initEmpty")]
    #[inline]
    pub fn init_empty(bit_length: usize) -> Result<Self, AllocError> {
        Ok(Self { unmanaged: DynamicBitSetUnmanaged::init_empty(bit_length)? })
    }

    /// Returns a set in which every bit is set.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for so many bits.
    #[doc(alias = "initFull")]
    #[inline]
    pub fn init_full(bit_length: usize) -> Result<Self, AllocError> {
        Ok(Self { unmanaged: DynamicBitSetUnmanaged::init_full(bit_length)? })
    }

    /// Gives `other` the bits of this set, as far as it has them.
    ///
    /// # Panics
    ///
    /// When `other` is the longer one.
    #[doc(alias = "copyInto")]
    #[track_caller]
    pub fn copy_into(&self, other: &mut Self) {
        other.unmanaged.copy_into(&self.unmanaged);
    }

    /// Returns a copy.
    ///
    /// [`clone`](Self::clone) is the same under the name that code ported from Zig uses.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for it.
    #[inline]
    pub fn try_clone(&self) -> Result<Self, AllocError> {
        Ok(Self { unmanaged: self.unmanaged.try_clone()? })
    }

    /// Returns a copy; forwards to [`try_clone`](Self::try_clone).
    ///
    /// It hides `Clone::clone`, which stops the process when memory runs out.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for it.
    #[expect(clippy::should_implement_trait, reason = "it is, and this one can fail")]
    #[inline]
    pub fn clone(&self) -> Result<Self, AllocError> {
        self.try_clone()
    }
}

impl Deref for DynamicBitSet {
    type Target = DynamicBitSetUnmanaged;

    #[inline]
    fn deref(&self) -> &DynamicBitSetUnmanaged {
        &self.unmanaged
    }
}

impl DerefMut for DynamicBitSet {
    #[inline]
    fn deref_mut(&mut self) -> &mut DynamicBitSetUnmanaged {
        &mut self.unmanaged
    }
}

impl From<DynamicBitSetUnmanaged> for DynamicBitSet {
    #[inline]
    fn from(unmanaged: DynamicBitSetUnmanaged) -> Self {
        Self { unmanaged }
    }
}

impl Clone for DynamicBitSet {
    fn clone(&self) -> Self {
        handle_oom(self.try_clone())
    }
}

impl fmt::Debug for DynamicBitSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.unmanaged.fmt(f)
    }
}

impl Sealed for DynamicBitSet {}

impl BitSet for DynamicBitSet {
    #[inline]
    fn bit_length(&self) -> usize {
        self.unmanaged.bit_length()
    }

    #[inline]
    fn words(&self) -> impl Iterator<Item = usize> {
        self.unmanaged.words()
    }
}
