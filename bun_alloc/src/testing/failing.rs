//! [`FailingAllocator`]: fails the nth call, and all after it.

#![expect(unsafe_code, reason = "forwards allocator calls to the allocator below")]

use core::alloc::Layout;
use core::ptr::NonNull;
use core::sync::atomic::{AtomicUsize, Ordering};

use crate::{AllocError, Allocator, Global, dangling};

/// An allocator that runs out of memory after a number of requests.
///
/// Allocating, growing and shrinking count; deallocating and zero-size requests do not.
///
/// Zig: `std.testing.FailingAllocator`.
///
/// # Examples
///
/// Every failure that an operation can meet, one after the other:
///
/// ```
/// use bun_alloc::testing::FailingAllocator;
/// use bun_alloc::{Allocator, Global};
/// use core::alloc::Layout;
///
/// fn two_bytes(allocator: &impl Allocator) -> Result<(), bun_alloc::AllocError> {
///     let layout = Layout::new::<u8>();
///     let first = allocator.allocate(layout)?.cast();
///     let second = allocator.allocate(layout);
///     // SAFETY: the block is live, has this layout, and is not used again.
///     unsafe { allocator.deallocate(first, layout) };
///     // SAFETY: likewise.
///     unsafe { allocator.deallocate(second?.cast(), layout) };
///     Ok(())
/// }
///
/// for count in 0.. {
///     let allocator = FailingAllocator::new(Global, count);
///     let result = two_bytes(&allocator);
///     assert_eq!(result.is_err(), allocator.has_failed());
///     if result.is_ok() {
///         assert_eq!(count, 2);
///         break;
///     }
/// }
/// ```
#[derive(Debug)]
pub struct FailingAllocator<A: Allocator = Global> {
    parent: A,
    succeed: usize,
    calls: AtomicUsize,
}

impl<A: Allocator> FailingAllocator<A> {
    /// Returns an allocator over `parent` whose first `succeed` requests are passed on and whose
    /// later ones fail.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::testing::FailingAllocator;
    /// use bun_alloc::{AllocError, Allocator, Global};
    /// # use core::alloc::Layout;
    ///
    /// let allocator = FailingAllocator::new(Global, 1);
    /// let layout = Layout::new::<u8>();
    /// let block = allocator.allocate(layout)?.cast();
    /// assert_eq!(allocator.allocate(layout), Err(AllocError));
    /// // SAFETY: the block is live, has this layout, and is not used again.
    /// unsafe { allocator.deallocate(block, layout) };
    /// # Ok::<(), AllocError>(())
    /// ```
    #[must_use]
    pub const fn new(parent: A, succeed: usize) -> Self {
        Self { parent, succeed, calls: AtomicUsize::new(0) }
    }

    /// Returns how many requests there were.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::testing::FailingAllocator;
    /// use bun_alloc::{AllocError, Allocator, Global};
    /// # use core::alloc::Layout;
    ///
    /// let allocator = FailingAllocator::new(Global, 0);
    /// assert!(allocator.allocate(Layout::new::<()>()).is_ok());
    /// assert_eq!(allocator.calls(), 0);
    /// assert_eq!(allocator.allocate(Layout::new::<u8>()), Err(AllocError));
    /// assert_eq!(allocator.calls(), 1);
    /// ```
    #[must_use]
    pub fn calls(&self) -> usize {
        self.calls.load(Ordering::Relaxed)
    }

    /// Returns whether a request has failed because it was one too many.
    ///
    /// Zig: `FailingAllocator.has_induced_failure`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::testing::FailingAllocator;
    /// use bun_alloc::{AllocError, Allocator, Global};
    /// # use core::alloc::Layout;
    ///
    /// let allocator = FailingAllocator::new(Global, 0);
    /// assert!(!allocator.has_failed());
    /// assert_eq!(allocator.allocate(Layout::new::<u8>()), Err(AllocError));
    /// assert!(allocator.has_failed());
    /// ```
    #[doc(alias = "has_induced_failure")]
    #[must_use]
    pub fn has_failed(&self) -> bool {
        self.calls() > self.succeed
    }

    /// Returns the allocator below.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::testing::{CountingAllocator, FailingAllocator};
    /// use bun_alloc::{AllocError, Allocator, Global};
    /// use core::alloc::Layout;
    ///
    /// let allocator = FailingAllocator::new(CountingAllocator::new(Global), 0);
    /// assert_eq!(allocator.allocate(Layout::new::<u8>()), Err(AllocError));
    /// // The refused request did not get there.
    /// assert_eq!(allocator.parent().counts().allocate, 0);
    /// ```
    #[must_use]
    pub const fn parent(&self) -> &A {
        &self.parent
    }

    fn count(&self) -> Result<(), AllocError> {
        let call = self.calls.fetch_add(1, Ordering::Relaxed);
        if call < self.succeed { Ok(()) } else { Err(AllocError) }
    }
}

// SAFETY: every request is either refused with nothing changed (3), answered without memory (5), or
// passed on to `parent`, which keeps the contract. Nothing here unwinds.
unsafe impl<A: Allocator> Allocator for FailingAllocator<A> {
    fn allocate(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        if layout.size() == 0 {
            return Ok(dangling(layout));
        }
        self.count()?;
        self.parent.allocate(layout)
    }

    fn allocate_zeroed(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        if layout.size() == 0 {
            return Ok(dangling(layout));
        }
        self.count()?;
        self.parent.allocate_zeroed(layout)
    }

    unsafe fn deallocate(&self, ptr: NonNull<u8>, layout: Layout) {
        if layout.size() != 0 {
            // SAFETY: a live block of `parent` with this layout (the caller's promise).
            unsafe { self.parent.deallocate(ptr, layout) }
        }
    }

    unsafe fn grow(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        if old.size() == 0 {
            return self.allocate(new);
        }
        self.count()?;
        // SAFETY: a live block of `parent`, with sizes in this order (the caller's promise).
        unsafe { self.parent.grow(ptr, old, new) }
    }

    unsafe fn grow_zeroed(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        if old.size() == 0 {
            return self.allocate_zeroed(new);
        }
        self.count()?;
        // SAFETY: a live block of `parent`, with sizes in this order (the caller's promise).
        unsafe { self.parent.grow_zeroed(ptr, old, new) }
    }

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
        self.count()?;
        // SAFETY: a live block of `parent`, with sizes in this order (the caller's promise).
        unsafe { self.parent.shrink(ptr, old, new) }
    }
}
