//! Vectors of 32 bytes on x86-64.

#![expect(unsafe_code, reason = "one instruction a block; SAFETY.md §simd")]

use core::arch::x86_64::{
    __m256i, _mm256_add_epi8, _mm256_and_si256, _mm256_broadcastsi128_si256, _mm256_cmpeq_epi8,
    _mm256_cmpgt_epi8, _mm256_loadu_si256, _mm256_movemask_epi8, _mm256_or_si256, _mm256_set1_epi8,
    _mm256_shuffle_epi8, _mm256_srli_epi16, _mm256_storeu_si256, _mm256_sub_epi8, _mm256_xor_si256,
};

use super::Ssse3;
use crate::simd::class::ByteClass;
use crate::simd::find::find_in;
use crate::simd::vector::{Kernel, Simd};

/// One instruction of AVX2.
macro_rules! avx2 {
    ($instruction:expr) => {{
        // SAFETY: the methods that do this have an `Avx2`, so the processor has AVX2.
        unsafe { $instruction }
    }};
}

/// AVX2.
///
/// Invariant: it is only made where the processor has AVX2.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Avx2(());

impl Avx2 {
    /// Returns the instruction set if the processor has it.
    #[inline(always)]
    pub(crate) fn detect() -> Option<Self> {
        std::arch::is_x86_feature_detected!("avx2").then_some(Self(()))
    }

    /// Runs `kernel`, compiled for this instruction set.
    #[inline(always)]
    pub(crate) fn run<K: Kernel>(self, kernel: K) -> K::Output {
        #[target_feature(enable = "avx2")]
        fn compiled<K: Kernel>(simd: Avx2, kernel: K) -> K::Output {
            kernel.run(simd)
        }
        avx2!(compiled(self, kernel))
    }
}

impl Simd for Avx2 {
    type Array = [u8; 32];
    type Bytes = __m256i;
    type Mask = __m256i;
    type Table = __m256i;

    const LEN: usize = 32;
    const LOOKS_UP: bool = true;

    #[inline(always)]
    fn arrays(text: &[u8]) -> &[[u8; 32]] {
        text.as_chunks().0
    }

    #[inline(always)]
    fn arrays_mut(text: &mut [u8]) -> &mut [[u8; 32]] {
        text.as_chunks_mut().0
    }

    #[inline(always)]
    fn last(text: &[u8]) -> Option<&[u8; 32]> {
        text.last_chunk()
    }

    #[inline(always)]
    fn last_mut(text: &mut [u8]) -> Option<&mut [u8; 32]> {
        text.last_chunk_mut()
    }

    #[inline(always)]
    fn load(self, array: &[u8; 32]) -> __m256i {
        // SAFETY: as in `avx2!`; the reference is valid for reading 32 bytes at any alignment.
        unsafe { _mm256_loadu_si256(array.as_ptr().cast()) }
    }

    #[inline(always)]
    fn store(self, bytes: __m256i, array: &mut [u8; 32]) {
        // SAFETY: as in `avx2!`; the reference is valid for writing 32 bytes at any alignment.
        unsafe { _mm256_storeu_si256(array.as_mut_ptr().cast(), bytes) }
    }

    #[inline(always)]
    fn splat(self, byte: u8) -> __m256i {
        avx2!(_mm256_set1_epi8(byte.cast_signed()))
    }

    #[inline(always)]
    fn table(self, table: &[u8; 16]) -> __m256i {
        let table = Ssse3::of_avx2(self).load(table);
        avx2!(_mm256_broadcastsi128_si256(table))
    }

    #[inline(always)]
    fn and(self, a: __m256i, b: __m256i) -> __m256i {
        avx2!(_mm256_and_si256(a, b))
    }

    #[inline(always)]
    fn or(self, a: __m256i, b: __m256i) -> __m256i {
        avx2!(_mm256_or_si256(a, b))
    }

    #[inline(always)]
    fn xor(self, a: __m256i, b: __m256i) -> __m256i {
        avx2!(_mm256_xor_si256(a, b))
    }

    #[inline(always)]
    fn add(self, a: __m256i, b: __m256i) -> __m256i {
        avx2!(_mm256_add_epi8(a, b))
    }

    #[inline(always)]
    fn upper_nibbles(self, bytes: __m256i) -> __m256i {
        let shifted = avx2!(_mm256_srli_epi16::<4>(bytes));
        self.and(shifted, self.splat(0x0f))
    }

    #[inline(always)]
    fn lookup(self, table: __m256i, indices: __m256i) -> __m256i {
        avx2!(_mm256_shuffle_epi8(table, indices))
    }

    #[inline(always)]
    fn eq(self, a: __m256i, b: __m256i) -> __m256i {
        avx2!(_mm256_cmpeq_epi8(a, b))
    }

    #[inline(always)]
    fn less_signed(self, a: __m256i, b: __m256i) -> __m256i {
        avx2!(_mm256_cmpgt_epi8(b, a))
    }

    #[inline(always)]
    fn negative(self, bytes: __m256i) -> __m256i {
        // `any` and `first` look at the top bits only.
        bytes
    }

    #[inline(always)]
    fn contains_bit(self, bytes: __m256i, bit: __m256i) -> __m256i {
        self.eq(self.and(bytes, bit), bit)
    }

    #[inline(always)]
    fn either(self, a: __m256i, b: __m256i) -> __m256i {
        self.or(a, b)
    }

    #[inline(always)]
    fn any(self, mask: __m256i) -> bool {
        avx2!(_mm256_movemask_epi8(mask)) != 0
    }

    #[inline(always)]
    fn first(self, mask: __m256i) -> Option<usize> {
        let bits = avx2!(_mm256_movemask_epi8(mask));
        (bits != 0).then(|| bits.trailing_zeros() as usize)
    }

    #[inline(always)]
    fn last_place(self, mask: __m256i) -> Option<usize> {
        let bits = avx2!(_mm256_movemask_epi8(mask));
        (bits != 0).then(|| 31 - bits.leading_zeros() as usize)
    }

    #[inline(always)]
    fn keep(self, mask: __m256i, bytes: __m256i) -> __m256i {
        self.and(mask, bytes)
    }

    #[inline(always)]
    fn count(self, counts: __m256i, mask: __m256i) -> __m256i {
        // True is -1.
        avx2!(_mm256_sub_epi8(counts, mask))
    }

    #[inline(always)]
    fn find_short<C: ByteClass>(self, class: &C, text: &[u8]) -> Option<usize> {
        find_in_two(Ssse3::of_avx2(self), class, text)
    }
}

/// Searches a text of one to two vectors of `simd`, or a shorter one as `simd` does.
///
/// What an instruction set with vectors twice as long does with a text shorter than one of those.
#[inline(always)]
fn find_in_two<S: Simd, C: ByteClass>(simd: S, class: &C, text: &[u8]) -> Option<usize> {
    let (Some(head), Some(tail)) = (S::arrays(text).first(), S::last(text)) else {
        return simd.find_short(class, text);
    };
    if let Some(place) = find_in(simd, class, head) {
        return Some(place);
    }
    if text.len() == S::LEN {
        return None;
    }
    Some(text.len() - S::LEN + find_in(simd, class, tail)?)
}
