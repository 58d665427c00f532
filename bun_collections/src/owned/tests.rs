//! Copies against what they are of, also when cloning panics.

use super::{alloc_dupe_slice, alloc_slice, try_alloc_dupe_slice};
use crate::tracked::{Ledger, panic_at_every_call};

#[test]
fn copies_are_equal_and_elsewhere() {
    for len in 0..5_u32 {
        let data: Vec<u32> = (0..len).collect();
        assert_eq!(*alloc_dupe_slice(&data), *data);
        assert_eq!(try_alloc_dupe_slice(&data).as_deref(), Ok(&*data));
    }
    assert_eq!(*alloc_slice(2, 1_u8), [1, 1]);
    assert_eq!(*alloc_dupe_slice(&[(), ()]), [(), ()]);
}

#[test]
fn a_clone_that_panics_leaks_nothing() {
    let ledger = Ledger::default();
    let data: Vec<_> = (0..4).map(|id| ledger.track(id)).collect();
    let calls = panic_at_every_call(
        || (),
        |()| drop(try_alloc_dupe_slice(&data)),
        |()| assert_eq!(ledger.live(), 4),
    );
    assert_eq!(calls, 8, "four clones and four drops");
}
