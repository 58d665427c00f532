//! How often a byte occurs.

use super::vector::{Kernel, Simd};

/// Counts `byte` in `text`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Count<'a> {
    pub(super) byte: u8,
    pub(super) text: &'a [u8],
}

/// A lane counts up to so many before it overflows.
const COUNT_MAX: usize = u8::MAX as usize;
/// No vector is longer.
const LEN_MAX: usize = 64;

impl Kernel for Count<'_> {
    type Output = usize;

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) -> usize {
        let wanted = simd.splat(self.byte);
        let arrays = S::arrays(self.text);
        let (blocks, rest) = arrays.as_chunks::<4>();
        let mut count = count_few(self.byte, &self.text[arrays.len() * S::LEN..]);
        for blocks in blocks.chunks(COUNT_MAX) {
            let mut lanes = [simd.splat(0); 4];
            for block in blocks {
                for (lanes, array) in lanes.iter_mut().zip(block) {
                    *lanes = simd.count(*lanes, simd.eq(simd.load(array), wanted));
                }
            }
            for lanes in lanes {
                count += sum(simd, lanes);
            }
        }
        let mut lanes = simd.splat(0);
        for array in rest {
            lanes = simd.count(lanes, simd.eq(simd.load(array), wanted));
        }
        count + sum(simd, lanes)
    }
}

#[inline(always)]
fn sum<S: Simd>(simd: S, lanes: S::Bytes) -> usize {
    const { assert!(S::LEN <= LEN_MAX) };
    let mut memory = [0; LEN_MAX];
    if let Some(array) = S::arrays_mut(&mut memory).first_mut() {
        simd.store(lanes, array);
    }
    memory.iter().map(|&lane| usize::from(lane)).sum()
}

/// Counts in a text shorter than [`COUNT_MAX`].
#[inline(always)]
fn count_few(byte: u8, text: &[u8]) -> usize {
    usize::from(text.iter().map(|&other| u8::from(other == byte)).sum::<u8>())
}

/// Returns how often `byte` occurs in `text`.
#[inline]
pub(crate) fn count(byte: u8, text: &[u8]) -> usize {
    if text.len() < LEN_MAX { count_few(byte, text) } else { super::run(Count { byte, text }) }
}
