//! Counts against a model, on one thread and several, also with destructors that panic.
#![expect(unsafe_code, reason = "uses counted objects by raw pointers")]

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::cell::Cell;
use core::panic::AssertUnwindSafe;
use core::sync::atomic::{AtomicU32, Ordering};
use std::panic::catch_unwind;
use std::thread;

use proptest::prelude::*;

use super::count;
use crate::tracked::{Ledger, Tracked, panic_at_every_call, user_code};
use crate::{
    AnyRefCounted, CellRefCounted, RefCount, RefCounted, RefPtr, ScopedRef, ThreadSafeRefCount,
    ThreadSafeRefCounted, finalize_js_box, finalize_js_box_noop,
};

#[derive(RefCounted)]
struct Local {
    ref_count: RefCount<Self>,
    content: Tracked,
}

#[derive(CellRefCounted)]
#[ref_count(unsafe)]
struct InCell {
    content: Tracked,
    #[ref_count]
    references: Cell<u32>,
}

#[derive(ThreadSafeRefCounted)]
#[ref_count(debug_name = "Atomic")]
struct Atomic<T: Send> {
    content: T,
    ref_count: ThreadSafeRefCount<Atomic<T>>,
}

/// An object with a tracked value in it, and a way to see its count.
trait Counted: AnyRefCounted {
    fn make(content: Tracked) -> Self;
    fn count(&self) -> u32;
}

impl Counted for Local {
    fn make(content: Tracked) -> Self {
        Self { ref_count: RefCount::default(), content }
    }

    fn count(&self) -> u32 {
        assert_eq!(self.ref_count.has_one_ref(), self.ref_count.get() == 1);
        assert_eq!(self.content.id(), 7);
        self.ref_count.get()
    }
}

impl Counted for InCell {
    fn make(content: Tracked) -> Self {
        Self { content, references: Cell::new(1) }
    }

    fn count(&self) -> u32 {
        assert_eq!(self.content.id(), 7);
        self.references.get()
    }
}

struct OneThread(Tracked);

// SAFETY: these tests keep such objects on one thread.
unsafe impl Send for OneThread {}

impl Counted for Atomic<OneThread> {
    fn make(content: Tracked) -> Self {
        Self { content: OneThread(content), ref_count: ThreadSafeRefCount::default() }
    }

    fn count(&self) -> u32 {
        assert_eq!(self.content.0.id(), 7);
        assert_eq!(self.ref_count.has_one_ref(), self.ref_count.get() == 1);
        self.ref_count.get()
    }
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Clone,
    Drop,
    Deref,
    LeakAndTake,
    RawPair,
    Scoped,
    Dupe,
    FromBorrowed,
}

const ALL: &[Step] = &[
    Step::Clone,
    Step::Drop,
    Step::Deref,
    Step::LeakAndTake,
    Step::RawPair,
    Step::Scoped,
    Step::Dupe,
    Step::FromBorrowed,
];

fn steps() -> impl Strategy<Value = Vec<(Step, usize)>> {
    prop::collection::vec((prop::sample::select(ALL), 0..8_usize), 0..40)
}

/// Does what is said with owners of one object, whose count has to be their number throughout.
fn run<T: Counted>(steps: &[(Step, usize)]) {
    let ledger = Ledger::default();
    let mut owners = Vec::from([RefPtr::new(T::make(ledger.track(7)))]);
    let object = owners[0].as_ptr();
    for &(step, at) in steps {
        let at = at % owners.len();
        match step {
            Step::Clone => owners.push(owners[at].clone()),
            Step::Dupe => owners.push(owners[at].dupe_ref()),
            Step::Drop if owners.len() > 1 => drop(owners.swap_remove(at)),
            Step::Deref if owners.len() > 1 => owners.swap_remove(at).deref(),
            Step::Drop | Step::Deref => {}
            Step::LeakAndTake => {
                let leaked = owners.swap_remove(at).leak();
                // SAFETY: the reference that was leaked.
                owners.push(unsafe { RefPtr::take_ref(leaked) });
            }
            Step::RawPair => {
                // SAFETY: the object lives.
                unsafe { T::rc_ref(object) };
                // SAFETY: the object lives.
                assert!(!unsafe { T::rc_has_one_ref(object) });
                // SAFETY: the reference of two lines above.
                unsafe { T::rc_deref(object) };
            }
            Step::Scoped => {
                // SAFETY: the object lives, and is only shared.
                let guard = unsafe { ScopedRef::new(object) };
                assert_eq!(owners[at].count() as usize, owners.len() + 1);
                drop(guard);
            }
            Step::FromBorrowed => {
                // SAFETY: the object lives; the pointer is the one it was made with.
                owners.push(unsafe { RefPtr::init_ref(owners[at].as_ptr()) });
            }
        }
        assert_eq!(owners[0].count() as usize, owners.len());
        assert!(RefPtr::ptr_eq(&owners[0], &owners[owners.len() - 1]));
        assert_eq!(ledger.live(), 1);
    }
    drop(owners);
    assert_eq!(ledger.live(), 0);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 200 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_count_is_the_number_of_owners(steps in steps()) {
        run::<Local>(&steps);
        run::<InCell>(&steps);
        run::<Atomic<OneThread>>(&steps);
    }
}

#[test]
fn exact_references_are_released_one_by_one() {
    let ledger = Ledger::default();
    let object = Local { ref_count: RefCount::init_exact_refs(3), content: ledger.track(7) };
    let object = Box::into_raw(Box::new(object));
    for left in [2, 1] {
        // SAFETY: one of three references.
        unsafe { RefCount::deref(object) };
        // SAFETY: some are left.
        assert_eq!(unsafe { &*object }.count(), left);
    }
    // SAFETY: the last one.
    assert!(unsafe { RefCount::release(object) });
    // SAFETY: the object has not been destroyed.
    unsafe { &*object }.ref_count.assert_no_refs();
    // SAFETY: the object lives.
    unsafe { Local::rc_assert_no_refs(object) };
    // SAFETY: from a box, with no references left.
    unsafe { Local::destructor(object, ()) };
    assert_eq!(ledger.live(), 0);
}

#[test]
fn a_count_starts_above_zero() {
    for count in [0, count::COUNT_MAX + 1, u32::MAX] {
        assert!(catch_unwind(|| RefCount::<u8>::init_exact_refs(count)).is_err());
        assert!(catch_unwind(|| ThreadSafeRefCount::<u8>::init_exact_refs(count)).is_err());
    }
    let most = RefCount::<u8>::init_exact_refs(RefCount::<u8>::COUNT_MAX);
    assert_eq!(most.get(), 1 << 31);
    most.clear_without_destructor();
    let most = ThreadSafeRefCount::<u8>::init_exact_refs(ThreadSafeRefCount::<u8>::COUNT_MAX);
    assert_eq!(
        (most.get(), alloc::format!("{most:?}").as_str()),
        (1 << 31, "ThreadSafeRefCount(2147483648)")
    );
    most.clear_without_destructor();
}

#[test]
fn a_debug_build_notices_what_is_freed_too_early() {
    let freed = catch_unwind(|| drop(RefCount::<u8>::init_exact_refs(2)));
    assert_eq!(freed.is_err(), cfg!(debug_assertions));
    let freed = catch_unwind(|| drop(ThreadSafeRefCount::<u8>::init_exact_refs(2)));
    assert_eq!(freed.is_err(), cfg!(debug_assertions));
    drop(RefCount::<u8>::init());
}

#[test]
fn a_destructor_that_panics_frees_all_the_same() {
    let ledger = Ledger::default();
    let calls = panic_at_every_call(
        || (RefPtr::new(Local::make(ledger.track(7))), RefPtr::new(InCell::make(ledger.track(7)))),
        |_| {
            let local = RefPtr::new(Local::make(ledger.track(7)));
            let also = local.clone();
            drop(local);
            user_code();
            drop(also);
            drop(RefPtr::new(Atomic::<OneThread>::make(ledger.track(7))));
        },
        |subject| {
            assert_eq!(ledger.live(), 2);
            drop(subject);
            assert_eq!(ledger.live(), 0);
        },
    );
    assert_eq!(calls, 3);
}

/// Touches its other fields while it is freed, and calls itself before.
#[derive(RefCounted)]
#[ref_count(unsafe, destroy = Reentrant::deinit, debug_name = "Reentrant")]
struct Reentrant {
    ref_count: RefCount<Reentrant>,
    name: String,
    sibling: Cell<Option<RefPtr<Reentrant>>>,
    log: *const Cell<usize>,
}

impl Reentrant {
    unsafe fn deinit(this: *mut Self) {
        // SAFETY: no reference is left.
        let this = unsafe { Box::from_raw(this) };
        // SAFETY: the log outlives the objects.
        let log = unsafe { &*this.log };
        log.set(log.get() + this.name.len());
        drop(this.sibling.take());
    }
}

#[test]
fn a_destructor_may_release_others() {
    let log = Cell::new(0);
    let mut last = None;
    for _ in 0..10 {
        last = Some(RefPtr::new(Reentrant {
            ref_count: RefCount::init(),
            name: "abc".into(),
            sibling: Cell::new(last),
            log: &raw const log,
        }));
    }
    assert_eq!(log.get(), 0);
    last.expect("the head").deref_with_context(());
    assert_eq!(log.get(), 30);
    assert_eq!(<Reentrant as RefCounted>::debug_name(), "Reentrant");
    assert_eq!(Atomic::<u8>::debug_name(), "Atomic");
}

#[test]
fn a_cycle_is_broken_by_hand() {
    let log = Cell::new(0);
    let new = || Reentrant {
        ref_count: RefCount::init(),
        name: "x".into(),
        sibling: Cell::new(None),
        log: &raw const log,
    };
    let node = RefPtr::new(new());
    node.sibling.set(Some(node.clone()));
    assert_eq!(node.ref_count.get(), 2);
    drop(node.sibling.take());
    drop(node);
    assert_eq!(log.get(), 1);
}

#[test]
fn a_boxed_wrapper_gives_up_one_reference() {
    let ledger = Ledger::default();
    finalize_js_box_noop(Box::new(InCell::make(ledger.track(7))));
    assert_eq!(ledger.live(), 0);

    let mut seen = 0;
    finalize_js_box(Box::new(Local::make(ledger.track(7))), |local| seen = local.content.id());
    assert_eq!((seen, ledger.live()), (7, 0));

    let panicked = catch_unwind(AssertUnwindSafe(|| {
        finalize_js_box(Box::new(Local::make(ledger.track(7))), |_| {
            std::panic::resume_unwind(Box::new(()));
        });
    }));
    assert_eq!((panicked.is_err(), ledger.live()), (true, 0));
}

/// As JavaScript's wrapper and a native owner have it: both from the same pointer.
#[test]
fn another_reference_keeps_a_finalized_object() {
    let ledger = Ledger::default();
    let owner = RefPtr::new(Local::make(ledger.track(7)));
    let wrapper = owner.clone().into_raw();
    // SAFETY: the wrapper's reference. Nobody borrows the object while it is a box.
    finalize_js_box_noop(unsafe { Box::from_raw(wrapper) });
    assert_eq!((owner.count(), ledger.live()), (1, 1));
    drop(owner);
    assert_eq!(ledger.live(), 0);
}

/// Sums up what threads wrote to it before they let go.
#[derive(ThreadSafeRefCounted)]
struct Shared {
    ref_count: ThreadSafeRefCount<Self>,
    written: [Slot; 4],
}

/// Written by one thread, and read by who destroys the object.
struct Slot(core::cell::UnsafeCell<u32>);

// SAFETY: each slot has one writer, whose reference is released before the destructor runs.
unsafe impl Sync for Slot {}

static SUM: AtomicU32 = AtomicU32::new(0);

impl Drop for Shared {
    fn drop(&mut self) {
        let sum = self.written.iter_mut().map(|slot| *slot.0.get_mut()).sum();
        SUM.fetch_add(sum, Ordering::Relaxed);
    }
}

/// A data race here is one that the orderings of the count allow: Miri finds it with many seeds.
#[test]
fn the_last_release_sees_all_writes() {
    let rounds = if cfg!(miri) { 2 } else { 200 };
    for round in 1..=rounds {
        let new = || Slot(core::cell::UnsafeCell::new(0));
        let shared = RefPtr::new(Shared {
            ref_count: ThreadSafeRefCount::init(),
            written: [new(), new(), new(), new()],
        });
        let threads: Vec<_> = (0..4)
            .map(|at| {
                let shared = shared.clone();
                thread::spawn(move || {
                    let again = shared.clone();
                    drop(shared);
                    // SAFETY: this thread's slot.
                    unsafe { *again.written[at].0.get() = at as u32 + 1 };
                })
            })
            .collect();
        drop(shared);
        for thread in threads {
            thread.join().expect("no panic");
        }
        assert_eq!(SUM.load(Ordering::Relaxed), 10 * round);
    }
}

#[test]
fn raw_counts_say_who_destroys() {
    use super::{DecrementResult, RawAtomicRefCount, RawRefCount};

    let local = RawRefCount::init(0);
    assert!(catch_unwind(AssertUnwindSafe(|| local.decrement())).is_err());
    local.increment();
    assert_eq!(local.decrement(), DecrementResult::ShouldDestroy);
    let full = RawRefCount::init(u32::MAX);
    assert!(catch_unwind(AssertUnwindSafe(|| full.increment())).is_err());
    assert_eq!(full.unsafe_get_value(), u32::MAX);

    let shared = RawAtomicRefCount::init(u32::MAX);
    assert!(catch_unwind(AssertUnwindSafe(|| shared.increment())).is_err());
    assert_eq!(shared.unsafe_get_value(), u32::MAX);
    let shared = RawAtomicRefCount::init(2);
    assert_eq!(shared.decrement(), DecrementResult::KeepAlive);
    assert_eq!(shared.decrement(), DecrementResult::ShouldDestroy);
    assert!(catch_unwind(AssertUnwindSafe(|| shared.decrement())).is_err());
    assert_eq!(shared.unsafe_get_value(), 0);
}

#[test]
fn sizes_are_those_of_words() {
    assert_eq!(size_of::<RefCount<u8>>(), 4);
    assert_eq!(size_of::<ThreadSafeRefCount<u8>>(), 4);
    assert_eq!(size_of::<Option<RefPtr<Local>>>(), size_of::<usize>());
}
