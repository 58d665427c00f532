//! Waiting for descriptors.

use crate::backend::imp;
use crate::{Error, Maybe, Tag};

/// A descriptor to wait for, and for what.
///
/// Zig: `std.posix.pollfd`.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
#[repr(C)]
pub struct PollFd {
    /// The number of the descriptor; negative ones are passed over.
    pub fd: i32,
    /// What to wait for.
    pub events: i16,
    /// What happened.
    pub revents: i16,
}

/// Waits until one of `fds` is ready, for `timeout_ms` at most; for ever when that is negative.
/// Returns how many are ready.
///
/// # Errors
///
/// Those of `poll(2)`, except `EINTR`, after which it waits again.
pub fn poll(fds: &mut [PollFd], timeout_ms: i32) -> Maybe<usize> {
    imp::poll(fds, timeout_ms).map_err(|errno| Error::from_code(errno, Tag::poll))
}
