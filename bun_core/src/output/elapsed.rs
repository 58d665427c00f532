//! How long something took: `[1.50ms]`.

use core::fmt;

use crate::env::IS_DEBUG;
use crate::time::Timer;

const NS_PER_MS: u64 = 1_000_000;

/// From this many milliseconds on, seconds are shown.
const MS_MAX: f64 = 1500.5;

/// A duration in brackets, louder the longer it is: up to 10 ms plain, from 8 s on yellow, in
/// between bold. Always in milliseconds, with two decimals.
///
/// Zig: `bun.Output.ElapsedFormatter`.
///
/// # Examples
///
/// ```
/// use bun_core::Output::ElapsedFormatter;
///
/// let elapsed = ElapsedFormatter { colors: false, duration_ns: 1_504_999 };
/// assert_eq!(elapsed.to_string(), "[1.50ms]");
/// ```
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct ElapsedFormatter {
    /// Whether to write escape sequences.
    pub colors: bool,
    /// The duration, in nanoseconds.
    pub duration_ns: u64,
}

impl fmt::Display for ElapsedFormatter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ms = Decimal { value: self.duration_ns, unit: NS_PER_MS, places: 2 };
        if self.duration_ns <= 10 * NS_PER_MS {
            crate::write_pretty!(f, self.colors, "<r><d>[{ms}ms<r><d>]<r>")
        } else if self.duration_ns < 8_000 * NS_PER_MS {
            crate::write_pretty!(f, self.colors, "<r><d>[<b>{ms}ms<r><d>]<r>")
        } else {
            crate::write_pretty!(f, self.colors, "<r><d>[<r><yellow>{ms}ms<r><d>]<r>")
        }
    }
}

/// `value / unit` with a number of decimals, rounded half up.
struct Decimal {
    value: u64,
    unit: u64,
    places: u32,
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = 10u64.pow(self.places);
        let step = self.unit / scale;
        let steps = self.value / step + u64::from(self.value % step >= step.div_ceil(2));
        let places = self.places as usize;
        write!(f, "{}.{:0places$}", steps / scale, steps % scale)
    }
}

/// A number with two decimals, rounded half up from its shortest decimal form as Zig does it;
/// `{:.2}` rounds the exact binary value, and 0.125 down.
struct TwoPlaces(f64);

impl fmt::Display for TwoPlaces {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shortest = alloc::format!("{}", self.0);
        let (sign, digits) = match shortest.strip_prefix('-') {
            Some(digits) => ("-", digits),
            None => ("", &*shortest),
        };
        match digits.split_once('.') {
            Some((whole, decimals)) if decimals.len() > 2 => {
                // A number with decimals is below 2^53, so this fits.
                let whole = whole.parse::<u64>().unwrap_or(0);
                let hundredths = decimals[..2].parse::<u64>().unwrap_or(0);
                let carry = u64::from(decimals.as_bytes()[2] >= b'5');
                let hundredths = whole * 100 + hundredths + carry;
                write!(f, "{sign}{}.{:02}", hundredths / 100, hundredths % 100)
            }
            _ => write!(f, "{:.2}", self.0),
        }
    }
}

/// Prints how long something took, in milliseconds up to 1500 and in seconds above, to standard
/// error.
///
/// Zig: `bun.Output.printElapsed`.
///
/// # Examples
///
/// ```
/// use bun_core::Output;
///
/// Output::print_elapsed(12.5); // [12.50ms]
/// Output::print_elapsed_stdout(2500.0); // [2.50s]
/// Output::print_elapsed_stdout_trim(2500.0); // [2.5s]
/// ```
#[doc(alias = "printElapsed")]
pub fn print_elapsed(elapsed: f64) {
    let (value, unit) = in_unit(elapsed);
    crate::pretty_error!("<r><d>[<b>{}{unit}<r><d>]<r>", TwoPlaces(value));
}

/// As [`print_elapsed`], to standard output.
///
/// Zig: `bun.Output.printElapsedStdout`.
#[doc(alias = "printElapsedStdout")]
pub fn print_elapsed_stdout(elapsed: f64) {
    let (value, unit) = in_unit(elapsed);
    crate::pretty!("<r><d>[<b>{}{unit}<r><d>]<r>", TwoPlaces(value));
}

/// As [`print_elapsed_stdout`], with as many decimals as there are.
///
/// Zig: `bun.Output.printElapsedStdoutTrim`.
#[doc(alias = "printElapsedStdoutTrim")]
pub fn print_elapsed_stdout_trim(elapsed: f64) {
    let (value, unit) = in_unit(elapsed);
    crate::pretty!("<r><d>[<b>{value}{unit}<r><d>]<r>");
}

/// Prints the time between two instants in nanoseconds, to standard error, in whole milliseconds.
///
/// Zig: `bun.Output.printStartEnd`.
///
/// # Examples
///
/// ```
/// use bun_core::{Output, time};
///
/// let start = time::nano_timestamp();
/// Output::print_start_end(start, start + 12_900_000); // [12.00ms]
/// assert!(Output::try_flush().is_ok());
/// ```
#[doc(alias = "printStartEnd")]
pub fn print_start_end(start: i128, end: i128) {
    print_elapsed(whole_ms(start, end));
}

/// As [`print_start_end`], to standard output.
///
/// Zig: `bun.Output.printStartEndStdout`.
#[doc(alias = "printStartEndStdout")]
pub fn print_start_end_stdout(start: i128, end: i128) {
    print_elapsed_stdout(whole_ms(start, end));
}

fn in_unit(ms: f64) -> (f64, &'static str) {
    // What rounds to 0 ..= 1500.
    if ms > -0.5 && ms < MS_MAX { (ms, "ms") } else { (ms / 1000.0, "s") }
}

fn whole_ms(start: i128, end: i128) -> f64 {
    (end.saturating_sub(start) / i128::from(NS_PER_MS)) as f64
}

/// Shows the time since its start, in builds with debug assertions; nothing in others.
///
/// Zig: `bun.Output.DebugTimer`.
///
/// # Examples
///
/// ```
/// let timer = bun_core::Output::DebugTimer::start();
/// bun_core::Output::debug(format_args!("parsed in {timer}"));
/// ```
#[derive(Copy, Clone, Debug)]
pub struct DebugTimer {
    /// `None` where there is nothing to show.
    timer: Option<Timer>,
}

impl DebugTimer {
    /// Starts a timer.
    #[must_use]
    pub fn start() -> Self {
        Self { timer: IS_DEBUG.then(Timer::started) }
    }
}

/// Milliseconds with three decimals.
impl fmt::Display for DebugTimer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.timer {
            Some(timer) => {
                let ms = Decimal { value: timer.read(), unit: NS_PER_MS, places: 3 };
                write!(f, "{ms}ms")
            }
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DebugTimer, ElapsedFormatter, TwoPlaces, in_unit, whole_ms};
    use crate::env::IS_DEBUG;

    #[test]
    fn loudness() {
        let of = |ns| ElapsedFormatter { colors: true, duration_ns: ns }.to_string();
        assert_eq!(of(0), "\x1b[0m\x1b[2m[0.00ms\x1b[0m\x1b[2m]\x1b[0m");
        assert_eq!(of(10_000_000), "\x1b[0m\x1b[2m[10.00ms\x1b[0m\x1b[2m]\x1b[0m");
        assert_eq!(of(10_000_001), "\x1b[0m\x1b[2m[\x1b[1m10.00ms\x1b[0m\x1b[2m]\x1b[0m");
        assert_eq!(
            of(8_000_000_000),
            "\x1b[0m\x1b[2m[\x1b[0m\x1b[33m8000.00ms\x1b[0m\x1b[2m]\x1b[0m"
        );
        let plain = ElapsedFormatter { colors: false, duration_ns: u64::MAX }.to_string();
        assert_eq!(plain, "[18446744073709.55ms]");
    }

    #[test]
    fn rounding_is_that_of_decimals() {
        let cases = [
            (0.125, "0.13"),
            (1.005, "1.01"),
            (-1.005, "-1.01"),
            (0.124, "0.12"),
            (9.999, "10.00"),
            (3.0, "3.00"),
            (1e300, &alloc::format!("{:.2}", 1e300)),
            (1e-9, "0.00"),
            (4_503_599_627_370_495.5, "4503599627370495.50"),
        ];
        for (value, expected) in cases {
            assert_eq!(TwoPlaces(value).to_string(), expected);
        }
    }

    #[test]
    fn units() {
        assert_eq!(in_unit(1500.4), (1500.4, "ms"));
        assert_eq!(in_unit(1500.5), (1.5005, "s"));
        assert_eq!(in_unit(-0.4), (-0.4, "ms"));
        assert_eq!(in_unit(-2.0), (-0.002, "s"));
        assert_eq!(whole_ms(5, 2_999_999), 2.0);
        assert_eq!(whole_ms(2_999_999, 5), -2.0);
        assert!(whole_ms(i128::MIN, i128::MAX) > 0.0);
    }

    #[test]
    fn a_debug_timer_shows_something_in_debug_builds_only() {
        let shown = DebugTimer::start().to_string();
        assert_eq!(shown.ends_with("ms"), IS_DEBUG);
        assert_eq!(shown.is_empty(), !IS_DEBUG);
    }
}
