//! Zig's vectors, a model, and hashes chosen to collide.

use alloc::collections::BTreeMap;
use proptest::prelude::*;

use super::{AutoHashMap, AutoStaticHashMap, HashMap, HashMapMixin, StaticHashMap, static_slots};
use crate::HashContext;
use crate::tracked::{Ledger, panic_at_every_call, user_code};

/// Takes the key for its hash; keys that differ in the low bits only have the same one.
#[derive(Default)]
struct Blurred;

impl HashContext<u64> for Blurred {
    fn hash(&self, key: &u64) -> u64 {
        user_code();
        key | 3
    }

    fn eql(&self, a: &u64, b: &u64) -> bool {
        user_code();
        a == b
    }
}

#[test]
fn what_zig_prints() {
    let mut map = AutoHashMap::<u32, u32>::init_capacity(8).expect("memory");
    map.put(1, 10).expect("memory");
    map.put(1, 20).expect("memory");
    let again = map.get_or_put(1).expect("memory");
    assert_eq!((*again.value_ptr, again.found_existing), (10, true));
    assert_eq!((map.len(), map.shift()), (1, 61));

    let mut map = AutoHashMap::<u32, u32>::init_capacity(8).expect("memory");
    let mut grown = Vec::new();
    for key in 0..60 {
        let before = map.shift();
        map.put(key, key).expect("memory");
        if map.shift() != before {
            grown.push((map.len(), map.shift()));
        }
    }
    assert_eq!(grown, [(7, 60), (13, 59), (26, 58), (52, 57)]);

    for (capacity, slots, shift) in
        [(8, 14, 61), (16, 26, 60), (64, 88, 58), (512, 632, 55), (1024, 1248, 54)]
    {
        let map = AutoHashMap::<u32, u32>::init_capacity(capacity).expect("memory");
        assert_eq!((map.entries().len(), map.shift()), (slots, shift));
    }

    let mut map = AutoStaticHashMap::<u32, u32, 16, { static_slots(16) }>::default();
    map.put_assume_capacity(5, 1);
    assert!(map.get_or_put_assume_capacity(5).found_existing);
    assert!(map.has(&5) && !map.has_with_hash(0));
    assert_eq!((map.get(&5), map.entries().len()), (Some(&1), 26));
}

#[test]
fn empty_slots_are_no_keys() {
    let map = AutoHashMap::<u32, u32>::init_capacity(8).expect("memory");
    assert!(!map.has(&0) && !map.has_with_hash(u64::MAX));
}

#[test]
fn equal_hashes_and_the_largest() {
    let mut map = HashMap::<u64, u32, Blurred>::init_capacity(8).expect("memory");
    let keys = [u64::MAX, u64::MAX - 1, u64::MAX - 2, u64::MAX - 3, u64::MAX - 4, 0, 1];
    for (key, value) in keys.into_iter().zip(0..) {
        map.put(key, value).expect("memory");
    }
    for (key, value) in keys.into_iter().zip(0..) {
        assert_eq!(map.get(&key), Some(&value));
        assert!(map.has_with_hash(Blurred.hash(&key)));
    }
    assert_eq!(map.delete(&(u64::MAX - 2)), Some(2));
    assert_eq!(map.get(&(u64::MAX - 3)), Some(&3));
    *map.get_ptr(&0).expect("a key") = 9;
    assert_eq!(map.get(&0), Some(&9));
}

#[test]
fn a_full_tail_grows_or_is_an_error() {
    let mut fixed = StaticHashMap::<u64, u8, Blurred, 4, { static_slots(4) }>::default();
    let top = |number: u64| u64::MAX - 4 * number;
    // The last home is slot 3 of 8.
    for number in 0..5 {
        fixed.put_assume_capacity(top(number), 1);
    }
    assert!(fixed.try_get_or_put(top(9)).is_err());
    assert!(fixed.try_get_or_put(top(2)).is_ok_and(|result| result.found_existing));
    assert_eq!(fixed.len(), 5);

    let mut growing = HashMap::<u64, u8, Blurred>::init_capacity(2).expect("memory");
    for number in 0..100 {
        growing.put(top(number), 1).expect("memory");
    }
    assert_eq!(growing.len(), 100);
    assert!((0..100).all(|number| growing.has(&top(number))));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 256 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn behaves_as_a_sorted_map(
        steps in proptest::collection::vec((0..3_u8, 0..40_u64, any::<u8>()), 0..120),
        spread in 0..60_u32,
    ) {
        let mut map = HashMap::<u64, u8, Blurred>::init_capacity(4).expect("memory");
        let mut model = BTreeMap::new();
        for (step, key, value) in steps {
            let key = key.rotate_right(spread);
            match step {
                0 | 1 => {
                    map.put(key, value).expect("memory");
                    model.entry(key).or_insert(value);
                }
                _ => prop_assert_eq!(map.delete(&key), model.remove(&key)),
            }
            prop_assert_eq!(map.len(), model.len());
            let entries = map.iter().map(|(key, value)| (*key, *value));
            let mut entries: Vec<(u64, u8)> = entries.collect();
            let hashes: Vec<u64> = entries.iter().map(|entry| Blurred.hash(&entry.0)).collect();
            prop_assert!(hashes.is_sorted(), "in the order of the hashes");
            entries.sort_unstable();
            prop_assert!(entries.into_iter().eq(model.iter().map(|(key, value)| (*key, *value))));
            let slots = map.entries().iter().enumerate();
            for (place, entry) in slots.filter(|slot| !slot.1.is_empty()) {
                let home = (entry.hash >> map.shift()) as usize;
                prop_assert!(home <= place);
                prop_assert!(map.entries()[home..place].iter().all(|entry| !entry.is_empty()));
            }
        }
        map.clear_retaining_capacity();
        prop_assert!(map.is_empty() && map.iter().next().is_none());
    }
}

#[test]
fn user_code_may_panic() {
    type Map = HashMap<u64, Option<crate::tracked::Tracked>, Blurred>;
    let survives = |operation: &dyn Fn(&mut Map, &Ledger)| {
        panic_at_every_call(
            || {
                let ledger = Ledger::default();
                let mut map = Map::init_capacity(8).expect("memory");
                for key in [1, 2, 9] {
                    map.put(key, Some(ledger.track(key as u32))).expect("memory");
                }
                (map, ledger)
            },
            |(map, ledger)| operation(map, ledger),
            |(map, ledger)| {
                let values = map.iter().filter_map(|(key, value)| Some((key, value.as_ref()?)));
                let values: Vec<_> = values.collect();
                assert!(values.iter().all(|(key, value)| **key as u32 == value.id()));
                assert_eq!((values.len(), map.iter().count()), (ledger.live(), map.len()));
                drop(map);
                assert_eq!(ledger.live(), 0);
            },
        )
    };
    assert!(survives(&|map, ledger| map.put(3, Some(ledger.track(3))).expect("memory")) > 2);
    assert!(survives(&|map, ledger| map.put(9, Some(ledger.track(9))).expect("memory")) > 2);
    assert!(survives(&|map, _| drop(map.delete(&2))) > 2);
    assert_eq!(survives(&|map, _| map.clear_retaining_capacity()), 3);
    assert_eq!(survives(&|map, _| map.ensure_unused_capacity(100).expect("memory")), 0);
}
