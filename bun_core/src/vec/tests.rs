//! Room that is not initialised, closures that panic, and producers that lie.
#![expect(unsafe_code, reason = "commits what was written")]

use super::{
    allocated_bytes_mut, commit_spare, extend_from_fn, fill_spare, fill_spare_zeroed, grow_default,
    push_n, reserve_spare_bytes, spare_bytes_mut,
};
use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::vec;
use alloc::vec::Vec;
use core::cell::Cell;
use core::panic::AssertUnwindSafe;
use proptest::prelude::*;
use std::panic::catch_unwind;

#[test]
fn a_producer_that_claims_too_much_is_refused() {
    let mut v = Vec::with_capacity(4);
    // SAFETY: it panics.
    let lie = catch_unwind(AssertUnwindSafe(|| unsafe { commit_spare(&mut v, 5) }));
    assert!(lie.is_err() && v.is_empty());
    // SAFETY: it panics.
    let lie = || unsafe { fill_spare(&mut v, 0, |_| (usize::MAX, ())) };
    assert!(catch_unwind(AssertUnwindSafe(lie)).is_err());
    let lie = || fill_spare_zeroed(&mut v, 2, |room| (room.len() + 1, ()));
    assert!(catch_unwind(AssertUnwindSafe(lie)).is_err());
    assert!(v.is_empty());
}

#[test]
fn a_panic_in_a_producer_leaves_the_bytes() {
    let mut v = b"abc".to_vec();
    // SAFETY: it panics before it reports anything.
    let fill = || unsafe { fill_spare(&mut v, 64, |_| -> (usize, ()) { panic!("no") }) };
    assert!(catch_unwind(AssertUnwindSafe(fill)).is_err());
    assert_eq!(v, b"abc");
}

#[test]
fn a_panic_between_elements_drops_each_once() {
    let drops = Rc::new(Cell::new(0));
    struct Counted(Rc<Cell<u32>>);
    impl Drop for Counted {
        fn drop(&mut self) {
            self.0.set(self.0.get() + 1);
        }
    }
    for at in 0..4 {
        drops.set(0);
        let mut v = vec![Counted(Rc::clone(&drops))];
        let fill = || {
            extend_from_fn(&mut v, 4, |i| {
                assert!(i != at, "no");
                Counted(Rc::clone(&drops))
            });
        };
        assert!(catch_unwind(AssertUnwindSafe(fill)).is_err());
        assert_eq!((v.len(), drops.get()), (at + 1, 0));
        drop(v);
        assert_eq!(drops.get() as usize, at + 1);
    }
}

#[test]
fn values_with_restricted_bytes_are_made_one_by_one() {
    let mut flags: Vec<bool> = Vec::new();
    grow_default(&mut flags, 3)[2] = true;
    extend_from_fn(&mut flags, 2, |i| i == 1);
    push_n(&mut flags, true, 1);
    assert_eq!(flags, [false, false, true, false, true, true]);
    let mut boxes: Vec<Box<u32>> = Vec::new();
    *grow_default(&mut boxes, 1)[0] += 4;
    assert_eq!(*boxes[0], 4);
    let units = &mut vec![(); 3];
    push_n(units, (), 4);
    assert_eq!(grow_default(units, 2).len(), 2);
    assert_eq!(units.len(), 9);
    for _ in 0..2 {
        let grow = || grow_default(&mut flags, usize::MAX).len();
        assert!(catch_unwind(AssertUnwindSafe(grow)).is_err());
    }
    assert_eq!(flags.len(), 6);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 2 } else { 256 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_is_written_and_committed_is_appended(
        start in proptest::collection::vec(any::<u8>(), 0..8),
        parts in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..20), 0..6),
    ) {
        let mut v = start.clone();
        let mut model = start;
        for (i, part) in parts.iter().enumerate() {
            match i % 4 {
                0 => {
                    reserve_spare_bytes(&mut v, part.len())[..part.len()].write_copy_of_slice(part);
                    // SAFETY: written above.
                    unsafe { commit_spare(&mut v, part.len()) };
                }
                1 => fill_spare_zeroed(&mut v, part.len(), |room| {
                    room.copy_from_slice(part);
                    (part.len(), ())
                }),
                2 => {
                    v.reserve(part.len());
                    let len = v.len();
                    // SAFETY: only the room is written.
                    let all = unsafe { allocated_bytes_mut(&mut v) };
                    all[len..][..part.len()].write_copy_of_slice(part);
                    prop_assert_eq!(spare_bytes_mut(&mut v).len(), v.capacity() - len);
                    // SAFETY: written above.
                    unsafe { commit_spare(&mut v, part.len()) };
                }
                _ => {
                    // SAFETY: the part is written and reported.
                    unsafe {
                        fill_spare(&mut v, part.len(), |room| {
                            room[..part.len()].write_copy_of_slice(part);
                            (part.len(), ())
                        });
                    }
                }
            }
            model.extend_from_slice(part);
            prop_assert_eq!(&v, &model);
        }
    }
}
