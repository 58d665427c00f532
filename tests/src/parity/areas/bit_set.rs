//! The sets of `bun_collections::bit_set` beside those of `std.bit_set`.

use bun_collections::bit_set::{ArrayBitSet, DynamicBitSetUnmanaged, IntegerBitSet, num_masks_for};
use zig_oracle::{BitSet, BitSetChange, BitSetCombine, BitSetKind, BitSetResult, Oracle};

use crate::parity::{Area, Check, Divergence};
use crate::prng::{Prng, Swarm};

/// A step on every pair of sets. An index is taken modulo the length, the end of a range modulo the
/// length and one.
#[derive(Clone, Debug)]
pub(super) enum Op {
    Change(BitSetChange),
    Combine(BitSetCombine),
    /// The set becomes what is made of it and the second set.
    Result(BitSetResult),
    /// The dynamic set gets another length, and so does its second set.
    Resize(usize, bool),
    /// The set and its second one change places.
    Swap,
    /// Goes on with a clone.
    Clone,
}

/// What both implementations do.
trait Subject: Sized {
    const KIND: BitSetKind;

    fn new(len: usize, full: bool) -> Self;
    fn resize(&mut self, len: usize, fill: bool);
    fn change(&mut self, change: BitSetChange) -> Option<usize>;
    fn combine(&mut self, other: &Self, how: BitSetCombine);
    fn result(&self, other: &Self, how: BitSetResult) -> Self;
    fn compare(&self, other: &Self) -> [bool; 3];
    fn numbers(&self) -> [usize; 4];
    fn is_set(&self, index: usize) -> bool;
    fn indices(&self) -> [Vec<usize>; 4];
    fn copy(&self) -> Self;
}

/// The methods that have one shape for all sets of ours.
macro_rules! shared_methods {
    () => {
        fn change(&mut self, change: BitSetChange) -> Option<usize> {
            match change {
                BitSetChange::Set(index) => self.set(index),
                BitSetChange::Unset(index) => self.unset(index),
                BitSetChange::Toggle(index) => self.toggle(index),
                BitSetChange::SetValue(index, value) => self.set_value(index, value),
                BitSetChange::SetRange(start, end, value) => {
                    self.set_range_value(start..end, value);
                }
                BitSetChange::SetAll(value) => self.set_all(value),
                BitSetChange::ToggleAll => self.toggle_all(),
                BitSetChange::ToggleFirst => return self.toggle_first_set(),
            }
            None
        }

        fn combine(&mut self, other: &Self, how: BitSetCombine) {
            match how {
                BitSetCombine::Union => self.set_union(other),
                BitSetCombine::Intersection => self.set_intersection(other),
                BitSetCombine::Toggle => self.toggle_set(other),
            }
        }

        fn compare(&self, other: &Self) -> [bool; 3] {
            [self.eql(other), self.subset_of(other), self.superset_of(other)]
        }

        fn numbers(&self) -> [usize; 4] {
            let index = |index: Option<usize>| index.unwrap_or(usize::MAX);
            let (first, last) = (self.find_first_set(), self.find_last_set());
            [self.capacity(), self.count(), index(first), index(last)]
        }

        fn is_set(&self, index: usize) -> bool {
            (*self).is_set(index)
        }

        fn indices(&self) -> [Vec<usize>; 4] {
            [
                self.iterator::<true, true>().collect(),
                self.iterator::<true, false>().collect(),
                self.iterator::<false, true>().collect(),
                self.iterator::<false, false>().collect(),
            ]
        }
    };
}

macro_rules! subjects {
    ($($kind:ident $set:ty;)*) => {$(
        impl Subject for $set {
            const KIND: BitSetKind = BitSetKind::$kind;

            shared_methods!();

            fn new(_len: usize, full: bool) -> Self {
                if full { Self::init_full() } else { Self::init_empty() }
            }

            fn resize(&mut self, _len: usize, _fill: bool) {}

            fn result(&self, other: &Self, how: BitSetResult) -> Self {
                match how {
                    BitSetResult::Complement => self.complement(),
                    BitSetResult::Union => self.union_with(other),
                    BitSetResult::Intersection => self.intersect_with(other),
                    BitSetResult::Xor => self.xor_with(other),
                    BitSetResult::Difference => self.difference_with(other),
                }
            }

            fn copy(&self) -> Self {
                *self
            }
        }
    )*};
}

subjects! {
    Integer1 IntegerBitSet<1>;
    Integer7 IntegerBitSet<7>;
    Integer31 IntegerBitSet<31>;
    Integer64 IntegerBitSet<64>;
    Integer127 IntegerBitSet<127>;
    Array64 ArrayBitSet<64, { num_masks_for(64) }>;
    Array130 ArrayBitSet<130, { num_masks_for(130) }>;
    Array1280 ArrayBitSet<1280, { num_masks_for(1280) }>;
}

impl Subject for DynamicBitSetUnmanaged {
    const KIND: BitSetKind = BitSetKind::Dynamic;

    shared_methods!();

    fn new(len: usize, full: bool) -> Self {
        let set = if full { Self::init_full(len) } else { Self::init_empty(len) };
        set.expect("memory")
    }

    fn resize(&mut self, len: usize, fill: bool) {
        (*self).resize(len, fill).expect("memory");
    }

    fn result(&self, other: &Self, how: BitSetResult) -> Self {
        let result = match how {
            BitSetResult::Complement => self.complement(),
            BitSetResult::Union => self.union_with(other),
            BitSetResult::Intersection => self.intersect_with(other),
            BitSetResult::Xor => self.xor_with(other),
            BitSetResult::Difference => self.difference_with(other),
        };
        result.expect("memory")
    }

    fn copy(&self) -> Self {
        self.try_clone().expect("memory")
    }
}

/// A set and a second one to combine it with, on both sides.
struct Pair<S> {
    zig: [BitSet; 2],
    rust: [S; 2],
}

impl<S: Subject> Pair<S> {
    fn new(zig: Oracle, len: usize) -> Self {
        Self {
            zig: [false, true].map(|full| BitSet::new(zig, S::KIND, len, full)),
            rust: [false, true].map(|full| S::new(len, full)),
        }
    }

    fn step(&mut self, op: &Op, check: &mut Check) -> Result<(), Divergence> {
        let len = self.rust[0].numbers()[0];
        let is_dynamic = S::KIND == BitSetKind::Dynamic;
        let ([zig, zig_other], [rust, rust_other]) = (&mut self.zig, &mut self.rust);
        match *op {
            Op::Change(change) => {
                if let Some(change) = within(change, len) {
                    check.same("toggle_first_set", zig.change(change), rust.change(change))?;
                }
            }
            Op::Combine(how) => {
                zig.combine(zig_other, how);
                rust.combine(rust_other, how);
            }
            Op::Result(how) => {
                // Zig's dynamic sets have no such methods; two steps on copies do the same.
                *zig = if is_dynamic {
                    in_place(zig, zig_other, how)
                } else {
                    zig.result(zig_other, how)
                };
                *rust = rust.result(rust_other, how);
            }
            Op::Resize(len, fill) if is_dynamic => {
                self.zig.iter_mut().for_each(|set| set.resize(len, fill));
                self.rust.iter_mut().for_each(|set| set.resize(len, fill));
            }
            Op::Resize(..) => {}
            Op::Swap => {
                self.zig.swap(0, 1);
                self.rust.swap(0, 1);
            }
            Op::Clone => {
                *zig = zig.clone();
                *rust = rust.copy();
            }
        }
        self.compare(check)
    }

    fn compare(&self, check: &mut Check) -> Result<(), Divergence> {
        let ([zig, zig_other], [rust, rust_other]) = (&self.zig, &self.rust);
        check.same("capacity, count, first, last", zig.numbers(), rust.numbers())?;
        let indices = [(true, true), (true, false), (false, true), (false, false)]
            .map(|(set, forward)| zig.indices(set, forward));
        check.same("iterators", &indices, &rust.indices())?;
        let compared = (zig.compare(zig_other), rust.compare(rust_other));
        check.same("eql, subset_of, superset_of", compared.0, compared.1)?;
        if let Some(index) = rust.numbers()[0].checked_sub(1) {
            let index = check.step() * 7 % (index + 1);
            check.same("is_set", zig.is_set(index), rust.is_set(index))?;
        }
        Ok(())
    }
}

/// What [`BitSet::result`] would be for a dynamic set.
fn in_place(zig: &BitSet, other: &BitSet, how: BitSetResult) -> BitSet {
    let mut result = zig.clone();
    match how {
        BitSetResult::Complement => drop(result.change(BitSetChange::ToggleAll)),
        BitSetResult::Union => result.combine(other, BitSetCombine::Union),
        BitSetResult::Intersection => result.combine(other, BitSetCombine::Intersection),
        BitSetResult::Xor => result.combine(other, BitSetCombine::Toggle),
        BitSetResult::Difference => {
            let mut inverse = other.clone();
            let _: Option<usize> = inverse.change(BitSetChange::ToggleAll);
            result.combine(&inverse, BitSetCombine::Intersection);
        }
    }
    result
}

/// The change with indices that a set of `len` bits has, if there are any.
fn within(change: BitSetChange, len: usize) -> Option<BitSetChange> {
    Some(match change {
        BitSetChange::Set(index) => BitSetChange::Set(index.checked_rem(len)?),
        BitSetChange::Unset(index) => BitSetChange::Unset(index.checked_rem(len)?),
        BitSetChange::Toggle(index) => BitSetChange::Toggle(index.checked_rem(len)?),
        BitSetChange::SetValue(index, value) => {
            BitSetChange::SetValue(index.checked_rem(len)?, value)
        }
        BitSetChange::SetRange(a, b, value) => {
            let (a, b) = (a % (len + 1), b % (len + 1));
            BitSetChange::SetRange(a.min(b), a.max(b), value)
        }
        other => other,
    })
}

/// One pair of each kind.
struct Pairs(
    Pair<IntegerBitSet<1>>,
    Pair<IntegerBitSet<7>>,
    Pair<IntegerBitSet<31>>,
    Pair<IntegerBitSet<64>>,
    Pair<IntegerBitSet<127>>,
    Pair<ArrayBitSet<64, { num_masks_for(64) }>>,
    Pair<ArrayBitSet<130, { num_masks_for(130) }>>,
    Pair<ArrayBitSet<1280, { num_masks_for(1280) }>>,
    Pair<DynamicBitSetUnmanaged>,
);

pub(super) struct BitSetArea {
    zig: Oracle,
}

impl BitSetArea {
    pub(super) const fn new(zig: Oracle) -> Self {
        Self { zig }
    }
}

impl Area for BitSetArea {
    type Op = Op;

    fn name(&self) -> &'static str {
        "bit_set"
    }

    fn generate(&self, random: &mut Prng) -> Vec<Op> {
        let count = random.choose(&[3, 10, 30]);
        let swarm = Swarm::draw(random, &[6, 6, 4, 3, 6, 1, 2, 3, 2, 2, 2, 4, 6, 3, 1]);
        let index = |random: &mut Prng| random.below(1400);
        (0..random.within(1..=count))
            .map(|_| match swarm.pick(random) {
                0 => Op::Change(BitSetChange::Set(index(random))),
                1 => Op::Change(BitSetChange::Unset(index(random))),
                2 => Op::Change(BitSetChange::Toggle(index(random))),
                3 => Op::Change(BitSetChange::SetValue(index(random), random.ratio(1, 2))),
                4 => {
                    let (a, b) = (index(random), index(random));
                    Op::Change(BitSetChange::SetRange(a, b, random.ratio(1, 2)))
                }
                5 => Op::Change(BitSetChange::SetAll(random.ratio(1, 2))),
                6 => Op::Change(BitSetChange::ToggleAll),
                7 => Op::Change(BitSetChange::ToggleFirst),
                8 => Op::Combine(BitSetCombine::Union),
                9 => Op::Combine(BitSetCombine::Intersection),
                10 => Op::Combine(BitSetCombine::Toggle),
                11 => Op::Result(random.choose(&[
                    BitSetResult::Complement,
                    BitSetResult::Union,
                    BitSetResult::Intersection,
                    BitSetResult::Xor,
                    BitSetResult::Difference,
                ])),
                12 => Op::Resize(random.below(400), random.ratio(1, 2)),
                13 => Op::Swap,
                _ => Op::Clone,
            })
            .collect()
    }

    fn run(&self, ops: &[Op], check: &mut Check) -> Result<(), Divergence> {
        let zig = self.zig;
        let mut pairs = Pairs(
            Pair::new(zig, 0),
            Pair::new(zig, 0),
            Pair::new(zig, 0),
            Pair::new(zig, 0),
            Pair::new(zig, 0),
            Pair::new(zig, 0),
            Pair::new(zig, 0),
            Pair::new(zig, 0),
            Pair::new(zig, 70),
        );
        for (step, op) in ops.iter().enumerate() {
            check.at(step);
            pairs.0.step(op, check)?;
            pairs.1.step(op, check)?;
            pairs.2.step(op, check)?;
            pairs.3.step(op, check)?;
            pairs.4.step(op, check)?;
            pairs.5.step(op, check)?;
            pairs.6.step(op, check)?;
            pairs.7.step(op, check)?;
            pairs.8.step(op, check)?;
        }
        Ok(())
    }

    fn simplify(&self, op: &Op) -> Vec<Op> {
        match *op {
            Op::Resize(len, fill) if len > 0 => vec![Op::Resize(len / 2, fill)],
            Op::Change(BitSetChange::SetRange(a, b, value)) if a + b > 0 => {
                vec![Op::Change(BitSetChange::SetRange(a / 2, b / 2, value))]
            }
            Op::Change(BitSetChange::Set(index)) if index > 0 => {
                vec![Op::Change(BitSetChange::Set(index / 2))]
            }
            _ => vec![],
        }
    }
}
