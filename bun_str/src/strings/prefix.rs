//! Prefixes and suffixes, asked for and cut off.
//!
//! An empty prefix or suffix is there in every text, with one exception: [`has_prefix`] and its
//! case-insensitive twin say that it is not.

use crate::ZStr;
use crate::identifier::is_identifier_continue;
use crate::string::convert::utf8_scalars;

/// Returns whether `text` starts with `prefix`; an empty prefix is `true`.
///
/// Zig: `bun.strings.startsWith`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::starts_with;
///
/// assert!(starts_with(b"file://a", b"file:") && starts_with(b"", b""));
/// assert!(!starts_with(b"fi", b"file:"));
/// ```
#[doc(alias = "startsWith")]
#[must_use]
#[inline]
pub fn starts_with(text: &[u8], prefix: &[u8]) -> bool {
    text.starts_with(prefix)
}

/// [`starts_with`] of units of any type.
///
/// Zig: `bun.strings.startsWithGeneric`.
///
/// # Examples
///
/// ```
/// use bun_str::{strings::starts_with_generic, w};
///
/// assert!(starts_with_generic(w!(r"\\?\C:\a"), w!(r"\\?\")));
/// ```
#[doc(alias = "startsWithGeneric")]
#[must_use]
#[inline]
pub fn starts_with_generic<T: Eq>(text: &[T], prefix: &[T]) -> bool {
    text.starts_with(prefix)
}

/// Returns whether `text` starts with `prefix`; an empty prefix is `false`.
///
/// For a literal there is [`has_prefix_comptime`], which in Zig is another function: an empty
/// prefix is `true` there.
///
/// Zig: `bun.strings.hasPrefix`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::has_prefix;
///
/// assert!(has_prefix(b"file://a", b"file:"));
/// assert!(!has_prefix(b"file://a", b""));
/// ```
#[doc(alias = "hasPrefix")]
#[must_use]
#[inline]
pub fn has_prefix(text: &[u8], prefix: &[u8]) -> bool {
    !prefix.is_empty() && text.starts_with(prefix)
}

/// Returns whether `text` starts with a literal; an empty one is `true`, unlike in [`has_prefix`].
///
/// Zig: `bun.strings.hasPrefixComptime`.
///
/// # Examples
///
/// ```
/// use bun_str::strings;
///
/// assert!(strings::has_prefix_comptime(b"node:fs", b"node:"));
/// assert!(strings::has_prefix_comptime(b"fs", b"") && !strings::has_prefix(b"fs", b""));
/// ```
#[doc(alias = "hasPrefixComptime")]
#[must_use]
#[inline]
pub fn has_prefix_comptime(text: &[u8], prefix: &'static [u8]) -> bool {
    text.starts_with(prefix)
}

/// Returns whether `text` ends with `suffix`; an empty suffix is `true`.
///
/// Zig: `bun.strings.endsWith`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::ends_with;
///
/// assert!(ends_with(b"a.test.js", b".js") && !ends_with(b"s", b".js"));
/// ```
#[doc(alias = "endsWith")]
#[doc(alias = "endsWithComptime")]
#[must_use]
#[inline]
pub fn ends_with(text: &[u8], suffix: &[u8]) -> bool {
    text.ends_with(suffix)
}

/// [`ends_with`] for a literal.
///
/// Zig: `bun.strings.hasSuffixComptime`.
#[doc(alias = "hasSuffixComptime")]
#[must_use]
#[inline]
pub fn has_suffix_comptime(text: &[u8], suffix: &'static [u8]) -> bool {
    text.ends_with(suffix)
}

/// Returns whether the first byte of `text` is `byte`.
///
/// Zig: `bun.strings.startsWithChar`.
#[doc(alias = "startsWithChar")]
#[must_use]
#[inline]
pub fn starts_with_char(text: &[u8], byte: u8) -> bool {
    text.first() == Some(&byte)
}

/// Returns whether the last byte of `text` is `byte`.
///
/// Zig: `bun.strings.endsWithChar`.
#[doc(alias = "endsWithChar")]
#[must_use]
#[inline]
pub fn ends_with_char(text: &[u8], byte: u8) -> bool {
    text.last() == Some(&byte)
}

/// Returns whether the last byte of `text` is `byte`, or there is none.
///
/// Zig: `bun.strings.endsWithCharOrIsZeroLength`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{ends_with_char, ends_with_char_or_is_zero_length};
///
/// assert!(ends_with_char(b"a/", b'/') && !ends_with_char(b"", b'/'));
/// assert!(ends_with_char_or_is_zero_length(b"", b'/'));
/// ```
#[doc(alias = "endsWithCharOrIsZeroLength")]
#[must_use]
#[inline]
pub fn ends_with_char_or_is_zero_length(text: &[u8], byte: u8) -> bool {
    text.last().is_none_or(|&last| last == byte)
}

/// Returns whether the last byte of `text` occurs in `bytes`; an empty text has none.
///
/// Zig: `bun.strings.endsWithAny`, which must not be asked about an empty text.
///
/// # Examples
///
/// ```
/// use bun_str::strings::ends_with_any;
///
/// assert!(ends_with_any(br"a\", br"/\") && !ends_with_any(b"", br"/\"));
/// ```
#[doc(alias = "endsWithAny")]
#[doc(alias = "endsWithAnyComptime")]
#[must_use]
#[inline]
pub fn ends_with_any(text: &[u8], bytes: &[u8]) -> bool {
    text.last().is_some_and(|last| bytes.contains(last))
}

/// Returns `text` without one `prefix` at its start.
///
/// Zig: `bun.strings.trimPrefixComptime`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::trim_prefix;
///
/// assert_eq!(trim_prefix(b"./././a", b"./"), b"././a");
/// assert_eq!(trim_prefix(b"a", b"./"), b"a");
/// ```
#[doc(alias = "trimPrefixComptime")]
#[must_use]
#[inline]
pub fn trim_prefix<'a>(text: &'a [u8], prefix: &[u8]) -> &'a [u8] {
    text.strip_prefix(prefix).unwrap_or(text)
}

/// Returns `text` without one `suffix` at its end.
///
/// Zig: `bun.strings.trimSuffixComptime`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::strings::trim_suffix(b"a.js.js", b".js"), b"a.js");
/// ```
#[doc(alias = "trimSuffixComptime")]
#[must_use]
#[inline]
pub fn trim_suffix<'a>(text: &'a [u8], suffix: &[u8]) -> &'a [u8] {
    text.strip_suffix(suffix).unwrap_or(text)
}

/// [`trim_prefix`] under another name.
///
/// Zig: `bun.strings.withoutPrefixComptime`.
#[must_use]
#[inline]
pub fn without_prefix<'a>(text: &'a [u8], prefix: &[u8]) -> &'a [u8] {
    trim_prefix(text, prefix)
}

/// [`trim_prefix`] for a literal.
///
/// Zig: `bun.strings.withoutPrefixComptime`.
#[doc(alias = "withoutPrefixComptime")]
#[must_use]
#[inline]
pub fn without_prefix_comptime<'a>(text: &'a [u8], prefix: &'static [u8]) -> &'a [u8] {
    trim_prefix(text, prefix)
}

/// [`trim_suffix`] for a literal.
///
/// Zig: `bun.strings.withoutSuffixComptime`.
#[doc(alias = "withoutSuffixComptime")]
#[must_use]
#[inline]
pub fn without_suffix_comptime<'a>(text: &'a [u8], suffix: &'static [u8]) -> &'a [u8] {
    trim_suffix(text, suffix)
}

/// Returns what follows a literal prefix, or `None` where it is absent.
///
/// Zig: `bun.strings.withoutPrefixIfPossibleComptime`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::without_prefix_if_possible_comptime;
///
/// assert_eq!(without_prefix_if_possible_comptime(b"file:a", b"file:"), Some(&b"a"[..]));
/// assert_eq!(without_prefix_if_possible_comptime(b"npm:a", b"file:"), None);
/// ```
#[doc(alias = "withoutPrefixIfPossibleComptime")]
#[must_use]
#[inline]
pub fn without_prefix_if_possible_comptime<'a>(
    text: &'a [u8],
    prefix: &'static [u8],
) -> Option<&'a [u8]> {
    text.strip_prefix(prefix)
}

/// [`trim_prefix`] for a literal, keeping the terminator.
///
/// Zig: `bun.strings.withoutPrefixComptimeZ`.
///
/// # Examples
///
/// ```
/// use bun_str::{strings, zstr};
///
/// assert_eq!(strings::without_prefix_comptime_z(zstr!("./a"), b"./"), zstr!("a"));
/// ```
#[doc(alias = "withoutPrefixComptimeZ")]
#[must_use]
pub fn without_prefix_comptime_z<'a>(text: &'a ZStr, prefix: &'static [u8]) -> &'a ZStr {
    if !text.as_bytes().starts_with(prefix) {
        return text;
    }
    ZStr::from_slice_with_nul(&text.as_bytes_with_nul()[prefix.len()..])
}

/// Returns whether `index` does not split a UTF-8 character of `text`: the byte there does not
/// continue one, or `index` is the start or the end.
///
/// Zig: `bun.strings.isOnCharBoundary`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::is_on_char_boundary;
///
/// let places: Vec<bool> = (0..4).map(|i| is_on_char_boundary("é".as_bytes(), i)).collect();
/// assert_eq!(places, [true, false, true, false]);
/// ```
#[doc(alias = "isOnCharBoundary")]
#[must_use]
pub fn is_on_char_boundary(text: &[u8], index: usize) -> bool {
    match text.get(index) {
        _ if index == 0 => true,
        None => index == text.len(),
        Some(&byte) => is_utf8_char_boundary(byte),
    }
}

/// Returns whether `byte` does not continue a UTF-8 character.
///
/// Zig: `bun.strings.isUtf8CharBoundary`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::is_utf8_char_boundary;
///
/// let boundaries = "é!".bytes().map(is_utf8_char_boundary).collect::<Vec<_>>();
/// assert_eq!(boundaries, [true, false, true]);
/// ```
#[doc(alias = "isUtf8CharBoundary")]
#[must_use]
#[inline]
pub const fn is_utf8_char_boundary(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

/// Returns whether `input` starts with `prefix`, and no identifier goes on from there.
///
/// Zig: `bun.strings.hasPrefixWithWordBoundary`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::has_prefix_with_word_boundary;
///
/// assert!(has_prefix_with_word_boundary(b"@ts-check now", b"@ts-check"));
/// assert!(has_prefix_with_word_boundary(b"foo-", b"foo"));
/// assert!(!has_prefix_with_word_boundary(b"foobar", b"foo"));
/// assert!(!has_prefix_with_word_boundary("fooé".as_bytes(), b"foo"));
/// ```
#[doc(alias = "hasPrefixWithWordBoundary")]
#[must_use]
pub fn has_prefix_with_word_boundary(input: &[u8], prefix: &[u8]) -> bool {
    let goes_on = |character: char| is_identifier_continue(character.into());
    input.strip_prefix(prefix).is_some_and(|rest| !utf8_scalars(rest).next().is_some_and(goes_on))
}
