//! `Text`: the units of a string together with their encoding, and what can be asked of them.
//!
//! `String` and `ZigString` both come down to this, so that each question is answered once, in
//! safe code.

use core::cmp::Ordering;
use core::fmt::{self, Write as _};
use core::hash::Hasher;

use alloc::vec::Vec;

use super::convert::{self, scalars, utf8_scalars};
use super::{EncodingNonAscii, Utf8Slice};

/// The units of a string and how to read them.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Text<'a> {
    /// One byte a character.
    Latin1(&'a [u8]),
    /// UTF-8, not necessarily valid.
    Utf8(&'a [u8]),
    /// UTF-16, not necessarily valid.
    Utf16(&'a [u16]),
}

impl<'a> Text<'a> {
    /// The number of units.
    pub(crate) const fn len(self) -> usize {
        match self {
            Self::Latin1(bytes) | Self::Utf8(bytes) => bytes.len(),
            Self::Utf16(units) => units.len(),
        }
    }

    pub(crate) const fn encoding(self) -> EncodingNonAscii {
        match self {
            Self::Latin1(_) => EncodingNonAscii::Latin1,
            Self::Utf8(_) => EncodingNonAscii::Utf8,
            Self::Utf16(_) => EncodingNonAscii::Utf16,
        }
    }

    pub(crate) fn is_all_ascii(self) -> bool {
        match self {
            Self::Latin1(bytes) | Self::Utf8(bytes) => bytes.is_ascii(),
            Self::Utf16(units) => units.iter().all(|unit| *unit < 0x80),
        }
    }

    /// The bytes of an 8-bit string, whichever of the two encodings it has.
    pub(crate) const fn bytes(self) -> Option<&'a [u8]> {
        match self {
            Self::Latin1(bytes) | Self::Utf8(bytes) => Some(bytes),
            Self::Utf16(_) => None,
        }
    }

    /// The bytes when they are UTF-8 as they stand.
    pub(crate) fn as_utf8(self) -> Option<&'a [u8]> {
        match self {
            Self::Utf8(bytes) => Some(bytes),
            Self::Latin1(bytes) => bytes.is_ascii().then_some(bytes),
            Self::Utf16(units) => units.is_empty().then_some(&[]),
        }
    }

    /// In UTF-8: as it stands where possible, otherwise transcoded.
    pub(crate) fn to_utf8(self) -> Utf8Slice<'a> {
        match self.as_utf8() {
            Some(bytes) => Utf8Slice::Static(bytes),
            None => Utf8Slice::Owned(self.to_utf8_vec()),
        }
    }

    /// A copy in UTF-8.
    pub(crate) fn to_utf8_vec(self) -> Vec<u8> {
        let mut out = Vec::new();
        self.append_utf8(&mut out);
        out
    }

    pub(crate) fn append_utf8(self, out: &mut Vec<u8>) {
        match self {
            Self::Latin1(bytes) => convert::latin1_to_utf8(bytes, out),
            Self::Utf8(bytes) => out.extend_from_slice(bytes),
            Self::Utf16(units) => convert::utf16_to_utf8(units, out),
        }
    }

    pub(crate) fn utf8_len(self) -> usize {
        match self {
            Self::Latin1(bytes) => convert::latin1_utf8_len(bytes),
            Self::Utf8(bytes) => bytes.len(),
            Self::Utf16(units) => convert::utf16_utf8_len(units),
        }
    }

    /// The number of UTF-16 units.
    pub(crate) fn utf16_len(self) -> usize {
        match self {
            Self::Latin1(bytes) => bytes.len(),
            Self::Utf8(bytes) => convert::utf8_utf16_len(bytes),
            Self::Utf16(units) => units.len(),
        }
    }

    /// The unit at `index`.
    pub(crate) fn unit(self, index: usize) -> Option<u16> {
        match self {
            Self::Latin1(bytes) | Self::Utf8(bytes) => bytes.get(index).map(|b| u16::from(*b)),
            Self::Utf16(units) => units.get(index).copied(),
        }
    }

    /// The units from `start` to `end`, both cut to the length.
    pub(crate) fn slice(self, start: usize, end: usize) -> Self {
        let end = end.min(self.len());
        let start = start.min(end);
        match self {
            Self::Latin1(bytes) => Self::Latin1(&bytes[start..end]),
            Self::Utf8(bytes) => Self::Utf8(&bytes[start..end]),
            Self::Utf16(units) => Self::Utf16(&units[start..end]),
        }
    }

    pub(crate) fn position(self, ascii: u8) -> Option<usize> {
        match self {
            Self::Latin1(bytes) | Self::Utf8(bytes) => memchr::memchr(ascii, bytes),
            Self::Utf16(units) => units.iter().position(|unit| *unit == u16::from(ascii)),
        }
    }

    /// Equality as the original has it: 8-bit strings by their bytes, whatever those mean.
    pub(crate) fn eql(self, other: Self) -> bool {
        match (self, other) {
            (Self::Utf16(a), Self::Utf16(b)) => a == b,
            (Self::Utf16(units), Self::Latin1(bytes))
            | (Self::Latin1(bytes), Self::Utf16(units)) => {
                units.len() == bytes.len()
                    && units.iter().zip(bytes).all(|(unit, byte)| *unit == u16::from(*byte))
            }
            (Self::Utf16(units), Self::Utf8(bytes)) | (Self::Utf8(bytes), Self::Utf16(units)) => {
                Self::Utf16(units).eql_utf8(bytes)
            }
            (Self::Latin1(a) | Self::Utf8(a), Self::Latin1(b) | Self::Utf8(b)) => a == b,
        }
    }

    /// Whether this is the text that `utf8` spells. A lone surrogate equals nothing.
    pub(crate) fn eql_utf8(self, utf8: &[u8]) -> bool {
        match self {
            Self::Utf8(bytes) => bytes == utf8,
            Self::Latin1(bytes) if bytes.is_ascii() => bytes == utf8,
            _ => match core::str::from_utf8(utf8) {
                Ok(text) => self.units().eq(text.encode_utf16()),
                Err(_) => false,
            },
        }
    }

    /// The text as UTF-16 units.
    pub(crate) fn units(self) -> impl Iterator<Item = u16> {
        let (latin1, utf8, utf16): (&[u8], &[u8], &[u16]) = match self {
            Self::Latin1(bytes) => (bytes, &[], &[]),
            Self::Utf8(bytes) => (&[], bytes, &[]),
            Self::Utf16(units) => (&[], &[], units),
        };
        let decoded = utf8_scalars(utf8).flat_map(|scalar| {
            let mut pair = [0; 2];
            let len = scalar.encode_utf16(&mut pair).len();
            pair.into_iter().take(len)
        });
        latin1.iter().map(|byte| u16::from(*byte)).chain(decoded).chain(utf16.iter().copied())
    }

    /// Feeds the text to `state`; equal texts feed the same.
    pub(crate) fn hash<H: Hasher>(self, state: &mut H) {
        self.units().for_each(|unit| state.write_u16(unit));
        state.write_u8(0xff);
    }

    /// The order of the texts, by UTF-16 units.
    pub(crate) fn compare(self, other: Self) -> Ordering {
        match (self, other) {
            (Self::Latin1(a), Self::Latin1(b)) => a.cmp(b),
            (Self::Utf16(a), Self::Utf16(b)) => a.cmp(b),
            _ => self.units().cmp(other.units()),
        }
    }
}

/// Prints the text; what is not valid becomes U+FFFD.
impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Latin1(bytes) => {
                bytes.iter().try_for_each(|byte| f.write_char(char::from(*byte)))
            }
            Self::Utf8(bytes) => utf8_scalars(bytes).try_for_each(|scalar| f.write_char(scalar)),
            Self::Utf16(units) => scalars(units).try_for_each(|scalar| f.write_char(scalar)),
        }
    }
}
