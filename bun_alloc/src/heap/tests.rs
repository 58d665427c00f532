//! The promises of `heap`, kept by both backends.

#![expect(unsafe_code, reason = "calls the backends")]

use core::ptr;

/// One test per backend: the functions have the same names in both.
macro_rules! keeps_its_promises {
    ($name:ident, $backend:ident) => {
        #[test]
        fn $name() {
            use super::$backend::{allocate, allocate_zeroed, free, reallocate, usable_size};

            for align in [1, 2, 8, 16, 32, 256, 4096] {
                for (size, new_size) in [(1, 7), (8, 16), (16, 8), (24, 1), (100, 5000), (9, 9)] {
                    dirty(allocate, free, size, align);
                    let block = allocate_zeroed(size, align);
                    assert!(!block.is_null());
                    assert_eq!(block.addr() % align, 0, "{size} {align}");
                    // SAFETY: the block is live.
                    let usable = unsafe { usable_size(block) };
                    assert!(usable >= size);
                    for i in 0..usable {
                        // SAFETY: within the block, which is zeroed.
                        let byte = unsafe { block.add(i) };
                        // SAFETY: as above.
                        assert_eq!(unsafe { byte.read() }, 0, "{size} {align} {i}");
                        // SAFETY: as above.
                        unsafe { byte.write(i as u8) };
                    }
                    // SAFETY: the block is live, with this alignment.
                    let block = unsafe { reallocate(block, new_size, align) };
                    assert!(!block.is_null());
                    assert_eq!(block.addr() % align, 0, "{size} -> {new_size} {align}");
                    for i in 0..size.min(new_size) {
                        // SAFETY: within the part that is kept.
                        let byte = unsafe { block.add(i) };
                        // SAFETY: as above.
                        assert_eq!(unsafe { byte.read() }, i as u8);
                    }
                    // SAFETY: the block is live and not used again.
                    unsafe { free(block) };
                }
            }

            // A block that does not exist is null, and the old one stays.
            assert!(allocate(isize::MAX as usize, 8).is_null());
            assert!(allocate_zeroed(isize::MAX as usize, 1).is_null());
            let block = allocate(1, 1);
            // SAFETY: the block is live.
            unsafe { block.write(7) };
            // SAFETY: the block is live, with this alignment.
            assert!(unsafe { reallocate(block, isize::MAX as usize, 1) }.is_null());
            // SAFETY: the block is live.
            assert_eq!(unsafe { block.read() }, 7);
            // SAFETY: the block is live and not used again.
            unsafe { free(block) };

            // SAFETY: null is no block and has no bytes.
            assert_eq!(unsafe { usable_size(ptr::null()) }, 0);
            // SAFETY: null is ignored.
            unsafe { free(ptr::null_mut()) };
        }
    };
}

keeps_its_promises!(fallback_keeps_its_promises, fallback);
#[cfg(all(feature = "mimalloc", not(miri)))]
keeps_its_promises!(native_keeps_its_promises, native);

/// Leaves a freed block full of ones behind, for the next request to find.
fn dirty(
    allocate: fn(usize, usize) -> *mut u8,
    free: unsafe fn(*mut u8),
    size: usize,
    align: usize,
) {
    let block = allocate(size, align);
    // SAFETY: `size` bytes.
    unsafe { block.write_bytes(0xFF, size) };
    // SAFETY: the block is live and not used again.
    unsafe { free(block) };
}

#[test]
fn blocks_are_told_from_other_memory() {
    let local = 0_u8;
    assert!(!super::is_block(&raw const local));
    assert!(!super::is_block(ptr::null()));
    let block = super::allocate(8, 8);
    assert_eq!(super::is_block(block), super::IS_NATIVE);
    // SAFETY: the block is live and not used again.
    unsafe { super::free(block) };
}

#[test]
fn statistics_grow_with_the_heap() {
    super::collect(false);
    assert_eq!(super::stats().is_some(), super::IS_NATIVE);
    let Some(before) = super::stats() else { return };
    let block = super::allocate_zeroed(32 << 20, 1);
    let after = super::stats().unwrap();
    assert!(before.peak_commit > 0);
    assert!(after.peak_commit >= before.peak_commit);
    assert!(after.peak_rss > 0 && after.elapsed_ms >= before.elapsed_ms);
    // SAFETY: the block is live and not used again.
    unsafe { super::free(block) };
}
