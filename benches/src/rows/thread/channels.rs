//! Channels beside those of `crossbeam-channel`.

use core::hint::black_box;
use std::thread;

use bun_threading::Channel;
use bun_threading::channel::StaticBuffer;

use super::GROUP;
use crate::row::{Contender, Row};

const ITEMS: u64 = 1000;
const PASSED: u64 = 100_000;
const ROOM: usize = 128;

pub(super) fn rows() -> [Row; 3] {
    [alone(), to_another_thread(), with_little_room()]
}

/// Returns the sum of the items below a limit.
fn sum(limit: u64) -> u64 {
    limit * (limit - 1) / 2
}

fn alone() -> Row {
    let input = format!("{ITEMS} items in, then out, on one thread");
    let contenders = || {
        let own = Channel::<u64>::init();
        let (sender, receiver) = crossbeam_channel::unbounded();
        vec![
            Contender::ours("Channel", move |n| {
                let mut total = 0;
                for _ in 0..n {
                    assert!((0..ITEMS).all(|item| own.write_item(black_box(item)).is_ok()));
                    let items = core::iter::from_fn(|| own.try_read_item().ok().flatten());
                    total += items.sum::<u64>();
                }
                total
            }),
            Contender::rival("crossbeam-channel", move |n| {
                let mut total = 0;
                for _ in 0..n {
                    assert!((0..ITEMS).all(|item| sender.send(black_box(item)).is_ok()));
                    total += receiver.try_iter().sum::<u64>();
                }
                total
            })
            .target(1.0),
        ]
    };
    Row {
        ops_per_iteration: ITEMS,
        ..Row::new(GROUP, "channel on one thread", input, sum(ITEMS), contenders)
    }
}

/// Sends items from another thread, started for it, and sums them here.
fn pass(n: u64, send: impl FnOnce(u64) + Send, mut receive: impl FnMut() -> Option<u64>) -> u64 {
    thread::scope(|scope| {
        scope.spawn(|| send(n));
        (0..n * PASSED).map_while(|_| receive()).sum()
    })
}

fn passing(name: &'static str, contenders: fn() -> Vec<Contender>) -> Row {
    let input = format!("{PASSED} items from one thread to another");
    Row { ops_per_iteration: PASSED, ..Row::new(GROUP, name, input, sum(PASSED), contenders) }
}

fn to_another_thread() -> Row {
    passing("channel to another thread", || {
        vec![
            Contender::ours("Channel", |n| {
                let channel = Channel::<u64>::init();
                let send = |n| {
                    let mut items = (0..n).flat_map(|_| 0..PASSED);
                    assert!(items.all(|item| channel.write_item(item).is_ok()));
                };
                pass(n, send, || channel.read_item().ok())
            }),
            rival(crossbeam_channel::unbounded),
        ]
    })
}

fn with_little_room() -> Row {
    passing("channel with little room", || {
        vec![
            Contender::ours("Channel, StaticBuffer", |n| {
                let channel = Channel::<u64, StaticBuffer<u64, ROOM>>::init_static();
                let send = |n| {
                    let mut items = (0..n).flat_map(|_| 0..PASSED);
                    assert!(items.all(|item| channel.write_item(item).is_ok()));
                };
                pass(n, send, || channel.read_item().ok())
            }),
            rival(|| crossbeam_channel::bounded(ROOM)),
        ]
    })
}

fn rival(
    make: fn() -> (crossbeam_channel::Sender<u64>, crossbeam_channel::Receiver<u64>),
) -> Contender {
    Contender::rival("crossbeam-channel", move |n| {
        let (sender, receiver) = make();
        let send = move |n| {
            let mut items = (0..n).flat_map(|_| 0..PASSED);
            assert!(items.all(|item| sender.send(item).is_ok()));
        };
        pass(n, send, || receiver.recv().ok())
    })
    .target(1.0)
}
