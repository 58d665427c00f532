//! `bun_collections::PriorityQueue` beside `std.PriorityQueue`: the heap after every step.

use core::cmp::Ordering;

use bun_collections::PriorityQueue;
use zig_oracle::{Item, Oracle};

use crate::parity::{Area, Check, Divergence};
use crate::prng::{Prng, Swarm};

/// A step on a heap. An index is taken modulo how many there are to choose from.
#[derive(Clone, Debug)]
pub(super) enum Op {
    Add(Item),
    AddSlice(Vec<Item>),
    Remove,
    RemoveIndex(usize),
    Update(Item, Item),
    FromOwnedSlice(Vec<Item>),
    EnsureTotalCapacity(usize),
    EnsureTotalCapacityPrecise(usize),
    EnsureUnusedCapacity(usize),
    /// Room for this many more values than there are.
    ShrinkAndFree(usize),
    ClearRetainingCapacity,
}

pub(super) struct PriorityQueueArea {
    zig: Oracle,
}

impl PriorityQueueArea {
    pub(super) const fn new(zig: Oracle) -> Self {
        Self { zig }
    }
}

fn by_key(a: &Item, b: &Item) -> Ordering {
    a.key.cmp(&b.key)
}

type Heap = PriorityQueue<Item, fn(&Item, &Item) -> Ordering>;

struct Pair {
    zig: zig_oracle::PriorityQueue,
    rust: Heap,
}

impl Pair {
    fn step(&mut self, op: &Op, check: &mut Check) -> Result<(), Divergence> {
        let len = self.rust.count();
        match op {
            Op::Add(item) => {
                self.zig.add(&[*item]);
                self.rust.add(*item).expect("memory");
            }
            Op::AddSlice(items) => {
                self.zig.add(items);
                self.rust.add_slice(items).expect("memory");
            }
            Op::Remove => {
                check.same("peek", self.zig.items().first(), self.rust.peek())?;
                check.same("remove_or_null", self.zig.remove(), self.rust.remove_or_null())?;
            }
            Op::RemoveIndex(at) if len > 0 => {
                let zig = self.zig.remove_index(at % len);
                check.same("remove_index", zig, self.rust.remove_index(at % len))?;
            }
            Op::RemoveIndex(_) => {}
            Op::Update(old, new) => {
                let zig = self.zig.update(old, new);
                check.same("update", zig, self.rust.update(old, *new).is_ok())?;
            }
            Op::FromOwnedSlice(items) => {
                self.zig.replace(items);
                self.rust = Heap::from_owned_slice(items.clone().into(), by_key);
            }
            Op::EnsureTotalCapacity(count) => {
                self.zig.ensure(*count, false);
                self.rust.ensure_total_capacity(*count).expect("memory");
            }
            Op::EnsureTotalCapacityPrecise(count) => {
                self.zig.ensure(*count, true);
                self.rust.ensure_total_capacity_precise(*count).expect("memory");
            }
            Op::EnsureUnusedCapacity(count) => {
                self.zig.ensure(len + count, false);
                self.rust.ensure_unused_capacity(*count).expect("memory");
            }
            Op::ShrinkAndFree(extra) => {
                let capacity = self.rust.capacity().min(len + extra);
                self.zig.shrink(capacity);
                self.rust.shrink_and_free(capacity);
            }
            Op::ClearRetainingCapacity => {
                self.zig.clear();
                self.rust.clear_retaining_capacity();
            }
        }
        check.same("items", self.zig.items().as_slice(), self.rust.items())?;
        check.same("capacity", self.zig.capacity(), self.rust.capacity())
    }
}

impl Area for PriorityQueueArea {
    type Op = Op;

    fn name(&self) -> &'static str {
        "priority_queue"
    }

    fn generate(&self, random: &mut Prng) -> Vec<Op> {
        let count = random.choose(&[10, 30, 80]);
        let few = random.choose(&[4, 40, 200]);
        // Few keys, so that there are equals.
        let keys = random.choose(&[2, 9, 1000]);
        let item = |random: &mut Prng| Item {
            key: u32::try_from(random.below(keys)).expect("few"),
            name: random.word() as u32,
        };
        let slice = |random: &mut Prng| -> Vec<Item> {
            (0..random.below(few)).map(|_| item(random)).collect()
        };
        let weights = [40, 4, 24, 8, 8, 2, 1, 1, 1, 1, 1];
        let swarm = Swarm::draw(random, &weights);
        (0..random.within(1..=count))
            .map(|_| match swarm.pick(random) {
                0 => Op::Add(item(random)),
                1 => Op::AddSlice(slice(random)),
                2 => Op::Remove,
                3 => Op::RemoveIndex(random.below(few)),
                4 => Op::Update(item(random), item(random)),
                5 => Op::FromOwnedSlice(slice(random)),
                6 => Op::EnsureTotalCapacity(random.below(few)),
                7 => Op::EnsureTotalCapacityPrecise(random.below(few)),
                8 => Op::EnsureUnusedCapacity(random.below(few)),
                9 => Op::ShrinkAndFree(random.below(few)),
                _ => Op::ClearRetainingCapacity,
            })
            .collect()
    }

    fn run(&self, ops: &[Op], check: &mut Check) -> Result<(), Divergence> {
        let zig = zig_oracle::PriorityQueue::new(self.zig);
        let mut pair = Pair { zig, rust: Heap::init(by_key) };
        for (step, op) in ops.iter().enumerate() {
            check.at(step);
            pair.step(op, check)?;
        }
        Ok(())
    }

    fn simplify(&self, op: &Op) -> Vec<Op> {
        match op {
            Op::AddSlice(items) if !items.is_empty() => vec![Op::AddSlice(items[1..].to_vec())],
            Op::FromOwnedSlice(items) if !items.is_empty() => {
                vec![Op::FromOwnedSlice(items[1..].to_vec())]
            }
            Op::RemoveIndex(at) if *at > 0 => vec![Op::RemoveIndex(at / 2)],
            _ => vec![],
        }
    }
}
