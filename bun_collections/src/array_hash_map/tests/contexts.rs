//! Contexts that lie cost answers and nothing else; adapters; keys that change.

use crate::ArrayHashMap;
use crate::array_hash_map::{ArrayHashAdapter, ArrayHashContext, AutoContext};
use core::cell::Cell;
use core::panic::AssertUnwindSafe;
use proptest::prelude::*;
use std::panic::catch_unwind;

/// Answers by the next bits of a script, whatever is asked.
#[derive(Clone, Default)]
struct Liar<const STORE: bool> {
    state: Cell<u64>,
}

impl<const STORE: bool> Liar<STORE> {
    fn next(&self) -> u64 {
        // A xorshift generator.
        let mut state = self.state.get() | 1;
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        self.state.set(state);
        state
    }
}

impl<const STORE: bool> ArrayHashContext<Box<u32>> for Liar<STORE> {
    const STORE_HASH: bool = STORE;

    fn hash(&self, _: &Box<u32>) -> u32 {
        (self.next() >> 20) as u32 & 0x8000_000f
    }

    fn eql(&self, _: &Box<u32>, _: &Box<u32>, _: usize) -> bool {
        self.next() & 0xff00 == 0
    }
}

fn lie<const STORE: bool>(seed: u64) {
    let context = Liar::<STORE> { state: Cell::new(seed) };
    let mut map = ArrayHashMap::<Box<u32>, String, Liar<STORE>>::with_context(context);
    for step in 0..if cfg!(miri) { 40_u32 } else { 400 } {
        let key = Box::new(step);
        let at = step as usize % map.len().max(1);
        match map.context().next() % 11 {
            0..5 => drop(map.put(key, step.to_string())),
            5 => drop(map.fetch_swap_remove(&key)),
            6 => drop(map.fetch_ordered_remove(&key)),
            7 if !map.is_empty() => drop(map.swap_remove_at(at)),
            8 if !map.is_empty() => drop(map.ordered_remove_at(at)),
            9 => map.sort(|keys, _, a, b| keys[a] < keys[b]),
            10 => map.re_index().expect("memory"),
            _ => drop(map.pop()),
        }
        assert!(map.iter().all(|(key, value)| **key <= step && value.parse::<u32>().is_ok()));
        assert!(map.get(&Box::new(0)).is_none_or(|value| !value.is_empty()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 200 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_lying_context_loses_keys_and_nothing_else(seed in any::<u64>()) {
        lie::<true>(seed);
        lie::<false>(seed);
    }
}

/// Looks up a number by its digits.
struct Digits;

impl ArrayHashAdapter<str, u32> for Digits {
    fn hash(&self, key: &str) -> u32 {
        AutoContext.hash(&key.parse::<u32>().expect("digits"))
    }

    fn eql(&self, a: &str, b: &u32, _b_index: usize) -> bool {
        a == b.to_string()
    }
}

#[test]
fn adapters_find_and_add_entries() {
    let mut map = ArrayHashMap::<u32, u32>::new();
    for number in 0..40_u32 {
        let text = number.to_string();
        let added = map.get_or_put_adapted(&*text, &Digits).expect("memory");
        assert!(!added.found_existing);
        (*added.key_ptr, *added.value_ptr) = (number, number * 2);
        let found = map.get_or_put_adapted(&*text, &Digits).expect("memory");
        assert_eq!((found.found_existing, found.index), (true, number as usize));
    }
    assert_eq!(map.get_adapted("39", &Digits), Some(&78));
    assert_eq!(map.get_ptr_adapted("7", &Digits), Some(&mut 14));
    assert_eq!(map.get_index_adapted("60", &Digits), None);
    assert!(map.contains_adapted("0", &Digits) && map.contains(&39));
    let hash = AutoContext.hash(&33_u32);
    assert_eq!(map.get_index_adapted_raw(hash, |key, _| *key == 33), Some(33));

    map.put_assume_capacity_context(5, 1, |key| AutoContext.hash(key), |a, b, _| a == b);
    assert_eq!((map.get(&5), map.len()), (Some(&1), 40));
}

#[test]
fn hashes_are_those_of_zig() {
    assert_eq!(
        [0_u32, 1, 42].map(|key| AutoContext.hash(&key)),
        [0xdc46_0955, 0x34d5_fb64, 0x982c_380a]
    );
}

#[test]
fn changed_keys_are_found_again_after_re_index() {
    for count in [4_u32, 40] {
        let mut map = ArrayHashMap::<u32, u32>::new();
        for key in 0..count {
            map.put(key, key).expect("memory");
        }
        map.keys_mut().iter_mut().for_each(|key| *key += 1000);
        assert!((0..count).all(|key| !map.contains(&key)), "a stale index finds nothing wrong");
        map.re_index().expect("memory");
        assert!((0..count).all(|key| map.get(&(key + 1000)) == Some(&key)));
        assert_eq!(map.set_key(0, 7), Ok(1000));
        assert_eq!((map.get_index(&7), map.get_index(&1000)), (Some(0), None));
    }
}

#[test]
fn misuse_panics_and_changes_nothing() {
    let full = || {
        let mut map = ArrayHashMap::<u64, Box<u64>>::new();
        for key in 0..16 {
            map.put(key, Box::new(key)).expect("memory");
        }
        map
    };
    type Misuse = fn(&mut ArrayHashMap<u64, Box<u64>>);
    let misuses: [(&str, Misuse); 10] = [
        ("put_assume_capacity", |map| map.put_assume_capacity(99, Box::default())),
        ("put_assume_capacity_no_clobber", |map| {
            map.put_assume_capacity_no_clobber(3, Box::default());
        }),
        ("put_no_clobber", |map| map.put_no_clobber(3, Box::default()).expect("memory")),
        ("get_or_put_assume_capacity", |map| {
            **map.get_or_put_assume_capacity(99).value_ptr += 1;
        }),
        ("swap_remove_at", |map| drop(map.swap_remove_at(16))),
        ("ordered_remove_at", |map| drop(map.ordered_remove_at(usize::MAX))),
        ("shrink_retaining_capacity", |map| map.shrink_retaining_capacity(17)),
        ("shrink_and_free", |map| map.shrink_and_free(17)),
        ("set_key", |map| assert_eq!(map.set_key(16, 1), Ok(0))),
        ("sort", |map| map.sort(|keys, _, _, _| keys[16] == 0)),
    ];
    for (name, misuse) in misuses {
        let mut map = full();
        let outcome = catch_unwind(AssertUnwindSafe(|| misuse(&mut map)));
        assert!(outcome.is_err(), "{name} is refused");
        assert_eq!(map.len(), 16, "{name} changes nothing");
        assert!((0..16).all(|key| map.get(&key).is_some_and(|value| **value == key)));
    }
}
