//! [`Block`]: the words of a set of run-time length, and the number of its bits.
//!
//! An index that was compared with the number of bits is not compared with the number of words
//! again: the compiler cannot know that one follows from the other, and the second comparison
//! took a fifth of the time of setting a bit.

#![expect(unsafe_code, reason = "one bounds check instead of two; argument in SAFETY.md")]

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::mem;

use bun_alloc::AllocError;

use super::words::{WORD_BITS, check_index, num_masks_for, set_range};

/// Words on the heap.
#[derive(Default)]
pub(super) struct Block {
    /// Invariant: at least `num_masks_for(bit_length)` words.
    masks: Box<[usize]>,
    /// Invariant: bits of `masks` from here on are zero, unless [`Self::masks_mut`] is under way.
    bit_length: usize,
}

impl Block {
    #[inline(always)]
    pub(super) const fn bit_length(&self) -> usize {
        self.bit_length
    }

    #[inline(always)]
    pub(super) const fn masks(&self) -> &[usize] {
        &self.masks
    }

    #[inline(always)]
    pub(super) const fn masks_mut(&mut self) -> &mut [usize] {
        &mut self.masks
    }

    /// Returns the word of a bit. Panics when there is no such bit.
    #[inline(always)]
    #[track_caller]
    pub(super) const fn mask(&self, index: usize) -> usize {
        check_index(index, self.bit_length);
        // SAFETY:
        // 1. The pointer is in bounds: `index` is below `bit_length`, and there is a word for each
        //    bit below that.
        let word = unsafe { self.masks.as_ptr().add(index / WORD_BITS) };
        // SAFETY:
        // 1. It points to a word of the slice, which is borrowed.
        unsafe { *word }
    }

    /// Returns the word of a bit. Panics when there is no such bit.
    #[inline(always)]
    #[track_caller]
    pub(super) const fn mask_mut(&mut self, index: usize) -> &mut usize {
        check_index(index, self.bit_length);
        // SAFETY:
        // 1. As in `mask`.
        let word = unsafe { self.masks.as_mut_ptr().add(index / WORD_BITS) };
        // SAFETY:
        // 1. It points to a word of the slice, which is borrowed for as long as the result.
        unsafe { &mut *word }
    }

    /// Gives the set another length. Bits that it gains are set if `fill`.
    ///
    /// A set that gets shorter keeps its words when there is no memory for fewer of them.
    pub(super) fn resize(&mut self, new_len: usize, fill: bool) -> Result<(), AllocError> {
        let old_len = self.bit_length;
        let count = num_masks_for(new_len);
        if count > self.masks.len() {
            self.grow(count)?;
        } else if count < self.masks.len() {
            self.bit_length = old_len.min(new_len);
            self.shrink(count);
        }
        self.bit_length = new_len;
        if new_len > old_len {
            set_range(&mut self.masks, old_len, new_len, fill);
        } else {
            let end = old_len.min(self.masks.len() * WORD_BITS);
            set_range(&mut self.masks, new_len, end, false);
        }
        Ok(())
    }

    /// Makes room for exactly `count` words, more than there are; the new ones are zero.
    fn grow(&mut self, count: usize) -> Result<(), AllocError> {
        let bit_length = mem::take(&mut self.bit_length);
        let mut masks = mem::take(&mut self.masks).into_vec();
        let reserved = masks.try_reserve_exact(count - masks.len());
        if reserved.is_ok() {
            masks.resize(count, 0);
        }
        // As many as there is room for, so that nothing moves.
        self.masks = masks.into_boxed_slice();
        self.bit_length = bit_length;
        Ok(reserved?)
    }

    /// Moves to a block of `count` words, fewer than there are, if there is one.
    fn shrink(&mut self, count: usize) {
        if let Ok(masks) = copy_of(&self.masks[..count]) {
            self.masks = masks;
        }
    }

    pub(super) fn try_clone(&self) -> Result<Self, AllocError> {
        let words = &self.masks[..num_masks_for(self.bit_length)];
        Ok(Self { masks: copy_of(words)?, bit_length: self.bit_length })
    }
}

fn copy_of(words: &[usize]) -> Result<Box<[usize]>, AllocError> {
    let mut copy = Vec::new();
    copy.try_reserve_exact(words.len())?;
    copy.extend_from_slice(words);
    Ok(copy.into_boxed_slice())
}
