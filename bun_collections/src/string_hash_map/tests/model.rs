//! Random operations beside a map of boxed keys and beside a list.

use crate::hash_map::{HashMap, StringContext};
use crate::{StringHashMap, StringHashMapKey};
use proptest::prelude::*;

/// What keys are cut from; they live forever, but may be copied all the same.
const TEXT: &[u8] = b"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabbbbbbbbbbcccc";

#[derive(Clone, Debug)]
enum Op {
    Put(&'static [u8], u32),
    PutStatic(&'static [u8], u32),
    PutOwned(&'static [u8], u32),
    GetOrPut(&'static [u8], u32),
    Get(&'static [u8]),
    Remove(&'static [u8]),
    Clone,
    Clear,
}

fn key() -> impl Strategy<Value = &'static [u8]> {
    (0..TEXT.len(), 0..40_usize).prop_map(|(start, len)| &TEXT[start..TEXT.len().min(start + len)])
}

fn op() -> impl Strategy<Value = Op> {
    prop_oneof![
        6 => (key(), any::<u32>()).prop_map(|(key, value)| Op::Put(key, value)),
        4 => (key(), any::<u32>()).prop_map(|(key, value)| Op::PutStatic(key, value)),
        2 => (key(), any::<u32>()).prop_map(|(key, value)| Op::PutOwned(key, value)),
        4 => (key(), any::<u32>()).prop_map(|(key, value)| Op::GetOrPut(key, value)),
        4 => key().prop_map(Op::Get),
        6 => key().prop_map(Op::Remove),
        1 => Just(Op::Clone),
        1 => Just(Op::Clear),
    ]
}

type Model = HashMap<Box<[u8]>, u32, StringContext>;

fn step(map: &mut StringHashMap<u32>, model: &mut Model, op: &Op) {
    match *op {
        Op::Put(key, value) => {
            assert_eq!(map.insert(key, value), model.insert(key.into(), value));
        }
        Op::PutStatic(key, value) => {
            map.put_static_key(key, value).expect("memory");
            model.insert(key.into(), value);
        }
        Op::PutOwned(key, value) => {
            map.put_owned(key.into(), value).expect("memory");
            model.insert(key.into(), value);
        }
        Op::GetOrPut(key, value) => {
            let found = map.get_or_put_with(key, || value).expect("memory");
            let expected = model.get_or_put_value(key.into(), value).expect("memory");
            assert_eq!(found.found_existing, expected.found_existing);
            assert_eq!(found.value_ptr, expected.value_ptr);
            assert_eq!(**found.key_ptr, **expected.key_ptr);
        }
        Op::Get(key) => assert_eq!(map.get(key), model.get(key)),
        Op::Remove(key) => assert_eq!(map.remove(key), model.remove(key)),
        Op::Clone => {
            *map = map.try_clone().expect("memory");
            *model = model.try_clone().expect("memory");
        }
        Op::Clear => {
            map.clear_retaining_capacity();
            model.clear_retaining_capacity();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 200 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_order_is_that_of_boxed_keys(
        ops in proptest::collection::vec(op(), 0..if cfg!(miri) { 25 } else { 100 }),
    ) {
        let (mut map, mut model) = (StringHashMap::new(), Model::new());
        for op in &ops {
            step(&mut map, &mut model, op);
            prop_assert_eq!(map.capacity(), model.capacity());
        }
        let entries: Vec<(&[u8], u32)> = map.iter().map(|(key, value)| (&**key, *value)).collect();
        let expected: Vec<(&[u8], u32)> =
            model.iter().map(|(key, value)| (&**key, *value)).collect();
        prop_assert_eq!(entries, expected);
        prop_assert!(map.keys().all(|key: &StringHashMapKey| map.contains(key)));
    }
}
