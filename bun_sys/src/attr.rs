//! What files carry beside their content: permissions, owners, times, length, position.
//!
//! # Examples
//!
//! ```
//! use bun_str::zstr;
//! use bun_sys::{
//!     MemfdFlags, OwnedFd, TimeLike, fchmod, fstat, fsync, ftruncate, futimens, lseek,
//!     memfd_create, stat_mtime, write,
//! };
//!
//! # if !bun_sys::can_use_memfd() { return Ok(()); }
//! let file = OwnedFd::new(memfd_create(c"example", MemfdFlags::NonExecutable)?);
//! let fd = file.fd();
//! write(fd, b"twelve bytes")?;
//! assert_eq!(lseek(fd, -5, bun_sys::SEEK::CUR)?, 7);
//! ftruncate(fd, 4)?;
//! fchmod(fd, 0o600)?;
//! futimens(fd, TimeLike::NOW, TimeLike { sec: 1, nsec: 0 })?;
//! fsync(fd)?;
//! let stat = fstat(fd)?;
//! assert_eq!((stat.size(), stat.mode() & 0o777, stat_mtime(&stat).sec), (4, 0o600, 1));
//! # Ok::<(), bun_sys::Error>(())
//! ```

use bun_core::Error as NamedError;
use bun_str::ZStr;

use crate::backend::imp;
use crate::failure::{on_fd, on_fd_path, on_path};
use crate::path_arg::as_cstr;
use crate::{AsFd, Fd, Maybe, Mode, RawFd, Tag};

/// A time to give to a file, since 1970.
///
/// Zig: `bun.jsc.Node.TimeLike`.
///
/// # Examples
///
/// ```
/// use bun_sys::TimeLike;
///
/// assert_ne!(TimeLike::NOW.nsec, TimeLike::OMIT.nsec);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct TimeLike {
    /// Seconds; negative before 1970.
    pub sec: i64,
    /// Nanoseconds after that, below 10⁹.
    pub nsec: i64,
}

impl TimeLike {
    /// The time of the call.
    pub const NOW: Self = Self { sec: 0, nsec: imp::flags::UTIME_NOW };
    /// The time that the file has.
    pub const OMIT: Self = Self { sec: 0, nsec: imp::flags::UTIME_OMIT };
}

/// Where [`lseek`] counts from.
///
/// Zig: `std.posix.SEEK`.
pub mod SEEK {
    /// From the start.
    pub const SET: i32 = 0;
    /// From the position.
    pub const CUR: i32 = 1;
    /// From the end.
    pub const END: i32 = 2;
}

/// Sets the permissions of the open file `fd`.
///
/// # Errors
///
/// Those of `fchmod(2)`, with `fd`: `EBADF`, `EPERM`, `EROFS`.
pub fn fchmod(fd: Fd, mode: Mode) -> Maybe<()> {
    imp::fchmod(fd, mode).map_err(on_fd(fd, Tag::fchmod))
}

/// Sets the permissions of the file at `path`; symbolic links are followed.
///
/// # Errors
///
/// Those of `chmod(2)`, with `path`: `ENOENT`, `EPERM`, `EROFS`.
pub fn chmod(path: &ZStr, mode: Mode) -> Maybe<()> {
    let name = as_cstr(path, Tag::chmod)?;
    imp::fchmodat(Fd::cwd(), name, mode, true).map_err(on_path(path, Tag::chmod))
}

/// Sets the permissions of the file at `path`, or of the symbolic link itself.
///
/// # Errors
///
/// Those of `lchmod(2)`, with `path`. Linux has none and answers `ENOTSUP`.
pub fn lchmod(path: &ZStr, mode: Mode) -> Maybe<()> {
    let name = as_cstr(path, Tag::lchmod)?;
    imp::fchmodat(Fd::cwd(), name, mode, false).map_err(on_path(path, Tag::lchmod))
}

/// Sets the permissions of the file at `path` below `dir`. `flags` is 0 or
/// [`AT_SYMLINK_NOFOLLOW`](crate::AT_SYMLINK_NOFOLLOW).
///
/// # Errors
///
/// Those of `fchmodat(2)`, with the descriptor. Linux does not change links: `ENOTSUP`.
pub fn fchmodat(dir: impl AsFd, path: &ZStr, mode: Mode, flags: i32) -> Maybe<()> {
    let fd = dir.as_fd();
    let name = as_cstr(path, Tag::fchmodat)?;
    let follow = flags & imp::flags::AT_SYMLINK_NOFOLLOW == 0;
    imp::fchmodat(fd, name, mode, follow).map_err(on_fd(fd, Tag::fchmodat))
}

/// Gives the open file `fd` another owner and group; `u32::MAX` leaves either alone.
///
/// # Errors
///
/// Those of `fchown(2)`, with `fd`: `EPERM`.
pub fn fchown(fd: Fd, uid: u32, gid: u32) -> Maybe<()> {
    imp::fchown(fd, uid, gid).map_err(on_fd(fd, Tag::fchown))
}

/// Gives the file at `path` another owner and group; `u32::MAX` leaves either alone.
///
/// # Errors
///
/// Those of `chown(2)`, with `path`: `EPERM`, `ENOENT`.
pub fn chown(path: &ZStr, uid: u32, gid: u32) -> Maybe<()> {
    let name = as_cstr(path, Tag::chown)?;
    imp::fchownat(Fd::cwd(), name, uid, gid, true).map_err(on_path(path, Tag::chown))
}

/// Like [`chown`], for a symbolic link itself.
///
/// # Errors
///
/// Those of `lchown(2)`, with `path`: `EPERM`, `ENOENT`.
pub fn lchown(path: &ZStr, uid: u32, gid: u32) -> Maybe<()> {
    let name = as_cstr(path, Tag::lchown)?;
    imp::fchownat(Fd::cwd(), name, uid, gid, false).map_err(on_path(path, Tag::lchown))
}

/// Cuts or extends the open file `fd` to `len` bytes; what is added reads as zeros.
///
/// # Errors
///
/// Those of `ftruncate(2)`, with `fd`: `EINVAL` for a negative `len` and for what is no file.
pub fn ftruncate(fd: Fd, len: i64) -> Maybe<()> {
    imp::ftruncate(fd, len).map_err(on_fd(fd, Tag::ftruncate))
}

/// Moves the position of `fd` to `offset` from where `whence` of [`SEEK`] says, and returns it.
///
/// # Errors
///
/// Those of `lseek(2)`, with `fd`: `ESPIPE`, `EINVAL` when it would be before the start.
pub fn lseek(fd: Fd, offset: i64, whence: i32) -> Maybe<i64> {
    imp::lseek(fd, offset, whence).map_err(on_fd(fd, Tag::lseek))
}

/// Moves the position of `fd` to `offset` from the start.
///
/// Zig: `bun.sys.setFileOffset`.
///
/// # Errors
///
/// Those of [`lseek`]; `EINVAL` when `offset` does not fit the system's.
#[doc(alias = "setFileOffset")]
pub fn set_file_offset(fd: Fd, offset: u64) -> Maybe<()> {
    // What does not fit becomes negative, which the system refuses.
    lseek(fd, offset.cast_signed(), SEEK::SET).map(drop)
}

/// Waits until the content of `fd` and what is known of it are on the device.
///
/// # Errors
///
/// Those of `fsync(2)`, with `fd`: `EIO`, `ENOSPC`, `EINVAL` for what has no device.
pub fn fsync(fd: Fd) -> Maybe<()> {
    imp::fsync(fd).map_err(on_fd(fd, Tag::fsync))
}

/// Like [`fsync`], without what is not needed to read the content.
///
/// # Errors
///
/// Those of `fdatasync(2)`, with `fd`.
pub fn fdatasync(fd: Fd) -> Maybe<()> {
    imp::fdatasync(fd).map_err(on_fd(fd, Tag::fdatasync))
}

/// Sets when the open file `fd` was last read and changed.
///
/// # Errors
///
/// Those of `futimens(2)`, with `fd`: `EINVAL` when a `nsec` is out of range.
pub fn futimens(fd: Fd, atime: TimeLike, mtime: TimeLike) -> Maybe<()> {
    imp::futimens(fd, atime, mtime).map_err(on_fd(fd, Tag::futimens))
}

/// Sets when the file at `path` was last read and changed; symbolic links are followed.
///
/// # Errors
///
/// Those of `utimensat(2)`, with `path`: `EINVAL` when a `nsec` is out of range.
pub fn utimens(path: &ZStr, atime: TimeLike, mtime: TimeLike) -> Maybe<()> {
    utimens_at(Fd::cwd(), path, [atime, mtime], 0)
}

/// Like [`utimens`], for a symbolic link itself.
///
/// # Errors
///
/// Those of `utimensat(2)`, with `path`.
pub fn lutimens(path: &ZStr, atime: TimeLike, mtime: TimeLike) -> Maybe<()> {
    utimens_at(Fd::cwd(), path, [atime, mtime], imp::flags::AT_SYMLINK_NOFOLLOW)
}

/// Like [`utimens`], below `dir`; `flags` is 0 or
/// [`AT_SYMLINK_NOFOLLOW`](crate::AT_SYMLINK_NOFOLLOW).
///
/// # Errors
///
/// Those of `utimensat(2)`, with the descriptor and `path`.
pub fn utimens_at(dir: impl AsFd, path: &ZStr, times: [TimeLike; 2], flags: i32) -> Maybe<()> {
    let dir = dir.as_fd();
    let name = as_cstr(path, Tag::utimensat)?;
    let follow = flags & imp::flags::AT_SYMLINK_NOFOLLOW == 0;
    let fd = if dir == Fd::cwd() { Fd::INVALID } else { dir };
    imp::utimensat(dir, name, times[0], times[1], follow).map_err(on_fd_path(
        fd,
        path,
        Tag::utimensat,
    ))
}

/// How much room [`preallocate_file`] is asked for at least, in bytes.
pub const PREALLOCATE_LENGTH: usize = 2 << 20;

/// Whether [`preallocate_file`] does anything.
pub const PREALLOCATE_SUPPORTED: bool = imp::PREALLOCATES;

/// Reserves room for `len` bytes of the file at `offset`, which grows into it. A hint: what the
/// system answers is ignored.
///
/// Zig: `bun.sys.preallocate_file`.
///
/// # Errors
///
/// None.
pub fn preallocate_file(fd: RawFd, offset: i64, len: i64) -> Result<(), NamedError> {
    // Writing will say what is wrong.
    let _ = imp::fallocate(Fd::from_native(imp::fd::from_native(fd)), offset, len);
    Ok(())
}

/// Sets the permissions that new files do not get, and returns what they were.
///
/// `umask(2)`, which cannot fail. The mask belongs to the whole process.
pub fn umask(mode: Mode) -> Mode {
    imp::umask(mode)
}
