//! [`ArenaExt`]: what ported code asks of an arena that `bumpalo` has no method for.

#![expect(unsafe_code, reason = "hands out uninitialised memory as `MaybeUninit`")]

use core::alloc::Layout;
use core::mem::{MaybeUninit, needs_drop};
use core::slice;

use super::{Arena, ArenaBox, allocator};
use crate::{AllocError, Allocator as _, StdAllocator, handle_oom};

/// Further methods of [`Arena`].
///
/// # Examples
///
/// ```
/// use bun_alloc::{Arena, ArenaExt};
///
/// let mut arena = Arena::new();
/// let name = arena.alloc_owned(String::from("dropped with the box"));
/// assert_eq!(name.len(), 20);
/// drop(name);
/// assert!(arena.reset_retain_with_limit(1 << 20));
/// ```
pub trait ArenaExt: Sized {
    /// Puts a value without a destructor into the arena.
    ///
    /// `alloc` takes any value and never drops it; this does not compile where that would lose
    /// something.
    ///
    /// # Panics
    ///
    /// If memory runs out.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Arena, ArenaExt};
    ///
    /// let arena = Arena::new();
    /// assert_eq!(*arena.alloc_plain((1, 'x')), (1, 'x'));
    /// ```
    ///
    /// ```compile_fail,E0080
    /// use bun_alloc::{Arena, ArenaExt};
    ///
    /// let arena = Arena::new();
    /// arena.alloc_plain(String::from("would leak"));
    /// ```
    #[expect(clippy::mut_from_ref, reason = "each call returns new memory")]
    fn alloc_plain<T>(&self, value: T) -> &mut T;

    /// Puts a value into the arena and returns its owner, which drops the value but keeps the
    /// memory until the arena is reset.
    ///
    /// The owner borrows the arena, so no reset comes before the destructor.
    ///
    /// # Panics
    ///
    /// If memory runs out.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Arena, ArenaExt};
    /// use std::rc::Rc;
    ///
    /// let arena = Arena::new();
    /// let counted = Rc::new(());
    /// let owner = arena.alloc_owned(counted.clone());
    /// assert_eq!(Rc::strong_count(&counted), 2);
    /// drop(owner);
    /// assert_eq!(Rc::strong_count(&counted), 1);
    /// ```
    fn alloc_owned<T>(&self, value: T) -> ArenaBox<'_, T>;

    /// Returns memory for `len` values, uninitialised.
    ///
    /// Zig: `Allocator.alloc`.
    ///
    /// # Panics
    ///
    /// Ends the process if memory runs out.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Arena, ArenaExt};
    ///
    /// let arena = Arena::new();
    /// let slots = arena.alloc_uninit_slice::<u32>(2);
    /// assert_eq!([*slots[0].write(1), *slots[1].write(2)], [1, 2]);
    /// ```
    fn alloc_uninit_slice<T>(&self, len: usize) -> &mut [MaybeUninit<T>] {
        handle_oom(self.try_alloc_uninit_slice(len))
    }

    /// [`alloc_uninit_slice`](Self::alloc_uninit_slice), fallibly.
    ///
    /// # Errors
    ///
    /// [`AllocError`] if memory runs out or the size does not fit; the arena is unchanged.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{AllocError, Arena, ArenaExt};
    ///
    /// let arena = Arena::new();
    /// assert_eq!(arena.try_alloc_uninit_slice::<u8>(3)?.len(), 3);
    /// assert_eq!(arena.try_alloc_uninit_slice::<u64>(usize::MAX).err(), Some(AllocError));
    /// # Ok::<(), AllocError>(())
    /// ```
    #[expect(clippy::mut_from_ref, reason = "each call returns new memory")]
    fn try_alloc_uninit_slice<T>(&self, len: usize) -> Result<&mut [MaybeUninit<T>], AllocError>;

    /// Copies bytes into the arena and puts a NUL behind them. The result ends with it.
    ///
    /// Zig: `Allocator.dupeZ`.
    ///
    /// # Panics
    ///
    /// Ends the process if memory runs out.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Arena, ArenaExt};
    ///
    /// assert_eq!(Arena::new().dupe_z(b"ab"), b"ab\0");
    /// ```
    #[doc(alias = "dupeZ")]
    #[expect(clippy::mut_from_ref, reason = "each call returns new memory")]
    fn dupe_z(&self, bytes: &[u8]) -> &mut [u8];

    /// Frees everything in the arena. Keeps its largest chunk for what comes next, unless that is
    /// larger than `limit` bytes: then no memory is kept.
    ///
    /// Returns whether memory was kept. Does not allocate.
    ///
    /// Zig: `ArenaAllocator.reset(.{ .retain_with_limit = n })`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Arena, ArenaExt};
    ///
    /// let mut arena = Arena::new();
    /// arena.alloc_slice_fill_copy(100_000, 0_u8);
    /// assert!(arena.reset_retain_with_limit(1 << 20));
    /// assert!(arena.allocated_bytes() >= 100_000);
    /// assert!(!arena.reset_retain_with_limit(50_000));
    /// assert_eq!(arena.allocated_bytes(), 0);
    /// ```
    fn reset_retain_with_limit(&mut self, limit: usize) -> bool;

    /// Returns an arena to stand in where Zig borrows the thread's default heap: a new one.
    ///
    /// Does not allocate until it is used.
    ///
    /// Zig: `MimallocArena.Borrowed.getDefault`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Arena, ArenaExt};
    ///
    /// assert_eq!(Arena::borrowing_default().allocated_bytes(), 0);
    /// ```
    #[doc(alias = "getDefault")]
    #[must_use]
    fn borrowing_default() -> Self;

    /// Returns a handle to the arena that [`is_instance`](Self::is_instance) recognises.
    ///
    /// Zig: `MimallocArena.allocator`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Alignment, Arena, ArenaExt};
    ///
    /// let arena = Arena::new();
    /// assert!(arena.std_allocator().raw_alloc(100, Alignment::MIN, 0).is_some());
    /// assert!(arena.allocated_bytes() >= 100);
    /// ```
    fn std_allocator(&self) -> StdAllocator<'_>;

    /// Returns whether `allocator` is the handle of an arena.
    ///
    /// Zig: `MimallocArena.isInstance`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Arena, ArenaExt, basic};
    ///
    /// assert!(Arena::is_instance(&Arena::new().std_allocator()));
    /// assert!(!Arena::is_instance(&basic::C_ALLOCATOR));
    /// ```
    #[doc(alias = "isInstance")]
    #[must_use]
    fn is_instance(allocator: &StdAllocator<'_>) -> bool;
}

impl ArenaExt for Arena {
    #[inline]
    fn alloc_plain<T>(&self, value: T) -> &mut T {
        const { assert!(!needs_drop::<T>(), "the destructor would never run: use `alloc_owned`") };
        self.alloc(value)
    }

    #[inline]
    fn alloc_owned<T>(&self, value: T) -> ArenaBox<'_, T> {
        ArenaBox::new_in(value, self)
    }

    #[inline]
    fn try_alloc_uninit_slice<T>(&self, len: usize) -> Result<&mut [MaybeUninit<T>], AllocError> {
        let start = self.allocate(Layout::array::<T>(len)?)?.cast().as_ptr();
        // SAFETY: the block is new, aligned and long enough for `len` values, which need not be
        // initialised, and stays while the arena is borrowed (`Allocator` contract 1 and 2).
        Ok(unsafe { slice::from_raw_parts_mut(start, len) })
    }

    fn dupe_z(&self, bytes: &[u8]) -> &mut [u8] {
        let len = handle_oom(bytes.len().checked_add(1).ok_or(AllocError));
        let copy = self.alloc_uninit_slice(len);
        copy[..bytes.len()].write_copy_of_slice(bytes);
        copy[bytes.len()].write(0);
        // SAFETY: all elements before the last and the last have been written.
        unsafe { copy.assume_init_mut() }
    }

    fn reset_retain_with_limit(&mut self, limit: usize) -> bool {
        self.reset();
        let retained = self.allocated_bytes() <= limit;
        if !retained {
            let fresh = Self::new();
            fresh.set_allocation_limit(self.allocation_limit());
            *self = fresh;
        }
        retained
    }

    fn borrowing_default() -> Self {
        Self::new()
    }

    fn std_allocator(&self) -> StdAllocator<'_> {
        allocator::handle(self)
    }

    fn is_instance(allocator: &StdAllocator<'_>) -> bool {
        allocator::is_arena(*allocator)
    }
}
