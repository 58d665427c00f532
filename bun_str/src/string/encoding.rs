//! `Encoding` and `EncodingNonAscii`: how the units of a string are to be read.

/// How the units of a string are to be read.
///
/// Zig: `bun.strings.Encoding`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::Encoding;
///
/// assert_ne!(Encoding::Latin1, Encoding::Utf8);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// Bytes below 0x80.
    Ascii,
    /// UTF-8, not necessarily valid.
    Utf8,
    /// One byte a character, U+0000 to U+00FF.
    Latin1,
    /// UTF-16 in the byte order of the machine, not necessarily valid.
    Utf16,
}

/// [`Encoding`] for those who treat ASCII as one of the others.
///
/// Zig: `bun.strings.EncodingNonAscii`.
///
/// # Examples
///
/// ```
/// use bun_str::{String, strings::EncodingNonAscii};
///
/// assert_eq!(String::clone_utf8("é".as_bytes()).encoding(), EncodingNonAscii::Utf16);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EncodingNonAscii {
    /// UTF-8, not necessarily valid.
    Utf8,
    /// UTF-16 in the byte order of the machine, not necessarily valid.
    Utf16,
    /// One byte a character, U+0000 to U+00FF.
    Latin1,
}
