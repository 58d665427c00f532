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

/// Makes two sockets that are connected to each other. Both close on `exec`; with `nonblock` both
/// fail with `EAGAIN` where they would wait. Writing to one without the other raises no signal on
/// macOS; on Linux say so for each [`send`].
///
/// # Errors
///
/// Those of `socketpair(2)`: `EAFNOSUPPORT`, `EPROTONOSUPPORT`, `EMFILE`.
pub fn socketpair(domain: i32, kind: i32, protocol: i32, nonblock: bool) -> Maybe<[Fd; 2]> {
    imp::socketpair(domain, kind, protocol, nonblock).map_err(bare(Tag::socketpair))
}

/// Like [`socketpair`], for the pipes between programs, which expect the signal on macOS too, and
/// more room there than the 8 KiB that sockets have by themselves: 128 KiB from the first to the
/// second.
///
/// Zig: `bun.sys.socketpairForShell`.
///
/// # Errors
///
/// Those of [`socketpair`].
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

/// Has writing to the socket `fd` raise no signal when nobody reads: on macOS. Elsewhere this does
/// nothing: Linux takes that with each [`send`], and Windows has no such signal.
///
/// Zig: `bun.sys.setNoSigpipe`.
///
/// # Errors
///
/// Those of `setsockopt(2)` with `SO_NOSIGPIPE`, with `fd`: `EBADF`.
#[doc(alias = "setNoSigpipe")]
pub fn set_no_sigpipe(fd: Fd) -> Maybe<()> {
    imp::set_no_sigpipe(fd).map_err(on_fd(fd, Tag::setsockopt))
}

/// Has closing the socket `fd` drop what was not sent yet and reset the connection, at once
/// (`SO_LINGER` of 0 seconds). A descriptor that cannot is left as it is.
///
/// Zig: `bun.sys.disableLinger`.
#[doc(alias = "disableLinger")]
pub fn disable_linger(fd: Fd) {
    // As in Zig: who closes has no use for the answer.
    let _ = imp::disable_linger(fd);
}

/// Receives up to `buf.len()` bytes from the socket `fd`; 0 is the end. `flags` are the system's
/// (`MSG_PEEK`, …); with `MSG_TRUNC` the answer may be more than `buf.len()`.
///
/// # Errors
///
/// Those of `recv(2)`, with `fd`, except `EINTR`, after which it is called again.
pub fn recv(fd: Fd, buf: &mut [u8], flags: i32) -> Maybe<usize> {
    let end = buf.len().min(MAX_COUNT);
    imp::recv(fd, &mut buf[..end], flags).map_err(on_fd(fd, Tag::recv))
}

/// Like [`recv`], but fails with `EAGAIN` where that would wait.
///
/// Zig: `bun.sys.recvNonBlock`.
///
/// # Errors
///
/// Those of [`recv`]; `EAGAIN`.
#[doc(alias = "recvNonBlock")]
pub fn recv_non_block(fd: Fd, buf: &mut [u8]) -> Maybe<usize> {
    recv(fd, buf, imp::flags::MSG_DONTWAIT)
}

/// Sends up to `buf.len()` bytes to the socket `fd`, and returns how many.
///
/// # Errors
///
/// Those of `send(2)`, with `fd`, except `EINTR`, after which it is called again.
pub fn send(fd: Fd, buf: &[u8], flags: i32) -> Maybe<usize> {
    let end = buf.len().min(MAX_COUNT);
    imp::send(fd, &buf[..end], flags).map_err(on_fd(fd, Tag::send))
}

/// Like [`send`], but fails with `EAGAIN` where that would wait, and raises no signal.
///
/// Zig: `bun.sys.sendNonBlock`.
///
/// # Errors
///
/// Those of [`send`]; `EAGAIN`.
#[doc(alias = "sendNonBlock")]
pub fn send_non_block(fd: Fd, buf: &[u8]) -> Maybe<usize> {
    send(fd, buf, imp::flags::MSG_DONTWAIT | imp::flags::MSG_NOSIGNAL)
}
