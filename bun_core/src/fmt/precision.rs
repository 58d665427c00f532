//! Numbers with a limited number of decimals, rounded as Zig rounds.

use core::fmt::{self, Write as _};

use super::pad::padded;
use crate::io::{AsFmt, FixedBufferStream};

/// A number from zero to 10⁷, rounded half up in its shortest decimal form.
///
/// That is what Zig's `{d:.2}` does. Rust's `{:.2}` rounds the exact binary value instead: 0.125
/// would become 0.12.
pub(super) struct Rounded {
    pub(super) whole: u64,
    /// As an integer; zeros in front are up to whoever shows it.
    pub(super) fraction: u64,
}

/// The most decimals that [`Rounded::of`] is asked for: the number without its point is an `u64`.
const DECIMALS_MAX: u32 = 12;

impl Rounded {
    pub(super) fn of(number: f64, decimals: u32) -> Self {
        // The shortest form of 5e-324 has 326 characters.
        let mut shortest = FixedBufferStream::new([0; 352]);
        // Whatever a double is, it fits.
        let _ = write!(AsFmt::new(&mut shortest), "{number}");
        let text = shortest.get_written();
        let point = text.iter().position(|&byte| byte == b'.').unwrap_or(text.len());
        let fraction = text.get(point + 1..).unwrap_or_default();
        let zeros = core::iter::repeat(&b'0');
        let kept = text[..point]
            .iter()
            .chain(fraction.iter().chain(zeros).take(decimals as usize))
            .fold(0_u64, |value, digit| value * 10 + u64::from(digit.wrapping_sub(b'0')));
        let rounds_up = fraction.get(decimals as usize).is_some_and(|&digit| digit >= b'5');
        let rounded = kept + u64::from(rounds_up);
        let scale = 10_u64.pow(decimals);
        Self { whole: rounded / scale, fraction: rounded % scale }
    }
}

/// Shows a number with at most `PRECISION` decimals and no zeros at the end.
///
/// The fraction is rounded on its own. When it rounds to nothing there is no point, and when it
/// rounds to one the whole number is one more; the original writes a point without digits then.
///
/// Zig: `bun.fmt.trimmedPrecision`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::trimmed_precision;
///
/// assert_eq!(trimmed_precision::<3>(1.25).to_string(), "1.25");
/// assert_eq!(trimmed_precision::<3>(1.9999).to_string(), "2");
/// ```
///
/// There are at most twelve decimals:
///
/// ```compile_fail,E0080
/// bun_core::fmt::trimmed_precision::<13>(1.0);
/// ```
#[doc(alias = "trimmedPrecision")]
#[must_use]
pub const fn trimmed_precision<const PRECISION: usize>(
    value: f64,
) -> TrimmedPrecisionFormatter<PRECISION> {
    const { assert!(PRECISION <= DECIMALS_MAX as usize, "at most twelve decimals") };
    TrimmedPrecisionFormatter { value }
}

/// See [`trimmed_precision`].
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{TrimmedPrecisionFormatter, trimmed_precision};
///
/// let seconds: TrimmedPrecisionFormatter<2> = trimmed_precision::<2>(0.5);
/// assert_eq!(format!("{seconds}s"), "0.5s");
/// ```
#[derive(Copy, Clone, Debug)]
pub struct TrimmedPrecisionFormatter<const PRECISION: usize> {
    value: f64,
}

impl<const PRECISION: usize> fmt::Display for TrimmedPrecisionFormatter<PRECISION> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |to| write_trimmed(to, self.value, PRECISION as u32))
    }
}

fn write_trimmed(to: &mut dyn fmt::Write, value: f64, precision: u32) -> fmt::Result {
    if value.is_nan() {
        return to.write_str("nan");
    }
    let whole = value.trunc();
    // Infinity minus itself is no number; its fraction is nothing.
    let rest = if value.is_finite() { (value - whole).abs() } else { 0.0 };
    let Rounded { whole: carry, mut fraction } = Rounded::of(rest, precision);
    if carry > 0 {
        // Below 2⁵³, or there would be no fraction: this is exact.
        return write!(to, "{}", whole + f64::copysign(1.0, value));
    }
    write!(to, "{whole}")?;
    if fraction == 0 {
        return Ok(());
    }
    let mut width = precision as usize;
    while fraction.is_multiple_of(10) {
        fraction /= 10;
        width -= 1;
    }
    write!(to, ".{fraction:0width$}")
}
