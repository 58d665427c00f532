//! Random operations, side by side with a `Vec` of entries that is searched linearly.

use crate::ArrayHashMap;
use crate::array_hash_map::{ArrayHashContext, AutoContext, MapEntry, StringContext};
use core::fmt::Debug;
use proptest::prelude::*;
use proptest::sample::Index;

#[derive(Clone, Debug)]
enum Op {
    Put(u32, u32),
    PutAssumeCapacity(u32, u32),
    PutNoClobber(u32, u32),
    Insert(u32, u32),
    FetchPut(u32, u32),
    GetOrPut(u32),
    GetOrPutValue(u32, u32),
    GetOrPutAssumeCapacity(u32),
    Entry(u32, u32),
    Lookups(u32),
    SwapRemove(u32),
    OrderedRemove(u32),
    FetchSwapRemove(u32),
    FetchOrderedRemove(u32),
    Remove(u32),
    SwapRemoveAt(Index),
    OrderedRemoveAt(Index),
    Pop,
    ShrinkRetainingCapacity(Index),
    ShrinkAndFree(Index),
    ClearRetainingCapacity,
    ClearAndFree,
    Reserve(usize),
    Clone,
    Sort,
    SetKey(Index, u32),
    ChangeKeysAndReIndex,
    Iterate,
}

fn op() -> impl Strategy<Value = Op> {
    // Few keys, so that most operations find one; enough to need an index.
    let key = || 0_u32..150;
    let value = any::<u32>;
    let at = any::<Index>;
    prop_oneof![
        20 => (key(), value()).prop_map(|(k, v)| Op::Put(k, v)),
        3 => (key(), value()).prop_map(|(k, v)| Op::PutAssumeCapacity(k, v)),
        3 => (key(), value()).prop_map(|(k, v)| Op::PutNoClobber(k, v)),
        3 => (key(), value()).prop_map(|(k, v)| Op::Insert(k, v)),
        3 => (key(), value()).prop_map(|(k, v)| Op::FetchPut(k, v)),
        6 => key().prop_map(Op::GetOrPut),
        3 => (key(), value()).prop_map(|(k, v)| Op::GetOrPutValue(k, v)),
        3 => key().prop_map(Op::GetOrPutAssumeCapacity),
        3 => (key(), value()).prop_map(|(k, v)| Op::Entry(k, v)),
        3 => key().prop_map(Op::Lookups),
        4 => key().prop_map(Op::SwapRemove),
        4 => key().prop_map(Op::OrderedRemove),
        2 => key().prop_map(Op::FetchSwapRemove),
        2 => key().prop_map(Op::FetchOrderedRemove),
        1 => key().prop_map(Op::Remove),
        2 => at().prop_map(Op::SwapRemoveAt),
        2 => at().prop_map(Op::OrderedRemoveAt),
        2 => Just(Op::Pop),
        1 => at().prop_map(Op::ShrinkRetainingCapacity),
        1 => at().prop_map(Op::ShrinkAndFree),
        1 => Just(Op::ClearRetainingCapacity),
        1 => Just(Op::ClearAndFree),
        1 => (0_usize..50).prop_map(Op::Reserve),
        1 => Just(Op::Clone),
        2 => Just(Op::Sort),
        1 => (at(), key()).prop_map(|(at, k)| Op::SetKey(at, k)),
        1 => Just(Op::ChangeKeysAndReIndex),
        1 => Just(Op::Iterate),
    ]
}

/// A map of numbers to values, whatever its keys are.
struct Pair<K, C> {
    map: ArrayHashMap<K, u32, C>,
    model: Vec<(u32, u32)>,
    key: fn(u32) -> K,
}

impl<K, C> Pair<K, C>
where
    K: Clone + Debug + PartialEq,
    C: ArrayHashContext<K> + Default + Clone,
{
    fn position(&self, key: u32) -> Option<usize> {
        self.model.iter().position(|entry| entry.0 == key)
    }

    /// Sets a value in the model, and returns the old one.
    fn set(&mut self, key: u32, value: u32) -> Option<u32> {
        match self.position(key) {
            Some(at) => Some(core::mem::replace(&mut self.model[at].1, value)),
            None => {
                self.model.push((key, value));
                None
            }
        }
    }

    fn put(&mut self, op: &Op) {
        match *op {
            Op::Put(key, value) => {
                self.set(key, value);
                self.map.put((self.key)(key), value).expect("memory");
            }
            Op::PutAssumeCapacity(key, value) => {
                self.set(key, value);
                self.map.ensure_unused_capacity(1).expect("memory");
                self.map.put_assume_capacity((self.key)(key), value);
            }
            Op::PutNoClobber(key, value) if self.position(key).is_none() => {
                self.set(key, value);
                if value % 2 == 0 {
                    self.map.put_no_clobber((self.key)(key), value).expect("memory");
                } else {
                    self.map.reserve(1);
                    self.map.put_assume_capacity_no_clobber((self.key)(key), value);
                }
            }
            Op::Insert(key, value) => {
                let old = self.set(key, value);
                assert_eq!(self.map.insert((self.key)(key), value), old);
            }
            Op::FetchPut(key, value) => {
                let old = self.set(key, value);
                let found = self.map.fetch_put((self.key)(key), value).expect("memory");
                let found = found.map(|entry| (entry.key, entry.value));
                assert_eq!(found, old.map(|old| ((self.key)(key), old)));
            }
            _ => {}
        }
    }

    fn get_or_put(&mut self, op: &Op) {
        let (number, value) = match *op {
            Op::GetOrPut(key) | Op::GetOrPutAssumeCapacity(key) => (key, 0),
            Op::GetOrPutValue(key, value) | Op::Entry(key, value) => (key, value),
            _ => return,
        };
        let position = self.position(number);
        if position.is_none() {
            self.model.push((number, value));
        }
        let index = position.unwrap_or(self.model.len() - 1);
        let key = (self.key)(number);
        let found = match op {
            Op::GetOrPut(_) => self.map.get_or_put(key.clone()).expect("memory"),
            Op::GetOrPutValue(..) => self.map.get_or_put_value(key.clone(), value).expect("memory"),
            Op::GetOrPutAssumeCapacity(_) => {
                self.map.reserve(1);
                self.map.get_or_put_assume_capacity(key.clone())
            }
            _ => {
                assert_eq!(
                    matches!(self.map.entry(key.clone()), MapEntry::Occupied(_)),
                    position.is_some()
                );
                let stored = self.map.entry(key).or_insert(value);
                assert_eq!(*stored, self.model[index].1);
                return;
            }
        };
        assert_eq!((found.found_existing, found.index), (position.is_some(), index));
        assert_eq!((&*found.key_ptr, *found.value_ptr), (&key, self.model[index].1));
        *found.value_ptr = found.value_ptr.wrapping_add(1);
        self.model[index].1 = self.model[index].1.wrapping_add(1);
    }

    fn remove(&mut self, op: &Op) {
        let (number, ordered) = match *op {
            Op::SwapRemove(key) | Op::FetchSwapRemove(key) | Op::Remove(key) => (key, false),
            Op::OrderedRemove(key) | Op::FetchOrderedRemove(key) => (key, true),
            _ => return,
        };
        let removed = self
            .position(number)
            .map(|at| if ordered { self.model.remove(at) } else { self.model.swap_remove(at) });
        let key = (self.key)(number);
        let expected = removed.map(|(_, value)| (key.clone(), value));
        match op {
            Op::SwapRemove(_) => assert_eq!(self.map.swap_remove(&key), expected.is_some()),
            Op::OrderedRemove(_) => assert_eq!(self.map.ordered_remove(&key), expected.is_some()),
            Op::FetchSwapRemove(_) => assert_eq!(self.map.fetch_swap_remove(&key), expected),
            Op::FetchOrderedRemove(_) => assert_eq!(self.map.fetch_ordered_remove(&key), expected),
            _ => assert_eq!(self.map.remove(&key), expected.map(|entry| entry.1)),
        }
    }

    fn remove_at(&mut self, op: &Op) {
        let len = self.model.len();
        let named = |(key, value)| ((self.key)(key), value);
        match op {
            Op::SwapRemoveAt(at) if len != 0 => {
                let removed = named(self.model.swap_remove(at.index(len)));
                assert_eq!(self.map.swap_remove_at(at.index(len)), removed);
            }
            Op::OrderedRemoveAt(at) if len != 0 => {
                let removed = named(self.model.remove(at.index(len)));
                assert_eq!(self.map.ordered_remove_at(at.index(len)), removed);
            }
            Op::Pop => assert_eq!(self.map.pop(), self.model.pop().map(named)),
            Op::ShrinkRetainingCapacity(at) => {
                let capacity = self.map.capacity();
                self.map.shrink_retaining_capacity(at.index(len + 1));
                self.model.truncate(at.index(len + 1));
                assert_eq!(self.map.capacity(), capacity);
            }
            Op::ShrinkAndFree(at) => {
                self.map.shrink_and_free(at.index(len + 1));
                self.model.truncate(at.index(len + 1));
                assert!(self.map.capacity() <= self.model.len());
            }
            Op::ClearRetainingCapacity => {
                let capacity = self.map.capacity();
                self.map.clear_retaining_capacity();
                self.model.clear();
                assert_eq!(self.map.capacity(), capacity);
            }
            Op::ClearAndFree => {
                self.map.clear_and_free();
                self.model.clear();
                assert_eq!(self.map.capacity(), 0);
            }
            _ => {}
        }
    }

    fn rearrange(&mut self, op: &Op) {
        let len = self.model.len();
        match op {
            Op::Reserve(additional) => {
                self.map.reserve(*additional);
                assert!(self.map.capacity() >= len + additional);
            }
            Op::Clone => {
                let copy = self.map.clone().expect("memory");
                self.map = Clone::clone(&copy);
                assert_eq!(copy.keys(), self.map.keys());
            }
            Op::Sort => {
                self.map.sort(|_, values, a, b| values[a] % 8 < values[b] % 8);
                self.model.sort_by_key(|entry| entry.1 % 8);
            }
            Op::SetKey(at, key) if len != 0 && self.position(*key).is_none() => {
                let at = at.index(len);
                let old = self.map.set_key(at, (self.key)(*key)).expect("memory");
                assert_eq!(old, (self.key)(self.model[at].0));
                self.model[at].0 = *key;
            }
            Op::ChangeKeysAndReIndex => {
                for (key, entry) in self.map.keys_mut().iter_mut().zip(&mut self.model) {
                    entry.0 = 149 - entry.0;
                    *key = (self.key)(entry.0);
                }
                self.map.re_index().expect("memory");
            }
            Op::Iterate => {
                for (entry, model) in self.map.iterator().zip(&mut self.model) {
                    *entry.value_ptr ^= 1;
                    model.1 ^= 1;
                }
                for (_, value) in &mut self.map {
                    *value ^= 1;
                }
                self.model.iter_mut().for_each(|entry| entry.1 ^= 1);
            }
            Op::Lookups(key) => self.look_up(*key),
            _ => {}
        }
    }

    fn look_up(&mut self, number: u32) {
        let at = self.position(number);
        let key = (self.key)(number);
        let mut value = at.map(|at| self.model[at].1);
        assert_eq!(self.map.get_index(&key), at);
        assert_eq!(self.map.get(&key).copied(), value);
        assert_eq!(self.map.get_mut(&key), value.as_mut());
        assert_eq!(self.map.get_ptr_mut(&key), value.as_mut());
        assert_eq!(self.map.get_key(&key), at.map(|_| &key));
        let entry = self.map.get_entry(&key).map(|entry| (&*entry.key_ptr, *entry.value_ptr));
        assert_eq!(entry, value.map(|value| (&key, value)));
        assert_eq!(
            (self.map.contains(&key), self.map.contains_key(&key)),
            (at.is_some(), at.is_some())
        );
    }

    fn check(&self) {
        let expected: Vec<(K, u32)> =
            self.model.iter().map(|&(key, value)| ((self.key)(key), value)).collect();
        assert_eq!((self.map.len(), self.map.count()), (expected.len(), expected.len()));
        assert_eq!(self.map.is_empty(), expected.is_empty());
        assert!(self.map.keys().iter().eq(expected.iter().map(|entry| &entry.0)));
        assert!(self.map.values().iter().eq(expected.iter().map(|entry| &entry.1)));
        for (at, (key, _)) in expected.iter().enumerate() {
            assert_eq!(self.map.get_index(key), Some(at));
        }
        for number in 150..153 {
            assert!(!self.map.contains(&(self.key)(number)));
        }
    }

    fn run(key: fn(u32) -> K, ops: &[Op]) {
        let mut pair = Self { map: ArrayHashMap::new(), model: Vec::new(), key };
        for op in ops {
            pair.put(op);
            pair.get_or_put(op);
            pair.remove(op);
            pair.remove_at(op);
            pair.rearrange(op);
            pair.check();
        }
        let expected: Vec<(K, u32)> = pair.map.iter().map(|(k, v)| (k.clone(), *v)).collect();
        let mut entries = pair.map.into_iter();
        assert_eq!(entries.len(), expected.len());
        assert_eq!(entries.next_back().as_ref(), expected.last());
        let rest: Vec<(K, u32)> = entries.collect();
        assert_eq!(rest, expected[..expected.len().saturating_sub(1)]);
    }
}

/// The worst of hashes that is still right.
#[derive(Clone, Default)]
struct Collide;

impl ArrayHashContext<u64> for Collide {
    const STORE_HASH: bool = false;

    fn hash(&self, _: &u64) -> u32 {
        7
    }

    fn eql(&self, a: &u64, b: &u64, _b_index: usize) -> bool {
        a == b
    }
}

/// The key is the hash.
#[derive(Clone, Default)]
struct Identity;

impl ArrayHashContext<u32> for Identity {
    fn hash(&self, key: &u32) -> u32 {
        *key
    }

    fn eql(&self, a: &u32, b: &u32, _b_index: usize) -> bool {
        a == b
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 100 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn behaves_as_a_vec_of_entries(
        ops in proptest::collection::vec(op(), 0..if cfg!(miri) { 25 } else { 250 }),
    ) {
        Pair::<u64, AutoContext>::run(u64::from, &ops);
        Pair::<u8, AutoContext>::run(|key| key as u8, &ops);
        Pair::<Vec<u8>, StringContext>::run(|key| key.to_string().into_bytes(), &ops);
        Pair::<[u32; 10], AutoContext>::run(|key| [key; 10], &ops);
        Pair::<u64, Collide>::run(u64::from, &ops);
        Pair::<u32, Identity>::run(|key| key << 16, &ops);
    }
}

#[test]
fn a_map_of_thousands_is_the_same_at_every_width_of_row_numbers() {
    let count: u32 = if cfg!(miri) { 40 } else { 50_000 };
    let mut map = ArrayHashMap::<u32, u32>::new();
    for key in 0..count {
        map.put(key, !key).expect("memory");
    }
    for key in (0..count).step_by(3) {
        assert_eq!(map.fetch_swap_remove(&key), Some((key, !key)));
    }
    for key in 0..count {
        assert_eq!(map.get(&key).copied(), (key % 3 != 0).then_some(!key));
    }
    map.sort(|keys, _, a, b| keys[a] < keys[b]);
    assert!(map.ordered_remove(&1) && map.ordered_remove(&(count / 3 * 3 - 1)));
    assert!(map.keys().is_sorted() && map.keys().iter().all(|key| map.contains(key)));
}
