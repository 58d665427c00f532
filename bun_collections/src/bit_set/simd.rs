//! What a set does to all of its words: counting, combining, searching, with the best
//! instructions that the processor has.
//!
//! Each loop is written once, in safe Rust that the compiler vectorises, and compiled once for each
//! instruction set; the calls of those copies are the only unsafe code. x86-64 needs this because
//! its baseline has neither a population count nor wide vectors; what aarch64 has is in its
//! baseline. `--cfg bun_force_scalar` leaves the loops as the target's baseline compiles them.
//!
//! Rejected: Harley and Seal's carry-save adders over intrinsics, which halve the instructions
//! of AVX2's count but not the time in which its words arrive from the second-level cache.

#![expect(unsafe_code, reason = "calls of functions compiled for more instructions; SAFETY.md")]

#[cfg(all(test, any(not(target_arch = "x86_64"), bun_force_scalar)))]
use alloc::vec;
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
    if words.len() < ASK_LEN_MIN { count_in(words) } else { Backend::best().count(words) }
}

/// Combines each word with the other at its place, as far as both have one.
#[inline]
pub(super) fn combine<C: Combine>(words: &mut [usize], others: &[usize]) {
    if words.len() < ASK_LEN_MIN {
        combine_in::<C>(words, others);
    } else {
        Backend::best().combine::<C>(words, others);
    }
}

/// Returns the lowest bit that is set.
#[inline]
pub(super) fn find_first_set(words: &[usize]) -> Option<usize> {
    // Most sets that are asked have a bit near the start.
    let at = if words.len() < ASK_LEN_MIN || words[0] != 0 {
        words.iter().position(|&word| word != 0)?
    } else {
        Backend::best().find_nonzero(words)?
    };
    Some(at * WORD_BITS + words[at].trailing_zeros() as usize)
}

#[inline(always)]
fn count_in(words: &[usize]) -> usize {
    words.iter().map(|word| word.count_ones() as usize).sum()
}

#[inline(always)]
fn combine_in<C: Combine>(words: &mut [usize], others: &[usize]) {
    for (word, &other) in words.iter_mut().zip(others) {
        *word = C::combine(*word, other);
    }
}

/// Returns the first word that is not zero.
#[inline(always)]
fn find_nonzero_in(words: &[usize]) -> Option<usize> {
    const BLOCK_LEN: usize = 16;
    let (blocks, rest) = words.as_chunks::<BLOCK_LEN>();
    let any = |block: &[usize; BLOCK_LEN]| block.iter().fold(0, |all, word| all | word) != 0;
    let (start, found) = match blocks.iter().position(any) {
        Some(at) => (at * BLOCK_LEN, blocks[at].as_slice()),
        None => (words.len() - rest.len(), rest),
    };
    found.iter().position(|&word| word != 0).map(|at| start + at)
}

/// An instruction set that this processor has.
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

#[cfg(any(not(target_arch = "x86_64"), bun_force_scalar))]
impl Backend {
    #[inline(always)]
    fn best() -> Self {
        Self::Portable
    }

    #[cfg(test)]
    pub(super) fn available() -> Vec<Self> {
        vec![Self::Portable]
    }

    #[inline(always)]
    pub(super) fn count(self, words: &[usize]) -> usize {
        count_in(words)
    }

    #[inline(always)]
    pub(super) fn combine<C: Combine>(self, words: &mut [usize], others: &[usize]) {
        combine_in::<C>(words, others);
    }

    #[inline(always)]
    pub(super) fn find_nonzero(self, words: &[usize]) -> Option<usize> {
        find_nonzero_in(words)
    }
}

#[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
impl Backend {
    /// The answers of the detection are cached by the standard library: a load and a test each.
    #[inline(always)]
    fn best() -> Self {
        if let Some(avx512) = x86_64::Avx512::detect() {
            Self::Avx512(avx512)
        } else if let Some(avx2) = x86_64::Avx2::detect() {
            Self::Avx2(avx2)
        } else if let Some(popcnt) = x86_64::Popcnt::detect() {
            Self::Popcnt(popcnt)
        } else {
            Self::Portable
        }
    }

    /// Returns every backend that this processor can run.
    #[cfg(test)]
    pub(super) fn available() -> Vec<Self> {
        let popcnt = x86_64::Popcnt::detect().map(Self::Popcnt);
        let avx2 = x86_64::Avx2::detect().map(Self::Avx2);
        let avx512 = x86_64::Avx512::detect().map(Self::Avx512);
        core::iter::once(Self::Portable).chain(popcnt).chain(avx2).chain(avx512).collect()
    }

    #[inline(always)]
    pub(super) fn count(self, words: &[usize]) -> usize {
        match self {
            Self::Portable => count_in(words),
            Self::Popcnt(popcnt) => popcnt.count(words),
            Self::Avx2(avx2) => avx2.count(words),
            Self::Avx512(avx512) => avx512.count(words),
        }
    }

    #[inline(always)]
    pub(super) fn combine<C: Combine>(self, words: &mut [usize], others: &[usize]) {
        match self {
            Self::Portable | Self::Popcnt(_) => combine_in::<C>(words, others),
            Self::Avx2(avx2) => avx2.combine::<C>(words, others),
            Self::Avx512(avx512) => avx512.avx2().combine::<C>(words, others),
        }
    }

    #[inline(always)]
    pub(super) fn find_nonzero(self, words: &[usize]) -> Option<usize> {
        match self {
            Self::Portable | Self::Popcnt(_) => find_nonzero_in(words),
            Self::Avx2(avx2) => avx2.find_nonzero(words),
            Self::Avx512(avx512) => avx512.avx2().find_nonzero(words),
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

    /// AVX-512 with a population count of each lane, and AVX2. Invariant: only made where the
    /// processor has them.
    #[derive(Clone, Copy, Debug)]
    pub(in super::super) struct Avx512(Avx2);

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
            // SAFETY: the invariant of `Avx2`: the processor has the instructions.
            unsafe { compiled(words) }
        }

        #[inline(always)]
        pub(super) fn combine<C: Combine>(self, words: &mut [usize], others: &[usize]) {
            #[target_feature(enable = "avx2")]
            fn compiled<C: Combine>(words: &mut [usize], others: &[usize]) {
                combine_in::<C>(words, others);
            }
            // SAFETY: the invariant of `Avx2`: the processor has the instructions.
            unsafe { compiled::<C>(words, others) }
        }

        #[inline(always)]
        pub(super) fn find_nonzero(self, words: &[usize]) -> Option<usize> {
            #[target_feature(enable = "avx2")]
            fn compiled(words: &[usize]) -> Option<usize> {
                find_nonzero_in(words)
            }
            // SAFETY: the invariant of `Avx2`: the processor has the instructions.
            unsafe { compiled(words) }
        }
    }

    impl Avx512 {
        #[inline(always)]
        pub(super) fn detect() -> Option<Self> {
            let has_both =
                is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512vpopcntdq");
            has_both.then(Avx2::detect).flatten().map(Self)
        }

        #[inline(always)]
        pub(super) fn avx2(self) -> Avx2 {
            self.0
        }

        #[inline(always)]
        pub(super) fn count(self, words: &[usize]) -> usize {
            #[target_feature(enable = "avx2,popcnt,avx512f,avx512vpopcntdq")]
            fn compiled(words: &[usize]) -> usize {
                count_in(words)
            }
            // SAFETY: the invariant of `Avx512`: the processor has the instructions.
            unsafe { compiled(words) }
        }
    }
}
