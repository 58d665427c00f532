//! Conversion of a prefix, and why it is not the whole: what every policy is built on.
//!
//! The vector code goes as far as it likes; here is the one place that decides what is well-formed
//! when it stops. Ill-formed input is reported, never replaced: that is the caller's policy.

#![expect(unsafe_code, reason = "results are written to memory that is not initialised yet")]

use alloc::vec::Vec;
use core::mem::MaybeUninit;

use super::encoding::EncodeIntoResult;
use super::lossy::convert_utf8_bytes_into_utf16;
use super::sequence::wtf8_sequence;
use super::surrogate::{UTF16Replacement, encode_surrogate_pair, utf16_codepoint_with_fffd};
use crate::simd::transcode::{self, Progress};

/// After so many elements one by one, the vector code is asked again.
const RETRY: usize = 32;

/// What ended a conversion.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Stop {
    /// The whole source was converted.
    Done,
    /// The next character does not fit.
    Full,
    /// What is next is ill-formed; the length, code point and width of what replaces it.
    Invalid(UTF16Replacement),
}

impl Progress {
    /// Adds what a later step did.
    fn add(&mut self, later: Self) {
        self.read += later.read;
        self.written += later.written;
    }

    /// What callers are told. Both numbers fit, because [`clamp`] limits sources and buffers.
    pub(super) fn into_result(self) -> EncodeIntoResult {
        EncodeIntoResult { read: self.read as u32, written: self.written as u32 }
    }
}

/// The part of `elements` whose length fits the 32 bits of an [`EncodeIntoResult`].
pub(super) fn clamp<T>(elements: &[T]) -> &[T] {
    &elements[..elements.len().min(u32::MAX as usize)]
}

/// Writes `values` to the start of `out`; `None` if they do not fit.
#[inline]
fn put<T: Copy>(out: &mut [MaybeUninit<T>], values: &[T]) -> Option<usize> {
    out.get_mut(..values.len())?.write_copy_of_slice(values);
    Some(values.len())
}

/// UTF-8 to UTF-16, until something stops it.
///
/// The first `written` elements of `out` are initialised then.
fn utf8_to_utf16(source: &[u8], out: &mut [MaybeUninit<u16>]) -> (Progress, Stop) {
    let mut done = transcode::utf8_to_utf16(source, out);
    while done.read < source.len() {
        let until = source.len().min(done.read + RETRY);
        while done.read < until {
            let (source, out) = (&source[done.read..], &mut out[done.written..]);
            let replacement = match source[0] {
                byte @ ..0x80 => {
                    UTF16Replacement { code_point: u32::from(byte), len: 1, ..Default::default() }
                }
                _ => convert_utf8_bytes_into_utf16(source),
            };
            if replacement.fail {
                return (done, Stop::Invalid(replacement));
            }
            let written = match u16::try_from(replacement.code_point) {
                Ok(unit) => put(out, &[unit]),
                Err(_) => put(out, &encode_surrogate_pair(replacement.code_point)),
            };
            let Some(written) = written else { return (done, Stop::Full) };
            done.add(Progress { read: usize::from(replacement.len), written });
        }
        done.add(transcode::utf8_to_utf16(&source[done.read..], &mut out[done.written..]));
    }
    (done, Stop::Done)
}

/// UTF-16 to UTF-8, until something stops it.
///
/// The first `written` elements of `out` are initialised then.
fn utf16_to_utf8(source: &[u16], out: &mut [MaybeUninit<u8>]) -> (Progress, Stop) {
    let mut done = transcode::utf16_to_utf8(source, out);
    while done.read < source.len() {
        let until = source.len().min(done.read + RETRY);
        while done.read < until {
            let replacement = utf16_codepoint_with_fffd(&source[done.read..]);
            if replacement.fail || replacement.is_lead {
                return (done, Stop::Invalid(replacement));
            }
            let sequence = wtf8_sequence(replacement.code_point);
            let width = usize::from(replacement.utf8_width());
            if put(&mut out[done.written..], &sequence[..width]).is_none() {
                return (done, Stop::Full);
            }
            done.add(Progress { read: usize::from(replacement.len), written: width });
        }
        done.add(transcode::utf16_to_utf8(&source[done.read..], &mut out[done.written..]));
    }
    (done, Stop::Done)
}

/// Latin-1 to UTF-8, until the output is full.
///
/// The first `written` elements of `out` are initialised then.
fn latin1_to_utf8(source: &[u8], out: &mut [MaybeUninit<u8>]) -> (Progress, Stop) {
    let mut done = transcode::latin1_to_utf8(source, out);
    while done.read < source.len() {
        let until = source.len().min(done.read + RETRY);
        while done.read < until {
            let byte = source[done.read];
            let out = &mut out[done.written..];
            let written = match byte {
                ..0x80 => put(out, &[byte]),
                _ => put(out, &[0xc0 | byte >> 6, 0x80 | byte & 0x3f]),
            };
            let Some(written) = written else { return (done, Stop::Full) };
            done.add(Progress { read: 1, written });
        }
        done.add(transcode::latin1_to_utf8(&source[done.read..], &mut out[done.written..]));
    }
    (done, Stop::Done)
}

/// Declares a pair: into a buffer, and behind a vector, whose capacity is not changed.
macro_rules! outputs {
    ($convert:ident: $source:ty => $unit:ty, $into:ident, $append:ident) => {
        /// Converts into the start of `buffer`.
        #[inline]
        pub(super) fn $into(source: &[$source], buffer: &mut [$unit]) -> (Progress, Stop) {
            let len = buffer.len();
            let start = buffer.as_mut_ptr().cast();
            // SAFETY: the elements are borrowed mutably from `buffer`, and are initialised, which
            // is more than is asked for; what is written to them are values of their own type, so
            // that they are initialised afterwards.
            let out = unsafe { core::slice::from_raw_parts_mut(start, len) };
            $convert(source, out)
        }

        /// Converts into the spare capacity of `list`.
        #[inline]
        pub(super) fn $append(source: &[$source], list: &mut Vec<$unit>) -> (Progress, Stop) {
            let (done, stop) = $convert(source, list.spare_capacity_mut());
            let len = list.len() + done.written;
            // SAFETY: the conversion has initialised the first `written` elements of the spare
            // capacity.
            unsafe { list.set_len(len) };
            (done, stop)
        }
    };
}

outputs!(utf8_to_utf16: u8 => u16, utf8_into_utf16, utf8_append_utf16);
outputs!(utf16_to_utf8: u16 => u8, utf16_into_utf8, utf16_append_utf8);
outputs!(latin1_to_utf8: u8 => u8, latin1_into_utf8, latin1_append_utf8);

/// Declares a conversion of the ASCII that a source starts with, as far as the capacity goes.
///
/// Inline, and without asking what the processor can do.
macro_rules! append_ascii {
    ($name:ident: $source:ty => $unit:ty, $prefix:ident) => {
        /// Appends the ASCII that `source` starts with, as far as the capacity goes; returns its
        /// length.
        #[inline]
        pub(super) fn $name(source: &[$source], list: &mut Vec<$unit>) -> usize {
            let done = transcode::$prefix(source, list.spare_capacity_mut());
            let len = list.len() + done.written;
            // SAFETY: the conversion has initialised the first `written` elements of the spare
            // capacity.
            unsafe { list.set_len(len) };
            done.read
        }
    };
}

append_ascii!(append_ascii: u8 => u16, widen_prefix);
append_ascii!(append_ascii16: u16 => u8, narrow_prefix);
