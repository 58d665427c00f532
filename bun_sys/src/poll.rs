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

/// A descriptor to wait for, and for what.
///
/// Zig: `std.posix.pollfd`.
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
    #[must_use]
    pub const fn new(fd: Fd, events: i16) -> Self {
        Self { fd: fd.native(), events, revents: 0 }
    }
}

/// Signals to block while waiting; the system's `sigset_t`.
///
/// Zig: `std.posix.sigset_t`.
pub type SignalSet = imp::SignalSet;

/// Waits until one of `fds` is ready, for `timeout_ms` at most; for ever when that is negative.
/// Returns how many are ready.
///
/// # Errors
///
/// Those of `poll(2)`: `EINVAL` for more descriptors than the process may have. After `EINTR` it
/// waits again, for the whole time.
pub fn poll(fds: &mut [PollFd], timeout_ms: i32) -> Maybe<usize> {
    imp::poll(fds, timeout_ms).map_err(bare(Tag::poll))
}

/// Like [`poll`], with a finer timeout (`None` waits for ever) and only the signals of `mask`
/// blocked meanwhile. On Linux only.
///
/// # Errors
///
/// Those of `ppoll(2)`, as for [`poll`]; `ENOSYS` elsewhere.
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

/// Whether a read of `fd` would wait. [`Hup`](Pollable::Hup) goes before
/// [`Ready`](Pollable::Ready): there may be something left to read. When the system cannot tell, it
/// would.
#[doc(alias = "isReadable")]
#[must_use]
pub fn is_readable(fd: Fd) -> Pollable {
    pollable(fd, POLL::IN)
}

/// Whether a write to `fd` would wait. When the system cannot tell, it would.
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
