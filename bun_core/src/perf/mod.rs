//! Counters in the trace of the Linux kernel, beside its own events.
//!
//! Other systems have tracers of their own, which are reached from higher crates.
//!
//! Zig: `bun.perf`.

pub mod sys;

use alloc::format;
use core::ffi::CStr;

/// Opens the trace; returns whether there is one that this process may write.
///
/// Later calls return what the first one found. There is none on other systems than Linux.
///
/// # Examples
///
/// ```
/// use bun_core::perf;
///
/// if !perf::linux_trace_init() {
///     assert!(!perf::linux_trace_emit(c"parse", 1_000_000));
/// }
/// ```
pub fn linux_trace_init() -> bool {
    marker::is_open()
}

/// Writes how long something took, in nanoseconds; returns whether it was written.
///
/// Zig: `Bun__linux_trace_emit`.
///
/// # Examples
///
/// ```
/// use bun_core::perf;
///
/// let is_written = perf::linux_trace_emit(c"parse", 1_000_000);
/// assert!(perf::linux_trace_init() || !is_written);
/// ```
pub fn linux_trace_emit(event_name: &CStr, duration_ns: i64) -> bool {
    let name = crate::fmt::lossy(event_name.to_bytes());
    marker::write(format!("C|{}|{name}|{duration_ns}\n", std::process::id()).as_bytes())
}

#[cfg(all(target_os = "linux", not(miri)))]
mod marker {
    use rustix::fd::OwnedFd;
    use rustix::fs::{CWD, Mode, OFlags, openat};
    use std::sync::OnceLock;

    fn marker() -> Option<&'static OwnedFd> {
        static MARKER: OnceLock<Option<OwnedFd>> = OnceLock::new();
        let open = |path| openat(CWD, path, OFlags::WRONLY | OFlags::CLOEXEC, Mode::empty()).ok();
        MARKER
            .get_or_init(|| {
                open("/sys/kernel/tracing/trace_marker")
                    .or_else(|| open("/sys/kernel/debug/tracing/trace_marker"))
            })
            .as_ref()
    }

    pub(super) fn is_open() -> bool {
        marker().is_some()
    }

    pub(super) fn write(line: &[u8]) -> bool {
        marker().is_some_and(|marker| rustix::io::write(marker, line) == Ok(line.len()))
    }
}

#[cfg(not(all(target_os = "linux", not(miri))))]
mod marker {
    pub(super) fn is_open() -> bool {
        false
    }

    pub(super) fn write(_: &[u8]) -> bool {
        false
    }
}
