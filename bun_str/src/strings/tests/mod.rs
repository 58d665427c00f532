//! Each function against its one-line version.

use core::cmp::Ordering;

use proptest::prelude::*;

use super::*;

mod models;
mod recorded;

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: if cfg!(miri) { 2 } else { 512 },
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Few letters, so that needles are found and ends are trimmed.
fn text(len_max: usize) -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(prop_oneof![Just(b'a'), Just(b'b'), Just(0), Just(0xff)], 0..len_max)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn search_matches_the_naive_version(hay in text(80), needle in text(4), start in 0..90_usize) {
        let byte = needle.first().copied().unwrap_or(b'a');
        let first = hay.iter().position(|b| *b == byte);
        prop_assert_eq!(index_of_char_usize(&hay, byte), first);
        prop_assert_eq!(index_of_char(&hay, byte).map(|i| i as usize), first);
        prop_assert_eq!(contains_char(&hay, byte), first.is_some());
        prop_assert_eq!(last_index_of_char(&hay, byte), hay.iter().rposition(|b| *b == byte));
        let from = (start..hay.len()).find(|i| hay[*i] == byte);
        prop_assert_eq!(index_of_char_pos(&hay, byte, start), from);
        let mut windows = hay.windows(needle.len().max(1));
        let found = if needle.is_empty() { None } else { windows.position(|w| w == needle) };
        prop_assert_eq!(index_of(&hay, &needle), found);
        prop_assert_eq!(contains(&hay, &needle), found.is_some());
        let last = (0..=hay.len()).rev().find(|i| hay[*i..].starts_with(&needle));
        prop_assert_eq!(last_index_of(&hay, &needle), last);
    }

    #[test]
    fn prefixes_and_order(a in text(6), b in text(6)) {
        prop_assert_eq!(starts_with(&a, &b), a.len() >= b.len() && a[..b.len()] == b);
        prop_assert_eq!(has_prefix(&a, &b), !b.is_empty() && starts_with(&a, &b));
        prop_assert_eq!(ends_with(&a, &b), a.len() >= b.len() && a[a.len() - b.len()..] == b);
        prop_assert_eq!(eql(&a, &b), a == b);
        prop_assert_eq!(order(&a, &b), a.iter().cmp(b.iter()));
        prop_assert_eq!(cmp_strings_asc((), &a, &b), order(&a, &b) == Ordering::Less);
        prop_assert_eq!(cmp_strings_desc((), &a, &b), order(&b, &a) == Ordering::Less);
        prop_assert_eq!(starts_with_char(&a, b'a'), a.first() == Some(&b'a'));
        prop_assert_eq!(ends_with_char(&a, b'a'), a.last() == Some(&b'a'));
    }

    #[test]
    fn trimming(a in text(12), set in text(3)) {
        let keep = |b: &u8| !set.contains(b);
        let start = a.iter().position(keep).unwrap_or(a.len());
        let end = a.iter().rposition(keep).map_or(0, |i| i + 1);
        prop_assert_eq!(trim_left(&a, &set), &a[start..]);
        prop_assert_eq!(trim_right(&a, &set), &a[..end]);
        prop_assert_eq!(trim(&a, &set), a.get(start..end).unwrap_or(&[]));
        prop_assert_eq!(trim_prefix(&a, &set), a.strip_prefix(&*set).unwrap_or(&a));
        prop_assert_eq!(trim_suffix(&a, &set), a.strip_suffix(&*set).unwrap_or(&a));
    }
}

#[test]
fn empty_arguments_differ_between_look_alikes() {
    assert!(!contains(b"a", b"") && !contains(b"", b""));
    assert_eq!(index_of(b"a", b""), None);
    assert_eq!(last_index_of(b"ab", b""), Some(2));
    assert!(starts_with(b"a", b"") && ends_with(b"a", b"") && !has_prefix(b"a", b""));
}
