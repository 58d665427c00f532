//! The first byte of a class: one algorithm for every instruction set.
//!
//! No byte is looked at one at a time, except in texts below four bytes: the last vector overlaps
//! the one before it, whose bytes are known not to be in the class.

use super::class::ByteClass;
use super::vector::{Kernel, Simd};

/// Finds the first byte of `class` in `text`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Find<'a, C> {
    pub(crate) class: C,
    pub(crate) text: &'a [u8],
}

impl<C: ByteClass> Kernel for Find<'_, C> {
    type Output = Option<usize>;

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) -> Option<usize> {
        find(simd, &self.class, self.text)
    }
}

/// Returns the index of the first byte of `class` in `text`.
#[inline(always)]
fn find<S: Simd, C: ByteClass>(simd: S, class: &C, text: &[u8]) -> Option<usize> {
    if C::TABLES && !S::LOOKS_UP {
        return text.iter().position(|&byte| class.contains(byte));
    }
    let (Some(head), Some(tail)) = (S::arrays(text).first(), S::last(text)) else {
        return simd.find_short(class, text);
    };
    if let Some(place) = find_in(simd, class, head) {
        return Some(place);
    }
    if text.len() == S::LEN {
        return None;
    }
    if text.len() > 2 * S::LEN
        && let Some(found) = find_in_middle(simd, class, text)
    {
        return Some(found);
    }
    Some(text.len() - S::LEN + find_in(simd, class, tail)?)
}

/// Returns the first place of a vector that is in the class.
#[inline(always)]
pub(super) fn find_in<S: Simd, C: ByteClass>(
    simd: S,
    class: &C,
    array: &S::Array,
) -> Option<usize> {
    simd.first(class.test(simd, simd.load(array)))
}

/// Searches all but the first vector and the bytes behind the last whole one.
#[inline(always)]
fn find_in_middle<S: Simd, C: ByteClass>(simd: S, class: &C, text: &[u8]) -> Option<usize> {
    // Loads that start at a multiple of their size never touch two cache lines.
    let start = match text.as_ptr().align_offset(S::LEN) {
        start if start > 0 && start <= S::LEN => start,
        _ => S::LEN,
    };
    let (blocks, rest) = S::arrays(&text[start..]).as_chunks::<4>();
    for (index, block) in blocks.iter().enumerate() {
        let [a, b, c, d] = block;
        let first = class.test(simd, simd.load(a));
        let second = class.test(simd, simd.load(b));
        let third = class.test(simd, simd.load(c));
        let fourth = class.test(simd, simd.load(d));
        let any = simd.either(simd.either(first, second), simd.either(third, fourth));
        if simd.any(any) {
            let at = start + index * 4 * S::LEN;
            return simd
                .first(first)
                .or_else(|| Some(S::LEN + simd.first(second)?))
                .or_else(|| Some(2 * S::LEN + simd.first(third)?))
                .or_else(|| Some(3 * S::LEN + simd.first(fourth)?))
                .map(|place| at + place);
        }
    }
    let start = start + blocks.len() * 4 * S::LEN;
    for (index, array) in rest.iter().enumerate() {
        if let Some(place) = find_in(simd, class, array) {
            return Some(start + index * S::LEN + place);
        }
    }
    None
}

/// Returns the index of the last byte of `class` in a text of 16 to 32 bytes, from vectors of 16.
#[inline(always)]
pub(super) fn find_last_in_two<S: Simd, C: ByteClass>(
    simd: S,
    class: &C,
    text: &[u8],
) -> Option<usize> {
    let last_in = |array| simd.last_place(class.test(simd, simd.load(array)));
    let tail = last_in(S::last(text)?).map(|place| text.len() - S::LEN + place);
    tail.or_else(|| last_in(S::arrays(text).first()?))
}
