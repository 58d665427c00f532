//! What every x86-64 processor can do and compilers do not find by themselves.

#![expect(unsafe_code, reason = "vector loads and stores")]

use core::arch::x86_64::{
    _mm_loadu_si128, _mm_movemask_epi8, _mm_setzero_si128, _mm_storeu_si128, _mm_unpackhi_epi8,
    _mm_unpacklo_epi8,
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
