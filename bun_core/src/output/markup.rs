//! Colour tags in strings that are known only at run time.
//!
//! The macros translate their templates while compiling; this is the same language for the rest.
//! It differs where a template would not compile: here an unknown tag is text.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::ops::Deref;

use super::ansi;

const TAGS: [(&str, &str); 14] = [
    ("b", ansi::BOLD),
    ("d", ansi::DIM),
    ("i", ansi::ITALIC),
    ("u", ansi::UNDERLINE),
    ("black", ansi::BLACK),
    ("red", ansi::RED),
    ("green", ansi::GREEN),
    ("yellow", ansi::YELLOW),
    ("blue", ansi::BLUE),
    ("magenta", ansi::MAGENTA),
    ("cyan", ansi::CYAN),
    ("white", ansi::WHITE),
    ("bgred", ansi::BG_RED),
    ("bggreen", ansi::BG_GREEN),
];

/// Returns the escape sequence of a tag: `color_for("red")` is [`ansi::RED`].
///
/// Zig: `bun.Output.color_map.get`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_core::color_for("red"), Some("\x1b[31m"));
/// assert_eq!(bun_core::color_for_bytes(b"mauve"), None);
/// ```
#[must_use]
pub fn color_for(name: &str) -> Option<&'static str> {
    color_for_bytes(name.as_bytes())
}

/// As [`color_for`], for a name in bytes.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_core::color_for_bytes(b"d"), Some("\x1b[2m"));
/// assert_eq!(bun_core::color_for_bytes(b"\xff"), None);
/// ```
#[must_use]
pub fn color_for_bytes(name: &[u8]) -> Option<&'static str> {
    TAGS.iter().find(|(known, _)| known.as_bytes() == name).map(|(_, sequence)| *sequence)
}

/// The tags and their escape sequences.
///
/// Zig: `bun.Output.color_map`.
pub mod color_map {
    /// Returns the escape sequence of a tag.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(bun_core::Output::color_map::get("b"), Some("\x1b[1m"));
    /// ```
    #[must_use]
    pub fn get(name: impl AsRef<[u8]>) -> Option<&'static str> {
        super::color_for_bytes(name.as_ref())
    }
}

/// What kind of text is searched for tags.
#[derive(Copy, Clone, PartialEq, Eq)]
pub(super) enum Text {
    /// A template: as the macros have it, so that what stands in braces is copied and a `>` on its
    /// own vanishes.
    Template,
    /// A message whose arguments are filled in: whatever is not a known tag stays as it is.
    Message,
}

/// Replaces the tags by their sequences, or by nothing.
pub(super) fn translate(text: &[u8], has_color: bool, kind: Text) -> Vec<u8> {
    let is_template = kind == Text::Template;
    let mut translated = Vec::with_capacity(text.len() + 32);
    let mut rest = text;
    while let [next, tail @ ..] = rest {
        let from = rest;
        rest = tail;
        match (next, tail) {
            (b'\\', [escaped @ (b'<' | b'>'), tail @ ..]) => {
                translated.push(*escaped);
                rest = tail;
            }
            (b'\\', []) if is_template => {}
            (b'\\', [escaped, tail @ ..]) if is_template => {
                translated.extend_from_slice(&[b'\\', *escaped]);
                rest = tail;
            }
            (b'{', _) if is_template => {
                let length = position(tail, b'}').unwrap_or(tail.len());
                translated.push(b'{');
                translated.extend_from_slice(&tail[..length]);
                rest = &tail[length..];
            }
            (b'<', _) => {
                let (kept, sequence, length) = tag(from, is_template);
                translated.extend_from_slice(kept);
                if has_color {
                    translated.extend_from_slice(sequence.as_bytes());
                }
                rest = &from[length..];
            }
            (b'>', _) if is_template => {}
            _ => translated.push(*next),
        }
    }
    translated
}

/// Reads what starts with `<`: the text that stays, the sequence for it, and the length of both.
fn tag(from: &[u8], may_be_open: bool) -> (&[u8], &'static str, usize) {
    let after = &from[1..];
    let end = after.iter().position(|byte| matches!(byte, b'>' | b'<' | b' ' | b'\n'));
    let is_closed = end.is_some_and(|end| after[end] == b'>');
    let name = &after[..end.unwrap_or(after.len())];
    let length = 1 + name.len() + usize::from(is_closed);
    let known = match name.strip_prefix(b"/") {
        Some(name) if name == b"r" => Some(ansi::RESET),
        Some(name) => color_for_bytes(name).map(|_| ansi::RESET),
        None if name == b"r" => Some(ansi::RESET),
        None => color_for_bytes(name),
    };
    match known {
        Some(sequence) if is_closed || (may_be_open && end.is_none()) => (b"", sequence, length),
        // Kept with its `>`, which would vanish on its own.
        _ if is_closed => (&from[..length], "", length),
        _ => (b"<", "", 1),
    }
}

fn position(bytes: &[u8], wanted: u8) -> Option<usize> {
    bytes.iter().position(|&byte| byte == wanted)
}

/// Returns a translated copy of a template.
///
/// Zig: `bun.Output.prettyFmt`.
///
/// # Examples
///
/// ```
/// use bun_core::Output::pretty_fmt_runtime;
///
/// assert_eq!(pretty_fmt_runtime(b"<red>{s}<r>", true), b"\x1b[31m{s}\x1b[0m");
/// assert_eq!(pretty_fmt_runtime(b"<red>{s}<r>", false), b"{s}");
/// assert_eq!(pretty_fmt_runtime(b"<T> \\<b>", true), b"<T> <b");
/// ```
#[must_use]
pub fn pretty_fmt_runtime(fmt: &[u8], is_enabled: bool) -> Vec<u8> {
    translate(fmt, is_enabled, Text::Template)
}

/// Returns a translated copy of a template or of a message, with or without colours.
///
/// In a [`format_args!`] the arguments are searched for tags as well, because they cannot be told
/// from the template any more: a known tag in an argument disappears. The macro [`pretty_fmt!`],
/// and [`pretty_fmt_args`](super::pretty_fmt_args), leave arguments alone.
///
/// Zig: `bun.Output.prettyFmt`.
///
/// # Examples
///
/// ```
/// use bun_core::Output::pretty_fmt_rt;
///
/// let text = pretty_fmt_rt(format_args!("<b>{}<r> -> {}", "a", "Vec<T>"), false);
/// assert_eq!(&*text, b"a -> Vec<T>");
/// ```
///
/// [`pretty_fmt!`]: crate::pretty_fmt!
#[must_use]
pub fn pretty_fmt_rt(input: impl PrettyFmtInput, is_enabled: bool) -> PrettyBuf {
    input.into_pretty_buf(is_enabled)
}

/// As [`pretty_fmt_rt`], with the choice made while compiling.
///
/// Zig: `bun.Output.prettyFmt`.
///
/// # Examples
///
/// ```
/// assert_eq!(&*bun_core::Output::pretty_fmt::<true>("<b>a"), b"\x1b[1ma");
/// ```
#[doc(alias = "prettyFmt")]
#[must_use]
pub fn pretty_fmt<const ENABLE_ANSI_COLORS: bool>(input: impl PrettyFmtInput) -> PrettyBuf {
    input.into_pretty_buf(ENABLE_ANSI_COLORS)
}

/// Text whose tags have been translated.
///
/// # Examples
///
/// ```
/// use bun_core::Output::PrettyBuf;
///
/// let text: PrettyBuf = bun_core::Output::pretty_fmt::<false>("<b>a<r>");
/// assert_eq!(text.to_string(), "a");
/// assert_eq!(text.0, b"a");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[repr(transparent)]
pub struct PrettyBuf(pub Vec<u8>);

impl Deref for PrettyBuf {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl AsRef<[u8]> for PrettyBuf {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// Writes the text; bytes that are not UTF-8 as U+FFFD.
impl fmt::Display for PrettyBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&String::from_utf8_lossy(&self.0))
    }
}

/// What the functions that print with colours take: a template, or the result of
/// [`format_args!`].
///
/// # Examples
///
/// ```
/// use bun_core::Output::PrettyFmtInput;
///
/// fn plain(text: impl PrettyFmtInput) -> Vec<u8> {
///     text.into_pretty_buf(false).0
/// }
///
/// assert_eq!(plain("<b>{d}<r>"), b"{d}");
/// assert_eq!(plain(format_args!("<b>{}<r>", 7)), b"7");
/// ```
pub trait PrettyFmtInput {
    /// Translates the tags.
    fn into_pretty_buf(self, is_enabled: bool) -> PrettyBuf;
}

/// A template, in which what stands in braces is copied.
impl PrettyFmtInput for &[u8] {
    fn into_pretty_buf(self, is_enabled: bool) -> PrettyBuf {
        PrettyBuf(translate(self, is_enabled, Text::Template))
    }
}

impl<const N: usize> PrettyFmtInput for &[u8; N] {
    fn into_pretty_buf(self, is_enabled: bool) -> PrettyBuf {
        self[..].into_pretty_buf(is_enabled)
    }
}

impl PrettyFmtInput for &str {
    fn into_pretty_buf(self, is_enabled: bool) -> PrettyBuf {
        self.as_bytes().into_pretty_buf(is_enabled)
    }
}

impl PrettyFmtInput for &String {
    fn into_pretty_buf(self, is_enabled: bool) -> PrettyBuf {
        self.as_bytes().into_pretty_buf(is_enabled)
    }
}

/// A message: formatted first, and then searched for tags, its arguments included.
impl PrettyFmtInput for fmt::Arguments<'_> {
    fn into_pretty_buf(self, is_enabled: bool) -> PrettyBuf {
        let message = alloc::fmt::format(self);
        PrettyBuf(translate(message.as_bytes(), is_enabled, Text::Message))
    }
}

impl PrettyFmtInput for &fmt::Arguments<'_> {
    fn into_pretty_buf(self, is_enabled: bool) -> PrettyBuf {
        (*self).into_pretty_buf(is_enabled)
    }
}

/// Already translated: as it is.
impl PrettyFmtInput for PrettyBuf {
    fn into_pretty_buf(self, _: bool) -> PrettyBuf {
        self
    }
}
