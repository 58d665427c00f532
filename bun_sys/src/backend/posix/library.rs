//! Dynamic libraries.
#![expect(unsafe_code, reason = "calls the dynamic linker")]

use core::ffi::{CStr, c_void};
use core::ptr::{self, NonNull};

/// `None` for `path` is the program itself.
///
/// # Safety
///
/// The initialisers of the library are sound to run now.
pub(crate) unsafe fn dlopen(path: Option<&CStr>, flags: i32) -> Option<NonNull<c_void>> {
    let path = path.map_or(ptr::null(), CStr::as_ptr);
    // SAFETY: `path` is null or has a terminator; the caller answers for the initialisers.
    NonNull::new(unsafe { libc::dlopen(path, flags) })
}

/// `None` for `library` is the default search order.
///
/// # Safety
///
/// `library` came from [`dlopen`] and was not closed.
pub(crate) unsafe fn dlsym(
    library: Option<NonNull<c_void>>,
    name: &CStr,
) -> Option<NonNull<c_void>> {
    let library = library.map_or(libc::RTLD_DEFAULT, NonNull::as_ptr);
    // SAFETY: the caller's promise; `name` has a terminator.
    NonNull::new(unsafe { libc::dlsym(library, name.as_ptr()) })
}

/// # Safety
///
/// 1. `library` came from [`dlopen`] and was not closed.
/// 2. Nothing of it is used any more.
pub(crate) unsafe fn dlclose(library: NonNull<c_void>) {
    // SAFETY: answered by the caller's 1 and 2. The answer says nothing that can be acted on.
    unsafe { libc::dlclose(library.as_ptr()) };
}
