//! Hexadecimal.

use alloc::string::String;
use alloc::vec;
use core::fmt;

use super::pad::padded;

pub(super) const LOWER: &[u8; 16] = b"0123456789abcdef";
pub(super) const UPPER: &[u8; 16] = b"0123456789ABCDEF";

/// Returns the digit of the low four bits of `value`, in lower case.
#[must_use]
pub const fn hex_char_lower(value: u8) -> u8 {
    LOWER[(value & 0xf) as usize]
}

/// Returns the digit of the low four bits of `value`, in upper case.
#[must_use]
pub const fn hex_char_upper(value: u8) -> u8 {
    UPPER[(value & 0xf) as usize]
}

/// Writes two digits for each byte of `input` to `output` and returns how many bytes that is.
///
/// Zig: `std.fmt.bytesToHex(input, .lower)`.
///
/// # Panics
///
/// When `output` is shorter than twice the length of `input`.
///
/// # Examples
///
/// ```
/// let mut text = [0; 8];
/// let length = bun_core::fmt::bytes_to_hex_lower(b"\xc0\xde", &mut text);
/// assert_eq!(&text[..length], b"c0de");
/// ```
#[doc(alias = "bytesToHex")]
pub fn bytes_to_hex_lower(input: &[u8], output: &mut [u8]) -> usize {
    let length = input.len() * 2;
    let output = &mut output[..length];
    for (pair, &byte) in output.chunks_exact_mut(2).zip(input) {
        pair.copy_from_slice(&[hex_char_lower(byte >> 4), hex_char_lower(byte)]);
    }
    length
}

/// Returns two lower-case digits for each byte.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_core::fmt::bytes_to_hex_lower_string(b"\x0a\xbc"), "0abc");
/// ```
#[must_use]
pub fn bytes_to_hex_lower_string(input: &[u8]) -> String {
    let mut digits = vec![0; input.len() * 2];
    bytes_to_hex_lower(input, &mut digits);
    String::from_utf8(digits).unwrap_or_default()
}

/// Returns the two digits of a byte, in lower case.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{hex_byte_lower, hex_byte_upper};
///
/// assert_eq!(hex_byte_lower(0xa7), *b"a7");
/// assert_eq!(hex_byte_upper(0xa7), *b"A7");
/// ```
#[must_use]
pub const fn hex_byte_lower(byte: u8) -> [u8; 2] {
    [hex_char_lower(byte >> 4), hex_char_lower(byte)]
}

/// Returns the two digits of a byte, in upper case; see [`hex_byte_lower`].
#[must_use]
pub const fn hex_byte_upper(byte: u8) -> [u8; 2] {
    [hex_char_upper(byte >> 4), hex_char_upper(byte)]
}

/// As [`hex_byte_upper`].
#[must_use]
pub const fn hex2_upper(byte: u8) -> [u8; 2] {
    hex_byte_upper(byte)
}

/// Returns the six bytes of a hardware address with colons between them.
///
/// # Examples
///
/// ```
/// let text = bun_core::fmt::mac_address_lower([0, 0x1b, 0x44, 0x11, 0x3a, 0xb7]);
/// assert_eq!(&text, b"00:1b:44:11:3a:b7");
/// ```
#[must_use]
pub fn mac_address_lower(mac: [u8; 6]) -> [u8; 17] {
    let mut text = [b':'; 17];
    for (digits, byte) in text.chunks_mut(3).zip(mac) {
        digits[..2].copy_from_slice(&hex_byte_lower(byte));
    }
    text
}

/// Shows bytes as hexadecimal; see [`hex_lower`] and [`hex_upper`].
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{HexBytes, hex_lower, hex_upper};
///
/// let lower: HexBytes<'_, true> = hex_lower(b"\xbe\x01");
/// let upper: HexBytes<'_, false> = hex_upper(lower.0);
/// assert_eq!(format!("{lower} {upper}"), "be01 BE01");
/// ```
#[derive(Copy, Clone, Debug)]
pub struct HexBytes<'a, const LOWER: bool>(pub &'a [u8]);

/// Shows each byte as two lower-case digits.
///
/// Zig: `{x}` of a slice of bytes.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_core::fmt::hex_lower(b"\x0a\xbc").to_string(), "0abc");
/// ```
#[must_use]
pub const fn hex_lower(bytes: &[u8]) -> HexBytes<'_, true> {
    HexBytes(bytes)
}

/// Shows each byte as two upper-case digits.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_core::fmt::hex_upper(b"\x0a\xbc").to_string(), "0ABC");
/// ```
#[must_use]
pub const fn hex_upper(bytes: &[u8]) -> HexBytes<'_, false> {
    HexBytes(bytes)
}

impl<const LOWER_CASE: bool> fmt::Display for HexBytes<'_, LOWER_CASE> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |to| self.0.chunks(32).try_for_each(|block| write_digits(to, block, LOWER_CASE)))
    }
}

/// Writes the digits of at most 32 bytes in one call.
fn write_digits(f: &mut dyn fmt::Write, bytes: &[u8], is_lower: bool) -> fmt::Result {
    let mut digits = [0; 64];
    let length = bytes_to_hex_lower(bytes, &mut digits);
    let digits = &mut digits[..length];
    if !is_lower {
        digits.make_ascii_uppercase();
    }
    f.write_str(str::from_utf8(digits).map_err(|_| fmt::Error)?)
}
