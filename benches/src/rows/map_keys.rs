//! Keys of the rows about hash maps: random ones, and ones that collide.

use alloc::collections::BTreeSet;
use core::hash::Hasher;

use bun_wyhash::auto_hash;

use super::map_loops::Key;
use crate::input::{KeySet, Random, words};

const SEED: u64 = 0x6d6170;

/// Keys to insert, and what is looked up.
pub(super) struct Keys<K: 'static> {
    /// Sets of so many keys, of which the lookups are about the first.
    pub(super) sets: &'static [K],
    pub(super) count: usize,
    /// The keys of the first set, some times over, in other orders; texts are copies.
    pub(super) hits: &'static [K],
    /// As many keys of no set.
    pub(super) misses: &'static [K],
}

/// So many operations on few keys are one sequence: a predictor remembers several thousand.
const SEQUENCE: usize = 1 << 17;

/// Puts the items in a random order.
fn shuffle<T>(items: &mut [T], random: &mut Random) {
    for end in (1..items.len()).rev() {
        items.swap(end, random.below(end as u32 + 1) as usize);
    }
}

/// Returns how many lookups there are of so many keys.
pub(super) const fn lookups(count: usize) -> usize {
    SEQUENCE.next_multiple_of(count)
}

/// Repeats few keys in other orders, so that a predictor does not learn the sequence.
fn orders<K: Key>(keys: &[K], random: &mut Random) -> &'static [K] {
    let mut all = Vec::new();
    while all.len() < lookups(keys.len()) {
        let start = all.len();
        all.extend_from_slice(keys);
        shuffle(&mut all[start..], random);
    }
    // Leaked: closures hold them, and a row is built a few times in a process.
    all.leak()
}

impl<K: Key> Keys<K> {
    fn new(sets: &'static [K], count: usize, copies: &[K], others: &[K]) -> Self {
        let mut random = Random::new(!SEED);
        let hits = orders(copies, &mut random);
        Self { sets, count, hits, misses: orders(others, &mut random) }
    }

    /// Returns the first set.
    pub(super) fn inserted(&self) -> &'static [K] {
        &self.sets[..self.count]
    }

    /// Returns each set in another order.
    pub(super) fn shuffled(&self) -> Vec<K> {
        let (mut keys, mut random) = (self.sets.to_vec(), Random::new(SEED));
        keys.chunks_mut(self.count).for_each(|set| shuffle(set, &mut random));
        keys
    }
}

/// Returns random integers.
pub(super) fn of_words(count: usize) -> Keys<u64> {
    let sets = (SEQUENCE / count).max(1);
    let keys = &*words(SEED, (sets + 1) * count).leak();
    let (sets, others) = keys.split_at(sets * count);
    Keys::new(sets, count, &sets[..count], others)
}

/// Returns a ring of random integers, of which fewer than this many are alive.
pub(super) fn ring(live: usize) -> &'static [u64] {
    words(SEED, (4 * live / 3).next_power_of_two().max(4096)).leak()
}

/// Returns names and paths as a bundler meets them.
pub(super) fn of_texts(count: usize) -> Keys<&'static [u8]> {
    let set: BTreeSet<Vec<u8>> =
        KeySet::realistic(SEED, 4 * count.max(SEQUENCE / 4)).iter().map(Vec::from).collect();
    let mut texts: Vec<&'static [u8]> = set.into_iter().map(|text| &*text.leak()).collect();
    shuffle(&mut texts, &mut Random::new(SEED));
    let sets = texts.len() / count - 1;
    texts.truncate((sets + 1) * count);
    let (sets, others) = texts.leak().split_at(sets * count);
    let copies: Vec<&[u8]> = sets[..count].iter().map(|text| &*text.to_vec().leak()).collect();
    Keys::new(sets, count, &copies, others)
}

/// Returns integers whose hashes have equal low bits, more than a map of them looks at.
pub(super) fn colliding_words(count: usize) -> Keys<u64> {
    let mask = (2 * count).next_power_of_two() as u64 - 1;
    let keys: Vec<u64> =
        (0_u64..).filter(|key| auto_hash(key) & mask == 0).take(2 * count).collect();
    let (inserted, others) = keys.leak().split_at(count);
    Keys::new(inserted, count, inserted, others)
}

/// Returns texts that have one and the same hash.
///
/// Where a word of a text equals the secret that is mixed in, one factor of a multiplication is
/// zero and the other one, eight bytes and the seed, has no influence.
pub(super) fn colliding_texts(count: usize) -> Keys<&'static [u8]> {
    /// The second secret of Wyhash.
    const SECRET: u64 = 0xe703_7ed1_a0b4_28db;
    let text = |number: u64| {
        let mut text = b"................/node_modules/react/index.js"[..].to_vec();
        text[..8].copy_from_slice(&SECRET.to_le_bytes());
        text[8..16].copy_from_slice(&number.to_le_bytes());
        &*text.leak()
    };
    let texts: Vec<&'static [u8]> = (0..2 * count as u64).map(text).collect();
    let copies: Vec<&[u8]> = texts[..count].iter().map(|text| &*text.to_vec().leak()).collect();
    let (inserted, others) = texts.leak().split_at(count);
    Keys::new(inserted, count, &copies, others)
}

/// The hash of `AutoContext` and of `StringContext`, for maps of `hashbrown`.
#[derive(Clone, Copy, Default)]
pub(super) struct SameHash(u64);

impl Hasher for SameHash {
    #[inline(always)]
    fn finish(&self) -> u64 {
        self.0
    }

    #[inline(always)]
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bun_wyhash::hash(bytes);
    }

    #[inline(always)]
    fn write_u64(&mut self, word: u64) {
        self.0 = auto_hash(&word);
    }

    /// The length of a slice, which is part of its hash already.
    #[inline(always)]
    fn write_usize(&mut self, _len: usize) {}
}

#[cfg(test)]
mod tests {
    use super::{colliding_texts, colliding_words};
    use alloc::collections::BTreeSet;
    use bun_wyhash::{auto_hash, hash, hash_with_seed};

    #[test]
    fn the_words_collide_where_a_map_looks() {
        let homes: BTreeSet<u64> =
            colliding_words(100).hits.iter().map(|key| auto_hash(key) % 256).collect();
        assert_eq!(homes.len(), 1);
    }

    #[test]
    fn the_texts_collide_whatever_the_seed() {
        let keys = colliding_texts(100);
        let hashes: BTreeSet<u64> = keys.inserted().iter().map(|key| hash(key)).collect();
        let seeded: BTreeSet<u64> =
            keys.inserted().iter().map(|key| hash_with_seed(0x1234_5678_9abc, key)).collect();
        assert_eq!((hashes.len(), seeded.len()), (1, 1));
    }
}
