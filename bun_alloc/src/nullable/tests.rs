//! Null does nothing; anything else frees.

#![expect(unsafe_code, reason = "frees the blocks under test")]

use core::alloc::Layout;
use core::ptr::NonNull;

use super::NullableAllocator;
use crate::testing::CountingAllocator;
use crate::{Allocator, Global, StdAllocator};

#[test]
fn frees_through_the_allocator_it_has() {
    let counting = CountingAllocator::new(Global);
    let owned = NullableAllocator::from(StdAllocator::borrow(&counting));
    let null = NullableAllocator::default();
    assert!(null.is_null() && null.get().is_none() && NullableAllocator::NULL.is_null());
    assert!(!owned.is_null());

    let layout = Layout::array::<u8>(5).unwrap();
    let block = owned.get().unwrap().allocate(layout).unwrap();
    let block = NonNull::slice_from_raw_parts(block.cast(), 5);
    // SAFETY: there is no allocator, so nothing is freed.
    unsafe { null.free(block) };
    assert_eq!(counting.live_blocks(), 1);
    // SAFETY: the block is live, of this length, aligned to 1, and not used again.
    unsafe { owned.free(block) };
    assert_eq!(counting.live_blocks(), 0);
    // SAFETY: an empty block.
    unsafe { owned.free(NonNull::slice_from_raw_parts(NonNull::dangling(), 0)) };
    assert_eq!(counting.live_blocks(), 0);
}
