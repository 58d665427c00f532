//! NEON: vectors of 16 bytes on 64-bit Arm, where every processor has it.

#![expect(unsafe_code, reason = "one instruction a block; SAFETY.md §simd")]

use core::arch::aarch64::{
    uint8x16_t, vaddq_u8, vandq_u8, vceqq_u8, vcltq_s8, vcombine_u8, vcreate_u8, vdupq_n_u8,
    veorq_u8, vget_lane_u64, vld1q_u8, vorrq_u8, vqtbl1q_u8, vreinterpret_u64_u8,
    vreinterpretq_s8_u8, vreinterpretq_u16_u8, vshrn_n_u16, vshrq_n_u8, vst1q_u8, vsubq_u8,
    vtstq_u8,
};

use super::class::ByteClass;
use super::short::find_below_16;
use super::vector::{Kernel, Simd};

/// One instruction of NEON.
macro_rules! neon {
    ($instruction:expr) => {{
        // SAFETY: NEON is part of every target this file is compiled for.
        unsafe { $instruction }
    }};
}

/// NEON.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Neon;

/// The instruction set that needs no detection.
pub(super) type Baseline = Neon;

/// Runs `kernel` with the only instruction set.
#[inline(always)]
pub(super) fn run<K: Kernel>(kernel: K) -> K::Output {
    kernel.run(Neon::new())
}

impl Neon {
    /// Returns the instruction set that is always there.
    #[inline(always)]
    pub(crate) const fn new() -> Self {
        Self
    }

    /// Returns four bits for each byte of the mask.
    #[inline(always)]
    fn nibbles(self, mask: uint8x16_t) -> u64 {
        let wide = neon!(vreinterpretq_u16_u8(mask));
        let narrow = neon!(vshrn_n_u16::<4>(wide));
        let word = neon!(vreinterpret_u64_u8(narrow));
        neon!(vget_lane_u64::<0>(word))
    }
}

impl Simd for Neon {
    type Array = [u8; 16];
    type Bytes = uint8x16_t;
    type Mask = uint8x16_t;
    type Table = uint8x16_t;

    const LEN: usize = 16;
    const LOOKS_UP: bool = true;

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
    fn load(self, array: &[u8; 16]) -> uint8x16_t {
        // SAFETY: the reference is valid for reading 16 bytes; the instruction aligns bytes only.
        unsafe { vld1q_u8(array.as_ptr()) }
    }

    #[inline(always)]
    fn store(self, bytes: uint8x16_t, array: &mut [u8; 16]) {
        // SAFETY: the reference is valid for writing 16 bytes; the instruction aligns bytes only.
        unsafe { vst1q_u8(array.as_mut_ptr(), bytes) }
    }

    #[inline(always)]
    fn splat(self, byte: u8) -> uint8x16_t {
        neon!(vdupq_n_u8(byte))
    }

    #[inline(always)]
    fn table(self, table: &[u8; 16]) -> uint8x16_t {
        self.load(table)
    }

    #[inline(always)]
    fn and(self, a: uint8x16_t, b: uint8x16_t) -> uint8x16_t {
        neon!(vandq_u8(a, b))
    }

    #[inline(always)]
    fn or(self, a: uint8x16_t, b: uint8x16_t) -> uint8x16_t {
        neon!(vorrq_u8(a, b))
    }

    #[inline(always)]
    fn xor(self, a: uint8x16_t, b: uint8x16_t) -> uint8x16_t {
        neon!(veorq_u8(a, b))
    }

    #[inline(always)]
    fn add(self, a: uint8x16_t, b: uint8x16_t) -> uint8x16_t {
        neon!(vaddq_u8(a, b))
    }

    #[inline(always)]
    fn upper_nibbles(self, bytes: uint8x16_t) -> uint8x16_t {
        neon!(vshrq_n_u8::<4>(bytes))
    }

    #[inline(always)]
    fn lookup(self, table: uint8x16_t, indices: uint8x16_t) -> uint8x16_t {
        // The instruction gives zero from 16 up, where other sets ignore three bits.
        let indices = self.and(indices, self.splat(0x8f));
        neon!(vqtbl1q_u8(table, indices))
    }

    #[inline(always)]
    fn eq(self, a: uint8x16_t, b: uint8x16_t) -> uint8x16_t {
        neon!(vceqq_u8(a, b))
    }

    #[inline(always)]
    fn less_signed(self, a: uint8x16_t, b: uint8x16_t) -> uint8x16_t {
        let a = neon!(vreinterpretq_s8_u8(a));
        let b = neon!(vreinterpretq_s8_u8(b));
        neon!(vcltq_s8(a, b))
    }

    #[inline(always)]
    fn negative(self, bytes: uint8x16_t) -> uint8x16_t {
        self.less_signed(bytes, self.splat(0))
    }

    #[inline(always)]
    fn contains_bit(self, bytes: uint8x16_t, bit: uint8x16_t) -> uint8x16_t {
        neon!(vtstq_u8(bytes, bit))
    }

    #[inline(always)]
    fn either(self, a: uint8x16_t, b: uint8x16_t) -> uint8x16_t {
        self.or(a, b)
    }

    #[inline(always)]
    fn any(self, mask: uint8x16_t) -> bool {
        self.nibbles(mask) != 0
    }

    #[inline(always)]
    fn first(self, mask: uint8x16_t) -> Option<usize> {
        let nibbles = self.nibbles(mask);
        (nibbles != 0).then(|| nibbles.trailing_zeros() as usize / 4)
    }

    #[inline(always)]
    fn last_place(self, mask: uint8x16_t) -> Option<usize> {
        let nibbles = self.nibbles(mask);
        (nibbles != 0).then(|| 15 - nibbles.leading_zeros() as usize / 4)
    }

    #[inline(always)]
    fn keep(self, mask: uint8x16_t, bytes: uint8x16_t) -> uint8x16_t {
        self.and(mask, bytes)
    }

    #[inline(always)]
    fn count(self, counts: uint8x16_t, mask: uint8x16_t) -> uint8x16_t {
        // True is -1.
        neon!(vsubq_u8(counts, mask))
    }

    #[inline(always)]
    fn find_short<C: ByteClass>(self, class: &C, text: &[u8]) -> Option<usize> {
        find_below_16(self, class, text, |low, high| {
            let low = neon!(vcreate_u8(low));
            let high = neon!(vcreate_u8(high));
            neon!(vcombine_u8(low, high))
        })
    }
}
