//! Finding one of several bytes, and one of several byte strings.

use crate::simd;

use super::{contains, eql};

/// Returns the index of the first byte of `text` that occurs in `bytes`.
///
/// O(`text.len()`), vectorised for any set. Where one set searches many texts, a [`ByteSet`]
/// constant saves preparing it each time.
///
/// Zig: `bun.strings.indexOfAny`, which accepts 1 to 16 bytes; here no byte is found of an empty
/// set, and a larger one is as good.
///
/// [`ByteSet`]: super::ByteSet
///
/// # Examples
///
/// ```
/// use bun_str::strings::index_of_any;
///
/// assert_eq!(index_of_any(b"https://bun.sh?x", b"?#"), Some(14));
/// assert_eq!(index_of_any(b"https", b""), None);
/// ```
#[doc(alias = "indexOfAny")]
#[must_use]
#[inline(always)]
pub fn index_of_any(text: &[u8], bytes: &[u8]) -> Option<usize> {
    simd::find_any(bytes, text)
}

/// [`index_of_any`] for a literal set.
///
/// Zig: `bun.strings.indexAnyComptime`.
#[doc(alias = "indexAnyComptime")]
#[must_use]
#[inline]
pub fn index_any_comptime(text: &[u8], bytes: &'static [u8]) -> Option<usize> {
    index_of_any(text, bytes)
}

/// Returns the index in `text` of the first byte at or after `start` that occurs in `bytes`.
///
/// `None` when `start` is at or beyond the end.
///
/// Zig: `bun.strings.indexOfAnyPosComptime`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::index_of_any_pos_comptime;
///
/// assert_eq!(index_of_any_pos_comptime(b"a,b;c", b",;", 2), Some(3));
/// assert_eq!(index_of_any_pos_comptime(b"a,b;c", b",;", 9), None);
/// ```
#[doc(alias = "indexOfAnyPosComptime")]
#[must_use]
pub fn index_of_any_pos_comptime(text: &[u8], bytes: &'static [u8], start: usize) -> Option<usize> {
    index_of_any(text.get(start..)?, bytes).map(|index| start + index)
}

/// Returns the index of the first 16-bit unit that occurs in `set`.
///
/// Zig: `bun.strings.indexOfAny16`.
///
/// # Examples
///
/// ```
/// use bun_str::{strings::index_of_any16, w};
///
/// assert_eq!(index_of_any16(w!(r"C:\a/b"), w!(r"/\")), Some(2));
/// ```
#[doc(alias = "indexOfAny16")]
#[must_use]
pub fn index_of_any16(text: &[u16], set: &[u16]) -> Option<usize> {
    text.iter().position(|unit| set.contains(unit))
}

/// Returns the index of the first item of `list` that equals `target`.
///
/// Zig: `bun.strings.indexEqualAny`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::index_equal_any;
///
/// assert_eq!(index_equal_any(&[b"dev", b"prod"], b"prod"), Some(1));
/// ```
#[doc(alias = "indexEqualAny")]
#[must_use]
pub fn index_equal_any(list: &[&[u8]], target: &[u8]) -> Option<usize> {
    list.iter().position(|item| eql(item, target))
}

/// Returns whether any item of `list` contains `target`; an empty target is in none.
///
/// Zig: `bun.strings.containsAny`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::contains_any;
///
/// assert!(contains_any(&[b"abc", b"def"], b"ef"));
/// assert!(!contains_any(&[b"abc"], b""));
/// ```
#[doc(alias = "containsAny")]
#[must_use]
pub fn contains_any(list: &[&[u8]], target: &[u8]) -> bool {
    list.iter().any(|item| contains(item, target))
}

/// Returns whether any item of one list equals any item of the other.
///
/// O(product of the lengths).
///
/// Zig: `bun.strings.leftHasAnyInRight`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::left_has_any_in_right;
///
/// assert!(left_has_any_in_right(&[b"a", b"b"], &[b"b", b"c"]));
/// assert!(!left_has_any_in_right(&[], &[b"b"]));
/// ```
#[doc(alias = "leftHasAnyInRight")]
#[must_use]
pub fn left_has_any_in_right(to_check: &[&[u8]], against: &[&[u8]]) -> bool {
    to_check.iter().any(|item| index_equal_any(against, item).is_some())
}
