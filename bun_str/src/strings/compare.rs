//! Equality, prefixes, suffixes and order.

use core::cmp::Ordering;

/// Returns whether both have the same bytes.
///
/// Zig: `bun.strings.eql`.
#[doc(alias = "eqlComptime")]
#[must_use]
#[inline]
pub fn eql(a: &[u8], b: &[u8]) -> bool {
    a == b
}

/// Returns whether `text` starts with `prefix`; an empty prefix is `true`.
///
/// Zig: `bun.strings.startsWith`.
#[doc(alias = "startsWith")]
#[doc(alias = "hasPrefixComptime")]
#[must_use]
#[inline]
pub fn starts_with(text: &[u8], prefix: &[u8]) -> bool {
    text.starts_with(prefix)
}

/// Returns whether `text` starts with `prefix`; an empty prefix is `false`.
///
/// Zig: `bun.strings.hasPrefix`.
#[doc(alias = "hasPrefix")]
#[must_use]
#[inline]
pub fn has_prefix(text: &[u8], prefix: &[u8]) -> bool {
    !prefix.is_empty() && text.starts_with(prefix)
}

/// Returns whether `text` ends with `suffix`; an empty suffix is `true`.
///
/// Zig: `bun.strings.endsWith`.
#[doc(alias = "endsWith")]
#[doc(alias = "hasSuffixComptime")]
#[must_use]
#[inline]
pub fn ends_with(text: &[u8], suffix: &[u8]) -> bool {
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

/// Compares byte by byte, unsigned; of two strings where one starts the other, the shorter is
/// less.
///
/// Zig: `bun.strings.order`.
///
/// # Examples
///
/// ```
/// use core::cmp::Ordering;
///
/// assert_eq!(bun_str::strings::order(b"a", b"aa"), Ordering::Less);
/// assert_eq!(bun_str::strings::order(b"\xff", b"a"), Ordering::Greater);
/// ```
#[must_use]
#[inline]
pub fn order(a: &[u8], b: &[u8]) -> Ordering {
    a.cmp(b)
}

/// Returns whether `a` sorts before `b`: the predicate of an ascending sort.
///
/// The first argument is the context that Zig's sort passes along.
///
/// Zig: `bun.strings.cmpStringsAsc`.
#[doc(alias = "cmpStringsAsc")]
#[must_use]
#[inline]
pub fn cmp_strings_asc(_context: (), a: &[u8], b: &[u8]) -> bool {
    order(a, b).is_lt()
}

/// Returns whether `a` sorts after `b`: the predicate of a descending sort.
///
/// Zig: `bun.strings.cmpStringsDesc`.
#[doc(alias = "cmpStringsDesc")]
#[must_use]
#[inline]
pub fn cmp_strings_desc(_context: (), a: &[u8], b: &[u8]) -> bool {
    order(a, b).is_gt()
}
