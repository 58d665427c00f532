//! Allocation callbacks for C libraries.
//!
//! | library wants | give it |
//! |---|---|
//! | zlib `alloc_func`: `(opaque, items, size)` | [`mi_malloc_items`], [`mi_calloc_items`] |
//! | brotli `brotli_alloc_func`: `(opaque, size)` | [`mi_malloc_size`] |
//! | zlib, brotli `free_func`: `(opaque, ptr)` | [`mi_free_opaque`] |
//! | JavaScriptCore bytes deallocator: `(bytes, context)` | [`mi_free_bytes`] |
//!
//! All of them use the C heap, whichever allocator is global, and ignore their context. The module
//! of [`c_thunks_for_zone!`](crate::c_thunks_for_zone) has them under the names that do not depend
//! on mimalloc.

#![expect(unsafe_code, reason = "C callbacks that free by address")]

use core::ffi::{c_uint, c_void};
use core::ptr;

use crate::{default_alloc, heap};

/// Returns an uninitialised block for `items` times `size` bytes, or null if there is none or the
/// product does not fit.
///
/// Zig: `mi_mallocn`.
///
/// # Examples
///
/// ```
/// use bun_alloc::c_thunks::{mi_free_opaque, mi_malloc_items};
/// use core::ptr::null_mut;
///
/// let block = mi_malloc_items(null_mut(), 3, 4);
/// assert!(!block.is_null());
/// // SAFETY: the block is live and not used again.
/// unsafe { mi_free_opaque(null_mut(), block) };
/// ```
pub extern "C" fn mi_malloc_items(_: *mut c_void, items: c_uint, size: c_uint) -> *mut c_void {
    total(items, size).map_or(ptr::null_mut(), default_alloc::malloc)
}

/// [`mi_malloc_items`], zeroed.
///
/// Zig: `mi_calloc`.
///
/// # Examples
///
/// ```
/// use bun_alloc::c_thunks::{mi_calloc_items, mi_free_opaque};
/// use core::ptr::null_mut;
///
/// let block = mi_calloc_items(null_mut(), 3, 2);
/// assert!(!block.is_null());
/// // SAFETY: the block holds three times two bytes, all of them zero.
/// assert_eq!(unsafe { block.cast::<[u8; 6]>().read() }, [0; 6]);
/// // SAFETY: the block is live and not used again.
/// unsafe { mi_free_opaque(null_mut(), block) };
/// ```
pub extern "C" fn mi_calloc_items(_: *mut c_void, items: c_uint, size: c_uint) -> *mut c_void {
    total(items, size).map_or(ptr::null_mut(), default_alloc::zalloc)
}

/// Returns an uninitialised block of `size` bytes, or null.
///
/// Zig: `mi_malloc`.
///
/// # Examples
///
/// ```
/// use bun_alloc::c_thunks::{mi_free_opaque, mi_malloc_size};
/// use core::ptr::null_mut;
///
/// let block = mi_malloc_size(null_mut(), 100);
/// // SAFETY: the block is live.
/// assert!(unsafe { bun_alloc::usable_size(block.cast()) } >= 100);
/// // SAFETY: the block is live and not used again.
/// unsafe { mi_free_opaque(null_mut(), block) };
/// ```
pub extern "C" fn mi_malloc_size(_: *mut c_void, size: usize) -> *mut c_void {
    default_alloc::malloc(size)
}

/// Frees a block of the C heap. Null is ignored.
///
/// Zig: `mi_free`.
///
/// # Safety
///
/// `ptr` is as for [`free_without_size`](crate::free_without_size).
///
/// # Examples
///
/// ```
/// use bun_alloc::c_thunks::{mi_free_opaque, mi_malloc_size};
/// use core::{ffi::c_void, ptr::null_mut};
///
/// let free_func: unsafe extern "C" fn(*mut c_void, *mut c_void) = mi_free_opaque;
/// let block = mi_malloc_size(null_mut(), 16);
/// assert!(!block.is_null());
/// // SAFETY: the block is live and not used again.
/// unsafe { free_func(null_mut(), block) };
/// ```
pub unsafe extern "C" fn mi_free_opaque(_: *mut c_void, ptr: *mut c_void) {
    // SAFETY: the same precondition.
    unsafe { heap::free(ptr.cast()) }
}

/// [`mi_free_opaque`] with its arguments the other way round.
///
/// # Safety
///
/// `bytes` is as for [`free_without_size`](crate::free_without_size).
///
/// # Examples
///
/// ```
/// use bun_alloc::c_thunks::{mi_free_bytes, mi_malloc_size};
/// use core::ptr::null_mut;
///
/// let (bytes, context) = (mi_malloc_size(null_mut(), 16), null_mut());
/// assert!(!bytes.is_null());
/// // SAFETY: the block is live and not used again.
/// unsafe { mi_free_bytes(bytes, context) };
/// ```
pub unsafe extern "C" fn mi_free_bytes(bytes: *mut c_void, _: *mut c_void) {
    // SAFETY: the same precondition.
    unsafe { heap::free(bytes.cast()) }
}

fn total(items: c_uint, size: c_uint) -> Option<usize> {
    usize::try_from(items).ok()?.checked_mul(usize::try_from(size).ok()?)
}

/// Puts the callbacks of one library into the current module: `malloc_size`, `malloc_items`,
/// `calloc_items` and `free`.
///
/// The label is the name of a malloc zone, for builds that break the heap down by zone. This one
/// does not ([`heap_breakdown::ENABLED`](crate::heap_breakdown::ENABLED)), so all zones are the C
/// heap.
///
/// # Examples
///
/// ```
/// mod zlib_allocator {
///     bun_alloc::c_thunks_for_zone!("zlib");
/// }
///
/// let block = zlib_allocator::calloc_items(core::ptr::null_mut(), 2, 8);
/// assert!(!block.is_null());
/// // SAFETY: the block is live and not used again.
/// unsafe { zlib_allocator::free(core::ptr::null_mut(), block) };
/// ```
#[macro_export]
macro_rules! c_thunks_for_zone {
    ($label:literal) => {
        const _: &::core::primitive::str = $label;
        pub use $crate::c_thunks::{
            mi_calloc_items as calloc_items, mi_free_opaque as free,
            mi_malloc_items as malloc_items, mi_malloc_size as malloc_size,
        };
    };
}

#[cfg(test)]
mod tests {
    use core::ffi::c_uint;
    use core::ptr::null_mut;

    use super::{
        mi_calloc_items, mi_free_bytes, mi_free_opaque, mi_malloc_items, mi_malloc_size, total,
    };

    #[test]
    fn product_is_checked() {
        assert_eq!(total(6, 7), Some(42));
        let most = total(c_uint::MAX, c_uint::MAX);
        assert_eq!(most.is_some(), usize::BITS > c_uint::BITS);
        // More than half of an address space is more than any heap has.
        assert!(mi_malloc_items(null_mut(), c_uint::MAX, c_uint::MAX).is_null());
        assert!(mi_calloc_items(null_mut(), c_uint::MAX, c_uint::MAX).is_null());
    }

    #[test]
    fn calloc_clears_recycled_blocks() {
        for _ in 0..8 {
            let block = mi_calloc_items(null_mut(), 5, 8).cast::<[u8; 40]>();
            // SAFETY: 40 bytes, all zero.
            assert_eq!(unsafe { block.read() }, [0; 40]);
            // SAFETY: the block is 40 bytes long.
            unsafe { block.write([0xFF; 40]) };
            // SAFETY: the block is live and not used again.
            unsafe { mi_free_bytes(block.cast(), null_mut()) };
        }
    }

    #[test]
    fn empty_blocks_are_blocks() {
        for block in [mi_malloc_size(null_mut(), 0), mi_malloc_items(null_mut(), 0, 9)] {
            assert!(!block.is_null());
            // SAFETY: the block is live and not used again.
            unsafe { mi_free_opaque(null_mut(), block) };
        }
        // SAFETY: null is ignored.
        unsafe { mi_free_opaque(null_mut(), null_mut()) };
    }
}
