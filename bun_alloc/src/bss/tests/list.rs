//! `BSSList`, `OverflowList`, and through them the slots under every store.

#![expect(unsafe_code, reason = "appends a value that is written later")]

use core::cell::Cell;
use core::panic::AssertUnwindSafe;
use core::ptr;
use std::panic::catch_unwind;
use std::sync::Mutex;

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use proptest::prelude::*;

use super::{Counted, cases, config, index};
use crate::bss::{BSSList, IndexType, NOT_FOUND, OverflowList, UNASSIGNED};
use crate::testing::each_failure;
use crate::{AllocError, bss_list};

proptest! {
    #![proptest_config(config())]

    /// `BSSList<_, 3>`: six inline, then chunks of two.
    #[test]
    fn behaves_like_a_vec(values in prop::collection::vec(any::<u32>(), 0..cases(400))) {
        let values: Vec<_> = values.iter().map(ToString::to_string).collect();
        let mut list = BSSList::<String, 3>::new();
        {
            let mut refs = Vec::new();
            for (position, value) in values.iter().enumerate() {
                prop_assert_eq!(list.is_overflowing(), position >= 6);
                let (at, stored) = list.append_indexed(value.clone()).unwrap();
                prop_assert_eq!(at, index(position, 6));
                prop_assert_eq!(list.exists(stored), position < 6);
                refs.push(stored);
            }
            for (position, (value, stored)) in values.iter().zip(refs).enumerate() {
                prop_assert_eq!(value, stored);
                prop_assert!(ptr::eq(stored, list.at_index(index(position, 6)).unwrap()));
            }
        }
        prop_assert_eq!(list.len(), values.len());
        prop_assert_eq!(list.at_index(index(values.len(), 6)), None);
        if let Some(value) = list.at_index_mut(index(0, 6)) {
            value.push('!');
            prop_assert!(list.at_index(index(0, 6)).unwrap().ends_with('!'));
        }
    }
}

#[test]
fn indices_that_nobody_gave_out_find_nothing() {
    let mut list = BSSList::<u8, 2>::new();
    for value in 0..10 {
        list.append(value).unwrap();
    }
    let bad = [NOT_FOUND, UNASSIGNED, IndexType::new(4, false), IndexType::new(6, true)];
    let huge = [0x7FFF_FFFD, 0x7FFF_FFFF].map(|index| IndexType::new(index, true));
    for index in bad.into_iter().chain(huge) {
        assert_eq!(list.at_index(index), None, "{index:?}");
        assert_eq!(list.at_index_mut(index), None, "{index:?}");
    }
    assert_eq!(list.at_index(IndexType::new(5, true)), Some(&9));
}

#[test]
fn overflow_lists_stop_at_4095_blocks() {
    // Miri is quadratic in the number of blocks.
    let count = if cfg!(miri) { 130 } else { 4095 };
    let list = OverflowList::<Box<usize>, 1>::new();
    for value in 0..count {
        assert_eq!(**list.append(Box::new(value)).unwrap(), value);
    }
    if count == 4095 {
        assert_eq!(list.append(Box::new(0)), Err(AllocError));
    }
    assert_eq!(list.len(), count);
    assert_eq!(list.at_index(index(count - 1, 0)).map(|value| **value), Some(count - 1));
    assert_eq!(list.at_index(IndexType::new(0, false)), None);

    let empty = OverflowList::<(), 4>::default();
    assert!(empty.is_empty());
    for _ in 0..9 {
        empty.append(()).unwrap();
    }
    assert_eq!((empty.len(), empty.at_index(index(8, 0))), (9, Some(&())));
}

#[test]
fn a_failed_append_changes_nothing() {
    for filled in [0, 3, 4, 5, 6, 132] {
        each_failure(
            || {
                let list = BSSList::<Box<usize>, 2>::new();
                for value in 0..filled {
                    list.append(Box::new(value)).unwrap();
                }
                (list, Some(Box::new(filled)))
            },
            |(list, value)| list.append(value.take().unwrap()).is_ok(),
            |(list, _), appended, has_failed| {
                assert_eq!(appended, !has_failed);
                assert_eq!(list.len(), filled + usize::from(appended));
                for value in 0..list.len() {
                    assert_eq!(list.at_index(index(value, 4)).map(|value| **value), Some(value));
                }
                assert_eq!(list.append(Box::new(7)).map(|value| **value), Ok(7));
            },
        );
    }
}

#[test]
fn drops_every_value_once() {
    let drops = Cell::new(0);
    let list = BSSList::<Counted<'_>, 2>::new();
    for number in 0..100 {
        list.append(Counted { number, drops: &drops, panic_at: usize::MAX }).unwrap();
    }
    assert_eq!(drops.get(), 0);
    drop(list);
    assert_eq!(drops.get(), 100);

    for panic_at in [0, 3, 4, 5, 10, 19] {
        drops.set(0);
        let list = BSSList::<Counted<'_>, 2>::new();
        for number in 0..20 {
            list.append(Counted { number, drops: &drops, panic_at }).unwrap();
        }
        assert!(catch_unwind(AssertUnwindSafe(|| drop(list))).is_err());
        assert!(drops.get() > panic_at && drops.get() <= 20);
    }
}

#[test]
fn a_value_may_be_written_later() {
    let list = BSSList::<Box<u32>, 1>::init();
    for value in 0..5 {
        // SAFETY:
        // 1. The list is not mutably borrowed.
        // 2. The value is written below, before anything reads it.
        let slot = unsafe { BSSList::append_uninit(list.as_ptr()) }.unwrap();
        // SAFETY: the slot is valid for writes.
        unsafe { (*slot).write(Box::new(value)) };
    }
    // SAFETY: `init` made it from a box, and nothing else refers to it.
    let list = unsafe { Box::from_raw(list.as_ptr()) };
    let values: Vec<u32> = (0..5).map(|at| **list.at_index(index(at, 2)).unwrap()).collect();
    assert_eq!(values, [0, 1, 2, 3, 4]);
}

/// A million blocks, on a stack that a recursion of that depth would overflow.
#[test]
fn tears_down_without_recursion() {
    const ITEMS: usize = if cfg!(miri) { 200 } else { 2_000_000 };
    let worker = std::thread::Builder::new().stack_size(64 * 1024).spawn(|| {
        let list = BSSList::<u8, 1>::new();
        for _ in 0..ITEMS {
            list.append(1).unwrap();
        }
        let last = list.at_index(index(ITEMS - 1, 2)).copied();
        drop(list);
        last
    });
    assert_eq!(worker.unwrap().join().unwrap(), Some(1));
}

#[test]
fn threads_append_and_read() {
    bss_list! { shared : (usize, String), 2 }

    const COUNT: usize = if cfg!(miri) { 30 } else { 3000 };
    let taken = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for thread in 0..3 {
            let taken = &taken;
            scope.spawn(move || {
                for number in 0..COUNT {
                    let value = (thread, number.to_string());
                    let (at, stored) = shared().append_indexed(value).unwrap();
                    assert_eq!((stored.0, &*stored.1), (thread, &*number.to_string()));
                    taken.lock().unwrap().push(at);
                    // Whatever is below the length can be read.
                    let last = shared().len() - 1;
                    assert!(shared().at_index(index(last, 4)).unwrap().0 < 3);
                }
            });
        }
    });
    let mut taken = taken.into_inner().unwrap();
    taken.sort_by_key(|at| at.raw());
    let all: Vec<_> = (0..3 * COUNT).map(|position| index(position, 4)).collect();
    assert_eq!(taken, all);
}
