//! [`CountingAllocator`]: checks and counts what its callers do.

#![expect(unsafe_code, reason = "forwards allocator calls to the allocator below")]

use core::alloc::Layout;
use core::ptr::NonNull;
use core::sync::atomic::{AtomicUsize, Ordering};

use crate::{AllocError, AllocationScope, Allocator, Global, LeakReport};

/// How often a [`CountingAllocator`] was called. Zero-size requests count too.
///
/// # Examples
///
/// ```
/// use bun_alloc::testing::{AllocationCounts, CountingAllocator};
/// use bun_alloc::{Allocator, Global};
/// # use core::alloc::Layout;
///
/// let allocator = CountingAllocator::new(Global);
/// allocator.allocate(Layout::new::<()>())?;
/// let expected = AllocationCounts { allocate: 1, ..AllocationCounts::default() };
/// assert_eq!(allocator.counts(), expected);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
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
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::Global;
    /// use bun_alloc::testing::{AllocationCounts, CountingAllocator};
    ///
    /// let allocator = CountingAllocator::new(Global);
    /// assert_eq!(allocator.counts(), AllocationCounts::default());
    /// assert_eq!(allocator.live_blocks(), 0);
    /// ```
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
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::testing::CountingAllocator;
    /// use bun_alloc::{Allocator, Global};
    /// # use core::alloc::Layout;
    ///
    /// let allocator = CountingAllocator::new(Global);
    /// let layout = Layout::new::<u32>();
    /// let block = allocator.allocate(layout)?.cast();
    /// assert_eq!(allocator.live_blocks(), 1);
    /// // SAFETY: the block is live, has this layout, and is not used again.
    /// unsafe { allocator.deallocate(block, layout) };
    /// assert_eq!(allocator.live_blocks(), 0);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn live_blocks(&self) -> usize {
        self.scope.stats().num_allocations
    }

    /// Returns the sum of the sizes of the live blocks.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::testing::CountingAllocator;
    /// use bun_alloc::{Allocator, Global};
    /// # use core::alloc::Layout;
    ///
    /// let allocator = CountingAllocator::new(Global);
    /// let layout = Layout::new::<[u32; 3]>();
    /// let block = allocator.allocate(layout)?.cast();
    /// assert_eq!(allocator.live_bytes(), 12);
    /// // SAFETY: the block is live, has this layout, and is not used again.
    /// unsafe { allocator.deallocate(block, layout) };
    /// assert_eq!(allocator.live_bytes(), 0);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn live_bytes(&self) -> usize {
        self.scope.stats().total_memory_allocated
    }

    /// Returns how often it was called.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::testing::CountingAllocator;
    /// use bun_alloc::{Allocator, Global};
    /// # use core::alloc::Layout;
    ///
    /// let allocator = CountingAllocator::new(Global);
    /// let layout = Layout::new::<u32>();
    /// let block = allocator.allocate(layout)?.cast();
    /// // SAFETY: the block is live, has this layout, and is not used again.
    /// unsafe { allocator.deallocate(block, layout) };
    /// let counts = allocator.counts();
    /// assert_eq!((counts.allocate, counts.resize, counts.deallocate), (1, 0, 1));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn counts(&self) -> AllocationCounts {
        AllocationCounts {
            allocate: self.allocate.load(Ordering::Relaxed),
            deallocate: self.deallocate.load(Ordering::Relaxed),
            resize: self.resize.load(Ordering::Relaxed),
        }
    }

    /// Returns whether a live block begins at `ptr`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::testing::CountingAllocator;
    /// use bun_alloc::{Allocator, Global};
    /// # use core::alloc::Layout;
    ///
    /// let allocator = CountingAllocator::new(Global);
    /// let layout = Layout::new::<u32>();
    /// let block = allocator.allocate(layout)?.cast();
    /// assert!(allocator.owns(block.as_ptr()));
    /// // SAFETY: the block is live, has this layout, and is not used again.
    /// unsafe { allocator.deallocate(block, layout) };
    /// assert!(!allocator.owns(block.as_ptr()));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn owns<T: ?Sized>(&self, ptr: *const T) -> bool {
        self.scope.owns(ptr)
    }

    /// Returns the live blocks, as an error, if there are any.
    ///
    /// # Errors
    ///
    /// The report of the blocks that are live.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::testing::CountingAllocator;
    /// use bun_alloc::{Allocator, Global};
    /// # use core::alloc::Layout;
    ///
    /// let allocator = CountingAllocator::new(Global);
    /// let layout = Layout::new::<u32>();
    /// let block = allocator.allocate(layout)?.cast();
    /// assert_eq!(allocator.check().unwrap_err().leaks()[0].size(), 4);
    /// // SAFETY: the block is live, has this layout, and is not used again.
    /// unsafe { allocator.deallocate(block, layout) };
    /// assert_eq!(allocator.check(), Ok(()));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn check(&self) -> Result<(), LeakReport> {
        self.scope.check()
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
    /// let allocator = CountingAllocator::new(FailingAllocator::new(Global, 0));
    /// assert_eq!(allocator.allocate(Layout::new::<u32>()), Err(AllocError));
    /// assert!(allocator.parent().has_failed());
    /// ```
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
