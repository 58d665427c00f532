//! Searches under the names of [`strings`](crate::strings) that answer with `usize`.
//!
//! Ported code uses both: `bun.strings.indexOfChar` gives 32 bits, `bun_str::index_of_char` does
//! not.

use crate::{simd, strings};

/// Returns the index of the first `byte` in `haystack`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::index_of_char(b"key=value", b'='), Some(3));
/// assert_eq!(bun_str::last_index_of_char(&[1_u16, 2, 1], 1), Some(2));
/// assert_eq!(bun_str::first_non_ascii(b"a\xff"), Some(1));
/// assert_eq!(bun_str::first_non_ascii16(&[0x61, 0xff]), Some(1));
/// ```
#[must_use]
#[inline]
pub fn index_of_char(haystack: &[u8], byte: u8) -> Option<usize> {
    strings::index_of_char_usize(haystack, byte)
}

/// Returns the index of the last `unit` in a text of units of any type.
///
/// For bytes, [`strings::last_index_of_char`] is faster.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::last_index_of_char(b"a/b/c", b'/'), Some(3));
/// ```
#[must_use]
#[inline]
pub fn last_index_of_char<T: Copy + Eq>(haystack: &[T], unit: T) -> Option<usize> {
    strings::last_index_of_char_t(haystack, unit)
}

/// Returns the index of the first byte from 0x80 up.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::first_non_ascii("né".as_bytes()), Some(1));
/// ```
#[must_use]
#[inline]
pub fn first_non_ascii(text: &[u8]) -> Option<usize> {
    simd::first_non_ascii(text)
}

/// Returns the index of the first 16-bit unit from 0x80 up.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::first_non_ascii16(&[0x61, 0xe9]), Some(1));
/// ```
#[must_use]
#[inline]
pub fn first_non_ascii16(text: &[u16]) -> Option<usize> {
    simd::first_non_ascii16(text)
}
