//! Allocating through an [`AllocationScope`].

#![expect(unsafe_code, reason = "forwards allocator calls to the allocator below")]

use core::alloc::Layout;
use core::panic::Location;
use core::ptr::NonNull;

use super::AllocationScope;
use crate::{AllocError, Allocator, dangling};

// SAFETY: every call that is about a block is forwarded to `parent`, which keeps the contract, with
// the layouts unchanged; the books decide only whether to. Zero-size requests (5) are answered
// here.
// A panic (6) is raised only for a block that is not live with that layout, which the preconditions
// of `deallocate`, `grow` and `shrink` exclude.
unsafe impl<A: Allocator> Allocator for AllocationScope<A> {
    #[track_caller]
    fn allocate(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        self.allocate_by(layout, |parent| parent.allocate(layout))
    }

    #[track_caller]
    fn allocate_zeroed(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        self.allocate_by(layout, |parent| parent.allocate_zeroed(layout))
    }

    #[track_caller]
    unsafe fn deallocate(&self, ptr: NonNull<u8>, layout: Layout) {
        if layout.size() == 0 {
            return;
        }
        // Out of the books first: from then on the address may be handed out again.
        if let Some(record) = self.take(ptr, layout)
            && let Some(mut ledger) = self.ledger()
        {
            ledger.remember(&record, Location::caller());
            ledger.give_up();
        }
        // SAFETY: a live block of `parent` with this layout (the caller's promise).
        unsafe { self.parent.deallocate(ptr, layout) };
    }

    #[track_caller]
    unsafe fn grow(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        if old.size() == 0 {
            return self.allocate(new);
        }
        // SAFETY: a live block of `parent`, with sizes in this order (the caller's promise).
        self.resize_by(ptr, old, new, |parent| unsafe { parent.grow(ptr, old, new) })
    }

    #[track_caller]
    unsafe fn grow_zeroed(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        if old.size() == 0 {
            return self.allocate_zeroed(new);
        }
        // SAFETY: a live block of `parent`, with sizes in this order (the caller's promise).
        self.resize_by(ptr, old, new, |parent| unsafe { parent.grow_zeroed(ptr, old, new) })
    }

    #[track_caller]
    unsafe fn shrink(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        if new.size() == 0 {
            // SAFETY: a live block with layout `old` (the caller's promise), not used again.
            unsafe { self.deallocate(ptr, old) };
            return Ok(dangling(new));
        }
        // SAFETY: a live block of `parent`, with sizes in this order (the caller's promise).
        self.resize_by(ptr, old, new, |parent| unsafe { parent.shrink(ptr, old, new) })
    }
}
