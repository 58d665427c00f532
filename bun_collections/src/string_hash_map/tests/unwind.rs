//! A panic at every call of the user's code: the map stays a map, and nothing is dropped twice.

use crate::StringHashMap;
use crate::context::HashContext;
use crate::tracked::{Ledger, Tracked, panic_at_every_call, user_code};

#[derive(Clone, Default)]
struct Panics;

impl<K: AsRef<[u8]> + ?Sized> HashContext<K> for Panics {
    fn hash(&self, key: &K) -> u64 {
        user_code();
        u64::from(key.as_ref()[0] % 5).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }

    fn eql(&self, a: &K, b: &K) -> bool {
        user_code();
        a.as_ref() == b.as_ref()
    }
}

type Map = StringHashMap<Tracked, Panics>;

/// Every other key is owned.
fn map(ledger: &Ledger) -> Map {
    let mut map = Map::default();
    for id in 0..12_u8 {
        let value = ledger.track(id.into());
        if id % 2 == 0 {
            map.put(&[id], value).expect("memory");
        } else {
            let keys: &'static [u8; 12] = b"\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b";
            map.put_static_key(&keys[usize::from(id)..][..1], value).expect("memory");
        }
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
            assert_eq!(ledger.live(), map.len(), "nothing is lost, nothing is left over");
            for (key, value) in &map {
                assert_eq!(u32::from(key[0]), value.id(), "entries are whole");
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
        map.put(&[3], ledger.track(3)).expect("memory");
        map.put(&[40], ledger.track(40)).expect("memory");
        map.put_static_key(&[41], ledger.track(41)).expect("memory");
        map.put_owned(Box::from([42]), ledger.track(42)).expect("memory");
        map.put_assume_capacity(&[43], ledger.track(43));
        map.get_or_put_with(&[44], || {
            user_code();
            ledger.track(44)
        })
        .expect("memory");
    });
    assert!(calls > 12, "the map grew");
}

#[test]
fn removing_and_emptying() {
    survives(|map, _| {
        drop(map.remove(&[4]));
        drop(map.fetch_remove(&[9]));
        drop(map.remove_entry(&[7]));
    });
    survives(|map, _| map.clear());
    survives(|map, _| drop(core::mem::take(map).into_iter().nth(3)));
}

#[test]
fn cloning() {
    survives(|map, _| drop(map.try_clone().expect("memory")));
}
