//! What reaches a vtable, and what does not.

#![expect(unsafe_code, reason = "writes a vtable and calls through handles")]

use core::cell::RefCell;
use core::ffi::c_void;
use core::ptr::{self, NonNull};

use super::{Alignment, AllocatorVTable, StdAllocator};
use crate::{Arena, ArenaExt as _, Global, basic, is_default};

/// Calls as the vtable saw them: name, old length, new length, return address.
type Calls = RefCell<Vec<(&'static str, usize, usize, usize)>>;

unsafe fn note(ctx: *mut c_void, call: (&'static str, usize, usize, usize)) {
    // SAFETY: the context is a `Calls` that outlives the handle.
    unsafe { &*ctx.cast::<Calls>() }.borrow_mut().push(call);
}

unsafe fn alloc(ctx: *mut c_void, len: usize, alignment: Alignment, from: usize) -> *mut u8 {
    // SAFETY: the caller's promise about the context.
    unsafe { note(ctx, ("alloc", 0, len, from)) };
    basic::C_ALLOCATOR.raw_alloc(len, alignment, from).map_or(ptr::null_mut(), NonNull::as_ptr)
}

unsafe fn resize(
    ctx: *mut c_void,
    block: NonNull<[u8]>,
    _: Alignment,
    new_len: usize,
    from: usize,
) -> bool {
    // SAFETY: the caller's promise about the context.
    unsafe { note(ctx, ("resize", block.len(), new_len, from)) };
    false
}

unsafe fn remap(
    ctx: *mut c_void,
    block: NonNull<[u8]>,
    _: Alignment,
    new_len: usize,
    from: usize,
) -> *mut u8 {
    // SAFETY: the caller's promise about the context.
    unsafe { note(ctx, ("remap", block.len(), new_len, from)) };
    ptr::null_mut()
}

unsafe fn free(ctx: *mut c_void, block: NonNull<[u8]>, alignment: Alignment, from: usize) {
    // SAFETY: the caller's promise about the context.
    unsafe { note(ctx, ("free", block.len(), 0, from)) };
    // SAFETY: the block is from `alloc`, so from the C heap.
    unsafe { basic::C_ALLOCATOR.raw_free(block, alignment, from) }
}

static NOTING: AllocatorVTable = AllocatorVTable::new(alloc, resize, remap, free);

#[test]
fn calls_arrive_with_their_arguments_and_never_with_length_zero() {
    let calls = Calls::default();
    // SAFETY: the functions above take this context, which outlives the handle, and keep the
    // contract: they forward to the C heap or refuse.
    let allocator =
        unsafe { StdAllocator::from_raw_parts(ptr::from_ref(&calls).cast_mut().cast(), &NOTING) };
    let word = Alignment::of::<u64>();
    let block = |ptr, len| NonNull::slice_from_raw_parts(ptr, len);

    let empty = allocator.raw_alloc(0, word, 1).unwrap();
    // SAFETY: a block of no bytes.
    assert!(unsafe { allocator.raw_resize(block(empty, 0), word, 0, 2) });
    // SAFETY: as above.
    assert!(!unsafe { allocator.raw_resize(block(empty, 0), word, 9, 3) });
    // SAFETY: as above.
    let empty = unsafe { allocator.raw_remap(block(empty, 0), word, 0, 4) }.unwrap();
    // SAFETY: as above.
    unsafe { allocator.raw_free(block(empty, 0), word, 5) };
    assert_eq!(*calls.borrow(), []);

    // SAFETY: a block of no bytes.
    let live = unsafe { allocator.raw_remap(block(empty, 0), word, 8, 6) }.unwrap();
    // SAFETY: the block is live, with this length.
    assert!(!unsafe { allocator.raw_resize(block(live, 8), word, 4, 7) });
    // SAFETY: as above.
    assert!(!unsafe { allocator.raw_resize(block(live, 8), word, 0, 8) });
    // SAFETY: as above.
    assert!(unsafe { allocator.raw_remap(block(live, 8), word, 16, 9) }.is_none());
    // SAFETY: as above.
    assert!(unsafe { allocator.raw_remap(block(live, 8), word, usize::MAX, 10) }.is_none());
    // SAFETY: as above; the block is not used again.
    assert!(unsafe { allocator.raw_remap(block(live, 8), word, 0, 11) }.is_some());
    let expected =
        [("alloc", 0, 8, 6), ("resize", 8, 4, 7), ("remap", 8, 16, 9), ("free", 8, 0, 11)];
    assert_eq!(*calls.borrow(), expected);
}

#[test]
fn free_only_frees_and_nothing_else() {
    let calls = Calls::default();
    static FREE: AllocatorVTable = AllocatorVTable::free_only(free);
    // SAFETY: `free` takes this context; the other functions always refuse.
    let owner =
        unsafe { StdAllocator::from_raw_parts(ptr::from_ref(&calls).cast_mut().cast(), &FREE) };
    assert!(owner.raw_alloc(1, Alignment::MIN, 0).is_none());
    let block = basic::C_ALLOCATOR.raw_alloc(3, Alignment::MIN, 0).unwrap();
    let block = NonNull::slice_from_raw_parts(block, 3);
    // SAFETY: the block is live.
    assert!(!unsafe { owner.raw_resize(block, Alignment::MIN, 2, 0) });
    // SAFETY: the block is live.
    assert!(unsafe { owner.raw_remap(block, Alignment::MIN, 2, 0) }.is_none());
    // SAFETY: the block is live, from the C heap as `free` wants it, and not used again.
    unsafe { owner.raw_free(block, Alignment::MIN, 0) };
    assert_eq!(*calls.borrow(), [("free", 3, 0, 0)]);
}

#[test]
fn kinds_are_told_apart() {
    let arena = Arena::new();
    let named = arena.std_allocator();
    assert!(Arena::is_instance(&named));
    assert!(!Arena::is_instance(&StdAllocator::default()));
    assert!(is_default(StdAllocator::default()) && is_default(basic::C_ALLOCATOR));
    for other in [named, basic::Z_ALLOCATOR, StdAllocator::borrow(&Global)] {
        assert!(!is_default(other));
        assert_ne!(other, StdAllocator::default());
    }
    assert_eq!(named, arena.std_allocator());
    assert_ne!(named, Arena::new().std_allocator());
    assert!(format!("{named:?}").starts_with("StdAllocator"));
}

#[test]
fn arena_handle_remaps_and_reuses() {
    let arena = Arena::new();
    let handle = arena.std_allocator();
    let word = Alignment::of::<u64>();
    let first = handle.raw_alloc(8, word, 0).unwrap();
    // SAFETY: eight bytes, aligned.
    unsafe { first.cast::<u64>().write(7) };
    let block = NonNull::slice_from_raw_parts(first, 8);
    // SAFETY: the block is live, with this length.
    let moved = unsafe { handle.raw_remap(block, word, 80, 0) }.unwrap();
    assert!(moved.cast::<u64>().is_aligned());
    // SAFETY: the first eight bytes are kept.
    assert_eq!(unsafe { moved.cast::<u64>().read() }, 7);
    let block = NonNull::slice_from_raw_parts(moved, 80);
    // SAFETY: the block is live, with this length.
    assert_eq!(unsafe { handle.raw_remap(block, word, 16, 0) }, Some(moved));
    // SAFETY: the block is live, with this length, and not used again.
    unsafe { handle.raw_free(NonNull::slice_from_raw_parts(moved, 16), word, 0) };
}

#[test]
fn alignments() {
    for log2 in 0..=u8::MAX {
        let alignment = Alignment::from_log2(log2);
        assert_eq!(alignment.is_some(), u32::from(log2) < usize::BITS);
        if let Some(alignment) = alignment {
            assert_eq!(alignment.to_byte_units(), 1 << log2);
            assert_eq!(Alignment::try_from_byte_units(1 << log2), Some(alignment));
            assert_eq!(alignment.log2(), log2);
        }
    }
    for n in [0, 3, 6, 12, usize::MAX] {
        assert_eq!(Alignment::try_from_byte_units(n), None);
    }
    assert_eq!(Alignment::of::<u16>().layout(isize::MAX as usize), None);
    assert_eq!(format!("{:?}", Alignment::of::<u16>()), "Alignment(2 = 1 << 1)");
}
