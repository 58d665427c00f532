//! Every fallible method of array maps with its n-th allocation failing: an error, and nothing has
//! changed.

mod fails_cleanly;

use bun_alloc::AllocError;
use bun_alloc::testing::{FailingGlobal, with_failure_after};
use bun_collections::array_hash_map::{ArrayHashContext, AutoContext, StringContext};
use bun_collections::{ArrayHashMap, StringArrayHashMap};
use fails_cleanly::fails_cleanly;

#[global_allocator]
static ALLOCATOR: FailingGlobal = FailingGlobal::SYSTEM;

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
    let (moved, has_failed) = with_failure_after(0, || {
        assert!(map.swap_remove(&3) && map.ordered_remove(&4));
        map.swap_indices(0, 7);
        map.put_assume_capacity(3, 1);
        assert_eq!(map.fetch_put_assume_capacity(3, 2).map(|old| old.value), Some(1));
        map.shrink_retaining_capacity(10);
        map.drain().next();
        map.move_()
    });
    assert!(!has_failed && map.is_empty() && moved.is_empty() && moved.capacity() >= 40);
}

#[test]
fn shrinking_without_memory_keeps_the_old_block() {
    let mut map = map(40);
    let capacity = map.capacity();
    let ((), has_failed) = with_failure_after(0, || map.shrink_and_free(3));
    assert!(has_failed);
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
