//! Descriptors: closing, duplicating, waiting, sockets and pipes.
#![expect(unsafe_code, reason = "calls the C library with numbers")]

use core::ffi::c_int;
use core::mem::offset_of;

use rustix::io;

use super::{Outcome, answer, lend, once, retry, take};
use crate::poll::PollFd;
use crate::{Fd, SystemErrno};

/// Never repeated: the descriptor is gone after `EINTR`, and may be another thread's by then.
#[inline]
pub(crate) fn close(fd: Fd) -> Outcome<()> {
    // SAFETY: `close` takes any number. `Fd` leaves it to its users not to close what others use
    // (its docs say so); memory mapped from a descriptor outlives it.
    once(answer(unsafe { libc::close(fd.native()) })).map(drop)
}

/// The duplicate closes on `exec`.
pub(crate) fn dup(fd: Fd) -> Outcome<Fd> {
    let fd = lend(fd)?;
    retry(|| io::fcntl_dupfd_cloexec(fd, 0)).map(take)
}

/// Closes `onto` and makes it refer to what `fd` refers to.
pub(crate) fn dup2(fd: Fd, onto: Fd) -> Outcome<Fd> {
    // SAFETY: takes any numbers; that nobody uses `onto` is up to its users, as for `close`.
    retry(|| answer(unsafe { libc::dup2(fd.native(), onto.native()) })).map(Fd::from_native)
}

/// `EINVAL` for commands whose argument is a pointer, or which this does not know.
pub(crate) fn fcntl(fd: Fd, command: c_int, argument: isize) -> Outcome<isize> {
    if !crate::backend::imp::takes_number(command) {
        return Err(SystemErrno::EINVAL);
    }
    let Ok(argument) = c_int::try_from(argument) else {
        return Err(SystemErrno::EINVAL);
    };
    // SAFETY: the command takes a number or nothing, so the kernel touches no memory of ours.
    let done = retry(|| answer(unsafe { libc::fcntl(fd.native(), command, argument) }))?;
    Ok(done as isize)
}

pub(crate) fn isatty(fd: Fd) -> bool {
    // SAFETY: takes any number and touches no memory of ours.
    unsafe { libc::isatty(fd.native()) == 1 }
}

/// Neither end closes on `exec`.
pub(crate) fn pipe() -> Outcome<[Fd; 2]> {
    let (reader, writer) = once(rustix::pipe::pipe())?;
    Ok([take(reader), take(writer)])
}

/// Both ends close on `exec`.
pub(crate) fn socketpair(
    domain: i32,
    kind: i32,
    protocol: i32,
    nonblock: bool,
) -> Outcome<[Fd; 2]> {
    let kind = kind | crate::backend::imp::socket_flags(nonblock);
    let mut pair = [-1; 2];
    // SAFETY: the call writes two numbers to `pair`, and takes any others.
    retry(|| answer(unsafe { libc::socketpair(domain, kind, protocol, pair.as_mut_ptr()) }))?;
    let pair = pair.map(Fd::from_native);
    match crate::backend::imp::finish_sockets(pair, nonblock) {
        Ok(()) => Ok(pair),
        Err(errno) => {
            // The descriptors are of no use any more, and the first error is the one to report.
            let _ = pair.map(close);
            Err(errno)
        }
    }
}

const _: () = {
    assert!(size_of::<PollFd>() == size_of::<libc::pollfd>());
    assert!(offset_of!(PollFd, fd) == offset_of!(libc::pollfd, fd));
    assert!(offset_of!(PollFd, events) == offset_of!(libc::pollfd, events));
    assert!(offset_of!(PollFd, revents) == offset_of!(libc::pollfd, revents));
};

/// Waits for `timeout_ms` at most; for ever when it is negative.
#[inline]
pub(crate) fn poll(fds: &mut [PollFd], timeout_ms: i32) -> Outcome<usize> {
    let Ok(count) = libc::nfds_t::try_from(fds.len()) else {
        return Err(SystemErrno::EINVAL);
    };
    let memory = fds.as_mut_ptr().cast::<libc::pollfd>();
    // SAFETY: `PollFd` is laid out as `pollfd`; the call reads and writes the `count` of them in
    // `fds`, which is borrowed exclusively.
    let ready = retry(|| answer(unsafe { libc::poll(memory, count, timeout_ms) }))?;
    Ok(usize::try_from(ready).unwrap_or(0))
}

/// Sets an option of a socket to a number, or to a structure of numbers.
pub(in crate::backend) fn set_option<T: Copy>(fd: Fd, option: c_int, value: &T) -> Outcome<()> {
    let memory = core::ptr::from_ref(value).cast();
    let len = size_of::<T>() as libc::socklen_t;
    let level = libc::SOL_SOCKET;
    // SAFETY: the call reads the `len` bytes of `value`, and takes any numbers.
    retry(|| answer(unsafe { libc::setsockopt(fd.native(), level, option, memory, len) })).map(drop)
}

pub(crate) fn disable_linger(fd: Fd) -> Outcome<()> {
    set_option(fd, libc::SO_LINGER, &libc::linger { l_onoff: 1, l_linger: 0 })
}

pub(crate) fn recv(fd: Fd, buf: &mut [u8], flags: i32) -> Outcome<usize> {
    // The length is taken first: a closure that borrowed `buf` would promise that nobody writes.
    let (memory, len) = (buf.as_mut_ptr().cast(), buf.len());
    // SAFETY: the call writes at most `len` bytes to `buf`, which is borrowed exclusively.
    let done = retry(|| answer(unsafe { libc::recv(fd.native(), memory, len, flags) }))?;
    Ok(done.cast_unsigned())
}

pub(crate) fn send(fd: Fd, buf: &[u8], flags: i32) -> Outcome<usize> {
    let memory = buf.as_ptr().cast();
    // SAFETY: the call reads `buf.len()` bytes from `buf`.
    let done = retry(|| answer(unsafe { libc::send(fd.native(), memory, buf.len(), flags) }))?;
    Ok(done.cast_unsigned())
}
