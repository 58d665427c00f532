//! Finding a byte or a byte string.

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
    let index = memchr::memchr(byte, haystack)?;
    Some(u32::try_from(index).expect("the index does not fit 32 bits"))
}

/// Returns the index of the first `byte` in `haystack`.
///
/// Zig: `bun.strings.indexOfCharUsize`.
#[doc(alias = "indexOfCharUsize")]
#[must_use]
#[inline]
pub fn index_of_char_usize(haystack: &[u8], byte: u8) -> Option<usize> {
    memchr::memchr(byte, haystack)
}

/// Returns the index in `haystack` of the first `byte` at or after `start`.
///
/// `None` when `start` is at or beyond the end.
///
/// Zig: `bun.strings.indexOfCharPos`.
#[doc(alias = "indexOfCharPos")]
#[must_use]
pub fn index_of_char_pos(haystack: &[u8], byte: u8, start: usize) -> Option<usize> {
    memchr::memchr(byte, haystack.get(start..)?).map(|index| start + index)
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
    memchr::memrchr(byte, haystack)
}

/// Returns whether `byte` occurs in `haystack`.
///
/// Zig: `bun.strings.containsChar`.
#[doc(alias = "containsChar")]
#[must_use]
#[inline]
pub fn contains_char(haystack: &[u8], byte: u8) -> bool {
    memchr::memchr(byte, haystack).is_some()
}

/// Returns the index of the first `needle` in `haystack`; an empty needle is never found.
///
/// O(`haystack.len()`).
///
/// Zig: `bun.strings.indexOf`.
#[doc(alias = "indexOf")]
#[must_use]
pub fn index_of(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    match needle {
        [] => None,
        &[byte] => memchr::memchr(byte, haystack),
        _ => memchr::memmem::find(haystack, needle),
    }
}

/// Returns the index of the last `needle` in `haystack`; an empty needle is found at the end.
///
/// O(`haystack.len()`).
///
/// Zig: `bun.strings.lastIndexOf`.
#[doc(alias = "lastIndexOf")]
#[must_use]
pub fn last_index_of(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    match needle {
        &[byte] => memchr::memrchr(byte, haystack),
        _ => memchr::memmem::rfind(haystack, needle),
    }
}

/// Returns whether `needle` occurs in `haystack`; an empty needle does not.
///
/// Zig: `bun.strings.contains`.
#[doc(alias = "includes")]
#[must_use]
#[inline]
pub fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    index_of(haystack, needle).is_some()
}
