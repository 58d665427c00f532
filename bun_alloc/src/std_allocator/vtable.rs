//! [`AllocatorVTable`]: the four functions of an allocator, and how they are made from a Rust type.

#![expect(unsafe_code, reason = "functions that take a type-erased allocator")]

use core::ffi::c_void;
use core::marker::PhantomData;
use core::ptr::{self, NonNull};

use super::Alignment;
use crate::Allocator;

/// Allocates: context, length, alignment, return address. Null is failure.
pub type AllocFn = unsafe fn(*mut c_void, usize, Alignment, usize) -> *mut u8;
/// Resizes in place: context, block, alignment, new length, return address.
pub type ResizeFn = unsafe fn(*mut c_void, NonNull<[u8]>, Alignment, usize, usize) -> bool;
/// Resizes, perhaps moving: as [`ResizeFn`]. Null is failure and leaves the block alone.
pub type RemapFn = unsafe fn(*mut c_void, NonNull<[u8]>, Alignment, usize, usize) -> *mut u8;
/// Frees: context, block, alignment, return address.
pub type FreeFn = unsafe fn(*mut c_void, NonNull<[u8]>, Alignment, usize);

/// The functions behind a [`StdAllocator`](crate::StdAllocator).
///
/// They may be read one by one, to compare or to forward, and only an `unsafe` call uses them. The
/// address of a vtable can serve as the identity of its kind of allocator; that needs a `static`,
/// since constants have no address of their own.
///
/// A block is a `NonNull<[u8]>` where Zig has `[]u8`: the callee may free it, which an argument of
/// type `&mut [u8]` forbids for the length of the call, and its bytes need not be initialised.
///
/// Lengths that reach these functions are never 0. The return address is for diagnostics; 0 means
/// unknown.
///
/// Zig: `std.mem.Allocator.VTable`.
///
/// # Examples
///
/// ```
/// use bun_alloc::{Alignment, AllocatorVTable, StdAllocator};
/// use core::{ffi::c_void, ptr::NonNull};
///
/// /// Releases what `ctx` stands for; the bytes belong to it.
/// unsafe fn release(_ctx: *mut c_void, _block: NonNull<[u8]>, _: Alignment, _: usize) {}
///
/// static RELEASE: AllocatorVTable = AllocatorVTable::free_only(release);
///
/// // SAFETY: it never allocates, so it owes nothing for any block.
/// let owner = unsafe { StdAllocator::from_raw_parts(core::ptr::null_mut(), &RELEASE) };
/// assert!(owner.raw_alloc(8, Alignment::MIN, 0).is_none());
/// assert!(core::ptr::eq(owner.vtable(), &RELEASE));
/// ```
#[derive(Debug)]
pub struct AllocatorVTable {
    alloc: AllocFn,
    resize: ResizeFn,
    remap: RemapFn,
    free: FreeFn,
}

impl AllocatorVTable {
    /// Puts four functions together.
    #[must_use]
    pub const fn new(alloc: AllocFn, resize: ResizeFn, remap: RemapFn, free: FreeFn) -> Self {
        Self { alloc, resize, remap, free }
    }

    /// An allocator that only frees: for a block that something else allocated, with the context
    /// that knows how to release it.
    #[must_use]
    pub const fn free_only(free: FreeFn) -> Self {
        Self { alloc: no_alloc, resize: no_resize, remap: no_remap, free }
    }

    /// The function that allocates.
    #[inline]
    #[must_use]
    pub const fn alloc(&self) -> AllocFn {
        self.alloc
    }

    /// The function that resizes in place.
    #[inline]
    #[must_use]
    pub const fn resize(&self) -> ResizeFn {
        self.resize
    }

    /// The function that resizes and may move.
    #[inline]
    #[must_use]
    pub const fn remap(&self) -> RemapFn {
        self.remap
    }

    /// The function that frees.
    #[inline]
    #[must_use]
    pub const fn free(&self) -> FreeFn {
        self.free
    }
}

fn no_alloc(_: *mut c_void, _: usize, _: Alignment, _: usize) -> *mut u8 {
    ptr::null_mut()
}

pub(crate) fn no_resize(
    _: *mut c_void,
    _: NonNull<[u8]>,
    _: Alignment,
    _: usize,
    _: usize,
) -> bool {
    false
}

fn no_remap(_: *mut c_void, _: NonNull<[u8]>, _: Alignment, _: usize, _: usize) -> *mut u8 {
    ptr::null_mut()
}

/// The vtable whose context is a pointer to an `A`.
pub(super) struct VTableOf<A>(PhantomData<A>);

impl<A: Allocator> VTableOf<A> {
    // A layout must come back as it went out, so nothing can be resized without telling `A`, and
    // `A` has no call that resizes in place.
    pub(super) const VTABLE: AllocatorVTable =
        AllocatorVTable::new(alloc::<A>, no_resize, remap::<A>, free::<A>);
}

/// # Safety
///
/// `ctx` points to an `A` that is alive and not mutably borrowed during the call.
unsafe fn alloc<A: Allocator>(
    ctx: *mut c_void,
    len: usize,
    alignment: Alignment,
    _: usize,
) -> *mut u8 {
    let Some(layout) = alignment.layout(len) else { return ptr::null_mut() };
    // SAFETY: the caller's promise about `ctx`.
    let allocator = unsafe { &*ctx.cast::<A>() };
    allocator.allocate(layout).map_or(ptr::null_mut(), |block| block.cast().as_ptr())
}

/// # Safety
///
/// 1. `ctx` points to an `A` that is alive and not mutably borrowed during the call.
/// 2. `block` is a live block of it with this alignment, and its length is not 0.
unsafe fn remap<A: Allocator>(
    ctx: *mut c_void,
    block: NonNull<[u8]>,
    alignment: Alignment,
    new_len: usize,
    _: usize,
) -> *mut u8 {
    let layouts = (alignment.layout(block.len()), alignment.layout(new_len));
    let (Some(old), Some(new)) = layouts else { return ptr::null_mut() };
    // SAFETY: precondition 1.
    let allocator = unsafe { &*ctx.cast::<A>() };
    let moved = if new_len >= block.len() {
        // SAFETY: precondition 2, and the new size is at least the old one.
        unsafe { allocator.grow(block.cast(), old, new) }
    } else {
        // SAFETY: precondition 2, and the new size is less than the old one.
        unsafe { allocator.shrink(block.cast(), old, new) }
    };
    moved.map_or(ptr::null_mut(), |block| block.cast().as_ptr())
}

/// # Safety
///
/// As [`remap`]; the block is dead afterwards.
unsafe fn free<A: Allocator>(
    ctx: *mut c_void,
    block: NonNull<[u8]>,
    alignment: Alignment,
    _: usize,
) {
    let Some(layout) = alignment.layout(block.len()) else {
        unreachable!("a live block has a layout")
    };
    // SAFETY: precondition 1.
    let allocator = unsafe { &*ctx.cast::<A>() };
    // SAFETY: precondition 2.
    unsafe { allocator.deallocate(block.cast(), layout) }
}
