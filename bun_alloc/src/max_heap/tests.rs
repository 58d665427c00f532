//! One buffer, its growth, and its failures.

use core::alloc::Layout;
use core::mem::MaybeUninit;

use super::MaxHeapAllocator;
use crate::AllocError;
use crate::testing::each_failure;

#[test]
fn reuses_one_buffer() {
    let mut scratch = MaxHeapAllocator::init();
    assert!(scratch.reserve(0).unwrap().is_empty());
    assert_eq!(scratch.capacity(), 0);

    let first = scratch.reserve(100).unwrap();
    first.fill(MaybeUninit::new(1));
    let address = first.as_ptr().addr();
    assert!(address.is_multiple_of(16));
    let capacity = scratch.capacity();
    for len in [1, 99, 0, 100] {
        let buffer = scratch.reserve(len).unwrap();
        assert_eq!(buffer.len(), len);
        assert!(len == 0 || buffer.as_ptr().addr() == address);
        assert_eq!((scratch.used(), scratch.capacity()), (len, capacity));
    }
    scratch.reset();
    assert_eq!((scratch.used(), scratch.capacity()), (0, capacity));
    let grown = scratch.reserve(capacity + 1).unwrap().len();
    assert!(scratch.capacity() >= grown + capacity / 4, "growth is amortised");
}

#[test]
fn honours_any_alignment() {
    let mut scratch = MaxHeapAllocator::new();
    for power in (0..16).step_by(if cfg!(miri) { 5 } else { 1 }) {
        for size in [1, 7, 4096] {
            let layout = Layout::from_size_align(size, 1 << power).unwrap();
            let buffer = scratch.reserve_layout(layout).unwrap();
            assert_eq!((buffer.len(), buffer.as_ptr().addr() % (1 << power)), (size, 0));
            buffer.fill(MaybeUninit::new(0xAA));
        }
    }
    let mut scope = scratch.scope();
    let layout = Layout::from_size_align(0, 1 << 30).unwrap();
    assert!(scope.reserve_layout(layout).unwrap().is_empty());
    assert_eq!(scope.reserve(isize::MAX.unsigned_abs()).unwrap_err(), AllocError);
    assert_eq!(scope.reserve(usize::MAX).unwrap_err(), AllocError);
    assert_eq!(scope.reserve(3).unwrap().len(), 3);
}

#[test]
fn keeps_its_buffer_when_it_cannot_grow() {
    each_failure(
        || {
            let mut scratch = MaxHeapAllocator::new();
            assert_eq!(scratch.reserve(10).unwrap().len(), 10);
            scratch
        },
        |scratch| scratch.reserve(1000).map(|buffer| buffer.len()),
        |scratch, result, has_failed| {
            // The first failure is of the amortised size, and the exact one is tried next.
            assert_eq!(result, if has_failed { Err(AllocError) } else { Ok(1000) });
            let expected = if has_failed { 10 } else { 1000 };
            assert_eq!(scratch.used(), expected);
            assert_eq!(scratch.capacity() >= 1000, !has_failed);
        },
    );
}
