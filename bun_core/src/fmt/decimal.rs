//! Integers in decimal.

use core::ffi::CStr;

pub use ::itoa::Integer;

/// Room for the decimal form of any integer; see [`itoa()`].
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{ItoaBuf, itoa};
///
/// let mut buffer = ItoaBuf::new();
/// assert_eq!(itoa(&mut buffer, u128::MAX).len(), 39);
/// ```
pub type ItoaBuf = ::itoa::Buffer;

/// Writes an integer in decimal to `buffer` and returns the text.
///
/// Zig: `std.fmt.printInt(buffer, value, 10, .lower, .{})`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{ItoaBuf, itoa};
///
/// let mut buffer = ItoaBuf::new();
/// assert_eq!(itoa(&mut buffer, -128_i8), b"-128");
/// ```
#[doc(alias = "printInt")]
#[inline]
pub fn itoa<T: Integer>(buffer: &mut ItoaBuf, value: T) -> &[u8] {
    buffer.format(value).as_bytes()
}

/// Writes an integer in decimal with a NUL behind it.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_core::fmt::itoa_z(&mut [0; 21], u64::MAX), c"18446744073709551615");
/// ```
pub fn itoa_z(buffer: &mut [u8; 21], value: u64) -> &CStr {
    let length = print_int(&mut buffer[..20], value);
    buffer[length] = 0;
    CStr::from_bytes_until_nul(buffer).unwrap_or_default()
}

/// Writes an integer in decimal to the start of `buffer` and returns how many bytes it has.
///
/// Zig: `std.fmt.printInt`.
///
/// # Panics
///
/// When `buffer` is too short: 20 bytes hold any integer of 64 bits, 40 any of 128.
///
/// # Examples
///
/// ```
/// let mut buffer = [0; 20];
/// let length = bun_core::fmt::print_int(&mut buffer, 42_u32);
/// assert_eq!(&buffer[..length], b"42");
/// ```
#[doc(alias = "printInt")]
#[doc(alias = "formatIntBuf")]
pub fn print_int<T: Integer>(buffer: &mut [u8], value: T) -> usize {
    let mut digits = ItoaBuf::new();
    let digits = digits.format(value).as_bytes();
    buffer[..digits.len()].copy_from_slice(digits);
    digits.len()
}

/// As [`print_int`], returning the text.
///
/// # Panics
///
/// As [`print_int`].
///
/// # Examples
///
/// ```
/// assert_eq!(bun_core::fmt::int_as_bytes(&mut [0; 20], -1_i64), b"-1");
/// ```
pub fn int_as_bytes<T: Integer>(buffer: &mut [u8], value: T) -> &[u8] {
    let length = print_int(buffer, value);
    &buffer[..length]
}

/// Returns the number of decimal digits of an integer; one for zero.
///
/// Zig: `bun.fmt.fastDigitCount`, which is only right below 2³².
///
/// # Examples
///
/// ```
/// use bun_core::fmt::fast_digit_count;
///
/// assert_eq!(fast_digit_count(0), 1);
/// assert_eq!(fast_digit_count(9_999_999_999), 10);
/// assert_eq!(fast_digit_count(u64::MAX), 20);
/// ```
#[doc(alias = "fastDigitCount")]
#[must_use]
pub const fn fast_digit_count(value: u64) -> u64 {
    match value.checked_ilog10() {
        Some(log) => log as u64 + 1,
        None => 1,
    }
}

mod sealed {
    pub trait Sealed {}
}

/// An integer whose digits [`digit_count`] counts; implemented for all of them, and for nothing
/// else.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{DigitCount, digit_count};
///
/// fn column_width<T: DigitCount>(values: &[T]) -> usize {
///     values.iter().map(|&value| digit_count(value)).max().unwrap_or(0)
/// }
///
/// assert_eq!(column_width(&[7_u16, 1234, 56]), 4);
/// ```
pub trait DigitCount: Copy + sealed::Sealed {
    #[doc(hidden)]
    fn digits(self) -> usize;
}

macro_rules! implement {
    ($magnitude:ident: $($int:ty)+) => {$(
        impl sealed::Sealed for $int {}
        impl DigitCount for $int {
            #[inline]
            fn digits(self) -> usize {
                implement!(@$magnitude self).checked_ilog10().map_or(1, |log| log as usize + 1)
            }
        }
    )+};
    (@unsigned $value:ident) => { $value };
    (@signed $value:ident) => { $value.unsigned_abs() };
}

implement! { unsigned: u8 u16 u32 u64 u128 usize }
implement! { signed: i8 i16 i32 i64 i128 isize }

/// Returns the number of decimal digits of an integer of any type, not counting its sign.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::digit_count;
///
/// assert_eq!(digit_count(0_u8), 1);
/// assert_eq!(digit_count(-100_i32), 3);
/// ```
#[inline]
#[must_use]
pub fn digit_count<T: DigitCount>(value: T) -> usize {
    value.digits()
}

/// Returns `e` when `value` is 10ᵉ for an `e` from 4 to 9.
///
/// Those are the numbers that are shorter with an exponent.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::pow10_exp_1e4_to_1e9;
///
/// assert_eq!(pow10_exp_1e4_to_1e9(10_000), Some(4));
/// assert_eq!(pow10_exp_1e4_to_1e9(1_000), None);
/// ```
#[must_use]
pub const fn pow10_exp_1e4_to_1e9(value: u64) -> Option<u8> {
    Some(match value {
        10_000 => 4,
        100_000 => 5,
        1_000_000 => 6,
        10_000_000 => 7,
        100_000_000 => 8,
        1_000_000_000 => 9,
        _ => return None,
    })
}
