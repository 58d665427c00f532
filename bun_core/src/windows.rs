//! The handles of the standard streams, by the numbers that Windows has for them.
//!
//! Here on every system, so that code for Windows is checked everywhere; elsewhere there are no
//! handles. Everything else of Windows is for the crate that calls the system.
//!
//! Zig: `bun.windows`.
//!
//! # Examples
//!
//! ```
//! use bun_core::windows::{GetStdHandle, STD_ERROR_HANDLE};
//!
//! if !cfg!(windows) {
//!     assert_eq!(GetStdHandle(STD_ERROR_HANDLE), None);
//! }
//! assert_eq!(GetStdHandle(0), None);
//! ```

use core::ffi::c_void;

/// An integer of 32 bits. See [`GetStdHandle`].
pub type DWORD = u32;
/// What the system has open; only a number to this crate. See [`GetStdHandle`].
pub type HANDLE = *mut c_void;

/// Standard input.
pub const STD_INPUT_HANDLE: DWORD = (-10_i32).cast_unsigned();
/// Standard output.
pub const STD_OUTPUT_HANDLE: DWORD = (-11_i32).cast_unsigned();
/// Standard error.
pub const STD_ERROR_HANDLE: DWORD = (-12_i32).cast_unsigned();

/// Returns the handle of a standard stream; `None` if the process does not have it, for any other
/// number, and on other systems.
///
/// Zig: `GetStdHandle`.
///
/// # Examples
///
/// ```
/// use bun_core::windows::{GetStdHandle, STD_OUTPUT_HANDLE};
///
/// let handle = GetStdHandle(STD_OUTPUT_HANDLE);
/// assert!(cfg!(windows) || handle.is_none());
/// ```
#[expect(non_snake_case, reason = "the name that the system has for it")]
#[must_use]
pub fn GetStdHandle(std_handle: DWORD) -> Option<HANDLE> {
    let handle = platform::handle(std_handle)?;
    (!handle.is_null()).then_some(handle)
}

#[cfg(windows)]
mod platform {
    use std::os::windows::io::AsRawHandle as _;

    use super::{DWORD, HANDLE, STD_ERROR_HANDLE, STD_INPUT_HANDLE, STD_OUTPUT_HANDLE};

    pub(super) fn handle(std_handle: DWORD) -> Option<HANDLE> {
        match std_handle {
            STD_INPUT_HANDLE => Some(std::io::stdin().as_raw_handle()),
            STD_OUTPUT_HANDLE => Some(std::io::stdout().as_raw_handle()),
            STD_ERROR_HANDLE => Some(std::io::stderr().as_raw_handle()),
            _ => None,
        }
    }
}

#[cfg(not(windows))]
mod platform {
    pub(super) fn handle(_: super::DWORD) -> Option<super::HANDLE> {
        None
    }
}
