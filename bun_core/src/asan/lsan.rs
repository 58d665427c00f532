//! The two functions of the leak checker.

#![expect(unsafe_code, reason = "the sanitizer is a library of C")]

use core::ffi::c_void;

// The declarations are those of `sanitizer/lsan_interface.h`. `safe`: both may be called with any
// numbers, which they keep in a list of the checker's own.
unsafe extern "C" {
    pub(super) safe fn __lsan_register_root_region(start: *const c_void, size: usize);
    pub(super) safe fn __lsan_unregister_root_region(start: *const c_void, size: usize);
}
