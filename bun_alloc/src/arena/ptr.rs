//! [`ArenaPtr`]: an arena without a lifetime.

#![expect(unsafe_code, reason = "dereferences an arena whose lifetime the caller vouches for")]

use core::alloc::Layout;
use core::ptr::NonNull;

use super::Arena;
use crate::{AllocError, Allocator, Global};

/// A copyable handle to an arena, or to the global allocator, without a lifetime.
///
/// For ported structs that store their allocator and have no room for a lifetime. Everything that
/// can go wrong is the promise made in [`new`](Self::new); after that it is an [`Allocator`] like
/// any other. Prefer `&Arena`.
///
/// It stays on its thread, as a reference to an arena does:
///
/// ```compile_fail,E0277
/// let allocator = bun_alloc::ArenaPtr::global();
/// std::thread::spawn(move || allocator.is_global());
/// ```
///
/// # Examples
///
/// ```
/// use bun_alloc::{Allocator, Arena, ArenaPtr};
/// use core::alloc::Layout;
///
/// let arena = Arena::new();
/// // SAFETY: the arena outlives the handle and its blocks, and is not reset.
/// let allocator = unsafe { ArenaPtr::new(&arena) };
/// let block = allocator.allocate(Layout::new::<[u8; 64]>())?;
/// assert_eq!(block.len(), 64);
/// assert!(arena.allocated_bytes() >= 64);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArenaPtr {
    /// Invariant: null, or an arena that is alive and not mutably borrowed while this handle, a
    /// copy of it or a block from it is in use.
    arena: *const Arena,
}

impl ArenaPtr {
    /// Makes a handle to `arena`; with null, to the global allocator.
    ///
    /// # Safety
    ///
    /// Unless `arena` is null:
    ///
    /// 1. It points to an arena.
    /// 2. While the handle, a copy of it or a block from it is in use, the arena is not dropped,
    ///    moved, reset or otherwise borrowed mutably.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Arena, ArenaPtr};
    ///
    /// struct Parser {
    ///     allocator: ArenaPtr,
    /// }
    ///
    /// let arena = Arena::new();
    /// // SAFETY: the arena outlives the parser and is not borrowed mutably meanwhile.
    /// let parser = Parser { allocator: unsafe { ArenaPtr::new(&arena) } };
    /// assert!(!parser.allocator.is_global());
    /// ```
    #[inline]
    #[must_use]
    pub const unsafe fn new(arena: *const Arena) -> Self {
        Self { arena }
    }

    /// Returns the handle to the global allocator.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::ArenaPtr;
    ///
    /// const ALLOCATOR: ArenaPtr = ArenaPtr::global();
    ///
    /// assert_eq!(ALLOCATOR, ArenaPtr::default());
    /// ```
    #[inline]
    #[must_use]
    pub const fn global() -> Self {
        Self { arena: core::ptr::null() }
    }

    /// Returns whether this is the global allocator.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Arena, ArenaPtr};
    ///
    /// let none = core::ptr::null::<Arena>();
    /// // SAFETY: null asks for no promise.
    /// assert!(unsafe { ArenaPtr::new(none) }.is_global());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_global(self) -> bool {
        self.arena.is_null()
    }

    /// Returns the arena, or `None` for the global allocator. The reference lives as long as this
    /// handle stays borrowed; copy the handle into a longer-lived place to keep it longer.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Arena, ArenaPtr};
    ///
    /// let arena = Arena::new();
    /// // SAFETY: the arena outlives the handle and is not borrowed mutably meanwhile.
    /// let handle = unsafe { ArenaPtr::new(&arena) };
    /// assert!(handle.arena().is_some_and(|found| core::ptr::eq(found, &arena)));
    /// assert!(ArenaPtr::global().arena().is_none());
    /// ```
    #[inline]
    #[must_use]
    pub const fn arena(&self) -> Option<&Arena> {
        // SAFETY: null or alive, not mutably borrowed, while the handle is in use (invariant).
        unsafe { self.arena.as_ref() }
    }

    /// The allocator behind the handle.
    #[inline]
    fn target(&self) -> &dyn Allocator {
        match self.arena() {
            Some(arena) => arena,
            None => &Global,
        }
    }
}

/// The global allocator.
impl Default for ArenaPtr {
    #[inline]
    fn default() -> Self {
        Self::global()
    }
}

// SAFETY: every method forwards to the arena or to `Global`, which keep the contract; which of them
// never changes, and copies and moves of the handle leave both where they are.
unsafe impl Allocator for ArenaPtr {
    #[inline]
    fn allocate(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        match self.arena() {
            Some(arena) => arena.allocate(layout),
            None => Global.allocate(layout),
        }
    }

    #[inline]
    fn allocate_zeroed(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        self.target().allocate_zeroed(layout)
    }

    #[inline]
    unsafe fn deallocate(&self, ptr: NonNull<u8>, layout: Layout) {
        if self.is_global() {
            // SAFETY: the block is from `Global`, since this handle is.
            unsafe { Global.deallocate(ptr, layout) }
        }
    }

    unsafe fn grow(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        // SAFETY: the caller's promise is about the allocator behind the handle.
        unsafe { self.target().grow(ptr, old, new) }
    }

    unsafe fn shrink(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        // SAFETY: the caller's promise is about the allocator behind the handle.
        unsafe { self.target().shrink(ptr, old, new) }
    }
}
