//! Lists, queues and heaps of `u32`. Everybody allocates from the same mimalloc.

use alloc::collections::{BinaryHeap, VecDeque};
use core::cmp::Reverse;
use core::hint::black_box;

use bun_collections::linear_fifo::DynamicBuffer;
use bun_collections::{BabyList, LinearFifo, PriorityQueue, VecExt};
use smallvec::SmallVec;
use zig_oracle::ListLoop;

use super::alloc_loops::mimalloc_for_zig;
use super::zig;
use crate::input::words;
use crate::opaque::opaque;
use crate::row::{Contender, Row};

const GROUP: &str = "lists";
const SEED: u64 = 0x1157;
const COUNTS: [usize; 2] = [32, 4096];
/// Values of a row. Each iteration takes the next `count` of them: a branch predictor learns the
/// comparisons of a heap of 32.
const POOL: usize = 1 << 14;

pub(super) fn rows() -> Vec<Row> {
    let kinds = [append_row, presized_row, ring_row, heap_row, heapify_row];
    kinds.into_iter().flat_map(|row| COUNTS.map(row)).collect()
}

fn pool() -> &'static [u32] {
    let values: Vec<u32> = words(SEED, POOL).into_iter().map(|word| (word >> 32) as u32).collect();
    // Leaked: closures hold the values, and a row is built a few times in a process.
    values.leak()
}

/// The values of the first iteration.
fn values(count: usize) -> &'static [u32] {
    &pool()[..count]
}

/// A row in which Zig runs `kind`, and one iteration counts as `expected`.
fn row(
    name: &str,
    kind: ListLoop,
    count: usize,
    expected: u64,
    contenders: impl Fn(Windows) -> Vec<Contender> + 'static,
) -> Row {
    let input = format!("{count} of {POOL} random values, the next ones each time");
    Row {
        ops_per_iteration: count as u64,
        ..Row::new(GROUP, format!("{name} x {count}"), input, expected, move || {
            let windows = Windows { values: pool(), count };
            let mut contenders = contenders(windows);
            if let Some(zig) = zig() {
                let mimalloc = mimalloc_for_zig();
                let label = match kind {
                    ListLoop::Append | ListLoop::AppendPresized => "std.ArrayList",
                    ListLoop::Heap | ListLoop::Heapify => "std.PriorityQueue",
                    ListLoop::Ring => "ring by hand",
                };
                let input = (windows.values, windows.count);
                let run = move |n| zig.lists(kind, &mimalloc, black_box(input), n);
                contenders.push(Contender::zig(label, run).target(1.0));
            }
            contenders
        })
    }
}

/// Runs of `count` values, from the first again after the last.
#[derive(Clone, Copy)]
struct Windows {
    values: &'static [u32],
    count: usize,
}

/// Runs `once` on the values, hidden from the optimiser, and adds up the results.
#[inline(always)]
fn times(
    windows: Windows,
    mut once: impl FnMut(&[u32]) -> u64 + 'static,
) -> impl FnMut(u64) -> u64 + 'static {
    move |iterations| {
        let mut runs = windows.values.chunks_exact(windows.count).cycle();
        let next = |_| once(black_box(runs.next().expect("endless")));
        (0..iterations).map(next).fold(0, u64::wrapping_add)
    }
}

/// The last value, after the list has become known to nobody knows whom.
fn last(list: &[u32]) -> u64 {
    black_box(list).last().copied().map_or(0, u64::from)
}

fn append_row(count: usize) -> Row {
    row("append, growing", ListLoop::Append, count, last(values(count)), |windows| {
        let baby = |values: &[u32]| {
            let mut list = BabyList::new();
            values.iter().for_each(|value| list.append(*value).expect("memory"));
            last(&list)
        };
        let vec_ext = |values: &[u32]| {
            let mut list = Vec::new();
            values.iter().for_each(|value| VecExt::append(&mut list, *value));
            last(&list)
        };
        let small = |values: &[u32]| {
            let mut list = SmallVec::<[u32; 4]>::new();
            values.iter().for_each(|value| list.push(*value));
            last(&list)
        };
        vec![
            Contender::ours("BabyList", times(windows, baby)),
            Contender::rival("Vec", times(windows, vec_ext)).target(1.0),
            Contender::rival("smallvec", times(windows, small)).target(1.0),
        ]
    })
}

/// `value`, of which the optimiser no longer knows where it came from. Costs nothing.
///
/// Without it the loop of a list that never checks its capacity is one `memcpy`.
#[inline(always)]
fn one(value: u32) -> u32 {
    opaque(value as usize) as u32
}

fn presized_row(count: usize) -> Row {
    row("append, presized", ListLoop::AppendPresized, count, last(values(count)), |windows| {
        let baby = |values: &[u32]| {
            let mut list = BabyList::with_capacity(values.len());
            values.iter().for_each(|value| list.append_assume_capacity(one(*value)));
            last(&list)
        };
        let vec_ext = |values: &[u32]| {
            let mut list = Vec::init_capacity(values.len());
            values.iter().for_each(|value| VecExt::append(&mut list, one(*value)));
            last(&list)
        };
        let small = |values: &[u32]| {
            let mut list = SmallVec::<[u32; 4]>::with_capacity(values.len());
            values.iter().for_each(|value| list.push(one(*value)));
            last(&list)
        };
        vec![
            Contender::ours("BabyList", times(windows, baby)),
            Contender::rival("Vec", times(windows, vec_ext)).target(1.0),
            Contender::rival("smallvec", times(windows, small)).target(1.0),
        ]
    })
}

/// Each value with its place, added up.
#[derive(Default)]
struct Sum {
    sum: u64,
    place: u64,
}

impl Sum {
    #[inline(always)]
    fn add(&mut self, value: u32) {
        self.sum = self.sum.wrapping_add(u64::from(value).wrapping_mul(self.place));
        self.place += 1;
    }

    fn of(values: impl Iterator<Item = u32>) -> u64 {
        let mut sum = Self::default();
        values.for_each(|value| sum.add(value));
        sum.sum
    }
}

fn ring_row(count: usize) -> Row {
    let expected = Sum::of(values(count).iter().copied());
    row("queue, two in and one out", ListLoop::Ring, count, expected, |windows| {
        let fifo = |values: &[u32]| {
            let (mut queue, mut sum) =
                (LinearFifo::<u32, DynamicBuffer<u32>>::new(), Sum::default());
            for pair in values.chunks_exact(2) {
                queue.write_item(pair[0]).expect("memory");
                queue.write_item(pair[1]).expect("memory");
                sum.add(queue.read_item().expect("two are there"));
            }
            while let Some(value) = queue.read_item() {
                sum.add(value);
            }
            sum.sum
        };
        let deque = |values: &[u32]| {
            let (mut queue, mut sum) = (VecDeque::new(), Sum::default());
            for pair in values.chunks_exact(2) {
                queue.push_back(pair[0]);
                queue.push_back(pair[1]);
                sum.add(queue.pop_front().expect("two are there"));
            }
            while let Some(value) = queue.pop_front() {
                sum.add(value);
            }
            sum.sum
        };
        vec![
            Contender::ours("LinearFifo", times(windows, fifo)),
            Contender::rival("VecDeque", times(windows, deque)).target(1.0),
        ]
    })
}

fn heap_row(count: usize) -> Row {
    let mut sorted = values(count).to_vec();
    sorted.sort_unstable();
    row("heap, all in and out", ListLoop::Heap, count, Sum::of(sorted.into_iter()), |windows| {
        let mut queue = PriorityQueue::init(u32::cmp);
        let ours = move |values: &[u32]| {
            values.iter().for_each(|value| queue.add(*value).expect("memory"));
            Sum::of(core::iter::from_fn(|| queue.remove_or_null()))
        };
        let mut heap = BinaryHeap::new();
        let binary = move |values: &[u32]| {
            values.iter().for_each(|value| heap.push(Reverse(*value)));
            Sum::of(core::iter::from_fn(|| heap.pop().map(|value| value.0)))
        };
        vec![
            Contender::ours("PriorityQueue", times(windows, ours)),
            Contender::rival("BinaryHeap", times(windows, binary)).target(1.0),
        ]
    })
}

fn heapify_row(count: usize) -> Row {
    let least = values(count).iter().copied().min().map_or(0, u64::from);
    row("heap of a slice", ListLoop::Heapify, count, least, |windows| {
        let ours = |values: &[u32]| {
            u64::from(PriorityQueue::from_owned_slice(values.into(), u32::cmp).remove())
        };
        let binary = |values: &[u32]| {
            let values: Vec<Reverse<u32>> = values.iter().copied().map(Reverse).collect();
            BinaryHeap::from(values).pop().map_or(0, |value| u64::from(value.0))
        };
        vec![
            Contender::ours("PriorityQueue", times(windows, ours)),
            Contender::rival("BinaryHeap", times(windows, binary)).target(1.0),
        ]
    })
}
