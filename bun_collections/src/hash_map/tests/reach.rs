//! Searches that end because no entry is farther from its home slot: tables without free slots.

use super::super::slots::{Search, Slots};
use crate::hash_map::{HashContext, IdentityContext};
use crate::{AutoContext, HashMap};

/// Removes the oldest entry and adds a new one until no slot is free any more, and goes on.
fn churn<C: HashContext<u64> + Default>(live: u64, rounds: u64, key: impl Fn(u64) -> u64) {
    let mut map = HashMap::<u64, u64, C>::new();
    (0..live).for_each(|number| map.put(key(number), number).expect("memory"));
    let capacity = map.capacity();
    for number in live..live + rounds {
        assert_eq!(map.remove(&key(number - live)), Some(number - live));
        assert_eq!(map.get(&key(number - live)), None);
        map.put(key(number), number).expect("memory");
        assert_eq!(map.get(&key(number)), Some(&number));
    }
    assert_eq!((map.len() as u64, map.capacity()), (live, capacity));
    for number in 0..live + rounds {
        let expected = (number >= rounds).then_some(number);
        assert_eq!(map.get(&key(number)).copied(), expected, "{number}");
    }
}

#[test]
fn steady_churn() {
    let rounds = if cfg!(miri) { 30 } else { 5000 };
    churn::<AutoContext>(6, rounds, |number| number);
    churn::<AutoContext>(50, rounds, |number| number);
    churn::<IdentityContext<u64>>(51, rounds, |number| number);
    // All in one run, which wanders round the end of the table.
    churn::<IdentityContext<u64>>(51, rounds, |number| number << 32);
    if !cfg!(miri) {
        churn::<AutoContext>(820, 20_000, |number| number);
    }
}

#[test]
fn searches_go_as_far_as_entries_are_and_no_farther() {
    let mut slots = Slots::<u64, ()>::with_capacity(64).expect("memory");
    let put = |slots: &mut Slots<u64, ()>, hash: u64, key: u64| match slots
        .search(hash, |other| *other == key)
    {
        Search::Vacant(vacant) => drop(vacant.fill(key, ())),
        Search::Found(_) => panic!("{key} is there already"),
    };
    // Forty entries of one home, the last one thirty-nine slots from it.
    (0..40).for_each(|key| put(&mut slots, 60, key));
    let found = |slots: &Slots<u64, ()>, hash: u64, key: u64| {
        slots.get(hash, |other| *other == key).is_some()
    };
    assert!((0..40).all(|key| found(&slots, 60, key)) && !found(&slots, 60, 40));
    for key in 0..39 {
        let entry = slots.find(60, |other| *other == key).expect("the entry");
        assert_eq!(entry.remove().0, key);
    }
    assert!(found(&slots, 60, 39), "behind tombstones");
    put(&mut slots, 60, 100);
    put(&mut slots, 61, 101);
    assert!(found(&slots, 60, 100) && found(&slots, 61, 101) && found(&slots, 60, 39));
    slots.rehash(|key| if *key == 101 { 61 } else { 60 }).expect("memory");
    assert!(found(&slots, 60, 100) && found(&slots, 61, 101) && found(&slots, 60, 39));
    assert!(!found(&slots, 60, 40));
}
