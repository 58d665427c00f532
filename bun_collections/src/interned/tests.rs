//! Interned bytes against the bytes they were made of.
#![expect(unsafe_code, reason = "vouches for a literal")]

use alloc::collections::BTreeMap;

use super::Interned;

#[test]
fn all_ways_in_give_the_same_bytes() {
    // SAFETY: a literal.
    let assumed = unsafe { Interned::assume(b"abc") };
    for interned in [Interned::from_static(b"abc"), "abc".into(), (&b"abc"[..]).into(), assumed] {
        assert_eq!(interned.as_bytes(), b"abc");
        assert_eq!((interned.len(), interned.is_empty()), (3, false));
        assert_eq!(interned, assumed);
    }
    assert_eq!(Interned::default(), Interned::EMPTY);
    assert_eq!(alloc::format!("{:?}", Interned::from("a\"\u{e9}")), r#""a\"\xc3\xa9""#);
}

#[test]
fn a_map_is_searched_with_plain_bytes() {
    let map = BTreeMap::from([(Interned::from("b"), 2), (Interned::from("a"), 1)]);
    assert_eq!((map.get(&b"a"[..]), map.get(&b"c"[..])), (Some(&1), None));
    assert!(map.keys().is_sorted());
}
