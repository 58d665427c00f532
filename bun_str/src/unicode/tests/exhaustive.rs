//! Every sequence of two and three bytes, and those of four with sampled tails, wherever a vector
//! ends.

use alloc::vec;
use alloc::vec::Vec;

use super::lossy_utf16;
use crate::strings::{
    convert_utf8_to_utf16_in_buffer, decode_wtf8_rune_t, is_valid_utf8, non_ascii_sequence_length,
    to_utf16_alloc_for_real, utf8_byte_sequence_length,
};

/// Offsets around the ends of vectors of 16, 32 and 64 bytes.
const OFFSETS: [usize; 12] = [0, 12, 13, 14, 15, 29, 30, 31, 60, 61, 62, 63];

/// Checks `sequence` between fillers that end vectors wherever `offset` says.
fn check(sequence: &[u8], offset: usize, filler: &str, buffer: &mut [u16]) {
    let mut bytes = Vec::with_capacity(128);
    while bytes.len() + filler.len() <= offset {
        bytes.extend_from_slice(filler.as_bytes());
    }
    bytes.resize(offset, b'.');
    bytes.extend_from_slice(sequence);
    bytes.extend_from_slice(b"..");
    let expected = core::str::from_utf8(&bytes);
    let converted = &*convert_utf8_to_utf16_in_buffer(buffer, &bytes);
    match expected {
        Ok(text) => assert!(text.encode_utf16().eq(converted.iter().copied()), "{bytes:x?}"),
        Err(_) => assert!(converted.is_empty(), "{bytes:x?}"),
    }
    assert_eq!(is_valid_utf8(&bytes), expected.is_ok(), "{bytes:x?}");
    assert_eq!(to_utf16_alloc_for_real(&bytes, false, false), Ok(lossy_utf16(&bytes)));
}

#[test]
fn two_bytes_at_every_offset() {
    let mut buffer = [0; 256];
    let step = if cfg!(miri) { 4093 } else { 1 };
    for pair in (0..=u16::MAX).step_by(step) {
        let offset = OFFSETS[usize::from(pair) % OFFSETS.len()];
        for filler in ["a", "€"] {
            check(&pair.to_be_bytes(), offset, filler, &mut buffer);
        }
    }
}

#[test]
fn three_bytes() {
    let mut buffer = [0; 256];
    let step = if cfg!(miri) { 0x1_0fff } else { 3 };
    // The first byte that starts three; every second and third, by an odd step.
    for tail in (0x0e_0000..0x0f_0000_u32 + 0x0f_ffff).step_by(step) {
        let [_, first, second, third] = (0xe0_0000 + (tail - 0x0e_0000)).to_be_bytes();
        check(&[first, second, third], OFFSETS[tail as usize % 12], "a", &mut buffer);
    }
}

#[test]
fn four_bytes_with_sampled_tails() {
    let mut buffer = [0; 256];
    let tails = [0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0];
    let mut count = 0_usize;
    for first in 0xef..=0xff_u8 {
        for second in (0..=0xff_u8).step_by(if cfg!(miri) { 0x41 } else { 1 }) {
            for third in tails {
                for fourth in tails {
                    count += 1;
                    if cfg!(miri) && !count.is_multiple_of(211) {
                        continue;
                    }
                    let filler = ["a", "é", "€", "😀"][count % 4];
                    let offset = OFFSETS[count / 4 % OFFSETS.len()];
                    check(&[first, second, third, fourth], offset, filler, &mut buffer);
                }
            }
        }
    }
}

#[test]
fn every_character_at_a_vector_boundary() {
    let mut buffer = vec![0; 256];
    let step = if cfg!(miri) { 0x1_ffff } else { 7 };
    for code_point in (0x80..=0x10_ffff_u32).step_by(step) {
        let Some(c) = char::from_u32(code_point) else { continue };
        let mut utf8 = [0; 4];
        let sequence = c.encode_utf8(&mut utf8).as_bytes();
        assert_eq!(non_ascii_sequence_length(sequence[0]) as usize, sequence.len());
        assert_eq!(utf8_byte_sequence_length(sequence[0]) as usize, sequence.len());
        let mut four = [0; 4];
        four[..sequence.len()].copy_from_slice(sequence);
        assert_eq!(decode_wtf8_rune_t(four, sequence.len() as u8, 0_u32), code_point);
        check(sequence, OFFSETS[code_point as usize % 12], "é", &mut buffer);
    }
}
