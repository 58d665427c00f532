//! `std.heap.FixedBufferAllocator`. Blocks are named by their offset in the buffer.

use crate::Oracle;
use crate::ffi::{self, FixedBufferHandle};
use crate::owned::Owned;

/// The longest buffer and the largest request.
const LEN_MAX: usize = 1 << 30;

/// Zig's fixed buffer allocator over a buffer of its own.
///
/// # Examples
///
/// ```
/// let Some(zig) = zig_oracle::Oracle::find() else { return };
/// let mut buffer = zig_oracle::FixedBuffer::new(zig, 16, 0);
/// assert_eq!(buffer.alloc(3, 1), Some(0));
/// assert_eq!(buffer.alloc(8, 8), Some(8));
/// assert_eq!(buffer.alloc(1, 1), None);
/// buffer.free(8, 8);
/// assert_eq!(buffer.end_index(), 8);
/// ```
#[derive(Debug)]
pub struct FixedBuffer {
    handle: Owned<FixedBufferHandle>,
    len: usize,
}

impl FixedBuffer {
    /// Makes a buffer of `len` bytes that starts `misalignment` bytes above a multiple of 64.
    ///
    /// # Panics
    ///
    /// When `len` is above 2³⁰ or `misalignment` above 63.
    #[must_use]
    pub fn new(_zig: Oracle, len: usize, misalignment: usize) -> Self {
        assert!(len <= LEN_MAX && misalignment < 64);
        Self { handle: Owned::new(ffi::fixed_buffer_create(len, misalignment)), len }
    }

    /// `alloc`: the offset of the new block.
    ///
    /// # Panics
    ///
    /// When `align` is no power of two up to 2²⁰, or `len` is above 2³⁰.
    pub fn alloc(&mut self, len: usize, align: usize) -> Option<usize> {
        assert!(align.is_power_of_two() && align <= 1 << 20 && len <= LEN_MAX);
        let align_log2 = align.trailing_zeros() as u8;
        offset(ffi::fixed_buffer_alloc(&mut self.handle, len, align_log2))
    }

    /// `free`.
    ///
    /// # Panics
    ///
    /// When the block leaves the buffer.
    pub fn free(&mut self, offset: usize, len: usize) {
        self.check(offset, len);
        ffi::fixed_buffer_free(&mut self.handle, offset, len);
    }

    /// `resize`: whether the block now has `new_len` bytes.
    ///
    /// # Panics
    ///
    /// When the block leaves the buffer, or `new_len` is above 2³⁰.
    pub fn resize(&mut self, offset: usize, len: usize, new_len: usize) -> bool {
        self.check(offset, len);
        assert!(new_len <= LEN_MAX);
        ffi::fixed_buffer_resize(&mut self.handle, offset, len, new_len)
    }

    /// `remap`: the offset of the block when it now has `new_len` bytes.
    ///
    /// # Panics
    ///
    /// As [`resize`](Self::resize).
    pub fn remap(&mut self, block: usize, len: usize, new_len: usize) -> Option<usize> {
        self.check(block, len);
        assert!(new_len <= LEN_MAX);
        offset(ffi::fixed_buffer_remap(&mut self.handle, block, len, new_len))
    }

    /// `reset`.
    pub fn reset(&mut self) {
        ffi::fixed_buffer_reset(&mut self.handle);
    }

    /// The field `end_index`.
    #[must_use]
    pub fn end_index(&self) -> usize {
        ffi::fixed_buffer_end_index(&self.handle)
    }

    /// `isLastAllocation`.
    ///
    /// # Panics
    ///
    /// When the block leaves the buffer.
    #[must_use]
    pub fn is_last_allocation(&self, offset: usize, len: usize) -> bool {
        self.check(offset, len);
        ffi::fixed_buffer_is_last(&self.handle, offset, len)
    }

    fn check(&self, offset: usize, len: usize) {
        assert!(offset.checked_add(len).is_some_and(|end| end <= self.len));
        assert!(len <= self.end_index(), "no block is longer than what is in use");
    }
}

fn offset(raw: usize) -> Option<usize> {
    (raw != usize::MAX).then_some(raw)
}
