//! `Mimalloc` as the global allocator of a real binary: this one.

#![expect(unsafe_code, reason = "calls the global allocator as containers do")]

extern crate alloc;

use alloc::alloc::{alloc, alloc_zeroed, dealloc, realloc};
use core::alloc::Layout;
use core::{iter, slice};

use bun_alloc::Mimalloc;

#[global_allocator]
static ALLOC: Mimalloc = Mimalloc;

const SIZE_MAX: usize = if cfg!(miri) { 64 } else { 4096 };

/// A live block of the global allocator.
struct Block {
    start: *mut u8,
    layout: Layout,
}

impl Block {
    /// Allocates, checks the alignment, and fills the block.
    fn new(size: usize, align: usize, zeroed: bool) -> Self {
        assert_ne!(size, 0);
        let layout = Layout::from_size_align(size, align).unwrap();
        let start = if zeroed {
            // SAFETY: the size is not zero.
            unsafe { alloc_zeroed(layout) }
        } else {
            // SAFETY: the size is not zero.
            unsafe { alloc(layout) }
        };
        assert!(!start.is_null());
        if !zeroed {
            // SAFETY: `size` bytes.
            unsafe { start.write_bytes(0xFF, size) };
        }
        let block = Self { start, layout };
        block.check_alignment();
        block
    }

    fn check_alignment(&self) {
        assert_eq!(self.start.addr() % self.layout.align(), 0, "{:?}", self.layout);
    }

    fn resize(mut self, new_size: usize) -> Self {
        assert_ne!(new_size, 0);
        // SAFETY: the block is live, with this layout; the new size is not zero.
        self.start = unsafe { realloc(self.start, self.layout, new_size) };
        assert!(!self.start.is_null());
        self.layout = Layout::from_size_align(new_size, self.layout.align()).unwrap();
        self.check_alignment();
        self
    }

    /// The first `len` bytes, which must be initialised.
    fn bytes(&mut self, len: usize) -> &mut [u8] {
        assert!(len <= self.layout.size());
        // SAFETY: `new` initialised its bytes and the tests look no further after a `resize`.
        unsafe { slice::from_raw_parts_mut(self.start, len) }
    }
}

impl Drop for Block {
    fn drop(&mut self) {
        // SAFETY: the block is live, with this layout, and not used again.
        unsafe { dealloc(self.start, self.layout) };
    }
}

#[test]
fn is_global_where_it_is_installed() {
    assert_eq!(bun_alloc::is_global(), Mimalloc::IS_NATIVE);
    bun_alloc::assert_global();
}

#[test]
fn every_size_has_every_alignment() {
    for log2 in 0..=12 {
        // All sizes at once, so that blocks lie everywhere in a page and not only at its start.
        let live: Vec<Block> = (1..=SIZE_MAX)
            .flat_map(|size| [(size, false), (size, true), (size, false)])
            .map(|(size, zeroed)| Block::new(size, 1 << log2, zeroed))
            .collect();
        assert_eq!(live.len(), 3 * SIZE_MAX);
    }
}

#[test]
fn realloc_keeps_content_and_alignment() {
    let sizes = [1, 3, 8, 15, 16, 17, 48, 100, 1024, 5000, 70_000, 600_000];
    let sizes = &sizes[..if cfg!(miri) { 8 } else { sizes.len() }];
    let pattern = |len| iter::successors(Some(1_u8), |byte| Some(byte.wrapping_mul(29))).take(len);
    for align in [1, 8, 16, 32, 4096] {
        for &old_size in sizes {
            for &new_size in sizes {
                let mut block = Block::new(old_size, align, false);
                let kept = old_size.min(new_size);
                for (byte, value) in block.bytes(old_size).iter_mut().zip(pattern(old_size)) {
                    *byte = value;
                }
                let mut block = block.resize(new_size);
                assert!(
                    block.bytes(kept).iter().copied().eq(pattern(kept)),
                    "{old_size} -> {new_size}, {align}",
                );
            }
        }
    }
}

#[test]
fn zeroed_blocks_are_zero_when_recycled() {
    for round in 0..3 {
        let mut live = Vec::new();
        for size in (1..=SIZE_MAX).step_by(13) {
            for align in [1, 16, 64] {
                let mut block = Block::new(size, align, true);
                assert!(block.bytes(size).iter().all(|&byte| byte == 0), "{round} {size} {align}");
                block.bytes(size).fill(0xFF);
                live.push(block);
            }
        }
    }
}

#[test]
fn impossible_requests_are_refused() {
    // Miri ends the program instead.
    let huge = if cfg!(miri) { usize::MAX } else { isize::MAX as usize - 8 };
    let mut list = Vec::<u8>::from([1, 2, 3]);
    assert!(list.try_reserve(huge).is_err());
    assert_eq!(list, [1, 2, 3]);
}

#[test]
fn blocks_of_the_global_allocator_may_be_freed_by_address() {
    let text = Box::<[u8]>::from(*b"owned by C from now on");
    assert_eq!(bun_alloc::is_global(), Mimalloc::IS_NATIVE);
    if bun_alloc::is_global() {
        let len = text.len();
        let block = Box::into_raw(text).cast::<u8>();
        // SAFETY: a live block of the global allocator, which is mimalloc.
        assert!(unsafe { bun_alloc::usable_size(block) } >= len);
        // SAFETY: as above, and it is not used again.
        unsafe { bun_alloc::free_without_size(block.cast()) };
    }
}

#[test]
fn blocks_outlive_their_thread_and_are_freed_on_another() {
    let count = if cfg!(miri) { 20 } else { 10_000 };
    let fill = |invert: u8| move |i: usize| vec![i as u8 ^ invert; 8 + i % 90];
    let worker = std::thread::spawn(move || (0..count).map(fill(0)).collect::<Vec<_>>());
    let theirs = worker.join().unwrap();
    // The worker's heap is gone; its pages and what is in them are not. Allocate enough here to
    // take some of them over, and free both in turn.
    let mine: Vec<_> = (0..count).map(fill(0xFF)).collect();
    for (i, (theirs, mine)) in theirs.into_iter().zip(mine).enumerate() {
        assert!(theirs.iter().all(|&byte| byte == i as u8), "{i}");
        assert!(mine.iter().all(|&byte| byte == !(i as u8)), "{i}");
    }
    bun_alloc::collect(true);
}

#[test]
fn an_arena_moves_between_threads_and_leaves_other_blocks_alone() {
    let mut arena = bun_alloc::Arena::new();
    let outside: Vec<_> = (0..100).map(|i| vec![i as u8; 100]).collect();
    for round in 0..4 {
        arena = std::thread::spawn(move || {
            let text = arena.alloc_slice_fill_copy(3000, round);
            assert!(text.iter().all(|&byte| byte == round));
            arena.reset();
            arena
        })
        .join()
        .unwrap();
        assert!(arena.allocated_bytes() >= 3000);
    }
    drop(arena);
    assert!(outside.iter().enumerate().all(|(i, block)| block.iter().all(|&b| b == i as u8)));
}
