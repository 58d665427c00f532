//! Properties of the decimal form.

/// Returns the number of decimal digits of an integer; one for zero.
///
/// Zig: `bun.fmt.fastDigitCount`.
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
