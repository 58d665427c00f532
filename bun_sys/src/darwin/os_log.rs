//! The log of the system, and the intervals that Instruments shows.
#![expect(unsafe_code, reason = "calls into the library of the log")]

use core::ptr::NonNull;

use bun_core::Hook;

/// A log of the system, of the kind that Instruments shows as points of interest.
///
/// Zig: `bun.darwin.OSLog`.
#[repr(C)]
#[derive(Debug)]
pub struct OSLog {
    opaque: [u8; 0],
}

impl OSLog {
    /// Makes the log of Bun, which is never removed; `None` when the system refuses.
    #[must_use]
    pub fn init() -> Option<NonNull<Self>> {
        let (subsystem, category) = (c"com.bun.bun", c"PointsOfInterest");
        // SAFETY: literals have terminators.
        let log = unsafe { libc::os_log_create(subsystem.as_ptr(), category.as_ptr()) };
        NonNull::new(log.cast())
    }

    /// The name of intervals in this log, by the number that the program gave it.
    #[must_use]
    pub const fn signpost(&self, name: i32) -> Signpost<'_> {
        Signpost { log: self, name }
    }

    fn raw(&self) -> libc::os_log_t {
        core::ptr::from_ref(self).cast_mut().cast()
    }
}

/// One begin or end of an interval, for [`SIGNPOST_EMIT`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Emitted {
    /// The log, as `os_signpost` takes it.
    pub log: libc::os_log_t,
    /// Whether it begins, ends, or happens at once: `OS_SIGNPOST_…`.
    pub kind: u8,
    /// Which interval it is.
    pub id: u64,
    /// The number of its name.
    pub name: i32,
}

/// What writes begins and ends; until it is filled nothing is written.
///
/// `os_signpost` takes names that are literals of C, so what has the table of names fills this.
pub static SIGNPOST_EMIT: Hook<fn(Emitted)> = Hook::new();

/// A name of intervals in a log.
#[derive(Clone, Copy, Debug)]
pub struct Signpost<'a> {
    log: &'a OSLog,
    name: i32,
}

impl Signpost<'_> {
    /// Begins an interval.
    #[must_use]
    pub fn interval(&self, _cat: signpost::Category) -> signpost::Interval {
        // SAFETY: the log is one of the system, made by `os_log_create`.
        let id = unsafe { libc::os_signpost_id_generate(self.log.raw()) };
        let begun = Emitted { log: self.log.raw(), kind: BEGIN, id, name: self.name };
        emit(begun);
        signpost::Interval { begun }
    }
}

const BEGIN: u8 = libc::OS_SIGNPOST_INTERVAL_BEGIN;
const END: u8 = libc::OS_SIGNPOST_INTERVAL_END;

fn emit(emitted: Emitted) {
    if let Some(emit) = SIGNPOST_EMIT.get() {
        emit(emitted);
    }
}

/// Intervals.
pub mod signpost {
    use super::{END, Emitted, emit};

    /// Where Instruments shows an interval.
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    #[repr(u8)]
    pub enum Category {
        /// Among the points of interest.
        PointsOfInterest = 0,
    }

    /// An interval that has begun.
    #[derive(Debug)]
    pub struct Interval {
        pub(super) begun: Emitted,
    }

    impl Interval {
        /// Ends it.
        pub fn end(&self) {
            emit(Emitted { kind: END, ..self.begun });
        }
    }
}
