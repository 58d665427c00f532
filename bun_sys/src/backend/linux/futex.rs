//! Waiting for a word of memory to change.

use core::sync::atomic::AtomicU32;
use core::time::Duration;

use rustix::thread::futex::{Flags, Timespec, wait, wake};

use crate::backend::Outcome;
use crate::backend::posix::once;

/// Waits while `word` is `expected`, until woken: `EAGAIN` when it is not, `ETIMEDOUT`, `EINTR`.
pub(crate) fn futex_wait(
    word: &AtomicU32,
    expected: u32,
    timeout: Option<Duration>,
) -> Outcome<()> {
    // A time too long for the kernel is for ever.
    let timeout = timeout.and_then(|time| {
        let tv_sec = i64::try_from(time.as_secs()).ok()?;
        Some(Timespec { tv_sec, tv_nsec: time.subsec_nanos().into() })
    });
    once(wait(word, Flags::PRIVATE, expected, timeout.as_ref()))
}

/// Wakes up to `count` threads that wait for `word`, and returns how many.
pub(crate) fn futex_wake(word: &AtomicU32, count: u32) -> Outcome<usize> {
    once(wake(word, Flags::PRIVATE, count))
}
