//! [`NullableAllocator`]: a [`StdAllocator`], or none, in the same two words.
//!
//! It says how some memory is to be freed: by that allocator, or not at all because it is borrowed.

#![expect(unsafe_code, reason = "frees a block whose allocator the caller vouches for")]

use core::alloc::Layout;
use core::ptr::NonNull;

use crate::{Allocator, StdAllocator};

/// An allocator that may be missing, for memory that may be borrowed.
///
/// The null value is the default.
///
/// Zig: `bun.allocators.NullableAllocator`.
///
/// # Examples
///
/// ```
/// use bun_alloc::{Allocator, NullableAllocator, basic};
/// use core::alloc::Layout;
/// use core::ptr::NonNull;
///
/// let borrowed = NullableAllocator::NULL;
/// let mut bytes = *b"abc";
/// // SAFETY: there is no allocator, so nothing is freed.
/// unsafe { borrowed.free(NonNull::from(&mut bytes[..])) };
/// assert_eq!(bytes, *b"abc");
///
/// let owned = NullableAllocator::init(Some(basic::C_ALLOCATOR));
/// let block = owned.get().unwrap().allocate(Layout::new::<[u8; 8]>())?;
/// // SAFETY: the block is from this allocator, aligned to 1, and not used again.
/// unsafe { owned.free(NonNull::slice_from_raw_parts(block.cast(), 8)) };
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
#[repr(transparent)]
pub struct NullableAllocator<'a> {
    allocator: Option<StdAllocator<'a>>,
}

impl<'a> NullableAllocator<'a> {
    /// No allocator.
    ///
    /// Zig: `NullableAllocator.nullable`, the default value.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::NullableAllocator;
    ///
    /// const BORROWED: NullableAllocator<'_> = NullableAllocator::NULL;
    /// assert!(BORROWED.get().is_none());
    /// assert!(NullableAllocator::default().is_null());
    /// ```
    pub const NULL: Self = Self { allocator: None };

    /// Wraps an allocator, or none.
    ///
    /// Zig: `NullableAllocator.init`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{NullableAllocator, basic};
    ///
    /// assert!(NullableAllocator::init(None).is_null());
    /// assert!(!NullableAllocator::init(Some(basic::C_ALLOCATOR)).is_null());
    /// ```
    #[must_use]
    pub const fn init(allocator: Option<StdAllocator<'a>>) -> Self {
        Self { allocator }
    }

    /// Forwards to [`init`](Self::init).
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{NullableAllocator, basic};
    ///
    /// let owned = NullableAllocator::new(Some(basic::C_ALLOCATOR));
    /// assert_eq!(owned.get(), Some(basic::C_ALLOCATOR));
    /// ```
    #[must_use]
    pub const fn new(allocator: Option<StdAllocator<'a>>) -> Self {
        Self::init(allocator)
    }

    /// Returns whether there is no allocator.
    ///
    /// Zig: `NullableAllocator.isNull`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{NullableAllocator, basic};
    ///
    /// assert!(NullableAllocator::NULL.is_null());
    /// assert!(!NullableAllocator::from(basic::C_ALLOCATOR).is_null());
    /// ```
    #[doc(alias = "isNull")]
    #[must_use]
    pub const fn is_null(&self) -> bool {
        self.allocator.is_none()
    }

    /// Returns the allocator, if there is one.
    ///
    /// Zig: `NullableAllocator.get`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{NullableAllocator, basic};
    ///
    /// let owned = NullableAllocator::from(basic::C_ALLOCATOR);
    /// assert!(owned.get().is_some_and(basic::is_default));
    /// assert_eq!(NullableAllocator::NULL.get(), None);
    /// ```
    #[must_use]
    pub const fn get(&self) -> Option<StdAllocator<'a>> {
        self.allocator
    }

    /// Frees `bytes`, or does nothing if there is no allocator or there are no bytes.
    ///
    /// An allocator that counts references, such as the one of a shared string, drops one.
    ///
    /// Zig: `NullableAllocator.free`.
    ///
    /// # Safety
    ///
    /// If there is an allocator, `bytes` is a live block of it that was allocated with this length
    /// and alignment 1, and is not used again.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Allocator, FixedBuffer, NullableAllocator, StdAllocator};
    /// # use core::alloc::Layout;
    /// # use core::mem::MaybeUninit;
    ///
    /// let mut bytes = [const { MaybeUninit::uninit() }; 64];
    /// let buffer = FixedBuffer::new(&mut bytes);
    /// let owner = NullableAllocator::from(StdAllocator::borrow(&buffer));
    /// let block = buffer.allocate(Layout::new::<[u8; 8]>())?;
    /// // SAFETY: a live block of the buffer, aligned to 1, and not used again.
    /// unsafe { owner.free(block) };
    /// assert_eq!(buffer.used(), 0);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub unsafe fn free(&self, bytes: NonNull<[u8]>) {
        let Some(allocator) = self.allocator else { return };
        let Ok(layout) = Layout::array::<u8>(bytes.len()) else { return };
        // SAFETY: the precondition of this function; `Layout::array` aligns bytes to 1.
        unsafe { allocator.deallocate(bytes.cast(), layout) };
    }
}

impl<'a> From<StdAllocator<'a>> for NullableAllocator<'a> {
    fn from(allocator: StdAllocator<'a>) -> Self {
        Self::init(Some(allocator))
    }
}

const _: () = assert!(size_of::<NullableAllocator<'_>>() == size_of::<StdAllocator<'_>>());

#[cfg(test)]
mod tests;
