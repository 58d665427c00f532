//! Lengths of conversions, by counting.
//!
//! One loop each, over pieces whose count fits the lane that it counts in. The loops have no
//! vector instruction in them: they are compiled once more for wider vectors.

#![cfg_attr(
    all(target_arch = "x86_64", not(bun_force_scalar)),
    expect(unsafe_code, reason = "calls that need a detected feature")
)]

#[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
use super::level::Level;

/// Bytes in a piece: two for each fit a byte.
const BYTES: usize = 64;
/// Units in a piece.
const UNITS: usize = 32;

/// Declares `$name` as `$sum`, compiled for each level.
macro_rules! by_level {
    ($(#[$attribute:meta])* $name:ident = $sum:ident($type:ty)) => {
        $(#[$attribute])*
        #[inline]
        pub(crate) fn $name(source: &[$type]) -> usize {
            #[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
            {
                #[target_feature(enable = "avx2")]
                fn avx2(source: &[$type]) -> usize {
                    $sum(source)
                }
                if source.len() >= BYTES {
                    match Level::get() {
                        // SAFETY: the level was detected with these features.
                        Level::Avx512 => return unsafe { super::avx512::$sum(source) },
                        // SAFETY: as above.
                        Level::Avx2 => return unsafe { avx2(source) },
                        _ => {}
                    }
                }
            }
            $sum(source)
        }
    };
}

by_level! {
    /// Returns the units that well-formed UTF-8 takes in UTF-16. For other bytes it is a number
    /// that is at most theirs.
    utf16_len_in_utf8 = count_utf8(u8)
}

by_level! {
    /// Returns the bytes that Latin-1 takes in UTF-8.
    latin1_len_in_utf8 = count_latin1(u8)
}

by_level! {
    /// Returns the bytes that UTF-16 takes in UTF-8, three of them for a lone surrogate.
    utf8_len_in_utf16 = count_utf16(u16)
}

/// One for each first byte, one more for the first of four.
#[inline(always)]
fn count_utf8(source: &[u8]) -> usize {
    sum_bytes(source, |byte| u8::from(byte & 0xc0 != 0x80) + u8::from(byte >= 0xf0))
}

/// One for each byte, one more beyond ASCII.
#[inline(always)]
fn count_latin1(source: &[u8]) -> usize {
    source.len() + sum_bytes(source, |byte| byte >> 7)
}

/// Sums `value`, which is at most 2.
#[inline(always)]
fn sum_bytes(source: &[u8], value: impl Fn(u8) -> u8) -> usize {
    let (pieces, rest) = source.as_chunks::<BYTES>();
    let piece = |bytes: &[u8]| usize::from(bytes.iter().map(|byte| value(*byte)).sum::<u8>());
    pieces.iter().map(|bytes| piece(bytes)).sum::<usize>() + piece(rest)
}

/// Three for a surrogate, less two for a pair: four together.
#[inline(always)]
fn count_utf16(source: &[u16]) -> usize {
    let [_, following @ ..] = source else { return 0 };
    let value = |unit: u16, next: u16| {
        let pair = unit & 0xfc00 == 0xd800 && next & 0xfc00 == 0xdc00;
        1 + u16::from(unit >= 0x80) + u16::from(unit >= 0x800) - 2 * u16::from(pair)
    };
    let pieces = following.len() / UNITS;
    let mut total = 0;
    for (units, next) in source.chunks_exact(UNITS).zip(following.chunks_exact(UNITS)).take(pieces)
    {
        let sum: u16 = units.iter().zip(next).map(|(unit, next)| value(*unit, *next)).sum();
        total += usize::from(sum);
    }
    let rest = &source[pieces * UNITS..];
    let next = rest.iter().skip(1).chain(&[0]);
    total
        + rest.iter().zip(next).map(|(unit, next)| usize::from(value(*unit, *next))).sum::<usize>()
}
