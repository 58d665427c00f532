//! `ArrayHashMap` against a list of pairs, with keys that collide in every way a hash allows.

#![no_main]

use arbitrary::Arbitrary;
use bun_collections::ArrayHashMap;
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
enum Op {
    Put(u8, u32),
    SwapRemove(u8),
    OrderedRemove(u8),
    Get(u8),
    Pop,
    Shrink(u8),
    SortByValue,
    ReIndex,
}

fuzz_target!(|ops: Vec<Op>| {
    let mut map = ArrayHashMap::<u16, u32>::new();
    let mut model: Vec<(u16, u32)> = Vec::new();
    let find = |model: &[(u16, u32)], key| model.iter().position(|&(known, _)| known == key);
    for op in ops {
        match op {
            Op::Put(key, value) => {
                let key = u16::from(key);
                map.put(key, value).expect("memory");
                match find(&model, key) {
                    Some(at) => model[at].1 = value,
                    None => model.push((key, value)),
                }
            }
            Op::SwapRemove(key) => {
                let at = find(&model, key.into());
                assert_eq!(map.swap_remove(&key.into()), at.is_some());
                at.map(|at| model.swap_remove(at));
            }
            Op::OrderedRemove(key) => {
                let at = find(&model, key.into());
                assert_eq!(map.ordered_remove(&key.into()), at.is_some());
                at.map(|at| model.remove(at));
            }
            Op::Get(key) => {
                let at = find(&model, key.into());
                assert_eq!(map.get(&key.into()).copied(), at.map(|at| model[at].1));
                assert_eq!(map.get_index(&key.into()), at);
            }
            Op::Pop => assert_eq!(map.pop(), model.pop()),
            Op::Shrink(len) => {
                let len = usize::from(len).min(model.len());
                map.shrink_retaining_capacity(len);
                model.truncate(len);
            }
            Op::SortByValue => {
                map.sort(|_, values, a, b| values[a] < values[b]);
                model.sort_by_key(|&(_, value)| value);
            }
            Op::ReIndex => map.re_index().expect("memory"),
        }
        assert!(map.keys().iter().eq(model.iter().map(|(key, _)| key)));
        assert!(map.values().iter().eq(model.iter().map(|(_, value)| value)));
    }
});
