//! Formatting before locking.
//!
//! A message is formatted into memory of its thread and then appended in one step. So no lock is
//! held while a `Display` of the caller runs: it may print, panic, or wait for another thread
//! that prints, and the line around it stays whole.

use alloc::string::String;
use core::cell::Cell;
use core::fmt::{self, Write as _};

use crate::error::Result;

/// Memory above this is given back after a message.
const KEPT: usize = 16 * 1024;

thread_local! {
    /// The memory of the last message; taken out while a message is being formatted.
    static SCRATCH: Cell<String> = const { Cell::new(String::new()) };
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
    // A thread that is ending has no scratch memory any more.
    let mut text = SCRATCH.try_with(Cell::take).unwrap_or_default();
    let formatted = text.write_fmt(message);
    let written = write(text.as_bytes(), ending(text.as_bytes(), is_line));
    if text.capacity() <= KEPT {
        text.clear();
        let _ = SCRATCH.try_with(|scratch| scratch.set(text));
    }
    written.and(formatted.map_err(Into::into))
}

/// Returns what is missing at the end of a message.
pub(super) fn ending(text: &[u8], is_line: bool) -> &'static [u8] {
    if is_line && text.last() != Some(&b'\n') { b"\n" } else { b"" }
}
