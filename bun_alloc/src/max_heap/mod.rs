//! [`MaxHeapAllocator`]: one scratch buffer that grows to the largest request and is used again.
//!
//! It is not an [`Allocator`](crate::Allocator): each request reuses the memory of the one before,
//! so a second block would be the first one. The borrow that [`MaxHeapAllocator::reserve`] returns
//! says so to the compiler.

use core::alloc::Layout;
use core::fmt;
use core::mem::MaybeUninit;

use alloc::vec::Vec;

use crate::AllocError;

/// The alignment of what [`MaxHeapAllocator::reserve`] returns, that of the C heap.
const DEFAULT_ALIGN: usize = 16;

/// A reusable scratch buffer.
///
/// Use it in a loop whose rounds each need one buffer: the memory of the largest round so far
/// serves all smaller ones. Growing is amortised and does not copy.
///
/// Zig: `bun.MaxHeapAllocator`, whose `alloc` is [`reserve`](Self::reserve).
///
/// # Examples
///
/// ```
/// use bun_alloc::MaxHeapAllocator;
///
/// let mut scratch = MaxHeapAllocator::init();
/// for text in ["short", "a longer text", "mid"] {
///     let buffer = scratch.reserve(text.len())?;
///     let copy = buffer.write_copy_of_slice(text.as_bytes());
///     assert_eq!(copy, text.as_bytes());
/// }
/// assert!(scratch.capacity() >= 13);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// Two buffers at a time do not compile:
///
/// ```compile_fail,E0499
/// use bun_alloc::MaxHeapAllocator;
///
/// let mut scratch = MaxHeapAllocator::init();
/// let first = scratch.reserve(8).unwrap();
/// let second = scratch.reserve(16).unwrap();
/// first[0].write(1);
/// ```
#[derive(Default)]
pub struct MaxHeapAllocator {
    /// Always empty: what is handed out is its spare capacity.
    memory: Vec<u8>,
    /// The size of the latest request.
    used: usize,
}

impl MaxHeapAllocator {
    /// Returns a scratch buffer that has no memory yet.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::MaxHeapAllocator;
    ///
    /// let scratch = MaxHeapAllocator::new();
    /// assert_eq!((scratch.used(), scratch.capacity()), (0, 0));
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { memory: Vec::new(), used: 0 }
    }

    /// Forwards to [`new`](Self::new).
    ///
    /// Zig: `MaxHeapAllocator.init`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::MaxHeapAllocator;
    ///
    /// let mut scratch = MaxHeapAllocator::init();
    /// assert_eq!(scratch.reserve(3)?.len(), 3);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub const fn init() -> Self {
        Self::new()
    }

    /// Returns `len` bytes, aligned to 16. What earlier calls returned ends here.
    ///
    /// The content is uninitialised. Asking for nothing succeeds without memory.
    ///
    /// # Errors
    ///
    /// [`AllocError`] if the buffer has to grow and cannot; it keeps its size.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::MaxHeapAllocator;
    ///
    /// let mut scratch = MaxHeapAllocator::new();
    /// let buffer = scratch.reserve(3)?;
    /// assert_eq!(buffer.as_ptr().addr() % 16, 0);
    /// assert_eq!(buffer.write_copy_of_slice(b"abc"), b"abc");
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn reserve(&mut self, len: usize) -> Result<&mut [MaybeUninit<u8>], AllocError> {
        self.reserve_layout(Layout::from_size_align(len, DEFAULT_ALIGN)?)
    }

    /// Returns `layout.size()` bytes, aligned to any `layout.align()`; an empty slice, which has no
    /// memory, is not. Otherwise as [`reserve`](Self::reserve).
    ///
    /// # Errors
    ///
    /// [`AllocError`] if the buffer has to grow and cannot; it keeps its size.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::MaxHeapAllocator;
    /// use core::alloc::Layout;
    ///
    /// let mut scratch = MaxHeapAllocator::init();
    /// let page = scratch.reserve_layout(Layout::from_size_align(100, 4096).unwrap())?;
    /// assert_eq!((page.len(), page.as_ptr().addr() % 4096), (100, 0));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn reserve_layout(&mut self, layout: Layout) -> Result<&mut [MaybeUninit<u8>], AllocError> {
        if layout.size() == 0 {
            self.used = 0;
            return Ok(&mut []);
        }
        // Wherever the memory begins, an aligned block fits behind it.
        let needed = layout.size().checked_add(layout.align() - 1).ok_or(AllocError)?;
        if needed > self.memory.capacity() {
            let capacity = self.memory.capacity();
            let mut larger = Vec::new();
            larger
                .try_reserve_exact(needed.max(capacity.saturating_add(capacity / 2)))
                .or_else(|_| larger.try_reserve_exact(needed))?;
            self.memory = larger;
        }
        self.used = layout.size();
        let spare = self.memory.spare_capacity_mut();
        let begin = spare.as_ptr().addr().wrapping_neg() & (layout.align() - 1);
        Ok(&mut spare[begin..][..layout.size()])
    }

    /// Lends the buffer for a while and forgets the last request when that ends, keeping the
    /// memory.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::MaxHeapAllocator;
    ///
    /// let mut scratch = MaxHeapAllocator::init();
    /// {
    ///     let mut round = scratch.scope();
    ///     assert_eq!(round.reserve(100)?.len(), 100);
    /// }
    /// assert_eq!(scratch.used(), 0);
    /// assert!(scratch.capacity() >= 100);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub const fn scope(&mut self) -> MaxHeapScope<'_> {
        MaxHeapScope { scratch: self }
    }

    /// Forgets the last request and keeps the memory.
    ///
    /// Zig: `MaxHeapAllocator.reset`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::MaxHeapAllocator;
    ///
    /// let mut scratch = MaxHeapAllocator::new();
    /// scratch.reserve(100)?;
    /// scratch.reset();
    /// assert_eq!(scratch.used(), 0);
    /// assert!(scratch.capacity() >= 100);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub const fn reset(&mut self) {
        self.used = 0;
    }

    /// Returns the size of the last request, or zero after [`reset`](Self::reset).
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::MaxHeapAllocator;
    ///
    /// let mut scratch = MaxHeapAllocator::new();
    /// scratch.reserve(100)?;
    /// scratch.reserve(40)?;
    /// assert_eq!(scratch.used(), 40);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub const fn used(&self) -> usize {
        self.used
    }

    /// Returns how many bytes of memory the buffer holds.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::MaxHeapAllocator;
    ///
    /// let mut scratch = MaxHeapAllocator::new();
    /// scratch.reserve(100)?;
    /// let held = scratch.capacity();
    /// scratch.reserve(10)?;
    /// assert_eq!(scratch.capacity(), held);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub const fn capacity(&self) -> usize {
        self.memory.capacity()
    }
}

impl fmt::Debug for MaxHeapAllocator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MaxHeapAllocator")
            .field("used", &self.used)
            .field("capacity", &self.capacity())
            .finish_non_exhaustive()
    }
}

/// A loan of a [`MaxHeapAllocator`], from [`MaxHeapAllocator::scope`]. Resets it when dropped.
///
/// # Examples
///
/// ```
/// use bun_alloc::{AllocError, MaxHeapAllocator, MaxHeapScope};
///
/// fn shout(text: &str, scratch: &mut MaxHeapScope<'_>) -> Result<String, AllocError> {
///     let copy = scratch.reserve(text.len())?.write_copy_of_slice(text.as_bytes());
///     copy.make_ascii_uppercase();
///     Ok(String::from_utf8_lossy(copy).into_owned())
/// }
///
/// let mut scratch = MaxHeapAllocator::new();
/// assert_eq!(shout("quiet", &mut scratch.scope())?, "QUIET");
/// assert_eq!(scratch.used(), 0);
/// # Ok::<(), AllocError>(())
/// ```
#[derive(Debug)]
pub struct MaxHeapScope<'a> {
    scratch: &'a mut MaxHeapAllocator,
}

impl MaxHeapScope<'_> {
    /// As [`MaxHeapAllocator::reserve`].
    ///
    /// # Errors
    ///
    /// [`AllocError`] if the buffer has to grow and cannot; it keeps its size.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::MaxHeapAllocator;
    ///
    /// let mut scratch = MaxHeapAllocator::new();
    /// let mut round = scratch.scope();
    /// round.reserve(8)?.fill(core::mem::MaybeUninit::new(0));
    /// assert_eq!(round.reserve(64)?.len(), 64);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn reserve(&mut self, len: usize) -> Result<&mut [MaybeUninit<u8>], AllocError> {
        self.scratch.reserve(len)
    }

    /// As [`MaxHeapAllocator::reserve_layout`].
    ///
    /// # Errors
    ///
    /// [`AllocError`] if the buffer has to grow and cannot; it keeps its size.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::MaxHeapAllocator;
    /// use core::alloc::Layout;
    ///
    /// let mut scratch = MaxHeapAllocator::new();
    /// let mut round = scratch.scope();
    /// let numbers = round.reserve_layout(Layout::new::<[u64; 5]>())?;
    /// assert_eq!((numbers.len(), numbers.as_ptr().addr() % align_of::<u64>()), (40, 0));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn reserve_layout(&mut self, layout: Layout) -> Result<&mut [MaybeUninit<u8>], AllocError> {
        self.scratch.reserve_layout(layout)
    }
}

impl Drop for MaxHeapScope<'_> {
    fn drop(&mut self) {
        self.scratch.reset();
    }
}

#[cfg(test)]
mod tests;
