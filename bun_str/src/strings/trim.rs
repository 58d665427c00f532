//! Cutting bytes off the ends, and white space.

use crate::simd::{self, Not};

/// White space: space, tab, LF, CR, vertical tab and form feed; no other character.
///
/// Zig: `bun.strings.whitespace_chars`.
#[doc(alias = "whitespace_chars")]
pub const WHITESPACE_CHARS: [u8; 6] = *b" \t\n\r\x0b\x0c";

/// Returns `text` without the bytes at both ends that occur in `set`.
///
/// Zig: `bun.strings.trim`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::strings::trim(b" \tx y\n", b" \t\n"), b"x y");
/// ```
#[must_use]
pub fn trim<'a>(text: &'a [u8], set: &[u8]) -> &'a [u8] {
    trim_left(trim_right(text, set), set)
}

/// Returns `text` without the bytes at its start that occur in `set`.
///
/// Zig: `std.mem.trimLeft`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{trim_left, trim_right};
///
/// assert_eq!(trim_left(b" \ta ", b" \t"), b"a ");
/// assert_eq!(trim_right(b" \ta ", b" \t"), b" \ta");
/// ```
#[doc(alias = "trimLeft")]
#[doc(alias = "trimStart")]
#[must_use]
pub fn trim_left<'a>(mut text: &'a [u8], set: &[u8]) -> &'a [u8] {
    while let [first, rest @ ..] = text
        && set.contains(first)
    {
        text = rest;
    }
    text
}

/// Returns `text` without the bytes at its end that occur in `set`.
///
/// Zig: `std.mem.trimRight`.
#[doc(alias = "trimRight")]
#[doc(alias = "trimEnd")]
#[must_use]
pub fn trim_right<'a>(mut text: &'a [u8], set: &[u8]) -> &'a [u8] {
    while let [rest @ .., last] = text
        && set.contains(last)
    {
        text = rest;
    }
    text
}

/// Returns `text` without the white space at both ends.
///
/// Zig: `bun.strings.trimSpaces`.
///
/// # Examples
///
/// ```
/// use bun_str::strings;
///
/// assert_eq!(strings::trim_spaces(b"\r\n a b\x0b "), b"a b");
/// assert_eq!(strings::length_of_leading_whitespace_ascii(b" \t\x0bx"), 3);
/// assert!(strings::is_all_whitespace(b" \n") && strings::is_all_whitespace(b""));
/// ```
#[doc(alias = "trimSpaces")]
#[must_use]
pub fn trim_spaces(text: &[u8]) -> &[u8] {
    trim(text, &WHITESPACE_CHARS)
}

/// Returns whether there is nothing but white space.
///
/// Zig: `bun.strings.isAllWhitespace`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::is_all_whitespace;
///
/// assert!(is_all_whitespace(b" \r\n\t") && !is_all_whitespace(b" a "));
/// ```
#[doc(alias = "isAllWhitespace")]
#[must_use]
pub fn is_all_whitespace(text: &[u8]) -> bool {
    length_of_leading_whitespace_ascii(text) == text.len()
}

/// Returns how many bytes at the start are white space.
///
/// Zig: `bun.strings.lengthOfLeadingWhitespaceASCII`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::strings::length_of_leading_whitespace_ascii(b" \tab "), 2);
/// ```
#[doc(alias = "lengthOfLeadingWhitespaceASCII")]
#[must_use]
pub fn length_of_leading_whitespace_ascii(text: &[u8]) -> usize {
    text.iter().position(|byte| !WHITESPACE_CHARS.contains(byte)).unwrap_or(text.len())
}

/// Returns `text` without the bytes at its start that are `byte`.
///
/// Zig: `bun.strings.trimLeadingChar`.
///
/// # Examples
///
/// ```
/// use bun_str::strings;
///
/// assert_eq!(strings::trim_leading_char(b"//a/", b'/'), b"a/");
/// assert_eq!(strings::trim_leading_pattern2(b"././a", b'.', b'/'), b"a");
/// assert_eq!(strings::trim_subsequent_leading_chars(b"a\n\n\n", b'\n'), b"a\n");
/// ```
#[doc(alias = "trimLeadingChar")]
#[must_use]
pub fn trim_leading_char(text: &[u8], byte: u8) -> &[u8] {
    simd::find(Not(byte), text).map_or(&[], |start| &text[start..])
}

/// Returns `text` without the pairs of `byte1` and `byte2` at its start.
///
/// Zig: `bun.strings.trimLeadingPattern2`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::strings::trim_leading_pattern2(b"./././a", b'.', b'/'), b"a");
/// ```
#[doc(alias = "trimLeadingPattern2")]
#[must_use]
pub fn trim_leading_pattern2(mut text: &[u8], byte1: u8, byte2: u8) -> &[u8] {
    while let Some(rest) = text.strip_prefix(&[byte1, byte2]) {
        text = rest;
    }
    text
}

/// Returns `text` with the run of `byte` at its **end** cut down to one.
///
/// The first byte of the text is never taken for a part of the run.
///
/// Zig: `bun.strings.trimSubsequentLeadingChars`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::trim_subsequent_leading_chars;
///
/// assert_eq!(trim_subsequent_leading_chars(b"//a///", b'/'), b"//a/");
/// ```
#[doc(alias = "trimSubsequentLeadingChars")]
#[must_use]
pub fn trim_subsequent_leading_chars(text: &[u8], byte: u8) -> &[u8] {
    let Some((_, behind_first)) = text.split_first() else { return text };
    let plain = behind_first.iter().rposition(|&other| other != byte);
    // The first byte, what is left of the run, and one of the run.
    let len = 1 + plain.map_or(0, |index| index + 1) + 1;
    &text[..len.min(text.len())]
}
