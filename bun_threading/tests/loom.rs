//! Every interleaving of the wait group, by loom.
//!
//! `RUSTFLAGS="--cfg loom" cargo test --release -p bun_threading --test loom`

#![cfg(loom)]

use bun_threading::WaitGroup;
use loom::sync::Arc;
use loom::sync::atomic::{AtomicU32, Ordering};
use loom::thread;

/// Loom lets a relaxed load return any value that is not ordered away, so the assertion fails
/// unless `wait` happens after every `finish`.
#[test]
fn wait_happens_after_every_finish() {
    loom::model(|| {
        let shared = Arc::new((WaitGroup::new(), AtomicU32::new(0), AtomicU32::new(0)));
        shared.0.add(2);
        let (first, second) = (Arc::clone(&shared), Arc::clone(&shared));
        thread::spawn(move || {
            first.1.store(1, Ordering::Relaxed);
            first.0.finish();
        });
        thread::spawn(move || {
            second.2.store(2, Ordering::Relaxed);
            second.0.finish();
        });
        shared.0.wait();
        assert_eq!(shared.1.load(Ordering::Relaxed), 1);
        assert_eq!(shared.2.load(Ordering::Relaxed), 2);
    });
}

#[test]
fn two_waiters_both_wake() {
    loom::model(|| {
        let group = Arc::new(WaitGroup::new());
        group.add_one();
        let (waiter, finisher) = (Arc::clone(&group), Arc::clone(&group));
        let waiter = thread::spawn(move || waiter.wait());
        let finisher = thread::spawn(move || finisher.finish());
        group.wait();
        waiter.join().unwrap();
        finisher.join().unwrap();
        assert!(group.is_done());
    });
}
