//! mimalloc.
//!
//! Plain `mi_malloc` is cheaper than `mi_malloc_aligned`, so it is called wherever it aligns enough
//! by itself:
//!
//! * up to a machine word, always: a free block holds the pointer to the next one, so every block
//!   lies at a multiple of a word;
//! * up to 16, if the block is no smaller than that: a size class is 1 or 2 words or a multiple of
//!   16 bytes, and the blocks of a page lie at multiples of their size from a start aligned to 16
//!   (`MI_MAX_ALIGN_SIZE` and `MI_PAGE_MIN_START_BLOCK_ALIGN` in `types.h`, `mi_bin` in
//!   `page-queue.c`; an internal assertion in `alloc.c` states the result).
//!
//! For the alignment of a type, which is a constant, the first test costs nothing. The test
//! `tests/global.rs` sweeps sizes and alignments.

#![expect(unsafe_code, reason = "calls into the C library mimalloc")]

use core::alloc::{GlobalAlloc, Layout};

use libmimalloc_sys as mi;

use crate::HeapStats;

/// Whether this backend is mimalloc.
pub(crate) const IS_NATIVE: bool = true;

/// The alignment that mimalloc gives every block of at least that size.
const NATURAL_ALIGN: usize = 16;

/// Whether `mi_malloc(size)` returns a block aligned to `align`; see the module documentation.
#[inline(always)]
const fn is_naturally_aligned(size: usize, align: usize) -> bool {
    align <= size_of::<usize>() || (align <= NATURAL_ALIGN && align <= size)
}

#[inline(always)]
pub(crate) fn allocate(size: usize, align: usize) -> *mut u8 {
    if is_naturally_aligned(size, align) {
        // SAFETY: takes any size.
        unsafe { mi::mi_malloc(size) }.cast()
    } else {
        // SAFETY: takes any size, and answers null to an alignment that is no power of two.
        unsafe { mi::mi_malloc_aligned(size, align) }.cast()
    }
}

#[inline(always)]
pub(crate) fn allocate_zeroed(size: usize, align: usize) -> *mut u8 {
    if is_naturally_aligned(size, align) {
        // SAFETY: takes any size.
        unsafe { mi::mi_zalloc(size) }.cast()
    } else {
        // SAFETY: takes any size, and answers null to an alignment that is no power of two.
        unsafe { mi::mi_zalloc_aligned(size, align) }.cast()
    }
}

/// # Safety
///
/// `ptr` is a live block of this heap that was allocated with the alignment `align`.
#[inline(always)]
pub(crate) unsafe fn reallocate(ptr: *mut u8, size: usize, align: usize) -> *mut u8 {
    // The *new* size decides: where the block moves, it is `size` that picks the size class, and
    // where it stays, it is aligned already.
    if is_naturally_aligned(size, align) {
        // SAFETY: the block is live.
        unsafe { mi::mi_realloc(ptr.cast(), size) }.cast()
    } else {
        // SAFETY: the block is live and aligned to `align`.
        unsafe { mi::mi_realloc_aligned(ptr.cast(), size, align) }.cast()
    }
}

/// # Safety
///
/// `ptr` is null or a live block of this heap. It is dead afterwards.
#[inline(always)]
pub(crate) unsafe fn free(ptr: *mut u8) {
    // SAFETY: null is ignored and a live block may be freed from any thread.
    unsafe { mi::mi_free(ptr.cast()) }
}

/// # Safety
///
/// `ptr` is null or a live block of this heap.
#[inline]
pub(crate) unsafe fn usable_size(ptr: *const u8) -> usize {
    // SAFETY: a live block, or null, which has size 0.
    unsafe { mi::mi_usable_size(ptr.cast()) }
}

#[inline]
pub(crate) fn is_block(ptr: *const u8) -> bool {
    // SAFETY: looks the address up in a table and does not read through it; any address will do.
    unsafe { mi::mi_is_in_heap_region(ptr.cast()) }
}

pub(crate) fn collect(force: bool) {
    // SAFETY: frees what no live block needs; has no preconditions.
    unsafe { mi::mi_collect(force) }
}

pub(crate) fn stats() -> Option<HeapStats> {
    let mut stats = HeapStats::default();
    // SAFETY: eight exclusive references to integers of the type it writes.
    unsafe {
        mi::mi_process_info(
            &raw mut stats.elapsed_ms,
            &raw mut stats.user_ms,
            &raw mut stats.system_ms,
            &raw mut stats.current_rss,
            &raw mut stats.peak_rss,
            &raw mut stats.current_commit,
            &raw mut stats.peak_commit,
            &raw mut stats.page_faults,
        );
    }
    Some(stats)
}

/// mimalloc as a `GlobalAlloc`.
pub(crate) struct Backend;

// SAFETY: mimalloc's blocks are disjoint, as long and as aligned as asked for (`allocate` above),
// stay where they are, and may be freed from any thread; `realloc` keeps the content, and leaves
// the block alone when it returns null; C does not unwind.
unsafe impl GlobalAlloc for Backend {
    #[inline(always)]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        allocate(layout.size(), layout.align())
    }

    #[inline(always)]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        allocate_zeroed(layout.size(), layout.align())
    }

    #[inline(always)]
    unsafe fn dealloc(&self, ptr: *mut u8, _layout: Layout) {
        // SAFETY: `GlobalAlloc::dealloc` requires a live block.
        unsafe { free(ptr) }
    }

    #[inline(always)]
    unsafe fn realloc(&self, ptr: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        // SAFETY: `GlobalAlloc::realloc` requires a live block of this layout.
        unsafe { reallocate(ptr, new_size, layout.align()) }
    }
}
