//! [`AllocatorVTable`]: the four functions of an allocator, and how they are made from a Rust type.

#![expect(unsafe_code, reason = "functions that take a type-erased allocator")]

use core::ffi::c_void;
use core::marker::PhantomData;
use core::ptr::{self, NonNull};

use super::Alignment;
use crate::Allocator;

/// Allocates: context, length, alignment, return address. Null is failure.
///
/// # Examples
///
/// ```
/// use bun_alloc::{Alignment, AllocFn};
/// use core::ptr::null_mut;
///
/// let never: AllocFn = |_, _, _, _| null_mut();
/// // SAFETY: it uses none of its arguments.
/// assert!(unsafe { never(null_mut(), 8, Alignment::MIN, 0) }.is_null());
/// ```
pub type AllocFn = unsafe fn(*mut c_void, usize, Alignment, usize) -> *mut u8;

/// Resizes in place: context, block, alignment, new length, return address.
///
/// # Examples
///
/// ```
/// use bun_alloc::{Alignment, ResizeFn};
/// use core::ptr::{NonNull, null_mut};
///
/// let shrink_only: ResizeFn = |_, block, _, new_len, _| new_len <= block.len();
/// let block = NonNull::slice_from_raw_parts(NonNull::<u8>::dangling(), 8);
/// // SAFETY: it looks at the lengths only.
/// assert!(unsafe { shrink_only(null_mut(), block, Alignment::MIN, 4, 0) });
/// // SAFETY: it looks at the lengths only.
/// assert!(!unsafe { shrink_only(null_mut(), block, Alignment::MIN, 16, 0) });
/// ```
pub type ResizeFn = unsafe fn(*mut c_void, NonNull<[u8]>, Alignment, usize, usize) -> bool;

/// Resizes, perhaps moving: as [`ResizeFn`]. Null is failure and leaves the block alone.
///
/// # Examples
///
/// ```
/// use bun_alloc::{Alignment, RemapFn};
/// use core::ptr::{NonNull, null_mut};
///
/// let stay: RemapFn = |_, block, _, new_len, _| {
///     if new_len <= block.len() { block.cast().as_ptr() } else { null_mut() }
/// };
/// let block = NonNull::slice_from_raw_parts(NonNull::<u8>::dangling(), 8);
/// // SAFETY: it looks at the lengths and copies the address.
/// assert!(unsafe { stay(null_mut(), block, Alignment::MIN, 16, 0) }.is_null());
/// ```
pub type RemapFn = unsafe fn(*mut c_void, NonNull<[u8]>, Alignment, usize, usize) -> *mut u8;

/// Frees: context, block, alignment, return address.
///
/// # Examples
///
/// ```
/// use bun_alloc::{Alignment, FreeFn};
/// use core::ptr::NonNull;
///
/// let note: FreeFn = |freed, block, _, _| {
///     // SAFETY: the context is an exclusive pointer to a counter.
///     unsafe { *freed.cast::<usize>() += block.len() };
/// };
/// let mut freed = 0_usize;
/// let block = NonNull::slice_from_raw_parts(NonNull::<u8>::dangling(), 8);
/// // SAFETY: the context is the counter, and the block is not touched.
/// unsafe { note((&raw mut freed).cast(), block, Alignment::MIN, 0) };
/// assert_eq!(freed, 8);
/// ```
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
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Alignment, AllocatorVTable, StdAllocator};
    /// use core::ptr::null_mut;
    ///
    /// static EMPTY: AllocatorVTable = AllocatorVTable::new(
    ///     |_, _, _, _| null_mut(),
    ///     |_, _, _, _, _| false,
    ///     |_, _, _, _, _| null_mut(),
    ///     |_, _, _, _| (),
    /// );
    ///
    /// // SAFETY: it never allocates, so it owes nothing for any block.
    /// let empty = unsafe { StdAllocator::from_raw_parts(null_mut(), &EMPTY) };
    /// assert!(empty.raw_alloc(8, Alignment::MIN, 0).is_none());
    /// ```
    #[must_use]
    pub const fn new(alloc: AllocFn, resize: ResizeFn, remap: RemapFn, free: FreeFn) -> Self {
        Self { alloc, resize, remap, free }
    }

    /// An allocator that only frees: for a block that something else allocated, with the context
    /// that knows how to release it.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Alignment, AllocatorVTable};
    /// use core::ptr::null_mut;
    ///
    /// let vtable = AllocatorVTable::free_only(|_, _, _, _| ());
    /// // SAFETY: an allocator that only frees uses no argument of `alloc`.
    /// assert!(unsafe { vtable.alloc()(null_mut(), 8, Alignment::MIN, 0) }.is_null());
    /// ```
    #[must_use]
    pub const fn free_only(free: FreeFn) -> Self {
        Self { alloc: no_alloc, resize: no_resize, remap: no_remap, free }
    }

    /// The function that allocates.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Alignment, Arena, StdAllocator};
    ///
    /// let arena = Arena::new();
    /// let allocator = StdAllocator::borrow(&arena);
    /// let alloc = allocator.vtable().alloc();
    /// // SAFETY: the context is the allocator's own, and the length is not 0.
    /// assert!(!unsafe { alloc(allocator.ptr(), 8, Alignment::MIN, 0) }.is_null());
    /// ```
    #[inline]
    #[must_use]
    pub const fn alloc(&self) -> AllocFn {
        self.alloc
    }

    /// The function that resizes in place.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Alignment, Arena, StdAllocator};
    /// use core::ptr::NonNull;
    ///
    /// let arena = Arena::new();
    /// let allocator = StdAllocator::borrow(&arena);
    /// let block = allocator.raw_alloc(8, Alignment::MIN, 0).unwrap();
    /// let block = NonNull::slice_from_raw_parts(block, 8);
    /// let resize = allocator.vtable().resize();
    /// // SAFETY: the block is live, of this allocator, and the context is the allocator's own.
    /// let resized = unsafe { resize(allocator.ptr(), block, Alignment::MIN, 16, 0) };
    /// assert!(!resized, "a borrowed allocator does not resize in place");
    /// ```
    #[inline]
    #[must_use]
    pub const fn resize(&self) -> ResizeFn {
        self.resize
    }

    /// The function that resizes and may move.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Alignment, Arena, StdAllocator};
    /// use core::ptr::NonNull;
    ///
    /// let arena = Arena::new();
    /// let allocator = StdAllocator::borrow(&arena);
    /// let block = allocator.raw_alloc(8, Alignment::MIN, 0).unwrap();
    /// let block = NonNull::slice_from_raw_parts(block, 8);
    /// let remap = allocator.vtable().remap();
    /// // SAFETY: the block is live, of this allocator, and not used again.
    /// let moved = unsafe { remap(allocator.ptr(), block, Alignment::MIN, 16, 0) };
    /// assert!(!moved.is_null());
    /// ```
    #[inline]
    #[must_use]
    pub const fn remap(&self) -> RemapFn {
        self.remap
    }

    /// The function that frees.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Alignment, FixedBuffer, StdAllocator};
    /// use core::{mem::MaybeUninit, ptr::NonNull};
    ///
    /// let mut bytes = [MaybeUninit::uninit(); 64];
    /// let buffer = FixedBuffer::new(&mut bytes);
    /// let allocator = StdAllocator::borrow(&buffer);
    /// let block = allocator.raw_alloc(8, Alignment::MIN, 0).unwrap();
    /// let block = NonNull::slice_from_raw_parts(block, 8);
    /// let free = allocator.vtable().free();
    /// // SAFETY: the block is live, of this allocator, and not used again.
    /// unsafe { free(allocator.ptr(), block, Alignment::MIN, 0) };
    /// assert_eq!(buffer.used(), 0);
    /// ```
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
