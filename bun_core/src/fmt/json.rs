//! JSON strings: the printer of the runtime, and that of Zig's standard library.
//!
//! Both write what every JSON parser reads back. The runtime's also escapes what JavaScript source
//! may not contain, so that its output can stand in a script.

use core::fmt;

use super::hex::UPPER;
use super::lossy::{pieces, write_latin1};
use super::pad::padded;
use super::word::first_of;
use crate::strings::Encoding;

/// How to show a JSON string.
///
/// Zig: `bun.fmt.JSONFormatterUTF8.Options`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{JSONFormatterUTF8Options, format_json_string_utf8};
///
/// let bare = JSONFormatterUTF8Options { quote: false };
/// assert_eq!(format!("\"{}.js\"", format_json_string_utf8(b"a\tb", bare)), r#""a\tb.js""#);
/// ```
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct JSONFormatterUTF8Options {
    /// Whether it has its quotes; on by default.
    pub quote: bool,
}

impl Default for JSONFormatterUTF8Options {
    fn default() -> Self {
        Self { quote: true }
    }
}

/// Shows text as a JSON string; see [`format_json_string_utf8`].
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{JSONFormatterUTF8, format_json_string_utf8};
///
/// let name: JSONFormatterUTF8<'_> = format_json_string_utf8(b"say \"hi\"", Default::default());
/// assert_eq!(format!(r#"{{"name":{name}}}"#), r#"{"name":"say \"hi\""}"#);
/// ```
#[derive(Copy, Clone, Debug)]
pub struct JSONFormatterUTF8<'a> {
    input: &'a [u8],
    options: JSONFormatterUTF8Options,
}

/// Shows text as a JSON string.
///
/// `"`, `\` and control characters are escaped, and so are U+2028, U+2029 and U+FEFF, which have a
/// meaning in JavaScript source. A surrogate encoded in three bytes becomes its escape; other bytes
/// that are not UTF-8 become U+FFFD.
///
/// Zig: `bun.fmt.formatJSONStringUTF8`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{JSONFormatterUTF8Options, format_json_string_utf8};
///
/// let quoted = JSONFormatterUTF8Options::default();
/// assert_eq!(format_json_string_utf8(b"a\"\n\x01", quoted).to_string(), r#""a\"\n\u0001""#);
/// let bare = JSONFormatterUTF8Options { quote: false };
/// assert_eq!(format_json_string_utf8("é\u{2028}".as_bytes(), bare).to_string(), r"é\u2028");
/// ```
#[doc(alias = "formatJSONStringUTF8")]
#[must_use]
pub const fn format_json_string_utf8(
    text: &[u8],
    options: JSONFormatterUTF8Options,
) -> JSONFormatterUTF8<'_> {
    JSONFormatterUTF8 { input: text, options }
}

impl fmt::Display for JSONFormatterUTF8<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |to| {
            if self.options.quote {
                write_json_string(self.input, to, Encoding::Utf8)
            } else {
                write_utf8::<_, true>(to, self.input)
            }
        })
    }
}

/// Shows Latin-1 as a JSON string; see [`format_json_string_latin1`].
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{JSONFormatter, format_json_string_latin1};
///
/// let name: JSONFormatter<'_> = format_json_string_latin1(b"caf\xe9");
/// assert_eq!(format!("[{name}]"), r#"["café"]"#);
/// ```
#[derive(Copy, Clone, Debug)]
pub struct JSONFormatter<'a> {
    input: &'a [u8],
}

/// As [`format_json_string_utf8`], with quotes, for text of one byte a character.
///
/// Zig: `bun.fmt.formatJSONStringLatin1`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_core::fmt::format_json_string_latin1(b"\xe9\t").to_string(), r#""é\t""#);
/// ```
#[doc(alias = "formatJSONStringLatin1")]
#[must_use]
pub const fn format_json_string_latin1(text: &[u8]) -> JSONFormatter<'_> {
    JSONFormatter { input: text }
}

impl fmt::Display for JSONFormatter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |to| write_json_string(self.input, to, Encoding::Latin1))
    }
}

/// Writes `input` as a JSON string, as [`format_json_string_utf8`] shows it.
///
/// UTF-16 is in the byte order of the machine. Each surrogate becomes an escape, so a pair becomes
/// two; an odd byte at the end becomes U+FFFD.
///
/// Zig: `bun.js_printer.writeJSONString`.
///
/// # Errors
///
/// When `to` fails.
///
/// # Examples
///
/// ```
/// use bun_core::js_printer::write_json_string;
/// use bun_core::strings::Encoding;
///
/// let mut text = String::new();
/// write_json_string(b"\xe9", &mut text, Encoding::Latin1)?;
/// assert_eq!(text, "\"é\"");
/// # Ok::<(), std::fmt::Error>(())
/// ```
#[doc(alias = "writeJSONString")]
pub fn write_json_string<W: fmt::Write + ?Sized>(
    input: &[u8],
    to: &mut W,
    encoding: Encoding,
) -> fmt::Result {
    to.write_str("\"")?;
    match encoding {
        Encoding::Utf8 => write_utf8::<_, true>(to, input)?,
        Encoding::Ascii | Encoding::Latin1 => write_latin1_escaped(to, input)?,
        Encoding::Utf16 => write_utf16_escaped(to, input)?,
    }
    to.write_str("\"")
}

/// Writes bytes as a JSON string, escaping no more than JSON demands.
///
/// What is not UTF-8 becomes U+FFFD.
///
/// Zig: `std.json.Stringify.encodeJsonString`.
///
/// # Errors
///
/// When `to` fails.
///
/// # Examples
///
/// ```
/// let mut text = String::new();
/// bun_core::fmt::encode_json_string(&mut text, "\x1f\u{2028}\\".as_bytes())?;
/// assert_eq!(text, "\"\\u001f\u{2028}\\\\\"");
/// # Ok::<(), std::fmt::Error>(())
/// ```
#[doc(alias = "encodeJsonString")]
pub fn encode_json_string(to: &mut impl fmt::Write, bytes: &[u8]) -> fmt::Result {
    to.write_str("\"")?;
    write_utf8::<_, false>(to, bytes)?;
    to.write_str("\"")
}

/// Writes the characters of UTF-8 with escapes. `SCRIPT` is the runtime's printer.
fn write_utf8<W: fmt::Write + ?Sized, const SCRIPT: bool>(to: &mut W, bytes: &[u8]) -> fmt::Result {
    let mut at = 0;
    // The continuation bytes of a surrogate are pieces of their own.
    let mut skip = 0;
    for piece in pieces(bytes) {
        write_text::<_, SCRIPT>(to, piece.text)?;
        at += piece.text.len();
        if skip > 0 {
            skip -= 1;
        } else if let Some(surrogate) = SCRIPT.then(|| surrogate(&bytes[at..])).flatten() {
            write_unicode_escape::<_, SCRIPT>(to, surrogate)?;
            skip = 2;
        } else if !piece.invalid.is_empty() {
            to.write_char(char::REPLACEMENT_CHARACTER)?;
        }
        at += piece.invalid.len();
    }
    Ok(())
}

/// The surrogate that three bytes encode, which UTF-8 does not allow.
fn surrogate(bytes: &[u8]) -> Option<u16> {
    match *bytes.first_chunk()? {
        [0xed, high @ 0xa0..=0xbf, low @ 0x80..=0xbf] => {
            Some(0xd000 | u16::from(high & 0x3f) << 6 | u16::from(low & 0x3f))
        }
        _ => None,
    }
}

/// The position of the first byte from `from` on that may start something that needs an escape, or
/// the length.
#[inline]
fn special_at<const SCRIPT: bool>(bytes: &[u8], from: usize) -> usize {
    first_of(bytes, from, |word| {
        let special = word.below(0x20) | word.equal(b'"') | word.equal(b'\\');
        if SCRIPT { special | word.equal(0xe2) | word.equal(0xef) } else { special }
    })
}

/// Writes text with escapes.
fn write_text<W: fmt::Write + ?Sized, const SCRIPT: bool>(to: &mut W, text: &str) -> fmt::Result {
    let bytes = text.as_bytes();
    let mut written = 0;
    let mut at = 0;
    loop {
        at = special_at::<SCRIPT>(bytes, at);
        let Some(&byte) = bytes.get(at) else { break };
        let (unit, length) = match bytes[at..].first_chunk() {
            _ if byte < 0x80 => (u16::from(byte), 1),
            Some([0xe2, 0x80, 0xa8]) => (0x2028, 3),
            Some([0xe2, 0x80, 0xa9]) => (0x2029, 3),
            Some([0xef, 0xbb, 0xbf]) => (0xfeff, 3),
            _ => {
                at += 3;
                continue;
            }
        };
        if written < at {
            to.write_str(&text[written..at])?;
        }
        write_escape::<_, SCRIPT>(to, unit)?;
        at += length;
        written = at;
    }
    if written < text.len() { to.write_str(&text[written..]) } else { Ok(()) }
}

fn write_escape<W: fmt::Write + ?Sized, const SCRIPT: bool>(to: &mut W, unit: u16) -> fmt::Result {
    to.write_str(match unit {
        0x08 => "\\b",
        0x09 => "\\t",
        0x0a => "\\n",
        0x0c => "\\f",
        0x0d => "\\r",
        0x22 => "\\\"",
        0x5c => "\\\\",
        _ => return write_unicode_escape::<_, SCRIPT>(to, unit),
    })
}

/// Writes `\u` and four digits, in upper case as the runtime does or in lower case as Zig does.
fn write_unicode_escape<W: fmt::Write + ?Sized, const SCRIPT: bool>(
    to: &mut W,
    unit: u16,
) -> fmt::Result {
    let mut escape = *b"\\u0000";
    for (digit, shift) in escape[2..].iter_mut().zip([12, 8, 4, 0]) {
        *digit = UPPER[usize::from(unit >> shift & 0xf)];
    }
    if !SCRIPT {
        escape[2..].make_ascii_lowercase();
    }
    to.write_str(str::from_utf8(&escape).map_err(|_| fmt::Error)?)
}

fn write_latin1_escaped<W: fmt::Write + ?Sized>(to: &mut W, bytes: &[u8]) -> fmt::Result {
    for run in bytes.chunk_by(|left, right| left.is_ascii() == right.is_ascii()) {
        match str::from_utf8(run) {
            Ok(ascii) if ascii.is_ascii() => write_text::<_, true>(to, ascii)?,
            _ => write_latin1(to, run)?,
        }
    }
    Ok(())
}

fn write_utf16_escaped<W: fmt::Write + ?Sized>(to: &mut W, bytes: &[u8]) -> fmt::Result {
    let (units, odd) = bytes.as_chunks();
    for &unit in units {
        let unit = u16::from_ne_bytes(unit);
        match char::from_u32(u32::from(unit)) {
            Some(character) => {
                write_text::<_, true>(to, character.encode_utf8(&mut [0; 4]))?;
            }
            None => write_unicode_escape::<_, true>(to, unit)?,
        }
    }
    if odd.is_empty() { Ok(()) } else { to.write_char(char::REPLACEMENT_CHARACTER) }
}
