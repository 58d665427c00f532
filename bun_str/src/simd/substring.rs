//! Byte strings in short texts.
//!
//! `memchr`'s searcher is the fastest on long ones, but spends more time on preparing itself than
//! a short text takes. Here a vector of places is tested at a time, by the first and the last byte
//! of the needle.

use super::vector::{Kernel, Simd};

/// Finds the first `needle` of two or more bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct FindString<'a> {
    pub(super) text: &'a [u8],
    pub(super) needle: &'a [u8],
}

impl Kernel for FindString<'_> {
    type Output = Option<usize>;

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) -> Option<usize> {
        let Self { text, needle } = self;
        let ([first, .., last], Some(place_max)) = (needle, text.len().checked_sub(needle.len()))
        else {
            return None;
        };
        let lasts = &text[needle.len() - 1..];
        // Each index of `firsts` and of `lasts` is a place at which the needle fits.
        let firsts = &text[..=place_max];
        let (Some(tail_firsts), Some(tail_lasts)) = (S::last(firsts), S::last(lasts)) else {
            return (0..firsts.len()).find(|&at| {
                firsts[at] == *first && lasts[at] == *last && text[at..].starts_with(needle)
            });
        };
        let wanted = (simd.splat(*first), simd.splat(*last));
        let pairs = S::arrays(firsts).iter().zip(S::arrays(lasts));
        for (index, (a, b)) in pairs.enumerate() {
            if let Some(place) = candidate(simd, wanted, a, b)
                && let Some(found) = compare(text, needle, index * S::LEN, place..S::LEN)
            {
                return Some(found);
            }
        }
        let place = candidate(simd, wanted, tail_firsts, tail_lasts)?;
        compare(text, needle, firsts.len() - S::LEN, place..S::LEN)
    }
}

/// Returns the first place at which both bytes are as wanted.
#[inline(always)]
fn candidate<S: Simd>(
    simd: S,
    wanted: (S::Bytes, S::Bytes),
    firsts: &S::Array,
    lasts: &S::Array,
) -> Option<usize> {
    // Equal in both is zero in the or of both differences.
    let difference =
        simd.or(simd.xor(simd.load(firsts), wanted.0), simd.xor(simd.load(lasts), wanted.1));
    simd.first(simd.eq(difference, simd.splat(0)))
}

/// Returns the first of the places behind `start` at which the needle is.
fn compare(
    text: &[u8],
    needle: &[u8],
    start: usize,
    mut places: core::ops::Range<usize>,
) -> Option<usize> {
    places.find(|place| text[start + place..].starts_with(needle)).map(|place| start + place)
}

/// Up to this length this is faster than preparing a searcher, and the worst text, in which every
/// place looks like the needle until it is compared, does not take long.
const SEARCHED_LEN_MAX: usize = 1024;

/// Returns the index of the first `needle`, of two or more bytes, in `text`.
#[inline(never)]
pub(crate) fn find_string(text: &[u8], needle: &[u8]) -> Option<usize> {
    let kernel = FindString { text, needle };
    if text.len() <= super::SHORT_LEN_MAX {
        kernel.run(super::Baseline::new())
    } else if text.len() <= SEARCHED_LEN_MAX {
        super::run(kernel)
    } else {
        memchr::memmem::find(text, needle)
    }
}
