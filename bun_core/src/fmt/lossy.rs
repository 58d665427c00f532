//! Bytes and UTF-16 that are probably text: the one place where either becomes UTF-8.

use core::fmt;

use super::pad::padded;

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
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{Lossy, lossy};
///
/// let path: Lossy<'_> = lossy(b"src/\xfe.ts");
/// assert_eq!(format!("cannot open {path}"), "cannot open src/\u{fffd}.ts");
/// ```
#[derive(Copy, Clone, Debug)]
pub struct Lossy<'a> {
    bytes: &'a [u8],
}

impl fmt::Display for Lossy<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |to| write_lossy(to, self.bytes))
    }
}

/// Writes bytes as text, with U+FFFD for each maximal piece that is not UTF-8.
pub(crate) fn write_lossy<W: fmt::Write + ?Sized>(to: &mut W, bytes: &[u8]) -> fmt::Result {
    for Piece { text, invalid } in pieces(bytes) {
        if !text.is_empty() {
            to.write_str(text)?;
        }
        if !invalid.is_empty() {
            to.write_char(char::REPLACEMENT_CHARACTER)?;
        }
    }
    Ok(())
}

/// Text, and the bytes behind it that are none.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Piece<'a> {
    pub(crate) text: &'a str,
    /// At most three bytes; empty only at the end.
    pub(crate) invalid: &'a [u8],
}

/// Cuts bytes where they stop being UTF-8.
///
/// As `<[u8]>::utf8_chunks`, at the speed of `str::from_utf8`, which looks at words of ASCII.
pub(crate) fn pieces(bytes: &[u8]) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = bytes;
    core::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        match str::from_utf8(rest) {
            Ok(text) => {
                rest = &[];
                Some(Piece { text, invalid: &[] })
            }
            Err(error) => {
                let (text, after) = rest.split_at(error.valid_up_to());
                let (invalid, after) = after.split_at(error.error_len().unwrap_or(after.len()));
                rest = after;
                Some(Piece { text: str::from_utf8(text).unwrap_or_default(), invalid })
            }
        }
    })
}

/// Writes characters through a buffer on the stack.
fn write_chars<W: fmt::Write + ?Sized>(
    to: &mut W,
    chars: impl Iterator<Item = char>,
) -> fmt::Result {
    let mut buffer = [0; 256];
    let mut length = 0;
    let mut write = |bytes: &[u8]| to.write_str(str::from_utf8(bytes).map_err(|_| fmt::Error)?);
    for character in chars {
        if length + 4 > buffer.len() {
            write(&buffer[..length])?;
            length = 0;
        }
        length += character.encode_utf8(&mut buffer[length..]).len();
    }
    if length > 0 { write(&buffer[..length]) } else { Ok(()) }
}

/// Writes UTF-16 as UTF-8, with U+FFFD for each surrogate without its partner.
pub(crate) fn write_utf16<W: fmt::Write + ?Sized>(to: &mut W, units: &[u16]) -> fmt::Result {
    let chars = char::decode_utf16(units.iter().copied());
    write_chars(to, chars.map(|char| char.unwrap_or(char::REPLACEMENT_CHARACTER)))
}

/// Writes Latin-1 as UTF-8.
pub(crate) fn write_latin1<W: fmt::Write + ?Sized>(to: &mut W, bytes: &[u8]) -> fmt::Result {
    match str::from_utf8(bytes) {
        Ok(text) if text.is_ascii() => to.write_str(text),
        _ => write_chars(to, bytes.iter().map(|&byte| char::from(byte))),
    }
}
