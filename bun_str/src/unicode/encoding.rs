//! Names of encodings, and the results of converting between them.

use core::fmt;

use bun_alloc::AllocError;

/// How the elements of a string are to be read.
///
/// Zig: `bun.strings.Encoding`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{AsciiStatus, Encoding, EncodingNonAscii};
///
/// assert_eq!(Encoding::from(EncodingNonAscii::Utf16), Encoding::Utf16);
/// assert_eq!(AsciiStatus::from_bool(None), AsciiStatus::Unknown);
/// assert_eq!(AsciiStatus::from_bool(Some(true)), AsciiStatus::AllAscii);
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Encoding {
    /// Bytes below 0x80.
    Ascii,
    /// Bytes that are probably UTF-8.
    Utf8,
    /// One byte a code point.
    Latin1,
    /// 16-bit units.
    Utf16,
}

/// [`Encoding`] without the case that is part of two others.
///
/// Zig: `bun.strings.EncodingNonAscii`.
///
/// # Examples
///
/// ```
/// use bun_str::{BorrowedString, String, strings::EncodingNonAscii};
///
/// let text: BorrowedString<'_> = String::borrow_utf16(&[0x61, 0x20ac]);
/// assert_eq!(text.encoding(), EncodingNonAscii::Utf16);
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum EncodingNonAscii {
    /// Bytes that are probably UTF-8.
    Utf8,
    /// 16-bit units.
    Utf16,
    /// One byte a code point.
    Latin1,
}

impl From<EncodingNonAscii> for Encoding {
    fn from(encoding: EncodingNonAscii) -> Self {
        match encoding {
            EncodingNonAscii::Utf8 => Self::Utf8,
            EncodingNonAscii::Utf16 => Self::Utf16,
            EncodingNonAscii::Latin1 => Self::Latin1,
        }
    }
}

/// What is known about a string.
///
/// Zig: `bun.strings.AsciiStatus`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{AsciiStatus, is_all_ascii};
///
/// let status = AsciiStatus::from_bool(Some(is_all_ascii(b"caf\xe9")));
/// assert_eq!(status, AsciiStatus::NonAscii);
/// assert_eq!(AsciiStatus::default(), AsciiStatus::Unknown);
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum AsciiStatus {
    /// Nobody looked.
    #[default]
    Unknown,
    /// It is all ASCII.
    AllAscii,
    /// It is not.
    NonAscii,
}

impl AsciiStatus {
    /// Returns the status that the answer to "is it all ASCII?" stands for.
    ///
    /// Zig: `bun.strings.AsciiStatus.fromBool`.
    #[doc(alias = "fromBool")]
    #[must_use]
    #[inline]
    pub const fn from_bool(is_all_ascii: Option<bool>) -> Self {
        match is_all_ascii {
            None => Self::Unknown,
            Some(true) => Self::AllAscii,
            Some(false) => Self::NonAscii,
        }
    }
}

/// How far a conversion into a buffer came.
///
/// Both numbers count elements. A conversion handles at most `u32::MAX` of either, and the buffer
/// behind `written` may hold anything.
///
/// Zig: `bun.strings.EncodeIntoResult`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{EncodeIntoResult, copy_latin1_into_utf8};
///
/// let mut buffer = [0; 4];
/// let result = copy_latin1_into_utf8(&mut buffer, b"caf\xe9s");
/// assert_eq!(result, EncodeIntoResult { read: 3, written: 3 });
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct EncodeIntoResult {
    /// Elements of the source that were converted.
    pub read: u32,
    /// Elements of the buffer that were written.
    pub written: u32,
}

impl EncodeIntoResult {
    /// What says that there was something to convert, from functions that only copy.
    ///
    /// See [`copy_latin1_into_utf8_stop_on_non_ascii`].
    ///
    /// [`copy_latin1_into_utf8_stop_on_non_ascii`]: super::copy_latin1_into_utf8_stop_on_non_ascii
    pub const NON_ASCII: Self = Self { read: u32::MAX, written: u32::MAX };
}

/// Why there is no UTF-16.
///
/// Zig: `error{ InvalidByteSequence, OutOfMemory }`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{ToUTF16Error, to_utf16_alloc_for_real};
///
/// let error = to_utf16_alloc_for_real(b"\xff", true, false).unwrap_err();
/// assert_eq!(error, ToUTF16Error::InvalidByteSequence);
/// assert_eq!(error.to_string(), "InvalidByteSequence");
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum ToUTF16Error {
    /// The bytes are not UTF-8.
    InvalidByteSequence,
    /// There is no memory for the result.
    OutOfMemory,
}

impl ToUTF16Error {
    /// Returns the Zig error name, which is also what `Display` prints.
    ///
    /// Zig: `@errorName(error)`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::InvalidByteSequence => "InvalidByteSequence",
            Self::OutOfMemory => "OutOfMemory",
        }
    }
}

impl fmt::Display for ToUTF16Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl core::error::Error for ToUTF16Error {}

impl From<AllocError> for ToUTF16Error {
    fn from(_: AllocError) -> Self {
        Self::OutOfMemory
    }
}
