//! What a waiter waited for is the waiter's as soon as the wait is over: nobody who ended it
//! touches it afterwards.

#![expect(unsafe_code, reason = "frees what another thread has just let go of")]

use bun_threading::{ResetEvent, WaitGroup};

const ROUNDS: usize = if cfg!(miri) { 3 } else { 2000 };

/// A pointer that may change threads.
struct Shared<T>(*const T);
// SAFETY: what it points to is `Sync`, and freed by one thread.
unsafe impl<T: Sync> Send for Shared<T> {}

/// Has two other threads end the wait for something in a box, and frees the box when it is over.
fn free_at_once<T: Sync>(make: fn() -> T, wait: fn(&T), end: fn(&T)) {
    for _ in 0..ROUNDS {
        let whole = Box::into_raw(Box::new(make()));
        std::thread::scope(|scope| {
            for _ in 0..2 {
                let shared = Shared(whole.cast_const());
                scope.spawn(move || {
                    let shared = shared;
                    // SAFETY: the wait is not over before both have ended it.
                    end(unsafe { &*shared.0 });
                });
            }
            // SAFETY: it is freed below.
            wait(unsafe { &*whole });
            // SAFETY: from a box, and not used again.
            drop(unsafe { Box::from_raw(whole) });
        });
    }
}

#[test]
fn wait_group() {
    free_at_once(|| WaitGroup::init_with_count(2), WaitGroup::wait, WaitGroup::finish);
}

#[test]
fn reset_event() {
    free_at_once(
        || (ResetEvent::new(), WaitGroup::init_with_count(2)),
        |(event, group)| {
            event.wait();
            group.wait();
        },
        |(event, group)| {
            event.set();
            group.finish();
        },
    );
}
