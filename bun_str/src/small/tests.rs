//! Strings in place and elsewhere, at every length around the limits.

use alloc::vec;
use alloc::vec::Vec;

use bun_alloc::AllocError;
use proptest::prelude::*;

use super::{Appender, SmolStr, StringOrTinyString, StringTooLong};
use crate::cases::pieces;

#[test]
fn smol_strings_round_trip_at_every_length() {
    for len in 0..=64 {
        let bytes: Vec<u8> = (0..len).map(|index| 0x80 | index as u8).collect();
        let string = SmolStr::from_slice(&bytes).expect("short");
        assert_eq!((string.slice(), string.len()), (&*bytes, len));
        assert_eq!((string.is_inlined(), string.is_empty()), (len <= 15, len == 0));
        let copy = string.clone();
        drop(string);
        assert_eq!(copy.slice(), bytes);
        assert_eq!(SmolStr::init_inlined(&bytes).is_ok(), len <= 15);
    }
    assert_eq!(SmolStr::init_inlined(&[0; 50]), Err(StringTooLong));
    assert_eq!(SmolStr::empty(), SmolStr::default());
    assert_eq!(SmolStr::from_char(b'x').slice(), b"x");
}

proptest! {
    #![proptest_config(crate::cases::config())]

    #[test]
    fn appending_is_that_of_a_vector(pieces in pieces()) {
        let mut string = SmolStr::empty();
        let mut model = Vec::new();
        for (_, piece) in &pieces {
            let was_inlined = string.is_inlined();
            prop_assert_eq!(string.append_slice(piece), Ok(()));
            prop_assert_eq!(string.append_char(b'.'), Ok(()));
            model.extend_from_slice(piece);
            model.push(b'.');
            prop_assert_eq!(string.slice(), &model);
            prop_assert!(was_inlined || !string.is_inlined());
        }
        string.slice_mut().reverse();
        model.reverse();
        prop_assert_eq!(string.as_ref(), &model);
    }
}

struct Store(usize);

impl Appender for Store {
    fn append(&mut self, bytes: &[u8]) -> Result<&'static [u8], AllocError> {
        self.0 += 1;
        Ok(if bytes.first() == Some(&b'x') { &[b'x'; 40] } else { &[b'?'; 40] })
    }
}

#[test]
fn tiny_strings_are_copied_up_to_their_limit() {
    for len in 0..=40 {
        let bytes: Vec<u8> = (0..len).map(|index| 0xff - index as u8).collect();
        let string = StringOrTinyString::init(&bytes);
        let copy = string;
        assert_eq!((copy.slice(), copy.is_tiny()), (&*bytes, len <= 31));
        assert_eq!(StringOrTinyString::init_tiny(&bytes).is_some(), len <= 31);
    }
    assert!(StringOrTinyString::default().slice().is_empty());
}

#[test]
fn long_strings_go_to_the_appender() {
    let mut store = Store(0);
    let short = vec![b'x'; 31];
    let long = vec![b'X'; 40];
    let tiny = StringOrTinyString::init_append_if_needed(&short, &mut store);
    assert_eq!((tiny.map(|s| s.slice().to_vec()), store.0), (Ok(short), 0));
    let kept = StringOrTinyString::init_lower_case_append_if_needed(&long, &mut store);
    assert_eq!((kept.map(|s| s.slice().to_vec()), store.0), (Ok(vec![b'x'; 40]), 1));
    let lower = StringOrTinyString::init_lower_case_append_if_needed(b"ABC", &mut store);
    assert_eq!(lower.map(|s| s.slice().to_vec()), Ok(b"abc".to_vec()));
    assert_eq!(StringOrTinyString::MAX, 31);
}
