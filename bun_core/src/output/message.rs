//! Printing strings whose tags are known only at run time: the functions behind the names that
//! the macros have as well.

use core::fmt;

use super::markup::{PrettyFmtInput, Text, translate};
use super::scratch::ending;
use super::stream::Stream;
use super::{
    STDERR, STDOUT, enable_ansi_colors_stderr, enable_ansi_colors_stdout, flush, is_unbuffered,
};
use crate::env::IS_DEBUG;

/// Prints a template or a [`format_args!`] to standard output, with tags for colours.
///
/// For a literal prefer the macro [`pretty!`](crate::pretty!): it translates while compiling,
/// refuses unknown tags, and never searches arguments for tags, which this does (see
/// [`pretty_fmt_rt`](super::pretty_fmt_rt)).
///
/// Zig: `bun.Output.pretty`.
///
/// # Examples
///
/// ```
/// let banner = String::from("<b>bun<r>\n");
/// bun_core::Output::pretty(&banner);
/// ```
pub fn pretty(payload: impl PrettyFmtInput) {
    put(&STDOUT, &payload.into_pretty_buf(enable_ansi_colors_stdout()), false);
}

/// As [`pretty()`], with a newline at the end unless the text has one.
///
/// Zig: `bun.Output.prettyln`.
///
/// # Examples
///
/// ```
/// use bun_core::Output;
///
/// Output::prettyln("<green>done<r>");
/// Output::prettyln(format_args!("<b>{}<r> files", 3));
/// assert!(Output::try_flush().is_ok());
/// ```
pub fn prettyln(payload: impl PrettyFmtInput) {
    put(&STDOUT, &payload.into_pretty_buf(enable_ansi_colors_stdout()), true);
}

/// As [`pretty()`], to standard error.
///
/// Zig: `bun.Output.prettyError`.
#[doc(alias = "prettyError")]
pub fn pretty_error(payload: impl PrettyFmtInput) {
    put(&STDERR, &payload.into_pretty_buf(enable_ansi_colors_stderr()), false);
}

/// As [`prettyln()`], to standard error.
///
/// Zig: `bun.Output.prettyErrorln`.
///
/// # Examples
///
/// ```
/// use bun_core::Output;
///
/// Output::pretty_errorln("<red>failed<r>");
/// assert!(Output::try_flush().is_ok());
/// ```
#[doc(alias = "prettyErrorln")]
pub fn pretty_errorln(payload: impl PrettyFmtInput) {
    put(&STDERR, &payload.into_pretty_buf(enable_ansi_colors_stderr()), true);
}

/// Prints `warn: …` as a line to standard error.
///
/// Zig: `bun.Output.warn`.
///
/// # Examples
///
/// ```
/// bun_core::Output::warn(format_args!("skipped {} files", 3));
/// ```
pub fn warn(payload: impl PrettyFmtInput) {
    put_prefixed("<yellow>warn<r><d>:<r> ", payload);
}

/// Prints `note: …` as a line to standard error.
///
/// Zig: `bun.Output.note`.
///
/// # Examples
///
/// ```
/// use bun_core::Output;
///
/// Output::note("no lockfile was found");
/// assert!(Output::try_flush().is_ok());
/// ```
pub fn note(payload: impl PrettyFmtInput) {
    put_prefixed("<blue>note<r><d>:<r> ", payload);
}

/// Prints `DEBUG: …` as a line to standard error and flushes; nothing in a build without debug
/// assertions.
///
/// Zig: `bun.Output.debug`.
///
/// # Examples
///
/// ```
/// use bun_core::Output;
///
/// Output::debug(format_args!("{} modules", 3));
/// assert!(Output::try_flush().is_ok());
/// ```
pub fn debug(payload: impl PrettyFmtInput) {
    if IS_DEBUG {
        put_prefixed("<d>DEBUG:<r> ", payload);
        flush();
    }
}

/// Prints `debug warn: …` as a line to standard error and flushes; nothing in a build without
/// debug assertions.
///
/// Zig: `bun.Output.debugWarn`.
#[doc(alias = "debugWarn")]
pub fn debug_warn(payload: impl PrettyFmtInput) {
    if IS_DEBUG {
        put_prefixed("<yellow>debug warn<r><d>:<r> ", payload);
        flush();
    }
}

/// Panics with a message.
///
/// Zig: `bun.Output.panic`.
///
/// # Panics
///
/// Always.
///
/// # Examples
///
/// ```should_panic
/// bun_core::Output::panic(format_args!("{} is not a lockfile", "bun.lockb"));
/// ```
#[cold]
#[track_caller]
pub fn panic(message: fmt::Arguments<'_>) -> ! {
    core::panic!("{message}")
}

fn put_prefixed(prefix: &str, payload: impl PrettyFmtInput) {
    let has_color = enable_ansi_colors_stderr();
    let mut text = translate(prefix.as_bytes(), has_color, Text::Template);
    text.extend_from_slice(&payload.into_pretty_buf(has_color));
    put(&STDERR, &text, true);
}

fn put(stream: &Stream, text: &[u8], is_line: bool) {
    // Failures are kept for `try_flush`.
    let _ = stream.print(text, ending(text, is_line), is_unbuffered());
}
