//! Lengths of conversions, and validation: what can be told without converting.

use crate::simd::transcode;

/// Below this length the scalar validator is faster than the call to the vectors.
const SHORT: usize = 64;

/// Returns whether `slice` is UTF-8: no surrogates, no overlong forms, nothing above U+10FFFF.
///
/// Zig: `bun.strings.isValidUTF8`.
///
/// # Examples
///
/// ```
/// use bun_str::strings;
///
/// assert!(strings::is_valid_utf8("é€😀".as_bytes()));
/// assert!(!strings::is_valid_utf8(b"\xed\xa0\x80"));
/// assert_eq!(strings::str_utf8(b"text"), Some("text"));
/// ```
#[doc(alias = "isValidUTF8")]
#[must_use]
#[inline]
pub fn is_valid_utf8(slice: &[u8]) -> bool {
    // Short ASCII, inline.
    (slice.len() <= SHORT && transcode::is_short_ascii(slice)) || str_utf8(slice).is_some()
}

/// Returns `bytes` as a `str` if they are UTF-8.
///
/// The same validator as [`is_valid_utf8`]'s.
#[must_use]
#[inline]
pub fn str_utf8(bytes: &[u8]) -> Option<&str> {
    if bytes.len() < SHORT {
        return core::str::from_utf8(bytes).ok();
    }
    simdutf8::basic::from_utf8(bytes).ok()
}

/// The same as [`is_valid_utf8`], for comparison with it: nothing is vectorised but runs of ASCII.
///
/// Zig: `bun.strings.isValidUTF8WithoutSIMD`.
#[doc(alias = "isValidUTF8WithoutSIMD")]
#[must_use]
pub fn is_valid_utf8_without_simd(slice: &[u8]) -> bool {
    core::str::from_utf8(slice).is_ok()
}

/// Returns the units that `utf8` takes in UTF-16.
///
/// Exact for well-formed text. Otherwise it is some number, at most the length; a lossy conversion
/// may take more or less.
///
/// Zig: `bun.strings.elementLengthUTF8IntoUTF16`.
///
/// # Examples
///
/// ```
/// use bun_str::strings;
///
/// assert_eq!(strings::element_length_utf8_into_utf16("aé€😀".as_bytes()), 5);
/// assert_eq!(strings::element_length_utf16_into_utf8(&[0x61, 0x20ac, 0xd83d, 0xde00]), 8);
/// assert_eq!(strings::element_length_latin1_into_utf8(b"caf\xe9"), 5);
/// assert_eq!(strings::element_length_cp1252_into_utf16(b"\x80"), 1);
/// ```
#[doc(alias = "elementLengthUTF8IntoUTF16")]
#[must_use]
#[inline]
pub fn element_length_utf8_into_utf16(utf8: &[u8]) -> usize {
    transcode::utf16_len_in_utf8(utf8)
}

/// Returns the bytes that `utf16` takes in UTF-8, exactly: three for a surrogate without a partner,
/// as conversions write it.
///
/// Zig: `bun.strings.elementLengthUTF16IntoUTF8`.
#[doc(alias = "elementLengthUTF16IntoUTF8")]
#[must_use]
#[inline]
pub fn element_length_utf16_into_utf8(utf16: &[u16]) -> usize {
    transcode::utf8_len_in_utf16(utf16)
}

/// Returns the bytes that `latin1` takes in UTF-8.
///
/// Zig: `bun.strings.elementLengthLatin1IntoUTF8`.
#[doc(alias = "elementLengthLatin1IntoUTF8")]
#[must_use]
#[inline]
pub fn element_length_latin1_into_utf8(latin1: &[u8]) -> usize {
    transcode::latin1_len_in_utf8(latin1)
}

/// Returns the units that Windows-1252 takes in UTF-16: one a byte.
///
/// Zig: `bun.strings.elementLengthCP1252IntoUTF16`.
#[doc(alias = "elementLengthCP1252IntoUTF16")]
#[must_use]
#[inline]
pub const fn element_length_cp1252_into_utf16(cp1252: &[u8]) -> usize {
    cp1252.len()
}
