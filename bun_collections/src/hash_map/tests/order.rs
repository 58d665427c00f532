//! Orders, capacities and layouts that are known.

use crate::HashMap;
use crate::hash_map::{HashContext, StringContext};

fn keys<V, C>(map: &HashMap<u32, V, C>) -> Vec<u32> {
    map.keys().copied().collect()
}

#[test]
fn the_order_of_zig() {
    let mut map = HashMap::<u32, ()>::new();
    for key in 0..12 {
        map.put(key, ()).expect("memory");
    }
    assert_eq!(map.capacity(), 16);
    assert_eq!(keys(&map), [5, 9, 7, 1, 0, 2, 3, 10, 4, 8, 6, 11]);
    assert!(map.remove(&3).is_some() && map.remove(&7).is_some());
    map.put(100, ()).expect("memory");
    map.put(101, ()).expect("memory");
    assert_eq!(keys(&map), [5, 9, 1, 0, 2, 10, 4, 8, 6, 101, 11, 100]);
}

#[test]
fn the_order_of_zig_for_strings() {
    let letters: Vec<String> = ('a'..='j').map(String::from).collect();
    let map: HashMap<&[u8], (), StringContext> =
        letters.iter().map(|letter| (letter.as_bytes(), ())).collect();
    let order: Vec<u8> = map.keys().map(|key| key[0]).collect();
    assert_eq!((map.capacity(), &order[..]), (16, &b"agdbciefhj"[..]));
}

#[test]
fn removals_make_room() {
    let mut map = HashMap::<u32, u32>::new();
    for round in 0..100 {
        for key in 0..6 {
            map.put(round * 6 + key, 0).expect("memory");
        }
        for key in 0..6 {
            assert!(map.remove(&(round * 6 + key)).is_some());
        }
        assert_eq!(map.capacity(), 8);
    }
}

#[test]
fn capacities_follow_zig() {
    for (len, capacity) in [(1, 8), (6, 8), (7, 16), (12, 16), (13, 32), (25, 32), (26, 64)] {
        assert_eq!(HashMap::<u32, u32>::with_capacity(len).capacity(), capacity, "{len}");
        let map: HashMap<u32, u32> =
            (0..u32::try_from(len).expect("few")).map(|key| (key, 0)).collect();
        assert_eq!(map.capacity(), capacity, "{len}");
    }
    let map = HashMap::<u32, u32>::new();
    assert_eq!((map.capacity(), map.get(&1), map.iter().count()), (0, None, 0));
}

#[test]
fn a_size_that_no_memory_has_is_an_error() {
    let mut map = HashMap::<u64, [u64; 64]>::new();
    map.ensure_total_capacity(usize::MAX).expect_err("more than can be counted");
    map.ensure_total_capacity(1 << 31).expect_err("more than 2^32 slots");
    assert_eq!(map.capacity(), 0);
}

/// Where the key itself is the hash, `rehash` can be followed by hand.
#[derive(Clone, Copy, Default)]
struct Identity;

impl HashContext<u32> for Identity {
    fn hash(&self, key: &u32) -> u64 {
        u64::from(*key)
    }

    fn eql(&self, a: &u32, b: &u32) -> bool {
        a == b
    }
}

#[test]
fn rehash_finds_keys_that_were_changed() {
    let mut map = HashMap::<u32, u32, Identity>::new();
    for key in 0..6 {
        map.put(key, key).expect("memory");
    }
    for entry in map.iterator() {
        *entry.key_ptr += 3;
    }
    map.rehash().expect("memory");
    assert!((3..9).all(|key| map.get(&key) == Some(&(key - 3))));
    assert_eq!(keys(&map), [8, 3, 4, 5, 6, 7]);
    map.clear_and_free();
    map.rehash().expect("nothing to do");
}

#[test]
fn unpaired_and_unsized_entries() {
    let mut padded = HashMap::<u64, u8>::new();
    let mut unit = HashMap::<(), [u8; 3]>::new();
    let mut wide = HashMap::<u8, u128>::new();
    for number in 0..100_u8 {
        padded.put(u64::from(number), number).expect("memory");
        unit.put((), [number; 3]).expect("memory");
        wide.put(number, u128::from(number) << 64).expect("memory");
    }
    assert!((0..100).all(|number| padded.get(&u64::from(number)) == Some(&number)));
    assert!((0..100).all(|number| wide.get(&number) == Some(&(u128::from(number) << 64))));
    assert_eq!((unit.len(), unit.get(&())), (1, Some(&[99; 3])));
    let place: *const () = unit.get_key(&()).expect("the key");
    assert_eq!(unit.remove_by_ptr(place), Some(((), [99; 3])));
    let inside: *const u64 = padded.get_key(&3).expect("the key");
    assert_eq!(padded.remove_by_ptr(inside.cast::<u8>().wrapping_add(1).cast()), None);
    assert_eq!(padded.remove_by_ptr(core::ptr::null()), None);
}

#[test]
fn a_map_without_slots_has_nothing() {
    let mut map = HashMap::<u64, u64>::new();
    for hash in [0, 1, u64::MAX] {
        assert_eq!(map.get_hashed(hash, |_| true), None);
        assert!(map.get_entry_hashed(hash, |_| true).is_none());
        assert_eq!(map.remove_hashed(hash, |_| true), None);
    }
    assert_eq!(map.get(&u64::MAX), None);
    assert_eq!(map.remove(&u64::MAX), None);
}

#[test]
#[should_panic(expected = "no capacity for another entry")]
fn a_map_without_slots_has_no_room() {
    HashMap::<u64, u64>::new().put_assume_capacity(u64::MAX, 1);
}
