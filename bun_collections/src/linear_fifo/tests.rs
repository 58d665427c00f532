//! Against `VecDeque`, Zig's answers, every state of small rings, drops, and misuse.

#![expect(clippy::unit_arg, reason = "an arm of a step fits a line")]

use alloc::collections::VecDeque;
use core::mem::MaybeUninit;
use core::num::NonZero;
use core::panic::AssertUnwindSafe;
use std::io::{Read as _, Write as _};
use std::panic::catch_unwind;

use bun_alloc::AllocError;
use proptest::prelude::*;
use proptest::sample::Index;

use super::{DynamicBuffer, LinearFifo, LinearFifoBuffer, SliceBuffer, StaticBuffer};
use crate::tracked::{Ledger, Tracked, panic_at_every_call};

type Static<T, const N: usize> = LinearFifo<T, StaticBuffer<T, N>>;
type Dynamic<T> = LinearFifo<T, DynamicBuffer<T>>;

/// Something to do with a list.
type Operation<'a, S> = &'a dyn Fn(&mut S);

/// Values `0..len` of a ring of `N`, the first at place `head`.
fn ring<T, const N: usize>(head: usize, len: usize, of: impl Fn(usize) -> T) -> Static<T, N> {
    let mut queue = Static::new();
    // One value stays, because an empty queue begins anew.
    queue.write_item_assume_capacity(of(0));
    for _ in 0..head {
        queue.write_item_assume_capacity(of(0));
        assert!(queue.read_item().is_some());
    }
    assert_eq!((queue.head, queue.len()), (head, 1));
    for value in 1..len {
        queue.write_item_assume_capacity(of(value));
    }
    if len == 0 {
        queue.clear();
    }
    queue
}

fn values<T: Copy, B: LinearFifoBuffer<T>>(queue: &LinearFifo<T, B>) -> Vec<T> {
    let first = queue.readable_slice(0);
    let all = [first, queue.readable_slice(first.len())].concat();
    assert!(all.len() == queue.len() && queue.readable_slice(queue.len()).is_empty());
    all
}

#[test]
fn answers_are_zigs() {
    for (count, capacity) in [(1, 1), (2, 2), (3, 4), (5, 8), (8, 8), (9, 16), (100, 128)] {
        let mut queue = Dynamic::<u8>::init();
        queue.ensure_total_capacity(count).expect("memory");
        assert_eq!(queue.capacity(), capacity);
    }
    let mut queue = ring::<u8, 8>(4, 7, |value| b'e' + value.to_le_bytes()[0]);
    assert_eq!((queue.readable_slice(0), queue.readable_slice(4)), (&b"efgh"[..], &b"ijk"[..]));
    assert_eq!((queue.peek_item(0), queue.peek_item(6)), (b'e', b'k'));
    assert_eq!((queue.write(b"lm"), queue.len()), (Err(AllocError), 7));
    queue.realign();
    assert_eq!((queue.head, queue.readable_slice(0)), (0, &b"efghijk"[..]));
}

/// Every head, length and position, where the formulas of the original go wrong.
#[test]
fn every_state_of_a_ring() {
    fn check<const N: usize>() {
        for (head, len) in (0..N).flat_map(|head| (0..=N).map(move |len| (head, len))) {
            let model: Vec<usize> = (0..len).collect();
            let queue = || ring::<usize, N>(head, len, |value| value);
            assert_eq!(values(&queue()), model);
            for at in 0..len {
                let (mut queue, mut model) = (queue(), model.clone());
                assert_eq!(queue.ordered_remove_item(at), model.remove(at), "{head} {len} {at}");
                assert_eq!(values(&queue), model);
                queue.write_item_assume_capacity(9);
                assert_eq!(queue.iter().next_back_of_all(), 9);
            }
            for count in 0..=len {
                let mut queue = queue();
                queue.discard(count);
                assert_eq!(values(&queue), model[count..]);
            }
            for count in 0..=N - len {
                let mut queue = queue();
                let new: Vec<usize> = (100..100 + count).collect();
                queue.unget(&new).expect("room");
                assert_eq!(values(&queue), [&new[..], &model].concat());
                queue.discard(count);
                queue.write(&new).expect("room");
                assert_eq!(values(&queue), [&model[..], &new].concat());
            }
            let mut queue = queue();
            queue.realign();
            assert_eq!(queue.readable_slice(0), model);
            for (offset, expected) in (0..=N - len).rev().enumerate() {
                assert_eq!(queue.writable_slice(offset).len(), expected);
            }
        }
    }
    if cfg!(miri) {
        check::<3>();
    } else {
        check::<1>();
        check::<7>();
        check::<8>();
        check::<16>();
    }
}

trait LastOfAll<T> {
    fn next_back_of_all(self) -> T;
}

impl<'a, T: Copy + 'a, I: Iterator<Item = &'a T>> LastOfAll<T> for I {
    fn next_back_of_all(self) -> T {
        *self.last().expect("not empty")
    }
}

/// Growing with the head at every place.
#[test]
fn growing_keeps_the_order() {
    for head in 0..8 {
        let mut queue = Dynamic::<usize>::new();
        queue.ensure_total_capacity(8).expect("memory");
        queue.write_item(9).expect("memory");
        for _ in 0..head {
            queue.write_item(9).expect("memory");
            assert!(queue.read_item().is_some());
        }
        queue.write(&[1, 2, 3, 4, 5, 6, 7]).expect("memory");
        queue.write(&[8]).expect("memory");
        assert_eq!(queue.readable_slice(0), [9, 1, 2, 3, 4, 5, 6, 7, 8]);
        assert_eq!(queue.capacity(), 16);
        queue.shrink(9);
        assert_eq!((values(&queue).len(), queue.capacity()), (9, 9));
        queue.write_item(0).expect("memory");
        assert_eq!((queue.capacity(), queue.peek_item(9)), (16, 0));
    }
}

/// Operations of a sequence.
const OPS_MAX: usize = if cfg!(miri) { 8 } else { 60 };

#[derive(Clone, Debug)]
enum Op {
    WriteItem(u16),
    Write(Vec<u16>),
    Unget(Vec<u16>),
    ReadItem,
    Read(usize),
    Discard(Index),
    OrderedRemove(Index),
    PeekMut(Index, u16),
    WritableWithSize(usize, u16),
    EnsureTotalCapacity(usize),
    Shrink(Index),
    Realign,
    Clear,
}

fn op() -> impl Strategy<Value = Op> {
    let values = || prop::collection::vec(any::<u16>(), 0..7);
    let index = any::<Index>;
    prop_oneof![
        4 => any::<u16>().prop_map(Op::WriteItem),
        3 => values().prop_map(Op::Write),
        1 => values().prop_map(Op::Unget),
        3 => Just(Op::ReadItem),
        2 => (0..9_usize).prop_map(Op::Read),
        2 => index().prop_map(Op::Discard),
        2 => index().prop_map(Op::OrderedRemove),
        1 => (index(), any::<u16>()).prop_map(|(at, value)| Op::PeekMut(at, value)),
        1 => (0..7_usize, any::<u16>()).prop_map(|(n, value)| Op::WritableWithSize(n, value)),
        1 => (0..40_usize).prop_map(Op::EnsureTotalCapacity),
        1 => index().prop_map(Op::Shrink),
        1 => Just(Op::Realign),
        1 => Just(Op::Clear),
    ]
}

#[expect(unsafe_code, reason = "counts values that were written to places")]
fn step<T, B>(queue: &mut LinearFifo<T, B>, model: &mut VecDeque<T>, op: &Op, of: fn(u16) -> T)
where
    T: Copy + PartialEq + core::fmt::Debug,
    B: LinearFifoBuffer<T>,
{
    let (len, before) = (model.len(), model.clone());
    let slice = |values: &[u16]| values.iter().map(|value| of(*value)).collect::<Vec<_>>();
    let done = match op {
        Op::WriteItem(value) => (model.push_back(of(*value)), queue.write_item(of(*value))).1,
        Op::Write(values) => (model.extend(slice(values)), queue.write(&slice(values))).1,
        Op::Unget(values) => {
            slice(values).into_iter().rev().for_each(|value| model.push_front(value));
            queue.unget(&slice(values))
        }
        Op::ReadItem => Ok(assert_eq!(queue.read_item(), model.pop_front())),
        Op::Read(count) => {
            let mut target = vec![of(1); *count];
            let count = queue.read(&mut target);
            assert_eq!(count, target.len().min(len));
            Ok(assert!(model.drain(..count).eq(target[..count].iter().copied())))
        }
        Op::Discard(at) => {
            drop(model.drain(..at.index(len + 1)));
            Ok(queue.discard(at.index(len + 1)))
        }
        Op::OrderedRemove(at) if len > 0 => {
            let removed = queue.ordered_remove_item(at.index(len));
            Ok(assert_eq!(Some(removed), model.remove(at.index(len))))
        }
        Op::PeekMut(at, value) if len > 0 => {
            model[at.index(len)] = of(*value);
            *queue.peek_item_mut(at.index(len)) = of(*value);
            Ok(assert_eq!(queue.get(at.index(len)), Some(&of(*value))))
        }
        Op::OrderedRemove(_) | Op::PeekMut(..) => Ok(()),
        Op::WritableWithSize(count, value) => {
            model.extend(vec![of(*value); *count]);
            let filled = queue.writable_with_size(*count).map(|places| {
                assert_eq!(places.len(), *count);
                places.fill(MaybeUninit::new(of(*value)));
            });
            // SAFETY:
            // 1. The places have just been filled.
            filled.map(|()| unsafe { queue.update(*count) })
        }
        Op::EnsureTotalCapacity(count) => {
            let done = queue.ensure_total_capacity(*count);
            assert_eq!(done.is_ok(), queue.capacity() >= *count);
            Ok(())
        }
        Op::Shrink(_) => Ok(()),
        Op::Realign => {
            queue.realign();
            Ok(assert_eq!(queue.readable_slice(0).len(), len))
        }
        Op::Clear => Ok((model.clear(), queue.clear()).1),
    };
    assert_eq!(done.is_err(), model.len() > queue.capacity());
    if done.is_err() {
        *model = before;
    }
    assert!(values(queue).iter().eq(model.iter()) && queue.iter().eq(model.iter()));
    assert_eq!(queue.writable_length(), queue.capacity() - model.len());
}

fn all_buffers<T: Copy + PartialEq + core::fmt::Debug>(ops: &[Op], of: fn(u16) -> T) {
    let mut places = [const { MaybeUninit::uninit() }; 9];
    let (mut array, mut array_model) = (Static::<T, 8>::init(), VecDeque::new());
    let mut slice = LinearFifo::with_buffer(SliceBuffer::new(&mut places));
    let mut slice_model = VecDeque::new();
    let (mut heap, mut heap_model) = (Dynamic::<T>::default(), VecDeque::new());
    for op in ops {
        step(&mut array, &mut array_model, op, of);
        step(&mut slice, &mut slice_model, op, of);
        step(&mut heap, &mut heap_model, op, of);
        if let Op::Shrink(at) = op {
            let size = heap.len() + at.index(heap.writable_length() + 1);
            heap.shrink(size);
            assert_eq!((heap.capacity(), values(&heap)), (size, heap_model.clone().into()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 256 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn behaves_as_a_deque(ops in prop::collection::vec(op(), 0..OPS_MAX)) {
        all_buffers(&ops, |value| value);
        all_buffers(&ops, |value| value % 2 == 0);
        all_buffers(&ops, |value| NonZero::new(value | 1));
        all_buffers(&ops, |_| ());
        if !cfg!(miri) {
            all_buffers(&ops, |value| [value; 50]);
            all_buffers(&ops, |value| [value; 2048]);
        }
    }
}

#[test]
fn values_are_dropped_once() {
    let ledger = Ledger::default();
    let mut queue = Static::<Tracked, 4>::new();
    for id in 0..3 {
        queue.write_item_assume_capacity(ledger.track(id));
    }
    queue.discard(2);
    for id in 3..6 {
        queue.write_item_assume_capacity(ledger.track(id));
    }
    assert_eq!((queue.write_item(ledger.track(9)), ledger.live()), (Err(AllocError), 4));
    assert_eq!(queue.ordered_remove_item(2).id(), 4);
    assert_eq!(queue.read_item().map(|value| value.id()), Some(2));
    *queue.peek_item_mut(0) = ledger.track(7);
    assert_eq!((ledger.live(), queue.len()), (2, 2));
    drop(queue);
    assert_eq!(ledger.live(), 0);
}

#[test]
fn destructors_may_panic() {
    let ledger = Ledger::default();
    for head in 0..4 {
        let operations: [Operation<'_, Static<Tracked, 4>>; 3] =
            [&|queue| queue.discard(3), &|queue| queue.clear(), &|queue| {
                drop(queue.ordered_remove_item(1));
            }];
        for operation in operations {
            let queue = || ring::<Tracked, 4>(head, 4, |id| ledger.track(id.try_into().unwrap()));
            let check = |queue: Static<Tracked, 4>| {
                assert_eq!(ledger.live(), queue.len(), "each once");
                drop(queue);
                assert_eq!(ledger.live(), 0);
            };
            assert!(panic_at_every_call(queue, |queue| operation(queue), check) > 0);
        }
    }
}

#[test]
#[expect(unsafe_code, reason = "counts what is not there, which is refused")]
fn misuse_panics_and_changes_nothing() {
    let misuses: [Operation<'_, Static<u8, 4>>; 8] = [
        &|queue| queue.discard(4),
        &|queue| queue.discard(usize::MAX),
        &|queue| queue.write_assume_capacity(&[9, 9]),
        &|queue| assert!(queue.peek_item(3) < 9),
        &|queue| *queue.peek_item_mut(3) = 9,
        &|queue| assert!(queue.ordered_remove_item(3) < 9),
        // SAFETY:
        // 1. It panics.
        &|queue| unsafe { queue.update(2) },
        &|queue| {
            queue.write_item_assume_capacity(9);
            queue.discard(1);
            queue.unget(&[0]).expect("room");
            assert_eq!(queue.ordered_remove_item(3), 9);
            queue.write_assume_capacity(&[9; 2]);
        },
    ];
    for (at, misuse) in misuses.iter().enumerate() {
        let mut queue = ring::<u8, 4>(2, 3, |value| value.to_le_bytes()[0]);
        assert!(catch_unwind(AssertUnwindSafe(|| misuse(&mut queue))).is_err(), "{at} is refused");
        assert_eq!(values(&queue), [0, 1, 2], "{at} changes nothing");
    }
    let mut empty = Dynamic::<u8>::new();
    assert_eq!((empty.read_item(), empty.capacity(), empty.unget(&[])), (None, 0, Ok(())));
    empty.discard(0);
    empty.realign();
    assert!(empty.writable_slice(0).is_empty() && empty.readable_slice(1).is_empty());
    assert!(catch_unwind(AssertUnwindSafe(|| empty.write_item_assume_capacity(1))).is_err());
    assert_eq!(empty.ensure_unused_capacity(usize::MAX), Err(AllocError));
    let mut queue = Dynamic::<u8>::new();
    queue.write(b"abc").expect("memory");
    assert!(catch_unwind(AssertUnwindSafe(|| queue.shrink(2))).is_err());
    assert!(catch_unwind(AssertUnwindSafe(|| queue.shrink(5))).is_err());
    assert_eq!(values(&queue), b"abc");
}

#[test]
fn bytes_flow_through() {
    let mut queue = Static::<u8, 4>::new();
    let text = b"longer than the queue";
    let mut copy = vec![];
    queue.pump(&mut &text[..], &mut copy).expect("no error");
    assert_eq!(copy, text);

    queue.writer().write_all(b"abc").expect("room");
    assert!(queue.writer().write_all(b"de").is_err());
    let mut two = [0; 2];
    queue.reader().read_exact(&mut two).expect("two");
    assert_eq!((two, values(&queue)), (*b"ab", b"c".to_vec()));
    let error = queue.pump(&mut &text[..], &mut &mut [][..]).expect_err("a full target");
    assert_eq!((error.kind(), values(&queue)), (std::io::ErrorKind::WriteZero, b"clon".to_vec()));
}
