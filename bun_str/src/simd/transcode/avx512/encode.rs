//! UTF-16 and Latin-1 to UTF-8, 32 characters at a time.

use core::arch::x86_64::{
    __m512i, _mm512_add_epi16, _mm512_add_epi32, _mm512_and_si512, _mm512_castsi512_si256,
    _mm512_cmpeq_epi16_mask, _mm512_cmpge_epu16_mask, _mm512_cmplt_epu16_mask,
    _mm512_cmplt_epu32_mask, _mm512_cvtepu8_epi16, _mm512_cvtepu16_epi32,
    _mm512_extracti64x4_epi64, _mm512_mask_mov_epi16, _mm512_mask_mov_epi32,
    _mm512_mask_slli_epi16, _mm512_mask_slli_epi32, _mm512_mask_sub_epi32,
    _mm512_maskz_compress_epi8, _mm512_maskz_or_epi32, _mm512_movepi8_mask,
    _mm512_multishift_epi64_epi8, _mm512_or_si512, _mm512_packus_epi16, _mm512_permutexvar_epi16,
    _mm512_permutexvar_epi64, _mm512_set_epi64, _mm512_set1_epi16, _mm512_set1_epi32,
    _mm512_set1_epi64, _mm512_slli_epi16, _mm512_slli_epi32, _mm512_srli_epi16,
    _mm512_ternarylogic_epi32, _mm512_test_epi16_mask,
};
use core::mem::MaybeUninit;

use super::{
    HIGH_BYTES, LOW_BYTES, iota, load_bytes, load_unit_block, load_units, low_bits, store_block,
    store_bytes,
};
use crate::simd::transcode::Progress;

#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
pub(super) fn utf16_to_utf8(source: &[u16], out: &mut [MaybeUninit<u8>]) -> Progress {
    let mut done = Progress::default();
    loop {
        let whole = encode_whole(source, out, done);
        done = encode_blocks(source, out, whole);
        if done == whole || done.read == source.len() {
            return done;
        }
    }
}

/// Goes on from `done` by blocks of any units and of any length, up to a block that has no
/// characters of three or four bytes and is not near the end.
#[inline(never)]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn encode_blocks(source: &[u16], out: &mut [MaybeUninit<u8>], done: Progress) -> Progress {
    let Progress { mut read, mut written } = done;
    while read < source.len() {
        let units = load_units(source, read);
        let len = (source.len() - read).min(32);
        let is_narrow = _mm512_cmpge_epu16_mask(units, _mm512_set1_epi16(0x800)) == 0;
        let block = if is_narrow {
            encode_two_bytes(units, len, out, written)
        } else {
            encode_block(units, len, out, written)
        };
        if block.read == 0 {
            break;
        }
        read += block.read;
        written += block.written;
        if is_narrow && source.len() - read >= WHOLE {
            break;
        }
    }
    Progress { read, written }
}

/// Units that are converted at a time while they are below 0x800.
const WHOLE: usize = 64;

/// Goes on from `done` as far as there are whole blocks of units below 0x800, and room for whatever
/// they make.
#[inline(never)]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn encode_whole(source: &[u16], out: &mut [MaybeUninit<u8>], done: Progress) -> Progress {
    let Progress { mut read, mut written } = done;
    while let Some(block) = source[read..].first_chunk::<WHOLE>()
        && let Some(place) = out[written..].first_chunk_mut::<{ 2 * WHOLE }>()
    {
        let (low, high) = (load_unit_block(block, 0), load_unit_block(block, 32));
        let all = _mm512_or_si512(low, high);
        if _mm512_test_epi16_mask(all, _mm512_set1_epi16(0xff80_u16 as i16)) == 0 {
            // The lanes of 128 bits are packed each by itself.
            let order = _mm512_set_epi64(7, 5, 3, 1, 6, 4, 2, 0);
            let bytes = _mm512_permutexvar_epi64(order, _mm512_packus_epi16(low, high));
            store_block(place, 0, bytes);
            written += WHOLE;
        } else if _mm512_test_epi16_mask(all, _mm512_set1_epi16(0xf800_u16 as i16)) == 0 {
            let first = encode_pairs(low, place, 0);
            written += first + encode_pairs(high, place, first);
        } else {
            break;
        }
        read += WHOLE;
    }
    Progress { read, written }
}

/// Writes 32 units below 0x800 and returns how many bytes they are.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn encode_pairs(units: __m512i, place: &mut [MaybeUninit<u8>; 2 * WHOLE], start: usize) -> usize {
    // The bit offsets of the two groups of six bits of each unit, the higher group first.
    let groups = _mm512_set1_epi64(0x3036_2026_1016_0006);
    let bits = _mm512_multishift_epi64_epi8(groups, units);
    let tagged = _mm512_ternarylogic_epi32::<0xea>(
        bits,
        _mm512_set1_epi16(0x3f1f),
        _mm512_set1_epi16(0x80c0_u16 as i16),
    );
    let two = _mm512_cmpge_epu16_mask(units, _mm512_set1_epi16(0x80));
    let bytes = _mm512_mask_mov_epi16(units, two, tagged);
    // The high byte of an ASCII unit is zero.
    let keep = _mm512_movepi8_mask(bytes) | LOW_BYTES;
    let count = 32 + two.count_ones() as usize;
    store_bytes(place, start, count, _mm512_maskz_compress_epi8(keep, bytes));
    count
}

/// Encodes `len` units below 0x800.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn encode_two_bytes(
    units: __m512i,
    len: usize,
    out: &mut [MaybeUninit<u8>],
    start: usize,
) -> Progress {
    let ascii = _mm512_cmplt_epu16_mask(units, _mm512_set1_epi16(0x80));
    // The last byte of a character is the high one of its lane.
    let low6 = _mm512_and_si512(units, _mm512_set1_epi16(0x3f));
    let pairs = _mm512_ternarylogic_epi32::<0xfe>(
        _mm512_slli_epi16::<8>(low6),
        _mm512_srli_epi16::<6>(units),
        _mm512_set1_epi16(0x80c0_u16 as i16),
    );
    let pairs = _mm512_mask_slli_epi16::<8>(pairs, ascii, units);
    let keep = (_mm512_movepi8_mask(pairs) | HIGH_BYTES) & low_bits(2 * len);
    let count = keep.count_ones() as usize;
    if out.len() - start < count {
        return Progress::default();
    }
    store_bytes(out, start, count, _mm512_maskz_compress_epi8(keep, pairs));
    Progress { read: len, written: count }
}

/// Encodes `len` units, or all but the last when that is the lead of a pair.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn encode_block(
    units: __m512i,
    mut len: usize,
    out: &mut [MaybeUninit<u8>],
    start: usize,
) -> Progress {
    let top6 = _mm512_and_si512(units, _mm512_set1_epi16(0xfc00_u16 as i16));
    let lead = _mm512_cmpeq_epi16_mask(top6, _mm512_set1_epi16(0xd800_u16 as i16));
    let trail = _mm512_cmpeq_epi16_mask(top6, _mm512_set1_epi16(0xdc00_u16 as i16));
    if lead >> (len - 1) != 0 {
        len -= 1;
    }
    let all = low_bits(len) as u32;
    if (lead & all) << 1 != trail & all {
        return Progress::default();
    }
    let low = _mm512_cvtepu16_epi32(_mm512_castsi512_si256(units));
    let high = _mm512_cvtepu16_epi32(_mm512_extracti64x4_epi64::<1>(units));
    let (mut low, mut high) = (low, high);
    if lead & all != 0 {
        let index = _mm512_add_epi16(
            _mm512_cvtepu8_epi16(_mm512_castsi512_si256(iota())),
            _mm512_set1_epi16(1),
        );
        let next = _mm512_permutexvar_epi16(index, units);
        let next_low = _mm512_cvtepu16_epi32(_mm512_castsi512_si256(next));
        let next_high = _mm512_cvtepu16_epi32(_mm512_extracti64x4_epi64::<1>(next));
        low = join_pairs(low, next_low, lead as u16);
        high = join_pairs(high, next_high, (lead >> 16) as u16);
    }
    let emit = all & !trail;
    let (low, keep_low) = encode_wide(low, emit as u16);
    let (high, keep_high) = encode_wide(high, (emit >> 16) as u16);
    let count_low = keep_low.count_ones() as usize;
    let count_high = keep_high.count_ones() as usize;
    if out.len() - start < count_low + count_high {
        return Progress::default();
    }
    store_bytes(out, start, count_low, _mm512_maskz_compress_epi8(keep_low, low));
    let high = _mm512_maskz_compress_epi8(keep_high, high);
    store_bytes(out, start + count_low, count_high, high);
    Progress { read: len, written: count_low + count_high }
}

/// Makes code points of the pairs whose lead is in `lead`.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn join_pairs(units: __m512i, next: __m512i, lead: u16) -> __m512i {
    let offset = _mm512_set1_epi32((0xd800 << 10) + 0xdc00 - 0x1_0000);
    let sum = _mm512_add_epi32(_mm512_slli_epi32::<10>(units), next);
    _mm512_mask_sub_epi32(units, lead, sum, offset)
}

/// Encodes sixteen code points, each in the high bytes of its lane, and says which bytes count.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn encode_wide(code_points: __m512i, emit: u16) -> (__m512i, u64) {
    // The byte offsets of six-bit groups in a pair of 32-bit lanes, the highest group first.
    let groups = _mm512_set1_epi64(0x2026_2c32_0006_0c12);
    let bits = _mm512_multishift_epi64_epi8(groups, code_points);
    let bits = _mm512_and_si512(bits, _mm512_set1_epi32(0x3f3f_3f07));
    let below = |bound| _mm512_cmplt_epu32_mask(code_points, _mm512_set1_epi32(bound));
    let tags = _mm512_set1_epi32(0x8080_80f0_u32 as i32);
    let tags =
        _mm512_mask_mov_epi32(tags, below(0x1_0000), _mm512_set1_epi32(0x8080_e000_u32 as i32));
    let tags = _mm512_mask_mov_epi32(tags, below(0x800), _mm512_set1_epi32(0x80c0_0000_u32 as i32));
    let bytes = _mm512_or_si512(bits, tags);
    let bytes = _mm512_mask_slli_epi32::<24>(bytes, below(0x80), code_points);
    // The last byte counts whether or not it has the high bit; the others have it if they do.
    let last = _mm512_set1_epi32(i32::MIN);
    let marked = _mm512_maskz_or_epi32(emit, bytes, last);
    (bytes, _mm512_movepi8_mask(marked))
}

#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
pub(super) fn latin1_to_utf8(source: &[u8], out: &mut [MaybeUninit<u8>]) -> Progress {
    let Progress { mut read, mut written } = Progress::default();
    while read < source.len() {
        let bytes = load_bytes(source, read);
        let len = (source.len() - read).min(64);
        if _mm512_movepi8_mask(bytes) == 0 {
            if out.len() - written < len {
                break;
            }
            store_bytes(out, written, len, bytes);
            read += len;
            written += len;
            continue;
        }
        let len = len.min(32);
        let units = _mm512_cvtepu8_epi16(_mm512_castsi512_si256(bytes));
        let block = encode_two_bytes(units, len, out, written);
        if block.read == 0 {
            break;
        }
        read += block.read;
        written += block.written;
    }
    Progress { read, written }
}
