//! Floating-point numbers from text, as Zig's standard library reads them.
//!
//! Decimal digits go to the standard library, which rounds correctly; what it does not know, `_`
//! and hexadecimal digits, is dealt with here.

use alloc::vec::Vec;
use core::ops::Neg;
use core::str::FromStr;

use super::hex_parse::hex_digit_value;

/// Reads a number: a sign, decimal digits with a point and an exponent, `_` between digits.
///
/// Hexadecimal digits behind `0x`, with an exponent of two behind `p`, are read as well, and `inf`,
/// `infinity` and `nan` in any case. `None` when text is none of these. Rounds to nearest, ties to
/// even; what is too large is infinite. Text with `_` is copied.
///
/// Zig: `std.fmt.parseFloat(f64, …)`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::parse_f64;
///
/// assert_eq!(parse_f64(b"1_000.5e-1"), Some(100.05));
/// assert_eq!(parse_f64(b"-0x1.8p1"), Some(-3.0));
/// assert_eq!(parse_f64(b"+Infinity"), Some(f64::INFINITY));
/// assert_eq!(parse_f64(b"1 "), None);
/// ```
#[doc(alias = "parseFloat")]
#[must_use]
pub fn parse_f64(text: &[u8]) -> Option<f64> {
    parse(text, |hex| f64::from_bits(hex.round(52, 11)))
}

/// As [`parse_f64`], rounding once, to an `f32`.
///
/// Zig: `std.fmt.parseFloat(f32, …)`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_core::fmt::parse_f32(b"0x1p-149"), Some(f32::from_bits(1)));
/// ```
#[must_use]
pub fn parse_f32(text: &[u8]) -> Option<f32> {
    parse(text, |hex| f32::from_bits(hex.round(23, 8) as u32))
}

#[inline]
fn parse<T: Float>(text: &[u8], hex: impl Fn(Hex) -> T) -> Option<T> {
    // What the standard library takes Zig takes too; only the sign of `-nan` differs.
    match str::from_utf8(text).ok()?.parse::<T>() {
        Ok(number) if number.is_number() => Some(number),
        _ => parse_other(text, hex),
    }
}

/// What the library has of a float in common.
trait Float: FromStr + Neg<Output = Self> {
    fn is_number(&self) -> bool;
}

impl Float for f64 {
    fn is_number(&self) -> bool {
        !self.is_nan()
    }
}

impl Float for f32 {
    fn is_number(&self) -> bool {
        !self.is_nan()
    }
}

/// Reads `nan`, hexadecimal digits, and decimal ones with `_`.
#[cold]
fn parse_other<T: Float>(text: &[u8], hex: impl Fn(Hex) -> T) -> Option<T> {
    let (is_negative, text) = match text {
        [b'-', text @ ..] => (true, text),
        [b'+', text @ ..] => (false, text),
        text => (false, text),
    };
    let signed = |value: T| if is_negative { -value } else { value };
    if let [b'0', b'x' | b'X', digits @ ..] = text {
        return Hex::of(digits).map(|digits| signed(hex(digits)));
    }
    if text.eq_ignore_ascii_case(b"nan") {
        return "nan".parse().ok();
    }
    let may_have_underscores =
        text.first().is_some_and(u8::is_ascii_digit) || text.starts_with(b".");
    if !may_have_underscores || !has_valid_underscores(text, u8::is_ascii_digit) {
        return None;
    }
    let digits: Vec<u8> = text.iter().copied().filter(|&byte| byte != b'_').collect();
    str::from_utf8(&digits).ok()?.parse().ok().map(signed)
}

/// Whether there is a digit on both sides of each `_`.
fn has_valid_underscores(text: &[u8], is_digit: impl Fn(&u8) -> bool) -> bool {
    text.iter().enumerate().filter(|&(_, &byte)| byte == b'_').all(|(index, _)| {
        let around = index.checked_sub(1).and_then(|before| text.get(before..index + 2));
        around.is_some_and(|around| is_digit(&around[0]) && is_digit(&around[2]))
    })
}

/// The digits and exponent of a hexadecimal number: `mantissa` times two to the `exponent`, and a
/// bit more if `is_cut`.
struct Hex {
    mantissa: u64,
    exponent: i64,
    is_cut: bool,
}

impl Hex {
    fn of(text: &[u8]) -> Option<Self> {
        if !has_valid_underscores(text, u8::is_ascii_hexdigit) {
            return None;
        }
        let end = text.iter().position(|byte| matches!(byte, b'p' | b'P')).unwrap_or(text.len());
        let (digits, exponent) = text.split_at(end);
        let mut hex = Self { mantissa: 0, exponent: 0, is_cut: false };
        let mut has_digits = false;
        let mut has_point = false;
        for &byte in digits {
            match (byte, hex_digit_value(byte)) {
                (b'_', _) => {}
                (b'.', _) if !has_point => has_point = true,
                (_, Some(digit)) => {
                    has_digits = true;
                    hex.exponent -= if has_point { 4 } else { 0 };
                    hex.push(digit);
                }
                _ => return None,
            }
        }
        if let [_, exponent @ ..] = exponent {
            hex.exponent = hex.exponent.saturating_add(exponent_of(exponent)?);
        }
        has_digits.then_some(hex)
    }

    fn push(&mut self, digit: u8) {
        if self.mantissa >> 60 == 0 {
            self.mantissa = self.mantissa << 4 | u64::from(digit);
        } else {
            self.exponent += 4;
            self.is_cut |= digit != 0;
        }
    }

    /// The bits of the nearest number of an IEEE format, ties to even.
    fn round(self, fraction_bits: u32, exponent_bits: u32) -> u64 {
        if self.mantissa == 0 {
            return 0;
        }
        let infinity = ((1 << exponent_bits) - 1) << fraction_bits;
        let bias = (1_i64 << (exponent_bits - 1)) - 1;
        // The number is `top` / 2⁶³ times two to the `exponent`, with the highest bit of `top` set.
        let zeros = self.mantissa.leading_zeros();
        let top = self.mantissa << zeros;
        let exponent = self.exponent.saturating_add(63 - i64::from(zeros));
        if exponent > bias {
            return infinity;
        }
        // Below the least normal number there are fewer bits to keep, down to none.
        let missing = (1 - bias).saturating_sub(exponent).max(0);
        let dropped = i64::from(63 - fraction_bits).saturating_add(missing);
        if dropped > 64 {
            return 0;
        }
        let kept = top.checked_shr(dropped as u32).unwrap_or(0);
        let rest = u128::from(top) << (128 - dropped) | u128::from(self.is_cut);
        let half = 1_u128 << 127;
        let rounds_up = rest > half || rest == half && kept & 1 == 1;
        // A carry goes on into the exponent, where it is right.
        let biased = if missing > 0 { 0 } else { (exponent + bias - 1) as u64 };
        (biased << fraction_bits) + kept + u64::from(rounds_up)
    }
}

/// Reads a sign and digits, saturating far beyond any exponent that matters.
fn exponent_of(text: &[u8]) -> Option<i64> {
    let (is_negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] => (false, digits),
        digits => (false, digits),
    };
    if !digits.first()?.is_ascii_digit() {
        return None;
    }
    let mut exponent = 0_i64;
    for &byte in digits.iter().filter(|&&byte| byte != b'_') {
        if !byte.is_ascii_digit() {
            return None;
        }
        exponent = (exponent * 10 + i64::from(byte - b'0')).min(1 << 40);
    }
    Some(if is_negative { -exponent } else { exponent })
}
