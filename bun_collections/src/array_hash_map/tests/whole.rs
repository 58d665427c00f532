//! Operations on many entries at once, and on entries by position, above and below the limit of
//! linear search, with hashes stored and not.

use crate::array_hash_map::{ArrayHashContext, ArrayHashMapExt, AutoContext, StringContext};
use crate::{ArrayHashMap, StringArrayHashMap};
use proptest::prelude::*;

/// Stores hashes of numbers, which `AutoContext` does not.
#[derive(Clone, Default)]
struct Stores;

impl ArrayHashContext<u32> for Stores {
    fn hash(&self, key: &u32) -> u32 {
        ArrayHashContext::hash(&AutoContext, key)
    }

    fn eql(&self, a: &u32, b: &u32, _b_index: usize) -> bool {
        a == b
    }
}

fn check<C: ArrayHashContext<u32>>(map: &ArrayHashMap<u32, u32, C>, expected: &[(u32, u32)]) {
    assert!(map.iter().map(|(key, value)| (*key, *value)).eq(expected.iter().copied()));
    for (at, (key, value)) in expected.iter().enumerate() {
        assert_eq!(map.get_index(key), Some(at));
        assert_eq!(map.get_at(at), Some((key, value)));
        assert_eq!(&map[key], value);
    }
    assert_eq!((map.get_at(expected.len()), map.get(&u32::MAX)), (None, None));
    assert_eq!(map.last(), map.get_at(expected.len().wrapping_sub(1)));
    assert_eq!(map.first(), map.get_at(0));
}

fn run<C: ArrayHashContext<u32> + Default + Clone>(keys: &[u32], dropped: &[bool]) {
    let mut model: Vec<(u32, u32)> = Vec::new();
    for key in keys {
        if !model.iter().any(|entry| entry.0 == *key) {
            model.push((*key, key ^ 5));
        }
    }
    let full = || keys.iter().map(|key| (*key, key ^ 5)).collect::<ArrayHashMap<u32, u32, C>>();
    check(&full(), &model);

    let drops = |at: usize| dropped.get(at).copied().unwrap_or(false);
    let mut kept = model.clone();
    let mut at = 0;
    kept.retain(|_| {
        at += 1;
        !drops(at - 1)
    });
    let mut map = full();
    let capacity = map.capacity();
    at = 0;
    map.retain(|_, _| {
        at += 1;
        !drops(at - 1)
    });
    check(&map, &kept);
    assert_eq!(map.capacity(), capacity);

    let mut map = full();
    let positions: Vec<usize> =
        (0..model.len()).filter(|at| drops(*at)).flat_map(|at| [at, at]).collect();
    map.ordered_remove_at_many(&positions).expect("memory");
    check(&map, &kept);

    let mut drained = map.drain();
    let (first, last) = (drained.next(), drained.next_back());
    assert_eq!(first.or(last), kept.first().copied());
    drop(drained);
    check(&map, &[]);
    map.extend(&full());
    check(&map, &model);

    if let [(_, a), .., (_, b)] = &mut model[..] {
        core::mem::swap(a, b);
        let end = map.len() - 1;
        let [(_, a), (_, b)] = map.get_disjoint_at_mut([0, end]).expect("two entries");
        core::mem::swap(a, b);
        model.swap(0, end);
        map.swap_indices(end, 0);
        let changed = map.set_key(end, 1 << 30).expect("memory");
        assert_eq!(core::mem::replace(&mut model[end].0, 1 << 30), changed);
        assert_eq!(map.get(&changed), None);
        check(&map, &model);
    }
    let moved = map.move_();
    check(&map, &[]);
    check(&moved, &model);
    check(&moved.clone_with_context(Stores).expect("memory"), &model);
    check(&moved.clone_with_context(AutoContext).expect("memory"), &model);

    let (keys, values): (Vec<u32>, Vec<u32>) = model.iter().rev().copied().unzip();
    map.reinit(&keys, &values).expect("memory");
    model.reverse();
    check(&map, &model);
    assert_eq!(map, moved, "whatever the order");
    assert!(map.is_empty() || map != ArrayHashMap::new());
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 200 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn many_entries_at_once(
        keys in proptest::collection::vec(0_u32..60, 0..if cfg!(miri) { 20 } else { 120 }),
        dropped in proptest::collection::vec(any::<bool>(), 0..if cfg!(miri) { 20 } else { 60 }),
    ) {
        run::<AutoContext>(&keys, &dropped);
        run::<Stores>(&keys, &dropped);
    }
}

#[test]
fn values_of_several_keys() {
    let mut map = ArrayHashMap::<u32, u32>::from([(1, 10), (2, 20), (3, 30)]);
    let [three, none, one] = map.get_disjoint_mut([&3, &9, &1]);
    assert_eq!((three.copied(), none, one.copied()), (Some(30), None, Some(10)));
    assert_eq!(map.get_disjoint_mut([&2]).map(|value| value.copied()), [Some(20)]);
    assert_eq!(map.get_disjoint_mut([]).map(|value: Option<&mut u32>| value.copied()), []);
    assert_eq!(map.get_disjoint_at_mut([0, 3]), None);
    let mut strings = StringArrayHashMap::<u32>::from_iter([("a", 1), ("b", 2)]);
    if let [Some(b), Some(a)] = strings.get_disjoint_mut([b"b", b"a"]) {
        core::mem::swap(a, b);
    }
    assert_eq!(strings.values(), [2, 1]);
}

#[test]
#[should_panic(expected = "two keys have the same entry")]
fn values_of_one_key_twice() {
    let mut map = ArrayHashMap::<u32, u32>::from([(1, 10), (2, 20)]);
    let [_, _, _] = map.get_disjoint_mut([&1, &2, &1]);
}

#[test]
fn misuse_panics() {
    let refuses = |operation: fn(&mut ArrayHashMap<u32, u32>)| {
        let mut map = ArrayHashMap::<u32, u32>::from([(1, 10), (2, 20)]);
        let tested = core::panic::AssertUnwindSafe(|| operation(&mut map));
        assert!(std::panic::catch_unwind(tested).is_err());
        check(&map, &[(1, 10), (2, 20)]);
    };
    refuses(|map| assert!(map.ordered_remove_at_many(&[1, 0]).is_ok()));
    refuses(|map| assert!(map.ordered_remove_at_many(&[0, 2]).is_ok()));
    refuses(|map| assert!(map.set_key(2, 7).is_ok()));
    refuses(|map| map.swap_indices(0, 2));
    refuses(|map| assert!(map.reinit(&[1], &[]).is_ok()));
    refuses(|map| assert_eq!(map[&3], 0));
}

#[test]
fn equal_keys_in_the_columns() {
    let mut map = ArrayHashMap::<u32, u32>::init(&[5; 40], &[6; 40]).expect("memory");
    assert_eq!((map.len(), map.get(&5)), (40, Some(&6)));
    for left in (0..40).rev() {
        assert!(map.swap_remove(&5));
        assert_eq!(map.len(), left);
    }
}

#[test]
fn a_leaked_drain_leaves_an_empty_map() {
    let mut map: ArrayHashMap<u32, u32> = (0..40).map(|key| (key, key)).collect();
    let mut drained = core::mem::ManuallyDrop::new(map.drain());
    assert_eq!((drained.next(), drained.len()), (Some((0, 0)), 39));
    // What is left would be a leak, which Miri reports.
    drained.by_ref().for_each(drop);
    let memory = core::mem::ManuallyDrop::into_inner(drained);
    assert_eq!(format!("{memory:?}"), "Drain { len: 0, .. }");
    drop(memory);
    map.insert(1, 2);
    check(&map, &[(1, 2)]);
}

#[test]
fn entries_are_places() {
    let mut map = ArrayHashMap::<u32, u32>::from([(1, 10), (2, 20), (3, 30)]);
    *map.entry(2).and_modify(|value| *value += 1).or_insert(0) += 1;
    assert_eq!(*map.entry(9).or_insert_with_key(|key| key * 2), 18);
    let entry = map.entry(1);
    assert_eq!((*entry.key(), entry.index()), (1, 0));
    match entry {
        crate::MapEntry::Occupied(mut entry) => {
            assert_eq!((entry.insert(11), entry.remove_entry()), (10, (1, 11)));
        }
        crate::MapEntry::Vacant(_) => panic!("it is there"),
    }
    match map.entry(4) {
        crate::MapEntry::Vacant(entry) => assert_eq!((entry.index(), entry.into_key()), (3, 4)),
        crate::MapEntry::Occupied(_) => panic!("it is not there"),
    }
    match map.entry(9) {
        crate::MapEntry::Occupied(entry) => assert_eq!(entry.ordered_remove(), (9, 18)),
        crate::MapEntry::Vacant(_) => panic!("it is there"),
    }
    check(&map, &[(2, 22), (3, 30)]);
    assert_eq!(map.get_key_value(&3), Some((&3, &30)));
    *map.get_key_ptr(&3).expect("there") = 4;
    map.re_index().expect("memory");
    assert_eq!(map.get_at_mut(1), Some((&4, &mut 30)));
}

#[test]
fn strings_are_copied_once_or_given() {
    let mut map = StringArrayHashMap::<u32>::new();
    let key: Box<[u8]> = Box::from(*b"given");
    let address = key.as_ptr();
    map.put_owned(key, 1).expect("memory");
    assert_eq!(map.keys()[0].as_ptr(), address, "the very same");
    assert_eq!(map.insert_owned(Box::from(*b"given"), 2), Some(1));
    assert_eq!(map.keys()[0].as_ptr(), address, "the first one stays");
    assert!(map.get_or_put_owned(Box::from(*b"given")).expect("memory").found_existing);
    assert_eq!(*map.get_or_put_owned_with(Box::from(*b"new"), || 7).expect("memory").value_ptr, 7);
    *map.entry(b"third").or_default() += 3;
    assert_eq!(*map.entry(b"third").or_insert(9), 3);
    let old = map.fetch_put(b"third", 4).expect("memory").expect("there");
    assert_eq!((&*old.key, old.value), (&b"third"[..], 3));
    map.ensure_unused_capacity(2).expect("memory");
    map.put_assume_capacity_no_clobber(b"fourth", 5);
    *map.get_or_put_assume_capacity(b"fifth").value_ptr = 6;
    *map.get_entry(b"fifth").expect("there").value_ptr += 1;
    assert_eq!((map[&b"fifth"[..]], map.values()), (7, &[2, 7, 4, 5, 7][..]));
    for (_, value) in &mut map {
        *value += 1;
    }
    assert_eq!(ArrayHashMapExt::iterator(&mut map).map(|entry| *entry.value_ptr).sum::<u32>(), 30);
    let mut other: StringArrayHashMap<u32> = map.iter().map(|(key, value)| (key, *value)).collect();
    assert_eq!(map, other);
    other.extend([("given", 0)]);
    assert_ne!(map, other);
    let found = map.get_adapted(&b"new"[..], &StringContext);
    assert_eq!(found, Some(&8));
}
