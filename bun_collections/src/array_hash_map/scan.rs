//! Linear search in a small map.
//!
//! Eight rows are compared without a branch between them: which of them matches is not
//! predictable, and the comparisons of a block are cheaper than one misprediction.

use super::rows::StoredHash;

const BLOCK: usize = 8;

/// Returns the first row for whose key `is_match`, which is asked for a block of keys at a time.
#[inline]
pub(super) fn by_key<K>(keys: &[K], is_match: impl Fn(&K, usize) -> bool) -> Option<usize> {
    for (block, keys) in keys.chunks(BLOCK).enumerate() {
        let first = block * BLOCK;
        let mut matches = 0_u32;
        for (at, key) in keys.iter().enumerate() {
            matches |= u32::from(is_match(key, first + at)) << at;
        }
        if matches != 0 {
            return Some(first + matches.trailing_zeros() as usize);
        }
    }
    None
}

/// Returns the first row with `hash` for whose key `is_match`.
#[inline]
pub(super) fn by_hash<K>(
    hash: u32,
    hashes: &[StoredHash],
    keys: &[K],
    is_match: impl Fn(&K, usize) -> bool,
) -> Option<usize> {
    for (block, hashes) in hashes.chunks(BLOCK).enumerate() {
        let first = block * BLOCK;
        let mut matches = 0_u32;
        for (at, stored) in hashes.iter().enumerate() {
            matches |= u32::from(u32::from_ne_bytes(*stored) == hash) << at;
        }
        while matches != 0 {
            let row = first + matches.trailing_zeros() as usize;
            if keys.get(row).is_some_and(|key| is_match(key, row)) {
                return Some(row);
            }
            matches &= matches - 1;
        }
    }
    None
}
