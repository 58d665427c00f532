//! The number at the start of text.

use core::fmt;

use crate::error::{Error, known};

/// Text does not start with a number. See [`parse_double`].
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct InvalidCharacter;

impl fmt::Display for InvalidCharacter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("InvalidCharacter")
    }
}

impl core::error::Error for InvalidCharacter {}

impl From<InvalidCharacter> for Error {
    fn from(_: InvalidCharacter) -> Self {
        known!(InvalidCharacter)
    }
}

/// Reads the decimal number at the start of text, as JavaScript's `parseFloat` does without blanks.
///
/// A sign, digits with a point in, behind or before them, and an exponent if it has digits; what
/// follows is ignored. `Infinity` and `NaN` are no numbers here. Rounds to nearest, ties to even.
///
/// Zig: `bun.jsc.wtf.parseDouble`.
///
/// # Errors
///
/// [`InvalidCharacter`] when there is no digit.
///
/// # Examples
///
/// ```
/// use bun_core::wtf::{InvalidCharacter, parse_double};
///
/// assert_eq!(parse_double(b"1.5e3px"), Ok(1500.0));
/// assert_eq!(parse_double(b".5e"), Ok(0.5));
/// assert_eq!(parse_double(b"x"), Err(InvalidCharacter));
/// ```
#[doc(alias = "parseDouble")]
pub fn parse_double(text: &[u8]) -> Result<f64, InvalidCharacter> {
    let digits = |from: usize| {
        let rest = text.get(from..).unwrap_or_default();
        from + rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    let sign = |from: usize| from + usize::from(matches!(text.get(from), Some(b'+' | b'-')));
    let start = sign(0);
    let whole = digits(start);
    let fraction = if text.get(whole) == Some(&b'.') { digits(whole + 1) } else { whole };
    // A point alone is no number.
    if fraction <= start + usize::from(whole == start) {
        return Err(InvalidCharacter);
    }
    let mut end = fraction;
    if matches!(text.get(end), Some(b'e' | b'E')) {
        let exponent = sign(end + 1);
        if digits(exponent) > exponent {
            end = digits(exponent);
        }
    }
    let number = str::from_utf8(&text[..end]).map_err(|_| InvalidCharacter)?;
    number.parse().map_err(|_| InvalidCharacter)
}
