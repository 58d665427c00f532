//! Multi-array lists: rows of 15 bytes in four columns.
//!
//! Everybody allocates from one mimalloc heap. The loops that remove append as many rows again, so
//! that each iteration finds the list as long as the one before.

use core::hint::black_box;

use bun_collections::{MultiArrayElement, MultiArrayList};
use soa_rs::{Soa, Soars};
use zig_oracle::MultiArrayLoop;

use super::alloc_loops::mimalloc_for_zig;
use super::zig;
use crate::input::{Random, words};
use crate::row::{Contender, Row, Unit};

const GROUP: &str = "mal";
const SEED: u64 = 0x3a1;
/// By how much the keys are rotated before each sort: a branch predictor learns a small input.
const TURN: usize = 367;

/// A row of the lists.
#[derive(Clone, Copy, MultiArrayElement)]
struct File {
    flags: u8,
    key: u64,
    kind: u16,
    size: u32,
}

impl File {
    #[inline(always)]
    fn of(key: u64) -> Self {
        Self { flags: (key >> 56) as u8, key, kind: (key >> 32) as u16, size: key as u32 }
    }

    #[inline(always)]
    fn sum(self) -> u64 {
        let small = u64::from(self.size) + u64::from(self.kind) + u64::from(self.flags);
        self.key.wrapping_add(small)
    }
}

/// The same for the other derive macro, which makes types of the same names.
#[derive(Soars)]
struct Rival {
    flags: u8,
    key: u64,
    kind: u16,
    size: u32,
}

impl Rival {
    #[inline(always)]
    fn of(key: u64) -> Self {
        let File { flags, key, kind, size } = File::of(key);
        Self { flags, key, kind, size }
    }
}

impl RivalRef<'_> {
    #[inline(always)]
    fn sum(self) -> u64 {
        let Self { flags, key, kind, size } = self;
        File { flags: *flags, key: *key, kind: *kind, size: *size }.sum()
    }
}

pub(super) fn rows() -> Vec<Row> {
    let appends = [1000, 100_000].into_iter().flat_map(|count| {
        let growing = if count == 1000 { 0.37 } else { 0.47 };
        [
            append(MultiArrayLoop::AppendGrowing, "append growing", count, growing),
            append(MultiArrayLoop::AppendPresized, "append presized", count, 0.8),
        ]
    });
    let reads = [1000, 1_000_000].into_iter().flat_map(|count| [sum_column(count), get(count)]);
    let removals = [swap_remove(1000, 1.0), swap_remove(100_000, 0.94), ordered_remove(10_000)];
    let sorts = [(1000, 0.76), (10_000, 0.65), (100_000, 0.7)];
    let sorts = sorts.map(|(count, target)| sort(MultiArrayLoop::SortUnstable, count, target));
    let stable = sort(MultiArrayLoop::Sort, 1000, 0.026);
    appends.chain(reads).chain(removals).chain([stable]).chain(sorts).collect()
}

fn keys(count: usize) -> Vec<u64> {
    words(SEED, count)
}

/// Random indices, each within a list of `count` rows from which the ones before are removed.
fn removals(count: usize) -> Vec<u32> {
    let mut random = Random::new(SEED + 1);
    (0..count / 2).map(|gone| random.below((count - gone) as u32)).collect()
}

/// A list with exactly the rows of `keys`.
fn list(keys: &[u64]) -> MultiArrayList<File> {
    let mut list = MultiArrayList::with_capacity(keys.len());
    keys.iter().for_each(|key| list.append_assume_capacity(File::of(*key)));
    list
}

fn soa(keys: &[u64]) -> Soa<Rival> {
    let mut soa = Soa::<Rival>::with_capacity(keys.len());
    keys.iter().for_each(|key| soa.push(Rival::of(*key)));
    soa
}

/// Zig's contender, which gets its own copy of the input.
fn original(
    loop_: MultiArrayLoop,
    keys: &[u64],
    order: &[u32],
    target: f64,
) -> impl Iterator<Item = Contender> + use<> {
    let (keys, order) = (keys.to_vec(), order.to_vec());
    zig().into_iter().map(move |zig| {
        let mimalloc = mimalloc_for_zig();
        let (keys, order) = (keys.clone(), order.clone());
        let run = move |n| zig.multi_array(loop_, &mimalloc, &keys, &order, n);
        Contender::zig("std.MultiArrayList", run).target(target)
    })
}

/// A contender that calls `iteration` on `state` and adds up what it returns.
fn adding<S: 'static>(mut state: S, iteration: impl Fn(&mut S) -> u64 + 'static) -> BoxedRun {
    Box::new(move |n| (0..n).fold(0, |sum: u64, _| sum.wrapping_add(iteration(&mut state))))
}

type BoxedRun = crate::row::Run;

fn append(loop_: MultiArrayLoop, what: &str, count: usize, target: f64) -> Row {
    let presized = matches!(loop_, MultiArrayLoop::AppendPresized);
    let expected = File::of(keys(count)[count - 1]).sum();
    Row {
        ops_per_iteration: count as u64,
        ..Row::new(
            GROUP,
            format!("{what} N={count}"),
            format!("{count} rows appended to an empty list, which is then freed"),
            expected,
            move || {
                let keys = keys(count);
                let mut contenders: Vec<_> = original(loop_, &keys, &[], target).collect();
                let rival = adding(keys.clone(), move |keys| {
                    let mut soa: Soa<Rival> =
                        if presized { Soa::with_capacity(keys.len()) } else { Soa::new() };
                    keys.iter().for_each(|key| soa.push(Rival::of(*key)));
                    let soa = black_box(&soa);
                    soa.idx(soa.len() - 1).sum()
                });
                contenders.push(Contender::rival("soa-rs", rival).target(1.0));
                let ours = adding(keys, move |keys| {
                    let mut list = MultiArrayList::new();
                    if presized {
                        list = self::list(keys);
                    } else {
                        for key in keys.iter() {
                            list.append(File::of(*key)).expect("memory");
                        }
                    }
                    let list = black_box(&list);
                    list.get(list.len() - 1).sum()
                });
                contenders.push(Contender::ours("MultiArrayList", ours));
                contenders
            },
        )
    }
}

fn sum_column(count: usize) -> Row {
    let expected = keys(count).iter().map(|key| u64::from(*key as u32)).sum::<u64>();
    Row {
        ops_per_iteration: 1,
        bytes_per_op: 4 * count as u64,
        unit: Unit::GigabytesPerSecond,
        ..Row::new(
            GROUP,
            format!("sum one u32 column N={count}"),
            format!("one column of {count} rows"),
            expected,
            move || {
                let keys = keys(count);
                let mut contenders: Vec<_> =
                    original(MultiArrayLoop::SumColumn, &keys, &[], 1.0).collect();
                let rival = adding(soa(&keys), |soa| {
                    black_box(&*soa).slices().size.iter().map(|size| u64::from(*size)).sum()
                });
                contenders.push(Contender::rival("soa-rs", rival).target(1.0));
                let ours = adding(list(&keys), |list| {
                    let sizes = black_box(&*list).items::<file_fields::size>();
                    sizes.iter().map(|size| u64::from(*size)).sum()
                });
                contenders.push(Contender::ours("MultiArrayList", ours));
                contenders
            },
        )
    }
}

fn get(count: usize) -> Row {
    const READS: usize = 4096;
    let order = move || -> Vec<u32> {
        let mut random = Random::new(SEED + 2);
        (0..READS).map(|_| random.below(count as u32)).collect()
    };
    let keys_ = keys(count);
    let sums = order().into_iter().map(|index| File::of(keys_[index as usize]).sum());
    let expected = sums.fold(0, u64::wrapping_add);
    Row {
        ops_per_iteration: READS as u64,
        ..Row::new(
            GROUP,
            format!("get(i) random whole row N={count}"),
            format!("{READS} rows of {count}"),
            expected,
            move || {
                let (keys, order) = (keys(count), order());
                let mut contenders: Vec<_> =
                    original(MultiArrayLoop::Get, &keys, &order, 1.0).collect();
                let rival = adding((soa(&keys), order.clone()), |(soa, order)| {
                    let soa = black_box(&*soa);
                    order
                        .iter()
                        .fold(0, |sum: u64, index| sum.wrapping_add(soa.idx(*index as usize).sum()))
                });
                contenders.push(Contender::rival("soa-rs", rival).target(1.0));
                let ours = adding((list(&keys), order), |(list, order)| {
                    let rows = black_box(&*list).slice();
                    order.iter().fold(0, |sum: u64, index| {
                        sum.wrapping_add(rows.get(*index as usize).sum())
                    })
                });
                contenders.push(Contender::ours("MultiArrayList", ours));
                contenders
            },
        )
    }
}

fn swap_remove(count: usize, target: f64) -> Row {
    let removed = removals(count);
    let mut model = keys(count);
    for index in &removed {
        model.swap_remove(*index as usize);
    }
    model.extend(removed.iter().map(|index| u64::from(*index)));
    Row {
        ops_per_iteration: count as u64 / 2,
        ..Row::new(
            GROUP,
            format!("swapRemove half, random, and append again N={count}"),
            format!("{} removals from {count} rows, then as many appends", count / 2),
            model[0],
            move || {
                let (keys, order) = (keys(count), removals(count));
                let mut contenders: Vec<_> =
                    original(MultiArrayLoop::SwapRemove, &keys, &order, target).collect();
                let rival = adding((soa(&keys), order.clone()), |(soa, order)| {
                    for index in order.iter() {
                        soa.swap_remove(*index as usize);
                    }
                    order.iter().for_each(|index| soa.push(Rival::of(u64::from(*index))));
                    soa.slices().key[0]
                });
                contenders.push(Contender::rival("soa-rs", rival).target(1.0));
                let ours = adding((list(&keys), order), |(list, order)| {
                    for index in order.iter() {
                        list.swap_remove(*index as usize);
                    }
                    for index in order.iter() {
                        list.append_assume_capacity(File::of(u64::from(*index)));
                    }
                    list.items::<file_fields::key>()[0]
                });
                contenders.push(Contender::ours("MultiArrayList", ours));
                contenders
            },
        )
    }
}

fn ordered_remove(count: usize) -> Row {
    let expected = keys(count)[count / 2 + 1];
    Row::new(
        GROUP,
        format!("orderedRemove middle N={count}"),
        format!("the middle of {count} rows, and a row appended"),
        expected,
        move || {
            let keys = keys(count);
            let mut contenders: Vec<_> =
                original(MultiArrayLoop::OrderedRemove, &keys, &[], 0.11).collect();
            // Each sample starts with the same keys: copying them takes as long as a few removals.
            let mut soa = soa(&keys);
            let fresh = keys.clone();
            let rival = move |n| {
                soa.slices_mut().key.copy_from_slice(&fresh);
                (0..n).fold(0, |sum: u64, _| {
                    soa.remove(soa.len() / 2);
                    soa.push(Rival::of(soa.len() as u64));
                    sum.wrapping_add(soa.slices().key[soa.len() / 2])
                })
            };
            contenders.push(Contender::rival("soa-rs", rival).target(1.0));
            let mut list = list(&keys);
            let ours = move |n| {
                list.items_mut::<file_fields::key>().copy_from_slice(&keys);
                (0..n).fold(0, |sum: u64, _| {
                    list.ordered_remove(list.len() / 2);
                    list.append_assume_capacity(File::of(list.len() as u64));
                    sum.wrapping_add(list.items::<file_fields::key>()[list.len() / 2])
                })
            };
            contenders.push(Contender::ours("MultiArrayList", ours));
            contenders
        },
    )
}

fn sort(loop_: MultiArrayLoop, count: usize, target: f64) -> Row {
    let stable = matches!(loop_, MultiArrayLoop::Sort);
    let keys_ = keys(count);
    let expected = keys_.iter().fold(u64::MAX, |least, key| least.min(*key))
        ^ keys_.iter().fold(0, |most, key| most.max(*key));
    Row {
        ops_per_iteration: count as u64,
        ..Row::new(
            GROUP,
            format!("{} by u64 N={count}", if stable { "sort" } else { "sortUnstable" }),
            format!("{count} rows with random keys, rotated each time; time per row"),
            expected,
            move || {
                let keys = keys(count);
                let mut contenders: Vec<_> = original(loop_, &keys, &[], target).collect();
                let ours = adding((list(&keys), keys, 0), move |(list, keys, turn)| {
                    let (behind, before) = keys.split_at(*turn);
                    let column = list.items_mut::<file_fields::key>();
                    column[..before.len()].copy_from_slice(before);
                    column[before.len()..].copy_from_slice(behind);
                    *turn = (*turn + TURN) % keys.len();
                    if stable {
                        list.sort(|rows, a, b| {
                            let keys = rows.items::<file_fields::key>();
                            keys[a] < keys[b]
                        });
                    } else {
                        list.sort_unstable(|rows, a, b| {
                            let keys = rows.items::<file_fields::key>();
                            keys[a] < keys[b]
                        });
                    }
                    let keys = list.items::<file_fields::key>();
                    keys[0] ^ keys[keys.len() - 1]
                });
                contenders.push(Contender::ours("MultiArrayList", ours));
                contenders
            },
        )
    }
}
