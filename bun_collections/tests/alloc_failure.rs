//! Every fallible method with its n-th allocation failing: an error, and nothing has changed.

mod fails_cleanly;

use bun_alloc::AllocError;
use bun_alloc::testing::{FailingGlobal, with_failure_after};
use bun_collections::array_hash_map::StringContext;
use bun_collections::{ArrayHashMap, MultiArrayElement, MultiArrayList, StringArrayHashMap};
use fails_cleanly::fails_cleanly;

#[global_allocator]
static ALLOCATOR: FailingGlobal = FailingGlobal::SYSTEM;

#[derive(MultiArrayElement, Clone, Copy, Debug, PartialEq)]
struct Row {
    key: u64,
    small: u8,
}

fn list() -> MultiArrayList<Row> {
    let mut list = MultiArrayList::new();
    for key in 0..16 {
        list.append(Row { key, small: 1 }).expect("memory");
    }
    assert_eq!(list.capacity(), 16, "full");
    list
}

#[test]
fn lists_stay_as_they_were() {
    let row = Row { key: 99, small: 2 };
    let check = |operation: &dyn Fn(&mut MultiArrayList<Row>) -> Result<(), AllocError>| {
        let state = |list: &MultiArrayList<Row>| {
            ((0..list.len()).map(|at| list.get(at)).collect::<Vec<_>>(), list.capacity())
        };
        fails_cleanly(list, operation, state)
    };
    assert_eq!(check(&|list| list.append(row)), 1);
    assert_eq!(check(&|list| list.insert(3, row)), 1);
    assert_eq!(check(&|list| list.ensure_total_capacity(17)), 1);
    assert_eq!(check(&|list| list.ensure_total_capacity_precise(17)), 1);
    assert_eq!(check(&|list| list.ensure_unused_capacity(1)), 1);
    assert_eq!(check(&|list| list.set_capacity(20)), 1);
    assert_eq!(check(&|list| list.resize_with(20, || row)), 1);
    assert_eq!(check(&|list| list.try_clone().map(drop)), 1);
    assert_eq!(check(&|list| list.clone().map(drop)), 1);
    assert_eq!(check(&|_| MultiArrayList::<Row>::try_with_capacity(3).map(drop)), 1);
    assert_eq!(check(&|list| list.ensure_total_capacity(16)), 0);
}

#[test]
fn shrinking_without_memory_keeps_the_old_block() {
    let mut list = list();
    let ((), has_failed) = with_failure_after(0, || list.shrink_and_free(3));
    assert!(has_failed);
    assert_eq!((list.len(), list.capacity(), list.get(2).key), (3, 16, 2));
}

/// Something to do with a map that may fail.
type Operation = dyn Fn(&mut ArrayHashMap<u64, u64>) -> Result<(), AllocError>;

/// Full, with the next entry needing both a larger block and an index.
fn map() -> ArrayHashMap<u64, u64> {
    let mut map = ArrayHashMap::new();
    for key in 0..16 {
        map.put(key, !key).expect("memory");
    }
    assert_eq!(map.capacity(), 16, "full");
    map
}

#[test]
fn maps_stay_as_they_were() {
    let check = |operation: &Operation| {
        let state = |map: &ArrayHashMap<u64, u64>| {
            assert!((0..16).all(|key| map.get(&key) == Some(&!key)));
            (map.keys().to_vec(), map.values().to_vec(), map.capacity())
        };
        fails_cleanly(map, operation, state)
    };
    assert_eq!(check(&|map| map.put(99, 1)), 2);
    assert_eq!(check(&|map| map.put_no_clobber(99, 1)), 2);
    assert_eq!(check(&|map| map.fetch_put(99, 1).map(drop)), 2);
    assert_eq!(check(&|map| map.try_insert(99, 1).map(drop)), 2);
    assert_eq!(check(&|map| map.get_or_put(99).map(drop)), 2);
    assert_eq!(check(&|map| map.get_or_put_value(99, 1).map(drop)), 2);
    assert_eq!(check(&|map| map.get_or_put_with(99, || 1).map(drop)), 2);
    assert_eq!(check(&|map| map.ensure_total_capacity(17)), 2);
    assert_eq!(check(&|map| map.ensure_unused_capacity(1)), 2);
    assert_eq!(check(&|map| map.try_clone().map(drop)), 1);
    assert_eq!(check(&|map| map.re_index()), 0);
    assert_eq!(check(&|map| map.put(3, !3)), 0, "a key that is there needs no memory");
    assert_eq!(check(&|map| map.get_or_put(3).map(drop)), 0);
}

#[test]
fn maps_with_an_index_stay_as_they_were() {
    let indexed = || {
        let mut map = map();
        map.put(16, !16).expect("memory");
        map
    };
    let state = |map: &ArrayHashMap<u64, u64>| {
        assert!((0..17).all(|key| map.get(&key) == Some(&!key)));
        (map.keys().to_vec(), map.capacity())
    };
    assert_eq!(fails_cleanly(indexed, |map| map.try_clone().map(drop), state), 2);
    assert_eq!(fails_cleanly(indexed, |map| map.re_index(), state), 1);
    assert_eq!(fails_cleanly(indexed, |map| map.ensure_total_capacity(200), state), 2);
}

#[test]
fn maps_of_strings_stay_as_they_were() {
    let strings = || {
        let mut map = StringArrayHashMap::<u32>::new();
        for key in [b"a", b"b", b"c", b"d", b"e", b"f", b"g", b"h"] {
            map.put(key, 1).expect("memory");
        }
        map
    };
    let state = |map: &StringArrayHashMap<u32>| {
        assert!(map.keys().iter().all(|key| map.get(key) == Some(&1)));
        map.keys().to_vec()
    };
    assert_eq!(fails_cleanly(strings, |map| map.put(b"new", 2), state), 3);
    assert_eq!(fails_cleanly(strings, |map| map.get_or_put(b"new").map(drop), state), 3);
    assert_eq!(fails_cleanly(strings, |map| map.get_or_put_value(b"new", 2).map(drop), state), 3);
    assert_eq!(fails_cleanly(strings, |map| map.try_clone().map(drop), state), 9);
    assert_eq!(fails_cleanly(strings, |map| map.put(b"a", 1), state), 0);

    let borrowed = ArrayHashMap::<&[u8], u32, StringContext>::new;
    assert_eq!(fails_cleanly(borrowed, |map| map.put(b"key", 1), ArrayHashMap::len), 1);
}
