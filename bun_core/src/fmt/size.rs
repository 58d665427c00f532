//! Sizes in bytes, for people.

use core::fmt;

use super::pad::padded;
use super::precision::Rounded;

/// How to show a size.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{SizeFormatterOptions, size};
///
/// let tight = SizeFormatterOptions { space_between_number_and_unit: false };
/// assert_eq!(size(1500, tight).to_string(), "1.50KB");
/// ```
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct SizeFormatterOptions {
    /// `1 KB` rather than `1KB`; on by default.
    pub space_between_number_and_unit: bool,
}

impl Default for SizeFormatterOptions {
    fn default() -> Self {
        Self { space_between_number_and_unit: true }
    }
}

/// Shows a number of bytes in a unit of a power of 1000, with one decimal or two.
///
/// The unit changes at powers of 2⁹, so 262144 is `0.26 MB`; the second decimal is left out when
/// the first is zero; nothing is `0 KB`. These are the original's numbers, which users compare.
///
/// Zig: `bun.fmt.size`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{SizeFormatterOptions, size};
///
/// let options = SizeFormatterOptions::default();
/// assert_eq!(size(511, options).to_string(), "511 bytes");
/// assert_eq!(size(1_000_000, options).to_string(), "1.0 MB");
/// assert_eq!(size(12_345_678, options).to_string(), "12.35 MB");
/// ```
#[must_use]
pub fn size(bytes: usize, options: SizeFormatterOptions) -> SizeFormatter {
    // No platform has a `usize` of more than 64 bits.
    SizeFormatter { value: bytes as u64, options }
}

/// As [`size`], with the default options.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_core::fmt::bytes(1500).to_string(), "1.50 KB");
/// ```
#[must_use]
pub fn bytes(bytes: usize) -> SizeFormatter {
    size(bytes, SizeFormatterOptions::default())
}

/// See [`size`].
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{SizeFormatter, bytes};
///
/// let size: SizeFormatter = bytes(2_500_000);
/// assert_eq!(format!("[{size:>8}]"), "[ 2.50 MB]");
/// ```
#[derive(Copy, Clone, Debug)]
pub struct SizeFormatter {
    pub(super) value: u64,
    pub(super) options: SizeFormatterOptions,
}

const POWERS_OF_1000: [f64; 8] = [1.0, 1e3, 1e6, 1e9, 1e12, 1e15, 1e18, 1e21];

impl fmt::Display for SizeFormatter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |to| self.write(to))
    }
}

impl SizeFormatter {
    fn write(self, to: &mut dyn fmt::Write) -> fmt::Result {
        let space = if self.options.space_between_number_and_unit { " " } else { "" };
        if self.value == 0 {
            return write!(to, "0{space}KB");
        }
        if self.value < 512 {
            let unit = if space.is_empty() { "B" } else { "bytes" };
            return write!(to, "{}{space}{unit}", self.value);
        }
        let index = (self.value.ilog2() / 9) as usize;
        let unit = b" KMGTPEZ"[index];
        // The powers are exact, so this rounds once, as the original does. (`powi` may not be.)
        let number = self.value as f64 / POWERS_OF_1000[index];
        let decimals = if (number - number.trunc()).abs() <= 0.1 { 1 } else { 2 };
        let Rounded { whole, fraction } = Rounded::of(number, decimals);
        let width = decimals as usize;
        write!(to, "{whole}.{fraction:0width$}{space}{}B", char::from(unit))
    }
}
