//! The C heap as C sees it: `malloc` and `free`.

#![expect(unsafe_code, reason = "frees blocks by address")]

use core::ffi::c_void;

use crate::heap;

/// The alignment that C expects of `malloc`: good for every scalar type.
pub(crate) const MAX_ALIGN: usize = 2 * size_of::<usize>();

/// Returns an uninitialised block of `size` bytes, aligned for every scalar type, or null. A block
/// of 0 bytes is a block and has to be freed.
///
/// Zig: `mi_malloc`.
///
/// # Examples
///
/// ```
/// use bun_alloc::default_alloc;
///
/// let block = default_alloc::malloc(10);
/// assert!(!block.is_null());
/// // SAFETY: the block is live and not used again.
/// unsafe { default_alloc::free(block) };
/// ```
#[inline]
#[must_use]
pub fn malloc(size: usize) -> *mut c_void {
    heap::allocate(size, align_for(size)).cast()
}

/// [`malloc`], zeroed.
///
/// Zig: `mi_zalloc`.
///
/// # Examples
///
/// ```
/// use bun_alloc::default_alloc;
///
/// let block = default_alloc::zalloc(2).cast::<[u8; 2]>();
/// // SAFETY: two zero bytes.
/// assert_eq!(unsafe { block.read() }, [0, 0]);
/// // SAFETY: the block is live and not used again.
/// unsafe { default_alloc::free(block.cast()) };
/// ```
#[inline]
#[must_use]
pub fn zalloc(size: usize) -> *mut c_void {
    heap::allocate_zeroed(size, align_for(size)).cast()
}

/// Frees a block of the C heap: [`free_without_size`](crate::free_without_size) under its C name.
///
/// Zig: `mi_free`.
///
/// # Safety
///
/// As [`free_without_size`](crate::free_without_size).
///
/// # Examples
///
/// ```
/// // SAFETY: null is ignored.
/// unsafe { bun_alloc::default_alloc::free(core::ptr::null_mut()) };
/// ```
#[inline]
pub unsafe fn free(ptr: *mut c_void) {
    // SAFETY: the same precondition.
    unsafe { crate::free_without_size(ptr) }
}

/// Returns the alignment of a block of `size` bytes: no object in it can need more than the largest
/// power of two that is not greater than its size.
#[inline]
const fn align_for(size: usize) -> usize {
    match size.checked_ilog2() {
        Some(log2) if log2 < MAX_ALIGN.ilog2() => 1 << log2,
        Some(_) => MAX_ALIGN,
        None => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_ALIGN, align_for, free, malloc, zalloc};

    #[test]
    fn blocks_are_aligned_for_what_fits_in_them() {
        for size in 0..=64 {
            let align = align_for(size);
            assert!(align <= size.max(1) && 2 * align > size.min(MAX_ALIGN), "{size}");
            for block in [malloc(size), zalloc(size)] {
                assert!(!block.is_null());
                assert_eq!(block.addr() % align, 0, "{size}");
                // SAFETY: the block is live and not used again.
                unsafe { free(block) };
            }
        }
    }
}
