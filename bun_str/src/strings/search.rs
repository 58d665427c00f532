//! Finding a byte or a byte string.

use crate::ZStr;
use crate::simd::{self, AnyOf, Not};

use super::CodeUnit;

/// Returns the index of the first `byte` in `haystack`, as the 32-bit number ported code stores.
///
/// O(`haystack.len()`), vectorised. Where the haystack may exceed 4 GiB, use
/// [`index_of_char_usize`].
///
/// Zig: `bun.strings.indexOfChar`, which cuts a larger index to 32 bits.
///
/// # Panics
///
/// When the index does not fit 32 bits.
///
/// # Examples
///
/// ```
/// use bun_str::strings;
///
/// assert_eq!(strings::index_of_char(b"key=value", b'='), Some(3));
/// assert_eq!(strings::index_of_char(b"key", b'='), None);
/// ```
#[doc(alias = "indexOfChar")]
#[must_use]
#[inline]
pub fn index_of_char(haystack: &[u8], byte: u8) -> Option<u32> {
    index_of_char_usize(haystack, byte).map(narrow)
}

/// Returns an index as ported code stores it.
///
/// # Panics
///
/// When the index does not fit 32 bits.
#[inline]
pub(super) fn narrow(index: usize) -> u32 {
    u32::try_from(index).expect("the index does not fit 32 bits")
}

/// Returns the index of the first `byte` in `haystack`.
///
/// Zig: `bun.strings.indexOfCharUsize`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::strings::index_of_char_usize(b"a=b=c", b'='), Some(1));
/// ```
#[doc(alias = "indexOfCharUsize")]
#[doc(alias = "indexOfScalar")]
#[must_use]
#[inline]
pub fn index_of_char_usize(haystack: &[u8], byte: u8) -> Option<usize> {
    simd::find(AnyOf([byte]), haystack)
}

/// Returns the index in `haystack` of the first `byte` at or after `start`.
///
/// `None` when `start` is at or beyond the end.
///
/// Zig: `bun.strings.indexOfCharPos`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::index_of_char_pos;
///
/// assert_eq!(index_of_char_pos(b"a=b=c", b'=', 2), Some(3));
/// assert_eq!(index_of_char_pos(b"a=b=c", b'=', 5), None);
/// ```
#[doc(alias = "indexOfCharPos")]
#[must_use]
#[inline]
pub fn index_of_char_pos(haystack: &[u8], byte: u8, start: usize) -> Option<usize> {
    index_of_char_usize(haystack.get(start..)?, byte).map(|index| start + index)
}

/// Returns the index of the first `byte` in `haystack`, or -1.
///
/// Zig: `bun.strings.indexOfCharNeg`.
///
/// # Panics
///
/// When the index does not fit 31 bits.
///
/// # Examples
///
/// ```
/// use bun_str::strings::index_of_char_neg;
///
/// assert_eq!((index_of_char_neg(b"a=b", b'='), index_of_char_neg(b"a=b", b'?')), (1, -1));
/// ```
#[doc(alias = "indexOfCharNeg")]
#[must_use]
pub fn index_of_char_neg(haystack: &[u8], byte: u8) -> i32 {
    or_minus_one(index_of_char_usize(haystack, byte))
}

fn or_minus_one(index: Option<usize>) -> i32 {
    index.map_or(-1, |index| i32::try_from(index).expect("the index does not fit 31 bits"))
}

/// Returns the index of the first `byte` in front of the terminator of `haystack`.
///
/// Zig: `bun.strings.indexOfCharZ`.
///
/// # Examples
///
/// ```
/// use bun_str::{strings::index_of_char_z, zstr};
///
/// assert_eq!(index_of_char_z(zstr!("a=b"), b'='), Some(1));
/// assert_eq!(index_of_char_z(zstr!("a=b"), 0), None);
/// ```
#[doc(alias = "indexOfCharZ")]
#[must_use]
pub fn index_of_char_z(haystack: &ZStr, byte: u8) -> Option<u64> {
    index_of_char_usize(haystack.as_bytes(), byte).map(|index| index as u64)
}

/// Returns the index of the first `unit` in a text of 16-bit units.
///
/// Zig: `bun.strings.indexOfChar16Usize`.
///
/// # Examples
///
/// ```
/// use bun_str::{strings::index_of_char16_usize, w};
///
/// assert_eq!(index_of_char16_usize(w!("C:\\a"), u16::from(b'\\')), Some(2));
/// ```
#[doc(alias = "indexOfChar16Usize")]
#[must_use]
#[inline]
pub fn index_of_char16_usize(haystack: &[u16], unit: u16) -> Option<usize> {
    u16::index_of_unit(haystack, unit)
}

/// Returns the index of the first byte that is not `byte`.
///
/// Zig: `bun.strings.indexOfNotChar`.
///
/// # Panics
///
/// When the index does not fit 32 bits.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::strings::index_of_not_char(b"  x", b' '), Some(2));
/// assert_eq!(bun_str::strings::index_of_not_char(b"   ", b' '), None);
/// ```
#[doc(alias = "indexOfNotChar")]
#[must_use]
pub fn index_of_not_char(haystack: &[u8], byte: u8) -> Option<u32> {
    simd::find(Not(byte), haystack).map(narrow)
}

/// Returns the index of the last `byte` in `haystack`.
///
/// Zig: `bun.strings.lastIndexOfChar`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::strings::last_index_of_char(b"a/b/c", b'/'), Some(3));
/// ```
#[doc(alias = "lastIndexOfChar")]
#[must_use]
#[inline]
pub fn last_index_of_char(haystack: &[u8], byte: u8) -> Option<usize> {
    simd::find_last(byte, haystack)
}

/// Returns the index of the last `unit` in a text of units of any type.
///
/// Zig: `bun.strings.lastIndexOfCharT`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::strings::last_index_of_char_t(&[1_u16, 2, 1], 1), Some(2));
/// ```
#[doc(alias = "lastIndexOfCharT")]
#[must_use]
pub fn last_index_of_char_t<T: Copy + Eq>(haystack: &[T], unit: T) -> Option<usize> {
    haystack.iter().rposition(|&other| other == unit)
}

/// Returns the index of the last `byte` in front of the first `before`, or in all of `haystack`
/// where there is no `before`.
///
/// Zig: `bun.strings.lastIndexBeforeChar`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::last_index_before_char;
///
/// assert_eq!(last_index_before_char(b"a.b/c.d", b'.', b'/'), Some(1));
/// assert_eq!(last_index_before_char(b"a.b.c", b'.', b'/'), Some(3));
/// ```
#[doc(alias = "lastIndexBeforeChar")]
#[must_use]
pub fn last_index_before_char(haystack: &[u8], byte: u8, before: u8) -> Option<usize> {
    last_index_of_char(super::split_first(haystack, before), byte)
}

/// Returns whether `byte` occurs in `haystack`.
///
/// Zig: `bun.strings.containsChar`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::contains_char;
///
/// assert!(contains_char(b"a/b", b'/') && !contains_char(b"a/b", b'\\'));
/// ```
#[doc(alias = "containsChar")]
#[must_use]
#[inline]
pub fn contains_char(haystack: &[u8], byte: u8) -> bool {
    index_of_char_usize(haystack, byte).is_some()
}

/// Returns whether `unit` occurs in `haystack`.
///
/// Zig: `bun.strings.containsCharT`.
#[doc(alias = "containsCharT")]
#[must_use]
#[inline]
pub fn contains_char_t<T: CodeUnit>(haystack: &[T], unit: T) -> bool {
    T::index_of_unit(haystack, unit).is_some()
}

/// Returns how often `byte` occurs in `haystack`.
///
/// Zig: `bun.strings.countChar`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::strings::count_char(b"a\nb\n", b'\n'), 2);
/// ```
#[doc(alias = "countChar")]
#[must_use]
pub fn count_char(haystack: &[u8], byte: u8) -> usize {
    simd::count(byte, haystack)
}

/// Returns the index of the first element that equals `scalar`.
///
/// Zig: `bun.strings.indexOfScalar`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{contains_scalar, index_of_scalar};
///
/// assert_eq!(index_of_scalar(&[1_u32, 5, 9], 5), Some(1));
/// assert!(!contains_scalar(&[1_u32, 5, 9], 4));
/// ```
#[doc(alias = "indexOfScalar")]
#[must_use]
#[inline]
pub fn index_of_scalar<T: Copy + Eq>(input: &[T], scalar: T) -> Option<usize> {
    input.iter().position(|&element| element == scalar)
}

/// Returns whether an element equals `scalar`.
///
/// Zig: `bun.strings.containsScalar`.
#[doc(alias = "containsScalar")]
#[must_use]
#[inline]
pub fn contains_scalar<T: Copy + Eq>(input: &[T], scalar: T) -> bool {
    input.contains(&scalar)
}

/// Returns the index of the first `needle` in `haystack`; an empty needle is never found.
///
/// O(`haystack.len()`).
///
/// Zig: `bun.strings.indexOf`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::strings::index_of(b"lodash@4.17", b"@4"), Some(6));
/// assert_eq!(bun_str::strings::index_of(b"lodash", b""), None);
/// ```
#[doc(alias = "indexOf")]
#[must_use]
#[inline]
pub fn index_of(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    match needle {
        [] => None,
        _ if needle.len() > haystack.len() => None,
        &[byte] => index_of_char_usize(haystack, byte),
        _ => simd::find_string(haystack, needle),
    }
}

/// Returns the index of the first `needle`. An empty one is never found in bytes, and found at the
/// start of 16-bit units.
///
/// Zig: `bun.strings.indexOfT`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::index_of_t;
///
/// assert_eq!(index_of_t::<u8>(b"abc", b""), None);
/// assert_eq!(index_of_t::<u16>(&[1, 2], &[]), Some(0));
/// assert_eq!(index_of_t::<u16>(&[1, 2, 3], &[2, 3]), Some(1));
/// ```
#[doc(alias = "indexOfT")]
#[must_use]
#[inline]
pub fn index_of_t<T: CodeUnit>(haystack: &[T], needle: &[T]) -> Option<usize> {
    T::index_of(haystack, needle)
}

/// Returns the index of the first `needle` in `haystack`, or -1; an empty needle is at 0.
///
/// Zig: `bun.strings.indexOfSigned`.
///
/// # Panics
///
/// When the index does not fit 31 bits.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{index, index_of_signed};
///
/// assert_eq!((index_of_signed(b"banana", b"nan"), index_of_signed(b"banana", b"x")), (2, -1));
/// assert_eq!((index_of_signed(b"banana", b""), index(b"banana", b"")), (0, -1));
/// ```
#[doc(alias = "indexOfSigned")]
#[must_use]
pub fn index_of_signed(haystack: &[u8], needle: &[u8]) -> i32 {
    if needle.is_empty() { 0 } else { index(haystack, needle) }
}

/// Returns the index of the first `needle` in `haystack`, or -1; an empty needle is never found.
///
/// Zig: `bun.strings.index`.
///
/// # Panics
///
/// When the index does not fit 31 bits.
#[must_use]
pub fn index(haystack: &[u8], needle: &[u8]) -> i32 {
    or_minus_one(index_of(haystack, needle))
}

/// Returns the index of the last `needle` in `haystack`; an empty needle is found at the end.
///
/// O(`haystack.len()`).
///
/// Zig: `bun.strings.lastIndexOf`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::last_index_of;
///
/// assert_eq!(last_index_of(b"banana", b"an"), Some(3));
/// assert_eq!(last_index_of(b"banana", b""), Some(6));
/// ```
#[doc(alias = "lastIndexOf")]
#[must_use]
pub fn last_index_of(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    match needle {
        &[byte] => last_index_of_char(haystack, byte),
        _ => memchr::memmem::rfind(haystack, needle),
    }
}

/// Returns the index of the last `needle` in a text of units of any type; an empty needle is found
/// at the end.
///
/// Zig: `std.mem.lastIndexOf`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::strings::last_index_of_t(&[1, 2, 1, 2], &[1, 2]), Some(2));
/// ```
#[doc(alias = "lastIndexOf")]
#[must_use]
pub fn last_index_of_t<T: Eq>(haystack: &[T], needle: &[T]) -> Option<usize> {
    let place_max = haystack.len().checked_sub(needle.len())?;
    (0..=place_max).rev().find(|&at| haystack[at..].starts_with(needle))
}

/// Returns whether `needle` occurs in `haystack`; an empty needle does not.
///
/// Zig: `bun.strings.contains`, `containsComptime`, `includes`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::contains;
///
/// assert!(contains(b"node_modules/a", b"modules"));
/// assert!(!contains(b"node_modules/a", b""));
/// ```
#[doc(alias = "includes")]
#[must_use]
#[inline]
pub fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    index_of(haystack, needle).is_some()
}

/// [`contains`] for a literal.
///
/// Zig: `bun.strings.containsComptime`.
#[doc(alias = "containsComptime")]
#[must_use]
#[inline]
pub fn contains_comptime(haystack: &[u8], needle: &'static [u8]) -> bool {
    contains(haystack, needle)
}

/// [`contains`].
///
/// Zig: `bun.strings.includes`.
#[must_use]
#[inline]
pub fn includes(haystack: &[u8], needle: &[u8]) -> bool {
    contains(haystack, needle)
}

/// Returns whether `needle` occurs in `haystack`; an empty one as [`index_of_t`] says.
///
/// Zig: `bun.strings.containsT`.
///
/// # Examples
///
/// ```
/// use bun_str::{strings::contains_t, w};
///
/// assert!(contains_t(w!("a..b"), w!("..")));
/// ```
#[doc(alias = "containsT")]
#[must_use]
#[inline]
pub fn contains_t<T: CodeUnit>(haystack: &[T], needle: &[T]) -> bool {
    index_of_t(haystack, needle).is_some()
}
