//! Every interleaving of the queue, by loom, and that it would notice.

#![cfg(loom)]
#![expect(unsafe_code, reason = "links items by hand")]

use alloc::sync::Arc;
use core::ptr::NonNull;

use loom::sync::atomic::{AtomicUsize, Ordering};
use loom::thread;

use super::{Link, Linked, UnboundedQueue};
use crate::primitive::Mutant;
use crate::primitive::models::{check, expect_killed};

struct Item {
    link: Link<Self>,
    /// Written before the item is added. Loom shows what comes without.
    id: AtomicUsize,
}

// SAFETY: the link is the item's own.
unsafe impl Linked for Item {
    unsafe fn link(this: *mut Self) -> *const Link<Self> {
        // SAFETY: the precondition.
        unsafe { &raw const (*this).link }
    }
}

fn item(id: usize) -> NonNull<Item> {
    let item = Box::leak(Box::new(Item { link: Link::new(), id: AtomicUsize::new(0) }));
    item.id.store(id, Ordering::Relaxed);
    NonNull::from(item)
}

fn id(item: *mut Item) -> usize {
    // SAFETY: it is from `item` above, and was taken.
    let item = unsafe { Box::from_raw(item) };
    item.id.load(Ordering::Relaxed)
}

/// Three producers, one of which adds two at once; one consumer that takes in both ways.
fn three_producers() {
    let queue = Arc::new(UnboundedQueue::<Item>::new());
    let spawn = |add: fn(&UnboundedQueue<Item>)| {
        let queue = Arc::clone(&queue);
        thread::spawn(move || add(&queue))
    };
    let producers = [
        // SAFETY: the items are leaked, and freed when they were taken.
        spawn(|queue| unsafe { queue.push(item(1)) }),
        spawn(|queue| {
            let (first, last) = (item(2), item(3));
            // SAFETY: the item is not in a queue yet.
            unsafe { super::link::set_next(first.as_ptr(), last.as_ptr()) };
            // SAFETY: as above.
            unsafe { queue.push_batch(first, last) };
        }),
    ];
    // SAFETY: as above.
    unsafe { queue.push(item(4)) };
    let mut seen = Vec::new();
    seen.extend(NonNull::new(queue.pop()).map(|item| id(item.as_ptr())));
    seen.extend(queue.pop_batch().map_ids());
    for producer in producers {
        producer.join().unwrap();
    }
    seen.extend(NonNull::new(queue.pop()).map(|item| id(item.as_ptr())));
    seen.extend(queue.pop_batch().map_ids());
    assert!(queue.is_empty());
    let place = |id| seen.iter().position(|&seen| seen == id).expect("an item is missing");
    assert!(place(2) < place(3), "out of order: {seen:?}");
    assert_eq!((place(1) < 4, place(4) < 4, seen.len()), (true, true, 4));
}

impl super::Batch<Item> {
    fn map_ids(self) -> Vec<usize> {
        self.iterator().map(id).collect()
    }
}

#[test]
fn queue() {
    check(three_producers);
    expect_killed(Mutant::QueuePush, three_producers);
    expect_killed(Mutant::QueueTake, three_producers);
}
