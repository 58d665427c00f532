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
use crate::path_arg::{as_cstr, with_zstr};
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
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ExistsAtType {
    /// Anything but a directory.
    File,
    /// A directory.
    Directory,
}

/// Whether the process may do what `mode` says with the file at `path`: [`F_OK`], or any of
/// [`R_OK`], [`W_OK`] and [`X_OK`].
///
/// # Errors
///
/// Those of `access(2)`, with `path`: `EACCES`, `ENOENT`, `EROFS`. Not repeated after `EINTR`.
pub fn access(path: &ZStr, mode: i32) -> Maybe<()> {
    let name = as_cstr(path, Tag::access)?;
    imp::faccessat(Fd::cwd(), name, mode).map_err(on_path(path, Tag::access))
}

/// Whether there is a file at `path` below `dir`; `false` also when that cannot be told.
///
/// # Errors
///
/// None: a path that can name nothing names nothing.
pub fn faccessat(dir: impl AsFd, path: &ZStr) -> Maybe<bool> {
    Ok(is_there(dir.as_fd(), path))
}

/// Whether there is a file at `path`; `false` also when that cannot be told.
#[must_use]
pub fn exists(path: &[u8]) -> bool {
    with_zstr(path, Tag::access, |path| Ok(exists_z(path))).unwrap_or(false)
}

/// Like [`exists`], for a path with a terminator.
#[doc(alias = "existsZ")]
#[must_use]
pub fn exists_z(path: &ZStr) -> bool {
    is_there(Fd::cwd(), path)
}

fn is_there(dir: Fd, path: &ZStr) -> bool {
    path.as_cstr().is_some_and(|path| imp::faccessat(dir, path, F_OK).is_ok())
}

/// Whether there is a file or a directory at `path` below `dir`; `false` also when that cannot be
/// told.
#[doc(alias = "existsAt")]
#[must_use]
pub fn exists_at(dir: impl AsFd, path: &ZStr) -> bool {
    is_there(dir.as_fd(), path)
}

/// Whether a file or a directory is at `path` below `dir`; symbolic links are followed.
///
/// # Errors
///
/// Those of `fstatat(2)`, with the descriptor and `path`: `ENOENT`.
#[doc(alias = "existsAtType")]
pub fn exists_at_type(dir: Fd, path: &ZStr) -> Maybe<ExistsAtType> {
    match kind_at(dir, path)? {
        Ok(true) => Ok(ExistsAtType::Directory),
        Ok(false) => Ok(ExistsAtType::File),
        Err(errno) => Err(on_fd_path(dir, path, Tag::access)(errno)),
    }
}

/// Whether there is a directory at `path` below `dir`; symbolic links are followed.
///
/// # Errors
///
/// Those of `fstatat(2)`, with the descriptor and `path`, except `ENOENT`.
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

/// Whether there is a regular file at `path` that this process may execute.
#[doc(alias = "isExecutableFilePath")]
#[must_use]
pub fn is_executable_file_path(path: &ZStr) -> bool {
    let Some(path) = path.as_cstr() else {
        return false;
    };
    let stat = imp::fstatat(Fd::cwd(), path, true);
    stat.is_ok_and(|stat| crate::S::ISREG(imp::stat_mode(&stat)))
        && imp::faccessat(Fd::cwd(), path, X_OK).is_ok()
}
