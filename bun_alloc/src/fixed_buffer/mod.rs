//! [`FixedBuffer`]: allocation from a borrowed buffer, without a heap behind it.
//!
//! One cursor moves up through the buffer. Only the topmost block can give its bytes back or grow
//! where it is; the others are reclaimed together by [`FixedBuffer::reset`]. Use it for a bounded
//! number of short-lived blocks. With something to fall back on when the buffer is full, take
//! [`BufferFallbackAllocator`](crate::BufferFallbackAllocator); for values and collections that
//! live together, [`Arena`](crate::Arena).
//!
//! The buffer is taken as `MaybeUninit<u8>`, not as `u8`: what is written into a block may contain
//! padding, and the owner of a `&mut [u8]` could read that afterwards.

#![expect(unsafe_code, reason = "hands out parts of a borrowed buffer as allocator blocks")]

use core::alloc::Layout;
use core::cell::Cell;
use core::fmt;
use core::marker::PhantomData;
use core::mem::MaybeUninit;
use core::ptr::NonNull;

use crate::allocator::move_block;
use crate::{AllocError, Allocator, dangling};

/// An allocator over a borrowed buffer. It never grows and never calls another allocator.
///
/// ```text
/// buffer  |  block  |pad|  block  |   free   |
///         0                      used()   capacity()
/// ```
///
/// Blocks are carved off the front of the free part, padded up to their alignment. Deallocating
/// the topmost block moves the cursor back over it, but not over its padding; deallocating any
/// other block does nothing. A zero-size request is answered without touching the cursor.
///
/// A block lives until it is deallocated, or until [`reset`](Self::reset), which takes
/// `&mut self` and therefore cannot happen while a container borrows the allocator.
///
/// Zig: `std.heap.FixedBufferAllocator`.
///
/// # Examples
///
/// ```
/// use bun_alloc::{Allocator, FixedBuffer};
/// use core::alloc::Layout;
/// use core::mem::MaybeUninit;
///
/// let mut bytes = [const { MaybeUninit::uninit() }; 64];
/// let mut buffer = FixedBuffer::new(&mut bytes);
///
/// let block = buffer.allocate(Layout::new::<[u8; 48]>())?;
/// assert_eq!((block.len(), buffer.used()), (48, 48));
/// assert!(buffer.allocate(Layout::new::<[u8; 17]>()).is_err());
///
/// buffer.reset();
/// assert_eq!(buffer.used(), 0);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// Rewinding while something borrows the allocator does not compile:
///
/// ```compile_fail,E0502
/// use bun_alloc::{Allocator, FixedBuffer};
/// use core::mem::MaybeUninit;
///
/// let mut bytes = [const { MaybeUninit::uninit() }; 64];
/// let mut buffer = FixedBuffer::new(&mut bytes);
/// let handle: &dyn Allocator = &buffer;
/// buffer.reset();
/// let _ = handle.allocate(core::alloc::Layout::new::<u8>());
/// ```
///
/// Nor does keeping the allocator longer than its buffer:
///
/// ```compile_fail,E0597
/// use bun_alloc::FixedBuffer;
/// use core::mem::MaybeUninit;
///
/// let buffer;
/// {
///     let mut bytes = [const { MaybeUninit::uninit() }; 64];
///     buffer = FixedBuffer::new(&mut bytes);
/// }
/// assert_eq!(buffer.used(), 0);
/// ```
///
/// Nor does sharing it between threads, since the cursor is not synchronised:
///
/// ```compile_fail,E0277
/// use bun_alloc::FixedBuffer;
/// use core::mem::MaybeUninit;
///
/// let mut bytes = [const { MaybeUninit::uninit() }; 64];
/// let buffer = FixedBuffer::new(&mut bytes);
/// std::thread::scope(|scope| {
///     scope.spawn(|| buffer.used());
/// });
/// ```
#[doc(alias = "FixedBufferAllocator")]
pub struct FixedBuffer<'a> {
    /// Invariant: valid for reads and writes of `capacity` bytes during `'a`, and nobody but this
    /// value and the blocks it hands out accesses them.
    start: NonNull<u8>,
    capacity: usize,
    /// Invariant: at most `capacity`, and no live block reaches beyond it.
    end: Cell<usize>,
    buffer: PhantomData<&'a mut [MaybeUninit<u8>]>,
}

impl<'a> FixedBuffer<'a> {
    /// Returns an allocator whose blocks come from `buffer`, all of which is free.
    ///
    /// Zig: `std.heap.FixedBufferAllocator.init`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::FixedBuffer;
    /// use core::mem::MaybeUninit;
    ///
    /// let mut bytes = [const { MaybeUninit::uninit() }; 64];
    /// let buffer = FixedBuffer::new(&mut bytes);
    /// assert_eq!((buffer.used(), buffer.capacity()), (0, 64));
    /// ```
    #[doc(alias = "init")]
    #[must_use]
    pub const fn new(buffer: &'a mut [MaybeUninit<u8>]) -> Self {
        let capacity = buffer.len();
        let start = NonNull::from_mut(buffer).cast();
        Self { start, capacity, end: Cell::new(0), buffer: PhantomData }
    }

    /// Returns how many bytes, from the start of the buffer, are in use: blocks, padding between
    /// them, and blocks that were deallocated while another one lay above them.
    ///
    /// Zig: the field `end_index`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Allocator, FixedBuffer};
    /// # use core::alloc::Layout;
    /// # use core::mem::MaybeUninit;
    ///
    /// let mut bytes = [const { MaybeUninit::uninit() }; 64];
    /// let buffer = FixedBuffer::new(&mut bytes);
    /// let layout = Layout::new::<[u8; 10]>();
    /// let lower = buffer.allocate(layout)?.cast();
    /// buffer.allocate(layout)?;
    /// // SAFETY: the block is live, has this layout, and is not used again.
    /// unsafe { buffer.deallocate(lower, layout) };
    /// // Another block lies above it, so its bytes stay in use.
    /// assert_eq!(buffer.used(), 20);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "end_index")]
    #[must_use]
    pub const fn used(&self) -> usize {
        self.end.get()
    }

    /// Returns the length of the buffer.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Allocator, FixedBuffer};
    /// # use core::alloc::Layout;
    /// # use core::mem::MaybeUninit;
    ///
    /// let mut bytes = [const { MaybeUninit::uninit() }; 64];
    /// let buffer = FixedBuffer::new(&mut bytes);
    /// buffer.allocate(Layout::new::<[u8; 24]>())?;
    /// assert_eq!(buffer.capacity(), 64);
    /// assert_eq!(buffer.capacity() - buffer.used(), 40);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub const fn capacity(&self) -> usize {
        self.capacity
    }

    /// Makes the whole buffer free again. Every block ends here.
    ///
    /// Zig: `FixedBufferAllocator.reset`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Allocator, FixedBuffer};
    /// # use core::alloc::Layout;
    /// # use core::mem::MaybeUninit;
    ///
    /// let mut bytes = [const { MaybeUninit::uninit() }; 64];
    /// let mut buffer = FixedBuffer::new(&mut bytes);
    /// for _ in 0..3 {
    ///     let block = buffer.allocate(Layout::new::<[u8; 64]>())?;
    ///     assert!(buffer.is_last_allocation(block));
    ///     buffer.reset();
    /// }
    /// assert_eq!(buffer.used(), 0);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn reset(&mut self) {
        self.end.set(0);
    }

    /// Returns whether `ptr` points at a byte of the buffer, in use or not. The end is not part
    /// of it.
    ///
    /// Zig: `FixedBufferAllocator.ownsPtr`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Allocator, FixedBuffer};
    /// # use core::alloc::Layout;
    /// # use core::mem::MaybeUninit;
    ///
    /// let mut bytes = [const { MaybeUninit::uninit() }; 64];
    /// let buffer = FixedBuffer::new(&mut bytes);
    /// let inside = buffer.allocate(Layout::new::<u8>())?.cast::<u8>();
    /// let outside = 0_u8;
    /// assert!(buffer.owns_ptr(inside.as_ptr()));
    /// assert!(!buffer.owns_ptr(&raw const outside));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "ownsPtr")]
    #[must_use]
    pub fn owns_ptr(&self, ptr: *const u8) -> bool {
        ptr.addr().wrapping_sub(self.start.addr().get()) < self.capacity
    }

    /// Returns whether all of `slice` lies in the buffer. An empty slice may lie at its end.
    ///
    /// Zig: `FixedBufferAllocator.ownsSlice`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Allocator, FixedBuffer};
    /// # use core::alloc::Layout;
    /// # use core::mem::MaybeUninit;
    ///
    /// let mut bytes = [const { MaybeUninit::uninit() }; 64];
    /// let buffer = FixedBuffer::new(&mut bytes);
    /// let block = buffer.allocate_zeroed(Layout::new::<[u8; 8]>())?;
    /// // SAFETY: the eight bytes are initialised, and nobody writes to them.
    /// let zeros = unsafe { block.as_ref() };
    /// assert!(buffer.owns_slice(zeros));
    /// assert!(!buffer.owns_slice(b"from elsewhere"));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "ownsSlice")]
    #[must_use]
    pub fn owns_slice(&self, slice: &[u8]) -> bool {
        let offset = slice.as_ptr().addr().wrapping_sub(self.start.addr().get());
        offset <= self.capacity && slice.len() <= self.capacity - offset
    }

    /// Returns whether `block` ends where the free part begins, so that it can grow where it is
    /// and gives its bytes back when deallocated.
    ///
    /// This says no to the topmost block when a block above it was deallocated and had padding in
    /// front of it: the padding stays in use.
    ///
    /// Zig: `FixedBufferAllocator.isLastAllocation`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Allocator, FixedBuffer};
    /// # use core::alloc::Layout;
    /// # use core::mem::MaybeUninit;
    ///
    /// let mut bytes = [const { MaybeUninit::uninit() }; 64];
    /// let buffer = FixedBuffer::new(&mut bytes);
    /// let first = buffer.allocate(Layout::new::<[u8; 8]>())?;
    /// assert!(buffer.is_last_allocation(first));
    /// let second = buffer.allocate(Layout::new::<[u8; 8]>())?;
    /// assert!(!buffer.is_last_allocation(first));
    /// assert!(buffer.is_last_allocation(second));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "isLastAllocation")]
    #[must_use]
    pub fn is_last_allocation(&self, block: NonNull<[u8]>) -> bool {
        self.is_last(block.cast(), block.len())
    }

    #[inline]
    fn is_last(&self, ptr: NonNull<u8>, size: usize) -> bool {
        let offset = ptr.addr().get().wrapping_sub(self.start.addr().get());
        offset <= self.end.get() && size == self.end.get() - offset
    }

    /// Carves a block off the free part.
    #[inline]
    fn bump(&self, layout: Layout) -> Option<NonNull<u8>> {
        let end = self.end.get();
        let address = self.start.addr().get().wrapping_add(end);
        let padding = address.wrapping_neg() & (layout.align() - 1);
        let begin = end.checked_add(padding)?;
        let new_end = begin.checked_add(layout.size())?;
        if new_end > self.capacity {
            return None;
        }
        // SAFETY: `begin <= new_end <= capacity`, so the result is in the buffer or at its end.
        let block = unsafe { self.start.add(begin) };
        self.end.set(new_end);
        Some(block)
    }

    /// Changes the size of a block where it is, and returns whether that was possible. A block
    /// that is not the last can only shrink, and then frees nothing.
    ///
    /// `ptr` and `old` describe a live block that is not empty.
    #[inline]
    fn resize(&self, ptr: NonNull<u8>, old: usize, new: usize) -> bool {
        if !self.is_last(ptr, old) {
            return new <= old;
        }
        let begin = self.end.get() - old;
        if new > self.capacity - begin {
            return false;
        }
        self.end.set(begin + new);
        true
    }
}

/// Returns whether `ptr` is a multiple of the alignment of `layout`.
#[inline]
fn is_aligned(ptr: NonNull<u8>, layout: Layout) -> bool {
    ptr.addr().get() & (layout.align() - 1) == 0
}

// SAFETY:
// 1. `bump` pads up to the alignment and returns `layout.size()` bytes inside the buffer; `resize`
//    keeps the address, which is tested for the new alignment.
// 2. The buffer is ours during `'a` (invariant on `start`), wherever `self` is moved to. A new
//    block begins at or above `end`, and no live block reaches beyond `end` (invariant on `end`):
//    `deallocate` and `resize` lower it only over the topmost block, which ends exactly there.
// 3. `bump` and `resize` change nothing when they fail, and `move_block` nothing before it
//    succeeded.
// 4. `resize` leaves the content alone, `move_block` copies; the provided methods clear.
// 5. Each method tests for size zero first.
// 6. Nothing here panics: the sums are checked or bounded by the buffer's length.
unsafe impl Allocator for FixedBuffer<'_> {
    #[inline]
    fn allocate(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        if layout.size() == 0 {
            return Ok(dangling(layout));
        }
        let start = self.bump(layout).ok_or(AllocError)?;
        Ok(NonNull::slice_from_raw_parts(start, layout.size()))
    }

    #[inline]
    unsafe fn deallocate(&self, ptr: NonNull<u8>, layout: Layout) {
        if layout.size() != 0 {
            self.resize(ptr, layout.size(), 0);
        }
    }

    #[inline]
    unsafe fn grow(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        if old.size() == 0 {
            return self.allocate(new);
        }
        if is_aligned(ptr, new) && self.resize(ptr, old.size(), new.size()) {
            return Ok(NonNull::slice_from_raw_parts(ptr, new.size()));
        }
        // SAFETY:
        // 1. `ptr` and `old` are a live block of this allocator (precondition 1).
        // 2. `old.size() <= new.size()` (precondition 2).
        unsafe { move_block(self, ptr, old, new, old.size()) }
    }

    #[inline]
    unsafe fn shrink(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        if new.size() == 0 {
            // SAFETY: `ptr` and `old` are a live block of this allocator, not used again.
            unsafe { self.deallocate(ptr, old) };
            return Ok(dangling(new));
        }
        if is_aligned(ptr, new) && self.resize(ptr, old.size(), new.size()) {
            return Ok(NonNull::slice_from_raw_parts(ptr, new.size()));
        }
        // SAFETY:
        // 1. `ptr` and `old` are a live block of this allocator (precondition 1).
        // 2. `new.size() <= old.size()` (precondition 2).
        unsafe { move_block(self, ptr, old, new, new.size()) }
    }
}

impl fmt::Debug for FixedBuffer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FixedBuffer")
            .field("used", &self.used())
            .field("capacity", &self.capacity)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
