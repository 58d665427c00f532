//! The map against a `BTreeMap`, and under keys that lie.

use alloc::collections::BTreeMap;
use alloc::rc::Rc;
use core::panic::AssertUnwindSafe;
use std::panic::catch_unwind;

use proptest::prelude::*;

use super::{Enum, EnumArray, EnumMap, EnumSet, EnumSetType};
use crate::tracked::{Ledger, panic_at_every_call};

#[derive(Debug, Enum, EnumSetType, PartialOrd, Ord)]
enum Tag {
    A,
    B,
    C,
    D,
    E,
}

fn tag() -> impl Strategy<Value = Tag> {
    (0..5_usize).prop_map(Tag::from_usize)
}

#[derive(Clone, Copy, Debug)]
enum Op {
    Put(Tag, u32),
    GetOrPut(Tag, u32),
    Remove(Tag),
    Change(Tag, u32),
    Clear,
}

fn op() -> impl Strategy<Value = Op> {
    prop_oneof![
        4 => (tag(), any::<u32>()).prop_map(|(tag, value)| Op::Put(tag, value)),
        2 => (tag(), any::<u32>()).prop_map(|(tag, value)| Op::GetOrPut(tag, value)),
        3 => tag().prop_map(Op::Remove),
        2 => (tag(), any::<u32>()).prop_map(|(tag, value)| Op::Change(tag, value)),
        1 => Just(Op::Clear),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 256 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn behaves_as_an_ordered_map(
        ops in prop::collection::vec(op(), 0..if cfg!(miri) { 15 } else { 60 }),
    ) {
        let mut map = EnumMap::<Tag, Rc<u32>>::default();
        let mut model = BTreeMap::new();
        for op in ops {
            match op {
                Op::Put(tag, value) => {
                    let before = map.put(tag, Rc::new(value));
                    prop_assert_eq!(before, model.insert(tag, Rc::new(value)));
                }
                Op::GetOrPut(tag, value) => {
                    let found = map.get_or_put_with(tag, || Rc::new(value));
                    let expected = model.entry(tag).or_insert_with(|| Rc::new(value));
                    prop_assert_eq!(found, expected);
                }
                Op::Remove(tag) => prop_assert_eq!(map.fetch_remove(tag), model.remove(&tag)),
                Op::Change(tag, value) => {
                    let found = map.get_ptr(tag).map(|old| *old = Rc::new(value));
                    let expected = model.get_mut(&tag).map(|old| *old = Rc::new(value));
                    prop_assert_eq!(found, expected);
                }
                Op::Clear => {
                    map.clear();
                    model.clear();
                }
            }
            prop_assert_eq!(map.count(), model.len());
            prop_assert!(map.iter().eq(model.iter().map(|(tag, value)| (*tag, value))));
            for tag in EnumSet::<Tag>::all() {
                prop_assert_eq!(map.get(tag), model.get(&tag));
                prop_assert_eq!(map.contains(tag), model.contains_key(&tag));
            }
            let copy = map.clone();
            prop_assert_eq!(&copy, &map);
            prop_assert!(map.values.as_slice().len() == EnumArray::<Tag, u8>::default().len());
        }
    }
}

#[test]
fn values_without_a_key_panic() {
    let map = EnumMap::<Tag, u32>::from_iter([(Tag::B, 2)]);
    assert_eq!((map[Tag::B], EnumMap::<Tag, u32>::init_full(7).count()), (2, 5));
    assert!(catch_unwind(AssertUnwindSafe(|| map[Tag::C])).is_err());
}

#[test]
fn cloning_and_dropping_survive_panics() {
    let calls = panic_at_every_call(
        || {
            let ledger = Ledger::default();
            let tags = [Tag::A, Tag::C, Tag::E].into_iter().zip(0..);
            let map: EnumMap<Tag, _> = tags.map(|(tag, id)| (tag, ledger.track(id))).collect();
            (map, ledger)
        },
        |(map, _)| drop(map.clone()),
        |(map, ledger)| {
            assert_eq!((map.count(), ledger.live()), (3, 3));
            drop(map);
            assert_eq!(ledger.live(), 0);
        },
    );
    assert!(calls >= 3);
}

/// Says something else of itself each time.
struct Liar;

impl Enum for Liar {
    type Array<V> = [V; 3];

    fn from_usize(_: usize) -> Self {
        Self
    }

    fn into_usize(self) -> usize {
        NEXT.with(|next| {
            next.set((next.get() + 1) % 3);
            next.get()
        })
    }
}

std::thread_local! {
    static NEXT: core::cell::Cell<usize> = const { core::cell::Cell::new(0) };
}

#[test]
fn keys_that_lie_find_other_values_but_whole_ones() {
    let mut map = EnumMap::<Liar, String>::init();
    for round in 0..10 {
        map.put(Liar, alloc::format!("{round}"));
        assert!(map.get(Liar).is_none_or(|text| !text.is_empty()));
        map.get_or_put_with(Liar, || "made".into()).push('!');
        map.remove(Liar);
    }
    assert!(map.count() <= 3);
}
