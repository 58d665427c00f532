//! Pools: reuse, limits, threads that end, and destructors that use the pool.

use core::cell::Cell;

use crate::pool::{Node, ObjectPoolType, SinglyLinkedList};
use crate::tracked::{Ledger, Tracked, panic_at_every_call};

crate::object_pool!(Buffers: Vec<u8>, threadsafe, 2);
crate::object_pool!(pub(crate) Unlimited: Vec<u8>, global, 0);

#[test]
fn values_are_reset_and_used_again() {
    assert!(!Buffers::has() && !Buffers::full());
    let mut guard = Buffers::get();
    guard.extend_from_slice(b"abc");
    let address = guard.as_ptr();
    drop(guard);
    let again = Buffers::first();
    assert_eq!((again.as_ptr(), again.len()), (address, 0));
    let other = Buffers::get();
    assert_ne!(other.as_ptr(), address);
}

#[test]
fn the_pool_is_last_in_first_out_and_bounded() {
    let filled = |byte| vec![byte; 9];
    for byte in 0..4 {
        assert_eq!(Buffers::full(), byte >= 2);
        Buffers::push(filled(byte));
        Unlimited::release_value(filled(byte));
    }
    let capacities = |node: Box<Node<Vec<u8>>>| (node.data.len(), node.data.capacity());
    assert_eq!(Buffers::get_if_exists().map(capacities), Some((0, 9)));
    let node = Buffers::get_node();
    assert_eq!(node.data.capacity(), 9);
    assert!(Buffers::get_if_exists().is_none());
    Buffers::release(node);
    assert!(Buffers::has());
    Buffers::delete_all();
    assert!(!Buffers::has());
    assert!(!Unlimited::full());
    assert_eq!(core::iter::from_fn(Unlimited::get_if_exists).count(), 4);
}

#[test]
fn values_can_be_kept() {
    let mut guard = Buffers::get();
    guard.push(5);
    let node = guard.into_node();
    assert_eq!(node.data, [5]);
    let raw = Box::into_raw(node);
    assert!(!Buffers::has());
    // What ported code keeps in a field.
    assert!(!raw.is_null());
    Buffers::release(boxed(raw));
    assert!(Buffers::has());
}

#[expect(unsafe_code, reason = "takes back what `into_raw` gave")]
fn boxed(raw: *mut Node<Vec<u8>>) -> Box<Node<Vec<u8>>> {
    // SAFETY: it came from `Box::into_raw` just before.
    unsafe { Box::from_raw(raw) }
}

std::thread_local! {
    static DROPPED: Cell<u32> = const { Cell::new(0) };
}

/// Uses its own pool in its constructor and in its destructor.
struct Recursive(u32);

crate::object_pool!(RecursivePool: Recursive, threadsafe, 3);

impl ObjectPoolType for Recursive {
    fn init() -> Self {
        assert!(!RecursivePool::has());
        Self(0)
    }

    fn reset(&mut self) {
        // The value is no longer in the list.
        drop(RecursivePool::get_if_exists());
    }
}

impl Drop for Recursive {
    fn drop(&mut self) {
        // Gone, when the thread's variables are destroyed in the other order.
        let _ = DROPPED.try_with(|dropped| dropped.set(dropped.get() + 1));
        if self.0 > 0 {
            RecursivePool::push(Self(self.0 - 1));
        }
    }
}

#[test]
fn user_code_may_use_the_pool() {
    let before = DROPPED.get();
    for depth in [2, 2] {
        RecursivePool::push(Recursive(depth));
    }
    assert_eq!(RecursivePool::get().0, 2);
    RecursivePool::delete_all();
    // Destructors have pushed again.
    while RecursivePool::has() {
        RecursivePool::delete_all();
    }
    assert!(DROPPED.get() - before >= 4);
}

#[test]
fn threads_end_with_values_in_the_pool() {
    let thread = std::thread::spawn(|| {
        for depth in [0, 3, 5] {
            RecursivePool::push(Recursive(depth));
        }
        Unlimited::push(vec![1]);
        RecursivePool::full()
    });
    assert!(thread.join().expect("no panic"));
}

#[test]
fn each_thread_has_its_own_values() {
    Unlimited::push(Vec::new());
    let node = Unlimited::get_node();
    let thread = std::thread::spawn(move || {
        let before = Unlimited::has();
        Unlimited::release(node);
        (before, Unlimited::has())
    });
    assert_eq!(thread.join().expect("no panic"), (false, true));
    assert!(!Unlimited::has());
}

#[test]
fn lists_own_their_nodes() {
    let ledger = Ledger::default();
    let mut list = SinglyLinkedList::new();
    for id in 0..4 {
        list.prepend(Box::new(Node::new(ledger.track(id))));
    }
    assert_eq!(list.iter().map(|node| node.data.id()).collect::<Vec<_>>(), [3, 2, 1, 0]);
    let second: *const Node<Tracked> = list.iter().nth(1).expect("four nodes");
    let removed = list.remove(second).expect("in the list");
    assert_eq!((removed.data.id(), list.len()), (2, 3));
    let second: *const Node<Tracked> = &raw const *removed;
    assert!(list.remove(second).is_none());
    assert!(SinglyLinkedList::new().remove(second).is_none());

    let first = list.first_mut().expect("three nodes");
    first.insert_after(removed);
    assert_eq!(first.remove_next().map(|node| node.data.id()), Some(2));
    assert_eq!(first.next().map(|node| node.data.id()), Some(1));
    assert_eq!(list.pop_first().map(|node| node.data.id()), Some(3));
    assert_eq!(format!("{list:?}"), "[#1, #0]");
    drop(list);
    assert_eq!(ledger.live(), 0);
}

#[test]
fn long_lists_are_dropped_one_by_one() {
    let mut list = SinglyLinkedList::new();
    let count = if cfg!(miri) { 1000 } else { 200_000 };
    (0..count).for_each(|number: u32| list.prepend(Box::new(Node::new(number))));
    assert_eq!(list.first().map(|node| node.data), Some(count - 1));
}

#[test]
fn destructors_may_panic() {
    let calls = panic_at_every_call(
        || {
            let ledger = Ledger::default();
            let mut list = SinglyLinkedList::new();
            (0..5).for_each(|id| list.prepend(Box::new(Node::new(ledger.track(id)))));
            (Some(list), ledger)
        },
        |(list, _)| drop(list.take()),
        |(_, ledger)| assert_eq!(ledger.live(), 0),
    );
    assert_eq!(calls, 5);
}
