//! The order of Zig's map, and the methods that no model covers.

use crate::hash_map::CaseInsensitiveAsciiStringContext;
use crate::{BorrowedStringHashMap, StringHashMap};

fn letters() -> StringHashMap<u8> {
    let mut map = StringHashMap::new();
    for letter in b'a'..=b'j' {
        map.put(&[letter], letter).expect("memory");
    }
    map
}

#[test]
fn ten_letters_stand_where_zig_has_them() {
    let order: Vec<u8> = letters().keys().map(|key| key[0]).collect();
    assert_eq!(order, *b"agdbciefhj");
    let borrowed: BorrowedStringHashMap<'_, u8> =
        b"abcdefghij".chunks(1).map(|letter| (letter, 0)).collect();
    let order: Vec<u8> = borrowed.keys().map(|key| key[0]).collect();
    assert_eq!(order, *b"agdbciefhj");
}

#[test]
fn capacities_are_those_of_zig() {
    let mut map = StringHashMap::<usize>::new();
    let grows_at = [1, 7, 13, 26, 52];
    let mut capacity = 0;
    for number in 1..=60 {
        map.put(format!("{number}").as_bytes(), number).expect("memory");
        if map.capacity() != capacity {
            assert!(grows_at.contains(&number), "{number}");
            capacity = map.capacity();
        }
    }
    assert_eq!(StringHashMap::<u8>::with_capacity(12).capacity(), 16);
    assert_eq!(map.try_clone().expect("memory").capacity(), 128);
    let three: StringHashMap<u8> = [(b"a", 0), (b"b", 0), (b"c", 0)].into_iter().collect();
    assert_eq!((three.capacity(), three.try_clone().expect("memory").capacity()), (8, 4));
    assert_eq!(StringHashMap::<u8>::new().try_clone().expect("memory").capacity(), 0);
}

#[test]
fn hashes_that_are_known() {
    let mut map = StringHashMap::<u32>::new();
    let hash = map.hash_key(b"key");
    assert_eq!(hash, bun_wyhash::hash(b"key"));
    *map.get_or_put_hashed(hash, b"key").expect("memory").value_ptr = 1;
    map.put_static_key_hashed(hash, b"key", 2).expect("memory");
    assert_eq!(map.get_hashed(hash, b"key"), Some(&2));
    assert_eq!(map.get_hashed(hash, b"kez"), None);
    assert_eq!(map.get_hashed(!hash, b"key"), None);
    let (key, value) = map.remove_hashed(hash, b"key").expect("an entry");
    assert_eq!((key.is_owned(), value), (true, 2));
    assert!(map.remove_hashed(hash, b"key").is_none());
}

#[test]
fn case_does_not_matter_where_it_should_not() {
    let mut map = StringHashMap::<u32, _>::with_context(CaseInsensitiveAsciiStringContext);
    map.put(b"Content-Type", 1).expect("memory");
    *map.get_or_put(b"CONTENT-TYPE").expect("memory").value_ptr += 1;
    let hash = map.hash_key(b"content-TYPE");
    assert_eq!(map.get_hashed(hash, b"content-type"), Some(&2));
    assert_eq!(map.get_key(b"content-type"), Some(&b"Content-Type"[..]));
    assert_eq!((map.count(), map.contains(b"content")), (1, false));
}

#[test]
fn every_way_to_an_entry() {
    let mut map = letters();
    assert_eq!(map.get_key_value(b"c"), Some((&b"c"[..], &b'c')));
    *map.get_mut(b"c").expect("a value") = 1;
    *map.get_ptr_mut(b"d").expect("a value") = 2;
    *map.get_entry(b"e").expect("an entry").value_ptr = 3;
    *map.get_or_put_value(b"f", 0).expect("memory") = 4;
    *map.get_or_put_static_key(b"k").expect("memory").value_ptr = 5;
    assert_eq!(
        [b"c", b"d", b"e", b"f", b"k"].map(|key| map.get(key).copied().unwrap_or(0)),
        [1, 2, 3, 4, 5]
    );
    map.values_mut().for_each(|value| *value = 7);
    assert!(map.values().all(|value| *value == 7));
    assert_eq!(map.insert(b"a", 8), Some(7));
    assert_eq!(map.remove_entry(b"a").map(|(_, value)| value), Some(8));
    assert_eq!((&map).into_iter().len(), 10);
    (&mut map).into_iter().for_each(|(_, value)| *value = 9);
    assert_eq!(map.into_iter().map(|(_, value)| u32::from(value)).sum::<u32>(), 90);
}

#[test]
fn room_is_what_was_asked_for() {
    let mut map = StringHashMap::<u32>::with_capacity(6);
    for key in [b"a", b"b", b"c", b"d", b"e"] {
        map.put_assume_capacity(key, 1);
    }
    map.put_assume_capacity_no_clobber(b"f", 1);
    map.put_assume_capacity(b"a", 2);
    assert_eq!((map.capacity(), map.get(b"a")), (8, Some(&2)));
}

#[test]
#[should_panic(expected = "capacity for another entry")]
fn no_room_is_a_panic() {
    let mut map = StringHashMap::<u32>::with_capacity(1);
    for number in 0..=6_u8 {
        map.put_assume_capacity(&[number], 0);
    }
}

#[test]
#[should_panic(expected = "the key is already in the map")]
fn clobbering_is_a_panic() {
    let mut map = StringHashMap::<u32>::new();
    map.put_no_clobber(b"a", 1).expect("memory");
    map.put_no_clobber(b"a", 2).expect("memory");
}

#[test]
fn maps_print_as_maps() {
    let map: StringHashMap<u32> = [(b"a\n", 1)].into_iter().collect();
    assert_eq!(format!("{map:?}"), r#"{"a\n": 1}"#);
}
