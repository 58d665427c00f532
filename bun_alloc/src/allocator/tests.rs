//! The contract of `Allocator`, on `Global`, on the provided methods, and through references.

#![expect(unsafe_code, reason = "calls `Allocator` as its users do")]

use core::alloc::Layout;
use core::cell::Cell;
use core::ptr::NonNull;

use proptest::prelude::*;

use crate::{AllocError, Allocator, Arena, ArenaPtr, Global, StdAllocator, ZAllocator, basic};

/// Only the required methods, over `Global`, with a number of requests after which it fails.
struct Bare {
    left: Cell<usize>,
    live: Cell<isize>,
}

impl Bare {
    fn new(left: usize) -> Self {
        Self { left: Cell::new(left), live: Cell::new(0) }
    }
}

// SAFETY: forwards to `Global`, or fails without doing anything.
unsafe impl Allocator for Bare {
    fn allocate(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        self.left.set(self.left.get().checked_sub(1).ok_or(AllocError)?);
        self.live.set(self.live.get() + 1);
        Global.allocate(layout)
    }

    unsafe fn deallocate(&self, ptr: NonNull<u8>, layout: Layout) {
        self.live.set(self.live.get() - 1);
        // SAFETY: the caller's promise.
        unsafe { Global.deallocate(ptr, layout) }
    }
}

/// A live block with known content: byte `i` is `seed + i`.
struct Block {
    ptr: NonNull<u8>,
    layout: Layout,
    seed: u8,
}

impl Block {
    /// Takes a new block over and fills it.
    fn fill(ptr: NonNull<[u8]>, layout: Layout, seed: u8) -> Self {
        let ptr = ptr.cast::<u8>();
        assert_eq!(ptr.addr().get() % layout.align(), 0, "{layout:?}");
        for i in 0..layout.size() {
            // SAFETY: within the block.
            let byte = unsafe { ptr.add(i) };
            // SAFETY: as above.
            unsafe { byte.write(seed.wrapping_add(i as u8)) };
        }
        Self { ptr, layout, seed }
    }

    fn byte(&self, i: usize) -> u8 {
        assert!(i < self.layout.size());
        // SAFETY: within the block.
        let byte = unsafe { self.ptr.add(i) };
        // SAFETY: `fill` wrote it.
        unsafe { byte.read() }
    }

    fn check(&self, len: usize) {
        for i in 0..len {
            assert_eq!(self.byte(i), self.seed.wrapping_add(i as u8), "{:?} {i}", self.layout);
        }
    }

    fn overlaps(&self, other: &Self) -> bool {
        let start = |block: &Self| block.ptr.addr().get();
        let end = |block: &Self| start(block) + block.layout.size();
        start(self) < end(other) && start(other) < end(self)
    }
}

#[derive(Clone, Debug)]
enum Op {
    Allocate { size: usize, align: u32, zeroed: bool },
    Resize { index: usize, size: usize, align: u32, zeroed: bool },
    Deallocate { index: usize },
}

fn op() -> impl Strategy<Value = Op> {
    let size = || prop_oneof![Just(0), 1..40_usize, 1000..5000_usize];
    prop_oneof![
        3 => (size(), 0..8_u32, any::<bool>())
            .prop_map(|(size, align, zeroed)| Op::Allocate { size, align, zeroed }),
        3 => (any::<usize>(), size(), 0..8_u32, any::<bool>())
            .prop_map(|(index, size, align, zeroed)| Op::Resize { index, size, align, zeroed }),
        2 => any::<usize>().prop_map(|index| Op::Deallocate { index }),
    ]
}

/// Runs operations and checks every promise of the contract after each.
fn run(allocator: &dyn Allocator, ops: &[Op]) {
    let mut blocks: Vec<Block> = Vec::new();
    for (n, op) in ops.iter().enumerate() {
        let seed = n as u8;
        match *op {
            Op::Allocate { size, align, zeroed } => {
                let layout = Layout::from_size_align(size, 1 << align).unwrap();
                let block = if zeroed {
                    allocator.allocate_zeroed(layout)
                } else {
                    allocator.allocate(layout)
                };
                let block = block.unwrap();
                assert!(block.len() >= size);
                if zeroed {
                    check_zeroed(block, 0);
                }
                blocks.push(Block::fill(block, layout, seed));
            }
            Op::Resize { index, size, align, zeroed } if !blocks.is_empty() => {
                let index = index % blocks.len();
                let old = blocks.swap_remove(index);
                let new = Layout::from_size_align(size, 1 << align).unwrap();
                let grows = size >= old.layout.size();
                let moved = match (grows, zeroed) {
                    // SAFETY: the block is live, with this layout, and the new size not smaller.
                    (true, false) => unsafe { allocator.grow(old.ptr, old.layout, new) },
                    // SAFETY: as above.
                    (true, true) => unsafe { allocator.grow_zeroed(old.ptr, old.layout, new) },
                    // SAFETY: the block is live, with this layout, and the new size not larger.
                    (false, _) => unsafe { allocator.shrink(old.ptr, old.layout, new) },
                };
                let moved = moved.unwrap();
                assert!(moved.len() >= size);
                if grows && zeroed {
                    check_zeroed(moved, old.layout.size());
                }
                let kept = Block { ptr: moved.cast(), layout: new, seed: old.seed };
                kept.check(size.min(old.layout.size()));
                blocks.push(Block::fill(moved, new, seed));
            }
            Op::Deallocate { index } if !blocks.is_empty() => {
                let block = blocks.swap_remove(index % blocks.len());
                // SAFETY: the block is live, with this layout, and not used again.
                unsafe { allocator.deallocate(block.ptr, block.layout) };
            }
            Op::Resize { .. } | Op::Deallocate { .. } => {}
        }
        for (i, block) in blocks.iter().enumerate() {
            block.check(block.layout.size());
            assert!(blocks[..i].iter().all(|other| !block.overlaps(other)));
        }
    }
    for block in blocks {
        // SAFETY: the block is live, with this layout, and not used again.
        unsafe { allocator.deallocate(block.ptr, block.layout) };
    }
}

fn check_zeroed(block: NonNull<[u8]>, from: usize) {
    for i in from..block.len() {
        // SAFETY: within the block.
        let byte = unsafe { block.cast::<u8>().add(i) };
        // SAFETY: the allocator promises that it is zero, and so initialised.
        assert_eq!(unsafe { byte.read() }, 0, "{i}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 64 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_allocator_keeps_the_contract(
        ops in proptest::collection::vec(op(), 1..if cfg!(miri) { 6 } else { 60 }),
    ) {
        let bare = Bare::new(usize::MAX);
        run(&bare, &ops);
        assert_eq!(bare.live.get(), 0);
        run(&Global, &ops);
        run(&&&Global, &ops);
        run(&ZAllocator, &ops);
        let arena = Arena::new();
        run(&arena, &ops);
        // SAFETY: the arena outlives the handle and is not touched meanwhile.
        run(&unsafe { ArenaPtr::new(&raw const arena) }, &ops);
        run(&ArenaPtr::global(), &ops);
        run(&basic::C_ALLOCATOR, &ops);
        run(&basic::Z_ALLOCATOR, &ops);
        run(&StdAllocator::borrow(&bare), &ops);
        run(&StdAllocator::borrow(&arena), &ops);
        assert_eq!(bare.live.get(), 0);
    }
}

#[test]
fn a_failed_call_changes_nothing() {
    let small = Layout::new::<[u8; 8]>();
    let large = Layout::new::<[u8; 64]>();
    let aligned = Layout::from_size_align(4, 64).unwrap();
    let bare = Bare::new(1);
    let handle = StdAllocator::borrow(&bare);
    let block = Block::fill(bare.allocate(small).unwrap(), small, 40);
    for allocator in [&bare as &dyn Allocator, &handle] {
        assert_eq!(allocator.allocate(small), Err(AllocError));
        assert_eq!(allocator.allocate_zeroed(small), Err(AllocError));
        // SAFETY: the block is live, with this layout, and the new size is larger.
        assert_eq!(unsafe { allocator.grow(block.ptr, small, large) }, Err(AllocError));
        // SAFETY: as above.
        assert_eq!(unsafe { allocator.grow_zeroed(block.ptr, small, large) }, Err(AllocError));
        // SAFETY: the block is live, with this layout, and the new size is smaller.
        assert_eq!(unsafe { allocator.shrink(block.ptr, small, aligned) }, Err(AllocError));
        block.check(8);
        assert_eq!(bare.live.get(), 1);
    }
    // SAFETY: the block is live, with this layout, and not used again.
    unsafe { bare.deallocate(block.ptr, small) };
    assert_eq!(bare.live.get(), 0);
}

#[test]
fn impossible_sizes_fail() {
    // Under Miri the real allocators abort instead of returning null.
    if cfg!(miri) {
        return;
    }
    let huge = Layout::from_size_align(isize::MAX as usize & !15, 16).unwrap();
    let tall = Layout::from_size_align(1, 1 << (usize::BITS - 2)).unwrap();
    let one = Layout::new::<u8>();
    let arena = Arena::new();
    let all: [&dyn Allocator; 5] =
        [&Global, &ZAllocator, &arena, &basic::C_ALLOCATOR, &basic::Z_ALLOCATOR];
    for allocator in all {
        assert_eq!(allocator.allocate(huge), Err(AllocError));
        assert_eq!(allocator.allocate(tall), Err(AllocError));
        assert_eq!(allocator.allocate_zeroed(huge), Err(AllocError));
        let block = Block::fill(allocator.allocate(one).unwrap(), one, 3);
        // SAFETY: the block is live, with this layout, and the new size is larger.
        assert_eq!(unsafe { allocator.grow(block.ptr, one, huge) }, Err(AllocError));
        block.check(1);
        // SAFETY: the block is live, with this layout, and not used again.
        unsafe { allocator.deallocate(block.ptr, one) };
    }
}

#[test]
fn zero_size_never_reaches_the_backend() {
    let bare = Bare::new(0);
    let handle = StdAllocator::borrow(&bare);
    for align in [1, 2, 64, 4096] {
        let layout = Layout::from_size_align(0, align).unwrap();
        let arena = Arena::new();
        for allocator in [&Global as &dyn Allocator, &ZAllocator, &arena, &handle] {
            let block = allocator.allocate(layout).unwrap();
            assert_eq!(block.cast::<u8>().addr().get() % align, 0);
            // SAFETY: a zero-size block, which the allocator recognises by its layout.
            let block = unsafe { allocator.grow(block.cast(), layout, layout) }.unwrap();
            // SAFETY: as above.
            let block = unsafe { allocator.shrink(block.cast(), layout, layout) }.unwrap();
            // SAFETY: as above.
            unsafe { allocator.deallocate(block.cast(), layout) };
        }
        assert_eq!(arena.allocated_bytes(), 0);
    }
    assert_eq!(bare.live.get(), 0);
}
