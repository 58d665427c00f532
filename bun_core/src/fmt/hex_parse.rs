//! Hexadecimal digits to numbers. Digits of either case are taken.

use bytemuck::Pod;

/// Returns the value of a hexadecimal digit.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::hex_digit_value;
///
/// assert_eq!(hex_digit_value(b'F'), Some(15));
/// assert_eq!(hex_digit_value(b'g'), None);
/// ```
#[must_use]
pub const fn hex_digit_value(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

/// As [`hex_digit_value`], of a code point.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::hex_digit_value_u32;
///
/// assert_eq!(hex_digit_value_u32(u32::from('F')), Some(15));
/// assert_eq!(hex_digit_value_u32(0x1_0041), None);
/// ```
#[must_use]
pub const fn hex_digit_value_u32(code_point: u32) -> Option<u8> {
    if code_point < 0x80 { hex_digit_value(code_point as u8) } else { None }
}

/// Returns the byte that two digits give.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::hex_pair_value;
///
/// assert_eq!(hex_pair_value(b'2', b'f'), Some(0x2f));
/// assert_eq!(hex_pair_value(b'2', b' '), None);
/// ```
#[must_use]
pub const fn hex_pair_value(high: u8, low: u8) -> Option<u8> {
    match (hex_digit_value(high), hex_digit_value(low)) {
        (Some(high), Some(low)) => Some(high << 4 | low),
        _ => None,
    }
}

/// Returns the number that the first four bytes give; `None` unless all four are digits.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::parse_hex4;
///
/// assert_eq!(parse_hex4(b"20aC rest"), Some(0x20ac));
/// assert_eq!(parse_hex4(b"20a"), None);
/// ```
#[must_use]
pub const fn parse_hex4(input: &[u8]) -> Option<u16> {
    let Some(&[a, b, c, d]) = input.first_chunk() else { return None };
    match (hex_pair_value(a, b), hex_pair_value(c, d)) {
        (Some(high), Some(low)) => Some((high as u16) << 8 | low as u16),
        _ => None,
    }
}

/// Reads digits from the start, at most `digits_max` and never more than eight, and returns the
/// number and how many there were.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::parse_hex_prefix;
///
/// assert_eq!(parse_hex_prefix(b"1f600}", 6), (0x1f600, 5));
/// assert_eq!(parse_hex_prefix(b"}", 6), (0, 0));
/// ```
#[must_use]
pub fn parse_hex_prefix(input: &[u8], digits_max: usize) -> (u32, usize) {
    let digits = input.iter().take(digits_max.min(8)).map_while(|&byte| hex_digit_value(byte));
    digits.fold((0, 0), |(value, count), digit| (value << 4 | u32::from(digit), count + 1))
}

/// Returns the value whose bytes in memory the digits give; `None` unless there are exactly as many
/// digits as it has.
///
/// The opposite of [`bytes_to_hex_lower`](super::bytes_to_hex_lower) of the bytes of the value.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::parse_hex_to_int;
///
/// let value: Option<u16> = parse_hex_to_int(b"0a0B");
/// assert_eq!(value, Some(u16::from_ne_bytes([0x0a, 0x0b])));
/// assert_eq!(parse_hex_to_int::<u16>(b"0a0"), None);
/// ```
#[must_use]
pub fn parse_hex_to_int<T: Pod>(digits: &[u8]) -> Option<T> {
    let mut value = T::zeroed();
    let bytes = bytemuck::bytes_of_mut(&mut value);
    let (pairs, odd) = digits.as_chunks();
    if pairs.len() != bytes.len() || !odd.is_empty() {
        return None;
    }
    for (byte, &[high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = hex_pair_value(high, low)?;
    }
    Some(value)
}
