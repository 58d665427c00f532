//! `bun_collections::ArrayHashMap` and `StringArrayHashMap` beside `std.AutoArrayHashMap` and
//! `std.StringArrayHashMap`, with `u64`, `u32` and byte string keys.

mod maps;
mod pair;

use core::marker::PhantomData;

use zig_oracle::{ArrayMap, LookUpBy, Oracle, PutBy, Removal, RemoveBy, SortBy};

use crate::parity::{Area, Check, Divergence};
use crate::prng::{Prng, Swarm};
use maps::Map;
use pair::Pair;

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
    PutBy(PutBy, usize, u64),
    LookUp(LookUpBy, usize),
    RemoveBy(RemoveBy, usize),
    RemoveAtMany(Vec<usize>),
    /// Drops the entries whose value this divides.
    Retain(u64),
    SetKey(usize, usize),
    SetLen(usize),
    /// Replaces all entries by the same ones backwards.
    Reinit,
    Move,
    /// Adds twice this much to every value.
    Iterate(u64),
    SortUnstable,
    /// Exchanges two entries, twice.
    SwapIndices(usize, usize),
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

const PUTS: [PutBy; 8] = [
    PutBy::NoClobber,
    PutBy::AssumeCapacity,
    PutBy::AssumeCapacityNoClobber,
    PutBy::FetchAssumeCapacity,
    PutBy::GetOrPutValue,
    PutBy::GetOrPutAssumeCapacity,
    PutBy::GetOrPutAdapted,
    PutBy::GetOrPutAssumeCapacityAdapted,
];

const LOOK_UPS: [LookUpBy; 12] = [
    LookUpBy::Get,
    LookUpBy::Ptr,
    LookUpBy::Entry,
    LookUpBy::Key,
    LookUpBy::KeyPtr,
    LookUpBy::Contains,
    LookUpBy::GetAdapted,
    LookUpBy::PtrAdapted,
    LookUpBy::EntryAdapted,
    LookUpBy::KeyAdapted,
    LookUpBy::KeyPtrAdapted,
    LookUpBy::ContainsAdapted,
];

const REMOVALS: [RemoveBy; 6] = [
    RemoveBy::Swap,
    RemoveBy::Ordered,
    RemoveBy::SwapAdapted,
    RemoveBy::OrderedAdapted,
    RemoveBy::FetchSwapAdapted,
    RemoveBy::FetchOrderedAdapted,
];

/// All entries are compared after the last step, and after every this many.
const COMPARED_EVERY: usize = 8;

impl<M: Map> Area for ArrayMapArea<M>
where
    M::Context: Default,
{
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
        let weights = [
            20, 8, 10, 6, 8, 6, 4, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 30, 16, 12, 2, 1, 3, 1, 1, 1, 1,
            1, 1,
        ];
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
                    16 => Op::Clone,
                    17 => Op::PutBy(random.choose(&PUTS), id, value),
                    18 => Op::LookUp(random.choose(&LOOK_UPS), id),
                    19 => Op::RemoveBy(random.choose(&REMOVALS), id),
                    20 => {
                        let many = random.within(0..=8);
                        Op::RemoveAtMany((0..many).map(|_| random.below(ids)).collect())
                    }
                    21 => Op::Retain(random.within(1..=4) as u64),
                    22 => Op::SetKey(random.below(ids), id),
                    23 => Op::SetLen(id),
                    24 => Op::Reinit,
                    25 => Op::Move,
                    26 => Op::Iterate(value),
                    27 => Op::SortUnstable,
                    _ => Op::SwapIndices(id, random.below(ids)),
                }
            })
            .collect()
    }

    fn run(&self, ops: &[Op], check: &mut Check) -> Result<(), Divergence> {
        let mut pair = Pair { zig: ArrayMap::new(self.zig, M::KIND), rust: M::new() };
        for (step, op) in ops.iter().enumerate() {
            check.at(step);
            pair.step(op, check)?;
            if step % COMPARED_EVERY == COMPARED_EVERY - 1 {
                pair.compare(check)?;
            }
        }
        pair.compare(check)
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
            Op::RemoveAtMany(ref indexes) if !indexes.is_empty() => {
                vec![Op::RemoveAtMany(indexes[1..].to_vec())]
            }
            Op::PutBy(by, id, value) if value > 0 => vec![Op::PutBy(by, id, 0)],
            _ => vec![],
        }
    }
}
