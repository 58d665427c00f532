//! Arithmetic on bits in a slice of words. Bit `i` is bit `i % usize::BITS` of word
//! `i / usize::BITS`.
//!
//! What is worth a look at the processor first (counting, combining, searching) is in `simd.rs`.

/// How many bits a word has.
pub(super) const WORD_BITS: usize = usize::BITS as usize;

/// Returns how many words hold `bit_length` bits.
///
/// Zig: `numMasks` of `DynamicBitSetUnmanaged`.
///
/// # Examples
///
/// ```
/// use bun_collections::bit_set::{ArrayBitSet, num_masks_for};
///
/// type Flags = ArrayBitSet<200, { num_masks_for(200) }>;
/// assert_eq!(size_of::<Flags>(), num_masks_for(200) * size_of::<usize>());
/// assert_eq!(num_masks_for(0), 0);
/// ```
#[doc(alias = "numMasks")]
#[inline]
#[must_use]
pub const fn num_masks_for(bit_length: usize) -> usize {
    bit_length.div_ceil(WORD_BITS)
}

/// The bits of the last word that belong to a set of `bit_length` bits.
#[inline]
pub(super) const fn last_word_mask(bit_length: usize) -> usize {
    usize::MAX >> (WORD_BITS - 1 - bit_length.wrapping_sub(1) % WORD_BITS)
}

/// The bit of `index` in its word.
#[inline]
pub(super) const fn bit(index: usize) -> usize {
    1 << (index % WORD_BITS)
}

/// A word of which every bit is `value`.
#[inline]
pub(super) const fn filled(value: bool) -> usize {
    if value { usize::MAX } else { 0 }
}

/// Stops what would set a bit that is not there.
#[inline]
#[track_caller]
pub(super) const fn check_index(index: usize, bit_length: usize) {
    if index >= bit_length {
        out_of_range(index, bit_length);
    }
}

#[cold]
#[inline(never)]
#[track_caller]
const fn out_of_range(_index: usize, _bit_length: usize) -> ! {
    panic!("the index of a bit is below the length of its set")
}

/// Stops a range that runs backwards or leaves the set.
#[inline]
#[track_caller]
pub(super) const fn check_range(start: usize, end: usize, bit_length: usize) {
    assert!(start <= end && end <= bit_length, "a range of bits rises and ends in its set");
}

/// Gives bits `start..end` a value. There are words for them.
pub(super) fn set_range(words: &mut [usize], start: usize, end: usize, value: bool) {
    if start >= end {
        return;
    }
    let put = |word: &mut usize, bits: usize| {
        *word = if value { *word | bits } else { *word & !bits };
    };
    let (first, last) = (start / WORD_BITS, (end - 1) / WORD_BITS);
    let (first_bits, last_bits) = (usize::MAX << (start % WORD_BITS), last_word_mask(end));
    if first == last {
        put(&mut words[first], first_bits & last_bits);
        return;
    }
    put(&mut words[first], first_bits);
    words[first + 1..last].fill(filled(value));
    put(&mut words[last], last_bits);
}

/// Clears the bits of the last of these words that a set of `bit_length` bits does not have.
#[inline]
pub(super) const fn clear_padding(words: &mut [usize], bit_length: usize) {
    if let Some(last) = words.last_mut() {
        *last &= last_word_mask(bit_length);
    }
}

/// Returns the highest bit.
pub(super) fn find_last_set(words: &[usize]) -> Option<usize> {
    let at = words.iter().rposition(|&word| word != 0)?;
    Some(at * WORD_BITS + words[at].ilog2() as usize)
}

/// Returns the lowest bit that is not set, of the first `bit_length`.
pub(super) fn find_first_unset(words: &[usize], bit_length: usize) -> Option<usize> {
    let at = words.iter().position(|&word| word != usize::MAX)?;
    let index = at * WORD_BITS + words[at].trailing_ones() as usize;
    (index < bit_length).then_some(index)
}

/// Returns whether a bit is set in both.
pub(super) fn intersect(words: &[usize], others: &[usize]) -> bool {
    let (blocks, rest) = words.as_chunks::<8>();
    let (other_blocks, other_rest) = others.as_chunks::<8>();
    let common = |a: &[usize], b: &[usize]| a.iter().zip(b).fold(0, |all, (a, b)| all | a & b) != 0;
    blocks.iter().zip(other_blocks).any(|(a, b)| common(a, b)) || common(rest, other_rest)
}

/// Returns whether each bit of `words` is set in `others`, which are as many.
pub(super) fn is_subset(words: &[usize], others: &[usize]) -> bool {
    let (blocks, rest) = words.as_chunks::<8>();
    let (other_blocks, other_rest) = others.as_chunks::<8>();
    let extra = |a: &[usize], b: &[usize]| a.iter().zip(b).fold(0, |all, (a, b)| all | a & !b) != 0;
    !blocks.iter().zip(other_blocks).any(|(a, b)| extra(a, b)) && !extra(rest, other_rest)
}
