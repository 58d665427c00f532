//! Text in quotes, for messages.

use core::fmt;

use super::json::write_json_string;
use super::pad::padded;
use super::word::first_of;
use crate::strings::Encoding;

/// Shows text in double quotes.
///
/// Text of printable ASCII without `"` stands as it is, backslashes included; other text is shown
/// as a JSON string, as [`format_json_string_utf8`](super::format_json_string_utf8) does.
///
/// Zig: `bun.fmt.quote`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::quote;
///
/// assert_eq!(quote(b"left-pad").to_string(), "\"left-pad\"");
/// assert_eq!(quote(br"C:\bun").to_string(), r#""C:\bun""#);
/// assert_eq!(quote(b"two\nlines").to_string(), r#""two\nlines""#);
/// ```
#[must_use]
pub const fn quote(text: &[u8]) -> QuotedFormatter<'_> {
    QuotedFormatter { text }
}

/// See [`quote`].
///
/// Zig: `bun.fmt.QuotedFormatter`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{QuotedFormatter, quote};
///
/// let name: QuotedFormatter<'_> = quote(b"reaxt");
/// assert_eq!(format!("no package {name}"), "no package \"reaxt\"");
/// ```
#[derive(Copy, Clone, Debug)]
pub struct QuotedFormatter<'a> {
    /// The text without quotes.
    pub text: &'a [u8],
}

impl fmt::Display for QuotedFormatter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |to| quoted_writer(to, self.text))
    }
}

/// Writes what [`quote`] shows.
///
/// Zig: `bun.fmt.quotedWriter`.
///
/// # Errors
///
/// When `writer` fails.
///
/// # Examples
///
/// ```
/// let mut text = String::new();
/// bun_core::fmt::quoted_writer(&mut text, b"a")?;
/// assert_eq!(text, "\"a\"");
/// # Ok::<(), std::fmt::Error>(())
/// ```
#[doc(alias = "quotedWriter")]
pub fn quoted_writer<W: fmt::Write + ?Sized>(writer: &mut W, text: &[u8]) -> fmt::Result {
    let is_plain = first_of(text, 0, |word| word.below(0x20) | word.equal(b'"') | word.not_ascii())
        == text.len();
    match str::from_utf8(text) {
        Ok(text) if is_plain => {
            writer.write_str("\"")?;
            writer.write_str(text)?;
            writer.write_str("\"")
        }
        _ => write_json_string(text, writer, Encoding::Utf8),
    }
}
