//! Vectors of 16 bytes on x86-64: SSE2, which every such processor has, and SSSE3, which adds the
//! table lookup.

#![expect(unsafe_code, reason = "one instruction a block; SAFETY.md §simd")]

use core::arch::x86_64::{
    __m128i, _mm_add_epi8, _mm_and_si128, _mm_cmpeq_epi8, _mm_cmplt_epi8, _mm_loadu_si128,
    _mm_movemask_epi8, _mm_or_si128, _mm_set_epi64x, _mm_set1_epi8, _mm_shuffle_epi8,
    _mm_srli_epi16, _mm_storeu_si128, _mm_sub_epi8, _mm_xor_si128,
};

use crate::simd::class::ByteClass;
use crate::simd::short::find_below_16;
use crate::simd::swar::look_up_one;
use crate::simd::vector::{Kernel, Simd};

/// One instruction of SSE2.
macro_rules! sse2 {
    ($instruction:expr) => {{
        // SAFETY: SSE2 is part of x86-64.
        unsafe { $instruction }
    }};
}

/// SSE2, and SSSE3 if `SHUFFLES`.
///
/// Invariant: with `SHUFFLES` it is only made where the processor has SSSE3. SSE2 is part of
/// x86-64.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sse<const SHUFFLES: bool>(());

/// SSE2.
pub(crate) type Sse2 = Sse<false>;
/// SSSE3.
pub(crate) type Ssse3 = Sse<true>;

impl Sse2 {
    /// Returns the instruction set that is always there.
    #[inline(always)]
    pub(crate) const fn new() -> Self {
        Self(())
    }
}

impl Ssse3 {
    /// Returns the instruction set if the processor has it.
    #[inline(always)]
    pub(crate) fn detect() -> Option<Self> {
        std::arch::is_x86_feature_detected!("ssse3").then_some(Self(()))
    }

    /// Returns the instruction set, which is part of AVX2.
    #[inline(always)]
    pub(super) const fn of_avx2(_: super::Avx2) -> Self {
        Self(())
    }

    /// Runs `kernel`, compiled for this instruction set.
    #[inline(always)]
    pub(crate) fn run<K: Kernel>(self, kernel: K) -> K::Output {
        #[target_feature(enable = "ssse3")]
        fn compiled<K: Kernel>(simd: Ssse3, kernel: K) -> K::Output {
            kernel.run(simd)
        }
        // SAFETY: `self` exists, so the processor has SSSE3.
        unsafe { compiled(self, kernel) }
    }
}

impl<const SHUFFLES: bool> Simd for Sse<SHUFFLES> {
    type Array = [u8; 16];
    type Bytes = __m128i;
    type Mask = __m128i;
    type Table = __m128i;

    const LEN: usize = 16;
    const LOOKS_UP: bool = SHUFFLES;

    #[inline(always)]
    fn arrays(text: &[u8]) -> &[[u8; 16]] {
        text.as_chunks().0
    }

    #[inline(always)]
    fn arrays_mut(text: &mut [u8]) -> &mut [[u8; 16]] {
        text.as_chunks_mut().0
    }

    #[inline(always)]
    fn last(text: &[u8]) -> Option<&[u8; 16]> {
        text.last_chunk()
    }

    #[inline(always)]
    fn last_mut(text: &mut [u8]) -> Option<&mut [u8; 16]> {
        text.last_chunk_mut()
    }

    #[inline(always)]
    fn load(self, array: &[u8; 16]) -> __m128i {
        // SAFETY: the reference is valid for reading 16 bytes; no alignment is asked for.
        unsafe { _mm_loadu_si128(array.as_ptr().cast()) }
    }

    #[inline(always)]
    fn store(self, bytes: __m128i, array: &mut [u8; 16]) {
        // SAFETY: the reference is valid for writing 16 bytes; no alignment is asked for.
        unsafe { _mm_storeu_si128(array.as_mut_ptr().cast(), bytes) }
    }

    #[inline(always)]
    fn splat(self, byte: u8) -> __m128i {
        sse2!(_mm_set1_epi8(byte.cast_signed()))
    }

    #[inline(always)]
    fn table(self, table: &[u8; 16]) -> __m128i {
        self.load(table)
    }

    #[inline(always)]
    fn and(self, a: __m128i, b: __m128i) -> __m128i {
        sse2!(_mm_and_si128(a, b))
    }

    #[inline(always)]
    fn or(self, a: __m128i, b: __m128i) -> __m128i {
        sse2!(_mm_or_si128(a, b))
    }

    #[inline(always)]
    fn xor(self, a: __m128i, b: __m128i) -> __m128i {
        sse2!(_mm_xor_si128(a, b))
    }

    #[inline(always)]
    fn add(self, a: __m128i, b: __m128i) -> __m128i {
        sse2!(_mm_add_epi8(a, b))
    }

    #[inline(always)]
    fn upper_nibbles(self, bytes: __m128i) -> __m128i {
        let shifted = sse2!(_mm_srli_epi16::<4>(bytes));
        self.and(shifted, self.splat(0x0f))
    }

    #[inline(always)]
    fn lookup(self, table: __m128i, indices: __m128i) -> __m128i {
        if SHUFFLES {
            // SAFETY: `self` exists and `SHUFFLES` is true, so the processor has SSSE3.
            return unsafe { _mm_shuffle_epi8(table, indices) };
        }
        let (mut bytes, mut places) = ([0; 16], [0; 16]);
        self.store(table, &mut bytes);
        self.store(indices, &mut places);
        self.load(&places.map(|index| look_up_one(&bytes, index)))
    }

    #[inline(always)]
    fn eq(self, a: __m128i, b: __m128i) -> __m128i {
        sse2!(_mm_cmpeq_epi8(a, b))
    }

    #[inline(always)]
    fn less_signed(self, a: __m128i, b: __m128i) -> __m128i {
        sse2!(_mm_cmplt_epi8(a, b))
    }

    #[inline(always)]
    fn negative(self, bytes: __m128i) -> __m128i {
        // `any` and `first` look at the top bits only.
        bytes
    }

    #[inline(always)]
    fn contains_bit(self, bytes: __m128i, bit: __m128i) -> __m128i {
        self.eq(self.and(bytes, bit), bit)
    }

    #[inline(always)]
    fn either(self, a: __m128i, b: __m128i) -> __m128i {
        self.or(a, b)
    }

    #[inline(always)]
    fn any(self, mask: __m128i) -> bool {
        sse2!(_mm_movemask_epi8(mask)) != 0
    }

    #[inline(always)]
    fn first(self, mask: __m128i) -> Option<usize> {
        let bits = sse2!(_mm_movemask_epi8(mask));
        (bits != 0).then(|| bits.trailing_zeros() as usize)
    }

    #[inline(always)]
    fn last_place(self, mask: __m128i) -> Option<usize> {
        let bits = sse2!(_mm_movemask_epi8(mask));
        (bits != 0).then(|| 31 - bits.leading_zeros() as usize)
    }

    #[inline(always)]
    fn keep(self, mask: __m128i, bytes: __m128i) -> __m128i {
        self.and(mask, bytes)
    }

    #[inline(always)]
    fn count(self, counts: __m128i, mask: __m128i) -> __m128i {
        // True is -1.
        sse2!(_mm_sub_epi8(counts, mask))
    }

    #[inline(always)]
    fn find_short<C: ByteClass>(self, class: &C, text: &[u8]) -> Option<usize> {
        find_below_16(self, class, text, |low, high| {
            sse2!(_mm_set_epi64x(high.cast_signed(), low.cast_signed()))
        })
    }
}
