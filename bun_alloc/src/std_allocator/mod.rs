//! [`StdAllocator`]: an allocator whose type is known at run time only, in two words.
//!
//! For ported code that stores "the allocator this came from" in a struct or passes it through C.
//! Elsewhere `&dyn Allocator` is the better choice: it is checked, and needs no `unsafe` to free
//! through. [`StdAllocator::borrow`] makes one from the other.

#![expect(unsafe_code, reason = "calls through the vtable; states what a vtable owes")]

mod alignment;
mod vtable;

#[cfg(test)]
mod tests;

use core::alloc::Layout;
use core::ffi::c_void;
use core::fmt;
use core::marker::PhantomData;
use core::ptr::{self, NonNull};

use crate::allocator::move_block;
use crate::{AllocError, Allocator, basic, dangling};

pub use alignment::Alignment;
use vtable::VTableOf;
pub(crate) use vtable::no_resize;
pub use vtable::{AllocFn, AllocatorVTable, FreeFn, RemapFn, ResizeFn};

/// A context pointer and its [`AllocatorVTable`].
///
/// Copying it copies the handle; all copies share the allocator's blocks. It stays on its thread,
/// since what it points to may belong there. The lifetime is that of the allocator.
///
/// The default is the C heap, [`basic::C_ALLOCATOR`].
///
/// Zig: `std.mem.Allocator`.
///
/// # Examples
///
/// ```
/// use bun_alloc::{Alignment, Arena, StdAllocator};
///
/// let arena = Arena::new();
/// let allocator = StdAllocator::borrow(&arena);
/// let block = allocator.raw_alloc(8, Alignment::of::<u64>(), 0).unwrap();
/// assert!(block.cast::<u64>().is_aligned());
/// ```
///
/// It cannot outlive its allocator:
///
/// ```compile_fail,E0597
/// use bun_alloc::{Alignment, Arena, StdAllocator};
///
/// let allocator = {
///     let arena = Arena::new();
///     StdAllocator::borrow(&arena)
/// };
/// let _ = allocator.raw_alloc(8, Alignment::of::<u64>(), 0);
/// ```
///
/// Nor be put together from parts that do not belong together:
///
/// ```compile_fail,E0451
/// use bun_alloc::{StdAllocator, basic};
///
/// let _ = StdAllocator { ptr: core::ptr::null_mut(), ..basic::C_ALLOCATOR };
/// ```
///
/// Nor free what it never allocated, unless somebody vouches for it:
///
/// ```compile_fail,E0133
/// use bun_alloc::{Alignment, basic};
///
/// basic::C_ALLOCATOR.raw_free(core::ptr::NonNull::from(&mut [1_u8]), Alignment::MIN, 0);
/// ```
///
/// Nor go to another thread:
///
/// ```compile_fail,E0277
/// let allocator = bun_alloc::basic::C_ALLOCATOR;
/// std::thread::spawn(move || allocator.ptr());
/// ```
#[derive(Clone, Copy)]
pub struct StdAllocator<'a> {
    /// Invariant: for as long as `'a`, the functions of `vtable`, called with this context, keep
    /// the contract of [`Allocator`].
    ptr: *mut c_void,
    vtable: &'static AllocatorVTable,
    alive: PhantomData<&'a ()>,
}

impl<'a> StdAllocator<'a> {
    /// Puts a context and its functions together.
    ///
    /// # Safety
    ///
    /// For as long as `'a`, on any copy of the result, and on one thread:
    ///
    /// 1. `vtable.alloc()` returns null or a block as [`Allocator::allocate`] does.
    /// 2. `vtable.resize()` returns `false` and changes nothing, or `true` and the block then has
    ///    the new length.
    /// 3. `vtable.remap()` returns null and changes nothing, or the block, moved or not, with the
    ///    new length and the content of the old.
    /// 4. `vtable.free()` accepts every block that the other three gave out.
    /// 5. None of them unwinds.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{StdAllocator, basic};
    ///
    /// let heap = basic::C_ALLOCATOR;
    /// // SAFETY: both parts are from one allocator, which lives for ever.
    /// let copy = unsafe { StdAllocator::from_raw_parts(heap.ptr(), heap.vtable()) };
    /// assert_eq!(copy, heap);
    /// ```
    #[inline]
    #[must_use]
    pub const unsafe fn from_raw_parts(ptr: *mut c_void, vtable: &'static AllocatorVTable) -> Self {
        Self { ptr, vtable, alive: PhantomData }
    }

    /// Makes a handle to any allocator, a `&dyn Allocator` included (`borrow(&&dyn …)`).
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Allocator, Global, StdAllocator};
    ///
    /// let any: &dyn Allocator = &Global;
    /// let allocator = StdAllocator::borrow(&any);
    /// assert!(allocator.allocate(core::alloc::Layout::new::<[u8; 0]>()).is_ok());
    /// ```
    #[inline]
    #[must_use]
    pub fn borrow<A: Allocator>(allocator: &'a A) -> Self {
        let ptr = ptr::from_ref(allocator).cast_mut().cast();
        // SAFETY: 1 to 5. The functions forward to `A`, which keeps the contract, through a shared
        // reference that the lifetime `'a` keeps valid; `resize` always refuses.
        unsafe { Self::from_raw_parts(ptr, &VTableOf::<A>::VTABLE) }
    }

    /// Returns the context. Its meaning is the vtable's business.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Arena, StdAllocator};
    ///
    /// let arena = Arena::new();
    /// assert_eq!(StdAllocator::borrow(&arena).ptr().addr(), (&raw const arena).addr());
    /// ```
    #[inline]
    #[must_use]
    pub const fn ptr(self) -> *mut c_void {
        self.ptr
    }

    /// Returns the functions. The address tells kinds of allocators apart where they use statics.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Arena, ArenaExt};
    ///
    /// let (a, b) = (Arena::new(), Arena::new());
    /// assert!(core::ptr::eq(a.std_allocator().vtable(), b.std_allocator().vtable()));
    /// assert_ne!(a.std_allocator(), b.std_allocator());
    /// ```
    #[inline]
    #[must_use]
    pub const fn vtable(self) -> &'static AllocatorVTable {
        self.vtable
    }

    /// Returns an uninitialised block of `len` bytes, or `None` if there is none. With `len` 0 the
    /// pointer is aligned and dangling.
    ///
    /// Zig: `Allocator.rawAlloc`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Alignment, Arena, StdAllocator};
    ///
    /// let arena = Arena::new();
    /// let allocator = StdAllocator::borrow(&arena);
    /// let block = allocator.raw_alloc(10, Alignment::from_byte_units(32), 0);
    /// assert!(block.is_some_and(|block| block.addr().get() % 32 == 0));
    /// assert_eq!(allocator.raw_alloc(usize::MAX, Alignment::MIN, 0), None);
    /// ```
    #[doc(alias = "rawAlloc")]
    #[inline]
    #[must_use]
    pub fn raw_alloc(
        self,
        len: usize,
        alignment: Alignment,
        return_address: usize,
    ) -> Option<NonNull<u8>> {
        let layout = alignment.layout(len)?;
        if len == 0 {
            return Some(dangling(layout).cast());
        }
        // SAFETY: the context belongs to the vtable (field invariant), and the length is not 0.
        let ptr = unsafe { (self.vtable.alloc())(self.ptr, len, alignment, return_address) };
        NonNull::new(ptr)
    }

    /// Changes the length of a block without moving it, and returns whether that was possible. A
    /// block of length 0 is no block, so a change from or to 0 is not.
    ///
    /// Zig: `Allocator.rawResize`.
    ///
    /// # Safety
    ///
    /// `block` is a live block of this allocator with this length and alignment. After `true`, its
    /// length is `new_len`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Alignment, basic::C_ALLOCATOR};
    /// use core::ptr::NonNull;
    ///
    /// let start = C_ALLOCATOR.raw_alloc(100, Alignment::MIN, 0).unwrap();
    /// let block = NonNull::slice_from_raw_parts(start, 100);
    /// // SAFETY: the block is live, of this allocator, with this length and alignment.
    /// assert!(unsafe { C_ALLOCATOR.raw_resize(block, Alignment::MIN, 50, 0) });
    /// let block = NonNull::slice_from_raw_parts(start, 50);
    /// // SAFETY: the block is live, now 50 bytes long, and not used again.
    /// unsafe { C_ALLOCATOR.raw_free(block, Alignment::MIN, 0) };
    /// ```
    #[doc(alias = "rawResize")]
    #[inline]
    pub unsafe fn raw_resize(
        self,
        block: NonNull<[u8]>,
        alignment: Alignment,
        new_len: usize,
        return_address: usize,
    ) -> bool {
        if block.is_empty() || new_len == 0 || alignment.layout(new_len).is_none() {
            return block.len() == new_len;
        }
        let resize = self.vtable.resize();
        // SAFETY: the context belongs to the vtable (field invariant), the block to the context
        // (precondition), and neither length is 0.
        unsafe { resize(self.ptr, block, alignment, new_len, return_address) }
    }

    /// Changes the length of a block, moving it if it must, or returns `None` and leaves it alone.
    ///
    /// Zig: `Allocator.rawRemap`.
    ///
    /// # Safety
    ///
    /// `block` is a live block of this allocator with this length and alignment. After `Some`, it
    /// is dead.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Alignment, Arena, StdAllocator};
    /// use core::ptr::NonNull;
    ///
    /// let arena = Arena::new();
    /// let allocator = StdAllocator::borrow(&arena);
    /// let block = allocator.raw_alloc(1, Alignment::MIN, 0).unwrap();
    /// // SAFETY: the block is one byte long.
    /// unsafe { block.write(7) };
    /// let block = NonNull::slice_from_raw_parts(block, 1);
    /// // SAFETY: the block is live, with this length and alignment, and not used again.
    /// let moved = unsafe { allocator.raw_remap(block, Alignment::MIN, 100, 0) }.unwrap();
    /// // SAFETY: the first byte has been kept.
    /// assert_eq!(unsafe { moved.read() }, 7);
    /// ```
    #[doc(alias = "rawRemap")]
    #[inline]
    pub unsafe fn raw_remap(
        self,
        block: NonNull<[u8]>,
        alignment: Alignment,
        new_len: usize,
        return_address: usize,
    ) -> Option<NonNull<u8>> {
        let new = alignment.layout(new_len)?;
        if block.is_empty() {
            return self.raw_alloc(new_len, alignment, return_address);
        }
        if new_len == 0 {
            // SAFETY: the block is live (precondition).
            unsafe { self.raw_free(block, alignment, return_address) };
            return Some(dangling(new).cast());
        }
        let remap = self.vtable.remap();
        // SAFETY: the context belongs to the vtable (field invariant), the block to the context
        // (precondition), and neither length is 0.
        let ptr = unsafe { remap(self.ptr, block, alignment, new_len, return_address) };
        NonNull::new(ptr)
    }

    /// Frees a block.
    ///
    /// Zig: `Allocator.rawFree`.
    ///
    /// # Safety
    ///
    /// `block` is a live block of this allocator with this length and alignment. It is dead
    /// afterwards.
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
    /// assert_eq!(buffer.used(), 8);
    /// let block = NonNull::slice_from_raw_parts(block, 8);
    /// // SAFETY: the block is live, with this length and alignment, and not used again.
    /// unsafe { allocator.raw_free(block, Alignment::MIN, 0) };
    /// assert_eq!(buffer.used(), 0);
    /// ```
    #[doc(alias = "rawFree")]
    #[inline]
    pub unsafe fn raw_free(
        self,
        block: NonNull<[u8]>,
        alignment: Alignment,
        return_address: usize,
    ) {
        if !block.is_empty() {
            // SAFETY: the context belongs to the vtable (field invariant), the block to the
            // context (precondition), and its length is not 0.
            unsafe { (self.vtable.free())(self.ptr, block, alignment, return_address) }
        }
    }

    /// Changes the size of a block; the common half of `grow` and `shrink`.
    ///
    /// # Safety
    ///
    /// 1. `ptr` and `old` are as for [`Allocator::deallocate`].
    /// 2. `keep` is at most `old.size()` and at most `new.size()`.
    unsafe fn change(
        self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
        keep: usize,
    ) -> Result<NonNull<[u8]>, AllocError> {
        if old.align() == new.align() {
            let block = NonNull::slice_from_raw_parts(ptr, old.size());
            let alignment = Alignment::of_layout(old);
            // SAFETY: precondition 1.
            if let Some(moved) = unsafe { self.raw_remap(block, alignment, new.size(), 0) } {
                return Ok(NonNull::slice_from_raw_parts(moved, new.size()));
            }
        }
        // SAFETY: the preconditions are the same.
        unsafe { move_block(&self, ptr, old, new, keep) }
    }
}

// SAFETY:
// 1 to 4, 6. The field invariant says so of the vtable's functions; where `remap` refuses, a
//    block is allocated, copied and freed. The blocks belong to the context, not to the handle, so
//    the handle may be moved and copied.
// 5. The `raw_` functions answer lengths of 0 themselves.
unsafe impl Allocator for StdAllocator<'_> {
    #[inline]
    fn allocate(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        let ptr = self.raw_alloc(layout.size(), Alignment::of_layout(layout), 0);
        Ok(NonNull::slice_from_raw_parts(ptr.ok_or(AllocError)?, layout.size()))
    }

    #[inline]
    unsafe fn deallocate(&self, ptr: NonNull<u8>, layout: Layout) {
        let block = NonNull::slice_from_raw_parts(ptr, layout.size());
        // SAFETY: blocks returned by `allocate` are exactly as long as their layout.
        unsafe { self.raw_free(block, Alignment::of_layout(layout), 0) }
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

impl Default for StdAllocator<'_> {
    /// The C heap.
    #[inline]
    fn default() -> Self {
        basic::C_ALLOCATOR
    }
}

/// The same context and the same vtable.
impl PartialEq for StdAllocator<'_> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.ptr == other.ptr && ptr::eq(self.vtable, other.vtable)
    }
}

impl Eq for StdAllocator<'_> {}

impl fmt::Debug for StdAllocator<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StdAllocator")
            .field("ptr", &self.ptr)
            .field("vtable", &ptr::from_ref(self.vtable))
            .finish()
    }
}
