//! Tests of string sets.

use super::{CaseInsensitiveAsciiStringSet, StringSet};

#[test]
fn strings_stay_in_order_of_insertion() {
    let mut set: StringSet = [&b"c"[..], b"a", b"b", b"a"].into_iter().collect();
    assert!(set.iter().eq([&b"c"[..], b"a", b"b"]));
    assert!(!set.swap_remove(b"x"));
    assert!(set.swap_remove(b"c"));
    assert!(set.iter().eq([&b"b"[..], b"a"]));
    set.insert(b"c").expect("memory");
    assert_eq!((set.count(), set.len(), set.is_empty()), (3, 3, false));
    assert_eq!(format!("{set:?}"), r#"{"b", "a", "c"}"#);
    set.clear_and_free();
    assert!(set.is_empty() && set.map.capacity() == 0);
}

#[test]
fn copies_are_independent() {
    let mut set = StringSet::init();
    set.insert(b"a").expect("memory");
    let mut copy = set.clone().expect("memory");
    copy.insert(b"b").expect("memory");
    assert_eq!((set.count(), copy.count()), (1, 2));
    assert_ne!(set.keys()[0].as_ptr(), copy.keys()[0].as_ptr());
}

#[test]
fn case_does_not_matter_where_it_should_not() {
    let mut set: CaseInsensitiveAsciiStringSet = [b"GET", b"get", b"Put"].into_iter().collect();
    assert!(set.iter().eq([b"GET", b"Put"]));
    assert!(set.swap_remove(b"PUT") && !set.contains(b"put"));
}
