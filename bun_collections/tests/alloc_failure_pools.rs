//! Hives and sorted tables with every allocation failing: an error, and nothing has changed.

#![expect(unsafe_code, reason = "implements a global allocator that fails on demand")]

use bun_alloc::AllocError;
use bun_collections::hive_array::Fallback;
use bun_collections::static_hash_map::{AutoHashMap, HashMapMixin};
use bun_collections::{MultiArrayElement, MultiArrayList};
use core::alloc::{GlobalAlloc, Layout};
use core::cell::Cell;
use std::alloc::System;

struct FailsOnDemand;

thread_local! {
    static FAILS: Cell<bool> = const { Cell::new(false) };
}

// SAFETY:
// 1. Every call is either refused with null or forwarded unchanged to the system's allocator.
unsafe impl GlobalAlloc for FailsOnDemand {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if FAILS.get() {
            return core::ptr::null_mut();
        }
        // SAFETY:
        // 1. The caller's promise about `layout` is passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY:
        // 1. The block came from `alloc` above, so from the system, with the same layout.
        unsafe { System.dealloc(block, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: FailsOnDemand = FailsOnDemand;

fn without_memory<R>(operation: impl FnOnce() -> R) -> R {
    FAILS.set(true);
    let result = operation();
    FAILS.set(false);
    result
}

#[test]
fn slots_need_no_memory_and_boxes_do() {
    let pool = Fallback::<Box<u32>, 1>::init();
    let (value, other, third) = (Box::new(1), Box::new(2), Box::new(3));
    let inside = without_memory(|| pool.try_alloc(value)).expect("a slot");
    assert!(without_memory(|| pool.try_claim().is_err()));
    assert_eq!(without_memory(|| pool.try_alloc(other).err()), Some(AllocError));
    assert_eq!(without_memory(|| pool.try_get_init(third)), Err(AllocError));
    assert_eq!((**inside, pool.hive.in_use()), (1, 1));
    drop(inside);
    assert_eq!(pool.hive.in_use(), 0);
}

#[test]
fn tables_stay_as_they_were() {
    assert!(without_memory(|| AutoHashMap::<u32, u32>::init_capacity(8)).is_err());
    let mut map = AutoHashMap::<u32, u32>::init_capacity(8).expect("memory");
    for key in 0..6 {
        map.put(key, key).expect("memory");
    }
    assert_eq!(without_memory(|| map.put(6, 6)), Err(AllocError));
    assert_eq!(without_memory(|| map.ensure_unused_capacity(3)), Err(AllocError));
    assert_eq!((map.len(), map.capacity()), (6, 8));
    assert!((0..6).all(|key| map.get(&key) == Some(&key)));
    map.put(6, 6).expect("memory");
    assert_eq!(map.capacity(), 16);
}

#[derive(MultiArrayElement)]
struct Row {
    owned: Box<u32>,
}

#[test]
fn an_append_without_memory_drops_the_row() {
    let mut list = MultiArrayList::new();
    for number in 0..16 {
        list.append(Row { owned: Box::new(number) }).expect("memory");
    }
    let row = Row { owned: Box::new(16) };
    assert_eq!(without_memory(|| list.append(row)), Err(AllocError));
    assert_eq!((list.len(), list.capacity()), (16, 16));
    assert!(list.columns().owned.iter().map(|number| **number).eq(0..16));
}
