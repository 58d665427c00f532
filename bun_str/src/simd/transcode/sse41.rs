//! Conversions by byte shuffles from tables, with SSSE3 and SSE4.1.
//!
//! UTF-8 is validated first, in pieces that stay in the first-level cache, by the validator of
//! [`crate::strings::is_valid_utf8`]; the shuffles then trust the text. Were it ill-formed after
//! all, they would write nonsense into the output, and still nothing outside of it.

#![expect(unsafe_code, reason = "vector loads and stores, and calls that need detected features")]

use core::arch::x86_64::{
    __m128i, _mm_and_si128, _mm_blendv_epi8, _mm_castsi128_ps, _mm_cmpeq_epi16, _mm_cmpgt_epi16,
    _mm_cmpgt_epi32, _mm_cmplt_epi8, _mm_cvtepu16_epi32, _mm_extract_epi32, _mm_loadu_si128,
    _mm_movemask_epi8, _mm_movemask_ps, _mm_or_si128, _mm_packs_epi16, _mm_packus_epi16,
    _mm_packus_epi32, _mm_set1_epi8, _mm_set1_epi16, _mm_set1_epi32, _mm_setzero_si128,
    _mm_shuffle_epi8, _mm_slli_epi16, _mm_slli_epi32, _mm_srli_epi16, _mm_srli_epi32,
    _mm_srli_si128, _mm_storel_epi64, _mm_storeu_si128, _mm_unpackhi_epi8, _mm_unpacklo_epi8,
};
use core::mem::MaybeUninit;

use super::tables::{FOUR, PACK_THREE, PACK_TWO, SHUFFLES, SIX, SPLITS, Shuffle};
use super::{Progress, narrow_prefix, widen_prefix};

/// Bytes that are validated together.
const PIECE: usize = 4096;
/// Bytes of a vector.
const LANES: usize = 16;
/// Units of a vector.
const UNITS: usize = 8;

/// Converts a prefix of UTF-8 to UTF-16.
pub(super) fn utf8_to_utf16(source: &[u8], out: &mut [MaybeUninit<u16>]) -> Progress {
    let mut total = widen_prefix(source, out);
    while source.len() - total.read >= LANES {
        let rest = &source[total.read..];
        let valid = valid_prefix(&rest[..piece_len(rest)]);
        // SAFETY: every level that leads here was detected with SSSE3 and SSE4.1.
        let progress = unsafe { decode(valid, &mut out[total.written..]) };
        if progress.read == 0 {
            break;
        }
        total.read += progress.read;
        total.written += progress.written;
    }
    total
}

/// The length of the first piece: it cuts no character.
fn piece_len(rest: &[u8]) -> usize {
    if rest.len() <= PIECE {
        return rest.len();
    }
    (PIECE - 3..=PIECE).rfind(|&at| rest[at] & 0xc0 != 0x80).unwrap_or(PIECE)
}

/// The well-formed part of `bytes`.
fn valid_prefix(bytes: &[u8]) -> &[u8] {
    match simdutf8::compat::from_utf8(bytes) {
        Ok(text) => text.as_bytes(),
        Err(error) => &bytes[..error.valid_up_to()],
    }
}

/// Converts a prefix of UTF-16 to UTF-8.
pub(super) fn utf16_to_utf8(source: &[u16], out: &mut [MaybeUninit<u8>]) -> Progress {
    let mut total = narrow_prefix(source, out);
    // SAFETY: as in `utf8_to_utf16`.
    let progress = unsafe { encode(&source[total.read..], &mut out[total.written..]) };
    total.read += progress.read;
    total.written += progress.written;
    total
}

#[inline]
#[target_feature(enable = "sse4.1")]
fn load_bytes(bytes: &[u8; LANES]) -> __m128i {
    // SAFETY: the array has the sixteen bytes.
    unsafe { _mm_loadu_si128(bytes.as_ptr().cast()) }
}

#[inline]
#[target_feature(enable = "sse4.1")]
fn load_units(units: &[u16; UNITS]) -> __m128i {
    // SAFETY: as in `load_bytes`.
    unsafe { _mm_loadu_si128(units.as_ptr().cast()) }
}

#[inline]
#[target_feature(enable = "sse4.1")]
fn store<T>(place: &mut [MaybeUninit<T>], vector: __m128i) {
    const { assert!(size_of::<T>() <= 2) };
    assert!(size_of_val(place) >= LANES);
    // SAFETY: the place has sixteen bytes or more; callers use it for integers.
    unsafe { _mm_storeu_si128(place.as_mut_ptr().cast(), vector) }
}

#[inline]
#[target_feature(enable = "sse4.1")]
fn store_four(place: &mut [MaybeUninit<u16>; 4], units: __m128i) {
    // SAFETY: the array has the eight bytes.
    unsafe { _mm_storel_epi64(place.as_mut_ptr().cast(), units) }
}

#[inline]
#[target_feature(enable = "ssse3,sse4.1")]
fn shuffle(bytes: __m128i, by: &Shuffle) -> __m128i {
    _mm_shuffle_epi8(bytes, load_bytes(by))
}

/// Decodes well-formed text until too little of it or of the output is left.
#[target_feature(enable = "ssse3,sse4.1")]
fn decode(text: &[u8], out: &mut [MaybeUninit<u16>]) -> Progress {
    let Progress { mut read, mut written } = Progress::default();
    while let (Some(window), Some(place)) =
        (text[read..].first_chunk::<LANES>(), out[written..].first_chunk_mut::<LANES>())
    {
        let bytes = load_bytes(window);
        if _mm_movemask_epi8(bytes) == 0 {
            let (low, high) = place.split_at_mut(UNITS);
            store(low, _mm_unpacklo_epi8(bytes, _mm_setzero_si128()));
            store(high, _mm_unpackhi_epi8(bytes, _mm_setzero_si128()));
            read += LANES;
            written += LANES;
            continue;
        }
        // A byte is the last of its character if the next one continues none.
        let first = !_mm_movemask_epi8(_mm_cmplt_epi8(bytes, _mm_set1_epi8(-64)));
        let ends = first as u32 >> 1;
        let split = SPLITS[ends as usize & 0xfff];
        if split.len == 0 {
            break;
        }
        let lanes = shuffle(bytes, &SHUFFLES[usize::from(split.shuffle)]);
        written += if split.shuffle < SIX {
            decode_six(lanes, place)
        } else if split.shuffle < FOUR {
            decode_four(lanes, place)
        } else {
            decode_three(lanes, place)
        };
        read += usize::from(split.len);
    }
    Progress { read, written }
}

/// Six characters of one or two bytes.
#[inline]
#[target_feature(enable = "sse4.1")]
fn decode_six(lanes: __m128i, place: &mut [MaybeUninit<u16>; LANES]) -> usize {
    let low = _mm_and_si128(lanes, _mm_set1_epi16(0x7f));
    let high = _mm_and_si128(lanes, _mm_set1_epi16(0x1f00));
    let units = _mm_or_si128(low, _mm_srli_epi16::<2>(high));
    let [four @ .., fifth, sixth, _, _, _, _, _, _, _, _, _, _] = place;
    store_four(four, units);
    let two = _mm_extract_epi32::<2>(units) as u32;
    fifth.write(two as u16);
    sixth.write((two >> 16) as u16);
    6
}

/// Four characters of up to three bytes.
#[inline]
#[target_feature(enable = "sse4.1")]
fn decode_four(lanes: __m128i, place: &mut [MaybeUninit<u16>; LANES]) -> usize {
    let low = _mm_and_si128(lanes, _mm_set1_epi32(0x7f));
    let middle = _mm_and_si128(lanes, _mm_set1_epi32(0x3f00));
    let high = _mm_and_si128(lanes, _mm_set1_epi32(0x0f_0000));
    let code_points =
        _mm_or_si128(_mm_or_si128(low, _mm_srli_epi32::<2>(middle)), _mm_srli_epi32::<4>(high));
    let [four @ .., _, _, _, _, _, _, _, _, _, _, _, _] = place;
    store_four(four, _mm_packus_epi32(code_points, code_points));
    4
}

/// Three characters of up to four bytes.
#[inline]
#[target_feature(enable = "sse4.1")]
fn decode_three(lanes: __m128i, place: &mut [MaybeUninit<u16>; LANES]) -> usize {
    let lanes = [
        _mm_extract_epi32::<0>(lanes) as u32,
        _mm_extract_epi32::<1>(lanes) as u32,
        _mm_extract_epi32::<2>(lanes) as u32,
    ];
    let mut written = 0;
    for lane in lanes {
        let low = lane & 0x7f | (lane & 0x3f00) >> 2;
        if lane < 0x0100_0000 {
            place[written].write((low | (lane & 0x0f_0000) >> 4) as u16);
            written += 1;
        } else {
            let code_point = low | (lane & 0x3f_0000) >> 4 | (lane & 0x0700_0000) >> 6;
            place[written].write(((code_point >> 10) + 0xd7c0) as u16);
            place[written + 1].write((code_point & 0x3ff | 0xdc00) as u16);
            written += 2;
        }
    }
    written
}

/// Encodes until a surrogate is met, or too little of the text or of the output is left.
///
/// A vector that is stored reaches beyond what it is for, but only while the rest of the text will
/// take more room than that.
#[target_feature(enable = "ssse3,sse4.1")]
fn encode(source: &[u16], out: &mut [MaybeUninit<u8>]) -> Progress {
    /// The longest result of eight units below, and the three bytes that a short buffer leaves.
    const ROOM: usize = 4 * 3 + LANES + 3;
    let Progress { mut read, mut written } = Progress::default();
    while let (Some(window), Some(place)) = (
        source[read..].first_chunk::<{ UNITS + LANES }>(),
        out[written..].first_chunk_mut::<ROOM>(),
    ) {
        let Some(window) = window.first_chunk::<UNITS>() else { break };
        let units = load_units(window);
        let wide = _mm_movemask_epi8(above(units, 0x7f));
        if wide == 0 {
            store(place, _mm_packus_epi16(units, units));
            read += UNITS;
            written += UNITS;
            continue;
        }
        let long = above(units, 0x7ff);
        written += if _mm_movemask_epi8(long) == 0 {
            encode_two_bytes(units, wide, place)
        } else {
            let top = _mm_and_si128(units, _mm_set1_epi16(0xf800_u16 as i16));
            let surrogate = _mm_cmpeq_epi16(top, _mm_set1_epi16(0xd800_u16 as i16));
            if _mm_movemask_epi8(surrogate) != 0 {
                break;
            }
            let low = encode_three_bytes(_mm_cvtepu16_epi32(units), place);
            let high = _mm_cvtepu16_epi32(_mm_srli_si128::<8>(units));
            low + encode_three_bytes(high, &mut place[low..])
        };
        read += UNITS;
    }
    Progress { read, written }
}

/// The lanes above `bound`, unsigned.
#[inline]
#[target_feature(enable = "sse4.1")]
fn above(units: __m128i, bound: u16) -> __m128i {
    let flip = i16::MIN;
    let flipped = core::arch::x86_64::_mm_xor_si128(units, _mm_set1_epi16(flip));
    _mm_cmpgt_epi16(flipped, _mm_set1_epi16(bound as i16 ^ flip))
}

/// Eight units below 0x800; `wide` has two bits for each that takes two bytes.
#[inline]
#[target_feature(enable = "ssse3,sse4.1")]
fn encode_two_bytes(units: __m128i, wide: i32, place: &mut [MaybeUninit<u8>]) -> usize {
    let mask = _mm_packs_epi16(above(units, 0x7f), _mm_setzero_si128());
    let mask = _mm_movemask_epi8(mask) as usize & 0xff;
    debug_assert_eq!(mask.count_ones() * 2, wide.count_ones());
    let low6 = _mm_and_si128(units, _mm_set1_epi16(0x3f));
    let two = _mm_or_si128(_mm_slli_epi16::<8>(low6), _mm_srli_epi16::<6>(units));
    let two = _mm_or_si128(two, _mm_set1_epi16(0x80c0_u16 as i16));
    let bytes = _mm_blendv_epi8(_mm_slli_epi16::<8>(units), two, above(units, 0x7f));
    store(place, shuffle(bytes, &PACK_TWO[mask]));
    UNITS + mask.count_ones() as usize
}

/// Four code points that are no surrogates.
#[inline]
#[target_feature(enable = "ssse3,sse4.1")]
fn encode_three_bytes(units: __m128i, place: &mut [MaybeUninit<u8>]) -> usize {
    let wide = _mm_cmpgt_epi32(units, _mm_set1_epi32(0x7f));
    let long = _mm_cmpgt_epi32(units, _mm_set1_epi32(0x7ff));
    let mask = _mm_movemask_ps(_mm_castsi128_ps(wide)) as usize
        | (_mm_movemask_ps(_mm_castsi128_ps(long)) as usize) << 4;
    let six = _mm_set1_epi32(0x3f);
    let first = _mm_srli_epi32::<12>(units);
    let second = _mm_and_si128(_mm_srli_epi32::<6>(units), six);
    let third = _mm_and_si128(units, six);
    let bits =
        _mm_or_si128(_mm_or_si128(first, _mm_slli_epi32::<8>(second)), _mm_slli_epi32::<16>(third));
    let tags = _mm_blendv_epi8(_mm_set1_epi32(0x80_c000), _mm_set1_epi32(0x80_80e0), long);
    let bytes = _mm_blendv_epi8(_mm_slli_epi32::<16>(units), _mm_or_si128(bits, tags), wide);
    store(place, shuffle(bytes, &PACK_THREE[mask]));
    4 + mask.count_ones() as usize
}
