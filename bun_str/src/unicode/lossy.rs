//! One step of UTF-8 that replaces what is ill-formed, as the WHATWG Encoding Standard does.

use super::sequence::{U3Fast, four_bytes, non_ascii_sequence_length};
use super::surrogate::UTF16Replacement;

/// Decodes the first character of `bytes`, which is not ASCII.
///
/// What cannot be decoded is U+FFFD with [`fail`](UTF16Replacement::fail) set, for as many bytes as
/// still were the start of a character ([`len`](UTF16Replacement::len), 1 to 3). So a surrogate,
/// which no UTF-8 encodes, is three of them. No bytes at all are a failure of length 0.
///
/// Zig: `bun.strings.convertUTF8BytesIntoUTF16`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::convert_utf8_bytes_into_utf16;
///
/// let euro = convert_utf8_bytes_into_utf16("€".as_bytes());
/// assert_eq!((euro.code_point, euro.len, euro.fail), (0x20ac, 3, false));
/// let cut = convert_utf8_bytes_into_utf16(&[0xe2, 0x82]);
/// assert_eq!((cut.code_point, cut.len, cut.fail, cut.can_buffer), (0xfffd, 2, true, true));
/// let broken = convert_utf8_bytes_into_utf16(&[0xe2, 0x82, b'a']);
/// assert_eq!((broken.len, broken.can_buffer), (2, false));
/// ```
#[doc(alias = "convertUTF8BytesIntoUTF16")]
#[must_use]
#[inline]
pub fn convert_utf8_bytes_into_utf16(bytes: &[u8]) -> UTF16Replacement {
    let sequence = four_bytes(bytes, 0);
    let len = non_ascii_sequence_length(sequence[0]);
    let converted = convert_utf8_bytes_into_utf16_with_length(sequence, len, bytes.len());
    UTF16Replacement { len: converted.len.min(bytes.len().min(4) as u8), ..converted }
}

/// Like [`convert_utf8_bytes_into_utf16`], for bytes that were taken apart already.
///
/// `sequence` has zeros beyond the end of the input, `len` is
/// [`non_ascii_sequence_length`](super::non_ascii_sequence_length) of its first byte, and
/// `remaining_len` the length of the rest of the input, which only
/// [`can_buffer`](UTF16Replacement::can_buffer) depends on.
///
/// Zig: `bun.strings.convertUTF8BytesIntoUTF16WithLength`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::convert_utf8_bytes_into_utf16_with_length as convert;
///
/// assert_eq!(convert([0xe2, 0x82, 0xac, 0], 3, 3).code_point, 0x20ac);
/// let cut = convert([0xe2, 0x82, 0, 0], 3, 2);
/// assert!(cut.fail && cut.can_buffer && cut.len == 2);
/// ```
#[doc(alias = "convertUTF8BytesIntoUTF16WithLength")]
#[must_use]
#[inline]
pub fn convert_utf8_bytes_into_utf16_with_length(
    sequence: [u8; 4],
    len: U3Fast,
    remaining_len: usize,
) -> UTF16Replacement {
    let [first, second, third, fourth] = sequence;
    let failed = |valid: u8| UTF16Replacement {
        len: valid,
        fail: true,
        can_buffer: remaining_len <= usize::from(valid),
        ..UTF16Replacement::default()
    };
    match len {
        2 | 3 => {}
        4 if matches!(first, 0xf0..=0xf4) => {}
        4 => return UTF16Replacement { can_buffer: false, ..failed(1) },
        // No character starts so.
        _ => return UTF16Replacement { len: 1, fail: true, ..UTF16Replacement::default() },
    }
    let second_range = match (len, first) {
        (3, 0xe0) => 0xa0..=0xbf,
        (3, 0xed) => 0x80..=0x9f,
        (4, 0xf0) => 0x90..=0xbf,
        (4, 0xf4) => 0x80..=0x8f,
        _ => 0x80..=0xbf,
    };
    if !second_range.contains(&second) {
        return failed(1);
    }
    let bits = |byte: u8| u32::from(byte & 0x3f);
    let code_point = match len {
        2 => u32::from(first & 0x1f) << 6 | bits(second),
        _ if third & 0xc0 != 0x80 => return failed(2),
        3 => u32::from(first & 0x0f) << 12 | bits(second) << 6 | bits(third),
        _ if fourth & 0xc0 != 0x80 => return failed(3),
        _ => {
            let high = u32::from(first & 7) << 18 | bits(second) << 12;
            high | bits(third) << 6 | bits(fourth)
        }
    };
    UTF16Replacement { code_point, len, ..UTF16Replacement::default() }
}
