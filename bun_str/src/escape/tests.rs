//! Escapes against slow versions of themselves and against what must hold of any escape.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use proptest::prelude::*;

use super::*;
use crate::escape_reg_exp::{escape_reg_exp, escape_reg_exp_for_package_name_matching};
use crate::strings::Encoding;

fn reg_exp(input: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    escape_reg_exp(input, &mut out).expect("a vector takes everything");
    out
}

#[test]
fn regular_expressions_are_escaped_as_recorded() {
    assert_eq!(reg_exp(br"a-b*[c]{d}|\^$.?+()/#"), br"a\x2db\*\[c\]\{d\}\|\\\^\$\.\?\+\(\)/#");
    let mut out = Vec::new();
    assert!(escape_reg_exp_for_package_name_matching(b"@a/*-b.c", &mut out).is_ok());
    assert_eq!(out, br"@a/.*\x2db\.c");
}

fn html_naive(text: &[u8]) -> Vec<u8> {
    text.iter().flat_map(|b| html_escape_entity(*b).map_or(Vec::from([*b]), Vec::from)).collect()
}

fn resolve<T: Copy>(escaped: Escaped<T>, original: &[T]) -> Vec<T> {
    match escaped {
        Escaped::Static(text) => text.to_vec(),
        Escaped::Original => original.to_vec(),
        Escaped::Allocated(text) => text,
    }
}

proptest! {
    #![proptest_config(crate::cases::config())]

    #[test]
    fn html_is_escaped_byte_by_byte(text in "[a<>&'\"é]{0,40}") {
        let escaped = resolve(escape_html_for_latin1_input(text.as_bytes()), text.as_bytes());
        prop_assert_eq!(&escaped, &html_naive(text.as_bytes()));
        let units: Vec<u16> = text.encode_utf16().collect();
        let wide = resolve(escape_html_for_utf16_input(&units), &units);
        prop_assert_eq!(String::from_utf16(&wide).ok(), String::from_utf8(escaped).ok());
    }

    #[test]
    fn escaped_regular_expressions_unescape(text: Vec<u8>) {
        let escaped = reg_exp(&text);
        let mut rest = &escaped[..];
        let mut back = Vec::new();
        while let [first, tail @ ..] = rest {
            (back, rest) = match (first, tail) {
                (b'\\', [b'x', b'2', b'd', tail @ ..]) => { back.push(b'-'); (back, tail) }
                (b'\\', [byte, tail @ ..]) => { back.push(*byte); (back, tail) }
                (byte, tail) => { back.push(*byte); (back, tail) }
            };
        }
        prop_assert_eq!(back, text);
    }

    #[test]
    fn percent_encoding_decodes(text in "[ -~é€😀\t]{0,30}") {
        let mut url = Vec::new();
        prop_assert_eq!(percent_encode_write(text.as_bytes(), &mut url), Ok(()));
        prop_assert!(url.is_ascii() && !url.iter().any(|byte| b"\\\"#?[]^|~\t".contains(byte)));
        let mut back = Vec::new();
        let mut rest = &url[..];
        while let [first, tail @ ..] = rest {
            if *first == b'%' {
                let digits = core::str::from_utf8(&tail[..2]).unwrap_or("");
                back.push(u8::from_str_radix(digits, 16).unwrap_or(0));
                rest = &tail[2..];
            } else {
                back.push(*first);
                rest = tail;
            }
        }
        prop_assert_eq!(back, text.as_bytes());
    }

    #[test]
    fn percent_encoding_survives_anything(text: Vec<u8>) {
        let mut url = Vec::new();
        if percent_encode_write(&text, &mut url).is_ok() {
            prop_assert!(url.is_ascii());
        }
    }

    #[test]
    fn string_escapes_are_ascii_when_asked(text: Vec<u8>, json: bool) {
        for str_encoding in [Encoding::Utf8, Encoding::Latin1, Encoding::Utf16] {
            let flags = QuoteEscapeFormatFlags {
                ascii_only: true,
                json,
                str_encoding,
                ..QuoteEscapeFormatFlags::default()
            };
            let inside = format_escapes(&text, flags).to_string();
            let is_printable = |byte: u8| (b' '..=b'~').contains(&byte);
            prop_assert!(inside.bytes().all(is_printable), "{}", inside);
        }
    }

    #[test]
    fn latin1_and_utf8_say_the_same(text in "[ -\u{ff}]{0,20}", quote in "[\"'`]") {
        let latin1: Vec<u8> = text.chars().map(|char| char as u8).collect();
        let quote_char = quote.as_bytes()[0];
        for ascii_only in [false, true] {
            let utf8 = QuoteEscapeFormatFlags { quote_char, ascii_only, ..Default::default() };
            let narrow = QuoteEscapeFormatFlags { str_encoding: Encoding::Latin1, ..utf8 };
            prop_assert_eq!(
                format_escapes(text.as_bytes(), utf8).to_string(),
                format_escapes(&latin1, narrow).to_string()
            );
        }
    }
}

#[test]
fn strings_are_escaped_as_the_printer_does() {
    let default = QuoteEscapeFormatFlags::default();
    let json = QuoteEscapeFormatFlags { json: true, ..default };
    let ascii = QuoteEscapeFormatFlags { ascii_only: true, ..default };
    let single = QuoteEscapeFormatFlags { quote_char: b'\'', ..default };
    for (text, flags, expected) in [
        ("a\"'`\\$\n\t\r", default, "a\\\"'`\\\\$\\n\\t\\r"),
        ("\"'", single, "\"\\'"),
        ("\u{7}\u{8}\u{b}\u{c}\u{0}\u{1f}", default, "\\x07\\b\\v\\f\\x00\\x1F"),
        ("\u{0}\u{7f}é", json, "\\u0000\u{7f}é"),
        ("\u{7f}é€😀", ascii, "\\x7F\\xE9\\u20AC\\uD83D\\uDE00"),
        ("\u{2028}\u{feff}", default, "\\u2028\\uFEFF"),
    ] {
        assert_eq!(format_escapes(text.as_bytes(), flags).to_string(), expected);
    }
    for (bytes, expected) in [
        (&b"\xed\xa0\x80"[..], "\\uD800"),
        (b"\xe2\x82", "\\x00"),
        (b"\xc0\x80x", "\\x00x"),
        (b"\x80", "\u{fffd}"),
    ] {
        assert_eq!(format_escapes(bytes, default).to_string(), expected, "{bytes:?}");
    }
    let wide = QuoteEscapeFormatFlags { str_encoding: Encoding::Utf16, ..default };
    let bytes: Vec<u8> = "é😀".encode_utf16().flat_map(u16::to_ne_bytes).collect();
    assert_eq!(format_escapes(&bytes, wide).to_string(), "é\\uD83D\\uDE00");
}

#[test]
fn percent_encoding_follows_the_lead_byte() {
    let encode = |text: &[u8]| {
        let mut url = Vec::new();
        percent_encode_write(text, &mut url).map(|()| url)
    };
    assert_eq!(encode(b"a b%"), Ok(b"a b%25".to_vec()));
    assert_eq!(encode(b"\x7f"), Ok(b"%7f".to_vec()));
    assert_eq!(encode(b"a\x7f"), Ok(b"a\x7f".to_vec()));
    assert_eq!(encode(b"%\x7f"), Ok(b"%25%7f".to_vec()));
    assert_eq!(encode(b"\xc3ab"), Ok(b"%c3%61b".to_vec()));
    assert_eq!(encode(b"\xe2\x82"), Err(PercentEncodeError::IncompleteUTF8));
    assert_eq!(bun_core::Error::from(PercentEncodeError::IncompleteUTF8).name(), "IncompleteUTF8");
}
