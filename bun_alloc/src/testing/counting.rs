//! [`CountingAllocator`]: checks and counts what its callers do.

#![expect(unsafe_code, reason = "forwards allocator calls to the allocator below")]

use core::alloc::Layout;
use core::ptr::NonNull;
use core::sync::atomic::{AtomicUsize, Ordering};

use crate::{AllocError, AllocationScope, Allocator, Global, LeakReport};

/// How often a [`CountingAllocator`] was called. Zero-size requests count too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AllocationCounts {
    /// Calls of `allocate` and `allocate_zeroed`.
    pub allocate: usize,
    /// Calls of `deallocate`.
    pub deallocate: usize,
    /// Calls of `grow`, `grow_zeroed` and `shrink`.
    pub resize: usize,
}

/// An allocator that panics at a double free, at a free of foreign memory, at a wrong size or
/// alignment, and when it is dropped while blocks are live. In every build.
///
/// It is an [`AllocationScope`] that always tracks, and counts calls besides.
///
/// # Examples
///
/// ```
/// use bun_alloc::testing::CountingAllocator;
/// use bun_alloc::{Allocator, Global};
/// use core::alloc::Layout;
///
/// let allocator = CountingAllocator::new(Global);
/// let layout = Layout::new::<u32>();
/// let block = allocator.allocate(layout)?.cast();
/// assert_eq!((allocator.live_blocks(), allocator.live_bytes()), (1, 4));
/// // SAFETY: the block is live, has this layout, and is not used again.
/// unsafe { allocator.deallocate(block, layout) };
/// assert_eq!(allocator.counts().deallocate, 1);
/// allocator.check().unwrap();
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Debug)]
pub struct CountingAllocator<A: Allocator = Global> {
    scope: AllocationScope<A>,
    allocate: AtomicUsize,
    deallocate: AtomicUsize,
    resize: AtomicUsize,
}

impl<A: Allocator> CountingAllocator<A> {
    /// Returns an allocator over `parent`.
    #[must_use]
    pub const fn new(parent: A) -> Self {
        Self {
            scope: AllocationScope::tracking(parent),
            allocate: AtomicUsize::new(0),
            deallocate: AtomicUsize::new(0),
            resize: AtomicUsize::new(0),
        }
    }

    /// Returns how many blocks are live.
    #[must_use]
    pub fn live_blocks(&self) -> usize {
        self.scope.stats().num_allocations
    }

    /// Returns the sum of the sizes of the live blocks.
    #[must_use]
    pub fn live_bytes(&self) -> usize {
        self.scope.stats().total_memory_allocated
    }

    /// Returns how often it was called.
    #[must_use]
    pub fn counts(&self) -> AllocationCounts {
        AllocationCounts {
            allocate: self.allocate.load(Ordering::Relaxed),
            deallocate: self.deallocate.load(Ordering::Relaxed),
            resize: self.resize.load(Ordering::Relaxed),
        }
    }

    /// Returns whether a live block begins at `ptr`.
    #[must_use]
    pub fn owns<T: ?Sized>(&self, ptr: *const T) -> bool {
        self.scope.owns(ptr)
    }

    /// Returns the live blocks, as an error, if there are any.
    ///
    /// # Errors
    ///
    /// The report of the blocks that are live.
    pub fn check(&self) -> Result<(), LeakReport> {
        self.scope.check()
    }

    /// Returns the allocator below.
    #[must_use]
    pub const fn parent(&self) -> &A {
        self.scope.parent()
    }
}

// SAFETY: every call is passed on to the scope, which keeps the contract.
unsafe impl<A: Allocator> Allocator for CountingAllocator<A> {
    #[track_caller]
    fn allocate(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        self.allocate.fetch_add(1, Ordering::Relaxed);
        self.scope.allocate(layout)
    }

    #[track_caller]
    fn allocate_zeroed(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        self.allocate.fetch_add(1, Ordering::Relaxed);
        self.scope.allocate_zeroed(layout)
    }

    #[track_caller]
    unsafe fn deallocate(&self, ptr: NonNull<u8>, layout: Layout) {
        self.deallocate.fetch_add(1, Ordering::Relaxed);
        // SAFETY: the caller's promise is about the scope.
        unsafe { self.scope.deallocate(ptr, layout) }
    }

    #[track_caller]
    unsafe fn grow(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        self.resize.fetch_add(1, Ordering::Relaxed);
        // SAFETY: the caller's promise is about the scope.
        unsafe { self.scope.grow(ptr, old, new) }
    }

    #[track_caller]
    unsafe fn grow_zeroed(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        self.resize.fetch_add(1, Ordering::Relaxed);
        // SAFETY: the caller's promise is about the scope.
        unsafe { self.scope.grow_zeroed(ptr, old, new) }
    }

    #[track_caller]
    unsafe fn shrink(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        self.resize.fetch_add(1, Ordering::Relaxed);
        // SAFETY: the caller's promise is about the scope.
        unsafe { self.scope.shrink(ptr, old, new) }
    }
}
