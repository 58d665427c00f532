//! Cells under threads, in release builds too.
#![expect(unsafe_code, reason = "uses the pointers of cells")]

use super::{AtomicCell, RacyCell, ThreadCell, thread_id};
use alloc::rc::Rc;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::cell::Cell;
use core::num::NonZeroU16;
use core::panic::AssertUnwindSafe;
use core::ptr::NonNull;
use std::panic::catch_unwind;
use std::thread;

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
#[repr(i8)]
enum Level {
    Low = -1,
    High = 1,
}
crate::unsafe_impl_atom!(Level);

#[test]
fn every_atom_comes_back_as_it_was() {
    fn round_trip<T: super::Atom + PartialEq + core::fmt::Debug>(a: T, b: T) {
        let cell = AtomicCell::new(a);
        assert_eq!(size_of_val(&cell), size_of::<T>());
        assert_eq!(cell.load(), a);
        cell.store(b);
        assert_eq!(cell.load(), b);
        assert_eq!(cell.compare_exchange(a, a), Err(b));
        assert_eq!(cell.compare_exchange(b, a), Ok(b));
        assert_eq!(cell.fetch_update(|_| None), Err(a));
        assert_eq!(cell.fetch_update(|_| Some(b)), Ok(a));
        assert_eq!(cell.into_inner(), b);
    }
    round_trip(1_u8, 2);
    round_trip(-1_i16, 2);
    round_trip(1_u32, 2);
    round_trip(1_u64, u64::MAX);
    round_trip(1_isize, -2);
    round_trip(1.5_f32, -0.0);
    round_trip(1.5_f64, 2.0);
    round_trip('a', '\u{10ffff}');
    round_trip(true, false);
    round_trip(Level::Low, Level::High);
    round_trip(NonZeroU16::new(3), None);
    let (mut one, two) = (1_u32, 2_u32);
    round_trip(&raw const one, &raw const two);
    round_trip(&raw mut one, core::ptr::null_mut());
    round_trip(NonNull::from(&two).into(), None::<NonNull<u32>>);
    round_trip(NonNull::from(&one), NonNull::from(&two));
}

#[test]
fn a_pointer_in_a_cell_can_be_followed() {
    let value = 7_u32;
    let cell = AtomicCell::new(&raw const value);
    cell.store(&raw const value);
    // SAFETY: the value lives.
    assert_eq!(unsafe { cell.load().read() }, 7);
}

#[test]
fn threads_count_together() {
    let threads = 4;
    let rounds = if cfg!(miri) { 20 } else { 2000 };
    let cell = AtomicCell::new(0_u32);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..rounds {
                    cell.fetch_update(|old| Some(old + 1)).expect("always some");
                }
            });
        }
    });
    assert_eq!(cell.load(), threads * rounds);
}

#[test]
fn what_was_written_before_a_store_is_seen_after_its_load() {
    let data = RacyCell::new(0_u32);
    let ready = AtomicCell::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            // SAFETY: nobody reads before `ready` is true.
            unsafe { data.write(42) };
            ready.store(true);
        });
        while !ready.load() {
            thread::yield_now();
        }
        // SAFETY: written before the store that was just seen.
        assert_eq!(unsafe { data.read() }, 42);
    });
}

#[test]
fn a_racy_cell_owns_its_value() {
    let drops = Rc::new(Cell::new(0));
    let mut cell = RacyCell::new(Rc::clone(&drops));
    // SAFETY: one thread, and no reference to the value.
    unsafe { cell.write(Rc::clone(&drops)) };
    assert_eq!(Rc::strong_count(&drops), 2);
    // SAFETY: as above; the reference ends with the statement.
    unsafe { (*cell.get()).set(5) };
    let value = cell.get_mut();
    value.set(value.get() + 1);
    assert_eq!(cell.into_inner().get(), 6);
    assert_eq!(Rc::strong_count(&drops), 1);
    let unsized_cell: &RacyCell<[u8]> = &RacyCell::new([1, 2, 3]);
    assert_eq!(unsized_cell.get().len(), 3);
}

#[test]
fn a_thread_cell_knows_its_owner() {
    static CELL: ThreadCell<Vec<u8>> = ThreadCell::new(Vec::new());
    let cell = Arc::new(ThreadCell::new(1_u32));
    let theirs = Arc::clone(&cell);
    // The first user owns the cell, also after its thread has ended.
    thread::spawn(move || theirs.claim()).join().expect("the cell was free");
    let foreign = catch_unwind(AssertUnwindSafe(|| cell.get()));
    assert!(foreign.is_err());
    // SAFETY: the owner has ended.
    assert_eq!(unsafe { cell.get_unchecked().read() }, 1);

    // SAFETY: this thread is the owner now, and the reference ends with the statement.
    unsafe { (*CELL.get()).push(1) };
    CELL.claim();
    assert!(thread::spawn(|| CELL.claim()).join().is_err());
    assert_eq!(CELL.get(), CELL.get_unchecked());
}

#[test]
fn numbers_of_threads_are_never_used_again() {
    let mine = thread_id::current();
    assert_ne!(mine, thread_id::NO_THREAD);
    assert_eq!(mine, thread_id::current());
    let mut seen: Vec<u64> = (0..4)
        .map(|_| thread::spawn(thread_id::current).join().expect("no panic"))
        .chain([mine])
        .collect();
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 5);
}
