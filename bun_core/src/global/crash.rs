//! Whether some thread is reporting a crash, and what the others do meanwhile.

use core::sync::atomic::{AtomicUsize, Ordering};

use crate::output::thread_token;
use crate::trace::PANICKING;

/// The thread that does, as `thread_token` has it; zero while none does.
static CRASHING: AtomicUsize = AtomicUsize::new(0);

/// Takes it on itself to report the crash of the process; returns whether this is the thread that
/// does. Another one belongs into [`sleep_forever_if_another_thread_is_crashing`].
///
/// Takes no lock and no memory, so that a signal handler may call it.
///
/// Zig: adding to `bun.crash_handler.panicking`.
///
/// # Examples
///
/// ```
/// use bun_core::Global;
///
/// assert!(!Global::is_panicking());
/// assert!(Global::begin_panicking());
/// assert!(Global::is_panicking());
/// // This thread is the one that reports: it goes on.
/// Global::sleep_forever_if_another_thread_is_crashing();
/// ```
pub fn begin_panicking() -> bool {
    let me = thread_token();
    match CRASHING.compare_exchange(0, me, Ordering::Relaxed, Ordering::Relaxed) {
        Ok(_) => {
            // Release: who sees the count, sees whose it is.
            PANICKING.fetch_add(1, Ordering::Release);
            true
        }
        Err(crashing) => crashing == me,
    }
}

/// Returns whether some thread reports a crash.
///
/// Zig: `bun.crash_handler.isPanicking`.
///
/// # Examples
///
/// ```standalone_crate
/// use bun_core::Global;
///
/// assert!(!Global::is_panicking());
/// std::thread::spawn(Global::begin_panicking).join().unwrap();
/// assert!(Global::is_panicking(), "whichever thread it is");
/// ```
#[doc(alias = "isPanicking")]
#[must_use]
pub fn is_panicking() -> bool {
    PANICKING.load(Ordering::Acquire) != 0
}

/// Lets the thread that reports a crash finish: any other one never comes back from here.
///
/// Zig: `bun.crash_handler.sleepForeverIfAnotherThreadIsCrashing`.
#[doc(alias = "sleepForeverIfAnotherThreadIsCrashing")]
pub fn sleep_forever_if_another_thread_is_crashing() {
    if is_panicking() && CRASHING.load(Ordering::Relaxed) != thread_token() {
        loop {
            std::thread::park();
        }
    }
}
