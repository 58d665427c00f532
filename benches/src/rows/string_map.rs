//! Maps of byte strings, owned and borrowed, with and without a hash that is known.
//!
//! The crate in these rows is `hashbrown` with the same hash and `==` of slices. It is not in Zig's
//! order.

use alloc::collections::BTreeSet;
use alloc::rc::Rc;
use core::hint::black_box;
use std::sync::OnceLock;

use bun_collections::StringHashMap;
use bun_wyhash::hash;
use hashbrown::HashTable;
use zig_oracle::{BenchStringMap, BenchStrings};

use super::alloc_loops::mimalloc_for_zig;
use super::zig;
use crate::input::{KeySet, Random};
use crate::row::{Contender, Role, Row};

const GROUP: &str = "string map";
const SEED: u64 = 0x57_72_69;
/// So many lookups are one sequence: a predictor remembers several thousand.
const SEQUENCE: usize = 1 << 17;

/// Different strings, of which the first are in the map and as many others are not. Lookups are
/// about copies in another order.
struct Inputs {
    keys: Vec<&'static [u8]>,
    hits: Vec<&'static [u8]>,
    misses: Vec<&'static [u8]>,
}

/// Returns the inputs of a size, made once in a process.
fn inputs(count: usize) -> &'static Inputs {
    static SMALL: OnceLock<Inputs> = OnceLock::new();
    static LARGE: OnceLock<Inputs> = OnceLock::new();
    let cell = if count == 1000 { &SMALL } else { &LARGE };
    cell.get_or_init(|| {
        let mut random = Random::new(SEED);
        let set: BTreeSet<Vec<u8>> =
            KeySet::realistic(SEED, 4 * count).iter().map(Vec::from).collect();
        let mut texts: Vec<Vec<u8>> = set.into_iter().collect();
        shuffle(&mut texts, &mut random);
        let keys = placed(&texts[..count]);
        let copies = placed(&texts[..count]);
        let others = placed(&texts[count..2 * count]);
        Inputs { keys, hits: orders(&copies, &mut random), misses: orders(&others, &mut random) }
    })
}

/// Copies strings one behind the other, as in a source text. They live as long as the process.
fn placed(texts: &[Vec<u8>]) -> Vec<&'static [u8]> {
    let mut rest: &'static [u8] = texts.concat().leak();
    let mut placed = Vec::new();
    for text in texts {
        let (text, others) = rest.split_at(text.len());
        placed.push(text);
        rest = others;
    }
    placed
}

fn shuffle<T>(items: &mut [T], random: &mut Random) {
    for end in (1..items.len()).rev() {
        items.swap(end, random.below(end as u32 + 1) as usize);
    }
}

fn orders(texts: &[&'static [u8]], random: &mut Random) -> Vec<&'static [u8]> {
    let mut all = Vec::new();
    while all.len() < SEQUENCE.max(texts.len()) {
        let start = all.len();
        all.extend_from_slice(texts);
        shuffle(&mut all[start..], random);
    }
    all
}

fn for_zig(texts: &[&'static [u8]]) -> BenchStrings {
    texts.iter().copied().collect()
}

pub(super) fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for count in [1000, 100_000] {
        rows.extend([
            build("build+free borrowed", count, false),
            build("build+free owned", count, true),
            get("get hit", count, true),
            get("get miss", count, false),
            get_hashed(count),
        ]);
    }
    rows
}

fn build(what: &str, count: usize, owned: bool) -> Row {
    let input = "names and paths of 3 to 40 bytes with values of eight; mimalloc on both sides";
    let contenders = move || {
        let keys = &inputs(count).keys[..];
        let mut contenders = Vec::new();
        contenders.extend(zig().map(|zig| {
            let keys = for_zig(keys);
            let c = mimalloc_for_zig();
            let run = move |n| zig.string_map_build(c, &keys, owned, n);
            Contender::zig("StringHashMap, mimalloc", run).target(0.67)
        }));
        contenders.push(Contender::ours("StringHashMap", move |n| {
            repeat(n, || {
                let mut map = StringHashMap::<u64>::new();
                for (number, &key) in keys.iter().enumerate() {
                    let number = number as u64;
                    let put =
                        if owned { map.put(key, number) } else { map.put_static_key(key, number) };
                    put.expect("memory");
                }
                map.count() as u64
            })
        }));
        if owned {
            contenders.push(Contender::rival("hashbrown, same hash", move |n| {
                repeat(n, || table(keys, Box::<[u8]>::from).len() as u64)
            }));
        } else {
            contenders.push(Contender::rival("hashbrown, same hash", move |n| {
                repeat(n, || table(keys, |key| key).len() as u64)
            }));
            contenders.push(Contender::with_role("hashbrown, foldhash", Role::Reference, {
                move |n| repeat(n, || fold_map(keys).len() as u64)
            }));
        }
        contenders
    };
    let name = format!("{what} N={count}");
    Row {
        ops_per_iteration: count as u64,
        ..Row::new(GROUP, name, input, count as u64, contenders)
    }
}

/// Adds up what `step` returns.
fn repeat(iterations: u64, mut step: impl FnMut() -> u64) -> u64 {
    (0..iterations).fold(0, |sum: u64, _| sum.wrapping_add(black_box(step())))
}

fn table<K: AsRef<[u8]>>(
    keys: &[&'static [u8]],
    own: impl Fn(&'static [u8]) -> K,
) -> HashTable<(K, u64)> {
    let mut table = HashTable::new();
    for (number, &key) in keys.iter().enumerate() {
        let entry = table.entry(
            hash(key),
            |(other, _): &(K, u64)| other.as_ref() == key,
            |(other, _)| hash(other.as_ref()),
        );
        entry.or_insert_with(|| (own(key), number as u64)).into_mut().1 = number as u64;
    }
    table
}

type FoldMap = hashbrown::HashMap<&'static [u8], u64, foldhash::fast::FixedState>;

fn fold_map(keys: &[&'static [u8]]) -> FoldMap {
    let mut map = FoldMap::default();
    for (number, &key) in keys.iter().enumerate() {
        map.insert(key, number as u64);
    }
    map
}

fn ours(keys: &'static [&'static [u8]]) -> StringHashMap<u64> {
    let mut map = StringHashMap::new();
    for (number, key) in keys.iter().enumerate() {
        map.put_static_key(key, number as u64).expect("memory");
    }
    map
}

/// Looks all strings up each iteration, and adds up what `value` returns.
#[inline(always)]
fn look_up(texts: &[&[u8]], iterations: u64, value: impl Fn(&[u8]) -> Option<u64>) -> u64 {
    let mut sum = 0_u64;
    for _ in 0..iterations {
        for text in texts {
            sum = sum.wrapping_add(value(text).unwrap_or(1));
        }
        sum = black_box(sum);
    }
    sum
}

/// Returns the lookups, and the sum of what they find.
fn lookups(count: usize, hit: bool) -> (&'static [&'static [u8]], u64) {
    let inputs = inputs(count);
    if !hit {
        return (&inputs.misses, inputs.misses.len() as u64);
    }
    let rounds = inputs.hits.len().div_ceil(count) as u64;
    (&inputs.hits, rounds * (count as u64 * (count as u64 - 1) / 2))
}

fn get(what: &str, count: usize, hit: bool) -> Row {
    let (texts, expected) = lookups(count, hit);
    let contenders = move || {
        let keys = &inputs(count).keys[..];
        let mut contenders = Vec::new();
        contenders.extend(zig().map(|zig| {
            let mut map = BenchStringMap::new(zig, mimalloc_for_zig(), &for_zig(keys));
            let texts = for_zig(texts);
            Contender::zig("std.StringHashMap", move |n| map.get(&texts, n)).target(0.67)
        }));
        let map = ours(keys);
        contenders.push(Contender::ours("StringHashMap", move |n| {
            look_up(texts, n, |text| map.get(text).copied())
        }));
        let brown = table(keys, |key| key);
        let same = Contender::rival("hashbrown, same hash", move |n| {
            look_up(texts, n, |text| {
                brown.find(hash(text), |(key, _)| *key == text).map(|(_, value)| *value)
            })
        });
        contenders.push(same.target(1.0));
        let fold = fold_map(keys);
        contenders.push(Contender::with_role("hashbrown, foldhash", Role::Reference, {
            move |n| look_up(texts, n, |text| fold.get(text).copied())
        }));
        contenders
    };
    let (name, input) = (format!("{what} N={count}"), "copies of keys in other orders");
    Row {
        ops_per_iteration: texts.len() as u64,
        ..Row::new(GROUP, name, input, expected, contenders)
    }
}

fn get_hashed(count: usize) -> Row {
    let (texts, expected) = lookups(count, true);
    let contenders = move || {
        let keys = &inputs(count).keys[..];
        let hashed: Rc<[(u64, &[u8])]> = texts.iter().map(|text| (hash(text), *text)).collect();
        let mut contenders = Vec::new();
        contenders.extend(zig().map(|zig| {
            let mut map = BenchStringMap::new(zig, mimalloc_for_zig(), &for_zig(keys));
            let hashes: Vec<u64> = hashed.iter().map(|(hash, _)| *hash).collect();
            let texts = for_zig(texts);
            let run = move |n| map.get_hashed(&texts, &hashes, n);
            Contender::zig("getAdapted", run).target(0.67)
        }));
        let sum = |hashed: &[(u64, &[u8])], n, value: &dyn Fn(u64, &[u8]) -> Option<u64>| {
            let pass = || {
                hashed.iter().fold(0_u64, |sum, (hash, text)| {
                    sum.wrapping_add(value(*hash, text).unwrap_or(1))
                })
            };
            repeat(n, pass)
        };
        let (map, texts) = (ours(keys), Rc::clone(&hashed));
        contenders.push(Contender::ours("get_hashed", move |n| {
            sum(&texts, n, &|hash, text| map.get_hashed(hash, text).copied())
        }));
        let (brown, texts) = (table(keys, |key| key), hashed);
        let same = Contender::rival("hashbrown, same hash", move |n| {
            sum(&texts, n, &|hash, text| {
                brown.find(hash, |(key, _)| *key == text).map(|(_, value)| *value)
            })
        });
        contenders.push(same.target(1.0));
        contenders
    };
    let (name, input) = (format!("get hit prehashed N={count}"), "copies of keys and their hashes");
    Row {
        ops_per_iteration: texts.len() as u64,
        ..Row::new(GROUP, name, input, expected, contenders)
    }
}
