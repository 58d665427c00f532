//! The lengths of conversions, a bit for each element.

use core::arch::x86_64::{
    __m512i, _mm512_and_si512, _mm512_cmpeq_epi16_mask, _mm512_cmpge_epu8_mask,
    _mm512_cmpge_epu16_mask, _mm512_cmplt_epi8_mask, _mm512_movepi8_mask, _mm512_set1_epi8,
    _mm512_set1_epi16,
};

use super::{load_block, load_bytes, load_unit_block, load_units};

/// Counts as `super::count` does, with a bit for each byte.
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
pub(in super::super) fn count_utf8(source: &[u8]) -> usize {
    let (blocks, _) = source.as_chunks::<64>();
    let mut total = source.len();
    for block in blocks {
        total = total.wrapping_add(difference(load_block(block, 0)));
    }
    let rest = load_bytes(source, 64 * blocks.len());
    total.wrapping_add(difference(rest))
}

/// The first bytes of four less the continuation bytes.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn difference(bytes: __m512i) -> usize {
    let continuation = _mm512_cmplt_epi8_mask(bytes, _mm512_set1_epi8(-64));
    let lead4 = _mm512_cmpge_epu8_mask(bytes, _mm512_set1_epi8(0xf0_u8 as i8));
    (lead4.count_ones() as usize).wrapping_sub(continuation.count_ones() as usize)
}

/// As [`count_utf8`].
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
pub(in super::super) fn count_latin1(source: &[u8]) -> usize {
    let high = |start| _mm512_movepi8_mask(load_bytes(source, start)).count_ones() as usize;
    source.len() + (0..source.len()).step_by(64).map(high).sum::<usize>()
}

/// As [`count_utf8`], with a bit for each unit.
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
pub(in super::super) fn count_utf16(source: &[u16]) -> usize {
    let (blocks, _) = source.as_chunks::<32>();
    let mut lead_before = 0;
    let mut total = source.len();
    for block in blocks {
        total += beyond_ascii(load_unit_block(block, 0), &mut lead_before);
    }
    let rest = load_units(source, 32 * blocks.len());
    total + beyond_ascii(rest, &mut lead_before)
}

/// The bytes that units take beyond one each; the lead of a pair before them is a bit in
/// `lead_before`.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn beyond_ascii(units: __m512i, lead_before: &mut u32) -> usize {
    let two = _mm512_cmpge_epu16_mask(units, _mm512_set1_epi16(0x80));
    if two == 0 {
        *lead_before = 0;
        return 0;
    }
    let three = _mm512_cmpge_epu16_mask(units, _mm512_set1_epi16(0x800));
    let more = (two.count_ones() + three.count_ones()) as usize;
    let top6 = _mm512_and_si512(units, _mm512_set1_epi16(0xfc00_u16 as i16));
    let lead = _mm512_cmpeq_epi16_mask(top6, _mm512_set1_epi16(0xd800_u16 as i16));
    let trail = _mm512_cmpeq_epi16_mask(top6, _mm512_set1_epi16(0xdc00_u16 as i16));
    let pairs = ((lead << 1) | *lead_before) & trail;
    *lead_before = lead >> 31;
    more - 2 * pairs.count_ones() as usize
}
