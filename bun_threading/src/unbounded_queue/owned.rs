//! [`channel`]: the queue for values that it owns.

#![expect(unsafe_code, reason = "boxes values for the intrusive queue; see SAFETY.md")]

use alloc::sync::Arc;
use core::fmt;
use core::ptr::NonNull;

use super::{Link, Linked, UnboundedQueue};

/// A value with its link.
struct Item<T> {
    link: Link<Self>,
    value: T,
}

// SAFETY: the link is the item's own.
unsafe impl<T> Linked for Item<T> {
    unsafe fn link(this: *mut Self) -> *const Link<Self> {
        // SAFETY: the precondition.
        unsafe { &raw const (*this).link }
    }
}

/// Invariant: every object in the queue is a leaked box, which whoever takes it frees.
struct Owner<T> {
    queue: UnboundedQueue<Item<T>>,
}

impl<T> Drop for Owner<T> {
    fn drop(&mut self) {
        for item in self.queue.pop_batch() {
            // SAFETY: it is a leaked box, and no longer in the queue.
            drop(unsafe { Box::from_raw(item) });
        }
    }
}

/// Returns the two ends of a new queue: any number of [`Sender`]s, and one [`Receiver`].
///
/// # Examples
///
/// ```
/// let (sender, mut receiver) = bun_threading::unbounded_queue::channel();
/// let other = sender.clone();
/// std::thread::scope(|scope| {
///     scope.spawn(move || sender.push(1));
///     scope.spawn(move || other.push(2));
/// });
/// let mut sum = 0;
/// while let Some(value) = receiver.pop() {
///     sum += value;
/// }
/// assert_eq!(sum, 3);
/// ```
///
/// There is one receiver:
///
/// ```compile_fail,E0599
/// let (_sender, receiver) = bun_threading::unbounded_queue::channel::<u32>();
/// let second = receiver.clone();
/// ```
///
/// And values that may not change threads keep both ends where they are:
///
/// ```compile_fail,E0277
/// let (sender, _receiver) = bun_threading::unbounded_queue::channel();
/// std::thread::spawn(move || sender.push(std::rc::Rc::new(1)));
/// ```
#[must_use]
pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let owner = Arc::new(Owner { queue: UnboundedQueue::new() });
    (Sender { owner: Arc::clone(&owner) }, Receiver { owner })
}

/// The end of a [`channel`] that values go in at.
pub struct Sender<T> {
    owner: Arc<Owner<T>>,
}

impl<T> Sender<T> {
    /// Adds a value. Allocates once.
    pub fn push(&self, value: T) {
        let item = Box::leak(Box::new(Item { link: Link::new(), value }));
        // SAFETY:
        // 1. The box was leaked, and is freed by whoever takes it.
        // 2. Nobody else knows of it.
        // 3. The pointer is that of the whole box.
        unsafe { self.owner.queue.push(NonNull::from(item)) };
    }
}

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Self {
        Self { owner: Arc::clone(&self.owner) }
    }
}

impl<T> fmt::Debug for Sender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sender").finish_non_exhaustive()
    }
}

/// The end of a [`channel`] that values come out at.
pub struct Receiver<T> {
    owner: Arc<Owner<T>>,
}

impl<T> Receiver<T> {
    /// Takes the first value, if there is one.
    pub fn pop(&mut self) -> Option<T> {
        let item = self.owner.queue.consumer().pop()?;
        // SAFETY: it is a leaked box, and no longer in the queue.
        Some(unsafe { Box::from_raw(item.as_ptr()) }.value)
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receiver").finish_non_exhaustive()
    }
}
