//! `HashMap` against Zig's table done one slot at a time, with keys that collide in every way.

#![no_main]

use arbitrary::Arbitrary;
use bun_collections::{HashContext, HashMap};
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
enum Op {
    Put(u8, u32),
    PutMany(u8, u8),
    GetOrPut(u8),
    Remove(u8),
    RemoveMany(u8, u8),
    Get(u8),
    Reserve(u8),
    RemoveEvenKeys,
    Clone,
    Clear,
    Rehash,
}

/// Few homes and fewer fingerprints: long runs that go round the end.
#[derive(Clone, Copy, Default)]
struct Crowded;

impl HashContext<u8> for Crowded {
    fn hash(&self, key: &u8) -> u64 {
        u64::from(key / 8 * 3) | u64::from(key % 3) << 57
    }

    fn eql(&self, a: &u8, b: &u8) -> bool {
        a == b
    }
}

/// Slots in which nothing else tells a removed entry from one that never was.
#[derive(Default)]
struct Naive {
    slots: Vec<Option<(u8, u32)>>,
}

impl Naive {
    fn len(&self) -> usize {
        self.slots.iter().flatten().count()
    }

    fn find(&self, key: u8) -> Option<usize> {
        self.slots.iter().position(|slot| slot.is_some_and(|(other, _)| other == key))
    }

    fn push(&mut self, key: u8, value: u32) {
        let mut at = Crowded.hash(&key) as usize % self.slots.len();
        while self.slots[at].is_some() {
            at = (at + 1) % self.slots.len();
        }
        self.slots[at] = Some((key, value));
    }

    fn refill(&mut self, capacity: usize) {
        let old = core::mem::replace(&mut self.slots, vec![None; capacity]);
        old.into_iter().flatten().for_each(|(key, value)| self.push(key, value));
    }

    fn reserve(&mut self, additional: usize) {
        let len = self.len() + additional;
        if len > self.slots.len() * 80 / 100 {
            self.refill((len * 100 / 80 + 1).next_power_of_two().max(8));
        }
    }

    fn put(&mut self, key: u8, value: u32) {
        self.reserve(1);
        match self.find(key) {
            Some(at) => self.slots[at] = Some((key, value)),
            None => self.push(key, value),
        }
    }

    fn remove(&mut self, key: u8) -> Option<u32> {
        self.find(key).and_then(|at| self.slots[at].take()).map(|(_, value)| value)
    }
}

fuzz_target!(|ops: Vec<Op>| {
    let mut map = HashMap::<u8, u32, Crowded>::new();
    let mut naive = Naive::default();
    for op in ops {
        match op {
            Op::Put(key, value) => {
                map.put(key, value).expect("memory");
                naive.put(key, value);
            }
            Op::PutMany(first, count) => {
                for key in first..first.saturating_add(count) {
                    map.put(key, 1).expect("memory");
                    naive.put(key, 1);
                }
            }
            Op::GetOrPut(key) => {
                let found = map.get_or_put(key).expect("memory");
                assert_eq!(found.found_existing, naive.find(key).is_some());
                let value = *found.value_ptr;
                naive.put(key, value);
            }
            Op::Remove(key) => assert_eq!(map.remove(&key), naive.remove(key)),
            Op::RemoveMany(first, count) => {
                for key in first..first.saturating_add(count) {
                    assert_eq!(map.remove(&key), naive.remove(key));
                }
            }
            Op::Get(key) => {
                let value = naive.find(key).and_then(|at| naive.slots[at]);
                assert_eq!(map.get(&key).copied(), value.map(|(_, value)| value));
            }
            Op::Reserve(additional) => {
                map.reserve(additional.into());
                naive.reserve(additional.into());
            }
            Op::RemoveEvenKeys => {
                map.retain(|key, _| key % 2 == 1);
                for key in (0..=254).step_by(2) {
                    naive.remove(key);
                }
            }
            Op::Clone => {
                map = map.try_clone().expect("memory");
                let len = naive.len();
                naive.refill(if len == 0 { 0 } else { (len * 100 / 80 + 1).next_power_of_two() });
            }
            Op::Clear => {
                map.clear();
                naive.slots.fill(None);
            }
            Op::Rehash => {
                // Which order it gives is compared with Zig's own.
                map.rehash().expect("memory");
                let mut again = Naive { slots: vec![None; map.capacity()] };
                let slots = map.iter().map(|(key, value)| (*key, *value)).collect::<Vec<_>>();
                assert!(slots.iter().all(|(key, value)| map.get(key) == Some(value)));
                assert_eq!(slots.len(), naive.len());
                map = HashMap::new();
                map.ensure_total_capacity(slots.len()).expect("memory");
                again.slots = vec![None; map.capacity()];
                for (key, value) in slots {
                    map.put(key, value).expect("memory");
                    again.put(key, value);
                }
                naive = again;
            }
        }
        assert!(
            map.iter().map(|(key, value)| (*key, *value)).eq(naive.slots.iter().flatten().copied())
        );
        assert_eq!((map.len(), map.capacity()), (naive.len(), naive.slots.len()));
    }
});
