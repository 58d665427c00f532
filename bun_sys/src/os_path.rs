//! Calls that take paths in the system's own units: bytes, on Windows UTF-16.

use bun_core::Environment::IS_WINDOWS;
use bun_paths::OSPathSliceZ;
use bun_str::{WStr, ZBox, ZStr};

use crate::wide_path::to_bytes;
use crate::{Fd, Maybe, Mode, Tag, exists_z, get_file_attributes, openat};

/// A path in some system's units, as the calls of this crate take it.
trait OsPath {
    fn with_zstr<R>(&self, call: impl FnOnce(&ZStr) -> R) -> R;
}

impl OsPath for ZStr {
    fn with_zstr<R>(&self, call: impl FnOnce(&ZStr) -> R) -> R {
        call(self)
    }
}

impl OsPath for WStr {
    /// A path longer than any becomes an empty one: there is no file of that name either.
    fn with_zstr<R>(&self, call: impl FnOnce(&ZStr) -> R) -> R {
        let bytes = to_bytes(self.as_slice(), Tag::open).unwrap_or_default();
        call(&ZBox::from_bytes(&bytes))
    }
}

/// Whether there is a file at `path` ([`exists_z`]). `file_only` leaves directories out on Windows,
/// and nothing elsewhere, as in Zig.
///
/// Zig: `bun.sys.existsOSPath`.
///
/// # Examples
///
/// ```
/// # #[cfg(unix)]
/// assert!(bun_sys::exists_os_path(bun_str::zstr!("/dev/null"), false));
/// ```
#[doc(alias = "existsOSPath")]
#[must_use]
pub fn exists_os_path(path: &OSPathSliceZ, file_only: bool) -> bool {
    path.with_zstr(|path| exists_z(path) && !(IS_WINDOWS && file_only && is_directory(path)))
}

/// Whether it is a directory, or a link to one that Windows made as such.
fn is_directory(path: &ZStr) -> bool {
    get_file_attributes(path).is_some_and(|attributes| attributes.is_directory)
}

/// Like [`openat`], for a path as the system writes it: bytes, or 16-bit units on Windows.
///
/// Zig: `bun.sys.openatOSPath`.
///
/// # Errors
///
/// Those of [`openat`].
///
/// # Examples
///
/// ```
/// # #[cfg(unix)] {
/// use bun_str::zstr;
/// use bun_sys::{Fd, O, close, openat_os_path};
///
/// close(openat_os_path(Fd::cwd(), zstr!("/dev/null"), O::RDONLY | O::CLOEXEC, 0)?)?;
/// # }
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[doc(alias = "openatOSPath")]
pub fn openat_os_path(dir: Fd, path: &OSPathSliceZ, flags: i32, mode: Mode) -> Maybe<Fd> {
    path.with_zstr(|path| openat(dir, path, flags, mode))
}
