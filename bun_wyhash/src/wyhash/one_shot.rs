//! The whole input in one slice.
//!
//! Three length classes are straight-line code in the caller: 4–16 bytes first, because that is
//! where most keys lie, then 0–3 and 17–48. Longer inputs are one call. With a seed known at
//! compile time the seeding multiplication folds away, and so does every branch when the length is
//! known as well, which makes an integer key two multiplications.

use super::rounds::{ROUND, fold, rounds};
use crate::mix::{SECRET, block16, letters, mix, multiply, word4_at, words16};

/// The state that every lane starts from.
#[inline(always)]
pub(super) const fn seeded(seed: u64) -> u64 {
    seed ^ mix(seed ^ SECRET[0], SECRET[1])
}

/// Mixes the last words `(a, b)` and the length into the folded lanes.
#[inline(always)]
pub(super) const fn finish(state: u64, (a, b): (u64, u64), len: u64) -> u64 {
    let (a, b) = multiply(a ^ SECRET[1], b ^ state);
    mix(a ^ SECRET[0] ^ len, b ^ SECRET[1])
}

/// Hashes `bytes` from the start. Inlined everywhere; the public functions decide where.
#[inline(always)]
pub(super) const fn one_shot<const LOWER: bool>(seed: u64, bytes: &[u8]) -> u64 {
    let state = seeded(seed);
    let len = bytes.len();
    let (state, last) = match len {
        4..=16 => (state, words_4_to_16::<LOWER>(bytes)),
        0..=3 => (state, words_0_to_3::<LOWER>(bytes)),
        17..=48 => {
            // Without a round all lanes are equal, and folding them gives back the first.
            (fold::<LOWER>([state; 3], bytes), words16::<LOWER>(block16(bytes, len - 16)))
        }
        _ => return long::<LOWER>(state, bytes),
    };
    finish(state, last, len as u64)
}

/// The last words of an input of at most 16 bytes, which has no other words.
#[inline(always)]
pub(super) const fn words_0_to_16<const LOWER: bool>(bytes: &[u8]) -> (u64, u64) {
    if bytes.len() >= 4 { words_4_to_16::<LOWER>(bytes) } else { words_0_to_3::<LOWER>(bytes) }
}

/// Four four-byte words that overlap as the length requires: two from the front, two from the end.
#[inline(always)]
const fn words_4_to_16<const LOWER: bool>(bytes: &[u8]) -> (u64, u64) {
    let quarter = (bytes.len() >> 3) << 2;
    let end = bytes.len() - 4;
    // Always true; it replaces the bounds checks of the four reads by one comparison.
    assert!(quarter <= end);
    let a = word4_at(bytes, 0) << 32 | word4_at(bytes, quarter);
    let b = word4_at(bytes, end) << 32 | word4_at(bytes, end - quarter);
    (letters::<LOWER>(a), letters::<LOWER>(b))
}

/// First, middle and last byte, which coincide as the length requires.
#[inline(always)]
const fn words_0_to_3<const LOWER: bool>(bytes: &[u8]) -> (u64, u64) {
    if bytes.is_empty() {
        return (0, 0);
    }
    let middle = bytes[bytes.len() >> 1];
    let last = bytes[bytes.len() - 1];
    let a = (bytes[0] as u64) << 16 | (middle as u64) << 8 | last as u64;
    (letters::<LOWER>(a), 0)
}

/// More than 48 bytes.
#[inline(never)]
const fn long<const LOWER: bool>(seeded: u64, bytes: &[u8]) -> u64 {
    assert!(bytes.len() > ROUND);
    let (lanes, rest) = rounds::<LOWER>([seeded; 3], bytes);
    // The last words are those of the whole input, so they may reach back into the last round.
    let last = words16::<LOWER>(block16(bytes, bytes.len() - 16));
    finish(fold::<LOWER>(lanes, rest), last, bytes.len() as u64)
}
