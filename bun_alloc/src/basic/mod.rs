//! The C heap as an allocator: [`C_ALLOCATOR`], and [`ZAllocator`], which hands out zeros.
//!
//! Both free by address alone, so their blocks may be given to C code that frees with
//! [`c_thunks`](crate::c_thunks). [`Global`](crate::Global) is the faster choice where that is not
//! needed.

#![expect(unsafe_code, reason = "the vtables of the C heap")]

use core::alloc::Layout;
use core::ffi::c_void;
use core::ptr::{self, NonNull};

use crate::allocator::{clear_tail, move_block};
use crate::std_allocator::{Alignment, AllocatorVTable, StdAllocator};
use crate::{AllocError, Allocator, dangling, heap};

#[cfg(test)]
mod tests;

/// The address is what [`is_default`] compares, so it is a static.
static C_VTABLE: AllocatorVTable = AllocatorVTable::new(c_alloc, c_resize, c_remap, c_free);
static Z_VTABLE: AllocatorVTable = AllocatorVTable::new(z_alloc, z_resize, z_remap, c_free);

/// The C heap: mimalloc, where it is built in.
///
/// A constant rather than a static: a handle stays on its thread, and each thread can have its own.
///
/// Zig: `bun.c_allocator`, `std.heap.c_allocator`.
///
/// # Examples
///
/// ```
/// use bun_alloc::{Alignment, basic};
///
/// let block = basic::C_ALLOCATOR.raw_alloc(3, Alignment::MIN, 0).unwrap();
/// // SAFETY: the block is from the C heap and not used again.
/// unsafe { bun_alloc::free_without_size(block.as_ptr().cast()) };
/// ```
pub const C_ALLOCATOR: StdAllocator<'static> =
    // SAFETY: 1 to 5. The functions below forward to the C heap, which lives for ever, ignores the
    // context, and does not unwind.
    unsafe { StdAllocator::from_raw_parts(ptr::null_mut(), &C_VTABLE) };

/// [`ZAllocator`] as a handle.
///
/// Zig: `bun.z_allocator`.
///
/// # Examples
///
/// ```
/// use bun_alloc::{Alignment, basic};
///
/// let block = basic::Z_ALLOCATOR.raw_alloc(1, Alignment::MIN, 0).unwrap();
/// // SAFETY: one byte, which is zero.
/// assert_eq!(unsafe { block.read() }, 0);
/// // SAFETY: the block is from the C heap and not used again.
/// unsafe { bun_alloc::free_without_size(block.as_ptr().cast()) };
/// ```
pub const Z_ALLOCATOR: StdAllocator<'static> =
    // SAFETY: 1 to 5, as above.
    unsafe { StdAllocator::from_raw_parts(ptr::null_mut(), &Z_VTABLE) };

/// Returns whether `allocator` is [`C_ALLOCATOR`], whose blocks can be freed by address.
///
/// Zig: `bun.allocators.isDefault`.
///
/// # Examples
///
/// ```
/// use bun_alloc::{StdAllocator, is_default};
///
/// assert!(is_default(StdAllocator::default()));
/// assert!(!is_default(StdAllocator::borrow(&bun_alloc::Global)));
/// ```
#[doc(alias = "isDefault")]
#[inline]
#[must_use]
pub fn is_default(allocator: StdAllocator<'_>) -> bool {
    ptr::eq(allocator.vtable(), &raw const C_VTABLE)
}

/// The C heap, with every byte zero that was not written since the block was allocated.
///
/// That includes what a block gains by growing, and the bytes between its length and its
/// [`usable_size`](crate::usable_size).
///
/// Zig: `bun.z_allocator`, which leaves what `resize` adds as it was.
///
/// # Examples
///
/// ```
/// use bun_alloc::{Allocator, ZAllocator};
/// use core::alloc::Layout;
///
/// let small = Layout::new::<u8>();
/// let large = Layout::new::<[u8; 100]>();
/// let block = ZAllocator.allocate(small)?;
/// // SAFETY: the block is live, with this layout, and the new size is larger.
/// let block = unsafe { ZAllocator.grow(block.cast(), small, large) }?;
/// // SAFETY: the block holds 100 bytes, all of them zero.
/// assert_eq!(unsafe { block.cast::<[u8; 100]>().read() }, [0; 100]);
/// // SAFETY: the block is live, with this layout, and is not used again.
/// unsafe { ZAllocator.deallocate(block.cast(), large) };
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[doc(alias = "z_allocator")]
pub struct ZAllocator;

impl ZAllocator {
    /// The common half of `grow` and `shrink`.
    ///
    /// # Safety
    ///
    /// 1. `ptr` and `old` are as for [`Allocator::deallocate`].
    /// 2. `keep` is the smaller of the two sizes.
    unsafe fn change(
        self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
        keep: usize,
    ) -> Result<NonNull<[u8]>, AllocError> {
        if keep == 0 || old.align() != new.align() {
            // SAFETY: the preconditions are the same.
            return unsafe { move_block(&self, ptr, old, new, keep) };
        }
        // SAFETY: the block is live, with the alignment of both layouts, and not of size 0.
        let moved = unsafe { heap::reallocate(ptr.as_ptr(), new.size(), new.align()) };
        let moved = NonNull::new(moved).ok_or(AllocError)?;
        // SAFETY: the block is live and has `new.size()` bytes, of which `keep` are kept.
        unsafe { clear_slack(moved, keep) };
        Ok(NonNull::slice_from_raw_parts(moved, new.size()))
    }
}

// SAFETY:
// 1, 2, 3, 6. The C heap keeps them; it lives for ever and has no state here.
// 4. `reallocate` keeps the content; every byte behind the part that is kept is cleared.
// 5. `allocate` and `deallocate` test for size 0, and `change` leaves size 0 to them.
unsafe impl Allocator for ZAllocator {
    #[inline]
    fn allocate(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        if layout.size() == 0 {
            return Ok(dangling(layout));
        }
        let block = heap::allocate_zeroed(layout.size(), layout.align());
        let block = NonNull::new(block).ok_or(AllocError)?;
        Ok(NonNull::slice_from_raw_parts(block, layout.size()))
    }

    #[inline]
    fn allocate_zeroed(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        self.allocate(layout)
    }

    #[inline]
    unsafe fn deallocate(&self, ptr: NonNull<u8>, layout: Layout) {
        if layout.size() != 0 {
            // SAFETY: a live block of the C heap (precondition 1).
            unsafe { heap::free(ptr.as_ptr()) }
        }
    }

    unsafe fn grow(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        // SAFETY: precondition 1 is the same, and `old` is the smaller one.
        unsafe { self.change(ptr, old, new, old.size()) }
    }

    #[inline]
    unsafe fn grow_zeroed(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        // SAFETY: the preconditions are the same, and `grow` clears already.
        unsafe { self.grow(ptr, old, new) }
    }

    unsafe fn shrink(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        // SAFETY: precondition 1 is the same, and `new` is the smaller one.
        unsafe { self.change(ptr, old, new, new.size()) }
    }
}

/// Clears everything behind the first `from` bytes of a block, to the end of its usable size.
///
/// # Safety
///
/// `ptr` is a live block of the C heap with at least `from` bytes.
unsafe fn clear_slack(ptr: NonNull<u8>, from: usize) {
    // SAFETY: the block is live.
    let usable = unsafe { heap::usable_size(ptr.as_ptr()) };
    // SAFETY: all usable bytes may be written, and there are at least `from`.
    unsafe { clear_tail(NonNull::slice_from_raw_parts(ptr, usable), from) };
}

fn c_alloc(_: *mut c_void, len: usize, alignment: Alignment, _: usize) -> *mut u8 {
    heap::allocate(len, alignment.to_byte_units())
}

/// # Safety
///
/// `block` is a live block of the C heap.
unsafe fn c_resize(
    _: *mut c_void,
    block: NonNull<[u8]>,
    _: Alignment,
    new_len: usize,
    _: usize,
) -> bool {
    // SAFETY: the block is live.
    new_len <= unsafe { heap::usable_size(block.cast().as_ptr()) }
}

/// # Safety
///
/// `block` is a live block of the C heap with this alignment.
unsafe fn c_remap(
    _: *mut c_void,
    block: NonNull<[u8]>,
    alignment: Alignment,
    new_len: usize,
    _: usize,
) -> *mut u8 {
    // SAFETY: the block is live and has this alignment.
    unsafe { heap::reallocate(block.cast().as_ptr(), new_len, alignment.to_byte_units()) }
}

/// # Safety
///
/// `block` is a live block of the C heap. It is dead afterwards.
unsafe fn c_free(_: *mut c_void, block: NonNull<[u8]>, _: Alignment, _: usize) {
    // SAFETY: the block is live and not used again.
    unsafe { heap::free(block.cast().as_ptr()) }
}

fn z_alloc(_: *mut c_void, len: usize, alignment: Alignment, _: usize) -> *mut u8 {
    heap::allocate_zeroed(len, alignment.to_byte_units())
}

/// # Safety
///
/// `block` is a live block of the C heap with this length.
unsafe fn z_resize(
    ctx: *mut c_void,
    block: NonNull<[u8]>,
    alignment: Alignment,
    new_len: usize,
    return_address: usize,
) -> bool {
    // SAFETY: the block is live.
    let fits = unsafe { c_resize(ctx, block, alignment, new_len, return_address) };
    if fits {
        // SAFETY: the block is live and has at least that many bytes.
        unsafe { clear_slack(block.cast(), block.len().min(new_len)) };
    }
    fits
}

/// # Safety
///
/// `block` is a live block of the C heap with this length and alignment.
unsafe fn z_remap(
    ctx: *mut c_void,
    block: NonNull<[u8]>,
    alignment: Alignment,
    new_len: usize,
    return_address: usize,
) -> *mut u8 {
    // SAFETY: the block is live and has this alignment.
    let moved = unsafe { c_remap(ctx, block, alignment, new_len, return_address) };
    if let Some(moved) = NonNull::new(moved) {
        // SAFETY: the block is live, and at least that many of its bytes are kept.
        unsafe { clear_slack(moved, block.len().min(new_len)) };
    }
    moved
}
