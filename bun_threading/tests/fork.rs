//! A child of `fork` has none of the parent's threads: using its pools must neither hang nor lose
//! a task unnoticed.
//!
//! `BUN_FORK_ROUNDS` is the number of children.

#![cfg(all(unix, not(miri)))]
#![expect(unsafe_code, reason = "forks")]
#![expect(clippy::disallowed_methods, reason = "the switch is the test's own")]

use core::panic::AssertUnwindSafe;
use core::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::panic::catch_unwind;
use std::sync::mpsc::channel;

use bun_threading::thread_pool::Config;
use bun_threading::{ThreadPool, WorkPool};

/// What a child reports.
const FINE: i32 = 0;

/// Runs `check` in a child, which reports its status.
fn in_child(check: impl FnOnce() -> i32) {
    // SAFETY: the child calls nothing that needs a lock which another thread of the parent may
    // hold: glibc leaves its allocator usable.
    let child = unsafe { libc::fork() };
    if child == 0 {
        // The panic would be reported where the test's output is.
        std::panic::set_hook(Box::new(|_| {}));
        let status = check();
        // SAFETY: ends the child at once, without the test harness's clean-up.
        unsafe { libc::_exit(status) };
    }
    let mut status = 0;
    // SAFETY: the child is this process's, and the status is a local.
    let waited = unsafe { libc::waitpid(child, &raw mut status, 0) };
    assert_eq!((waited, status), (child, FINE));
}

/// One test, so that no other thread of this process forks or locks meanwhile.
#[test]
fn children_cannot_use_the_parents_pool_and_get_one_of_their_own() {
    let rounds = std::env::var("BUN_FORK_ROUNDS").map_or(30, |text| text.parse().unwrap());
    let pool = ThreadPool::init(Config { max_threads: 4, ..Config::default() });
    let (is_over, ran) = (AtomicBool::new(false), AtomicU32::new(0));
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while !is_over.load(Ordering::Relaxed) {
                    pool.for_each(&mut [0_u8; 100], |byte, _| *byte += 1);
                    ran.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        for _ in 0..rounds {
            in_child(|| match catch_unwind(AssertUnwindSafe(|| pool.spawn(|| {}))) {
                Ok(()) => 1,
                Err(_) => FINE,
            });
        }
        is_over.store(true, Ordering::Relaxed);
    });
    assert!(ran.into_inner() > 0);
    drop(pool);
    // Nobody is inside a lock now: a child inherits locks as they are.
    for _ in 0..rounds {
        in_child(|| {
            let (sender, receiver) = channel();
            let sent = WorkPool::go(sender, |sender| sender.send(5).expect("the receiver waits"));
            if sent.is_ok() && receiver.recv() == Ok(5) { FINE } else { 2 }
        });
    }
    let (sender, receiver) = channel();
    WorkPool::go(sender, |sender| sender.send(6).expect("the receiver waits")).expect("memory");
    assert_eq!(receiver.recv(), Ok(6));
}
