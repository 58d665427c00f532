//! [`HiveBitSet`]: which slots of a hive are in use, with the lowest free one found in two steps.
//!
//! Below the words of one bit a slot lies a summary: one bit for each word that is full. The lowest
//! free slot is then two loads and two counts of trailing ones away, for up to 4096 slots, and
//! above that one load more for each further 4096.
//!
//! A slot given back that is the lowest free one is set aside: its bit stays set, and its number
//! stands in a word of its own. Who takes it next, as most do who come and go, changes neither word
//! nor summary, each of which would be loaded just after it was stored, by one call after the
//! other: waiting for that was a third of the time of such a pair.
//!
//! The words live in an array of `N` bytes, since stable Rust cannot state the length `N / 64` in a
//! type. Words and summary never need more than that, no capacity is out of reach, and the bytes
//! behind all of them are never touched. Rejected: a fixed number of words, which limits `N` and
//! makes a hive of eight slots larger than its values.

#![expect(unsafe_code, reason = "reads words from an array of bytes; argument in SAFETY.md")]

use core::cell::UnsafeCell;
use core::fmt;

/// Bits of a word.
const BITS: usize = 64;
/// No slot: there are fewer.
const NONE: usize = usize::MAX;

/// One bit for each slot of a [`HiveArray`](super::HiveArray) of `N` slots, set while it is in use.
///
/// From outside it can only be read: a bit that somebody else clears would hand out a slot twice.
///
/// Zig: the field `used` of `bun.HiveArray`.
///
/// # Examples
///
/// ```
/// use bun_collections::HiveArray;
///
/// let hive = HiveArray::<u32, 70>::init();
/// let slots: Vec<_> = (0..66).filter_map(|_| hive.claim()).collect();
/// assert_eq!(hive.used().count(), 66);
/// assert!(hive.used().is_set(65) && !hive.used().is_set(66));
/// drop(slots);
/// assert_eq!(hive.used().iter_set().next(), None);
/// ```
pub struct HiveBitSet<const N: usize> {
    /// Little-endian words, then the summary, then the slot set aside; one byte alone when `N < 8`.
    bytes: UnsafeCell<[u8; N]>,
}

impl<const N: usize> HiveBitSet<N> {
    /// Words of one bit a slot.
    const WORDS: usize = N.div_ceil(BITS);
    /// Words of one bit a word; none where there is only one word.
    const SUMMARIES: usize = if N > BITS { Self::WORDS.div_ceil(BITS) } else { 0 };
    /// Whether there is a word for a slot set aside: the complement of its number, or 0.
    ///
    /// The slot is free though its bit is set, so that no other call gives it away. It is lower
    /// than all slots whose bits are clear.
    const HAS_ASIDE: bool = N >= 2 * size_of::<u64>();
    /// The place of that word.
    const ASIDE: usize = Self::WORDS + Self::SUMMARIES;
    /// All words.
    const ALL_WORDS: usize = if N == 0 { 0 } else { Self::ASIDE + Self::HAS_ASIDE as usize };
    /// They fit the bytes, whatever `N` is.
    const FITS: () = assert!(N < 8 || Self::ALL_WORDS * size_of::<u64>() <= N);

    /// Returns a set without any bit set.
    ///
    /// Zig: `initEmpty`.
    #[doc(alias = "initEmpty")]
    #[inline]
    #[must_use]
    pub const fn init_empty() -> Self {
        const { Self::FITS };
        Self { bytes: UnsafeCell::new([0; N]) }
    }

    /// Returns whether slot `index` is in use; false when there is none.
    #[inline]
    #[must_use]
    pub fn is_set(&self, index: usize) -> bool {
        index < N && self.in_use(index / BITS) >> (index % BITS) & 1 != 0
    }

    /// Returns the number of slots in use. O(`N / 64`).
    #[must_use]
    pub fn count(&self) -> usize {
        (0..Self::WORDS).map(|at| self.in_use(at).count_ones() as usize).sum()
    }

    /// Returns the lowest slot that is not in use.
    ///
    /// Zig: `findFirstUnset`.
    #[doc(alias = "findFirstUnset")]
    #[inline]
    #[must_use]
    pub fn find_first_unset(&self) -> Option<usize> {
        if self.aside() != NONE {
            return Some(self.aside());
        }
        let at = self.first_word_with_room()?;
        let index = at * BITS + self.word(at).trailing_ones() as usize;
        (index < N).then_some(index)
    }

    /// Returns the slots in use, in ascending order.
    ///
    /// The set is read while the iterator advances: slots taken or released meanwhile may be seen
    /// either way.
    #[inline]
    #[must_use]
    pub fn iter_set(&self) -> HiveBitSetIter<'_, N> {
        self.iterator::<true, true>()
    }

    /// Returns the slots that are in use (`KIND_SET`) or free, ascending (`DIR_FWD`) or descending.
    ///
    /// Otherwise as [`iter_set`](Self::iter_set).
    ///
    /// Zig: `iterator(.{ .kind = …, .direction = … })`.
    #[inline]
    #[must_use]
    pub fn iterator<const KIND_SET: bool, const DIR_FWD: bool>(&self) -> HiveBitSetIter<'_, N> {
        HiveBitSetIter {
            set: self,
            inverted: if KIND_SET { 0 } else { u64::MAX },
            forward: DIR_FWD,
            next_word: if DIR_FWD { 0 } else { Self::WORDS },
            base: 0,
            left: 0,
        }
    }

    /// Takes the lowest slot that is not in use and returns its place.
    #[inline]
    pub(super) fn take_first_unset(&self) -> Option<usize> {
        let aside = self.aside();
        if aside != NONE {
            self.set_word(Self::ASIDE, 0);
            return Some(aside);
        }
        let at = self.first_word_with_room()?;
        let word = self.word(at);
        let bit = word.trailing_ones() as usize;
        if N <= BITS && bit >= N {
            return None;
        }
        let taken = word | word.wrapping_add(1);
        self.set_word(at, taken);
        if Self::SUMMARIES != 0 && taken == Self::full_word(at) {
            let summary = Self::WORDS + at / BITS;
            self.set_word(summary, self.word(summary) | 1 << (at % BITS));
        }
        Some(at * BITS + bit)
    }

    /// Gives slot `index` back, which must be below `N`, and returns whether it was in use.
    #[inline]
    pub(super) fn unset(&self, index: usize) -> bool {
        if self.word(index / BITS) >> (index % BITS) & 1 == 0 {
            return false;
        }
        let aside = self.aside();
        if index > aside {
            self.clear(index);
        } else if index == aside {
            return false;
        } else if aside != NONE {
            self.clear(aside);
            self.set_aside(index);
        } else if Self::HAS_ASIDE && self.is_full_below(index) {
            self.set_aside(index);
        } else {
            self.clear(index);
        }
        true
    }

    /// Returns whether all bits below `index` are set; false also when one look cannot tell.
    #[inline]
    fn is_full_below(&self, index: usize) -> bool {
        let (at, bit) = (index / BITS, index % BITS);
        let below = |count: usize| (1_u64 << count) - 1;
        let is_word_full = !self.word(at) & below(bit) == 0;
        if Self::SUMMARIES == 0 {
            return is_word_full;
        }
        // One word of the summary is enough for 4096 slots.
        is_word_full && at < BITS && !self.word(Self::WORDS) & below(at) == 0
    }

    /// Clears bit `index`, which is set.
    #[inline]
    fn clear(&self, index: usize) {
        let (at, bit) = (index / BITS, 1 << (index % BITS));
        let word = self.word(at);
        self.set_word(at, word & !bit);
        if Self::SUMMARIES != 0 && word == Self::full_word(at) {
            let summary = Self::WORDS + at / BITS;
            self.set_word(summary, self.word(summary) & !(1 << (at % BITS)));
        }
    }

    /// Returns the slot that is free though its bit is set, or [`NONE`].
    #[inline]
    fn aside(&self) -> usize {
        if Self::HAS_ASIDE { !self.word(Self::ASIDE) as usize } else { NONE }
    }

    #[inline]
    fn set_aside(&self, index: usize) {
        self.set_word(Self::ASIDE, !(index as u64));
    }

    /// Returns word `at` with the bits of those slots that are in use.
    #[inline]
    fn in_use(&self, at: usize) -> u64 {
        let aside = self.aside();
        let free = if aside / BITS == at { 1 << (aside % BITS) } else { 0 };
        self.word(at) & !free
    }

    /// Returns a word that is not full; where there is no summary, the only word.
    #[inline]
    fn first_word_with_room(&self) -> Option<usize> {
        if Self::SUMMARIES == 0 {
            return (N != 0).then_some(0);
        }
        for summary in 0..Self::SUMMARIES {
            let full = self.word(Self::WORDS + summary).trailing_ones() as usize;
            if full < BITS {
                let at = summary * BITS + full;
                return (at < Self::WORDS).then_some(at);
            }
        }
        None
    }

    /// Returns word `at` as it is when all its slots are in use.
    #[inline]
    const fn full_word(at: usize) -> u64 {
        if N.is_multiple_of(BITS) {
            return u64::MAX;
        }
        let slots = N - at * BITS;
        if slots < BITS { (1 << slots) - 1 } else { u64::MAX }
    }

    #[inline]
    fn word(&self, at: usize) -> u64 {
        if N < 8 {
            // SAFETY:
            // 1. `at` is the place of the only byte.
            // 2. Nobody holds a reference to the bytes, which belong to one thread.
            return u64::from(unsafe { self.place::<u8>(at).read() });
        }
        // SAFETY:
        // 1. `place` is inside the bytes; eight bytes need no alignment.
        // 2. Nobody holds a reference to the bytes, which belong to one thread.
        u64::from_le_bytes(unsafe { self.place::<[u8; 8]>(at).read() })
    }

    #[inline]
    fn set_word(&self, at: usize, word: u64) {
        let bytes = word.to_le_bytes();
        if N < 8 {
            // SAFETY:
            // 1. As in `word`.
            unsafe { self.place::<u8>(at).write(bytes[0]) };
        } else {
            // SAFETY:
            // 1. As in `word`.
            unsafe { self.place::<[u8; 8]>(at).write(bytes) };
        }
    }

    /// Returns where the word `at` is, which must be one of those there are.
    #[inline]
    fn place<W>(&self, at: usize) -> *mut W {
        const { assert!(align_of::<W>() == 1) };
        assert!(at < Self::ALL_WORDS, "no such word");
        self.bytes.get().cast::<W>().wrapping_add(at)
    }
}

impl<const N: usize> fmt::Debug for HiveBitSet<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter_set()).finish()
    }
}

/// Places of a [`HiveBitSet`], in order.
pub struct HiveBitSetIter<'a, const N: usize> {
    set: &'a HiveBitSet<N>,
    /// All ones when the places of zeros are asked for.
    inverted: u64,
    forward: bool,
    /// The next word going forward, the one behind it going backward.
    next_word: usize,
    /// The first place of the current word.
    base: usize,
    /// Those bits of the current word that are still to come.
    left: u64,
}

impl<const N: usize> HiveBitSetIter<'_, N> {
    /// Goes on to the next word, or returns `None` after the last.
    fn advance(&mut self) -> Option<()> {
        let at = if self.forward {
            let at = self.next_word;
            self.next_word += 1;
            (at < HiveBitSet::<N>::WORDS).then_some(at)?
        } else {
            self.next_word = self.next_word.checked_sub(1)?;
            self.next_word
        };
        self.base = at * BITS;
        self.left = (self.set.in_use(at) ^ self.inverted) & HiveBitSet::<N>::full_word(at);
        Some(())
    }
}

impl<const N: usize> Iterator for HiveBitSetIter<'_, N> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.left == 0 {
            self.advance()?;
        }
        let bit = if self.forward {
            self.left.trailing_zeros()
        } else {
            u64::BITS - 1 - self.left.leading_zeros()
        };
        self.left &= !(1 << bit);
        Some(self.base + bit as usize)
    }
}

impl<const N: usize> core::iter::FusedIterator for HiveBitSetIter<'_, N> {}

impl<const N: usize> fmt::Debug for HiveBitSetIter<'_, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HiveBitSetIter").field("set", &self.set).finish_non_exhaustive()
    }
}
