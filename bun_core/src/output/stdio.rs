//! The three standard streams of the process.

use super::descriptor::{Standard, is_null_device};
use crate::tty;

/// Returns whether standard input is the null device, as it is when it was closed at the start.
///
/// Always `false` on Windows.
///
/// Zig: `bun.Output.Source.Stdio.isStdinNull`.
///
/// # Examples
///
/// ```
/// if bun_core::Output::stdio::is_stdin_null() {
///     // Nobody will answer a question.
/// }
/// ```
#[doc(alias = "isStdinNull")]
#[must_use]
pub fn is_stdin_null() -> bool {
    is_null_device(Standard::Input)
}

/// As [`is_stdin_null`], for standard output.
///
/// Zig: `bun.Output.Source.Stdio.isStdoutNull`.
#[doc(alias = "isStdoutNull")]
#[must_use]
pub fn is_stdout_null() -> bool {
    is_null_device(Standard::Output)
}

/// As [`is_stdin_null`], for standard error.
///
/// Zig: `bun.Output.Source.Stdio.isStderrNull`.
#[doc(alias = "isStderrNull")]
#[must_use]
pub fn is_stderr_null() -> bool {
    is_null_device(Standard::Error)
}

/// Gives every terminal back the mode it had before [`tty::set_mode`] changed it.
///
/// Zig: `bun.Output.Source.Stdio.restore`.
///
/// # Examples
///
/// ```
/// bun_core::Output::source::stdio::restore();
/// ```
pub fn restore() {
    tty::restore_all();
}
