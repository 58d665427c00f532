//! [`BitSetIterator`]: the bits of a slice of words.

use core::fmt;
use core::iter::FusedIterator;
use core::slice;

use super::words::{WORD_BITS, last_word_mask};

/// The indices of the bits that are set if `KIND_SET`, else of those that are not; rising if
/// `DIR_FWD`, else falling.
///
/// Zig: `bun.bit_set.BitSetIterator`.
///
/// # Examples
///
/// ```
/// use bun_collections::DynamicBitSet;
///
/// let mut set = DynamicBitSet::init_full(70)?;
/// set.unset(3);
/// set.unset(69);
/// assert!(set.iterator::<false, true>().eq([3, 69]));
/// assert!(set.iterator::<false, false>().eq([69, 3]));
/// assert_eq!(set.iterator::<true, true>().nth(3), Some(4));
///
/// let mut unset = set.iter_unset();
/// assert_eq!(unset.next(), Some(3));
/// assert_eq!(unset.sum::<usize>(), 69);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Clone)]
pub struct BitSetIterator<'a, const KIND_SET: bool, const DIR_FWD: bool> {
    /// The words that were not looked at.
    words: slice::Iter<'a, usize>,
    /// The bits of the current word that were not returned.
    left: usize,
    /// The index of the first bit of the current word.
    offset: usize,
    /// What the last word of the set has of a word's bits.
    last_mask: usize,
}

impl<'a, const KIND_SET: bool, const DIR_FWD: bool> BitSetIterator<'a, KIND_SET, DIR_FWD> {
    /// Starts on words that hold `bit_length` bits, no more than they need to.
    #[inline]
    pub(super) fn new(words: &'a [usize], bit_length: usize) -> Self {
        let mut iterator = Self {
            words: words.iter(),
            left: 0,
            offset: if DIR_FWD { 0 } else { words.len().saturating_sub(1) * WORD_BITS },
            last_mask: last_word_mask(bit_length),
        };
        // The last word comes first when falling, last when rising.
        if DIR_FWD {
            if let Some(&word) = iterator.words.next() {
                iterator.left = iterator.wanted(word, iterator.words.as_slice().is_empty());
            }
        } else if let Some(&word) = iterator.words.next_back() {
            iterator.left = iterator.wanted(word, true);
        }
        iterator
    }

    /// The bits of a word that are to be returned.
    #[inline(always)]
    const fn wanted(&self, word: usize, is_last: bool) -> usize {
        match (KIND_SET, is_last) {
            (true, _) => word,
            (false, false) => !word,
            (false, true) => !word & self.last_mask,
        }
    }

    /// Goes on to the next word with bits.
    #[inline]
    fn advance(&mut self) -> Option<()> {
        while self.left == 0 {
            if DIR_FWD {
                let &word = self.words.next()?;
                self.offset += WORD_BITS;
                self.left = self.wanted(word, self.words.as_slice().is_empty());
            } else {
                let &word = self.words.next_back()?;
                self.offset -= WORD_BITS;
                self.left = self.wanted(word, false);
            }
        }
        Some(())
    }

    /// Takes the next bit of the current word, which has one.
    #[inline(always)]
    const fn take(left: &mut usize) -> usize {
        if DIR_FWD {
            let index = left.trailing_zeros() as usize;
            *left &= left.wrapping_sub(1);
            index
        } else {
            let index = WORD_BITS - 1 - left.leading_zeros() as usize;
            *left ^= 1 << index;
            index
        }
    }
}

impl<const KIND_SET: bool, const DIR_FWD: bool> Iterator for BitSetIterator<'_, KIND_SET, DIR_FWD> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        self.advance()?;
        Some(self.offset + Self::take(&mut self.left))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let current = self.left.count_ones() as usize;
        (current, Some(current + self.words.len() * WORD_BITS))
    }

    #[inline]
    fn fold<B, F: FnMut(B, usize) -> B>(mut self, init: B, mut function: F) -> B {
        let mut folded = init;
        while self.advance().is_some() {
            let mut left = self.left;
            while left != 0 {
                folded = function(folded, self.offset + Self::take(&mut left));
            }
            self.left = 0;
        }
        folded
    }

    #[inline]
    fn count(self) -> usize {
        let padding = if KIND_SET || !DIR_FWD || self.words.as_slice().is_empty() {
            0
        } else {
            (!self.last_mask).count_ones() as usize
        };
        let ones = super::simd::count(self.words.as_slice());
        let rest = if KIND_SET { ones } else { self.words.len() * WORD_BITS - ones - padding };
        self.left.count_ones() as usize + rest
    }
}

impl<const KIND_SET: bool, const DIR_FWD: bool> FusedIterator
    for BitSetIterator<'_, KIND_SET, DIR_FWD>
{
}

impl<const KIND_SET: bool, const DIR_FWD: bool> fmt::Debug
    for BitSetIterator<'_, KIND_SET, DIR_FWD>
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
