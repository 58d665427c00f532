//! Descriptors: duplicating them, and what they do on `exec` and when they would wait.
//!
//! # Examples
//!
//! ```
//! use bun_sys::{O, OwnedFd, dup, get_fcntl_flags, pipe, set_close_on_exec, update_nonblocking};
//!
//! let [reader, writer] = pipe()?.map(OwnedFd::new);
//! set_close_on_exec(reader.fd())?;
//! let second = OwnedFd::new(dup(writer.fd())?);
//! // Flags belong to the pipe's end, which both descriptors refer to.
//! update_nonblocking(second.fd(), true)?;
//! assert_ne!(get_fcntl_flags(writer.fd())? & O::NONBLOCK as isize, 0);
//! # Ok::<(), bun_sys::Error>(())
//! ```

use crate::backend::imp;
use crate::failure::on_fd;
use crate::{Fd, Maybe, O, Tag};

/// What [`fcntl`] takes and returns.
pub type FcntlInt = isize;

/// Another descriptor for what `fd` refers to (`fcntl(2)` with `F_DUPFD_CLOEXEC`). It closes on
/// `exec`; position and flags are those of what both refer to.
///
/// Zig: `bun.sys.dup`.
///
/// # Platforms
///
/// Windows: `DuplicateHandle`; the answer is a handle of the system, whatever `fd` is.
///
/// # Errors
///
/// With `fd`: `EBADF` when it is not open; `EMFILE` when the process has no descriptor left.
///
/// # Examples
///
/// ```
/// use bun_sys::{Fd, OwnedFd, SystemErrno, dup, pipe, read, write};
///
/// let [reader, writer] = pipe()?.map(OwnedFd::new);
/// let second = OwnedFd::new(dup(writer.fd())?);
/// drop(writer);
/// assert_eq!(write(second.fd(), b"abc")?, 3);
/// assert_eq!(read(reader.fd(), &mut [0; 8])?, 3);
/// assert_eq!(dup(Fd::INVALID).unwrap_err().get_errno(), SystemErrno::EBADF);
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn dup(fd: Fd) -> Maybe<Fd> {
    imp::dup(fd).map_err(on_fd(fd, Tag::dup))
}

/// Forwards to [`dup`]: the flags are ignored, as in Zig.
///
/// Zig: `bun.sys.dupWithFlags`.
///
/// # Errors
///
/// Those of [`dup`].
#[doc(alias = "dupWithFlags")]
pub fn dup_with_flags(fd: Fd, _flags: i32) -> Maybe<Fd> {
    dup(fd)
}

/// Makes `onto` refer to what `fd` refers to, and closes what it referred to (`dup2(2)`). It stays
/// open on `exec`. With `onto` the same as `fd` nothing happens.
///
/// As [`close`](crate::close), this takes a descriptor away from whoever uses it.
///
/// # Platforms
///
/// Windows: for an `onto` of the [C runtime](crate::FdKind::Uv) (`_dup2`); handles of the system
/// have no numbers to choose: `ENOTSUP`.
///
/// # Errors
///
/// With `fd`: `EBADF` when it is not open, or `onto` is no number that a descriptor may have;
/// `EBUSY` when another thread is opening `onto` (Linux).
///
/// # Examples
///
/// ```
/// use bun_sys::{OwnedFd, dup2, open_null_device, pipe, read, write};
///
/// # if cfg!(windows) { return Ok(()); }
/// let [reader, writer] = pipe()?.map(OwnedFd::new);
/// let onto = OwnedFd::new(open_null_device()?);
/// assert_eq!(dup2(writer.fd(), onto.fd())?, onto.fd());
/// write(onto.fd(), b"abc")?;
/// assert_eq!(read(reader.fd(), &mut [0; 8])?, 3);
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn dup2(fd: Fd, onto: Fd) -> Maybe<Fd> {
    imp::dup2(fd, onto).map_err(on_fd(fd, Tag::dup))
}

/// Asks or tells the system something about `fd` (`fcntl(2)`), by commands whose argument is a
/// number or nothing: duplicating, flags, owners, leases, seals, and the sizes of pipes.
///
/// Zig: `bun.sys.fcntl`.
///
/// # Platforms
///
/// Windows knows four: `F_GETFD` and `F_SETFD` are whether children inherit the handle
/// (`SetHandleInformation`), `F_GETFL` says that it reads and writes, and `F_SETFL` does nothing.
///
/// # Errors
///
/// With `fd`:
/// - `EBADF`: it is not open;
/// - `EINVAL`: the command is unknown, or its argument is a pointer, because this function is safe;
///   or the argument means nothing to it;
/// - `EPERM`, `EBUSY`, `EAGAIN`: what is asked may not be, or not now;
/// - `EMFILE`: the process has no descriptor left (`F_DUPFD`).
///
/// # Examples
///
/// ```
/// # #[cfg(unix)] {
/// use bun_sys::{OwnedFd, SystemErrno, fcntl, pipe};
///
/// const F_GETFD: i32 = 1;
/// const NO_COMMAND: i32 = -1;
/// let [reader, _writer] = pipe()?.map(OwnedFd::new);
/// assert_eq!(fcntl(reader.fd(), F_GETFD, 0)?, 0);
/// let error = fcntl(reader.fd(), NO_COMMAND, 0).unwrap_err();
/// assert_eq!(error.get_errno(), SystemErrno::EINVAL);
/// # }
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn fcntl(fd: Fd, command: i32, argument: FcntlInt) -> Maybe<FcntlInt> {
    imp::fcntl(fd, command, argument).map_err(on_fd(fd, Tag::fcntl))
}

/// The flags of [`O`] that `fd` has now (`fcntl(2)` with `F_GETFL`).
///
/// Zig: `bun.sys.getFcntlFlags`.
///
/// # Platforms
///
/// Windows always says `RDWR`.
///
/// # Errors
///
/// Those of [`fcntl`].
#[doc(alias = "getFcntlFlags")]
pub fn get_fcntl_flags(fd: Fd) -> Maybe<FcntlInt> {
    fcntl(fd, imp::flags::F_GETFL, 0)
}

/// Makes calls on `fd` fail with `EAGAIN` where they would wait: [`update_nonblocking`] with
/// `true`.
///
/// Zig: `bun.sys.setNonblocking`.
///
/// # Errors
///
/// Those of [`fcntl`].
#[doc(alias = "setNonblocking")]
pub fn set_nonblocking(fd: Fd) -> Maybe<()> {
    update_nonblocking(fd, true)
}

/// Makes calls on `fd` wait, or fail with `EAGAIN` where they would (`fcntl(2)` with `F_GETFL` and
/// `F_SETFL`). One system call when that is so already. The flag belongs to what `fd` refers to,
/// and so to all duplicates.
///
/// Zig: `bun.sys.updateNonblocking`.
///
/// # Platforms
///
/// Files on disks never fail so. On Windows this does nothing, and all calls wait.
///
/// # Errors
///
/// Those of [`fcntl`].
///
/// # Examples
///
/// ```
/// use bun_sys::{OwnedFd, pipe, read, update_nonblocking};
///
/// # if cfg!(windows) { return Ok(()); }
/// let [reader, _writer] = pipe()?.map(OwnedFd::new);
/// update_nonblocking(reader.fd(), true)?;
/// assert!(read(reader.fd(), &mut [0; 8]).unwrap_err().is_retry());
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[doc(alias = "updateNonblocking")]
pub fn update_nonblocking(fd: Fd, nonblocking: bool) -> Maybe<()> {
    let now = get_fcntl_flags(fd)?;
    let flag = O::NONBLOCK as FcntlInt;
    let wanted = if nonblocking { now | flag } else { now & !flag };
    if wanted == now { Ok(()) } else { fcntl(fd, imp::flags::F_SETFL, wanted).map(drop) }
}

/// Makes `fd` close on `exec` (`fcntl(2)` with `F_GETFD` and `F_SETFD`). One system call when it
/// does already.
///
/// A child that another thread starts between opening and this call still inherits it: open with
/// [`O::CLOEXEC`] where that can be.
///
/// Zig: `bun.sys.setCloseOnExec`.
///
/// # Errors
///
/// Those of [`fcntl`].
///
/// # Examples
///
/// ```
/// use bun_sys::{OwnedFd, fcntl, pipe, set_close_on_exec};
///
/// const F_GETFD: i32 = 1;
/// let [reader, _writer] = pipe()?.map(OwnedFd::new);
/// set_close_on_exec(reader.fd())?;
/// assert_eq!(fcntl(reader.fd(), F_GETFD, 0)?, 1);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[doc(alias = "setCloseOnExec")]
pub fn set_close_on_exec(fd: Fd) -> Maybe<()> {
    let now = fcntl(fd, imp::flags::F_GETFD, 0)?;
    let wanted = now | imp::flags::FD_CLOEXEC as FcntlInt;
    if wanted == now { Ok(()) } else { fcntl(fd, imp::flags::F_SETFD, wanted).map(drop) }
}

/// Whether `fd` is a terminal (`isatty(3)`; Windows: `GetConsoleMode`). `false` also when nothing
/// is open there.
///
/// Zig: `std.posix.isatty`.
///
/// # Examples
///
/// ```
/// assert!(!bun_sys::isatty(bun_sys::Fd::INVALID));
/// ```
#[must_use]
pub fn isatty(fd: Fd) -> bool {
    imp::isatty(fd)
}
