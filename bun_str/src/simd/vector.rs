//! What an instruction set offers: vectors of bytes and the operations that the scanners need.
//!
//! A value of a type that implements [`Simd`] is proof that the processor has the instructions: it
//! is made by detection or by another such value. So the operations, and all the algorithms above
//! them, are safe code, and unsafe blocks stand only around single instructions.
//!
//! Methods are `#[inline(always)]`, because code is compiled for an instruction set only after it
//! was inlined into the one function per backend that carries `#[target_feature]`. Algorithms take
//! no closures for the same reason.
//!
//! Rejected: `core::simd` (not stable), and writing each scanner per instruction set.

use super::class::ByteClass;

/// An instruction set: vectors of [`Simd::LEN`] bytes.
pub(crate) trait Simd: Copy {
    /// The memory of a vector: `[u8; Self::LEN]`.
    type Array: 'static;
    /// A vector of bytes.
    type Bytes: Copy;
    /// A truth value for each byte.
    type Mask: Copy;
    /// Sixteen bytes to look up in.
    type Table: Copy;

    /// Bytes in a vector.
    const LEN: usize;
    /// Whether [`Simd::lookup`] is one instruction.
    const LOOKS_UP: bool;

    /// Views `text` as arrays from its start; what is left over is shorter than one.
    fn arrays(text: &[u8]) -> &[Self::Array];
    /// Views `text` as arrays from its start; what is left over is shorter than one.
    fn arrays_mut(text: &mut [u8]) -> &mut [Self::Array];
    /// Returns the last bytes of `text` if it has enough of them.
    fn last(text: &[u8]) -> Option<&Self::Array>;
    /// Returns the last bytes of `text` if it has enough of them.
    fn last_mut(text: &mut [u8]) -> Option<&mut Self::Array>;

    fn load(self, array: &Self::Array) -> Self::Bytes;
    fn store(self, bytes: Self::Bytes, array: &mut Self::Array);
    /// Returns `byte` in every place.
    fn splat(self, byte: u8) -> Self::Bytes;
    fn table(self, table: &[u8; 16]) -> Self::Table;
    fn and(self, a: Self::Bytes, b: Self::Bytes) -> Self::Bytes;
    fn or(self, a: Self::Bytes, b: Self::Bytes) -> Self::Bytes;
    fn xor(self, a: Self::Bytes, b: Self::Bytes) -> Self::Bytes;
    /// Adds modulo 256.
    fn add(self, a: Self::Bytes, b: Self::Bytes) -> Self::Bytes;
    /// Returns the upper four bits of each byte.
    fn upper_nibbles(self, bytes: Self::Bytes) -> Self::Bytes;
    /// Returns `table[index & 15]` for each index below 0x80, zero for each other one.
    fn lookup(self, table: Self::Table, indices: Self::Bytes) -> Self::Bytes;

    fn eq(self, a: Self::Bytes, b: Self::Bytes) -> Self::Mask;
    /// Compares as signed numbers: bytes from 0x80 up are less than all others.
    fn less_signed(self, a: Self::Bytes, b: Self::Bytes) -> Self::Mask;
    /// Where the top bit is set. Not for [`Simd::keep`]: the other bits of the mask may be
    /// anything.
    fn negative(self, bytes: Self::Bytes) -> Self::Mask;
    /// Where `bytes` contains the one bit that is set in `bit`.
    fn contains_bit(self, bytes: Self::Bytes, bit: Self::Bytes) -> Self::Mask;
    fn either(self, a: Self::Mask, b: Self::Mask) -> Self::Mask;
    fn any(self, mask: Self::Mask) -> bool;
    /// Returns the first place that is true.
    fn first(self, mask: Self::Mask) -> Option<usize>;
    /// Returns the last place that is true.
    fn last_place(self, mask: Self::Mask) -> Option<usize>;
    /// Returns `bytes` where the mask is true, zero elsewhere.
    fn keep(self, mask: Self::Mask, bytes: Self::Bytes) -> Self::Bytes;

    /// Returns `counts` with one added where the mask is true, modulo 256.
    fn count(self, counts: Self::Bytes, mask: Self::Mask) -> Self::Bytes;

    /// Searches a text shorter than a vector.
    fn find_short<C: ByteClass>(self, class: &C, text: &[u8]) -> Option<usize>;
}

/// An algorithm with its inputs, to be compiled for each instruction set.
pub(crate) trait Kernel {
    type Output;

    fn run<S: Simd>(self, simd: S) -> Self::Output;
}
