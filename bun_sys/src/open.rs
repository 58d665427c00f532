//! Opening files.

use bun_str::ZStr;

use crate::backend::imp;
use crate::path_arg::{as_cstr, with_zstr};
use crate::{AsFd, Error, Fd, Maybe, Mode, Tag};

/// Opens the file at `path`. The caller closes the descriptor.
///
/// `flags` are of [`O`](crate::O); `mode` is what a file created gets, less the umask.
///
/// # Errors
///
/// Those of `open(2)`, except `EINTR`, after which it is called again; `EINVAL` when `path` has an
/// embedded NUL.
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
    let path = as_cstr(path, Tag::open)?;
    imp::openat(Fd::cwd(), path, flags, mode).map_err(|errno| Error::from_code(errno, Tag::open))
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
/// Those of [`open`], with the descriptor of `dir`.
pub fn openat(dir: impl AsFd, path: &ZStr, flags: i32, mode: Mode) -> Maybe<Fd> {
    let fd = dir.as_fd();
    let path = as_cstr(path, Tag::open)?;
    imp::openat(fd, path, flags, mode)
        .map_err(|errno| Error { fd, ..Error::from_code(errno, Tag::open) })
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
