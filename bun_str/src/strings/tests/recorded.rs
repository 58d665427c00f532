//! What the originals answered.

use crate::strings::*;
use crate::{replace, replacement_size};

#[test]
fn empty_needles_and_prefixes() {
    assert!(!contains(b"a", b"") && !contains(b"", b"") && !contains_comptime(b"a", b""));
    assert_eq!(index_of(b"a", b""), None);
    assert_eq!(index_of_t::<u16>(&[97], &[]), Some(0));
    assert_eq!(
        (index(b"a", b""), index_of_signed(b"a", b""), index_of_signed(b"a", b"b")),
        (-1, 0, -1)
    );
    assert!(!has_prefix(b"a", b"") && has_prefix_comptime(b"a", b"") && starts_with(b"a", b""));
    assert!(ends_with(b"a", b"") && has_suffix_comptime(b"a", b""));
    assert!(
        !has_prefix_case_insensitive(b"a", b"") && starts_with_case_insensitive_ascii(b"a", b"")
    );
    assert!(!has_prefix_case_insensitive_t::<u16>(&[97], b""));
    assert!(!ends_with_any(b"", b"a") && ends_with_char_or_is_zero_length(b"", b'a'));
    assert_eq!(index_of_any(b"", b"ab"), None);
    assert!(is_all_ascii(b"") && !contains_newline_or_non_ascii_or_quote(b""));
}

#[test]
fn case_is_ascii_only_and_nul_is_a_byte() {
    assert!(eql_case_insensitive_ascii(b"abC", b"ABc", true));
    assert!(eql_case_insensitive_ascii(b"", b"", true));
    assert!(!eql_case_insensitive_ascii(b"[", b"{", true));
    assert!(!eql_case_insensitive_ascii(b"ab", b"abc", true));
    assert!(!eql_case_insensitive_ascii(b"a\0b", b"A\0c", true), "strncasecmp stops at the NUL");
    assert!(!eql_case_insensitive_t::<u8>(b"", b""));
}

#[test]
fn splitting() {
    type Pieces = &'static [&'static [u8]];
    let table: [(&[u8], &[u8], Pieces); 9] = [
        (b"", b",", &[b""]),
        (b"a", b",", &[b"a"]),
        (b"a,b", b",", &[b"a", b"b"]),
        (b"a,b,", b",", &[b"a", b"b", b""]),
        (b",a", b",", &[b"", b"a"]),
        (b",", b",", &[b"", b""]),
        (b"a::b::", b"::", &[b"a", b"b", b""]),
        (b"abc", b"", &[b"abc"]),
        (b"a:::b", b"::", &[b"a", b":b"]),
    ];
    for (text, delimiter, expected) in table {
        assert_eq!(split(text, delimiter).collect::<Vec<_>>(), expected);
    }
    assert_eq!(last_index_before_char(b"a.b/c.d", b'.', b'/'), Some(1));
    assert_eq!(substring(b"abc", Some(2), Some(9)), b"c");
}

#[test]
fn trailing_runs_are_cut_down_to_one() {
    let table: [(&[u8], &[u8]); 8] = [
        (b"", b""),
        (b"foo", b"foo"),
        (b"foo\n", b"foo\n"),
        (b"foo\n\n\n", b"foo\n"),
        (b"\n\n", b"\n\n"),
        (b"\n", b"\n"),
        (b"\nfoo", b"\nfoo"),
        (b"\n\n\nfoo", b"\n\n\nfoo"),
    ];
    for (text, expected) in table {
        assert_eq!(trim_subsequent_leading_chars(text, b'\n'), expected, "{text:?}");
    }
}

#[test]
fn lines_around_a_line() {
    type Ranges = &'static [(u32, u32)];
    let table: [(&[u8], [Ranges; 6]); 7] = [
        (b"", [&[]; 6]),
        (b"a", [&[(0, 1)], &[], &[], &[], &[], &[]]),
        (
            b"a\nb\nc\nd",
            [
                &[(0, 1)],
                &[(0, 1), (1, 4)],
                &[(0, 1), (1, 4), (3, 6)],
                &[(1, 4), (3, 6)],
                &[(1, 4), (3, 6)],
                &[(1, 4), (3, 6)],
            ],
        ),
        (
            b"a\r\nb\r\nc\r\nd\r\n",
            [
                &[(0, 2)],
                &[(0, 2), (2, 4)],
                &[(0, 2), (2, 4), (5, 7)],
                &[(2, 4), (5, 7), (8, 10)],
                &[(5, 7), (8, 10)],
                &[(5, 7), (8, 10)],
            ],
        ),
        (
            b"\n\n\n",
            [
                &[(0, 0)],
                &[(0, 0), (0, 2)],
                &[(0, 0), (0, 2), (1, 3)],
                &[(0, 2), (1, 3)],
                &[(0, 2), (1, 3)],
                &[(0, 2), (1, 3)],
            ],
        ),
        (
            b"\xc3\xa9\nb\n\xc3\xa7",
            [
                &[(0, 2)],
                &[(0, 2), (2, 5)],
                &[(0, 2), (2, 5)],
                &[(0, 2), (2, 5)],
                &[(0, 2), (2, 5)],
                &[(0, 2), (2, 5)],
            ],
        ),
        (b"a\rb\nc", [&[(0, 3)]; 6]),
    ];
    for (text, by_line) in table {
        for (line, expected) in by_line.into_iter().enumerate() {
            let ranges = index_of_line_ranges::<3>(text, line as u32);
            let ranges: Vec<_> = ranges.iter().map(|range| (range.start, range.end)).collect();
            assert_eq!(ranges, expected, "{text:?} {line}");
            let lines = get_lines_in_text::<3>(text, line as u32);
            assert_eq!(lines.map_or(0, |lines| lines.len()), expected.len());
        }
    }
}

#[test]
fn hexadecimal() {
    let mut bytes = [0; 4];
    let table: [(&[u8], Result<usize, DecodeHexError>, usize); 9] = [
        (b"", Ok(0), 0),
        (b"0a", Ok(1), 1),
        (b"0A0b", Ok(2), 2),
        (b"0", Err(DecodeHexError), 0),
        (b"0a0", Err(DecodeHexError), 1),
        (b"zz", Err(DecodeHexError), 0),
        (b"0azz", Err(DecodeHexError), 1),
        (b"0a\xff\xff", Err(DecodeHexError), 1),
        (b"0a0b0c0d0e", Ok(4), 4),
    ];
    for (source, strict, truncating) in table {
        assert_eq!(decode_hex_to_bytes(&mut bytes, source), strict, "{source:?}");
        assert_eq!(decode_hex_to_bytes_truncate(&mut bytes, source), truncating);
        let wide: Vec<u16> = source.iter().map(|&byte| byte.into()).collect();
        assert_eq!(decode_hex_to_bytes(&mut bytes, &wide), strict);
    }
    assert_eq!(decode_hex_to_bytes(&mut bytes, &[0x130_u16, 0x30]), Err(DecodeHexError));
    let mut digits = [b'-'; 5];
    assert_eq!(encode_bytes_to_hex(&mut digits, &[1, 0xab, 0xcd]), 4);
    assert_eq!(&digits, b"01ab-");
    assert!(
        (0..=255).all(|byte: u8| is_ascii_hex_digit(byte) == is_hex_code_point(i32::from(byte)))
    );
    let error: bun_core::Error = DecodeHexError.into();
    assert_eq!(error.name(), DecodeHexError.to_string());
}

#[test]
fn scanners_stop_where_the_originals_do() {
    assert_eq!(index_of_newline_or_non_ascii(b"\tab\n", 0), Some(0));
    assert_eq!(index_of_newline_or_non_ascii(b"a\tb", 0), Some(1));
    assert_eq!(index_of_newline_or_non_ascii(b"abc", 3), None);
    assert_eq!(index_of_newline_or_non_ascii_check_start::<false>(b"\na", 0), Some(0));
    assert_eq!(index_of_space_or_newline_or_non_ascii(b"ab c", 1), Some(2));
    let stops = |found: &dyn Fn(&[u8]) -> bool| -> Vec<u8> {
        (0x20..0x80).filter(|&byte| found(&[byte])).collect()
    };
    assert_eq!(stops(&|t| index_of_newline_or_non_ascii_or_hash_or_at(t).is_some()), b"#@");
    assert_eq!(stops(&|t| contains_newline_or_non_ascii_or_quote(t)), b"\"");
    let escape =
        |quote| stops(&|t| index_of_needs_escape_for_java_script_string(t, quote).is_some());
    assert_eq!(escape(b'\''), b"'\\\x7f");
    assert_eq!(escape(b'`'), b"$\\`\x7f");
    let literal = |t: &[u8]| index_of_interesting_character_in_string_literal(t, b'"').is_some();
    assert_eq!(stops(&literal), b"\"\\\x7f");
    let comment = |t: &[u8]| index_of_interesting_character_in_multiline_comment(t);
    assert_eq!(stops(&|t| comment(t).is_some()), b"*");
    assert_eq!(
        (comment(b"\t\x01\r"), comment(b"a\n"), comment(b"a\x80")),
        (Some(2), Some(1), Some(1))
    );
    let url = |t: &[u8]| index_of_needs_url_encode(t);
    assert_eq!(stops(&|t| url(t).is_some()), b"\"#%?[\\]^|~\x7f");
    assert_eq!(
        (url(b"a\x7f"), url(b"a b"), url(b"a\x1f"), url(b"a\xff")),
        (None, None, Some(1), Some(1))
    );
}

#[test]
fn replacing_and_joining() {
    assert_eq!(replace_owned(b"abc", b"", b"x"), b"abc");
    assert_eq!(replacement_size(b"abab", b"ab", b""), 0);
    let mut output = [b'-'; 6];
    assert_eq!(replace(b"a.b.c", b".", b"", &mut output), 2);
    assert_eq!(&output, b"abc---");
    assert_eq!(&*join(&[], b","), b"");
    assert_eq!(&*append(b"", b"x"), b"x");
    assert_eq!(repeating_alloc(3, b'x').as_deref(), Ok(&b"xxx"[..]));
    assert!(repeating_alloc(usize::MAX, 0).is_err());
    assert_eq!(&*concat_with_length(&[b"a", b"bc"], 3), b"abc");
    let mut buffer = [7_u16; 2];
    assert!(concat_buf_t(&mut buffer, &[&[1], &[2, 3]]).is_err());
    assert_eq!(buffer, [7; 2], "an error writes nothing");
}

#[test]
fn sorting() {
    let mut keys: [&[u8]; 5] = [b"./a/*", b"./a/", b"./*", b"./a/*.js", b"./abc"];
    keys.sort_by(|a, b| glob_length_compare(a, b));
    assert_eq!(keys, [&b"./abc"[..], b"./a/*.js", b"./a/*", b"./a/", b"./*"]);
    let mut names: [&[u8]; 4] = [b"a", b"B", b"", b"aa"];
    sort_asc(&mut names);
    assert_eq!(names, [&b""[..], b"B", b"a", b"aa"]);
}

#[test]
#[should_panic(expected = "another length")]
fn a_wrong_sum_is_noticed() {
    let _ = concat_with_length(&[b"a"], 2);
}

#[test]
#[should_panic(expected = "not a hexadecimal digit")]
fn only_digits_have_a_value() {
    let _ = to_ascii_hex_value(b'g');
}
