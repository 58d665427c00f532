//! Every fallible method of array maps with its n-th allocation failing: an error, and nothing has
//! changed.

#![expect(unsafe_code, reason = "implements a global allocator that fails on demand")]

use bun_alloc::AllocError;
use bun_collections::array_hash_map::{ArrayHashContext, AutoContext, StringContext};
use bun_collections::{ArrayHashMap, StringArrayHashMap};
use core::alloc::{GlobalAlloc, Layout};
use core::cell::Cell;
use std::alloc::System;

struct FailsOnDemand;

thread_local! {
    static ALLOCATIONS_LEFT: Cell<Option<u32>> = const { Cell::new(None) };
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

/// Fails the first allocation of `operation`, then the second, and so on until it succeeds, each
/// time on a new subject, and asserts that `state` is the same after each failure.
///
/// Returns how many allocations the operation needs.
fn fails_cleanly<S, T: PartialEq + core::fmt::Debug>(
    subject: impl Fn() -> S,
    operation: impl Fn(&mut S) -> Result<(), AllocError>,
    state: impl Fn(&S) -> T,
) -> u32 {
    for allowed in 0.. {
        let mut tested = subject();
        let before = state(&tested);
        ALLOCATIONS_LEFT.set(Some(allowed));
        let outcome = operation(&mut tested);
        ALLOCATIONS_LEFT.set(None);
        if outcome.is_ok() {
            return allowed;
        }
        assert_eq!(state(&tested), before);
    }
    unreachable!("some operation succeeds");
}

type Map = ArrayHashMap<u64, u64>;
type Operation = dyn Fn(&mut Map) -> Result<(), AllocError>;

/// As `AutoContext`, but for the hashes, which are stored.
#[derive(Clone, Default)]
struct Stores;

impl ArrayHashContext<u64> for Stores {
    fn hash(&self, key: &u64) -> u32 {
        ArrayHashContext::hash(&AutoContext, key)
    }

    fn eql(&self, a: &u64, b: &u64, _b_index: usize) -> bool {
        a == b
    }
}

fn map(count: u64) -> Map {
    (0..count).map(|key| (key, !key)).collect()
}

/// Keys, values, capacity, and that every key is found.
fn state(map: &Map) -> (Vec<u64>, Vec<u64>, usize) {
    for (at, key) in map.keys().iter().enumerate() {
        assert_eq!(map.get_index(key), Some(at));
    }
    (map.keys().to_vec(), map.values().to_vec(), map.capacity())
}

#[test]
fn operations_on_many_entries() {
    let check = |count, operation: &Operation| fails_cleanly(|| map(count), operation, state);
    // An index of another size, or one that is made again.
    assert_eq!(check(17, &|map| map.ordered_remove_at_many(&[1, 3])), 1);
    assert_eq!(check(16, &|map| map.ordered_remove_at_many(&[1, 3])), 0);
    assert_eq!(check(17, &|map| map.reinit(&[1, 2, 3], &[4, 5, 6])), 2);
    assert_eq!(check(16, &|map| map.reinit(&[1; 17], &[4; 17])), 2);
    assert_eq!(check(17, &|map| map.set_key(3, 99).map(drop)), 1);
    assert_eq!(check(40, &|map| map.set_key(3, 99).map(drop)), 0, "an index of the right size");
    assert_eq!(check(0, &|_| Map::init(&[1, 2], &[3, 4]).map(drop)), 1);
    assert_eq!(check(17, &|map| map.clone_with_context(AutoContext).map(drop)), 2);
    assert_eq!(check(17, &|map| map.clone_with_context(Stores).map(drop)), 2);
    assert_eq!(
        check(17, &|map| map.get_or_put_adapted_with(&5, &Same, || Ok((5, 5))).map(drop)),
        0
    );
    let adds = |map: &mut Map| map.get_or_put_adapted_with(&99, &Same, || Ok((99, 5))).map(drop);
    assert_eq!(check(16, &adds), 2);
    let refuses = |map: &mut Map| match map.get_or_put_adapted_with(&99, &Same, || Err(AllocError))
    {
        Err(AllocError) => Ok(()),
        Ok(_) => unreachable!("it is not there"),
    };
    assert_eq!(check(0, &refuses), 0);
}

struct Same;

impl bun_collections::array_hash_map::ArrayHashAdapter<u64, u64> for Same {
    fn hash(&self, key: &u64) -> u32 {
        ArrayHashContext::hash(&AutoContext, key)
    }

    fn eql(&self, a: &u64, b: &u64, _b_index: usize) -> bool {
        a == b
    }
}

#[test]
fn an_index_of_another_size() {
    // Shrunk, so that another key means another index.
    let shrunk = || {
        let mut map = map(100);
        map.shrink_and_free(20);
        map
    };
    assert_eq!(fails_cleanly(shrunk, |map| map.set_key(3, 99).map(drop), state), 1);
    assert_eq!(fails_cleanly(shrunk, Map::re_index, state), 1);
    assert_eq!(fails_cleanly(shrunk, |map| map.ordered_remove_at_many(&[0]), state), 1);
}

#[test]
fn what_never_fails_allocates_nothing() {
    let mut map = map(40);
    ALLOCATIONS_LEFT.set(Some(0));
    assert!(map.swap_remove(&3) && map.ordered_remove(&4));
    map.swap_indices(0, 7);
    map.put_assume_capacity(3, 1);
    assert_eq!(map.fetch_put_assume_capacity(3, 2).map(|old| old.value), Some(1));
    map.shrink_retaining_capacity(10);
    map.drain().next();
    let moved = map.move_();
    ALLOCATIONS_LEFT.set(None);
    assert!(map.is_empty() && moved.is_empty() && moved.capacity() >= 40);
}

#[test]
fn shrinking_without_memory_keeps_the_old_block() {
    let mut map = map(40);
    let capacity = map.capacity();
    ALLOCATIONS_LEFT.set(Some(0));
    map.shrink_and_free(3);
    ALLOCATIONS_LEFT.set(None);
    assert_eq!((map.keys(), map.capacity()), (&[0, 1, 2][..], capacity));
}

#[test]
fn maps_of_strings() {
    let strings = || {
        let keys = [b"a", b"b", b"c", b"d", b"e", b"f", b"g", b"h"];
        keys.into_iter().map(|key| (key, 1)).collect::<StringArrayHashMap<u32>>()
    };
    let state = |map: &StringArrayHashMap<u32>| {
        assert!(map.keys().iter().all(|key| map.get(key) == Some(&1)));
        map.keys().to_vec()
    };
    assert_eq!(fails_cleanly(strings, |map| map.fetch_put(b"new", 2).map(drop), state), 3);
    assert_eq!(fails_cleanly(strings, |map| map.fetch_put(b"a", 2).map(drop), state), 1);
    assert_eq!(fails_cleanly(strings, |map| map.put_no_clobber(b"new", 2), state), 3);
    assert_eq!(fails_cleanly(strings, |map| map.put_owned(Box::new([]), 2), state), 2);
    assert_eq!(fails_cleanly(strings, |map| map.clone().map(drop), state), 9);
    let borrowed = || (0..8).map(|at| (&b"12345678"[at..], 0)).collect();
    let operation =
        |map: &mut ArrayHashMap<&'static [u8], u32, StringContext>| map.put(b"another", 1);
    assert_eq!(fails_cleanly(borrowed, operation, ArrayHashMap::len), 2);
}
