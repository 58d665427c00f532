//! Sixteen units of a path, looked at all at once: which separators may be one too much.
//!
//! [`suspects`] says for each unit whether a separator there may stand before `.`, before another
//! separator, or be of the kind that is not written. The answer is sometimes wrongly yes, since
//! `.` may start a name: who asks looks at what follows. Bytes are compared with SSE2, elsewhere
//! in words; wide units one after the other.
//!
//! A loop over bytes was tried first. Inlined, the compiler sees that the unit behind one is the
//! next unit, loads it once, and shuffles bytes from vector to vector.

#![cfg_attr(target_arch = "x86_64", expect(unsafe_code, reason = "instructions of SSE2"))]

use bun_str::strings::PathUnits;

use crate::PathChar;

/// How many units are looked at.
pub(super) const BLOCK: usize = 16;

/// Which bytes separate components; both may be the same.
#[derive(Clone, Copy)]
struct Separators {
    /// The one that is written.
    written: u8,
    other: u8,
}

/// Returns a bit for each unit of `units`, which `nexts` is one unit behind, where a separator may
/// be one too much; more bits for wide units.
#[inline(always)]
pub(super) fn suspects<T: PathChar>(
    units: &[T; BLOCK],
    nexts: &[T; BLOCK],
    written: T,
    is_separator: impl Fn(T) -> bool + Copy,
) -> u32 {
    if let (PathUnits::Bytes(units), PathUnits::Bytes(nexts)) = (T::view(units), T::view(nexts))
        && let (Some(units), Some(nexts)) = (units.first_chunk(), nexts.first_chunk())
    {
        let both = is_separator(T::from_u8(b'/')) & is_separator(T::from_u8(b'\\'));
        let written = if written.is(b'/') { b'/' } else { b'\\' };
        let other = if both { written ^ b'/' ^ b'\\' } else { written };
        return among_bytes(units, nexts, Separators { written, other });
    }
    let mut suspicious = 0;
    for at in 0..BLOCK {
        let (unit, next) = (units[at], nexts[at]);
        let bad_next = next.is(b'.') | is_separator(next) | (unit != written);
        suspicious |= u8::from(is_separator(unit) & bad_next);
    }
    if suspicious == 0 { 0 } else { (1 << BLOCK) - 1 }
}

#[cfg(not(target_arch = "x86_64"))]
use self::word::among_bytes;

#[cfg(target_arch = "x86_64")]
#[inline(always)]
fn among_bytes(units: &[u8; BLOCK], nexts: &[u8; BLOCK], separators: Separators) -> u32 {
    // SAFETY:
    // 1. Every x86-64 processor has SSE2.
    unsafe { sse2::among_bytes(units, nexts, separators) }
}

#[cfg(target_arch = "x86_64")]
mod sse2 {
    use core::arch::x86_64::{
        __m128i, _mm_and_si128, _mm_cmpeq_epi8, _mm_loadu_si128, _mm_movemask_epi8, _mm_or_si128,
        _mm_set1_epi8,
    };
    use core::ptr;

    use super::{BLOCK, Separators};

    #[inline]
    #[target_feature(enable = "sse2")]
    pub(super) fn among_bytes(
        units: &[u8; BLOCK],
        nexts: &[u8; BLOCK],
        Separators { written, other }: Separators,
    ) -> u32 {
        let (units, nexts) = (load(units), load(nexts));
        let mut bad_next = _mm_or_si128(equal(nexts, written), equal(nexts, b'.'));
        let mut suspicious = _mm_and_si128(equal(units, written), bad_next);
        if other != written {
            bad_next = _mm_or_si128(bad_next, equal(nexts, other));
            suspicious = _mm_and_si128(equal(units, written), bad_next);
            suspicious = _mm_or_si128(suspicious, equal(units, other));
        }
        _mm_movemask_epi8(suspicious).cast_unsigned()
    }

    #[inline]
    #[target_feature(enable = "sse2")]
    fn load(bytes: &[u8; BLOCK]) -> __m128i {
        // SAFETY:
        // 1. The array has the sixteen bytes that are loaded; the load is an unaligned one.
        unsafe { _mm_loadu_si128(ptr::from_ref(bytes).cast()) }
    }

    #[inline]
    #[target_feature(enable = "sse2")]
    fn equal(bytes: __m128i, byte: u8) -> __m128i {
        _mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte.cast_signed()))
    }
}

/// Eight bytes in a word: what runs where there is no SSE2, and what tests compare that with.
#[cfg(any(test, not(target_arch = "x86_64")))]
mod word {
    use super::{BLOCK, Separators};

    const LOW: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = LOW << 7;

    #[inline]
    pub(super) fn among_bytes(
        units: &[u8; BLOCK],
        nexts: &[u8; BLOCK],
        Separators { written, other }: Separators,
    ) -> u32 {
        let (units, nexts) = (u128::from_le_bytes(*units), u128::from_le_bytes(*nexts));
        let of_word = |shift: u32| {
            let (units, nexts) = ((units >> shift) as u64, (nexts >> shift) as u64);
            let bad_next = equal(nexts, written) | equal(nexts, other) | equal(nexts, b'.');
            let mut suspicious = equal(units, written) & bad_next;
            if other != written {
                suspicious |= equal(units, other);
            }
            gather(suspicious)
        };
        of_word(0) | of_word(64) << 8
    }

    /// Returns the high bit of each byte that equals `byte`.
    #[inline]
    fn equal(bytes: u64, byte: u8) -> u64 {
        let differences = bytes ^ (LOW * u64::from(byte));
        // No addition carries into the next byte.
        !(((differences & !HIGH) + !HIGH) | differences) & HIGH
    }

    /// Moves the high bit of each byte to the lowest bits, in order.
    #[inline]
    fn gather(high_bits: u64) -> u32 {
        // Each product of a bit and a bit lands in a place of its own.
        ((high_bits >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u32
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{BLOCK, Separators, among_bytes, suspects, word};
    use crate::sep::{is_sep_any_t, is_sep_posix_t};

    fn naive(path: &[u8; BLOCK + 1], Separators { written, other }: Separators) -> u32 {
        (0..BLOCK).fold(0, |bits, at| {
            let (unit, next) = (path[at], path[at + 1]);
            let bad_next = [written, other, b'.'].contains(&next);
            let is_suspect = unit == written && bad_next || unit == other && other != written;
            bits | u32::from(is_suspect) << at
        })
    }

    fn compare(path: &[u8; BLOCK + 1]) {
        let units = path.first_chunk().expect("sixteen of seventeen");
        let nexts = path.last_chunk().expect("sixteen of seventeen");
        for [written, other] in [*b"//", *br"/\", *br"\/", *br"\\"] {
            let separators = || Separators { written, other };
            let expected = naive(path, separators());
            assert_eq!(among_bytes(units, nexts, separators()), expected, "{path:?}");
            assert_eq!(word::among_bytes(units, nexts, separators()), expected, "{path:?}");
        }
        let expected = naive(path, Separators { written: b'/', other: b'/' });
        assert_eq!(suspects(units, nexts, b'/', is_sep_posix_t), expected);
        let expected = naive(path, Separators { written: b'\\', other: b'/' });
        assert_eq!(suspects(units, nexts, b'\\', is_sep_any_t), expected);
        let (units, nexts) = (units.map(u16::from), nexts.map(u16::from));
        let wide = suspects(&units, &nexts, u16::from(b'\\'), is_sep_any_t);
        assert_eq!((wide & expected, wide == 0), (expected, expected == 0));
    }

    #[test]
    fn every_pair_of_neighbours() {
        let step = if cfg!(miri) { 4099 } else { 1 };
        for pair in (0..=u16::MAX).step_by(step).map(u16::to_le_bytes) {
            let mut path = [b'a'; BLOCK + 1];
            let at = usize::from(pair[0] ^ pair[1]) % BLOCK;
            path[at..at + 2].copy_from_slice(&pair);
            compare(&path);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            failure_persistence: None,
            cases: if cfg!(miri) { 1 } else { 500 },
            ..ProptestConfig::default()
        })]

        #[test]
        fn as_naive(path in proptest::array::uniform17(
            proptest::sample::select(b"a/.\\\0\x7f\x80\xaf\xdc\xae\xff".as_slice()),
        )) {
            compare(&path);
        }
    }
}
