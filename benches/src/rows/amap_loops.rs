//! The loops over insertion-ordered maps. `oracle/bench_amap.zig` has the same ones in Zig.

use core::hash::{BuildHasher, Hash};

use bun_collections::array_hash_map::{ArrayHashContext, AutoContext, StringContext};
use bun_collections::{ArrayHashMap, StringArrayHashMap};
use indexmap::IndexMap;
use zig_oracle::ArrayMapLoop;

use crate::opaque::opaque;

/// A map from `Q` to `u64`, owned keys or not.
pub(super) trait Map<Q: Copy>: Clone {
    fn empty() -> Self;
    fn put(&mut self, key: Q, value: u64);
    fn value(&self, key: Q) -> Option<u64>;
    fn count(&self) -> usize;
    fn last(&self) -> u64;
    /// The sum of the values and of what `of_key` makes of the keys.
    fn sum(&self) -> u64;
    fn swap_remove(&mut self, key: Q) -> Option<u64>;
    fn ordered_remove(&mut self, key: Q) -> Option<u64>;
}

/// What a key adds to the check value.
pub(super) trait Weight {
    fn weight(&self) -> u64;
}

impl Weight for u64 {
    #[inline]
    fn weight(&self) -> u64 {
        *self
    }
}

impl Weight for &[u8] {
    #[inline]
    fn weight(&self) -> u64 {
        self.len() as u64
    }
}

impl Weight for Box<[u8]> {
    #[inline]
    fn weight(&self) -> u64 {
        self.len() as u64
    }
}

#[inline]
fn sum<'a, K: Weight + 'a>(entries: impl Iterator<Item = (&'a K, &'a u64)>) -> u64 {
    entries.fold(0, |sum, (key, value)| sum.wrapping_add(key.weight()).wrapping_add(*value))
}

impl<Q: Copy + Weight, C: ArrayHashContext<Q> + Default + Clone> Map<Q>
    for ArrayHashMap<Q, u64, C>
{
    fn empty() -> Self {
        Self::new()
    }
    #[inline]
    fn put(&mut self, key: Q, value: u64) {
        self.insert(key, value);
    }
    #[inline]
    fn value(&self, key: Q) -> Option<u64> {
        self.get(&key).copied()
    }
    fn count(&self) -> usize {
        self.len()
    }
    fn last(&self) -> u64 {
        self.values()[self.len() - 1]
    }
    #[inline]
    fn sum(&self) -> u64 {
        sum(self.iter())
    }
    #[inline]
    fn swap_remove(&mut self, key: Q) -> Option<u64> {
        self.fetch_swap_remove(&key).map(|(_, value)| value)
    }
    #[inline]
    fn ordered_remove(&mut self, key: Q) -> Option<u64> {
        self.fetch_ordered_remove(&key).map(|(_, value)| value)
    }
}

impl Map<&'static [u8]> for StringArrayHashMap<u64> {
    fn empty() -> Self {
        Self::new()
    }
    #[inline]
    fn put(&mut self, key: &'static [u8], value: u64) {
        self.insert(key, value);
    }
    #[inline]
    fn value(&self, key: &'static [u8]) -> Option<u64> {
        self.get(key).copied()
    }
    fn count(&self) -> usize {
        self.len()
    }
    fn last(&self) -> u64 {
        self.values()[self.len() - 1]
    }
    #[inline]
    fn sum(&self) -> u64 {
        sum(self.iter())
    }
    #[inline]
    fn swap_remove(&mut self, key: &'static [u8]) -> Option<u64> {
        self.fetch_swap_remove(key).map(|entry| entry.value)
    }
    #[inline]
    fn ordered_remove(&mut self, key: &'static [u8]) -> Option<u64> {
        self.fetch_ordered_remove(key).map(|entry| entry.value)
    }
}

/// The keys of an `IndexMap`, made from those that are looked up.
pub(super) trait Stored<Q>: Hash + Eq + Weight + Clone {
    type Lookup: ?Sized + Hash + indexmap::Equivalent<Self>;
    fn stored(key: Q) -> Self;
    fn lookup(key: &Q) -> &Self::Lookup;
}

impl Stored<u64> for u64 {
    type Lookup = u64;
    #[inline]
    fn stored(key: u64) -> Self {
        key
    }
    #[inline]
    fn lookup(key: &u64) -> &u64 {
        key
    }
}

impl Stored<&'static [u8]> for &'static [u8] {
    type Lookup = [u8];
    #[inline]
    fn stored(key: &'static [u8]) -> Self {
        key
    }
    #[inline]
    fn lookup<'a>(key: &'a &'static [u8]) -> &'a [u8] {
        key
    }
}

impl Stored<&'static [u8]> for Box<[u8]> {
    type Lookup = [u8];
    #[inline]
    fn stored(key: &'static [u8]) -> Self {
        Box::from(key)
    }
    #[inline]
    fn lookup<'a>(key: &'a &'static [u8]) -> &'a [u8] {
        key
    }
}

impl<Q: Copy, K: Stored<Q>, S: BuildHasher + Default + Clone> Map<Q> for IndexMap<K, u64, S> {
    fn empty() -> Self {
        Self::default()
    }
    #[inline]
    fn put(&mut self, key: Q, value: u64) {
        self.insert(K::stored(key), value);
    }
    #[inline]
    fn value(&self, key: Q) -> Option<u64> {
        self.get(K::lookup(&key)).copied()
    }
    fn count(&self) -> usize {
        self.len()
    }
    fn last(&self) -> u64 {
        self[self.len() - 1]
    }
    #[inline]
    fn sum(&self) -> u64 {
        sum(self.iter())
    }
    #[inline]
    fn swap_remove(&mut self, key: Q) -> Option<u64> {
        self.swap_remove(K::lookup(&key))
    }
    #[inline]
    fn ordered_remove(&mut self, key: Q) -> Option<u64> {
        self.shift_remove(K::lookup(&key))
    }
}

/// Returns the loop `kind` over a map of `all`, with `keys` as the keys of each iteration.
pub(super) fn loop_over<Q: Copy + 'static, M: Map<Q> + 'static>(
    kind: ArrayMapLoop,
    all: &[Q],
    keys: alloc::rc::Rc<[Q]>,
) -> impl FnMut(u64) -> u64 + use<Q, M> {
    // Two, so that which one is used cannot be known while compiling.
    let maps = [build::<Q, M>(all), build(all)];
    move |iterations| {
        let mut check = 0_u64;
        for _ in 0..iterations {
            let map = &maps[opaque(0) & 1];
            check = check.wrapping_add(match kind {
                ArrayMapLoop::Build | ArrayMapLoop::BuildOwned => ends(&build::<Q, M>(&keys)),
                ArrayMapLoop::Get => get_all(map, &keys),
                ArrayMapLoop::Iterate => map.sum(),
                ArrayMapLoop::Clone => ends(&map.clone()),
                ArrayMapLoop::SwapRemove => remove_all(map, &keys, M::swap_remove),
                ArrayMapLoop::OrderedRemove => remove_all(map, &keys, M::ordered_remove),
            });
        }
        check
    }
}

fn build<Q: Copy, M: Map<Q>>(keys: &[Q]) -> M {
    let mut map = M::empty();
    for (value, key) in keys.iter().enumerate() {
        map.put(*key, value as u64);
    }
    map
}

fn ends<Q: Copy, M: Map<Q>>(map: &M) -> u64 {
    map.count() as u64 + map.last()
}

#[inline(never)]
fn get_all<Q: Copy, M: Map<Q>>(map: &M, keys: &[Q]) -> u64 {
    keys.iter().fold(0, |sum: u64, key| sum.wrapping_add(map.value(*key).unwrap_or(1)))
}

fn remove_all<Q: Copy, M: Map<Q>>(
    map: &M,
    keys: &[Q],
    remove: impl Fn(&mut M, Q) -> Option<u64>,
) -> u64 {
    let mut sum = 0_u64;
    for keys in keys.chunks(map.count()) {
        let mut rest = map.clone();
        for key in keys {
            sum = sum.wrapping_add(remove(&mut rest, *key).expect("every key is there once"));
        }
    }
    sum
}

/// Our map of numbers, and of strings that live elsewhere.
pub(super) type Words = ArrayHashMap<u64, u64, AutoContext>;
pub(super) type Borrowed = ArrayHashMap<&'static [u8], u64, StringContext>;
