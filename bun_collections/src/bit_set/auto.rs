//! [`AutoBitSet`]: a set that allocates only when it is long.

use core::fmt;
use core::hash::{Hash, Hasher};

use bun_alloc::{AllocError, handle_oom};
use bun_wyhash::Wyhash;

use super::length::must_match;
use super::sealed::Sealed;
use super::shared::word_set_methods;
use super::simd::{self, Or};
use super::words::{self, WORD_BITS, bit, check_range, filled, num_masks_for};
use super::{ArrayBitSet, BitSet, BitSetIterator, DynamicBitSetUnmanaged, LengthMismatch, Range};

/// The set in an [`AutoBitSet`] that does not allocate: one bit less than two words.
pub type AutoBitSetStatic = ArrayBitSet<{ 2 * WORD_BITS - 1 }, 2>;

/// The bits of an [`AutoBitSet`], set if `KIND_SET` and rising if `DIR_FWD`.
pub type AutoBitSetIterator<'a, const KIND_SET: bool, const DIR_FWD: bool> =
    BitSetIterator<'a, KIND_SET, DIR_FWD>;

/// A set that is inline up to 127 bits (63 where a word has 32), and in a block above that.
///
/// As in Zig, a set that is inline does not know how many bits it was made for: it has 127 of
/// them. Two sets are equal, and have the same hash, when their words are the same.
///
/// Zig: `bun.bit_set.AutoBitSet`.
///
/// # Examples
///
/// ```
/// use bun_collections::AutoBitSet;
///
/// let mut entry_points = AutoBitSet::init_empty(6)?;
/// entry_points.set(5);
/// assert!(matches!(entry_points, AutoBitSet::Static(_)));
/// assert_eq!((entry_points.count(), entry_points.find_first_set()), (1, Some(5)));
///
/// let mut many = AutoBitSet::init_empty(1000)?;
/// many.set(999);
/// many.set_union(&entry_points);
/// let mut seen = Vec::new();
/// many.for_each(&mut seen, |seen, index| seen.push(index));
/// assert_eq!(seen, [5, 999]);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
pub enum AutoBitSet {
    /// Inline.
    Static(AutoBitSetStatic),
    /// In a block.
    Dynamic(DynamicBitSetUnmanaged),
}

impl AutoBitSet {
    /// Returns whether a set of so many bits allocates.
    #[doc(alias = "needsDynamic")]
    #[inline]
    #[must_use]
    pub const fn needs_dynamic(bit_length: usize) -> bool {
        bit_length > AutoBitSetStatic::BIT_LENGTH
    }

    /// Returns a set in which no bit is set.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for so many bits.
    #[doc(alias = "initEmpty")]
    pub fn init_empty(bit_length: usize) -> Result<Self, AllocError> {
        if Self::needs_dynamic(bit_length) {
            Ok(Self::Dynamic(DynamicBitSetUnmanaged::init_empty(bit_length)?))
        } else {
            Ok(Self::Static(AutoBitSetStatic::init_empty()))
        }
    }

    /// Returns how many bits the set has: 127 if it is inline, whatever it was made for.
    #[inline]
    #[must_use]
    pub const fn bit_length(&self) -> usize {
        match self {
            Self::Static(set) => set.bit_length(),
            Self::Dynamic(set) => set.bit_length(),
        }
    }

    #[inline(always)]
    const fn masks(&self) -> &[usize] {
        match self {
            Self::Static(set) => set.masks(),
            Self::Dynamic(set) => set.masks(),
        }
    }

    #[inline(always)]
    const fn masks_mut(&mut self) -> &mut [usize] {
        match self {
            Self::Static(set) => set.masks_mut(),
            Self::Dynamic(set) => set.masks_mut(),
        }
    }

    #[inline(always)]
    #[track_caller]
    const fn mask(&self, index: usize) -> usize {
        match self {
            Self::Static(set) => set.mask(index),
            Self::Dynamic(set) => set.mask(index),
        }
    }

    #[inline(always)]
    #[track_caller]
    const fn mask_mut(&mut self, index: usize) -> &mut usize {
        match self {
            Self::Static(set) => set.mask_mut(index),
            Self::Dynamic(set) => set.mask_mut(index),
        }
    }

    /// Returns the bytes of the words, in the order of the machine: 16 if the set is inline.
    #[doc(alias = "rawBytes")]
    #[inline]
    #[must_use]
    pub fn raw_bytes(&self) -> &[u8] {
        bytemuck::cast_slice(self.as_words())
    }

    /// Returns [`raw_bytes`](Self::raw_bytes). The length is not used.
    #[inline]
    #[must_use]
    pub fn bytes(&self, _bit_length: usize) -> &[u8] {
        self.raw_bytes()
    }

    /// Returns `bun.hash` of the bytes of the words, in little-endian order on every machine.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::AutoBitSet;
    ///
    /// # #[cfg(target_pointer_width = "64")]
    /// assert_eq!(AutoBitSet::init_empty(127)?.hash(), 0x42cc_592e_9506_9169);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn hash(&self) -> u64 {
        if cfg!(target_endian = "little") {
            return bun_wyhash::hash(self.raw_bytes());
        }
        let mut hasher = Wyhash::init(0);
        for word in self.as_words() {
            hasher.update(&word.to_le_bytes());
        }
        hasher.final_()
    }

    /// Returns whether the words are the same.
    #[inline]
    #[must_use]
    pub fn eql(&self, b: &Self) -> bool {
        self == b
    }

    /// Returns whether a bit is set in both. As in Zig, a set that is inline and one that is not
    /// have none in common.
    #[doc(alias = "hasIntersection")]
    #[inline]
    #[must_use]
    pub fn has_intersection(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Static(set), Self::Static(other)) => set.has_intersection(other),
            (Self::Dynamic(set), Self::Dynamic(other)) => set.has_intersection(other),
            _ => false,
        }
    }

    /// Sets the bits that are set in `other`. When one set is inline and the other is not, the
    /// bits that both have are considered.
    ///
    /// # Errors
    ///
    /// When both are in blocks and their lengths differ; nothing has changed.
    pub fn try_set_union(&mut self, other: &Self) -> Result<(), LengthMismatch> {
        if let (Self::Dynamic(set), Self::Dynamic(other)) = (&mut *self, other) {
            return set.try_set_union(other);
        }
        let bit_length = self.bit_length();
        let words = self.as_words_mut();
        simd::combine::<Or>(words, other.masks());
        words::clear_padding(words, bit_length);
        Ok(())
    }

    /// Sets the bits that are set in `other`. When one set is inline and the other is not, the
    /// bits that both have are considered.
    ///
    /// # Panics
    ///
    /// When both are in blocks and their lengths differ.
    #[doc(alias = "setUnion")]
    #[track_caller]
    pub fn set_union(&mut self, other: &Self) {
        must_match(self.try_set_union(other));
    }

    /// Calls `function` with `ctx` and each bit that is set, rising.
    #[doc(alias = "forEach")]
    pub fn for_each<Ctx>(&self, ctx: &mut Ctx, mut function: impl FnMut(&mut Ctx, usize)) {
        self.iter_set().for_each(|index| function(ctx, index));
    }

    /// Returns a copy.
    ///
    /// [`clone`](Self::clone) is the same under the name that code ported from Zig uses.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for it.
    pub fn try_clone(&self) -> Result<Self, AllocError> {
        match self {
            Self::Static(set) => Ok(Self::Static(*set)),
            Self::Dynamic(set) => Ok(Self::Dynamic(set.try_clone()?)),
        }
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

impl Clone for AutoBitSet {
    fn clone(&self) -> Self {
        handle_oom(self.try_clone())
    }
}

impl Default for AutoBitSet {
    /// Returns a set of 127 bits, of which none is set.
    #[inline]
    fn default() -> Self {
        Self::Static(AutoBitSetStatic::init_empty())
    }
}

impl PartialEq for AutoBitSet {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.as_words() == other.as_words()
    }
}

impl Eq for AutoBitSet {}

impl Hash for AutoBitSet {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_words().hash(state);
    }
}

word_set_methods!(AutoBitSet);

const _: () = assert!(size_of::<AutoBitSet>() == 3 * size_of::<usize>());
