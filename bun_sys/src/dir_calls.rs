//! Directories by name: making and removing them, the working one, and the path of a descriptor.
//!
//! # Examples
//!
//! ```
//! use bun_paths::PathBuffer;
//! use bun_str::zstr;
//! use bun_sys::{O, OwnedFd, get_fd_path, getcwd_alloc, open, realpath};
//!
//! let root = OwnedFd::new(open(zstr!("/"), O::RDONLY | O::DIRECTORY | O::CLOEXEC, 0)?);
//! assert_eq!(get_fd_path(root.fd(), &mut PathBuffer::uninit())?, b"/");
//! assert_eq!(realpath(zstr!("/.//.."), &mut PathBuffer::uninit())?, b"/");
//! assert!(getcwd_alloc()?.as_bytes().starts_with(b"/"));
//! # Ok::<(), bun_sys::Error>(())
//! ```

use bun_paths::PathBuffer;
use bun_str::{ZBox, ZStr};

use crate::backend::imp;
use crate::failure::{bare, on_fd, on_path};
use crate::link::{AT_REMOVEDIR, terminate};
use crate::path_arg::{as_cstr, with_zstr};
use crate::{AsFd, Fd, Maybe, Mode, Tag};

/// Makes a directory at `path`, with the permissions `mode` less the umask (`mkdir(2)`). Not made
/// again after `EINTR`, as in Zig.
///
/// # Platforms
///
/// Windows: `NtCreateFile`; `mode` means nothing, because directories inherit who may do what.
///
/// # Errors
///
/// With `path`:
/// - `EEXIST`: something is there, be it a link that leads nowhere;
/// - `ENOENT`: the parent is missing; `ENOTDIR`: it is something else;
/// - `EACCES`: the parent may not be written (Windows: `EPERM`); `EROFS`: the file system is
///   read-only;
/// - `ENOSPC`, `EDQUOT`, `EMLINK`: there is no room for another;
/// - `EINVAL`: `path` has an embedded NUL; `ENAMETOOLONG`: it is longer than the system takes.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{SystemErrno, mkdir};
///
/// assert_eq!(mkdir(zstr!("/"), 0o755).unwrap_err().get_errno(), SystemErrno::EEXIST);
/// let error = mkdir(zstr!("/no/such/parent"), 0o755).unwrap_err();
/// assert_eq!(error.get_errno(), SystemErrno::ENOENT);
/// ```
pub fn mkdir(path: &ZStr, mode: Mode) -> Maybe<()> {
    mkdirat(Fd::cwd(), path, mode)
}

/// Like [`mkdir`], for a path without a terminator, which is copied to the stack.
///
/// Zig: `bun.sys.mkdirA`.
///
/// # Errors
///
/// Those of [`mkdir`]; `ENAMETOOLONG` when `path` is too long for any path (Zig: `ENOMEM`).
#[doc(alias = "mkdirA")]
pub fn mkdir_a(path: &[u8], mode: Mode) -> Maybe<()> {
    with_zstr(path, Tag::mkdir, |path| mkdir(path, mode))
}

/// Makes a directory at `path` below `dir`, with the permissions `mode` less the umask
/// (`mkdirat(2)`). Not made again after `EINTR`.
///
/// # Platforms
///
/// As for [`mkdir`].
///
/// # Errors
///
/// Those of [`mkdir`], with `path`; `EBADF` when `dir` is not open.
pub fn mkdirat(dir: impl AsFd, path: &ZStr, mode: Mode) -> Maybe<()> {
    let name = as_cstr(path, Tag::mkdir)?;
    imp::mkdirat(dir.as_fd(), name, mode).map_err(on_path(path, Tag::mkdir))
}

/// Forwards to [`mkdirat`].
///
/// Zig: `bun.sys.mkdiratZ`.
///
/// # Errors
///
/// Those of [`mkdirat`].
#[doc(alias = "mkdiratZ")]
pub fn mkdirat_z(dir: impl AsFd, path: &ZStr, mode: Mode) -> Maybe<()> {
    mkdirat(dir, path, mode)
}

/// Like [`mkdirat`], for a path without a terminator, which is copied to the stack.
///
/// Zig: `bun.sys.mkdiratA`.
///
/// # Errors
///
/// Those of [`mkdirat`]; `ENAMETOOLONG` when `path` is too long for any path.
#[doc(alias = "mkdiratA")]
pub fn mkdirat_a(dir: impl AsFd, path: &[u8], mode: Mode) -> Maybe<()> {
    with_zstr(path, Tag::mkdir, |path| mkdirat(dir, path, mode))
}

/// Removes the empty directory at `path` (`rmdir(2)`).
///
/// # Platforms
///
/// Windows: `NtSetInformationFile`. As on Unix the name is gone at once, whoever has it open, where
/// the file system can do that.
///
/// # Errors
///
/// With `path`:
/// - `ENOTEMPTY`: something is in it (some systems: `EEXIST`);
/// - `ENOENT`: nothing is there; `ENOTDIR`: something else is, also a link to a directory;
/// - `EBUSY`: it is a mount point, or in use; `EINVAL`: it is `.`, or `path` has an embedded NUL;
/// - `EACCES`, `EPERM`: the directory above may not be written, or has the sticky bit; `EROFS`.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{SystemErrno, rmdir};
///
/// let errno = |path| rmdir(path).unwrap_err().get_errno();
/// assert_eq!(errno(zstr!("/no/such/directory")), SystemErrno::ENOENT);
/// assert_eq!(errno(zstr!("/dev/null")), SystemErrno::ENOTDIR);
/// ```
pub fn rmdir(path: &ZStr) -> Maybe<()> {
    rmdirat(Fd::cwd(), path)
}

/// Removes the empty directory at `path` below `dir` (`unlinkat(2)` with `AT_REMOVEDIR`).
///
/// # Errors
///
/// Those of [`rmdir`], with `path`; `EBADF` when `dir` is not open.
pub fn rmdirat(dir: impl AsFd, path: &ZStr) -> Maybe<()> {
    let name = as_cstr(path, Tag::rmdir)?;
    imp::unlinkat(dir.as_fd(), name, AT_REMOVEDIR).map_err(on_path(path, Tag::rmdir))
}

/// Writes the path of the working directory to `buf`, and a NUL behind it (`getcwd(3)`). Returns
/// its length without the NUL. Not made again after `EINTR`.
///
/// # Platforms
///
/// Windows: `GetCurrentDirectoryW`.
///
/// # Errors
///
/// `ERANGE` when `buf` is too short, `EINVAL` when it is empty; `ENOENT` when the directory is
/// gone; `EACCES` when one above it may not be read.
///
/// # Examples
///
/// ```
/// use bun_sys::{SystemErrno, getcwd};
///
/// let mut buf = [0; 4096];
/// let len = getcwd(&mut buf)?;
/// assert_eq!(buf[len], 0);
/// assert_eq!(getcwd(&mut [0; 1]).unwrap_err().get_errno(), SystemErrno::ERANGE);
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn getcwd(buf: &mut [u8]) -> Maybe<usize> {
    imp::getcwd(buf).map_err(bare(Tag::getcwd))
}

/// The path of the working directory, in `buf` ([`getcwd`]).
///
/// Zig: `bun.sys.getcwdZ`.
///
/// # Errors
///
/// Those of [`getcwd`].
#[doc(alias = "getcwdZ")]
pub fn getcwd_z(buf: &mut PathBuffer) -> Maybe<&ZStr> {
    let buf = buf.as_mut_slice();
    let len = getcwd(buf)?;
    Ok(ZStr::from_slice_with_nul(&buf[..=len]))
}

/// A copy of the path of the working directory ([`getcwd`]).
///
/// Zig: `std.process.getCwdAlloc`.
///
/// # Errors
///
/// Those of [`getcwd`].
#[doc(alias = "getCwdAlloc")]
pub fn getcwd_alloc() -> Maybe<ZBox> {
    getcwd_z(&mut PathBuffer::uninit()).map(ZBox::from_bytes)
}

/// Makes the directory at `path` the working directory of the process (`chdir(2)`), and so of all
/// its threads. Not made again after `EINTR`.
///
/// # Platforms
///
/// Windows: `SetCurrentDirectoryW`.
///
/// # Errors
///
/// With `path`: `ENOENT` when there is nothing, `ENOTDIR` when it is something else, `EACCES` when
/// it may not be searched, `ELOOP`; `EINVAL` when `path` has an embedded NUL.
///
/// # Examples
///
/// ```standalone_crate
/// use bun_paths::PathBuffer;
/// use bun_str::zstr;
/// use bun_sys::{SystemErrno, chdir, getcwd_z};
///
/// chdir(zstr!("/"))?;
/// assert_eq!(getcwd_z(&mut PathBuffer::uninit())?.as_bytes(), b"/");
/// assert_eq!(chdir(zstr!("/dev/null")).unwrap_err().get_errno(), SystemErrno::ENOTDIR);
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn chdir(path: &ZStr) -> Maybe<()> {
    let name = as_cstr(path, Tag::chdir)?;
    imp::chdir(name).map_err(on_path(path, Tag::chdir))
}

/// Makes the open directory `fd` the working directory of the process (`fchdir(2)`), and so of all
/// its threads. Not made again after `EINTR`.
///
/// # Platforms
///
/// Windows: `GetFinalPathNameByHandleW` and `SetCurrentDirectoryW`.
///
/// # Errors
///
/// With `fd`: `ENOTDIR` when it is no directory, `EACCES` when it may not be searched, `EBADF` when
/// it is not open.
///
/// # Examples
///
/// ```standalone_crate
/// use bun_paths::PathBuffer;
/// use bun_sys::{Dir, fchdir, getcwd_z};
///
/// let dir = Dir::open(b"/dev")?;
/// fchdir(dir.fd)?;
/// assert_eq!(getcwd_z(&mut PathBuffer::uninit())?.as_bytes(), b"/dev");
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn fchdir(fd: Fd) -> Maybe<()> {
    imp::fchdir(fd).map_err(on_fd(fd, Tag::chdir))
}

/// The path of the open file `fd`, as the system remembers it.
///
/// Zig: `bun.sys.getFdPath`.
///
/// # Platforms
///
/// - Linux reads the link `/proc/self/fd/N` (`readlink(2)`). The path of a file that was removed
///   ends in ` (deleted)`, and what has no path has something like `pipe:[12]`.
/// - macOS asks `fcntl(2)` with `F_GETPATH`, which fails for what has no path.
/// - Windows asks `GetFinalPathNameByHandleW`, and for [`Fd::cwd`] `GetCurrentDirectoryW`. On POSIX
///   systems [`Fd::cwd`] is `EBADF`: ask [`getcwd_z`].
///
/// # Errors
///
/// With `fd`: `EBADF` or `ENOENT` when nothing is open there; `ENOENT` where `/proc` is not
/// mounted; `ENAMETOOLONG` when the path does not fit `out`.
///
/// # Examples
///
/// ```
/// use bun_paths::PathBuffer;
/// use bun_sys::{Dir, Fd, get_fd_path};
///
/// let dir = Dir::open(b"/dev/.")?;
/// assert_eq!(get_fd_path(dir.fd, &mut PathBuffer::uninit())?, b"/dev");
/// assert!(get_fd_path(Fd::INVALID, &mut PathBuffer::uninit()).is_err());
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[doc(alias = "getFdPath")]
pub fn get_fd_path(fd: Fd, out: &mut PathBuffer) -> Maybe<&mut [u8]> {
    let buf = out.as_mut_slice();
    match imp::fd_path(fd, buf).and_then(|len| terminate(buf, len)) {
        Ok(len) => Ok(&mut buf[..len]),
        Err(errno) => Err(on_fd(fd, Tag::readlink)(errno)),
    }
}

/// Like [`get_fd_path`], with the terminator.
///
/// Zig: `bun.getFdPathZ`.
///
/// # Errors
///
/// Those of [`get_fd_path`].
#[doc(alias = "getFdPathZ")]
pub fn get_fd_path_z(fd: Fd, out: &mut PathBuffer) -> Maybe<&ZStr> {
    let len = get_fd_path(fd, out)?.len();
    Ok(ZStr::from_slice_with_nul(&out.as_slice()[..=len]))
}

/// The absolute path of the file at `path`, without symbolic links, `.` and `..` (`realpath(3)`).
/// Not made again after `EINTR`.
///
/// # Platforms
///
/// Windows: `GetFinalPathNameByHandleW` of the open file, without `\\?\`.
///
/// # Errors
///
/// With `path`: `ENOENT` when a part of it is missing, `ENOTDIR` when one is no directory, `ELOOP`
/// for links in a circle, `EACCES` when one may not be searched; `EINVAL` when `path` has an
/// embedded NUL, `ENAMETOOLONG` when the answer does not fit.
///
/// # Examples
///
/// ```
/// use bun_paths::PathBuffer;
/// use bun_str::zstr;
/// use bun_sys::{SystemErrno, realpath};
///
/// let mut buf = PathBuffer::uninit();
/// assert_eq!(realpath(zstr!("/.//../dev/null"), &mut buf)?, b"/dev/null");
/// let error = realpath(zstr!("/no/such/file"), &mut buf).unwrap_err();
/// assert_eq!(error.get_errno(), SystemErrno::ENOENT);
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn realpath<'a>(path: &ZStr, buf: &'a mut PathBuffer) -> Maybe<&'a [u8]> {
    let name = as_cstr(path, Tag::realpath)?;
    let buf = buf.as_mut_slice();
    match imp::realpath(name, buf) {
        Ok(len) => Ok(&buf[..len]),
        Err(errno) => Err(on_path(path, Tag::realpath)(errno)),
    }
}
