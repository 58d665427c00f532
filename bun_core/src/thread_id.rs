//! A number for each thread.

use core::cell::Cell;
use core::sync::atomic::AtomicU32;

/// A number that tells a thread from every other that is running. See [`current`].
///
/// Zig: `std.Thread.Id`.
pub type ThreadId = u32;

/// A [`ThreadId`] that threads share, such as the owner of a lock.
///
/// # Examples
///
/// ```
/// use bun_core::thread_id::{self, AtomicThreadId};
/// use core::sync::atomic::Ordering;
///
/// let owner = AtomicThreadId::new(thread_id::INVALID);
/// owner.store(thread_id::current(), Ordering::Relaxed);
/// assert_eq!(owner.load(Ordering::Relaxed), thread_id::current());
/// ```
pub type AtomicThreadId = AtomicU32;

/// The number that no thread has.
pub const INVALID: ThreadId = ThreadId::MAX;

thread_local! {
    static CURRENT: Cell<ThreadId> = const { Cell::new(INVALID) };
}

/// Returns the number of the calling thread.
///
/// On Linux it is the system's, `gettid`, as tools show it; a process made by `fork` keeps its
/// parent's until it executes a program. Elsewhere threads are counted from one as they first ask.
///
/// Zig: `std.Thread.getCurrentId`.
///
/// # Examples
///
/// ```
/// use bun_core::thread_id;
///
/// let here = thread_id::current();
/// let there = std::thread::spawn(thread_id::current).join().unwrap();
/// assert_ne!(here, there);
/// assert_eq!(here, thread_id::current());
/// assert_ne!(here, thread_id::INVALID);
/// ```
#[doc(alias = "getCurrentId")]
#[must_use]
pub fn current() -> ThreadId {
    match CURRENT.get() {
        INVALID => {
            let id = platform::current();
            CURRENT.set(id);
            id
        }
        known => known,
    }
}

#[cfg(all(target_os = "linux", not(miri)))]
mod platform {
    pub(super) fn current() -> super::ThreadId {
        // A positive number: the kernel's limit is below 2^22.
        rustix::thread::gettid().as_raw_nonzero().get().cast_unsigned()
    }
}

#[cfg(not(all(target_os = "linux", not(miri))))]
mod platform {
    use core::sync::atomic::{AtomicU32, Ordering};

    pub(super) fn current() -> super::ThreadId {
        static LAST: AtomicU32 = AtomicU32::new(0);
        // Relaxed: only that the numbers differ matters. It takes 2^32 threads to come round.
        LAST.fetch_add(1, Ordering::Relaxed) + 1
    }
}

#[cfg(test)]
mod tests {
    use alloc::collections::BTreeSet;

    use super::{INVALID, current};

    #[test]
    fn each_thread_has_one_of_its_own() {
        let barrier = std::sync::Barrier::new(3);
        let mut ids: BTreeSet<u32> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..3)
                .map(|_| {
                    scope.spawn(|| {
                        let id = current();
                        // All of them are running.
                        barrier.wait();
                        assert_eq!(current(), id);
                        id
                    })
                })
                .collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        ids.insert(current());
        assert_eq!(ids.len(), 4);
        assert!(!ids.contains(&INVALID));
    }
}
