//! Integers from text, as Zig's standard library reads them.

use core::fmt;
use core::str::FromStr;

use crate::error::{Error, known};

/// Why text is no integer of a type.
///
/// Zig: `std.fmt.ParseIntError`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::ParseIntError;
///
/// assert_eq!(ParseIntError::Overflow.name(), "Overflow");
/// assert_eq!(bun_core::Error::from(ParseIntError::InvalidCharacter).name(), "InvalidCharacter");
/// ```
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum ParseIntError {
    /// The type has no such number.
    Overflow,
    /// Text is empty, or has something that is no digit.
    InvalidCharacter,
}

impl ParseIntError {
    /// Returns the name of the error in Zig.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Overflow => "Overflow",
            Self::InvalidCharacter => "InvalidCharacter",
        }
    }
}

impl fmt::Display for ParseIntError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl core::error::Error for ParseIntError {}

impl From<ParseIntError> for Error {
    fn from(error: ParseIntError) -> Self {
        match error {
            ParseIntError::Overflow => known!(Overflow),
            ParseIntError::InvalidCharacter => known!(InvalidCharacter),
        }
    }
}

mod sealed {
    pub trait Sealed {}
}

/// An integer that [`parse_int`] reads; implemented for all of them, and for nothing else.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{ParseInt, parse_int};
///
/// fn parse_or<T: ParseInt>(text: &[u8], default: T) -> T {
///     parse_int(text, 10).unwrap_or(default)
/// }
///
/// assert_eq!(parse_or(b"8080", 3000_u16), 8080);
/// assert_eq!(parse_or(b"808080", 3000_u16), 3000);
/// ```
pub trait ParseInt: Copy + sealed::Sealed {
    #[doc(hidden)]
    fn parse(digits: &[u8], radix: u8, is_negative: bool) -> Result<Self, ParseIntError>;
}

macro_rules! implement {
    ($wide:ident: $($int:ty)+) => {$(
        impl sealed::Sealed for $int {}
        impl ParseInt for $int {
            #[inline]
            fn parse(digits: &[u8], radix: u8, is_negative: bool) -> Result<Self, ParseIntError> {
                // The distance from zero to the end of the type on this side.
                let limit = if is_negative {
                    (0 as $int).abs_diff(<$int>::MIN)
                } else {
                    <$int>::MAX.abs_diff(0)
                };
                let magnitude = $wide(digits, radix, limit.into_wide())?;
                let value = magnitude as $int;
                Ok(if is_negative { value.wrapping_neg() } else { value })
            }
        }
    )+};
}

/// The word that the magnitude of a type is read in.
trait IntoWide {
    type Wide;

    fn into_wide(self) -> Self::Wide;
}

macro_rules! widen {
    ($wide:ty: $($int:ty)+) => {$(
        impl IntoWide for $int {
            type Wide = $wide;

            #[inline]
            fn into_wide(self) -> $wide {
                self as $wide
            }
        }
    )+};
}

widen! { u64: u8 u16 u32 u64 usize }
widen! { u128: u128 }
implement! { magnitude_64: u8 u16 u32 u64 usize i8 i16 i32 i64 isize }
implement! { magnitude_128: u128 i128 }

/// Reads an integer: a sign, digits of either case, and `_` anywhere but at the ends.
///
/// A radix of 0 means 10, or what `0b`, `0o` or `0x` in front of the digits says.
///
/// Zig: `std.fmt.parseInt`.
///
/// # Errors
///
/// [`ParseIntError`]: what is wrong first, from the left. A radix above 36 has no digits beyond
/// `z`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::ParseIntError;
/// use bun_core::strings::parse_int;
///
/// assert_eq!(parse_int::<i8>(b"-128", 10), Ok(-128));
/// assert_eq!(parse_int::<u32>(b"0xdead_BEEF", 0), Ok(0xdead_beef));
/// assert_eq!(parse_int::<u8>(b"256", 10), Err(ParseIntError::Overflow));
/// assert_eq!(parse_int::<u8>(b"12 ", 10), Err(ParseIntError::InvalidCharacter));
/// ```
#[doc(alias = "parseInt")]
#[inline]
pub fn parse_int<T: ParseInt>(text: &[u8], radix: u8) -> Result<T, ParseIntError> {
    match text {
        [b'+', digits @ ..] => parse_signed(digits, radix, false),
        [b'-', digits @ ..] => parse_signed(digits, radix, true),
        digits => parse_signed(digits, radix, false),
    }
}

/// As [`parse_int`], without a sign.
///
/// Zig: `std.fmt.parseUnsigned`.
///
/// # Errors
///
/// As [`parse_int`]; a sign is an invalid character.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{ParseIntError, parse_unsigned};
///
/// assert_eq!(parse_unsigned::<u16>(b"8080", 10), Ok(8080));
/// assert_eq!(parse_unsigned::<u16>(b"+1", 10), Err(ParseIntError::InvalidCharacter));
/// ```
#[doc(alias = "parseUnsigned")]
#[inline]
pub fn parse_unsigned<T: ParseInt>(text: &[u8], radix: u8) -> Result<T, ParseIntError> {
    parse_signed(text, radix, false)
}

/// As [`parse_int`] in decimal, for callers that do not ask why not.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::parse_decimal;
///
/// assert_eq!(parse_decimal::<u64>(b"1048576"), Some(1 << 20));
/// assert_eq!(parse_decimal::<u64>(b""), None);
/// ```
#[must_use]
pub fn parse_decimal<T: ParseInt>(text: &[u8]) -> Option<T> {
    parse_int(text, 10).ok()
}

/// Reads whatever `T` reads from a string; `None` when the bytes are no UTF-8 either.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::parse_ascii;
///
/// assert_eq!(parse_ascii::<bool>(b"true"), Some(true));
/// assert_eq!(parse_ascii::<char>(b"\xff"), None);
/// ```
#[must_use]
pub fn parse_ascii<T: FromStr>(text: &[u8]) -> Option<T> {
    str::from_utf8(text).ok()?.parse().ok()
}

#[inline]
fn parse_signed<T: ParseInt>(
    text: &[u8],
    radix: u8,
    is_negative: bool,
) -> Result<T, ParseIntError> {
    let (digits, radix) = match (radix, text) {
        (0, [b'0', b'b' | b'B', digits @ ..]) if !digits.is_empty() => (digits, 2),
        (0, [b'0', b'o' | b'O', digits @ ..]) if !digits.is_empty() => (digits, 8),
        (0, [b'0', b'x' | b'X', digits @ ..]) if !digits.is_empty() => (digits, 16),
        (0, digits) => (digits, 10),
        (radix, digits) => (digits, radix),
    };
    match digits {
        [] | [b'_', ..] | [.., b'_'] => Err(ParseIntError::InvalidCharacter),
        digits => T::parse(digits, radix, is_negative),
    }
}

/// The value of a digit in any radix; 255 if it is none.
const DIGITS: [u8; 256] = {
    let mut table = [u8::MAX; 256];
    let mut value = 0;
    while value < 36 {
        let digit = b"0123456789abcdefghijklmnopqrstuvwxyz"[value];
        table[digit as usize] = value as u8;
        table[digit.to_ascii_uppercase() as usize] = value as u8;
        value += 1;
    }
    table
};

#[inline]
fn magnitude_64(digits: &[u8], radix: u8, limit: u64) -> Result<u64, ParseIntError> {
    match (radix, digits.len()) {
        // Ten to the nineteenth fits, and so do twelve digits of radix 36.
        (10, ..=19) => unchecked(digits, 10, limit),
        (..=36, ..=12) => unchecked(digits, radix, limit),
        _ => magnitude_128(digits, radix, limit.into()).map(|value| value as u64),
    }
}

/// Reads so few digits that there is no overflow on the way.
#[inline(always)]
fn unchecked(digits: &[u8], radix: u8, limit: u64) -> Result<u64, ParseIntError> {
    let mut value = 0_u64;
    for &byte in digits {
        let digit = if radix == 10 { byte.wrapping_sub(b'0') } else { DIGITS[usize::from(byte)] };
        if digit < radix {
            value = value * u64::from(radix) + u64::from(digit);
        } else if byte != b'_' {
            // Both are wrong, but what is too large was so before.
            return Err(if value > limit {
                ParseIntError::Overflow
            } else {
                ParseIntError::InvalidCharacter
            });
        }
    }
    if value > limit { Err(ParseIntError::Overflow) } else { Ok(value) }
}

#[cold]
fn magnitude_128(digits: &[u8], radix: u8, limit: u128) -> Result<u128, ParseIntError> {
    let mut value = 0_u128;
    for &byte in digits {
        if byte == b'_' {
            continue;
        }
        let digit = DIGITS[usize::from(byte)];
        if digit >= radix.min(36) {
            return Err(ParseIntError::InvalidCharacter);
        }
        value = value
            .checked_mul(radix.into())
            .and_then(|value| value.checked_add(digit.into()))
            .filter(|&value| value <= limit)
            .ok_or(ParseIntError::Overflow)?;
    }
    Ok(value)
}
