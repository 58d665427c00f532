//! Bytes that are probably text.

use alloc::string::String;
use core::fmt::{self, Write as _};

/// Shows bytes as text, with U+FFFD for what is not UTF-8.
///
/// For messages to people. A path that a program shall read again goes out as bytes:
/// [`Output::writer`](crate::Output::writer).
///
/// # Examples
///
/// ```
/// use bun_core::fmt::lossy;
///
/// assert_eq!(lossy(b"caf\xc3\xa9").to_string(), "café");
/// assert_eq!(format!("{:>4}|", lossy(b"\xff")), "   \u{fffd}|");
/// ```
#[must_use]
pub fn lossy(bytes: &[u8]) -> Lossy<'_> {
    Lossy { bytes }
}

/// See [`lossy`].
#[derive(Copy, Clone, Debug)]
pub struct Lossy<'a> {
    bytes: &'a [u8],
}

impl fmt::Display for Lossy<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.width().is_some() || f.precision().is_some() {
            return f.pad(&String::from_utf8_lossy(self.bytes));
        }
        for chunk in self.bytes.utf8_chunks() {
            f.write_str(chunk.valid())?;
            if !chunk.invalid().is_empty() {
                f.write_char(char::REPLACEMENT_CHARACTER)?;
            }
        }
        Ok(())
    }
}
