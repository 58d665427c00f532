//! `bun_collections::HashMap` beside `std.AutoHashMap` and `std.StringHashMap`, with `u64`, `u32`
//! and byte string keys: results, order and capacity after every operation.

use bun_collections::HashMap;
use bun_collections::hash_map::{AutoContext, HashContext, StringContext};
use core::fmt::Debug;
use zig_oracle::{HashMap as ZigMap, KeyKind, Oracle};

use crate::parity::{Area, Check, Divergence};
use crate::prng::{Prng, Swarm};

/// A step on a map. A key is the number of one.
#[derive(Clone, Debug)]
pub(super) enum Op {
    Put(usize, u64),
    /// Puts this many keys, from the first on, each with its number as its value.
    PutMany(usize, usize),
    /// Removes this many keys, from the first on.
    RemoveMany(usize, usize),
    FetchPut(usize, u64),
    GetOrPut(usize, u64),
    Get(usize),
    Remove(usize),
    RemoveByPtr(usize),
    Rehash,
    ClearRetainingCapacity,
    ClearAndFree,
    EnsureTotalCapacity(u32),
    EnsureUnusedCapacity(u32),
    /// Goes on with a clone.
    Clone,
}

/// A key type: how the number of a key becomes the key, and the key its bytes.
pub(super) struct HashMapArea<K, C> {
    zig: Oracle,
    name: &'static str,
    kind: KeyKind,
    key: fn(usize) -> K,
    bytes: fn(&K) -> Vec<u8>,
    context: C,
}

impl HashMapArea<u64, AutoContext> {
    pub(super) const fn word64(zig: Oracle) -> Self {
        Self {
            zig,
            name: "hash_map_u64",
            kind: KeyKind::Word64,
            // Neighbours, as enumerated things are, and multiples of a power of two, as
            // addresses are.
            key: |id| if id % 2 == 0 { id as u64 } else { (id as u64) << 20 },
            bytes: |key| key.to_ne_bytes().to_vec(),
            context: AutoContext,
        }
    }
}

impl HashMapArea<u32, AutoContext> {
    pub(super) const fn word32(zig: Oracle) -> Self {
        Self {
            zig,
            name: "hash_map_u32",
            kind: KeyKind::Word32,
            key: |id| u32::try_from(id).expect("few keys"),
            bytes: |key| key.to_ne_bytes().to_vec(),
            context: AutoContext,
        }
    }
}

impl HashMapArea<Vec<u8>, StringContext> {
    pub(super) const fn string(zig: Oracle) -> Self {
        Self {
            zig,
            name: "hash_map_string",
            kind: KeyKind::String,
            key: |id| {
                let mut key = format!("{id}/").into_bytes();
                key.resize(id % 50, b'k');
                key
            },
            bytes: Vec::clone,
            context: StringContext,
        }
    }
}

struct Pair<'a, K, C> {
    zig: ZigMap,
    rust: HashMap<K, u64, C>,
    area: &'a HashMapArea<K, C>,
}

impl<K: Clone + Debug + PartialEq, C: HashContext<K> + Clone> Pair<'_, K, C> {
    fn key(&self, id: usize) -> (Vec<u8>, K) {
        let key = (self.area.key)(id);
        ((self.area.bytes)(&key), key)
    }

    fn step(&mut self, op: &Op, check: &mut Check) -> Result<(), Divergence> {
        match *op {
            Op::Put(id, value) => {
                let (bytes, key) = self.key(id);
                self.zig.put(&bytes, value);
                self.rust.put(key, value).expect("memory");
            }
            Op::PutMany(first, count) => {
                for id in first..first + count {
                    let (bytes, key) = self.key(id);
                    self.zig.put(&bytes, id as u64);
                    self.rust.put(key, id as u64).expect("memory");
                }
            }
            Op::RemoveMany(first, count) => {
                for id in first..first + count {
                    let (bytes, key) = self.key(id);
                    let removed = self.zig.remove(&bytes).value();
                    check.same("removed", removed, self.rust.remove(&key))?;
                }
            }
            Op::FetchPut(id, value) => {
                let (bytes, key) = self.key(id);
                let old = self.zig.fetch_put(&bytes, value).value();
                let pair = self.rust.fetch_put(key, value).expect("memory");
                check.same("fetchPut", old, pair.map(|pair| pair.value))?;
            }
            Op::GetOrPut(id, value) => {
                let (bytes, key) = self.key(id);
                let zig = self.zig.get_or_put(&bytes, value).found_or_put();
                let result = self.rust.get_or_put_value(key, value).expect("memory");
                check.same("getOrPut", zig, (*result.value_ptr, result.found_existing))?;
            }
            Op::Get(id) => {
                let (bytes, key) = self.key(id);
                check.same("get", self.zig.get(&bytes).value(), self.rust.get(&key).copied())?;
            }
            Op::Remove(id) => {
                let (bytes, key) = self.key(id);
                let removed = self.zig.remove(&bytes).value();
                let pair = self.rust.fetch_remove(&key);
                check.same("fetchRemove", removed, pair.map(|pair| pair.value))?;
            }
            Op::RemoveByPtr(id) => {
                let (bytes, key) = self.key(id);
                let removed = self.zig.remove_by_ptr(&bytes).value();
                let place = self.rust.get_key(&key).map(|key| core::ptr::from_ref(key));
                let pair = place.and_then(|place| self.rust.remove_by_ptr(place));
                check.same("removeByPtr", removed, pair.map(|(_, value)| value))?;
            }
            _ => self.step_without_key(op),
        }
        self.compare(check)
    }

    fn step_without_key(&mut self, op: &Op) {
        let Self { zig, rust, .. } = self;
        match *op {
            Op::Rehash => {
                zig.rehash();
                rust.rehash().expect("memory");
            }
            Op::ClearRetainingCapacity => {
                zig.clear_retaining_capacity();
                rust.clear_retaining_capacity();
            }
            Op::ClearAndFree => {
                zig.clear_and_free();
                rust.clear_and_free();
            }
            Op::EnsureTotalCapacity(len) => {
                zig.ensure_total_capacity(len);
                rust.ensure_total_capacity(len as usize).expect("memory");
            }
            Op::EnsureUnusedCapacity(count) => {
                zig.ensure_unused_capacity(count);
                rust.ensure_unused_capacity(count as usize).expect("memory");
            }
            Op::Clone => {
                *zig = zig.clone();
                *rust = rust.try_clone().expect("memory");
            }
            _ => {}
        }
    }

    fn compare(&self, check: &mut Check) -> Result<(), Divergence> {
        let entries = |(key, value): (&K, &u64)| ((self.area.bytes)(key), *value);
        check.same("count", self.zig.count(), self.rust.count())?;
        check.same("capacity", self.zig.capacity(), self.rust.capacity())?;
        check.same("entries", self.zig.entries(), self.rust.iter().map(entries).collect())?;
        let lost = self.rust.keys().find(|key| self.rust.get(*key).is_none());
        check.same("every key is found", None, lost.cloned())
    }
}

impl<K: Clone + Debug + PartialEq, C: HashContext<K> + Clone> Area for HashMapArea<K, C> {
    type Op = Op;

    fn name(&self) -> &'static str {
        self.name
    }

    fn generate(&self, random: &mut Prng) -> Vec<Op> {
        if random.ratio(1, 3000) {
            let count = random.within(10_000..=40_000);
            let removed = Op::RemoveMany(random.below(count), count / 2);
            return vec![Op::PutMany(0, count), removed, Op::PutMany(count, 500), Op::Rehash];
        }
        let count = random.choose(&[10, 40, 120]);
        let ids = random.choose(&[6, 12, 40, 400]);
        let weights = [30, 4, 3, 8, 12, 8, 24, 6, 1, 1, 1, 1, 1, 1];
        let swarm = Swarm::draw(random, &weights);
        (0..random.within(1..=count))
            .map(|_| {
                let (id, value) = (random.below(ids), random.below(1000) as u64);
                let few = u32::try_from(id).expect("few keys");
                match swarm.pick(random) {
                    0 => Op::Put(id, value),
                    1 => Op::PutMany(id, random.within(1..=ids)),
                    2 => Op::RemoveMany(id, random.within(1..=ids)),
                    3 => Op::FetchPut(id, value),
                    4 => Op::GetOrPut(id, value),
                    5 => Op::Get(id),
                    6 => Op::Remove(id),
                    7 => Op::RemoveByPtr(id),
                    8 => Op::Rehash,
                    9 => Op::ClearRetainingCapacity,
                    10 => Op::ClearAndFree,
                    11 => Op::EnsureTotalCapacity(few),
                    12 => Op::EnsureUnusedCapacity(few),
                    _ => Op::Clone,
                }
            })
            .collect()
    }

    fn run(&self, ops: &[Op], check: &mut Check) -> Result<(), Divergence> {
        let zig = ZigMap::new(self.zig, self.kind);
        let rust = HashMap::with_context(self.context.clone());
        let mut pair = Pair { zig, rust, area: self };
        for (step, op) in ops.iter().enumerate() {
            check.at(step);
            pair.step(op, check)?;
        }
        Ok(())
    }

    fn simplify(&self, op: &Op) -> Vec<Op> {
        match *op {
            Op::Put(id, value) if value > 0 => vec![Op::Put(id, 0)],
            Op::PutMany(first, count) if count > 0 => {
                vec![Op::PutMany(first, count / 2), Op::PutMany(first, count - 1)]
            }
            Op::RemoveMany(first, count) if count > 0 => {
                vec![Op::RemoveMany(first, count / 2), Op::RemoveMany(first, count - 1)]
            }
            Op::FetchPut(id, value) => vec![Op::Put(id, value)],
            Op::GetOrPut(id, value) => vec![Op::Put(id, value)],
            Op::EnsureTotalCapacity(count) if count > 0 => vec![Op::EnsureTotalCapacity(count - 1)],
            _ => vec![],
        }
    }
}
