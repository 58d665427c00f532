//! What ported code calls by `strings.…` and this crate can do: numbers and addresses from text.
//!
//! Everything about text itself is in `bun_str::strings`.

mod inet;

#[cfg(test)]
mod tests;

pub use self::inet::ares_inet_pton;
pub use crate::fmt::{ParseIntError, parse_int, parse_unsigned};

/// How bytes encode text.
///
/// Zig: `bun.strings.Encoding`.
///
/// # Examples
///
/// ```
/// use bun_core::js_printer::write_json_string;
/// use bun_core::strings::Encoding;
///
/// let mut text = String::new();
/// write_json_string(b"\xc3\xa9", &mut text, Encoding::Utf8)?;
/// write_json_string(b"\xc3\xa9", &mut text, Encoding::Latin1)?;
/// assert_eq!(text, r#""é""Ã©""#);
/// # Ok::<(), std::fmt::Error>(())
/// ```
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// One byte a character, below 0x80.
    Ascii,
    /// One to four bytes a character.
    Utf8,
    /// One byte a character, of the first 256.
    Latin1,
    /// Two bytes a unit, in the byte order of the machine.
    Utf16,
}
