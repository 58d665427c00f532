//! [`TimeoutError`].

use core::error::Error;
use core::fmt;

/// The time was up before what was waited for happened.
///
/// Zig: `error.Timeout`.
///
/// # Examples
///
/// ```
/// use bun_threading::{ResetEvent, TimeoutError};
///
/// assert_eq!(ResetEvent::new().timed_wait(0), Err(TimeoutError));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeoutError;

impl fmt::Display for TimeoutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("timed out")
    }
}

impl Error for TimeoutError {}

impl From<TimeoutError> for bun_core::Error {
    fn from(_: TimeoutError) -> Self {
        bun_core::err!(Timeout)
    }
}
