//! Conversions between the three encodings that the string types hold.
//!
//! Everything in this crate's string types that transcodes goes through these functions.

use alloc::vec::Vec;

use crate::unicode::{
    allocate_latin1_into_utf8_with_list, convert_utf8_to_utf16_in_buffer,
    element_length_latin1_into_utf8, element_length_utf8_into_utf16,
    element_length_utf16_into_utf8, is_valid_utf8, to_utf8_append_to_list,
};

/// The length of `latin1` in UTF-8.
pub(crate) fn latin1_utf8_len(latin1: &[u8]) -> usize {
    element_length_latin1_into_utf8(latin1)
}

/// Appends `latin1` to `out` in UTF-8.
pub(crate) fn latin1_to_utf8(latin1: &[u8], out: &mut Vec<u8>) {
    let len = out.len();
    *out = allocate_latin1_into_utf8_with_list(core::mem::take(out), len, latin1);
}

/// The length of `utf16` in UTF-8, with U+FFFD in place of each lone surrogate.
pub(crate) fn utf16_utf8_len(utf16: &[u16]) -> usize {
    element_length_utf16_into_utf8(utf16)
}

/// Appends `utf16` to `out` in UTF-8, with U+FFFD in place of each lone surrogate.
pub(crate) fn utf16_to_utf8(utf16: &[u16], out: &mut Vec<u8>) {
    to_utf8_append_to_list(out, utf16);
}

/// The characters of `utf16`, with U+FFFD in place of each lone surrogate.
pub(crate) fn scalars(utf16: &[u16]) -> impl Iterator<Item = char> {
    char::decode_utf16(utf16.iter().copied())
        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
}

/// The characters of `utf8`, with U+FFFD in place of each maximal invalid piece.
pub(crate) fn utf8_scalars(utf8: &[u8]) -> impl Iterator<Item = char> {
    utf8.utf8_chunks().flat_map(|chunk| {
        let replacement = (!chunk.invalid().is_empty()).then_some(char::REPLACEMENT_CHARACTER);
        chunk.valid().chars().chain(replacement)
    })
}

/// The length of `utf8` in UTF-16, with U+FFFD in place of each maximal invalid piece.
pub(crate) fn utf8_utf16_len(utf8: &[u8]) -> usize {
    if is_valid_utf8(utf8) {
        return element_length_utf8_into_utf16(utf8);
    }
    utf8_scalars(utf8).map(char::len_utf16).sum()
}

/// Appends `utf8` to `out` in UTF-16, with U+FFFD in place of each maximal invalid piece.
pub(crate) fn utf8_to_utf16(utf8: &[u8], out: &mut Vec<u16>) {
    let start = out.len();
    out.resize(start + element_length_utf8_into_utf16(utf8), 0);
    let written = convert_utf8_to_utf16_in_buffer(&mut out[start..], utf8).len();
    out.truncate(start + written);
    if written == 0 {
        // Nothing, or ill-formed.
        for scalar in utf8_scalars(utf8) {
            out.extend_from_slice(scalar.encode_utf16(&mut [0; 2]));
        }
    }
}
