//! [`Table`]: the arrays behind a [`ComptimeStringMap`], computed while compiling.

use super::words::Words;
use super::{ComptimeStringMap, KV};

/// The arrays behind a [`ComptimeStringMap`]; made by
/// [`comptime_string_map!`](macro@crate::comptime_string_map), which knows their lengths.
///
/// # Examples
///
/// ```
/// use bun_collections::comptime_string_map::{ComptimeStringMap, KV, Table, lens, slots};
///
/// const KEYS: &[&[u8]] = &[b"b", b"a"];
/// static TABLE: Table<u32, 2, { slots(2) }, { lens(KEYS) }> =
///     Table::new([KV { key: KEYS[0], value: 2 }, KV { key: KEYS[1], value: 1 }]);
/// static MAP: ComptimeStringMap<u32> = TABLE.map();
/// assert_eq!(MAP.get(b"b"), Some(&2));
/// ```
#[derive(Debug)]
pub struct Table<V: 'static, const N: usize, const SLOTS: usize, const LENS: usize> {
    kvs: [KV<V>; N],
    keys: [&'static [u8]; N],
    words: [Words; N],
    /// One more than the index of the entry, or zero.
    slots: [u16; SLOTS],
    /// For each length from the least on, the index of the first key that is not shorter.
    starts: [u16; LENS],
}

/// Returns the number of slots of a table of `len` entries.
///
/// # Panics
///
/// Panics, which is an error of the compiler in a constant, when there are 65535 keys or more.
#[must_use]
pub const fn slots(len: usize) -> usize {
    assert!(len < u16::MAX as usize, "too many keys");
    // Half of the slots at most are in use, so most searches look at one.
    (2 * len).next_power_of_two()
}

/// Returns how many `starts` a table of these keys has: one for each length there is between that
/// of the shortest and that of the longest key, and one for the end.
#[must_use]
pub const fn lens(keys: &[&[u8]]) -> usize {
    if keys.is_empty() {
        return 1;
    }
    let (mut min, mut max) = (keys[0].len(), keys[0].len());
    let mut index = 1;
    while index < keys.len() {
        let len = keys[index].len();
        min = if len < min { len } else { min };
        max = if len > max { len } else { max };
        index += 1;
    }
    max - min + 2
}

/// Returns the tag of an enumeration as Zig writes it, without the `r#` of a raw identifier.
#[must_use]
pub const fn tag_name(identifier: &'static str) -> &'static [u8] {
    match identifier.as_bytes() {
        [b'r', b'#', rest @ ..] => rest,
        whole => whole,
    }
}

/// Returns whether `a` comes before `b`: shorter, or as long and less as bytes.
const fn is_before(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return a.len() < b.len();
    }
    let mut index = 0;
    while index < a.len() {
        if a[index] != b[index] {
            return a[index] < b[index];
        }
        index += 1;
    }
    false
}

/// Sorts by heap sort: constants may not run for as long as insertion takes with many keys.
const fn sort<V>(kvs: &mut [KV<V>]) {
    let mut root = kvs.len() / 2;
    while root > 0 {
        root -= 1;
        sift_down(kvs, root, kvs.len());
    }
    let mut end = kvs.len();
    while end > 1 {
        end -= 1;
        kvs.swap(0, end);
        sift_down(kvs, 0, end);
    }
}

/// Moves an entry down the heap of the first `end` entries until its children come before it.
const fn sift_down<V>(kvs: &mut [KV<V>], root: usize, end: usize) {
    let mut parent = root;
    loop {
        let mut child = 2 * parent + 1;
        if child >= end {
            return;
        }
        if child + 1 < end && is_before(kvs[child].key, kvs[child + 1].key) {
            child += 1;
        }
        if !is_before(kvs[parent].key, kvs[child].key) {
            return;
        }
        kvs.swap(parent, child);
        parent = child;
    }
}

impl<V, const N: usize, const SLOTS: usize, const LENS: usize> Table<V, N, SLOTS, LENS> {
    /// Computes the arrays.
    ///
    /// # Panics
    ///
    /// Panics, which is an error of the compiler in a constant, when a key is there twice, and when
    /// `SLOTS` or `LENS` are not what [`slots`] and [`lens`] return.
    #[must_use]
    pub const fn new(mut kvs: [KV<V>; N]) -> Self {
        assert!(SLOTS == slots(N), "the number of slots");
        sort(&mut kvs);
        let mut keys: [&'static [u8]; N] = [b""; N];
        let mut words = [Words::of(b""); N];
        let mut slots = [0; SLOTS];
        let mut index = 0;
        while index < N {
            let key = kvs[index].key;
            assert!(index == 0 || is_before(kvs[index - 1].key, key), "a key is there twice");
            keys[index] = key;
            words[index] = Words::of(key);
            let mut slot = words[index].home(SLOTS.trailing_zeros());
            while slots[slot] != 0 {
                slot = (slot + 1) % SLOTS;
            }
            slots[slot] = index as u16 + 1;
            index += 1;
        }
        Self { starts: Self::starts(&keys), kvs, keys, words, slots }
    }

    /// Returns where the keys of each length start.
    const fn starts(keys: &[&[u8]; N]) -> [u16; LENS] {
        let mut starts = [0; LENS];
        let len_min = if N == 0 { 0 } else { keys[0].len() };
        let (mut index, mut at) = (0, 0);
        while at < LENS {
            while index < N && keys[index].len() < len_min + at {
                index += 1;
            }
            starts[at] = index as u16;
            at += 1;
        }
        assert!(index == N, "the number of lengths");
        starts
    }

    /// Returns the map.
    #[inline]
    #[must_use]
    pub const fn map(&'static self) -> ComptimeStringMap<V> {
        ComptimeStringMap {
            kvs: &self.kvs,
            keys: &self.keys,
            words: &self.words,
            slots: &self.slots,
            starts: &self.starts,
            len_min: if N == 0 { 0 } else { self.keys[0].len() },
        }
    }
}
