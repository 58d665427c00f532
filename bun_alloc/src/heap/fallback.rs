//! The system allocator, with a header in front of each block that remembers its layout.
//!
//! ```text
//!   base            ptr - HEADER   ptr
//!    │  padding      │ size, align │ size bytes
//!    └── offset = max(HEADER, align) ┘
//! ```
//!
//! `Backend`, which is told the layout again on every call, needs no header and is the system
//! allocator itself. It must not have one: a `Box` may only touch its own bytes, so nothing could
//! be read in front of a block that has been a `Box`.

#![cfg_attr(not(any(miri, not(feature = "mimalloc"))), expect(dead_code, reason = "tests only"))]
#![expect(unsafe_code, reason = "headers in front of blocks of the system allocator")]

use core::alloc::{GlobalAlloc as _, Layout};
use core::ptr;

pub(crate) use std::alloc::System as Backend;

use crate::HeapStats;

/// Whether this backend is mimalloc.
pub(crate) const IS_NATIVE: bool = false;

/// What `free` and `reallocate` need to know of a block.
#[derive(Clone, Copy)]
struct Header {
    size: usize,
    align: usize,
}

const HEADER: usize = size_of::<Header>();
const _: () = assert!(HEADER.is_power_of_two() && HEADER >= align_of::<Header>());

/// The distance from the start of a block of the system allocator to what the caller gets: a power
/// of two, and so a multiple of `align` and of the header's alignment.
const fn offset(align: usize) -> usize {
    if align > HEADER { align } else { HEADER }
}

/// The layout of the block with its header, or `None` if it cannot exist.
fn outer(size: usize, align: usize) -> Option<Layout> {
    let total = size.checked_add(offset(align))?;
    Layout::from_size_align(total, align.max(align_of::<Header>())).ok()
}

/// Writes the header and returns the block behind it; null stays null.
///
/// # Safety
///
/// `base` is null or a block of `outer(size, align)`.
unsafe fn seal(base: *mut u8, size: usize, align: usize) -> *mut u8 {
    if base.is_null() {
        return base;
    }
    // SAFETY: the block is `offset(align) + size` bytes long.
    let block = unsafe { base.add(offset(align)) };
    // SAFETY: `offset(align)` is at least `HEADER`.
    let header = unsafe { block.sub(HEADER) };
    // SAFETY: the header lies within the block, and is aligned: the base is, and both distances
    // are multiples of its alignment.
    unsafe { aligned(header).write(Header { size, align }) };
    block
}

/// Returns the header of a block.
///
/// # Safety
///
/// `ptr` is a live block of this heap.
unsafe fn header(ptr: *const u8) -> Header {
    // SAFETY: `seal` left `HEADER` bytes in front of the block.
    let header = unsafe { ptr.sub(HEADER) };
    // SAFETY: `seal` wrote the header there, aligned.
    unsafe { aligned(header.cast_mut()).read() }
}

fn aligned(ptr: *mut u8) -> *mut Header {
    ptr.cast()
}

pub(crate) fn allocate(size: usize, align: usize) -> *mut u8 {
    let Some(layout) = outer(size, align) else { return ptr::null_mut() };
    // SAFETY: the size is at least `HEADER`.
    let base = unsafe { Backend.alloc(layout) };
    // SAFETY: `base` is null or a block of this layout.
    unsafe { seal(base, size, align) }
}

pub(crate) fn allocate_zeroed(size: usize, align: usize) -> *mut u8 {
    let Some(layout) = outer(size, align) else { return ptr::null_mut() };
    // SAFETY: the size is at least `HEADER`.
    let base = unsafe { Backend.alloc_zeroed(layout) };
    // SAFETY: `base` is null or a block of this layout.
    unsafe { seal(base, size, align) }
}

/// # Safety
///
/// `ptr` is a live block of this heap that was allocated with the alignment `align`.
pub(crate) unsafe fn reallocate(ptr: *mut u8, size: usize, align: usize) -> *mut u8 {
    let moved = allocate(size, align);
    if !moved.is_null() {
        // SAFETY: the block is live.
        let old = unsafe { header(ptr) };
        // SAFETY: both blocks are at least that long, and a new block overlaps no live one.
        unsafe { ptr.copy_to_nonoverlapping(moved, old.size.min(size)) };
        // SAFETY: the block is live and not used again.
        unsafe { free(ptr) };
    }
    moved
}

/// # Safety
///
/// `ptr` is null or a live block of this heap. It is dead afterwards.
pub(crate) unsafe fn free(ptr: *mut u8) {
    if ptr.is_null() {
        return;
    }
    // SAFETY: the block is live.
    let Header { size, align } = unsafe { header(ptr) };
    let Some(layout) = outer(size, align) else { unreachable!("the block exists, so it fits") };
    // SAFETY: `seal` moved the pointer forward by as much.
    let base = unsafe { ptr.sub(offset(align)) };
    // SAFETY: `base` was allocated with this layout and is not used again.
    unsafe { Backend.dealloc(base, layout) };
}

/// # Safety
///
/// `ptr` is null or a live block of this heap.
pub(crate) unsafe fn usable_size(ptr: *const u8) -> usize {
    if ptr.is_null() {
        return 0;
    }
    // SAFETY: the block is live.
    unsafe { header(ptr) }.size
}

/// The system allocator cannot tell.
pub(crate) fn is_block(_: *const u8) -> bool {
    false
}

/// The system allocator has no such call.
pub(crate) fn collect(_: bool) {}

/// The system allocator keeps none.
pub(crate) fn stats() -> Option<HeapStats> {
    None
}
