//! UTF-8 to UTF-16 in whole blocks of 64 bytes, wherever characters end.
//!
//! A block that had to end at a whole character would decide where the next one starts, and that
//! chain of a load, comparisons and a count of zeros takes longer than the conversion. Here every
//! block is 64 bytes, and what a block expects of its first bytes is the leads of the one before,
//! shifted in; the bytes before those are loaded once more. The blocks depend on each other by
//! nothing but the count of units, so that the processor converts several at a time.

use core::arch::x86_64::{
    __m512i, _mm512_add_epi16, _mm512_and_si512, _mm512_castsi512_si256, _mm512_cmpeq_epi8_mask,
    _mm512_cmpge_epu8_mask, _mm512_cmplt_epi8_mask, _mm512_cvtepu8_epi16,
    _mm512_extracti64x4_epi64, _mm512_mask_add_epi16, _mm512_mask_cmpge_epu8_mask,
    _mm512_mask_cmplt_epu8_mask, _mm512_mask_mov_epi16, _mm512_mask_sub_epi8,
    _mm512_maskz_compress_epi8, _mm512_maskz_mov_epi8, _mm512_movepi8_mask, _mm512_or_si512,
    _mm512_set1_epi8, _mm512_set1_epi16, _mm512_slli_epi16, _mm512_srli_epi16,
    _mm512_ternarylogic_epi32, _pext_u64,
};
use core::mem::MaybeUninit;

use super::{load_block, store_block, store_lanes};
use crate::simd::transcode::Progress;

/// Bytes in a block, and the most units that it makes.
const BLOCK: usize = 64;
/// Bytes before a block that its first units can need.
const BEFORE: usize = 2;

/// Which bytes of a block start characters of at least two, three and four bytes.
#[derive(Clone, Copy, Default)]
struct Leads {
    two: u64,
    three: u64,
    four: u64,
}

impl Leads {
    /// How many bytes of the last character are in the block, when its end is in the next.
    fn cut(self) -> usize {
        if self.two >> 63 != 0 {
            1
        } else if self.three >> 62 != 0 {
            2
        } else if self.four >> 61 != 0 {
            3
        } else {
            0
        }
    }
}

/// A block, the bytes at distance one and two before it, and what they are.
struct Block<'a> {
    window: &'a [u8; BLOCK + BEFORE],
    bytes: __m512i,
    /// Continuation bytes.
    continuation: u64,
    /// Third bytes of their character.
    third: u64,
    /// Third bytes of four.
    pair_leads: u64,
    /// Fourth bytes.
    pair_trails: u64,
    /// Where units are made: at the last byte of a character, and at the third of four.
    places: u64,
}

/// Goes on from `done`, which is at a whole character, as far as there are whole blocks that are
/// well-formed, and room for whatever a block makes.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
pub(super) fn decode_whole(
    source: &[u8],
    out: &mut [MaybeUninit<u16>],
    done: Progress,
) -> Progress {
    let Progress { mut read, mut written } = done;
    let mut before = Leads::default();
    while let Some(start) = read.checked_sub(BEFORE)
        && let Some(window) = source[start..].first_chunk()
        && let Some(place) = out[written..].first_chunk_mut()
    {
        let bytes = load_block(window, BEFORE);
        let high = _mm512_movepi8_mask(bytes);
        let mut leads = Leads::default();
        if high == 0 {
            if before.cut() != 0 {
                break;
            }
            widen(bytes, place);
            let run = widen_run(&source[read + BLOCK..], &mut out[written + BLOCK..]);
            written += BLOCK + run;
            read += run;
        } else {
            let continuation = _mm512_cmplt_epi8_mask(bytes, _mm512_set1_epi8(-64));
            let from = |first: u8| _mm512_cmpge_epu8_mask(bytes, _mm512_set1_epi8(first as i8));
            // 0xc0 and 0xc1 would start overlong forms.
            leads = Leads { two: from(0xc2), three: from(0xe0), four: from(0xf0) };
            let third = (leads.three << 2) | (before.three >> 62);
            let fourth = (leads.four << 3) | (before.four >> 61);
            let expected = (leads.two << 1) | (before.two >> 63) | third | fourth;
            if expected != continuation || leads.two | continuation != high {
                break;
            }
            let places = !(leads.two | (leads.three << 1) | (before.three >> 63));
            let pair_leads = (leads.four << 2) | (before.four >> 62);
            let block = Block {
                window,
                bytes,
                continuation,
                third,
                pair_leads,
                pair_trails: fourth,
                places,
            };
            let three = leads.three | third | fourth;
            let four = leads.four | fourth;
            let Some(units) = convert(&block, three, four, place) else { break };
            written += units;
        }
        before = leads;
        read += BLOCK;
    }
    let cut = before.cut();
    // Three bytes of four have made the first surrogate of a pair.
    Progress { read: read - cut, written: written - usize::from(cut == 3) }
}

#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn low_half(bytes: __m512i) -> __m512i {
    _mm512_cvtepu8_epi16(_mm512_castsi512_si256(bytes))
}

#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn high_half(bytes: __m512i) -> __m512i {
    _mm512_cvtepu8_epi16(_mm512_extracti64x4_epi64::<1>(bytes))
}

/// Writes every byte as a unit.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn widen(bytes: __m512i, place: &mut [MaybeUninit<u16>; BLOCK]) {
    store_block(place, 0, low_half(bytes));
    store_block(place, BLOCK / 2, high_half(bytes));
}

/// Writes every byte as a unit, two blocks at a time, as far as they are ASCII; returns how many.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
pub(super) fn widen_run(source: &[u8], out: &mut [MaybeUninit<u16>]) -> usize {
    let (blocks, _) = source.as_chunks::<{ 2 * BLOCK }>();
    let (places, _) = out.as_chunks_mut::<{ 2 * BLOCK }>();
    let mut done = 0;
    for (block, place) in blocks.iter().zip(places) {
        let (first, second) = (load_block(block, 0), load_block(block, BLOCK));
        if _mm512_movepi8_mask(_mm512_or_si512(first, second)) != 0 {
            break;
        }
        store_block(place, 0, low_half(first));
        store_block(place, BLOCK / 2, high_half(first));
        store_block(place, BLOCK, low_half(second));
        store_block(place, 3 * BLOCK / 2, high_half(second));
        done += 2 * BLOCK;
    }
    done
}

/// Writes the units of `block` and returns how many; `None` where one would be an overlong form, a
/// surrogate, or beyond U+10FFFF. Zero as `four` says that no bytes are of four-byte characters, as
/// `three` that none are of longer than two.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn convert(
    block: &Block<'_>,
    three: u64,
    four: u64,
    place: &mut [MaybeUninit<u16>; BLOCK],
) -> Option<usize> {
    let Block { window, bytes, continuation, third, places, .. } = *block;
    let before = load_block(window, 1);
    let six_bits = _mm512_set1_epi8(0x3f);
    // The last bytes of units, and those before them, side by side.
    let byte1 = _mm512_mask_sub_epi8(bytes, continuation, bytes, _mm512_set1_epi8(-128));
    let byte2 = _mm512_and_si512(_mm512_maskz_mov_epi8(continuation, before), six_bits);
    let byte1 = _mm512_maskz_compress_epi8(places, byte1);
    let byte2 = _mm512_maskz_compress_epi8(places, byte2);
    let join2 = |byte1, byte2| _mm512_or_si512(byte1, _mm512_slli_epi16::<6>(byte2));
    let count = places.count_ones() as usize;
    if three == 0 {
        store_lanes(place, 0, count, join2(low_half(byte1), low_half(byte2)));
        store_lanes(place, BLOCK / 2, count, join2(high_half(byte1), high_half(byte2)));
        return Some(count);
    }
    if has_invalid_three(bytes, before) {
        return None;
    }
    let byte3 = _mm512_maskz_mov_epi8(third, load_block(window, 0));
    let byte3 = _mm512_maskz_compress_epi8(places, byte3);
    let join = |byte1, byte2, byte3| {
        let byte2 = _mm512_slli_epi16::<6>(byte2);
        let byte3 = _mm512_slli_epi16::<12>(byte3);
        _mm512_ternarylogic_epi32::<0xfe>(byte1, byte2, byte3)
    };
    let low = join(low_half(byte1), low_half(byte2), low_half(byte3));
    if four == 0 {
        store_lanes(place, 0, count, low);
        if count > BLOCK / 2 {
            let high = join(high_half(byte1), high_half(byte2), high_half(byte3));
            store_lanes(place, BLOCK / 2, count, high);
        }
        return Some(count);
    }
    if has_invalid_four(bytes, before) {
        return None;
    }
    let leads = _pext_u64(block.pair_leads, places);
    let trails = _pext_u64(block.pair_trails, places);
    store_lanes(place, 0, count, pairs(low, leads as u32, trails as u32));
    if count > BLOCK / 2 {
        let high = join(high_half(byte1), high_half(byte2), high_half(byte3));
        let high = pairs(high, (leads >> 32) as u32, (trails >> 32) as u32);
        store_lanes(place, BLOCK / 2, count, high);
    }
    Some(count)
}

/// Returns whether a second byte makes an overlong form or a surrogate of three bytes.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn has_invalid_three(bytes: __m512i, before: __m512i) -> bool {
    let bound = _mm512_set1_epi8(0xa0_u8 as i8);
    let after_e0 = _mm512_cmpeq_epi8_mask(before, _mm512_set1_epi8(0xe0_u8 as i8));
    let after_ed = _mm512_cmpeq_epi8_mask(before, _mm512_set1_epi8(0xed_u8 as i8));
    let overlong = _mm512_mask_cmplt_epu8_mask(after_e0, bytes, bound);
    overlong | _mm512_mask_cmpge_epu8_mask(after_ed, bytes, bound) != 0
}

/// Returns whether a byte makes an overlong form of four bytes, or a number beyond U+10FFFF.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn has_invalid_four(bytes: __m512i, before: __m512i) -> bool {
    let bound = _mm512_set1_epi8(0x90_u8 as i8);
    let after_f0 = _mm512_cmpeq_epi8_mask(before, _mm512_set1_epi8(0xf0_u8 as i8));
    let after_f4 = _mm512_cmpeq_epi8_mask(before, _mm512_set1_epi8(0xf4_u8 as i8));
    let beyond = _mm512_cmpge_epu8_mask(bytes, _mm512_set1_epi8(0xf5_u8 as i8));
    let overlong = _mm512_mask_cmplt_epu8_mask(after_f0, bytes, bound);
    beyond | overlong | _mm512_mask_cmpge_epu8_mask(after_f4, bytes, bound) != 0
}

/// Makes surrogates of the lanes in `leads` and `trails`.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn pairs(units: __m512i, leads: u32, trails: u32) -> __m512i {
    // 0x10000 less, ten bits down: 0x40 less.
    let start = _mm512_set1_epi16((0xd800_u16 - 0x40) as i16);
    let ten_bits = _mm512_and_si512(units, _mm512_set1_epi16(0x3ff));
    let trail = _mm512_add_epi16(ten_bits, _mm512_set1_epi16(0xdc00_u16 as i16));
    let units = _mm512_mask_add_epi16(units, leads, _mm512_srli_epi16::<4>(units), start);
    _mm512_mask_mov_epi16(units, trails, trail)
}
