//! The instruction sets of x86-64 processors.

mod avx2;
mod sse;

pub(super) use avx2::Avx2;
pub(super) use sse::{Sse2, Ssse3};

use super::vector::Kernel;

/// The instruction set that needs no detection.
pub(super) type Baseline = Sse2;

/// Runs `kernel`, compiled for the best instruction set of this processor.
///
/// The answer of the detection is cached by the standard library: a load and a test.
#[inline(always)]
pub(super) fn run<K: Kernel>(kernel: K) -> K::Output {
    if let Some(avx2) = Avx2::detect() {
        avx2.run(kernel)
    } else if let Some(ssse3) = Ssse3::detect() {
        ssse3.run(kernel)
    } else {
        kernel.run(Sse2::new())
    }
}
