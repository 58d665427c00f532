//! Names of files: linking, following, moving and removing them.
//!
//! # Examples
//!
//! ```
//! use bun_str::ZBox;
//! use bun_sys::{SystemErrno, link, mkdir, readlink, rename, rmdir, symlink, unlink};
//!
//! # let base = std::env::temp_dir().join(format!("bun_sys-link-{}", std::process::id()));
//! # let at = |name: &str| ZBox::from_bytes(base.join(name).to_str().unwrap());
//! # mkdir(&at(""), 0o700)?;
//! symlink(&at("nowhere"), &at("a"))?;
//! rename(&at("a"), &at("b"))?;
//! let mut buf = [0; 4096];
//! let len = readlink(&at("b"), &mut buf)?;
//! assert_eq!(&buf[..len], at("nowhere").as_bytes());
//! assert_eq!(link(&at("nowhere"), &at("c")).unwrap_err().get_errno(), SystemErrno::ENOENT);
//! unlink(&at("b"))?;
//! # rmdir(&at(""))?;
//! # Ok::<(), bun_sys::Error>(())
//! ```

use core::sync::atomic::{AtomicBool, Ordering::Relaxed};

use bun_str::ZStr;

use crate::backend::imp;
use crate::failure::{bare, on_fd, on_fd_path, on_path, on_paths};
use crate::path_arg::{as_cstr, with_zstr};
use crate::{AsFd, Fd, Maybe, SystemErrno, Tag};

/// For [`unlinkat_with_flags`]: remove an empty directory.
pub const AT_REMOVEDIR: i32 = imp::flags::AT_REMOVEDIR;

/// For calls with flags: do not follow a symbolic link.
pub const AT_SYMLINK_NOFOLLOW: i32 = imp::flags::AT_SYMLINK_NOFOLLOW;

/// For calls with flags: follow a symbolic link, where they do not by themselves.
pub const AT_SYMLINK_FOLLOW: i32 = imp::flags::AT_SYMLINK_FOLLOW;

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
/// Those of `unlink(2)`, with `path`: `ENOENT`, `EISDIR` (macOS: `EPERM`), `EACCES`, `EROFS`.
pub fn unlink(path: &ZStr) -> Maybe<()> {
    let name = as_cstr(path, Tag::unlink)?;
    imp::unlinkat(Fd::cwd(), name, 0).map_err(on_path(path, Tag::unlink))
}

/// Like [`unlink`], for a path without a terminator.
///
/// # Errors
///
/// Those of [`unlink`]; `ENAMETOOLONG` when `path` is too long for any path.
pub fn unlink_a(path: &[u8]) -> Maybe<()> {
    with_zstr(path, Tag::unlink, unlink)
}

/// Removes the name at `path` below `dir`, which is not a directory.
///
/// # Errors
///
/// Those of `unlinkat(2)`, with the descriptor and `path`.
pub fn unlinkat(dir: impl AsFd, path: &ZStr) -> Maybe<()> {
    unlinkat_with_flags(dir.as_fd(), path, 0)
}

/// Like [`unlinkat`], for a path without a terminator.
///
/// # Errors
///
/// Those of [`unlinkat`]; `ENAMETOOLONG` when `path` is too long for any path.
#[doc(alias = "unlinkatA")]
pub fn unlinkat_a(dir: impl AsFd, path: &[u8]) -> Maybe<()> {
    with_zstr(path, Tag::unlink, |path| unlinkat(dir, path))
}

/// Removes the name at `path` below `dir`: a directory with [`AT_REMOVEDIR`], else anything else.
///
/// Zig: `bun.sys.unlinkatWithFlags`.
///
/// # Errors
///
/// Those of `unlinkat(2)`, with the descriptor and `path`.
#[doc(alias = "unlinkatWithFlags")]
pub fn unlinkat_with_flags(dir: Fd, path: &ZStr, flags: i32) -> Maybe<()> {
    let name = as_cstr(path, Tag::unlink)?;
    imp::unlinkat(dir, name, flags).map_err(on_fd_path(dir, path, Tag::unlink))
}

/// Gives the file at `from` the name `to`, in place of what is there.
///
/// # Errors
///
/// Those of `rename(2)`: `ENOENT`, `EXDEV`, `ENOTEMPTY`, `EISDIR`, `ENOTDIR`.
pub fn rename(from: &ZStr, to: &ZStr) -> Maybe<()> {
    renameat(Fd::cwd(), from, Fd::cwd(), to)
}

/// Gives the file at `from` below `from_dir` the name `to` below `to_dir`, in place of what is
/// there.
///
/// # Errors
///
/// Those of `renameat(2)`, as for [`rename`].
pub fn renameat(from_dir: impl AsFd, from: &ZStr, to_dir: impl AsFd, to: &ZStr) -> Maybe<()> {
    let (from, to) = (as_cstr(from, Tag::rename)?, as_cstr(to, Tag::rename)?);
    imp::renameat(from_dir.as_fd(), from, to_dir.as_fd(), to).map_err(bare(Tag::rename))
}

/// Forwards to [`renameat`].
///
/// # Errors
///
/// Those of [`renameat`].
pub fn renameat_z(from_dir: impl AsFd, from: &ZStr, to_dir: impl AsFd, to: &ZStr) -> Maybe<()> {
    renameat(from_dir, from, to_dir, to)
}

/// Like [`renameat`], for paths without terminators.
///
/// # Errors
///
/// Those of [`renameat`]; `ENAMETOOLONG` when a path is too long for any path.
pub fn renameat_a(from_dir: Fd, from: &[u8], to_dir: Fd, to: &[u8]) -> Maybe<()> {
    with_zstr(from, Tag::rename, |from| {
        with_zstr(to, Tag::rename, |to| renameat(from_dir, from, to_dir, to))
    })
}

/// Like [`renameat`], with a choice of what happens to what is there.
///
/// # Errors
///
/// Those of `renameat2(2)` on Linux and `renameatx_np(2)` on macOS: `EINVAL` when the file system
/// cannot, `EEXIST` with `exclude`, `ENOENT` with `exchange`. Windows
/// exchanges nothing: `ENOTSUP`.
pub fn renameat2(
    from_dir: Fd,
    from: &ZStr,
    to_dir: Fd,
    to: &ZStr,
    flags: Renameat2Flags,
) -> Maybe<()> {
    let (from, to) = (as_cstr(from, Tag::rename)?, as_cstr(to, Tag::rename)?);
    imp::renameat2(from_dir, from, to_dir, to, flags).map_err(bare(Tag::rename))
}

/// Makes a symbolic link at `path` that says `target`.
///
/// # Errors
///
/// Those of `symlink(2)`: `EEXIST`, `ENOENT` when the directory is missing.
pub fn symlink(target: &ZStr, path: &ZStr) -> Maybe<()> {
    let (target, path) = (as_cstr(target, Tag::symlink)?, as_cstr(path, Tag::symlink)?);
    imp::symlinkat(target, Fd::cwd(), path).map_err(bare(Tag::symlink))
}

/// Makes a symbolic link at `path` below `dir` that says `target`.
///
/// # Errors
///
/// Those of `symlinkat(2)`, with the descriptor.
pub fn symlinkat(target: &ZStr, dir: impl AsFd, path: &ZStr) -> Maybe<()> {
    let fd = dir.as_fd();
    let (target, path) = (as_cstr(target, Tag::symlinkat)?, as_cstr(path, Tag::symlinkat)?);
    imp::symlinkat(target, fd, path).map_err(on_fd(fd, Tag::symlinkat))
}

/// Like [`symlink`], in place of a program at `path` that is running: it is removed first.
///
/// Zig: `bun.sys.symlinkRunningExecutable`.
///
/// # Errors
///
/// Those of [`symlink`].
#[doc(alias = "symlinkRunningExecutable")]
pub fn symlink_running_executable(target: &ZStr, path: &ZStr) -> Maybe<()> {
    match symlink(target, path) {
        Err(error) if matches!(error.get_errno(), SystemErrno::EBUSY | SystemErrno::ETXTBSY) => {
            // The second attempt says what is still wrong.
            let _ = unlink(path);
            symlink(target, path)
        }
        done => done,
    }
}

/// Gives the file at `from` a second name `to`.
///
/// # Errors
///
/// Those of `link(2)`, with both paths: `EEXIST`, `EXDEV`, `EPERM` for directories, `EMLINK`. Not
/// repeated after `EINTR`.
pub fn link(from: &ZStr, to: &ZStr) -> Maybe<()> {
    linkat(Fd::cwd(), from, Fd::cwd(), to)
}

/// Gives the file at `from` below `from_dir` a second name `to` below `to_dir`. A symbolic link
/// is not followed, but gets the second name itself.
///
/// # Errors
///
/// Those of `linkat(2)`, with both paths, as for [`link`].
pub fn linkat(from_dir: impl AsFd, from: &ZStr, to_dir: impl AsFd, to: &ZStr) -> Maybe<()> {
    let (source, target) = (as_cstr(from, Tag::link)?, as_cstr(to, Tag::link)?);
    imp::linkat(from_dir.as_fd(), source, to_dir.as_fd(), target, 0).map_err(on_paths(
        from,
        to,
        Tag::link,
    ))
}

/// Whether naming a file by its descriptor was refused: it takes a privilege.
static EMPTY_PATH_REFUSED: AtomicBool = AtomicBool::new(false);

/// How kernels and sandboxes refuse it.
const REFUSALS: [SystemErrno; 5] = [
    SystemErrno::ENOENT,
    SystemErrno::EPERM,
    SystemErrno::EISDIR,
    SystemErrno::ENOTSUP,
    SystemErrno::EINVAL,
];

/// Gives the file `file` that has no name ([`O::TMPFILE`](crate::O::TMPFILE)) the name `path`
/// below `dir`. On Linux only.
///
/// Zig: `bun.sys.linkatTmpfile`.
///
/// # Errors
///
/// Those of `linkat(2)`, with the directory and `path`: `EEXIST`; `ENOTSUP` elsewhere.
#[doc(alias = "linkatTmpfile")]
pub fn linkat_tmpfile(file: Fd, dir: Fd, path: &ZStr) -> Maybe<()> {
    let name = as_cstr(path, Tag::link)?;
    let mut by_number = EMPTY_PATH_REFUSED.load(Relaxed);
    let mut done = imp::link_tmpfile(file, dir, name, by_number);
    if !by_number && matches!(done, Err(errno) if REFUSALS.contains(&errno)) {
        EMPTY_PATH_REFUSED.store(true, Relaxed);
        by_number = true;
        done = imp::link_tmpfile(file, dir, name, by_number);
    }
    done.map_err(on_fd_path(dir, path, Tag::link))
}

/// Reads what the symbolic link at `path` says into `buf`, and a NUL behind it. Returns its length
/// without the NUL.
///
/// # Errors
///
/// Those of `readlink(2)`, with `path`: `EINVAL` when it is no link; `ENAMETOOLONG` when `buf` has
/// no room for it and the NUL.
pub fn readlink(path: &ZStr, buf: &mut [u8]) -> Maybe<usize> {
    let name = as_cstr(path, Tag::readlink)?;
    imp::readlinkat(Fd::cwd(), name, buf)
        .and_then(|len| terminate(buf, len))
        .map_err(on_path(path, Tag::readlink))
}

/// Like [`readlink`], for a link at `path` below `dir`.
///
/// # Errors
///
/// Those of [`readlink`], with the descriptor and `path`.
pub fn readlinkat(dir: impl AsFd, path: &ZStr, buf: &mut [u8]) -> Maybe<usize> {
    let fd = dir.as_fd();
    let name = as_cstr(path, Tag::readlink)?;
    imp::readlinkat(fd, name, buf).and_then(|len| terminate(buf, len)).map_err(on_fd_path(
        fd,
        path,
        Tag::readlink,
    ))
}

/// Writes a NUL behind the first `len` bytes; a buffer that is full may hold a part only.
pub(crate) fn terminate(buf: &mut [u8], len: usize) -> Result<usize, SystemErrno> {
    *buf.get_mut(len).ok_or(SystemErrno::ENAMETOOLONG)? = 0;
    Ok(len)
}
