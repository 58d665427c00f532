//! Sets of bits: one in the first-level cache, one in the second.

use alloc::rc::Rc;
use core::hint::black_box;

use bun_collections::{DynamicBitSet, StaticBitSet};
use fixedbitset::FixedBitSet;
use zig_oracle::BitLoop;

use super::zig;
use crate::input::Random;
use crate::row::{Contender, Row, Unit};

const GROUP: &str = "bits";
const SEED: u64 = 0xb175;
const STATIC_LEN: usize = 4096;
const DYNAMIC_LEN: usize = 1 << 20;
const INDEX_COUNT: usize = 4096;
const WORD_BITS: usize = usize::BITS as usize;

type Static = StaticBitSet<STATIC_LEN>;

/// Ratios at which a row is met: against Zig, and against `fixedbitset`.
type Targets = (f64, f64);

pub(super) fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for len in [STATIC_LEN, DYNAMIC_LEN] {
        let is_static = len == STATIC_LEN;
        rows.push(single(len, BitLoop::Set, "set random", (1.0, 0.82)));
        let targets = (if is_static { 0.1 } else { 1.0 }, 0.82);
        rows.push(single(len, BitLoop::IsSet, "is_set random", targets));
        rows.push(single(len, BitLoop::Unset, "unset random", (1.0, 0.82)));
        rows.push(iterate(len, 1, (1.0, 1.0)));
        rows.push(iterate(len, 10, (1.0, 1.0)));
        rows.push(iterate(len, 50, (0.87, 1.0)));
        let targets = if is_static { (0.23, 0.16) } else { (0.21, 0.11) };
        rows.push(whole(len, BitLoop::Count, "count", 1, targets));
        let targets = if is_static { (0.87, 0.7) } else { (0.55, 1.0) };
        rows.push(whole(len, BitLoop::Union, "set_union", 3, targets));
        let targets = if is_static { (0.25, 0.33) } else { (0.75, 1.0) };
        rows.push(whole(len, BitLoop::FindFirst, "find_first_set", 1, targets));
    }
    rows
}

/// The input of a row: the same for each contender.
#[derive(Clone)]
struct Input {
    len: usize,
    bits: Rc<[usize]>,
    others: Rc<[usize]>,
    indices: Rc<[u32]>,
}

impl Input {
    /// A set with about `percent` of its bits.
    fn new(len: usize, percent: u32) -> Self {
        let mut random = Random::new(SEED);
        let draw = |random: &mut Random| -> Rc<[usize]> {
            let word = |random: &mut Random| {
                (0..WORD_BITS)
                    .fold(0, |word, at| word | usize::from(random.below(100) < percent) << at)
            };
            (0..len / WORD_BITS).map(|_| word(random)).collect()
        };
        let (bits, others) = (draw(&mut random), draw(&mut random));
        let indices = (0..INDEX_COUNT).map(|_| random.below(len as u32)).collect();
        Self { len, bits, others, indices }
    }

    /// A set with its last bit only.
    fn last(len: usize) -> Self {
        let mut bits = vec![0; len / WORD_BITS];
        bits[len / WORD_BITS - 1] = 1 << (WORD_BITS - 1);
        Self { bits: bits.into(), ..Self::new(len, 50) }
    }

    fn count(&self) -> u64 {
        self.bits.iter().map(|word| u64::from(word.count_ones())).sum()
    }

    fn expected(&self, kind: BitLoop) -> u64 {
        let mut bits: Vec<bool> = (0..self.len)
            .map(|at| self.bits[at / WORD_BITS] >> (at % WORD_BITS) & 1 == 1)
            .collect();
        let indices = || self.indices.iter().map(|&index| index as usize);
        match kind {
            BitLoop::IsSet => return indices().filter(|&index| bits[index]).count() as u64,
            BitLoop::Iterate => return (0..self.len).filter(|&at| bits[at]).sum::<usize>() as u64,
            BitLoop::FindFirst => {
                return bits.iter().position(|&bit| bit).expect("one bit") as u64;
            }
            BitLoop::Set => indices().for_each(|index| bits[index] = true),
            BitLoop::Unset => indices().for_each(|index| bits[index] = false),
            BitLoop::Union => {
                for (at, bit) in bits.iter_mut().enumerate() {
                    *bit |= self.others[at / WORD_BITS] >> (at % WORD_BITS) & 1 == 1;
                }
            }
            BitLoop::Count => {}
        }
        bits.iter().filter(|&&bit| bit).count() as u64
    }

    fn set(&self) -> Static {
        Static::from_words((*self.bits).try_into().expect("words of the static set"))
            .expect("no bit too many")
    }

    fn other(&self) -> Static {
        Self { bits: self.others.clone(), ..self.clone() }.set()
    }

    fn dynamic(&self, bits: &[usize]) -> DynamicBitSet {
        let mut set = DynamicBitSet::init_empty(self.len).expect("memory");
        set.extend((0..self.len).filter(|at| bits[at / WORD_BITS] >> (at % WORD_BITS) & 1 == 1));
        set
    }

    fn contenders(&self, kind: BitLoop, (of_zig, of_crate): Targets) -> Vec<Contender> {
        let mut contenders = Vec::new();
        let input = self.clone();
        contenders.extend(zig().map(|zig| {
            let mut bits = input.bits.to_vec();
            Contender::zig("std.bit_set", move |n| {
                bits.copy_from_slice(&input.bits);
                zig.bits(kind, &mut bits, &input.others, &input.indices, n)
            })
            .target(of_zig)
        }));
        let input = self.clone();
        if self.len == STATIC_LEN {
            let (set, other) = (Box::new(self.set()), Box::new(self.other()));
            contenders.push(Contender::ours("StaticBitSet", move |n| {
                run!(kind, set.clone(), other, input.indices, n)
            }));
        } else {
            let (set, other) = (self.dynamic(&self.bits), self.dynamic(&self.others));
            contenders.push(Contender::ours("DynamicBitSet", move |n| {
                run!(kind, set.try_clone().expect("memory"), other, input.indices, n)
            }));
        }
        let input = self.clone();
        let (set, other) = (self.fixed(&self.bits), self.fixed(&self.others));
        contenders.push(
            Contender::rival("fixedbitset", move |n| {
                run_fixed(kind, set.clone(), &other, &input.indices, n)
            })
            .target(of_crate),
        );
        contenders
    }

    fn fixed(&self, bits: &[usize]) -> FixedBitSet {
        FixedBitSet::with_capacity_and_blocks(self.len, bits.iter().copied())
    }
}

/// Runs a loop on a copy of a set of ours.
macro_rules! run {
    ($kind:expr, $set:expr, $other:expr, $indices:expr, $iterations:expr) => {{
        let mut set = $set;
        let mut sum = 0_u64;
        match $kind {
            BitLoop::Set => {
                for _ in 0..$iterations {
                    let set = black_box(&mut set);
                    $indices.iter().for_each(|&index| set.set(index as usize));
                }
                set.count() as u64
            }
            BitLoop::Unset => {
                for _ in 0..$iterations {
                    let set = black_box(&mut set);
                    $indices.iter().for_each(|&index| set.unset(index as usize));
                }
                set.count() as u64
            }
            BitLoop::IsSet => {
                for _ in 0..$iterations {
                    let set = black_box(&set);
                    for &index in &*$indices {
                        sum += u64::from(set.is_set(index as usize));
                    }
                }
                sum
            }
            BitLoop::Iterate => {
                for _ in 0..$iterations {
                    for index in black_box(&set).iter_set() {
                        sum = sum.wrapping_add(index as u64);
                    }
                }
                sum
            }
            BitLoop::Count => {
                for _ in 0..$iterations {
                    sum += black_box(&set).count() as u64;
                }
                sum
            }
            BitLoop::Union => {
                for _ in 0..$iterations {
                    black_box(&mut set).set_union(black_box(&$other));
                }
                set.count() as u64
            }
            BitLoop::FindFirst => {
                for _ in 0..$iterations {
                    sum += black_box(&set).find_first_set().expect("one bit") as u64;
                }
                sum
            }
        }
    }};
}
use run;

/// [`run`] for the crate, whose names differ.
fn run_fixed(
    kind: BitLoop,
    mut set: FixedBitSet,
    other: &FixedBitSet,
    indices: &[u32],
    iterations: u64,
) -> u64 {
    let mut sum = 0_u64;
    for _ in 0..iterations {
        let set = black_box(&mut set);
        match kind {
            BitLoop::Set => indices.iter().for_each(|&index| set.insert(index as usize)),
            BitLoop::Unset => indices.iter().for_each(|&index| set.remove(index as usize)),
            BitLoop::IsSet => {
                for &index in indices {
                    sum += u64::from(set.contains(index as usize));
                }
            }
            BitLoop::Iterate => {
                for index in set.ones() {
                    sum = sum.wrapping_add(index as u64);
                }
            }
            BitLoop::Count => sum += set.count_ones(..) as u64,
            BitLoop::Union => set.union_with(black_box(other)),
            BitLoop::FindFirst => sum += set.minimum().expect("one bit") as u64,
        }
    }
    match kind {
        BitLoop::Set | BitLoop::Unset | BitLoop::Union => set.count_ones(..) as u64,
        _ => sum,
    }
}

fn name(len: usize, what: &str) -> String {
    format!("{} {what}", if len == STATIC_LEN { "Static4096" } else { "Dynamic1M" })
}

fn row(what: &str, input: Input, text: String, kind: BitLoop, targets: Targets) -> Row {
    let expected = input.expected(kind);
    let name = name(input.len, what);
    Row::new(GROUP, name, text, expected, move || input.contenders(kind, targets))
}

fn single(len: usize, kind: BitLoop, what: &str, targets: Targets) -> Row {
    let text = format!("{INDEX_COUNT} random indices, half of {len} bits set");
    let row = row(what, Input::new(len, 50), text, kind, targets);
    Row { ops_per_iteration: INDEX_COUNT as u64, ..row }
}

fn iterate(len: usize, percent: u32, targets: Targets) -> Row {
    let input = Input::new(len, percent);
    let ops_per_iteration = input.count();
    let text = format!("a `for` loop over {percent} % of {len} bits");
    let row = row(&format!("iterate {percent} %"), input, text, BitLoop::Iterate, targets);
    Row { ops_per_iteration, ..row }
}

/// A row about all words of a set, each of which is moved `moves` times.
fn whole(len: usize, kind: BitLoop, what: &str, moves: usize, targets: Targets) -> Row {
    let (input, text) = match kind {
        BitLoop::FindFirst => (Input::last(len), format!("the last of {len} bits")),
        _ => (Input::new(len, 50), format!("half of {len} bits set")),
    };
    let bytes_per_op = (moves * len / 8) as u64;
    Row { unit: Unit::GigabytesPerSecond, bytes_per_op, ..row(what, input, text, kind, targets) }
}
