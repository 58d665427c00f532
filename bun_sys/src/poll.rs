//! Waiting for descriptors.
//!
//! # Examples
//!
//! ```
//! use bun_sys::{OwnedFd, POLL, PollFd, Pollable, is_readable, is_writable, pipe, poll, write};
//!
//! let [reader, writer] = pipe()?.map(OwnedFd::new);
//! assert_eq!(is_readable(reader.fd()), Pollable::NotReady);
//! assert_eq!(is_writable(writer.fd()), Pollable::Ready);
//! write(writer.fd(), b"x")?;
//! let mut wanted = [PollFd::new(reader.fd(), POLL::IN)];
//! assert_eq!(poll(&mut wanted, -1)?, 1);
//! assert_eq!(wanted[0].revents & POLL::IN, POLL::IN);
//! drop(reader);
//! assert_eq!(is_writable(writer.fd()), Pollable::Hup);
//! # Ok::<(), bun_sys::Error>(())
//! ```

use crate::backend::imp;
use crate::failure::bare;
use crate::{Fd, Maybe, RawFd, Tag, TimeLike};

/// What to wait for, and what happened.
///
/// Zig: `std.posix.POLL`.
///
/// # Examples
///
/// ```
/// use bun_sys::POLL;
///
/// let asked = POLL::IN | POLL::OUT;
/// assert_eq!(asked & (POLL::ERR | POLL::HUP | POLL::NVAL), 0);
/// ```
pub mod POLL {
    /// There is something to read.
    pub const IN: i16 = 1;
    /// There is room to write.
    pub const OUT: i16 = 4;
    /// Something failed. Always waited for.
    pub const ERR: i16 = 8;
    /// The other side is gone. Always waited for.
    pub const HUP: i16 = 16;
    /// Nothing is open there. Always waited for.
    pub const NVAL: i16 = 32;
}

/// A descriptor to wait for, and for what; laid out as the system's `struct pollfd`.
///
/// Zig: `std.posix.pollfd`.
///
/// # Examples
///
/// ```
/// use bun_sys::{Fd, POLL, PollFd, poll};
///
/// // Negative numbers are passed over.
/// let mut fds = [PollFd::new(Fd::INVALID, POLL::IN)];
/// # if cfg!(windows) { return Ok(()); }
/// assert_eq!(poll(&mut fds, 0)?, 0);
/// assert_eq!(fds[0].revents, 0);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
#[repr(C)]
pub struct PollFd {
    /// The number of the descriptor; negative ones are passed over.
    pub fd: RawFd,
    /// What to wait for, of [`POLL`].
    pub events: i16,
    /// What happened, of [`POLL`].
    pub revents: i16,
}

impl PollFd {
    /// Waits for `events` on `fd`.
    ///
    /// On Windows descriptors of the [C runtime](crate::FdKind::Uv), [`Fd::stdin`] among them, are
    /// passed over.
    #[must_use]
    pub const fn new(fd: Fd, events: i16) -> Self {
        Self { fd: fd.native(), events, revents: 0 }
    }
}

/// Signals to block while waiting; the system's `sigset_t`. Empty on Windows.
///
/// Zig: `std.posix.sigset_t`.
pub type SignalSet = imp::SignalSet;

/// Waits until one of `fds` is ready, for `timeout_ms` at most; for ever when that is negative
/// (`poll(2)`). Returns how many are ready. After `EINTR` it waits again, for the whole time.
///
/// Zig: `bun.sys.poll`.
///
/// # Platforms
///
/// Windows: `WSAPoll` for sockets; pipes and consoles are asked every 5 ms. The end of a pipe that
/// writes is always ready.
///
/// # Errors
///
/// `EINVAL` for more descriptors than the process may have; `ENOMEM`. What is not open is no error,
/// but [`NVAL`](POLL::NVAL).
///
/// # Examples
///
/// ```
/// use bun_sys::{OwnedFd, POLL, PollFd, pipe, poll, write};
///
/// let [reader, writer] = pipe()?.map(OwnedFd::new);
/// let mut fds = [PollFd::new(reader.fd(), POLL::IN)];
/// assert_eq!(poll(&mut fds, 0)?, 0);
/// write(writer.fd(), b"x")?;
/// assert_eq!(poll(&mut fds, -1)?, 1);
/// assert_eq!(fds[0].revents & POLL::IN, POLL::IN);
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn poll(fds: &mut [PollFd], timeout_ms: i32) -> Maybe<usize> {
    imp::poll(fds, timeout_ms).map_err(bare(Tag::poll))
}

/// Like [`poll`], with a finer timeout (`None` waits for ever) and only the signals of `mask`
/// blocked meanwhile (`ppoll(2)`).
///
/// Zig: `bun.sys.ppoll`.
///
/// # Platforms
///
/// Linux. macOS: `ENOSYS`. Windows waits as [`poll`] does, to the next millisecond, and has no
/// signals to block.
///
/// # Errors
///
/// Those of [`poll`]; `EINVAL` when the timeout is negative or `nsec` is not below 10⁹.
///
/// # Examples
///
/// ```
/// use bun_sys::{OwnedFd, POLL, PollFd, SystemErrno, TimeLike, pipe, ppoll};
///
/// let [reader, _writer] = pipe()?.map(OwnedFd::new);
/// let mut fds = [PollFd::new(reader.fd(), POLL::IN)];
/// match ppoll(&mut fds, Some(TimeLike { sec: 0, nsec: 1 }), None) {
///     Ok(ready) => assert_eq!(ready, 0),
///     Err(error) => assert_eq!(error.get_errno(), SystemErrno::ENOSYS),
/// }
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn ppoll(
    fds: &mut [PollFd],
    timeout: Option<TimeLike>,
    mask: Option<&SignalSet>,
) -> Maybe<usize> {
    imp::ppoll(fds, timeout, mask).map_err(bare(Tag::ppoll))
}

/// What a descriptor can do without waiting.
///
/// Zig: `bun.sys.PollFlag`.
///
/// # Examples
///
/// ```
/// use bun_sys::{OwnedFd, Pollable, is_readable, is_writable, pipe};
///
/// let [reader, writer] = pipe()?.map(OwnedFd::new);
/// assert_eq!(is_readable(reader.fd()), Pollable::NotReady);
/// assert_eq!(is_writable(writer.fd()), Pollable::Ready);
/// drop(writer);
/// assert_eq!(is_readable(reader.fd()), Pollable::Hup);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[doc(alias = "PollFlag")]
pub enum Pollable {
    /// It would not wait. So too when nothing is open there: it would fail at once.
    Ready,
    /// It would wait.
    NotReady,
    /// The other side is gone, or the descriptor failed: it would not wait.
    Hup,
}

/// Whether a read of `fd` would wait (`poll(2)`). [`Hup`](Pollable::Hup) goes before
/// [`Ready`](Pollable::Ready): there may be something left to read. When the system cannot tell, it
/// would.
///
/// Zig: `bun.isReadable`.
///
/// # Platforms
///
/// On Windows a descriptor of the [C runtime](crate::FdKind::Uv) would always wait.
#[doc(alias = "isReadable")]
#[must_use]
pub fn is_readable(fd: Fd) -> Pollable {
    pollable(fd, POLL::IN)
}

/// Whether a write to `fd` would wait (`poll(2)`). When the system cannot tell, it would. As
/// [`is_readable`] otherwise.
///
/// Zig: `bun.isWritable`.
#[doc(alias = "isWritable")]
#[must_use]
pub fn is_writable(fd: Fd) -> Pollable {
    pollable(fd, POLL::OUT)
}

fn pollable(fd: Fd, events: i16) -> Pollable {
    let mut fds = [PollFd::new(fd, events)];
    if !matches!(imp::poll(&mut fds, 0), Ok(1)) {
        return Pollable::NotReady;
    }
    let happened = fds[0].revents;
    if happened & (POLL::HUP | POLL::ERR) != 0 { Pollable::Hup } else { Pollable::Ready }
}
