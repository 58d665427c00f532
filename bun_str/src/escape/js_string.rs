//! Text as the inside of a JavaScript or JSON string.

use core::fmt::{self, Write as _};

use super::wtf8;
use crate::strings::Encoding;

/// How [`format_escapes`] writes.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{QuoteEscapeFormatFlags, format_escapes};
///
/// let flags = QuoteEscapeFormatFlags { ascii_only: true, ..QuoteEscapeFormatFlags::default() };
/// assert_eq!(format_escapes("é\"".as_bytes(), flags).to_string(), "\\xE9\\\"");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuoteEscapeFormatFlags {
    /// The quote that will stand around the text: `"`, `'` or a backtick.
    pub quote_char: u8,
    /// Whether characters beyond ASCII are escaped.
    pub ascii_only: bool,
    /// Whether to avoid `\x`, which JSON does not know.
    pub json: bool,
    /// How to read the text; UTF-16 is in memory order.
    pub str_encoding: Encoding,
}

impl Default for QuoteEscapeFormatFlags {
    /// Double quotes around UTF-8.
    fn default() -> Self {
        Self { quote_char: b'"', ascii_only: false, json: false, str_encoding: Encoding::Utf8 }
    }
}

/// Prints text as the inside of a string; see [`format_escapes`].
///
/// # Examples
///
/// ```
/// use bun_str::strings::{QuoteEscapeFormat, QuoteEscapeFormatFlags, format_escapes};
///
/// let inside: QuoteEscapeFormat<'_> = format_escapes(b"a\nb", QuoteEscapeFormatFlags::default());
/// assert_eq!(format!("\"{inside}\""), r#""a\nb""#);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct QuoteEscapeFormat<'a> {
    text: &'a [u8],
    flags: QuoteEscapeFormatFlags,
}

/// Prints `text` as the inside of a JavaScript string.
///
/// As in the original, BEL is `\x07` and VT is `\v` even for JSON; a sequence that is not UTF-8
/// becomes an escaped NUL, and a byte that starts none U+FFFD.
///
/// Zig: `bun.strings.formatEscapes`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{QuoteEscapeFormatFlags, format_escapes};
///
/// let flags = QuoteEscapeFormatFlags { quote_char: b'`', ..QuoteEscapeFormatFlags::default() };
/// assert_eq!(format_escapes(b"${a} $b `\t", flags).to_string(), "\\${a} $b \\`\t");
/// ```
#[must_use]
pub const fn format_escapes(text: &[u8], flags: QuoteEscapeFormatFlags) -> QuoteEscapeFormat<'_> {
    QuoteEscapeFormat { text, flags }
}

impl fmt::Display for QuoteEscapeFormat<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.text;
        match self.flags.str_encoding {
            Encoding::Ascii | Encoding::Latin1 => {
                for (index, byte) in text.iter().enumerate() {
                    self.write(f, u32::from(*byte), text.get(index + 1) == Some(&b'{'))?;
                }
            }
            Encoding::Utf16 => {
                let mut units =
                    text.chunks_exact(2).map(|pair| u16::from_ne_bytes([pair[0], pair[1]]));
                while let Some(unit) = units.next() {
                    let opens_brace = units.clone().next() == Some(u16::from(b'{'));
                    self.write(f, u32::from(unit), opens_brace)?;
                }
            }
            Encoding::Utf8 => {
                let mut rest = text;
                while !rest.is_empty() {
                    let (code_point, len) = wtf8::decode(rest);
                    let is_stray = len == 1 && code_point >= 0x80;
                    let next = rest.get(len..).unwrap_or_default();
                    let code_point = if is_stray { 0xfffd } else { code_point };
                    self.write(f, code_point, next.first() == Some(&b'{'))?;
                    rest = next;
                }
            }
        }
        Ok(())
    }
}

impl QuoteEscapeFormat<'_> {
    /// Writes one code point; `$` is escaped where it would open an expression.
    fn write(&self, f: &mut fmt::Formatter<'_>, code_point: u32, opens_brace: bool) -> fmt::Result {
        let quote = char::from(self.flags.quote_char);
        let in_template = quote == '`';
        let Some(char) = char::from_u32(code_point) else {
            return write!(f, "\\u{code_point:04X}");
        };
        match char {
            '\x07' => f.write_str("\\x07"),
            '\x08' => f.write_str("\\b"),
            '\x0c' => f.write_str("\\f"),
            '\x0b' => f.write_str("\\v"),
            '\r' => f.write_str("\\r"),
            '\n' | '\t' if in_template => f.write_char(char),
            '\n' => f.write_str("\\n"),
            '\t' => f.write_str("\\t"),
            '\\' => f.write_str("\\\\"),
            '"' | '\'' | '`' if char == quote => write!(f, "\\{char}"),
            '$' if in_template && opens_brace => f.write_str("\\$"),
            ' '..='~' => f.write_char(char),
            '\0'..='\x1f' => self.write_escape(f, code_point),
            '\u{feff}' | '\u{2028}' | '\u{2029}' => self.write_escape(f, code_point),
            _ if self.flags.ascii_only => self.write_escape(f, code_point),
            _ => f.write_char(char),
        }
    }

    fn write_escape(&self, f: &mut fmt::Formatter<'_>, code_point: u32) -> fmt::Result {
        match char::from_u32(code_point) {
            Some('\0'..='\u{ff}') if !self.flags.json => write!(f, "\\x{code_point:02X}"),
            Some(char) => {
                let mut units = [0; 2];
                char.encode_utf16(&mut units).iter().try_for_each(|unit| write!(f, "\\u{unit:04X}"))
            }
            None => write!(f, "\\u{code_point:04X}"),
        }
    }
}
