//! Whether there is a file, and whether it can be used.
//!
//! Answers about names are out of date when they arrive: open the file and look at the error where
//! that decides something.
//!
//! # Examples
//!
//! ```
//! use bun_str::zstr;
//! use bun_sys::{
//!     ExistsAtType, Fd, directory_exists_at, exists, exists_at_type, is_executable_file_path,
//! };
//!
//! assert!(exists(b"/dev/null") && !exists(b"/no/such/file"));
//! assert_eq!(exists_at_type(Fd::cwd(), zstr!("/"))?, ExistsAtType::Directory);
//! assert!(!directory_exists_at(Fd::cwd(), zstr!("/dev/null"))?);
//! assert!(is_executable_file_path(zstr!("/bin/sh")));
//! # Ok::<(), bun_sys::Error>(())
//! ```

use bun_str::ZStr;

use crate::backend::imp;
use crate::failure::{on_fd_path, on_path};
use crate::path_arg::{as_cstr, cstr, with_zstr};
use crate::{AsFd, Error, Fd, Maybe, SystemErrno, Tag};

/// For [`access`]: whether the file exists.
pub const F_OK: i32 = 0;
/// For [`access`]: whether it can be executed, or searched.
pub const X_OK: i32 = 1;
/// For [`access`]: whether it can be written.
pub const W_OK: i32 = 2;
/// For [`access`]: whether it can be read.
pub const R_OK: i32 = 4;

/// What [`exists_at_type`] found.
///
/// Zig: `bun.sys.ExistsAtType`.
///
/// # Examples
///
/// ```
/// use bun_sys::{ExistsAtType, Fd, exists_at_type};
///
/// let dev = exists_at_type(Fd::cwd(), bun_str::zstr!("/dev"))?;
/// assert_eq!(dev, ExistsAtType::Directory);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ExistsAtType {
    /// Anything but a directory.
    File,
    /// A directory.
    Directory,
}

/// Whether the process may do what `mode` says with the file at `path` (`access(2)`): [`F_OK`], or
/// any of [`R_OK`], [`W_OK`] and [`X_OK`]. Symbolic links are followed; who asks is the real user,
/// not the effective one. Not made again after `EINTR`.
///
/// # Platforms
///
/// Windows, as libuv has it: what exists may be read and executed, and written unless it is a file
/// that is read-only.
///
/// # Errors
///
/// With `path`:
/// - `ENOENT`: there is nothing, or a link leads nowhere; `ENOTDIR`, `ELOOP` on the way;
/// - `EACCES`: it may not be used so, or a directory on the way not be searched (Windows: `EPERM`);
/// - `EROFS`: it is to be written on a read-only file system; `ETXTBSY`: a running program is;
/// - `EINVAL`: `mode` has other bits, or `path` an embedded NUL.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{F_OK, R_OK, SystemErrno, W_OK, access};
///
/// access(zstr!("/dev/null"), R_OK | W_OK)?;
/// let error = access(zstr!("/no/such/file"), F_OK).unwrap_err();
/// assert_eq!(error.get_errno(), SystemErrno::ENOENT);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[inline]
pub fn access(path: &ZStr, mode: i32) -> Maybe<()> {
    let name = as_cstr(path, Tag::access)?;
    imp::faccessat(Fd::cwd(), name, mode).map_err(on_path(path, Tag::access))
}

/// Whether there is a file at `path` below `dir` (`faccessat(2)` with [`F_OK`]); `false` also when
/// that cannot be told, as for a link that leads nowhere. Not made again after `EINTR`.
///
/// Zig: `bun.sys.faccessat`.
///
/// # Errors
///
/// None: a path that can name nothing names nothing.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{Dir, Fd, faccessat};
///
/// let dir = Dir::open(b"/dev")?;
/// assert_eq!(faccessat(&dir, zstr!("null")), Ok(true));
/// assert_eq!(faccessat(&dir, zstr!("no-such-device")), Ok(false));
/// assert_eq!(faccessat(Fd::INVALID, zstr!("null")), Ok(false));
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[inline]
pub fn faccessat(dir: impl AsFd, path: &ZStr) -> Maybe<bool> {
    Ok(is_there(dir.as_fd(), path))
}

/// Whether there is a file at `path` (`access(2)` with [`F_OK`]); `false` also when that cannot be
/// told: for a link that leads nowhere, an embedded NUL, a path too long for any path.
///
/// Zig: `bun.sys.exists`.
///
/// # Examples
///
/// ```
/// use bun_sys::exists;
///
/// assert!(exists(b"/dev/null"));
/// assert!(!exists(b"/no/such/file") && !exists(b"") && !exists(b"/dev/null\0"));
/// ```
#[must_use]
pub fn exists(path: &[u8]) -> bool {
    with_zstr(path, Tag::access, |path| Ok(exists_z(path))).unwrap_or(false)
}

/// Like [`exists`], for a path with a terminator.
///
/// Zig: `bun.sys.existsZ`.
#[doc(alias = "existsZ")]
#[must_use]
#[inline]
pub fn exists_z(path: &ZStr) -> bool {
    is_there(Fd::cwd(), path)
}

fn is_there(dir: Fd, path: &ZStr) -> bool {
    cstr(path).is_some_and(|path| imp::faccessat(dir, path, F_OK).is_ok())
}

/// Whether there is a file or a directory at `path` below `dir` (`faccessat(2)` with [`F_OK`]);
/// `false` also when that cannot be told. The same as [`faccessat`].
///
/// Zig: `bun.sys.existsAt`.
#[doc(alias = "existsAt")]
#[must_use]
pub fn exists_at(dir: impl AsFd, path: &ZStr) -> bool {
    is_there(dir.as_fd(), path)
}

/// Whether a file or a directory is at `path` below `dir`; symbolic links are followed
/// (`fstatat(2)`).
///
/// Zig: `bun.sys.existsAtType`.
///
/// # Platforms
///
/// Windows: `NtCreateFile` for the attributes, where Zig asks `NtQueryAttributesFile`.
///
/// # Errors
///
/// With the descriptor and `path`, of the call `access`: `ENOENT` when there is nothing, `ENOTDIR`,
/// `EACCES` and `ELOOP` on the way; `EBADF` when `dir` is not open; `EINVAL` when `path` has an
/// embedded NUL.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{ExistsAtType, Fd, SystemErrno, exists_at_type};
///
/// assert_eq!(exists_at_type(Fd::cwd(), zstr!("/"))?, ExistsAtType::Directory);
/// assert_eq!(exists_at_type(Fd::cwd(), zstr!("/dev/null"))?, ExistsAtType::File);
/// let error = exists_at_type(Fd::cwd(), zstr!("/no/such/file")).unwrap_err();
/// assert_eq!(error.get_errno(), SystemErrno::ENOENT);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[doc(alias = "existsAtType")]
pub fn exists_at_type(dir: Fd, path: &ZStr) -> Maybe<ExistsAtType> {
    match kind_at(dir, path)? {
        Ok(true) => Ok(ExistsAtType::Directory),
        Ok(false) => Ok(ExistsAtType::File),
        Err(errno) => Err(on_fd_path(dir, path, Tag::access)(errno)),
    }
}

/// Whether there is a directory at `path` below `dir`; symbolic links are followed (`fstatat(2)`).
///
/// Zig: `bun.sys.directoryExistsAt`.
///
/// # Errors
///
/// Those of [`exists_at_type`] except `ENOENT`, with the descriptor and `path`.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{Fd, directory_exists_at};
///
/// assert!(directory_exists_at(Fd::cwd(), zstr!("/"))?);
/// assert!(!directory_exists_at(Fd::cwd(), zstr!("/dev/null"))?);
/// assert!(!directory_exists_at(Fd::cwd(), zstr!("/no/such/file"))?);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[doc(alias = "directoryExistsAt")]
pub fn directory_exists_at(dir: impl AsFd, path: &ZStr) -> Maybe<bool> {
    let dir = dir.as_fd();
    match kind_at(dir, path)? {
        Err(SystemErrno::ENOENT) => Ok(false),
        Err(errno) => Err(on_fd_path(dir, path, Tag::access)(errno)),
        Ok(is_directory) => Ok(is_directory),
    }
}

/// Whether it is a directory; the inner error is the system's, without a path.
fn kind_at(dir: Fd, path: &ZStr) -> Result<Result<bool, SystemErrno>, Error> {
    let name = as_cstr(path, Tag::access)?;
    Ok(imp::fstatat(dir, name, true).map(|stat| crate::S::ISDIR(imp::stat_mode(&stat))))
}

/// Whether there is a regular file at `path` that this process may execute (`stat(2)`, `access(2)`
/// with [`X_OK`]); links are followed. `false` also when that cannot be told.
///
/// Zig: `bun.sys.isExecutableFilePath`, which on Linux asks whether the owner may, whoever asks.
///
/// # Platforms
///
/// On Windows every file may be executed.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::is_executable_file_path;
///
/// # #[cfg(unix)]
/// assert!(is_executable_file_path(zstr!("/bin/sh")));
/// assert!(!is_executable_file_path(zstr!("/")) && !is_executable_file_path(zstr!("/dev/null")));
/// ```
#[doc(alias = "isExecutableFilePath")]
#[must_use]
pub fn is_executable_file_path(path: &ZStr) -> bool {
    let Some(path) = cstr(path) else {
        return false;
    };
    let stat = imp::fstatat(Fd::cwd(), path, true);
    stat.is_ok_and(|stat| crate::S::ISREG(imp::stat_mode(&stat)))
        && imp::faccessat(Fd::cwd(), path, X_OK).is_ok()
}
