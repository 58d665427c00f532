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

/// Where [`lseek`] counts from. Linux and macOS have more (`SEEK_DATA`, `SEEK_HOLE`), which may be
/// passed as numbers.
///
/// Zig: `std.posix.SEEK`.
///
/// # Examples
///
/// ```
/// use bun_sys::SEEK;
///
/// assert_eq!([SEEK::SET, SEEK::CUR, SEEK::END], [0, 1, 2]);
/// ```
pub mod SEEK {
    /// From the start.
    pub const SET: i32 = 0;
    /// From the position.
    pub const CUR: i32 = 1;
    /// From the end.
    pub const END: i32 = 2;
}

/// Sets the permissions of the open file `fd` (`fchmod(2)`).
///
/// # Platforms
///
/// Windows has one permission, to write, which is 0200 of `mode` (`FileBasicInformation`); the
/// others are ignored. macOS takes 16 bits of `mode`.
///
/// # Errors
///
/// With `fd`:
/// - `EBADF`: it is not open, or open with [`O::PATH`](crate::O::PATH);
/// - `EPERM`: this user does not own the file;
/// - `EROFS`: the file system is read-only.
///
/// # Examples
///
/// ```
/// use bun_sys::{MemfdFlags, OwnedFd, fchmod, fstat, memfd_create};
///
/// # if !bun_sys::can_use_memfd() { return Ok(()); }
/// let file = OwnedFd::new(memfd_create(c"example", MemfdFlags::NonExecutable)?);
/// fchmod(file.fd(), 0o640)?;
/// assert_eq!(fstat(file.fd())?.mode() & 0o777, 0o640);
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn fchmod(fd: Fd, mode: Mode) -> Maybe<()> {
    imp::fchmod(fd, mode).map_err(on_fd(fd, Tag::fchmod))
}

/// Sets the permissions of the file at `path`; symbolic links are followed (`fchmodat(2)`).
///
/// # Platforms
///
/// As for [`fchmod`].
///
/// # Errors
///
/// With `path`: `ENOENT` when there is nothing or a link leads nowhere, `ENOTDIR` and `EACCES` on
/// the way, `ELOOP` for links in a circle; otherwise those of [`fchmod`]. `EINVAL` when `path` has
/// an embedded NUL.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{SystemErrno, chmod};
///
/// let error = chmod(zstr!("/no/such/file"), 0o600).unwrap_err();
/// assert_eq!(error.get_errno(), SystemErrno::ENOENT);
/// assert_eq!(&*error.path, b"/no/such/file");
/// ```
pub fn chmod(path: &ZStr, mode: Mode) -> Maybe<()> {
    let name = as_cstr(path, Tag::chmod)?;
    imp::fchmodat(Fd::cwd(), name, mode, true).map_err(on_path(path, Tag::chmod))
}

/// Sets the permissions of the file at `path`, or of the symbolic link itself (`lchmod(2)`).
///
/// # Platforms
///
/// macOS and Windows. Linux gives links no permissions: `ENOTSUP`, whatever is at `path`.
///
/// # Errors
///
/// Those of [`chmod`], with `path`.
pub fn lchmod(path: &ZStr, mode: Mode) -> Maybe<()> {
    let name = as_cstr(path, Tag::lchmod)?;
    imp::fchmodat(Fd::cwd(), name, mode, false).map_err(on_path(path, Tag::lchmod))
}

/// Sets the permissions of the file at `path` below `dir` (`fchmodat(2)`). `flags` is 0 or
/// [`AT_SYMLINK_NOFOLLOW`](crate::AT_SYMLINK_NOFOLLOW); other bits are ignored.
///
/// # Platforms
///
/// As for [`fchmod`]. Linux does not change links: `AT_SYMLINK_NOFOLLOW` is `ENOTSUP` there.
///
/// # Errors
///
/// Those of [`chmod`], with the descriptor instead of the path; `EBADF` when `dir` is not open.
pub fn fchmodat(dir: impl AsFd, path: &ZStr, mode: Mode, flags: i32) -> Maybe<()> {
    let fd = dir.as_fd();
    let name = as_cstr(path, Tag::fchmodat)?;
    let follow = flags & imp::flags::AT_SYMLINK_NOFOLLOW == 0;
    imp::fchmodat(fd, name, mode, follow).map_err(on_fd(fd, Tag::fchmodat))
}

/// Gives the open file `fd` another owner and group (`fchown(2)`); `u32::MAX` leaves either alone.
/// The set-user-id bit of a program goes.
///
/// # Platforms
///
/// Windows has no owners by number: nothing changes, as in libuv.
///
/// # Errors
///
/// With `fd`: `EPERM` when this user may not, which usually only root may; `EROFS`; `EBADF` when it
/// is not open.
///
/// # Examples
///
/// ```
/// use bun_sys::{MemfdFlags, OwnedFd, PosixStat, fchown, fstat, memfd_create};
///
/// # if !bun_sys::can_use_memfd() { return Ok(()); }
/// let file = OwnedFd::new(memfd_create(c"example", MemfdFlags::NonExecutable)?);
/// let before = PosixStat::init(&fstat(file.fd())?);
/// fchown(file.fd(), u32::MAX, u32::MAX)?;
/// let after = PosixStat::init(&fstat(file.fd())?);
/// assert_eq!((after.uid, after.gid), (before.uid, before.gid));
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn fchown(fd: Fd, uid: u32, gid: u32) -> Maybe<()> {
    imp::fchown(fd, uid, gid).map_err(on_fd(fd, Tag::fchown))
}

/// Gives the file at `path` another owner and group (`fchownat(2)`); symbolic links are followed;
/// `u32::MAX` leaves either alone.
///
/// # Platforms
///
/// As for [`fchown`]; Windows still looks for the file.
///
/// # Errors
///
/// With `path`: `ENOENT` when there is nothing, `ENOTDIR` and `EACCES` on the way, `ELOOP` for
/// links in a circle; otherwise those of [`fchown`]. `EINVAL` when `path` has an embedded NUL.
pub fn chown(path: &ZStr, uid: u32, gid: u32) -> Maybe<()> {
    let name = as_cstr(path, Tag::chown)?;
    imp::fchownat(Fd::cwd(), name, uid, gid, true).map_err(on_path(path, Tag::chown))
}

/// Like [`chown`], for a symbolic link itself (`fchownat(2)` with `AT_SYMLINK_NOFOLLOW`).
///
/// # Errors
///
/// Those of [`chown`], with `path`.
pub fn lchown(path: &ZStr, uid: u32, gid: u32) -> Maybe<()> {
    let name = as_cstr(path, Tag::lchown)?;
    imp::fchownat(Fd::cwd(), name, uid, gid, false).map_err(on_path(path, Tag::lchown))
}

/// Cuts or extends the open file `fd` to `len` bytes (`ftruncate(2)`); what is added reads as
/// zeros. The position stays.
///
/// # Platforms
///
/// Windows: `FileEndOfFileInformation`.
///
/// # Errors
///
/// With `fd`:
/// - `EINVAL`: `len` is negative, or `fd` is no regular file or not open for writing (Windows:
///   `EPERM` for the latter);
/// - `EFBIG`: `len` is more than the file system or the process's limit allows;
/// - `EBADF`: it is not open; `EPERM`: the file is sealed or append-only.
///
/// # Examples
///
/// ```
/// use bun_sys::{MemfdFlags, OwnedFd, SystemErrno, fstat, ftruncate, memfd_create};
///
/// # if !bun_sys::can_use_memfd() { return Ok(()); }
/// let file = OwnedFd::new(memfd_create(c"example", MemfdFlags::NonExecutable)?);
/// ftruncate(file.fd(), 10)?;
/// assert_eq!(fstat(file.fd())?.size(), 10);
/// assert_eq!(ftruncate(file.fd(), -1).unwrap_err().get_errno(), SystemErrno::EINVAL);
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn ftruncate(fd: Fd, len: i64) -> Maybe<()> {
    imp::ftruncate(fd, len).map_err(on_fd(fd, Tag::ftruncate))
}

/// Moves the position of `fd` to `offset` from where `whence` of [`SEEK`] says, and returns it
/// (`lseek(2)`). It may be beyond the end, and belongs to every duplicate of the descriptor.
///
/// # Platforms
///
/// Windows: `SetFilePointerEx`, for the three of [`SEEK`].
///
/// # Errors
///
/// With `fd`: `ESPIPE` for pipes, sockets and terminals, which have no positions; `EINVAL` when it
/// would be before the start or `whence` is none; `EOVERFLOW` when it does not fit; `EBADF` when it
/// is not open.
///
/// # Examples
///
/// ```
/// use bun_sys::{MemfdFlags, OwnedFd, SEEK, SystemErrno, lseek, memfd_create, pipe, write};
///
/// # if !bun_sys::can_use_memfd() { return Ok(()); }
/// let file = OwnedFd::new(memfd_create(c"example", MemfdFlags::NonExecutable)?);
/// write(file.fd(), b"twelve bytes")?;
/// assert_eq!(lseek(file.fd(), -5, SEEK::CUR)?, 7);
/// assert_eq!(lseek(file.fd(), -13, SEEK::END).unwrap_err().get_errno(), SystemErrno::EINVAL);
/// let [reader, _writer] = pipe()?.map(OwnedFd::new);
/// assert_eq!(lseek(reader.fd(), 0, SEEK::CUR).unwrap_err().get_errno(), SystemErrno::ESPIPE);
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn lseek(fd: Fd, offset: i64, whence: i32) -> Maybe<i64> {
    imp::lseek(fd, offset, whence).map_err(on_fd(fd, Tag::lseek))
}

/// Moves the position of `fd` to `offset` from the start ([`lseek`]).
///
/// Zig: `bun.sys.setFileOffset`.
///
/// # Errors
///
/// Those of [`lseek`]; `EINVAL` when `offset` does not fit the system's, which has 63 bits.
#[doc(alias = "setFileOffset")]
pub fn set_file_offset(fd: Fd, offset: u64) -> Maybe<()> {
    // What does not fit becomes negative, which the system refuses.
    lseek(fd, offset.cast_signed(), SEEK::SET).map(drop)
}

/// Waits until the content of `fd`, and what is known of it, are on the device (`fsync(2)`). The
/// name of a new file is known only when its directory was synchronized as well.
///
/// # Platforms
///
/// macOS: on the device means handed to it, not out of its cache; `fcntl` with `F_FULLFSYNC` waits
/// for that. Windows: `FlushFileBuffers`, which wants a handle that may write.
///
/// # Errors
///
/// With `fd`: `EIO` when the device failed: part of the content may be lost; `ENOSPC`, `EDQUOT`
/// when room was missing; `EINVAL` for what has no device, such as a pipe; `EROFS`; `EBADF` when it
/// is not open; on Windows `EPERM` when it may not write.
///
/// # Examples
///
/// ```
/// use bun_sys::{MemfdFlags, OwnedFd, fdatasync, fsync, memfd_create, pipe, write};
///
/// # if !bun_sys::can_use_memfd() { return Ok(()); }
/// let file = OwnedFd::new(memfd_create(c"example", MemfdFlags::NonExecutable)?);
/// write(file.fd(), b"content")?;
/// fdatasync(file.fd())?;
/// fsync(file.fd())?;
/// let [reader, _writer] = pipe()?.map(OwnedFd::new);
/// assert!(fsync(reader.fd()).is_err());
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn fsync(fd: Fd) -> Maybe<()> {
    imp::fsync(fd).map_err(on_fd(fd, Tag::fsync))
}

/// Like [`fsync`], without what is not needed to read the content (`fdatasync(2)`).
///
/// # Platforms
///
/// macOS and Windows do what [`fsync`] does.
///
/// # Errors
///
/// Those of [`fsync`], with `fd`.
pub fn fdatasync(fd: Fd) -> Maybe<()> {
    imp::fdatasync(fd).map_err(on_fd(fd, Tag::fdatasync))
}

/// Sets when the open file `fd` was last read and changed (`futimens(3)`).
///
/// # Platforms
///
/// File systems round the times, FAT to 2 seconds. Windows: `FileBasicInformation`, in steps of 100
/// ns, not before 1601.
///
/// # Errors
///
/// With `fd`: `EINVAL` when a `nsec` is neither below 10⁹ nor that of [`TimeLike::NOW`] or
/// [`TimeLike::OMIT`]; `EPERM` when this user does not own the file, `EACCES` when both are `NOW`
/// and it may not write either; `EROFS`; `EBADF` when it is not open.
///
/// # Examples
///
/// ```
/// use bun_sys::{MemfdFlags, OwnedFd, PosixStat, TimeLike, fstat, futimens, memfd_create};
///
/// # if !bun_sys::can_use_memfd() { return Ok(()); }
/// let file = OwnedFd::new(memfd_create(c"example", MemfdFlags::NonExecutable)?);
/// futimens(file.fd(), TimeLike { sec: -1, nsec: 500 }, TimeLike::OMIT)?;
/// let stat = PosixStat::init(&fstat(file.fd())?);
/// assert_eq!((stat.atim.sec, stat.atim.nsec), (-1, 500));
/// assert!(stat.mtim.sec > 0);
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn futimens(fd: Fd, atime: TimeLike, mtime: TimeLike) -> Maybe<()> {
    imp::futimens(fd, atime, mtime).map_err(on_fd(fd, Tag::futimens))
}

/// Sets when the file at `path` was last read and changed; symbolic links are followed
/// (`utimensat(2)`).
///
/// # Platforms
///
/// As for [`futimens`].
///
/// # Errors
///
/// With `path`: `ENOENT` when there is nothing, `ENOTDIR` and `EACCES` on the way; otherwise those
/// of [`futimens`]. `EINVAL` also when `path` has an embedded NUL.
pub fn utimens(path: &ZStr, atime: TimeLike, mtime: TimeLike) -> Maybe<()> {
    utimens_at(Fd::cwd(), path, [atime, mtime], 0)
}

/// Like [`utimens`], for a symbolic link itself (`utimensat(2)` with `AT_SYMLINK_NOFOLLOW`).
///
/// Zig: `bun.sys.lutimes`.
///
/// # Errors
///
/// Those of [`utimens`], with `path`.
#[doc(alias = "lutimes")]
pub fn lutimens(path: &ZStr, atime: TimeLike, mtime: TimeLike) -> Maybe<()> {
    utimens_at(Fd::cwd(), path, [atime, mtime], imp::flags::AT_SYMLINK_NOFOLLOW)
}

/// Like [`utimens`], below `dir` (`utimensat(2)`); `flags` is 0 or
/// [`AT_SYMLINK_NOFOLLOW`](crate::AT_SYMLINK_NOFOLLOW), and other bits are ignored.
///
/// # Errors
///
/// Those of [`utimens`], with the descriptor and `path`; `EBADF` when `dir` is not open.
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

/// How much room [`preallocate_file`] is asked for at least, in bytes: whoever has less to write
/// does not call it.
///
/// Zig: `bun.sys.preallocate_length`.
pub const PREALLOCATE_LENGTH: usize = 2 << 20;

/// Whether [`preallocate_file`] does anything: on Linux.
///
/// Zig: `bun.sys.preallocate_supported`.
pub const PREALLOCATE_SUPPORTED: bool = imp::PREALLOCATES;

/// Reserves room for `len` bytes of the file at `offset`, which grows into it (`fallocate(2)`). A
/// hint: what the system answers is ignored.
///
/// Zig: `bun.sys.preallocate_file`.
///
/// # Platforms
///
/// Linux. Elsewhere this does nothing, as in Zig; [`fallocate`](crate::fallocate) reserves on
/// Windows too.
///
/// # Errors
///
/// None.
///
/// # Examples
///
/// ```
/// use bun_sys::{Fd, preallocate_file};
///
/// assert_eq!(preallocate_file(Fd::INVALID.native(), 0, 4096), Ok(()));
/// ```
pub fn preallocate_file(fd: RawFd, offset: i64, len: i64) -> Result<(), NamedError> {
    if PREALLOCATE_SUPPORTED {
        // Writing will say what is wrong.
        let _ = imp::fallocate(Fd::from_native(imp::fd::from_native(fd)), offset, len);
    }
    Ok(())
}

/// Sets the permissions that new files do not get, and returns what they were (`umask(2)`).
///
/// The mask belongs to the whole process: between setting it and putting it back, files of other
/// threads get it too.
///
/// # Platforms
///
/// Windows: `_umask` of the C runtime, which nothing of this crate asks.
///
/// # Examples
///
/// ```standalone_crate
/// use bun_sys::umask;
///
/// let before = umask(0o077);
/// # #[cfg(unix)]
/// assert_eq!(umask(before), 0o077);
/// ```
pub fn umask(mode: Mode) -> Mode {
    imp::umask(mode)
}
