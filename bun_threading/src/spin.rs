//! [`spin`]: waiting for a moment without going to sleep.
//!
//! Two threads that keep answering each other need no system call then: each looks for longer than
//! waking the other takes. Where that is in vain, because the machine is busy or what is waited for
//! takes long, it is left out more and more often.
//!
//! # Rejected
//!
//! Letting other threads run between two looks, as `rayon` does: on a busy machine the thread may
//! be away a thousand times longer than if it slept and was woken.

use core::sync::atomic::{AtomicU32, Ordering};
use core::time::Duration;
use std::sync::OnceLock;
use std::thread::available_parallelism;
use std::time::Instant;

use crate::primitive::MAY_SPIN;

/// About five times what it takes to wake a thread.
const TIME: Duration = Duration::from_micros(30);

/// How often [`look`] looks before it asks for the time.
const LOOKS: u32 = 50;

/// The most times in a row that looking is left out.
const PAUSE_MAX: u32 = 63;

/// Looks for a while, unless that was in vain lately, whether something that another thread is
/// about to do is done.
pub(crate) fn spin(is_done: impl Fn() -> bool) -> bool {
    /// How many times it is left out after the next one in vain, nearly.
    static PAUSE: AtomicU32 = AtomicU32::new(0);
    /// How many times of those are left.
    static LEFT: AtomicU32 = AtomicU32::new(0);

    if is_done() {
        return true;
    }
    if !MAY_SPIN || is_alone() {
        return false;
    }
    // Threads that do this together miscount, which matters little.
    let left = LEFT.load(Ordering::Relaxed);
    if left > 0 {
        LEFT.store(left - 1, Ordering::Relaxed);
        return false;
    }
    let is_done = look(is_done);
    let pause = PAUSE.load(Ordering::Relaxed);
    if is_done {
        PAUSE.store(pause / 2, Ordering::Relaxed);
    } else {
        let pause = PAUSE_MAX.min(2 * pause + 1);
        PAUSE.store(pause, Ordering::Relaxed);
        LEFT.store(pause, Ordering::Relaxed);
    }
    is_done
}

fn look(is_done: impl Fn() -> bool) -> bool {
    let start = Instant::now();
    while start.elapsed() < TIME {
        for _ in 0..LOOKS {
            if is_done() {
                return true;
            }
            core::hint::spin_loop();
        }
    }
    false
}

/// Whether no other thread can run at the same time.
fn is_alone() -> bool {
    static IS_ALONE: OnceLock<bool> = OnceLock::new();
    *IS_ALONE.get_or_init(|| available_parallelism().is_ok_and(|threads| threads.get() == 1))
}

#[cfg(all(test, not(loom)))]
mod tests {
    use super::{PAUSE_MAX, spin};

    #[test]
    fn says_whether_it_is_done() {
        for _ in 0..2 * PAUSE_MAX {
            assert!(!spin(|| false));
            assert!(spin(|| true));
        }
    }
}
