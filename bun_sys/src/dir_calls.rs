//! Directories by name: making and removing them, the working one, and the path of a descriptor.

use bun_paths::PathBuffer;
use bun_str::ZStr;

use crate::backend::imp;
use crate::link::{AT_REMOVEDIR, terminate};
use crate::path_arg::as_cstr;
use crate::{AsFd, Error, Fd, Maybe, Mode, SystemErrno, Tag};

/// Makes a directory at `path`, with the permissions `mode` less the umask.
///
/// # Errors
///
/// Those of `mkdir(2)`, with `path`.
pub fn mkdir(path: &ZStr, mode: Mode) -> Maybe<()> {
    let name = as_cstr(path, Tag::mkdir)?;
    imp::mkdirat(Fd::cwd(), name, mode).map_err(|errno| failed_at(path, errno, Tag::mkdir))
}

/// Makes a directory at `path` below `dir`, with the permissions `mode` less the umask.
///
/// # Errors
///
/// Those of `mkdirat(2)`, with `path`.
pub fn mkdirat(dir: impl AsFd, path: &ZStr, mode: Mode) -> Maybe<()> {
    let name = as_cstr(path, Tag::mkdir)?;
    imp::mkdirat(dir.as_fd(), name, mode).map_err(|errno| failed_at(path, errno, Tag::mkdir))
}

/// Removes the empty directory at `path`.
///
/// # Errors
///
/// Those of `rmdir(2)`, with `path`.
pub fn rmdir(path: &ZStr) -> Maybe<()> {
    rmdirat(Fd::cwd(), path)
}

/// Removes the empty directory at `path` below `dir`.
///
/// # Errors
///
/// Those of `unlinkat(2)`, with `path`.
pub fn rmdirat(dir: impl AsFd, path: &ZStr) -> Maybe<()> {
    let name = as_cstr(path, Tag::rmdir)?;
    imp::unlinkat(dir.as_fd(), name, AT_REMOVEDIR)
        .map_err(|errno| failed_at(path, errno, Tag::rmdir))
}

/// Writes the path of the working directory to `buf`, and a NUL behind it. Returns its length
/// without the NUL.
///
/// # Errors
///
/// Those of `getcwd(2)`: `ERANGE` when `buf` is too short, `ENOENT` when the directory is gone.
pub fn getcwd(buf: &mut [u8]) -> Maybe<usize> {
    imp::getcwd(buf).map_err(|errno| Error::from_code(errno, Tag::getcwd))
}

/// Makes the directory at `path` the working directory of the process.
///
/// # Errors
///
/// Those of `chdir(2)`, with `path`.
pub fn chdir(path: &ZStr) -> Maybe<()> {
    let name = as_cstr(path, Tag::chdir)?;
    imp::chdir(name).map_err(|errno| failed_at(path, errno, Tag::chdir))
}

/// The path of the open file `fd`, as the system remembers it.
///
/// # Errors
///
/// `EBADF` when nothing is open there; `ENAMETOOLONG`; on Linux those of `readlink(2)` in `/proc`.
pub fn get_fd_path(fd: Fd, out: &mut PathBuffer) -> Maybe<&mut [u8]> {
    let buf = out.as_mut_slice();
    match imp::fd_path(fd, buf).and_then(|len| terminate(buf, len)) {
        Ok(len) => Ok(&mut buf[..len]),
        Err(errno) => Err(Error { fd, ..Error::from_code(errno, Tag::readlink) }),
    }
}

#[cold]
fn failed_at(path: &ZStr, errno: SystemErrno, tag: Tag) -> Error {
    Error::from_code(errno, tag).with_path(path.as_bytes())
}
