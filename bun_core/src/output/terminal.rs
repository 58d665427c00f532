//! Sequences that move the cursor and clear the terminal.

use super::stream::Stream;
use super::{
    STDERR, STDOUT, enable_ansi_colors_stderr, enable_ansi_colors_stdout, is_unbuffered, print,
};
use crate::env::IS_POSIX;

/// Clears the terminal and what has scrolled away, and goes to its corner.
const RESET_TERMINAL: &[u8] = b"\x1b[2J\x1b[3J\x1b[H";

/// Makes a terminal hold back what it draws, up to [`SYNCHRONIZED_END`].
pub const SYNCHRONIZED_START: &str = "\x1b[?2026h";

/// Makes a terminal draw what it has held back since [`SYNCHRONIZED_START`].
pub const SYNCHRONIZED_END: &str = "\x1b[?2026l";

/// Erases from the cursor to the end of the screen.
///
/// Zig: `bun.Output.ED`.
pub const ED: &str = "\x1b[0J";

/// Moves the cursor of standard output up by `n` lines.
///
/// Zig: `bun.Output.up`.
///
/// # Examples
///
/// ```
/// use bun_core::Output;
///
/// Output::print(format_args!("one\ntwo\n"));
/// Output::up(2);
/// Output::clear_to_end();
/// ```
pub fn up(n: usize) {
    print(format_args!("\x1b[{n}A"));
}

/// Erases standard output from the cursor to the end of the screen.
///
/// Zig: `bun.Output.clearToEnd`.
///
/// # Examples
///
/// ```
/// use bun_core::Output;
///
/// Output::print(format_args!("a menu of\nseveral lines\r"));
/// Output::up(1);
/// Output::clear_to_end();
/// assert!(Output::try_flush().is_ok());
/// ```
#[doc(alias = "clearToEnd")]
pub fn clear_to_end() {
    print(format_args!("{ED}"));
}

/// Clears the terminal through standard error if that has colours, else through standard output if
/// that does.
///
/// Zig: `bun.Output.resetTerminal`.
///
/// # Examples
///
/// ```
/// use bun_core::Output;
///
/// if Output::enable_ansi_colors_stderr() {
///     Output::reset_terminal();
/// }
/// assert!(Output::try_flush().is_ok());
/// ```
#[doc(alias = "resetTerminal")]
pub fn reset_terminal() {
    if enable_ansi_colors_stderr() {
        reset(&STDERR);
    } else if enable_ansi_colors_stdout() {
        reset(&STDOUT);
    }
}

/// Clears the terminal through each stream that has colours.
///
/// Zig: `bun.Output.resetTerminalAll`.
#[doc(alias = "resetTerminalAll")]
pub fn reset_terminal_all() {
    if enable_ansi_colors_stderr() {
        reset(&STDERR);
    }
    if enable_ansi_colors_stdout() {
        reset(&STDOUT);
    }
}

fn reset(stream: &Stream) {
    // Failures are kept for `try_flush`.
    let _ = stream.print(RESET_TERMINAL, b"", true);
}

/// Has the terminal draw what is printed from here to the end of the result at once, without
/// flicker.
///
/// Prints [`SYNCHRONIZED_START`] to standard output, whatever that is; nothing on Windows.
///
/// Zig: `bun.Output.synchronized`.
///
/// # Examples
///
/// ```
/// let frame = bun_core::Output::synchronized();
/// bun_core::Output::print(format_args!("\r50%"));
/// frame.end();
/// ```
pub fn synchronized() -> Synchronized {
    Synchronized::begin()
}

/// A frame that is drawn at once; see [`synchronized`]. Dropping it is its [`end`](Self::end).
///
/// # Examples
///
/// ```
/// use bun_core::Output::{self, Synchronized};
///
/// fn draw(percent: u8) {
///     let _frame = Synchronized::begin();
///     Output::print(format_args!("\r{percent}%"));
/// }
///
/// draw(50);
/// assert!(Output::try_flush().is_ok());
/// ```
#[derive(Debug)]
#[must_use = "the terminal draws when it is dropped"]
pub struct Synchronized {
    _private: (),
}

impl Synchronized {
    /// As [`synchronized`].
    pub fn begin() -> Self {
        mark(SYNCHRONIZED_START);
        Self { _private: () }
    }

    /// Has the terminal draw.
    pub fn end(self) {
        drop(self);
    }
}

impl Drop for Synchronized {
    fn drop(&mut self) {
        mark(SYNCHRONIZED_END);
    }
}

fn mark(sequence: &str) {
    if IS_POSIX {
        let _ = STDOUT.print(sequence.as_bytes(), b"", is_unbuffered());
    }
}
