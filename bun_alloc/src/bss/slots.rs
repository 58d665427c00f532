//! [`Slots`]: the storage under every interning store.
//!
//! Items are appended behind a mutex and never move. Readers take no lock: they compare their
//! index with the published length and follow two pointers that are written once.
//!
//! ```text
//! first       [ item | item | … ]                            P::FIRST_LEN items
//! segments 0  [ block | block | … ]  64 blocks  ─▶ [ item | item | … ]  P::BLOCK_LEN items each
//! segments 1  [ … ]                 128 blocks
//! segments k  [ … ]           64 << k blocks
//! ```
//!
//! Everything is allocated when it is first needed, so an unused store costs its struct. A chain
//! of blocks, each owning the next, was rejected: finding an item would walk it, and dropping it
//! would recurse.

#![expect(unsafe_code, reason = "items are written once through a shared reference, then read")]

use core::cell::UnsafeCell;
use core::fmt;
use core::marker::PhantomData;
use core::mem::{MaybeUninit, needs_drop, take};
use core::ptr;
use core::slice;
use core::sync::atomic::{AtomicUsize, Ordering};

use alloc::vec::Vec;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use super::IndexType;
use crate::AllocError;

/// The sizes of a [`Slots`].
pub(super) trait Shape {
    /// How many items the first block holds. It may be zero.
    const FIRST_LEN: usize;
    /// How many items each further block holds. Not zero.
    const BLOCK_LEN: usize;
    /// How many further blocks there may be.
    const BLOCK_MAX: usize;
    /// How many items fit in all, and can be numbered.
    const LEN_MAX: usize = {
        assert!(Self::BLOCK_LEN != 0, "a block holds at least one item");
        let overflow = Self::BLOCK_LEN.saturating_mul(Self::BLOCK_MAX);
        let overflow = if overflow < IndexType::LEN_MAX { overflow } else { IndexType::LEN_MAX };
        assert!(Self::FIRST_LEN <= IndexType::LEN_MAX, "the first block cannot be numbered");
        Self::FIRST_LEN + overflow
    };
}

/// Memory for a fixed number of items, some of which have been written.
pub(super) type Block<T> = Vec<UnsafeCell<MaybeUninit<T>>>;

/// The blocks of segment 0; each further segment has twice as many.
const SEGMENT_LEN: usize = 64;
/// Enough for more blocks than there are indices.
const SEGMENT_COUNT: usize = 26;

const _: () = assert!(SEGMENT_LEN * ((1 << SEGMENT_COUNT) - 1) >= IndexType::LEN_MAX);

/// Append-only storage with stable addresses. `S` is what changes together with an append, and is
/// guarded by the same mutex.
pub(super) struct Slots<T, S, P> {
    /// Whoever holds the guard is the only one to write items, `len` and blocks.
    writer: Mutex<S>,
    /// Invariant: the items below this are initialised, and nothing writes to them through a
    /// shared reference again. Only grows.
    len: AtomicUsize,
    first: OnceLock<Block<T>>,
    segments: [OnceLock<Vec<OnceLock<Block<T>>>>; SEGMENT_COUNT],
    shape: PhantomData<P>,
}

// SAFETY: appending moves a `T` in from any thread and dropping drops it on any other
// (`T: Send`), and every thread can get a `&T` (`T: Sync`). `S` is behind a mutex. An item is
// written once, by the holder of the mutex, before the release store that lets readers at it.
unsafe impl<T: Send + Sync, S: Send, P> Sync for Slots<T, S, P> {}

/// Allocates a block of `len` unwritten items.
pub(super) fn block<T>(len: usize) -> Result<Block<T>, AllocError> {
    let mut block = Vec::new();
    block.try_reserve_exact(len)?;
    // SAFETY: the capacity is at least `len`, and an `UnsafeCell<MaybeUninit<T>>` needs no
    // initialisation.
    unsafe { block.set_len(len) };
    Ok(block)
}

/// Returns the value of `cell`, making it with `init` if there is none yet.
pub(super) fn get_or_try_init<T>(
    cell: &OnceLock<T>,
    init: impl FnOnce() -> Result<T, AllocError>,
) -> Result<&T, AllocError> {
    if let Some(value) = cell.get() {
        return Ok(value);
    }
    let value = init()?;
    Ok(cell.get_or_init(|| value))
}

/// Returns the segment of block number `index`, and its place there.
#[inline]
const fn segment_of(index: usize) -> (usize, usize) {
    let rank = index / SEGMENT_LEN + 1;
    let segment = rank.ilog2() as usize;
    (segment, index - SEGMENT_LEN * ((1 << segment) - 1))
}

impl<T, S, P: Shape> Slots<T, S, P> {
    /// Returns storage without items. Allocates nothing.
    pub(super) const fn new(state: S) -> Self {
        Self {
            writer: Mutex::new(state),
            len: AtomicUsize::new(0),
            first: OnceLock::new(),
            segments: [const { OnceLock::new() }; SEGMENT_COUNT],
            shape: PhantomData,
        }
    }

    /// Returns how many items there are.
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.len.load(Ordering::Acquire)
    }

    /// Returns the index of item number `position`.
    #[inline]
    pub(super) fn index_of(position: usize) -> IndexType {
        IndexType::from_position(position, P::FIRST_LEN)
    }

    /// Returns the item at `index`. O(1), takes no lock.
    #[inline]
    pub(super) fn get(&self, index: IndexType) -> Option<&T> {
        let position = index.position(P::FIRST_LEN)?;
        if position >= self.len() {
            return None;
        }
        let item = self.cell(position)?.get();
        // SAFETY: the cell is in a block that lives as long as `self`.
        let item = unsafe { &*item };
        // SAFETY: the position is below the length, so the item is initialised and is not written
        // to while `self` is shared (invariant on `len`). The acquire load of the length pairs
        // with the release store that followed the write.
        Some(unsafe { item.assume_init_ref() })
    }

    /// Returns the item at `index`.
    #[inline]
    pub(super) fn get_mut(&mut self, index: IndexType) -> Option<&mut T> {
        let position = index.position(P::FIRST_LEN)?;
        if position >= *self.len.get_mut() {
            return None;
        }
        let item = self.cell_mut(position)?.get_mut();
        // SAFETY: the position is below the length (invariant on `len`).
        Some(unsafe { item.assume_init_mut() })
    }

    /// Returns the items of the first block.
    pub(super) fn first(&self) -> &[T] {
        let len = self.len().min(P::FIRST_LEN);
        let Some(first) = self.first.get() else { return &[] };
        let items = first[..len].as_ptr().cast::<T>();
        // SAFETY: `UnsafeCell` and `MaybeUninit` are transparent, so a `T` is at each place. The
        // first `len` items are initialised and not written to while `self` is shared.
        unsafe { slice::from_raw_parts(items, len) }
    }

    /// Returns the items of the first block.
    pub(super) fn first_mut(&mut self) -> &mut [T] {
        let len = (*self.len.get_mut()).min(P::FIRST_LEN);
        let Some(first) = self.first.get_mut() else { return &mut [] };
        let items = first[..len].as_mut_ptr().cast::<T>();
        // SAFETY: `UnsafeCell` and `MaybeUninit` are transparent, so a `T` is at each place. The
        // first `len` items are initialised, and `self` is borrowed mutably.
        unsafe { slice::from_raw_parts_mut(items, len) }
    }

    /// Locks appending and the state. Panicking while the guard is held leaves both valid.
    #[inline]
    pub(super) fn lock(&self) -> Writer<'_, T, S, P> {
        let state = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        Writer { slots: self, state }
    }

    /// Returns the state without locking.
    #[inline]
    pub(super) fn state_mut(&mut self) -> &mut S {
        self.writer.get_mut().unwrap_or_else(PoisonError::into_inner)
    }

    #[inline]
    fn cell(&self, position: usize) -> Option<&UnsafeCell<MaybeUninit<T>>> {
        let Some(beyond) = position.checked_sub(P::FIRST_LEN) else {
            return self.first.get()?.get(position);
        };
        let (segment, at) = segment_of(beyond / P::BLOCK_LEN);
        let block = self.segments.get(segment)?.get()?.get(at)?.get()?;
        block.get(beyond % P::BLOCK_LEN)
    }

    #[inline]
    fn cell_mut(&mut self, position: usize) -> Option<&mut UnsafeCell<MaybeUninit<T>>> {
        let Some(beyond) = position.checked_sub(P::FIRST_LEN) else {
            return self.first.get_mut()?.get_mut(position);
        };
        let (segment, at) = segment_of(beyond / P::BLOCK_LEN);
        let block = self.segments.get_mut(segment)?.get_mut()?.get_mut(at)?.get_mut()?;
        block.get_mut(beyond % P::BLOCK_LEN)
    }

    /// Returns the cell of item number `position`, allocating its block if it is the first there.
    #[inline]
    fn cell_or_alloc(&self, position: usize) -> Result<&UnsafeCell<MaybeUninit<T>>, AllocError> {
        match self.cell(position) {
            Some(cell) => Ok(cell),
            None => self.alloc_cell(position),
        }
    }

    #[cold]
    fn alloc_cell(&self, position: usize) -> Result<&UnsafeCell<MaybeUninit<T>>, AllocError> {
        if position >= P::LEN_MAX {
            return Err(AllocError);
        }
        if let Some(beyond) = position.checked_sub(P::FIRST_LEN) {
            let (segment, at) = segment_of(beyond / P::BLOCK_LEN);
            let segment = get_or_try_init(&self.segments[segment], || {
                let len = SEGMENT_LEN << segment;
                let mut blocks = Vec::new();
                blocks.try_reserve_exact(len)?;
                blocks.resize_with(len, OnceLock::new);
                Ok(blocks)
            })?;
            get_or_try_init(&segment[at], || block(P::BLOCK_LEN))?;
        } else {
            get_or_try_init(&self.first, || block(P::FIRST_LEN))?;
        }
        self.cell(position).ok_or(AllocError)
    }
}

impl<T, S, P> Drop for Slots<T, S, P> {
    fn drop(&mut self) {
        if !needs_drop::<T>() {
            return;
        }
        // An item whose destructor panics is not dropped again; what follows it in other blocks
        // leaks.
        let mut len = take(self.len.get_mut());
        let blocks = self.segments.iter_mut().filter_map(OnceLock::get_mut).flatten();
        let first = self.first.get_mut().into_iter();
        for block in first.chain(blocks.filter_map(OnceLock::get_mut)) {
            let count = block.len().min(len);
            len -= count;
            let items = block[..count].as_mut_ptr().cast::<T>();
            // SAFETY: blocks are filled in this order, so `count` items of this one are
            // initialised. `self.len` is zero: nothing reads or drops them again.
            unsafe { ptr::slice_from_raw_parts_mut(items, count).drop_in_place() };
        }
    }
}

impl<T, S, P: Shape> fmt::Debug for Slots<T, S, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Slots").field("len", &self.len()).finish_non_exhaustive()
    }
}

/// The right to append, and the state.
pub(super) struct Writer<'a, T, S, P> {
    slots: &'a Slots<T, S, P>,
    state: MutexGuard<'a, S>,
}

impl<'a, T, S, P: Shape> Writer<'a, T, S, P> {
    #[inline]
    pub(super) fn state(&mut self) -> &mut S {
        &mut self.state
    }

    /// Makes room for one item. What follows cannot fail.
    #[inline]
    pub(super) fn reserve(&mut self) -> Result<Vacant<'_, 'a, T, S, P>, AllocError> {
        // No other append runs, so this is the latest value.
        let position = self.slots.len.load(Ordering::Relaxed);
        let cell = self.slots.cell_or_alloc(position)?;
        Ok(Vacant { writer: self, cell, position })
    }
}

/// Room for the next item. Giving it up changes nothing that can be seen.
pub(super) struct Vacant<'w, 'a, T, S, P> {
    writer: &'w mut Writer<'a, T, S, P>,
    /// Invariant: the cell of item number `position`, which is the length while the writer is
    /// locked.
    cell: &'a UnsafeCell<MaybeUninit<T>>,
    position: usize,
}

impl<'a, T, S, P: Shape> Vacant<'_, 'a, T, S, P> {
    #[inline]
    pub(super) fn state(&mut self) -> &mut S {
        self.writer.state()
    }

    /// Returns the index that the item will have.
    #[inline]
    pub(super) fn index(&self) -> IndexType {
        Slots::<T, S, P>::index_of(self.position)
    }

    /// Writes the item and publishes it.
    #[inline]
    pub(super) fn fill(self, value: T) -> &'a T {
        // SAFETY: the item is at the length, so no reader looks at it, and the mutex keeps other
        // writers out (invariant on `cell`).
        let item = unsafe { &mut *self.cell.get() };
        item.write(value);
        self.writer.slots.len.store(self.position + 1, Ordering::Release);
        // SAFETY: the cell lives as long as the storage, which is borrowed for `'a`.
        let item = unsafe { &*self.cell.get() };
        // SAFETY: written above, and not written to again while the storage is shared.
        unsafe { item.assume_init_ref() }
    }

    /// Publishes the item without writing it.
    ///
    /// # Safety
    ///
    /// The caller writes the item before anything reads or drops it, and stops writing to it
    /// before anything reads it.
    #[inline]
    pub(super) unsafe fn fill_later(self) -> *mut MaybeUninit<T> {
        self.writer.slots.len.store(self.position + 1, Ordering::Release);
        self.cell.get()
    }
}
