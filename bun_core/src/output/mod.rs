//! Standard output and standard error of the process.
//!
//! | to print | use |
//! |---|---|
//! | a formatted message | [`print()`], [`println()`], [`print_error`], [`print_errorln()`] |
//! | with colours | [`pretty!`], [`prettyln!`], [`pretty_error!`], [`pretty_errorln!`] |
//! | `error: …`, `warn: …`, `note: …` | [`err_generic!`], [`warn!`], [`note!`] |
//! | `ENOENT: …` | [`err`](err()), [`err_tag`] |
//! | a line of debugging, on request | [`declare_scope!`], [`scoped_log!`] |
//! | bytes, or several messages that stay together | [`writer`], [`error_writer`] |
//! | the same, leaving them in the buffer | [`writer_buffered`], [`error_writer_buffered`] |
//!
//! The macros translate colour tags while compiling and never search arguments for them; the
//! functions of the same names are for strings that are known only at run time.
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

mod agent;
mod buffering;
mod color;
mod color_depth;
mod command;
mod descriptor;
mod elapsed;
mod environment;
mod err_name;
mod markup;
mod message;
mod pretty;
mod scope;
mod scratch;
mod sequences;
pub mod source;
mod stdin;
pub mod stdio;
mod stream;
mod template;
mod terminal;
mod writer;

#[cfg(test)]
mod tests;

use core::fmt;

use crate::error::Result;
use crate::winsize::TerminalSize;
use descriptor::{Stderr, Stdout};
use scratch::with_message;
use stream::Stream;

pub use crate::{
    debug_warn, declare_scope, define_scoped_log, err_generic, note, pretty, pretty_error,
    pretty_errorln, pretty_fmt, prettyln, print_errorln, scope_is_visible, scoped_log, warn,
    write_pretty,
};
pub use agent::{IS_GITHUB_ACTION, is_ai_agent, is_github_action, is_verbose, set_is_verbose};
pub use ansi::{BOLD, DIM, RESET};
pub use buffering::{
    DisableBufferingScope, EnableBufferingScope, FlushGuard, disable_buffering,
    disable_buffering_scope, enable_buffering, enable_buffering_scope, flush_guard,
};
pub use color::{
    ColorSwitch, ENABLE_ANSI_COLORS_STDERR, ENABLE_ANSI_COLORS_STDOUT, enable_ansi_colors_stderr,
    enable_ansi_colors_stdout, is_stderr_tty, is_stdin_tty, is_stdout_tty,
};
pub use color_depth::{ColorDepth, color_depth};
pub use command::{CommandArgv, command, command_out};
pub use elapsed::{
    DebugTimer, ElapsedFormatter, print_elapsed, print_elapsed_stdout, print_elapsed_stdout_trim,
    print_start_end, print_start_end_stdout,
};
pub use err_name::{ErrName, SysErrInfo, err, err_fmt, err_generic, err_tag};
pub use markup::{
    PrettyBuf, PrettyFmtInput, color_for, color_for_bytes, color_map, pretty_fmt, pretty_fmt_rt,
    pretty_fmt_runtime,
};
pub use message::{
    debug, debug_warn, note, panic, pretty, pretty_error, pretty_errorln, prettyln, warn,
};
pub use scope::{
    ENABLE_LOGS, ScopedLogger, Visibility, disable_scoped_debug_writer, enable_scoped_debug_writer,
};
pub use sequences::{ansi, ansi_b};
pub use source::{
    DescriptorType, OutputStreamDescriptor, Source, init_test, stderr_descriptor_type,
    stdout_descriptor_type,
};
pub use stdin::{
    BufferedStdin, StdinGuard, StdinReader, buffered_stdin, buffered_stdin_read_until_delimiter,
    buffered_stdin_reader, stdin_reader,
};
pub use template::{FmtTuple, TemplateDisplay, pretty_fmt_args};
pub use terminal::{
    ED, SYNCHRONIZED_END, SYNCHRONIZED_START, Synchronized, clear_to_end, reset_terminal,
    reset_terminal_all, synchronized, up,
};
pub use writer::Writer;

pub(crate) use buffering::is_unbuffered;
#[doc(hidden)]
pub use scope::use_ansi;
pub(crate) use stream::thread_token;

static STDOUT: Stream = Stream::new(&Stdout);
static STDERR: Stream = Stream::new(&Stderr);

/// The size of the terminal, as the handler of `SIGWINCH` keeps it; all zeros before.
///
/// [`tty::winsize`](crate::tty::winsize) asks the system.
///
/// Zig: `bun.Output.terminal_size`.
pub static TERMINAL_SIZE: TerminalSize = TerminalSize::new();

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
    put(&STDOUT, message, false);
}

/// Prints to standard output, with a newline at the end unless the message has one.
///
/// Zig: `bun.Output.println`.
///
/// # Examples
///
/// ```
/// use bun_core::Output;
///
/// Output::println(format_args!("{} files", 3));
/// Output::println(format_args!("no empty line behind this\n"));
/// assert!(Output::try_flush().is_ok());
/// ```
pub fn println(message: fmt::Arguments<'_>) {
    put(&STDOUT, message, true);
}

/// Prints whatever can be displayed to standard error.
///
/// Zig: `bun.Output.printError`.
#[doc(alias = "printError")]
pub fn print_error(message: impl fmt::Display) {
    put(&STDERR, format_args!("{message}"), false);
}

/// Prints whatever can be displayed to standard error, with a newline at the end unless it has
/// one.
///
/// Zig: `bun.Output.printErrorln`.
///
/// # Examples
///
/// ```
/// use bun_core::{Output, err};
///
/// Output::print_errorln(err!(ENOENT));
/// assert!(Output::try_flush().is_ok());
/// ```
#[doc(alias = "printErrorln")]
pub fn print_errorln(message: impl fmt::Display) {
    put(&STDERR, format_args!("{message}"), true);
}

/// What [`pretty!`] and the like call with the translation that was chosen.
#[doc(hidden)]
pub fn __print_error(message: fmt::Arguments<'_>) {
    put(&STDERR, message, false);
}

fn put(stream: &Stream, message: fmt::Arguments<'_>, is_line: bool) {
    // Failures are kept for `try_flush`; here and below.
    let _ =
        with_message(message, is_line, |text, ending| stream.print(text, ending, is_unbuffered()));
}

/// Returns the arguments of the process.
///
/// Zig: `bun.argv`.
pub fn argv() -> impl Iterator<Item = &'static [u8]> {
    crate::argv().into_iter()
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
///
/// # Examples
///
/// ```
/// use bun_core::Output;
///
/// let writer = Output::writer_buffered();
/// for line in [b"one\n", b"two\n"] {
///     writer.write_all(line)?;
/// }
/// drop(writer);
/// assert!(Output::try_flush().is_ok());
/// # Ok::<(), bun_core::Error>(())
/// ```
#[doc(alias = "writerBuffered")]
pub fn writer_buffered() -> Writer {
    Writer::new(STDOUT.take_turn(), is_unbuffered())
}

/// As [`writer`], for standard error.
///
/// Zig: `bun.Output.errorWriter`.
///
/// # Examples
///
/// ```
/// use bun_core::Output;
///
/// let writer = Output::error_writer();
/// assert_eq!(writer.write_all(b"cannot open \xff\n"), Ok(()));
/// ```
#[doc(alias = "errorWriter")]
pub fn error_writer() -> Writer {
    Writer::new(STDERR.take_turn(), true)
}

/// As [`writer_buffered`], for standard error.
///
/// Zig: `bun.Output.errorWriterBuffered`.
#[doc(alias = "errorWriterBuffered")]
pub fn error_writer_buffered() -> Writer {
    Writer::new(STDERR.take_turn(), is_unbuffered())
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
