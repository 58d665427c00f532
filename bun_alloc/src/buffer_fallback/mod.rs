//! [`BufferFallbackAllocator`]: a borrowed buffer first, another allocator when it is full.
//!
//! For work that usually fits a small buffer at hand and must not fail when it does not. When the
//! buffer should sit in the allocator itself, take [`StackFallback`](crate::StackFallback), which
//! lends out exactly this type.

#![expect(unsafe_code, reason = "routes allocator calls to the owner of the block")]

use core::alloc::Layout;
use core::mem::MaybeUninit;
use core::ptr::NonNull;

use crate::allocator::{clear_tail, move_block};
use crate::{AllocError, Allocator, FixedBuffer, Global, dangling};

/// An allocator that takes blocks from a borrowed buffer while they fit, and from `A` otherwise.
///
/// Who owns a block is decided by its address, so blocks may be deallocated in any order. A block
/// in the buffer that outgrows it moves to `A`; it never moves back. Deallocating in the buffer
/// reclaims the topmost block only. Zero-size requests reach neither side.
///
/// The handle that a container keeps is `&BufferFallbackAllocator`, and it carries the lifetimes
/// of the adapter and of the buffer.
///
/// Zig: `bun.allocators.BufferFallbackAllocator`.
///
/// # Examples
///
/// ```
/// use bun_alloc::{Allocator, BufferFallbackAllocator, Global};
/// use core::alloc::Layout;
/// use core::mem::MaybeUninit;
///
/// let mut bytes = [const { MaybeUninit::uninit() }; 64];
/// let mut allocator = BufferFallbackAllocator::new(&mut bytes, Global);
///
/// let layout = Layout::new::<[u8; 40]>();
/// let inside = allocator.allocate(layout)?.cast::<u8>();
/// let outside = allocator.allocate(layout)?.cast::<u8>();
/// assert!(allocator.owns_ptr(inside.as_ptr()));
/// assert!(!allocator.owns_ptr(outside.as_ptr()));
///
/// // SAFETY: the block is live, has this layout, and is not used again.
/// unsafe { allocator.deallocate(outside, layout) };
/// allocator.reset();
/// assert_eq!(allocator.used(), 0);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// A handle cannot outlive the buffer, nor be shared with another thread:
///
/// ```compile_fail,E0597
/// use bun_alloc::{Allocator, BufferFallbackAllocator, Global};
/// use core::mem::MaybeUninit;
///
/// let allocator;
/// let handle: &dyn Allocator = {
///     let mut bytes = [const { MaybeUninit::uninit() }; 64];
///     allocator = BufferFallbackAllocator::new(&mut bytes, Global);
///     &allocator
/// };
/// let _ = handle.allocate(core::alloc::Layout::new::<u8>());
/// ```
///
/// ```compile_fail,E0277
/// use bun_alloc::{BufferFallbackAllocator, Global};
/// use core::mem::MaybeUninit;
///
/// let mut bytes = [const { MaybeUninit::uninit() }; 64];
/// let allocator = BufferFallbackAllocator::new(&mut bytes, Global);
/// let handle = allocator.allocator();
/// std::thread::scope(|scope| {
///     scope.spawn(move || handle.used());
/// });
/// ```
#[derive(Debug)]
pub struct BufferFallbackAllocator<'a, A: Allocator = Global> {
    fixed: FixedBuffer<'a>,
    fallback: A,
}

impl<'a, A: Allocator> BufferFallbackAllocator<'a, A> {
    /// Returns an allocator over `buffer`, then `fallback`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Allocator, BufferFallbackAllocator, Global};
    /// # use core::alloc::Layout;
    /// # use core::mem::MaybeUninit;
    ///
    /// let mut bytes = [const { MaybeUninit::uninit() }; 64];
    /// let allocator = BufferFallbackAllocator::new(&mut bytes, Global);
    /// allocator.allocate(Layout::new::<[u8; 60]>())?;
    /// assert_eq!(allocator.used(), 60);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub const fn new(buffer: &'a mut [MaybeUninit<u8>], fallback: A) -> Self {
        Self { fixed: FixedBuffer::new(buffer), fallback }
    }

    /// Forwards to [`new`](Self::new).
    ///
    /// Zig: `BufferFallbackAllocator.init`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Allocator, BufferFallbackAllocator, Global};
    /// # use core::alloc::Layout;
    /// # use core::mem::MaybeUninit;
    ///
    /// let mut bytes = [const { MaybeUninit::uninit() }; 64];
    /// let allocator = BufferFallbackAllocator::init(&mut bytes, Global);
    /// let block = allocator.allocate(Layout::new::<[u8; 60]>())?;
    /// assert!(allocator.owns_ptr(block.cast().as_ptr()));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub const fn init(buffer: &'a mut [MaybeUninit<u8>], fallback: A) -> Self {
        Self::new(buffer, fallback)
    }

    /// Returns the handle to allocate through: a shared borrow of `self`.
    ///
    /// Zig: `BufferFallbackAllocator.allocator`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Allocator, BufferFallbackAllocator, Global};
    /// # use core::alloc::Layout;
    /// # use core::mem::MaybeUninit;
    ///
    /// let mut bytes = [const { MaybeUninit::uninit() }; 64];
    /// let allocator = BufferFallbackAllocator::new(&mut bytes, Global);
    /// let handle = allocator.allocator();
    /// handle.allocate(Layout::new::<[u8; 10]>())?;
    /// assert_eq!(allocator.used(), 10);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub const fn allocator(&self) -> &Self {
        self
    }

    /// Returns the allocator that is asked when the buffer is full.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Allocator, BufferFallbackAllocator, FixedBuffer};
    /// # use core::alloc::Layout;
    /// # use core::mem::MaybeUninit;
    ///
    /// let mut small = [const { MaybeUninit::uninit() }; 8];
    /// let mut large = [const { MaybeUninit::uninit() }; 64];
    /// let allocator = BufferFallbackAllocator::new(&mut small, FixedBuffer::new(&mut large));
    /// allocator.allocate(Layout::new::<[u8; 20]>())?;
    /// assert_eq!((allocator.used(), allocator.fallback().used()), (0, 20));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub const fn fallback(&self) -> &A {
        &self.fallback
    }

    /// Returns how many bytes of the buffer are in use, as [`FixedBuffer::used`].
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Allocator, BufferFallbackAllocator, Global};
    /// # use core::alloc::Layout;
    /// # use core::mem::MaybeUninit;
    ///
    /// let mut bytes = [const { MaybeUninit::uninit() }; 64];
    /// let allocator = BufferFallbackAllocator::new(&mut bytes, Global);
    /// let layout = Layout::new::<[u8; 10]>();
    /// let block = allocator.allocate(layout)?.cast();
    /// assert_eq!(allocator.used(), 10);
    /// // SAFETY: the block is live, has this layout, and is not used again.
    /// unsafe { allocator.deallocate(block, layout) };
    /// assert_eq!(allocator.used(), 0);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub const fn used(&self) -> usize {
        self.fixed.used()
    }

    /// Returns whether `ptr` points into the buffer.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Allocator, BufferFallbackAllocator, Global};
    /// # use core::alloc::Layout;
    /// # use core::mem::MaybeUninit;
    ///
    /// let mut bytes = [const { MaybeUninit::uninit() }; 64];
    /// let allocator = BufferFallbackAllocator::new(&mut bytes, Global);
    /// let inside = allocator.allocate(Layout::new::<u8>())?.cast::<u8>();
    /// let outside = 0_u8;
    /// assert!(allocator.owns_ptr(inside.as_ptr()));
    /// assert!(!allocator.owns_ptr(&raw const outside));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn owns_ptr(&self, ptr: *const u8) -> bool {
        self.fixed.owns_ptr(ptr)
    }

    /// Makes the whole buffer free again, which ends every block in it. The fallback is not told:
    /// its blocks still have to be deallocated, before this or, if it promises that they outlive
    /// a mutable borrow, as [`Global`] does, later.
    ///
    /// Zig: `BufferFallbackAllocator.reset`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Allocator, BufferFallbackAllocator, Global};
    /// # use core::alloc::Layout;
    /// # use core::mem::MaybeUninit;
    ///
    /// let mut bytes = [const { MaybeUninit::uninit() }; 64];
    /// let mut allocator = BufferFallbackAllocator::new(&mut bytes, Global);
    /// for _ in 0..3 {
    ///     let block = allocator.allocate(Layout::new::<[u8; 64]>())?;
    ///     assert!(allocator.owns_ptr(block.cast().as_ptr()));
    ///     allocator.reset();
    /// }
    /// assert_eq!(allocator.used(), 0);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    ///
    /// No handle may be left:
    ///
    /// ```compile_fail,E0502
    /// use bun_alloc::{Allocator, BufferFallbackAllocator, Global};
    /// use core::mem::MaybeUninit;
    ///
    /// let mut bytes = [const { MaybeUninit::uninit() }; 64];
    /// let mut allocator = BufferFallbackAllocator::new(&mut bytes, Global);
    /// let handle = allocator.allocator();
    /// allocator.reset();
    /// let _ = handle.allocate(core::alloc::Layout::new::<u8>());
    /// ```
    pub fn reset(&mut self) {
        self.fixed.reset();
    }
}

// SAFETY: both parts keep the contract, and every block is passed back to the part it came from:
// a block that is not empty begins in the buffer if and only if it is from there, because the
// buffer is exclusively the fixed part's and so cannot be where a block of the fallback begins.
// Empty blocks (5) are recognised by their layout before that test. Neither part unwinds (6).
unsafe impl<A: Allocator> Allocator for BufferFallbackAllocator<'_, A> {
    #[inline]
    fn allocate(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        self.fixed.allocate(layout).or_else(|AllocError| self.fallback.allocate(layout))
    }

    #[inline]
    fn allocate_zeroed(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        self.fixed
            .allocate_zeroed(layout)
            .or_else(|AllocError| self.fallback.allocate_zeroed(layout))
    }

    #[inline]
    unsafe fn deallocate(&self, ptr: NonNull<u8>, layout: Layout) {
        if layout.size() == 0 {
            return;
        }
        if self.owns_ptr(ptr.as_ptr()) {
            // SAFETY: a live block with this layout (the caller's promise), from the buffer.
            unsafe { self.fixed.deallocate(ptr, layout) }
        } else {
            // SAFETY: a live block with this layout (the caller's promise), from the fallback.
            unsafe { self.fallback.deallocate(ptr, layout) }
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
        if !self.owns_ptr(ptr.as_ptr()) {
            // SAFETY: as in `deallocate`; the sizes are the caller's promise.
            return unsafe { self.fallback.grow(ptr, old, new) };
        }
        // SAFETY: as in `deallocate`; the sizes are the caller's promise.
        if let Ok(block) = unsafe { self.fixed.grow(ptr, old, new) } {
            return Ok(block);
        }
        // SAFETY:
        // 1. The failed `grow` left the block live with layout `old`.
        // 2. `old.size() <= new.size()` (the caller's promise).
        unsafe { move_block(self, ptr, old, new, old.size()) }
    }

    #[inline]
    unsafe fn grow_zeroed(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        if old.size() == 0 {
            return self.allocate_zeroed(new);
        }
        if !self.owns_ptr(ptr.as_ptr()) {
            // SAFETY: as in `deallocate`; the sizes are the caller's promise.
            return unsafe { self.fallback.grow_zeroed(ptr, old, new) };
        }
        // SAFETY: the preconditions are those of `grow`.
        let block = unsafe { self.grow(ptr, old, new) }?;
        // SAFETY: `grow` returned at least `new.size() >= old.size()` bytes, valid for writes.
        unsafe { clear_tail(block, old.size()) };
        Ok(block)
    }

    #[inline]
    unsafe fn shrink(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        if new.size() == 0 {
            // SAFETY: a live block with layout `old` (the caller's promise), not used again.
            unsafe { self.deallocate(ptr, old) };
            return Ok(dangling(new));
        }
        if !self.owns_ptr(ptr.as_ptr()) {
            // SAFETY: as in `deallocate`; the sizes are the caller's promise.
            return unsafe { self.fallback.shrink(ptr, old, new) };
        }
        // SAFETY: as in `deallocate`; the sizes are the caller's promise.
        if let Ok(block) = unsafe { self.fixed.shrink(ptr, old, new) } {
            return Ok(block);
        }
        // SAFETY:
        // 1. The failed `shrink` left the block live with layout `old`.
        // 2. `new.size() <= old.size()` (the caller's promise).
        unsafe { move_block(self, ptr, old, new, new.size()) }
    }
}

#[cfg(test)]
mod tests;
