//! What both algorithms are made of: little-endian word reads and the 64 × 64 → 128 multiplication.
//!
//! Words are read through arrays (`first_chunk`), never through pointers, so a read outside the
//! slice cannot be written down, and big-endian machines get the same words. With optimisation
//! each read is a single load.

/// First four secrets of the Wyhash family. Both algorithms use them.
pub(crate) const SECRET: [u64; 4] =
    [0xa076_1d64_78bd_642f, 0xe703_7ed1_a0b4_28db, 0x8ebc_6af0_9c88_c6e3, 0x5899_65cc_7537_4cc3];

/// The 128-bit product of `a` and `b`, as its low and its high half.
#[inline(always)]
pub(crate) const fn multiply(a: u64, b: u64) -> (u64, u64) {
    let product = (a as u128) * (b as u128);
    (product as u64, (product >> 64) as u64)
}

/// The two halves of the product of `a` and `b`, folded by exclusive or.
#[inline(always)]
pub(crate) const fn mix(a: u64, b: u64) -> u64 {
    let (low, high) = multiply(a, b);
    low ^ high
}

/// The four bytes at `at` as an integer, least significant first. Panics when there are fewer.
///
/// Cut at the end first: one comparison with the length is then all that is left of the checks,
/// where cutting at the start leaves two.
#[inline(always)]
pub(crate) const fn word4_at(bytes: &[u8], at: usize) -> u64 {
    let Some(word) = bytes.split_at(at + 4).0.last_chunk() else { unreachable!() };
    u32::from_le_bytes(*word) as u64
}

/// The sixteen bytes at `at`. Panics when there are fewer.
#[inline(always)]
pub(crate) const fn block16(bytes: &[u8], at: usize) -> &[u8; 16] {
    let Some(block) = bytes.split_at(at).1.first_chunk() else { unreachable!() };
    block
}

/// The eight bytes at `at` as an integer, least significant first. Panics when there are fewer.
#[inline(always)]
pub(crate) const fn word8_at(bytes: &[u8], at: usize) -> u64 {
    let Some(word) = bytes.split_at(at).1.first_chunk() else { unreachable!() };
    u64::from_le_bytes(*word)
}

/// The two eight-byte words of `block`, least significant byte first.
#[inline(always)]
pub(crate) const fn words16<const LOWER: bool>(block: &[u8; 16]) -> (u64, u64) {
    (letters::<LOWER>(word8_at(block, 0)), letters::<LOWER>(word8_at(block, 8)))
}

/// The argument `LOWER` of code that hashes bytes as they are.
pub(crate) const AS_IS: bool = false;

/// The argument `LOWER` of code that hashes ASCII letters in lower case.
pub(crate) const LOWER: bool = true;

/// `word`, with every byte that is an upper-case ASCII letter in lower case if `LOWER`.
///
/// All eight bytes at once. Adding to the low seven bits of a byte carries into its top bit from
/// `A` on in one sum and beyond `Z` in the other, never into the next byte; the letters are where
/// only the first did. Shifted, that bit is the one in which the cases differ.
#[inline(always)]
pub(crate) const fn letters<const LOWER: bool>(word: u64) -> u64 {
    const EACH: u64 = u64::MAX / 0xff;
    if !LOWER {
        return word;
    }
    let low = word & (EACH * 0x7f);
    let from_a = low + EACH * (0x80 - b'A' as u64);
    let beyond_z = low + EACH * (0x7f - b'Z' as u64);
    let upper = from_a & !beyond_z & !word & (EACH * 0x80);
    word | (upper >> 2)
}
