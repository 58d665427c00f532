//! The queue against a list, and under many threads.

#![cfg(not(loom))]
#![expect(unsafe_code, reason = "adds intrusive items")]

use alloc::collections::VecDeque;
use core::ptr::NonNull;

use proptest::prelude::*;

use super::link::set_next;
use super::{Link, Linked, UnboundedQueue, channel};

struct Item {
    id: usize,
    link: Link<Self>,
}

// SAFETY: the link is the item's own.
unsafe impl Linked for Item {
    unsafe fn link(this: *mut Self) -> *const Link<Self> {
        // SAFETY: the precondition.
        unsafe { &raw const (*this).link }
    }
}

fn item(id: usize) -> NonNull<Item> {
    NonNull::from(Box::leak(Box::new(Item { id, link: Link::new() })))
}

fn id(item: *mut Item) -> Option<usize> {
    let item = NonNull::new(item)?;
    // SAFETY: it is from `item` above, and was taken.
    Some(unsafe { Box::from_raw(item.as_ptr()) }.id)
}

#[derive(Clone, Copy, Debug)]
enum Op {
    Push,
    PushBatch(usize),
    Pop,
    PopBatch,
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 256 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn behaves_as_a_list(
        ops in prop::collection::vec(
            prop_oneof![
                3 => Just(Op::Push),
                1 => (1_usize..5).prop_map(Op::PushBatch),
                2 => Just(Op::Pop),
                1 => Just(Op::PopBatch),
            ],
            0..if cfg!(miri) { 20 } else { 60 },
        ),
    ) {
        let queue = UnboundedQueue::<Item>::default();
        let (mut model, mut ids) = (VecDeque::new(), 0..);
        for op in ops.into_iter().chain([Op::PopBatch]) {
            match op {
                Op::Push => {
                    model.extend(ids.next());
                    // SAFETY: leaked, and freed when taken.
                    unsafe { queue.push(item(model[model.len() - 1])) };
                }
                Op::PushBatch(len) => {
                    let items: Vec<_> = ids.by_ref().take(len).map(|id| (id, item(id))).collect();
                    for pair in items.windows(2) {
                        // SAFETY: the item is in no queue.
                        unsafe { set_next(pair[0].1.as_ptr(), pair[1].1.as_ptr()) };
                    }
                    model.extend(items.iter().map(|(id, _)| *id));
                    // SAFETY: linked above, leaked, and freed when taken.
                    unsafe { queue.push_batch(items[0].1, items[len - 1].1) };
                }
                Op::Pop => prop_assert_eq!(id(queue.pop()), model.pop_front()),
                Op::PopBatch => {
                    let batch = queue.pop_batch();
                    prop_assert_eq!(batch.count, model.len());
                    prop_assert_eq!(batch.front().is_null(), model.is_empty());
                    prop_assert_eq!(batch.last().is_null(), model.is_empty());
                    prop_assert!(batch.iterator().map(id).eq(model.drain(..).map(Some)));
                }
            }
            prop_assert_eq!(queue.is_empty(), model.is_empty());
        }
    }
}

#[test]
fn what_each_thread_adds_stays_in_order() {
    const EACH: usize = if cfg!(miri) { 20 } else { 20_000 };
    const THREADS: usize = 4;
    let (sender, mut receiver) = channel();
    let mut next = [0; THREADS];
    std::thread::scope(|scope| {
        for thread in 0..THREADS {
            let sender = sender.clone();
            scope.spawn(move || (0..EACH).for_each(|count| sender.push((thread, count))));
        }
        while next.iter().sum::<usize>() < THREADS * EACH {
            let Some((thread, count)) = receiver.pop() else {
                std::thread::yield_now();
                continue;
            };
            assert_eq!(count, next[thread]);
            next[thread] += 1;
        }
    });
    assert_eq!((receiver.pop(), next), (None, [EACH; THREADS]));
}

#[test]
fn values_that_were_not_taken_are_dropped_with_the_ends() {
    let value = alloc::sync::Arc::new(());
    let (sender, mut receiver) = channel();
    for _ in 0..5 {
        sender.push(alloc::sync::Arc::clone(&value));
    }
    drop(receiver.pop());
    drop(receiver);
    assert_eq!(alloc::sync::Arc::strong_count(&value), 5);
    drop(sender);
    assert_eq!(alloc::sync::Arc::strong_count(&value), 1);
}
