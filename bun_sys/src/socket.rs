//! Pairs of sockets, and what is sent through them.
//!
//! # Examples
//!
//! ```
//! use bun_sys::{
//!     OwnedFd, disable_linger, recv_non_block, send_non_block, set_no_sigpipe, socketpair,
//! };
//!
//! const UNIX: i32 = 1;
//! const STREAM: i32 = 1;
//! let [ours, theirs] = socketpair(UNIX, STREAM, 0, false)?.map(OwnedFd::new);
//! let mut buf = [0; 8];
//! assert!(recv_non_block(ours.fd(), &mut buf).unwrap_err().is_retry());
//! assert_eq!(send_non_block(theirs.fd(), b"abc")?, 3);
//! assert_eq!(recv_non_block(ours.fd(), &mut buf)?, 3);
//! set_no_sigpipe(ours.fd())?;
//! disable_linger(ours.fd());
//! # Ok::<(), bun_sys::Error>(())
//! ```

use crate::backend::imp;
use crate::failure::{bare, on_fd};
use crate::rw::MAX_COUNT;
use crate::{Fd, Maybe, Tag};

/// Makes two sockets that are connected to each other (`socketpair(2)`). Both close on `exec`; with
/// `nonblock` both fail with `EAGAIN` where they would wait. The caller closes them.
///
/// Zig: `bun.sys.socketpair`.
///
/// # Platforms
///
/// Writing to one without the other raises no signal on macOS (`F_SETNOSIGPIPE`); on Linux say so
/// for each [`send`]. Windows has none: `ENOTSUP`.
///
/// # Errors
///
/// `EAFNOSUPPORT`, `EOPNOTSUPP` when `domain` has no pairs; `EPROTONOSUPPORT`, `ESOCKTNOSUPPORT`,
/// `EPROTOTYPE` when it has no such `protocol` or `kind`; `EINVAL` for flags that are none;
/// `EMFILE`, `ENFILE`, `ENOBUFS`.
///
/// # Examples
///
/// ```
/// # #[cfg(unix)] {
/// use bun_sys::posix::AF;
/// use bun_sys::{OwnedFd, SystemErrno, recv, send, socketpair};
///
/// const STREAM: i32 = 1;
/// let [ours, theirs] = socketpair(AF::UNIX, STREAM, 0, true)?.map(OwnedFd::new);
/// assert_eq!(send(ours.fd(), b"abc", 0)?, 3);
/// let mut buf = [0; 8];
/// assert_eq!(recv(theirs.fd(), &mut buf, 0)?, 3);
/// assert_eq!(recv(theirs.fd(), &mut buf, 0).unwrap_err().get_errno(), SystemErrno::EAGAIN);
/// # }
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn socketpair(domain: i32, kind: i32, protocol: i32, nonblock: bool) -> Maybe<[Fd; 2]> {
    imp::socketpair(domain, kind, protocol, nonblock).map_err(bare(Tag::socketpair))
}

/// Like [`socketpair`], for the pipes between programs, which expect the signal on macOS too, and
/// more room there than the 8 KiB that sockets have by themselves: 128 KiB from the first to the
/// second (`setsockopt(2)` with `SO_SNDBUF` and `SO_RCVBUF`, whose answers are ignored).
///
/// Zig: `bun.sys.socketpairForShell`.
///
/// # Errors
///
/// Those of [`socketpair`].
///
/// # Examples
///
/// ```
/// # #[cfg(unix)] {
/// use bun_sys::posix::AF;
/// use bun_sys::{OwnedFd, read, socketpair_for_shell, write};
///
/// const STREAM: i32 = 1;
/// let [to, from] = socketpair_for_shell(AF::UNIX, STREAM, 0, false)?.map(OwnedFd::new);
/// assert_eq!(write(to.fd(), b"abc")?, 3);
/// assert_eq!(read(from.fd(), &mut [0; 8])?, 3);
/// # }
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[doc(alias = "socketpairForShell")]
pub fn socketpair_for_shell(
    domain: i32,
    kind: i32,
    protocol: i32,
    nonblock: bool,
) -> Maybe<[Fd; 2]> {
    let pair = socketpair(domain, kind, protocol, nonblock)?;
    imp::for_shell(pair);
    Ok(pair)
}

/// Has writing to the socket `fd` fail with `EPIPE` and raise no signal when nobody reads.
///
/// Zig: `bun.sys.setNoSigpipe`.
///
/// # Platforms
///
/// macOS: `fcntl(2)` with `F_SETNOSIGPIPE`, which for a socket sets its option `SO_NOSIGPIPE`, and
/// also takes pipes. Elsewhere this does nothing, whatever `fd` is: Linux takes that with each
/// [`send`], and Windows has no such signal.
///
/// # Errors
///
/// With `fd`, on macOS, of the call `setsockopt`: `EBADF` when it is not open.
///
/// # Examples
///
/// ```
/// # #[cfg(unix)] {
/// use bun_sys::posix::AF;
/// use bun_sys::{OwnedFd, SystemErrno, send_non_block, set_no_sigpipe, socketpair};
///
/// const STREAM: i32 = 1;
/// let [ours, theirs] = socketpair(AF::UNIX, STREAM, 0, false)?.map(OwnedFd::new);
/// set_no_sigpipe(ours.fd())?;
/// drop(theirs);
/// let error = send_non_block(ours.fd(), b"nobody reads this").unwrap_err();
/// assert_eq!(error.get_errno(), SystemErrno::EPIPE);
/// # }
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[doc(alias = "setNoSigpipe")]
pub fn set_no_sigpipe(fd: Fd) -> Maybe<()> {
    imp::set_no_sigpipe(fd).map_err(on_fd(fd, Tag::setsockopt))
}

/// Has closing the socket `fd` drop what was not sent yet and reset the connection, at once
/// (`setsockopt(2)` with `SO_LINGER`, on and 0 seconds). So a port is free again without waiting
/// for what is on its way. A descriptor that cannot, or is no socket, is left as it is: what the
/// system answers is ignored.
///
/// Zig: `bun.sys.disableLinger`, which is `Bun__disableSOLinger`.
///
/// # Platforms
///
/// Everywhere. Sockets of the family `AF_UNIX` close at once by themselves.
///
/// # Examples
///
/// ```
/// # #[cfg(unix)] {
/// use bun_sys::posix::AF;
/// use bun_sys::{Fd, OwnedFd, disable_linger, socketpair};
///
/// const STREAM: i32 = 1;
/// let [ours, _theirs] = socketpair(AF::UNIX, STREAM, 0, false)?.map(OwnedFd::new);
/// disable_linger(ours.fd());
/// assert_eq!(ours.close(), Ok(()));
/// // Nothing to do, and nothing to say.
/// disable_linger(Fd::INVALID);
/// # }
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[doc(alias = "disableLinger")]
pub fn disable_linger(fd: Fd) {
    // As in Zig: who closes has no use for the answer.
    let _ = imp::disable_linger(fd);
}

/// Receives up to `buf.len()` bytes from the socket `fd` (`recv(2)`); 0 is the end. `flags` are the
/// system's (`MSG_PEEK`, …); with `MSG_TRUNC` the answer may be more than `buf.len()`.
///
/// Zig: `bun.sys.recv`.
///
/// # Platforms
///
/// Windows: `recv` of Winsock, which the program has started (`WSAStartup`).
///
/// # Errors
///
/// With `fd`: `EAGAIN` when there is nothing yet and it does not wait; `ECONNRESET`, `ETIMEDOUT`
/// when the other side is lost; `ECONNREFUSED`; `ENOTCONN`; `ENOTSOCK` when it is no socket;
/// `EBADF` when it is not open; `EINVAL` for flags that are none.
pub fn recv(fd: Fd, buf: &mut [u8], flags: i32) -> Maybe<usize> {
    let end = buf.len().min(MAX_COUNT);
    imp::recv(fd, &mut buf[..end], flags).map_err(on_fd(fd, Tag::recv))
}

/// Like [`recv`], but fails with `EAGAIN` where that would wait (`MSG_DONTWAIT`).
///
/// Zig: `bun.sys.recvNonBlock`.
///
/// # Platforms
///
/// On Windows this waits, unless the socket does not.
///
/// # Errors
///
/// Those of [`recv`]; `EAGAIN`.
#[doc(alias = "recvNonBlock")]
pub fn recv_non_block(fd: Fd, buf: &mut [u8]) -> Maybe<usize> {
    recv(fd, buf, imp::flags::MSG_DONTWAIT)
}

/// Sends up to `buf.len()` bytes to the socket `fd`, and returns how many (`send(2)`). `flags` are
/// the system's (`MSG_NOSIGNAL`, …).
///
/// Zig: `bun.sys.send`.
///
/// # Platforms
///
/// Windows: `send` of Winsock, which the program has started (`WSAStartup`).
///
/// # Errors
///
/// With `fd`: `EAGAIN` when there is no room yet and it does not wait; `EPIPE` when the other side
/// is gone, after `SIGPIPE` unless `flags` have `MSG_NOSIGNAL`; `ECONNRESET`, `ETIMEDOUT`;
/// `EMSGSIZE` when a message is too long; `EDESTADDRREQ`, `ENOTCONN`; `ENOTSOCK` when it is no
/// socket; `EBADF` when it is not open.
pub fn send(fd: Fd, buf: &[u8], flags: i32) -> Maybe<usize> {
    let end = buf.len().min(MAX_COUNT);
    imp::send(fd, &buf[..end], flags).map_err(on_fd(fd, Tag::send))
}

/// Like [`send`], but fails with `EAGAIN` where that would wait (`MSG_DONTWAIT`), and raises no
/// signal (`MSG_NOSIGNAL`; on macOS [`set_no_sigpipe`] says so).
///
/// Zig: `bun.sys.sendNonBlock`.
///
/// # Platforms
///
/// On Windows this waits, unless the socket does not.
///
/// # Errors
///
/// Those of [`send`]; `EAGAIN`.
#[doc(alias = "sendNonBlock")]
pub fn send_non_block(fd: Fd, buf: &[u8]) -> Maybe<usize> {
    send(fd, buf, imp::flags::MSG_DONTWAIT | imp::flags::MSG_NOSIGNAL)
}
