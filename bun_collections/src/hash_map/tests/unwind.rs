//! A panic at every call of the user's code: the map stays a map, and nothing is dropped twice.

use crate::HashMap;
use crate::hash_map::{HashAdapter, HashContext, MapEntry};
use crate::tracked::{Ledger, Tracked, panic_at_every_call, user_code};

#[derive(Clone, Default)]
struct Panics;

impl HashContext<Tracked> for Panics {
    fn hash(&self, key: &Tracked) -> u64 {
        user_code();
        u64::from(key.id() % 5).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }

    fn eql(&self, a: &Tracked, b: &Tracked) -> bool {
        user_code();
        a.id() == b.id()
    }
}

impl HashAdapter<u32, Tracked> for Panics {
    fn hash(&self, key: &u32) -> u64 {
        user_code();
        u64::from(key % 5).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }

    fn eql(&self, a: &u32, b: &Tracked) -> bool {
        user_code();
        *a == b.id()
    }
}

type Map = HashMap<Tracked, Tracked, Panics>;

fn map(ledger: &Ledger) -> Map {
    let mut map = Map::new();
    for id in 0..12 {
        map.put(ledger.track(id), ledger.track(id)).expect("memory");
    }
    map
}

/// Runs `operation` on a full map. Afterwards all entries are whole and found, and nothing else is
/// alive.
fn survives(operation: impl Fn(&mut Map, &Ledger)) -> u32 {
    panic_at_every_call(
        || {
            let ledger = Ledger::default();
            (map(&ledger), ledger)
        },
        |(map, ledger)| operation(map, ledger),
        |(map, ledger)| {
            assert_eq!(ledger.live(), 2 * map.len(), "nothing is lost, nothing is left over");
            for (key, value) in &map {
                assert_eq!(key.id(), value.id(), "entries are whole");
                assert!(map.contains(key), "and found");
            }
            drop(map);
            assert_eq!(ledger.live(), 0);
        },
    )
}

#[test]
fn putting() {
    let calls = survives(|map, ledger| {
        map.put(ledger.track(3), ledger.track(3)).expect("memory");
        map.put(ledger.track(40), ledger.track(40)).expect("memory");
        map.entry(ledger.track(41)).or_insert_with(|| ledger.track(41));
        map.get_or_put_with(ledger.track(42), || {
            user_code();
            ledger.track(42)
        })
        .expect("memory");
    });
    assert!(calls > 12, "the map grew");
}

#[test]
fn looking_up_and_removing() {
    survives(|map, ledger| {
        assert!(map.get(&ledger.track(4)).is_some());
        drop(map.remove_entry(&ledger.track(4)));
        drop(map.fetch_remove(&ledger.track(9)));
        drop(map.remove(&ledger.track(7)));
        if let MapEntry::Occupied(entry) = map.entry(ledger.track(8)) {
            drop(entry.remove());
        }
        assert_eq!(map.len(), 8);
    });
}

#[test]
fn retaining() {
    survives(|map, _| {
        map.retain(|key, _| {
            user_code();
            key.id() % 2 == 0
        });
    });
}

#[test]
fn rehashing_and_cloning() {
    survives(|map, _| map.rehash().expect("memory"));
    survives(|map, _| drop(map.try_clone().expect("memory")));
}

#[test]
fn emptying() {
    survives(|map, _| map.clear());
    survives(|map, _| map.clear_and_free());
    survives(|map, _| drop(map.drain().nth(3)));
    survives(|map, _| drop(core::mem::take(map).into_iter().nth(3)));
}

#[test]
fn adapters() {
    survives(|map, ledger| {
        assert!(map.get_adapted(&4, &Panics).is_some());
        drop(map.remove_adapted(&4, &Panics));
        *map.get_ptr_adapted(&5, &Panics).expect("an entry") = ledger.track(5);
        map.get_or_put_adapted_with(&40, &Panics, || {
            user_code();
            Ok((ledger.track(40), ledger.track(40)))
        })
        .expect("memory");
    });
}

#[test]
fn putting_without_room_to_grow() {
    survives(|map, ledger| {
        drop(map.remove(&ledger.track(1)));
        map.put_assume_capacity(ledger.track(50), ledger.track(50));
        map.put_assume_capacity(ledger.track(50), ledger.track(50));
        drop(map.fetch_put_assume_capacity(ledger.track(2), ledger.track(2)));
    });
}
