//! The time that a test set, for [`Timespec::now`](super::Timespec::now) to report.

use core::sync::atomic::{AtomicI64, Ordering};

const REAL: i64 = i64::MIN;

static TIME: AtomicI64 = AtomicI64::new(REAL);

/// Stops the clock of [`TimespecMockMode::AllowMockedTime`](super::TimespecMockMode) at `ns`
/// nanoseconds, in the whole process.
///
/// `i64::MIN` is [`clear`].
///
/// # Examples
///
/// ```
/// use bun_core::{Timespec, mock_time};
///
/// mock_time::set(2_500_000_000);
/// assert_eq!(Timespec::now_allow_mocked_time(), Timespec { sec: 2, nsec: 500_000_000 });
/// mock_time::clear();
/// assert_ne!(Timespec::now_allow_mocked_time(), Timespec { sec: 2, nsec: 500_000_000 });
/// ```
pub fn set(ns: i64) {
    // Relaxed: a time is one word, and orders nothing else.
    TIME.store(ns, Ordering::Relaxed);
}

/// Lets the clock run again.
pub fn clear() {
    set(REAL);
}

/// Returns the nanoseconds that were set, if any are.
///
/// # Examples
///
/// ```
/// use bun_core::mock_time;
///
/// assert_eq!(mock_time::get(), None);
/// mock_time::set(5);
/// assert_eq!(mock_time::get(), Some(5));
/// ```
#[must_use]
pub fn get() -> Option<i64> {
    Some(TIME.load(Ordering::Relaxed)).filter(|&time| time != REAL)
}
