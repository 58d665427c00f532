//! [`IntegerBitSet`]: a set in one integer.

use core::borrow::Borrow;
use core::fmt;

use super::sealed::Sealed;
use super::words::{check_index, check_range, num_masks_for};
use super::{BitSet, IntegerWidth, Range, SingleWordIterator, Width, Word};

/// A set of `N` bits, at most 128, in the smallest integer that has so many.
///
/// It is `Copy`: methods that only read take it by value, and another set is taken by value or by
/// reference. `N` is one of [`IntegerWidth`]:
///
/// ```compile_fail,E0277
/// let set = bun_collections::IntegerBitSet::<129>::init_empty();
/// ```
///
/// What it would be if its bits could be assigned is not a set, so they cannot:
///
/// ```compile_fail,E0616
/// let mut set = bun_collections::IntegerBitSet::<3>::init_empty();
/// set.mask = 0xff;
/// ```
///
/// Zig: `bun.bit_set.IntegerBitSet`. One of no bits takes a byte here.
///
/// # Examples
///
/// ```
/// use bun_collections::IntegerBitSet;
///
/// let mut used = IntegerBitSet::<10>::init_empty();
/// used.set(3);
/// used.set(9);
/// assert!(used.is_set(3) && !used.is_set(4));
/// assert_eq!((used.count(), used.find_first_unset()), (2, Some(0)));
/// assert_eq!(used.toggle_first_set(), Some(3));
/// assert_eq!(used.complement().mask(), 0b01_1111_1111);
/// assert_eq!(size_of_val(&used), 2);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[repr(transparent)]
pub struct IntegerBitSet<const N: usize>
where
    Width<N>: IntegerWidth,
{
    /// Bits from `N` on are zero.
    mask: <Width<N> as IntegerWidth>::Word,
}

impl<const N: usize> IntegerBitSet<N>
where
    Width<N>: IntegerWidth,
{
    /// How many bits the set has.
    pub const BIT_LENGTH: usize = N;

    /// Returns a set in which no bit is set.
    #[doc(alias = "initEmpty")]
    #[inline]
    #[must_use]
    pub const fn init_empty() -> Self {
        Self { mask: Word::ZERO }
    }

    /// Returns a set in which every bit is set.
    #[doc(alias = "initFull")]
    #[inline]
    #[must_use]
    pub const fn init_full() -> Self {
        Self { mask: <Width<N> as IntegerWidth>::ALL }
    }

    /// Returns the set with these bits, or `None` if it has fewer than that.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::IntegerBitSet;
    ///
    /// let set = IntegerBitSet::<3>::from_mask(0b101).unwrap();
    /// assert!(set.iter_set().eq([0, 2]));
    /// assert_eq!(IntegerBitSet::<3>::from_mask(0b1000), None);
    /// ```
    #[inline]
    #[must_use]
    pub fn from_mask(mask: <Width<N> as IntegerWidth>::Word) -> Option<Self> {
        (mask & !<Width<N> as IntegerWidth>::ALL == Word::ZERO).then_some(Self { mask })
    }

    /// Returns the integer. Bits from `N` on are zero.
    #[inline]
    #[must_use]
    pub const fn mask(self) -> <Width<N> as IntegerWidth>::Word {
        self.mask
    }

    #[inline]
    fn bit(index: usize) -> <Width<N> as IntegerWidth>::Word {
        Word::bit(index)
    }

    #[inline]
    fn below(count: usize) -> <Width<N> as IntegerWidth>::Word {
        Word::below(count)
    }

    /// Returns `N`.
    #[inline]
    #[must_use]
    pub const fn capacity(self) -> usize {
        N
    }

    /// Returns `N`.
    #[inline]
    #[must_use]
    pub const fn bit_length(self) -> usize {
        N
    }

    /// Returns whether a bit is set.
    ///
    /// # Panics
    ///
    /// When `index` is not below `N`.
    #[doc(alias = "isSet")]
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn is_set(self, index: usize) -> bool {
        check_index(index, N);
        self.mask & Self::bit(index) != Word::ZERO
    }

    /// Returns whether a bit is set, or `out_of_bounds` for an index that is not below `N`.
    #[doc(alias = "isSetAllowOutOfBound")]
    #[inline]
    #[must_use]
    pub fn is_set_allow_out_of_bound(self, index: usize, out_of_bounds: bool) -> bool {
        if index < N { self.is_set(index) } else { out_of_bounds }
    }

    /// Returns how many bits are set.
    #[inline]
    #[must_use]
    pub fn count(self) -> usize {
        self.mask.count()
    }

    /// Sets or unsets a bit.
    ///
    /// # Panics
    ///
    /// When `index` is not below `N`.
    #[doc(alias = "setValue")]
    #[inline]
    #[track_caller]
    pub fn set_value(&mut self, index: usize, value: bool) {
        if value { self.set(index) } else { self.unset(index) }
    }

    /// Sets a bit.
    ///
    /// # Panics
    ///
    /// When `index` is not below `N`.
    #[inline]
    #[track_caller]
    pub fn set(&mut self, index: usize) {
        check_index(index, N);
        self.mask = self.mask | Self::bit(index);
    }

    /// Unsets a bit.
    ///
    /// # Panics
    ///
    /// When `index` is not below `N`.
    #[inline]
    #[track_caller]
    pub fn unset(&mut self, index: usize) {
        check_index(index, N);
        self.mask = self.mask & !Self::bit(index);
    }

    /// Changes a bit.
    ///
    /// # Panics
    ///
    /// When `index` is not below `N`.
    #[inline]
    #[track_caller]
    pub fn toggle(&mut self, index: usize) {
        check_index(index, N);
        self.mask = self.mask ^ Self::bit(index);
    }

    /// Sets or unsets the bits of a range.
    ///
    /// # Panics
    ///
    /// When the range ends before it starts, or above `N`.
    #[doc(alias = "setRangeValue")]
    #[inline]
    #[track_caller]
    pub fn set_range_value(&mut self, range: impl Into<Range>, value: bool) {
        let Range { start, end } = range.into();
        check_range(start, end, N);
        let bits = Self::below(end) & !Self::below(start);
        self.mask = if value { self.mask | bits } else { self.mask & !bits };
    }

    /// Sets or unsets every bit.
    #[doc(alias = "setAll")]
    #[doc(alias = "unsetAll")]
    #[inline]
    pub const fn set_all(&mut self, value: bool) {
        *self = if value { Self::init_full() } else { Self::init_empty() };
    }

    /// Changes every bit.
    #[doc(alias = "toggleAll")]
    #[inline]
    pub fn toggle_all(&mut self) {
        *self = self.complement();
    }

    /// Changes the bits that are set in `toggles`.
    #[doc(alias = "toggleSet")]
    #[inline]
    pub fn toggle_set(&mut self, toggles: impl Borrow<Self>) {
        *self = self.xor_with(toggles);
    }

    /// Sets the bits that are set in `other`.
    #[doc(alias = "setUnion")]
    #[inline]
    pub fn set_union(&mut self, other: impl Borrow<Self>) {
        *self = self.union_with(other);
    }

    /// Unsets the bits that are not set in `other`.
    #[doc(alias = "setIntersection")]
    #[inline]
    pub fn set_intersection(&mut self, other: impl Borrow<Self>) {
        *self = self.intersect_with(other);
    }

    /// Unsets the bits that are set in `other`.
    #[doc(alias = "setExclude")]
    #[inline]
    pub fn set_exclude(&mut self, other: impl Borrow<Self>) {
        *self = self.difference_with(other);
    }

    /// Returns the lowest bit that is set.
    #[doc(alias = "findFirstSet")]
    #[inline]
    #[must_use]
    pub fn find_first_set(self) -> Option<usize> {
        self.mask.first()
    }

    /// Returns the highest bit that is set.
    #[doc(alias = "findLastSet")]
    #[inline]
    #[must_use]
    pub fn find_last_set(self) -> Option<usize> {
        self.mask.last()
    }

    /// Returns the lowest bit that is not set.
    #[doc(alias = "findFirstUnset")]
    #[inline]
    #[must_use]
    pub fn find_first_unset(self) -> Option<usize> {
        self.complement().find_first_set()
    }

    /// Unsets the lowest bit that is set, and returns its index.
    #[doc(alias = "toggleFirstSet")]
    #[inline]
    pub fn toggle_first_set(&mut self) -> Option<usize> {
        let index = self.mask.first();
        self.mask = self.mask.without_first();
        index
    }

    /// Returns whether the same bits are set.
    #[inline]
    #[must_use]
    pub fn eql(self, other: impl Borrow<Self>) -> bool {
        self == *other.borrow()
    }

    /// Returns whether each bit that is set is set in `other`.
    #[doc(alias = "subsetOf")]
    #[inline]
    #[must_use]
    pub fn subset_of(self, other: impl Borrow<Self>) -> bool {
        self.intersect_with(other) == self
    }

    /// Returns whether each bit that is set in `other` is set.
    #[doc(alias = "supersetOf")]
    #[inline]
    #[must_use]
    pub fn superset_of(self, other: impl Borrow<Self>) -> bool {
        other.borrow().subset_of(self)
    }

    /// Returns whether a bit is set in both.
    #[doc(alias = "hasIntersection")]
    #[inline]
    #[must_use]
    pub fn has_intersection(self, other: impl Borrow<Self>) -> bool {
        self.intersect_with(other) != Self::init_empty()
    }

    /// Returns the set of the bits that are not set.
    #[inline]
    #[must_use]
    pub fn complement(self) -> Self {
        Self { mask: !self.mask & <Width<N> as IntegerWidth>::ALL }
    }

    /// Returns the set of the bits that are set in either.
    #[doc(alias = "unionWith")]
    #[inline]
    #[must_use]
    pub fn union_with(self, other: impl Borrow<Self>) -> Self {
        Self { mask: self.mask | other.borrow().mask }
    }

    /// Returns the set of the bits that are set in both.
    #[doc(alias = "intersectWith")]
    #[inline]
    #[must_use]
    pub fn intersect_with(self, other: impl Borrow<Self>) -> Self {
        Self { mask: self.mask & other.borrow().mask }
    }

    /// Returns the set of the bits that are set in one only.
    #[doc(alias = "xorWith")]
    #[inline]
    #[must_use]
    pub fn xor_with(self, other: impl Borrow<Self>) -> Self {
        Self { mask: self.mask ^ other.borrow().mask }
    }

    /// Returns the set of the bits that are set, but not in `other`.
    #[doc(alias = "differenceWith")]
    #[inline]
    #[must_use]
    pub fn difference_with(self, other: impl Borrow<Self>) -> Self {
        Self { mask: self.mask & !other.borrow().mask }
    }

    /// Returns the bits that are set if `KIND_SET`, else those that are not; rising if `DIR_FWD`,
    /// else falling.
    #[inline]
    pub fn iterator<const KIND_SET: bool, const DIR_FWD: bool>(
        self,
    ) -> SingleWordIterator<N, DIR_FWD> {
        SingleWordIterator { left: if KIND_SET { self.mask } else { self.complement().mask } }
    }

    /// Returns the bits that are set, rising.
    #[inline]
    pub fn iter_set(self) -> SingleWordIterator<N, true> {
        self.iterator::<true, true>()
    }

    /// Returns the bits that are not set, rising.
    #[inline]
    pub fn iter_unset(self) -> SingleWordIterator<N, true> {
        self.iterator::<false, true>()
    }
}

impl<const N: usize> Default for IntegerBitSet<N>
where
    Width<N>: IntegerWidth,
{
    #[inline]
    fn default() -> Self {
        Self::init_empty()
    }
}

impl<const N: usize> fmt::Debug for IntegerBitSet<N>
where
    Width<N>: IntegerWidth,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter_set()).finish()
    }
}

impl<const N: usize> Sealed for IntegerBitSet<N> where Width<N>: IntegerWidth {}

impl<const N: usize> BitSet for IntegerBitSet<N>
where
    Width<N>: IntegerWidth,
{
    #[inline]
    fn bit_length(&self) -> usize {
        N
    }

    #[inline]
    fn words(&self) -> impl Iterator<Item = usize> {
        let mask = self.mask;
        (0..num_masks_for(N)).map(move |index| mask.part(index))
    }
}

const _: () = {
    assert!(size_of::<IntegerBitSet<1>>() == 1 && size_of::<IntegerBitSet<8>>() == 1);
    assert!(size_of::<IntegerBitSet<9>>() == 2 && size_of::<IntegerBitSet<16>>() == 2);
    assert!(size_of::<IntegerBitSet<17>>() == 4 && size_of::<IntegerBitSet<32>>() == 4);
    assert!(size_of::<IntegerBitSet<33>>() == 8 && size_of::<IntegerBitSet<64>>() == 8);
    assert!(size_of::<IntegerBitSet<65>>() == 16 && size_of::<IntegerBitSet<128>>() == 16);
};
