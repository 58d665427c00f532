//! [`Word`]: the unsigned integers that an [`IntegerBitSet`](super::IntegerBitSet) is made of.

use core::fmt::Debug;
use core::hash::Hash;
use core::ops::{BitAnd, BitOr, BitXor, Not};

use super::sealed::Sealed;

/// An unsigned integer that holds a set of bits: `u8`, `u16`, `u32`, `u64` or `u128`.
///
/// # Examples
///
/// ```
/// use bun_collections::bit_set::Word;
///
/// assert_eq!(u16::bit(9), 0x200);
/// assert_eq!(u8::below(3), 0b111);
/// assert_eq!(u8::below(8), u8::MAX);
/// ```
pub trait Word:
    Sealed
    + Copy
    + Debug
    + Eq
    + Hash
    + Send
    + Sync
    + BitAnd<Output = Self>
    + BitOr<Output = Self>
    + BitXor<Output = Self>
    + Not<Output = Self>
    + 'static
{
    /// No bit.
    const ZERO: Self;

    /// Returns a word with this one bit, which the word has.
    fn bit(index: usize) -> Self;

    /// Returns a word with the lowest `count` bits, which the word has.
    fn below(count: usize) -> Self;

    /// Returns how many bits are set.
    fn count(self) -> usize;

    /// Returns the lowest bit.
    fn first(self) -> Option<usize>;

    /// Returns the highest bit.
    fn last(self) -> Option<usize>;

    /// Returns the word without its lowest bit.
    #[must_use]
    fn without_first(self) -> Self;

    /// Returns the bits from `usize::BITS * index`.
    fn part(self, index: usize) -> usize;
}

macro_rules! words {
    ($($integer:ty)*) => {$(
        impl Sealed for $integer {}

        impl Word for $integer {
            const ZERO: Self = 0;

            #[inline]
            fn bit(index: usize) -> Self {
                1 << index
            }

            #[inline]
            fn below(count: usize) -> Self {
                <$integer>::MAX.checked_shr(<$integer>::BITS - count as u32).unwrap_or(0)
            }

            #[inline]
            fn count(self) -> usize {
                self.count_ones() as usize
            }

            #[inline]
            fn first(self) -> Option<usize> {
                (self != 0).then(|| self.trailing_zeros() as usize)
            }

            #[inline]
            fn last(self) -> Option<usize> {
                self.checked_ilog2().map(|index| index as usize)
            }

            #[inline]
            fn without_first(self) -> Self {
                self & self.wrapping_sub(1)
            }

            #[inline]
            fn part(self, index: usize) -> usize {
                (u128::from(self) >> (index * usize::BITS as usize)) as usize
            }
        }
    )*};
}

words!(u8 u16 u32 u64 u128);
