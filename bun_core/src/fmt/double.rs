//! Numbers as JavaScript shows them.
//!
//! The digits come from `ryu-js`: the shortest that read back as the same number, and of those the
//! nearest, which is what ECMAScript's `Number::toString` demands.

use core::fmt;

use super::pad::padded;

/// Shows a number as JavaScript does.
///
/// Zig: `bun.fmt.double`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::double;
///
/// assert_eq!(double(1.0).to_string(), "1");
/// assert_eq!(double(1e21).to_string(), "1e+21");
/// assert_eq!(double(-0.0).to_string(), "0");
/// assert_eq!(double(f64::NEG_INFINITY).to_string(), "-Infinity");
/// ```
#[must_use]
pub const fn double(number: f64) -> FormatDouble {
    FormatDouble { number }
}

/// See [`double`].
///
/// Zig: `bun.fmt.FormatDouble`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{FormatDouble, double};
///
/// let number: FormatDouble = double(0.1 + 0.2);
/// assert_eq!(format!("{number}px"), "0.30000000000000004px");
/// ```
#[derive(Copy, Clone, Debug)]
pub struct FormatDouble {
    /// The number.
    pub number: f64,
}

impl FormatDouble {
    /// Writes a number to `buffer` and returns the text.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::fmt::FormatDouble;
    ///
    /// assert_eq!(FormatDouble::dtoa(&mut [0; 124], 0.1 + 0.2), b"0.30000000000000004");
    /// assert_eq!(FormatDouble::dtoa_with_negative_zero(&mut [0; 124], -0.0), b"-0");
    /// ```
    #[must_use]
    pub fn dtoa(buffer: &mut [u8; 124], number: f64) -> &[u8] {
        let mut digits = ryu_js::Buffer::new();
        let text = digits.format(number).as_bytes();
        buffer[..text.len()].copy_from_slice(text);
        &buffer[..text.len()]
    }

    /// As [`dtoa`](Self::dtoa), but `-0` for negative zero.
    ///
    /// Zig: `bun.fmt.FormatDouble.dtoaWithNegativeZero`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::fmt::FormatDouble;
    ///
    /// assert_eq!(FormatDouble::dtoa(&mut [0; 124], -0.0), b"0");
    /// assert_eq!(FormatDouble::dtoa_with_negative_zero(&mut [0; 124], -0.0), b"-0");
    /// ```
    #[doc(alias = "dtoaWithNegativeZero")]
    #[must_use]
    pub fn dtoa_with_negative_zero(buffer: &mut [u8; 124], number: f64) -> &[u8] {
        if number == 0.0 && number.is_sign_negative() { b"-0" } else { Self::dtoa(buffer, number) }
    }
}

impl fmt::Display for FormatDouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut digits = ryu_js::Buffer::new();
        let text = digits.format(self.number);
        padded(f, |to| to.write_str(text))
    }
}
