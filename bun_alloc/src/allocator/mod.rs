//! The [`Allocator`] trait, and [`Global`], the allocator that is always there.
//!
//! Most code needs neither: containers use the global allocator, and arenas have their own
//! containers. The trait is for the few places that take "some allocator" at run time, the
//! `std.mem.Allocator` parameters whose callers really differ. It is object-safe, so such a place
//! takes `&dyn Allocator`. The standard library's trait of this name is unstable; this one keeps
//! its method names, so that moving over is a change of path.
//!
//! Zero-size requests are answered here, with [`dangling`], and never reach a backend. An
//! implementor therefore never has to recognise an address it did not hand out.

#![expect(unsafe_code, reason = "the allocator contract and the calls into the global allocator")]

use core::alloc::Layout;
use core::ptr::NonNull;

use alloc::alloc as global;

use crate::AllocError;

/// Something that hands out blocks of memory through a shared reference.
///
/// Zig: `std.mem.Allocator`. `alloc` is [`allocate`](Self::allocate), `rawFree` is
/// [`deallocate`](Self::deallocate), `remap` is [`grow`](Self::grow) and [`shrink`](Self::shrink).
///
/// # Safety
///
/// An implementor promises, for every block it returns:
///
/// 1. The block starts at an address that is a multiple of `layout.align()` and is at least
///    `layout.size()` bytes long.
/// 2. The block is valid for reads and writes, and overlaps no other live block, until it is
///    deallocated or successfully grown or shrunk, or until the allocator is moved, mutably
///    borrowed or dropped. So an allocator may hold its memory inline. Whoever keeps a block holds
///    a shared borrow of the allocator for as long (`&A` is an allocator too), unless the allocator
///    promises more, as [`Global`] does.
/// 3. After an `Err`, nothing has changed: the old block of a failed `grow` or `shrink` is live,
///    with its layout and its content.
/// 4. `grow` and `shrink` keep the first `min(old.size(), new.size())` bytes; `allocate_zeroed`
///    clears the block, and `grow_zeroed` everything behind `old.size()`.
/// 5. A zero-size request succeeds without memory: the pointer is aligned and dangling. It may be
///    passed back to `deallocate`, `grow` and `shrink`, which recognise it by its layout.
/// 6. No method unwinds.
///
/// # Examples
///
/// ```
/// use bun_alloc::{Allocator, Global};
/// use core::alloc::Layout;
///
/// let layout = Layout::array::<u32>(4).unwrap();
/// let block = Global.allocate(layout)?;
/// assert!(block.len() >= 16);
/// // SAFETY: the block is from `Global`, with this layout, and is not used again.
/// unsafe { Global.deallocate(block.cast(), layout) };
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[doc(alias = "std.mem.Allocator")]
pub unsafe trait Allocator {
    /// Returns a block that fits `layout`. Its content is uninitialised.
    ///
    /// # Errors
    ///
    /// [`AllocError`] if there is no such block. A zero-size request does not fail.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Allocator, Arena};
    /// use core::alloc::Layout;
    ///
    /// let arena = Arena::new();
    /// let block = arena.allocate(Layout::from_size_align(40, 64)?)?;
    /// assert!(block.len() >= 40);
    /// assert_eq!(block.cast::<u8>().addr().get() % 64, 0);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    fn allocate(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError>;

    /// Returns a block that fits `layout`, every byte of it zero.
    ///
    /// # Errors
    ///
    /// As [`allocate`](Self::allocate).
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Allocator, Arena};
    /// use core::alloc::Layout;
    ///
    /// let arena = Arena::new();
    /// let block = arena.allocate_zeroed(Layout::new::<[u8; 3]>())?;
    /// // SAFETY: the block holds three bytes, all of them zero.
    /// assert_eq!(unsafe { block.cast::<[u8; 3]>().read() }, [0; 3]);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    fn allocate_zeroed(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        let block = self.allocate(layout)?;
        // SAFETY: the block was just returned by `allocate`, is valid for writes of its whole
        // length (contract 2), and nobody else knows of it yet.
        unsafe { block.cast::<u8>().write_bytes(0, block.len()) };
        Ok(block)
    }

    /// Gives a block back.
    ///
    /// # Safety
    ///
    /// 1. `ptr` is a live block of this allocator, or a copy of this allocator that shares its
    ///    blocks.
    /// 2. `layout` has the alignment the block was requested with, and a size between the one
    ///    requested and the one returned.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Allocator, FixedBuffer};
    /// use core::{alloc::Layout, mem::MaybeUninit};
    ///
    /// let mut bytes = [MaybeUninit::uninit(); 64];
    /// let buffer = FixedBuffer::new(&mut bytes);
    /// let layout = Layout::new::<[u8; 10]>();
    /// let block = buffer.allocate(layout)?;
    /// assert_eq!(buffer.used(), 10);
    /// // SAFETY: the block is from `buffer`, with this layout, and is not used again.
    /// unsafe { buffer.deallocate(block.cast(), layout) };
    /// assert_eq!(buffer.used(), 0);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    unsafe fn deallocate(&self, ptr: NonNull<u8>, layout: Layout);

    /// Makes a block larger, moving it if it must. On success the old pointer is dead.
    ///
    /// The alignment may change with the size.
    ///
    /// # Safety
    ///
    /// 1. `ptr` and `old` are as for [`deallocate`](Self::deallocate).
    /// 2. `new.size() >= old.size()`.
    ///
    /// # Errors
    ///
    /// [`AllocError`] if there is no block of that size; the old one is untouched.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Allocator, Arena};
    /// use core::alloc::Layout;
    ///
    /// let (old, new) = (Layout::new::<[u8; 2]>(), Layout::new::<[u8; 100]>());
    /// let arena = Arena::new();
    /// let block = arena.allocate(old)?.cast::<[u8; 2]>();
    /// // SAFETY: the block is two bytes long.
    /// unsafe { block.write([1, 2]) };
    /// // SAFETY: the block is live, with layout `old`, and `new` is larger.
    /// let block = unsafe { arena.grow(block.cast(), old, new) }?;
    /// // SAFETY: the first two bytes have been kept.
    /// assert_eq!(unsafe { block.cast::<[u8; 2]>().read() }, [1, 2]);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    unsafe fn grow(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        // SAFETY:
        // 1. Preconditions 1 of both functions are the same.
        // 2. `old.size()` is the smaller of the two sizes (precondition 2).
        unsafe { move_block(self, ptr, old, new, old.size()) }
    }

    /// Makes a block larger and clears everything behind the first `old.size()` bytes, up to the
    /// end of the block returned, which may be longer than asked for.
    ///
    /// # Safety
    ///
    /// As [`grow`](Self::grow).
    ///
    /// # Errors
    ///
    /// As [`grow`](Self::grow).
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Allocator, Arena};
    /// use core::alloc::Layout;
    ///
    /// let (old, new) = (Layout::new::<u8>(), Layout::new::<[u8; 4]>());
    /// let arena = Arena::new();
    /// let block = arena.allocate(old)?;
    /// // SAFETY: the block is one byte long.
    /// unsafe { block.cast().write(7_u8) };
    /// // SAFETY: the block is live, with layout `old`, and `new` is larger.
    /// let block = unsafe { arena.grow_zeroed(block.cast(), old, new) }?;
    /// // SAFETY: the block holds four bytes: the first has been kept, the others are zero.
    /// assert_eq!(unsafe { block.cast::<[u8; 4]>().read() }, [7, 0, 0, 0]);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    unsafe fn grow_zeroed(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        // SAFETY: the preconditions are those of `grow`.
        let block = unsafe { self.grow(ptr, old, new) }?;
        // SAFETY: `grow` returned at least `new.size() >= old.size()` bytes, valid for writes.
        unsafe { clear_tail(block, old.size()) };
        Ok(block)
    }

    /// Makes a block smaller, moving it if it must. On success the old pointer is dead.
    ///
    /// # Safety
    ///
    /// 1. `ptr` and `old` are as for [`deallocate`](Self::deallocate).
    /// 2. `new.size() <= old.size()`.
    ///
    /// # Errors
    ///
    /// [`AllocError`] if the block has to move and there is no other; the old one is untouched.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Allocator, Arena};
    /// use core::alloc::Layout;
    ///
    /// let (old, new) = (Layout::new::<[u8; 4]>(), Layout::new::<[u8; 2]>());
    /// let arena = Arena::new();
    /// let block = arena.allocate(old)?.cast::<[u8; 4]>();
    /// // SAFETY: the block is four bytes long.
    /// unsafe { block.write([1, 2, 3, 4]) };
    /// // SAFETY: the block is live, with layout `old`, and `new` is smaller.
    /// let block = unsafe { arena.shrink(block.cast(), old, new) }?;
    /// // SAFETY: the first two bytes have been kept.
    /// assert_eq!(unsafe { block.cast::<[u8; 2]>().read() }, [1, 2]);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    unsafe fn shrink(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        // SAFETY:
        // 1. Preconditions 1 of both functions are the same.
        // 2. `new.size()` is the smaller of the two sizes (precondition 2).
        unsafe { move_block(self, ptr, old, new, new.size()) }
    }
}

/// Allocates `new`, copies `keep` bytes, frees `old`.
///
/// # Safety
///
/// 1. `ptr` and `old` are as for [`Allocator::deallocate`] on `allocator`.
/// 2. `keep` is at most `old.size()` and at most `new.size()`.
pub(crate) unsafe fn move_block<A: Allocator + ?Sized>(
    allocator: &A,
    ptr: NonNull<u8>,
    old: Layout,
    new: Layout,
    keep: usize,
) -> Result<NonNull<[u8]>, AllocError> {
    let block = allocator.allocate(new)?;
    // SAFETY: both are valid for `keep` bytes (preconditions 1 and 2, `Allocator` contract 1), and
    // a fresh block does not overlap a live one (`Allocator` contract 2).
    unsafe { ptr.copy_to_nonoverlapping(block.cast(), keep) };
    // SAFETY: precondition 1; the content has been copied and the pointer is not used again.
    unsafe { allocator.deallocate(ptr, old) };
    Ok(block)
}

/// Clears `block[from..]`.
///
/// # Safety
///
/// `block` is valid for writes and `from <= block.len()`.
pub(crate) unsafe fn clear_tail(block: NonNull<[u8]>, from: usize) {
    // SAFETY: `from` is at most the length of the block.
    let tail = unsafe { block.cast::<u8>().add(from) };
    // SAFETY: the bytes from `from` to the end of the block are valid for writes.
    unsafe { tail.write_bytes(0, block.len() - from) };
}

/// Returns the block that answers a zero-size request: no bytes, at an address that is `align`
/// itself and so a multiple of it. Nothing may be read or written through it.
///
/// # Examples
///
/// ```
/// use core::alloc::Layout;
///
/// let block = bun_alloc::dangling(Layout::from_size_align(0, 64).unwrap());
/// assert_eq!(block.len(), 0);
/// assert_eq!(block.cast::<u8>().addr().get() % 64, 0);
/// ```
#[inline]
#[must_use]
pub const fn dangling(layout: Layout) -> NonNull<[u8]> {
    NonNull::slice_from_raw_parts(layout.dangling_ptr(), 0)
}

// SAFETY: every method forwards to `A`, which keeps the contract; a reference shares the blocks of
// what it points to, and moving the reference moves nothing.
unsafe impl<A: Allocator + ?Sized> Allocator for &A {
    #[inline]
    fn allocate(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        (**self).allocate(layout)
    }

    #[inline]
    fn allocate_zeroed(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        (**self).allocate_zeroed(layout)
    }

    #[inline]
    unsafe fn deallocate(&self, ptr: NonNull<u8>, layout: Layout) {
        // SAFETY: the caller's promise is about `**self`.
        unsafe { (**self).deallocate(ptr, layout) }
    }

    #[inline]
    unsafe fn grow(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        // SAFETY: the caller's promise is about `**self`.
        unsafe { (**self).grow(ptr, old, new) }
    }

    #[inline]
    unsafe fn grow_zeroed(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        // SAFETY: the caller's promise is about `**self`.
        unsafe { (**self).grow_zeroed(ptr, old, new) }
    }

    #[inline]
    unsafe fn shrink(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        // SAFETY: the caller's promise is about `**self`.
        unsafe { (**self).shrink(ptr, old, new) }
    }
}

/// The process's global allocator, whichever it is: [`Mimalloc`](crate::Mimalloc) where the binary
/// installed it. All values are the same allocator.
///
/// Zig: `bun.default_allocator`, `std.heap.c_allocator`.
///
/// # Examples
///
/// ```
/// use bun_alloc::{Allocator, Global};
/// use core::alloc::Layout;
///
/// let block = Global.allocate_zeroed(Layout::new::<u64>())?;
/// // SAFETY: the block holds eight zero bytes and is aligned for a `u64`.
/// assert_eq!(unsafe { block.cast::<u64>().read() }, 0);
/// // SAFETY: the block is from `Global`, with this layout, and is not used again.
/// unsafe { Global.deallocate(block.cast(), Layout::new::<u64>()) };
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[doc(alias = "default_allocator")]
#[doc(alias = "c_allocator")]
pub struct Global;

/// The allocator of code that does not choose one.
///
/// Zig: `bun.DefaultAllocator`.
///
/// # Examples
///
/// ```
/// use bun_alloc::{Allocator, DefaultAllocator, Global};
///
/// struct Cache<A: Allocator = DefaultAllocator> {
///     allocator: A,
/// }
///
/// let cache: Cache = Cache { allocator: Global };
/// assert_eq!(cache.allocator, DefaultAllocator::default());
/// ```
pub type DefaultAllocator = Global;

/// Turns what the global allocator returned into a block of `layout.size()` bytes.
#[inline]
fn block(ptr: *mut u8, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
    let start = NonNull::new(ptr).ok_or(AllocError)?;
    Ok(NonNull::slice_from_raw_parts(start, layout.size()))
}

// SAFETY:
// 1, 2, 3. `GlobalAlloc` promises the same for layouts of non-zero size, and a failed `realloc`
//    leaves its block alone. The allocator is a static, so nothing here moves or dies.
// 4. `realloc` and `alloc_zeroed` promise it; where the alignment changes, the provided `grow` and
//    `shrink` copy.
// 5. Each method tests for size zero before it calls the global allocator.
// 6. `GlobalAlloc` must not unwind.
unsafe impl Allocator for Global {
    #[inline]
    fn allocate(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        if layout.size() == 0 {
            return Ok(dangling(layout));
        }
        // SAFETY: the size is not zero.
        block(unsafe { global::alloc(layout) }, layout)
    }

    #[inline]
    fn allocate_zeroed(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        if layout.size() == 0 {
            return Ok(dangling(layout));
        }
        // SAFETY: the size is not zero.
        block(unsafe { global::alloc_zeroed(layout) }, layout)
    }

    #[inline]
    unsafe fn deallocate(&self, ptr: NonNull<u8>, layout: Layout) {
        if layout.size() != 0 {
            // SAFETY: blocks returned above are exactly as long as their layout, so the caller's
            // `layout` is the one the block was allocated with, and it is not of size zero.
            unsafe { global::dealloc(ptr.as_ptr(), layout) }
        }
    }

    #[inline]
    unsafe fn grow(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        if old.size() == 0 {
            return self.allocate(new);
        }
        if old.align() != new.align() {
            // SAFETY: the preconditions are the same.
            return unsafe { move_block(self, ptr, old, new, old.size()) };
        }
        // SAFETY: the block is live with layout `old`, which is not of size zero; the new size is
        // at least as large, and `new` being a layout, does not overflow `isize` when rounded up.
        block(unsafe { global::realloc(ptr.as_ptr(), old, new.size()) }, new)
    }

    #[inline]
    unsafe fn shrink(
        &self,
        ptr: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        if new.size() == 0 {
            // SAFETY: the block is live with layout `old` and is not used again.
            unsafe { self.deallocate(ptr, old) };
            return Ok(dangling(new));
        }
        if old.align() != new.align() {
            // SAFETY: the preconditions are the same.
            return unsafe { move_block(self, ptr, old, new, new.size()) };
        }
        // SAFETY: the block is live with layout `old`; the new size is not zero, and `old.size()`
        // is not smaller, so it is not zero either.
        block(unsafe { global::realloc(ptr.as_ptr(), old, new.size()) }, new)
    }
}

const _: () = assert!(size_of::<Global>() == 0);

#[cfg(test)]
mod tests;
