//! [`VecExt`] for `Vec`.

#![expect(unsafe_code, reason = "moves values out of arenas and exposes room; see SAFETY.md")]

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::mem::{ManuallyDrop, MaybeUninit};
use core::ptr;

use bun_alloc::{AllocError, ArenaVec};

use super::VecExt;

impl<T> VecExt<T> for Vec<T> {
    #[inline]
    fn init_capacity(n: usize) -> Self {
        Self::with_capacity(n)
    }

    #[inline]
    fn init_one(value: T) -> Self {
        // Boxed, so that the capacity is one.
        Self::from(Box::from([value]))
    }

    #[inline]
    fn from_slice(items: &[T]) -> Self
    where
        T: Clone,
    {
        items.to_vec()
    }

    #[inline]
    fn from_owned_slice(items: Box<[T]>) -> Self {
        items.into_vec()
    }

    #[inline]
    fn from_arena_slice(items: &[T]) -> Self
    where
        T: Copy,
    {
        items.to_vec()
    }

    fn from_bump_vec(list: ArenaVec<'_, T>) -> Self {
        // SAFETY:
        // 1. The slice was the only way to the values, and it is used for nothing else.
        unsafe { Self::from_bump_slice(list.into_bump_slice_mut()) }
    }

    unsafe fn from_bump_slice(items: &mut [T]) -> Self {
        let mut list = Self::with_capacity(items.len());
        // SAFETY:
        // 1. There is room for as many values as the slice has.
        // 2. The room is the list's own, so it does not overlap the slice.
        unsafe { ptr::copy_nonoverlapping(items.as_ptr(), list.as_mut_ptr(), items.len()) };
        // SAFETY:
        // 1. The values have just been written, and are the list's by the caller's promise.
        unsafe { list.set_len(items.len()) };
        list
    }

    #[inline]
    fn move_from_list(list: Self) -> Self {
        list
    }

    #[inline]
    fn move_to_list(&mut self) -> Self {
        core::mem::take(self)
    }

    #[inline]
    fn to_owned_slice(&mut self) -> Box<[T]> {
        core::mem::take(self).into_boxed_slice()
    }

    #[inline(always)]
    fn slice(&self) -> &[T] {
        self
    }

    #[inline(always)]
    fn slice_mut(&mut self) -> &mut [T] {
        self
    }

    #[inline]
    fn memory_cost(&self) -> usize {
        // Not more than the size of a block, or nothing when values have no size.
        self.capacity().saturating_mul(size_of::<T>())
    }

    #[inline]
    fn append(&mut self, value: T) {
        self.push(value);
    }

    #[inline]
    fn try_append(&mut self, value: T) -> Result<(), AllocError> {
        self.try_reserve(1)?;
        self.push(value);
        Ok(())
    }

    #[inline]
    #[track_caller]
    fn append_assume_capacity(&mut self, value: T) {
        assert!(self.len() < self.capacity(), "no capacity for another value");
        self.push(value);
    }

    #[inline]
    fn append_slice(&mut self, values: &[T])
    where
        T: Clone,
    {
        self.extend_from_slice(values);
    }

    #[inline]
    #[track_caller]
    fn append_slice_assume_capacity(&mut self, values: &[T])
    where
        T: Copy,
    {
        let room = self.capacity() - self.len();
        assert!(values.len() <= room, "no capacity for {} more values", values.len());
        self.extend_from_slice(values);
    }

    #[track_caller]
    fn insert_slice(&mut self, index: usize, values: &[T])
    where
        T: Clone,
    {
        self.splice(index..index, values.iter().cloned());
    }

    #[track_caller]
    fn replace_range(&mut self, start: usize, len: usize, values: &[T])
    where
        T: Clone,
    {
        let end = start.checked_add(len).expect("a range within the list");
        self.splice(start..end, values.iter().cloned());
    }

    #[inline]
    #[track_caller]
    fn ordered_remove(&mut self, index: usize) -> T {
        self.remove(index)
    }

    #[inline]
    fn drain_front(&mut self, n: usize)
    where
        T: Copy,
    {
        if n < self.len() {
            self.copy_within(n.., 0);
        }
        self.truncate(self.len().saturating_sub(n));
    }

    #[inline]
    fn ensure_total_capacity(&mut self, n: usize) {
        self.reserve(n.saturating_sub(self.len()));
    }

    #[inline]
    fn ensure_total_capacity_precise(&mut self, n: usize) {
        self.reserve_exact(n.saturating_sub(self.len()));
    }

    #[inline]
    fn ensure_unused_capacity(&mut self, n: usize) {
        self.reserve(n);
    }

    #[inline]
    fn try_ensure_total_capacity(&mut self, n: usize) -> Result<(), AllocError> {
        Ok(self.try_reserve(n.saturating_sub(self.len()))?)
    }

    #[inline]
    #[track_caller]
    fn shrink_retaining_capacity(&mut self, new_len: usize) {
        assert!(new_len <= self.len(), "{new_len} is more than the {} values", self.len());
        self.truncate(new_len);
    }

    #[track_caller]
    fn shrink_and_free(&mut self, new_len: usize) {
        self.shrink_retaining_capacity(new_len);
        self.shrink_to_fit();
    }

    #[inline]
    fn clear_retaining_capacity(&mut self) {
        self.clear();
    }

    #[inline]
    fn clear_and_free(&mut self) {
        *self = Self::new();
    }

    fn sort(&mut self, less_than: impl FnMut(&T, &T) -> bool) {
        sort_by_less_than(self, less_than);
    }

    fn sort_asc(&mut self)
    where
        T: AsRef<[u8]>,
    {
        self.sort_by(|a, b| a.as_ref().cmp(b.as_ref()));
    }

    fn deep_clone_with<F>(&self, clone_one: F) -> Self
    where
        F: FnMut(&T) -> T,
    {
        self.iter().map(clone_one).collect()
    }

    fn try_deep_clone_with<F, E>(&self, mut clone_one: F) -> Result<Self, E>
    where
        F: FnMut(&T) -> Result<T, E>,
        E: From<AllocError>,
    {
        let mut list = Self::new();
        list.try_reserve_exact(self.len()).map_err(AllocError::from)?;
        for value in self {
            list.push(clone_one(value)?);
        }
        Ok(list)
    }

    #[inline]
    fn reserve_spare(&mut self, additional: usize) -> &mut [MaybeUninit<T>] {
        self.reserve(additional);
        &mut self.spare_capacity_mut()[..additional]
    }

    #[inline]
    fn unused_capacity_slice(&mut self) -> &mut [MaybeUninit<T>] {
        self.spare_capacity_mut()
    }

    unsafe fn expand_to_capacity(&mut self) {
        let room = self.capacity() - self.len();
        // SAFETY:
        // 1. There is room for `room` values.
        // 2. Zero bytes are a value, by the caller's promise.
        unsafe { push_zeroes(self, room) };
    }

    unsafe fn reserve_expand_tail(&mut self, additional: usize) -> (*mut T, usize) {
        self.reserve(additional);
        let room = self.capacity() - self.len();
        // SAFETY:
        // 1. There is room for `room` values.
        // 2. Zero bytes are a value, by the caller's promise.
        let tail = unsafe { push_zeroes(self, room) };
        (tail.as_mut_ptr(), tail.len())
    }

    unsafe fn writable_slice(&mut self, additional: usize) -> &mut [T] {
        self.reserve(additional);
        // SAFETY:
        // 1. Room for `additional` values has just been made.
        // 2. Zero bytes are a value, by the caller's promise.
        unsafe { push_zeroes(self, additional) }
    }

    unsafe fn writable_slice_exact(&mut self, additional: usize) -> &mut [T] {
        self.reserve_exact(additional);
        // SAFETY:
        // 1. Room for `additional` values has just been made.
        // 2. Zero bytes are a value, by the caller's promise.
        unsafe { push_zeroes(self, additional) }
    }

    unsafe fn shallow_copy(&self) -> ManuallyDrop<Self> {
        let list = ptr::from_ref(self).cast::<ManuallyDrop<Self>>();
        // SAFETY:
        // 1. A wrapped list has the layout of a list.
        // 2. Both owners are only read, by the caller's promise.
        unsafe { list.read() }
    }

    unsafe fn from_borrowed_slice_dangerous(items: &[T]) -> ManuallyDrop<Self> {
        let first = items.as_ptr().cast_mut();
        // SAFETY:
        // 1. The block has room for exactly `items.len()` values, and those are initialised.
        // 2. Nothing is written or freed through this owner, by the caller's promise.
        ManuallyDrop::new(unsafe { Self::from_raw_parts(first, items.len(), items.len()) })
    }
}

/// Adds `count` values of zero bytes and returns them.
///
/// # Safety
///
/// 1. There is room for `count` more values.
/// 2. Zero bytes are a value of `T`.
unsafe fn push_zeroes<T>(list: &mut Vec<T>, count: usize) -> &mut [T] {
    let len = list.len();
    let tail = list.spare_capacity_mut()[..count].as_mut_ptr();
    // SAFETY:
    // 1. `tail` is the start of `count` places of the list.
    unsafe { tail.write_bytes(0, count) };
    // SAFETY:
    // 1. There is room for so many, and the new ones have just been made values.
    unsafe { list.set_len(len + count) };
    &mut list[len..]
}

/// Sorts by an order of Zig's kind, keeping equal values in order.
pub(crate) fn sort_by_less_than<T>(items: &mut [T], mut less_than: impl FnMut(&T, &T) -> bool) {
    items.sort_by(|a, b| {
        if less_than(a, b) {
            Ordering::Less
        } else if less_than(b, a) {
            Ordering::Greater
        } else {
            Ordering::Equal
        }
    });
}

/// Moves all values of `source` to the front of `list`, in order. `source` keeps its memory.
///
/// O(`list.len() + source.len()`).
///
/// Zig: `ArrayList.insertSlice` at the front.
///
/// # Examples
///
/// ```
/// use bun_collections::prepend_from;
///
/// let (mut list, mut first) = (vec![3, 4], vec![1, 2]);
/// prepend_from(&mut list, &mut first);
/// assert_eq!((list, first), (vec![1, 2, 3, 4], vec![]));
/// ```
pub fn prepend_from<T>(list: &mut Vec<T>, source: &mut Vec<T>) {
    let count = source.len();
    list.append(source);
    list.rotate_right(count);
}
