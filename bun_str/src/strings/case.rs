//! ASCII without regard to case. No other letter has one here: `[` is not `{`, `É` is not `é`.

use core::cmp::Ordering;

use crate::simd;

use super::CodeUnit;

/// Returns whether both are equal but for the case of ASCII letters. Without `check_len`, whether
/// the first `a.len()` bytes of `b` are.
///
/// Zig: `bun.strings.eqlCaseInsensitiveASCII`. It compares no further than a NUL in both, and
/// asserts that neither is empty without `check_len`; here a NUL is a byte like others, and nothing
/// equals nothing.
///
/// # Examples
///
/// ```
/// use bun_str::strings::eql_case_insensitive_ascii;
///
/// assert!(eql_case_insensitive_ascii(b"Content-Type", b"content-type", true));
/// assert!(!eql_case_insensitive_ascii(b"a\0b", b"A\0c", true));
/// assert!(eql_case_insensitive_ascii(b"npm", b"NPM_token", false));
/// assert!(!eql_case_insensitive_ascii(b"npm", b"NP", false));
/// ```
#[doc(alias = "eqlCaseInsensitiveASCII")]
#[must_use]
#[inline]
pub fn eql_case_insensitive_ascii(a: &[u8], b: &[u8], check_len: bool) -> bool {
    if check_len {
        simd::eq_ignoring_case(a, b)
    } else {
        b.get(..a.len()).is_some_and(|b| simd::eq_ignoring_case(a, b))
    }
}

/// Returns whether both are equal but for the case of ASCII letters.
///
/// Zig: `bun.strings.eqlCaseInsensitiveASCIIICheckLength`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::eql_case_insensitive_ascii_check_length;
///
/// assert!(eql_case_insensitive_ascii_check_length(b"Content-Type", b"content-type"));
/// assert!(!eql_case_insensitive_ascii_check_length(b"Content", b"content-type"));
/// ```
#[doc(alias = "eqlCaseInsensitiveASCIIICheckLength")]
#[must_use]
#[inline]
pub fn eql_case_insensitive_ascii_check_length(a: &[u8], b: &[u8]) -> bool {
    eql_case_insensitive_ascii(a, b, true)
}

/// [`eql_case_insensitive_ascii_check_length`] with the third `i` of the original.
///
/// Zig: `bun.strings.eqlCaseInsensitiveASCIIICheckLength`.
#[doc(alias = "eqlCaseInsensitiveASCIIICheckLength")]
#[must_use]
#[inline]
pub fn eql_case_insensitive_asciii_check_length(a: &[u8], b: &[u8]) -> bool {
    eql_case_insensitive_ascii(a, b, true)
}

/// Returns whether `a` is the start of `b` but for the case of ASCII letters.
///
/// Zig: `bun.strings.eqlCaseInsensitiveASCIIIgnoreLength`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::eql_case_insensitive_ascii_ignore_length;
///
/// assert!(eql_case_insensitive_ascii_ignore_length(b"HTTP", b"http://a"));
/// ```
#[doc(alias = "eqlCaseInsensitiveASCIIIgnoreLength")]
#[must_use]
#[inline]
pub fn eql_case_insensitive_ascii_ignore_length(a: &[u8], b: &[u8]) -> bool {
    eql_case_insensitive_ascii(a, b, false)
}

/// Returns whether `text` equals any item of `list` but for the case of ASCII letters.
///
/// # Examples
///
/// ```
/// use bun_str::strings::eql_any_case_insensitive_ascii;
///
/// assert!(eql_any_case_insensitive_ascii(b"GZip", &[b"br", b"gzip"]));
/// ```
#[must_use]
pub fn eql_any_case_insensitive_ascii(text: &[u8], list: &[&[u8]]) -> bool {
    list.iter().any(|item| simd::eq_ignoring_case(text, item))
}

/// Returns whether `a`, of bytes or 16-bit units, equals the bytes of `b` but for the case of ASCII
/// letters. Empty texts do not.
///
/// Zig: `bun.strings.eqlCaseInsensitiveT`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::eql_case_insensitive_t;
///
/// assert!(eql_case_insensitive_t(&[0x41_u16, 0x62], b"aB"));
/// assert!(!eql_case_insensitive_t::<u8>(b"", b""));
/// ```
#[doc(alias = "eqlCaseInsensitiveT")]
#[must_use]
pub fn eql_case_insensitive_t<T: CodeUnit>(a: &[T], b: &[u8]) -> bool {
    let same = |(&unit, &byte): (&T, &u8)| {
        unit == byte.into() || byte.is_ascii_alphabetic() && unit == (byte ^ 0x20).into()
    };
    !a.is_empty() && a.len() == b.len() && a.iter().zip(b).all(same)
}

/// Returns whether `text` starts with `prefix` but for the case of ASCII letters; an empty prefix
/// is `false`.
///
/// Zig: `bun.strings.hasPrefixCaseInsensitive`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::has_prefix_case_insensitive;
///
/// assert!(has_prefix_case_insensitive(b"Bearer x", b"bearer "));
/// assert!(!has_prefix_case_insensitive(b"Bearer x", b""));
/// ```
#[doc(alias = "hasPrefixCaseInsensitive")]
#[must_use]
pub fn has_prefix_case_insensitive(text: &[u8], prefix: &[u8]) -> bool {
    !prefix.is_empty() && starts_with_case_insensitive_ascii(text, prefix)
}

/// [`has_prefix_case_insensitive`] of bytes or 16-bit units.
///
/// Zig: `bun.strings.hasPrefixCaseInsensitiveT`.
///
/// # Examples
///
/// ```
/// use bun_str::{strings::has_prefix_case_insensitive_t, w};
///
/// assert!(has_prefix_case_insensitive_t(w!("NODE_modules"), b"node_"));
/// ```
#[doc(alias = "hasPrefixCaseInsensitiveT")]
#[must_use]
pub fn has_prefix_case_insensitive_t<T: CodeUnit>(text: &[T], prefix: &[u8]) -> bool {
    text.get(..prefix.len()).is_some_and(|start| eql_case_insensitive_t(start, prefix))
}

/// Returns whether `text` starts with `prefix` but for the case of ASCII letters; an empty prefix
/// is `true`.
///
/// Zig: `bun.strings.startsWithCaseInsensitiveAscii`, which asserts that the prefix is not empty.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{has_prefix_case_insensitive, starts_with_case_insensitive_ascii};
///
/// assert!(starts_with_case_insensitive_ascii(b"Bearer x", b"bearer "));
/// assert!(starts_with_case_insensitive_ascii(b"x", b""));
/// assert!(!has_prefix_case_insensitive(b"x", b""));
/// ```
#[doc(alias = "startsWithCaseInsensitiveAscii")]
#[must_use]
pub fn starts_with_case_insensitive_ascii(text: &[u8], prefix: &[u8]) -> bool {
    eql_case_insensitive_ascii(prefix, text, false)
}

/// Returns whether `needle` occurs in `text` but for the case of ASCII letters; an empty needle
/// does.
///
/// O(product of the lengths).
///
/// Zig: `bun.strings.containsCaseInsensitiveASCII`, which asserts that the needle is not empty.
///
/// # Examples
///
/// ```
/// use bun_str::strings::contains_case_insensitive_ascii;
///
/// assert!(contains_case_insensitive_ascii(b"Keep-Alive, Upgrade", b"upgrade"));
/// assert!(!contains_case_insensitive_ascii(b"close", b"upgrade"));
/// ```
#[doc(alias = "containsCaseInsensitiveASCII")]
#[must_use]
pub fn contains_case_insensitive_ascii(text: &[u8], needle: &[u8]) -> bool {
    needle.is_empty() || text.windows(needle.len()).any(|part| simd::eq_ignoring_case(part, needle))
}

/// Writes `text` into `buffer` with its ASCII capitals as small letters, and returns what it wrote.
///
/// Zig: `bun.strings.copyLowercase`.
///
/// # Panics
///
/// When `buffer` is shorter than `text`.
///
/// # Examples
///
/// ```
/// let mut buffer = [0; 16];
/// assert_eq!(bun_str::strings::copy_lowercase(b"X-Y\xc9", &mut buffer), b"x-y\xc9");
/// ```
#[doc(alias = "copyLowercase")]
#[inline]
pub fn copy_lowercase<'a>(text: &[u8], buffer: &'a mut [u8]) -> &'a [u8] {
    let written = &mut buffer[..text.len()];
    simd::copy_lowercase(text, written);
    written
}

/// Returns `text` itself if it has no ASCII capital, and otherwise [`copy_lowercase`].
///
/// Zig: `bun.strings.copyLowercaseIfNeeded`.
///
/// # Panics
///
/// When `text` has a capital and `buffer` is shorter.
///
/// # Examples
///
/// ```
/// use bun_str::strings::copy_lowercase_if_needed;
///
/// let mut buffer = [0; 4];
/// assert_eq!(copy_lowercase_if_needed(b"Host", &mut buffer), b"host");
/// assert_eq!(copy_lowercase_if_needed(b"user-agent", &mut []), b"user-agent");
/// ```
#[doc(alias = "copyLowercaseIfNeeded")]
pub fn copy_lowercase_if_needed<'a>(text: &'a [u8], buffer: &'a mut [u8]) -> &'a [u8] {
    if text.iter().any(u8::is_ascii_uppercase) { copy_lowercase(text, buffer) } else { text }
}

/// Calls `f` with `probe` in small letters, for the lookup in a table of such; `None` for a probe
/// of more than 256 bytes, which no such table has.
///
/// # Examples
///
/// ```
/// use bun_str::strings::with_ascii_lowercase;
///
/// assert_eq!(with_ascii_lowercase(b"UTF-8", |key| key == b"utf-8"), Some(true));
/// assert_eq!(with_ascii_lowercase(&[b'a'; 257], <[u8]>::len), None);
/// ```
pub fn with_ascii_lowercase<R>(probe: &[u8], f: impl FnOnce(&[u8]) -> R) -> Option<R> {
    let mut buffer = [0; 256];
    let lowered = buffer.get_mut(..probe.len())?;
    simd::copy_lowercase(probe, lowered);
    Some(f(lowered))
}

/// Returns the value of `probe` in a table of small letters, whatever the case of its letters.
///
/// Zig: `bun.strings.inMapCaseInsensitive`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::in_map_case_insensitive;
///
/// static ENCODINGS: phf::Map<&'static [u8], u32> = phf::phf_map! { b"gzip" => 1, b"br" => 2 };
/// assert_eq!(in_map_case_insensitive(b"GZip", &ENCODINGS), Some(1));
/// assert_eq!(in_map_case_insensitive(b"zstd", &ENCODINGS), None);
/// ```
#[doc(alias = "inMapCaseInsensitive")]
#[must_use]
pub fn in_map_case_insensitive<V: Copy>(
    probe: &[u8],
    map: &phf::Map<&'static [u8], V>,
) -> Option<V> {
    with_ascii_lowercase(probe, |key| map.get(key).copied())?
}

/// Orders by the small letters of the bytes; of two texts where one starts the other, the shorter
/// is less.
///
/// Zig: `std.ascii.orderIgnoreCase`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::order_ignore_case;
///
/// assert!(order_ignore_case(b"apple", b"Banana").is_lt());
/// assert!(order_ignore_case(b"a", b"A").is_eq());
/// ```
#[doc(alias = "orderIgnoreCase")]
#[must_use]
pub fn order_ignore_case(a: &[u8], b: &[u8]) -> Ordering {
    a.iter().map(u8::to_ascii_lowercase).cmp(b.iter().map(u8::to_ascii_lowercase))
}
