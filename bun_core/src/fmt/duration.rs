//! Durations, for people.

use core::fmt;

use super::pad::padded;

/// Shows a number of nanoseconds as `1y2w3d4h5m6.7s`, in the units that it fills.
///
/// A year has 365 days. Seconds, milliseconds and microseconds have one decimal, cut and not
/// rounded, which is left out when it is zero; what is below the unit they end with is not shown.
///
/// Zig: `bun.fmt.fmtDurationOneDecimal`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::fmt_duration_one_decimal;
///
/// assert_eq!(fmt_duration_one_decimal(1_999).to_string(), "1.9us");
/// assert_eq!(fmt_duration_one_decimal(61_500_000_000).to_string(), "1m1.5s");
/// ```
#[doc(alias = "fmtDurationOneDecimal")]
#[must_use]
pub const fn fmt_duration_one_decimal(ns: u64) -> DurationOneDecimal {
    DurationOneDecimal { ns }
}

/// See [`fmt_duration_one_decimal`].
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{DurationOneDecimal, fmt_duration_one_decimal};
///
/// let took: DurationOneDecimal = fmt_duration_one_decimal(2_340_000);
/// assert_eq!(format!("[{took:>6}]"), "[ 2.3ms]");
/// ```
#[derive(Copy, Clone, Debug)]
pub struct DurationOneDecimal {
    ns: u64,
}

const MINUTE: u64 = 60_000_000_000;
const DAY: u64 = 24 * 60 * MINUTE;
const WHOLE: [(u64, &str); 5] =
    [(365 * DAY, "y"), (7 * DAY, "w"), (DAY, "d"), (60 * MINUTE, "h"), (MINUTE, "m")];
const DECIMAL: [(u64, &str); 3] = [(1_000_000_000, "s"), (1_000_000, "ms"), (1_000, "us")];

impl fmt::Display for DurationOneDecimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |to| write_duration(to, self.ns))
    }
}

fn write_duration(to: &mut dyn fmt::Write, ns: u64) -> fmt::Result {
    let mut left = ns;
    for (unit, name) in WHOLE {
        if left >= unit {
            write!(to, "{}{name}", left / unit)?;
            left %= unit;
            if left == 0 {
                return Ok(());
            }
        }
    }
    for (unit, name) in DECIMAL {
        if left >= unit {
            let tenths = left / (unit / 10);
            write!(to, "{}", tenths / 10)?;
            match tenths % 10 {
                0 => {}
                tenth => write!(to, ".{tenth}")?,
            }
            return to.write_str(name);
        }
    }
    write!(to, "{left}ns")
}
