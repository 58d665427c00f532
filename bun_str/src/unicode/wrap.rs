//! Wrapping text to a number of columns, as npm's `wrap-ansi` does.
//!
//! Rows that are broken inside a colour or a link close it and open it again on the next row. One
//! colour is remembered, which is what the package does.

use alloc::string::ToString;
use alloc::vec::Vec;
use core::ops::ControlFlow;

use super::width::step_utf8;

/// How [`wrap_ansi`] breaks rows.
///
/// Zig: `WrapOptions` of `wrap_ansi.zig`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{WrapOptions, wrap_ansi};
///
/// let anywhere = WrapOptions { word_wrap: false, ..WrapOptions::default() };
/// assert_eq!(wrap_ansi(b"abc def", 5, WrapOptions::default()), b"abc\ndef");
/// assert_eq!(wrap_ansi(b"abc def", 5, anywhere), b"abc d\nef");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct WrapOptions {
    /// Whether a word that is longer than a row is broken.
    pub hard: bool,
    /// Whether rows are broken between words only, where that is possible.
    pub word_wrap: bool,
    /// Whether spaces at the ends of rows are removed.
    pub trim: bool,
    /// Whether East Asian Ambiguous characters take one column.
    pub ambiguous_is_narrow: bool,
}

impl Default for WrapOptions {
    /// Soft, between words, trimmed, narrow.
    fn default() -> Self {
        Self { hard: false, word_wrap: true, trim: true, ambiguous_is_narrow: true }
    }
}

/// Wraps UTF-8 so that no row is wider than `columns`, as far as `options` let it.
///
/// Lines of the input stay lines; CR LF becomes LF. With 0 columns the text is copied.
///
/// Zig: `wrapAnsi` of `wrap_ansi.zig`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{WrapOptions, wrap_ansi};
///
/// assert_eq!(wrap_ansi(b"hello world", 5, WrapOptions::default()), b"hello\nworld");
/// let red = wrap_ansi(b"\x1b[31mhello world\x1b[39m", 5, WrapOptions::default());
/// assert_eq!(red, b"\x1b[31mhello\x1b[39m\n\x1b[31mworld\x1b[39m");
/// let hard = WrapOptions { hard: true, ..WrapOptions::default() };
/// assert_eq!(wrap_ansi(b"abcdefgh", 3, hard), b"abc\ndef\ngh");
/// ```
#[doc(alias = "wrapAnsi")]
#[must_use]
pub fn wrap_ansi(input: &[u8], columns: usize, options: WrapOptions) -> Vec<u8> {
    if columns == 0 {
        return input.to_vec();
    }
    let mut out = Vec::with_capacity(input.len() + input.len() / 8);
    let mut lines = input.split(|byte| *byte == b'\n').peekable();
    while let Some(line) = lines.next() {
        let is_last = lines.peek().is_none();
        let line = if is_last { line } else { line.strip_suffix(b"\r").unwrap_or(line) };
        let is_blank = line.iter().all(|byte| matches!(byte, b' ' | b'\t'));
        if !(options.trim && is_blank) {
            Rows::new(columns, options).wrap(line).append_to(&mut out);
        }
        if !is_last {
            out.push(b'\n');
        }
    }
    out
}

/// The rows of one line, of which the last is being filled.
struct Rows {
    done: Vec<Vec<u8>>,
    last: Vec<u8>,
    columns: usize,
    options: WrapOptions,
}

impl Rows {
    fn new(columns: usize, options: WrapOptions) -> Self {
        Self { done: Vec::new(), last: Vec::new(), columns, options }
    }

    fn start_row(&mut self) {
        self.done.push(core::mem::take(&mut self.last));
    }

    fn width(&self, text: &[u8]) -> usize {
        pieces(text, self.options).map(|(_, width)| width).sum()
    }

    fn wrap(mut self, line: &[u8]) -> Self {
        for (index, word) in line.split(|byte| *byte == b' ').enumerate() {
            if self.options.trim {
                trim_start(&mut self.last, self.options);
            }
            self.place(word, index != 0);
        }
        if self.options.trim {
            let options = self.options;
            for row in self.done.iter_mut().chain([&mut self.last]) {
                trim_end(row, options);
            }
        }
        self
    }

    /// Puts a word on the last row, or on new ones.
    fn place(&mut self, word: &[u8], is_separated: bool) {
        let WrapOptions { hard, word_wrap, trim, .. } = self.options;
        let len = self.width(word);
        let mut used = self.width(&self.last);
        if is_separated {
            if used >= self.columns && (!word_wrap || !trim) {
                self.start_row();
                used = 0;
            }
            if used > 0 || !trim {
                self.last.push(b' ');
                used += 1;
            }
        }
        if hard && len > self.columns {
            let left = self.columns.saturating_sub(used);
            let breaks_here = 1 + len.saturating_sub(left).saturating_sub(1) / self.columns;
            let breaks_below = len.saturating_sub(1) / self.columns;
            if breaks_below < breaks_here {
                self.start_row();
            }
            return self.break_word(word);
        }
        if used > 0 && len > 0 && used + len > self.columns {
            if !word_wrap && used < self.columns {
                return self.break_word(word);
            }
            self.start_row();
        }
        if !word_wrap && self.width(&self.last) + len > self.columns {
            return self.break_word(word);
        }
        self.last.extend_from_slice(word);
    }

    /// Puts a word on the last row, character by character.
    fn break_word(&mut self, word: &[u8]) {
        let mut used = self.width(&self.last);
        let mut left = word.len();
        for (piece, width) in pieces(word, self.options) {
            left -= piece.len();
            if is_escape(piece) {
                self.last.extend_from_slice(piece);
                continue;
            }
            if used + width > self.columns {
                self.start_row();
                used = 0;
            }
            self.last.extend_from_slice(piece);
            used += width;
            if used == self.columns && left > 0 {
                self.start_row();
                used = 0;
            }
        }
        // A row of nothing but escape sequences belongs to the one before.
        if used == 0
            && !self.last.is_empty()
            && let Some(mut row) = self.done.pop()
        {
            row.append(&mut self.last);
            self.last = row;
        }
    }

    /// Appends the rows, with styles closed at the end of each and opened again on the next.
    fn append_to(self, out: &mut Vec<u8>) {
        let mut text = Vec::new();
        for row in &self.done {
            text.extend_from_slice(row);
            text.push(b'\n');
        }
        text.extend_from_slice(&self.last);

        let mut style = Style::default();
        for (at, byte) in text.iter().enumerate() {
            if *byte == b'\n' {
                style.close(out);
                out.push(b'\n');
                style.open(out);
                continue;
            }
            if *byte == 0x1b {
                style.see(&text[at..]);
            }
            out.push(*byte);
        }
    }
}

/// The colour and the link that are open.
#[derive(Clone, Copy, Default)]
struct Style<'a> {
    code: Option<u32>,
    url: Option<&'a [u8]>,
}

impl<'a> Style<'a> {
    /// Takes note of the sequence that `text` starts with.
    fn see(&mut self, text: &'a [u8]) {
        if let Some(parameter) = text.strip_prefix(b"\x1b[") {
            if let ControlFlow::Break(Some(code)) = parse_code(parameter) {
                self.code = if matches!(code, 0 | 39) { None } else { Some(code) };
            }
        } else if let Some(url) = text.strip_prefix(b"\x1b]8;;") {
            let end = url.iter().position(|byte| matches!(byte, 0x07 | 0x1b));
            let url = &url[..end.unwrap_or(url.len())];
            self.url = if url.is_empty() { None } else { Some(url) };
        }
    }

    fn close(self, out: &mut Vec<u8>) {
        if self.url.is_some() {
            out.extend_from_slice(b"\x1b]8;;\x07");
        }
        if let Some(code) = self.code.and_then(closing_code) {
            append_code(out, code);
        }
    }

    fn open(self, out: &mut Vec<u8>) {
        if let Some(code) = self.code {
            append_code(out, code);
        }
        if let Some(url) = self.url {
            out.extend_from_slice(b"\x1b]8;;");
            out.extend_from_slice(url);
            out.push(0x07);
        }
    }
}

/// The number in front of an `m`, if there is nothing else.
fn parse_code(parameter: &[u8]) -> ControlFlow<Option<u32>, u32> {
    parameter.iter().try_fold(0_u32, |code, byte| match byte {
        b'0'..=b'9' => {
            let digit = u32::from(byte - b'0');
            ControlFlow::Continue(code.saturating_mul(10).saturating_add(digit))
        }
        b'm' => ControlFlow::Break(Some(code)),
        _ => ControlFlow::Break(None),
    })
}

fn append_code(out: &mut Vec<u8>, code: u32) {
    out.extend_from_slice(b"\x1b[");
    out.extend_from_slice(code.to_string().as_bytes());
    out.push(b'm');
}

/// What ends the style that `code` starts.
fn closing_code(code: u32) -> Option<u32> {
    Some(match code {
        1 | 2 => 22,
        3 => 23,
        4 => 24,
        5 | 6 => 25,
        7 => 27,
        8 => 28,
        9 => 29,
        30..=37 | 90..=97 => 39,
        40..=47 | 100..=107 => 49,
        _ => return None,
    })
}

fn is_escape(piece: &[u8]) -> bool {
    piece.first() == Some(&0x1b)
}

/// The length of the sequence that `text` starts with: a link goes up to BEL, all else to `m`.
fn escape_len(text: &[u8]) -> usize {
    let mut is_link = false;
    for (at, byte) in text.iter().enumerate() {
        match byte {
            0x1b => is_link |= text[at + 1..].starts_with(b"]8;;"),
            0x07 if is_link => return at + 1,
            b'm' if !is_link => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Escape sequences and characters, each with its width.
fn pieces(text: &[u8], options: WrapOptions) -> impl Iterator<Item = (&[u8], usize)> {
    let mut rest = text;
    core::iter::from_fn(move || {
        let (width, len) = match rest.first()? {
            0x1b => (0, escape_len(rest)),
            _ => step_utf8(rest, !options.ambiguous_is_narrow),
        };
        let (piece, after) = rest.split_at(len);
        rest = after;
        Some((piece, width))
    })
}

/// Removes the spaces in front of the first character, and keeps the escape sequences.
fn trim_start(row: &mut Vec<u8>, options: WrapOptions) {
    let is_space = |piece: &[u8]| matches!(piece, b" " | b"\t");
    let mut kept = Vec::new();
    let mut len = 0;
    for (piece, _) in pieces(row, options) {
        if is_escape(piece) {
            kept.extend_from_slice(piece);
        } else if !is_space(piece) {
            break;
        }
        len += piece.len();
    }
    if kept.len() != len {
        row.splice(..len, kept);
    }
}

/// Removes the words that take no room from the end, but for the escape sequences in them.
fn trim_end(row: &mut Vec<u8>, options: WrapOptions) {
    let is_visible = |word: &[u8]| pieces(word, options).map(|(_, width)| width).sum::<usize>() > 0;
    let mut end = row.len();
    loop {
        let start = row[..end].iter().rposition(|byte| *byte == b' ');
        if is_visible(&row[start.map_or(0, |space| space + 1)..end]) {
            break;
        }
        let Some(space) = start else {
            end = 0;
            break;
        };
        end = space;
    }
    let mut escapes: Vec<u8> = row[end..].iter().copied().filter(|byte| *byte != b' ').collect();
    let first = escapes.iter().position(|byte| *byte == 0x1b).unwrap_or(escapes.len());
    row.truncate(end);
    row.extend(escapes.drain(first..));
}
