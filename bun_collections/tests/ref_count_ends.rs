//! What ends the process, in a process of its own: counts that would wrap, and those that have.
//! Miri starts no processes.

#![cfg(not(miri))]
#![expect(unsafe_code, reason = "adds references by raw pointers")]

use bun_collections::{CellRefCounted, RefCount, RefCounted, RefPtr};
use bun_collections::{ThreadSafeRefCount, ThreadSafeRefCounted};
use core::cell::Cell;
use std::process::Command;

#[derive(RefCounted)]
#[ref_count(debug_name = "Local")]
struct Local {
    ref_count: RefCount<Self>,
}

#[derive(ThreadSafeRefCounted)]
#[ref_count(debug_name = "Atomic")]
struct Atomic {
    ref_count: ThreadSafeRefCount<Self>,
}

#[derive(CellRefCounted)]
#[ref_count(unsafe)]
struct InCell {
    ref_count: Cell<u32>,
}

fn local() -> RefPtr<Local> {
    RefPtr::new(Local { ref_count: RefCount::init() })
}

fn atomic() -> RefPtr<Atomic> {
    RefPtr::new(Atomic { ref_count: ThreadSafeRefCount::init() })
}

const SCENARIOS: &[(&str, fn(), &str)] = &[
    (
        "local released twice",
        || {
            let object = local();
            object.ref_count.clear_without_destructor();
            drop(object);
        },
        "error: Local: used after its last reference",
    ),
    (
        "local used after the end",
        || {
            let object = local();
            object.ref_count.clear_without_destructor();
            drop(object.clone());
        },
        "error: Local: used after its last reference",
    ),
    (
        "atomic released twice",
        || {
            let object = atomic();
            object.ref_count.clear_without_destructor();
            drop(object);
        },
        "error: Atomic: used after its last reference",
    ),
    (
        "atomic used after the end",
        || {
            let object = atomic();
            object.ref_count.clear_without_destructor();
            drop(object.clone());
        },
        "error: Atomic: used after its last reference",
    ),
    (
        "local has too many",
        || {
            let ref_count = RefCount::init_exact_refs(RefCount::<Local>::COUNT_MAX);
            let object = Box::into_raw(Box::new(Local { ref_count }));
            // SAFETY: the object lives.
            unsafe { RefCount::ref_(object) };
        },
        "error: Local: too many references",
    ),
    (
        "atomic has too many",
        || {
            let ref_count = ThreadSafeRefCount::init_exact_refs(RefCount::<Local>::COUNT_MAX);
            let object = Box::into_raw(Box::new(Atomic { ref_count }));
            // SAFETY: the object lives.
            unsafe { ThreadSafeRefCount::ref_(object) };
        },
        "error: Atomic: too many references",
    ),
    (
        "cell has too many",
        || {
            let object = InCell { ref_count: Cell::new(i32::MAX as u32 - 1) };
            object.ref_();
            assert_eq!(object.ref_count.get(), i32::MAX as u32);
            object.ref_();
        },
        "InCell: too many references",
    ),
];

const SCENARIO: &str = "BUN_COLLECTIONS_SCENARIO";

#[expect(clippy::disallowed_methods, reason = "tells the child apart")]
fn scenario() -> Option<String> {
    std::env::var(SCENARIO).ok()
}

/// Does nothing unless the other test started it.
#[test]
fn child_that_dies() {
    if let Some(name) = scenario() {
        let (_, run, _) = SCENARIOS.iter().find(|it| it.0 == name).expect("a scenario");
        run();
        assert_eq!(name, "", "the process goes on");
    }
}

#[test]
fn misuse_says_why_and_aborts() {
    for (name, _, message) in SCENARIOS {
        let output = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "child_that_dies", "--nocapture"])
            .env(SCENARIO, name)
            .output()
            .expect("this program runs");
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && error.contains(message), "{name}: {error}");
        assert!(!error.contains("panicked"), "{name}: {error}");
    }
}
