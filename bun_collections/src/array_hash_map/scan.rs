//! Linear search in a small map.
//!
//! Four or eight rows are compared without a branch between them: which of them matches is not
//! predictable, and the comparisons of a block are cheaper than one misprediction. What does not
//! fill a block is compared with the rows before it once more.

use super::rows::StoredHash;

/// Returns the first row for whose key `is_match`, which is asked for several keys at a time.
#[inline]
pub(super) fn by_key<K>(keys: &[K], is_match: impl Fn(&K, usize) -> bool) -> Option<usize> {
    let mut found = None;
    search(keys, &is_match, |row| {
        found = Some(row);
        true
    });
    found
}

/// Returns the first row with `hash` for whose key `is_match`.
#[inline]
pub(super) fn by_hash<K>(
    hash: u32,
    hashes: &[StoredHash],
    keys: &[K],
    is_match: impl Fn(&K, usize) -> bool,
) -> Option<usize> {
    let mut found = None;
    search(hashes, &|stored, _| u32::from_ne_bytes(*stored) == hash, |row| {
        let matches = keys.get(row).is_some_and(|key| is_match(key, row));
        if matches {
            found = Some(row);
        }
        matches
    });
    found
}

/// Gives the rows of items that match to `accept`, in order, until it says so.
#[inline]
fn search<T>(
    items: &[T],
    is_match: &impl Fn(&T, usize) -> bool,
    mut accept: impl FnMut(usize) -> bool,
) {
    let len = items.len();
    let (Some(first), Some(last)) = (items.first_chunk::<4>(), items.last_chunk::<4>()) else {
        for (row, item) in items.iter().enumerate() {
            if is_match(item, row) && accept(row) {
                return;
            }
        }
        return;
    };
    if len <= 8 {
        let matches = of_four(first, 0, is_match) | of_four(last, len - 4, is_match) << (len - 4);
        accept_each(0, matches, &mut accept);
        return;
    }
    let mut row = 0;
    let (blocks, _) = items.as_chunks::<8>();
    for block in blocks {
        if accept_each(row, of_eight(block, row, is_match), &mut accept) {
            return;
        }
        row += 8;
    }
    if let Some(block) = items.last_chunk::<8>()
        && row < len
    {
        // The rows below `row` have been tried.
        let matches = of_eight(block, len - 8, is_match) & (0xff << (row + 8 - len));
        accept_each(len - 8, matches, &mut accept);
    }
}

/// Gives the rows whose bits are set to `accept` until it says so.
#[inline]
fn accept_each(first: usize, mut matches: u32, accept: &mut impl FnMut(usize) -> bool) -> bool {
    while matches != 0 {
        if accept(first + matches.trailing_zeros() as usize) {
            return true;
        }
        matches &= matches - 1;
    }
    false
}

#[inline]
fn of_four<T>(items: &[T; 4], row: usize, is_match: &impl Fn(&T, usize) -> bool) -> u32 {
    let bit = |at: usize| u32::from(is_match(&items[at], row + at)) << at;
    bit(0) | bit(1) | bit(2) | bit(3)
}

#[inline]
fn of_eight<T>(items: &[T; 8], row: usize, is_match: &impl Fn(&T, usize) -> bool) -> u32 {
    let bit = |at: usize| u32::from(is_match(&items[at], row + at)) << at;
    bit(0) | bit(1) | bit(2) | bit(3) | bit(4) | bit(5) | bit(6) | bit(7)
}

#[cfg(test)]
mod tests {
    use super::{by_hash, by_key};

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
                let expected = (wanted < len).then_some(usize::from(wanted));
                assert_eq!(by_key(&keys, is_match), expected);
                for hash in 0..3 {
                    let expected = (wanted..len).find(|key| u32::from(*key) % 3 == hash);
                    assert_eq!(by_hash(hash, &hashes, &keys, is_match), expected.map(usize::from));
                }
            }
        }
    }
}
