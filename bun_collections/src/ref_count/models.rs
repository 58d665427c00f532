//! Every interleaving of the count of all threads, by loom, and that it would notice.

#![cfg(loom)]
#![expect(unsafe_code, reason = "destroys a counted object")]

use alloc::boxed::Box;
use std::panic::catch_unwind;

use loom::sync::atomic::{AtomicU32, Ordering};
use loom::thread;

use super::atomic::{ACTIVE, Mutant};
use crate::{RefPtr, ThreadSafeRefCount, ThreadSafeRefCounted};

/// What the owners write, without an order of their own. Loom lets a relaxed load return any value
/// that is not ordered away.
#[derive(ThreadSafeRefCounted)]
#[ref_count(unsafe, destroy = Shared::end)]
struct Shared {
    ref_count: ThreadSafeRefCount<Self>,
    written: [AtomicU32; 2],
}

impl Shared {
    fn new() -> RefPtr<Self> {
        let written = [AtomicU32::new(0), AtomicU32::new(0)];
        RefPtr::new(Self { ref_count: ThreadSafeRefCount::init(), written })
    }

    fn write(&self, at: usize) {
        self.written[at].store(1, Ordering::Relaxed);
    }

    fn seen(&self) -> [u32; 2] {
        [0, 1].map(|at| self.written[at].load(Ordering::Relaxed))
    }

    /// The destructor has to see what all owners wrote, whoever runs it.
    unsafe fn end(this: *mut Self) {
        // SAFETY: the last reference is gone, and all are made as boxes.
        let this = unsafe { Box::from_raw(this) };
        let seen = this.seen();
        drop(this);
        assert_eq!(seen, [1, 1], "destroyed before it was written");
    }
}

/// Two owners, of which either may be the last.
fn two_owners() {
    let first = Shared::new();
    let second = first.clone();
    let other = thread::spawn(move || {
        // A reference that is taken and released here does not make this owner the last.
        drop(second.clone());
        second.write(1);
        drop(second);
    });
    first.write(0);
    drop(first);
    other.join().unwrap();
}

/// Who finds that it owns the only reference may do with the object what it likes.
fn only_owner() {
    let first = Shared::new();
    let second = first.clone();
    let other = thread::spawn(move || {
        second.write(1);
        drop(second);
    });
    first.write(0);
    if first.ref_count.has_one_ref() {
        assert_eq!(first.seen(), [1, 1], "shared after the other owner was gone");
    }
    other.join().unwrap();
}

/// Runs a model with the count broken, and expects it to fail.
fn expect_killed(mutant: Mutant, model: fn()) {
    ACTIVE.set(Some(mutant));
    let result = catch_unwind(|| loom::model(model));
    ACTIVE.set(None);
    assert!(result.is_err(), "no interleaving notices {mutant:?}");
}

#[test]
fn count() {
    loom::model(two_owners);
    loom::model(only_owner);
    expect_killed(Mutant::Release, two_owners);
    expect_killed(Mutant::Acquire, two_owners);
    expect_killed(Mutant::Get, only_owner);
}
