//! ASCII letters of either case: comparing without regard to it, and lowering it.

use super::Baseline;
use super::vector::{Kernel, Simd};

/// Where one of the 26 bytes from `first` on is.
#[inline(always)]
fn in_alphabet<S: Simd>(simd: S, bytes: S::Bytes, first: u8) -> S::Mask {
    // Moved so that they are the 26 least signed numbers.
    let moved = simd.add(bytes, simd.splat(0x80 - first));
    simd.less_signed(moved, simd.splat(0x80 + 26))
}

/// Returns `bytes` with the ASCII capitals among them as small letters.
#[inline(always)]
fn lowered<S: Simd>(simd: S, bytes: S::Bytes) -> S::Bytes {
    let capitals = in_alphabet(simd, bytes, b'A');
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
    let (a, b) = (simd.load(a), simd.load(b));
    let letters = in_alphabet(simd, simd.or(a, simd.splat(0x20)), b'a');
    let difference = simd.xor(a, b);
    let allowed = simd.and(difference, simd.keep(letters, simd.splat(0x20)));
    let difference = simd.xor(difference, allowed);
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
        return EqIgnoringCase { a, b }.run(Baseline::new());
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
    match from.len() {
        0..16 => CopyLowercase { from, to }.run(super::swar::Swar::new()),
        16..=32 if Baseline::LEN == 16 => copy_ends(from, to),
        33..=64 if Baseline::LEN == 16 => {
            let (from_tail, at) = (&from[from.len() - 32..], from.len() - 32);
            copy_ends(&from[..32], &mut to[..32]);
            copy_ends(from_tail, &mut to[at..]);
        }
        _ => super::run(CopyLowercase { from, to }),
    }
}

/// [`copy_lowercase`] of 16 to 32 bytes, with vectors of 16.
#[inline(always)]
fn copy_ends(from: &[u8], to: &mut [u8]) {
    let simd = Baseline::new();
    let (Some(head), Some(tail)) = (Baseline::arrays(from).first(), Baseline::last(from)) else {
        return;
    };
    let (head, tail) = (lowered(simd, simd.load(head)), lowered(simd, simd.load(tail)));
    if let Some(to) = Baseline::arrays_mut(to).first_mut() {
        simd.store(head, to);
    }
    if let Some(to) = Baseline::last_mut(to) {
        simd.store(tail, to);
    }
}
