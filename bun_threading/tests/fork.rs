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

fn in_child(pool: &ThreadPool) -> i32 {
    // The panic would be reported where the test's output is.
    std::panic::set_hook(Box::new(|_| {}));
    if catch_unwind(AssertUnwindSafe(|| pool.spawn(|| {}))).is_ok() {
        return 1;
    }
    let (sender, receiver) = channel();
    let sent = WorkPool::go(sender, |sender| sender.send(5).expect("the receiver waits"));
    if sent.is_err() || receiver.recv() != Ok(5) {
        return 2;
    }
    FINE
}

#[test]
fn children_get_a_pool_of_their_own_and_no_use_of_the_parents() {
    let rounds = std::env::var("BUN_FORK_ROUNDS").map_or(30, |text| text.parse().unwrap());
    let pool = ThreadPool::init(Config { max_threads: 4, ..Config::default() });
    let (is_over, ran) = (AtomicBool::new(false), AtomicU32::new(0));
    WorkPool::get().warm(2);
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
            // SAFETY: the child calls nothing that needs a lock which another thread of the parent
            // may hold: glibc leaves its allocator usable.
            let child = unsafe { libc::fork() };
            if child == 0 {
                let status = in_child(&pool);
                // SAFETY: ends the child at once, without the test harness's clean-up.
                unsafe { libc::_exit(status) };
            }
            let mut status = 0;
            // SAFETY: the child is this process's, and the status is a local.
            let waited = unsafe { libc::waitpid(child, &raw mut status, 0) };
            assert_eq!((waited, status), (child, FINE));
        }
        is_over.store(true, Ordering::Relaxed);
    });
    assert!(ran.into_inner() > 0);
}
