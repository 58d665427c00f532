//! Insertion-ordered maps: numbers and strings as keys, of 6, 1000 and 100 000 entries.
//!
//! Rows that remove start with a clone, of which the `clone` rows tell the price. Keys are looked
//! up in an order of their own, and strings by copies: equal addresses would answer for Zig.

use alloc::rc::Rc;
use core::hash::BuildHasherDefault;

use bun_collections::StringArrayHashMap;
use foldhash::fast::FixedState;
use indexmap::IndexMap;
use zig_oracle::{ArrayMapBench, ArrayMapKeys, ArrayMapLoop, CAllocator};

use super::alloc_loops::mimalloc_for_zig;
use super::amap_loops::{Borrowed, Map, Words, loop_over};
use super::map_keys::SameHash;
use super::zig;
use crate::input::{KeySet, Random, words};
use crate::row::{Contender, Row};

const GROUP: &str = "amap";
const SEED: u64 = 0xa3a9;
/// A sequence of a few thousand keys that is repeated is learnt by the predictor of branches.
const VISITS_MIN: usize = 1 << 16;

/// The hash of our maps.
type Same = BuildHasherDefault<SameHash>;

/// How long we may take: as a part of Zig's time, and of the best crate's.
type Targets = (f64, Option<f64>);

pub(super) fn rows() -> Vec<Row> {
    use ArrayMapLoop::{Build, BuildOwned, Clone, Get, Iterate, OrderedRemove, SwapRemove};
    let mut rows = Vec::new();
    for (count, build, hit, miss, iterate) in [
        (6, (0.95, Some(0.34)), (0.61, Some(1.0)), (0.36, Some(1.0)), (1.0, Some(1.0))),
        (1000, (1.0, Some(1.0)), (0.4, Some(1.0)), (0.4, Some(1.0)), (0.65, Some(0.44))),
        (100_000, (1.0, Some(1.0)), (0.41, Some(0.8)), (0.41, Some(0.8)), (1.0, Some(0.6))),
    ] {
        rows.push(word_row("build+free", Build, count, Order::Inserted, build));
        rows.push(word_row("get hit", Get, count, Order::Drawn, hit));
        rows.push(word_row("get miss", Get, count, Order::Absent, miss));
        rows.push(word_row("iterate", Iterate, count, Order::Inserted, iterate));
        rows.push(word_row("clone", Clone, count, Order::Inserted, (1.0, None)));
    }
    for (count, targets) in [(1000, (0.78, Some(1.0))), (100_000, (0.9, Some(1.0)))] {
        rows.push(word_row("swapRemove all", SwapRemove, count, Order::Permuted, targets));
    }
    let targets = (0.31, Some(0.41));
    rows.push(word_row("orderedRemove all", OrderedRemove, 1000, Order::Permuted, targets));
    for (count, build, owned) in [
        (6, (0.95, Some(0.94)), (1.0, Some(1.0))),
        (1000, (0.98, Some(0.94)), (1.0, Some(1.0))),
        (100_000, (1.0, Some(1.0)), (1.0, Some(1.0))),
    ] {
        let one = (1.0, Some(1.0));
        rows.push(string_row("build+free borrowed", Build, count, Order::Inserted, build));
        rows.push(string_row("build+free owned", BuildOwned, count, Order::Inserted, owned));
        rows.push(string_row("get hit", Get, count, Order::Drawn, one));
        rows.push(string_row("get miss", Get, count, Order::Absent, one));
        rows.push(string_row("iterate", Iterate, count, Order::Inserted, one));
    }
    rows
}

/// Which keys an iteration visits.
#[derive(Clone, Copy)]
enum Order {
    /// All, as they were inserted.
    Inserted,
    /// All, in one order after another, [`VISITS_MIN`] or nearly as many.
    Permuted,
    /// [`VISITS_MIN`] or more, each any of them.
    Drawn,
    /// None of them; as many.
    Absent,
}

/// The numbers of the keys to visit; those from `count` on are not in the map.
fn visits(order: Order, count: usize) -> Vec<usize> {
    let mut random = Random::new(SEED + count as u64);
    let lookups = count.max(VISITS_MIN);
    match order {
        Order::Inserted => (0..count).collect(),
        Order::Permuted => {
            let orders = (0..(VISITS_MIN / count).max(1)).map(|_| permutation(count, &mut random));
            orders.flatten().collect()
        }
        Order::Drawn => (0..lookups).map(|_| random.below(count as u32) as usize).collect(),
        Order::Absent => {
            (0..lookups).map(|_| count + random.below(count as u32) as usize).collect()
        }
    }
}

fn permutation(count: usize, random: &mut Random) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    for end in (1..count).rev() {
        order.swap(end, random.below(end as u32 + 1) as usize);
    }
    order
}

/// The check value, by arithmetic: values are the numbers of their keys.
fn expected(kind: ArrayMapLoop, count: usize, visits: &[usize], key_sum: u64) -> u64 {
    let values = (count * (count - 1) / 2) as u64;
    match kind {
        ArrayMapLoop::Build | ArrayMapLoop::BuildOwned | ArrayMapLoop::Clone => {
            2 * count as u64 - 1
        }
        ArrayMapLoop::Get => visits.iter().map(|&at| if at < count { at as u64 } else { 1 }).sum(),
        ArrayMapLoop::Iterate => key_sum.wrapping_add(values),
        ArrayMapLoop::SwapRemove | ArrayMapLoop::OrderedRemove => {
            values * (visits.len() / count) as u64
        }
    }
}

/// As many keys as the map has, and as many again that it has not.
fn number_keys(count: usize) -> Vec<u64> {
    words(SEED, 2 * count)
}

/// The same with strings as a bundler meets them, each with its number behind it.
fn string_keys(count: usize) -> Vec<Vec<u8>> {
    let keys = KeySet::realistic(SEED, 2 * count);
    keys.iter().enumerate().map(|(at, key)| [key, at.to_string().as_bytes()].concat()).collect()
}

fn word_row(
    name: &str,
    kind: ArrayMapLoop,
    count: usize,
    order: Order,
    (zig_target, crate_target): Targets,
) -> Row {
    let visits = visits(order, count);
    let key_sum = number_keys(count)[..count].iter().fold(0_u64, |sum, key| sum.wrapping_add(*key));
    Row {
        ops_per_iteration: visits.len() as u64,
        ..Row::new(
            GROUP,
            format!("u64 {name} N={count}"),
            format!("random keys and values of 64 bits; {count} entries"),
            expected(kind, count, &visits, key_sum),
            move || {
                let all = number_keys(count);
                let keys: Rc<[u64]> = visits.iter().map(|&at| all[at]).collect();
                let all = &all[..count];
                let mut contenders = vec![
                    Contender::rival(
                        "indexmap, same hash",
                        loop_over::<_, IndexMap<u64, u64, Same>>(kind, all, Rc::clone(&keys)),
                    )
                    .target(crate_target),
                    orientation::<_, IndexMap<u64, u64, FixedState>>(kind, all, &keys),
                ];
                for (label, c) in zig_allocators() {
                    if let Some(zig) = zig() {
                        let mut map = ArrayMapBench::words(zig, c, all);
                        let keys = Rc::clone(&keys);
                        let run = move |n| map.run_words(kind, &keys, n);
                        contenders.push(Contender::zig(label, run).target(zig_target));
                    }
                }
                contenders
                    .push(Contender::ours("ArrayHashMap", loop_over::<_, Words>(kind, all, keys)));
                contenders
            },
        )
    }
}

fn string_row(
    name: &str,
    kind: ArrayMapLoop,
    count: usize,
    order: Order,
    (zig_target, crate_target): Targets,
) -> Row {
    let visits = visits(order, count);
    let key_sum = string_keys(count)[..count].iter().map(|key| key.len() as u64).sum();
    Row {
        ops_per_iteration: visits.len() as u64,
        ..Row::new(
            GROUP,
            format!("str {name} N={count}"),
            format!("names and paths of 4 to 46 bytes, values of 64 bits; {count} entries"),
            expected(kind, count, &visits, key_sum),
            move || {
                let all = leak(string_keys(count));
                let copies = leak(string_keys(count));
                let keys: Rc<[&'static [u8]]> = visits.iter().map(|&at| copies[at]).collect();
                let all = &all[..count];
                let owned = matches!(kind, ArrayMapLoop::BuildOwned);
                let mut contenders = string_rivals(kind, all, &keys, owned, crate_target);
                for (label, c) in zig_allocators() {
                    if let Some(zig) = zig() {
                        let mut map = ArrayMapBench::strings(zig, c, all);
                        let keys = ArrayMapKeys::new(&keys);
                        let run = move |n| map.run_strings(kind, &keys, n);
                        contenders.push(Contender::zig(label, run).target(zig_target));
                    }
                }
                contenders.push(if owned {
                    let run = loop_over::<_, StringArrayHashMap<u64>>(kind, all, keys);
                    Contender::ours("StringArrayHashMap", run)
                } else {
                    let run = loop_over::<_, Borrowed>(kind, all, keys);
                    Contender::ours("ArrayHashMap<&[u8]>", run)
                });
                contenders
            },
        )
    }
}

fn string_rivals(
    kind: ArrayMapLoop,
    all: &[&'static [u8]],
    keys: &Rc<[&'static [u8]]>,
    owned: bool,
    target: Option<f64>,
) -> Vec<Contender> {
    type OfBoxes<S> = IndexMap<Box<[u8]>, u64, S>;
    type OfSlices<S> = IndexMap<&'static [u8], u64, S>;
    if owned {
        let run = loop_over::<_, OfBoxes<Same>>(kind, all, Rc::clone(keys));
        let rival = Contender::rival("indexmap, same hash", run).target(target);
        vec![rival, orientation::<_, OfBoxes<FixedState>>(kind, all, keys)]
    } else {
        let run = loop_over::<_, OfSlices<Same>>(kind, all, Rc::clone(keys));
        let rival = Contender::rival("indexmap, same hash", run).target(target);
        vec![rival, orientation::<_, OfSlices<FixedState>>(kind, all, keys)]
    }
}

/// `indexmap` with the hasher its users would take, whose hashes are not Zig's.
fn orientation<Q: Copy + 'static, M: Map<Q> + 'static>(
    kind: ArrayMapLoop,
    all: &[Q],
    keys: &Rc<[Q]>,
) -> Contender {
    let run = loop_over::<Q, M>(kind, all, Rc::clone(keys));
    Contender::with_role("indexmap, foldhash", crate::row::Role::Reference, run)
}

fn zig_allocators() -> [(&'static str, Option<&'static CAllocator>); 2] {
    let mimalloc: &'static CAllocator = Box::leak(Box::new(mimalloc_for_zig()));
    [("array_hash_map, mimalloc", Some(mimalloc)), ("array_hash_map, smp", None)]
}

/// Leaked: closures hold the strings, and a row is built a few times in a process.
fn leak(strings: Vec<Vec<u8>>) -> Rc<[&'static [u8]]> {
    strings.into_iter().map(|string| &*string.leak()).collect()
}
