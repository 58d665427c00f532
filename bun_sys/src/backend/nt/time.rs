//! Times: NT counts steps of 100 ns from 1601.

/// Steps in a second.
const STEPS: i64 = 10_000_000;
/// Seconds from 1601 to 1970.
const EPOCH: i64 = 11_644_473_600;

/// Seconds and nanoseconds from 1970 on; the nanoseconds are never negative.
pub(crate) const fn to_unix(steps: i64) -> (i64, i64) {
    (steps.div_euclid(STEPS) - EPOCH, steps.rem_euclid(STEPS) * 100)
}

/// The nearest earlier step; times that NT cannot hold become the first or the last it can.
pub(crate) const fn from_unix(seconds: i64, nanoseconds: i64) -> i64 {
    seconds.saturating_add(EPOCH).saturating_mul(STEPS).saturating_add(nanoseconds / 100)
}
