//! `bun_collections::BabyList` beside `std.ArrayList`: values and capacities after every step.

use bun_collections::BabyList;
use zig_oracle::{ArrayList, Oracle, Removal};

use crate::parity::{Area, Check, Divergence};
use crate::prng::{Prng, Swarm};

/// A step on a list. An index is taken modulo how many there are to choose from.
#[derive(Clone, Debug)]
pub(super) enum Op {
    Append(u32),
    AppendSlice(Vec<u32>),
    InsertSlice(usize, Vec<u32>),
    ReplaceRange(usize, usize, Vec<u32>),
    Pop,
    SwapRemove(usize),
    OrderedRemove(usize),
    ShrinkRetainingCapacity(usize),
    ShrinkAndFree(usize),
    ClearRetainingCapacity,
    ClearAndFree,
    EnsureTotalCapacity(usize),
    EnsureTotalCapacityPrecise(usize),
    EnsureUnusedCapacity(usize),
    /// Goes on with what a `Vec` was made of.
    ThroughVec,
}

pub(super) struct ArrayListArea {
    zig: Oracle,
}

impl ArrayListArea {
    pub(super) const fn new(zig: Oracle) -> Self {
        Self { zig }
    }
}

struct Pair {
    zig: ArrayList,
    rust: BabyList<u32>,
}

impl Pair {
    fn step(&mut self, op: &Op, check: &mut Check) -> Result<(), Divergence> {
        let len = self.rust.len();
        match op {
            Op::Append(value) => {
                self.zig.append(*value);
                self.rust.append(*value).expect("memory");
            }
            Op::AppendSlice(values) => {
                self.zig.replace(len, 0, values);
                self.rust.append_slice(values).expect("memory");
            }
            Op::InsertSlice(at, values) => {
                self.zig.replace(at % (len + 1), 0, values);
                self.rust.insert_slice(at % (len + 1), values).expect("memory");
            }
            Op::ReplaceRange(a, b, values) => {
                let (a, b) = (a % (len + 1), b % (len + 1));
                self.zig.replace(a.min(b), a.abs_diff(b), values);
                self.rust.replace_range(a.min(b), a.abs_diff(b), values).expect("memory");
            }
            Op::Pop => {
                let zig = (len > 0).then(|| self.zig.remove(len - 1, Removal::Ordered));
                check.same("pop", zig, self.rust.pop())?;
            }
            Op::SwapRemove(at) if len > 0 => {
                let zig = self.zig.remove(at % len, Removal::Swap);
                check.same("swap_remove", zig, self.rust.swap_remove(at % len))?;
            }
            Op::OrderedRemove(at) if len > 0 => {
                let zig = self.zig.remove(at % len, Removal::Ordered);
                check.same("ordered_remove", zig, self.rust.ordered_remove(at % len))?;
            }
            Op::SwapRemove(_) | Op::OrderedRemove(_) => {}
            _ => self.change_capacity(op),
        }
        check.same("items", self.zig.items(), self.rust.to_vec())?;
        check.same("capacity", self.zig.capacity(), self.rust.capacity())
    }

    fn change_capacity(&mut self, op: &Op) {
        let len = self.rust.len();
        match *op {
            Op::ShrinkRetainingCapacity(new_len) => {
                self.zig.shrink(new_len % (len + 1), false);
                self.rust.shrink_retaining_capacity(new_len % (len + 1));
            }
            Op::ShrinkAndFree(new_len) => {
                self.zig.shrink(new_len % (len + 1), true);
                self.rust.shrink_and_free(new_len % (len + 1));
            }
            Op::ClearRetainingCapacity => {
                self.zig.shrink(0, false);
                self.rust.clear_retaining_capacity();
            }
            Op::ClearAndFree => {
                self.zig.clear_and_free();
                self.rust.clear_and_free();
            }
            Op::EnsureTotalCapacity(count) => {
                self.zig.ensure(count, false);
                self.rust.ensure_total_capacity(count).expect("memory");
            }
            Op::EnsureTotalCapacityPrecise(count) => {
                self.zig.ensure(count, true);
                self.rust.ensure_total_capacity_precise(count).expect("memory");
            }
            Op::EnsureUnusedCapacity(count) => {
                self.zig.ensure(len + count, false);
                self.rust.ensure_unused_capacity(count).expect("memory");
            }
            Op::ThroughVec => self.rust = BabyList::move_from_list(self.rust.move_to_list()),
            _ => {}
        }
    }
}

impl Area for ArrayListArea {
    type Op = Op;

    fn name(&self) -> &'static str {
        "array_list"
    }

    fn generate(&self, random: &mut Prng) -> Vec<Op> {
        let count = random.choose(&[10, 30, 80]);
        let few = random.choose(&[4, 40, 200]);
        let slice = |random: &mut Prng| -> Vec<u32> {
            (0..random.below(few)).map(|_| random.word() as u32).collect()
        };
        let weights = [40, 10, 6, 6, 6, 4, 4, 2, 1, 1, 1, 2, 2, 2, 1];
        let swarm = Swarm::draw(random, &weights);
        (0..random.within(1..=count))
            .map(|_| match swarm.pick(random) {
                0 => Op::Append(random.word() as u32),
                1 => Op::AppendSlice(slice(random)),
                2 => Op::InsertSlice(random.below(few), slice(random)),
                3 => Op::ReplaceRange(random.below(few), random.below(few), slice(random)),
                4 => Op::Pop,
                5 => Op::SwapRemove(random.below(few)),
                6 => Op::OrderedRemove(random.below(few)),
                7 => Op::ShrinkRetainingCapacity(random.below(few)),
                8 => Op::ShrinkAndFree(random.below(few)),
                9 => Op::ClearRetainingCapacity,
                10 => Op::ClearAndFree,
                11 => Op::EnsureTotalCapacity(random.below(few)),
                12 => Op::EnsureTotalCapacityPrecise(random.below(few)),
                13 => Op::EnsureUnusedCapacity(random.below(few)),
                _ => Op::ThroughVec,
            })
            .collect()
    }

    fn run(&self, ops: &[Op], check: &mut Check) -> Result<(), Divergence> {
        let mut pair = Pair { zig: ArrayList::new(self.zig), rust: BabyList::new() };
        for (step, op) in ops.iter().enumerate() {
            check.at(step);
            pair.step(op, check)?;
        }
        Ok(())
    }

    fn simplify(&self, op: &Op) -> Vec<Op> {
        match op {
            Op::AppendSlice(values) if !values.is_empty() => {
                vec![Op::AppendSlice(values[1..].to_vec())]
            }
            Op::InsertSlice(at, values) if *at > 0 => {
                vec![Op::InsertSlice(at / 2, values.clone())]
            }
            Op::ReplaceRange(a, b, values) if !values.is_empty() => {
                vec![Op::ReplaceRange(*a, *b, values[1..].to_vec())]
            }
            _ => vec![],
        }
    }
}
