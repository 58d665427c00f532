//! [`Mimalloc`]: the global allocator, and what can be asked of it.
//!
//! It sits directly on mimalloc's C functions. The crate `mimalloc` was rejected: its `GlobalAlloc`
//! takes the aligned entry points for every request, which costs up to a tenth of a malloc/free
//! pair of small blocks.

#![expect(unsafe_code, reason = "implements `GlobalAlloc`; frees blocks by address")]

use core::alloc::{GlobalAlloc, Layout};
use core::ffi::c_void;

use crate::heap::{self, Backend};
use crate::{Allocator as _, Global};

/// mimalloc as the global allocator of a binary.
///
/// Without the feature `mimalloc`, and under Miri, this is the system allocator.
///
/// Zig: `bun.default_allocator`.
///
/// # Examples
///
/// ```
/// #[global_allocator]
/// static ALLOC: bun_alloc::Mimalloc = bun_alloc::Mimalloc;
///
/// assert_eq!(bun_alloc::is_global(), bun_alloc::Mimalloc::IS_NATIVE);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Mimalloc;

impl Mimalloc {
    /// Whether mimalloc was built into this crate. `false` means the system allocator.
    ///
    /// # Examples
    ///
    /// ```
    /// // Only mimalloc counts.
    /// assert_eq!(bun_alloc::stats().is_some(), bun_alloc::Mimalloc::IS_NATIVE);
    /// ```
    pub const IS_NATIVE: bool = heap::IS_NATIVE;
}

// SAFETY: forwards to `Backend`, which keeps the contract.
unsafe impl GlobalAlloc for Mimalloc {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise is the one required.
        unsafe { Backend.alloc(layout) }
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise is the one required.
        unsafe { Backend.alloc_zeroed(layout) }
    }

    #[inline]
    unsafe fn dealloc(&self, ptr: *mut u8, layout: Layout) {
        // SAFETY: the caller's promise is the one required.
        unsafe { Backend.dealloc(ptr, layout) }
    }

    #[inline]
    unsafe fn realloc(&self, ptr: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        // SAFETY: the caller's promise is the one required.
        unsafe { Backend.realloc(ptr, layout, new_size) }
    }
}

/// Returns whether the global allocator of this process hands out blocks of the mimalloc that is
/// linked into this crate.
///
/// Allocates one block and asks mimalloc whether it lies in its memory, so the answer is about what
/// really happens, not about what was declared. It cannot tell [`Mimalloc`] from another wrapper
/// around the same C library, whose blocks are just as good. It is `false` in builds without
/// mimalloc, even where [`Mimalloc`] is installed.
///
/// Where it is `true`, and only there, a block of the global allocator may be passed to functions
/// that free by address: [`free_without_size`], [`default_alloc::free`](crate::default_alloc::free)
/// and the [`c_thunks`](crate::c_thunks).
///
/// # Examples
///
/// ```
/// // This test program has not installed `Mimalloc`.
/// assert!(!bun_alloc::is_global());
/// ```
#[must_use]
pub fn is_global() -> bool {
    let layout = Layout::new::<[usize; 2]>();
    let Ok(block) = Global.allocate(layout) else { return false };
    let answer = heap::is_block(block.cast().as_ptr());
    // SAFETY: the block is from `Global`, with this layout, and is not used again.
    unsafe { Global.deallocate(block.cast(), layout) };
    answer
}

/// Panics unless [`is_global`]: one line at the start of `main` that a forgotten
/// `#[global_allocator]` cannot get past. Does nothing in builds without mimalloc.
///
/// # Panics
///
/// If mimalloc is built in and the global allocator is another one.
///
/// # Examples
///
/// ```should_panic
/// # if !bun_alloc::Mimalloc::IS_NATIVE { panic!("nothing to check") }
/// // This test program has not installed `Mimalloc`.
/// bun_alloc::assert_global();
/// ```
pub fn assert_global() {
    assert!(
        !Mimalloc::IS_NATIVE || is_global(),
        "the global allocator is not mimalloc: install `bun_alloc::Mimalloc`",
    );
}

/// Frees a block that knows its own size. Null is ignored.
///
/// Zig: `bun.allocators.freeWithoutSize`.
///
/// # Safety
///
/// 1. `ptr` is null, or a live block of [`basic::C_ALLOCATOR`](crate::basic::C_ALLOCATOR),
///    [`ZAllocator`](crate::ZAllocator) or the [`c_thunks`](crate::c_thunks); or of the global
///    allocator, if [`is_global`].
/// 2. It is not used again.
///
/// # Examples
///
/// ```
/// use bun_alloc::c_thunks::mi_malloc_items;
///
/// let block = mi_malloc_items(core::ptr::null_mut(), 4, 8);
/// assert!(!block.is_null());
/// // SAFETY: the block is live, from `mi_malloc_items`, and not used again.
/// unsafe { bun_alloc::free_without_size(block) };
/// ```
#[doc(alias = "freeWithoutSize")]
#[inline]
pub unsafe fn free_without_size(ptr: *mut c_void) {
    // SAFETY: null or a live block of the C heap (precondition 1), which the global allocator's
    // blocks belong to where `is_global`.
    unsafe { heap::free(ptr.cast()) }
}

/// Returns how many bytes of a block may be used: at least as many as were asked for. 0 for null.
///
/// Zig: `mi_usable_size`.
///
/// # Safety
///
/// `ptr` is as for [`free_without_size`], except that it stays live.
///
/// # Examples
///
/// ```
/// use bun_alloc::c_thunks::mi_malloc_items;
///
/// let block = mi_malloc_items(core::ptr::null_mut(), 1, 100);
/// // SAFETY: the block is live.
/// assert!(unsafe { bun_alloc::usable_size(block.cast()) } >= 100);
/// // SAFETY: the block is live, from `mi_malloc_items`, and not used again.
/// unsafe { bun_alloc::free_without_size(block) };
/// ```
#[inline]
#[must_use]
pub unsafe fn usable_size(ptr: *const u8) -> usize {
    // SAFETY: null or a live block of the C heap.
    unsafe { heap::usable_size(ptr) }
}

/// Whether [`Mimalloc`] is mimalloc in this build, not the allocator of the system.
///
/// Zig: `bun.use_mimalloc`.
#[doc(alias = "use_mimalloc")]
pub const USE_MIMALLOC: bool = cfg!(all(feature = "mimalloc", not(miri)));

/// Gives memory that no block uses back to the system; with `force`, all of it, however long that
/// takes. Does nothing in builds without mimalloc.
///
/// Zig: `mi_collect`.
///
/// # Examples
///
/// ```
/// drop(vec![0_u8; 1 << 20]);
/// bun_alloc::collect(true);
/// ```
pub fn collect(force: bool) {
    heap::collect(force);
}

/// What mimalloc knows of the process; see [`stats`]. Sizes are bytes.
///
/// # Examples
///
/// ```
/// use bun_alloc::HeapStats;
///
/// fn footer(stats: &HeapStats) -> String {
///     format!("{} KiB at most", stats.peak_rss >> 10)
/// }
///
/// let mut stats = bun_alloc::stats().unwrap_or_default();
/// stats.peak_rss = 3 << 10;
/// assert_eq!(footer(&stats), "3 KiB at most");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct HeapStats {
    /// Milliseconds since the process started.
    pub elapsed_ms: usize,
    /// Milliseconds of user time, all threads together.
    pub user_ms: usize,
    /// Milliseconds of system time, all threads together.
    pub system_ms: usize,
    /// Resident memory. Exact on Windows and macOS, elsewhere estimated from the commit.
    pub current_rss: usize,
    /// The highest resident memory so far.
    pub peak_rss: usize,
    /// Memory that mimalloc has committed.
    pub current_commit: usize,
    /// The most that it had committed so far.
    pub peak_commit: usize,
    /// Page faults that went to disk.
    pub page_faults: usize,
}

/// Returns the process's memory and time as mimalloc counts them, or `None` in builds without it.
///
/// Zig: `mi_process_info`.
///
/// # Examples
///
/// ```
/// if let Some(stats) = bun_alloc::stats() {
///     assert!(stats.peak_rss > 0);
/// }
/// ```
#[must_use]
pub fn stats() -> Option<HeapStats> {
    heap::stats()
}
