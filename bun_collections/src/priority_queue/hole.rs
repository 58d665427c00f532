//! Moving one value up or down a heap, with a hole where it was.

#![expect(unsafe_code, reason = "moves values over a hole; argument in SAFETY.md")]

use core::cmp::Ordering;
use core::hint::select_unpredictable;
use core::mem::ManuallyDrop;
use core::ptr;

use super::PriorityCompare;

/// Lets value `index` rise to where its parent is not behind it.
#[inline]
pub(super) fn sift_up<T>(items: &mut [T], index: usize, context: &impl PriorityCompare<T>) {
    let mut hole = Hole::new(items, index);
    hole.rise(0, context);
}

/// Lets value `index` sink to where it is before both children, comparing it on the way.
#[inline]
pub(super) fn sift_down<T>(items: &mut [T], index: usize, context: &impl PriorityCompare<T>) {
    let mut hole = Hole::new(items, index);
    while let Some(child) = hole.lesser_child(context) {
        // SAFETY:
        // 1. A child of the hole.
        let item = unsafe { hole.get(child) };
        if context.compare(&hole.value, item) == Ordering::Less {
            break;
        }
        // SAFETY:
        // 1. A child of the hole.
        unsafe { hole.move_to(child) };
    }
}

/// [`sift_down`] for a value that has children and no grandchildren, which is half of those that a
/// new heap lets sink.
///
/// Whether it stays is as good as random, and a branch on it is taken the wrong way every third
/// time. So where values are small, the place that it goes to is chosen, and the value there is
/// moved up to the hole, or onto itself.
#[inline]
pub(super) fn sink_once<T>(items: &mut [T], index: usize, context: &impl PriorityCompare<T>) {
    if size_of::<T>() > size_of::<[usize; 2]>() {
        return sift_down(items, index, context);
    }
    let mut hole = Hole::new(items, index);
    if let Some(child) = hole.lesser_child(context) {
        // SAFETY:
        // 1. A child of the hole.
        let item = unsafe { hole.get(child) };
        let stays = context.compare(&hole.value, item) == Ordering::Less;
        // SAFETY:
        // 1. A child of the hole, or the hole.
        unsafe { hole.move_to(select_unpredictable(stays, index, child)) };
    }
}

/// [`sift_down`] for a value that is behind most others: lets it sink as far as there are children,
/// and rise again.
#[inline]
pub(super) fn sift_to_ground<T>(items: &mut [T], index: usize, context: &impl PriorityCompare<T>) {
    let mut hole = Hole::new(items, index);
    while let Some(child) = hole.lesser_child(context) {
        // SAFETY:
        // 1. A child of the hole.
        unsafe { hole.move_to(child) };
    }
    hole.rise(index, context);
}

/// Values of which one is held outside, and put back into the hole when this is dropped.
struct Hole<'a, T> {
    items: &'a mut [T],
    value: ManuallyDrop<T>,
    /// Invariant: `at < items.len()`, and every value except that at `at` is initialised. The one
    /// at `at` is a copy that is not used.
    at: usize,
}

impl<'a, T> Hole<'a, T> {
    #[inline]
    fn new(items: &'a mut [T], at: usize) -> Self {
        let value = ptr::from_ref(&items[at]).cast::<ManuallyDrop<T>>();
        // SAFETY:
        // 1. A reference may be read from, and what is read stays in the wrapper. The original is
        //    not used until it is overwritten (invariant).
        let value = unsafe { value.read() };
        Self { items, value, at }
    }

    /// Returns a value.
    ///
    /// # Safety
    ///
    /// 1. `index < items.len()`, and it is not the hole.
    #[inline]
    unsafe fn get(&self, index: usize) -> &T {
        // SAFETY:
        // 1. The caller's promise.
        unsafe { self.items.get_unchecked(index) }
    }

    /// Returns the child of the hole that is before the other, or the left one of equals.
    #[inline(always)]
    fn lesser_child(&self, context: &impl PriorityCompare<T>) -> Option<usize> {
        let (left, len) = (2 * self.at + 1, self.items.len());
        if left + 1 < len {
            // SAFETY:
            // 1. `left < len`, and a child is not the hole.
            let left_child = unsafe { self.get(left) };
            // SAFETY:
            // 1. `left + 1 < len`, and a child is not the hole.
            let right_child = unsafe { self.get(left + 1) };
            let is_right_first = context.compare(right_child, left_child) == Ordering::Less;
            return Some(left + usize::from(is_right_first));
        }
        (left < len).then_some(left)
    }

    /// Moves value `index` into the hole, which is then there.
    ///
    /// # Safety
    ///
    /// 1. `index < items.len()`.
    #[inline]
    unsafe fn move_to(&mut self, index: usize) {
        let items = self.items.as_mut_ptr();
        // SAFETY:
        // 1. The caller's promise.
        let from = unsafe { items.add(index) };
        // SAFETY:
        // 1. The hole is within the slice (invariant).
        let to = unsafe { items.add(self.at) };
        // SAFETY:
        // 1. Two values of one slice, or the hole itself.
        unsafe { ptr::copy(from, to, 1) };
        self.at = index;
    }

    /// Moves the hole up while its parent is behind the value, not above `top`.
    #[inline]
    fn rise(&mut self, top: usize, context: &impl PriorityCompare<T>) {
        while self.at > top {
            let parent = (self.at - 1) / 2;
            // SAFETY:
            // 1. `parent < at`.
            let item = unsafe { self.get(parent) };
            if context.compare(&self.value, item) != Ordering::Less {
                break;
            }
            // SAFETY:
            // 1. `parent < at`.
            unsafe { self.move_to(parent) };
        }
    }
}

impl<T> Drop for Hole<'_, T> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY:
        // 1. The hole is within the slice (invariant).
        let place = unsafe { self.items.as_mut_ptr().add(self.at) };
        // SAFETY:
        // 1. The value goes where no value is (invariant), and is not used again.
        unsafe { ptr::copy_nonoverlapping(&raw const *self.value, place, 1) };
    }
}
