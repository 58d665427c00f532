//! Whether a text is ASCII: faster than where it stops being so.

use super::Baseline;
use super::vector::{Kernel, Simd};

/// Whether every byte is below 0x80.
#[derive(Clone, Copy, Debug)]
pub(super) struct AllAscii<'a>(pub(super) &'a [u8]);

/// From this length on it pays to start loads at multiples of their size.
const ALIGNED_LEN_MIN: usize = 1024;

impl Kernel for AllAscii<'_> {
    type Output = bool;

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) -> bool {
        let text = self.0;
        let (Some(head), Some(tail)) = (S::arrays(text).first(), S::last(text)) else {
            return is_short_ascii(text);
        };
        if any_high(simd, simd.or(simd.load(head), simd.load(tail))) {
            return false;
        }
        let start = match text.as_ptr().align_offset(S::LEN) {
            start if text.len() >= ALIGNED_LEN_MIN && start <= S::LEN => start,
            _ => 0,
        };
        let (blocks, rest) = S::arrays(&text[start..]).as_chunks::<4>();
        for [a, b, c, d] in blocks {
            let first = simd.or(simd.load(a), simd.load(b));
            let second = simd.or(simd.load(c), simd.load(d));
            if any_high(simd, simd.or(first, second)) {
                return false;
            }
        }
        let mut all = simd.splat(0);
        for array in rest {
            all = simd.or(all, simd.load(array));
        }
        !any_high(simd, all)
    }
}

#[inline(always)]
fn any_high<S: Simd>(simd: S, bytes: S::Bytes) -> bool {
    simd.any(simd.negative(bytes))
}

/// Up to this length no processor is asked.
const SHORT_LEN_MAX: usize = 64;

/// Returns whether every byte of `text` is below 0x80.
#[inline]
pub(crate) fn is_ascii(text: &[u8]) -> bool {
    if text.len() <= SHORT_LEN_MAX { is_short_ascii(text) } else { super::run(AllAscii(text)) }
}

/// Looks at as many bytes at a time as it can, the last of which overlap those before them.
#[inline(always)]
fn is_short_ascii(text: &[u8]) -> bool {
    const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);
    let simd = Baseline::new();
    if let Some(tail) = Baseline::last(text) {
        let mut all = simd.load(tail);
        for array in Baseline::arrays(text) {
            all = simd.or(all, simd.load(array));
        }
        return !any_high(simd, all);
    }
    if let (Some(head), Some(tail)) = (text.first_chunk(), text.last_chunk()) {
        return (u64::from_le_bytes(*head) | u64::from_le_bytes(*tail)) & HIGH == 0;
    }
    if let (Some(head), Some(tail)) = (text.first_chunk(), text.last_chunk()) {
        return (u32::from_le_bytes(*head) | u32::from_le_bytes(*tail)) & HIGH as u32 == 0;
    }
    text.iter().fold(0, |all, byte| all | byte) < 0x80
}
