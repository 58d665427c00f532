//! Text of 16-bit units.
//!
//! The compiler makes vector code of these loops by itself: an or over a block of fixed length.
//! They need an instruction set to be compiled for, but none of its operations.

use super::vector::{Kernel, Simd};

/// Bits that a unit has only when it is not ASCII.
const HIGH: u16 = 0xff80;
/// The same for eight units.
const HIGH_EIGHT: u128 = u128::from_ne_bytes([
    0x80, 0xff, 0x80, 0xff, 0x80, 0xff, 0x80, 0xff, 0x80, 0xff, 0x80, 0xff, 0x80, 0xff, 0x80, 0xff,
]);
/// Units that are read before a decision.
const BLOCK_LEN: usize = 64;

/// Returns the index of the first unit that is not ASCII.
#[inline]
pub(crate) fn first_non_ascii16(text: &[u16]) -> Option<usize> {
    if text.len() < BLOCK_LEN { first_in_eights(text) } else { super::run(FirstNonAscii16(text)) }
}

/// [`first_non_ascii16`] of a text of any length.
#[derive(Clone, Copy, Debug)]
pub(super) struct FirstNonAscii16<'a>(pub(super) &'a [u16]);

impl Kernel for FirstNonAscii16<'_> {
    type Output = Option<usize>;

    #[inline(always)]
    fn run<S: Simd>(self, _simd: S) -> Option<usize> {
        let (blocks, rest) = self.0.as_chunks::<BLOCK_LEN>();
        for (index, block) in blocks.iter().enumerate() {
            let mut all = 0;
            for unit in block {
                all |= unit;
            }
            if all & HIGH != 0 {
                return Some(index * BLOCK_LEN + first_in_eights(block)?);
            }
        }
        Some(blocks.len() * BLOCK_LEN + first_in_eights(rest)?)
    }
}

#[inline(always)]
fn first_in_eights(text: &[u16]) -> Option<usize> {
    let (eights, rest) = text.as_chunks::<8>();
    for (index, eight) in eights.iter().enumerate() {
        let mut all = 0_u128;
        for (place, &unit) in eight.iter().enumerate() {
            all |= u128::from(unit) << (16 * place);
        }
        let high = all & HIGH_EIGHT;
        if high != 0 {
            return Some(8 * index + high.trailing_zeros() as usize / 16);
        }
    }
    rest.iter().position(|&unit| unit & HIGH != 0).map(|place| 8 * eights.len() + place)
}
