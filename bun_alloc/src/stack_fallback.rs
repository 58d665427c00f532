//! [`StackFallback`]: an inline buffer first, another allocator when it is full.
//!
//! The buffer is part of the value, so handing out blocks from the value itself would tie them to
//! an address that a move changes. Blocks come from the scope that [`StackFallback::get`] lends
//! instead: while it exists the value is mutably borrowed, and can be neither moved nor rewound.

use core::fmt;
use core::mem::MaybeUninit;

use crate::{Allocator, BufferFallbackAllocator, Global};

/// What [`StackFallback::get`] lends: the inline buffer, then the fallback.
///
/// # Examples
///
/// ```
/// use bun_alloc::{AllocError, Allocator, StackFallback, StackFallbackScope};
/// # use core::alloc::Layout;
///
/// fn work(scope: &StackFallbackScope<'_>) -> Result<usize, AllocError> {
///     scope.allocate(Layout::new::<[u8; 40]>())?;
///     Ok(scope.used())
/// }
///
/// assert_eq!(work(&StackFallback::<64>::new().get())?, 40);
/// # Ok::<(), AllocError>(())
/// ```
pub type StackFallbackScope<'a, A = Global> = BufferFallbackAllocator<'a, &'a A>;

/// `N` bytes of inline memory for small needs, and `A` for the rest.
///
/// The buffer is not initialised, so creating one costs nothing. It starts at a multiple of 16.
/// Put it on the stack; Zig's call sites use 512 to 4096 bytes.
///
/// Zig: `std.heap.StackFallbackAllocator`.
///
/// # Examples
///
/// ```
/// use bun_alloc::{Allocator, StackFallback};
/// use core::alloc::Layout;
///
/// let mut memory = StackFallback::<512>::new();
/// let scope = memory.get();
/// let small = scope.allocate(Layout::new::<[u8; 100]>())?;
/// assert!(scope.owns_ptr(small.cast::<u8>().as_ptr()));
///
/// let layout = Layout::new::<[u8; 500]>();
/// let large = scope.allocate(layout)?.cast::<u8>();
/// assert!(!scope.owns_ptr(large.as_ptr()));
/// // SAFETY: the block is live, has this layout, and is not used again.
/// unsafe { scope.deallocate(large, layout) };
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// A second scope, which would rewind the buffer, cannot exist beside the first:
///
/// ```compile_fail,E0499
/// use bun_alloc::{Allocator, StackFallback};
///
/// let mut memory = StackFallback::<512>::new();
/// let first = memory.get();
/// let second = memory.get();
/// let _ = first.allocate(core::alloc::Layout::new::<u8>());
/// ```
///
/// Nor can the memory be moved under a scope:
///
/// ```compile_fail,E0505
/// use bun_alloc::{Allocator, StackFallback};
///
/// let mut memory = StackFallback::<512>::new();
/// let scope = memory.get();
/// let moved = memory;
/// let _ = scope.allocate(core::alloc::Layout::new::<u8>());
/// ```
#[repr(align(16))]
#[doc(alias = "StackFallbackAllocator")]
pub struct StackFallback<const N: usize, A: Allocator = Global> {
    buffer: [MaybeUninit<u8>; N],
    fallback: A,
}

impl<const N: usize> StackFallback<N> {
    /// Returns an empty buffer that falls back on the global allocator.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::StackFallback;
    ///
    /// let mut memory = StackFallback::<64>::new();
    /// assert_eq!(size_of_val(&memory), 64);
    /// assert_eq!(memory.get().used(), 0);
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self::with_fallback(Global)
    }
}

impl<const N: usize, A: Allocator> StackFallback<N, A> {
    /// Returns an empty buffer that falls back on `fallback`.
    ///
    /// Zig: `std.heap.stackFallback`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Allocator, FixedBuffer, StackFallback};
    /// # use core::alloc::Layout;
    /// # use core::mem::MaybeUninit;
    ///
    /// let mut bytes = [const { MaybeUninit::uninit() }; 64];
    /// let mut memory = StackFallback::<16, _>::with_fallback(FixedBuffer::new(&mut bytes));
    /// let scope = memory.get();
    /// scope.allocate(Layout::new::<[u8; 20]>())?;
    /// assert_eq!((scope.used(), scope.fallback().used()), (0, 20));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub const fn with_fallback(fallback: A) -> Self {
        Self { buffer: [const { MaybeUninit::uninit() }; N], fallback }
    }

    /// Lends the allocator, with the whole buffer free.
    ///
    /// It may be called again once the previous scope has ended. Blocks from the buffer end with
    /// the scope; blocks from the fallback must have been deallocated through it by then.
    ///
    /// Zig: `StackFallbackAllocator.get`, which may be called only once.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Allocator, StackFallback};
    /// # use core::alloc::Layout;
    ///
    /// let mut memory = StackFallback::<64>::new();
    /// for _ in 0..3 {
    ///     let scope = memory.get();
    ///     scope.allocate(Layout::new::<[u8; 64]>())?;
    ///     assert_eq!(scope.used(), 64);
    /// }
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub const fn get(&mut self) -> StackFallbackScope<'_, A> {
        BufferFallbackAllocator::new(&mut self.buffer, &self.fallback)
    }
}

impl<const N: usize, A: Allocator + Default> Default for StackFallback<N, A> {
    fn default() -> Self {
        Self::with_fallback(A::default())
    }
}

impl<const N: usize, A: Allocator + fmt::Debug> fmt::Debug for StackFallback<N, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StackFallback")
            .field("size", &N)
            .field("fallback", &self.fallback)
            .finish_non_exhaustive()
    }
}

/// Returns `N` bytes of inline memory that fall back on `fallback`. Forwards to
/// [`StackFallback::with_fallback`].
///
/// Zig: `std.heap.stackFallback`.
///
/// # Examples
///
/// ```
/// use bun_alloc::{Global, stack_fallback};
///
/// let mut memory = stack_fallback::<1024, _>(Global);
/// assert_eq!(memory.get().used(), 0);
/// ```
#[doc(alias = "stackFallback")]
#[must_use]
pub const fn stack_fallback<const N: usize, A: Allocator>(fallback: A) -> StackFallback<N, A> {
    StackFallback::with_fallback(fallback)
}
