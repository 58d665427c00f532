//! The lengths of conversions, a bit for each element.

use core::arch::x86_64::{
    _mm512_and_si512, _mm512_cmpeq_epi16_mask, _mm512_cmpge_epu8_mask, _mm512_cmpge_epu16_mask,
    _mm512_cmplt_epi8_mask, _mm512_movepi8_mask, _mm512_set1_epi8, _mm512_set1_epi16,
};

use super::{load_bytes, load_units};

/// Counts as `super::count` does, with a bit for each byte.
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
pub(in super::super) fn count_utf8(source: &[u8]) -> usize {
    let mut total = source.len();
    for start in (0..source.len()).step_by(64) {
        let bytes = load_bytes(source, start);
        let continuation = _mm512_cmplt_epi8_mask(bytes, _mm512_set1_epi8(-64));
        let lead4 = _mm512_cmpge_epu8_mask(bytes, _mm512_set1_epi8(0xf0_u8 as i8));
        total -= continuation.count_ones() as usize;
        total += lead4.count_ones() as usize;
    }
    total
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
    let mut total = source.len();
    let mut lead_before = 0;
    for start in (0..source.len()).step_by(32) {
        let units = load_units(source, start);
        let two = _mm512_cmpge_epu16_mask(units, _mm512_set1_epi16(0x80));
        if two == 0 {
            lead_before = 0;
            continue;
        }
        let three = _mm512_cmpge_epu16_mask(units, _mm512_set1_epi16(0x800));
        total += (two.count_ones() + three.count_ones()) as usize;
        let top6 = _mm512_and_si512(units, _mm512_set1_epi16(0xfc00_u16 as i16));
        let lead = _mm512_cmpeq_epi16_mask(top6, _mm512_set1_epi16(0xd800_u16 as i16));
        let trail = _mm512_cmpeq_epi16_mask(top6, _mm512_set1_epi16(0xdc00_u16 as i16));
        total -= 2 * (((lead << 1) | lead_before) & trail).count_ones() as usize;
        lead_before = lead >> 31;
    }
    total
}
