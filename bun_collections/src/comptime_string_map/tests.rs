//! Tests of the maps that are computed while compiling.

use super::{ComptimeStringMap, HasLength, KV, PhfMapExt, Table, lens, slots};
use crate::{comptime_enum_map, comptime_string_map};
use proptest::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Letter {
    A,
    B,
    C,
    D,
    E,
}

comptime_string_map! {
    static LETTERS: Letter = {
        b"these" => Letter::D,
        b"have" => Letter::A,
        b"nothing" => Letter::B,
        b"incommon" => Letter::C,
        b"samelen" => Letter::E,
    };
    /// Keys of all lengths that are treated differently, some of which differ in one place only.
    static LENGTHS: usize = {
        b"" => 0,
        b"a" => 1,
        b"b" => 101,
        b"ab" => 2,
        b"abc" => 3,
        b"aXc" => 103,
        b"abcd" => 4,
        b"abcdefg" => 7,
        b"abcXefg" => 107,
        b"abcdefgh" => 8,
        b"aaaaaaaa" => 108,
        b"aaaaaaaaa" => 109,
        b"abcdefghijklmnop" => 16,
        b"abcdefghXjklmnop" => 116,
        b"abcdefghijklmnopq" => 17,
        b"abcdefgh_jklmnopq" => 117,
        b"abcdefghijklmnopqrstuvwxyz" => 26,
        b"abcdefghijklm_opqrstuvwxyz" => 126,
    };
    static NOTHING: u32 = {};
    static WORDS: () = [b"get", b"head"];
}

comptime_enum_map! {
    static TAGS: Keyword = [Async, r#await, Null = b"null"];
}

#[derive(Debug, PartialEq)]
#[expect(non_camel_case_types, reason = "as tags are written in Zig")]
enum Keyword {
    Async,
    r#await,
    Null,
}

static BY_PHF: phf::Map<&'static [u8], u32> = phf::phf_map! { b"one" => 1, b"two" => 2 };

/// What a map is: a search through all entries.
fn naive<V>(map: &ComptimeStringMap<V>, key: &[u8]) -> Option<&'static V> {
    map.kvs().iter().find(|entry| entry.key == key).map(|entry| &entry.value)
}

/// Asserts that a map agrees with the search about a key and all that is like it.
fn agrees_around<V: PartialEq + core::fmt::Debug>(map: &ComptimeStringMap<V>, key: &[u8]) {
    let check = |key: &[u8]| {
        assert_eq!(map.get(key), naive(map, key), "{key:?}");
        assert_eq!(map.has(key), naive(map, key).is_some());
        let units: Vec<u16> = key.iter().map(|byte| (*byte).into()).collect();
        assert_eq!(map.get_utf16(&units), naive(map, key));
        assert_eq!(map.get_with_eql(key, |a, b| a == b), naive(map, key));
    };
    check(key);
    for end in 0..key.len() {
        check(&key[..end]);
        let mut other = key.to_vec();
        for bit in [1, 0x20, 0x80] {
            other[end] ^= bit;
            check(&other);
            other[end] ^= bit;
        }
        other.insert(end, b'a');
        check(&other);
    }
}

#[test]
fn the_keys_of_the_original() {
    assert_eq!(LETTERS.get(b"have"), Some(&Letter::A));
    assert_eq!(LETTERS.get(b"nothing"), Some(&Letter::B));
    assert_eq!(LETTERS.get(b"these"), Some(&Letter::D));
    assert_eq!(LETTERS.get(b"samelen"), Some(&Letter::E));
    assert!(!LETTERS.has(b"missing") && !LETTERS.has(b"NOTHING"));
    let sorted = [&b"have"[..], b"these", b"nothing", b"samelen", b"incommon"];
    assert_eq!(LETTERS.keys(), sorted);
    assert_eq!(sorted.map(|key| LETTERS.index_of(key)), [0, 1, 2, 3, 4].map(Some));
    assert!(LETTERS.values().eq([&Letter::A, &Letter::D, &Letter::B, &Letter::E, &Letter::C]));
    assert_eq!(LETTERS.get_key(&Letter::C), Some(&b"incommon"[..]));
    assert_eq!((LETTERS.len(), LETTERS.is_empty()), (5, false));
}

#[test]
fn keys_prefixes_and_neighbours() {
    for key in LENGTHS.keys() {
        agrees_around(&LENGTHS, key);
    }
    for key in LETTERS.keys() {
        agrees_around(&LETTERS, key);
    }
    agrees_around(&NOTHING, b"a");
    agrees_around(&WORDS, b"head");
    assert!(NOTHING.is_empty() && !NOTHING.has(b""));
}

#[test]
fn case_is_folded_on_one_side() {
    comptime_string_map! {
        static HEADERS: u32 = {
            b"etag" => 1,
            b"Age" => 2,
            b"x-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\
              aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" => 3,
        };
    }
    assert_eq!(HEADERS.get_any_case(b"ETag"), Some(&1));
    assert_eq!(HEADERS.get_any_case(b"Age"), None, "keys have to be in small letters");
    assert_eq!(HEADERS.get_ascii_case_insensitive(b"ETAG"), Some(&1));
    assert_eq!(HEADERS.get_asciii_case_insensitive(b"etag"), Some(&1));
    assert_eq!(HEADERS.get_any_case(b"ETa\x07"), None);
    let long = HEADERS.keys()[2].to_ascii_uppercase();
    assert!(long.len() > 128);
    assert_eq!(HEADERS.get_any_case(&long), Some(&3));
    let eql = |a: &[u8], b: &[u8]| a == b;
    assert_eq!(HEADERS.get_case_insensitive_with_eql(b"ETAG", eql), Some(&1));
    assert_eq!(HEADERS.get_with_eql_lowercase(b"ETAG?", eql), None);
}

#[test]
fn lookups_by_length() {
    assert_eq!(LETTERS.get_with_length(b"have", 4), Some(&Letter::A));
    assert_eq!(LETTERS.get_with_length(b"have", 5), None);
    let position = |key: &[u8], keys: &[&[u8]]| keys.iter().position(|other| *other == key);
    assert_eq!(LETTERS.get_with_eql_list(&b"samelen"[..], position), Some(&Letter::E));
    assert_eq!(LETTERS.get_with_eql_list(&b"other"[..], position), None);
    assert_eq!(LETTERS.get_with_eql_list(&b"samelen"[..], |_, _| Some(9)), None);
    let all = LETTERS.get_with_length_and_eql((), 7, |(), key| key.ends_with(b"g"));
    assert_eq!(all, Some(&Letter::B));
    assert_eq!([0_u16; 3][..].length(), 3);
}

#[test]
fn tags_of_an_enumeration() {
    assert_eq!(TAGS.get(b"await"), Some(&Keyword::r#await));
    assert_eq!(TAGS.get(b"null"), Some(&Keyword::Null));
    assert_eq!(TAGS.get(b"Null"), None);
    assert_eq!(TAGS.get_key(&Keyword::Async), Some(&b"Async"[..]));
}

#[test]
fn constants() {
    const HAVE: Option<&Letter> = {
        const MAP: ComptimeStringMap<Letter> = comptime_string_map!(Letter, { b"x" => Letter::B });
        MAP.get(b"x")
    };
    assert_eq!(HAVE, Some(&Letter::B));
    assert_eq!(format!("{:?}", comptime_string_map!((), [b"\n"])), r#"{"\\n": ()}"#);
}

#[test]
fn perfect_hashes_have_the_same_methods() {
    assert!(BY_PHF.has(b"one") && !PhfMapExt::has(&BY_PHF, b"three"));
    assert_eq!(BY_PHF.get_any_case(b"TWO"), Some(&2));
    assert_eq!(BY_PHF.get_with_eql(&b"two"[..], |a, b| a == b), Some(&2));
    assert_eq!(BY_PHF.key_of(&1), Some(&b"one"[..]));
}

/// As many keys as the largest table of the original has, and more.
const MANY: usize = 1500;

const NAMES: &[[u8; 3]; MANY] = &{
    let mut names = [*b"xxx"; MANY];
    let mut index = 0;
    while index < MANY {
        // In an order that is not sorted: 7 and 1500 have no factor in common.
        let number = index * 7 % MANY;
        names[index] = [b'a' + (number % 10) as u8, b'k', b'a' + (number / 10 % 25) as u8];
        names[index][1] += (number / 250) as u8;
        index += 1;
    }
    names
};

const fn many_kvs() -> [KV<usize>; MANY] {
    let mut kvs = [KV { key: b"", value: 0 }; MANY];
    let mut index = 0;
    while index < MANY {
        kvs[index] = KV { key: &NAMES[index], value: index };
        index += 1;
    }
    kvs
}

#[test]
fn more_keys_than_any_table_has() {
    static TABLE: Table<usize, MANY, { slots(MANY) }, { lens(&[b"xxx"]) }> = Table::new(many_kvs());
    static MAP: ComptimeStringMap<usize> = TABLE.map();
    assert!(MAP.keys().is_sorted());
    for (index, name) in NAMES.iter().enumerate() {
        assert_eq!(MAP.get(name), Some(&index));
        assert_eq!(MAP.index_of(name), MAP.keys().binary_search(&&name[..]).ok());
    }
    assert!(!MAP.has(b"aaa") && !MAP.has(b"ak"));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 500 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_key(key in proptest::collection::vec(any::<u8>(), 0..30)) {
        prop_assert_eq!(LENGTHS.get(&key), naive(&LENGTHS, &key));
        prop_assert_eq!(LETTERS.get(&key), naive(&LETTERS, &key));
    }
}
