//! Random operations, side by side with a table that does one slot at a time what Zig's does.

use crate::HashMap;
use crate::context::{AutoContext, HashContext};
use proptest::prelude::*;
use proptest::sample::Index;

/// Few different hashes: long runs, equal fingerprints, and runs that go round the end.
#[derive(Clone, Copy, Default)]
struct Crowded;

impl HashContext<u32> for Crowded {
    fn hash(&self, key: &u32) -> u64 {
        u64::from(key % 7 * 5) | u64::from(key % 3) << 57
    }

    fn eql(&self, a: &u32, b: &u32) -> bool {
        a == b
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Slot {
    Free,
    Tombstone,
    Used(u32, u32),
}

/// Zig's table, with a tombstone wherever an entry was removed.
#[derive(Clone)]
struct Naive<C> {
    slots: Vec<Slot>,
    len: usize,
    context: C,
}

impl<C: HashContext<u32> + Clone> Naive<C> {
    fn home(&self, key: u32) -> usize {
        usize::try_from(self.context.hash(&key) % self.slots.len() as u64).expect("a slot")
    }

    fn find(&self, key: u32) -> Option<usize> {
        let count = self.slots.len();
        if count == 0 {
            return None;
        }
        (0..count)
            .map(|step| (self.home(key) + step) % count)
            .take_while(|slot| self.slots[*slot] != Slot::Free)
            .find(|slot| matches!(self.slots[*slot], Slot::Used(other, _) if other == key))
    }

    fn push(&mut self, key: u32, value: u32) {
        let mut slot = self.home(key);
        while let Slot::Used(..) = self.slots[slot] {
            slot = (slot + 1) % self.slots.len();
        }
        self.slots[slot] = Slot::Used(key, value);
        self.len += 1;
    }

    fn entries(&self) -> Vec<(u32, u32)> {
        let entry = |slot: &Slot| match slot {
            Slot::Used(key, value) => Some((*key, *value)),
            _ => None,
        };
        self.slots.iter().filter_map(entry).collect()
    }

    fn refill(&mut self, capacity: usize) {
        let entries = self.entries();
        self.slots = vec![Slot::Free; capacity];
        self.len = 0;
        for (key, value) in entries {
            self.push(key, value);
        }
    }

    fn reserve(&mut self, additional: usize) {
        if self.len + additional > self.slots.len() * 80 / 100 {
            let slots = (self.len + additional) * 100 / 80 + 1;
            self.refill(slots.next_power_of_two().max(8));
        }
    }

    fn put(&mut self, key: u32, value: u32) -> Option<u32> {
        self.reserve(1);
        match self.find(key).map(|slot| &mut self.slots[slot]) {
            Some(Slot::Used(_, old)) => Some(core::mem::replace(old, value)),
            _ => {
                self.push(key, value);
                None
            }
        }
    }

    fn get(&self, key: u32) -> Option<u32> {
        match self.slots[self.find(key)?] {
            Slot::Used(_, value) => Some(value),
            _ => None,
        }
    }

    fn remove(&mut self, key: u32) -> Option<u32> {
        let value = self.get(key)?;
        let slot = self.find(key)?;
        self.slots[slot] = Slot::Tombstone;
        self.len -= 1;
        Some(value)
    }
}

#[derive(Clone, Debug)]
enum Op {
    Put(u32, u32),
    PutNoClobber(u32, u32),
    PutAssumeCapacity(u32, u32),
    FetchPut(u32, u32),
    GetOrPut(u32),
    Entry(u32, u32),
    Remove(u32),
    RemoveEntry(u32),
    RemoveByPtr(Index),
    Retain(u32),
    Drain(usize),
    Clear,
    ClearAndFree,
    Reserve(usize),
    Clone,
    Change,
}

fn op(keys: u32) -> impl Strategy<Value = Op> {
    let key = move || 0..keys;
    let value = any::<u32>;
    prop_oneof![
        12 => (key(), value()).prop_map(|(k, v)| Op::Put(k, v)),
        2 => (key(), value()).prop_map(|(k, v)| Op::PutNoClobber(k, v)),
        2 => (key(), value()).prop_map(|(k, v)| Op::PutAssumeCapacity(k, v)),
        2 => (key(), value()).prop_map(|(k, v)| Op::FetchPut(k, v)),
        4 => key().prop_map(Op::GetOrPut),
        2 => (key(), value()).prop_map(|(k, v)| Op::Entry(k, v)),
        12 => key().prop_map(Op::Remove),
        3 => key().prop_map(Op::RemoveEntry),
        3 => any::<Index>().prop_map(Op::RemoveByPtr),
        1 => (2_u32..5).prop_map(Op::Retain),
        1 => (0_usize..4).prop_map(Op::Drain),
        1 => Just(Op::Clear),
        1 => Just(Op::ClearAndFree),
        1 => (0_usize..40).prop_map(Op::Reserve),
        1 => Just(Op::Clone),
        1 => Just(Op::Change),
    ]
}

struct Pair<C> {
    map: HashMap<u32, u32, C>,
    naive: Naive<C>,
}

impl<C: HashContext<u32> + Clone + Default> Pair<C> {
    fn put(&mut self, op: &Op) {
        let Self { map, naive } = self;
        match *op {
            Op::Put(key, value) => assert_eq!(map.insert(key, value), naive.put(key, value)),
            Op::PutNoClobber(key, value) if naive.find(key).is_none() => {
                naive.put(key, value);
                map.put_no_clobber(key, value).expect("memory");
            }
            Op::PutAssumeCapacity(key, value) => {
                map.reserve(1);
                naive.put(key, value);
                map.put_assume_capacity(key, value);
            }
            Op::FetchPut(key, value) => {
                let old = map.fetch_put(key, value).expect("memory");
                assert_eq!(old.map(|entry| entry.value), naive.put(key, value));
            }
            Op::GetOrPut(key) => {
                let found = map.get_or_put(key).expect("memory");
                let value = *found.value_ptr;
                assert_eq!(found.found_existing.then_some(value), naive.get(key));
                naive.put(key, value);
            }
            Op::Entry(key, value) => {
                let wanted = naive.get(key).unwrap_or(value);
                assert_eq!(*map.entry(key).or_insert(value), wanted);
                naive.put(key, wanted);
            }
            _ => {}
        }
    }

    fn take(&mut self, op: &Op) {
        let Self { map, naive } = self;
        match *op {
            Op::Remove(key) => assert_eq!(map.remove(&key), naive.remove(key)),
            Op::RemoveEntry(key) => {
                let removed = map.fetch_remove(&key).map(|entry| (entry.key, entry.value));
                assert_eq!(removed, naive.remove(key).map(|value| (key, value)));
            }
            Op::RemoveByPtr(index) if naive.len != 0 => {
                let (key, value) = naive.entries()[index.index(naive.len)];
                let place: *const u32 = map.get_key(&key).expect("the key");
                assert_eq!(map.remove_by_ptr(place), Some((key, value)));
                assert_eq!(map.remove_by_ptr(place), None, "it is gone");
                naive.remove(key);
            }
            Op::Retain(divisor) => {
                map.retain(|key, _| key % divisor != 0);
                for (key, _) in naive.entries() {
                    if key % divisor == 0 {
                        naive.remove(key);
                    }
                }
            }
            Op::Drain(count) => {
                let capacity = map.capacity();
                let taken: Vec<_> = map.drain().take(count).collect();
                assert_eq!(taken, naive.entries()[..count.min(naive.len)]);
                assert_eq!(map.capacity(), capacity);
                naive.slots.fill(Slot::Free);
                naive.len = 0;
            }
            Op::Clear => {
                map.clear();
                naive.slots.fill(Slot::Free);
                naive.len = 0;
            }
            Op::ClearAndFree => {
                map.clear_and_free();
                naive.slots.clear();
                naive.len = 0;
            }
            _ => {}
        }
    }

    fn change(&mut self, op: &Op) {
        let Self { map, naive } = self;
        match *op {
            Op::Reserve(additional) => {
                map.reserve(additional);
                naive.reserve(additional);
            }
            Op::Clone => {
                *map = map.try_clone().expect("memory");
                if naive.len == 0 {
                    naive.slots.clear();
                } else {
                    naive.refill((naive.len * 100 / 80 + 1).next_power_of_two());
                }
            }
            Op::Change => {
                map.values_mut().for_each(|value| *value = value.wrapping_add(1));
                for slot in &mut naive.slots {
                    if let Slot::Used(_, value) = slot {
                        *value = value.wrapping_add(1);
                    }
                }
            }
            _ => {}
        }
    }

    fn check(&self) {
        let Self { map, naive } = self;
        let entries: Vec<_> = map.iter().map(|(key, value)| (*key, *value)).collect();
        assert_eq!(entries, naive.entries(), "the order of the slots");
        assert_eq!((map.len(), map.iter().len()), (naive.len, naive.len));
        assert_eq!(map.capacity(), naive.slots.len());
    }
}

fn run<C: HashContext<u32> + Clone + Default>(ops: &[Op], keys: u32) {
    let naive = Naive { slots: Vec::new(), len: 0, context: C::default() };
    let mut pair = Pair::<C> { map: HashMap::new(), naive };
    for op in ops {
        pair.put(op);
        pair.take(op);
        pair.change(op);
        pair.check();
    }
    for key in 0..keys {
        assert_eq!(pair.map.get(&key).copied(), pair.naive.get(key), "{key}");
        assert_eq!(pair.map.contains(&key), pair.naive.get(key).is_some());
    }
    let copied: Vec<_> = pair.map.clone().expect("memory").into_iter().collect();
    assert_eq!(copied.len(), pair.naive.len);
}

fn ops(keys: u32) -> impl Strategy<Value = Vec<Op>> {
    prop::collection::vec(op(keys), 0..if cfg!(miri) { 15 } else { 400 })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 256 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_few_crowded_keys(ops in ops(12)) {
        run::<Crowded>(&ops, 12);
    }

    #[test]
    fn many_crowded_keys(ops in ops(90)) {
        run::<Crowded>(&ops, 90);
    }

    #[test]
    fn well_hashed_keys(ops in ops(200)) {
        run::<AutoContext>(&ops, 200);
    }
}
