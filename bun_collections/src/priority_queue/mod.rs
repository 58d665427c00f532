//! [`PriorityQueue`]: a heap with the order of Zig's, also among equals.
//!
//! Use it where that order is observed: what comes first of two equal values, and the order of
//! [`items`](PriorityQueue::items), are those of `std.PriorityQueue` for the same calls. Use
//! `BinaryHeap` where it is not, and the order is that of `Ord`.
//!
//! The order is Zig's for a comparison that is consistent, as that of a sort has to be. Zig
//! compares the value that sinks on its way down; when the first is taken, this one lets the last
//! sink to the ground and rise again, which needs half the comparisons and ends at the same place.
//!
//! A comparison that panics leaves all values in the queue, in some order.
//!
//! # Rejected
//!
//! `BinaryHeap` has no context to compare with, and another order of equal values.

mod hole;
#[cfg(test)]
mod tests;

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::fmt;

use bun_alloc::AllocError;

use crate::multi_array_list::grown_by_half;
use hole::{sift_down, sift_to_ground, sift_up, sink_once};

/// What a [`PriorityQueue`] compares with. Implemented by functions.
///
/// # Examples
///
/// ```
/// use bun_collections::{PriorityCompare, PriorityQueue};
/// use core::cmp::Ordering;
///
/// /// Compares indices by what they stand for.
/// struct ByDeadline(Vec<u64>);
///
/// impl PriorityCompare<usize> for ByDeadline {
///     fn compare(&self, a: &usize, b: &usize) -> Ordering {
///         self.0[*a].cmp(&self.0[*b])
///     }
/// }
///
/// let mut timers = PriorityQueue::init(ByDeadline(vec![30, 10, 20]));
/// timers.add_slice(&[0, 1, 2])?;
/// assert_eq!((timers.remove(), timers.remove()), (1, 2));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
pub trait PriorityCompare<T> {
    /// Returns `Less` if `a` is to be taken before `b`, `Greater` if after.
    #[must_use]
    fn compare(&self, a: &T, b: &T) -> Ordering;
}

impl<T, F: Fn(&T, &T) -> Ordering> PriorityCompare<T> for F {
    #[inline(always)]
    fn compare(&self, a: &T, b: &T) -> Ordering {
        self(a, b)
    }
}

/// A queue from which values are taken in the order of a comparison, the least first.
///
/// Adding and taking are O(log n), looking at the first is O(1).
///
/// Zig: `std.PriorityQueue(T, Context, compareFn)`.
///
/// # Examples
///
/// ```
/// use bun_collections::PriorityQueue;
///
/// let mut queue = PriorityQueue::init(u32::cmp);
/// for value in [54, 12, 7, 23, 25] {
///     queue.add(value)?;
/// }
/// assert_eq!(queue.items(), [7, 23, 12, 54, 25]);
/// assert_eq!(queue.peek(), Some(&7));
/// assert_eq!((queue.remove(), queue.count()), (7, 4));
///
/// queue.update(&54, 1).expect("it is there");
/// assert_eq!(queue.remove_or_null(), Some(1));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Clone, Default)]
pub struct PriorityQueue<T, C> {
    items: Vec<T>,
    context: C,
}

/// There is no such value in the queue.
///
/// Zig: `error.ElementNotFound`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ElementNotFound;

impl fmt::Display for ElementNotFound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ElementNotFound")
    }
}

impl core::error::Error for ElementNotFound {}

impl<T, C> PriorityQueue<T, C> {
    /// Returns an empty queue that compares with `context`. Does not allocate.
    ///
    /// Zig: `PriorityQueue.init`.
    #[must_use]
    pub const fn init(context: C) -> Self {
        Self { items: Vec::new(), context }
    }

    /// [`init`](Self::init).
    #[must_use]
    pub const fn new(context: C) -> Self {
        Self::init(context)
    }

    /// Returns the number of values.
    ///
    /// Zig: `PriorityQueue.count`.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.items.len()
    }

    /// Returns the number of values. [`count`](Self::count).
    #[must_use]
    pub const fn len(&self) -> usize {
        self.count()
    }

    /// Returns whether there are no values.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// Returns the number of values for which there is memory.
    ///
    /// Zig: `PriorityQueue.capacity`.
    #[must_use]
    pub const fn capacity(&self) -> usize {
        self.items.capacity()
    }

    /// Returns the values in the order of the heap: the first is the next.
    ///
    /// Zig: `PriorityQueue.items`.
    #[must_use]
    pub const fn items(&self) -> &[T] {
        self.items.as_slice()
    }

    /// Returns the values in the order of the heap, one after the other.
    ///
    /// Zig: `PriorityQueue.iterator`.
    pub fn iterator(&self) -> core::slice::Iter<'_, T> {
        self.items.iter()
    }

    /// Returns what the queue compares with.
    #[must_use]
    pub const fn context(&self) -> &C {
        &self.context
    }

    /// Returns what the queue compares with, exclusively.
    ///
    /// When a change changes the order of values in the queue, they are taken in some order.
    #[must_use]
    pub const fn context_mut(&mut self) -> &mut C {
        &mut self.context
    }

    /// Returns the value that is taken next, if any.
    ///
    /// Zig: `PriorityQueue.peek`.
    #[must_use]
    pub fn peek(&self) -> Option<&T> {
        self.items.first()
    }

    /// Takes all values, in the order of the heap.
    #[must_use]
    pub fn into_vec(self) -> Vec<T> {
        self.items
    }

    /// Makes room for `new_capacity` values. Grows by half and eight, as often as it takes.
    ///
    /// Zig: `PriorityQueue.ensureTotalCapacity`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory; the queue is as it was.
    #[doc(alias = "ensureTotalCapacity")]
    #[inline]
    pub fn ensure_total_capacity(&mut self, new_capacity: usize) -> Result<(), AllocError> {
        /// What each step adds to the half.
        const STEP: usize = 8;

        if new_capacity <= self.capacity() {
            return Ok(());
        }
        self.ensure_total_capacity_precise(grown_by_half(self.capacity(), new_capacity, STEP))
    }

    /// Makes room for exactly `new_capacity` values, unless there is room for more already.
    ///
    /// Zig: `PriorityQueue.ensureTotalCapacityPrecise`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory; the queue is as it was.
    #[doc(alias = "ensureTotalCapacityPrecise")]
    pub fn ensure_total_capacity_precise(&mut self, new_capacity: usize) -> Result<(), AllocError> {
        Ok(self.items.try_reserve_exact(new_capacity.saturating_sub(self.count()))?)
    }

    /// Makes room for `additional` more values.
    ///
    /// Zig: `PriorityQueue.ensureUnusedCapacity`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory; the queue is as it was.
    #[doc(alias = "ensureUnusedCapacity")]
    #[inline]
    pub fn ensure_unused_capacity(&mut self, additional: usize) -> Result<(), AllocError> {
        self.ensure_total_capacity(self.count().checked_add(additional).ok_or(AllocError)?)
    }

    /// Frees the memory beyond `new_capacity` values. Keeps it when there is none to move to.
    ///
    /// Zig: `PriorityQueue.shrinkAndFree`.
    ///
    /// # Panics
    ///
    /// Panics when there are more values, or there is room for fewer.
    #[doc(alias = "shrinkAndFree")]
    #[track_caller]
    pub fn shrink_and_free(&mut self, new_capacity: usize) {
        assert!(new_capacity <= self.capacity(), "there is room for {}", self.capacity());
        assert!(new_capacity >= self.count(), "there are {} values", self.count());
        let mut exact = Vec::new();
        if exact.try_reserve_exact(new_capacity).is_ok() {
            exact.append(&mut self.items);
            self.items = exact;
        }
    }

    /// Drops all values. Keeps the memory.
    ///
    /// Zig: `PriorityQueue.clearRetainingCapacity`.
    #[doc(alias = "clearRetainingCapacity")]
    pub fn clear_retaining_capacity(&mut self) {
        self.items.clear();
    }

    /// Drops all values and frees the memory.
    ///
    /// Zig: `PriorityQueue.clearAndFree`.
    #[doc(alias = "clearAndFree")]
    pub fn clear_and_free(&mut self) {
        self.items = Vec::new();
    }
}

impl<T, C: PriorityCompare<T>> PriorityQueue<T, C> {
    /// Makes a queue of values that it takes over. O(n); does not copy.
    ///
    /// Zig: `PriorityQueue.fromOwnedSlice`.
    #[doc(alias = "fromOwnedSlice")]
    #[must_use]
    pub fn from_owned_slice(items: Box<[T]>, context: C) -> Self {
        let mut queue = Self { items: items.into_vec(), context };
        let count = queue.count();
        for index in (count / 4..count / 2).rev() {
            sink_once(&mut queue.items, index, &queue.context);
        }
        for index in (0..count / 4).rev() {
            sift_down(&mut queue.items, index, &queue.context);
        }
        queue
    }

    /// Adds a value.
    ///
    /// Zig: `PriorityQueue.add`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory; `value` is dropped and the queue is as it was.
    #[inline]
    pub fn add(&mut self, value: T) -> Result<(), AllocError> {
        if self.count() == self.capacity() {
            self.ensure_unused_capacity(1)?;
        }
        self.items.push(value);
        let last = self.count() - 1;
        sift_up(&mut self.items, last, &self.context);
        Ok(())
    }

    /// Adds clones of `values`, one after the other.
    ///
    /// Zig: `PriorityQueue.addSlice`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory; none is added.
    #[doc(alias = "addSlice")]
    pub fn add_slice(&mut self, values: &[T]) -> Result<(), AllocError>
    where
        T: Clone,
    {
        self.ensure_unused_capacity(values.len())?;
        values.iter().try_for_each(|value| self.add(value.clone()))
    }

    /// Takes the first value.
    ///
    /// Zig: `PriorityQueue.remove`.
    ///
    /// # Panics
    ///
    /// Panics when there is none.
    #[inline]
    #[track_caller]
    pub fn remove(&mut self) -> T {
        self.remove_or_null().expect("a queue that is not empty")
    }

    /// Takes the first value, if any.
    ///
    /// Zig: `PriorityQueue.removeOrNull`.
    #[doc(alias = "removeOrNull")]
    #[inline]
    pub fn remove_or_null(&mut self) -> Option<T> {
        let last = self.items.pop()?;
        let Some(first) = self.items.first_mut() else { return Some(last) };
        let value = core::mem::replace(first, last);
        sift_to_ground(&mut self.items, 0, &self.context);
        Some(value)
    }

    /// Takes the value at `index` of [`items`](Self::items).
    ///
    /// Zig: `PriorityQueue.removeIndex`.
    ///
    /// # Panics
    ///
    /// Panics when there is no such value.
    #[doc(alias = "removeIndex")]
    #[track_caller]
    pub fn remove_index(&mut self, index: usize) -> T {
        let value = self.items.swap_remove(index);
        if index < self.count() {
            let parent = index.saturating_sub(1) / 2;
            let is_behind = |order| order == Ordering::Greater;
            let moved = &self.items[index];
            if index == 0 || is_behind(self.context.compare(moved, &self.items[parent])) {
                sift_down(&mut self.items, index, &self.context);
            } else {
                sift_up(&mut self.items, index, &self.context);
            }
        }
        value
    }

    /// Replaces the first of [`items`](Self::items) that is equal to `old`, which is dropped.
    ///
    /// O(n), to find it.
    ///
    /// Zig: `PriorityQueue.update`.
    ///
    /// # Errors
    ///
    /// [`ElementNotFound`] when there is none; `new` is dropped.
    pub fn update(&mut self, old: &T, new: T) -> Result<(), ElementNotFound> {
        let is_old = |item: &T| self.context.compare(item, old) == Ordering::Equal;
        let index = self.items.iter().position(is_old).ok_or(ElementNotFound)?;
        let old = core::mem::replace(&mut self.items[index], new);
        match self.context.compare(&self.items[index], &old) {
            Ordering::Less => sift_up(&mut self.items, index, &self.context),
            Ordering::Greater => sift_down(&mut self.items, index, &self.context),
            Ordering::Equal => {}
        }
        Ok(())
    }
}

impl<T: fmt::Debug, C> fmt::Debug for PriorityQueue<T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.items.fmt(f)
    }
}
