//! Counted objects and copy-on-write slices with no memory to be had.

extern crate alloc;

use alloc::rc::Rc;
use bun_alloc::AllocError;
use bun_alloc::testing::{FailingGlobal, with_failure_after};
use bun_collections::owned::try_alloc_dupe_slice;
use bun_collections::{CowSlice, CowSliceZ, RefCount, RefCounted, RefPtr};

#[global_allocator]
static ALLOCATOR: FailingGlobal = FailingGlobal::SYSTEM;

/// Runs with the n-th allocation failing for each n until none does, and returns how many there
/// are.
fn fails_cleanly<T>(mut operation: impl FnMut() -> Result<T, AllocError>) -> usize {
    for allowed in 0.. {
        let (outcome, has_failed) = with_failure_after(allowed, &mut operation);
        assert_eq!(outcome.is_err(), has_failed, "a failure is an error");
        if outcome.is_ok() {
            return allowed;
        }
    }
    unreachable!("some operation succeeds");
}

#[derive(RefCounted)]
struct Object {
    ref_count: RefCount<Self>,
    content: Rc<u32>,
}

#[test]
fn an_object_that_finds_no_room_is_dropped() {
    let content = Rc::new(7);
    let allocations = fails_cleanly(|| {
        assert_eq!(Rc::strong_count(&content), 1);
        let object = Object { ref_count: RefCount::init(), content: content.clone() };
        RefPtr::try_new(object).map(|object| assert_eq!(*object.content, 7))
    });
    assert_eq!((allocations, Rc::strong_count(&content)), (1, 1));
}

#[test]
fn a_slice_that_cannot_be_copied_borrows_as_before() {
    let mut slice = CowSlice::init_static(&[1, 2, 3]);
    for operation in [
        |slice: &mut CowSlice<u32>| slice.to_owned(),
        |slice: &mut CowSlice<u32>| slice.slice_mut().map(drop),
        |slice: &mut CowSlice<u32>| slice.take_slice().map(drop),
    ] {
        let (outcome, has_failed) = with_failure_after(0, || operation(&mut slice));
        assert_eq!((outcome, has_failed), (Err(AllocError), true));
        assert!(!slice.is_owned() && *slice == [1, 2, 3]);
    }
    assert_eq!(fails_cleanly(|| slice.take_slice().map(|taken| assert_eq!(*taken, [1, 2, 3]))), 1);
    assert!(slice.is_empty());

    assert_eq!(fails_cleanly(|| CowSlice::init_dupe(b"abc")), 1);
    assert_eq!(fails_cleanly(|| CowSliceZ::<u8, true>::init_dupe(b"abc")), 1);
    assert_eq!(fails_cleanly(|| CowSlice::init_dupe(b"")), 0);
    assert_eq!(fails_cleanly(|| try_alloc_dupe_slice(b"abc")), 1);
}
