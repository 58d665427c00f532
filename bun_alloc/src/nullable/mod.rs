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
    pub const NULL: Self = Self { allocator: None };

    /// Wraps an allocator, or none.
    ///
    /// Zig: `NullableAllocator.init`.
    #[must_use]
    pub const fn init(allocator: Option<StdAllocator<'a>>) -> Self {
        Self { allocator }
    }

    /// Forwards to [`init`](Self::init).
    #[must_use]
    pub const fn new(allocator: Option<StdAllocator<'a>>) -> Self {
        Self::init(allocator)
    }

    /// Returns whether there is no allocator.
    ///
    /// Zig: `NullableAllocator.isNull`.
    #[doc(alias = "isNull")]
    #[must_use]
    pub const fn is_null(&self) -> bool {
        self.allocator.is_none()
    }

    /// Returns the allocator, if there is one.
    ///
    /// Zig: `NullableAllocator.get`.
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
