//! The positions of Zig's allocator, replayed by a model, and the contract under random requests.

#![expect(unsafe_code, reason = "frees and resizes the blocks under test")]

use core::alloc::Layout;
use core::mem::MaybeUninit;
use core::ptr::NonNull;

use alloc::vec::Vec;
use proptest::prelude::*;

use super::FixedBuffer;
use crate::testing::block_model::{Blocks, Op, config, ops};
use crate::{AllocError, Allocator};

const SIZE: usize = 256;

#[repr(align(64))]
struct Memory([MaybeUninit<u8>; SIZE]);

impl Memory {
    const fn new() -> Self {
        Self([const { MaybeUninit::uninit() }; SIZE])
    }
}

fn layout(size: usize, align: usize) -> Layout {
    Layout::from_size_align(size, align).unwrap()
}

/// The cursor arithmetic of `std.heap.FixedBufferAllocator` and `std.mem.Allocator`, on offsets
/// from an aligned base.
struct Model {
    end: usize,
}

impl Model {
    fn alloc(&mut self, size: usize, align: usize) -> Option<usize> {
        let begin = self.end.next_multiple_of(align);
        if begin + size > SIZE {
            return None;
        }
        self.end = begin + size;
        Some(begin)
    }

    fn free(&mut self, at: usize, size: usize) {
        if size != 0 && at + size == self.end {
            self.end -= size;
        }
    }

    fn resize(&mut self, at: usize, old: usize, new: usize) -> bool {
        if at + old != self.end {
            return new <= old;
        }
        if at + new > SIZE {
            return false;
        }
        self.end = at + new;
        true
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn keeps_the_contract(ops in ops(80, 60)) {
        let mut memory = Memory::new();
        let buffer = FixedBuffer::new(&mut memory.0);
        let mut blocks = Blocks::new(&buffer);
        for op in ops {
            let used = buffer.used();
            if blocks.apply(op) == Err(AllocError) {
                prop_assert_eq!(buffer.used(), used);
            }
            blocks.check();
            prop_assert!(buffer.used() <= buffer.capacity());
            for block in blocks.live.iter().filter(|block| block.layout.size() != 0) {
                prop_assert!(buffer.owns_ptr(block.ptr.as_ptr()));
            }
        }
    }

    /// Same alignment before and after, as Zig has no other resize.
    #[test]
    fn takes_zigs_positions(ops in ops(80, 60), align in 0_u32..5) {
        let align = 1_usize << align;
        let mut memory = Memory::new();
        let base = memory.0.as_ptr().addr();
        let buffer = FixedBuffer::new(&mut memory.0);
        let mut model = Model { end: 0 };
        let mut live: Vec<(NonNull<u8>, usize)> = Vec::new();
        for op in ops {
            match op {
                Op::Allocate { size, .. } if size != 0 => {
                    let block = buffer.allocate(layout(size, align)).ok();
                    let offset = block.map(|block| block.addr().get() - base);
                    prop_assert_eq!(offset, model.alloc(size, align));
                    live.extend(block.map(|block| (block.cast(), size)));
                }
                Op::Allocate { .. } => {
                    prop_assert!(buffer.allocate(layout(0, align)).is_ok());
                }
                Op::Deallocate { block } if !live.is_empty() => {
                    let (ptr, size) = live.swap_remove(block % live.len());
                    // SAFETY: the block is live and no longer listed.
                    unsafe { buffer.deallocate(ptr, layout(size, align)) };
                    model.free(ptr.addr().get() - base, size);
                }
                Op::Resize { block, size, .. } if !live.is_empty() && size != 0 => {
                    let at = block % live.len();
                    let (ptr, old) = live[at];
                    let offset = ptr.addr().get() - base;
                    let moved = if model.resize(offset, old, size) {
                        Some(offset)
                    } else {
                        let moved = model.alloc(size, align);
                        if moved.is_some() {
                            model.free(offset, old);
                        }
                        moved
                    };
                    let (old, new) = (layout(old, align), layout(size, align));
                    let block = if new.size() >= old.size() {
                        // SAFETY: the block is live; the sizes were compared.
                        unsafe { buffer.grow(ptr, old, new) }
                    } else {
                        // SAFETY: the block is live; the sizes were compared.
                        unsafe { buffer.shrink(ptr, old, new) }
                    };
                    prop_assert_eq!(block.ok().map(|block| block.addr().get() - base), moved);
                    if let Ok(block) = block {
                        live[at] = (block.cast(), size);
                    }
                }
                _ => {}
            }
            prop_assert_eq!(buffer.used(), model.end);
        }
    }
}

#[test]
fn only_the_last_block_gives_its_bytes_back() {
    let mut memory = Memory::new();
    let mut buffer = FixedBuffer::new(&mut memory.0);
    let first = buffer.allocate(layout(10, 1)).unwrap();
    let second = buffer.allocate(layout(8, 8)).unwrap();
    assert_eq!(buffer.used(), 24);
    assert!(buffer.is_last_allocation(second) && !buffer.is_last_allocation(first));

    // SAFETY: the block is live and not used again.
    unsafe { buffer.deallocate(second.cast(), layout(8, 8)) };
    assert_eq!(buffer.used(), 16, "its padding stays");
    assert!(!buffer.is_last_allocation(first));
    // SAFETY: the block is live and not used again.
    unsafe { buffer.deallocate(first.cast(), layout(10, 1)) };
    assert_eq!(buffer.used(), 16, "it was not the last");
    buffer.reset();
    assert_eq!(buffer.used(), 0);

    // Over-large requests fail in release as well, and change nothing.
    let _ = buffer.allocate(layout(1, 1)).unwrap();
    for size in [SIZE, isize::MAX.unsigned_abs()] {
        assert_eq!(buffer.allocate(layout(size, 1)), Err(AllocError));
    }
    assert_eq!(buffer.allocate(layout(1, 1 << 40)), Err(AllocError));
    assert_eq!(buffer.used(), 1);
}

#[test]
fn ownership_ends_at_the_end() {
    let mut memory = Memory::new();
    let base = memory.0.as_ptr().cast::<u8>();
    let outside = 0_u8;
    let buffer = FixedBuffer::new(&mut memory.0);
    assert!(buffer.owns_ptr(base));
    assert!(buffer.owns_ptr(base.wrapping_add(SIZE - 1)));
    assert!(!buffer.owns_ptr(base.wrapping_add(SIZE)));
    assert!(!buffer.owns_ptr(base.wrapping_sub(1)));
    assert!(!buffer.owns_ptr(&raw const outside));

    let block = buffer.allocate_zeroed(layout(SIZE, 1)).unwrap();
    // SAFETY: the block is live and zeroed.
    let bytes = unsafe { block.as_ref() };
    assert!(buffer.owns_slice(bytes) && buffer.owns_slice(&bytes[SIZE..]));
    assert!(!buffer.owns_slice(core::slice::from_ref(&outside)));

    let empty = FixedBuffer::new(&mut []);
    assert!(!empty.owns_ptr(base));
    assert_eq!(empty.allocate(layout(1, 1)), Err(AllocError));
    assert!(empty.allocate(layout(0, 64)).is_ok());
}
