//! `StringHashMap` beside `std.StringHashMap`: results, order and capacity, whoever owns the keys.
//! `StringSet` and `StringMap` beside `std.StringArrayHashMap`, on which Bun's stand.

use bun_collections::{StringHashMap, StringHashMapKey, StringMap, StringSet};
use zig_oracle::{ArrayMap, HashMap as ZigMap, KeyKind, Oracle, Removal};

use crate::parity::{Area, Check, Divergence};
use crate::prng::{Prng, Swarm};

/// Where a map of ours gets a key from.
#[derive(Clone, Copy, Debug)]
pub(super) enum From {
    /// Copied if it is new.
    Copy,
    /// Boxed already.
    Box,
    /// Borrowed from a text that lives forever.
    Static,
}

/// A step on a map. A key is the number of one.
#[derive(Clone, Debug)]
pub(super) enum Op {
    Put(usize, u64, From),
    PutMany(usize, usize),
    RemoveMany(usize, usize),
    PutHashed(usize, u64),
    PutAssumeCapacity(usize, u64),
    GetOrPut(usize, u64),
    Get(usize),
    GetHashed(usize),
    Remove(usize),
    Rehash,
    Clear,
    ClearAndFree,
    EnsureTotalCapacity(u32),
    EnsureUnusedCapacity(u32),
    /// Goes on with a clone.
    Clone,
}

/// Keys from the empty one to some of 60 bytes, which differ at their start or at their end.
fn key(id: usize) -> Vec<u8> {
    let fill = [&b"k"[..], b"/node_modules", b"\x00\xff"][id % 3];
    let mut key = if id.is_multiple_of(2) { format!("{id}").into_bytes() } else { Vec::new() };
    key.extend(fill.iter().cycle().take(id * 7 % 50));
    if id % 2 == 1 && id > 1 {
        key.extend(format!("{id}").into_bytes());
    }
    key
}

/// How many keys [`static_key`] has.
const STATIC_COUNT: usize = 400;

/// [`key`], for the first few.
fn static_key(id: usize) -> &'static [u8] {
    use std::sync::LazyLock;
    static KEYS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| (0..STATIC_COUNT).map(key).collect());
    &KEYS[id % STATIC_COUNT]
}

/// `StringHashMap`.
pub(super) struct StringHashMapArea(pub(super) Oracle);

struct Maps {
    zig: ZigMap,
    rust: StringHashMap<u64>,
}

impl Maps {
    fn put(&mut self, id: usize, value: u64, from: From) {
        let key = key(id);
        self.zig.put(&key, value);
        let put = match from {
            From::Static if id < STATIC_COUNT => self.rust.put_static_key(static_key(id), value),
            From::Box => self.rust.put_owned(key.into(), value),
            _ => self.rust.put(&key, value),
        };
        put.expect("memory");
    }

    fn step(&mut self, op: &Op, check: &mut Check) -> Result<(), Divergence> {
        let Self { zig, rust } = self;
        match *op {
            Op::Put(id, value, from) => self.put(id, value, from),
            Op::PutMany(first, count) => {
                for id in first..first + count {
                    let from = [From::Copy, From::Static, From::Box][id % 3];
                    self.put(id, id as u64, from);
                }
            }
            Op::RemoveMany(first, count) => {
                for key in (first..first + count).map(key) {
                    check.same("removed", zig.remove(&key).value(), rust.remove(&key))?;
                }
            }
            Op::PutHashed(id, value) => {
                let key = static_key(id);
                zig.put(key, value);
                rust.put_static_key_hashed(bun_wyhash::hash(key), key, value).expect("memory");
            }
            Op::PutAssumeCapacity(id, value) => {
                let key = key(id);
                zig.ensure_unused_capacity(1);
                rust.ensure_unused_capacity(1).expect("memory");
                zig.put(&key, value);
                rust.put_assume_capacity(&key, value);
            }
            Op::GetOrPut(id, value) => {
                let key = key(id);
                let expected = zig.get_or_put(&key, value).found_or_put();
                let found = rust.get_or_put_with(&key, || value).expect("memory");
                check.same("getOrPut", expected, (*found.value_ptr, found.found_existing))?;
            }
            Op::Get(id) => {
                let key = key(id);
                check.same("get", zig.get(&key).value(), rust.get(&key).copied())?;
            }
            Op::GetHashed(id) => {
                let key = key(id);
                let found = rust.get_hashed(rust.hash_key(&key), &key);
                check.same("getAdapted", zig.get(&key).value(), found.copied())?;
            }
            Op::Remove(id) => {
                let key = key(id);
                let removed = rust.fetch_remove(&key).map(|entry| entry.value);
                check.same("fetchRemove", zig.remove(&key).value(), removed)?;
            }
            _ => self.step_without_key(op),
        }
        check.same("count", self.zig.count(), self.rust.count())?;
        check.same("capacity", self.zig.capacity(), self.rust.capacity())
    }

    fn step_without_key(&mut self, op: &Op) {
        let Self { zig, rust } = self;
        match *op {
            Op::Rehash => {
                zig.rehash();
                rust.rehash().expect("memory");
            }
            Op::Clear => {
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
        let entry = |(key, value): (&StringHashMapKey, &u64)| (key.to_vec(), *value);
        check.same("entries", self.zig.entries(), self.rust.iter().map(entry).collect())
    }
}

fn simpler(op: &Op) -> Vec<Op> {
    match *op {
        Op::Put(id, value, From::Copy) if value > 0 => vec![Op::Put(id, 0, From::Copy)],
        Op::Put(id, value, From::Box | From::Static) => vec![Op::Put(id, value, From::Copy)],
        Op::PutMany(first, count) if count > 0 => {
            vec![Op::PutMany(first, count / 2), Op::PutMany(first, count - 1)]
        }
        Op::RemoveMany(first, count) if count > 0 => {
            vec![Op::RemoveMany(first, count / 2), Op::RemoveMany(first, count - 1)]
        }
        Op::PutHashed(id, value) | Op::PutAssumeCapacity(id, value) | Op::GetOrPut(id, value) => {
            vec![Op::Put(id, value, From::Copy)]
        }
        Op::EnsureTotalCapacity(count) if count > 0 => vec![Op::EnsureTotalCapacity(count - 1)],
        _ => vec![],
    }
}

impl Area for StringHashMapArea {
    type Op = Op;

    fn name(&self) -> &'static str {
        "string_hash_map"
    }

    fn generate(&self, random: &mut Prng) -> Vec<Op> {
        if random.ratio(1, 3000) {
            let count = random.within(10_000..=40_000);
            let removed = Op::RemoveMany(random.below(count), count / 2);
            return vec![Op::PutMany(0, count), removed, Op::PutMany(count, 500), Op::Clone];
        }
        let count = random.choose(&[10, 40, 120]);
        let ids = random.choose(&[6, 12, 40, 400]);
        let weights = [30, 3, 2, 6, 6, 10, 6, 6, 24, 1, 1, 1, 1, 1, 1];
        let swarm = Swarm::draw(random, &weights);
        (0..random.within(1..=count))
            .map(|_| {
                let (id, value) = (random.below(ids), random.below(1000) as u64);
                let few = u32::try_from(id).expect("few keys");
                match swarm.pick(random) {
                    0 => Op::Put(id, value, random.choose(&[From::Copy, From::Box, From::Static])),
                    1 => Op::PutMany(id, random.within(1..=ids)),
                    2 => Op::RemoveMany(id, random.within(1..=ids)),
                    3 => Op::PutHashed(id, value),
                    4 => Op::PutAssumeCapacity(id, value),
                    5 => Op::GetOrPut(id, value),
                    6 => Op::Get(id),
                    7 => Op::GetHashed(id),
                    8 => Op::Remove(id),
                    9 => Op::Rehash,
                    10 => Op::Clear,
                    11 => Op::ClearAndFree,
                    12 => Op::EnsureTotalCapacity(few),
                    13 => Op::EnsureUnusedCapacity(few),
                    _ => Op::Clone,
                }
            })
            .collect()
    }

    fn run(&self, ops: &[Op], check: &mut Check) -> Result<(), Divergence> {
        let zig = ZigMap::new(self.0, KeyKind::String);
        let mut maps = Maps { zig, rust: StringHashMap::new() };
        for (step, op) in ops.iter().enumerate() {
            check.at(step);
            maps.step(op, check)?;
            // A slot that differs goes on differing for a while.
            if step % 8 == 7 {
                maps.compare(check)?;
            }
        }
        maps.compare(check)
    }

    fn simplify(&self, op: &Op) -> Vec<Op> {
        simpler(op)
    }
}

/// `StringSet` and `StringMap`, both with the same keys.
pub(super) struct StringSetArea(pub(super) Oracle);

/// A step on a set and a map. A key is the number of one.
#[derive(Clone, Debug)]
pub(super) enum SetOp {
    Insert(usize, u64),
    Contains(usize),
    SwapRemove(usize),
    ClearAndFree,
    /// Goes on with clones.
    Clone,
}

impl Area for StringSetArea {
    type Op = SetOp;

    fn name(&self) -> &'static str {
        "string_set"
    }

    fn generate(&self, random: &mut Prng) -> Vec<SetOp> {
        let ids = random.choose(&[6, 12, 40, 400]);
        let swarm = Swarm::draw(random, &[40, 10, 25, 1, 2]);
        (0..random.within(1..=80))
            .map(|_| {
                let id = random.below(ids);
                match swarm.pick(random) {
                    0 => SetOp::Insert(id, random.below(1000) as u64),
                    1 => SetOp::Contains(id),
                    2 => SetOp::SwapRemove(id),
                    3 => SetOp::ClearAndFree,
                    _ => SetOp::Clone,
                }
            })
            .collect()
    }

    fn run(&self, ops: &[SetOp], check: &mut Check) -> Result<(), Divergence> {
        let mut zig = ArrayMap::new(self.0, KeyKind::String);
        let (mut set, mut map) = (StringSet::new(), StringMap::init(true));
        for (step, op) in ops.iter().enumerate() {
            check.at(step);
            match *op {
                SetOp::Insert(id, value) => {
                    let key = key(id);
                    zig.put(&key, value);
                    set.insert(&key).expect("memory");
                    map.insert(&key, &value.to_ne_bytes()).expect("memory");
                }
                SetOp::Contains(id) => {
                    let key = key(id);
                    let found = zig.get(&key).entry();
                    check.same("contains", found.is_some(), set.contains(&key))?;
                    let value = found.map(|(_, value)| value.to_ne_bytes().to_vec());
                    check.same("get", value, map.get(&key).map(<[u8]>::to_vec))?;
                }
                SetOp::SwapRemove(id) => {
                    let key = key(id);
                    let removed = zig.remove(&key, Removal::Swap).found;
                    check.same("swapRemove", removed, set.swap_remove(&key))?;
                    check.same("swapRemove", removed, map.map.swap_remove(&key))?;
                }
                SetOp::ClearAndFree => {
                    zig.clear_and_free();
                    set.clear_and_free();
                    map.map.clear_and_free();
                }
                SetOp::Clone => {
                    set = set.try_clone().expect("memory");
                    map = map.try_clone().expect("memory");
                }
            }
            let bytes = |keys: &[Box<[u8]>]| keys.iter().map(|key| key.to_vec()).collect();
            check.same("keys", zig.keys(), bytes(set.keys()))?;
            check.same("keys", zig.keys(), bytes(map.keys()))?;
            let values: Vec<Vec<u8>> =
                zig.values().iter().map(|value| value.to_ne_bytes().to_vec()).collect();
            check.same("values", values, bytes(map.values()))?;
            check.same("count", zig.count(), set.count())?;
        }
        Ok(())
    }

    fn simplify(&self, op: &SetOp) -> Vec<SetOp> {
        match *op {
            SetOp::Insert(id, value) if value > 0 => vec![SetOp::Insert(id, 0)],
            _ => vec![],
        }
    }
}
