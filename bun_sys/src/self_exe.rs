//! The path of the running program.

use std::sync::OnceLock;

use bun_core::Environment::IS_WINDOWS;
use bun_core::Error as NamedError;
use bun_str::{ZBox, ZStr};

use crate::{Error, SystemErrno, Tag};

/// The path of the program that is running. Asked once, then remembered.
///
/// Zig: `bun.selfExePath`.
///
/// # Platforms
///
/// - Linux reads the link `/proc/self/exe` (`readlink(2)`), which ends in ` (deleted)` when the
///   program was removed.
/// - macOS asks `_NSGetExecutablePath(3)`, Windows `GetModuleFileNameW`.
///
/// # Errors
///
/// What the system says when it does not know: `ENOENT` where `/proc` is not mounted. Asked again
/// by the next call.
///
/// # Examples
///
/// ```
/// let path = bun_sys::self_exe_path()?;
/// assert!(bun_sys::exists_z(path));
/// assert!(core::ptr::eq(path, bun_sys::self_exe_path()?));
/// # Ok::<(), bun_core::Error>(())
/// ```
#[doc(alias = "selfExePath")]
pub fn self_exe_path() -> Result<&'static ZStr, NamedError> {
    static PATH: OnceLock<ZBox> = OnceLock::new();
    if let Some(path) = PATH.get() {
        return Ok(path);
    }
    let path = std::env::current_exe().map_err(|error| failed(error.raw_os_error()))?;
    let path = ZBox::from_vec(path.into_os_string().into_encoded_bytes());
    Ok(PATH.get_or_init(|| path))
}

/// What the standard library has the number of is a code of Win32 on Windows.
#[cold]
fn failed(number: Option<i32>) -> Error {
    let number = number.unwrap_or(0);
    match SystemErrno::from_win32(number.cast_unsigned()) {
        Some(errno) if IS_WINDOWS => Error::from_code(errno, Tag::readlink),
        _ => Error::from_code_int(number, Tag::readlink),
    }
}
