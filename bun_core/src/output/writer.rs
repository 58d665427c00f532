//! Raw bytes to a stream, for as long as a message takes.

use core::fmt;

use super::scratch::with_message;
use super::stream::Turn;
use crate::error::Result;
use crate::io;

/// The exclusive right to write to a stream, given back on drop.
///
/// Other threads that print wait meanwhile, so what is written through one `Writer` stays
/// together. The thread that has it may still call the other functions of
/// [`Output`](crate::Output): their text comes in between, in program order.
///
/// The methods take `&self`, so that `let writer = Output::writer();` will do; where a generic
/// [`io::Write`] is asked for, pass `&mut writer`.
///
/// Dropping it writes the buffer out, unless it came from a `_buffered` function.
///
/// # Examples
///
/// ```
/// use bun_core::Output;
///
/// let writer = Output::writer();
/// writer.write_all(b"bytes of a path: \xff\n")?;
/// writer.print(format_args!("and {} more\n", 2))?;
/// # Ok::<(), bun_core::Error>(())
/// ```
///
/// It stays on its thread:
///
/// ```compile_fail,E0277
/// fn send(_: impl Send) {}
/// send(bun_core::Output::writer());
/// ```
#[must_use = "other threads cannot print while it lives"]
pub struct Writer {
    turn: Turn,
    drains: bool,
}

impl Writer {
    pub(super) fn new(turn: Turn, drains: bool) -> Self {
        Self { turn, drains }
    }

    /// Writes all the bytes, through the buffer of the stream.
    ///
    /// # Errors
    ///
    /// When the buffer had to be written out and that failed: `BrokenPipe`, `NoSpaceLeft`,
    /// `InputOutput`, … The bytes in the buffer, and these, are lost then. After `BrokenPipe` every
    /// call fails.
    #[doc(alias = "writeAll")]
    pub fn write_all(&self, bytes: &[u8]) -> Result<()> {
        self.turn.append(bytes)
    }

    /// Formats and writes a message.
    ///
    /// # Errors
    ///
    /// As [`write_all`](Writer::write_all); `WriteFailed` when an argument fails to format.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::Output;
    ///
    /// let writer = Output::writer();
    /// assert_eq!(writer.print(format_args!("{:>3}%\n", 7)), Ok(()));
    /// ```
    pub fn print(&self, message: fmt::Arguments<'_>) -> Result<()> {
        with_message(message, false, |text, _| self.turn.append(text))
    }

    /// As [`print`](Writer::print): what `write!` calls.
    ///
    /// # Errors
    ///
    /// As [`print`](Writer::print).
    pub fn write_fmt(&self, message: fmt::Arguments<'_>) -> Result<()> {
        self.print(message)
    }

    /// Writes the buffer out.
    ///
    /// # Errors
    ///
    /// When writing fails; the bytes that were in the buffer are lost then.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::Output;
    ///
    /// let writer = Output::writer_buffered();
    /// writer.write_all(b"50%\r")?;
    /// assert_eq!(writer.flush(), Ok(()));
    /// # Ok::<(), bun_core::Error>(())
    /// ```
    pub fn flush(&self) -> Result<()> {
        self.turn.drain()
    }
}

impl io::Write for Writer {
    fn write_all(&mut self, bytes: &[u8]) -> Result<()> {
        Self::write_all(self, bytes)
    }

    fn write_fmt(&mut self, message: fmt::Arguments<'_>) -> Result<()> {
        Self::print(self, message)
    }

    fn flush(&mut self) -> Result<()> {
        Self::flush(self)
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        if self.drains {
            // Recorded by the stream, and reported by `try_flush`.
            let _ = self.turn.drain();
        }
    }
}

impl fmt::Debug for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer").field("drains", &self.drains).finish_non_exhaustive()
    }
}
