//! Scanners for text that is plain up to something: a control character, a quote, a byte that is
//! not ASCII.
//!
//! | function | stops at |
//! |---|---|
//! | [`first_non_ascii`] | from 0x80 up |
//! | [`index_of_newline_or_non_ascii`] | below 0x20 (a tab too), from 0x80 up |
//! | [`index_of_space_or_newline_or_non_ascii`] | up to 0x20, from 0x80 up |
//! | [`index_of_newline_or_non_ascii_or_hash_or_at`] | below 0x20, from 0x80 up, `#`, `@` |
//! | [`contains_newline_or_non_ascii_or_quote`] | below 0x20, from 0x80 up, `"` |
//! | [`index_of_needs_escape_for_java_script_string`] | below 0x20, from 0x7f up, `\`, the quote, `$` in templates |
//! | [`index_of_interesting_character_in_string_literal`] | below 0x20, from 0x7f up, `\`, the quote |
//! | [`index_of_interesting_character_in_multiline_comment`] | `*`, CR, LF, from 0x80 up |
//! | [`index_of_needs_url_encode`] | below 0x20, from 0x80 up, ``%\"#?[]^|~`` |
//!
//! Each is O(length), vectorised, and finds nothing in an empty text.
//!
//! # Examples
//!
//! ```
//! use bun_str::strings;
//!
//! assert!(strings::is_all_ascii(b"plain"));
//! assert_eq!(strings::first_non_ascii("na\u{ef}ve".as_bytes()), Some(2));
//! assert_eq!(strings::index_of_newline_or_non_ascii(b"one\ntwo\n", 4), Some(7));
//! assert!(strings::contains_newline_or_non_ascii_or_quote(b"say \"hi\""));
//! assert_eq!(strings::index_of_needs_escape_for_java_script_string(b"${x}", b'`'), Some(0));
//! assert_eq!(strings::index_of_needs_escape_for_java_script_string(b"${x}", b'"'), None);
//! ```

use crate::simd::{self, ByteSet, Unplain};

use super::search::narrow;

const DELETE: u8 = 0x7f;

/// Returns whether every byte is below 0x80; an empty text is.
///
/// Zig: `bun.strings.isAllASCII`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::is_all_ascii;
///
/// assert!(is_all_ascii(b"ascii") && is_all_ascii(b""));
/// assert!(!is_all_ascii("né".as_bytes()));
/// ```
#[doc(alias = "isAllASCII")]
#[must_use]
#[inline]
pub fn is_all_ascii(text: &[u8]) -> bool {
    simd::is_ascii(text)
}

/// Returns the index of the first byte from 0x80 up.
///
/// Zig: `bun.strings.firstNonASCII`.
///
/// # Panics
///
/// When the index does not fit 32 bits.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::strings::first_non_ascii("né".as_bytes()), Some(1));
/// ```
#[doc(alias = "firstNonASCII")]
#[must_use]
#[inline]
pub fn first_non_ascii(text: &[u8]) -> Option<u32> {
    simd::first_non_ascii(text).map(narrow)
}

/// Returns the index of the first 16-bit unit from 0x80 up.
///
/// Zig: `bun.strings.firstNonASCII16`.
///
/// # Panics
///
/// When the index does not fit 32 bits.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::strings::first_non_ascii16(&[0x61, 0x20ac]), Some(1));
/// ```
#[doc(alias = "firstNonASCII16")]
#[must_use]
#[inline]
pub fn first_non_ascii16(text: &[u16]) -> Option<u32> {
    simd::first_non_ascii16(text).map(narrow)
}

/// Returns the index in `text` of the first byte from `offset` on that is below 0x20, a tab too,
/// or not ASCII.
///
/// Zig: `bun.strings.indexOfNewlineOrNonASCII`.
///
/// # Panics
///
/// When `offset` is greater than the length, or the index does not fit 32 bits.
///
/// # Examples
///
/// ```
/// use bun_str::strings::index_of_newline_or_non_ascii;
///
/// assert_eq!(index_of_newline_or_non_ascii(b"a b\nc", 1), Some(3));
/// assert_eq!(index_of_newline_or_non_ascii(b"a b", 0), None);
/// ```
#[doc(alias = "indexOfNewlineOrNonASCII")]
#[doc(alias = "indexOfNewlineOrNonASCIIOrANSI")]
#[must_use]
#[inline]
pub fn index_of_newline_or_non_ascii(text: &[u8], offset: u32) -> Option<u32> {
    find_from(Unplain::<0x20, 0>([]), text, offset)
}

/// [`index_of_newline_or_non_ascii`], whatever `CHECK_START` is: in Zig it turns off a look at the
/// first byte that does not change the answer.
///
/// Zig: `bun.strings.indexOfNewlineOrNonASCIICheckStart`.
///
/// # Panics
///
/// When `offset` is greater than the length, or the index does not fit 32 bits.
#[doc(alias = "indexOfNewlineOrNonASCIICheckStart")]
#[must_use]
pub fn index_of_newline_or_non_ascii_check_start<const CHECK_START: bool>(
    text: &[u8],
    offset: u32,
) -> Option<u32> {
    index_of_newline_or_non_ascii(text, offset)
}

/// Returns the index in `text` of the first byte from `offset` on that is a space, below it, or
/// not ASCII.
///
/// Zig: `bun.strings.indexOfSpaceOrNewlineOrNonASCII`.
///
/// # Panics
///
/// When `offset` is greater than the length, or the index does not fit 32 bits.
///
/// # Examples
///
/// ```
/// use bun_str::strings::index_of_space_or_newline_or_non_ascii;
///
/// assert_eq!(index_of_space_or_newline_or_non_ascii(b"a b\nc", 0), Some(1));
/// assert_eq!(index_of_space_or_newline_or_non_ascii(b"a b\nc", 2), Some(3));
/// ```
#[doc(alias = "indexOfSpaceOrNewlineOrNonASCII")]
#[must_use]
#[inline]
pub fn index_of_space_or_newline_or_non_ascii(text: &[u8], offset: u32) -> Option<u32> {
    find_from(Unplain::<0x21, 0>([]), text, offset)
}

fn find_from<const LIMIT: u8>(class: Unplain<LIMIT, 0>, text: &[u8], offset: u32) -> Option<u32> {
    let start = offset as usize;
    simd::find(class, &text[start..]).map(|index| narrow(start + index))
}

/// Returns the index of the first `#`, `@`, byte below 0x20 or byte that is not ASCII.
///
/// Zig: `bun.highway.indexOfNewlineOrNonASCIIOrHashOrAt`, where DEL matches or not depending on
/// its place; here it never does.
///
/// # Examples
///
/// ```
/// use bun_str::strings::index_of_newline_or_non_ascii_or_hash_or_at;
///
/// assert_eq!(index_of_newline_or_non_ascii_or_hash_or_at(b"// @jsx h"), Some(3));
/// ```
#[doc(alias = "indexOfNewlineOrNonASCIIOrHashOrAt")]
#[must_use]
#[inline]
pub fn index_of_newline_or_non_ascii_or_hash_or_at(text: &[u8]) -> Option<usize> {
    simd::find(Unplain::<0x20, 2>(*b"#@"), text)
}

/// Returns whether there is a `"`, a byte below 0x20 or one that is not ASCII.
///
/// Zig: `bun.strings.containsNewlineOrNonASCIIOrQuote`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::contains_newline_or_non_ascii_or_quote;
///
/// assert!(contains_newline_or_non_ascii_or_quote(b"say \"hi\""));
/// assert!(!contains_newline_or_non_ascii_or_quote(b"it's plain"));
/// ```
#[doc(alias = "containsNewlineOrNonASCIIOrQuote")]
#[must_use]
#[inline]
pub fn contains_newline_or_non_ascii_or_quote(text: &[u8]) -> bool {
    simd::find(Unplain::<0x20, 1>(*b"\""), text).is_some()
}

/// Returns the index of the first byte that cannot stand as it is in a JavaScript string between
/// two `quote`s: a control character (DEL too), a backslash, the quote, what is not ASCII, and
/// `$` between backticks.
///
/// Zig: `bun.strings.indexOfNeedsEscapeForJavaScriptString`.
///
/// # Panics
///
/// When the index does not fit 32 bits.
///
/// # Examples
///
/// ```
/// use bun_str::strings::index_of_needs_escape_for_java_script_string;
///
/// assert_eq!(index_of_needs_escape_for_java_script_string(b"it's $1", b'\''), Some(2));
/// assert_eq!(index_of_needs_escape_for_java_script_string(b"it's $1", b'`'), Some(5));
/// assert_eq!(index_of_needs_escape_for_java_script_string(b"it's $1", b'"'), None);
/// ```
#[doc(alias = "indexOfNeedsEscapeForJavaScriptString")]
#[must_use]
#[inline]
pub fn index_of_needs_escape_for_java_script_string(text: &[u8], quote: u8) -> Option<u32> {
    let found = if quote == b'`' {
        simd::find(Unplain::<0x20, 4>([DELETE, b'\\', b'`', b'$']), text)
    } else {
        simd::find(Unplain::<0x20, 3>([DELETE, b'\\', quote]), text)
    };
    found.map(narrow)
}

/// Returns the index of the first byte of a string literal that a lexer has to look at: the quote,
/// a backslash, a control character (DEL too) or what is not ASCII.
///
/// Zig: `bun.highway.indexOfInterestingCharacterInStringLiteral`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::index_of_interesting_character_in_string_literal;
///
/// assert_eq!(index_of_interesting_character_in_string_literal(br#"a\n" b"#, b'"'), Some(1));
/// assert_eq!(index_of_interesting_character_in_string_literal(b"it's\" b", b'"'), Some(4));
/// ```
#[doc(alias = "indexOfInterestingCharacterInStringLiteral")]
#[must_use]
#[inline]
pub fn index_of_interesting_character_in_string_literal(text: &[u8], quote: u8) -> Option<usize> {
    simd::find(Unplain::<0x20, 3>([DELETE, b'\\', quote]), text)
}

/// Returns the index of the first byte of a block comment that a lexer has to look at: `*`, a line
/// break or what is not ASCII.
///
/// Bun: `indexOfInterestingCharacterInMultilineComment`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::index_of_interesting_character_in_multiline_comment;
///
/// assert_eq!(index_of_interesting_character_in_multiline_comment(b" why */"), Some(5));
/// ```
#[doc(alias = "indexOfInterestingCharacterInMultilineComment")]
#[must_use]
#[inline]
pub fn index_of_interesting_character_in_multiline_comment(text: &[u8]) -> Option<usize> {
    // No byte is below zero.
    simd::find(Unplain::<0, 3>(*b"*\r\n"), text)
}

/// Returns the index of the first byte that a URL cannot contain as it is: a control character, one
/// of ``%\"#?[]^|~``, or what is not ASCII. A space is left alone, and DEL is found
/// only at the start.
///
/// Zig: `bun.strings.indexOfNeedsURLEncode`.
///
/// # Panics
///
/// When the index does not fit 32 bits.
///
/// # Examples
///
/// ```
/// use bun_str::strings::index_of_needs_url_encode;
///
/// assert_eq!(index_of_needs_url_encode(b"a b%"), Some(3));
/// assert_eq!(index_of_needs_url_encode(b"\x7fa"), Some(0));
/// assert_eq!(index_of_needs_url_encode(b"a\x7f"), None);
/// ```
#[doc(alias = "indexOfNeedsURLEncode")]
#[must_use]
pub fn index_of_needs_url_encode(text: &[u8]) -> Option<u32> {
    const STOPS: ByteSet = ByteSet::new(b"%\\\"#?[]^|~").with_range(0, 0x1f).with_range(0x80, 0xff);
    if text.first() == Some(&DELETE) {
        return Some(0);
    }
    STOPS.find(text).map(narrow)
}
