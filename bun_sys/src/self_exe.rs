//! The path of the running program.

use std::sync::OnceLock;

use bun_core::Error as NamedError;
use bun_str::{ZBox, ZStr};

use crate::{Error, Tag};

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
    let path = std::env::current_exe()
        .map_err(|error| Error::from_code_int(error.raw_os_error().unwrap_or(0), Tag::readlink))?;
    let path = ZBox::from_vec(path.into_os_string().into_encoded_bytes());
    Ok(PATH.get_or_init(|| path))
}
