//! Panics with debug assertions, and nothing at all without.

use super::ThreadLock;
use core::panic::AssertUnwindSafe;
use std::panic::catch_unwind;
use std::thread;

const CHECKS: bool = cfg!(debug_assertions);

fn panics(f: impl FnOnce()) -> bool {
    catch_unwind(AssertUnwindSafe(f)).is_err()
}

#[test]
fn a_second_holder_is_a_bug() {
    let lock = ThreadLock::init_locked();
    lock.assert_locked();
    lock.lock_or_assert();
    assert_eq!(panics(|| lock.lock()), CHECKS);
    lock.unlock();
    assert_eq!(panics(|| lock.assert_locked()), CHECKS);
    assert_eq!(panics(|| lock.unlock()), CHECKS);
    lock.lock_or_assert();
    lock.assert_locked();
}

#[test]
fn another_thread_is_a_bug() {
    let lock = ThreadLock::init_locked_if_non_comptime();
    thread::scope(|scope| {
        for f in [ThreadLock::lock, ThreadLock::lock_or_assert, ThreadLock::unlock] {
            let lock = &lock;
            let foreign = scope.spawn(move || panics(|| f(lock))).join();
            assert_eq!(foreign.ok(), Some(CHECKS));
        }
    });
    lock.assert_locked();
    lock.unlock();
    thread::scope(|scope| scope.spawn(|| drop(lock.guard())).join()).expect("it was free");
}

#[test]
fn a_guard_unlocks_when_it_is_dropped() {
    let lock = ThreadLock::default();
    {
        let _guard = lock.guard();
        lock.assert_locked();
    }
    let unwound = panics(|| {
        let _guard = lock.guard();
        panic!("in between");
    });
    assert!(unwound);
    lock.lock();
}

#[test]
fn it_has_no_size_in_release_builds() {
    assert_eq!(size_of::<ThreadLock>(), if CHECKS { 8 } else { 0 });
}
