//! `MutableString` against a vector.

use alloc::string::ToString;
use alloc::vec::Vec;
use core::fmt::Write as _;

use proptest::prelude::*;

use super::MutableString;

#[test]
fn identifiers_are_made_as_the_original_makes_them() {
    let cases: &[(&str, &str)] = &[
        ("", "_"),
        ("abc", "abc"),
        ("$", "$"),
        ("é", "é"),
        ("éa", "éa"),
        ("1a", "_1a"),
        ("a-b", "a_b"),
        ("a--b", "a_b"),
        ("aé", "a_"),
        ("a€😀b", "a_b"),
        ("-a", "__a"),
        ("let", "_let"),
        ("yield", "_yield"),
        ("class", "class"),
    ];
    for (text, expected) in cases {
        let made = MutableString::ensure_valid_identifier(text.as_bytes());
        assert_eq!(made.as_deref(), Ok(expected.as_bytes()), "{text}");
    }
    assert_eq!(MutableString::ensure_valid_identifier(b"a\xff").as_deref(), Ok(&b"a_"[..]));
}

proptest! {
    #![proptest_config(crate::cases::config())]

    #[test]
    fn what_is_made_is_an_identifier(text: Vec<u8>) {
        let made = MutableString::ensure_valid_identifier(&text).expect("short");
        prop_assert!(crate::identifier::is_identifier(&made), "{:?}", made);
    }

    #[test]
    fn appending_is_that_of_a_vector(pieces: Vec<Vec<u8>>, int: u64) {
        let mut string = MutableString::init_empty();
        let mut model = Vec::new();
        for piece in &pieces {
            prop_assert_eq!(string.append(piece), Ok(()));
            prop_assert_eq!(string.append_slice_exact(piece), Ok(()));
            model.extend_from_slice(piece);
            model.extend_from_slice(piece);
        }
        prop_assert_eq!(string.append_int(int), Ok(()));
        model.extend_from_slice(int.to_string().as_bytes());
        prop_assert_eq!(string.append_char_n_times(b'x', 3), Ok(()));
        model.extend_from_slice(b"xxx");
        prop_assert_eq!(string.last_index_of(b'x'), Some(model.len() - 1));
        prop_assert_eq!(string.slice(), &model);
        prop_assert_eq!(string.clone().map(|mut copy| copy.take_slice()), Ok(model));
    }
}

#[test]
fn lengths_change_with_zeroes() {
    let mut string = MutableString::init(8).expect("short");
    assert_eq!(string.inflate(3), Ok(()));
    assert_eq!(string.slice(), [0; 3]);
    string.writable_n_bytes(2).expect("short").fill(7);
    assert_eq!(string.slice(), [0, 0, 0, 7, 7]);
    string.reset_to(4);
    string.expand_to_capacity();
    assert_eq!(string.len(), string.list.capacity());
    string.reset();
    assert!(string.is_empty() && string.list.capacity() >= 8);
    assert!(string.inflate(usize::MAX).is_err() && string.grow_by(usize::MAX).is_err());
}

#[test]
#[should_panic(expected = "beyond the capacity")]
fn resetting_beyond_the_capacity_panics() {
    MutableString::init_empty().reset_to(1);
}

#[test]
fn copying_keeps_the_tail() {
    let mut string = MutableString::init_copy(b"abcdef").expect("short");
    assert_eq!(string.copy(b"XY"), Ok(()));
    assert_eq!(string.slice(), b"XYcdef");
    assert_eq!(string.copy(b"longer than that"), Ok(()));
    assert_eq!(string.slice(), b"longer than that");
}

#[test]
fn a_sentinel_is_added_once() {
    let mut string = MutableString::init_empty();
    assert_eq!(string.slice_with_sentinel().map(|z| z.len()), Ok(0));
    assert_eq!(string.slice_with_sentinel().map(|z| z.len()), Ok(0));
    string.reset();
    string.append_assume_capacity(b"ab");
    assert_eq!(string.slice_with_sentinel().map(|z| z.as_bytes().to_vec()), Ok(b"ab".to_vec()));
    assert_eq!(string.len(), 3);
}

#[test]
fn owning_is_about_addresses() {
    let string = MutableString::init_copy(b"abc").expect("short");
    assert!(string.owns(&string.list[1..2]) && string.owns(&string.list));
    assert!(!string.owns(b"abc"));
}

#[test]
fn every_writer_appends() {
    let mut string = MutableString::init_2048().expect("short");
    assert_eq!(write!(string, "{}", 1), Ok(()));
    assert_eq!(string.writer().write("2"), Ok(1));
    assert_eq!(string.write_all(b"3"), Ok(1));
    assert!(bun_core::io::Write::write_all(&mut string, b"4").is_ok());
    assert!(std::io::Write::write_all(&mut string, b"5").is_ok());
    assert_eq!(string.to_owned_slice().as_ref(), b"12345");
    assert!(string.to_default_owned().is_empty());
}

#[test]
fn a_buffered_writer_keeps_the_order() {
    for len in [0, 1, 2047, 2048, 2049, 5000] {
        let mut string = MutableString::init_empty();
        let mut writer = string.buffered_writer();
        assert_eq!(writer.write_all(b"<"), Ok(1));
        assert_eq!(writer.write_all(&alloc::vec![b'x'; len]), Ok(len));
        assert_eq!(writer.write_html_attribute_value(b"a<&'\""), Ok(()));
        assert_eq!(writer.flush(), Ok(()));
        let mut expected = alloc::vec![b'x'; len + 1];
        expected[0] = b'<';
        expected.extend_from_slice(b"a&lt;&'&quot;");
        assert_eq!(string.list, expected, "{len}");
    }
}
