//! Maps of strings: keys are copied once, and compared as the context says.

use crate::{ArrayHashMap, CaseInsensitiveAsciiStringArrayHashMap, StringArrayHashMap};

type Map = StringArrayHashMap<u32>;

fn keys<V, C>(map: &StringArrayHashMap<V, C>) -> Vec<&str> {
    map.keys().iter().map(|key| str::from_utf8(key).expect("ASCII")).collect()
}

#[test]
fn order_after_removals_is_that_of_zig() {
    let mut map = Map::new();
    for (at, key) in ["a", "b", "c", "d", "e"].iter().enumerate() {
        map.put(key.as_bytes(), at as u32).expect("memory");
    }
    assert!(map.swap_remove(b"b"));
    assert_eq!(keys(&map), ["a", "e", "c", "d"]);
    assert!(map.ordered_remove(b"a"));
    assert_eq!(keys(&map), ["e", "c", "d"]);
    assert_eq!(format!("{map:?}"), r#"{"e": 4, "c": 2, "d": 3}"#);
}

#[test]
fn every_method_that_takes_a_key() {
    let mut map = Map::with_capacity(3);
    assert_eq!((map.insert(b"one", 1), map.insert(b"one", 2)), (None, Some(1)));
    map.put_no_clobber(b"two", 2).expect("memory");
    map.put_assume_capacity(b"two", 22);
    map.put_assume_capacity(b"\xff\0", 3);
    let found = map.get_or_put(b"four").expect("memory");
    assert_eq!(
        (found.found_existing, &**found.key_ptr, *found.value_ptr),
        (false, &b"four"[..], 0)
    );
    assert_eq!(*map.get_or_put_value(b"five", 5).expect("memory").value_ptr, 5);
    assert!(map.get_or_put_value(b"five", 6).expect("memory").found_existing);

    assert_eq!((map.get(b"one"), map.get(b"six")), (Some(&2), None));
    assert_eq!(map.get_index(b"\xff\0"), Some(2));
    assert_eq!(map.get_key(b"two"), Some(&b"two"[..]));
    *map.get_mut(b"four").expect("there") += 4;
    *map.get_ptr_mut(b"four").expect("there") += 4;
    assert!(map.contains(b"four") && map.contains_key(b"four") && !map.contains(b""));
    assert_eq!(map.values(), [2, 22, 3, 8, 5]);

    let copy = map.clone().expect("memory");
    let removed = map.fetch_swap_remove(b"one").expect("there");
    assert_eq!((&*removed.key, removed.value), (&b"one"[..], 2));
    assert_eq!(map.fetch_ordered_remove(b"two").map(|entry| entry.value), Some(22));
    assert_eq!((map.remove(b"four"), map.remove(b"four")), (Some(8), None));
    assert_eq!((map.len(), copy.len(), Clone::clone(&copy).values()), (2, 5, copy.values()));
    assert!(copy.into_iter().map(|(key, _)| key.len()).eq([3, 3, 2, 4, 4]));
}

#[test]
fn many_strings() {
    let count = if cfg!(miri) { 25 } else { 5_000 };
    let name = |at: usize| format!("node_modules/package-{at}/index.js");
    let mut map = StringArrayHashMap::<usize>::new();
    for at in 0..count {
        map.put(name(at).as_bytes(), at).expect("memory");
    }
    assert!((0..count).all(|at| map.get_index(name(at).as_bytes()) == Some(at)));
    map.sort(|keys, _, a, b| keys[a] < keys[b]);
    assert!(map.keys().is_sorted());
    assert!((0..count).all(|at| map.get(name(at).as_bytes()) == Some(&at)));
}

#[test]
fn case_is_folded_for_ascii_letters_only() {
    let mut map = CaseInsensitiveAsciiStringArrayHashMap::<u32>::new();
    map.put(b"Content-Type", 1).expect("memory");
    map.put("Ä".as_bytes(), 2).expect("memory");
    map.put(b"content-type", 3).expect("memory");
    assert_eq!((map.get(b"CONTENT-TYPE"), map.len()), (Some(&3), 2));
    assert_eq!(keys(&map)[0], "Content-Type", "the first spelling stays");
    assert_eq!(map.get("ä".as_bytes()), None);
    assert_eq!((map.get(b"content_type"), map.get(b"content-typ")), (None, None));
    let long = vec![b'A'; 3000];
    map.put(&long, 4).expect("memory");
    assert_eq!(map.get(&long.to_ascii_lowercase()), Some(&4));
}

#[test]
fn a_map_may_borrow_its_keys() {
    let text = String::from("a b c a");
    let mut counts = ArrayHashMap::<&str, u32, crate::array_hash_map::StringContext>::new();
    for word in text.split(' ') {
        *counts.entry(word).or_default() += 1;
    }
    assert_eq!((counts.keys(), counts.values()), (&["a", "b", "c"][..], &[2, 1, 1][..]));
}
