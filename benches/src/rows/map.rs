//! Hash maps of integers and of borrowed strings, and what happens when an attacker chooses them.
//!
//! The crate in these rows is `hashbrown` with the same hash. It scans groups of slots from where
//! a group of sixteen begins, in an order that is not Zig's, and fills seven eighths of the slots.

use alloc::rc::Rc;
use core::cell::Cell;
use core::hash::BuildHasherDefault;
use core::time::Duration;
use std::time::Instant;

use bun_collections::HashMap;
use bun_collections::hash_map::{AutoContext, HashContext, SeededContext, StringContext};
use zig_oracle::BenchMap;

use super::alloc_loops::mimalloc_for_zig;
use super::map_keys::{
    Keys, SameHash, colliding_texts, colliding_words, lookups, of_texts, of_words, ring,
};
use super::map_loops::{InZig, Key, Native, Subject};
use super::zig;
use crate::row::{Answer, Contender, Role, Row};

const GROUP: &str = "map";

type Ours<K, C> = Native<HashMap<K, u64, C>>;
type Brown<K> = Native<hashbrown::HashMap<K, u64, BuildHasherDefault<SameHash>>>;
type Fold<K> = Native<hashbrown::HashMap<K, u64, foldhash::fast::FixedState>>;

/// What we want to be at most, as a share of the time of Zig and of the crate.
#[derive(Clone, Copy)]
struct Targets {
    zig: f64,
    same_hash: Option<f64>,
}

pub(super) fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for count in [1000, 1_000_000] {
        let large = count > 1000;
        let pick = |small: f64, big: f64| if large { big } else { small };
        rows.extend([
            build("u64", of_words, count, false, pick(0.8, 0.5)),
            build("u64", of_words, count, true, pick(0.8, 0.5)),
            lookup("u64 get hit", of_words, count, true, pick(0.8, 0.6)),
            lookup("u64 get miss", of_words, count, false, pick(0.66, 0.47)),
            iterate(count, pick(0.44, 0.4)),
            remove_all(count),
            churn(count / 4 * 3, pick(0.1, 0.4)),
        ]);
    }
    for count in [1000, 100_000] {
        rows.extend([
            build("borrowed str", of_texts, count, false, 0.67),
            lookup("borrowed str get hit", of_texts, count, true, 0.67),
            lookup("borrowed str get miss", of_texts, count, false, 0.67),
        ]);
    }
    rows.extend([
        flood::<u64, AutoContext>("flood u64, equal low bits", colliding_words),
        flood::<&'static [u8], StringContext>("flood str, equal hashes", colliding_texts),
    ]);
    rows
}

/// A context for the keys of a row that Zig's map has, too.
trait Plain: Key {
    type Context: HashContext<Self> + Default + 'static;
    const IS_TEXT: bool;
}

impl Plain for u64 {
    type Context = AutoContext;
    const IS_TEXT: bool = false;
}

impl Plain for &'static [u8] {
    type Context = StringContext;
    const IS_TEXT: bool = true;
}

fn zig_map<K: Plain>(smp: bool) -> Option<InZig<K>> {
    Some(InZig::new(BenchMap::new(zig()?, K::IS_TEXT, mimalloc_for_zig(), smp)))
}

/// Zig, ours, and the crate with the same hash and with its favourite, each in a contender.
fn everybody<K: Plain>(
    targets: Targets,
    contender: impl Fn(&'static str, Role, Box<dyn Subject<K>>) -> Contender,
) -> Vec<Contender> {
    let mut contenders = Vec::new();
    for (label, smp) in [("mimalloc", false), ("smp_allocator", true)] {
        let map = zig_map(smp);
        contenders
            .extend(map.map(|map| contender(label, Role::Zig, Box::new(map)).target(targets.zig)));
    }
    contenders.push(contender("HashMap", Role::Ours, Box::<Ours<K, K::Context>>::default()));
    let same = contender("hashbrown, same hash", Role::Crate, Box::<Brown<K>>::default());
    contenders.push(same.target(targets.same_hash));
    contenders.push(contender("hashbrown, foldhash", Role::Reference, Box::<Fold<K>>::default()));
    contenders
}

/// States the answer, which takes the keys to compute: they are made for rows that run only.
fn answering(answer: u64, contender: Contender) -> Contender {
    Contender { answer: Answer::Own(answer), ..contender }
}

fn sum<K: Key>(keys: &[K]) -> u64 {
    keys.iter().fold(0, |sum: u64, key| sum.wrapping_add(!key.word()))
}

fn build<K: Plain>(
    what: &str,
    keys: fn(usize) -> Keys<K>,
    count: usize,
    presized: bool,
    zig: f64,
) -> Row {
    let name = if presized { "presized" } else { "growing" };
    Row {
        ops_per_iteration: count as u64,
        ..Row::new(
            GROUP,
            format!("{what} build+free {name} N={count}"),
            format!("{count} keys with values of eight bytes; mimalloc on both sides, and smp"),
            count as u64,
            move || {
                let sets = keys(count).sets;
                everybody(Targets { zig, same_hash: Some(1.0) }, |label, role, mut subject| {
                    let run = move |n| subject.build(sets, count, presized, n);
                    Contender::with_role(label, role, run)
                })
            },
        )
    }
}

fn lookup<K: Plain>(
    what: &str,
    keys: fn(usize) -> Keys<K>,
    count: usize,
    hit: bool,
    zig: f64,
) -> Row {
    let found = if hit { "all of them there" } else { "none of them there" };
    Row {
        ops_per_iteration: lookups(count) as u64,
        ..Row::new(
            GROUP,
            format!("{what} N={count}"),
            format!("random keys, copied and in a new order, {found}"),
            0,
            move || {
                let keys = keys(count);
                let wanted = if hit { keys.hits } else { keys.misses };
                let answer = if hit { sum(wanted) } else { wanted.len() as u64 };
                everybody(Targets { zig, same_hash: Some(1.0) }, |label, role, mut subject| {
                    subject.fill(keys.inserted());
                    let run = move |n| subject.get(wanted, n);
                    answering(answer, Contender::with_role(label, role, run))
                })
            },
        )
    }
}

fn iterate(count: usize, zig: f64) -> Row {
    Row {
        ops_per_iteration: count as u64,
        ..Row::new(
            GROUP,
            format!("u64 iterate N={count}"),
            "random keys and their values, in the order of the slots",
            0,
            move || {
                let keys = of_words(count).inserted();
                let step = |sum: u64, key: &u64| sum.wrapping_add(key ^ (!key).rotate_left(1));
                let answer = keys.iter().fold(0, step);
                everybody(Targets { zig, same_hash: Some(1.0) }, |label, role, mut subject| {
                    subject.fill(keys);
                    let run = move |n| subject.iterate(n);
                    answering(answer, Contender::with_role(label, role, run))
                })
            },
        )
    }
}

fn remove_all(count: usize) -> Row {
    Row {
        ops_per_iteration: count as u64,
        ..Row::new(
            GROUP,
            format!("u64 remove all N={count}"),
            "random keys, removed in another order; filling the map again is not timed",
            0,
            move || {
                let keys = of_words(count);
                let removed: Rc<[u64]> = keys.shuffled().into();
                everybody(Targets { zig: 1.0, same_hash: None }, |label, role, mut subject| {
                    let aside = Rc::<Cell<Duration>>::default();
                    let prepared = Rc::clone(&aside);
                    let (sets, removed) = (keys.sets, Rc::clone(&removed));
                    let run = move |n| {
                        prepared.set(Duration::ZERO);
                        (0..n as usize).fold(0, |sum: u64, iteration| {
                            let first = iteration % (sets.len() / count) * count;
                            let start = Instant::now();
                            subject.fill(&sets[first..first + count]);
                            prepared.set(prepared.get() + start.elapsed());
                            sum.wrapping_add(subject.remove(&removed[first..first + count]))
                        })
                    };
                    let answer = sum(keys.inserted());
                    answering(answer, Contender::with_role(label, role, run).aside(aside))
                })
            },
        )
    }
}

fn churn(live: usize, zig: f64) -> Row {
    const STEPS: usize = 1024;
    Row {
        ops_per_iteration: STEPS as u64,
        ..Row::new(
            GROUP,
            format!("u64 steady churn N={live}"),
            "the oldest of so many keys is removed and another one put in, over and over",
            (STEPS as u64).wrapping_mul(u64::MAX),
            move || {
                let ring = ring(live);
                everybody(Targets { zig, same_hash: Some(1.0) }, |label, role, mut subject| {
                    subject.fill(&ring[..live]);
                    let mut at = 0;
                    Contender::with_role(label, role, move |n| {
                        (0..n).fold(0, |sum: u64, _| {
                            at += STEPS;
                            sum.wrapping_add(subject.churn(ring, live, at - STEPS, STEPS))
                        })
                    })
                })
            },
        )
    }
}

/// A thousand keys that collide: the seeded context, which has to be chosen for such keys, is ours
/// here, and the default one a variant.
fn flood<K: Plain, C: HashContext<K> + Default + 'static>(
    name: &str,
    keys: fn(usize) -> Keys<K>,
) -> Row
where
    SeededContext: HashContext<K>,
{
    const COUNT: usize = 1000;
    Row {
        ops_per_iteration: lookups(COUNT) as u64,
        ..Row::new(
            GROUP,
            name,
            format!("{COUNT} keys that an attacker chose, each looked up"),
            0,
            move || {
                let keys = keys(COUNT);
                let contender = |label, role, mut subject: Box<dyn Subject<K>>| {
                    subject.fill(keys.inserted());
                    let run = move |n| subject.get(keys.hits, n);
                    answering(sum(keys.hits), Contender::with_role(label, role, run))
                };
                let mut contenders = Vec::new();
                contenders.extend(
                    zig_map(false)
                        .map(|map| contender("no seed", Role::Zig, Box::new(map)).target(0.2)),
                );
                let plain = Box::<Ours<K, C>>::default();
                contenders.push(contender("HashMap, no seed", Role::Variant, plain));
                let seeded = Box::<Ours<K, SeededContext>>::default();
                contenders.push(contender("HashMap, seeded", Role::Ours, seeded));
                let fold =
                    Native::<hashbrown::HashMap<K, u64, foldhash::fast::RandomState>>::default();
                contenders.push(contender("hashbrown, foldhash", Role::Reference, Box::new(fold)));
                contenders
            },
        )
    }
}
