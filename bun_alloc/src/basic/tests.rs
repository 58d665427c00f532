//! The zeroing allocator, in every size class and after every change of size.

#![expect(unsafe_code, reason = "looks behind the end of blocks, at their slack")]

use core::alloc::Layout;
use core::ptr::NonNull;

use super::{Z_ALLOCATOR, ZAllocator};
use crate::{Alignment, Allocator as _, usable_size};

/// Sizes on both sides of each size class of mimalloc: an eighth of a power of two apart.
fn sizes() -> impl Iterator<Item = usize> + Clone {
    let top = if cfg!(miri) { 5 } else { 18 };
    (3..top)
        .flat_map(|log2| (0..8).map(move |eighth| (1_usize << log2) + (eighth << log2) / 8))
        .flat_map(|size| [size - 1, size, size + 1])
}

/// Overwrites the first `len` bytes, after checking that the rest of the block is zero.
fn check_and_dirty(block: NonNull<u8>, kept: usize, len: usize) {
    // SAFETY: the block is live.
    let usable = unsafe { usable_size(block.as_ptr()) };
    assert!(usable >= len);
    for i in kept..usable {
        // SAFETY: within the block.
        let byte = unsafe { block.add(i) };
        // SAFETY: the allocator promises that it is zero, and so initialised.
        assert_eq!(unsafe { byte.read() }, 0, "byte {i} of {usable}, length {len}");
    }
    // SAFETY: `len` bytes.
    unsafe { block.write_bytes(0xFF, len) };
}

#[test]
fn slack_is_zero_after_every_change_of_size() {
    for size in sizes() {
        let layout = |size| Layout::from_size_align(size, 8).unwrap();
        let block = ZAllocator.allocate(layout(size)).unwrap().cast();
        check_and_dirty(block, 0, size);
        let (more, less) = (size + size / 2, size / 3 + 1);
        // SAFETY: the block is live, with this layout, and the new size is larger.
        let block = unsafe { ZAllocator.grow(block, layout(size), layout(more)) }.unwrap().cast();
        check_and_dirty(block, size, more);
        // SAFETY: the block is live, with this layout, and the new size is smaller.
        let block = unsafe { ZAllocator.shrink(block, layout(more), layout(less)) }.unwrap().cast();
        check_and_dirty(block, less, less);
        // SAFETY: the block is live, with this layout, and the new size is larger.
        let block =
            unsafe { ZAllocator.grow_zeroed(block, layout(less), layout(size + 1)) }.unwrap();
        check_and_dirty(block.cast(), less, size + 1);
        // SAFETY: the block is live, with this layout, and not used again.
        unsafe { ZAllocator.deallocate(block.cast(), layout(size + 1)) };
    }
}

#[test]
fn resize_in_place_clears_what_it_adds() {
    for size in sizes() {
        let word = Alignment::of::<u64>();
        let ptr = Z_ALLOCATOR.raw_alloc(size, word, 0).unwrap();
        check_and_dirty(ptr, 0, size);
        // SAFETY: the block is live.
        let usable = unsafe { usable_size(ptr.as_ptr()) };
        let mut len = size;
        for new_len in [size / 2 + 1, size, usable, 1, usable] {
            let block = NonNull::slice_from_raw_parts(ptr, len);
            // SAFETY: the block is live, with this length.
            assert!(unsafe { Z_ALLOCATOR.raw_resize(block, word, new_len, 0) });
            check_and_dirty(ptr, len.min(new_len), new_len);
            len = new_len;
        }
        let block = NonNull::slice_from_raw_parts(ptr, len);
        // SAFETY: the block is live, with this length.
        assert!(!unsafe { Z_ALLOCATOR.raw_resize(block, word, usable + 1, 0) });
        // SAFETY: the block is live, with this length.
        let moved = unsafe { Z_ALLOCATOR.raw_remap(block, word, 2 * len + 1, 0) }.unwrap();
        check_and_dirty(moved, len, 2 * len + 1);
        let block = NonNull::slice_from_raw_parts(moved, 2 * len + 1);
        // SAFETY: the block is live, with this length, and not used again.
        unsafe { Z_ALLOCATOR.raw_free(block, word, 0) };
    }
}
