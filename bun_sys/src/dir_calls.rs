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

/// Makes a directory at `path`, with the permissions `mode` less the umask.
///
/// # Errors
///
/// Those of `mkdir(2)`, with `path`: `EEXIST`, `ENOENT`, `EACCES`, `EROFS`. Not repeated after
/// `EINTR`.
pub fn mkdir(path: &ZStr, mode: Mode) -> Maybe<()> {
    mkdirat(Fd::cwd(), path, mode)
}

/// Like [`mkdir`], for a path without a terminator.
///
/// # Errors
///
/// Those of [`mkdir`]; `ENAMETOOLONG` when `path` is too long for any path.
#[doc(alias = "mkdirA")]
pub fn mkdir_a(path: &[u8], mode: Mode) -> Maybe<()> {
    with_zstr(path, Tag::mkdir, |path| mkdir(path, mode))
}

/// Makes a directory at `path` below `dir`, with the permissions `mode` less the umask.
///
/// # Errors
///
/// Those of `mkdirat(2)`, with `path`, as for [`mkdir`].
pub fn mkdirat(dir: impl AsFd, path: &ZStr, mode: Mode) -> Maybe<()> {
    let name = as_cstr(path, Tag::mkdir)?;
    imp::mkdirat(dir.as_fd(), name, mode).map_err(on_path(path, Tag::mkdir))
}

/// Forwards to [`mkdirat`].
///
/// # Errors
///
/// Those of [`mkdirat`].
#[doc(alias = "mkdiratZ")]
pub fn mkdirat_z(dir: impl AsFd, path: &ZStr, mode: Mode) -> Maybe<()> {
    mkdirat(dir, path, mode)
}

/// Like [`mkdirat`], for a path without a terminator.
///
/// # Errors
///
/// Those of [`mkdirat`]; `ENAMETOOLONG` when `path` is too long for any path.
#[doc(alias = "mkdiratA")]
pub fn mkdirat_a(dir: impl AsFd, path: &[u8], mode: Mode) -> Maybe<()> {
    with_zstr(path, Tag::mkdir, |path| mkdirat(dir, path, mode))
}

/// Removes the empty directory at `path`.
///
/// # Errors
///
/// Those of `rmdir(2)`, with `path`: `ENOTEMPTY`, `ENOTDIR`, `ENOENT`.
pub fn rmdir(path: &ZStr) -> Maybe<()> {
    rmdirat(Fd::cwd(), path)
}

/// Removes the empty directory at `path` below `dir`.
///
/// # Errors
///
/// Those of `unlinkat(2)`, with `path`, as for [`rmdir`].
pub fn rmdirat(dir: impl AsFd, path: &ZStr) -> Maybe<()> {
    let name = as_cstr(path, Tag::rmdir)?;
    imp::unlinkat(dir.as_fd(), name, AT_REMOVEDIR).map_err(on_path(path, Tag::rmdir))
}

/// Writes the path of the working directory to `buf`, and a NUL behind it. Returns its length
/// without the NUL.
///
/// # Errors
///
/// Those of `getcwd(2)`: `ERANGE` when `buf` is too short, `ENOENT` when the directory is gone.
pub fn getcwd(buf: &mut [u8]) -> Maybe<usize> {
    imp::getcwd(buf).map_err(bare(Tag::getcwd))
}

/// The path of the working directory, in `buf`.
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

/// A copy of the path of the working directory.
///
/// # Errors
///
/// Those of [`getcwd`].
pub fn getcwd_alloc() -> Maybe<ZBox> {
    getcwd_z(&mut PathBuffer::uninit()).map(ZBox::from_bytes)
}

/// Makes the directory at `path` the working directory of the process.
///
/// # Errors
///
/// Those of `chdir(2)`, with `path`. Not repeated after `EINTR`.
pub fn chdir(path: &ZStr) -> Maybe<()> {
    let name = as_cstr(path, Tag::chdir)?;
    imp::chdir(name).map_err(on_path(path, Tag::chdir))
}

/// Makes the open directory `fd` the working directory of the process.
///
/// # Errors
///
/// Those of `fchdir(2)`, with `fd`. Not repeated after `EINTR`.
pub fn fchdir(fd: Fd) -> Maybe<()> {
    imp::fchdir(fd).map_err(on_fd(fd, Tag::chdir))
}

/// The path of the open file `fd`, as the system remembers it.
///
/// Linux reads the link in `/proc/self/fd`, macOS asks `F_GETPATH`, Windows
/// `GetFinalPathNameByHandle`. On Linux the path of a file that was removed ends in ` (deleted)`,
/// and one without a path has something like `pipe:[12]`.
///
/// Zig: `bun.sys.getFdPath`.
///
/// # Errors
///
/// `EBADF` or `ENOENT` when nothing is open there; `ENAMETOOLONG`; with `fd`.
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
/// # Errors
///
/// Those of [`get_fd_path`].
#[doc(alias = "getFdPathZ")]
pub fn get_fd_path_z(fd: Fd, out: &mut PathBuffer) -> Maybe<&ZStr> {
    let len = get_fd_path(fd, out)?.len();
    Ok(ZStr::from_slice_with_nul(&out.as_slice()[..=len]))
}

/// The absolute path of the file at `path`, without symbolic links, `.` and `..`.
///
/// # Errors
///
/// Those of `realpath(3)`, with `path`: `ENOENT`, `ELOOP`, `ENOTDIR`.
pub fn realpath<'a>(path: &ZStr, buf: &'a mut PathBuffer) -> Maybe<&'a [u8]> {
    let name = as_cstr(path, Tag::realpath)?;
    let buf = buf.as_mut_slice();
    match imp::realpath(name, buf) {
        Ok(len) => Ok(&buf[..len]),
        Err(errno) => Err(on_path(path, Tag::realpath)(errno)),
    }
}
