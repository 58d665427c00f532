//! Formatting before locking.
//!
//! A message is formatted into memory of its own and then appended in one step. So no lock is
//! held while a `Display` of the caller runs: it may print, panic, or wait for another thread
//! that prints, and the line around it stays whole.

use alloc::string::String;
use core::fmt::{self, Write as _};

use crate::error::Result;

/// Messages up to this length are formatted on the stack: most are a line.
const SHORT: usize = 128;

/// A message that is being formatted.
struct Scratch {
    short: [u8; SHORT],
    length: usize,
    /// The whole message, once it is longer.
    long: String,
}

/// Formats a message and passes it on with its ending: a newline if `is_line`, unless it has one.
///
/// When an argument fails to format, what came before it is passed on and the failure returned.
pub(super) fn with_message(
    message: fmt::Arguments<'_>,
    is_line: bool,
    write: impl FnOnce(&[u8], &[u8]) -> Result<()>,
) -> Result<()> {
    if let Some(text) = message.as_str() {
        return write(text.as_bytes(), ending(text.as_bytes(), is_line));
    }
    let mut scratch = Scratch { short: [0; SHORT], length: 0, long: String::new() };
    let formatted = scratch.write_fmt(message);
    let text = scratch.as_bytes();
    let written = write(text, ending(text, is_line));
    written.and(formatted.map_err(Into::into))
}

impl Scratch {
    fn as_bytes(&self) -> &[u8] {
        if self.long.is_empty() { &self.short[..self.length] } else { self.long.as_bytes() }
    }

    #[cold]
    fn spill(&mut self, text: &str) {
        if self.long.is_empty() {
            self.long.reserve(2 * (SHORT + text.len()));
            // Whole strings were written, so nothing is replaced.
            self.long.push_str(&String::from_utf8_lossy(&self.short[..self.length]));
        }
        self.long.push_str(text);
    }
}

impl fmt::Write for Scratch {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        match self.short[self.length..].get_mut(..text.len()) {
            Some(place) if self.long.is_empty() => {
                place.copy_from_slice(text.as_bytes());
                self.length += text.len();
            }
            _ => self.spill(text),
        }
        Ok(())
    }
}

/// Returns what is missing at the end of a message.
pub(super) fn ending(text: &[u8], is_line: bool) -> &'static [u8] {
    if is_line && text.last() != Some(&b'\n') { b"\n" } else { b"" }
}
