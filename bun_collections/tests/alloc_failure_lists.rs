//! Every fallible method of the lists with each of its allocations failing in turn: an error, and
//! nothing has changed.

mod fails_cleanly;

use bun_alloc::AllocError;
use bun_alloc::testing::{FailingGlobal, with_failure_after};
use bun_collections::linear_fifo::DynamicBuffer;
use bun_collections::{
    BabyList, ByteList, ByteVecExt, LinearFifo, OffsetByteList, PriorityQueue, VecExt,
};
use fails_cleanly::fails_cleanly;

#[global_allocator]
static ALLOCATOR: FailingGlobal = FailingGlobal::SYSTEM;

/// Full, and of values that own memory.
fn strings() -> BabyList<String> {
    BabyList::move_from_list(vec!["a".to_owned(), "b".to_owned()])
}

#[test]
fn baby_lists_stay_as_they_were() {
    type Operation = dyn Fn(&mut BabyList<String>) -> Result<(), AllocError>;
    let check = |operation: &Operation| {
        fails_cleanly(strings, operation, |list| (list.slice().to_vec(), list.capacity()))
    };
    assert_eq!(check(&|list| list.append(String::new())), 1);
    assert_eq!(check(&|list| list.append_slice(&[String::new()])), 1);
    assert_eq!(check(&|list| list.insert(1, String::new())), 1);
    assert_eq!(check(&|list| list.insert_slice(1, &[String::new()])), 1);
    assert_eq!(check(&|list| list.replace_range(0, 1, &[String::new(), String::new()])), 1);
    assert_eq!(check(&|list| list.ensure_total_capacity(3)), 1);
    assert_eq!(check(&|list| list.ensure_total_capacity_precise(3)), 1);
    assert_eq!(check(&|list| list.ensure_unused_capacity(1)), 1);
    assert_eq!(check(&|list| list.ensure_unused_capacity(0)), 0);
    let empty = || BabyList::<u64>::new();
    let copies = |_: &mut BabyList<u64>| BabyList::from_slice(&[1, 2, 3]).map(drop);
    assert_eq!(fails_cleanly(empty, copies, BabyList::len), 1);
    let ones = |_: &mut BabyList<u64>| BabyList::init_one(7).map(drop);
    assert_eq!(fails_cleanly(empty, ones, BabyList::len), 1);
}

#[test]
fn byte_lists_stay_as_they_were() {
    type Operation = dyn Fn(&mut ByteList) -> Result<(), AllocError>;
    let check = |operation: &Operation| {
        let subject = || BabyList::from_owned_slice(Box::from(*b"ab"));
        fails_cleanly(subject, operation, |list| list.slice().to_vec())
    };
    assert_eq!(check(&|list| list.write(b"c").map(drop)), 1);
    assert!(check(&|list| list.write_latin1(b"c\xe9").map(drop)) >= 1);
    assert!(check(&|list| list.write_utf16(&[0x63, 0x20ac, 0x63]).map(drop)) >= 1);
    assert!(check(&|list| list.append_fmt(format_args!("{:>99}{:>999}", 1, 2))) >= 2);
    assert_eq!(check(&|list| list.deep_clone().map(drop)), 1);
}

#[test]
fn vectors_stay_as_they_were() {
    type Operation = dyn Fn(&mut Vec<u8>) -> Result<(), AllocError>;
    let check = |operation: &Operation| {
        fails_cleanly(|| Vec::from(Box::from(*b"ab")), operation, |list| list.clone())
    };
    assert_eq!(check(&|list| list.try_append(1)), 1);
    assert_eq!(check(&|list| list.try_ensure_total_capacity(3)), 1);
    assert_eq!(check(&|list| ByteVecExt::write(list, b"c").map(drop)), 1);
    assert!(check(&|list| list.write_latin1(b"c\xe9c").map(drop)) >= 1);
    assert!(check(&|list| list.write_utf16(&[0x63, 0x20ac, 0x63]).map(drop)) >= 1);
    assert!(check(&|list| list.append_fmt(format_args!("{:>99}{:>999}", 1, 2))) >= 2);
    let copied = |value: &u8| Ok::<_, AllocError>(*value);
    assert_eq!(check(&move |list| list.try_deep_clone_with(copied).map(drop)), 1);

    let subject = || OffsetByteList::init(1, Vec::from(Box::from(*b"ab")));
    let state = |list: &OffsetByteList| (list.head, list.byte_list.clone());
    assert_eq!(fails_cleanly(subject, |list| list.write(b"c"), state), 1);
}

type Fifo = LinearFifo<u8, DynamicBuffer<u8>>;

/// Full, and wrapped around.
fn fifo() -> Fifo {
    let mut fifo = Fifo::new();
    fifo.write(b"abcd").expect("memory");
    fifo.discard(2);
    fifo.write(b"ef").expect("memory");
    fifo
}

#[test]
fn queues_stay_as_they_were() {
    type Operation = dyn Fn(&mut Fifo) -> Result<(), AllocError>;
    let check = |operation: &Operation| {
        let state = |fifo: &Fifo| (fifo.iter().copied().collect::<Vec<_>>(), fifo.capacity());
        fails_cleanly(fifo, operation, state)
    };
    assert_eq!(check(&|fifo| fifo.write_item(9)), 1);
    assert_eq!(check(&|fifo| fifo.write(&[9])), 1);
    assert_eq!(check(&|fifo| fifo.unget(&[9])), 1);
    assert_eq!(check(&|fifo| fifo.writable_with_size(1).map(drop)), 1);
    assert_eq!(check(&|fifo| fifo.ensure_total_capacity(5)), 1);
    assert_eq!(check(&|fifo| fifo.ensure_unused_capacity(1)), 1);
    assert_eq!(check(&|fifo| fifo.ensure_unused_capacity(0)), 0);
}

#[test]
fn heaps_stay_as_they_were() {
    type Heap = PriorityQueue<u8, fn(&u8, &u8) -> core::cmp::Ordering>;
    type Operation = dyn Fn(&mut Heap) -> Result<(), AllocError>;
    let check = |operation: &Operation| {
        let subject = || Heap::from_owned_slice(Box::from([3, 1, 2]), u8::cmp);
        fails_cleanly(subject, operation, |heap| (heap.items().to_vec(), heap.capacity()))
    };
    assert_eq!(check(&|heap| heap.add(0)), 1);
    assert_eq!(check(&|heap| heap.add_slice(&[0, 9])), 1);
    assert_eq!(check(&|heap| heap.ensure_total_capacity(4)), 1);
    assert_eq!(check(&|heap| heap.ensure_total_capacity_precise(4)), 1);
    assert_eq!(check(&|heap| heap.ensure_unused_capacity(1)), 1);
}

#[test]
fn shrinking_without_memory_keeps_the_old_block() {
    let mut list = BabyList::from_owned_slice(Box::from(*b"abcd"));
    let (_, has_failed) = with_failure_after(0, || list.shrink_and_free(2));
    assert_eq!((list.slice(), list.capacity(), has_failed), (&b"ab"[..], 4, true));

    let mut queue = fifo();
    queue.discard(2);
    let (_, has_failed) = with_failure_after(0, || queue.shrink(3));
    assert!(queue.iter().eq(b"ef") && queue.capacity() == 4 && has_failed);

    let mut heap = PriorityQueue::from_owned_slice(Box::from([2_u8, 1]), u8::cmp);
    heap.ensure_total_capacity_precise(9).expect("memory");
    let (_, has_failed) = with_failure_after(0, || heap.shrink_and_free(2));
    assert_eq!((heap.items(), heap.capacity(), has_failed), (&[1, 2][..], 9, true));
}
