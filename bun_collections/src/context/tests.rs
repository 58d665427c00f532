//! Contexts: what they hash to, in both kinds of map, and which strings they tell apart.

use crate::StringHashMapContext::{Prehashed, PrehashedCaseInsensitive, pre};
use crate::array_hash_map::ArrayHashContext;
use crate::hash_map::{HashAdapter, HashContext, SeededContext, StringContext};
use crate::identity_context::U64;
use crate::{ArrayHashMap, ArrayIdentityContext, HashMap, IdentityContext};

#[test]
fn numbers_are_their_own_hashes() {
    assert_eq!(IdentityContext::<u8>::new().hash(&7), 7);
    assert_eq!(IdentityContext::<u64>::new().hash(&u64::MAX), u64::MAX);
    assert_eq!(ArrayIdentityContext.hash(&u32::MAX), u32::MAX);
    assert_eq!(U64::default().hash(&(1 << 32 | 5)), 5);
    assert!(!U64::default().eql(&5, &(1 << 32 | 5), 0), "hashes are equal, keys are not");
}

#[test]
fn maps_of_numbers_that_are_hashes() {
    let mut map = HashMap::<u64, u64, IdentityContext<u64>>::new();
    let mut array = ArrayHashMap::<u64, u64, U64>::new();
    // Low bits that are equal: one long run.
    for key in (0..50).map(|number| number << 40) {
        map.put(key, !key).expect("memory");
        array.put(key, !key).expect("memory");
    }
    for key in (0..60).map(|number| number << 40) {
        let expected = (key < 50 << 40).then_some(!key);
        assert_eq!((map.get(&key).copied(), array.get(&key).copied()), (expected, expected));
    }
    assert!(map.keys().eq(array.keys()), "the run is in order of insertion");
}

#[test]
fn a_hash_is_taken_from_the_string_it_was_made_of() {
    let other = *b"other";
    for string in [&b""[..], b"a", b"package.json"] {
        let hash = bun_wyhash::hash(string);
        let prehashed = Prehashed::new(string);
        let lies = Prehashed { value: 1, input: string };
        let of =
            |context: &Prehashed<'_>, key: &[u8]| HashAdapter::<[u8], Vec<u8>>::hash(context, key);
        assert_eq!((prehashed.value, pre(string).value), (hash, hash));
        assert_eq!((of(&prehashed, string), of(&lies, string)), (hash, 1));
        assert_eq!(of(&lies, &other), bun_wyhash::hash(&other), "another string is hashed");
        assert_eq!(
            of(&lies, &string.to_vec()[..]),
            if string.is_empty() { of(&lies, &[]) } else { hash }
        );
    }
}

#[test]
fn prehashed_strings_are_found_in_any_case() {
    let map: HashMap<Vec<u8>, u32, StringContext> =
        [(b"readme.md".to_vec(), 1), (b"license".to_vec(), 2)].into_iter().collect();
    for (name, value) in [(&b"README.md"[..], Some(1)), (b"LICENSE", Some(2)), (b"licence", None)] {
        let name = PrehashedCaseInsensitive::init(name);
        assert_eq!(map.get_adapted(&*name.input, &name).copied(), value);
    }
    assert_eq!(map.get_adapted(&b"license"[..], &StringContext), Some(&2));
}

#[test]
fn seeded_maps_find_what_they_have() {
    let mut map = HashMap::<Vec<u8>, usize, SeededContext>::new();
    let mut array = ArrayHashMap::<String, usize, SeededContext>::new();
    for number in 0..100_usize {
        map.put(number.to_string().into_bytes(), number).expect("memory");
        array.put(number.to_string(), number).expect("memory");
    }
    let copy = map.try_clone().expect("memory");
    for number in 0..120_usize {
        let expected = (number < 100).then_some(number);
        assert_eq!(map.get(number.to_string().as_bytes()).copied(), expected);
        assert_eq!(copy.get(number.to_string().as_bytes()).copied(), expected);
        assert_eq!(array.get(&number.to_string()).copied(), expected);
    }
}

#[test]
fn secrets_differ() {
    let hash = |context: &SeededContext| HashContext::<u64>::hash(context, &1);
    assert_ne!(hash(&SeededContext::new()), hash(&SeededContext::new()));
}
