//! The arena as an [`Allocator`], and as a [`StdAllocator`] that can be recognised.

#![expect(unsafe_code, reason = "implements `Allocator`; the vtable of arenas")]

use core::alloc::Layout;
use core::ffi::c_void;
use core::ptr::{self, NonNull};

use super::Arena;
use crate::allocator::move_block;
use crate::std_allocator::{Alignment, AllocatorVTable, StdAllocator, no_resize};
use crate::{AllocError, Allocator, dangling};

// SAFETY:
// 1, 2. `try_alloc_layout` returns such blocks. The chunks they lie in are freed or reused only by
//    `reset` and `drop`, which take the arena mutably; `deallocate` does neither.
// 3. Nothing is given up before a new block is there.
// 4. `move_block` copies; a block that shrinks in place keeps its bytes.
// 5. Tested for.
// 6. The `try_` functions return their errors.
unsafe impl Allocator for Arena {
    #[inline]
    fn allocate(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        if layout.size() == 0 {
            return Ok(dangling(layout));
        }
        let block = self.try_alloc_layout(layout)?;
        Ok(NonNull::slice_from_raw_parts(block, layout.size()))
    }

    /// Does nothing: the memory comes back with the arena.
    #[inline]
    unsafe fn deallocate(&self, _: NonNull<u8>, _: Layout) {}

    unsafe fn shrink(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        if new.size() != 0 && ptr.addr().get().is_multiple_of(new.align()) {
            return Ok(NonNull::slice_from_raw_parts(ptr, new.size()));
        }
        // SAFETY: precondition 1 is the same, and `new` is the smaller one.
        unsafe { move_block(self, ptr, old, new, new.size()) }
    }
}

/// The address is what [`is_arena`] compares, so it is a static.
static VTABLE: AllocatorVTable = AllocatorVTable::new(alloc, no_resize, remap, free);

/// Makes a handle that [`is_arena`] recognises.
pub(super) fn handle(arena: &Arena) -> StdAllocator<'_> {
    let ptr = ptr::from_ref(arena).cast_mut().cast();
    // SAFETY: 1 to 5. The functions below forward to the arena, through a shared reference that
    // the lifetime of the result keeps valid.
    unsafe { StdAllocator::from_raw_parts(ptr, &VTABLE) }
}

/// Returns whether `allocator` was made by [`handle`].
pub(super) fn is_arena(allocator: StdAllocator<'_>) -> bool {
    ptr::eq(allocator.vtable(), &raw const VTABLE)
}

/// # Safety
///
/// `ctx` points to an arena that is alive and not mutably borrowed during the call.
unsafe fn alloc(ctx: *mut c_void, len: usize, alignment: Alignment, _: usize) -> *mut u8 {
    let Some(layout) = alignment.layout(len) else { return ptr::null_mut() };
    // SAFETY: the caller's promise about `ctx`.
    let arena = unsafe { &*ctx.cast::<Arena>() };
    arena.try_alloc_layout(layout).map_or(ptr::null_mut(), NonNull::as_ptr)
}

/// # Safety
///
/// 1. `ctx` points to an arena that is alive and not mutably borrowed during the call.
/// 2. `block` is a live block of it with this alignment.
unsafe fn remap(
    ctx: *mut c_void,
    block: NonNull<[u8]>,
    alignment: Alignment,
    new_len: usize,
    return_address: usize,
) -> *mut u8 {
    if new_len <= block.len() {
        return block.cast().as_ptr();
    }
    // SAFETY: precondition 1.
    let moved = unsafe { alloc(ctx, new_len, alignment, return_address) };
    if !moved.is_null() {
        let old = block.cast::<u8>().as_ptr();
        // SAFETY: both blocks are at least `block.len()` bytes long (precondition 2), and a new
        // block overlaps no live one.
        unsafe { old.copy_to_nonoverlapping(moved, block.len()) };
    }
    moved
}

fn free(_: *mut c_void, _: NonNull<[u8]>, _: Alignment, _: usize) {}
