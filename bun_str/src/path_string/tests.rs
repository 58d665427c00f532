//! `PathString`: slices with and without a terminator.

use alloc::format;
use alloc::vec::Vec;

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
    let path = PathString::init_owned(Vec::from(*b"/a\xff"));
    assert_eq!(format!("{path} {path:?}"), "/a\u{fffd} \"/a\\xff\"");
    // Give it back, so that no test leaks.
    let text = path.slice_assume_z();
    let start = text.as_ptr().cast_mut().cast::<u8>();
    // SAFETY: `init_owned` leaked a box of exactly these bytes.
    drop(unsafe { Vec::from_raw_parts(start, 4, 4) });
}
