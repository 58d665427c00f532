//! Integers in hexadecimal.

use core::fmt;

use super::hex::{LOWER, UPPER};
use super::pad::padded;

/// Shows an integer as hexadecimal; see [`hex_int_lower`] and [`hex_int_upper`].
///
/// Zig: `bun.fmt.HexIntFormatter`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{HexIntFormatter, hex_int_lower};
///
/// let hash: HexIntFormatter<true, 8> = hex_int_lower::<8>(0xbeef);
/// assert_eq!(format!("chunk-{hash}.js"), "chunk-0000beef.js");
/// ```
#[derive(Copy, Clone, Debug)]
pub struct HexIntFormatter<const LOWER: bool, const NIBBLES: usize>(u64);

/// Shows the low `NIBBLES` digits of an integer, in lower case.
///
/// Zig takes the number of digits from the type: a `u32` has eight.
///
/// Zig: `bun.fmt.hexIntLower`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{hex_int_lower, hex_int_upper};
///
/// assert_eq!(hex_int_lower::<2>(10).to_string(), "0a");
/// assert_eq!(hex_int_upper::<4>(0xabc).to_string(), "0ABC");
/// ```
///
/// There are no more than sixteen:
///
/// ```compile_fail,E0080
/// bun_core::fmt::hex_int_lower::<17>(1);
/// ```
#[doc(alias = "hexIntLower")]
#[must_use]
pub const fn hex_int_lower<const NIBBLES: usize>(value: u64) -> HexIntFormatter<true, NIBBLES> {
    const { assert!(NIBBLES <= 16, "a u64 has sixteen digits") };
    HexIntFormatter(value)
}

/// Shows the low `NIBBLES` digits of an integer, in upper case; see [`hex_int_lower`].
///
/// Zig: `bun.fmt.hexIntUpper`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_core::fmt::hex_int_upper::<3>(0x1abc).to_string(), "ABC");
/// ```
#[doc(alias = "hexIntUpper")]
#[must_use]
pub const fn hex_int_upper<const NIBBLES: usize>(value: u64) -> HexIntFormatter<false, NIBBLES> {
    const { assert!(NIBBLES <= 16, "a u64 has sixteen digits") };
    HexIntFormatter(value)
}

impl<const LOWER: bool, const NIBBLES: usize> fmt::Display for HexIntFormatter<LOWER, NIBBLES> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = u64_hex_fixed::<LOWER, NIBBLES>(self.0);
        let digits = str::from_utf8(&digits).map_err(|_| fmt::Error)?;
        padded(f, |to| to.write_str(digits))
    }
}

/// Returns the low `N` digits of an integer, with zeros in front.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::u64_hex_fixed;
///
/// assert_eq!(u64_hex_fixed::<true, 4>(0xabc), *b"0abc");
/// assert_eq!(u64_hex_fixed::<false, 2>(0xabc), *b"BC");
/// ```
#[must_use]
pub const fn u64_hex_fixed<const LOWER_CASE: bool, const N: usize>(value: u64) -> [u8; N] {
    let table = if LOWER_CASE { LOWER } else { UPPER };
    let mut digits = [b'0'; N];
    let mut rest = value;
    let mut index = N;
    while index > 0 {
        index -= 1;
        digits[index] = table[(rest & 0xf) as usize];
        rest >>= 4;
    }
    digits
}

/// Writes an integer in lower-case digits without zeros in front, and returns the text.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::u64_hex_var_lower;
///
/// assert_eq!(u64_hex_var_lower(&mut [0; 16], 0xabc), b"abc");
/// assert_eq!(u64_hex_var_lower(&mut [0; 16], 0), b"0");
/// ```
pub fn u64_hex_var_lower(buffer: &mut [u8; 16], value: u64) -> &[u8] {
    *buffer = u64_hex_fixed::<true, 16>(value);
    &buffer[(value.leading_zeros() as usize / 4).min(15)..]
}
