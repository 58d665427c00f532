//! What is tracked, what is refused, and what is reported.

#![expect(unsafe_code, reason = "frees blocks, some of them wrongly")]

use core::alloc::Layout;
use core::panic::AssertUnwindSafe;
use core::ptr::NonNull;
use std::panic::catch_unwind;

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use proptest::prelude::*;

use super::ledger::FREED_MAX;
use super::{AllocationScope, FreeError};
use crate::testing::block_model::{Blocks, config, ops};
use crate::testing::{CountingAllocator, FailingAllocator, each_failure};
use crate::{AllocError, Allocator, Global};

const LAYOUT: Layout = Layout::new::<u64>();

fn tracking() -> AllocationScope<CountingAllocator> {
    AllocationScope::tracking(CountingAllocator::new(Global))
}

/// Runs `f`, which panics, and returns the message.
fn panic_of(f: impl FnOnce()) -> String {
    let payload = catch_unwind(AssertUnwindSafe(f)).expect_err("it should panic");
    match payload.downcast::<String>() {
        Ok(message) => *message,
        Err(payload) => payload.downcast::<&str>().expect("a message").to_string(),
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn keeps_the_contract(ops in ops(100, 60), succeed in 0_usize..60) {
        let parent = FailingAllocator::new(CountingAllocator::new(Global), succeed);
        let scope = AllocationScope::tracking(parent);
        let mut blocks = Blocks::new(&scope);
        for op in ops {
            let before = scope.stats();
            if blocks.apply(op) == Err(AllocError) {
                prop_assert_eq!(scope.stats(), before);
            }
            blocks.check();
            let below = scope.parent().parent();
            prop_assert_eq!(scope.stats().num_allocations, below.live_blocks());
            prop_assert_eq!(scope.stats().total_memory_allocated, below.live_bytes());
        }
        drop(blocks);
        prop_assert!(scope.check().is_ok());
    }
}

#[test]
fn refuses_a_double_free_before_the_parent_sees_it() {
    let scope = tracking();
    let block = scope.allocate(LAYOUT).unwrap().cast::<u8>();
    // SAFETY: the block is live and has this layout.
    unsafe { scope.deallocate(block, LAYOUT) };
    let counts = scope.parent().counts();
    // SAFETY: it is not: the scope panics before it uses the pointer.
    let message = panic_of(|| unsafe { scope.deallocate(block, LAYOUT) });
    assert!(message.starts_with("double free: 8 bytes allocated at "), "{message}");
    assert!(message.contains("tests.rs"), "{message}");
    // SAFETY: likewise.
    let message = panic_of(|| _ = unsafe { scope.grow(block, LAYOUT, LAYOUT) });
    assert!(message.starts_with("double free"), "{message}");
    assert_eq!(scope.parent().counts(), counts);
}

#[test]
fn a_block_that_moved_is_freed_where_it_was() {
    let scope = tracking();
    let small = Layout::new::<[u8; 8]>();
    let large = Layout::from_size_align(8, 4096).unwrap();
    let (block, moved) = loop {
        let block = scope.allocate(small).unwrap().cast::<u8>();
        // SAFETY: the block is live.
        let moved = unsafe { scope.grow(block, small, large) }.unwrap().cast::<u8>();
        if moved != block {
            break (block, moved);
        }
        // SAFETY: the block is live.
        unsafe { scope.deallocate(moved, large) };
    };
    // SAFETY: the block is not live: the scope panics before it uses the pointer.
    let message = panic_of(|| unsafe { scope.deallocate(block, small) });
    assert!(message.starts_with("double free"), "{message}");
    // SAFETY: the block is live.
    unsafe { scope.deallocate(moved, large) };
}

#[test]
fn refuses_foreign_memory_and_wrong_layouts() {
    let scope = tracking();
    let mut outside = 0_u64;
    let foreign = NonNull::from(&mut outside).cast();
    // SAFETY: not a block: the scope panics before it uses the pointer.
    let message = panic_of(|| unsafe { scope.deallocate(foreign, LAYOUT) });
    assert_eq!(message, "invalid free: not allocated in this scope");

    let block = scope.allocate(LAYOUT).unwrap().cast::<u8>();
    for wrong in [Layout::new::<u32>(), Layout::new::<[u64; 2]>(), Layout::new::<[u8; 8]>()] {
        // SAFETY: not the layout of the block: the scope panics before it passes it on.
        let message = panic_of(|| unsafe { scope.deallocate(block, wrong) });
        assert!(message.starts_with("invalid free: the block allocated at "), "{message}");
        assert!(message.ends_with(" has 8 bytes aligned to 8"), "{message}");
    }
    assert_eq!(scope.parent().live_blocks(), 1);
    // SAFETY: the block is live and has this layout.
    unsafe { scope.deallocate(block, LAYOUT) };
}

#[test]
fn forgets_the_oldest_free() {
    let scope = tracking();
    let blocks: Vec<_> = (0..=FREED_MAX).map(|_| scope.allocate(LAYOUT).unwrap().cast()).collect();
    for &block in &blocks {
        // SAFETY: the block is live and has this layout.
        unsafe { scope.deallocate(block, LAYOUT) };
    }
    let free = |block: NonNull<u8>| {
        scope.track_external_free(NonNull::slice_from_raw_parts(block, 8).as_ptr())
    };
    assert_eq!(free(blocks[0]), Err(FreeError::NotAllocated));
    assert!(matches!(free(blocks[1]), Err(FreeError::DoubleFree { size: 8, .. })));
}

#[test]
fn reports_leaks_oldest_first() {
    let scope = tracking();
    let blocks: Vec<NonNull<u8>> =
        (0..12).map(|_| scope.allocate(LAYOUT).unwrap().cast()).collect();
    scope.set_pointer_extra(blocks[0].as_ptr(), "the first");
    scope.set_pointer_extra(&raw const scope, "nobody's");
    let report = scope.check().unwrap_err();
    assert_eq!((report.count(), report.bytes(), report.leaks().len()), (12, 96, 10));
    let addresses: Vec<_> = report.leaks().iter().map(|leak| leak.address()).collect();
    assert_eq!(addresses, blocks[..10].iter().map(|b| b.addr().get()).collect::<Vec<_>>());
    assert_eq!((report.leaks()[0].extra(), report.leaks()[1].extra()), (Some("the first"), None));
    let text = report.to_string();
    assert!(text.starts_with("allocation scope leaked 12 allocations (96 bytes)\n- 0x"), "{text}");
    assert!(text.ends_with("(only the first 10 are shown, 2 more)"), "{text}");

    for &block in &blocks[1..] {
        // SAFETY: the block is live and has this layout.
        unsafe { scope.deallocate(block, LAYOUT) };
    }
    // SAFETY: the block is live; the extra stays with it.
    let last = unsafe { scope.grow(blocks[0], LAYOUT, Layout::new::<[u64; 64]>()) }.unwrap();
    assert_eq!(scope.check().unwrap_err().leaks()[0].extra(), Some("the first"));

    // Dropping it panics, unless the thread is panicking for another reason.
    let mut scope = Some(scope);
    let message = panic_of(|| {
        let scope = scope.take();
        assert!(scope.is_none(), "another reason");
    });
    assert!(message.contains("another reason"), "{message}");

    let scope = AllocationScope::tracking(Global);
    assert_eq!(scope.track_external_allocation(last.as_ptr().cast_const()), Ok(()));
    let message = panic_of(|| drop(scope));
    assert!(message.contains("leaked 1 allocations (512 bytes)"), "{message}");

    let scope = AllocationScope::tracking(Global);
    assert_eq!(scope.track_external_allocation(last.as_ptr().cast_const()), Ok(()));
    assert_eq!(scope.into_report().count(), 1);
    // SAFETY: the block came from `Global`, below the scopes, with this layout; nobody freed it.
    unsafe { Global.deallocate(last.cast(), Layout::new::<[u64; 64]>()) };
}

#[test]
fn tracks_what_others_allocate_and_free() {
    let scope = AllocationScope::tracking(Global);
    let memory = [1_u32, 2, 3];
    scope.assert_unowned(&raw const memory);
    scope.track_external_allocation(&raw const memory[..]).unwrap();
    scope.assert_owned(&raw const memory);
    assert_eq!(scope.stats().total_memory_allocated, 12);
    assert!(panic_of(|| scope.assert_unowned(&raw const memory)).contains("owns"));
    assert!(
        panic_of(|| _ = scope.track_external_allocation(&raw const memory[..])).contains("already")
    );
    assert!(panic_of(|| scope.leak_slice(&raw const memory[..2])).contains("12 bytes"));
    scope.leak_slice(&raw const memory[..]);
    assert!(panic_of(|| scope.assert_owned(&raw const memory)).contains("not own"));
    let freed = scope.track_external_free(&raw const memory[..]);
    assert!(matches!(freed, Err(FreeError::DoubleFree { .. })));
    assert_eq!(scope.track_external_allocation(&raw const memory[..0]), Ok(()));
    assert_eq!(scope.track_external_free(&raw const memory[..0]), Ok(()));
    assert!(scope.check().is_ok());
}

#[test]
fn without_memory_for_the_books_nothing_changes() {
    each_failure(
        || AllocationScope::tracking(Global),
        |scope| scope.allocate(LAYOUT),
        |scope, result, has_failed| {
            assert_eq!(result.is_err(), has_failed);
            assert_eq!(scope.stats().num_allocations, usize::from(!has_failed));
            if let Ok(block) = result {
                // SAFETY: the block is live and has this layout.
                unsafe { scope.deallocate(block.cast(), LAYOUT) };
            }
        },
    );
}

#[test]
fn is_transparent_when_disabled() {
    let scope = AllocationScope { parent: CountingAllocator::new(Global), ledger: None };
    assert!(!scope.is_enabled());
    assert_eq!(AllocationScope::new(Global).is_enabled(), cfg!(debug_assertions));
    let block = scope.allocate(LAYOUT).unwrap().cast::<u8>();
    assert_eq!(scope.stats(), super::AllocationStats::default());
    scope.assert_owned(block.as_ptr());
    scope.assert_unowned(block.as_ptr());
    scope.set_pointer_extra(block.as_ptr(), "unused");
    assert!(scope.check().is_ok());
    // SAFETY: the block is live and has this layout.
    unsafe { scope.deallocate(block, LAYOUT) };
    assert_eq!(scope.parent().live_blocks(), 0);
}

#[test]
fn threads_share_a_scope() {
    let scope = AllocationScope::tracking(Global);
    let rounds = if cfg!(miri) { 20 } else { 2000 };
    std::thread::scope(|threads| {
        for _ in 0..3 {
            threads.spawn(|| {
                for size in 1..rounds {
                    let layout = Layout::from_size_align(size % 64 + 1, 1).unwrap();
                    let block = scope.allocate(layout).unwrap().cast::<u8>();
                    let larger = Layout::from_size_align(size % 64 + 65, 1).unwrap();
                    // SAFETY: the block is live and gets larger.
                    let block = unsafe { scope.grow(block, layout, larger) }.unwrap();
                    // SAFETY: the block is live.
                    unsafe { scope.deallocate(block.cast(), larger) };
                }
            });
        }
    });
    assert!(scope.check().is_ok());
}
