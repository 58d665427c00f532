//! `bun_collections::ArrayHashMap` and `StringArrayHashMap` beside `std.AutoArrayHashMap` and
//! `std.StringArrayHashMap`, with `u64`, `u32` and byte string keys.

use core::convert::identity;
use core::marker::PhantomData;

use bun_collections::array_hash_map::{ArrayHashContext, AutoContext, StringContext};
use bun_collections::{ArrayHashMap, StringArrayHashMap};
use zig_oracle::{ArrayMap, KeyKind, Oracle, Removal, SortBy};

use crate::parity::{Area, Check, Divergence};
use crate::prng::{Prng, Swarm};

/// A map of ours. Keys are given as the bytes in which they go to Zig.
pub(super) trait Map: Clone {
    const NAME: &'static str;
    const KIND: KeyKind;
    type Key: Ord + Clone;
    type Context: ArrayHashContext<Self::Key> + Clone;

    fn new() -> Self;

    /// The bytes of the `id`-th key.
    fn key(id: usize) -> Vec<u8>;
    fn key_bytes(key: &Self::Key) -> Vec<u8>;

    /// The map itself, for all that needs no key.
    fn rows(&self) -> &ArrayHashMap<Self::Key, u64, Self::Context>;
    fn rows_mut(&mut self) -> &mut ArrayHashMap<Self::Key, u64, Self::Context>;

    fn put(&mut self, key: &[u8], value: u64);
    /// The value from before.
    fn replace(&mut self, key: &[u8], value: u64) -> Option<u64>;
    /// The position, the value afterwards, and whether the entry was there before.
    fn get_or_put(&mut self, key: &[u8], value: u64) -> (usize, u64, bool);
    fn get(&self, key: &[u8]) -> Option<(usize, u64)>;
    fn remove(&mut self, key: &[u8], removal: Removal) -> bool;
}

/// The methods that take a key: `$key` makes one from bytes, and a lookup takes it behind `$lend`.
macro_rules! keyed_methods {
    ($key:expr, $($lend:tt)?) => {
        fn new() -> Self {
            Self::new()
        }

        fn put(&mut self, key: &[u8], value: u64) {
            self.put($key(key), value).expect("memory");
        }

        fn replace(&mut self, key: &[u8], value: u64) -> Option<u64> {
            self.try_insert($key(key), value).expect("memory")
        }

        fn get_or_put(&mut self, key: &[u8], value: u64) -> (usize, u64, bool) {
            let result = self.get_or_put_value($key(key), value).expect("memory");
            (result.index, *result.value_ptr, result.found_existing)
        }

        fn get(&self, key: &[u8]) -> Option<(usize, u64)> {
            self.get_index($($lend)? $key(key)).zip(self.get($($lend)? $key(key)).copied())
        }

        fn remove(&mut self, key: &[u8], removal: Removal) -> bool {
            match removal {
                Removal::Swap => self.swap_remove($($lend)? $key(key)),
                Removal::Ordered => self.ordered_remove($($lend)? $key(key)),
            }
        }
    };
}

macro_rules! integer_map {
    ($key:ty, $name:literal, $kind:ident) => {
        impl Map for ArrayHashMap<$key, u64> {
            const NAME: &'static str = $name;
            const KIND: KeyKind = KeyKind::$kind;
            type Key = $key;
            type Context = AutoContext;

            keyed_methods!(
                (|bytes: &[u8]| <$key>::from_ne_bytes(bytes.try_into().expect("a whole key"))),
                &
            );

            fn key(id: usize) -> Vec<u8> {
                // Neighbours, as enumerated things are, and multiples of a power of two, as
                // addresses are.
                let key = if id % 2 == 0 { id as $key } else { (id as $key) << 20 };
                key.to_ne_bytes().to_vec()
            }

            fn key_bytes(key: &$key) -> Vec<u8> {
                key.to_ne_bytes().to_vec()
            }

            fn rows(&self) -> &ArrayHashMap<$key, u64> {
                self
            }

            fn rows_mut(&mut self) -> &mut ArrayHashMap<$key, u64> {
                self
            }
        }
    };
}

integer_map!(u64, "array_map_u64", Word64);
integer_map!(u32, "array_map_u32", Word32);

impl Map for StringArrayHashMap<u64> {
    const NAME: &'static str = "array_map_string";
    const KIND: KeyKind = KeyKind::String;
    type Key = Box<[u8]>;
    type Context = StringContext;

    keyed_methods!(identity,);

    fn key(id: usize) -> Vec<u8> {
        let mut key = format!("{id}/").into_bytes();
        key.resize(id % 50, b'k');
        key
    }

    fn key_bytes(key: &Box<[u8]>) -> Vec<u8> {
        key.to_vec()
    }

    fn rows(&self) -> &ArrayHashMap<Box<[u8]>, u64, StringContext> {
        self
    }

    fn rows_mut(&mut self) -> &mut ArrayHashMap<Box<[u8]>, u64, StringContext> {
        self
    }
}

/// A step on a map. A key is the number of one; an index is taken modulo how many there are.
#[derive(Clone, Debug)]
pub(super) enum Op {
    Put(usize, u64),
    /// Puts this many keys, from the first on, each with its number as its value.
    PutMany(usize, usize),
    FetchPut(usize, u64),
    GetOrPut(usize, u64),
    Get(usize),
    Remove(usize, Removal),
    RemoveAt(usize, Removal),
    Pop,
    Sort(SortBy),
    ReIndex,
    ShrinkRetainingCapacity(usize),
    ShrinkAndFree(usize),
    ClearRetainingCapacity,
    ClearAndFree,
    EnsureTotalCapacity(usize),
    EnsureUnusedCapacity(usize),
    /// Goes on with a clone.
    Clone,
}

pub(super) struct ArrayMapArea<M> {
    zig: Oracle,
    map: PhantomData<M>,
}

impl<M: Map> ArrayMapArea<M> {
    pub(super) const fn new(zig: Oracle) -> Self {
        Self { zig, map: PhantomData }
    }
}

struct Pair<M> {
    zig: ArrayMap,
    rust: M,
}

impl<M: Map> Pair<M> {
    fn step(&mut self, op: &Op, check: &mut Check) -> Result<(), Divergence> {
        let Self { zig, rust } = self;
        match *op {
            Op::Put(id, value) => {
                zig.put(&M::key(id), value);
                rust.put(&M::key(id), value);
            }
            Op::PutMany(first, count) => {
                for id in first..first + count {
                    zig.put(&M::key(id), id as u64);
                    rust.put(&M::key(id), id as u64);
                }
            }
            Op::FetchPut(id, value) => {
                let old = zig.fetch_put(&M::key(id), value).entry().map(|(_, value)| value);
                check.same("fetchPut", old, rust.replace(&M::key(id), value))?;
            }
            Op::GetOrPut(id, value) => {
                let result = zig.get_or_put(&M::key(id), value);
                let zig = (result.index, result.value, result.found);
                check.same("getOrPut", zig, rust.get_or_put(&M::key(id), value))?;
            }
            Op::Get(id) => {
                check.same("get", zig.get(&M::key(id)).entry(), rust.get(&M::key(id)))?;
            }
            Op::Remove(id, removal) => {
                let key = M::key(id);
                let old = rust.get(&key);
                check.same("removed entry", zig.remove(&key, removal).entry(), old)?;
                check.same("removed", old.is_some(), rust.remove(&key, removal))?;
            }
            _ => self.step_without_key(op, check)?,
        }
        self.compare(check)
    }

    fn step_without_key(&mut self, op: &Op, check: &mut Check) -> Result<(), Divergence> {
        let Self { zig, rust } = self;
        let len = rust.rows().len();
        let rows = rust.rows_mut();
        match *op {
            Op::RemoveAt(index, removal) if len > 0 => {
                let index = index % len;
                let removed = (zig.keys().swap_remove(index), zig.values()[index]);
                zig.remove_at(index, removal);
                let (key, value) = match removal {
                    Removal::Swap => rows.swap_remove_at(index),
                    Removal::Ordered => rows.ordered_remove_at(index),
                };
                check.same("entry removed at an index", removed, (M::key_bytes(&key), value))?;
            }
            Op::Pop => {
                let last = zig.keys().pop();
                let popped = last.zip(zig.pop().entry().map(|(_, value)| value));
                let rust = rows.pop().map(|(key, value)| (M::key_bytes(&key), value));
                check.same("pop", popped, rust)?;
            }
            Op::Sort(by) => {
                zig.sort(by);
                rows.sort(|keys, values, a, b| match by {
                    SortBy::Key => keys[a] < keys[b],
                    SortBy::Value => values[a] < values[b],
                    SortBy::ValueDescending => values[a] > values[b],
                    SortBy::ValueModulo4 => values[a] % 4 < values[b] % 4,
                });
            }
            Op::ReIndex => {
                zig.reindex();
                rows.re_index().expect("memory");
            }
            Op::ShrinkRetainingCapacity(new_len) => {
                zig.shrink_retaining_capacity(new_len % (len + 1));
                rows.shrink_retaining_capacity(new_len % (len + 1));
            }
            Op::ShrinkAndFree(new_len) => {
                zig.shrink_and_free(new_len % (len + 1));
                rows.shrink_and_free(new_len % (len + 1));
            }
            Op::ClearRetainingCapacity => {
                zig.clear_retaining_capacity();
                rows.clear_retaining_capacity();
            }
            Op::ClearAndFree => {
                zig.clear_and_free();
                rows.clear_and_free();
            }
            Op::EnsureTotalCapacity(capacity) => {
                zig.ensure_total_capacity(capacity);
                rows.ensure_total_capacity(capacity).expect("memory");
            }
            Op::EnsureUnusedCapacity(count) => {
                zig.ensure_unused_capacity(count);
                rows.ensure_unused_capacity(count).expect("memory");
            }
            Op::Clone => {
                *zig = zig.clone();
                *rust = Clone::clone(rust);
            }
            _ => {}
        }
        Ok(())
    }

    fn compare(&self, check: &mut Check) -> Result<(), Divergence> {
        let rows = self.rust.rows();
        check.same("count", self.zig.count(), rows.count())?;
        let keys = self.zig.keys();
        for (index, key) in keys.iter().enumerate() {
            let found = self.rust.get(key);
            check.same("place of each key", Some((index, rows.values()[index])), found)?;
        }
        check.same("keys", keys, rows.keys().iter().map(M::key_bytes).collect())?;
        check.same("values", self.zig.values(), rows.values().to_vec())?;
        check.same("capacity", self.zig.capacity(), rows.capacity())
    }
}

impl<M: Map> Area for ArrayMapArea<M> {
    type Op = Op;

    fn name(&self) -> &'static str {
        M::NAME
    }

    fn generate(&self, random: &mut Prng) -> Vec<Op> {
        if random.ratio(1, 3000) {
            // An index of more than 16 bits is rare, because comparing that much takes long.
            let count = random.within(39_000..=70_000);
            let removed = Op::Remove(random.below(count), Removal::Swap);
            return vec![Op::PutMany(0, count), removed, Op::PutMany(count, 10), Op::ReIndex];
        }
        let count = random.choose(&[10, 40, 120]);
        let ids = random.choose(&[6, 20, 60, 400]);
        let weights = [30, 8, 12, 8, 10, 6, 4, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1];
        let swarm = Swarm::draw(random, &weights);
        let removals = [Removal::Swap, Removal::Ordered];
        let orders = [SortBy::Key, SortBy::Value, SortBy::ValueDescending, SortBy::ValueModulo4];
        (0..random.within(1..=count))
            .map(|_| {
                let (id, value) = (random.below(ids), random.below(1000) as u64);
                match swarm.pick(random) {
                    0 => Op::Put(id, value),
                    1 => Op::FetchPut(id, value),
                    2 => Op::GetOrPut(id, value),
                    3 => Op::Get(id),
                    4 => Op::Remove(id, random.choose(&removals)),
                    5 => Op::RemoveAt(id, random.choose(&removals)),
                    6 => Op::Pop,
                    7 => Op::Sort(random.choose(&orders)),
                    8 => Op::ReIndex,
                    9 => Op::ShrinkRetainingCapacity(id),
                    10 => Op::ShrinkAndFree(id),
                    11 => Op::ClearRetainingCapacity,
                    12 => Op::ClearAndFree,
                    13 => Op::EnsureTotalCapacity(id),
                    14 => Op::EnsureUnusedCapacity(id),
                    15 => Op::PutMany(id, random.within(1..=ids)),
                    _ => Op::Clone,
                }
            })
            .collect()
    }

    fn run(&self, ops: &[Op], check: &mut Check) -> Result<(), Divergence> {
        let mut pair = Pair { zig: ArrayMap::new(self.zig, M::KIND), rust: M::new() };
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
            Op::FetchPut(id, value) => vec![Op::Put(id, value)],
            Op::GetOrPut(id, value) => vec![Op::Put(id, value)],
            Op::RemoveAt(index, removal) if index > 0 => vec![Op::RemoveAt(index / 2, removal)],
            Op::ShrinkAndFree(len) if len > 0 => vec![Op::ShrinkAndFree(len - 1)],
            Op::EnsureTotalCapacity(count) if count > 0 => vec![Op::EnsureTotalCapacity(count - 1)],
            _ => vec![],
        }
    }
}
