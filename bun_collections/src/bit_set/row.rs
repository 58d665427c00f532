//! [`DynamicBitSetRow`]: a set of a list.

use core::cell::Cell;
use core::fmt;

use bun_alloc::AllocError;

use super::length::must_match;
use super::sealed::Sealed;
use super::simd::{And, AndNot, Combine, Or, Xor};
use super::words::{WORD_BITS, bit, check_index, filled, last_word_mask};
use super::{BitSet, DynamicBitSetUnmanaged, LengthMismatch, SingleWordIterator, simd};

/// A set of a [`DynamicBitSetList`](super::DynamicBitSetList), which it borrows.
///
/// Copies of it are the same set. What combines it with another set takes any kind of set.
///
/// # Examples
///
/// ```
/// use bun_collections::DynamicBitSetList;
///
/// let list = DynamicBitSetList::init_empty(2, 65)?;
/// let (a, b) = (list.at(0), list.at(1));
/// a.set_all(true);
/// a.unset(64);
/// b.set(64);
/// assert!(!a.has_intersection(&b));
/// b.set_union(&a);
/// assert_eq!((a.count(), b.count()), (64, 65));
/// assert!(a.subset_of(&b) && !a.superset_of(&b) && !a.eql(&b));
/// assert!(a.try_to_set()?.eql(&a.try_to_set()?));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Clone, Copy)]
pub struct DynamicBitSetRow<'a> {
    /// As many as the bits take; bits from `bit_length` on are zero.
    words: &'a [Cell<usize>],
    bit_length: usize,
}

impl<'a> DynamicBitSetRow<'a> {
    #[inline]
    pub(super) const fn new(words: &'a [Cell<usize>], bit_length: usize) -> Self {
        Self { words, bit_length }
    }

    /// Returns how many bits the set has, set or not.
    #[inline]
    #[must_use]
    pub const fn bit_length(&self) -> usize {
        self.bit_length
    }

    /// Returns how many bits the set has, set or not.
    #[inline]
    #[must_use]
    pub const fn capacity(&self) -> usize {
        self.bit_length
    }

    /// The word of a bit. Panics where there is no such bit.
    #[inline]
    #[track_caller]
    fn word(&self, index: usize) -> &'a Cell<usize> {
        check_index(index, self.bit_length);
        &self.words[index / WORD_BITS]
    }

    /// Returns whether a bit is set.
    ///
    /// # Panics
    ///
    /// When `index` is not below the length.
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn is_set(&self, index: usize) -> bool {
        self.word(index).get() & bit(index) != 0
    }

    /// Returns whether a bit is set, or `out_of_bounds` for an index that is not below the length.
    #[inline]
    #[must_use]
    pub fn is_set_allow_out_of_bound(&self, index: usize, out_of_bounds: bool) -> bool {
        if index < self.bit_length { self.is_set(index) } else { out_of_bounds }
    }

    /// Returns how many bits are set.
    #[must_use]
    pub fn count(&self) -> usize {
        const BLOCK_LEN: usize = 64;
        let count_block = |cells: &[Cell<usize>]| {
            let mut block = [0; BLOCK_LEN];
            let block = &mut block[..cells.len()];
            for (word, cell) in block.iter_mut().zip(cells) {
                *word = cell.get();
            }
            simd::count(block)
        };
        self.words.chunks(BLOCK_LEN).map(count_block).sum()
    }

    /// Sets or unsets a bit.
    ///
    /// # Panics
    ///
    /// When `index` is not below the length.
    #[inline]
    #[track_caller]
    pub fn set_value(&self, index: usize, value: bool) {
        if value { self.set(index) } else { self.unset(index) }
    }

    /// Sets a bit.
    ///
    /// # Panics
    ///
    /// When `index` is not below the length.
    #[inline]
    #[track_caller]
    pub fn set(&self, index: usize) {
        self.word(index).update(|word| word | bit(index));
    }

    /// Unsets a bit.
    ///
    /// # Panics
    ///
    /// When `index` is not below the length.
    #[inline]
    #[track_caller]
    pub fn unset(&self, index: usize) {
        self.word(index).update(|word| word & !bit(index));
    }

    /// Changes a bit.
    ///
    /// # Panics
    ///
    /// When `index` is not below the length.
    #[inline]
    #[track_caller]
    pub fn toggle(&self, index: usize) {
        self.word(index).update(|word| word ^ bit(index));
    }

    /// Sets or unsets every bit.
    pub fn set_all(&self, value: bool) {
        for word in self.words {
            word.set(filled(value));
        }
        if let Some(last) = self.words.last() {
            last.update(|word| word & last_word_mask(self.bit_length));
        }
    }

    /// Returns the lowest bit that is set.
    #[must_use]
    pub fn find_first_set(&self) -> Option<usize> {
        let at = self.words.iter().position(|word| word.get() != 0)?;
        Some(at * WORD_BITS + self.words[at].get().trailing_zeros() as usize)
    }

    /// Returns the bits that are set, rising. A word is read when its first bit is due.
    pub fn iter_set(&self) -> impl Iterator<Item = usize> + use<'a> {
        self.words.iter().enumerate().flat_map(|(at, word)| {
            // The bits of a word are those of a set of 64 at most.
            SingleWordIterator::<64, true> { left: word.get() as u64 }
                .map(move |index| at * WORD_BITS + index)
        })
    }

    fn combine<C: Combine>(&self, other: &impl BitSet) -> Result<(), LengthMismatch> {
        LengthMismatch::check(self.bit_length, other.bit_length())?;
        for (word, other) in self.words.iter().zip(other.words()) {
            word.update(|word| C::combine(word, other));
        }
        Ok(())
    }

    /// Sets the bits that are set in `other`.
    ///
    /// # Errors
    ///
    /// When the lengths differ; nothing has changed.
    pub fn try_set_union(&self, other: &impl BitSet) -> Result<(), LengthMismatch> {
        self.combine::<Or>(other)
    }

    /// Sets the bits that are set in `other`.
    ///
    /// # Panics
    ///
    /// When the lengths differ.
    #[track_caller]
    pub fn set_union(&self, other: &impl BitSet) {
        must_match(self.try_set_union(other));
    }

    /// Unsets the bits that are not set in `other`.
    ///
    /// # Panics
    ///
    /// When the lengths differ.
    #[track_caller]
    pub fn set_intersection(&self, other: &impl BitSet) {
        must_match(self.combine::<And>(other));
    }

    /// Changes the bits that are set in `toggles`.
    ///
    /// # Panics
    ///
    /// When the lengths differ.
    #[track_caller]
    pub fn toggle_set(&self, toggles: &impl BitSet) {
        must_match(self.combine::<Xor>(toggles));
    }

    /// Unsets the bits that are set in `other`.
    ///
    /// # Panics
    ///
    /// When the lengths differ.
    #[track_caller]
    pub fn set_exclude(&self, other: &impl BitSet) {
        must_match(self.combine::<AndNot>(other));
    }

    /// Returns whether each pair of words passes, for sets of one length.
    fn all(&self, other: &impl BitSet, passes: impl Fn(usize, usize) -> bool) -> bool {
        self.bit_length == other.bit_length()
            && self.words.iter().zip(other.words()).all(|(word, other)| passes(word.get(), other))
    }

    /// Returns whether the lengths are equal and the same bits are set.
    #[must_use]
    pub fn eql(&self, other: &impl BitSet) -> bool {
        self.all(other, |word, other| word == other)
    }

    /// Returns whether the lengths are equal and each bit that is set is set in `other`.
    #[must_use]
    pub fn subset_of(&self, other: &impl BitSet) -> bool {
        self.all(other, |word, other| word & !other == 0)
    }

    /// Returns whether the lengths are equal and each bit that is set in `other` is set.
    #[must_use]
    pub fn superset_of(&self, other: &impl BitSet) -> bool {
        self.all(other, |word, other| other & !word == 0)
    }

    /// Returns whether a bit is set in both. The lengths may differ.
    #[must_use]
    pub fn has_intersection(&self, other: &impl BitSet) -> bool {
        self.words.iter().zip(other.words()).any(|(word, other)| word.get() & other != 0)
    }

    /// Returns a set of its own with the same bits.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for it.
    pub fn try_to_set(&self) -> Result<DynamicBitSetUnmanaged, AllocError> {
        let mut set = DynamicBitSetUnmanaged::init_empty(self.bit_length)?;
        for (mask, word) in set.masks_mut().iter_mut().zip(self.words) {
            *mask = word.get();
        }
        Ok(set)
    }
}

impl fmt::Debug for DynamicBitSetRow<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter_set()).finish()
    }
}

impl PartialEq for DynamicBitSetRow<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.eql(other)
    }
}

impl Eq for DynamicBitSetRow<'_> {}

impl Sealed for DynamicBitSetRow<'_> {}

impl BitSet for DynamicBitSetRow<'_> {
    #[inline]
    fn bit_length(&self) -> usize {
        self.bit_length
    }

    #[inline]
    fn words(&self) -> impl Iterator<Item = usize> {
        self.words.iter().map(Cell::get)
    }
}
