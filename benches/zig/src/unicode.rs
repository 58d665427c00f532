//! `std.unicode`, and Bun's policies beside it.
//!
//! The Zig side aborts when `out` is shorter than a function says that it is.

use crate::Oracle;
use crate::ffi;

/// The part of `out` that was written, or `None` where Zig returned an error.
fn written<T>(out: &[T], len: usize) -> Option<&[T]> {
    if len == usize::MAX { None } else { Some(&out[..len]) }
}

impl Oracle {
    /// `std.unicode.utf8ToUtf16Le`; `out` is at least as long as `bytes`.
    pub fn utf8_to_utf16<'a>(&self, bytes: &[u8], out: &'a mut [u16]) -> Option<&'a [u16]> {
        let len = ffi::unicode_utf8_to_utf16(bytes.into(), (&mut *out).into());
        written(out, len)
    }

    /// `std.unicode.wtf8ToWtf16Le`; `out` is at least as long as `bytes`.
    pub fn wtf8_to_wtf16<'a>(&self, bytes: &[u8], out: &'a mut [u16]) -> Option<&'a [u16]> {
        let len = ffi::unicode_wtf8_to_wtf16(bytes.into(), (&mut *out).into());
        written(out, len)
    }

    /// `std.unicode.utf16LeToUtf8`; `out` is at least three times as long as `units`.
    pub fn utf16_to_utf8<'a>(&self, units: &[u16], out: &'a mut [u8]) -> Option<&'a [u8]> {
        let len = ffi::unicode_utf16_to_utf8(units.into(), (&mut *out).into());
        written(out, len)
    }

    /// `std.unicode.wtf16LeToWtf8`; `out` is at least three times as long as `units`.
    pub fn wtf16_to_wtf8<'a>(&self, units: &[u16], out: &'a mut [u8]) -> &'a [u8] {
        let len = ffi::unicode_wtf16_to_wtf8(units.into(), (&mut *out).into());
        &out[..len]
    }

    /// `std.unicode.utf8ValidateSlice`.
    #[must_use]
    pub fn utf8_validate(&self, bytes: &[u8]) -> bool {
        ffi::unicode_validate(bytes.into())
    }

    /// `std.unicode.calcUtf16LeLen`, or `None` where it returns an error.
    #[must_use]
    pub fn utf16_len(&self, bytes: &[u8]) -> Option<usize> {
        let len = ffi::unicode_utf16_len(bytes.into());
        if len == usize::MAX { None } else { Some(len) }
    }

    /// `std.unicode.utf8ByteSequenceLength`, or 0 where it returns an error.
    #[must_use]
    pub fn utf8_sequence_len(&self, first: u8) -> u8 {
        ffi::unicode_sequence_len(first)
    }

    /// UTF-16 with U+FFFD for each maximal ill-formed part; `out` is as long as `bytes` or longer.
    pub fn lossy_utf16<'a>(&self, bytes: &[u8], out: &'a mut [u16]) -> &'a [u16] {
        let len = ffi::unicode_lossy_utf16(bytes.into(), (&mut *out).into());
        &out[..len]
    }

    /// UTF-8 with U+FFFD for each lone surrogate; `out` is three times as long as `units` or
    /// longer.
    pub fn lossy_utf8<'a>(&self, units: &[u16], out: &'a mut [u8]) -> &'a [u8] {
        let len = ffi::unicode_lossy_utf8(units.into(), (&mut *out).into());
        &out[..len]
    }

    /// The code points and widths that the iterator of lexers yields, by turns; `out` is twice as
    /// long as `bytes` or longer.
    pub fn iterate<'a>(&self, bytes: &[u8], out: &'a mut [u32]) -> &'a [u32] {
        let len = ffi::unicode_iterate(bytes.into(), (&mut *out).into());
        &out[..len]
    }
}
