//! Elapsed time.

use std::time::Instant;

use crate::Error;

/// Measures the time since it was started, on a clock that never goes back.
///
/// Zig: `std.time.Timer`.
///
/// # Examples
///
/// ```
/// use bun_core::time::Timer;
///
/// let mut timer = Timer::start()?;
/// let first = timer.read();
/// assert!(timer.lap() >= first);
/// # Ok::<(), bun_core::Error>(())
/// ```
#[derive(Copy, Clone, Debug)]
pub struct Timer {
    started: Instant,
}

impl Timer {
    /// Starts a timer.
    ///
    /// Zig: `std.time.Timer.start`.
    ///
    /// # Errors
    ///
    /// None here: Zig's fails where there is no such clock, and code ported from it expects a
    /// result. [`Timer::started`] is the same without one.
    pub fn start() -> Result<Self, Error> {
        Ok(Self::started())
    }

    /// Starts a timer.
    #[must_use]
    pub fn started() -> Self {
        Self { started: Instant::now() }
    }

    /// Returns the nanoseconds since the start, or since the last [`lap`](Timer::lap).
    ///
    /// Stops counting at `u64::MAX`, after 584 years.
    #[must_use]
    pub fn read(&self) -> u64 {
        nanoseconds(self.started, Instant::now())
    }

    /// Starts again.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::time::Timer;
    ///
    /// let mut timer = Timer::started();
    /// let whole = timer;
    /// timer.reset();
    /// assert!(timer.read() <= whole.read());
    /// ```
    pub fn reset(&mut self) {
        self.started = Instant::now();
    }

    /// Returns the nanoseconds so far and starts again, with no time between the two.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::time::Timer;
    ///
    /// let mut timer = Timer::started();
    /// let total = timer;
    /// let (read, written) = (timer.lap(), timer.lap());
    /// assert!(read + written <= total.read());
    /// ```
    pub fn lap(&mut self) -> u64 {
        let now = Instant::now();
        nanoseconds(core::mem::replace(&mut self.started, now), now)
    }
}

fn nanoseconds(from: Instant, to: Instant) -> u64 {
    u64::try_from(to.saturating_duration_since(from).as_nanos()).unwrap_or(u64::MAX)
}
