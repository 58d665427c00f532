//! References that an object counts by itself, compared with a number.
#![expect(unsafe_code, reason = "plays the part of C++")]

use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::vec::Vec;
use core::cell::Cell;

use proptest::prelude::*;

use super::{ExternalShared, ExternalSharedDescriptor, ExternalSharedOptional};

/// Frees itself at 0, as WebKit's objects do.
struct Peer {
    references: Cell<u32>,
    freed: Rc<Cell<u32>>,
}

// SAFETY:
// 1. It is a box that is freed when the last reference is released.
// 2. They do not unwind.
unsafe impl ExternalSharedDescriptor for Peer {
    unsafe fn ext_ref(this: *mut Self) {
        // SAFETY: the object lives.
        let references = unsafe { &(*this).references };
        references.set(references.get() + 1);
    }

    unsafe fn ext_deref(this: *mut Self) {
        // SAFETY: the object lives.
        let references = unsafe { &(*this).references };
        let left = references.get() - 1;
        references.set(left);
        if left == 0 {
            // SAFETY: from a box, and the last reference.
            drop(unsafe { Box::from_raw(this) });
        }
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        self.freed.set(self.freed.get() + 1);
    }
}

fn peer(freed: &Rc<Cell<u32>>) -> *mut Peer {
    Box::into_raw(Box::new(Peer { references: Cell::new(1), freed: freed.clone() }))
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Clone(usize),
    CloneFromRaw(usize),
    Drop(usize),
    LeakAndAdopt(usize),
    ThroughOptional(usize),
}

fn step() -> impl Strategy<Value = Step> {
    let at = 0..8_usize;
    prop_oneof![
        at.clone().prop_map(Step::Clone),
        at.clone().prop_map(Step::CloneFromRaw),
        at.clone().prop_map(Step::Drop),
        at.clone().prop_map(Step::LeakAndAdopt),
        at.prop_map(Step::ThroughOptional),
    ]
}

fn run(steps: &[Step]) {
    let freed = Rc::new(Cell::new(0));
    let object = peer(&freed);
    // SAFETY: a new object with one reference.
    let mut owners = Vec::from([unsafe { ExternalShared::adopt(object) }]);
    for step in steps {
        let (Step::Clone(at)
        | Step::CloneFromRaw(at)
        | Step::Drop(at)
        | Step::LeakAndAdopt(at)
        | Step::ThroughOptional(at)) = *step;
        let at = at % owners.len();
        match step {
            Step::Clone(_) => owners.push(owners[at].clone()),
            Step::CloneFromRaw(_) => {
                // SAFETY: the object lives, as `owners` do.
                let optional = unsafe { ExternalSharedOptional::clone_from_raw(owners[at].get()) };
                owners.extend(optional.clone().take());
            }
            Step::Drop(_) if owners.len() > 1 => drop(owners.swap_remove(at)),
            Step::Drop(_) => {}
            Step::LeakAndAdopt(_) => {
                let leaked = owners.swap_remove(at).leak();
                // SAFETY: the reference that was leaked.
                owners.push(unsafe { ExternalShared::adopt(leaked) });
            }
            Step::ThroughOptional(_) => {
                let optional = owners.swap_remove(at).into_optional();
                assert_eq!(optional.get(), Some(object));
                // SAFETY: the reference that was leaked.
                let mut back =
                    unsafe { ExternalSharedOptional::adopt(optional.leak().expect("one")) };
                owners.extend(back.take());
                assert_eq!(back.get(), None);
            }
        }
        // SAFETY: the object lives.
        assert_eq!(unsafe { (*object).references.get() } as usize, owners.len());
        assert_eq!(freed.get(), 0);
    }
    drop(owners);
    assert_eq!(freed.get(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 200 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn references_are_as_many_as_owners(steps in prop::collection::vec(step(), 0..32)) {
        run(&steps);
    }
}

#[test]
fn null_is_nothing() {
    // SAFETY: null.
    let mut adopted = unsafe { ExternalSharedOptional::<Peer>::adopt(core::ptr::null_mut()) };
    // SAFETY: null.
    let cloned = unsafe { ExternalSharedOptional::<Peer>::clone_from_raw(core::ptr::null_mut()) };
    assert!(adopted.take().is_none() && cloned.leak().is_none());
    assert!(ExternalSharedOptional::<Peer>::default().get().is_none());
    assert_eq!(size_of::<ExternalSharedOptional<Peer>>(), size_of::<usize>());
}
