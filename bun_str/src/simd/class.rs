//! Classes of bytes that a scanner stops at.
//!
//! Most are made of two comparisons that every instruction set has: equal, and less as signed
//! numbers. A byte from 0x80 up is negative, so `byte < 0x20` as signed numbers finds control
//! characters and what is not ASCII at once.

use super::vector::Simd;

/// A set of bytes, tested one at a time or a vector at a time.
pub(crate) trait ByteClass: Copy {
    /// Whether [`ByteClass::test`] is slow where looking up in tables is.
    const TABLES: bool = false;

    /// Returns whether `byte` is in the class.
    fn contains(&self, byte: u8) -> bool;
    /// Returns which of `bytes` are in the class.
    fn test<S: Simd>(&self, simd: S, bytes: S::Bytes) -> S::Mask;
}

/// Each of `K` bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AnyOf<const K: usize>(pub(crate) [u8; K]);

impl<const K: usize> ByteClass for AnyOf<K> {
    #[inline(always)]
    fn contains(&self, byte: u8) -> bool {
        self.0.contains(&byte)
    }

    #[inline(always)]
    fn test<S: Simd>(&self, simd: S, bytes: S::Bytes) -> S::Mask {
        const { assert!(K > 0) };
        let mut mask = simd.eq(bytes, simd.splat(self.0[0]));
        for &byte in &self.0[1..] {
            mask = simd.either(mask, simd.eq(bytes, simd.splat(byte)));
        }
        mask
    }
}

/// A few bytes that are known only now: for texts that are too short to make tables for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listed<'a>(pub(crate) &'a [u8]);

impl ByteClass for Listed<'_> {
    // Making a vector of a byte takes the same instruction.
    const TABLES: bool = true;

    #[inline(always)]
    fn contains(&self, byte: u8) -> bool {
        self.0.contains(&byte)
    }

    #[inline(always)]
    fn test<S: Simd>(&self, simd: S, bytes: S::Bytes) -> S::Mask {
        // A vector is not different from itself: nothing is in the class at first.
        let mut mask = simd.less_signed(bytes, bytes);
        for &byte in self.0 {
            mask = simd.either(mask, simd.eq(bytes, simd.splat(byte)));
        }
        mask
    }
}

/// Every byte but one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Not(pub(crate) u8);

impl ByteClass for Not {
    #[inline(always)]
    fn contains(&self, byte: u8) -> bool {
        byte != self.0
    }

    #[inline(always)]
    fn test<S: Simd>(&self, simd: S, bytes: S::Bytes) -> S::Mask {
        // The difference is below 1 as an unsigned number only where it is zero; flipping the
        // sign bit turns the signed comparison into that one.
        let flipped = simd.xor(bytes, simd.splat(self.0 ^ 0x80));
        simd.less_signed(simd.splat(0x80), flipped)
    }
}

/// Bytes from 0x80 up.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NonAscii;

impl ByteClass for NonAscii {
    #[inline(always)]
    fn contains(&self, byte: u8) -> bool {
        !byte.is_ascii()
    }

    #[inline(always)]
    fn test<S: Simd>(&self, simd: S, bytes: S::Bytes) -> S::Mask {
        simd.negative(bytes)
    }
}

/// Bytes below `LIMIT`, bytes from 0x80 up, and each of `K` others.
///
/// `LIMIT` is at most 0x7f.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unplain<const LIMIT: u8, const K: usize>(pub(crate) [u8; K]);

impl<const LIMIT: u8, const K: usize> ByteClass for Unplain<LIMIT, K> {
    #[inline(always)]
    fn contains(&self, byte: u8) -> bool {
        byte < LIMIT || !byte.is_ascii() || self.0.contains(&byte)
    }

    #[inline(always)]
    fn test<S: Simd>(&self, simd: S, bytes: S::Bytes) -> S::Mask {
        const { assert!(LIMIT < 0x80) };
        let mut mask = simd.less_signed(bytes, simd.splat(LIMIT));
        for &byte in &self.0 {
            mask = simd.either(mask, simd.eq(bytes, simd.splat(byte)));
        }
        mask
    }
}
