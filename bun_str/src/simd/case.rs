//! ASCII letters of either case: comparing without regard to it, and lowering it.

use super::vector::{Kernel, Simd};

/// Returns `bytes` with the ASCII capitals among them as small letters.
#[inline(always)]
fn lowered<S: Simd>(simd: S, bytes: S::Bytes) -> S::Bytes {
    // Moved so that the 26 capitals are the 26 least signed numbers.
    let moved = simd.add(bytes, simd.splat(0x80 - b'A'));
    let capitals = simd.less_signed(moved, simd.splat(0x80 + 26));
    simd.or(bytes, simd.keep(capitals, simd.splat(0x20)))
}

/// Whether two texts of one length are equal but for the case of ASCII letters.
#[derive(Clone, Copy, Debug)]
pub(super) struct EqIgnoringCase<'a> {
    pub(super) a: &'a [u8],
    pub(super) b: &'a [u8],
}

impl Kernel for EqIgnoringCase<'_> {
    type Output = bool;

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) -> bool {
        let Self { a, b } = self;
        let (Some(last_a), Some(last_b)) = (S::last(a), S::last(b)) else {
            return a.eq_ignore_ascii_case(b);
        };
        for (a, b) in S::arrays(a).iter().zip(S::arrays(b)) {
            if differs(simd, a, b) {
                return false;
            }
        }
        !differs(simd, last_a, last_b)
    }
}

#[inline(always)]
fn differs<S: Simd>(simd: S, a: &S::Array, b: &S::Array) -> bool {
    let difference = simd.xor(lowered(simd, simd.load(a)), lowered(simd, simd.load(b)));
    // The difference is zero where nothing is below 1 as an unsigned number.
    let flipped = simd.xor(difference, simd.splat(0x80));
    simd.any(simd.less_signed(simd.splat(0x80), flipped))
}

/// Returns whether `a` and `b` have one length and differ at most in the case of ASCII letters.
#[inline]
pub(crate) fn eq_ignoring_case(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let kernel = EqIgnoringCase { a, b };
    if a.len() <= super::SHORT_LEN_MAX { short_eq(a, b) } else { super::run(kernel) }
}

#[inline(always)]
fn short_eq(a: &[u8], b: &[u8]) -> bool {
    if a.len() >= 16 {
        return EqIgnoringCase { a, b }.run(super::Baseline::new());
    }
    if a.len() >= 8 {
        return EqIgnoringCase { a, b }.run(super::swar::Swar::new());
    }
    if let (Some(head_a), Some(tail_a), Some(head_b), Some(tail_b)) =
        (a.first_chunk(), a.last_chunk(), b.first_chunk(), b.last_chunk())
    {
        let pair = |head: &[u8; 4], tail: &[u8; 4]| {
            let (head, tail) = (u32::from_le_bytes(*head), u32::from_le_bytes(*tail));
            (u64::from(head) | u64::from(tail) << 32).to_le_bytes()
        };
        let (a, b) = (pair(head_a, tail_a), pair(head_b, tail_b));
        return !differs(super::swar::Swar::new(), &a, &b);
    }
    a.eq_ignore_ascii_case(b)
}

/// Writes a text to another place with its ASCII capitals as small letters.
#[derive(Debug)]
pub(super) struct CopyLowercase<'a> {
    pub(super) from: &'a [u8],
    /// As long as `from`.
    pub(super) to: &'a mut [u8],
}

impl Kernel for CopyLowercase<'_> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) {
        let Self { from, to } = self;
        for (from, to) in S::arrays(from).iter().zip(S::arrays_mut(to)) {
            simd.store(lowered(simd, simd.load(from)), to);
        }
        if let (Some(from), Some(to)) = (S::last(from), S::last_mut(to)) {
            simd.store(lowered(simd, simd.load(from)), to);
        } else {
            for (from, to) in from.iter().zip(to) {
                *to = from.to_ascii_lowercase();
            }
        }
    }
}

/// Writes `from` to `to`, of the same length, with its ASCII capitals as small letters.
#[inline]
pub(crate) fn copy_lowercase(from: &[u8], to: &mut [u8]) {
    let kernel = CopyLowercase { from, to };
    match kernel.from.len() {
        0..16 => kernel.run(super::swar::Swar::new()),
        16..=super::SHORT_LEN_MAX => kernel.run(super::Baseline::new()),
        _ => super::run(kernel),
    }
}
