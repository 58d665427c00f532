//! What combines and compares two [`DynamicBitSetUnmanaged`], which may differ in length.

use bun_alloc::AllocError;

use super::length::must_match;
use super::simd::{self, And, AndNot, Combine, Or, Xor};
use super::words::{self, num_masks_for};
use super::{DynamicBitSetUnmanaged, LengthMismatch};

/// # Combining
///
/// The `try_` methods and those that panic do the same with sets of one length.
///
/// ```
/// use bun_collections::DynamicBitSetUnmanaged;
///
/// let mut set = DynamicBitSetUnmanaged::init_full(100)?;
/// let mut low = DynamicBitSetUnmanaged::init_empty(100)?;
/// low.set_range_value(0..90, true);
/// set.set_exclude(&low);
/// assert_eq!(set.count(), 10);
/// set.toggle_set(&low);
/// assert_eq!(set.count(), 100);
/// set.set_intersection(&low);
/// assert_eq!(set, low);
/// assert!(set.subset_of(&low) && set.superset_of(&low));
/// assert_eq!(set.difference_with(&low)?.find_first_set(), None);
/// assert!(set.try_set_union(&DynamicBitSetUnmanaged::new()).is_err());
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
impl DynamicBitSetUnmanaged {
    #[inline]
    fn combine<C: Combine>(&mut self, other: &Self) -> Result<(), LengthMismatch> {
        LengthMismatch::check(self.bit_length(), other.bit_length())?;
        simd::combine::<C>(self.masks_mut(), other.as_words());
        Ok(())
    }

    /// Sets the bits that are set in `other`.
    ///
    /// # Errors
    ///
    /// When the lengths differ; nothing has changed.
    #[inline]
    pub fn try_set_union(&mut self, other: &Self) -> Result<(), LengthMismatch> {
        self.combine::<Or>(other)
    }

    /// Sets the bits that are set in `other`.
    ///
    /// # Panics
    ///
    /// When the lengths differ.
    #[doc(alias = "setUnion")]
    #[inline]
    #[track_caller]
    pub fn set_union(&mut self, other: &Self) {
        must_match(self.try_set_union(other));
    }

    /// Unsets the bits that are not set in `other`.
    ///
    /// # Errors
    ///
    /// When the lengths differ; nothing has changed.
    #[inline]
    pub fn try_set_intersection(&mut self, other: &Self) -> Result<(), LengthMismatch> {
        self.combine::<And>(other)
    }

    /// Unsets the bits that are not set in `other`.
    ///
    /// # Panics
    ///
    /// When the lengths differ.
    #[doc(alias = "setIntersection")]
    #[inline]
    #[track_caller]
    pub fn set_intersection(&mut self, other: &Self) {
        must_match(self.try_set_intersection(other));
    }

    /// Changes the bits that are set in `toggles`.
    ///
    /// # Errors
    ///
    /// When the lengths differ; nothing has changed.
    #[inline]
    pub fn try_toggle_set(&mut self, toggles: &Self) -> Result<(), LengthMismatch> {
        self.combine::<Xor>(toggles)
    }

    /// Changes the bits that are set in `toggles`.
    ///
    /// # Panics
    ///
    /// When the lengths differ.
    #[doc(alias = "toggleSet")]
    #[inline]
    #[track_caller]
    pub fn toggle_set(&mut self, toggles: &Self) {
        must_match(self.try_toggle_set(toggles));
    }

    /// Unsets the bits that are set in `other`.
    ///
    /// # Errors
    ///
    /// When the lengths differ; nothing has changed.
    #[inline]
    pub fn try_set_exclude(&mut self, other: &Self) -> Result<(), LengthMismatch> {
        self.combine::<AndNot>(other)
    }

    /// Unsets the bits that are set in `other`.
    ///
    /// # Panics
    ///
    /// When the lengths differ.
    #[doc(alias = "setExclude")]
    #[inline]
    #[track_caller]
    pub fn set_exclude(&mut self, other: &Self) {
        must_match(self.try_set_exclude(other));
    }

    /// Unsets the bits that are set in `other` or in `third`.
    ///
    /// # Errors
    ///
    /// When the lengths differ; nothing has changed.
    pub fn try_set_exclude_two(
        &mut self,
        other: &Self,
        third: &Self,
    ) -> Result<(), LengthMismatch> {
        LengthMismatch::check(self.bit_length(), third.bit_length())?;
        self.try_set_exclude(other)?;
        self.try_set_exclude(third)
    }

    /// Unsets the bits that are set in `other` or in `third`.
    ///
    /// # Panics
    ///
    /// When the lengths differ.
    #[doc(alias = "setExcludeTwo")]
    #[track_caller]
    pub fn set_exclude_two(&mut self, other: &Self, third: &Self) {
        must_match(self.try_set_exclude_two(other, third));
    }

    /// Takes over the bits of `other`, as far as this set has them.
    ///
    /// # Errors
    ///
    /// When `other` is the shorter one; nothing has changed.
    pub fn try_copy_into(&mut self, other: &Self) -> Result<(), LengthMismatch> {
        let bit_length = self.bit_length();
        if bit_length > other.bit_length() {
            return Err(LengthMismatch { bit_length, other: other.bit_length() });
        }
        let words = &mut self.masks_mut()[..num_masks_for(bit_length)];
        words.copy_from_slice(&other.as_words()[..words.len()]);
        words::clear_padding(words, bit_length);
        Ok(())
    }

    /// Takes over the bits of `other`, as far as this set has them. (The name is Zig's.)
    ///
    /// # Panics
    ///
    /// When `other` is the shorter one.
    #[doc(alias = "copyInto")]
    #[track_caller]
    pub fn copy_into(&mut self, other: &Self) {
        must_match(self.try_copy_into(other));
    }

    /// Returns whether the lengths are equal and the same bits are set.
    #[inline]
    #[must_use]
    pub fn eql(&self, other: &Self) -> bool {
        self == other
    }

    /// Returns whether the lengths are equal and each bit that is set is set in `other`.
    #[doc(alias = "subsetOf")]
    #[inline]
    #[must_use]
    pub fn subset_of(&self, other: &Self) -> bool {
        self.bit_length() == other.bit_length()
            && words::is_subset(self.as_words(), other.as_words())
    }

    /// Returns whether the lengths are equal and each bit that is set in `other` is set.
    #[doc(alias = "supersetOf")]
    #[inline]
    #[must_use]
    pub fn superset_of(&self, other: &Self) -> bool {
        other.subset_of(self)
    }

    /// Returns whether a bit is set in both. The lengths may differ.
    #[doc(alias = "hasIntersection")]
    #[inline]
    #[must_use]
    pub fn has_intersection(&self, other: &Self) -> bool {
        let (words, others) = (self.as_words(), other.as_words());
        let count = words.len().min(others.len());
        words::intersect(&words[..count], &others[..count])
    }

    /// Returns the set of the bits that are not set.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for it.
    pub fn complement(&self) -> Result<Self, AllocError> {
        let mut result = self.try_clone()?;
        result.toggle_all();
        Ok(result)
    }

    /// Returns the set of the bits that are set in either.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for it.
    ///
    /// # Panics
    ///
    /// When the lengths differ.
    #[doc(alias = "unionWith")]
    #[track_caller]
    pub fn union_with(&self, other: &Self) -> Result<Self, AllocError> {
        let mut result = self.try_clone()?;
        result.set_union(other);
        Ok(result)
    }

    /// Returns the set of the bits that are set in both.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for it.
    ///
    /// # Panics
    ///
    /// When the lengths differ.
    #[doc(alias = "intersectWith")]
    #[track_caller]
    pub fn intersect_with(&self, other: &Self) -> Result<Self, AllocError> {
        let mut result = self.try_clone()?;
        result.set_intersection(other);
        Ok(result)
    }

    /// Returns the set of the bits that are set in one only.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for it.
    ///
    /// # Panics
    ///
    /// When the lengths differ.
    #[doc(alias = "xorWith")]
    #[track_caller]
    pub fn xor_with(&self, other: &Self) -> Result<Self, AllocError> {
        let mut result = self.try_clone()?;
        result.toggle_set(other);
        Ok(result)
    }

    /// Returns the set of the bits that are set, but not in `other`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for it.
    ///
    /// # Panics
    ///
    /// When the lengths differ.
    #[doc(alias = "differenceWith")]
    #[track_caller]
    pub fn difference_with(&self, other: &Self) -> Result<Self, AllocError> {
        let mut result = self.try_clone()?;
        result.set_exclude(other);
        Ok(result)
    }
}
