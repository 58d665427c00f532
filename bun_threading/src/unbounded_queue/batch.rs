//! [`Batch`]: everything that was in a queue.

#![expect(unsafe_code, reason = "follows links; see SAFETY.md")]

use core::fmt;
use core::iter::FusedIterator;

use super::link::{self, Linked};

/// Objects taken from an [`UnboundedQueue`](super::UnboundedQueue) together, in order.
///
/// Zig: `UnboundedQueue.Batch`.
///
/// # Examples
///
/// See [`UnboundedQueue`](super::UnboundedQueue).
pub struct Batch<T> {
    /// Invariant: null, or the first of objects that are linked down to null, as the queue's
    /// [`push`](super::UnboundedQueue::push) promises of each until it is returned.
    first: *mut T,
    last: *mut T,
    /// How many objects there were.
    pub count: usize,
}

// SAFETY: the objects are used by the one who has the batch only.
unsafe impl<T: Send> Send for Batch<T> {}

impl<T: Linked> Batch<T> {
    pub(super) fn new(first: *mut T, last: *mut T, count: usize) -> Self {
        Self { first, last, count }
    }

    /// Returns the first object, which is not yet the caller's; null if there is none.
    #[must_use]
    pub fn front(&self) -> *mut T {
        self.first
    }

    /// Returns the last object, which is not yet the caller's; null if there is none.
    #[must_use]
    pub fn last(&self) -> *mut T {
        self.last
    }

    /// Returns the objects one by one.
    ///
    /// Zig: `Batch.iterator`.
    #[must_use]
    pub fn iterator(self) -> BatchIterator<T> {
        BatchIterator { batch: self }
    }
}

impl<T: Linked> IntoIterator for Batch<T> {
    type Item = *mut T;
    type IntoIter = BatchIterator<T>;

    fn into_iter(self) -> BatchIterator<T> {
        self.iterator()
    }
}

impl<T> fmt::Debug for Batch<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Batch").field("count", &self.count).finish_non_exhaustive()
    }
}

/// The objects of a [`Batch`], one by one. What it has returned may be freed before it goes on.
#[derive(Debug)]
pub struct BatchIterator<T> {
    /// Those that were not returned.
    pub batch: Batch<T>,
}

impl<T: Linked> BatchIterator<T> {
    /// Returns the next object; null at the end.
    ///
    /// Zig: `Batch.Iterator.next`.
    #[expect(clippy::should_implement_trait, reason = "it does as well, with an option")]
    pub fn next(&mut self) -> *mut T {
        let item = self.batch.first;
        if !item.is_null() {
            // SAFETY: the object is valid, and its link nobody else's (invariant on `first`).
            self.batch.first = unsafe { link::next(item) };
            self.batch.count = self.batch.count.saturating_sub(1);
        }
        item
    }
}

impl<T: Linked> Iterator for BatchIterator<T> {
    type Item = *mut T;

    fn next(&mut self) -> Option<*mut T> {
        let item = BatchIterator::next(self);
        (!item.is_null()).then_some(item)
    }
}

impl<T: Linked> FusedIterator for BatchIterator<T> {}
