//! `BSSMap`: what it adds to `BSSMapInner`.

use core::panic::AssertUnwindSafe;
use std::panic::catch_unwind;

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use proptest::prelude::*;

use super::{cases, config, index};
use crate::bss::{BSSMap, IndexType, NOT_FOUND, UNASSIGNED};
use crate::bss_map;
use crate::testing::each_failure;

/// Four values in the first block, overflow blocks of one, a key buffer of 24 bytes.
type Small = BSSMap<Box<u32>, 4, 6, true>;

proptest! {
    #![proptest_config(config())]

    #[test]
    fn finds_keys_by_index(
        ops in prop::collection::vec(
            ("[ab]{0,6}/{0,2}", any::<bool>(), any::<bool>()),
            0..cases(60),
        ),
    ) {
        let mut map = Small::new();
        let mut places: BTreeMap<Vec<u8>, usize> = BTreeMap::new();
        let mut keys: Vec<Option<Vec<u8>>> = Vec::new();
        let mut used = 0;
        for (key, store, shared) in ops {
            let key = key.as_bytes();
            let end = key.iter().rposition(|&byte| byte != b'/').map_or(0, |at| at + 1);
            let trimmed = key[..end].to_vec();
            // On Windows the hash does not trim this separator.
            let name = if cfg!(windows) { key.to_vec() } else { trimmed.clone() };
            let mut result = map.get_or_put(key).unwrap();
            let place = match places.get(&name) {
                Some(&place) if !shared => place,
                _ => {
                    keys.push(None);
                    keys.len() - 1
                }
            };
            let value = Box::new(u32::try_from(place).unwrap());
            if shared {
                map.put_shared(key, store, &mut result, value).unwrap();
            } else {
                map.put(key, store, &mut result, value).unwrap();
            }
            prop_assert_eq!(result.index, index(place, 4));
            places.insert(name, place);
            if store && keys[place].as_ref() != Some(&trimmed) {
                let fits = used + trimmed.len() < 24;
                used += if fits { trimmed.len() } else { 0 };
                let stored = map.key_at_index(result.index).unwrap();
                prop_assert_eq!(map.is_key_statically_allocated(stored), fits);
                keys[place] = Some(trimmed);
            }
        }
        prop_assert_eq!((map.len(), map.is_overflowing()), (places.len(), keys.len() >= 4));
        for (place, key) in keys.iter().enumerate() {
            prop_assert_eq!(map.key_at_index(index(place, 4)), key.as_deref());
            let value = map.at_index_shared(index(place, 4)).map(|value| **value);
            prop_assert_eq!(value, Some(u32::try_from(place).unwrap()));
        }
        for (name, place) in places {
            prop_assert_eq!(map.get(&name).map(|value| **value as usize), Some(place));
        }
    }
}

#[test]
fn keys_can_be_replaced_and_outlive_that() {
    let map = Small::default();
    let mut result = map.get_or_put(b"one").unwrap();
    assert!(catch_unwind(AssertUnwindSafe(|| _ = map.put_key(b"one", &result))).is_err());
    map.put_shared(b"one", false, &mut result, Box::new(1)).unwrap();
    assert_eq!(map.key_at_index(result.index), None);
    map.put_key(b"one/", &result).unwrap();
    let one = map.key_at_index(result.index).unwrap();
    map.put_key(b"another that is long and goes to the heap", &result).unwrap();
    let long = map.key_at_index(result.index).unwrap();
    map.put_key(b"two", &result).unwrap();
    assert_eq!((one, long.len()), (&b"one"[..], 41));
    assert_eq!(map.key_at_index(result.index), Some(&b"two"[..]));
    assert!(map.is_key_statically_allocated(one) && !map.is_key_statically_allocated(long));

    let used = map.key_bytes_used();
    map.put_key(b"two", &result).unwrap();
    assert_eq!(map.key_bytes_used(), used, "the same key is not kept twice");

    assert!(map.remove(b"one") && map.is_empty());
    assert_eq!(map.get_shared(b"one"), None);
    assert_eq!(map.key_at_index(result.index), Some(&b"two"[..]));
    assert_eq!((map.key_at_index(NOT_FOUND), map.key_at_index(UNASSIGNED)), (None, None));
    assert_eq!(map.key_at_index(IndexType::new(0x7FFF_FFFD, true)), None);

    let gone = map.get_or_put(b"gone").unwrap();
    map.mark_not_found(gone);
    assert_eq!(map.get_or_put(b"gone").unwrap().index, NOT_FOUND);
    let mut map = map;
    assert_eq!(map.values_shared().len(), 1);
    assert_eq!(map.values(), [Box::new(1)]);
    assert_eq!(map.at_index(index(0, 4)), Some(&mut Box::new(1)));
}

#[test]
fn a_failed_put_changes_nothing() {
    for (filled, key) in [(0, &b"k"[..]), (0, &[b'k'; 30]), (3, b"k"), (4, b"k"), (5, &[b'k'; 30])]
    {
        for shared in [true, false] {
            each_failure(
                || {
                    let map = Small::new();
                    for number in 0..filled {
                        let mut result = map.get_or_put(&[number]).unwrap();
                        let value = Box::new(u32::from(number));
                        map.put_shared(&[number], true, &mut result, value).unwrap();
                    }
                    let result = map.get_or_put(key).unwrap();
                    (map, result, Some(Box::new(99)))
                },
                |(map, result, value)| {
                    let value = value.take().unwrap();
                    if shared {
                        map.put_shared(key, true, result, value).map(|value| **value)
                    } else {
                        map.put(key, true, result, value).map(|value| **value)
                    }
                },
                |(map, result, _), value, has_failed| {
                    assert_eq!(value.is_err(), has_failed);
                    let at = index(usize::from(filled), 4);
                    assert_eq!(result.index, if has_failed { UNASSIGNED } else { at });
                    assert_eq!(map.get_shared(key).map(|value| **value), value.ok());
                    assert_eq!(map.key_at_index(at).is_some(), !has_failed);
                    let used = usize::from(filled)
                        + key.len() * usize::from(!has_failed && key.len() < 20);
                    assert_eq!(map.key_bytes_used(), used);
                    assert_eq!(map.get_or_put(key).unwrap().index, result.index);
                },
            );
        }
    }
}

#[test]
fn threads_put_keys() {
    bss_map! { shared : usize, 16, 4, false }

    const COUNT: usize = if cfg!(miri) { 15 } else { 1000 };
    std::thread::scope(|scope| {
        for thread in 0..3_usize {
            scope.spawn(move || {
                for number in 0..COUNT {
                    let key = [thread.to_le_bytes(), number.to_le_bytes()].concat();
                    let mut result = shared().get_or_put(&key).unwrap();
                    shared().put_shared(&key, true, &mut result, number).unwrap();
                    assert_eq!(shared().key_at_index(result.index), Some(&key[..]));
                }
            });
        }
    });
    assert_eq!(shared().len(), 3 * COUNT);
}
