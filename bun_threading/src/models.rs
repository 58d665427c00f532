//! Every interleaving of wait group and event, by loom, and that it would notice.

#![cfg(loom)]

use alloc::sync::Arc;

use loom::sync::atomic::{AtomicU32, Ordering};
use loom::thread;

use crate::primitive::Mutant;
use crate::primitive::models::{check, expect_killed};
use crate::{ResetEvent, WaitGroup};

/// Loom lets a relaxed load return any value that is not ordered away, so the assertion fails
/// unless `wait` happens after every `finish`.
fn two_finishers() {
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
}

fn two_waiters() {
    let group = Arc::new(WaitGroup::new());
    group.add_one();
    let (waiter, finisher) = (Arc::clone(&group), Arc::clone(&group));
    let waiter = thread::spawn(move || waiter.wait());
    let finisher = thread::spawn(move || finisher.finish());
    group.wait();
    waiter.join().unwrap();
    finisher.join().unwrap();
    assert!(group.is_done());
}

fn event_between_two() {
    let shared = Arc::new((ResetEvent::new(), AtomicU32::new(0)));
    let other = Arc::clone(&shared);
    let setter = thread::spawn(move || {
        other.1.store(1, Ordering::Relaxed);
        other.0.set();
    });
    if shared.0.is_set() {
        assert_eq!(shared.1.load(Ordering::Relaxed), 1);
    }
    shared.0.wait();
    assert_eq!(shared.1.load(Ordering::Relaxed), 1);
    setter.join().unwrap();
}

#[test]
fn wait_group() {
    check(two_finishers);
    check(two_waiters);
    expect_killed(Mutant::GroupForgotten, two_waiters);
    expect_killed(Mutant::GroupRelease, two_finishers);
}

#[test]
fn reset_event() {
    check(event_between_two);
    expect_killed(Mutant::ResetEventSet, event_between_two);
}
