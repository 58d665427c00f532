//! Which vector instructions this processor has, asked once.

use core::sync::atomic::{AtomicU8, Ordering};

use std::arch::is_x86_feature_detected;

/// A set of instructions that something here is written for; a later one includes the earlier.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[repr(u8)]
pub(super) enum Level {
    /// What every x86-64 processor has.
    Sse2 = 1,
    /// SSSE3's byte shuffle and SSE4.1.
    Sse41 = 2,
    /// AVX2.
    Avx2 = 3,
    /// AVX-512 with byte permutation and byte compression, and BMI2.
    Avx512 = 4,
}

/// The detected level, or zero. Threads that race to detect store the same value.
static LEVEL: AtomicU8 = AtomicU8::new(0);

impl Level {
    /// Returns this processor's level.
    #[inline]
    pub(super) fn get() -> Self {
        match LEVEL.load(Ordering::Relaxed) {
            1 => Self::Sse2,
            2 => Self::Sse41,
            3 => Self::Avx2,
            4 => Self::Avx512,
            _ => Self::detect(),
        }
    }

    #[cold]
    fn detect() -> Self {
        let level = if Self::has_avx512() {
            Self::Avx512
        } else if !is_x86_feature_detected!("sse4.1") || !is_x86_feature_detected!("ssse3") {
            Self::Sse2
        } else if is_x86_feature_detected!("avx2") {
            Self::Avx2
        } else {
            Self::Sse41
        };
        LEVEL.store(level as u8, Ordering::Relaxed);
        level
    }

    fn has_avx512() -> bool {
        // The first two include AVX-512's foundation and its byte and word instructions.
        is_x86_feature_detected!("avx512vbmi")
            && is_x86_feature_detected!("avx512vbmi2")
            && is_x86_feature_detected!("bmi1")
            && is_x86_feature_detected!("bmi2")
            && is_x86_feature_detected!("popcnt")
    }
}
