//! The capacities that code written for Zig observes.

use crate::ArrayHashMap;
use crate::array_hash_map::{ArrayHashContext, StringContext};

/// `(entries, capacity)` whenever the capacity changes while `count` keys are put.
fn capacities<K, C: ArrayHashContext<K> + Default>(
    count: u32,
    key: impl Fn(u32) -> K,
) -> Vec<(usize, usize)> {
    let mut map = ArrayHashMap::<K, u32, C>::new();
    let mut seen = vec![(0, map.capacity())];
    for at in 0..count {
        map.put(key(at), at).expect("memory");
        if seen.last().is_some_and(|last| last.1 != map.capacity()) {
            seen.push((map.len(), map.capacity()));
        }
    }
    seen
}

#[test]
fn capacities_of_maps_of_numbers() {
    let count = if cfg!(miri) { 80 } else { 700 };
    let expected = [
        (0, 0),
        (1, 32),
        (33, 38),
        (39, 76),
        (77, 80),
        (81, 152),
        (153, 153),
        (154, 260),
        (261, 307),
        (308, 422),
        (423, 614),
        (615, 665),
        (666, 1029),
    ];
    let seen = capacities::<u32, crate::array_hash_map::AutoContext>(count, |key| key);
    assert_eq!(seen, expected[..seen.len()]);
}

#[test]
fn capacities_of_maps_of_strings() {
    let count = if cfg!(miri) { 40 } else { 400 };
    let expected = [
        (0, 0),
        (1, 8),
        (9, 19),
        (20, 20),
        (21, 38),
        (39, 65),
        (66, 76),
        (77, 105),
        (106, 153),
        (154, 165),
        (166, 255),
        (256, 307),
        (308, 390),
        (391, 593),
    ];
    let text: Vec<String> = (0..count).map(|at| at.to_string()).collect();
    let seen = capacities::<&[u8], StringContext>(count, |at| text[at as usize].as_bytes());
    assert_eq!(seen, expected[..seen.len()]);
}

#[test]
fn linear_search_ends_where_zig_ends_it() {
    fn linear<K>() -> usize
    where
        crate::array_hash_map::AutoContext: ArrayHashContext<K>,
    {
        let mut map = ArrayHashMap::<K, ()>::new();
        map.ensure_total_capacity(1).expect("memory");
        map.capacity()
    }
    assert_eq!((linear::<u8>(), linear::<u16>(), linear::<u32>()), (128, 64, 32));
    assert_eq!((linear::<u64>(), linear::<[u64; 2]>(), linear::<[u8; 200]>()), (16, 8, 1));
}

#[test]
fn one_allocation_at_a_time() {
    let mut map = ArrayHashMap::<u64, u64>::with_capacity(1);
    let keys = map.keys().as_ptr().addr();
    for key in 0..16 {
        map.put_assume_capacity(key, key);
    }
    assert_eq!((map.capacity(), map.keys().as_ptr().addr()), (16, keys));
    assert_eq!(map.values().as_ptr().addr() - keys, 16 * 8, "values follow the keys");
}

#[test]
fn sizes_beyond_memory_are_refused() {
    let mut map = ArrayHashMap::<u64, u64>::new();
    map.put(1, 2).expect("memory");
    for capacity in [usize::MAX, isize::MAX as usize, 1 << 60, u32::MAX as usize + 1] {
        assert!(map.ensure_total_capacity(capacity).is_err());
        assert!(map.ensure_unused_capacity(capacity).is_err());
    }
    assert_eq!((map.len(), map.get(&1)), (1, Some(&2)));
}
