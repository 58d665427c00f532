//! A panic at every call of the user's code: the map stays a map.

use crate::ArrayHashMap;
use crate::array_hash_map::{ArrayHashAdapter, ArrayHashContext};
use crate::tracked::{Ledger, Tracked, panic_at_every_call, user_code};

/// Hashes and compares by code that may panic.
#[derive(Clone, Default)]
struct Panics<const STORE: bool>;

impl<const STORE: bool> ArrayHashContext<Tracked> for Panics<STORE> {
    const STORE_HASH: bool = STORE;

    fn hash(&self, key: &Tracked) -> u32 {
        user_code();
        key.id().wrapping_mul(0x9E37_79B1)
    }

    fn eql(&self, a: &Tracked, b: &Tracked, _b_index: usize) -> bool {
        user_code();
        a.id() == b.id()
    }
}

type Map<const STORE: bool> = ArrayHashMap<Tracked, Tracked, Panics<STORE>>;

fn map<const STORE: bool>(ledger: &Ledger, count: u32) -> Map<STORE> {
    let mut map = Map::new();
    for id in 0..count {
        map.put(ledger.track(id), ledger.track(id)).expect("memory");
    }
    map
}

/// Runs `operation` on maps below and above the limit of linear search. Afterwards all entries are
/// whole and found, and nothing else is alive.
fn survives_as<const STORE: bool>(
    count: u32,
    operation: &impl Fn(&mut dyn Subject, &Ledger),
) -> u32 {
    panic_at_every_call(
        || {
            let ledger = Ledger::default();
            (map::<STORE>(&ledger, count), ledger)
        },
        |(map, ledger)| operation(map, ledger),
        |(map, ledger)| {
            assert_eq!(ledger.live(), 2 * map.len(), "nothing is lost, nothing is left over");
            for (at, (key, value)) in map.iter().enumerate() {
                assert_eq!(key.id(), value.id(), "entries are whole");
                assert_eq!(map.get_index(key), Some(at), "and found");
            }
            drop(map);
            assert_eq!(ledger.live(), 0);
        },
    )
}

/// Both kinds of maps.
trait Subject {
    fn put(&mut self, key: Tracked, value: Tracked);
    fn get(&self, key: &Tracked) -> bool;
    fn swap_remove_at(&mut self, at: usize);
    fn ordered_remove_at(&mut self, at: usize);
    fn swap_remove(&mut self, key: &Tracked);
    fn ordered_remove(&mut self, key: &Tracked);
    fn pop(&mut self);
    fn shrink(&mut self, len: usize);
    fn clear(&mut self);
    fn clear_and_free(&mut self);
    fn take_all(&mut self);
    fn reserve(&mut self, additional: usize);
    fn sort(&mut self);
    fn re_index(&mut self);
    fn clone_it(&self);
    fn get_or_put_with(&mut self, key: Tracked, value: &dyn Fn() -> Tracked);
    fn len(&self) -> usize;
    fn retain(&mut self);
    fn remove_many(&mut self);
    fn drain(&mut self);
    fn set_key(&mut self, key: Tracked);
    fn swap_indices(&mut self);
    fn reinit(&mut self);
    fn clone_with(&self);
    fn extend(&mut self, ledger: &Ledger);
    fn equal(&self) -> bool;
}

impl<const STORE: bool> Subject for Map<STORE> {
    fn put(&mut self, key: Tracked, value: Tracked) {
        ArrayHashMap::put(self, key, value).expect("memory");
    }
    fn get(&self, key: &Tracked) -> bool {
        self.contains(key)
    }
    fn swap_remove_at(&mut self, at: usize) {
        drop(ArrayHashMap::swap_remove_at(self, at));
    }
    fn ordered_remove_at(&mut self, at: usize) {
        drop(ArrayHashMap::ordered_remove_at(self, at));
    }
    fn swap_remove(&mut self, key: &Tracked) {
        assert!(ArrayHashMap::swap_remove(self, key));
    }
    fn ordered_remove(&mut self, key: &Tracked) {
        assert!(ArrayHashMap::ordered_remove(self, key));
    }
    fn pop(&mut self) {
        drop(ArrayHashMap::pop(self));
    }
    fn shrink(&mut self, len: usize) {
        self.shrink_and_free(len);
    }
    fn clear(&mut self) {
        self.clear_retaining_capacity();
    }
    fn clear_and_free(&mut self) {
        ArrayHashMap::clear_and_free(self);
    }
    fn take_all(&mut self) {
        let mut entries = core::mem::take(self).into_iter();
        drop((entries.next(), entries.next_back()));
    }
    fn reserve(&mut self, additional: usize) {
        ArrayHashMap::reserve(self, additional);
    }
    fn sort(&mut self) {
        ArrayHashMap::sort(self, |keys, _, a, b| {
            user_code();
            keys[a].id() % 5 < keys[b].id() % 5
        });
    }
    fn re_index(&mut self) {
        ArrayHashMap::re_index(self).expect("memory");
    }
    fn clone_it(&self) {
        assert_eq!(self.try_clone().expect("memory").len(), self.len());
    }
    fn get_or_put_with(&mut self, key: Tracked, value: &dyn Fn() -> Tracked) {
        ArrayHashMap::get_or_put_with(self, key, value).expect("memory");
    }
    fn len(&self) -> usize {
        ArrayHashMap::len(self)
    }
    fn retain(&mut self) {
        ArrayHashMap::retain(self, |key, _| {
            user_code();
            key.id() % 3 != 1
        });
    }
    fn remove_many(&mut self) {
        self.ordered_remove_at_many(&[0, 2, 2, 3]).expect("memory");
    }
    fn drain(&mut self) {
        let mut entries = ArrayHashMap::drain(self);
        drop((entries.next(), entries.next_back()));
    }
    fn set_key(&mut self, key: Tracked) {
        drop(ArrayHashMap::set_key(self, key.id() as usize, key).expect("memory"));
    }
    fn swap_indices(&mut self) {
        ArrayHashMap::swap_indices(self, 1, 3);
    }
    fn reinit(&mut self) {
        let other = self.try_clone().expect("memory");
        ArrayHashMap::reinit(self, other.keys(), other.values()).expect("memory");
    }
    fn clone_with(&self) {
        let same = self.clone_with_context(Panics::<STORE>).expect("memory");
        assert_eq!(same.len(), self.len());
        let other = self.clone_with_context(Other::<STORE>).expect("memory");
        assert_eq!(other.len(), self.len());
    }
    fn extend(&mut self, ledger: &Ledger) {
        Extend::extend(self, (2..6).chain(70..74).map(|id| (ledger.track(id), ledger.track(id))));
    }
    fn equal(&self) -> bool {
        let context = Panics::<STORE>;
        self.iter().all(|(key, _)| self.get_index_adapted(key, &context).is_some())
    }
}

/// As [`Panics`], but for where the hash is.
struct Other<const STORE: bool>;

impl<const STORE: bool> ArrayHashContext<Tracked> for Other<STORE> {
    const STORE_HASH: bool = !STORE;

    fn hash(&self, key: &Tracked) -> u32 {
        ArrayHashContext::hash(&Panics::<STORE>, key)
    }

    fn eql(&self, a: &Tracked, b: &Tracked, _b_index: usize) -> bool {
        a.id() == b.id()
    }
}

impl<const STORE: bool> ArrayHashAdapter<Tracked, Tracked> for Panics<STORE> {
    fn hash(&self, key: &Tracked) -> u32 {
        ArrayHashContext::hash(self, key)
    }

    fn eql(&self, a: &Tracked, b: &Tracked, b_index: usize) -> bool {
        ArrayHashContext::eql(self, a, b, b_index)
    }
}

/// Returns the fewest calls of user code among the four kinds of maps.
fn survives(operation: impl Fn(&mut dyn Subject, &Ledger)) -> u32 {
    if cfg!(miri) {
        return survives_as::<true>(5, &operation).min(survives_as::<false>(17, &operation));
    }
    let calls = [
        survives_as::<true>(5, &operation),
        survives_as::<false>(5, &operation),
        survives_as::<true>(20, &operation),
        survives_as::<false>(20, &operation),
    ];
    calls.into_iter().min().unwrap_or(0)
}

#[test]
fn insertions_survive() {
    assert!(survives(|map, ledger| map.put(ledger.track(77), ledger.track(77))) >= 1);
    assert!(survives(|map, ledger| map.put(ledger.track(3), ledger.track(3))) >= 3);
    let fill = |map: &mut dyn Subject, ledger: &Ledger| {
        for id in 50..if cfg!(miri) { 54 } else { 70 } {
            map.put(ledger.track(id), ledger.track(id));
        }
    };
    assert!(survives(fill) >= 4);
    survives(|map, _| map.reserve(100));
    let with = |map: &mut dyn Subject, ledger: &Ledger| {
        map.get_or_put_with(ledger.track(88), &|| {
            user_code();
            ledger.track(88)
        });
    };
    assert!(survives(with) >= 2);
    assert!(survives(|map, ledger| assert!(map.get(&ledger.track(4)))) >= 2);
}

#[test]
fn removals_survive() {
    assert!(survives(|map, _| map.swap_remove_at(1)) >= 2);
    assert!(survives(|map, _| map.ordered_remove_at(1)) >= 2);
    assert!(survives(|map, ledger| map.swap_remove(&ledger.track(2))) >= 3);
    assert!(survives(|map, ledger| map.ordered_remove(&ledger.track(2))) >= 3);
    assert!(survives(|map, _| map.pop()) >= 2);
    assert!(survives(|map, _| map.shrink(2)) >= 6);
    assert!(survives(|map, _| map.clear()) >= 10);
    assert!(survives(|map, _| map.clear_and_free()) >= 10);
    assert!(survives(|map, _| map.take_all()) >= 10);
}

#[test]
fn the_rest_survives() {
    assert!(survives(|map, _| map.sort()) >= 4);
    survives(|map, _| map.re_index());
    assert!(survives(|map, _| map.clone_it()) >= 20);
    assert_eq!(survives(|map, _| assert_ne!(map.len(), 0)), 0);
}

#[test]
fn operations_on_many_entries_survive() {
    assert!(survives(|map, _| map.retain()) >= 7);
    assert!(survives(|map, _| map.remove_many()) >= 6);
    assert!(survives(|map, _| map.drain()) >= 10);
    assert!(survives(|map, ledger| map.set_key(ledger.track(2))) >= 2);
    survives(|map, _| map.swap_indices());
    assert!(survives(|map, _| map.reinit()) >= 20);
    assert!(survives(|map, _| map.clone_with()) >= 20);
    assert!(survives(|map, ledger| map.extend(ledger)) >= 8);
    assert!(survives(|map, _| assert!(map.equal())) >= 5);
}
