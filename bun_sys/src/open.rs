//! Opening files.

use bun_str::ZStr;

use crate::backend::imp;
use crate::failure::{on_fd_path, on_path};
use crate::path_arg::{as_cstr, with_zstr};
use crate::{AsFd, Fd, Maybe, Mode, Tag};

/// Opens the file at `path`. The caller closes the descriptor.
///
/// `flags` are of [`O`](crate::O); `mode` is what a file created gets, less the umask.
///
/// # Errors
///
/// Those of `open(2)`, with `path`, except `EINTR`, after which it is called again; `EINVAL` when
/// `path` has an embedded NUL.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{O, SystemErrno, close, open};
///
/// close(open(zstr!("/dev/null"), O::RDWR | O::CLOEXEC, 0)?)?;
/// let error = open(zstr!("/dev/null/x"), O::RDONLY, 0).unwrap_err();
/// assert_eq!(error.get_errno(), SystemErrno::ENOTDIR);
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn open(path: &ZStr, flags: i32, mode: Mode) -> Maybe<Fd> {
    let name = as_cstr(path, Tag::open)?;
    imp::openat(Fd::cwd(), name, flags, mode).map_err(on_path(path, Tag::open))
}

/// Like [`open`], for a path without a terminator.
///
/// # Errors
///
/// Those of [`open`]; `ENAMETOOLONG` when `path` is too long for any path.
#[doc(alias = "openA")]
pub fn open_a(path: &[u8], flags: i32, mode: Mode) -> Maybe<Fd> {
    with_zstr(path, Tag::open, |path| open(path, flags, mode))
}

/// Opens the file at `path` below `dir`. The caller closes the descriptor.
///
/// # Errors
///
/// Those of [`open`], with the descriptor of `dir` and `path`.
pub fn openat(dir: impl AsFd, path: &ZStr, flags: i32, mode: Mode) -> Maybe<Fd> {
    let fd = dir.as_fd();
    let name = as_cstr(path, Tag::open)?;
    imp::openat(fd, name, flags, mode).map_err(on_fd_path(fd, path, Tag::open))
}

/// Like [`openat`], for a path without a terminator.
///
/// # Errors
///
/// Those of [`openat`]; `ENAMETOOLONG` when `path` is too long for any path.
#[doc(alias = "openatA")]
pub fn openat_a(dir: impl AsFd, path: &[u8], flags: i32, mode: Mode) -> Maybe<Fd> {
    with_zstr(path, Tag::open, |path| openat(dir, path, flags, mode))
}

/// Like [`openat`], but fails with `EXDEV` when the path leads out of `dir`, by `..`, a leading `/`
/// or a symbolic link. On Linux 5.6 and later only.
///
/// # Errors
///
/// Those of `openat2(2)` with `RESOLVE_BENEATH`, with the descriptor and `path`; `ENOSYS` where
/// there is none.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{Dir, O, SystemErrno, openat2_beneath};
///
/// let dir = Dir::open(b"/dev")?;
/// let error = openat2_beneath(&dir, zstr!("../etc"), O::RDONLY, 0).unwrap_err();
/// assert!(matches!(error.get_errno(), SystemErrno::EXDEV | SystemErrno::ENOSYS));
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn openat2_beneath(dir: impl AsFd, path: &ZStr, flags: i32, mode: Mode) -> Maybe<Fd> {
    let fd = dir.as_fd();
    let name = as_cstr(path, Tag::open)?;
    imp::openat2_beneath(fd, name, flags, mode).map_err(on_fd_path(fd, path, Tag::open))
}

/// Opens what swallows writes and has nothing to read.
///
/// # Errors
///
/// Those of [`open`].
#[doc(alias = "openNullDevice")]
pub fn open_null_device() -> Maybe<Fd> {
    open(imp::NULL_DEVICE, crate::O::RDWR | crate::O::CLOEXEC, 0)
}
