//! UTF-8 to UTF-16, 64 bytes at a time.

use core::arch::x86_64::{
    __m512i, _mm512_add_epi16, _mm512_and_si512, _mm512_castsi512_si256, _mm512_cmpeq_epi8_mask,
    _mm512_cmpge_epu8_mask, _mm512_cmpge_epu16_mask, _mm512_cmplt_epi8_mask, _mm512_cvtepu8_epi16,
    _mm512_extracti64x4_epi64, _mm512_mask_add_epi16, _mm512_mask_cmpge_epu16_mask,
    _mm512_mask_cmplt_epu16_mask, _mm512_mask_mov_epi8, _mm512_mask_mov_epi16,
    _mm512_maskz_compress_epi8, _mm512_maskz_compress_epi16, _mm512_maskz_permutexvar_epi8,
    _mm512_maskz_slli_epi16, _mm512_movepi8_mask, _mm512_or_si512, _mm512_permutexvar_epi8,
    _mm512_set1_epi8, _mm512_set1_epi16, _mm512_slli_epi16, _mm512_srli_epi16, _mm512_sub_epi8,
    _mm512_sub_epi16, _mm512_ternarylogic_epi32, _pext_u64,
};
use core::mem::MaybeUninit;

use super::decode_whole::{decode_whole, widen_run};
use super::{LOW_BYTES, iota, load_bytes, low_bits, store_units};
use crate::simd::transcode::Progress;

#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
pub(super) fn utf8_to_utf16(source: &[u8], out: &mut [MaybeUninit<u16>]) -> Progress {
    let run = widen_run(source, out);
    let Progress { mut read, mut written } = Progress { read: run, written: run };
    while read < source.len() {
        Progress { read, written } = decode_whole(source, out, Progress { read, written });
        if read == source.len() {
            break;
        }
        let bytes = load_bytes(source, read);
        let len = (source.len() - read).min(64);
        let space = out.len() - written;
        if _mm512_movepi8_mask(bytes) == 0 {
            if space < len {
                break;
            }
            let low = _mm512_cvtepu8_epi16(_mm512_castsi512_si256(bytes));
            store_units(out, written, len.min(32), low);
            if len > 32 {
                let high = _mm512_cvtepu8_epi16(_mm512_extracti64x4_epi64::<1>(bytes));
                store_units(out, written + 32, len - 32, high);
            }
            read += len;
            written += len;
            continue;
        }
        let Some(block) = decode_block(bytes, len, out, written) else { break };
        read += block.read;
        written += block.written;
    }
    Progress { read, written }
}

/// Decodes `len` bytes to `out` from `start` on, but for a character that the end cuts. `None`
/// where a sequence is ill-formed or the units do not fit.
///
/// The unit of a character is at the position of its last byte; the first surrogate of a four-byte
/// character is at that of its third byte, which has all its bits.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn decode_block(
    bytes: __m512i,
    len: usize,
    out: &mut [MaybeUninit<u16>],
    start: usize,
) -> Option<Progress> {
    let space = out.len() - start;
    let continuation = _mm512_cmplt_epi8_mask(bytes, _mm512_set1_epi8(-64)) & low_bits(len);
    let lead2 = _mm512_cmpge_epu8_mask(bytes, _mm512_set1_epi8(0xc0_u8 as i8));
    let lead3 = _mm512_cmpge_epu8_mask(bytes, _mm512_set1_epi8(0xe0_u8 as i8));
    let lead4 = _mm512_cmpge_epu8_mask(bytes, _mm512_set1_epi8(0xf0_u8 as i8));

    // The first character that the end cuts stays for the next block.
    let cut = (lead2 & !low_bits(len - 1))
        | (lead3 & !low_bits(len.saturating_sub(2)))
        | (lead4 & !low_bits(len.saturating_sub(3)));
    let end = if cut == 0 { len } else { cut.trailing_zeros() as usize };
    if end == 0 {
        return None;
    }
    let inside = low_bits(end);
    let [continuation, lead2, lead3, lead4] =
        [continuation, lead2, lead3, lead4].map(|mask| mask & inside);
    if (lead2 << 1) | (lead3 << 2) | (lead4 << 3) != continuation {
        return None;
    }

    let last = (!continuation >> 1) | (1 << (end - 1));
    if lead3 == 0 {
        return decode_two_bytes(bytes, last & low_bits(end), end, out, start);
    }
    let masks = Masks {
        places: (last | (lead4 << 2)) & low_bits(end),
        has2: continuation,
        has3: continuation & (continuation << 1),
        leads: lead4 << 2,
        trails: lead4 << 3,
    };
    let payload = payloads(bytes, continuation, lead2, lead3);
    let written = masks.places.count_ones() as usize;
    if written > space {
        return None;
    }
    if written <= 32 {
        store_units(out, start, written, gather(payload, masks)?);
    } else {
        let (low, high) = spread(payload, masks)?;
        let first = (masks.places as u32).count_ones() as usize;
        store_units(out, start, first, low);
        store_units(out, start + first, written - first, high);
    }
    Some(Progress { read: end, written })
}

/// [`decode_block`] of one- and two-byte characters, whose last bytes are in `places`.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn decode_two_bytes(
    bytes: __m512i,
    places: u64,
    end: usize,
    out: &mut [MaybeUninit<u16>],
    start: usize,
) -> Option<Progress> {
    // 0xc0 and 0xc1 would start overlong forms.
    let overlong = _mm512_cmpeq_epi8_mask(
        _mm512_and_si512(bytes, _mm512_set1_epi8(0xfe_u8 as i8)),
        _mm512_set1_epi8(0xc0_u8 as i8),
    );
    let written = places.count_ones() as usize;
    if overlong & low_bits(end) != 0 || written > out.len() - start {
        return None;
    }
    let back = _mm512_sub_epi8(iota(), _mm512_set1_epi8(1));
    let before = _mm512_permutexvar_epi8(back, bytes);
    let join = |byte, before| {
        let byte = _mm512_cvtepu8_epi16(byte);
        let before = _mm512_cvtepu8_epi16(before);
        // A continuation byte is 0x80 more than its bits, and its lead shifted 0x3000.
        let joined = _mm512_sub_epi16(
            _mm512_add_epi16(_mm512_slli_epi16::<6>(before), byte),
            _mm512_set1_epi16(0x3080),
        );
        let continues = _mm512_cmpge_epu16_mask(byte, _mm512_set1_epi16(0x80));
        _mm512_mask_mov_epi16(byte, continues, joined)
    };
    let low = join(_mm512_castsi512_si256(bytes), _mm512_castsi512_si256(before));
    let high = join(_mm512_extracti64x4_epi64::<1>(bytes), _mm512_extracti64x4_epi64::<1>(before));
    let first = (places as u32).count_ones() as usize;
    let low = _mm512_maskz_compress_epi16(places as u32, low);
    store_units(out, start, first, low);
    let high = _mm512_maskz_compress_epi16((places >> 32) as u32, high);
    store_units(out, start + first, written - first, high);
    Some(Progress { read: end, written })
}

/// Which bytes of a block are what.
#[derive(Clone, Copy)]
struct Masks {
    /// A unit is made here: at the last byte of a character, and at the third of four.
    places: u64,
    /// It has bits of the byte before.
    has2: u64,
    /// And of the one before that.
    has3: u64,
    /// It is the first half of a pair.
    leads: u64,
    /// It is the second.
    trails: u64,
}

/// Makes up to 32 units by gathering the bytes of each.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn gather(payload: __m512i, masks: Masks) -> Option<__m512i> {
    let index = _mm512_maskz_compress_epi8(masks.places, iota());
    let index = _mm512_cvtepu8_epi16(_mm512_castsi512_si256(index));
    let one = _mm512_set1_epi16(1);
    let index2 = _mm512_sub_epi16(index, one);
    let index3 = _mm512_sub_epi16(index2, one);
    let pick = |mask| if mask == 0 { 0 } else { _pext_u64(mask, masks.places) as u32 };
    units(
        _mm512_maskz_permutexvar_epi8(LOW_BYTES, index, payload),
        _mm512_maskz_permutexvar_epi8(LOW_BYTES, index2, payload),
        _mm512_maskz_permutexvar_epi8(LOW_BYTES, index3, payload),
        [pick(masks.has2), pick(masks.has3), pick(masks.leads), pick(masks.trails)],
    )
}

/// Makes a unit at every byte, and brings those together that count: of the first 32 bytes and of
/// the others.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn spread(payload: __m512i, masks: Masks) -> Option<(__m512i, __m512i)> {
    let back = _mm512_sub_epi8(iota(), _mm512_set1_epi8(1));
    let before = _mm512_permutexvar_epi8(back, payload);
    let before2 = _mm512_permutexvar_epi8(back, before);
    let low = |bytes| _mm512_cvtepu8_epi16(_mm512_castsi512_si256(bytes));
    let high = |bytes| _mm512_cvtepu8_epi16(_mm512_extracti64x4_epi64::<1>(bytes));
    let Masks { places, has2, has3, leads, trails } = masks;
    let [has2, has3, leads, trails] = [has2, has3, leads, trails].map(|mask| mask & places);
    let first = [has2 as u32, has3 as u32, leads as u32, trails as u32];
    let second = [has2, has3, leads, trails].map(|mask| (mask >> 32) as u32);
    let first = units(low(payload), low(before), low(before2), first)?;
    let second = units(high(payload), high(before), high(before2), second)?;
    Some((
        _mm512_maskz_compress_epi16(places as u32, first),
        _mm512_maskz_compress_epi16((places >> 32) as u32, second),
    ))
}

/// Joins the bytes of units; the masks are [`Masks`]', by lane.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn units(
    byte1: __m512i,
    byte2: __m512i,
    byte3: __m512i,
    [has2, has3, leads, trails]: [u32; 4],
) -> Option<__m512i> {
    let byte2 = _mm512_maskz_slli_epi16::<6>(has2, byte2);
    let byte3 = _mm512_maskz_slli_epi16::<12>(has3, byte3);
    let units = _mm512_ternarylogic_epi32::<0xfe>(byte1, byte2, byte3);
    surrogates(units, has2, has3, leads, trails)
}

/// Removes the bits of each byte that tell its place in a sequence. A four-byte lead keeps one
/// of them, by which a lead above 0xf7 is found out.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn payloads(bytes: __m512i, continuation: u64, lead2: u64, lead3: u64) -> __m512i {
    let keep = _mm512_set1_epi8(0x7f);
    let keep = _mm512_mask_mov_epi8(keep, continuation, _mm512_set1_epi8(0x3f));
    let keep = _mm512_mask_mov_epi8(keep, lead2, _mm512_set1_epi8(0x1f));
    let keep = _mm512_mask_mov_epi8(keep, lead3, _mm512_set1_epi8(0x0f));
    _mm512_and_si512(bytes, keep)
}

/// Makes surrogates of the lanes in `leads` and `trails`; `None` where a lane holds an
/// overlong form, a surrogate of its own, or a number beyond U+10FFFF.
#[inline]
#[target_feature(enable = "avx512vbmi,avx512vbmi2,bmi1,bmi2,popcnt")]
fn surrogates(units: __m512i, has2: u32, has3: u32, leads: u32, trails: u32) -> Option<__m512i> {
    let three = has3 & !(leads | trails);
    let start = _mm512_set1_epi16(0xd800_u16 as i16);
    let distance = _mm512_sub_epi16(units, start);
    let block = _mm512_set1_epi16(0x800);
    let overlong = _mm512_mask_cmplt_epu16_mask(has2 & !has3, units, _mm512_set1_epi16(0x80))
        | _mm512_mask_cmplt_epu16_mask(three, units, block);
    let surrogate = _mm512_mask_cmplt_epu16_mask(three, distance, block);
    if overlong | surrogate != 0 {
        return None;
    }
    if leads | trails == 0 {
        return Some(units);
    }
    // 0x10000 less, ten bits down: 0x40 less.
    let high = _mm512_sub_epi16(_mm512_srli_epi16::<4>(units), _mm512_set1_epi16(0x40));
    let beyond = _mm512_mask_cmpge_epu16_mask(leads, high, _mm512_set1_epi16(0x400));
    if beyond != 0 {
        return None;
    }
    let units = _mm512_mask_add_epi16(units, leads, high, start);
    let low = _mm512_and_si512(units, _mm512_set1_epi16(0x3ff));
    let trail_start = _mm512_set1_epi16(0xdc00_u16 as i16);
    Some(_mm512_mask_mov_epi16(units, trails, _mm512_or_si512(low, trail_start)))
}
