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
        let arrays = S::arrays(firsts).iter().zip(S::arrays(lasts)).enumerate();
        let starts = arrays.map(|(index, (a, b))| (index * S::LEN, a, b));
        let tail = (firsts.len() - S::LEN, tail_firsts, tail_lasts);
        for (start, a, b) in starts.chain([tail]) {
            // Equal in both is zero in the or of both differences.
            let difference = simd.or(
                simd.xor(simd.load(a), simd.splat(*first)),
                simd.xor(simd.load(b), simd.splat(*last)),
            );
            let Some(place) = simd.first(simd.eq(difference, simd.splat(0))) else { continue };
            let places = start + place..start + S::LEN;
            if let Some(found) = places.into_iter().find(|&at| text[at..].starts_with(needle)) {
                return Some(found);
            }
        }
        None
    }
}

/// Up to this length this is faster than preparing a searcher.
const SHORT_LEN_MAX: usize = 96;

/// Returns the index of the first `needle`, of two or more bytes, in `text`.
pub(crate) fn find_string(text: &[u8], needle: &[u8]) -> Option<usize> {
    if text.len() <= SHORT_LEN_MAX {
        return FindString { text, needle }.run(super::Baseline::new());
    }
    memchr::memmem::find(text, needle)
}
