//! Conversions with AVX-512: VBMI2 compresses bytes, so that no table is needed.
//!
//! The idea is that of Clausecker and Lemire, "Transcoding Unicode characters with AVX-512
//! instructions" (2023): the position of the last byte of each character is compressed to the
//! front, and the bytes before it are gathered by the same index. Loads and stores are masked where
//! a block is not whole, so that the tail needs no other code. Where there are whole blocks, and
//! room for whatever they make, loops without masks and without a chain between blocks go first.
//!
//! A block with an ill-formed sequence is left to the scalar steps.

#![expect(unsafe_code, reason = "masked loads and stores, and calls that need detected features")]

mod count;
mod decode;
mod decode_whole;
mod encode;

use core::arch::x86_64::{
    __m512i, _bzhi_u32, _mm512_loadu_si512, _mm512_mask_storeu_epi8, _mm512_mask_storeu_epi16,
    _mm512_maskz_loadu_epi8, _mm512_maskz_loadu_epi16, _mm512_storeu_si512,
};
use core::mem::MaybeUninit;

use super::Progress;
pub(super) use count::{count_latin1, count_utf8, count_utf16};

/// Returns `count` low bits; all of them from 64 on.
#[inline]
fn low_bits(count: usize) -> u64 {
    if count >= 64 { u64::MAX } else { (1 << count) - 1 }
}

/// The low byte of each 16-bit lane.
const LOW_BYTES: u64 = 0x5555_5555_5555_5555;
/// The high byte of each 16-bit lane.
const HIGH_BYTES: u64 = !LOW_BYTES;

/// Converts a prefix of UTF-8 to UTF-16.
pub(super) fn utf8_to_utf16(source: &[u8], out: &mut [MaybeUninit<u16>]) -> Progress {
    // SAFETY: `Level::Avx512`, which alone leads here, was detected with these features.
    unsafe { decode::utf8_to_utf16(source, out) }
}

/// Converts a prefix of UTF-16 to UTF-8.
pub(super) fn utf16_to_utf8(source: &[u16], out: &mut [MaybeUninit<u8>]) -> Progress {
    // SAFETY: as in `utf8_to_utf16`.
    unsafe { encode::utf16_to_utf8(source, out) }
}

/// Converts a prefix of Latin-1 to UTF-8.
pub(super) fn latin1_to_utf8(source: &[u8], out: &mut [MaybeUninit<u8>]) -> Progress {
    // SAFETY: as in `utf8_to_utf16`.
    unsafe { encode::latin1_to_utf8(source, out) }
}

/// Loads up to 64 bytes from `start` on; zero beyond the end.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn load_bytes(source: &[u8], start: usize) -> __m512i {
    let rest = &source[start..];
    // SAFETY: the mask leaves out the lanes beyond `rest`, which are not accessed.
    unsafe { _mm512_maskz_loadu_epi8(low_bits(rest.len()), rest.as_ptr().cast()) }
}

/// Loads the 64 bytes from `start` on, without a mask.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn load_block(source: &[u8], start: usize) -> __m512i {
    let block: &[u8; 64] = source[start..].first_chunk().expect("a whole block");
    // SAFETY: the array has the 64 bytes.
    unsafe { _mm512_loadu_si512(block.as_ptr().cast()) }
}

/// Loads the 32 units from `start` on, without a mask.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn load_unit_block(source: &[u16], start: usize) -> __m512i {
    let block: &[u16; 32] = source[start..].first_chunk().expect("a whole block");
    // SAFETY: the array has the 64 bytes.
    unsafe { _mm512_loadu_si512(block.as_ptr().cast()) }
}

/// Stores all 64 bytes of `lanes` from `start` on, without a mask.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn store_block<T>(out: &mut [MaybeUninit<T>], start: usize, lanes: __m512i) {
    let place = &mut out[start..][..64 / size_of::<T>()];
    // SAFETY: the place has 64 bytes, because the size of a `T`, one or two, divides them.
    unsafe { _mm512_storeu_si512(place.as_mut_ptr().cast(), lanes) }
}

/// Stores of the lanes, which stand for `start` to `start + 32`, those below `end`.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn store_lanes(out: &mut [MaybeUninit<u16>; 64], start: usize, end: usize, units: __m512i) {
    let place = &mut out[start..][..32];
    let mask = _bzhi_u32(u32::MAX, end.saturating_sub(start) as u32);
    // SAFETY: the place has 32 units, as many as the mask has bits.
    unsafe { _mm512_mask_storeu_epi16(place.as_mut_ptr().cast(), mask, units) }
}

/// Loads up to 32 units from `start` on; zero beyond the end.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn load_units(source: &[u16], start: usize) -> __m512i {
    let rest = &source[start..];
    // SAFETY: as in `load_bytes`.
    unsafe { _mm512_maskz_loadu_epi16(low_bits(rest.len()) as u32, rest.as_ptr().cast()) }
}

/// Stores the first `count` lanes, at most 32.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn store_units(out: &mut [MaybeUninit<u16>], start: usize, count: usize, units: __m512i) {
    let place = &mut out[start..start + count];
    // SAFETY: the mask leaves out the lanes beyond `place`, which are not accessed.
    unsafe {
        _mm512_mask_storeu_epi16(place.as_mut_ptr().cast(), low_bits(count) as u32, units);
    }
}

/// Stores the first `count` lanes, at most 64.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn store_bytes(out: &mut [MaybeUninit<u8>], start: usize, count: usize, bytes: __m512i) {
    let place = &mut out[start..start + count];
    // SAFETY: as in `store_units`.
    unsafe { _mm512_mask_storeu_epi8(place.as_mut_ptr().cast(), low_bits(count), bytes) }
}

/// 0, 1, … 63.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn iota() -> __m512i {
    const IOTA: [u8; 64] = {
        let mut iota = [0; 64];
        let mut lane = 0;
        while lane < 64 {
            iota[lane] = lane as u8;
            lane += 1;
        }
        iota
    };
    load_bytes(&IOTA, 0)
}
