//! The trace by the names that Zig calls.

#![expect(unsafe_code, reason = "a name arrives as a pointer")]
#![expect(non_snake_case, reason = "the names that Zig calls")]

use core::ffi::{CStr, c_char, c_int};

/// Opens the trace; returns 1 if there is one that this process may write, else 0.
///
/// Zig: `Bun__linux_trace_init`.
pub fn Bun__linux_trace_init() -> c_int {
    c_int::from(super::linux_trace_init())
}

/// Writes how long something took, in nanoseconds; returns 0 if it was written, else -1.
///
/// Zig: `Bun__linux_trace_emit`.
///
/// # Safety
///
/// `event_name` points to bytes that end in NUL and do not change during the call.
///
/// # Examples
///
/// ```
/// use bun_core::perf::sys::{Bun__linux_trace_emit, Bun__linux_trace_init};
///
/// if Bun__linux_trace_init() == 0 {
///     // SAFETY: a literal of C ends in NUL and never changes.
///     assert_eq!(unsafe { Bun__linux_trace_emit(c"parse".as_ptr(), 1) }, -1);
/// }
/// ```
pub unsafe fn Bun__linux_trace_emit(event_name: *const c_char, duration_ns: i64) -> c_int {
    // SAFETY: the caller's promise.
    let name = unsafe { CStr::from_ptr(event_name) };
    if super::linux_trace_emit(name, duration_ns) { 0 } else { -1 }
}
