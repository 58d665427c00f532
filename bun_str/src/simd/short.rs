//! Texts shorter than a vector of sixteen bytes, looked at as one.

use super::class::ByteClass;
use super::vector::Simd;

/// Searches a text below 16 bytes; `vector` makes a vector of 16 from its two halves.
///
/// The first and the last eight bytes (or four, twice) stand side by side in one vector. Where
/// they overlap, the first of them is found.
#[inline(always)]
pub(super) fn find_below_16<S: Simd, C: ByteClass>(
    simd: S,
    class: &C,
    text: &[u8],
    vector: impl FnOnce(u64, u64) -> S::Bytes,
) -> Option<usize> {
    let (half, low, high) =
        if let (Some(head), Some(tail)) = (text.first_chunk(), text.last_chunk()) {
            (8, u64::from_le_bytes(*head), u64::from_le_bytes(*tail))
        } else if let (Some(head), Some(tail)) = (text.first_chunk(), text.last_chunk()) {
            let (head, tail) = (u32::from_le_bytes(*head), u32::from_le_bytes(*tail));
            let both = u64::from(head) | u64::from(tail) << 32;
            (4, both, both)
        } else {
            return text.iter().position(|&byte| class.contains(byte));
        };
    let place = simd.first(class.test(simd, vector(low, high)))?;
    Some(if place < half { place } else { text.len() + place - 2 * half })
}
