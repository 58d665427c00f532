//! `PathString`: slices with and without a terminator.

use alloc::format;
use std::sync::OnceLock;

use super::PathString;
use crate::{ZBox, zstr};

#[test]
fn a_terminator_is_remembered_not_guessed() {
    let buffer = b"/tmp\0".to_vec();
    let guessed = PathString::init(&buffer[..4]);
    assert_eq!((guessed.slice(), guessed.slice_z()), (&b"/tmp"[..], None));
    let owned = ZBox::from_bytes(b"/tmp");
    let known = PathString::init_z(&owned);
    assert_eq!(known.slice_assume_z().as_bytes_with_nul(), b"/tmp\0");
    assert_eq!(known, guessed);
    assert_eq!(known.len(), known.estimated_size());
}

#[test]
#[should_panic(expected = "without a terminator")]
fn assuming_what_is_not_there_panics() {
    assert!(PathString::init(b"/tmp").slice_assume_z().is_empty());
}

#[test]
fn empty_paths_have_a_terminator() {
    assert!(PathString::EMPTY.is_empty() && PathString::default().slice_z().is_some());
    assert!(PathString::init(&[]).is_empty());
    assert!(PathString::from(zstr!("")).slice_assume_z().is_empty());
}

#[test]
fn owned_paths_live_on() {
    // Reachable to the end, so that it does not count as leaked.
    static KEPT: OnceLock<PathString<'static>> = OnceLock::new();
    let path = KEPT.get_or_init(|| PathString::init_owned(b"/a\xff".to_vec()));
    assert_eq!(format!("{path} {path:?}"), "/a\u{fffd} \"/a\\xff\"");
    assert_eq!(path.slice_assume_z().as_bytes_with_nul(), b"/a\xff\0");
}
