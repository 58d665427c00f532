//! The allocations of `HashMap`: each of them failing in turn, and their sizes.

#![expect(unsafe_code, reason = "implements a global allocator that fails on demand")]

use bun_alloc::AllocError;
use bun_collections::hash_map::{HashAdapter, HashContext};
use bun_collections::{AutoContext, HashMap};
use core::alloc::{GlobalAlloc, Layout};
use core::cell::Cell;
use std::alloc::System;

struct FailsOnDemand;

thread_local! {
    static ALLOCATIONS_LEFT: Cell<Option<u32>> = const { Cell::new(None) };
    /// The size of the last allocation.
    static LAST_SIZE: Cell<usize> = const { Cell::new(0) };
}

// SAFETY:
// 1. Every call is either refused with null or forwarded unchanged to the system's allocator.
unsafe impl GlobalAlloc for FailsOnDemand {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let left = ALLOCATIONS_LEFT.get();
        ALLOCATIONS_LEFT.set(left.map(|left| left.saturating_sub(1)));
        if left == Some(0) {
            return core::ptr::null_mut();
        }
        LAST_SIZE.set(layout.size());
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

type Map = HashMap<u64, u64>;

/// Six entries in eight slots: the next one needs a larger block. One was removed before.
fn full() -> Map {
    let mut map = Map::new();
    for key in 0..6 {
        map.put(key, !key).expect("memory");
    }
    map.remove(&0);
    map.put(6, !6).expect("memory");
    assert_eq!((map.len(), map.capacity()), (6, 8), "full");
    map
}

fn state(map: &Map) -> (Vec<(u64, u64)>, usize) {
    assert!(map.iter().all(|(key, value)| map.get(key) == Some(value)), "what is there is found");
    (map.iter().map(|(key, value)| (*key, *value)).collect(), map.capacity())
}

/// Fails the first allocation of `operation`, then the second, and so on until it succeeds, each
/// time on a new map, and asserts that the map is the same after each failure.
///
/// Returns how many allocations the operation needs.
fn needed(operation: impl Fn(&mut Map) -> Result<(), AllocError>) -> u32 {
    for allowed in 0..10 {
        let mut map = full();
        let before = state(&map);
        ALLOCATIONS_LEFT.set(Some(allowed));
        let outcome = operation(&mut map);
        ALLOCATIONS_LEFT.set(None);
        if outcome.is_ok() {
            return allowed;
        }
        assert_eq!(state(&map), before, "nothing has changed");
    }
    unreachable!("some operation succeeds");
}

/// Looks numbers up by their decimal digits.
struct Digits;

impl HashAdapter<str, u64> for Digits {
    fn hash(&self, key: &str) -> u64 {
        AutoContext.hash(&key.parse::<u64>().unwrap_or(0))
    }

    fn eql(&self, a: &str, b: &u64) -> bool {
        a.parse() == Ok(*b)
    }
}

#[test]
fn a_new_key_needs_memory() {
    let hash = AutoContext.hash(&99_u64);
    let entry = || Ok((99, 1));
    assert_eq!(needed(|map| map.put(99, 1)), 1);
    assert_eq!(needed(|map| map.put_no_clobber(99, 1)), 1);
    assert_eq!(needed(|map| map.try_insert(99, 1).map(drop)), 1);
    assert_eq!(needed(|map| map.fetch_put(99, 1).map(drop)), 1);
    assert_eq!(needed(|map| map.get_or_put(99).map(drop)), 1);
    assert_eq!(needed(|map| map.get_or_put_context(99, ()).map(drop)), 1);
    assert_eq!(needed(|map| map.get_or_put_value(99, 1).map(drop)), 1);
    assert_eq!(needed(|map| map.get_or_put_with(99, || 1).map(drop)), 1);
    assert_eq!(needed(|map| map.get_or_put_adapted("99", &Digits).map(drop)), 1);
    assert_eq!(needed(|map| map.get_or_put_adapted_with("99", &Digits, entry).map(drop)), 1);
    assert_eq!(
        needed(|map| map.get_or_put_hashed_with(hash, |key| *key == 99, entry).map(drop)),
        1
    );
    assert_eq!(needed(|map| map.ensure_unused_capacity(1)), 1);
    assert_eq!(needed(|map| map.ensure_total_capacity(7)), 1);
    assert_eq!(needed(|map| map.rehash()), 1);
    assert_eq!(needed(|map| map.try_clone().map(drop)), 1);
    assert_eq!(needed(|map| map.clone().map(drop)), 1);
}

#[test]
fn a_key_that_is_there_needs_none() {
    let hash = AutoContext.hash(&3_u64);
    let entry = || Err(AllocError);
    assert_eq!(needed(|map| map.put(3, 1)), 0);
    assert_eq!(needed(|map| map.try_insert(3, 1).map(drop)), 0);
    assert_eq!(needed(|map| map.fetch_put(3, 1).map(drop)), 0);
    assert_eq!(needed(|map| map.get_or_put(3).map(drop)), 0);
    assert_eq!(needed(|map| map.get_or_put_value(3, 1).map(drop)), 0);
    assert_eq!(needed(|map| map.get_or_put_adapted("3", &Digits).map(drop)), 0);
    assert_eq!(needed(|map| map.get_or_put_adapted_with("3", &Digits, entry).map(drop)), 0);
    assert_eq!(needed(|map| map.get_or_put_hashed_with(hash, |key| *key == 3, entry).map(drop)), 0);
}

#[test]
fn what_takes_out_or_looks_up_needs_none() {
    let uses: [&dyn Fn(&mut Map); 12] = [
        &|map| assert_eq!(map.get(&3), Some(&!3)),
        &|map| assert_eq!(map.remove(&3), Some(!3)),
        &|map| assert!(map.fetch_remove(&3).is_some()),
        &|map| assert!(map.remove_adapted("3", &Digits).is_some()),
        &|map| map.retain(|key, _| *key == 3),
        &|map| assert_eq!(map.drain().count(), 6),
        &|map| map.values_mut().for_each(|value| *value += 1),
        &|map| map.clear_retaining_capacity(),
        &|map| map.clear_and_free(),
        &|map| assert_eq!(core::mem::take(map).into_iter().count(), 6),
        &|map| {
            map.retain(|key, _| *key != 2 && *key != 3);
            map.put_assume_capacity(9, 9);
            map.put_assume_capacity_no_clobber(3, 3);
        },
        &|map| {
            map.remove(&3);
            map.get_or_put_assume_capacity(9);
        },
    ];
    for operation in uses {
        assert_eq!(
            needed(|map| {
                operation(map);
                Ok(())
            }),
            0
        );
    }
}

/// What Zig allocates for so many slots: a header of three words, a byte a slot, and two arrays.
fn size_in_zig<K, V>(capacity: usize) -> usize {
    let header = 2 * size_of::<usize>() + size_of::<u64>();
    let keys = (header + capacity).next_multiple_of(align_of::<K>()) + size_of::<K>() * capacity;
    let values = keys.next_multiple_of(align_of::<V>()) + size_of::<V>() * capacity;
    values.next_multiple_of(align_of::<K>().max(align_of::<V>()).max(align_of::<usize>()))
}

fn allocated<K, V>(len: usize) -> (usize, usize)
where
    K: bun_wyhash::AutoHash + Eq,
{
    let mut map = HashMap::<K, V>::new();
    map.ensure_total_capacity(len).expect("memory");
    (LAST_SIZE.get(), size_in_zig::<K, V>(map.capacity()))
}

#[test]
fn no_larger_than_in_zig() {
    assert_eq!(allocated::<u64, u64>(1000), (2048 * 17 + 16, 2048 * 17 + 24));
    for len in [1, 6, 7, 100, 1000, 100_000] {
        for (ours, zig) in [
            allocated::<u64, u64>(len),
            allocated::<u32, u32>(len),
            allocated::<u64, u8>(len),
            allocated::<u8, u128>(len),
            allocated::<u16, ()>(len),
            allocated::<(u32, u8), [u8; 3]>(len),
        ] {
            assert!(ours <= zig, "{len}: {ours} bytes, {zig} in Zig");
        }
    }
    assert_eq!(size_of::<HashMap<u64, u64>>(), 32, "as Zig's, which has an allocator in it");
}
