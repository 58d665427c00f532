//! Views are plain addresses until somebody vouches for them.
#![expect(unsafe_code, reason = "reads views of owners that live")]

use super::RawSlice;
use alloc::boxed::Box;
use alloc::format;
use alloc::vec;

#[test]
fn a_view_reads_what_its_owner_holds() {
    let owner = vec![1_u16, 2, 3];
    let view = RawSlice::new(&owner[1..]);
    let copy = view;
    assert_eq!((view.len(), view.is_empty()), (2, false));
    // SAFETY: `owner` lives, and nobody writes.
    assert_eq!(unsafe { copy.slice() }, [2, 3]);
    assert!(core::ptr::eq(view.as_ptr(), &raw const owner[1..]));
    let from: RawSlice<u16> = owner.as_slice().into();
    assert_eq!(from.len(), 3);
}

#[test]
fn the_empty_view_can_always_be_read() {
    let view = RawSlice::<Box<u8>>::default();
    assert!(view.is_empty());
    // SAFETY: nothing is read.
    assert_eq!(unsafe { view.slice_unbound() }.len(), 0);
    assert_eq!(RawSlice::<u64>::EMPTY.len(), 0);
}

#[test]
fn a_view_outlives_its_owner_unread() {
    let owner = vec![1_u8; 4];
    let view = RawSlice::new(&owner);
    let address = view.as_ptr();
    drop(owner);
    // What became of the owner does not matter as long as nobody reads.
    assert_eq!(view.len(), 4);
    assert_eq!(format!("{view:?}"), format!("RawSlice({address:p}; 4)"));
}

#[test]
fn growing_the_owner_is_the_event_that_kills_a_view() {
    let mut owner = vec![7_u8];
    let stale = RawSlice::new(&owner);
    owner.reserve_exact(1 << 12);
    owner.push(8);
    let fresh = RawSlice::new(&owner);
    assert_eq!(stale.len(), 1);
    // SAFETY: made after the last change of `owner`.
    assert_eq!(unsafe { fresh.slice() }, [7, 8]);
}
