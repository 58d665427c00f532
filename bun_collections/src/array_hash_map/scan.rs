//! Linear search in a small map.
//!
//! Four or eight rows are compared without a branch between them: which of them matches is not
//! predictable, and the comparisons of a block are cheaper than one misprediction. What does not
//! fill a block is compared with the rows before it once more.

use core::hint::select_unpredictable;

use super::rows::StoredHash;

/// No row: no slice has this many elements, but for those without a size.
pub(super) const NONE: usize = usize::MAX;

/// Returns the first row for whose key `is_match`, which is asked for several keys at a time; or
/// [`NONE`].
#[inline(always)]
pub(super) fn by_key<K>(keys: &[K], is_match: impl Fn(&K, usize) -> bool) -> usize {
    first(keys, &is_match)
}

/// Returns the first row with `hash` for whose key `is_match`, or [`NONE`].
#[inline(always)]
pub(super) fn by_hash<K>(
    hash: u32,
    hashes: &[StoredHash],
    keys: &[K],
    is_match: impl Fn(&K, usize) -> bool,
) -> usize {
    let hash = hash.to_ne_bytes();
    let row = first(hashes, &|stored, _| *stored == hash);
    match keys.get(row) {
        Some(key) if !is_match(key, row) => after(row, hash, hashes, keys, is_match),
        _ => row,
    }
}

/// Goes on with [`by_hash`] after a row whose hash is that of another key.
#[cold]
#[inline(never)]
fn after<K>(
    row: usize,
    hash: StoredHash,
    hashes: &[StoredHash],
    keys: &[K],
    is_match: impl Fn(&K, usize) -> bool,
) -> usize {
    let mut rows = hashes.iter().zip(keys).enumerate().skip(row + 1);
    let found = rows.find(|(row, (stored, key))| **stored == hash && is_match(key, *row));
    found.map_or(NONE, |(row, _)| row)
}

/// Returns the first row of an item that matches.
#[inline(always)]
fn first<T>(items: &[T], is_match: &impl Fn(&T, usize) -> bool) -> usize {
    let len = items.len();
    if len > 8 {
        return first_of_many(items, is_match);
    }
    let (Some(first), Some(last)) = (items.first_chunk::<4>(), items.last_chunk::<4>()) else {
        let mut rows = items.iter().enumerate();
        return rows.find(|(row, item)| is_match(item, *row)).map_or(NONE, |(row, _)| row);
    };
    let mut found = NONE;
    for at in [3, 2, 1, 0] {
        found = select_unpredictable(is_match(&last[at], len - 4 + at), len - 4 + at, found);
    }
    for at in [3, 2, 1, 0] {
        found = select_unpredictable(is_match(&first[at], at), at, found);
    }
    found
}

/// As [`first`], for more than eight items.
#[inline(never)]
fn first_of_many<T>(items: &[T], is_match: &impl Fn(&T, usize) -> bool) -> usize {
    let (blocks, _) = items.as_chunks::<8>();
    let mut row = 0;
    for block in blocks {
        let matches = of_eight(block, row, is_match);
        if matches != 0 {
            return row + matches.trailing_zeros() as usize;
        }
        row += 8;
    }
    if let Some(block) = items.last_chunk::<8>()
        && row < items.len()
    {
        // The rows below `row` have been tried, and did not match.
        let row = items.len() - 8;
        let matches = of_eight(block, row, is_match);
        if matches != 0 {
            return row + matches.trailing_zeros() as usize;
        }
    }
    NONE
}

#[inline]
fn of_eight<T>(items: &[T; 8], row: usize, is_match: &impl Fn(&T, usize) -> bool) -> u32 {
    let bit = |at: usize| u32::from(is_match(&items[at], row + at)) << at;
    bit(0) | bit(1) | bit(2) | bit(3) | bit(4) | bit(5) | bit(6) | bit(7)
}

#[cfg(test)]
mod tests {
    use super::{NONE, by_hash, by_key};

    #[test]
    fn the_first_row_that_matches_is_found_at_every_length() {
        for len in (0_u8..40).step_by(if cfg!(miri) { 7 } else { 1 }) {
            let keys: Vec<u8> = (0..len).collect();
            let hashes: Vec<[u8; 4]> =
                keys.iter().map(|key| (u32::from(*key) % 3).to_ne_bytes()).collect();
            for wanted in 0..=len {
                let is_match = |key: &u8, row: usize| {
                    assert_eq!(usize::from(*key), row);
                    *key >= wanted
                };
                let expected = if wanted < len { usize::from(wanted) } else { NONE };
                assert_eq!(by_key(&keys, is_match), expected);
                for hash in 0..3 {
                    let expected = (wanted..len).find(|key| u32::from(*key) % 3 == hash);
                    assert_eq!(
                        by_hash(hash, &hashes, &keys, is_match),
                        expected.map_or(NONE, usize::from)
                    );
                }
            }
        }
    }
}
