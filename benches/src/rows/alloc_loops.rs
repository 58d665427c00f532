//! The loops around an allocator. `oracle/bench_alloc.zig` has the same ones in Zig.
//!
//! Every allocation has its first byte written and read again through a pointer the optimiser
//! does not recognise, so that no allocation can be removed. The check value is the sum of those
//! bytes.
#![expect(unsafe_code, reason = "times raw allocation functions, and touches what they return")]

use core::alloc::{GlobalAlloc as _, Layout};
use core::ffi::c_void;

use zig_oracle::{CAllocator, Sizes};

use crate::opaque::opaque_pointer;

/// Alignment of every allocation.
const ALIGN: usize = 8;

/// Where blocks come from.
///
/// # Safety
///
/// 1. `allocate` with a size above zero returns unshared memory of that size, aligned to 8, or
///    does not return.
/// 2. `free` is sound for every pointer that `allocate` returned, once, with the same size.
pub(super) unsafe trait Source: Copy + 'static {
    /// Allocates; `size` must not be zero.
    unsafe fn allocate(self, size: usize) -> *mut u8;
    /// Frees what [`Self::allocate`] returned for `size`.
    unsafe fn free(self, block: *mut u8, size: usize);
}

fn layout(size: usize) -> Layout {
    Layout::from_size_align(size, ALIGN).expect("sizes of rows are small")
}

/// The trait methods of our global allocator, called directly.
#[derive(Clone, Copy)]
pub(super) struct Ours;

// SAFETY: the contract of `GlobalAlloc`; null ends the process.
unsafe impl Source for Ours {
    #[inline(always)]
    unsafe fn allocate(self, size: usize) -> *mut u8 {
        // SAFETY: the caller's size is not zero.
        let block = unsafe { bun_alloc::Mimalloc.alloc(layout(size)) };
        not_null(block)
    }

    #[inline(always)]
    unsafe fn free(self, block: *mut u8, size: usize) {
        // SAFETY: the block came from `allocate` with the same layout.
        unsafe { bun_alloc::Mimalloc.dealloc(block, layout(size)) }
    }
}

/// What `Box` and `Vec` call: the registered global allocator, which is ours too.
#[derive(Clone, Copy)]
pub(super) struct BoxPath;

// SAFETY: the contract of `alloc::alloc::alloc`; null ends the process.
unsafe impl Source for BoxPath {
    #[inline(always)]
    unsafe fn allocate(self, size: usize) -> *mut u8 {
        // SAFETY: the caller's size is not zero.
        let block = unsafe { alloc::alloc::alloc(layout(size)) };
        not_null(block)
    }

    #[inline(always)]
    unsafe fn free(self, block: *mut u8, size: usize) {
        // SAFETY: the block came from `allocate` with the same layout.
        unsafe { alloc::alloc::dealloc(block, layout(size)) }
    }
}

/// `mi_malloc` and `mi_free`, without a Rust interface between.
#[derive(Clone, Copy)]
pub(super) struct MiMalloc;

// SAFETY: the documented contract of mimalloc; null ends the process.
unsafe impl Source for MiMalloc {
    #[inline(always)]
    unsafe fn allocate(self, size: usize) -> *mut u8 {
        // SAFETY: `mi_malloc` may be called with any size.
        let block = unsafe { libmimalloc_sys::mi_malloc(size) };
        not_null(block.cast())
    }

    #[inline(always)]
    unsafe fn free(self, block: *mut u8, _size: usize) {
        // SAFETY: the block came from `mi_malloc`.
        unsafe { libmimalloc_sys::mi_free(block.cast()) }
    }
}

/// What the crate `mimalloc` does: the aligned entry point for every allocation.
#[derive(Clone, Copy)]
pub(super) struct MiMallocAligned;

// SAFETY: the documented contract of mimalloc; null ends the process.
unsafe impl Source for MiMallocAligned {
    #[inline(always)]
    unsafe fn allocate(self, size: usize) -> *mut u8 {
        // SAFETY: the alignment is a power of two.
        let block = unsafe { libmimalloc_sys::mi_malloc_aligned(size, ALIGN) };
        not_null(block.cast())
    }

    #[inline(always)]
    unsafe fn free(self, block: *mut u8, _size: usize) {
        // SAFETY: the block came from `mi_malloc_aligned`.
        unsafe { libmimalloc_sys::mi_free(block.cast()) }
    }
}

/// `malloc` and `free` of the C library.
#[derive(Clone, Copy)]
pub(super) struct LibcMalloc;

// The signatures of ISO C on targets whose `size_t` is `usize`.
unsafe extern "C" {
    fn malloc(size: usize) -> *mut c_void;
    fn free(block: *mut c_void);
}

// SAFETY: the contract of ISO C, whose blocks fit any type of 8 bytes; null ends the process.
unsafe impl Source for LibcMalloc {
    #[inline(always)]
    unsafe fn allocate(self, size: usize) -> *mut u8 {
        // SAFETY: `malloc` may be called with any size.
        let block = unsafe { malloc(size) };
        not_null(block.cast())
    }

    #[inline(always)]
    unsafe fn free(self, block: *mut u8, _size: usize) {
        // SAFETY: the block came from `malloc`.
        unsafe { free(block.cast()) }
    }
}

/// Returns `mi_malloc` and `mi_free` for Zig to call through a vtable.
pub(super) fn mimalloc_for_zig() -> CAllocator {
    // SAFETY:
    // 1. `mi_malloc` takes any size and aligns small blocks to 8 and larger ones to 16.
    // 2. `mi_free` takes every block of `mi_malloc` on any thread.
    unsafe { CAllocator::new(libmimalloc_sys::mi_malloc, libmimalloc_sys::mi_free) }
}

/// Allocates and frees every size in turn.
#[inline(always)]
pub(super) fn pairs(source: impl Source, sizes: Sizes<'_>, iterations: u64) -> u64 {
    let mut sum = 0;
    for _ in 0..iterations {
        for &size in sizes.get() {
            // SAFETY: `Sizes` holds no zero.
            let block = unsafe { source.allocate(size as usize) };
            // SAFETY: `block` is this loop's alone and has at least one byte.
            sum += unsafe { touch(block, size) };
            // SAFETY: `block` was allocated above with this size and is not used again.
            unsafe { source.free(block, size as usize) };
        }
    }
    sum
}

/// Allocates every size, then frees all in the same order. `slots` is scratch.
#[inline(always)]
pub(super) fn batch(
    source: impl Source,
    sizes: Sizes<'_>,
    slots: &mut [*mut u8],
    iterations: u64,
) -> u64 {
    assert_eq!(slots.len(), sizes.get().len());
    let mut sum = 0;
    for _ in 0..iterations {
        for (&size, slot) in sizes.get().iter().zip(&mut *slots) {
            // SAFETY: `Sizes` holds no zero.
            let block = unsafe { source.allocate(size as usize) };
            // SAFETY: `block` is this loop's alone and has at least one byte.
            sum += unsafe { touch(block, size) };
            *slot = block;
        }
        for (&size, &slot) in sizes.get().iter().zip(&*slots) {
            // SAFETY: the loop above filled every slot with a block of the same position's size.
            unsafe { source.free(slot, size as usize) };
        }
    }
    sum
}

/// Allocates every size from a `Bump`, then resets it.
#[inline(always)]
pub(super) fn arena(bump: &mut bumpalo::Bump, sizes: Sizes<'_>, iterations: u64) -> u64 {
    let mut sum = 0;
    for _ in 0..iterations {
        for &size in sizes.get() {
            let block = bump.alloc_layout(layout(size as usize));
            // SAFETY: the block is unshared until the reset and has at least one byte.
            sum += unsafe { touch(block.as_ptr(), size) };
        }
        bump.reset();
    }
    sum
}

/// Moves an offset through a buffer that is known to be large enough: the least an arena can do.
#[inline(always)]
pub(super) fn bump_floor(buffer: &mut [u8], sizes: Sizes<'_>, iterations: u64) -> u64 {
    let mut sum = 0;
    for _ in 0..iterations {
        let mut start = 0_usize;
        for &size in sizes.get() {
            let block = &mut buffer[start..start + size as usize];
            // SAFETY: a block of at least one byte, borrowed exclusively.
            sum += unsafe { touch(block.as_mut_ptr(), size) };
            start = (start + size as usize).next_multiple_of(ALIGN);
        }
    }
    sum
}

/// Writes the low byte of `size` to the block and reads it back.
///
/// # Safety
///
/// `block` is valid for a write and a read of one byte.
#[inline(always)]
unsafe fn touch(block: *mut u8, size: u32) -> u64 {
    // SAFETY: the caller's promise.
    unsafe { block.write(size as u8) };
    // SAFETY: the same address, for which the caller promised.
    u64::from(unsafe { opaque_pointer(block).read() })
}

#[inline(always)]
fn not_null(block: *mut u8) -> *mut u8 {
    assert!(!block.is_null(), "out of memory");
    block
}
