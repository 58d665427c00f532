//! `BSSMapInner`.

use core::cell::Cell;
use core::panic::AssertUnwindSafe;
use std::panic::catch_unwind;

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use proptest::prelude::*;

use super::{Counted, cases, config, index};
use crate::bss::{BSSMapInner, IndexType, ItemStatus, NOT_FOUND, UNASSIGNED};
use crate::bss_map_inner;
use crate::testing::each_failure;

/// What the model knows of a key: a place, not found, or unknown.
type Known = Option<Option<usize>>;

proptest! {
    #![proptest_config(config())]

    /// Eight values in the first block, overflow blocks of two.
    #[test]
    fn behaves_like_a_map_of_places(
        ops in prop::collection::vec((0_u8..6, 0_u8..40, any::<u32>()), 0..cases(200)),
    ) {
        let mut map = BSSMapInner::<Box<u32>, 8, false>::new();
        let mut keys: BTreeMap<u8, Known> = BTreeMap::new();
        let mut places: Vec<u32> = Vec::new();
        for (op, key, value) in ops {
            let name = [b'k', key];
            match op {
                0 => prop_assert_eq!(map.remove(&name), keys.remove(&key).is_some()),
                1 => {
                    let result = map.get_or_put(&name).unwrap();
                    map.mark_not_found(result);
                    keys.insert(key, Some(None));
                }
                2 | 3 => {
                    let known = *keys.entry(key).or_insert(None);
                    let mut result = map.get_or_put(&name).unwrap();
                    let (status, at) = match known {
                        None => (ItemStatus::Unknown, UNASSIGNED),
                        Some(None) => (ItemStatus::NotFound, NOT_FOUND),
                        Some(Some(place)) => (ItemStatus::Exists, index(place, 8)),
                    };
                    prop_assert_eq!((result.status, result.index), (status, at));
                    prop_assert_eq!(result.has_checked_if_exists(), known.is_some());
                    let place = match known {
                        Some(Some(place)) if op == 2 => {
                            places[place] = value;
                            place
                        }
                        _ => {
                            places.push(value);
                            places.len() - 1
                        }
                    };
                    if op == 2 {
                        **map.put(&mut result, Box::new(0)).unwrap() = value;
                    } else {
                        let put = map.put_shared(&mut result, Box::new(value)).unwrap();
                        prop_assert_eq!(**put, value);
                    }
                    prop_assert_eq!(result.index, index(place, 8));
                    prop_assert_eq!((result.status, result.is_overflowing()), (status, place >= 8));
                    keys.insert(key, Some(Some(place)));
                }
                _ => {
                    let place = keys.get(&key).copied().flatten().flatten();
                    let expected = place.map(|place| places[place]);
                    prop_assert_eq!(map.get_shared(&name).map(|value| **value), expected);
                    prop_assert_eq!(map.get(&name).map(|value| **value), expected);
                }
            }
            prop_assert_eq!((map.len(), map.is_empty()), (keys.len(), keys.is_empty()));
            prop_assert_eq!(map.is_overflowing(), places.len() >= 8);
        }
        for (place, value) in places.iter().enumerate() {
            let at = index(place, 8);
            prop_assert_eq!(map.at_index_shared(at).map(|value| **value), Some(*value));
            prop_assert_eq!(map.at_index(at).map(|value| **value), Some(*value));
        }
        let first = &places[..places.len().min(8)];
        prop_assert!(map.values_shared().iter().map(|value| **value).eq(first.iter().copied()));
        prop_assert!(map.values().iter().map(|value| **value).eq(first.iter().copied()));
    }
}

#[test]
fn trailing_separators_count_unless_told_otherwise() {
    let sep = if cfg!(windows) { '\\' } else { '/' };
    let name = |text: &str| text.replace('/', sep.encode_utf8(&mut [0; 4])).into_bytes();
    let trimmed = BSSMapInner::<u8, 4, true>::new();
    let exact = BSSMapInner::<u8, 4, false>::new();
    for key in ["/usr", "/usr/", "/usr//", "/", "//", ""] {
        trimmed.get_or_put(&name(key)).unwrap();
        exact.get_or_put(&name(key)).unwrap();
    }
    assert_eq!((trimmed.len(), exact.len()), (2, 6));
    assert_eq!(trimmed.get_or_put(b"").unwrap().hash, bun_wyhash::hash(b""));
    assert_eq!(exact.get_or_put(b"key").unwrap().hash, bun_wyhash::hash(b"key"));
}

#[test]
fn indices_are_checked_before_they_are_used() {
    let mut map = BSSMapInner::<u8, 4, false>::default();
    let mut result = map.get_or_put(b"key").unwrap();
    map.put(&mut result, 1).unwrap();
    for index in [IndexType::new(1, false), IndexType::new(0, true), IndexType::new(9, false)] {
        assert_eq!(map.at_index(index), None);
        assert_eq!(map.at_index_shared(index), None);
        let mut forged = result;
        forged.index = index;
        assert!(catch_unwind(AssertUnwindSafe(|| _ = map.put(&mut forged, 2))).is_err());
        assert_eq!(map.get(b"key"), Some(&mut 1));
    }
    // A reserved index is reserved with the overflow bit as well.
    result.index = IndexType::new(NOT_FOUND.index(), true);
    assert_eq!(map.put(&mut result, 3), Ok(&mut 3));
    assert_eq!((result.index, map.values().to_vec()), (IndexType::new(1, false), [1, 3].to_vec()));
}

#[test]
fn a_failed_operation_changes_nothing() {
    for filled in [0, 1, 3, 4, 5, 6, 12] {
        each_failure(
            || {
                let map = BSSMapInner::<Box<u8>, 4, false>::new();
                for key in 0..filled {
                    map.put_shared(&mut map.get_or_put(&[key]).unwrap(), Box::new(key)).unwrap();
                }
                (map, Some(Box::new(99)))
            },
            |(map, value)| {
                let mut result = map.get_or_put(b"new")?;
                map.put(&mut result, value.take().unwrap()).map(|value| **value)
            },
            |(map, _), result, has_failed| {
                assert_eq!(result.is_err(), has_failed);
                let known = map.get_shared(b"new").map(|value| **value);
                assert_eq!(known, result.ok());
                for key in 0..filled {
                    assert_eq!(map.get_shared(&[key]).map(|value| **value), Some(key));
                }
                let mut again = map.get_or_put(b"new").unwrap();
                assert_eq!(again.status == ItemStatus::Exists, !has_failed);
                map.put(&mut again, Box::new(7)).unwrap();
                assert_eq!(again.index, index(usize::from(filled), 4));
            },
        );
    }
}

#[test]
fn drops_overwritten_and_leaked_values_once() {
    let drops = Cell::new(0);
    let counted = |number| Counted { number, drops: &drops, panic_at: 13 };
    let mut map = BSSMapInner::<Counted<'_>, 2, false>::new();
    let mut result = map.get_or_put(b"key").unwrap();
    map.put(&mut result, counted(0)).unwrap();
    map.put(&mut result, counted(13)).unwrap();
    assert_eq!(drops.get(), 1);
    // The drop of the value that is overwritten panics: the new one is in its place.
    assert!(catch_unwind(AssertUnwindSafe(|| _ = map.put(&mut result, counted(1)))).is_err());
    assert_eq!((drops.get(), map.get(b"key").unwrap().number), (2, 1));
    map.put_shared(&mut result, counted(2)).unwrap();
    map.remove(b"key");
    assert_eq!(drops.get(), 2, "the places of removed keys are kept");
    drop(map);
    assert_eq!(drops.get(), 4);
}

#[test]
fn threads_agree_on_keys() {
    bss_map_inner! { shared : usize, 16, true }

    const COUNT: usize = if cfg!(miri) { 20 } else { 1000 };
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                for key in 0..COUNT {
                    let mut result = shared().get_or_put(&key.to_le_bytes()).unwrap();
                    if !result.has_checked_if_exists() {
                        shared().put_shared(&mut result, key).unwrap();
                    }
                    assert_eq!(shared().at_index_shared(result.index), Some(&key));
                    assert_eq!(shared().get_shared(&key.to_le_bytes()), Some(&key));
                }
            });
        }
    });
    assert_eq!(shared().len(), COUNT);
}
