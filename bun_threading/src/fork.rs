//! How often this process is the child of a `fork`.
//!
//! A child has one thread: the one that forked. A pool that it inherits has a memory of threads,
//! and none that would run a task, so whoever scheduled one would wait for ever.

#![cfg_attr(
    all(unix, not(miri)),
    expect(unsafe_code, reason = "registers a handler for forks; see SAFETY.md")
)]

use core::sync::atomic::{AtomicUsize, Ordering};

static FORKS: AtomicUsize = AtomicUsize::new(0);

/// Returns how many forks lie between this process and the first that called this. The first call
/// registers a handler; later ones are one load.
pub(crate) fn count() -> usize {
    #[cfg(all(unix, not(miri)))]
    {
        use std::sync::Once;

        extern "C" fn in_child() {
            FORKS.fetch_add(1, Ordering::Relaxed);
        }
        static REGISTERED: Once = Once::new();
        REGISTERED.call_once(|| {
            // SAFETY: the handler does nothing but add to an atomic. It stays registered for as
            // long as the process lives; if there is no memory for it, forks are not noticed.
            unsafe { libc::pthread_atfork(None, None, Some(in_child)) };
        });
    }
    FORKS.load(Ordering::Relaxed)
}
