//! Opening files.

use bun_str::ZStr;

use crate::backend::imp;
use crate::failure::{on_fd_path, on_path};
use crate::path_arg::{as_cstr, with_zstr};
use crate::{AsFd, Fd, Maybe, Mode, Tag};

/// Opens the file at `path` (`open(2)`). The caller closes the descriptor.
///
/// `flags` are of [`O`](crate::O), and nothing is added to them; `mode` is what a file that is
/// created gets, less the umask. A relative path is below the working directory.
///
/// # Platforms
///
/// Windows: `NtCreateFile`. No child inherits the handle, with or without `CLOEXEC`; nothing
/// opens without waiting; `mode` decides only whether a file that is created is read-only, and
/// 0 counts as 0644. `NUL` and `/dev/null` are the null device; other names of devices mean
/// files.
///
/// # Errors
///
/// With `path`:
/// - `ENOENT`: there is no such file, or a directory on the way is missing;
/// - `EEXIST`: there is one, and it was to be created (`CREAT | EXCL`);
/// - `EACCES`: the file or a directory on the way may not be used so; on Windows `EPERM`;
/// - `EISDIR`: a directory was to be written; `ENOTDIR`: one is asked for or on the way, and there
///   is something else;
/// - `ELOOP`: a symbolic link with `NOFOLLOW`, or too many of them;
/// - `EMFILE`, `ENFILE`: the process or the system has no descriptor left;
/// - `ENOSPC`, `EROFS`: a file cannot be created there; `ETXTBSY`: a running program was to be
///   written; `ENXIO`: a FIFO without a reader was to be written with `NONBLOCK`;
/// - `EBUSY`: on Windows, somebody has it open and does not share it;
/// - `EINVAL`: `path` has an embedded NUL, or `flags` contradict each other;
/// - `ENAMETOOLONG`: the path, or a part of it, is longer than the system takes.
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
/// assert_eq!(error.to_string(), "ENOTDIR: /dev/null/x: Not a directory (open())");
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[inline]
pub fn open(path: &ZStr, flags: i32, mode: Mode) -> Maybe<Fd> {
    let name = as_cstr(path, Tag::open)?;
    imp::openat(Fd::cwd(), name, flags, mode).map_err(on_path(path, Tag::open))
}

/// Like [`open`], for a path without a terminator, which is copied to the stack.
///
/// Zig: `bun.sys.openA`.
///
/// # Errors
///
/// Those of [`open`]; `ENAMETOOLONG` when `path` is too long for any path, before the system is
/// asked.
///
/// # Examples
///
/// ```
/// use bun_sys::{O, SystemErrno, close, open_a};
///
/// close(open_a(b"/dev/null", O::RDONLY | O::CLOEXEC, 0)?)?;
/// let errno = |path: &[u8]| open_a(path, O::RDONLY, 0).unwrap_err().get_errno();
/// assert_eq!(errno(b"/dev/null\0x"), SystemErrno::EINVAL);
/// assert_eq!(errno(&[b'x'; 1 << 20]), SystemErrno::ENAMETOOLONG);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[doc(alias = "openA")]
pub fn open_a(path: &[u8], flags: i32, mode: Mode) -> Maybe<Fd> {
    with_zstr(path, Tag::open, |path| open(path, flags, mode))
}

/// Opens the file at `path` below `dir` (`openat(2)`). The caller closes the descriptor.
///
/// An absolute path is that path, whatever `dir` is; with [`Fd::cwd`] this is [`open`].
///
/// # Platforms
///
/// As for [`open`]. Windows finds the name from the open directory too.
///
/// # Errors
///
/// Those of [`open`], with the descriptor of `dir` and `path`; `EBADF` when `dir` is not open,
/// `ENOTDIR` when it is no directory.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{Dir, O, OwnedFd, fstat, openat};
///
/// let dir = Dir::open(b"/dev")?;
/// let null = OwnedFd::new(openat(&dir, zstr!("null"), O::RDONLY | O::CLOEXEC, 0)?);
/// assert_eq!(fstat(null.fd())?.size(), 0);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[inline]
pub fn openat(dir: impl AsFd, path: &ZStr, flags: i32, mode: Mode) -> Maybe<Fd> {
    let fd = dir.as_fd();
    let name = as_cstr(path, Tag::open)?;
    imp::openat(fd, name, flags, mode).map_err(on_fd_path(fd, path, Tag::open))
}

/// Like [`openat`], for a path without a terminator, which is copied to the stack.
///
/// Zig: `bun.sys.openatA`.
///
/// # Errors
///
/// Those of [`openat`]; `ENAMETOOLONG` when `path` is too long for any path, before the system is
/// asked.
#[doc(alias = "openatA")]
pub fn openat_a(dir: impl AsFd, path: &[u8], flags: i32, mode: Mode) -> Maybe<Fd> {
    with_zstr(path, Tag::open, |path| openat(dir, path, flags, mode))
}

/// Like [`openat`], but fails when the path leads out of `dir`, by `..`, a leading `/` or a
/// symbolic link (`openat2(2)` with `RESOLVE_BENEATH`).
///
/// # Platforms
///
/// Linux since 5.6; elsewhere `ENOSYS`.
///
/// # Errors
///
/// Those of [`openat`], with the descriptor and `path`:
/// - `EXDEV`: the path leads out of `dir`;
/// - `EAGAIN`: the kernel could not tell, because somebody renamed meanwhile: try again;
/// - `ENOSYS`: there is no such call; some sandboxes say `EPERM`.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{Dir, O, SystemErrno, openat2_beneath};
///
/// let dir = Dir::open(b"/dev")?;
/// let error = openat2_beneath(&dir, zstr!("../etc"), O::RDONLY, 0).unwrap_err();
/// assert!(matches!(
///     error.get_errno(),
///     SystemErrno::EXDEV | SystemErrno::ENOSYS | SystemErrno::EPERM
/// ));
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn openat2_beneath(dir: impl AsFd, path: &ZStr, flags: i32, mode: Mode) -> Maybe<Fd> {
    let fd = dir.as_fd();
    let name = as_cstr(path, Tag::open)?;
    imp::openat2_beneath(fd, name, flags, mode).map_err(on_fd_path(fd, path, Tag::open))
}

/// Opens what swallows writes and has nothing to read: `/dev/null`, on Windows `NUL`. The caller
/// closes the descriptor, which no child inherits.
///
/// Zig: `bun.sys.openNullDevice`.
///
/// # Errors
///
/// Those of [`open`]: `EMFILE`; `ENOENT` where `/dev` is not mounted.
///
/// # Examples
///
/// ```
/// use bun_sys::{OwnedFd, open_null_device, read, write};
///
/// let null = OwnedFd::new(open_null_device()?);
/// assert_eq!(write(null.fd(), b"gone")?, 4);
/// assert_eq!(read(null.fd(), &mut [0; 4])?, 0);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[doc(alias = "openNullDevice")]
pub fn open_null_device() -> Maybe<Fd> {
    open(imp::NULL_DEVICE, crate::O::RDWR | crate::O::CLOEXEC, 0)
}
