//! [`ArrayBitSet`]: a set in an array of words.

use core::fmt;

use super::sealed::Sealed;
use super::shared::word_set_methods;
use super::simd::{self, And, AndNot, Or, Xor};
use super::words::{
    self, WORD_BITS, bit, check_index, check_range, filled, last_word_mask, num_masks_for,
};
use super::{BitSet, BitSetIterator, Range};

/// A set of `SIZE` bits in `NUM_MASKS` words, which is `num_masks_for(SIZE)`.
///
/// [`StaticBitSet`](super::StaticBitSet) computes the second number for most first ones. A wrong
/// one does not compile:
///
/// ```compile_fail,E0080
/// let set = bun_collections::bit_set::ArrayBitSet::<130, 2>::init_empty();
/// ```
///
/// The words cannot be assigned:
///
/// ```compile_fail,E0616
/// let mut set = bun_collections::StaticBitSet::<65>::init_empty();
/// set.masks = [0, usize::MAX];
/// ```
///
/// Zig: `bun.bit_set.ArrayBitSet(usize, SIZE)`.
///
/// # Examples
///
/// ```
/// use bun_collections::bit_set::{ArrayBitSet, num_masks_for};
///
/// const LEN: usize = 130;
/// let mut free = ArrayBitSet::<LEN, { num_masks_for(LEN) }>::init_full();
/// free.unset(128);
/// free.set_range_value(60..70, false);
/// assert_eq!(free.count(), 119);
/// assert!(free.iterator::<false, false>().take(3).eq([128, 69, 68]));
///
/// let taken = free.complement();
/// assert!(!taken.has_intersection(&free));
/// assert_eq!(taken.union_with(&free).count(), LEN);
/// assert_eq!((taken.find_first_set(), taken.find_last_set()), (Some(60), Some(128)));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[repr(transparent)]
pub struct ArrayBitSet<const SIZE: usize, const NUM_MASKS: usize> {
    /// Bits from `SIZE` on are zero.
    masks: [usize; NUM_MASKS],
}

impl<const SIZE: usize, const NUM_MASKS: usize> ArrayBitSet<SIZE, NUM_MASKS> {
    /// How many bits the set has.
    pub const BIT_LENGTH: usize = SIZE;

    /// Returns a set in which no bit is set.
    #[doc(alias = "initEmpty")]
    #[inline]
    #[must_use]
    pub const fn init_empty() -> Self {
        const { assert!(NUM_MASKS == num_masks_for(SIZE), "`NUM_MASKS` is num_masks_for(SIZE)") };
        Self { masks: [0; NUM_MASKS] }
    }

    /// Returns a set in which every bit is set.
    #[doc(alias = "initFull")]
    #[inline]
    #[must_use]
    pub const fn init_full() -> Self {
        let mut full = Self::init_empty();
        full.masks = [usize::MAX; NUM_MASKS];
        words::clear_padding(&mut full.masks, SIZE);
        full
    }

    /// Returns the set with these bits, or `None` if it has fewer than that.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::StaticBitSet;
    ///
    /// use bun_collections::bit_set::num_masks_for;
    ///
    /// const LAST: usize = num_masks_for(129) - 1;
    /// let mut words = [0; num_masks_for(129)];
    /// words[LAST] = 1;
    /// assert_eq!(StaticBitSet::<129>::from_words(words).unwrap().find_first_set(), Some(128));
    /// words[LAST] = 2;
    /// assert_eq!(StaticBitSet::<129>::from_words(words), None);
    /// ```
    #[must_use]
    pub const fn from_words(masks: [usize; NUM_MASKS]) -> Option<Self> {
        let mut set = Self::init_empty();
        if let Some(&last) = masks.last()
            && last & !last_word_mask(SIZE) != 0
        {
            return None;
        }
        set.masks = masks;
        Some(set)
    }

    #[inline(always)]
    pub(super) const fn masks(&self) -> &[usize] {
        &self.masks
    }

    #[inline(always)]
    pub(super) const fn masks_mut(&mut self) -> &mut [usize] {
        &mut self.masks
    }

    #[inline(always)]
    #[track_caller]
    pub(super) const fn mask(&self, index: usize) -> usize {
        check_index(index, SIZE);
        self.masks[index / WORD_BITS]
    }

    #[inline(always)]
    #[track_caller]
    pub(super) const fn mask_mut(&mut self, index: usize) -> &mut usize {
        check_index(index, SIZE);
        &mut self.masks[index / WORD_BITS]
    }

    /// Returns `SIZE`.
    #[inline]
    #[must_use]
    pub const fn bit_length(&self) -> usize {
        SIZE
    }

    /// Changes the bits that are set in `toggles`.
    #[doc(alias = "toggleSet")]
    #[inline]
    pub fn toggle_set(&mut self, toggles: &Self) {
        simd::combine_arrays::<Xor, _>(&mut self.masks, &toggles.masks);
    }

    /// Sets the bits that are set in `other`.
    #[doc(alias = "setUnion")]
    #[inline]
    pub fn set_union(&mut self, other: &Self) {
        simd::combine_arrays::<Or, _>(&mut self.masks, &other.masks);
    }

    /// Unsets the bits that are not set in `other`.
    #[doc(alias = "setIntersection")]
    #[inline]
    pub fn set_intersection(&mut self, other: &Self) {
        simd::combine_arrays::<And, _>(&mut self.masks, &other.masks);
    }

    /// Unsets the bits that are set in `other`.
    #[doc(alias = "setExclude")]
    #[inline]
    pub fn set_exclude(&mut self, other: &Self) {
        simd::combine_arrays::<AndNot, _>(&mut self.masks, &other.masks);
    }

    /// Returns whether the same bits are set.
    #[inline]
    #[must_use]
    pub fn eql(&self, other: &Self) -> bool {
        self == other
    }

    /// Returns whether each bit that is set is set in `other`.
    #[doc(alias = "subsetOf")]
    #[inline]
    #[must_use]
    pub fn subset_of(&self, other: &Self) -> bool {
        words::is_subset(&self.masks, &other.masks)
    }

    /// Returns whether each bit that is set in `other` is set.
    #[doc(alias = "supersetOf")]
    #[inline]
    #[must_use]
    pub fn superset_of(&self, other: &Self) -> bool {
        other.subset_of(self)
    }

    /// Returns whether a bit is set in both.
    #[doc(alias = "hasIntersection")]
    #[inline]
    #[must_use]
    pub fn has_intersection(&self, other: &Self) -> bool {
        words::intersect(&self.masks, &other.masks)
    }

    /// Returns the set of the bits that are not set.
    #[inline]
    #[must_use]
    pub fn complement(&self) -> Self {
        let mut result = *self;
        result.toggle_all();
        result
    }

    /// Returns the set of the bits that are set in either.
    #[doc(alias = "unionWith")]
    #[inline]
    #[must_use]
    pub fn union_with(&self, other: &Self) -> Self {
        let mut result = *self;
        result.set_union(other);
        result
    }

    /// Returns the set of the bits that are set in both.
    #[doc(alias = "intersectWith")]
    #[inline]
    #[must_use]
    pub fn intersect_with(&self, other: &Self) -> Self {
        let mut result = *self;
        result.set_intersection(other);
        result
    }

    /// Returns the set of the bits that are set in one only.
    #[doc(alias = "xorWith")]
    #[inline]
    #[must_use]
    pub fn xor_with(&self, other: &Self) -> Self {
        let mut result = *self;
        result.toggle_set(other);
        result
    }

    /// Returns the set of the bits that are set, but not in `other`.
    #[doc(alias = "differenceWith")]
    #[inline]
    #[must_use]
    pub fn difference_with(&self, other: &Self) -> Self {
        let mut result = *self;
        result.set_exclude(other);
        result
    }
}

impl<const SIZE: usize, const NUM_MASKS: usize> Default for ArrayBitSet<SIZE, NUM_MASKS> {
    #[inline]
    fn default() -> Self {
        Self::init_empty()
    }
}

word_set_methods!(ArrayBitSet<const SIZE, const NUM_MASKS>);

#[cfg(target_pointer_width = "64")]
const _: () = {
    assert!(size_of::<super::StaticBitSet<64>>() == 8);
    assert!(size_of::<super::StaticBitSet<65>>() == 16);
    assert!(size_of::<super::StaticBitSet<129>>() == 24);
    assert!(size_of::<super::StaticBitSet<4096>>() == 512);
};
