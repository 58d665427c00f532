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

/// Another descriptor for what `fd` refers to. It closes on `exec`.
///
/// # Errors
///
/// Those of `fcntl(2)` with `F_DUPFD_CLOEXEC`, with `fd`: `EMFILE`, `EBADF`.
pub fn dup(fd: Fd) -> Maybe<Fd> {
    imp::dup(fd).map_err(on_fd(fd, Tag::dup))
}

/// Forwards to [`dup`]: the flags are ignored, as in Zig.
///
/// # Errors
///
/// Those of [`dup`].
#[doc(alias = "dupWithFlags")]
pub fn dup_with_flags(fd: Fd, _flags: i32) -> Maybe<Fd> {
    dup(fd)
}

/// Makes `onto` refer to what `fd` refers to, and closes what it referred to. It stays open on
/// `exec`.
///
/// # Errors
///
/// Those of `dup2(2)`, with `fd`.
pub fn dup2(fd: Fd, onto: Fd) -> Maybe<Fd> {
    imp::dup2(fd, onto).map_err(on_fd(fd, Tag::dup))
}

/// Asks or tells the system something about `fd`.
///
/// # Errors
///
/// Those of `fcntl(2)`, with `fd`; `EINVAL` for commands that are unknown or whose argument is a
/// pointer, because this function is safe. Windows knows `F_GETFD`, `F_SETFD`, `F_GETFL` and
/// `F_SETFL`.
pub fn fcntl(fd: Fd, command: i32, argument: FcntlInt) -> Maybe<FcntlInt> {
    imp::fcntl(fd, command, argument).map_err(on_fd(fd, Tag::fcntl))
}

/// The flags of [`O`] that `fd` has now.
///
/// # Errors
///
/// Those of [`fcntl`].
#[doc(alias = "getFcntlFlags")]
pub fn get_fcntl_flags(fd: Fd) -> Maybe<FcntlInt> {
    fcntl(fd, imp::flags::F_GETFL, 0)
}

/// Makes calls on `fd` fail with `EAGAIN` where they would wait.
///
/// # Errors
///
/// Those of [`fcntl`].
#[doc(alias = "setNonblocking")]
pub fn set_nonblocking(fd: Fd) -> Maybe<()> {
    update_nonblocking(fd, true)
}

/// Makes calls on `fd` wait, or fail with `EAGAIN` where they would. One system call when that is
/// so already.
///
/// # Errors
///
/// Those of [`fcntl`].
#[doc(alias = "updateNonblocking")]
pub fn update_nonblocking(fd: Fd, nonblocking: bool) -> Maybe<()> {
    let now = get_fcntl_flags(fd)?;
    let flag = O::NONBLOCK as FcntlInt;
    let wanted = if nonblocking { now | flag } else { now & !flag };
    if wanted == now { Ok(()) } else { fcntl(fd, imp::flags::F_SETFL, wanted).map(drop) }
}

/// Makes `fd` close on `exec`.
///
/// # Errors
///
/// Those of [`fcntl`].
#[doc(alias = "setCloseOnExec")]
pub fn set_close_on_exec(fd: Fd) -> Maybe<()> {
    let now = fcntl(fd, imp::flags::F_GETFD, 0)?;
    let wanted = now | imp::flags::FD_CLOEXEC as FcntlInt;
    if wanted == now { Ok(()) } else { fcntl(fd, imp::flags::F_SETFD, wanted).map(drop) }
}

/// Whether `fd` is a terminal. `false` also when nothing is open there.
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
