//! Hexadecimal.

use core::fmt;

const LOWER: &[u8; 16] = b"0123456789abcdef";
const UPPER: &[u8; 16] = b"0123456789ABCDEF";

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

/// Shows bytes as hexadecimal; see [`hex_lower`] and [`hex_upper`].
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
#[must_use]
pub const fn hex_upper(bytes: &[u8]) -> HexBytes<'_, false> {
    HexBytes(bytes)
}

impl<const LOWER_CASE: bool> fmt::Display for HexBytes<'_, LOWER_CASE> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chunks(32).try_for_each(|block| write_digits(f, block, LOWER_CASE))
    }
}

/// Writes the digits of at most 32 bytes in one call.
fn write_digits(f: &mut fmt::Formatter<'_>, bytes: &[u8], is_lower: bool) -> fmt::Result {
    let mut digits = [0; 64];
    let length = bytes_to_hex_lower(bytes, &mut digits);
    let digits = &mut digits[..length];
    if !is_lower {
        digits.make_ascii_uppercase();
    }
    f.write_str(str::from_utf8(digits).map_err(|_| fmt::Error)?)
}

mod sealed {
    pub trait Sealed {}
}

/// An integer that [`hex_int_lower`] shows; implemented for all of them, and for nothing else.
pub trait HexInt: Copy + sealed::Sealed {
    #[doc(hidden)]
    fn format(self, is_lower: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

macro_rules! implement {
    ($($int:ty)+) => {$(
        impl sealed::Sealed for $int {}
        impl HexInt for $int {
            fn format(self, is_lower: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_digits(f, &self.to_be_bytes(), is_lower)
            }
        }
    )+};
}

implement! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

/// Shows an integer as hexadecimal; see [`hex_int_lower`] and [`hex_int_upper`].
#[derive(Copy, Clone, Debug)]
pub struct HexIntFormatter<T, const LOWER: bool>(T);

/// Shows an integer with all the lower-case digits of its type.
///
/// Zig: `bun.fmt.hexIntLower`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_core::fmt::hex_int_lower(10_u8).to_string(), "0a");
/// ```
#[doc(alias = "hexIntLower")]
#[must_use]
pub const fn hex_int_lower<T: HexInt>(value: T) -> HexIntFormatter<T, true> {
    HexIntFormatter(value)
}

/// Shows an integer with all the upper-case digits of its type.
///
/// Zig: `bun.fmt.hexIntUpper`.
#[doc(alias = "hexIntUpper")]
#[must_use]
pub const fn hex_int_upper<T: HexInt>(value: T) -> HexIntFormatter<T, false> {
    HexIntFormatter(value)
}

impl<T: HexInt, const LOWER_CASE: bool> fmt::Display for HexIntFormatter<T, LOWER_CASE> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.format(LOWER_CASE, f)
    }
}
