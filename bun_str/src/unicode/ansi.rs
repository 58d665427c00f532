//! Escape sequences of terminals: how long they are, and the text between them.

use core::iter::FusedIterator;

/// The escape character.
pub(super) const ESC: u32 = 0x1b;
const BEL: u32 = 0x07;

/// What ends a control sequence besides its final byte.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum NonAscii {
    /// Nothing does.
    Parameter,
    /// A non-ASCII element, which is text again.
    Text,
    /// A non-ASCII element, which is lost.
    Lost,
}

/// Returns how many elements the escape sequence takes that `text` starts with.
///
/// | sequence | ends with | unterminated |
/// |---|---|---|
/// | `ESC [`, colours and the like | the first of `@` to `~` | takes everything |
/// | `ESC ]`, titles and links | BEL or `ESC \` | takes everything |
/// | anything else | itself: only the `ESC` is taken | |
pub(super) fn escape_len<T: Copy + Into<u32>>(text: &[T], non_ascii: NonAscii) -> usize {
    let element = |at: usize| text.get(at).map(|element| (*element).into());
    match element(1) {
        None => text.len(),
        Some(0x5b) => {
            let Some(end) = text[2..].iter().position(|element| match (*element).into() {
                0x40..=0x7e => true,
                other => other >= 0x80 && non_ascii != NonAscii::Parameter,
            }) else {
                return text.len();
            };
            let is_text = text[2 + end].into() >= 0x80 && non_ascii == NonAscii::Text;
            2 + end + usize::from(!is_text)
        }
        Some(0x5d) => {
            let mut at = 2;
            while let Some(next) = element(at) {
                at += 1;
                match next {
                    BEL => return at,
                    ESC if element(at) == Some(0x5c) => return at + 1,
                    _ => {}
                }
            }
            text.len()
        }
        Some(_) => 1,
    }
}

/// Yields the runs of text between escape sequences, none of them empty.
///
/// More sequences are known here than to [`visible`](super::visible): control strings (`ESC P`,
/// `ESC X`, `ESC ^`, `ESC _`) end with `ESC \`, other sequences have one letter, with one more in
/// front of it for character sets and the like. The text may be UTF-8 or Latin-1; only ASCII is
/// looked at.
///
/// Zig: `bun.strings.ANSIIterator`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::ANSIIterator;
///
/// let mut runs = ANSIIterator::init(b"\x1b[31mred\x1b[0m and \x1b]8;;url\x07link");
/// assert_eq!(runs.next(), Some(b"red".as_slice()));
/// assert_eq!(runs.collect::<Vec<_>>(), [b" and ".as_slice(), b"link"]);
/// ```
#[derive(Clone, Debug)]
pub struct ANSIIterator<'a> {
    rest: &'a [u8],
}

impl<'a> ANSIIterator<'a> {
    /// Returns an iterator over `input`.
    #[must_use]
    pub const fn init(input: &'a [u8]) -> Self {
        Self { rest: input }
    }
}

impl<'a> Iterator for ANSIIterator<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        while let [0x1b, ..] = self.rest {
            self.rest = &self.rest[sequence_len(self.rest)..];
        }
        let end = memchr::memchr(0x1b, self.rest).unwrap_or(self.rest.len());
        let (run, rest) = self.rest.split_at(end);
        self.rest = rest;
        if run.is_empty() { None } else { Some(run) }
    }
}

impl FusedIterator for ANSIIterator<'_> {}

/// The length of the sequence that `text` starts with, at least 1.
fn sequence_len(text: &[u8]) -> usize {
    match text {
        [_, b'[' | b']', ..] => escape_len(text, NonAscii::Parameter),
        [_, b'P' | b'X' | b'^' | b'_', rest @ ..] => {
            let end = rest.windows(2).position(|pair| pair == b"\x1b\\");
            end.map_or(text.len(), |end| 2 + end + 2)
        }
        // Another one starts.
        [_, 0x1b, ..] => 1,
        [_, 0x20..=0x2f | b'?', _, ..] => 3,
        _ => text.len().min(2),
    }
}
