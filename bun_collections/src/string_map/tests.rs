//! Tests of string maps in order of insertion.

use super::StringMap;

#[test]
fn values_are_replaced_in_place() {
    let mut map = StringMap::init(false);
    assert!(!map.dupe_keys && StringMap::init(true).dupe_keys);
    for (key, value) in [(b"b", b"1"), (b"a", b"2"), (b"b", b"3")] {
        map.put(key, value).expect("memory");
    }
    assert_eq!(map.keys().concat(), b"ba");
    assert_eq!(map.values().concat(), b"32");
    assert_eq!((map.count(), map.get(b"c")), (2, None));
    map.sort();
    assert_eq!(map.values().concat(), b"23");
    assert_eq!(map.get(b"b"), Some(&b"3"[..]));
}

#[test]
fn copies_are_independent() {
    let mut map = StringMap::default();
    map.insert(b"a", b"1").expect("memory");
    let copy = map.try_clone().expect("memory");
    map.insert(b"a", b"2").expect("memory");
    assert_eq!((map.get(b"a"), copy.get(b"a")), (Some(&b"2"[..]), Some(&b"1"[..])));
    assert_eq!(map.clone().values(), map.values());
}
