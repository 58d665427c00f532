//! Code points of WTF-8 text, one at a time.

use super::sequence::{
    CodePoint, UNICODE_REPLACEMENT, decode_wtf8_rune_t_multibyte, four_bytes,
    wtf8_byte_sequence_length_with_invalid,
};

/// Where a [`CodepointIterator`] is, and what is there.
///
/// Zig: `bun.strings.CodepointIterator.Cursor`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{CodepointIterator, Cursor};
///
/// let text = CodepointIterator::init("aé!".as_bytes());
/// let mut cursor = Cursor::default();
/// text.next(&mut cursor);
/// let mut ahead = cursor;
/// assert!(text.next(&mut ahead));
/// assert_eq!((cursor.i, ahead.i, ahead.width), (0, 1, 2));
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Cursor {
    /// Position of the first byte of the character.
    pub i: u32,
    /// The character, [`CodepointIterator::ZERO_VALUE`] at first.
    pub c: CodePoint,
    /// Its length in bytes, 0 at first.
    pub width: u8,
}

impl Default for Cursor {
    /// In front of the first character.
    fn default() -> Self {
        Self { i: 0, c: CodepointIterator::ZERO_VALUE, width: 0 }
    }
}

/// Goes over the code points of bytes that are probably UTF-8.
///
/// It is made for lexers, which report what they meet: a byte that starts no sequence (a stray
/// continuation byte, or 0xf8 and above) is a code point of its own value, 0x80 to 0xff. A sequence
/// that starts right and goes wrong is U+FFFD, one byte wide, and the next byte is looked at again.
/// Surrogates are code points.
///
/// The iterator itself does not move; a [`Cursor`] does, and a copy of one is a place to return to.
/// Positions have 32 bits: what lies beyond 4 GiB is not reached.
///
/// Zig: `bun.strings.CodepointIterator`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{CodepointIterator, Cursor};
///
/// let text = CodepointIterator::init(b"a\xe2\x82\xac\xff\xc3b");
/// let mut cursor = Cursor::default();
/// let mut seen = Vec::new();
/// while text.next(&mut cursor) {
///     seen.push((cursor.i, cursor.c, cursor.width));
/// }
/// assert_eq!(seen, [(0, 0x61, 1), (1, 0x20ac, 3), (4, 0xff, 1), (5, 0xfffd, 1), (6, 0x62, 1)]);
/// ```
#[doc(alias = "CodepointIterator")]
#[derive(Clone, Debug)]
pub struct NewCodePointIterator<'a> {
    /// The text.
    pub bytes: &'a [u8],
    /// Position of the character that [`next_codepoint`](Self::next_codepoint) returned last, or
    /// of the first one.
    pub i: usize,
    /// That character, or [`ZERO_VALUE`](Self::ZERO_VALUE).
    pub c: CodePoint,
    /// Its length in bytes.
    pub width: u8,
}

/// The iterator under the name that most code uses.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{CodepointIterator, Cursor};
///
/// let (text, mut cursor) = (CodepointIterator::init("né".as_bytes()), Cursor::default());
/// while text.next(&mut cursor) {}
/// assert_eq!(cursor.c, 'é' as i32);
/// ```
pub type CodepointIterator<'a> = NewCodePointIterator<'a>;

/// The same iterator: its code points are never negative, so that they need no type of their own.
///
/// Zig: `bun.strings.UnsignedCodepointIterator`, whose end marker is 0 instead of −1.
///
/// # Examples
///
/// ```
/// use bun_str::strings::UnsignedCodepointIterator;
///
/// let mut text = UnsignedCodepointIterator::init(b"a");
/// assert_eq!(text.next_codepoint(), 'a' as i32);
/// assert_eq!(text.next_codepoint(), UnsignedCodepointIterator::ZERO_VALUE);
/// ```
pub type UnsignedCodepointIterator<'a> = NewCodePointIterator<'a>;

impl<'a> NewCodePointIterator<'a> {
    /// What [`Cursor::c`] is before there is a character.
    ///
    /// Zig: `bun.strings.CodepointIterator.ZeroValue`.
    pub const ZERO_VALUE: CodePoint = -1;

    /// Returns an iterator over `bytes`.
    #[must_use]
    #[inline]
    pub const fn init(bytes: &'a [u8]) -> Self {
        Self::init_offset(bytes, 0)
    }

    /// Returns an iterator whose [`next_codepoint`](Self::next_codepoint) starts at byte `i`.
    ///
    /// A [`Cursor`] has a position of its own.
    ///
    /// Zig: `bun.strings.CodepointIterator.initOffset`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::strings::CodepointIterator;
    ///
    /// let mut text = CodepointIterator::init_offset("é!".as_bytes(), 2);
    /// assert_eq!(text.next_codepoint(), '!' as i32);
    /// ```
    #[doc(alias = "initOffset")]
    #[must_use]
    #[inline]
    pub const fn init_offset(bytes: &'a [u8], i: usize) -> Self {
        Self { bytes, i, c: Self::ZERO_VALUE, width: 0 }
    }

    /// Moves `cursor` to the next character; `false` at the end, where it stays.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::strings::{CodepointIterator, Cursor};
    ///
    /// let (text, mut cursor) = (CodepointIterator::init(b"a"), Cursor::default());
    /// assert!(text.next(&mut cursor) && cursor.c == 'a' as i32);
    /// assert!(!text.next(&mut cursor) && cursor.c == 'a' as i32);
    /// ```
    #[inline]
    pub fn next(&self, cursor: &mut Cursor) -> bool {
        let Some(position) = cursor.i.checked_add(u32::from(cursor.width)) else { return false };
        let Some((c, width)) = step(self.bytes, position as usize) else { return false };
        *cursor = Cursor { i: position, c, width };
        true
    }

    /// Moves this iterator itself, and returns the character or [`ZERO_VALUE`](Self::ZERO_VALUE).
    ///
    /// Decodes as [`next`](Self::next) does.
    ///
    /// Zig: `bun.strings.CodepointIterator.nextCodepoint`, for which ill-formed text is undefined
    /// behaviour.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::strings::CodepointIterator;
    ///
    /// let mut text = CodepointIterator::init("é!".as_bytes());
    /// assert_eq!(text.next_codepoint(), 'é' as i32);
    /// assert_eq!(text.peek(4), b"!");
    /// assert_eq!(text.next_codepoint(), '!' as i32);
    /// assert_eq!(text.next_codepoint(), CodepointIterator::ZERO_VALUE);
    /// ```
    #[doc(alias = "nextCodepoint")]
    pub fn next_codepoint(&mut self) -> CodePoint {
        self.i = self.i.saturating_add(usize::from(self.width)).min(self.bytes.len());
        (self.c, self.width) = step(self.bytes, self.i).unwrap_or((Self::ZERO_VALUE, 0));
        self.c
    }

    /// Returns the bytes of the next `count` characters, or the rest if there are fewer.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::strings::CodepointIterator;
    ///
    /// let mut text = CodepointIterator::init("aéb".as_bytes());
    /// text.next_codepoint();
    /// assert_eq!(text.peek(1), "é".as_bytes());
    /// ```
    #[must_use]
    pub fn peek(&self, count: usize) -> &'a [u8] {
        let start = self.i.saturating_add(usize::from(self.width)).min(self.bytes.len());
        let mut end = start;
        for _ in 0..count {
            let Some((_, width)) = step(self.bytes, end) else { break };
            end += usize::from(width);
        }
        &self.bytes[start..end]
    }

    /// Moves on until behind `quote`, and returns the position there, or the length.
    ///
    /// A character behind a backslash ends nothing.
    ///
    /// Zig: `bun.strings.CodepointIterator.scanUntilQuotedValueOrEOF`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::strings::CodepointIterator;
    ///
    /// let mut text = CodepointIterator::init(br#"a\"b" c"#);
    /// assert_eq!(text.scan_until_quoted_value_or_eof('"' as i32), 5);
    /// ```
    #[doc(alias = "scanUntilQuotedValueOrEOF")]
    pub fn scan_until_quoted_value_or_eof(&mut self, quote: CodePoint) -> usize {
        loop {
            let c = self.next_codepoint();
            if c == Self::ZERO_VALUE {
                return self.i;
            }
            if c == quote {
                return self.i + usize::from(self.width);
            }
            if c == CodePoint::from(b'\\') {
                self.next_codepoint();
            }
        }
    }

    /// Returns whether `slice` has anything but ASCII and bytes that start no sequence.
    ///
    /// Zig: `bun.strings.CodepointIterator.needsUTF8Decoding`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::strings::CodepointIterator;
    ///
    /// assert!(CodepointIterator::needs_utf8_decoding("né".as_bytes()));
    /// assert!(!CodepointIterator::needs_utf8_decoding(b"ascii\xff"));
    /// ```
    #[doc(alias = "needsUTF8Decoding")]
    #[must_use]
    pub fn needs_utf8_decoding(slice: &[u8]) -> bool {
        slice.iter().any(|byte| wtf8_byte_sequence_length_with_invalid(*byte) > 1)
    }
}

/// The character at `position` and its width.
#[inline]
fn step(bytes: &[u8], position: usize) -> Option<(CodePoint, u8)> {
    let first = *bytes.get(position)?;
    if first < 0x80 {
        return Some((CodePoint::from(first), 1));
    }
    Some(step_multibyte(four_bytes(bytes, position)))
}

#[inline]
fn step_multibyte(sequence: [u8; 4]) -> (CodePoint, u8) {
    let width = wtf8_byte_sequence_length_with_invalid(sequence[0]);
    if width == 1 {
        return (CodePoint::from(sequence[0]), 1);
    }
    match decode_wtf8_rune_t_multibyte(sequence, width, -1) {
        -1 => (UNICODE_REPLACEMENT.cast_signed(), 1),
        code_point => (code_point, width),
    }
}

/// Returns whether a code point of `text` does not fit 16 bits.
///
/// Zig: `bun.strings.containsNonBmpCodePoint`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::contains_non_bmp_code_point;
///
/// assert!(contains_non_bmp_code_point("a😀".as_bytes()));
/// assert!(!contains_non_bmp_code_point("a€".as_bytes()));
/// ```
#[doc(alias = "containsNonBmpCodePoint")]
#[must_use]
pub fn contains_non_bmp_code_point(text: &[u8]) -> bool {
    let text = CodepointIterator::init(text);
    let mut cursor = Cursor::default();
    while text.next(&mut cursor) {
        if cursor.c > 0xffff {
            return true;
        }
    }
    false
}

/// Returns the bytes of up to `count` characters from `at` on.
///
/// Lengths are taken from first bytes alone. Stops in front of a character that the end cuts;
/// empty when `at` is at or beyond the end.
///
/// # Examples
///
/// ```
/// use bun_str::strings::peek_n_codepoints_wtf8;
///
/// assert_eq!(peek_n_codepoints_wtf8("aé€".as_bytes(), 1, 2), "é€".as_bytes());
/// assert_eq!(peek_n_codepoints_wtf8(b"a\xe2\x82", 0, 2), b"a");
/// ```
#[must_use]
pub fn peek_n_codepoints_wtf8(bytes: &[u8], at: usize, count: usize) -> &[u8] {
    let rest = bytes.get(at..).unwrap_or_default();
    let mut end = 0;
    for _ in 0..count {
        let Some(first) = rest.get(end) else { break };
        let next = end + usize::from(wtf8_byte_sequence_length_with_invalid(*first));
        if next > rest.len() {
            break;
        }
        end = next;
    }
    &rest[..end]
}

pub mod lexer_step {
    //! The step of the JavaScript and JSON lexers.
    //!
    //! It differs from [`CodepointIterator::next`](super::CodepointIterator::next) at the end of
    //! the text: a sequence that the end cuts is −1, as the end itself is.

    use super::{
        CodePoint, UNICODE_REPLACEMENT, decode_wtf8_rune_t_multibyte, four_bytes,
        wtf8_byte_sequence_length_with_invalid,
    };

    /// Returns the character at `current` and moves behind it; −1 at the end.
    ///
    /// `end` is where the character started. U+FFFD, decoded or not, moves by one byte, so that
    /// the rest of a real one is seen as three stray bytes: lexers take either for an error.
    ///
    /// Zig: `nextCodepoint` of `js_lexer.zig`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::strings::lexer_step::next_codepoint;
    ///
    /// let (mut current, mut end) = (0, 0);
    /// let text = "€".as_bytes();
    /// assert_eq!(next_codepoint(text, &mut current, &mut end), '€' as i32);
    /// assert_eq!((current, end), (3, 0));
    /// assert_eq!(next_codepoint(text, &mut current, &mut end), -1);
    /// assert_eq!((current, end), (3, 3));
    /// ```
    #[inline]
    pub fn next_codepoint(contents: &[u8], current: &mut usize, end: &mut usize) -> CodePoint {
        let Some(&first) = contents.get(*current) else {
            *end = contents.len();
            return -1;
        };
        *end = *current;
        if first < 0x80 {
            *current += 1;
            return CodePoint::from(first);
        }
        next_codepoint_multibyte(contents, current, first)
    }

    /// [`next_codepoint`] where `first`, the byte at `current`, is not ASCII.
    ///
    /// Never moves beyond the end.
    #[cold]
    #[inline(never)]
    pub fn next_codepoint_multibyte(contents: &[u8], current: &mut usize, first: u8) -> CodePoint {
        let width = wtf8_byte_sequence_length_with_invalid(first);
        let left = contents.len().saturating_sub(*current);
        let replacement = UNICODE_REPLACEMENT.cast_signed();
        let code_point = if width == 1 {
            CodePoint::from(first)
        } else if left < usize::from(width) {
            -1
        } else {
            decode_wtf8_rune_t_multibyte(four_bytes(contents, *current), width, replacement)
        };
        let step = if code_point == replacement { 1 } else { usize::from(width) };
        *current += step.min(left);
        code_point
    }
}
