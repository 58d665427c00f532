//! Time: how long something took, what the clock says, and points in time that tests can set.
//!
//! Zig: `std.time`, `bun.timespec`.

mod clock;
pub mod mock_time;
mod point_in_time;
mod timer;

#[cfg(test)]
mod tests;

pub use clock::{micro_timestamp, milli_timestamp, nano_timestamp, timestamp};
pub use point_in_time::{Timespec, TimespecMockMode, timespec};
pub use timer::Timer;

/// Nanoseconds in a microsecond.
pub const NS_PER_US: u64 = 1_000;
/// Nanoseconds in a millisecond.
pub const NS_PER_MS: u64 = 1_000_000;
/// Nanoseconds in a second.
pub const NS_PER_S: u64 = 1_000_000_000;
/// Nanoseconds in a minute.
pub const NS_PER_MIN: u64 = 60 * NS_PER_S;
/// Nanoseconds in an hour.
pub const NS_PER_HOUR: u64 = 60 * NS_PER_MIN;
/// Nanoseconds in a day.
pub const NS_PER_DAY: u64 = 24 * NS_PER_HOUR;
/// Nanoseconds in a week.
pub const NS_PER_WEEK: u64 = 7 * NS_PER_DAY;
/// Microseconds in a millisecond.
pub const US_PER_MS: u64 = 1_000;
/// Microseconds in a second.
pub const US_PER_S: u64 = 1_000_000;
/// Milliseconds in a second.
pub const MS_PER_S: u64 = 1_000;
/// Milliseconds in a minute.
pub const MS_PER_MIN: u64 = 60 * MS_PER_S;
/// Milliseconds in an hour.
pub const MS_PER_HOUR: u64 = 60 * MS_PER_MIN;
/// Milliseconds in a day.
pub const MS_PER_DAY: u64 = 24 * MS_PER_HOUR;
/// Milliseconds in a week.
pub const MS_PER_WEEK: u64 = 7 * MS_PER_DAY;
/// Seconds in a minute.
pub const S_PER_MIN: u32 = 60;
/// Seconds in an hour.
pub const S_PER_HOUR: u32 = 60 * S_PER_MIN;
/// Seconds in a day.
pub const S_PER_DAY: u32 = 24 * S_PER_HOUR;
/// Seconds in a week.
pub const S_PER_WEEK: u32 = 7 * S_PER_DAY;
