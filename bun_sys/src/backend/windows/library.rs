//! Dynamic libraries.
#![expect(unsafe_code, reason = "calls the dynamic linker")]

use core::ffi::{CStr, c_void};
use core::ptr::{self, NonNull};

use windows_sys::Win32::Foundation::FreeLibrary;
use windows_sys::Win32::System::LibraryLoader::{
    GetModuleHandleW, GetProcAddress, LOAD_WITH_ALTERED_SEARCH_PATH, LoadLibraryExW,
};

use crate::backend::nt::path::{Shape, shape};
use crate::wtf8::Wide;

/// `None` for `path` is the program itself. `flags` mean nothing.
///
/// # Safety
///
/// The initialisers of the library are sound to run now.
pub(crate) unsafe fn dlopen(path: Option<&CStr>, _flags: i32) -> Option<NonNull<c_void>> {
    let Some(path) = path else {
        // SAFETY: null is the program.
        return NonNull::new(unsafe { GetModuleHandleW(ptr::null()) });
    };
    let mut text = bun_paths::w_path_buffer_pool::get();
    let mut wide = Wide::new(&mut text[..]);
    wide.push_wtf8(path.to_bytes()).ok()?;
    wide.push(0).ok()?;
    let len = wide.len();
    let slash = u16::from(b'/');
    let path = &mut text[..len];
    path.iter_mut().filter(|unit| **unit == slash).for_each(|unit| *unit = u16::from(b'\\'));
    // Beside an absolute library lie those it needs.
    let is_absolute = !matches!(shape(path), Shape::Relative | Shape::DriveRelative);
    let flags = if is_absolute { LOAD_WITH_ALTERED_SEARCH_PATH } else { 0 };
    // SAFETY: the path has a terminator; the caller answers for the initialisers.
    NonNull::new(unsafe { LoadLibraryExW(path.as_ptr(), ptr::null_mut(), flags) })
}

/// `None` for `library` is the program.
///
/// # Safety
///
/// `library` came from [`dlopen`] and was not closed.
pub(crate) unsafe fn dlsym(
    library: Option<NonNull<c_void>>,
    name: &CStr,
) -> Option<NonNull<c_void>> {
    let library = library.map_or_else(
        // SAFETY: null is the program.
        || unsafe { GetModuleHandleW(ptr::null()) },
        NonNull::as_ptr,
    );
    // SAFETY: the caller's promise; `name` has a terminator.
    let found = unsafe { GetProcAddress(library, name.as_ptr().cast()) }?;
    NonNull::new(found as *mut c_void)
}

/// # Safety
///
/// 1. `library` came from [`dlopen`] and was not closed.
/// 2. Nothing of it is used any more.
pub(crate) unsafe fn dlclose(library: NonNull<c_void>) {
    // SAFETY: answered by the caller's 1 and 2. The answer says nothing that can be acted on.
    unsafe { FreeLibrary(library.as_ptr()) };
}
