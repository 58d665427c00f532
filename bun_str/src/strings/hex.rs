//! Hexadecimal digits.

use core::fmt;

use super::CodeUnit;

/// A text that is not made of pairs of hexadecimal digits.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{DecodeHexError, decode_hex_to_bytes};
///
/// let error = decode_hex_to_bytes(&mut [0; 2], b"0g").unwrap_err();
/// assert_eq!(error, DecodeHexError);
/// assert_eq!(error.to_string(), "InvalidByteSequence");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecodeHexError;

impl fmt::Display for DecodeHexError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("InvalidByteSequence")
    }
}

impl core::error::Error for DecodeHexError {}

impl From<DecodeHexError> for bun_core::Error {
    fn from(_: DecodeHexError) -> Self {
        bun_core::err!("InvalidByteSequence")
    }
}

/// What [`VALUES`] says of a byte that is no digit.
const NO_DIGIT: u8 = 0xff;

/// The value of each digit.
const VALUES: [u8; 256] = {
    let mut values = [NO_DIGIT; 256];
    let mut value = 0;
    while value < 16 {
        let digit = DIGITS[value as usize];
        values[digit as usize] = value;
        values[digit.to_ascii_uppercase() as usize] = value;
        value += 1;
    }
    values
};

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// Writes the bytes that pairs of digits of either case stand for, and returns how many.
///
/// A full destination ends it, whatever follows. The source is bytes or 16-bit units.
///
/// Zig: `bun.strings.decodeHexToBytes`.
///
/// # Errors
///
/// For anything but a digit, and for one digit that is left when there is room for a byte. What
/// was decoded before stays written.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{DecodeHexError, decode_hex_to_bytes, decode_hex_to_bytes_truncate};
///
/// let mut bytes = [0; 2];
/// assert_eq!(decode_hex_to_bytes(&mut bytes, b"0Aff"), Ok(2));
/// assert_eq!(bytes, [0x0a, 0xff]);
/// assert_eq!(decode_hex_to_bytes(&mut bytes, b"0ax"), Err(DecodeHexError));
/// assert_eq!(decode_hex_to_bytes_truncate(&mut bytes, b"0ax"), 1);
/// ```
#[doc(alias = "decodeHexToBytes")]
pub fn decode_hex_to_bytes<C: CodeUnit>(
    destination: &mut [u8],
    source: &[C],
) -> Result<usize, DecodeHexError> {
    let written = decode_hex_to_bytes_truncate(destination, source);
    let everything_was_read = written * 2 == source.len();
    if written == destination.len() || everything_was_read {
        Ok(written)
    } else {
        Err(DecodeHexError)
    }
}

/// [`decode_hex_to_bytes`] that ends at the first pair that is not two digits.
///
/// Zig: `bun.strings.decodeHexToBytesTruncate`.
///
/// # Examples
///
/// ```
/// let mut bytes = [0; 4];
/// let written = bun_str::strings::decode_hex_to_bytes_truncate(&mut bytes, b"0a1b-c");
/// assert_eq!(bytes[..written], [0x0a, 0x1b]);
/// ```
#[doc(alias = "decodeHexToBytesTruncate")]
pub fn decode_hex_to_bytes_truncate<C: CodeUnit>(destination: &mut [u8], source: &[C]) -> usize {
    let (blocks, _) = source.as_chunks::<{ 2 * BLOCK }>();
    let (slots, _) = destination.as_chunks_mut::<BLOCK>();
    let mut written = 0;
    for (slot, block) in slots.iter_mut().zip(blocks) {
        let Some(bytes) = decode_block(block) else { break };
        *slot = bytes;
        written += BLOCK;
    }
    let value = |unit: C| VALUES.get(unit.into() as usize).copied().unwrap_or(NO_DIGIT);
    let (pairs, _) = source[2 * written..].as_chunks::<2>();
    for (slot, &[high, low]) in destination[written..].iter_mut().zip(pairs) {
        let (high, low) = (value(high), value(low));
        if high == NO_DIGIT || low == NO_DIGIT {
            break;
        }
        *slot = high << 4 | low;
        written += 1;
    }
    written
}

/// How many bytes are decoded at once.
const BLOCK: usize = 16;

/// Decodes a block if it is all digits. Without a table and with one test at the end, so that the
/// compiler makes vector code of the loops.
#[inline]
fn decode_block<C: CodeUnit>(digits: &[C; 2 * BLOCK]) -> Option<[u8; BLOCK]> {
    let values = digits.map(|unit| {
        let unit: u32 = unit.into();
        let digit = if unit < 0x80 { unit as u8 } else { 0 };
        let (decimal, letter) = (digit.wrapping_sub(b'0'), (digit | 0x20).wrapping_sub(b'a'));
        let of_letter = if letter < 6 { letter + 10 } else { NO_DIGIT };
        if decimal < 10 { decimal } else { of_letter }
    });
    let is_digits = values.iter().fold(0, |all, value| all | value) < 16;
    is_digits.then(|| core::array::from_fn(|at| values[2 * at] << 4 | values[2 * at + 1]))
}

/// Writes two small digits for each byte of `source` that there is room for, and returns how many
/// bytes it wrote.
///
/// Zig: `bun.strings.encodeBytesToHex`, which asserts that neither is empty; here nothing is
/// written then.
///
/// # Examples
///
/// ```
/// let mut digits = [0; 5];
/// assert_eq!(bun_str::strings::encode_bytes_to_hex(&mut digits, &[1, 0xab, 2]), 4);
/// assert_eq!(&digits[..4], b"01ab");
/// ```
#[doc(alias = "encodeBytesToHex")]
pub fn encode_bytes_to_hex(destination: &mut [u8], source: &[u8]) -> usize {
    // Without a table, so that the compiler makes vector code of the loop.
    let digit = |value: u8| value + b'0' + if value > 9 { b'a' - b'0' - 10 } else { 0 };
    let (pairs, _) = destination.as_chunks_mut::<2>();
    for (pair, byte) in pairs.iter_mut().zip(source) {
        *pair = [digit(byte >> 4), digit(byte & 15)];
    }
    2 * pairs.len().min(source.len())
}

/// Returns whether `byte` is a hexadecimal digit of either case.
///
/// Zig: `bun.strings.isASCIIHexDigit`.
#[doc(alias = "isASCIIHexDigit")]
#[must_use]
#[inline]
pub const fn is_ascii_hex_digit(byte: u8) -> bool {
    byte.is_ascii_hexdigit()
}

/// Returns whether `code_point`, a number of any type, is a hexadecimal digit of either case.
#[must_use]
#[inline]
pub fn is_hex_code_point<T: TryInto<u8>>(code_point: T) -> bool {
    code_point.try_into().is_ok_and(|byte: u8| byte.is_ascii_hexdigit())
}

/// Returns the value of a hexadecimal digit.
///
/// Zig: `bun.strings.toASCIIHexValue`.
///
/// # Panics
///
/// When `digit` is none.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{is_hex_code_point, to_ascii_hex_value};
///
/// assert_eq!((to_ascii_hex_value(b'9'), to_ascii_hex_value(b'F')), (9, 15));
/// assert!(is_hex_code_point(0x61_u32) && !is_hex_code_point(-1));
/// ```
#[doc(alias = "toASCIIHexValue")]
#[must_use]
pub fn to_ascii_hex_value(digit: u8) -> u8 {
    let value = VALUES[usize::from(digit)];
    assert_ne!(value, NO_DIGIT, "not a hexadecimal digit");
    value
}
