//! `Timespec`: a point in time, or a span, as seconds and nanoseconds.
//!
//! Zig's arithmetic is kept, oddities included, but for two: `add_ms` of a negative number borrows
//! a second, so that `nsec` stays in its range, and `ns_signed` counts nanoseconds where Zig's
//! divides them by a million.

use core::cmp::Ordering;

use super::{MS_PER_S, NS_PER_MS, NS_PER_S, clock, mock_time};

const SECOND: i64 = NS_PER_S.cast_signed();
const MILLISECOND: i64 = NS_PER_MS.cast_signed();

/// Seconds and nanoseconds, in the layout of C on 64-bit systems.
///
/// `nsec` is from 0 to 999 999 999 in what the functions here return, if it was in what they were
/// given. The order is that of time; of two with the same `sec`, `nsec` decides.
///
/// Zig: `bun.timespec`.
///
/// # Examples
///
/// ```
/// use bun_core::{Timespec, TimespecMockMode};
///
/// let start = Timespec { sec: 5, nsec: 900_000_000 };
/// let end = start.add_ms(250);
/// assert_eq!(end, Timespec { sec: 6, nsec: 150_000_000 });
/// assert_eq!(end.duration(&start).ms(), 250);
/// assert!(end.greater(&start));
///
/// let now = Timespec::now(TimespecMockMode::ForceRealTime);
/// assert!(Timespec::ms_from_now(TimespecMockMode::ForceRealTime, 60_000) > now);
/// ```
#[repr(C)]
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timespec {
    /// Whole seconds.
    pub sec: i64,
    /// Nanoseconds beyond them.
    pub nsec: i64,
}

const _: () = assert!(size_of::<Timespec>() == 16);

/// See [`Timespec`]: this is Zig's spelling.
#[expect(non_camel_case_types, reason = "the name in Zig and in C")]
pub type timespec = Timespec;

/// Which clock [`Timespec::now`] reads.
///
/// Zig: `bun.timespec.MockMode`.
///
/// # Examples
///
/// ```
/// use bun_core::{Timespec, TimespecMockMode, mock_time};
///
/// mock_time::set(1);
/// assert_eq!(Timespec::now(TimespecMockMode::AllowMockedTime).ns(), 1);
/// assert_ne!(Timespec::now(TimespecMockMode::ForceRealTime).ns(), 1);
/// ```
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum TimespecMockMode {
    /// What [`mock_time`] says, where a test set it; the clock otherwise.
    AllowMockedTime,
    /// The clock.
    ForceRealTime,
}

impl Timespec {
    /// Zero, which as a deadline means that there is none.
    pub const EPOCH: Self = Self { sec: 0, nsec: 0 };

    /// Returns the time now, on a clock that never goes back and starts anywhere.
    ///
    /// Zig: `timespec.now`.
    #[must_use]
    pub fn now(mode: TimespecMockMode) -> Self {
        match mode {
            TimespecMockMode::AllowMockedTime => Self::now_allow_mocked_time(),
            TimespecMockMode::ForceRealTime => clock::monotonic(),
        }
    }

    /// [`now`](Self::now), or what a test set.
    #[must_use]
    pub fn now_allow_mocked_time() -> Self {
        mock_time::get().map_or_else(clock::monotonic, Self::from_ns)
    }

    /// Returns the time `interval` milliseconds from [`now`](Self::now).
    ///
    /// Zig: `timespec.msFromNow`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::{Timespec, TimespecMockMode, mock_time};
    ///
    /// mock_time::set(0);
    /// let deadline = Timespec::ms_from_now(TimespecMockMode::AllowMockedTime, 1_500);
    /// assert_eq!(deadline, Timespec { sec: 1, nsec: 500_000_000 });
    /// ```
    #[doc(alias = "msFromNow")]
    #[must_use]
    pub fn ms_from_now(mode: TimespecMockMode, interval: i64) -> Self {
        Self::now(mode).add_ms(interval)
    }

    /// Returns the nanoseconds from this time to [`now`](Self::now); zero for a time to come.
    ///
    /// Zig: `timespec.sinceNow`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::{Timespec, TimespecMockMode, mock_time};
    ///
    /// let start = Timespec { sec: 1, nsec: 0 };
    /// mock_time::set(1_000_000_250);
    /// assert_eq!(start.since_now(TimespecMockMode::AllowMockedTime), 250);
    /// mock_time::set(0);
    /// assert_eq!(start.since_now(TimespecMockMode::AllowMockedTime), 0);
    /// ```
    #[doc(alias = "sinceNow")]
    #[must_use]
    pub fn since_now(&self, mode: TimespecMockMode) -> u64 {
        Self::now(mode).duration(self).ns()
    }

    /// The time this many nanoseconds after zero; before, for a negative number.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::Timespec;
    ///
    /// assert_eq!(Timespec::from_ns(-1), Timespec { sec: -1, nsec: 999_999_999 });
    /// ```
    #[must_use]
    pub const fn from_ns(ns: i64) -> Self {
        Self { sec: ns.div_euclid(SECOND), nsec: ns.rem_euclid(SECOND) }
    }

    /// Whether both are the same.
    #[must_use]
    pub const fn eql(&self, other: &Self) -> bool {
        self.sec == other.sec && self.nsec == other.nsec
    }

    /// Returns the span from `other` to this time: borrows a second, wraps around.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::Timespec;
    ///
    /// let (start, end) = (Timespec { sec: 1, nsec: 900 }, Timespec { sec: 3, nsec: 100 });
    /// assert_eq!(end.duration(&start), Timespec { sec: 1, nsec: 999_999_200 });
    /// ```
    #[must_use]
    pub const fn duration(&self, other: &Self) -> Self {
        let sec = self.sec.wrapping_sub(other.sec);
        let nsec = self.nsec.wrapping_sub(other.nsec);
        if nsec < 0 {
            Self { sec: sec.wrapping_sub(1), nsec: nsec.wrapping_add(SECOND) }
        } else {
            Self { sec, nsec }
        }
    }

    /// Compares as times.
    #[must_use]
    pub fn order(&self, other: &Self) -> Ordering {
        self.cmp(other)
    }

    /// Whether this time is later.
    #[must_use]
    pub fn greater(&self, other: &Self) -> bool {
        self > other
    }

    /// Compares as deadlines: [`EPOCH`](Self::EPOCH) is never, and so comes last.
    ///
    /// Zig: `timespec.orderIgnoreEpoch`.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::cmp::Ordering;
    ///
    /// use bun_core::Timespec;
    ///
    /// let soon = Timespec { sec: 1, nsec: 0 };
    /// assert_eq!(Timespec::order_ignore_epoch(soon, Timespec::EPOCH), Ordering::Less);
    /// assert_eq!(Timespec::EPOCH.min_ignore_epoch(soon), soon);
    /// ```
    #[doc(alias = "orderIgnoreEpoch")]
    #[must_use]
    pub fn order_ignore_epoch(a: Self, b: Self) -> Ordering {
        (a == Self::EPOCH).cmp(&(b == Self::EPOCH)).then_with(|| a.cmp(&b))
    }

    /// Returns the earlier of two deadlines, of which [`EPOCH`](Self::EPOCH) is never.
    ///
    /// Zig: `timespec.minIgnoreEpoch`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::Timespec;
    ///
    /// let (soon, late) = (Timespec { sec: 1, nsec: 0 }, Timespec { sec: 2, nsec: 0 });
    /// assert_eq!(late.min_ignore_epoch(soon), soon);
    /// assert_eq!(late.min_ignore_epoch(Timespec::EPOCH), late);
    /// ```
    #[doc(alias = "minIgnoreEpoch")]
    #[must_use]
    pub fn min_ignore_epoch(self, b: Self) -> Self {
        if Self::order_ignore_epoch(self, b).is_lt() { self } else { b }
    }

    /// Returns the nanoseconds: zero for a negative time, `u64::MAX` for what does not fit.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::Timespec;
    ///
    /// assert_eq!(Timespec { sec: 2, nsec: 5 }.ns(), 2_000_000_005);
    /// assert_eq!(Timespec { sec: -1, nsec: 0 }.ns(), 0);
    /// ```
    #[must_use]
    pub const fn ns(&self) -> u64 {
        let ns = self.exact_ns();
        if ns < 0 {
            0
        } else if ns > u64::MAX as i128 {
            u64::MAX
        } else {
            ns as u64
        }
    }

    /// Returns the nanoseconds, negative before zero; stops at the limits of `i64`.
    ///
    /// Zig: `timespec.nsSigned`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::Timespec;
    ///
    /// assert_eq!(Timespec { sec: -1, nsec: 999_999_999 }.ns_signed(), -1);
    /// ```
    #[doc(alias = "nsSigned")]
    #[must_use]
    pub fn ns_signed(&self) -> i64 {
        let ns = self.exact_ns();
        i64::try_from(ns).unwrap_or(if ns < 0 { i64::MIN } else { i64::MAX })
    }

    const fn exact_ns(&self) -> i128 {
        self.sec as i128 * SECOND as i128 + self.nsec as i128
    }

    /// Returns the milliseconds, rounded down. Wraps around.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::Timespec;
    ///
    /// assert_eq!(Timespec { sec: 1, nsec: 2_999_999 }.ms(), 1002);
    /// assert_eq!(Timespec { sec: -1, nsec: 0 }.ms(), -1000);
    /// ```
    #[must_use]
    pub const fn ms(&self) -> i64 {
        let of_sec = self.sec.wrapping_mul(MS_PER_S.cast_signed());
        of_sec.wrapping_add(self.nsec.div_euclid(MILLISECOND))
    }

    /// Returns [`ns`](Self::ns) in milliseconds, rounded down.
    ///
    /// Zig: `timespec.msUnsigned`.
    #[doc(alias = "msUnsigned")]
    #[must_use]
    pub const fn ms_unsigned(&self) -> u64 {
        self.ns() / NS_PER_MS
    }

    /// Returns the time `interval` milliseconds later, or earlier. Wraps around.
    ///
    /// Zig: `timespec.addMs`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::Timespec;
    ///
    /// assert_eq!(Timespec::EPOCH.add_ms(1_001), Timespec { sec: 1, nsec: 1_000_000 });
    /// assert_eq!(Timespec::EPOCH.add_ms(-1), Timespec { sec: -1, nsec: 999_000_000 });
    /// ```
    #[doc(alias = "addMs")]
    #[must_use]
    pub const fn add_ms(&self, interval: i64) -> Self {
        let per_second = MS_PER_S.cast_signed();
        let sec = self.sec.wrapping_add(interval.div_euclid(per_second));
        let nsec = self.nsec.wrapping_add(interval.rem_euclid(per_second) * MILLISECOND);
        if nsec >= SECOND {
            Self { sec: sec.wrapping_add(1), nsec: nsec - SECOND }
        } else {
            Self { sec, nsec }
        }
    }

    /// As [`add_ms`](Self::add_ms), with the fraction of a millisecond cut off.
    ///
    /// What no `i64` can hold is the nearest one; not a number is zero.
    ///
    /// Zig: `timespec.addMsFloat`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::Timespec;
    ///
    /// assert_eq!(Timespec::EPOCH.add_ms_float(1.9).ms(), 1);
    /// ```
    #[doc(alias = "addMsFloat")]
    #[must_use]
    pub const fn add_ms_float(&self, interval_ms: f64) -> Self {
        self.add_ms(interval_ms as i64)
    }
}
