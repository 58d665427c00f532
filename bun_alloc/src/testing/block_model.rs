//! Random requests to any allocator, with every block watched: aligned, apart from all others, and
//! holding what was written.

#![expect(unsafe_code, reason = "writes to and frees the blocks under test")]

use core::alloc::Layout;
use core::ptr::NonNull;
use core::slice;

use alloc::vec::Vec;
use proptest::prelude::*;

use crate::{AllocError, Allocator};

#[derive(Clone, Copy, Debug)]
pub(crate) enum Op {
    Allocate { size: usize, align: usize, zeroed: bool },
    Deallocate { block: usize },
    Resize { block: usize, size: usize, align: usize, zeroed: bool },
}

/// Sizes up to `size_max`, with many zeroes; alignments up to 64.
pub(crate) fn ops(size_max: usize, count: usize) -> impl Strategy<Value = Vec<Op>> {
    let size = || prop_oneof![1 => Just(0), 9 => 0..=size_max];
    let align = || (0_u32..7).prop_map(|power| 1_usize << power);
    let op = prop_oneof![
        4 => (size(), align(), any::<bool>())
            .prop_map(|(size, align, zeroed)| Op::Allocate { size, align, zeroed }),
        2 => any::<usize>().prop_map(|block| Op::Deallocate { block }),
        3 => (any::<usize>(), size(), align(), any::<bool>())
            .prop_map(|(block, size, align, zeroed)| Op::Resize { block, size, align, zeroed }),
    ];
    prop::collection::vec(op, 0..if cfg!(miri) { count / 5 } else { count })
}

pub(crate) fn config() -> ProptestConfig {
    ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 256 },
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Block {
    pub(crate) ptr: NonNull<u8>,
    pub(crate) layout: Layout,
    fill: u8,
}

impl Block {
    /// The bytes, which were written when the block was made or resized.
    fn bytes(&self) -> &[u8] {
        // SAFETY: the block is live for as long as it is in `Blocks::live`, and initialised.
        unsafe { slice::from_raw_parts(self.ptr.as_ptr(), self.layout.size()) }
    }
}

/// The live blocks of an allocator. Frees them when dropped.
pub(crate) struct Blocks<'a, A: Allocator> {
    allocator: &'a A,
    pub(crate) live: Vec<Block>,
    next_fill: u8,
}

impl<'a, A: Allocator> Blocks<'a, A> {
    pub(crate) fn new(allocator: &'a A) -> Self {
        Self { allocator, live: Vec::new(), next_fill: 1 }
    }

    /// Watches a block whose first `kept` bytes hold `fill` and which is otherwise zero if
    /// `zeroed`; then fills it.
    fn watch(&mut self, ptr: NonNull<u8>, layout: Layout, kept: (usize, u8), zeroed: bool) {
        assert!(ptr.addr().get().is_multiple_of(layout.align()), "{layout:?}");
        let (kept, old_fill) = kept;
        let initialised = if zeroed { layout.size() } else { kept };
        // SAFETY: the block is live, and this much of it is initialised by the contract.
        let bytes = unsafe { slice::from_raw_parts(ptr.as_ptr(), initialised) };
        assert!(bytes[..kept].iter().all(|&byte| byte == old_fill));
        assert!(bytes[kept..].iter().all(|&byte| byte == 0));
        let fill = self.next_fill;
        self.next_fill = self.next_fill.wrapping_add(1);
        // SAFETY: the block is live and ours.
        unsafe { ptr.write_bytes(fill, layout.size()) };
        self.live.push(Block { ptr, layout, fill });
    }

    /// Performs `op` and returns whether it succeeded. On failure nothing has changed.
    pub(crate) fn apply(&mut self, op: Op) -> Result<(), AllocError> {
        match op {
            Op::Allocate { size, align, zeroed } => {
                let layout = Layout::from_size_align(size, align).unwrap();
                let block = if zeroed {
                    self.allocator.allocate_zeroed(layout)?
                } else {
                    self.allocator.allocate(layout)?
                };
                assert!(block.len() >= size);
                self.watch(block.cast(), layout, (0, 0), zeroed);
            }
            Op::Deallocate { block } => {
                if !self.live.is_empty() {
                    let block = self.live.swap_remove(block % self.live.len());
                    // SAFETY: the block is live and is no longer watched.
                    unsafe { self.allocator.deallocate(block.ptr, block.layout) };
                }
            }
            Op::Resize { block, size, align, zeroed } => {
                if !self.live.is_empty() {
                    let at = block % self.live.len();
                    self.resize(at, Layout::from_size_align(size, align).unwrap(), zeroed)?;
                }
            }
        }
        Ok(())
    }

    fn resize(&mut self, at: usize, new: Layout, zeroed: bool) -> Result<(), AllocError> {
        let Block { ptr, layout: old, fill } = self.live[at];
        let zeroed = zeroed && new.size() >= old.size();
        let block = if zeroed {
            // SAFETY: the block is live; the sizes were compared.
            unsafe { self.allocator.grow_zeroed(ptr, old, new) }?
        } else if new.size() >= old.size() {
            // SAFETY: the block is live; the sizes were compared.
            unsafe { self.allocator.grow(ptr, old, new) }?
        } else {
            // SAFETY: the block is live; the sizes were compared.
            unsafe { self.allocator.shrink(ptr, old, new) }?
        };
        assert!(block.len() >= new.size());
        self.live.swap_remove(at);
        self.watch(block.cast(), new, (old.size().min(new.size()), fill), zeroed);
        Ok(())
    }

    /// Checks that blocks do not overlap and hold what was written.
    pub(crate) fn check(&self) {
        for (at, block) in self.live.iter().enumerate() {
            assert!(block.bytes().iter().all(|&byte| byte == block.fill));
            let start = block.ptr.addr().get();
            for other in &self.live[..at] {
                let apart = other.ptr.addr().get() + other.layout.size() <= start
                    || start + block.layout.size() <= other.ptr.addr().get();
                let empty = block.layout.size() == 0 || other.layout.size() == 0;
                assert!(apart || empty, "{block:?} overlaps {other:?}");
            }
        }
    }
}

impl<A: Allocator> Drop for Blocks<'_, A> {
    fn drop(&mut self) {
        for block in self.live.drain(..) {
            // SAFETY: the block is live and is no longer watched.
            unsafe { self.allocator.deallocate(block.ptr, block.layout) };
        }
    }
}
