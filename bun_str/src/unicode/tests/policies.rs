//! The policies apart: one ill-formed text, and what each makes of it.

use alloc::vec;
use alloc::vec::Vec;

use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

use super::{broken, config};
use crate::strings::{
    BOM, CodepointIterator, Cursor, EncodeIntoResult, UTF16Replacement, codepoint_size,
    contains_non_bmp_code_point, convert_utf8_bytes_into_utf16, convert_utf8_to_utf16_in_buffer_z,
    copy_cp1252_into_utf16, copy_latin1_into_ascii, copy_latin1_into_utf8_stop_on_non_ascii,
    copy_u8_into_u16, copy_u16_into_u8, decode_wtf8_rune_t, decode_wtf8_rune_t_multibyte,
    lexer_step, peek_n_codepoints_wtf8, replace_latin1_with_utf8, utf16_codepoint,
    utf16_codepoint_with_fffd, utf16_eql_string, wtf8_byte_sequence_length, wtf8_sequence,
};

fn iterate(text: &[u8]) -> Vec<(u32, i32, u8)> {
    let text = CodepointIterator::init(text);
    let mut cursor = Cursor::default();
    let mut seen = Vec::new();
    while text.next(&mut cursor) {
        seen.push((cursor.i, cursor.c, cursor.width));
    }
    let end = cursor;
    assert!(!text.next(&mut cursor) && cursor == end, "the end is an end");
    seen
}

#[test]
fn one_text_and_four_policies() {
    // A surrogate, a byte that starts nothing, a cut sequence.
    let text = b"\xed\xa0\x80\xff\xe2\x82";
    let kept = [(0, 0xd800, 3), (3, 0xff, 1), (4, 0xfffd, 1), (5, 0x82, 1)];
    assert_eq!(iterate(text), kept);
    let replaced = convert_utf8_bytes_into_utf16(text);
    assert_eq!((replaced.len, replaced.fail, replaced.can_buffer), (1, true, false));
    assert_eq!(super::lossy_utf16(text).len(), 5);
    assert!(!crate::strings::is_valid_utf8(text));
    assert!(crate::strings::convert_utf8_to_utf16_in_buffer(&mut [0; 8], text).is_empty());
}

#[test]
fn the_lexers_step_ends_where_a_sequence_is_cut() {
    let mut steps = Vec::new();
    let (mut current, mut end) = (0, 0);
    let text = b"a\xffb\xe2\x28\xa1\xed\xa0\x80\xe2\x82";
    loop {
        let c = lexer_step::next_codepoint(text, &mut current, &mut end);
        steps.push((c, end, current));
        if c == -1 {
            break;
        }
    }
    let expected = [
        (0x61, 0, 1),
        (0xff, 1, 2),
        (0x62, 2, 3),
        (0xfffd, 3, 4),
        (0x28, 4, 5),
        (0xa1, 5, 6),
        (0xd800, 6, 9),
        (-1, 9, 11),
    ];
    assert_eq!(steps, expected);
    assert_eq!(lexer_step::next_codepoint(text, &mut current, &mut end), -1);
    assert_eq!((current, end), (11, 11));
    let mut beyond = 20;
    assert_eq!(lexer_step::next_codepoint_multibyte(text, &mut beyond, 0xe2), -1);
    assert_eq!(beyond, 20);
}

#[test]
fn decoding_one_character() {
    assert_eq!(decode_wtf8_rune_t([0xc3, 0xa9, 0, 0], 0, -1), -1);
    assert_eq!(decode_wtf8_rune_t([0xc3, 0xa9, 0, 0], 1, -1), 0xc3);
    assert_eq!(decode_wtf8_rune_t([0xc3, 0xa9, 0, 0], 5, -1), -1);
    assert_eq!(decode_wtf8_rune_t_multibyte([b'a', 0, 0, 0], 1, 7_u32), 7);
    assert_eq!(decode_wtf8_rune_t([0xf4, 0x90, 0x80, 0x80], 4, -1), -1);
    assert_eq!(decode_wtf8_rune_t([0xe0, 0x9f, 0xbf, 0], 3, -1), -1);
    assert_eq!(wtf8_sequence(0xdfff), [0xed, 0xbf, 0xbf, 0]);
    assert_eq!(wtf8_sequence(0x10_ffff), [0xf4, 0x8f, 0xbf, 0xbf]);
    assert_eq!([0x1ff, 0xc3].map(codepoint_size), [0, 2]);
    assert_eq!([0xbf, 0xf7, 0xf8].map(wtf8_byte_sequence_length), [1, 4, 1]);
}

#[test]
fn half_pairs() {
    let step = |input: &[u16]| {
        let UTF16Replacement { code_point, len, fail, is_lead, .. } =
            utf16_codepoint_with_fffd(input);
        (code_point, len, fail, is_lead)
    };
    assert_eq!(step(&[]), (0xfffd, 0, false, false));
    assert_eq!(step(&[0xd83d]), (0xfffd, 1, false, true));
    assert_eq!(step(&[0xd83d, 0x61]), (0xfffd, 1, true, true));
    assert_eq!(step(&[0xde00, 0x61]), (0xfffd, 1, true, false));
    assert_eq!(step(&[0xd83d, 0xde00]), (0x1f600, 2, false, false));
    let trusting = utf16_codepoint(&[0xd83d, 0xe9]);
    assert_eq!((trusting.code_point, trusting.len), (0x1f4e9, 2));
    assert_eq!(utf16_codepoint(&[0xdc00]).code_point, 0xfffd);
}

#[test]
fn equality_across_encodings() {
    // The plane above the first supplementary one, which takes a carry.
    assert!(utf16_eql_string(&[0xd840, 0xdc00], "\u{20000}".as_bytes()));
    assert!(!utf16_eql_string(&[0xd840, 0xdc00], "\u{10000}".as_bytes()));
    assert!(!utf16_eql_string(&[0x61], b"ab") && !utf16_eql_string(&[0x61, 0x62], b"a"));
}

#[test]
fn buffers_of_the_wrong_length() {
    let mut units = [7; 3];
    assert!(convert_utf8_to_utf16_in_buffer_z(&mut units, b"abc").is_empty());
    assert_eq!(units[0], 0);
    assert_eq!(convert_utf8_to_utf16_in_buffer_z(&mut units, b"ab"), [0x61, 0x62]);
    assert_eq!(units[2], 0);
    copy_u8_into_u16(&mut units, b"x");
    assert_eq!(units, [0x78, 0x62, 0]);
    let mut bytes = [0; 2];
    copy_u16_into_u8(&mut bytes, &[0x1fe, 0x41, 0x42]);
    assert_eq!(bytes, [0xfe, 0x41]);
    copy_latin1_into_ascii(&mut bytes, &[0xff]);
    assert_eq!(bytes, [0x7f, 0x41]);
    let result = copy_cp1252_into_utf16(&mut units[..2], b"\x80\x9f\xff");
    assert_eq!((result, units), (EncodeIntoResult { read: 2, written: 2 }, [0x20ac, 0x178, 0]));
}

#[test]
fn copying_that_stops() {
    let mut buf = [0; 4];
    let copy = copy_latin1_into_utf8_stop_on_non_ascii::<true>;
    assert_eq!(copy(&mut buf, b"ab"), EncodeIntoResult { read: 2, written: 2 });
    assert_eq!(copy(&mut buf, b"ab\xe9"), EncodeIntoResult::NON_ASCII);
    assert_eq!(copy(&mut buf, b"abcd\xe9"), EncodeIntoResult { read: 4, written: 4 });
}

#[test]
fn replacing_in_place_never_leaves_the_buffer() {
    let mut text = *b"a\xe9\0\xe9";
    replace_latin1_with_utf8(&mut text);
    assert_eq!(&text, b"a\xc3\xa9\xe9");
}

#[test]
fn marks() {
    assert_eq!(BOM::detect(b"\xff\xfe"), None);
    assert_eq!(BOM::detect(b"\xfe\xff\0"), None);
    assert_eq!(BOM::detect_and_split(b"\xef\xbb\xbf"), (Some(BOM::Utf8), b"".as_slice()));
    assert_eq!(BOM::detect(b"\xff\xfe\0\0"), Some(BOM::Utf16Le));
    for bom in [BOM::Utf8, BOM::Utf16Le, BOM::Utf16Be, BOM::Utf32Le, BOM::Utf32Be] {
        assert_eq!(bom.get_header().len(), bom.length());
        assert_eq!(bom.remove_and_convert_to_utf8_and_free(vec![b'a'; 1]), b"");
        let mut file = bom.get_header().to_vec();
        file.extend_from_slice(b"a\0b");
        let mut in_place = file.clone();
        let text = bom.remove_and_convert_to_utf8_and_free(file);
        assert_eq!(text, bom.remove_and_convert_to_utf8_without_dealloc(&mut in_place));
        assert_eq!(text, if bom == BOM::Utf16Le { b"a".as_slice() } else { b"a\0b" });
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_iterator_covers_the_text(text in broken()) {
        let seen = iterate(&text);
        let mut end = 0;
        for (i, c, width) in &seen {
            prop_assert_eq!(*i, end);
            end += u32::from(*width);
            let bytes = &text[*i as usize..end as usize];
            if let Ok([c2]) = core::str::from_utf8(bytes).map(|s| s.chars().collect::<Vec<_>>())
                .as_deref().map(<[char; 1]>::try_from).unwrap_or(Ok([' ']))
            {
                prop_assert!(c2 == ' ' || c2 as i32 == *c);
            }
        }
        prop_assert_eq!(end as usize, text.len());
        let is_beyond = seen.iter().any(|(_, c, _)| *c > 0xffff);
        prop_assert_eq!(contains_non_bmp_code_point(&text), is_beyond);
        let mut itself = CodepointIterator::init(&text);
        for (i, c, _) in &seen {
            prop_assert_eq!((itself.next_codepoint(), itself.i), (*c, *i as usize));
        }
        prop_assert_eq!(itself.next_codepoint(), -1);
        prop_assert!(text.starts_with(peek_n_codepoints_wtf8(&text, 0, 3)));
    }
}
