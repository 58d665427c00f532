//! What a set does to all of its words: counting, combining, searching, with the best
//! instructions that the processor has.
//!
//! Each loop is written once, in safe Rust that the compiler vectorises, and compiled once for each
//! instruction set; the calls of those copies are the only unsafe code. x86-64 needs this because
//! its baseline has neither a population count nor wide vectors; what aarch64 has is in its
//! baseline. `--cfg bun_force_scalar` leaves the loops as the target's baseline compiles them.
//!
//! Rejected: Harley and Seal's carry-save adders over intrinsics. The plain loop counts 50 GB/s by
//! AVX2 and 200 GB/s with AVX-512 where the baseline counts 16, which is no longer what a set waits
//! for; and it is safe code.

#![cfg_attr(
    all(target_arch = "x86_64", not(bun_force_scalar)),
    expect(unsafe_code, reason = "calls of functions compiled for more instructions; SAFETY.md")
)]

#[cfg(test)]
use alloc::vec::Vec;

use super::words::WORD_BITS;

/// How two words become one.
pub(super) trait Combine {
    /// Returns the new word of the first set.
    fn combine(word: usize, other: usize) -> usize;
}

/// Bits of either.
pub(super) struct Or;
/// Bits of both.
pub(super) struct And;
/// Bits of one only.
pub(super) struct Xor;
/// Bits of the first that the second has not.
pub(super) struct AndNot;

impl Combine for Or {
    #[inline(always)]
    fn combine(word: usize, other: usize) -> usize {
        word | other
    }
}

impl Combine for And {
    #[inline(always)]
    fn combine(word: usize, other: usize) -> usize {
        word & other
    }
}

impl Combine for Xor {
    #[inline(always)]
    fn combine(word: usize, other: usize) -> usize {
        word ^ other
    }
}

impl Combine for AndNot {
    #[inline(always)]
    fn combine(word: usize, other: usize) -> usize {
        word & !other
    }
}

/// Fewer words are done before the processor has been asked.
const ASK_LEN_MIN: usize = 16;

/// Returns how many bits are set.
#[inline]
pub(super) fn count(words: &[usize]) -> usize {
    if words.len() < ASK_LEN_MIN { count_in(words) } else { best::count(words) }
}

/// Combines each word with the other at its place, as far as both have one.
#[inline]
pub(super) fn combine<C: Combine>(words: &mut [usize], others: &[usize]) {
    if words.len() < ASK_LEN_MIN {
        combine_in::<C>(words, others);
    } else {
        best::combine::<C>(words, others);
    }
}

/// [`combine`] for a number of words that is known while compiling.
#[inline]
pub(super) fn combine_arrays<C: Combine, const LEN: usize>(
    words: &mut [usize; LEN],
    others: &[usize; LEN],
) {
    if LEN < ASK_LEN_MIN {
        combine_in::<C>(words, others);
    } else {
        best::combine_arrays::<C, LEN>(words, others);
    }
}

/// Returns the lowest bit that is set.
#[inline]
pub(super) fn find_first_set(words: &[usize]) -> Option<usize> {
    // Most sets that are asked have a bit near the start.
    let at = if words.len() < ASK_LEN_MIN || words[0] != 0 {
        words.iter().position(|&word| word != 0)?
    } else {
        best::find(words)?
    };
    Some(at * WORD_BITS + words[at].trailing_zeros() as usize)
}

// Written as loops over places: an adapter's `fold` or `position` is a function of its own, which
// is compiled for the baseline when the compiler does not inline it.

#[inline(always)]
fn count_in(words: &[usize]) -> usize {
    let mut total = 0;
    for word in words {
        total += word.count_ones() as usize;
    }
    total
}

#[inline(always)]
fn combine_in<C: Combine>(words: &mut [usize], others: &[usize]) {
    for (word, &other) in words.iter_mut().zip(others) {
        *word = C::combine(*word, other);
    }
}

/// Returns the first word that is not zero: among sixteen, then among four of those.
#[inline(always)]
fn find_nonzero_in(words: &[usize]) -> Option<usize> {
    let mut start = skip_zeros::<16>(words, 0);
    start = skip_zeros::<4>(words, start);
    while start < words.len() {
        if words[start] != 0 {
            return Some(start);
        }
        start += 1;
    }
    None
}

/// Returns where the first block from `start` on begins that is not zero, or what is left.
#[inline(always)]
fn skip_zeros<const BLOCK_LEN: usize>(words: &[usize], start: usize) -> usize {
    let mut skipped = start;
    for block in words[start..].as_chunks::<BLOCK_LEN>().0 {
        let mut all = 0;
        for word in block {
            all |= word;
        }
        if all != 0 {
            break;
        }
        skipped += BLOCK_LEN;
    }
    skipped
}

#[cfg(any(not(target_arch = "x86_64"), bun_force_scalar))]
mod best {
    use super::{Combine, combine_in};
    pub(super) use super::{combine_in as combine, count_in as count, find_nonzero_in as find};

    pub(super) fn combine_arrays<C: Combine, const LEN: usize>(
        words: &mut [usize; LEN],
        others: &[usize; LEN],
    ) {
        combine_in::<C>(words, others);
    }
}

/// The loops for this processor. The answers of the detection are cached by the standard library:
/// a load and a test each.
#[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
mod best {
    use super::x86_64::{Avx2, Avx512, Popcnt};
    use super::{Combine, combine_in, count_in, find_nonzero_in};

    #[inline]
    pub(super) fn count(words: &[usize]) -> usize {
        if let Some(avx512) = Avx512::detect() {
            avx512.count(words)
        } else if let Some(avx2) = Avx2::detect() {
            avx2.count(words)
        } else if let Some(popcnt) = Popcnt::detect() {
            popcnt.count(words)
        } else {
            count_in(words)
        }
    }

    #[inline]
    pub(super) fn combine<C: Combine>(words: &mut [usize], others: &[usize]) {
        match Avx2::detect() {
            Some(avx2) => avx2.combine::<C>(words, others),
            None => combine_in::<C>(words, others),
        }
    }

    #[inline]
    pub(super) fn combine_arrays<C: Combine, const LEN: usize>(
        words: &mut [usize; LEN],
        others: &[usize; LEN],
    ) {
        match Avx2::detect() {
            Some(avx2) => avx2.combine_arrays::<C, LEN>(words, others),
            None => combine_in::<C>(words, others),
        }
    }

    #[inline]
    pub(super) fn find(words: &[usize]) -> Option<usize> {
        match Avx2::detect() {
            Some(avx2) => avx2.find_nonzero(words),
            None => find_nonzero_in(words),
        }
    }
}

/// An instruction set that this processor has, for the tests.
#[cfg(test)]
#[derive(Clone, Copy, Debug)]
pub(super) enum Backend {
    /// The baseline of the target.
    Portable,
    #[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
    Popcnt(x86_64::Popcnt),
    #[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
    Avx2(x86_64::Avx2),
    #[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
    Avx512(x86_64::Avx512),
}

#[cfg(test)]
impl Backend {
    /// Returns every backend that this processor can run.
    pub(super) fn available() -> Vec<Self> {
        #[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
        let vectors = {
            let popcnt = x86_64::Popcnt::detect().map(Self::Popcnt);
            let avx2 = x86_64::Avx2::detect().map(Self::Avx2);
            let avx512 = x86_64::Avx512::detect().map(Self::Avx512);
            popcnt.into_iter().chain(avx2).chain(avx512)
        };
        #[cfg(not(all(target_arch = "x86_64", not(bun_force_scalar))))]
        let vectors = [];
        core::iter::once(Self::Portable).chain(vectors).collect()
    }

    pub(super) fn count(self, words: &[usize]) -> usize {
        match self {
            Self::Portable => count_in(words),
            #[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
            Self::Popcnt(popcnt) => popcnt.count(words),
            #[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
            Self::Avx2(avx2) => avx2.count(words),
            #[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
            Self::Avx512(avx512) => avx512.count(words),
        }
    }

    pub(super) fn combine<C: Combine>(self, words: &mut [usize], others: &[usize]) {
        match self {
            #[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
            Self::Avx2(avx2) => avx2.combine::<C>(words, others),
            _ => combine_in::<C>(words, others),
        }
    }

    pub(super) fn find_nonzero(self, words: &[usize]) -> Option<usize> {
        match self {
            #[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
            Self::Avx2(avx2) => avx2.find_nonzero(words),
            _ => find_nonzero_in(words),
        }
    }
}

#[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
mod x86_64 {
    use super::{Combine, combine_in, count_in, find_nonzero_in};
    use std::arch::is_x86_feature_detected;

    /// The population count. Invariant: only made where the processor has it.
    #[derive(Clone, Copy, Debug)]
    pub(in super::super) struct Popcnt(());

    /// AVX2 and the population count. Invariant: only made where the processor has them.
    #[derive(Clone, Copy, Debug)]
    pub(in super::super) struct Avx2(());

    /// AVX-512 with a population count of each lane, and that of a word. Invariant: only made where
    /// the processor has them.
    #[derive(Clone, Copy, Debug)]
    pub(in super::super) struct Avx512(());

    impl Popcnt {
        #[inline(always)]
        pub(super) fn detect() -> Option<Self> {
            is_x86_feature_detected!("popcnt").then_some(Self(()))
        }

        #[inline(always)]
        pub(super) fn count(self, words: &[usize]) -> usize {
            #[target_feature(enable = "popcnt")]
            fn compiled(words: &[usize]) -> usize {
                count_in(words)
            }
            // SAFETY: the invariant of `Popcnt`: the processor has the instruction.
            unsafe { compiled(words) }
        }
    }

    impl Avx2 {
        #[inline(always)]
        pub(super) fn detect() -> Option<Self> {
            let has_both = is_x86_feature_detected!("avx2") && is_x86_feature_detected!("popcnt");
            has_both.then_some(Self(()))
        }

        #[inline(always)]
        pub(super) fn count(self, words: &[usize]) -> usize {
            #[target_feature(enable = "avx2,popcnt")]
            fn compiled(words: &[usize]) -> usize {
                count_in(words)
            }
            // SAFETY: the invariant of `Avx2`: the processor has them.
            unsafe { compiled(words) }
        }

        #[inline(always)]
        pub(super) fn combine<C: Combine>(self, words: &mut [usize], others: &[usize]) {
            #[target_feature(enable = "avx2")]
            fn compiled<C: Combine>(words: &mut [usize], others: &[usize]) {
                combine_in::<C>(words, others);
            }
            // SAFETY: the invariant of `Avx2`: the processor has them.
            unsafe { compiled::<C>(words, others) }
        }

        #[inline(always)]
        pub(super) fn combine_arrays<C: Combine, const LEN: usize>(
            self,
            words: &mut [usize; LEN],
            others: &[usize; LEN],
        ) {
            #[target_feature(enable = "avx2")]
            fn compiled<C: Combine, const LEN: usize>(
                words: &mut [usize; LEN],
                others: &[usize; LEN],
            ) {
                combine_in::<C>(words, others);
            }
            // SAFETY: the invariant of `Avx2`: the processor has them.
            unsafe { compiled::<C, LEN>(words, others) }
        }

        #[inline(always)]
        pub(super) fn find_nonzero(self, words: &[usize]) -> Option<usize> {
            #[target_feature(enable = "avx2")]
            fn compiled(words: &[usize]) -> Option<usize> {
                find_nonzero_in(words)
            }
            // SAFETY: the invariant of `Avx2`: the processor has them.
            unsafe { compiled(words) }
        }
    }

    impl Avx512 {
        #[inline(always)]
        pub(super) fn detect() -> Option<Self> {
            let has_all = is_x86_feature_detected!("avx512f")
                && is_x86_feature_detected!("avx512vpopcntdq")
                && is_x86_feature_detected!("popcnt");
            has_all.then_some(Self(()))
        }

        #[inline(always)]
        pub(super) fn count(self, words: &[usize]) -> usize {
            #[target_feature(enable = "avx512f,avx512vpopcntdq,popcnt")]
            fn compiled(words: &[usize]) -> usize {
                count_in(words)
            }
            // SAFETY: the invariant of `Avx512`: the processor has them.
            unsafe { compiled(words) }
        }
    }
}
