//! Splitting at a delimiter, and parts by position.

use super::{index_of, index_of_char_usize};

/// Splits `text` at every `delimiter`.
///
/// There is one piece more than delimiters, so an empty text has one empty piece. Delimiters do
/// not overlap; an empty one is never found, which leaves the whole text as one piece.
///
/// Zig: `bun.strings.split`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::split;
///
/// let pieces: Vec<&[u8]> = split(b"a::b::", b"::").collect();
/// assert_eq!(pieces, [&b"a"[..], b"b", b""]);
/// assert_eq!(split(b"abc", b"").count(), 1);
/// ```
#[must_use]
#[inline]
pub const fn split<'a>(text: &'a [u8], delimiter: &'a [u8]) -> SplitIterator<'a> {
    SplitIterator { buffer: text, index: Some(0), delimiter }
}

/// The pieces of a text between delimiters; made by [`split`].
///
/// # Examples
///
/// ```
/// use bun_str::strings::split;
///
/// let mut header = split(b"Host: localhost: 80", b": ");
/// assert_eq!(header.first(), b"Host");
/// assert_eq!(header.rest(), b"localhost: 80");
/// header.reset();
/// assert_eq!(header.next(), Some(&b"Host"[..]));
/// ```
#[derive(Clone, Debug)]
pub struct SplitIterator<'a> {
    buffer: &'a [u8],
    /// Where the next piece starts; at most the length of the buffer.
    index: Option<usize>,
    delimiter: &'a [u8],
}

impl<'a> SplitIterator<'a> {
    /// Returns the first piece.
    ///
    /// # Panics
    ///
    /// When a piece was taken before.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut parts = bun_str::strings::split(b"key=a=b", b"=");
    /// assert_eq!(parts.first(), b"key");
    /// assert_eq!(parts.rest(), b"a=b");
    /// ```
    pub fn first(&mut self) -> &'a [u8] {
        assert_eq!(self.index, Some(0), "`first` comes before `next`");
        self.next().expect("there is a first piece")
    }

    /// Returns what was not split yet, without taking it.
    #[must_use]
    pub fn rest(&self) -> &'a [u8] {
        self.index.map_or(&[], |start| &self.buffer[start..])
    }

    /// Starts again.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut parts = bun_str::strings::split(b"a,b", b",");
    /// assert_eq!(parts.next(), Some(&b"a"[..]));
    /// parts.reset();
    /// assert_eq!(parts.count(), 2);
    /// ```
    pub const fn reset(&mut self) {
        self.index = Some(0);
    }
}

impl<'a> Iterator for SplitIterator<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        let rest = &self.buffer[self.index?..];
        let Some(len) = index_of(rest, self.delimiter) else {
            self.index = None;
            return Some(rest);
        };
        self.index = self.index.map(|start| start + len + self.delimiter.len());
        Some(&rest[..len])
    }
}

impl core::iter::FusedIterator for SplitIterator<'_> {}

/// Returns what stands in front of the first `byte`, or all of `text` where there is none.
///
/// Zig: `bun.strings.splitFirst`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{split_first, split_first_with_expected};
///
/// assert_eq!(split_first(b"a=b=c", b'='), b"a");
/// assert_eq!(split_first(b"abc", b'='), b"abc");
/// assert_eq!(split_first_with_expected(b"abc", b'='), None);
/// ```
#[doc(alias = "splitFirst")]
#[must_use]
#[inline]
pub fn split_first(text: &[u8], byte: u8) -> &[u8] {
    split_first_with_expected(text, byte).unwrap_or(text)
}

/// Returns what stands in front of the first `byte`, or `None` where there is none.
///
/// Zig: `bun.strings.splitFirstWithExpected`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::split_first_with_expected;
///
/// assert_eq!(split_first_with_expected(b"key=value", b'='), Some(&b"key"[..]));
/// assert_eq!(split_first_with_expected(b"key", b'='), None);
/// ```
#[doc(alias = "splitFirstWithExpected")]
#[must_use]
#[inline]
pub fn split_first_with_expected(text: &[u8], byte: u8) -> Option<&[u8]> {
    index_of_char_usize(text, byte).map(|index| &text[..index])
}

/// Returns the bytes from `start` to `stop`, each of which is moved into the text where it is
/// beyond its end, and may be left open.
///
/// Zig: `bun.strings.substring`.
///
/// # Panics
///
/// When the start is behind the stop.
///
/// # Examples
///
/// ```
/// use bun_str::strings::substring;
///
/// assert_eq!(substring(b"abc", Some(1), None), b"bc");
/// assert_eq!(substring(b"abc", None, Some(2)), b"ab");
/// assert_eq!(substring(b"abc", Some(5), Some(9)), b"");
/// ```
#[must_use]
pub fn substring(text: &[u8], start: Option<usize>, stop: Option<usize>) -> &[u8] {
    let stop = stop.unwrap_or(text.len()).min(text.len());
    &text[start.unwrap_or(0).min(text.len())..stop]
}

/// Returns what stands in front of the first NUL, or all of `buffer` where there is none.
///
/// Zig: `std.mem.sliceTo(buffer, 0)`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::slice_to_nul(b"eth0\0\0\0"), b"eth0");
/// ```
#[doc(alias = "sliceTo")]
#[must_use]
#[inline]
pub fn slice_to_nul(buffer: &[u8]) -> &[u8] {
    split_first(buffer, 0)
}
