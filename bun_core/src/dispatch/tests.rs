//! Hooks: filled once, from any thread. `tests/errors.rs` has those that the linker fills.

use std::sync::Barrier;

use super::Hook;

static EMPTY: Hook<fn()> = Hook::new();

#[test]
fn a_hook_that_nobody_fills_is_empty() {
    assert!(EMPTY.get().is_none());
    assert!(Hook::<u8>::default().get().is_none());
}

#[test]
fn one_of_many_threads_fills_a_hook() {
    let hook = Hook::new();
    let barrier = Barrier::new(3);
    let filled = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..3_u8)
            .map(|thread| {
                let (hook, barrier) = (&hook, &barrier);
                scope.spawn(move || {
                    barrier.wait();
                    let won = hook.fill(thread).is_ok();
                    (won, hook.get().unwrap())
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
    });
    assert_eq!(filled.iter().filter(|(won, _)| *won).count(), 1);
    assert!(filled.iter().all(|(_, seen)| Some(*seen) == hook.get()));
}

#[test]
fn is_shared_between_threads() {
    fn assert<T: Send + Sync>() {}
    assert::<Hook<fn()>>();
}
