//! [`AllocationScope`]: an allocator that checks what is done with it.
//!
//! In builds with debug assertions it keeps books of the blocks that pass through it: it refuses a
//! double free before the allocator below sees it, and panics when it is dropped while blocks are
//! live. Otherwise it forwards and keeps nothing. For what Miri or a sanitizer cannot see, a leak
//! in a process that goes on, or a free through the wrong allocator.

mod allocator;
mod external;
mod ledger;
mod report;
#[cfg(test)]
mod tests;

use core::alloc::Layout;
use core::fmt;
use core::panic::Location;
use core::ptr::NonNull;

use alloc::string::String;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::{AllocError, Allocator, Global, dangling};
pub use ledger::FreeError;
use ledger::{Ledger, Record};
pub use report::{Leak, LeakReport};

/// What passed through an [`AllocationScope`] and is live.
///
/// # Examples
///
/// ```
/// use bun_alloc::{AllocationScope, AllocationStats, Global};
///
/// let scope = AllocationScope::tracking(Global);
/// let bytes = [0_u8; 12];
/// scope.track_external_allocation(&bytes[..])?;
/// let expected = AllocationStats { total_memory_allocated: 12, num_allocations: 1 };
/// assert_eq!(scope.stats(), expected);
/// scope.leak_slice(&bytes[..]);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AllocationStats {
    /// The sum of the sizes, in bytes.
    pub total_memory_allocated: usize,
    /// How many blocks there are.
    pub num_allocations: usize,
}

/// An allocator that tracks the blocks of the allocator below it, in debug builds.
///
/// A block counts as leaked if it is live when the scope is dropped, which then panics with a
/// [`LeakReport`]; [`check`](Self::check) and [`into_report`](Self::into_report) return it instead.
/// Deallocating what is not live panics, and the allocator below is not called. The scope may be
/// shared between threads if that allocator may.
///
/// Where [`is_enabled`](Self::is_enabled) is false, everything is forwarded, nothing is tracked,
/// and the checks succeed.
///
/// Zig: `bun.allocators.AllocationScope`, `AllocationScopeIn`.
///
/// # Examples
///
/// ```
/// use bun_alloc::{AllocationScope, Allocator, Global};
/// use core::alloc::Layout;
///
/// let scope = AllocationScope::tracking(Global);
/// let layout = Layout::new::<u64>();
/// let block = scope.allocate(layout)?.cast::<u8>();
/// assert_eq!(scope.stats().num_allocations, 1);
///
/// let report = scope.check().unwrap_err();
/// assert_eq!((report.count(), report.bytes()), (1, 8));
/// assert!(report.leaks()[0].location().file().ends_with(".rs"));
///
/// // SAFETY: the block is live, has this layout, and is not used again.
/// unsafe { scope.deallocate(block, layout) };
/// assert!(scope.check().is_ok());
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[doc(alias = "AllocationScopeIn")]
pub struct AllocationScope<A: Allocator = Global> {
    parent: A,
    /// `None` in a scope that does not track.
    ledger: Option<Mutex<Ledger>>,
}

impl<A: Allocator> AllocationScope<A> {
    /// Returns a scope over `parent` that tracks in builds with debug assertions.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{AllocationScope, Allocator, Global};
    /// # use core::alloc::Layout;
    ///
    /// let scope = AllocationScope::new(Global);
    /// let layout = Layout::new::<u64>();
    /// let block = scope.allocate(layout)?.cast();
    /// // A build without debug assertions does not know about the block.
    /// assert_eq!(scope.check().is_err(), scope.is_enabled());
    /// // SAFETY: the block is live, has this layout, and is not used again.
    /// unsafe { scope.deallocate(block, layout) };
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub const fn new(parent: A) -> Self {
        if cfg!(debug_assertions) { Self::tracking(parent) } else { Self { parent, ledger: None } }
    }

    /// Forwards to [`new`](Self::new).
    ///
    /// Zig: `AllocationScope.init`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{AllocationScope, Global};
    ///
    /// let scope = AllocationScope::init(Global);
    /// assert_eq!(scope.is_enabled(), AllocationScope::new(Global).is_enabled());
    /// ```
    #[must_use]
    pub const fn init(parent: A) -> Self {
        Self::new(parent)
    }

    /// Returns a scope over `parent` that tracks in every build.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{AllocationScope, Global};
    ///
    /// let scope = AllocationScope::tracking(Global);
    /// assert!(scope.is_enabled());
    /// ```
    #[must_use]
    pub const fn tracking(parent: A) -> Self {
        Self { parent, ledger: Some(Mutex::new(Ledger::new())) }
    }

    /// Returns whether this scope tracks.
    ///
    /// Zig: `AllocationScope.enabled`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{AllocationScope, Global};
    ///
    /// let scope = AllocationScope::new(Global);
    /// let bytes = [0_u8; 12];
    /// scope.track_external_allocation(&bytes[..])?;
    /// assert_eq!(scope.is_enabled(), scope.into_report().count() == 1);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "enabled")]
    #[must_use]
    pub const fn is_enabled(&self) -> bool {
        self.ledger.is_some()
    }

    /// Returns the allocator below.
    ///
    /// Zig: `AllocationScope.parent`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{AllocationScope, Allocator, FixedBuffer};
    /// # use core::alloc::Layout;
    /// # use core::mem::MaybeUninit;
    ///
    /// let mut bytes = [const { MaybeUninit::uninit() }; 64];
    /// let scope = AllocationScope::tracking(FixedBuffer::new(&mut bytes));
    /// scope.allocate(Layout::new::<[u8; 20]>())?;
    /// assert_eq!(scope.parent().used(), 20);
    /// # let _ = scope.into_report();
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub const fn parent(&self) -> &A {
        &self.parent
    }

    /// Returns the handle to allocate through: a shared borrow of `self`.
    ///
    /// Zig: `AllocationScope.allocator`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{AllocationScope, Allocator, Global};
    /// # use core::alloc::Layout;
    ///
    /// let scope = AllocationScope::tracking(Global);
    /// let layout = Layout::new::<u64>();
    /// let block = scope.allocator().allocate(layout)?.cast();
    /// assert!(scope.owns(block.as_ptr()));
    /// // SAFETY: the block is live, has this layout, and is not used again.
    /// unsafe { scope.deallocate(block, layout) };
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub const fn allocator(&self) -> &Self {
        self
    }

    fn ledger(&self) -> Option<MutexGuard<'_, Ledger>> {
        Some(self.ledger.as_ref()?.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Returns the number and the size of the live blocks.
    ///
    /// Zig: `AllocationScope.stats`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{AllocationScope, Allocator, Global};
    /// # use core::alloc::Layout;
    ///
    /// let scope = AllocationScope::tracking(Global);
    /// let layout = Layout::new::<u64>();
    /// let block = scope.allocate(layout)?.cast();
    /// let stats = scope.stats();
    /// assert_eq!((stats.num_allocations, stats.total_memory_allocated), (1, 8));
    /// // SAFETY: the block is live, has this layout, and is not used again.
    /// unsafe { scope.deallocate(block, layout) };
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn stats(&self) -> AllocationStats {
        self.ledger().map_or_else(AllocationStats::default, |ledger| AllocationStats {
            total_memory_allocated: ledger.bytes(),
            num_allocations: ledger.live().len(),
        })
    }

    /// Returns whether a live block begins at `ptr`. False where nothing is tracked.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{AllocationScope, Allocator, Global};
    /// # use core::alloc::Layout;
    ///
    /// let scope = AllocationScope::tracking(Global);
    /// let layout = Layout::new::<u64>();
    /// let block = scope.allocate(layout)?.cast();
    /// assert!(scope.owns(block.as_ptr()));
    /// // SAFETY: the block is live, has this layout, and is not used again.
    /// unsafe { scope.deallocate(block, layout) };
    /// assert!(!scope.owns(block.as_ptr()));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn owns<T: ?Sized>(&self, ptr: *const T) -> bool {
        self.ledger().is_some_and(|mut ledger| ledger.get_mut(ptr.addr()).is_some())
    }

    /// Checks that a live block begins at `ptr`.
    ///
    /// Zig: `AllocationScope.assertOwned`.
    ///
    /// # Panics
    ///
    /// If it does not.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{AllocationScope, Allocator, Global};
    /// # use core::alloc::Layout;
    ///
    /// let scope = AllocationScope::tracking(Global);
    /// let layout = Layout::new::<u64>();
    /// let block = scope.allocate(layout)?.cast();
    /// scope.assert_owned(block.as_ptr());
    /// assert_eq!(scope.stats().num_allocations, 1);
    /// // SAFETY: the block is live, has this layout, and is not used again.
    /// unsafe { scope.deallocate(block, layout) };
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "assertOwned")]
    #[track_caller]
    pub fn assert_owned<T: ?Sized>(&self, ptr: *const T) {
        assert!(!self.is_enabled() || self.owns(ptr), "this scope does not own that pointer");
    }

    /// Checks that no live block begins at `ptr`.
    ///
    /// Zig: `AllocationScope.assertUnowned`.
    ///
    /// # Panics
    ///
    /// If one does.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{AllocationScope, Allocator, Global};
    /// # use core::alloc::Layout;
    ///
    /// let scope = AllocationScope::tracking(Global);
    /// let layout = Layout::new::<u64>();
    /// let block = scope.allocate(layout)?.cast();
    /// // SAFETY: the block is live, has this layout, and is not used again.
    /// unsafe { scope.deallocate(block, layout) };
    /// scope.assert_unowned(block.as_ptr());
    /// assert_eq!(scope.stats().num_allocations, 0);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "assertUnowned")]
    #[track_caller]
    pub fn assert_unowned<T: ?Sized>(&self, ptr: *const T) {
        assert!(!self.owns(ptr), "this scope owns that pointer");
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
    /// use bun_alloc::{AllocationScope, Allocator, Global};
    /// # use core::alloc::Layout;
    ///
    /// let scope = AllocationScope::tracking(Global);
    /// let layout = Layout::new::<u64>();
    /// let block = scope.allocate(layout)?.cast();
    /// assert_eq!(scope.check().unwrap_err().count(), 1);
    /// // SAFETY: the block is live, has this layout, and is not used again.
    /// unsafe { scope.deallocate(block, layout) };
    /// assert_eq!(scope.check(), Ok(()));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn check(&self) -> Result<(), LeakReport> {
        let report = self.report();
        if report.count() == 0 { Ok(()) } else { Err(report) }
    }

    /// Ends the scope and returns the blocks that are live, instead of panicking about them.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{AllocationScope, Global};
    ///
    /// let scope = AllocationScope::tracking(Global);
    /// let kept = [0_u8; 12];
    /// scope.track_external_allocation(&kept[..])?;
    /// assert_eq!(scope.into_report().bytes(), 12);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn into_report(mut self) -> LeakReport {
        let report = self.report();
        self.ledger = None;
        report
    }

    fn report(&self) -> LeakReport {
        self.ledger().map_or_else(LeakReport::default, |ledger| LeakReport::new(&ledger))
    }

    /// Takes the record of a block that is about to be freed or resized.
    #[track_caller]
    fn take(&self, ptr: NonNull<u8>, layout: Layout) -> Option<Record> {
        let mut ledger = self.ledger()?;
        let taken = ledger.take(ptr.addr().get(), layout.size(), Some(layout.align()));
        drop(ledger);
        match taken {
            Ok(record) => Some(record),
            Err(error) => panic!("{error}"),
        }
    }

    /// Tracks `block`, for which there is room.
    #[track_caller]
    fn add(&self, block: NonNull<[u8]>, layout: Layout, extra: Option<String>) {
        if let Some(mut ledger) = self.ledger() {
            let (address, align) = (block.addr().get(), Some(layout.align()));
            ledger.add(Record { extra, ..record(address, layout.size(), block.len(), align) });
        }
    }

    /// Allocates by `allocate` and tracks the block.
    #[track_caller]
    fn allocate_by(
        &self,
        layout: Layout,
        allocate: impl FnOnce(&A) -> Result<NonNull<[u8]>, AllocError>,
    ) -> Result<NonNull<[u8]>, AllocError> {
        if layout.size() == 0 {
            return Ok(dangling(layout));
        }
        if let Some(mut ledger) = self.ledger() {
            ledger.reserve()?;
        }
        match allocate(&self.parent) {
            Ok(block) => {
                self.add(block, layout, None);
                Ok(block)
            }
            Err(AllocError) => {
                if let Some(mut ledger) = self.ledger() {
                    ledger.give_up();
                }
                Err(AllocError)
            }
        }
    }

    /// Resizes a block by `resize` and tracks the result. Neither size is zero.
    ///
    /// The record is out of the books meanwhile: if the block moves, another thread may be given
    /// its old address before this one gets to say so.
    #[track_caller]
    fn resize_by(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
        resize: impl FnOnce(&A) -> Result<NonNull<[u8]>, AllocError>,
    ) -> Result<NonNull<[u8]>, AllocError> {
        let former = self.take(ptr, old);
        let resized = resize(&self.parent);
        let (Some(mut former), Some(mut ledger)) = (former, self.ledger()) else { return resized };
        let Ok(block) = resized else {
            ledger.add(former);
            return resized;
        };
        if block.cast() != ptr {
            ledger.remember(&former, Location::caller());
        }
        let extra = former.extra.take();
        drop(ledger);
        self.add(block, new, extra);
        resized
    }
}

#[track_caller]
const fn record(address: usize, size: usize, len: usize, align: Option<usize>) -> Record {
    Record { address, size, len, align, caller: Location::caller(), serial: 0, extra: None }
}

impl<A: Allocator + Default> Default for AllocationScope<A> {
    /// Zig: `AllocationScope.initDefault`.
    fn default() -> Self {
        Self::new(A::default())
    }
}

impl<A: Allocator> Drop for AllocationScope<A> {
    /// Panics if blocks are live, unless the thread is panicking already.
    fn drop(&mut self) {
        if !std::thread::panicking()
            && let Err(report) = self.check()
        {
            panic!("{report}");
        }
    }
}

impl<A: Allocator + fmt::Debug> fmt::Debug for AllocationScope<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AllocationScope")
            .field("parent", &self.parent)
            .field("is_enabled", &self.is_enabled())
            .field("stats", &self.stats())
            .finish_non_exhaustive()
    }
}
