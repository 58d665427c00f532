//! Percent-encoding of paths in URLs.

use core::error::Error;
use core::fmt;

use alloc::vec::Vec;

use bun_alloc::AllocError;

use super::wtf8::announced_len;

/// Why text could not be percent-encoded.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{PercentEncodeError, percent_encode_write};
///
/// let result = percent_encode_write(b"a\xe2\x82", &mut Vec::new());
/// assert_eq!(result, Err(PercentEncodeError::IncompleteUTF8));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PercentEncodeError {
    /// There is no memory for the result.
    OutOfMemory,
    /// The text ends inside a UTF-8 sequence.
    IncompleteUTF8,
}

impl fmt::Display for PercentEncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OutOfMemory => "OutOfMemory",
            Self::IncompleteUTF8 => "IncompleteUTF8",
        })
    }
}

impl Error for PercentEncodeError {}

impl From<AllocError> for PercentEncodeError {
    fn from(_: AllocError) -> Self {
        Self::OutOfMemory
    }
}

impl From<PercentEncodeError> for bun_core::Error {
    fn from(error: PercentEncodeError) -> Self {
        match error {
            PercentEncodeError::OutOfMemory => AllocError.into(),
            PercentEncodeError::IncompleteUTF8 => bun_core::err!(IncompleteUTF8),
        }
    }
}

/// Appends `utf8` to `writer` with `%` and two lower-case digits for each byte that a URL's path
/// does not show.
///
/// Spaces stay. DEL is encoded only where a search for the next such byte starts: in front, or
/// behind an encoded one.
///
/// Zig: `bun.strings.percentEncodeWrite`.
///
/// # Errors
///
/// [`PercentEncodeError::IncompleteUTF8`] when the text ends inside a sequence; what was before it,
/// up to the last encoded character, is written.
/// [`PercentEncodeError::OutOfMemory`] when `writer` cannot grow.
///
/// # Examples
///
/// ```
/// let mut url = Vec::new();
/// bun_str::strings::percent_encode_write("a b/é?".as_bytes(), &mut url)?;
/// assert_eq!(url, b"a b/%c3%a9%3f");
/// # Ok::<(), bun_str::strings::PercentEncodeError>(())
/// ```
pub fn percent_encode_write(utf8: &[u8], writer: &mut Vec<u8>) -> Result<(), PercentEncodeError> {
    let mut rest = utf8;
    while let Some(index) = position(rest) {
        let (plain, tail) = rest.split_at(index);
        let len = announced_len(tail[0]);
        let (encoded, tail) =
            tail.split_at_checked(len).ok_or(PercentEncodeError::IncompleteUTF8)?;
        let growth = plain.len() + 3 * len;
        writer.try_reserve(growth).map_err(|_| PercentEncodeError::OutOfMemory)?;
        writer.extend_from_slice(plain);
        for byte in encoded {
            let digits = b"0123456789abcdef";
            let (high, low) = (usize::from(byte >> 4), usize::from(byte & 0xf));
            writer.extend_from_slice(&[b'%', digits[high], digits[low]]);
        }
        rest = tail;
    }
    writer.try_reserve(rest.len()).map_err(|_| PercentEncodeError::OutOfMemory)?;
    writer.extend_from_slice(rest);
    Ok(())
}

/// The first byte that is encoded.
fn position(text: &[u8]) -> Option<usize> {
    if text.first() == Some(&0x7f) {
        return Some(0);
    }
    text.iter().position(|byte| match byte {
        b'%' | b'\\' | b'"' | b'#' | b'?' | b'[' | b']' | b'^' | b'|' | b'~' => true,
        byte => *byte < 0x20 || *byte > 0x7f,
    })
}
