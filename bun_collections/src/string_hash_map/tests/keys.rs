//! Keys: who owns their bytes, and that they are freed once.

#![expect(unsafe_code, reason = "borrows keys for as long as a map lives")]

use crate::{HashMap, StringHashMap, StringHashMapKey, StringHashMapUnownedKey};
use core::hash::BuildHasher;

#[test]
fn a_key_is_its_bytes() {
    let boxed: Box<[u8]> = Box::from(*b"name");
    let address = boxed.as_ptr();
    let owned = StringHashMapKey::owned(boxed);
    assert!(owned.is_owned());
    assert_eq!(owned.as_ptr(), address, "not copied");
    let borrowed = StringHashMapKey::borrowed(b"name");
    assert!(!borrowed.is_owned());
    assert_eq!(owned, borrowed);
    assert_eq!(owned.cmp(&StringHashMapKey::from(b"nama")), core::cmp::Ordering::Greater);
    assert_eq!(format!("{owned:?}"), "\"name\"");
    let hasher = std::hash::RandomState::new();
    assert_eq!(hasher.hash_one(&owned), hasher.hash_one(&b"name"[..]), "as Borrow wants it");
}

#[test]
fn copies_own_what_the_original_owns() {
    let owned = StringHashMapKey::from(vec![1, 2, 3]);
    let copy = owned.clone();
    assert_ne!(owned.as_ptr(), copy.as_ptr());
    drop(owned);
    assert_eq!(&*copy, [1, 2, 3]);
    let borrowed = StringHashMapKey::borrowed(b"abc");
    assert_eq!(borrowed.clone().as_ptr(), borrowed.as_ptr());
}

#[test]
fn empty_keys_of_both_kinds() {
    let mut map = StringHashMap::<u32>::new();
    assert_eq!(map.get(b""), None);
    map.put(b"", 1).expect("memory");
    map.put_static_key(b"", 2).expect("memory");
    map.put_owned(Box::default(), 3).expect("memory");
    assert_eq!((map.count(), map.get(b"")), (1, Some(&3)));
    assert!(map.fetch_remove(b"").expect("an entry").key.is_owned(), "the first key stays");
    assert_eq!(StringHashMapKey::default().len(), 0);
}

#[test]
fn keys_that_are_there_are_not_copied() {
    let mut map = StringHashMap::<u32>::new();
    map.put_static_key(b"literal", 1).expect("memory");
    map.put(b"literal", 2).expect("memory");
    assert!(map.get_or_put(b"literal").expect("memory").found_existing);
    assert!(map.keys().all(|key| !key.is_owned()));
    map.put(b"copied", 3).expect("memory");
    map.put_static_key(b"copied", 4).expect("memory");
    assert_eq!(map.keys().filter(|key| key.is_owned()).count(), 1);
}

#[test]
fn borrowed_keys_in_a_map_that_dies_first() {
    let source = b"one two three two".to_vec();
    let mut map = StringHashMap::<u32>::new();
    for word in source.split(|byte| *byte == b' ') {
        // SAFETY:
        // 1. The map and its keys are dropped before `source`.
        *unsafe { map.get_or_put_borrowed(word) }.value_ptr += 1;
    }
    // SAFETY:
    // 1. As above.
    unsafe { map.put_borrowed(&source[..2], 9) }.expect("memory");
    assert_eq!((map.count(), map.get(b"two"), map.get(b"on")), (4, Some(&2), Some(&9)));
    let place = map.get_key(b"three").expect("a key").as_ptr();
    assert_eq!(place, source[8..].as_ptr());
}

#[test]
fn a_new_entry_may_be_given_another_key() {
    let mut map = StringHashMap::<u32>::new();
    let found = map.get_or_put(b"key").expect("memory");
    *found.key_ptr = StringHashMapKey::borrowed(b"key");
    *found.value_ptr = 1;
    assert_eq!(map.get(b"key"), Some(&1));
    assert!(map.keys().all(|key| !key.is_owned()));
}

#[test]
fn unowned_keys_are_hash_and_length() {
    let key = StringHashMapUnownedKey::init(b"file.js");
    assert_eq!(key, StringHashMapUnownedKey { hash: bun_wyhash::hash(b"file.js"), len: 7 });
    let mut map = HashMap::<StringHashMapUnownedKey, (), super::super::Adapter>::new();
    map.insert(key, ());
    assert!(!map.contains(&StringHashMapUnownedKey { len: 8, ..key }));
}
