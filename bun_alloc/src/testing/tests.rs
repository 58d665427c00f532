//! The test allocators do what tests rely on.

use core::alloc::Layout;

use alloc::vec::Vec;
use proptest::prelude::*;

use super::block_model::{Blocks, config, ops};
use super::{CountingAllocator, FailingAllocator, FailingGlobal, each_failure, with_failure_after};
use crate::{AllocError, Allocator, Global};

#[global_allocator]
static ALLOC: FailingGlobal = FailingGlobal::SYSTEM;

proptest! {
    #![proptest_config(config())]

    #[test]
    fn counting_keeps_the_contract(ops in ops(64, 60)) {
        let allocator = CountingAllocator::new(Global);
        let mut blocks = Blocks::new(&allocator);
        for op in ops {
            blocks.apply(op).unwrap();
            blocks.check();
            let live = blocks.live.iter().filter(|block| block.layout.size() != 0);
            prop_assert_eq!(allocator.live_blocks(), live.clone().count());
            let bytes: usize = live.map(|block| block.layout.size()).sum();
            prop_assert_eq!(allocator.live_bytes(), bytes);
        }
    }
}

#[test]
fn failing_allocator_fails_from_the_nth_call_on() {
    let layout = Layout::new::<u8>();
    let allocator = FailingAllocator::new(CountingAllocator::new(Global), 1);
    assert!(allocator.allocate(Layout::new::<()>()).is_ok());
    let mut blocks = Blocks::new(&allocator);
    let op = super::block_model::Op::Allocate { size: 1, align: 1, zeroed: true };
    assert_eq!(blocks.apply(op), Ok(()));
    assert!(!allocator.has_failed());
    assert_eq!(blocks.apply(op), Err(AllocError));
    assert_eq!(allocator.allocate(layout), Err(AllocError));
    assert_eq!((allocator.calls(), allocator.has_failed()), (3, true));
    assert_eq!(allocator.parent().live_blocks(), 1);
}

#[test]
fn the_global_allocator_fails_for_this_thread_only() {
    let reserve = |len| Vec::<u8>::new().try_reserve_exact(len).is_ok();
    let (here, has_failed) = with_failure_after(1, || {
        let nested = with_failure_after(0, || reserve(1));
        (nested, reserve(2), reserve(3))
    });
    assert_eq!((here, has_failed), (((false, true), true, false), true));
    assert!(reserve(4), "the budget is restored");

    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        let (go, wait) = std::sync::mpsc::sync_channel::<()>(1);
        scope.spawn(move || {
            wait.recv().unwrap();
            sender.send(reserve(5)).unwrap();
        });
        with_failure_after(0, || go.try_send(()).unwrap());
    });
    assert_eq!(receiver.recv(), Ok(true));
}

#[test]
fn each_failure_meets_every_allocation_once() {
    let mut rounds = Vec::new();
    each_failure(
        Vec::<Vec<u8>>::new,
        |list| {
            for _ in 0..3 {
                let mut inner = Vec::new();
                inner.try_reserve_exact(1)?;
                list.try_reserve_exact(1)?;
                list.push(inner);
            }
            Ok::<_, AllocError>(())
        },
        |list, result, has_failed| {
            assert_eq!(result.is_err(), has_failed);
            rounds.push(list.len());
        },
    );
    assert_eq!(rounds, [0, 0, 1, 1, 2, 2, 3]);
}
