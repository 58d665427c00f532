//! Eight bytes in a `u64`: the instruction set of every processor.
//!
//! Each operation is exact for every byte: no carry crosses from one to the next. A mask has the
//! top bit of each byte that is true. The first byte of the text is the lowest, on big-endian
//! processors too.

use super::class::ByteClass;
use super::vector::Simd;

/// Vectors of eight bytes, in safe code.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Swar;

impl Swar {
    /// Returns the instruction set that is always there.
    #[inline(always)]
    pub(crate) const fn new() -> Self {
        Self
    }
}

const TOPS: u64 = u64::from_ne_bytes([0x80; 8]);
const ONES: u64 = u64::from_ne_bytes([1; 8]);

impl Simd for Swar {
    type Array = [u8; 8];
    type Bytes = u64;
    type Mask = u64;
    type Table = [u8; 16];

    const LEN: usize = 8;
    const LOOKS_UP: bool = false;

    #[inline(always)]
    fn arrays(text: &[u8]) -> &[[u8; 8]] {
        text.as_chunks().0
    }

    #[inline(always)]
    fn arrays_mut(text: &mut [u8]) -> &mut [[u8; 8]] {
        text.as_chunks_mut().0
    }

    #[inline(always)]
    fn last(text: &[u8]) -> Option<&[u8; 8]> {
        text.last_chunk()
    }

    #[inline(always)]
    fn last_mut(text: &mut [u8]) -> Option<&mut [u8; 8]> {
        text.last_chunk_mut()
    }

    #[inline(always)]
    fn load(self, array: &[u8; 8]) -> u64 {
        u64::from_le_bytes(*array)
    }

    #[inline(always)]
    fn store(self, bytes: u64, array: &mut [u8; 8]) {
        *array = bytes.to_le_bytes();
    }

    #[inline(always)]
    fn splat(self, byte: u8) -> u64 {
        u64::from(byte) * ONES
    }

    #[inline(always)]
    fn table(self, table: &[u8; 16]) -> [u8; 16] {
        *table
    }

    #[inline(always)]
    fn and(self, a: u64, b: u64) -> u64 {
        a & b
    }

    #[inline(always)]
    fn or(self, a: u64, b: u64) -> u64 {
        a | b
    }

    #[inline(always)]
    fn xor(self, a: u64, b: u64) -> u64 {
        a ^ b
    }

    #[inline(always)]
    fn add(self, a: u64, b: u64) -> u64 {
        ((a & !TOPS) + (b & !TOPS)) ^ ((a ^ b) & TOPS)
    }

    #[inline(always)]
    fn upper_nibbles(self, bytes: u64) -> u64 {
        bytes >> 4 & (0x0f * ONES)
    }

    #[inline(always)]
    fn lookup(self, table: [u8; 16], indices: u64) -> u64 {
        u64::from_le_bytes(indices.to_le_bytes().map(|index| look_up_one(&table, index)))
    }

    #[inline(always)]
    fn eq(self, a: u64, b: u64) -> u64 {
        let difference = a ^ b;
        !(((difference & !TOPS) + !TOPS) | difference) & TOPS
    }

    #[inline(always)]
    fn less_signed(self, a: u64, b: u64) -> u64 {
        // Signs aside, `a - b` borrows into its own top bit, which was set in advance.
        let (a, b) = (a ^ TOPS, b ^ TOPS);
        let difference = ((a | TOPS) - (b & !TOPS)) ^ ((a ^ !b) & TOPS);
        ((!a & b) | ((!a | b) & difference)) & TOPS
    }

    #[inline(always)]
    fn negative(self, bytes: u64) -> u64 {
        bytes & TOPS
    }

    #[inline(always)]
    fn contains_bit(self, bytes: u64, bit: u64) -> u64 {
        self.eq(bytes & bit, 0) ^ TOPS
    }

    #[inline(always)]
    fn either(self, a: u64, b: u64) -> u64 {
        a | b
    }

    #[inline(always)]
    fn any(self, mask: u64) -> bool {
        mask != 0
    }

    #[inline(always)]
    fn first(self, mask: u64) -> Option<usize> {
        (mask != 0).then(|| mask.trailing_zeros() as usize / 8)
    }

    #[inline(always)]
    fn last_place(self, mask: u64) -> Option<usize> {
        (mask != 0).then(|| 7 - mask.leading_zeros() as usize / 8)
    }

    #[inline(always)]
    fn keep(self, mask: u64, bytes: u64) -> u64 {
        ((mask >> 7) * 0xff) & bytes
    }

    #[inline(always)]
    fn count(self, counts: u64, mask: u64) -> u64 {
        self.add(counts, mask >> 7)
    }

    #[inline(always)]
    fn find_short<C: ByteClass>(self, class: &C, text: &[u8]) -> Option<usize> {
        text.iter().position(|&byte| class.contains(byte))
    }
}

/// [`Simd::lookup`] of one byte.
#[inline(always)]
pub(super) fn look_up_one(table: &[u8; 16], index: u8) -> u8 {
    if index.is_ascii() { table[usize::from(index & 15)] } else { 0 }
}
