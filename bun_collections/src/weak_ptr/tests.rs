//! Weak pointers against a model of who owns the box.
#![expect(unsafe_code, reason = "owns boxes by raw pointers")]

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::cell::Cell;

use proptest::prelude::*;

use super::{COUNT, HasWeakPtrData, WeakPtr, WeakPtrData};
use crate::tracked::{Ledger, Tracked, panic_at_every_call};
use crate::{CellRefCounted, RefPtr};

struct Owned {
    before: u64,
    weak: WeakPtrData,
    content: Tracked,
}

// SAFETY: its field, which is empty in a new object.
unsafe impl HasWeakPtrData for Owned {
    unsafe fn weak_ptr_data(this: *mut Self) -> *mut WeakPtrData {
        // SAFETY: it has not been freed.
        unsafe { &raw mut (*this).weak }
    }
}

fn owned(ledger: &Ledger) -> *mut Owned {
    Box::into_raw(Box::new(Owned { before: 0, weak: WeakPtrData::EMPTY, content: ledger.track(1) }))
}

/// Ends the object as its owner does.
fn finalize(object: *mut Owned) {
    // SAFETY: it lives.
    let weak = unsafe { &(*object).weak };
    // SAFETY: the caller owns the object and borrows nothing.
    if unsafe { weak.on_finalize() } {
        // SAFETY: no weak pointer is left.
        drop(unsafe { Box::from_raw(object) });
    }
}

#[derive(Clone, Copy, Debug)]
enum Step {
    New,
    Clone(usize),
    Drop(usize),
    Deref(usize),
    Get(usize),
    Write,
    Finalize,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let at = 0..6_usize;
    let step = prop_oneof![
        2 => Just(Step::New),
        3 => at.clone().prop_map(Step::Clone),
        3 => at.clone().prop_map(Step::Drop),
        1 => at.clone().prop_map(Step::Deref),
        4 => at.prop_map(Step::Get),
        2 => Just(Step::Write),
        1 => Just(Step::Finalize),
    ];
    prop::collection::vec(step, 0..if cfg!(miri) { 20 } else { 40 })
}

fn run(steps: &[Step]) {
    let ledger = Ledger::default();
    let object = owned(&ledger);
    let mut ended = false;
    // Each with whether it still counts.
    let mut pointers: Vec<(WeakPtr<Owned>, bool)> = Vec::new();
    let mut written = 0;
    for &step in steps {
        match step {
            Step::New if !ended => {
                // SAFETY: a live box, of which nothing is borrowed.
                pointers.push((unsafe { WeakPtr::init_ref(object) }, true));
            }
            Step::Clone(at) if at < pointers.len() => {
                pointers.push((pointers[at].0.clone(), pointers[at].1));
            }
            Step::Drop(at) if at < pointers.len() => drop(pointers.swap_remove(at)),
            Step::Deref(at) if at < pointers.len() => {
                pointers[at].0.deref();
                pointers[at].1 = false;
            }
            Step::Get(at) if at < pointers.len() => {
                let (pointer, counts) = &mut pointers[at];
                // SAFETY: nobody else uses the object until the result is gone.
                let found = unsafe { pointer.get() };
                assert_eq!(found.is_some(), *counts && !ended);
                if let Some(object) = found {
                    assert_eq!((object.before, object.content.id()), (written, 1));
                    object.before += 1;
                    written += 1;
                }
                *counts &= !ended;
            }
            Step::Write if !ended => {
                // SAFETY: the owner's pointer; nothing is borrowed.
                unsafe { (*object).before += 1 };
                written += 1;
            }
            Step::Finalize if !ended => {
                finalize(object);
                ended = true;
            }
            _ => {}
        }
        let counting = pointers.iter().filter(|pointer| pointer.1).count();
        let there = !ended || counting > 0;
        assert_eq!(ledger.live(), usize::from(there));
        if there {
            // SAFETY: the object is there.
            let weak = unsafe { &(*object).weak };
            assert_eq!((weak.count() as usize, weak.is_finalized()), (counting, ended));
        }
    }
    drop(pointers);
    if !ended {
        finalize(object);
    }
    assert_eq!(ledger.live(), 0);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 300 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_last_one_frees(steps in steps()) {
        run(&steps);
    }
}

#[test]
fn an_object_ends_once_and_is_not_pointed_to_then() {
    let data = WeakPtrData::EMPTY;
    // SAFETY: no weak pointer, and no box.
    assert!(unsafe { data.on_finalize() });
    let again = std::panic::catch_unwind(core::panic::AssertUnwindSafe(|| {
        // SAFETY: as above.
        unsafe { data.on_finalize() }
    }));
    assert!(again.is_err());
    assert_eq!(alloc::format!("{data:?}"), "WeakPtrData { count: 0, finalized: true }");
}

#[test]
fn the_count_does_not_overflow() {
    let data = WeakPtrData(Cell::new(COUNT));
    let full = std::panic::catch_unwind(core::panic::AssertUnwindSafe(|| data.increment()));
    assert!(full.is_err());
    assert_eq!((data.count(), data.is_finalized()), (COUNT, false));
}

#[test]
fn content_that_panics_is_dropped_once() {
    let ledger = Ledger::default();
    let calls = panic_at_every_call(
        || (),
        |()| {
            let object = owned(&ledger);
            // SAFETY: a live box, of which nothing is borrowed.
            let weak = unsafe { WeakPtr::init_ref(object) };
            finalize(object);
            drop(weak);
        },
        |()| assert_eq!(ledger.live(), 0),
    );
    assert_eq!(calls, 1);
}

/// Counted, and pointed to weakly: the end of the last reference is the end of the object.
#[derive(CellRefCounted)]
#[ref_count(unsafe, destroy = Request::finalize)]
struct Request {
    ref_count: Cell<u32>,
    weak: WeakPtrData,
    body: Cell<Option<Tracked>>,
}

// SAFETY: its field, which is empty in a new object.
unsafe impl HasWeakPtrData for Request {
    unsafe fn weak_ptr_data(this: *mut Self) -> *mut WeakPtrData {
        // SAFETY: it has not been freed.
        unsafe { &raw mut (*this).weak }
    }
}

impl Request {
    unsafe fn finalize(this: *mut Self) {
        // SAFETY: it lives.
        let weak = unsafe { &(*this).weak };
        // SAFETY: no reference is left, so this owns the box.
        if unsafe { weak.on_finalize() } {
            // SAFETY: no weak pointer is left.
            drop(unsafe { Box::from_raw(this) });
        } else {
            // SAFETY: the box is there while a weak pointer is.
            drop(unsafe { &(*this).body }.take());
        }
    }
}

#[test]
fn a_counted_object_ends_with_its_last_reference() {
    let ledger = Ledger::default();
    let request = RefPtr::new(Request {
        ref_count: Cell::new(1),
        weak: WeakPtrData::default(),
        body: Cell::new(Some(ledger.track(1))),
    });
    // SAFETY: a box, whose destructor asks `on_finalize`; nothing has a `&mut`.
    let mut weak = unsafe { WeakPtr::init_ref(request.as_ptr()) };
    let also = request.clone();
    drop(request);
    assert_eq!(weak.as_ptr().map(|pointer| pointer.as_ptr()), Some(also.as_ptr()));
    drop(also);
    assert_eq!(ledger.live(), 0, "emptied at once");
    assert!(weak.as_ptr().is_none());
    assert_eq!(alloc::format!("{weak:?}{:?}", WeakPtr::<Request>::default()).len(), 26);
}
