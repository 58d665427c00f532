//! Equality.

use crate::simd;

use super::CodeUnit;

/// Returns whether both have the same bytes.
///
/// Zig: `bun.strings.eql`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::eql;
///
/// assert!(eql(b"abc", b"abc") && !eql(b"abc", b"ab"));
/// ```
#[doc(alias = "eqlComptime")]
#[must_use]
#[inline]
pub fn eql(a: &[u8], b: &[u8]) -> bool {
    simd::eq(a, b)
}

/// [`eql`] for a literal.
///
/// Zig: `bun.strings.eqlComptime`.
#[doc(alias = "eqlComptime")]
#[must_use]
#[inline]
pub fn eql_comptime(a: &[u8], b: &'static [u8]) -> bool {
    a == b
}

/// [`eql`] of units of any type.
///
/// Zig: `bun.strings.eqlComptimeT`.
#[doc(alias = "eqlComptimeT")]
#[must_use]
#[inline]
pub fn eql_t<T: Eq>(a: &[T], b: &[T]) -> bool {
    a == b
}

/// Returns whether both have the same bytes; without `check_len`, whether `a` starts with `b`.
///
/// Zig: `bun.strings.eqlLong`, where a `b` longer than `a` is undefined behaviour without
/// `check_len`; here it is `false`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::eql_long;
///
/// assert!(!eql_long(b"index.js", b"index", true));
/// assert!(eql_long(b"index.js", b"index", false));
/// assert!(!eql_long(b"index", b"index.js", false));
/// ```
#[doc(alias = "eqlLong")]
#[must_use]
#[inline]
pub fn eql_long(a: &[u8], b: &[u8], check_len: bool) -> bool {
    if check_len { a == b } else { a.starts_with(b) }
}

/// [`eql_long`] of units of any type.
///
/// Zig: `bun.strings.eqlLongT`.
#[doc(alias = "eqlLongT")]
#[must_use]
#[inline]
pub fn eql_long_t<T: Eq>(a: &[T], b: &[T], check_len: bool) -> bool {
    if check_len { a == b } else { a.starts_with(b) }
}

/// Returns whether `a` starts with the literal `b`.
///
/// Zig: `bun.strings.eqlComptimeIgnoreLen`, whose caller has compared the lengths already; a
/// shorter `a`, which it reads beyond, is `false` here.
///
/// # Examples
///
/// ```
/// use bun_str::strings::eql_comptime_ignore_len;
///
/// assert!(eql_comptime_ignore_len(b"import(", b"import"));
/// assert!(!eql_comptime_ignore_len(b"im", b"import"));
/// ```
#[doc(alias = "eqlComptimeIgnoreLen")]
#[must_use]
#[inline]
pub fn eql_comptime_ignore_len(a: &[u8], b: &[u8]) -> bool {
    a.starts_with(b)
}

/// Returns whether `text` equals any item of `list`.
///
/// Zig: `bun.strings.eqlAnyComptime`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::eql_any_comptime;
///
/// assert!(eql_any_comptime(b"yes", &[b"true", b"yes", b"1"]));
/// ```
#[doc(alias = "eqlAnyComptime")]
#[must_use]
pub fn eql_any_comptime(text: &[u8], list: &'static [&'static [u8]]) -> bool {
    list.contains(&text)
}

/// Returns whether the units of `text` are the bytes of `ascii`.
///
/// Zig: `bun.strings.eqlComptimeUTF16`, of which the literal is ASCII.
///
/// # Examples
///
/// ```
/// use bun_str::strings::eql_comptime_utf16;
///
/// assert!(eql_comptime_utf16(&[0x61, 0x62], b"ab"));
/// assert!(!eql_comptime_utf16(&[0x161, 0x62], b"ab"));
/// ```
#[doc(alias = "eqlComptimeUTF16")]
#[must_use]
pub fn eql_comptime_utf16(text: &[u16], ascii: &[u8]) -> bool {
    text.len() == ascii.len() && text.iter().zip(ascii).all(|(unit, byte)| *unit == (*byte).into())
}

/// Compares byte strings in a constant expression.
///
/// O(`a.len()`), a byte at a time: for run time there is [`eql`].
///
/// # Examples
///
/// ```
/// const _: () = assert!(bun_str::strings::const_bytes_eq(b"bun", b"bun"));
/// ```
#[must_use]
pub const fn const_bytes_eq(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut index = 0;
    while index < a.len() {
        if a[index] != b[index] {
            return false;
        }
        index += 1;
    }
    true
}

/// Returns whether `text`, of bytes or 16-bit units, starts with the bytes of `prefix`.
///
/// Zig: `bun.strings.hasPrefixComptimeType`; for 16-bit units `hasPrefixComptimeUTF16`.
///
/// # Examples
///
/// ```
/// use bun_str::{strings::has_prefix_comptime_type, w};
///
/// assert!(has_prefix_comptime_type(w!(r"\\?\C:\a"), br"\\?\"));
/// ```
#[doc(alias = "hasPrefixComptimeUTF16")]
#[doc(alias = "hasPrefixComptimeType")]
#[must_use]
pub fn has_prefix_comptime_type<T: CodeUnit>(text: &[T], prefix: &'static [u8]) -> bool {
    text.len() >= prefix.len() && text.iter().zip(prefix).all(|(unit, &byte)| *unit == byte.into())
}
