//! Source code of JavaScript with colours, for snippets in error messages.
//!
//! No parser: a look at each token and the keyword before it. It colours what it can and writes
//! every byte of the source that is not redacted, in order, except for the line break behind a line
//! comment, which the original drops too.

mod keyword;
mod literal;
#[cfg(test)]
mod tests;

use core::fmt;

use self::keyword::{Expects, MAGENTA, color_of, is_secret};
use super::lossy::write_lossy;
use super::pad::padded;
use super::secret::{is_identifier_continue, is_whitespace, line, write_redacted, write_stars};

pub(super) const RESET: &str = "\x1b[0m";
pub(super) const GREEN: &str = "\x1b[32m";
pub(super) const YELLOW: &str = "\x1b[33m";
pub(super) const DIM: &str = "\x1b[2m";

/// Longer text is shown as it is.
const LEN_MAX: usize = 2048;

/// Templates inside templates beyond this depth are shown as they are.
const DEPTH_MAX: usize = 64;

/// How to show source code.
///
/// Zig: `bun.fmt.QuickAndDirtyJavaScriptSyntaxHighlighter.Options`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{HighlighterOptions, fmt_javascript};
///
/// let options = HighlighterOptions { redact_sensitive_information: true, ..Default::default() };
/// assert_eq!(fmt_javascript(b"email = me", options).to_string(), "email =***");
/// ```
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct HighlighterOptions {
    /// Whether there are colours at all; off by default.
    pub enable_colors: bool,
    /// Whether text that has no colours to get, is longer than 2048 bytes or not ASCII is shown as
    /// it is; on by default.
    pub check_for_unhighlighted_write: bool,
    /// Whether secrets become asterisks; off by default.
    pub redact_sensitive_information: bool,
}

impl Default for HighlighterOptions {
    fn default() -> Self {
        Self {
            enable_colors: false,
            check_for_unhighlighted_write: true,
            redact_sensitive_information: false,
        }
    }
}

/// Shows JavaScript with colours.
///
/// Zig: `bun.fmt.fmtJavaScript`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{HighlighterOptions, fmt_javascript};
///
/// let colors = HighlighterOptions { enable_colors: true, ..Default::default() };
/// let shown = fmt_javascript(b"let a = 1", colors).to_string();
/// assert_eq!(shown, "\x1b[0m\x1b[35mlet\x1b[0m a = \x1b[0m\x1b[33m1\x1b[0m");
/// let plain = HighlighterOptions::default();
/// assert_eq!(fmt_javascript(b"let a = 1", plain).to_string(), "let a = 1");
/// ```
#[doc(alias = "fmtJavaScript")]
#[must_use]
pub const fn fmt_javascript(
    text: &[u8],
    opts: HighlighterOptions,
) -> QuickAndDirtyJavaScriptSyntaxHighlighter<'_> {
    QuickAndDirtyJavaScriptSyntaxHighlighter { text, opts }
}

/// See [`fmt_javascript`].
///
/// Zig: `bun.fmt.QuickAndDirtyJavaScriptSyntaxHighlighter`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{HighlighterOptions, QuickAndDirtyJavaScriptSyntaxHighlighter};
///
/// let opts = HighlighterOptions { enable_colors: true, ..Default::default() };
/// let line = QuickAndDirtyJavaScriptSyntaxHighlighter { text: b"f('a')", opts };
/// assert_eq!(line.to_string(), "f(\x1b[0m\x1b[32m'a'\x1b[0m)");
/// ```
#[derive(Copy, Clone, Debug)]
pub struct QuickAndDirtyJavaScriptSyntaxHighlighter<'a> {
    /// The source.
    pub text: &'a [u8],
    /// How to show it.
    pub opts: HighlighterOptions,
}

impl fmt::Display for QuickAndDirtyJavaScriptSyntaxHighlighter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { text, opts } = *self;
        let has_colors = opts.enable_colors && text.len() <= LEN_MAX && text.is_ascii();
        padded(f, |to| {
            if has_colors || !opts.check_for_unhighlighted_write {
                Highlighter::new(to, text, opts.redact_sensitive_information, 0).run()
            } else if opts.redact_sensitive_information {
                write_redacted(to, text)
            } else {
                write_lossy(to, text)
            }
        })
    }
}

struct Highlighter<'a, 'w> {
    to: &'w mut dyn fmt::Write,
    rest: &'a [u8],
    redacts: bool,
    depth: usize,
    expects: Expects,
    /// A name of a secret has just passed.
    is_secret_next: bool,
}

/// Bytes beyond ASCII count as letters, so that no character is torn apart.
fn is_word(byte: u8) -> bool {
    is_identifier_continue(byte) || !byte.is_ascii()
}

fn word_len(text: &[u8]) -> usize {
    text.iter().take_while(|&&byte| is_word(byte)).count()
}

impl<'a, 'w> Highlighter<'a, 'w> {
    fn new(to: &'w mut dyn fmt::Write, text: &'a [u8], redacts: bool, depth: usize) -> Self {
        let (expects, is_secret_next) = (Expects::Nothing, false);
        Self { to, rest: text, redacts, depth, expects, is_secret_next }
    }

    fn run(mut self) -> fmt::Result {
        if self.depth > DEPTH_MAX {
            return write_lossy(self.to, self.rest);
        }
        while let Some(&first) = self.rest.first() {
            if is_word(first) && !first.is_ascii_digit() {
                self.word()?;
                continue;
            }
            if self.is_secret_next {
                self.assignment()?;
            }
            let Some(&first) = self.rest.first() else { break };
            match first {
                b'0'..=b'9' => self.number()?,
                b'`' | b'"' | b'\'' => self.string(first)?,
                _ if self.is_secret_next => self.stars_to_newline()?,
                b'/' => self.slash()?,
                b'.' => self.dot()?,
                _ => self.punctuation(first)?,
            }
        }
        Ok(())
    }

    /// Writes the next `length` bytes as they are.
    fn plain(&mut self, length: usize) -> fmt::Result {
        let (text, rest) = self.rest.split_at(length.min(self.rest.len()));
        self.rest = rest;
        write_lossy(self.to, text)
    }

    /// Writes the next `length` bytes behind `codes`.
    fn styled(&mut self, codes: &str, length: usize) -> fmt::Result {
        self.to.write_str(RESET)?;
        self.to.write_str(codes)?;
        self.plain(length)?;
        self.to.write_str(RESET)
    }

    fn word(&mut self) -> fmt::Result {
        let length = word_len(self.rest);
        let word = &self.rest[..length];
        if let Some(color) = color_of(word) {
            self.is_secret_next = false;
            if word != b"as" {
                self.expects = Expects::after(word);
            }
            return self.styled(color, length);
        }
        self.is_secret_next = self.redacts && is_secret(word);
        match self.expects {
            Expects::Class => {
                self.expects = Expects::Nothing;
                if self.rest.get(length) == Some(&b'(') {
                    return self.styled("\x1b[1m", length);
                }
            }
            Expects::Declaration => {
                self.expects = Expects::Nothing;
                return self.styled("\x1b[1m\x1b[34m", length);
            }
            Expects::From if word == b"from" => {
                self.expects = Expects::Nothing;
                return self.styled(MAGENTA, length);
            }
            Expects::From | Expects::Nothing => {}
        }
        self.plain(length)
    }

    /// Writes the blanks and the `=` or `:` between the name of a secret and its value.
    fn assignment(&mut self) -> fmt::Result {
        self.blanks()?;
        if matches!(self.rest.first(), Some(b'=' | b':')) {
            self.plain(1)?;
            self.blanks()?;
        }
        Ok(())
    }

    fn blanks(&mut self) -> fmt::Result {
        self.plain(self.rest.iter().take_while(|&&byte| is_whitespace(byte)).count())
    }

    fn stars_to_newline(&mut self) -> fmt::Result {
        self.is_secret_next = false;
        self.pass_keyword();
        let length = line(self.rest).len();
        self.rest = &self.rest[length..];
        write_stars(self.to, length)
    }

    fn forget_keyword(&mut self) {
        self.expects = Expects::Nothing;
    }

    /// Forgets the keyword if the next byte ends what it is about.
    fn pass_keyword(&mut self) {
        match self.rest.first() {
            // `from` may follow the braces of an import.
            Some(b'{' | b'}') if self.expects == Expects::From => {}
            Some(b'{' | b'}' | b'[' | b']' | b';' | b'<' | b'.' | b'/') => self.forget_keyword(),
            _ => {}
        }
    }

    fn dot(&mut self) -> fmt::Result {
        self.forget_keyword();
        let starts = |byte: &u8| is_word(*byte) && !byte.is_ascii_digit() || *byte == b'#';
        if self.rest.get(1).is_some_and(starts) {
            let length = 2 + word_len(&self.rest[2..]);
            if self.rest.get(length) == Some(&b'(') {
                return self.styled("\x1b[3m\x1b[1m", length);
            }
        }
        self.plain(1)
    }

    fn punctuation(&mut self, byte: u8) -> fmt::Result {
        self.pass_keyword();
        match byte {
            b';' => self.styled(DIM, 1),
            b'<' => self.styled("", 1),
            _ => self.plain(1),
        }
    }
}
