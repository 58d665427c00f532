//! Which side serves what, and that neither sees the other's blocks.

#![expect(unsafe_code, reason = "frees and resizes the blocks under test")]

use core::alloc::Layout;
use core::mem::MaybeUninit;

use proptest::prelude::*;

use super::BufferFallbackAllocator;
use crate::testing::block_model::{Blocks, config, ops};
use crate::testing::{CountingAllocator, FailingAllocator};
use crate::{AllocError, Allocator, Global, StackFallback};

fn layout(size: usize, align: usize) -> Layout {
    Layout::from_size_align(size, align).unwrap()
}

proptest! {
    #![proptest_config(config())]

    /// The fallback counts and checks: it panics when it sees a block that is not its own.
    #[test]
    fn keeps_the_contract(ops in ops(100, 60)) {
        let mut memory = StackFallback::<256, _>::with_fallback(CountingAllocator::new(Global));
        {
            let scope = memory.get();
            let mut blocks = Blocks::new(&scope);
            for op in ops {
                blocks.apply(op).unwrap();
                blocks.check();
                let outside = blocks.live.iter().filter(|block| {
                    block.layout.size() != 0 && !scope.owns_ptr(block.ptr.as_ptr())
                });
                prop_assert_eq!(scope.fallback().live_blocks(), outside.count());
            }
        }
        prop_assert_eq!(memory.get().fallback().live_blocks(), 0);
    }

    /// The kth request to the fallback fails: nothing changes, in the buffer or behind it.
    #[test]
    fn survives_a_failing_fallback(ops in ops(100, 40), succeed in 0_usize..8) {
        let mut bytes = [const { MaybeUninit::uninit() }; 128];
        let fallback = FailingAllocator::new(CountingAllocator::new(Global), succeed);
        let allocator = BufferFallbackAllocator::new(&mut bytes, fallback);
        let mut blocks = Blocks::new(&allocator);
        for op in ops {
            let state = || {
                let counting = allocator.fallback().parent();
                (allocator.used(), counting.live_blocks(), counting.live_bytes())
            };
            let before = state();
            if blocks.apply(op) == Err(AllocError) {
                prop_assert_eq!(state(), before);
                prop_assert!(allocator.fallback().has_failed());
            }
            blocks.check();
        }
    }
}

#[test]
fn empty_blocks_reach_neither_side() {
    let mut memory = StackFallback::<64, _>::with_fallback(CountingAllocator::new(Global));
    let scope = memory.get();
    let full = scope.allocate(layout(64, 1)).unwrap().cast::<u8>();
    assert_eq!(scope.used(), 64);

    for align in [1, 16, 4096] {
        let empty = layout(0, align);
        let block = scope.allocate(empty).unwrap();
        assert_eq!((block.len(), block.addr().get() % align), (0, 0));
        // SAFETY: an empty block with its layout, to an empty block.
        let same = unsafe { scope.grow(block.cast(), empty, empty) }.unwrap();
        // SAFETY: likewise.
        let same = unsafe { scope.shrink(same.cast(), empty, empty) }.unwrap();
        // SAFETY: an empty block with its layout.
        unsafe { scope.deallocate(same.cast(), empty) };
    }
    assert_eq!(scope.fallback().counts(), Default::default());

    // Growing an empty block, and shrinking one to nothing, on either side.
    let empty = scope.allocate(layout(0, 1)).unwrap().cast();
    // SAFETY: an empty block with its layout.
    let outside = unsafe { scope.grow_zeroed(empty, layout(0, 1), layout(8, 8)) }.unwrap();
    assert_eq!(scope.fallback().live_blocks(), 1);
    // SAFETY: the block is live and not used again.
    let _ = unsafe { scope.shrink(outside.cast(), layout(8, 8), layout(0, 8)) }.unwrap();
    assert_eq!(scope.fallback().live_blocks(), 0);
    // SAFETY: the block is live and not used again.
    let _ = unsafe { scope.shrink(full, layout(64, 1), layout(0, 1)) }.unwrap();
    assert_eq!(scope.used(), 0);
}

#[test]
fn a_block_that_outgrows_the_buffer_moves_once() {
    let mut memory = StackFallback::<32, _>::with_fallback(CountingAllocator::new(Global));
    let scope = memory.get();
    let small = scope.allocate(layout(4, 4)).unwrap().cast::<u8>();
    // SAFETY: the block is live.
    unsafe { small.cast::<u32>().write(0x0403_0201) };
    // SAFETY: the block is live, and larger than before.
    let inside = unsafe { scope.grow(small, layout(4, 4), layout(32, 4)) }.unwrap();
    assert_eq!((inside.cast(), scope.used()), (small, 32));
    // SAFETY: likewise.
    let outside = unsafe { scope.grow(small, layout(32, 4), layout(33, 4)) }.unwrap();
    assert_eq!((scope.used(), scope.fallback().live_bytes()), (0, 33));
    // SAFETY: the block is live, and smaller than before.
    let outside = unsafe { scope.shrink(outside.cast(), layout(33, 4), layout(4, 4)) }.unwrap();
    assert!(!scope.owns_ptr(outside.cast::<u8>().as_ptr()));
    // SAFETY: four bytes were kept.
    assert_eq!(unsafe { outside.cast::<u32>().read() }, 0x0403_0201);
    // SAFETY: the block is live and not used again.
    unsafe { scope.deallocate(outside.cast(), layout(4, 4)) };
}

#[test]
fn resetting_and_borrowing_again_rewind() {
    let mut bytes = [const { MaybeUninit::uninit() }; 32];
    let mut allocator = BufferFallbackAllocator::init(&mut bytes, Global);
    let first = allocator.allocator().allocate(layout(32, 1)).unwrap();
    allocator.reset();
    assert_eq!(allocator.allocate(layout(32, 1)).unwrap(), first);

    let mut memory = StackFallback::<32>::default();
    for _ in 0..2 {
        let scope = memory.get();
        assert_eq!(scope.allocate(layout(16, 16)).map(|block| block.len()), Ok(16));
        assert_eq!(scope.used(), 16, "the buffer is aligned to 16");
    }
}
