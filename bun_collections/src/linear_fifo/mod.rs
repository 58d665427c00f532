//! [`LinearFifo`]: a queue in a ring of places, whose ends can be read and written as slices.
//!
//! Use it between a producer and a consumer of runs of bytes or items, and for queues in an array
//! or in borrowed memory. Use `VecDeque` where values are added at both ends or looked up.
//!
//! ```text
//! | e f | · · · | a b c d |      head 5, count 6 of 9 places:
//!         ^tail   ^head          readable_slice(0) is "abcd", readable_slice(4) "ef"
//! ```
//!
//! # Who drops what
//!
//! `read_item` and `ordered_remove_item` return values, `discard`, `clear` and dropping the queue
//! drop them, and a write that fails drops what it was given. Everything else moves.
//!
//! # Otherwise than the original
//!
//! Removing from the middle works when the values wrap around; rings of large values and of values
//! without a size can be rotated; `discard` of too many and reading beyond the end panic in every
//! build; `shrink` keeps the old places when there is no memory for fewer.
//!
//! # Rejected
//!
//! `VecDeque` has no storage but the heap, and does not lend its unused places.

#![expect(unsafe_code, reason = "a ring of which a part holds values; argument in SAFETY.md")]

mod buffer;
mod bytes;
mod edit;
#[cfg(test)]
mod tests;

use core::fmt;
use core::hint::cold_path;
use core::marker::PhantomData;
use core::mem::MaybeUninit;
use core::ops::Range;

use bun_alloc::AllocError;

pub use buffer::{DynamicBuffer, LinearFifoBuffer, SliceBuffer, StaticBuffer};

/// A queue of `T`s in the places of a buffer.
///
/// Zig: `bun.LinearFifo(T, …)`.
///
/// # Examples
///
/// ```
/// use bun_collections::LinearFifo;
/// use bun_collections::linear_fifo::DynamicBuffer;
///
/// let mut queue = LinearFifo::<u32, DynamicBuffer<u32>>::init();
/// queue.write(&[1, 2, 3])?;
/// queue.unget(&[0])?;
/// assert_eq!((queue.read_item(), queue.readable_length()), (Some(0), 3));
/// assert_eq!((queue.ordered_remove_item(1), queue.peek_item(1)), (2, 3));
/// queue.discard(2);
/// assert_eq!(queue.read_item(), None);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// A queue may be sent and shared as its values may:
///
/// ```
/// use bun_collections::LinearFifo;
/// use bun_collections::linear_fifo::DynamicBuffer;
///
/// fn is_send_and_sync<T: Send + Sync>() {}
/// is_send_and_sync::<LinearFifo<Box<u8>, DynamicBuffer<Box<u8>>>>();
/// ```
///
/// ```compile_fail,E0277
/// use bun_collections::LinearFifo;
/// use bun_collections::linear_fifo::DynamicBuffer;
/// use std::rc::Rc;
///
/// fn is_send<T: Send>() {}
/// is_send::<LinearFifo<Rc<u8>, DynamicBuffer<Rc<u8>>>>();
/// ```
pub struct LinearFifo<T, B: LinearFifoBuffer<T>> {
    buffer: B,
    /// Invariants, with `n` the number of places:
    /// 1. `head < n`, or `head == 0`; `count <= n`.
    /// 2. The `count` places from `head` on, after the last the first, hold values, which belong to
    ///    the queue.
    head: usize,
    count: usize,
    values: PhantomData<T>,
}

impl<T> LinearFifo<T, DynamicBuffer<T>> {
    /// Returns an empty queue. Does not allocate.
    #[must_use]
    pub fn new() -> Self {
        Self::with_buffer(DynamicBuffer::default())
    }
}

impl<T, const N: usize> LinearFifo<T, StaticBuffer<T, N>> {
    /// Returns an empty queue.
    #[must_use]
    pub const fn new() -> Self {
        Self { buffer: StaticBuffer::EMPTY, head: 0, count: 0, values: PhantomData }
    }
}

impl<T, B: LinearFifoBuffer<T> + Default> LinearFifo<T, B> {
    /// Returns an empty queue. Does not allocate.
    ///
    /// Zig: `LinearFifo.init`.
    #[must_use]
    pub fn init() -> Self {
        Self::with_buffer(B::default())
    }
}

impl<T, B: LinearFifoBuffer<T> + Default> Default for LinearFifo<T, B> {
    fn default() -> Self {
        Self::init()
    }
}

impl<T, B: LinearFifoBuffer<T>> LinearFifo<T, B> {
    /// Returns an empty queue in the places of `buffer`.
    ///
    /// Zig: `LinearFifo.init`.
    #[inline]
    #[must_use]
    pub const fn with_buffer(buffer: B) -> Self {
        Self { buffer, head: 0, count: 0, values: PhantomData }
    }

    /// Returns the number of places.
    #[inline]
    #[must_use]
    pub fn capacity(&self) -> usize {
        self.buffer.slots().len()
    }

    /// Returns the number of values.
    ///
    /// Zig: `LinearFifo.readableLength`.
    #[doc(alias = "readableLength")]
    #[inline]
    #[must_use]
    pub const fn readable_length(&self) -> usize {
        self.count
    }

    /// Returns the number of values. [`readable_length`](Self::readable_length).
    #[inline]
    #[must_use]
    pub const fn len(&self) -> usize {
        self.count
    }

    /// Returns whether there are no values.
    #[inline]
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Returns the number of values that can be added without growing.
    ///
    /// Zig: `LinearFifo.writableLength`.
    #[doc(alias = "writableLength")]
    #[inline]
    #[must_use]
    pub fn writable_length(&self) -> usize {
        self.capacity() - self.count
    }

    /// The place of value `offset`, or the one behind the last if that is `count`.
    #[inline]
    fn place(&self, offset: usize) -> usize {
        let (place, places) = (self.head + offset, self.capacity());
        if place < places { place } else { place - places }
    }

    /// The places of values `offset..offset + len`, in two ranges.
    #[inline]
    fn places(&self, offset: usize, len: usize) -> [Range<usize>; 2] {
        let start = self.place(offset);
        let first = len.min(self.capacity() - start);
        [start..start + first, 0..len - first]
    }

    #[inline]
    #[track_caller]
    fn assert_value(&self, offset: usize) {
        assert!(offset < self.count, "value {offset} is not among the {} in the queue", self.count);
    }

    /// Counts `count` values out at the front. They are the caller's.
    #[inline]
    fn advance(&mut self, count: usize) {
        self.head = if count == self.count { 0 } else { self.place(count) };
        self.count -= count;
    }

    /// Returns the values from `offset` on, as many as lie next to each other; none if `offset` is
    /// beyond the end.
    ///
    /// Zig: `LinearFifo.readableSlice`.
    #[doc(alias = "readableSlice")]
    #[inline]
    #[must_use]
    pub fn readable_slice(&self, offset: usize) -> &[T] {
        let Some(len) = self.count.checked_sub(offset) else { return &[] };
        let [first, _] = self.places(offset, len);
        // SAFETY:
        // 1. These places hold values (invariant 2).
        unsafe { self.buffer.slots()[first].assume_init_ref() }
    }

    /// [`readable_slice`](Self::readable_slice), exclusively.
    #[inline]
    #[must_use]
    pub fn readable_slice_mut(&mut self, offset: usize) -> &mut [T] {
        let Some(len) = self.count.checked_sub(offset) else { return &mut [] };
        let [first, _] = self.places(offset, len);
        // SAFETY:
        // 1. These places hold values (invariant 2).
        unsafe { self.buffer.slots_mut()[first].assume_init_mut() }
    }

    /// Returns unused places, as many as lie next to each other: those from the `offset`-th unused
    /// one on.
    ///
    /// Write to them, then [`update`](Self::update).
    ///
    /// Zig: `LinearFifo.writableSlice`.
    #[doc(alias = "writableSlice")]
    #[inline]
    #[must_use]
    pub fn writable_slice(&mut self, offset: usize) -> &mut [MaybeUninit<T>] {
        let Some(len) = self.writable_length().checked_sub(offset) else { return &mut [] };
        if len == 0 {
            return &mut [];
        }
        let [first, _] = self.places(self.count + offset, len);
        &mut self.buffer.slots_mut()[first]
    }

    /// Makes room for `size` values next to each other and returns their places.
    ///
    /// Write to them, then [`update`](Self::update). They hold nothing yet, so they are not `T`s.
    ///
    /// Zig: `LinearFifo.writableWithSize`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no room for so many.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::LinearFifo;
    /// use bun_collections::linear_fifo::DynamicBuffer;
    ///
    /// let mut queue = LinearFifo::<u8, DynamicBuffer<u8>>::new();
    /// queue.writable_with_size(3)?.write_copy_of_slice(b"abc");
    /// // SAFETY:
    /// // 1. The three places have just been written.
    /// unsafe { queue.update(3) };
    /// assert_eq!(queue.readable_slice(0), b"abc");
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "writableWithSize")]
    pub fn writable_with_size(&mut self, size: usize) -> Result<&mut [MaybeUninit<T>], AllocError> {
        self.ensure_unused_capacity(size)?;
        if self.writable_slice(0).len() < size {
            self.realign();
        }
        Ok(&mut self.writable_slice(0)[..size])
    }

    /// Counts the first `count` unused places as values.
    ///
    /// Zig: `LinearFifo.update`.
    ///
    /// # Safety
    ///
    /// 1. They have been written.
    ///
    /// # Panics
    ///
    /// Panics when there are fewer.
    #[inline]
    #[track_caller]
    pub unsafe fn update(&mut self, count: usize) {
        assert!(count <= self.writable_length(), "no place for {count} more values");
        self.count += count;
    }

    /// Makes room for `size` values in all. The number of places becomes a power of two.
    ///
    /// Zig: `LinearFifo.ensureTotalCapacity`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory, or the places are an array or a slice; nothing has
    /// changed.
    #[doc(alias = "ensureTotalCapacity")]
    #[inline]
    pub fn ensure_total_capacity(&mut self, size: usize) -> Result<(), AllocError> {
        if size > self.capacity() {
            self.buffer.grow(size, self.places(0, self.count))?;
            // The values are at the front now.
            self.head = 0;
        }
        Ok(())
    }

    /// Makes room for `size` more values.
    ///
    /// Zig: `LinearFifo.ensureUnusedCapacity`.
    ///
    /// # Errors
    ///
    /// As [`ensure_total_capacity`](Self::ensure_total_capacity).
    #[doc(alias = "ensureUnusedCapacity")]
    #[inline]
    pub fn ensure_unused_capacity(&mut self, size: usize) -> Result<(), AllocError> {
        self.ensure_total_capacity(self.count.checked_add(size).ok_or(AllocError)?)
    }

    /// Adds a value. Amortised O(1).
    ///
    /// Zig: `LinearFifo.writeItem`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no place and there cannot be more; `item` is dropped and the
    /// queue is as it was.
    #[doc(alias = "writeItem")]
    #[inline]
    pub fn write_item(&mut self, item: T) -> Result<(), AllocError> {
        if self.count >= self.capacity() {
            self.grow_by_one()?;
        }
        // SAFETY:
        // 1. There was a place, or `grow_by_one` has asserted it.
        unsafe { self.push_unchecked(item) };
        Ok(())
    }

    #[cold]
    #[inline(never)]
    fn grow_by_one(&mut self) -> Result<(), AllocError> {
        self.ensure_unused_capacity(1)?;
        assert!(self.count < self.capacity(), "no place for another value");
        Ok(())
    }

    /// Adds a value, for which there is a place.
    ///
    /// Zig: `LinearFifo.writeItemAssumeCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when there is none.
    #[doc(alias = "writeItemAssumeCapacity")]
    #[inline]
    #[track_caller]
    pub fn write_item_assume_capacity(&mut self, item: T) {
        assert!(self.count < self.capacity(), "no place for another value");
        // SAFETY:
        // 1. Was asserted.
        unsafe { self.push_unchecked(item) };
    }

    /// # Safety
    ///
    /// 1. `self.count < self.capacity()`.
    #[inline]
    unsafe fn push_unchecked(&mut self, item: T) {
        let place = self.place(self.count);
        // SAFETY:
        // 1. `head < n` and `count < n`, so at most one turn brings their sum below `n`.
        unsafe { self.buffer.slots_mut().get_unchecked_mut(place) }.write(item);
        self.count += 1;
    }

    /// Takes the first value, if any.
    ///
    /// Zig: `LinearFifo.readItem`.
    #[doc(alias = "readItem")]
    #[inline]
    pub fn read_item(&mut self) -> Option<T> {
        if self.count == 0 {
            return None;
        }
        // SAFETY:
        // 1. There is a value, so `head` is the place of the first (invariants 1 and 2).
        let first = unsafe { self.buffer.slots().get_unchecked(self.head) };
        // SAFETY:
        // 1. It is a value (invariant 2), and is counted out below, before anything can panic.
        let item = unsafe { first.assume_init_read() };
        self.count -= 1;
        self.head += 1;
        if self.count == 0 || self.head == self.capacity() {
            cold_path(); // A branch that is foreseen costs less than two moves that wait.
            self.head = 0;
        }
        Some(item)
    }

    /// Takes the last value, if any.
    fn take_last(&mut self) -> Option<T> {
        let last = self.place(self.count.checked_sub(1)?);
        self.count -= 1;
        if self.count == 0 {
            self.head = 0;
        }
        // SAFETY:
        // 1. It was the last value until a moment ago (invariant 2), and is no longer counted.
        Some(unsafe { self.buffer.slots()[last].assume_init_read() })
    }

    /// Drops the first `count` values.
    ///
    /// When a destructor panics, the values are already gone from the queue, and the others are
    /// still dropped.
    ///
    /// Zig: `LinearFifo.discard`.
    ///
    /// # Panics
    ///
    /// Panics when there are fewer.
    #[inline]
    #[track_caller]
    pub fn discard(&mut self, count: usize) {
        assert!(count <= self.count, "there are only {} values to discard", self.count);
        let [first, second] = self.places(0, count);
        self.advance(count);
        let (front, rest) = self.buffer.slots_mut().split_at_mut(first.start);
        let dropped_last = DropValues(&mut front[second]);
        drop(DropValues(&mut rest[..first.len()]));
        drop(dropped_last);
    }

    /// Moves the values to the front of the ring, so that all lie next to each other.
    ///
    /// Zig: `LinearFifo.realign`.
    pub fn realign(&mut self) {
        let [first, wrapped] = self.places(0, self.count);
        let head = self.head;
        let slots = self.buffer.slots_mut();
        if wrapped.is_empty() { &mut slots[..first.end] } else { slots }.rotate_left(head);
        self.head = 0;
    }
}

impl<T> LinearFifo<T, DynamicBuffer<T>> {
    /// Leaves exactly `size` places. Keeps all when there is no memory to move to.
    ///
    /// Zig: `LinearFifo.shrink`.
    ///
    /// # Panics
    ///
    /// Panics when there are more values, or fewer places.
    #[track_caller]
    pub fn shrink(&mut self, size: usize) {
        assert!(size >= self.count, "there are {} values", self.count);
        assert!(size <= self.capacity(), "there are only {} places", self.capacity());
        let values = self.places(0, self.count);
        if self.buffer.reallocate(size, values).is_ok() {
            self.head = 0;
        }
    }
}

/// Values that are not counted any more, and are dropped with this.
struct DropValues<'a, T>(&'a mut [MaybeUninit<T>]);

impl<T> Drop for DropValues<'_, T> {
    fn drop(&mut self) {
        // SAFETY:
        // 1. `discard` makes this of places that held values (invariant 2) and counts them out.
        unsafe { self.0.assume_init_drop() }
    }
}

impl<T, B: LinearFifoBuffer<T>> Drop for LinearFifo<T, B> {
    fn drop(&mut self) {
        if core::mem::needs_drop::<T>() {
            self.discard(self.count);
        }
    }
}

impl<T: fmt::Debug, B: LinearFifoBuffer<T>> fmt::Debug for LinearFifo<T, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
