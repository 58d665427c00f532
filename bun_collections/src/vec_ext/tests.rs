//! Against a naive version where one method is more than a call, and misuse.

use core::cell::Cell;
use core::mem::ManuallyDrop;
use core::panic::AssertUnwindSafe;
use std::panic::catch_unwind;

use bun_alloc::{AllocError, Arena, ArenaVec};
use proptest::prelude::*;

use super::{ArrayListExt, ByteVecExt, VecExt, prepend_from};
use crate::tracked::{Ledger, panic_at_every_call};

fn cases(count: u32) -> ProptestConfig {
    ProptestConfig {
        cases: if cfg!(miri) { 1 } else { count },
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn utf16_becomes_utf8(text in prop::collection::vec(
        prop_oneof![0..0x80_u16, 0xd7f0..0xe010_u16, any::<u16>()], 0..64,
    )) {
        let mut list = b"before".to_vec();
        let expected = String::from_utf16_lossy(&text);
        prop_assert_eq!(list.write_utf16(&text), Ok(u32::try_from(expected.len()).unwrap()));
        prop_assert_eq!(&list[6..], expected.as_bytes());
    }

    #[test]
    fn latin1_becomes_utf8(text in prop::collection::vec(
        prop_oneof![0..0x80_u8, any::<u8>()], 0..64,
    )) {
        let mut list = b"before".to_vec();
        let expected: String = text.iter().map(|byte| char::from(*byte)).collect();
        prop_assert_eq!(list.write_latin1(&text), Ok(u32::try_from(expected.len()).unwrap()));
        prop_assert_eq!(&list[6..], expected.as_bytes());
    }

    #[test]
    fn ranges_are_replaced(
        before in prop::collection::vec(any::<u8>(), 0..20),
        values in prop::collection::vec(any::<u8>(), 0..20),
        (a, b) in (0..20_usize, 0..20_usize),
    ) {
        let (a, b) = (a.min(before.len()), b.min(before.len()));
        let (start, end) = (a.min(b), a.max(b));
        let expected = [&before[..start], &values[..], &before[end..]].concat();
        let mut list = before.clone();
        list.replace_range(start, end - start, &values);
        prop_assert_eq!(&list, &expected);

        let expected = [&before[..start], &values[..], &before[start..]].concat();
        let mut list = before.clone();
        list.insert_slice(start, &values);
        prop_assert_eq!(&list, &expected);

        let mut list = before.clone();
        list.drain_front(b);
        prop_assert_eq!(&list[..], &before[b..]);
        prepend_from(&mut list, &mut values.clone());
        prop_assert_eq!(list, [&values[..], &before[b..]].concat());
    }
}

#[test]
fn capacities_that_are_asked_for_are_exact() {
    assert_eq!(Vec::<u32>::init_capacity(7).capacity(), 7);
    assert_eq!(Vec::init_one(3_u8).capacity(), 1);
    assert_eq!(Vec::from_slice(&[1, 2, 3]).capacity(), 3);
    let mut list = vec![1_u64];
    list.ensure_total_capacity_precise(9);
    assert_eq!((list.capacity(), list.memory_cost()), (9, 72));
    list.ensure_total_capacity(5);
    list.ensure_total_capacity_precise(0);
    assert_eq!(list.capacity(), 9);
    list.ensure_unused_capacity(9);
    assert!(list.capacity() >= 10);
    assert_eq!(vec![(); 9].memory_cost(), 0);
}

#[test]
fn values_leave_their_arena() {
    let ledger = Ledger::default();
    let arena = Arena::new();
    let mut list = ArenaVec::new_in(&arena);
    list.extend((0..3).map(|id| ledger.track(id)));
    let list = Vec::from_bump_vec(list);
    drop(arena);
    assert_eq!((list.len(), ledger.live()), (3, 3));
    drop(list);
    assert_eq!(ledger.live(), 0);
    assert_eq!(Vec::from_arena_slice(&[1, 2]), [1, 2]);
    assert!(Vec::<u8>::from_bump_vec(ArenaVec::new_in(&Arena::new())).is_empty());
}

#[test]
#[expect(unsafe_code, deprecated, reason = "the methods that expose room")]
fn room_that_is_exposed_is_initialised() {
    let mut list = Vec::init_capacity(4);
    list.append_slice(&[1_u32, 2]);
    // SAFETY:
    // 1. Zero is a `u32`.
    unsafe { list.expand_to_capacity() };
    assert_eq!(list, [1, 2, 0, 0]);
    // SAFETY:
    // 1. Zero is a `u32`.
    unsafe { list.writable_slice_exact(2) }.copy_from_slice(&[5, 6]);
    assert_eq!(list.capacity(), 6);
    // SAFETY:
    // 1. Zero is a `u32`.
    assert_eq!(unsafe { list.writable_slice(3) }, [0, 0, 0]);
    list.clear();
    // SAFETY:
    // 1. Zero is a `u32`.
    let (first, count) = unsafe { list.reserve_expand_tail(2) };
    assert_eq!((first, count), (list.as_mut_ptr(), list.capacity()));

    list.shrink_retaining_capacity(2);
    // SAFETY:
    // 1. Nothing touches the list until the copy has been read.
    // 2. It is only read.
    let copy = unsafe { list.shallow_copy() };
    assert_eq!(*copy, [0, 0]);
    let items: Box<[u32]> = Box::new([7, 8]);
    // SAFETY:
    // 1. All of a box.
    // 2. It lives to the end of the test.
    // 3. It is only read.
    let view: ManuallyDrop<Vec<u32>> = unsafe { Vec::from_borrowed_slice_dangerous(&items) };
    assert_eq!(*view, [7, 8]);

    let mut bytes = b"ab".to_vec();
    // SAFETY:
    // None.
    let room = unsafe { bytes.uv_alloc_spare_u8(3) };
    assert!(room.len() >= 3 && room.iter().all(|byte| *byte == 0));
    room[0] = b'c';
    // SAFETY:
    // 1. All of the room is written.
    unsafe { bytes.uv_commit(1) };
    assert_eq!(bytes, b"abc");
    bytes.reserve_spare(2)[1].write(b'x');
    assert_eq!(bytes.unused_capacity_slice().len(), bytes.capacity() - 3);
}

#[test]
fn misuse_panics_and_changes_nothing() {
    type Misuse<'a> = &'a dyn Fn(&mut Vec<u8>);
    let misuses: [Misuse<'_>; 14] = [
        &|list| list.append_assume_capacity(9),
        &|list| list.append_slice_assume_capacity(&[9]),
        &|list| list.append_n_times_assume_capacity(9, 1),
        &|list| list.insert_assume_capacity(0, 9),
        &|list| list.write_type_as_bytes_assume_capacity(9_u8),
        &|list| list.shrink_retaining_capacity(4),
        &|list| list.shrink_and_free(4),
        &|list| list.shrink_retaining_capacity_shallow(4),
        &|list| assert!(list.ordered_remove(3) < 9),
        &|list| list.insert_slice(4, &[9]),
        &|list| list.replace_range(2, 2, &[9]),
        &|list| list.replace_range(2, usize::MAX, &[9]),
        &|list| assert!(*list.at(3) < 9),
        &|list| assert!(list.add_many_at(4, 1, 9).is_empty()),
    ];
    for (at, misuse) in misuses.iter().enumerate() {
        let mut list = vec![1, 2, 3];
        assert_eq!(list.capacity(), 3, "full");
        let outcome = catch_unwind(AssertUnwindSafe(|| misuse(&mut list)));
        assert!(outcome.is_err(), "{at} is refused");
        assert_eq!(list, [1, 2, 3], "{at} changes nothing");
    }
}

#[test]
fn a_value_that_refuses_to_be_formatted_leaves_nothing() {
    struct Refuses;

    impl core::fmt::Display for Refuses {
        fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
            f.write_str("half")?;
            Err(core::fmt::Error)
        }
    }

    let mut list = b"ab".to_vec();
    let text = || list.append_fmt(format_args!("c{Refuses}"));
    assert!(catch_unwind(AssertUnwindSafe(text)).is_err());
    assert_eq!(list, b"ab");
}

/// A value without memory of its own, which counts how often it is dropped.
struct CountsDrops<'a>(&'a Cell<u32>);

impl Drop for CountsDrops<'_> {
    fn drop(&mut self) {
        self.0.set(self.0.get() + 1);
    }
}

#[test]
fn shallow_methods_drop_nothing() {
    let drops = Cell::new(0);
    let list = || Vec::from([0; 3].map(|_| CountsDrops(&drops)));
    let mut shrunk = list();
    shrunk.shrink_retaining_capacity_shallow(2);
    shrunk.clear_retaining_capacity_shallow();
    assert!(shrunk.is_empty() && shrunk.capacity() == 3);
    list().deinit_shallow();
    assert_eq!(drops.get(), 0, "nothing is dropped");
    drop(list());
    assert_eq!(drops.get(), 3);
}

#[test]
fn clones_may_panic() {
    let ledger = Ledger::default();
    let list = || (0..4).map(|id| ledger.track(id)).collect::<Vec<_>>();
    let more: Vec<_> = (10..13).map(|id| ledger.track(id)).collect();
    let operations: [&dyn Fn(&mut Vec<_>); 5] = [
        &|list| list.append_slice(&more),
        &|list| list.insert_slice(1, &more),
        &|list| list.replace_range(1, 2, &more),
        &|list| drop(list.deep_clone_with(Clone::clone)),
        &|list| {
            let copy: Result<_, AllocError> = list.try_deep_clone_with(|value| Ok(value.clone()));
            drop(copy);
        },
    ];
    for operation in operations {
        let calls = panic_at_every_call(list, |list| operation(list), drop);
        assert!(calls >= 3);
        assert_eq!(ledger.live(), more.len(), "the list is gone, and nothing else");
    }
}

#[test]
fn values_without_a_size() {
    let mut list = Vec::init_one(());
    list.append_assume_capacity(());
    list.append_n_times((), 3);
    assert_eq!((list.len_u32(), list.ordered_remove(4)), (5, ()));
    list.drain_front(9);
    assert!(list.is_empty());
}
