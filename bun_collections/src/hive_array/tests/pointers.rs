//! Raw pointers: only slots are accepted, puts are counted, and nothing aliases.

#![expect(unsafe_code, reason = "calls what ported code calls")]

use core::panic::AssertUnwindSafe;
use core::ptr::NonNull;
use std::panic::catch_unwind;

use crate::hive_array::{Fallback, HiveArray, HiveRefHandle};
use crate::tracked::Ledger;

/// Every byte offset in and around the hive: exactly the slots have an index.
fn only_slots_have_an_index<T, const N: usize>() {
    let hives = [const { HiveArray::<T, N>::init() }; 2];
    let hive = &hives[1];
    let first = hive.ptr_at(0);
    for offset in -64_isize..(size_of::<T>() * N + 64) as isize {
        let pointer = first.cast::<u8>().wrapping_offset(offset).cast::<T>();
        let size = size_of::<T>() as isize;
        let expected = (offset % size == 0 && (0..N as isize).contains(&(offset / size)))
            .then_some((offset / size) as u32);
        assert_eq!(hive.index_of(pointer), expected, "offset {offset}");
        assert_eq!(hive.contains(pointer), expected.is_some());
    }
    assert_eq!(hive.index_of(core::ptr::null()), None);
}

#[test]
fn inner_and_foreign_addresses_are_no_slots() {
    only_slots_have_an_index::<u8, 5>();
    only_slots_have_an_index::<[u8; 3], 4>();
    only_slots_have_an_index::<u64, 5>();
    only_slots_have_an_index::<[u64; 3], 5>();
    only_slots_have_an_index::<[u64; 6], 5>();
    only_slots_have_an_index::<[u8; 100], 3>();

    #[repr(align(64))]
    struct Aligned([u8; 65]);
    only_slots_have_an_index::<Aligned, 3>();
    let aligned = HiveArray::<Aligned, 2>::init();
    let value = aligned.alloc(Aligned([7; 65])).ok().expect("a free slot");
    assert!(value.as_ptr().is_aligned() && value.0[64] == 7);
}

#[test]
fn values_keep_apart() {
    let hive = HiveArray::<Box<u32>, 8>::init();
    let get = |number| hive.get_init(Box::new(number)).expect("a free slot").as_ptr();
    let (a, b) = (get(1), get(2));
    // SAFETY: the slot holds a value, to which there is no reference.
    unsafe { **a = 10 };
    // SAFETY: the slot holds a value that is not used again.
    assert!(unsafe { hive.put(b) });
    // SAFETY: the slot holds a value.
    assert_eq!(unsafe { **a }, 10);
    let c = get(3);
    assert_eq!(c, b, "the slot is taken again");
    // SAFETY: the slot holds a value.
    assert_eq!(unsafe { **c }, 3);
    // SAFETY: it does.
    assert_eq!(unsafe { **a }, 10);
    assert!(hive.iter().eq([a, c].map(|slot| NonNull::new(slot).expect("a slot"))));
    for slot in [a, c] {
        // SAFETY: both hold values that are not used again.
        assert!(unsafe { hive.put(slot) });
    }
    let mut foreign = Box::new(4);
    // SAFETY: it is no slot of the hive.
    assert!(!unsafe { hive.put(&raw mut foreign) });
    assert_eq!(*foreign, 4);
}

#[test]
fn a_second_put_is_found_out() {
    let hive = HiveArray::<u32, 16>::init();
    let slot = hive.get_init(1).expect("a free slot").as_ptr();
    // SAFETY: the slot holds a value.
    assert!(unsafe { hive.put(slot) });
    // SAFETY: the slot is not in use.
    let again = catch_unwind(AssertUnwindSafe(|| unsafe { hive.put(slot) }));
    assert!(again.is_err());
    // SAFETY: the slot is not in use.
    let again = catch_unwind(AssertUnwindSafe(|| unsafe { hive.put_raw(slot) }));
    assert!(again.is_err());

    let owning = Fallback::<Box<u32>, 4>::init();
    let slot = owning.get_init(Box::new(1)).as_ptr();
    // SAFETY: the slot holds a value.
    unsafe { owning.put(slot) };
    // SAFETY: the slot is not in use.
    let again = catch_unwind(AssertUnwindSafe(|| unsafe { owning.put(slot) }));
    assert!(again.is_err());
}

#[test]
fn claims_without_a_value_drop_nothing() {
    let pool = Fallback::<Box<u32>, 1>::init();
    drop((pool.claim(), pool.claim()));
    assert_eq!(pool.hive.in_use(), 0);

    let slot = pool.claim();
    // SAFETY: the slot is memory for a value, and holds none.
    unsafe { slot.addr().write(Box::new(5)) };
    // SAFETY: the value has just been written.
    let value = unsafe { slot.assume_init() };
    // SAFETY: the slot holds a value and has no other owner.
    let value = unsafe { pool.hive.box_at(0) }.filter(|owner| owner.as_ptr() == value);
    assert_eq!(value.map(crate::HiveBox::into_inner).as_deref(), Some(&5));
    // SAFETY: neither slot is in use.
    assert!(unsafe { pool.hive.box_at(0) }.is_none() && unsafe { pool.hive.box_at(9) }.is_none());

    let raw = pool.alloc(Box::new(6)).into_raw();
    // SAFETY: the value is the pool's and is not used again.
    unsafe { pool.put(raw.as_ptr()) };
}

#[test]
fn handles_are_counted() {
    let ledger = Ledger::default();
    // SAFETY: the box is made from a new pool, and freed below.
    let pool = unsafe { Box::from_raw(Fallback::<_, 1>::new_boxed().as_ptr()) };
    let new = |id| {
        // SAFETY: the pool is boxed and outlives the handles.
        unsafe { HiveRefHandle::new(ledger.track(id), &raw const *pool) }
    };
    let (inside, outside) = (new(1), new(2));
    let copies = [inside.clone(), outside.clone()];
    drop((inside, outside));
    assert_eq!((ledger.live(), pool.hive.in_use()), (2, 1));
    let [inside, outside] = copies;
    let raw = inside.into_raw();
    // SAFETY: the pointer came from `into_raw`.
    let inside = unsafe { HiveRefHandle::from_raw(raw) };
    // SAFETY: the value is alive and only read.
    assert_eq!(unsafe { (*inside.as_ptr()).value.id() }, 1);
    assert_eq!(outside.id(), 2);
    drop(inside);
    assert_eq!((ledger.live(), pool.hive.in_use()), (1, 0));
    drop(outside);
    assert_eq!(ledger.live(), 0);
}
