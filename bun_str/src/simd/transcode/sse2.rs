//! What every x86-64 processor can do and compilers do not find by themselves.

#![expect(unsafe_code, reason = "vector loads and stores")]

use core::arch::x86_64::{
    __m128i, _mm_adds_epu16, _mm_loadu_si128, _mm_movemask_epi8, _mm_or_si128, _mm_packus_epi16,
    _mm_set1_epi16, _mm_setzero_si128, _mm_storeu_si128, _mm_unpackhi_epi8, _mm_unpacklo_epi8,
};

/// Returns whether every byte is below 0x80.
#[inline(always)]
pub(super) fn is_ascii(bytes: &[u8; 16]) -> bool {
    // SAFETY: SSE2 is part of x86-64.
    unsafe { is_ascii_sse2(bytes) }
}

/// Returns every byte as a unit.
#[inline(always)]
pub(super) fn widen(bytes: &[u8; 16]) -> [u16; 16] {
    // SAFETY: SSE2 is part of x86-64.
    unsafe { widen_sse2(bytes) }
}

/// Returns whether every unit is below 0x80.
#[inline(always)]
pub(super) fn is_ascii16(units: &[u16; 16]) -> bool {
    // SAFETY: SSE2 is part of x86-64.
    unsafe { is_ascii16_sse2(units) }
}

/// Returns every unit, which is below 0x80, as a byte.
#[inline(always)]
pub(super) fn narrow(units: &[u16; 16]) -> [u8; 16] {
    // SAFETY: SSE2 is part of x86-64.
    unsafe { narrow_sse2(units) }
}

#[inline]
#[target_feature(enable = "sse2")]
fn load_halves(units: &[u16; 16]) -> [__m128i; 2] {
    let (low, high) = units.split_at(8);
    // SAFETY: the half has the eight units.
    let low = unsafe { _mm_loadu_si128(low.as_ptr().cast()) };
    // SAFETY: the half has the eight units.
    let high = unsafe { _mm_loadu_si128(high.as_ptr().cast()) };
    [low, high]
}

#[inline]
#[target_feature(enable = "sse2")]
fn is_ascii16_sse2(units: &[u16; 16]) -> bool {
    let [low, high] = load_halves(units);
    // With saturation, what is above 0x7f gets the highest bit.
    let marked = _mm_adds_epu16(_mm_or_si128(low, high), _mm_set1_epi16(0x7f80));
    _mm_movemask_epi8(marked) & 0xaaaa == 0
}

#[inline]
#[target_feature(enable = "sse2")]
fn narrow_sse2(units: &[u16; 16]) -> [u8; 16] {
    let [low, high] = load_halves(units);
    let packed = _mm_packus_epi16(low, high);
    let mut bytes = [0_u8; 16];
    // SAFETY: the array has the sixteen bytes.
    unsafe { _mm_storeu_si128(bytes.as_mut_ptr().cast(), packed) };
    bytes
}

#[inline]
#[target_feature(enable = "sse2")]
fn is_ascii_sse2(bytes: &[u8; 16]) -> bool {
    // SAFETY: the array has the sixteen bytes.
    let bytes = unsafe { _mm_loadu_si128(bytes.as_ptr().cast()) };
    _mm_movemask_epi8(bytes) == 0
}

#[inline]
#[target_feature(enable = "sse2")]
fn widen_sse2(bytes: &[u8; 16]) -> [u16; 16] {
    // SAFETY: the array has the sixteen bytes.
    let bytes = unsafe { _mm_loadu_si128(bytes.as_ptr().cast()) };
    let mut units = [0_u16; 16];
    let (low, high) = units.split_at_mut(8);
    let zero = _mm_setzero_si128();
    let (first, second) = (_mm_unpacklo_epi8(bytes, zero), _mm_unpackhi_epi8(bytes, zero));
    // SAFETY: the half has the eight units.
    unsafe { _mm_storeu_si128(low.as_mut_ptr().cast(), first) };
    // SAFETY: the half has the eight units.
    unsafe { _mm_storeu_si128(high.as_mut_ptr().cast(), second) };
    units
}
