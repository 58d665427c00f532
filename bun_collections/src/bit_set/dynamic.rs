//! [`DynamicBitSetUnmanaged`]: a set in a block of words.

use core::fmt;
use core::hash::{Hash, Hasher};

use bun_alloc::{AllocError, handle_oom};

use super::block::Block;
use super::sealed::Sealed;
use super::shared::word_set_methods;
use super::words::{self, bit, check_range, filled, num_masks_for};
use super::{BitSet, BitSetIterator, Range, simd};

/// A set of a number of bits that is known at run time, in one block.
///
/// [`DynamicBitSet`](super::DynamicBitSet) is the same under the name that Zig gives to the set
/// that holds its allocator. The words and the length cannot be assigned:
///
/// ```compile_fail,E0616
/// let mut set = bun_collections::DynamicBitSetUnmanaged::init_empty(3)?;
/// set.block = Default::default();
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// Zig: `bun.bit_set.DynamicBitSetUnmanaged`. The number of words, which the original keeps in
/// front of them, is part of the struct here: struct and block take as much together.
///
/// # Examples
///
/// ```
/// use bun_collections::DynamicBitSetUnmanaged;
///
/// let mut set = DynamicBitSetUnmanaged::init_empty(70)?;
/// set.set(5);
/// set.set(69);
/// set.resize(130, true)?;
/// assert_eq!(set.count(), 62);
/// set.resize(60, false)?;
/// set.resize(64, true)?;
/// assert!(set.iter_set().eq([5, 60, 61, 62, 63]));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Default)]
pub struct DynamicBitSetUnmanaged {
    block: Block,
}

impl DynamicBitSetUnmanaged {
    /// Returns a set of no bits. Does not allocate.
    #[doc(alias = "empty")]
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
    pub fn init_empty(bit_length: usize) -> Result<Self, AllocError> {
        let mut set = Self::new();
        set.resize(bit_length, false)?;
        Ok(set)
    }

    /// Returns a set in which every bit is set.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for so many bits.
    #[doc(alias = "initFull")]
    pub fn init_full(bit_length: usize) -> Result<Self, AllocError> {
        let mut set = Self::new();
        set.resize(bit_length, true)?;
        Ok(set)
    }

    /// Gives the set another length. Bits that it gains are set if `fill`.
    ///
    /// Allocates exactly as many words as are needed, and copies them. A set that gets shorter
    /// keeps its block when there is no memory for the smaller one.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for a set that gets longer.
    pub fn resize(&mut self, new_len: usize, fill: bool) -> Result<(), AllocError> {
        self.block.resize(new_len, fill)
    }

    /// Returns how many bits the set has, set or not.
    #[inline]
    #[must_use]
    pub const fn bit_length(&self) -> usize {
        self.block.bit_length()
    }

    #[inline(always)]
    pub(super) const fn masks(&self) -> &[usize] {
        self.block.masks()
    }

    #[inline(always)]
    pub(super) const fn masks_mut(&mut self) -> &mut [usize] {
        self.block.masks_mut()
    }

    #[inline(always)]
    #[track_caller]
    pub(super) const fn mask(&self, index: usize) -> usize {
        self.block.mask(index)
    }

    #[inline(always)]
    #[track_caller]
    pub(super) const fn mask_mut(&mut self, index: usize) -> &mut usize {
        self.block.mask_mut(index)
    }

    /// Returns the bytes of the words, in the order of the machine.
    ///
    /// Zig's has a word more, which lies behind the block.
    #[inline]
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        bytemuck::cast_slice(self.as_words())
    }

    /// Returns a copy.
    ///
    /// [`clone`](Self::clone) is the same under the name that code ported from Zig uses.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for it.
    pub fn try_clone(&self) -> Result<Self, AllocError> {
        Ok(Self { block: self.block.try_clone()? })
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

impl Clone for DynamicBitSetUnmanaged {
    fn clone(&self) -> Self {
        handle_oom(self.try_clone())
    }
}

impl PartialEq for DynamicBitSetUnmanaged {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.bit_length() == other.bit_length() && self.as_words() == other.as_words()
    }
}

impl Eq for DynamicBitSetUnmanaged {}

impl Hash for DynamicBitSetUnmanaged {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bit_length().hash(state);
        self.as_words().hash(state);
    }
}

word_set_methods!(DynamicBitSetUnmanaged);
