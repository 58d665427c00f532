//! Conversions between the three encodings that the string types hold.
//!
//! Everything in this crate's string types that transcodes goes through these functions.

use alloc::vec::Vec;

/// The length of `latin1` in UTF-8.
pub(crate) fn latin1_utf8_len(latin1: &[u8]) -> usize {
    latin1.len() + latin1.iter().filter(|byte| !byte.is_ascii()).count()
}

/// Appends `latin1` to `out` in UTF-8.
pub(crate) fn latin1_to_utf8(latin1: &[u8], out: &mut Vec<u8>) {
    out.reserve(latin1_utf8_len(latin1));
    for &byte in latin1 {
        if byte.is_ascii() {
            out.push(byte);
        } else {
            out.extend_from_slice(&[0xc0 | byte >> 6, 0x80 | byte & 0x3f]);
        }
    }
}

/// The length of `utf16` in UTF-8, with U+FFFD in place of each lone surrogate.
pub(crate) fn utf16_utf8_len(utf16: &[u16]) -> usize {
    scalars(utf16).map(char::len_utf8).sum()
}

/// Appends `utf16` to `out` in UTF-8, with U+FFFD in place of each lone surrogate.
pub(crate) fn utf16_to_utf8(utf16: &[u16], out: &mut Vec<u8>) {
    out.reserve(utf16_utf8_len(utf16));
    for scalar in scalars(utf16) {
        out.extend_from_slice(scalar.encode_utf8(&mut [0; 4]).as_bytes());
    }
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
    utf8_scalars(utf8).map(char::len_utf16).sum()
}

/// Appends `utf8` to `out` in UTF-16, with U+FFFD in place of each maximal invalid piece.
pub(crate) fn utf8_to_utf16(utf8: &[u8], out: &mut Vec<u16>) {
    out.reserve(utf8_utf16_len(utf8));
    for scalar in utf8_scalars(utf8) {
        out.extend_from_slice(scalar.encode_utf16(&mut [0; 2]));
    }
}
