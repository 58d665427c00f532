//! [`Entry`], and where an entry goes among others.
//!
//! Entries stand in the order of their hashes. Each is in its home, the slot that the upper bits of
//! its hash name, or behind it with no empty slot between. An empty slot has the largest hash, so
//! that a search for the first hash that is not smaller needs no second question.

use core::mem;

/// The hash of an empty slot.
const EMPTY: u64 = u64::MAX;

/// A slot of a table.
///
/// # Examples
///
/// ```
/// use bun_collections::static_hash_map::Entry;
///
/// let entry = Entry::<u32, &str>::default();
/// assert!(entry.is_empty());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<K, V> {
    /// The hash of the key, or `u64::MAX` when the slot is empty.
    pub hash: u64,
    /// The key; the default one when the slot is empty.
    pub key: K,
    /// The value; the default one when the slot is empty.
    pub value: V,
}

impl<K, V> Entry<K, V> {
    /// Returns whether there is nothing in the slot.
    #[inline]
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.hash == EMPTY
    }
}

impl<K: Default, V: Default> Default for Entry<K, V> {
    /// Returns an empty slot.
    #[inline]
    fn default() -> Self {
        Self { hash: EMPTY, key: K::default(), value: V::default() }
    }
}

/// Returns `hash` unless it is the one of empty slots, which becomes its neighbour.
#[inline]
pub(super) const fn usable(hash: u64) -> u64 {
    if hash == EMPTY { EMPTY - 1 } else { hash }
}

/// Returns the slot of the key with this hash that `is_key` knows, or else where it belongs.
#[inline]
pub(super) fn search<K, V>(
    entries: &[Entry<K, V>],
    shift: u8,
    hash: u64,
    mut is_key: impl FnMut(&K) -> bool,
) -> Result<usize, usize> {
    let mut at = lower_bound(entries, shift, hash);
    let place = at;
    while let Some(entry) = entries.get(at)
        && entry.hash == hash
    {
        if is_key(&entry.key) {
            return Ok(at);
        }
        at += 1;
    }
    Err(place)
}

/// Returns the first slot from the home of `hash` on that holds no smaller hash.
#[inline]
pub(super) fn lower_bound<K, V>(entries: &[Entry<K, V>], shift: u8, hash: u64) -> usize {
    let home = home(hash, shift);
    let behind = &entries[home..];
    home + behind.iter().position(|entry| entry.hash >= hash).unwrap_or(behind.len())
}

/// Puts `entry` into slot `place`, and moves what is there up to the next empty slot.
///
/// Gives `entry` back when there is no empty slot.
pub(super) fn insert<K, V>(
    entries: &mut [Entry<K, V>],
    place: usize,
    entry: Entry<K, V>,
) -> Result<(), Entry<K, V>> {
    let Some(run) = entries[place..].iter().position(Entry::is_empty) else {
        return Err(entry);
    };
    let run = &mut entries[place..=place + run];
    run.rotate_right(1);
    // The empty slot is now in front.
    run[0] = entry;
    Ok(())
}

/// Empties slot `place`, and moves those behind it closer to their homes.
pub(super) fn remove<K: Default, V: Default>(
    entries: &mut [Entry<K, V>],
    shift: u8,
    place: usize,
) -> Entry<K, V> {
    let removed = mem::take(&mut entries[place]);
    let away = |(at, entry): (usize, &Entry<K, V>)| {
        !entry.is_empty() && home(entry.hash, shift) < place + 1 + at
    };
    let run = entries[place + 1..].iter().enumerate().take_while(|slot| away(*slot)).count();
    entries[place..=place + run].rotate_left(1);
    removed
}

/// Returns the slot that the upper bits of `hash` name.
#[inline]
pub(super) const fn home(hash: u64, shift: u8) -> usize {
    // A capacity is below 2³² (`shift >= 32`), so the slot fits any `usize`.
    (hash >> shift) as usize
}
