//! What the clocks of the system say.

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use super::{NS_PER_MS, NS_PER_S, NS_PER_US, Timespec};

/// Returns the seconds since 1970, rounded down; negative before.
///
/// Zig: `std.time.timestamp`.
///
/// # Examples
///
/// ```
/// assert!(bun_core::time::timestamp() > 1_700_000_000);
/// ```
#[must_use]
pub fn timestamp() -> i64 {
    clamped(nano_timestamp().div_euclid(i128::from(NS_PER_S)))
}

/// Returns the milliseconds since 1970, rounded down; negative before.
///
/// Zig: `std.time.milliTimestamp`.
///
/// # Examples
///
/// ```
/// assert!(bun_core::time::milli_timestamp() > 1_700_000_000_000);
/// ```
#[doc(alias = "milliTimestamp")]
#[must_use]
pub fn milli_timestamp() -> i64 {
    clamped(nano_timestamp().div_euclid(i128::from(NS_PER_MS)))
}

/// Returns the microseconds since 1970, rounded down; negative before.
///
/// Zig: `std.time.microTimestamp`.
///
/// # Examples
///
/// ```
/// assert!(bun_core::time::micro_timestamp() > 1_700_000_000_000_000);
/// ```
#[doc(alias = "microTimestamp")]
#[must_use]
pub fn micro_timestamp() -> i64 {
    clamped(nano_timestamp().div_euclid(i128::from(NS_PER_US)))
}

/// Returns the nanoseconds since 1970; negative before. The clock may be set, so it may go back.
///
/// Zig: `std.time.nanoTimestamp`.
///
/// # Examples
///
/// ```
/// assert!(bun_core::time::nano_timestamp() > 1_700_000_000_000_000_000);
/// ```
#[doc(alias = "nanoTimestamp")]
#[must_use]
pub fn nano_timestamp() -> i128 {
    match SystemTime::now().duration_since(UNIX_EPOCH) {
        Ok(since) => nanoseconds(since),
        Err(before) => -nanoseconds(before.duration()),
    }
}

fn nanoseconds(duration: Duration) -> i128 {
    i128::from(duration.as_secs()) * i128::from(NS_PER_S) + i128::from(duration.subsec_nanos())
}

fn clamped(time: i128) -> i64 {
    i64::try_from(time).unwrap_or(if time < 0 { i64::MIN } else { i64::MAX })
}

/// Reads the clock that never goes back and counts from no particular time.
#[cfg(unix)]
pub(super) fn monotonic() -> Timespec {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::Monotonic);
    Timespec { sec: time.tv_sec, nsec: time.tv_nsec }
}

/// Reads the clock that never goes back and counts, here, from a second before the first reading:
/// zero is kept for "no time".
#[cfg(not(unix))]
pub(super) fn monotonic() -> Timespec {
    use std::sync::OnceLock;
    use std::time::Instant;

    static START: OnceLock<Instant> = OnceLock::new();
    let elapsed = START.get_or_init(Instant::now).elapsed();
    Timespec {
        sec: i64::try_from(elapsed.as_secs()).map_or(i64::MAX, |sec| sec.saturating_add(1)),
        nsec: i64::from(elapsed.subsec_nanos()),
    }
}
