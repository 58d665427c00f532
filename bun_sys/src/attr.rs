//! What files carry beside their content: permissions, owners, times, length, position.

use bun_str::ZStr;

use crate::backend::imp;
use crate::path_arg::as_cstr;
use crate::{AsFd, Error, Fd, Maybe, Mode, SystemErrno, Tag};

/// A time to give to a file, since 1970. `nsec` may also be [`NOW`](Self::NOW) or
/// [`OMIT`](Self::OMIT).
///
/// Zig: `bun.jsc.Node.TimeLike`.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct TimeLike {
    /// Seconds; negative before 1970.
    pub sec: i64,
    /// Nanoseconds after that, below 10⁹.
    pub nsec: i64,
}

/// Sets the permissions of the open file `fd`.
///
/// # Errors
///
/// Those of `fchmod(2)`, with `fd`.
pub fn fchmod(fd: Fd, mode: Mode) -> Maybe<()> {
    imp::fchmod(fd, mode).map_err(|errno| failed(fd, errno, Tag::fchmod))
}

/// Sets the permissions of the file at `path`.
///
/// # Errors
///
/// Those of `chmod(2)`; `EINVAL` when `path` has an embedded NUL.
pub fn chmod(path: &ZStr, mode: Mode) -> Maybe<()> {
    let name = as_cstr(path, Tag::chmod)?;
    imp::fchmodat(Fd::cwd(), name, mode, true).map_err(|errno| failed_at(path, errno, Tag::chmod))
}

/// Sets the permissions of the file at `path` below `dir`.
///
/// # Errors
///
/// Those of `fchmodat(2)`, with the descriptor.
pub fn fchmodat(dir: impl AsFd, path: &ZStr, mode: Mode, flags: i32) -> Maybe<()> {
    let fd = dir.as_fd();
    let name = as_cstr(path, Tag::fchmodat)?;
    let follow = flags & imp::flags::AT_SYMLINK_NOFOLLOW == 0;
    imp::fchmodat(fd, name, mode, follow).map_err(|errno| failed(fd, errno, Tag::fchmodat))
}

/// Gives the open file `fd` another owner and group; `u32::MAX` leaves either alone.
///
/// # Errors
///
/// Those of `fchown(2)`, with `fd`.
pub fn fchown(fd: Fd, uid: u32, gid: u32) -> Maybe<()> {
    imp::fchown(fd, uid, gid).map_err(|errno| failed(fd, errno, Tag::fchown))
}

/// Cuts or extends the open file `fd` to `len` bytes; what is added reads as zeros.
///
/// # Errors
///
/// Those of `ftruncate(2)`, with `fd`.
pub fn ftruncate(fd: Fd, len: i64) -> Maybe<()> {
    imp::ftruncate(fd, len).map_err(|errno| failed(fd, errno, Tag::ftruncate))
}

/// Moves the position of `fd` to `offset` from what `whence` says, and returns it.
///
/// # Errors
///
/// Those of `lseek(2)`, with `fd`.
pub fn lseek(fd: Fd, offset: i64, whence: i32) -> Maybe<i64> {
    imp::lseek(fd, offset, whence).map_err(|errno| failed(fd, errno, Tag::lseek))
}

/// Waits until the content of `fd` and what is known of it are on the device.
///
/// # Errors
///
/// Those of `fsync(2)`, with `fd`.
pub fn fsync(fd: Fd) -> Maybe<()> {
    imp::fsync(fd).map_err(|errno| failed(fd, errno, Tag::fsync))
}

/// Like [`fsync`], without what is not needed to read the content.
///
/// # Errors
///
/// Those of `fdatasync(2)`, with `fd`.
pub fn fdatasync(fd: Fd) -> Maybe<()> {
    imp::fdatasync(fd).map_err(|errno| failed(fd, errno, Tag::fdatasync))
}

/// Sets when the open file `fd` was last read and changed.
///
/// # Errors
///
/// Those of `futimens(2)`, with `fd`.
pub fn futimens(fd: Fd, atime: TimeLike, mtime: TimeLike) -> Maybe<()> {
    imp::futimens(fd, atime, mtime).map_err(|errno| failed(fd, errno, Tag::futimens))
}

/// Sets when the file at `path` was last read and changed.
///
/// # Errors
///
/// Those of `utimensat(2)`, with `path`.
pub fn utimens(path: &ZStr, atime: TimeLike, mtime: TimeLike) -> Maybe<()> {
    let name = as_cstr(path, Tag::utimensat)?;
    imp::utimensat(Fd::cwd(), name, atime, mtime, true)
        .map_err(|errno| failed_at(path, errno, Tag::utimensat))
}

#[cold]
fn failed(fd: Fd, errno: SystemErrno, tag: Tag) -> Error {
    Error { fd, ..Error::from_code(errno, tag) }
}

#[cold]
fn failed_at(path: &ZStr, errno: SystemErrno, tag: Tag) -> Error {
    Error::from_code(errno, tag).with_path(path.as_bytes())
}
