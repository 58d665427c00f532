//! The lines around one line, as error messages show them.
//!
//! The ranges are Zig's, oddities included, because messages are compared with what they print:
//! the first line ends in front of its line break (behind the CR of a CR LF), every later one
//! starts at the line break before it, and a last line without a line break is not there.

use super::search::narrow;

/// The bytes of a line: from `start` to before `end`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{LineRange, index_of_line_ranges};
///
/// let lines = index_of_line_ranges::<1>(b"one\ntwo\n", 0);
/// assert_eq!(lines.slice(), [LineRange { start: 0, end: 3 }]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineRange {
    /// Where it starts.
    pub start: u32,
    /// Where it has ended.
    pub end: u32,
}

/// At most `N` elements, which it is a slice of.
///
/// # Examples
///
/// ```
/// let lines = bun_str::strings::get_lines_in_text::<3>(b"a\nb\n", 0).unwrap();
/// assert_eq!((lines.len(), lines.first()), (1, Some(&&b"a"[..])));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Lines<T, const N: usize> {
    items: [T; N],
    /// At most `N`.
    len: usize,
}

impl<T: Copy + Default, const N: usize> Lines<T, N> {
    fn new() -> Self {
        const { assert!(N > 0, "somebody wants to see a line") };
        Self { items: [T::default(); N], len: 0 }
    }

    fn is_full(&self) -> bool {
        self.len == N
    }

    fn remove_first(&mut self) {
        self.items.copy_within(1.., 0);
        self.len -= 1;
    }

    fn push(&mut self, item: T) {
        self.items[self.len] = item;
        self.len += 1;
    }

    /// Returns the elements.
    #[must_use]
    pub fn slice(&self) -> &[T] {
        &self.items[..self.len]
    }
}

impl<T: Copy + Default, const N: usize> core::ops::Deref for Lines<T, N> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.slice()
    }
}

/// Returns the ranges of the line `target_line`, counted from zero, and of up to `N - 1` before it.
///
/// Past the end there are the last `N - 1` lines. O(`text.len()`).
///
/// Zig: `bun.strings.indexOfLineRanges`. In invalid UTF-8 it may take a line break for a part of
/// a character; here a line break is one.
///
/// # Panics
///
/// When an index does not fit 32 bits.
///
/// # Examples
///
/// ```
/// use bun_str::strings::index_of_line_ranges;
///
/// let ranges = index_of_line_ranges::<3>(b"a\nb\nc\n", 1);
/// let ranges: Vec<_> = ranges.iter().map(|range| (range.start, range.end)).collect();
/// assert_eq!(ranges, [(0, 1), (1, 4)]);
/// ```
#[doc(alias = "indexOfLineRanges")]
#[must_use]
pub fn index_of_line_ranges<const N: usize>(text: &[u8], target_line: u32) -> Lines<LineRange, N> {
    let mut ranges = Lines::new();
    if text.is_empty() {
        return ranges;
    }
    let Some(first_end) = super::index_of_char(text, b'\n') else {
        let one_line = super::index_of_newline_or_non_ascii(text, 0).is_none();
        if target_line == 0 || !one_line {
            ranges.push(LineRange { start: 0, end: narrow(text.len()) });
        }
        return ranges;
    };
    ranges.push(LineRange { start: 0, end: first_end });
    if target_line == 0 {
        return ranges;
    }
    let mut current_line = 1;
    let mut previous_end = first_end;
    let mut next = first_end as usize + 1;
    while let Some(found) = super::index_of_any(&text[next..], b"\r\n") {
        let at = next + found;
        let (end, line_break) = match (text[at], text.get(at + 1)) {
            (b'\n', _) => (at + 1, Some(at)),
            (_, Some(b'\n')) => (at, Some(at + 1)),
            // The byte behind a lone CR belongs to it.
            (_, Some(_)) => (at + 2, None),
            (_, None) => (at + 1, None),
        };
        next = line_break.map_or(end, |line_break| line_break + 1);
        if ranges.is_full() && current_line <= target_line {
            ranges.remove_first();
        }
        ranges.push(LineRange { start: previous_end, end: narrow(end) });
        previous_end = line_break.map_or(previous_end, narrow);
        if current_line >= target_line {
            return ranges;
        }
        current_line += 1;
    }
    if ranges.is_full() && current_line <= target_line {
        ranges.remove_first();
    }
    ranges
}

/// Returns the bytes of [`index_of_line_ranges`], the wanted line first, or `None` where there are
/// none.
///
/// Zig: `bun.strings.getLinesInText`.
///
/// # Panics
///
/// When an index does not fit 32 bits.
///
/// # Examples
///
/// ```
/// let lines = bun_str::strings::get_lines_in_text::<2>(b"a\nb\nc\nd", 2).unwrap();
/// assert_eq!(lines.slice(), [b"\nc\n", b"\nb\n"]);
/// ```
#[doc(alias = "getLinesInText")]
#[must_use]
pub fn get_lines_in_text<const N: usize>(text: &[u8], line: u32) -> Option<Lines<&[u8], N>> {
    let ranges = index_of_line_ranges::<N>(text, line);
    let mut lines = Lines::new();
    for range in ranges.iter().rev() {
        lines.push(&text[range.start as usize..range.end as usize]);
    }
    (!ranges.is_empty()).then_some(lines)
}
