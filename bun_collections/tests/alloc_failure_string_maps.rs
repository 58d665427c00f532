//! Every fallible method of the string maps with its n-th allocation failing: an error, and nothing
//! has changed.

#![expect(unsafe_code, reason = "implements a global allocator that fails on demand")]

use bun_alloc::AllocError;
use bun_collections::{StringHashMap, StringHashMapKey, StringMap, StringSet};
use core::alloc::{GlobalAlloc, Layout};
use core::cell::Cell;
use std::alloc::System;

struct FailsOnDemand;

thread_local! {
    static ALLOCATIONS_LEFT: Cell<Option<u32>> = const { Cell::new(None) };
    static LIVE: Cell<isize> = const { Cell::new(0) };
}

fn may_allocate() -> bool {
    match ALLOCATIONS_LEFT.get() {
        None => true,
        Some(0) => false,
        Some(left) => {
            ALLOCATIONS_LEFT.set(Some(left - 1));
            true
        }
    }
}

// SAFETY:
// 1. Every call is either refused with null or forwarded unchanged to the system's allocator.
unsafe impl GlobalAlloc for FailsOnDemand {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if !may_allocate() {
            return core::ptr::null_mut();
        }
        LIVE.set(LIVE.get() + 1);
        // SAFETY:
        // 1. The caller's promise about `layout` is passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        LIVE.set(LIVE.get() - 1);
        // SAFETY:
        // 1. The block came from `alloc` above, so from the system, with the same layout.
        unsafe { System.dealloc(block, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: FailsOnDemand = FailsOnDemand;

/// Fails the first allocation of `operation`, then the second, and so on until it succeeds, each
/// time on a new subject, and asserts that `state` is the same after each failure and that no block
/// is left over.
///
/// Returns how many allocations the operation needs.
fn fails_cleanly<S, T: PartialEq + core::fmt::Debug>(
    subject: impl Fn() -> S,
    operation: impl Fn(&mut S) -> Result<(), AllocError>,
    state: impl Fn(&S) -> T,
) -> u32 {
    for allowed in 0.. {
        let live = LIVE.get();
        let mut tested = subject();
        let before = state(&tested);
        ALLOCATIONS_LEFT.set(Some(allowed));
        let outcome = operation(&mut tested);
        ALLOCATIONS_LEFT.set(None);
        if outcome.is_ok() {
            return allowed;
        }
        assert_eq!(state(&tested), before);
        drop((tested, before));
        assert_eq!(LIVE.get(), live, "every block was freed");
    }
    unreachable!("some operation succeeds");
}

/// Full: the next entry needs a larger block. Every other key is owned.
fn map() -> StringHashMap<u32> {
    let mut map = StringHashMap::new();
    for (key, value) in [(b"a", 1), (b"b", 2), (b"c", 3), (b"d", 4), (b"e", 5), (b"f", 6)] {
        let put = if value % 2 == 0 { map.put(key, value) } else { map.put_static_key(key, value) };
        put.expect("memory");
    }
    assert_eq!(map.capacity(), 8, "full");
    map
}

/// The entries in order. The capacity may have grown.
fn entries(map: &StringHashMap<u32>) -> Vec<(Vec<u8>, u32)> {
    assert!(map.keys().all(|key| map.contains(key)));
    let mut entries: Vec<_> = map.iter().map(|(key, value)| (key.to_vec(), *value)).collect();
    entries.sort();
    entries
}

#[test]
fn hash_maps_stay_as_they_were() {
    let check = |operation: &dyn Fn(&mut StringHashMap<u32>) -> Result<(), AllocError>| {
        fails_cleanly(map, operation, entries)
    };
    assert_eq!(check(&|map| map.put(b"new", 1)), 2);
    assert_eq!(check(&|map| map.try_insert(b"new", 1).map(drop)), 2);
    assert_eq!(check(&|map| map.put_no_clobber(b"new", 1)), 2);
    assert_eq!(check(&|map| map.get_or_put(b"new").map(drop)), 2);
    assert_eq!(check(&|map| map.get_or_put_with(b"new", || 1).map(drop)), 2);
    assert_eq!(check(&|map| map.get_or_put_value(b"new", 1).map(drop)), 2);
    assert_eq!(check(&|map| map.get_or_put_hashed(map.hash_key(b"new"), b"new").map(drop)), 2);
    assert_eq!(check(&|map| map.put_static_key(b"new", 1)), 1);
    assert_eq!(check(&|map| map.get_or_put_static_key(b"new").map(drop)), 1);
    assert_eq!(check(&|map| map.put_static_key_hashed(7, b"new", 1)), 1);
    assert_eq!(check(&|map| map.ensure_unused_capacity(1)), 1);
    assert_eq!(check(&|map| map.try_clone().map(drop)), 1 + 3, "the slots and the owned keys");
    assert_eq!(check(&|map| map.put(b"a", 1)), 0, "a key that is there needs no memory");
    assert_eq!(check(&|map| map.get_or_put(b"b").map(drop)), 0);
    assert_eq!(check(&|_| StringHashMapKey::copy_of(b"").map(drop)), 0);
}

#[test]
fn a_boxed_key_that_does_not_fit_is_freed() {
    let live = LIVE.get();
    let mut map = map();
    let key: Box<[u8]> = Box::from(*b"new");
    ALLOCATIONS_LEFT.set(Some(0));
    let outcome = map.put_owned(key, 1);
    ALLOCATIONS_LEFT.set(None);
    assert_eq!(outcome, Err(AllocError));
    assert_eq!(entries(&map).len(), 6);
    drop(map);
    assert_eq!(LIVE.get(), live);
}

#[test]
fn sets_stay_as_they_were() {
    let set = || [b"a", b"b", b"c", b"d", b"e", b"f", b"g", b"h"].iter().collect::<StringSet>();
    let state = |set: &StringSet| set.keys().to_vec();
    assert_eq!(fails_cleanly(set, |set| set.insert(b"new"), state), 3);
    assert_eq!(fails_cleanly(set, |set| set.insert(b"a"), state), 0);
    assert_eq!(fails_cleanly(set, |set| set.try_clone().map(drop), state), 9);
}

#[test]
fn maps_of_strings_stay_as_they_were() {
    let map = || {
        let mut map = StringMap::init(true);
        map.put(b"a", b"1").expect("memory");
        map
    };
    let state = |map: &StringMap| (map.keys().to_vec(), map.values().to_vec());
    assert_eq!(fails_cleanly(map, |map| map.put(b"b", b"2"), state), 2);
    assert_eq!(fails_cleanly(map, |map| map.put(b"a", b"2"), state), 1);
    assert_eq!(fails_cleanly(map, |map| map.try_clone().map(drop), state), 3);
}
