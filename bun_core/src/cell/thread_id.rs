//! A number for each thread, never used twice.
//!
//! Neither the address of a thread-local nor the system's identifier would do: both are used again
//! when a thread has ended, and the next one would pass for the owner of what it left behind.

use core::cell::Cell;
use core::sync::atomic::{AtomicU64, Ordering};

/// No thread's number.
pub(crate) const NO_THREAD: u64 = 0;

/// Returns the number of this thread.
#[inline]
pub(crate) fn current() -> u64 {
    thread_local! {
        // Without a destructor, so that it can be read as long as the thread runs.
        static ID: Cell<u64> = const { Cell::new(NO_THREAD) };
    }
    ID.with(|id| {
        if id.get() == NO_THREAD {
            id.set(next());
        }
        id.get()
    })
}

#[cold]
fn next() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(NO_THREAD + 1);
    // Relaxed: only that no two threads get the same number matters. 2^64 threads never start.
    NEXT.fetch_add(1, Ordering::Relaxed)
}
