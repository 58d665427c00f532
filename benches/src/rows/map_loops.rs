//! The loops around a hash map. `oracle/bench_map.zig` has the same ones in Zig.
//!
//! The value of a key is the complement of its word: of the key itself, or of a string's length.

use core::hash::{BuildHasher, Hash};
use core::hint::black_box;

use bun_collections::HashMap;
use bun_collections::hash_map::HashContext;
use zig_oracle::{BenchKeys, BenchMap, BenchTexts};

/// A key of the rows.
pub(super) trait Key: Copy + Eq + Hash + 'static {
    fn word(self) -> u64;
    fn for_zig(keys: &'static [Self]) -> BenchKeys;
    /// Returns the keys as integers; the rows of texts have no use for that.
    fn words(keys: &[Self]) -> Option<&[u64]>;
}

impl Key for u64 {
    #[inline(always)]
    fn word(self) -> u64 {
        self
    }

    fn for_zig(keys: &'static [Self]) -> BenchKeys {
        BenchKeys::Words(keys)
    }

    fn words(keys: &[Self]) -> Option<&[u64]> {
        Some(keys)
    }
}

impl Key for &'static [u8] {
    #[inline(always)]
    fn word(self) -> u64 {
        self.len() as u64
    }

    fn for_zig(keys: &'static [Self]) -> BenchKeys {
        BenchKeys::Texts(keys.iter().copied().collect::<BenchTexts>())
    }

    fn words(_keys: &[Self]) -> Option<&[u64]> {
        None
    }
}

/// A map with what the loops call.
pub(super) trait Table<K>: Default + 'static {
    fn reserve(&mut self, len: usize);
    fn len(&self) -> usize;
    fn put(&mut self, key: K, value: u64);
    fn get(&self, key: K) -> Option<u64>;
    fn remove(&mut self, key: K) -> Option<u64>;
    fn clear(&mut self);
    fn fold(&self, step: impl FnMut(u64, K, u64) -> u64) -> u64;
}

impl<K: Key, C: HashContext<K> + Default + 'static> Table<K> for HashMap<K, u64, C> {
    #[inline(always)]
    fn reserve(&mut self, len: usize) {
        self.ensure_total_capacity(len).expect("memory");
    }

    #[inline(always)]
    fn len(&self) -> usize {
        self.len()
    }

    #[inline(always)]
    fn put(&mut self, key: K, value: u64) {
        self.put(key, value).expect("memory");
    }

    #[inline(always)]
    fn get(&self, key: K) -> Option<u64> {
        self.get(&key).copied()
    }

    #[inline(always)]
    fn remove(&mut self, key: K) -> Option<u64> {
        self.remove(&key)
    }

    fn clear(&mut self) {
        self.clear_retaining_capacity();
    }

    #[inline(always)]
    fn fold(&self, mut step: impl FnMut(u64, K, u64) -> u64) -> u64 {
        let mut sum = 0;
        for (key, value) in self {
            sum = step(sum, *key, *value);
        }
        sum
    }
}

impl<K: Key, S: BuildHasher + Default + 'static> Table<K> for hashbrown::HashMap<K, u64, S> {
    #[inline(always)]
    fn reserve(&mut self, len: usize) {
        self.reserve(len);
    }

    #[inline(always)]
    fn len(&self) -> usize {
        self.len()
    }

    #[inline(always)]
    fn put(&mut self, key: K, value: u64) {
        self.insert(key, value);
    }

    #[inline(always)]
    fn get(&self, key: K) -> Option<u64> {
        self.get(&key).copied()
    }

    #[inline(always)]
    fn remove(&mut self, key: K) -> Option<u64> {
        self.remove(&key)
    }

    fn clear(&mut self) {
        self.clear();
    }

    #[inline(always)]
    fn fold(&self, mut step: impl FnMut(u64, K, u64) -> u64) -> u64 {
        let mut sum = 0;
        for (key, value) in self {
            sum = step(sum, *key, *value);
        }
        sum
    }
}

/// What is measured, in either language.
pub(super) trait Subject<K: Key>: 'static {
    /// Builds and frees a map of the next `count` keys each iteration, in a subject that is empty.
    fn build(&mut self, keys: &'static [K], count: usize, presized: bool, iterations: u64) -> u64;
    /// Empties the map and puts all keys in.
    fn fill(&mut self, keys: &'static [K]);
    /// Looks all keys up each iteration.
    fn get(&mut self, keys: &'static [K], iterations: u64) -> u64;
    /// Visits all entries each iteration.
    fn iterate(&mut self, iterations: u64) -> u64;
    /// Removes all keys.
    fn remove(&mut self, keys: &[K]) -> u64;
    /// Removes the key at `at` of the ring and puts the one `live` later in, `steps` times.
    fn churn(&mut self, ring: &[K], live: usize, at: usize, steps: usize) -> u64;
}

/// A map of ours or of a crate.
#[derive(Default)]
pub(super) struct Native<T>(T);

impl<T> Native<T> {
    #[inline(always)]
    fn put_all<K: Key>(map: &mut T, keys: &[K])
    where
        T: Table<K>,
    {
        for &key in keys {
            map.put(key, !key.word());
        }
    }
}

impl<K: Key, T: Table<K>> Subject<K> for Native<T> {
    #[inline(never)]
    fn build(&mut self, keys: &'static [K], count: usize, presized: bool, iterations: u64) -> u64 {
        let sets = keys.len() / count;
        (0..iterations).fold(0, |sum: u64, iteration| {
            let start = iteration as usize % sets * count;
            let mut map = T::default();
            if presized {
                map.reserve(count);
            }
            Self::put_all(&mut map, &keys[start..start + count]);
            sum.wrapping_add(map.len() as u64)
        })
    }

    #[inline(never)]
    fn fill(&mut self, keys: &'static [K]) {
        self.0.clear();
        Self::put_all(&mut self.0, keys);
    }

    #[inline(never)]
    fn get(&mut self, keys: &'static [K], iterations: u64) -> u64 {
        (0..iterations).fold(0, |sum: u64, _| {
            let sum =
                keys.iter().fold(sum, |sum, key| sum.wrapping_add(self.0.get(*key).unwrap_or(1)));
            black_box(sum)
        })
    }
    #[inline(never)]
    fn iterate(&mut self, iterations: u64) -> u64 {
        (0..iterations).fold(0, |sum: u64, _| {
            let step =
                |sum: u64, key: K, value: u64| sum.wrapping_add(key.word() ^ value.rotate_left(1));
            black_box(sum.wrapping_add(self.0.fold(step)))
        })
    }

    #[inline(never)]
    fn remove(&mut self, keys: &[K]) -> u64 {
        keys.iter().fold(0, |sum, &key| {
            sum.wrapping_add(self.0.remove(key).expect("the key is in the map"))
        })
    }

    #[inline(never)]
    fn churn(&mut self, ring: &[K], live: usize, at: usize, steps: usize) -> u64 {
        assert!(ring.len().is_power_of_two());
        let mask = ring.len() - 1;
        (at..at + steps).fold(0, |sum: u64, step| {
            let old = ring[step & mask];
            let removed = self.0.remove(old).expect("the key is in the map");
            let new = ring[(step + live) & mask];
            self.0.put(new, !new.word());
            sum.wrapping_add(removed ^ old.word())
        })
    }
}

/// A map of Zig's, with the lists of keys in the shape that it reads.
pub(super) struct InZig<K: 'static> {
    pub(super) map: BenchMap,
    lists: Vec<(&'static [K], BenchKeys)>,
}

impl<K: Key> InZig<K> {
    pub(super) const fn new(map: BenchMap) -> Self {
        Self { map, lists: Vec::new() }
    }

    /// Returns the keys for Zig; the shape is made once, when the answer is verified.
    fn list(&mut self, keys: &'static [K]) -> BenchKeys {
        if let Some((_, list)) = self.lists.iter().find(|(of, _)| core::ptr::eq(*of, keys)) {
            return *list;
        }
        let list = K::for_zig(keys);
        self.lists.push((keys, list));
        list
    }
}

impl<K: Key> Subject<K> for InZig<K> {
    fn build(&mut self, keys: &'static [K], count: usize, presized: bool, iterations: u64) -> u64 {
        let keys = self.list(keys);
        self.map.build(&keys, count, presized, iterations)
    }

    fn fill(&mut self, keys: &'static [K]) {
        let keys = self.list(keys);
        self.map.fill(&keys);
    }

    fn get(&mut self, keys: &'static [K], iterations: u64) -> u64 {
        let keys = self.list(keys);
        self.map.get(&keys, iterations)
    }
    fn iterate(&mut self, iterations: u64) -> u64 {
        self.map.iterate(iterations)
    }

    fn remove(&mut self, keys: &[K]) -> u64 {
        self.map.remove(K::words(keys).expect("words"))
    }

    fn churn(&mut self, ring: &[K], live: usize, at: usize, steps: usize) -> u64 {
        self.map.churn(K::words(ring).expect("words"), live, at, steps)
    }
}
