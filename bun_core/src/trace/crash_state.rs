//! What the parts of a program tell each other about a crash under way.

use core::ffi::c_void;
use core::ptr;
use core::sync::atomic::{AtomicBool, AtomicPtr, AtomicU8};

/// How many threads are panicking: the crash handler counts here, and exits wait for it.
///
/// Zig: `bun.crash_handler.panicking`.
pub static PANICKING: AtomicU8 = AtomicU8::new(0);

/// Whether a crash handler took over the fatal signals.
pub static CRASH_HANDLER_INSTALLED: AtomicBool = AtomicBool::new(false);

/// The handle of the vectored exception handler on Windows, for who removes it; null elsewhere.
///
/// Zig: `bun.crash_handler.windows_segfault_handle`.
pub static WINDOWS_SEGFAULT_HANDLE: AtomicPtr<c_void> = AtomicPtr::new(ptr::null_mut());

/// Reports the way an error took through the functions that passed it on: in Zig's debug builds.
///
/// Rust keeps no such trace, so there is nothing to report, as in Zig's release builds. The call
/// marks the places where ported code would.
///
/// Zig: `bun.handleErrorReturnTrace`.
///
/// # Examples
///
/// ```
/// bun_core::handle_error_return_trace(bun_core::err!(ENOENT));
/// ```
#[doc(alias = "handleErrorReturnTrace")]
pub fn handle_error_return_trace<E>(error: E) {
    drop(error);
}
