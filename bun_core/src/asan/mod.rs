//! What the leak checker of the address sanitizer is told.
//!
//! Without `--cfg bun_asan` there is no sanitizer, and the functions do nothing.
//!
//! Zig: `bun.asan`.

#[cfg(bun_asan)]
mod lsan;

use core::ffi::c_void;

/// Has the leak checker look for pointers in a region of memory that it does not know of.
///
/// Safe for any address: the checker reads only the parts that are mapped and readable when it
/// looks, and looks once, when the process ends.
///
/// Zig: `bun.asan.registerRootRegion`.
///
/// # Examples
///
/// ```
/// let region = vec![0_usize; 16];
/// let start = region.as_ptr().cast();
/// bun_core::asan::register_root_region(start, size_of_val(&*region));
/// bun_core::asan::unregister_root_region(start, size_of_val(&*region));
/// ```
#[doc(alias = "registerRootRegion")]
pub fn register_root_region(start: *const c_void, size: usize) {
    #[cfg(bun_asan)]
    lsan::__lsan_register_root_region(start, size);
    let _ = (start, size);
}

/// Takes back [`register_root_region`], which has been called with the same region.
///
/// The sanitizer ends the process if it has not.
///
/// Zig: `bun.asan.unregisterRootRegion`.
#[doc(alias = "unregisterRootRegion")]
pub fn unregister_root_region(start: *const c_void, size: usize) {
    #[cfg(bun_asan)]
    lsan::__lsan_unregister_root_region(start, size);
    let _ = (start, size);
}
