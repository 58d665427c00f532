//! Queues of events.
#![expect(unsafe_code, reason = "system calls that take pointers")]

use core::ffi::c_int;
use core::ptr;

use crate::Fd;
use crate::backend::Outcome;
use crate::backend::posix::{answer, once, retry};

/// No child inherits it.
pub(crate) fn kqueue() -> Outcome<Fd> {
    // SAFETY: takes nothing.
    once(answer(unsafe { libc::kqueue() })).map(Fd::from_native)
}

/// Returns how many of `events` it wrote.
pub(crate) fn kevent(
    queue: Fd,
    changes: &[libc::kevent],
    events: &mut [libc::kevent],
    timeout: Option<&libc::timespec>,
) -> Outcome<usize> {
    let count = |len: usize| c_int::try_from(len).unwrap_or(c_int::MAX);
    let (change_count, event_count) = (count(changes.len()), count(events.len()));
    let (changes, events) = (changes.as_ptr(), events.as_mut_ptr());
    let timeout = timeout.map_or(ptr::null(), ptr::from_ref);
    let queue = queue.native();
    let done = retry(|| {
        // SAFETY: the call reads as many records of `changes` as there are and the timeout, if
        // there is one, and writes at most as many records as `events` has, which is borrowed
        // exclusively. What a record carries for the program, the kernel hands back and does not
        // follow.
        answer(unsafe { libc::kevent(queue, changes, change_count, events, event_count, timeout) })
    })?;
    Ok(usize::try_from(done).unwrap_or(0))
}
