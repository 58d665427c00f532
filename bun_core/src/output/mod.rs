//! Standard output and standard error of the process.
//!
//! | to print | use |
//! |---|---|
//! | a formatted message | [`print()`], [`println()`], [`print_error`], [`print_errorln`] |
//! | with colours | [`pretty!`], [`prettyln!`], [`pretty_error!`], [`pretty_errorln!`] |
//! | `error: …`, `warn: …`, `note: …` | [`err_generic!`], [`warn!`], [`note!`], [`err_tag`] |
//! | bytes, or several messages that stay together | [`writer`], [`error_writer`] |
//! | the same, leaving them in the buffer | [`writer_buffered`], [`error_writer_buffered`] |
//!
//! Both streams are buffered, 4096 bytes each, and shared by all threads. A message is written
//! whole: no other thread gets in between. What is buffered appears in program order, when the
//! buffer is full, at [`flush`], and when [`Global::exit`](crate::Global::exit) ends the process.
//! A `main` that returns needs a [`flush_guard`].
//!
//! A write that fails loses the buffered bytes rather than ever writing any twice. Printing
//! functions return nothing, as in Zig; the failure is kept for [`try_flush`]. When the reader of a
//! pipe is gone the stream stays closed, and the process decides for itself when to stop.
//!
//! Rejected: a writer per thread with its own buffer, as in the original, which tears lines and
//! loses what a thread forgets to flush; `&'static mut Writer`, of which two calls make two.
//!
//! Zig: `bun.Output`.

mod color;
mod descriptor;
mod pretty;
mod scratch;
mod sequences;
mod stream;
mod writer;

#[cfg(test)]
mod tests;

use core::fmt;
use core::sync::atomic::{AtomicBool, Ordering};

use crate::error::Result;
use descriptor::{Stderr, Stdout};
use stream::Stream;

pub use crate::{
    err_generic, note, pretty, pretty_error, pretty_errorln, pretty_fmt, prettyln, warn,
};
pub use color::{
    enable_ansi_colors_stderr, enable_ansi_colors_stdout, is_stderr_tty, is_stdout_tty,
};
pub use sequences::{ansi, ansi_b};
pub(crate) use stream::thread_token;
pub use writer::Writer;

static STDOUT: Stream = Stream::new(&Stdout);
static STDERR: Stream = Stream::new(&Stderr);
static IS_BUFFERING: AtomicBool = AtomicBool::new(true);

/// Prints to standard output.
///
/// Zig: `bun.Output.print`.
///
/// # Examples
///
/// ```
/// bun_core::Output::print(format_args!("{} files\n", 3));
/// ```
pub fn print(message: fmt::Arguments<'_>) {
    // Failures are kept for `try_flush`; here and below.
    let _ = writer_buffered().print(message);
}

/// Prints to standard output, with a newline at the end unless the message has one.
///
/// Zig: `bun.Output.println`.
pub fn println(message: fmt::Arguments<'_>) {
    let _ = writer_buffered().println(message);
}

/// Prints to standard error.
///
/// Zig: `bun.Output.printError`.
#[doc(alias = "printError")]
pub fn print_error(message: fmt::Arguments<'_>) {
    let _ = error_writer_buffered().print(message);
}

/// Prints to standard error, with a newline at the end unless the message has one.
///
/// Zig: `bun.Output.printErrorln`.
#[doc(alias = "printErrorln")]
pub fn print_errorln(message: fmt::Arguments<'_>) {
    let _ = error_writer_buffered().println(message);
}

/// Prints `tag: message` as a line to standard error, the tag in red.
///
/// Zig: `bun.Output.err`.
///
/// # Examples
///
/// ```
/// use bun_core::{Output, err};
///
/// Output::err_tag(err!(ENOENT).name(), format_args!("opening {}", "a.txt"));
/// ```
pub fn err_tag(tag: &str, message: fmt::Arguments<'_>) {
    crate::pretty_errorln!("<red>{tag}<r><d>:<r> {message}");
}

/// Locks standard output and returns the right to write bytes to it; dropping it writes the
/// buffer out.
///
/// Zig: `bun.Output.writer`.
///
/// # Examples
///
/// ```
/// bun_core::Output::writer().write_all(b"a path: \xff\n")?;
/// # Ok::<(), bun_core::Error>(())
/// ```
pub fn writer() -> Writer {
    Writer::new(STDOUT.take_turn(), true)
}

/// As [`writer`], leaving what fits in the buffer.
///
/// Zig: `bun.Output.writerBuffered`.
#[doc(alias = "writerBuffered")]
pub fn writer_buffered() -> Writer {
    Writer::new(STDOUT.take_turn(), !IS_BUFFERING.load(Ordering::Relaxed))
}

/// As [`writer`], for standard error.
///
/// Zig: `bun.Output.errorWriter`.
#[doc(alias = "errorWriter")]
pub fn error_writer() -> Writer {
    Writer::new(STDERR.take_turn(), true)
}

/// As [`writer_buffered`], for standard error.
///
/// Zig: `bun.Output.errorWriterBuffered`.
#[doc(alias = "errorWriterBuffered")]
pub fn error_writer_buffered() -> Writer {
    Writer::new(STDERR.take_turn(), !IS_BUFFERING.load(Ordering::Relaxed))
}

/// Writes both buffers out, standard output first, and leaves failures for [`try_flush`].
///
/// Zig: `bun.Output.flush`.
///
/// # Examples
///
/// ```
/// bun_core::Output::print(format_args!("working… "));
/// bun_core::Output::flush();
/// ```
pub fn flush() {
    STDOUT.drain();
    STDERR.drain();
}

/// Writes both buffers out and reports the first failure of either stream since the last report.
///
/// # Errors
///
/// `BrokenPipe` when the reader is gone, `NoSpaceLeft`, `InputOutput`, and the like.
///
/// # Examples
///
/// ```
/// bun_core::Output::print(format_args!("result\n"));
/// bun_core::Output::try_flush()?;
/// # Ok::<(), bun_core::Error>(())
/// ```
pub fn try_flush() -> Result<()> {
    let stdout = STDOUT.flush();
    let stderr = STDERR.flush();
    stdout.and(stderr)
}

/// Flushes when the result is dropped: the first line of a `main` that returns.
///
/// Zig: `defer bun.Output.flush()`.
///
/// # Examples
///
/// ```
/// let _flush = bun_core::Output::flush_guard();
/// bun_core::Output::println(format_args!("seen"));
/// ```
pub fn flush_guard() -> FlushGuard {
    FlushGuard { _private: () }
}

/// Calls [`flush`] on drop; see [`flush_guard`].
#[derive(Debug)]
#[must_use = "it flushes when it is dropped"]
pub struct FlushGuard {
    _private: (),
}

impl Drop for FlushGuard {
    fn drop(&mut self) {
        flush();
    }
}

/// Keeps messages in the buffers until they are full or flushed, which is the default.
///
/// Zig: `bun.Output.enableBuffering`.
#[doc(alias = "enableBuffering")]
pub fn enable_buffering() {
    IS_BUFFERING.store(true, Ordering::Relaxed);
}

/// Flushes, and from now on writes every message out at once.
///
/// Zig: `bun.Output.disableBuffering`.
#[doc(alias = "disableBuffering")]
pub fn disable_buffering() {
    IS_BUFFERING.store(false, Ordering::Relaxed);
    flush();
}
