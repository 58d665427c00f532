//! Strings of the JavaScript engine: UTF-16 and Latin-1.

use core::fmt;

use super::lossy::{write_latin1, write_utf16};
use super::pad::padded;
use super::path::{PathFormatOptions, Separators};

/// Shows UTF-16 as text, with U+FFFD for each surrogate without its partner.
///
/// Zig: `bun.fmt.utf16`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::utf16;
///
/// let units: Vec<u16> = "né €".encode_utf16().collect();
/// assert_eq!(utf16(&units).to_string(), "né €");
/// assert_eq!(utf16(&[0x61, 0xd800]).to_string(), "a\u{fffd}");
/// ```
#[must_use]
pub const fn utf16(units: &[u16]) -> FormatUTF16<'_> {
    FormatUTF16 { buf: units, path_fmt_opts: None }
}

/// Shows UTF-16, as a path if there are options; see [`utf16`] and
/// [`fmt_path_u16`](super::fmt_path_u16).
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{FormatUTF16, PathFormatOptions, PathSep};
///
/// let units: Vec<u16> = "a/b".encode_utf16().collect();
/// let windows = PathFormatOptions { path_sep: PathSep::Windows, ..Default::default() };
/// let path = FormatUTF16 { buf: &units, path_fmt_opts: Some(windows) };
/// assert_eq!(path.to_string(), r"a\b");
/// ```
#[derive(Copy, Clone, Debug)]
pub struct FormatUTF16<'a> {
    /// The text.
    pub buf: &'a [u16],
    /// How to show separators; as they are if there are no options.
    pub path_fmt_opts: Option<PathFormatOptions>,
}

impl fmt::Display for FormatUTF16<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |to| match self.path_fmt_opts {
            Some(options) if options.changes_anything() => {
                write_utf16(&mut Separators { to, options }, self.buf)
            }
            _ => write_utf16(to, self.buf),
        })
    }
}

/// Writes UTF-16 as UTF-8, with U+FFFD for each surrogate without its partner.
///
/// Zig: `bun.fmt.formatUTF16Type`.
///
/// # Errors
///
/// When `writer` fails.
///
/// # Examples
///
/// ```
/// let mut text = String::new();
/// bun_core::fmt::format_utf16_type(&[0x68, 0x69], &mut text)?;
/// assert_eq!(text, "hi");
/// # Ok::<(), std::fmt::Error>(())
/// ```
#[doc(alias = "formatUTF16Type")]
pub fn format_utf16_type(units: &[u16], writer: &mut impl fmt::Write) -> fmt::Result {
    write_utf16(writer, units)
}

/// Writes Latin-1, one character a byte, as UTF-8.
///
/// Zig: `bun.fmt.formatLatin1`.
///
/// # Errors
///
/// When `writer` fails.
///
/// # Examples
///
/// ```
/// let mut text = String::new();
/// bun_core::fmt::format_latin1(b"caf\xe9", &mut text)?;
/// assert_eq!(text, "café");
/// # Ok::<(), std::fmt::Error>(())
/// ```
#[doc(alias = "formatLatin1")]
pub fn format_latin1(bytes: &[u8], writer: &mut impl fmt::Write) -> fmt::Result {
    write_latin1(writer, bytes)
}
