//! Names of files: linking, following, moving and removing them.

use bun_str::ZStr;

use crate::backend::imp;
use crate::path_arg::as_cstr;
use crate::{AsFd, Error, Fd, Maybe, SystemErrno, Tag};

/// For [`unlinkat_with_flags`]: remove an empty directory.
pub const AT_REMOVEDIR: i32 = imp::flags::AT_REMOVEDIR;

/// How [`renameat2`] treats what is at the new name.
///
/// Zig: `bun.sys.RenameAt2Flags`.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Renameat2Flags {
    /// Give what is there the old name.
    pub exchange: bool,
    /// Fail with `EEXIST` when there is something.
    pub exclude: bool,
    /// Follow no symbolic link on the way. On macOS only.
    pub nofollow: bool,
}

/// Removes the name at `path`, which is not a directory.
///
/// # Errors
///
/// Those of `unlink(2)`, with `path`.
pub fn unlink(path: &ZStr) -> Maybe<()> {
    let name = as_cstr(path, Tag::unlink)?;
    imp::unlinkat(Fd::cwd(), name, 0).map_err(|errno| failed_at(path, errno, Tag::unlink))
}

/// Removes the name at `path` below `dir`, which is not a directory.
///
/// # Errors
///
/// Those of `unlinkat(2)`, with the descriptor and `path`.
pub fn unlinkat(dir: impl AsFd, path: &ZStr) -> Maybe<()> {
    unlinkat_with_flags(dir.as_fd(), path, 0)
}

/// Removes the name at `path` below `dir`: a directory with [`AT_REMOVEDIR`], else anything else.
///
/// # Errors
///
/// Those of `unlinkat(2)`, with the descriptor and `path`.
pub fn unlinkat_with_flags(dir: Fd, path: &ZStr, flags: i32) -> Maybe<()> {
    let name = as_cstr(path, Tag::unlink)?;
    imp::unlinkat(dir, name, flags)
        .map_err(|errno| Error { fd: dir, ..failed_at(path, errno, Tag::unlink) })
}

/// Gives the file at `from` the name `to`, in place of what is there.
///
/// # Errors
///
/// Those of `rename(2)`.
pub fn rename(from: &ZStr, to: &ZStr) -> Maybe<()> {
    renameat(Fd::cwd(), from, Fd::cwd(), to)
}

/// Gives the file at `from` below `from_dir` the name `to` below `to_dir`, in place of what is
/// there.
///
/// # Errors
///
/// Those of `renameat(2)`.
pub fn renameat(from_dir: impl AsFd, from: &ZStr, to_dir: impl AsFd, to: &ZStr) -> Maybe<()> {
    let (from, to) = (as_cstr(from, Tag::rename)?, as_cstr(to, Tag::rename)?);
    imp::renameat(from_dir.as_fd(), from, to_dir.as_fd(), to)
        .map_err(|errno| Error::from_code(errno, Tag::rename))
}

/// Like [`renameat`], with a choice of what happens to what is there.
///
/// # Errors
///
/// Those of `renameat2(2)`.
pub fn renameat2(
    from_dir: Fd,
    from: &ZStr,
    to_dir: Fd,
    to: &ZStr,
    flags: Renameat2Flags,
) -> Maybe<()> {
    let (from, to) = (as_cstr(from, Tag::rename)?, as_cstr(to, Tag::rename)?);
    imp::renameat2(from_dir, from, to_dir, to, flags)
        .map_err(|errno| Error::from_code(errno, Tag::rename))
}

/// Makes a symbolic link at `path` that says `target`.
///
/// # Errors
///
/// Those of `symlink(2)`.
pub fn symlink(target: &ZStr, path: &ZStr) -> Maybe<()> {
    let (target, path) = (as_cstr(target, Tag::symlink)?, as_cstr(path, Tag::symlink)?);
    imp::symlinkat(target, Fd::cwd(), path).map_err(|errno| Error::from_code(errno, Tag::symlink))
}

/// Makes a symbolic link at `path` below `dir` that says `target`.
///
/// # Errors
///
/// Those of `symlinkat(2)`, with the descriptor.
pub fn symlinkat(target: &ZStr, dir: impl AsFd, path: &ZStr) -> Maybe<()> {
    let fd = dir.as_fd();
    let (target, path) = (as_cstr(target, Tag::symlinkat)?, as_cstr(path, Tag::symlinkat)?);
    imp::symlinkat(target, fd, path)
        .map_err(|errno| Error { fd, ..Error::from_code(errno, Tag::symlinkat) })
}

/// Gives the file at `from` a second name `to`.
///
/// # Errors
///
/// Those of `link(2)`, with both paths.
pub fn link(from: &ZStr, to: &ZStr) -> Maybe<()> {
    linkat(Fd::cwd(), from, Fd::cwd(), to)
}

/// Gives the file at `from` below `from_dir` a second name `to` below `to_dir`.
///
/// # Errors
///
/// Those of `linkat(2)`, with both paths.
pub fn linkat(from_dir: impl AsFd, from: &ZStr, to_dir: impl AsFd, to: &ZStr) -> Maybe<()> {
    let (source, target) = (as_cstr(from, Tag::link)?, as_cstr(to, Tag::link)?);
    imp::linkat(from_dir.as_fd(), source, to_dir.as_fd(), target, 0).map_err(|errno| {
        Error::from_code(errno, Tag::link).with_path_dest(from.as_bytes(), to.as_bytes())
    })
}

/// Reads what the symbolic link at `path` says into `buf`, and a NUL behind it. Returns its length
/// without the NUL.
///
/// # Errors
///
/// Those of `readlink(2)`, with `path`; `ENAMETOOLONG` when `buf` has no room for it and the NUL.
pub fn readlink(path: &ZStr, buf: &mut [u8]) -> Maybe<usize> {
    let name = as_cstr(path, Tag::readlink)?;
    imp::readlinkat(Fd::cwd(), name, buf)
        .and_then(|len| terminate(buf, len))
        .map_err(|errno| failed_at(path, errno, Tag::readlink))
}

/// Like [`readlink`], for a link at `path` below `dir`.
///
/// # Errors
///
/// Those of [`readlink`], with the descriptor and `path`.
pub fn readlinkat(dir: impl AsFd, path: &ZStr, buf: &mut [u8]) -> Maybe<usize> {
    let fd = dir.as_fd();
    let name = as_cstr(path, Tag::readlink)?;
    imp::readlinkat(fd, name, buf)
        .and_then(|len| terminate(buf, len))
        .map_err(|errno| Error { fd, ..failed_at(path, errno, Tag::readlink) })
}

/// Writes a NUL behind the first `len` bytes; a buffer that is full may hold a part only.
pub(crate) fn terminate(buf: &mut [u8], len: usize) -> Result<usize, SystemErrno> {
    *buf.get_mut(len).ok_or(SystemErrno::ENAMETOOLONG)? = 0;
    Ok(len)
}

#[cold]
fn failed_at(path: &ZStr, errno: SystemErrno, tag: Tag) -> Error {
    Error::from_code(errno, tag).with_path(path.as_bytes())
}
