//! One computation, whoever asks and however often.

use super::Once;
use alloc::string::String;
use core::cell::Cell;
use core::sync::atomic::{AtomicU32, Ordering};
use std::panic::catch_unwind;
use std::thread;

#[test]
fn threads_get_one_value() {
    static RUNS: AtomicU32 = AtomicU32::new(0);
    static ONCE: Once<u32> = Once::new();
    let get = || ONCE.call(|| RUNS.fetch_add(1, Ordering::Relaxed) + 10);
    let threads: [_; 4] = core::array::from_fn(|_| thread::spawn(get));
    for thread in threads {
        assert_eq!(thread.join().expect("no panic"), 10);
    }
    assert!(ONCE.done());
    assert_eq!(ONCE.set(3), Err(3));
}

#[test]
fn a_computation_that_panics_is_tried_again() {
    static ONCE: Once<String> = Once::new();
    assert!(catch_unwind(|| ONCE.get_or_init(|| panic!("first"))).is_err());
    assert_eq!(ONCE.get(), None);
    assert_eq!(ONCE.get_or_init(|| String::from("second")), "second");
}

#[test]
fn a_stored_function_is_called_once() {
    thread_local! {
        static CALLS: Cell<u32> = const { Cell::new(0) };
    }
    fn square(x: u32) -> u32 {
        CALLS.set(CALLS.get() + 1);
        x * x
    }
    let once: Once<u32, fn(u32) -> u32> = Once::with_fn(square);
    assert_eq!((*once.call(3), *once.call(4)), (9, 9));
    assert_eq!(CALLS.get(), 1);
}

#[test]
fn a_block_runs_at_its_first_visit() {
    let runs = Cell::new(0);
    for _ in 0..3 {
        crate::run_once! {{ runs.set(runs.get() + 1); }}
    }
    assert_eq!(runs.get(), 1);
}
