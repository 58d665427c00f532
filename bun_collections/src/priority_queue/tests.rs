//! Against the algorithm as Zig states it, drops, and comparisons that panic or lie.

use alloc::collections::BTreeMap;
use core::cell::Cell;
use core::cmp::Ordering;
use core::panic::AssertUnwindSafe;
use std::panic::catch_unwind;

use proptest::prelude::*;
use proptest::sample::Index;

use super::{ElementNotFound, PriorityQueue};
use crate::tracked::{Ledger, Tracked, panic_at_every_call, user_code};

/// What is compared, and what tells equals apart.
type Item = (u8, u32);

fn by_key(a: &Item, b: &Item) -> Ordering {
    a.0.cmp(&b.0)
}

/// A heap as in a textbook: a value sinks below the lesser child unless it is before that.
#[derive(Default)]
struct Model(Vec<Item>);

impl Model {
    fn is_before(&self, a: usize, b: usize) -> bool {
        by_key(&self.0[a], &self.0[b]).is_lt()
    }

    fn up(&mut self, mut at: usize) {
        while at > 0 && self.is_before(at, (at - 1) / 2) {
            self.0.swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    fn down(&mut self, mut at: usize) {
        while 2 * at + 1 < self.0.len() {
            let (left, right) = (2 * at + 1, 2 * at + 2);
            let is_right = right < self.0.len() && self.is_before(right, left);
            let child = if is_right { right } else { left };
            if self.is_before(at, child) {
                break;
            }
            self.0.swap(at, child);
            at = child;
        }
    }

    fn add(&mut self, item: Item) {
        self.0.push(item);
        self.up(self.0.len() - 1);
    }

    fn remove(&mut self, at: usize) -> Item {
        let item = self.0.swap_remove(at);
        if at < self.0.len() {
            if at == 0 || self.is_before((at - 1) / 2, at) { self.down(at) } else { self.up(at) }
        }
        item
    }

    fn update(&mut self, old: Item, new: Item) -> Result<(), ElementNotFound> {
        let at = self.0.iter().position(|item| item.0 == old.0).ok_or(ElementNotFound)?;
        let old = core::mem::replace(&mut self.0[at], new);
        match by_key(&new, &old) {
            Ordering::Less => self.up(at),
            Ordering::Greater => self.down(at),
            Ordering::Equal => {}
        }
        Ok(())
    }
}

/// Operations of a sequence.
const OPS_MAX: usize = if cfg!(miri) { 12 } else { 80 };

#[derive(Clone, Debug)]
enum Op {
    Add(Item),
    AddSlice(Vec<Item>),
    Remove,
    RemoveIndex(Index),
    Update(Item, Item),
    FromOwnedSlice,
    EnsureUnusedCapacity(usize),
    ShrinkAndFree,
    Clear,
}

fn op() -> impl Strategy<Value = Op> {
    // Few keys, so that there are equals.
    let item = || (0..12_u8, any::<u32>());
    prop_oneof![
        8 => item().prop_map(Op::Add),
        1 => prop::collection::vec(item(), 0..20).prop_map(Op::AddSlice),
        5 => Just(Op::Remove),
        2 => any::<Index>().prop_map(Op::RemoveIndex),
        2 => (item(), item()).prop_map(|(old, new)| Op::Update(old, new)),
        1 => Just(Op::FromOwnedSlice),
        1 => (0..40_usize).prop_map(Op::EnsureUnusedCapacity),
        1 => Just(Op::ShrinkAndFree),
        1 => Just(Op::Clear),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 512 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn items_are_in_zigs_order(ops in prop::collection::vec(op(), 0..OPS_MAX)) {
        let (mut queue, mut model) = (PriorityQueue::init(by_key), Model::default());
        for op in &ops {
            let len = queue.count();
            match op {
                Op::Add(item) => (model.add(*item), queue.add(*item).expect("memory")).0,
                Op::AddSlice(items) => {
                    items.iter().for_each(|item| model.add(*item));
                    queue.add_slice(items).expect("memory");
                }
                Op::Remove => {
                    prop_assert_eq!(queue.peek(), model.0.first());
                    let removed = (!model.0.is_empty()).then(|| model.remove(0));
                    prop_assert_eq!(queue.remove_or_null(), removed);
                }
                Op::RemoveIndex(at) if len > 0 => {
                    let at = at.index(len);
                    prop_assert_eq!(queue.remove_index(at), model.remove(at));
                }
                Op::RemoveIndex(_) => {}
                Op::Update(old, new) => {
                    prop_assert_eq!(queue.update(old, *new), model.update(*old, *new));
                }
                Op::FromOwnedSlice => {
                    let mut items = queue.into_vec();
                    items.sort_unstable_by_key(|item| item.1);
                    model.0 = items.clone();
                    (0..len / 2).rev().for_each(|at| model.down(at));
                    queue = PriorityQueue::from_owned_slice(items.into(), by_key);
                }
                Op::EnsureUnusedCapacity(count) => {
                    queue.ensure_unused_capacity(*count).expect("memory");
                    prop_assert!(queue.capacity() - len >= *count);
                }
                Op::ShrinkAndFree => {
                    queue.shrink_and_free(len);
                    prop_assert_eq!(queue.capacity(), len);
                }
                Op::Clear => (model.0.clear(), queue.clear_retaining_capacity()).0,
            }
            prop_assert_eq!(queue.items(), &model.0);
            prop_assert!(queue.iterator().eq(&model.0));
        }
    }

    #[test]
    fn a_comparison_that_lies_loses_nothing(
        items in prop::collection::vec(any::<u32>(), 0..OPS_MAX),
        seed in any::<u64>(),
    ) {
        let state = Cell::new(seed | 1);
        let lie = |_: &u32, _: &u32| {
            state.set(state.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(99));
            [Ordering::Less, Ordering::Equal, Ordering::Greater][(state.get() >> 40) as usize % 3]
        };
        let mut counts = BTreeMap::new();
        let mut queue = PriorityQueue::from_owned_slice(items.clone().into(), lie);
        queue.add_slice(&items).expect("memory");
        items.iter().chain(&items).for_each(|item| *counts.entry(*item).or_insert(0) += 1);
        while !queue.is_empty() {
            let item = queue.remove_index(state.get() as usize % queue.len());
            *counts.entry(item).or_insert(0) -= 1;
        }
        prop_assert!(counts.values().all(|count| *count == 0));
    }
}

#[test]
fn capacities_are_zigs() {
    let mut queue = PriorityQueue::init(u8::cmp);
    let mut capacities = vec![];
    for value in 0..60 {
        queue.add(value).expect("memory");
        if capacities.last() != Some(&queue.capacity()) {
            capacities.push(queue.capacity());
        }
    }
    assert_eq!(capacities, [8, 20, 38, 65]);
    queue.ensure_total_capacity_precise(77).expect("memory");
    assert_eq!(queue.capacity(), 77);
    queue.clear_and_free();
    assert_eq!((queue.capacity(), queue.remove_or_null()), (0, None));
}

fn by_id(a: &Tracked, b: &Tracked) -> Ordering {
    user_code();
    a.id().cmp(&b.id())
}

type Queue = PriorityQueue<Tracked, fn(&Tracked, &Tracked) -> Ordering>;

#[test]
fn code_of_the_user_may_panic() {
    let ledger = Ledger::default();
    let queue = || -> Queue {
        let items = [5, 1, 4, 3, 2, 9, 8, 7].map(|id| ledger.track(id));
        PriorityQueue::from_owned_slice(Box::new(items), by_id)
    };
    let more = [ledger.track(6), ledger.track(0)];
    let operations: [&dyn Fn(&mut Queue); 7] = [
        &|queue| queue.add(ledger.track(0)).expect("memory"),
        &|queue| queue.add_slice(&more).expect("memory"),
        &|queue| drop(queue.remove()),
        &|queue| drop(queue.remove_index(2)),
        &|queue| assert!(queue.update(&more[0], ledger.track(10)).is_err()),
        &|queue| {
            let nine = ledger.track(9);
            assert_eq!(queue.update(&nine, ledger.track(0)), Ok(()));
        },
        &|queue| queue.clear_and_free(),
    ];
    for operation in operations {
        let check = |queue: Queue| {
            assert!(queue.items().iter().all(|value| value.id() <= 10));
            assert_eq!(ledger.live(), queue.len() + more.len(), "each once");
        };
        assert!(panic_at_every_call(queue, |queue| operation(queue), check) > 1);
    }
}

#[test]
fn misuse_panics_and_changes_nothing() {
    let mut queue = PriorityQueue::init(u8::cmp);
    assert!(catch_unwind(AssertUnwindSafe(|| queue.remove())).is_err());
    queue.add_slice(&[3, 1, 2]).expect("memory");
    assert!(catch_unwind(AssertUnwindSafe(|| queue.remove_index(3))).is_err());
    assert!(catch_unwind(AssertUnwindSafe(|| queue.shrink_and_free(2))).is_err());
    assert!(catch_unwind(AssertUnwindSafe(|| queue.shrink_and_free(99))).is_err());
    assert_eq!((queue.items(), queue.peek()), (&[1, 3, 2][..], Some(&1)));
    assert_eq!(queue.update(&7, 1), Err(ElementNotFound));
    assert_eq!(ElementNotFound.to_string(), "ElementNotFound");
}

#[test]
fn values_without_a_size() {
    let mut queue = PriorityQueue::init(<()>::cmp);
    queue.add_slice(&[(); 5]).expect("memory");
    assert_eq!((queue.remove_index(2), queue.remove(), queue.len()), ((), (), 3));
}
