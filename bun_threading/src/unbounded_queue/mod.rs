//! [`UnboundedQueue`]: objects that bring their own link, passed from many threads to one.
//!
//! Adding is one CAS on a stack. The consumer takes the whole stack at once and turns it round, so
//! a thread that is interrupted while it adds holds nobody up, and no object is ever reached
//! through a link that another thread may be changing.
//!
//! # Rejected
//!
//! Zig's queue swaps the end first and links afterwards: a consumer that comes in between has to
//! spin until the producer runs again. `crossbeam`'s `SegQueue` allocates, and its items cannot be
//! their own nodes; in and out it takes twice as long (row `thread/queue push and pop`).

#![expect(unsafe_code, reason = "links objects through raw pointers; see SAFETY.md")]

mod batch;
mod link;
mod owned;

#[cfg(test)]
mod models;
#[cfg(test)]
mod tests;

use core::fmt;
use core::ptr::{self, NonNull};

use crossbeam_utils::CachePadded;

pub use batch::{Batch, BatchIterator};
pub use link::{Link, Linked, Linked as Node};
pub use owned::{Receiver, Sender, channel};

use crate::primitive::{AtomicPtr, Mutant, Mutex, MutexGuard, Ordering, const_unless_loom};

/// A queue of objects that bring their own [`Link`]. Any number of threads add to it.
///
/// First in, first out, for the objects of each thread. Adding allocates nothing and never waits.
/// Any thread may take, one at a time: [`consumer`](Self::consumer) is the right to.
///
/// The queue owns nothing: what is in it when it is dropped stays whose it was. [`channel`] is the
/// same for values that it owns, without unsafe code.
///
/// Zig: `bun.UnboundedQueue`.
///
/// # Examples
///
/// ```
/// use bun_threading::{Link, Linked, UnboundedQueue};
/// use core::ptr::NonNull;
///
/// struct Job {
///     id: u32,
///     link: Link<Job>,
/// }
///
/// // SAFETY: the link is the job's own.
/// unsafe impl Linked for Job {
///     unsafe fn link(this: *mut Self) -> *const Link<Self> {
///         // SAFETY: the precondition.
///         unsafe { &raw const (*this).link }
///     }
/// }
///
/// let queue = UnboundedQueue::new();
/// for id in 1..=2 {
///     let job = Box::new(Job { id, link: Link::new() });
///     // SAFETY: nobody else knows the job, and it is freed only when it was taken.
///     unsafe { queue.push(NonNull::from(Box::leak(job))) };
/// }
/// for job in queue.pop_batch().iterator() {
///     // SAFETY: it was leaked above, and is out of the queue.
///     let job = unsafe { Box::from_raw(job) };
///     assert!(job.id <= 2);
/// }
/// assert!(queue.is_empty());
/// ```
///
/// Adding is not a safe call, and what may not change threads stays out:
///
/// ```compile_fail,E0133
/// # use bun_threading::{Linked, UnboundedQueue};
/// fn add<T: Linked>(queue: &UnboundedQueue<T>, item: std::ptr::NonNull<T>) {
///     queue.push(item);
/// }
/// ```
///
/// ```compile_fail,E0277
/// # use bun_threading::{Link, Linked, UnboundedQueue};
/// struct Job(std::rc::Rc<u32>, Link<Job>);
/// // SAFETY: the link is the job's own.
/// unsafe impl Linked for Job {
///     unsafe fn link(this: *mut Self) -> *const Link<Self> {
///         // SAFETY: the precondition.
///         unsafe { &raw const (*this).1 }
///     }
/// }
/// fn share<T: Sync>(_: T) {}
/// share(UnboundedQueue::<Job>::new());
/// ```
pub struct UnboundedQueue<T: Linked> {
    /// Invariant: null, or the object added last, from which links lead to those added before it
    /// and at last to null. They are the queue's, by the preconditions of `push`.
    added: CachePadded<AtomicPtr<T>>,
    /// What was taken off `added`, in order.
    rest: CachePadded<Mutex<Chain<T>>>,
}

/// Objects in order, down to a null link.
struct Chain<T> {
    /// Invariant: as that of `UnboundedQueue::added`, the other way round.
    first: *mut T,
}

// SAFETY: the objects are used by the one who took them only.
unsafe impl<T: Send> Send for Chain<T> {}
// SAFETY: the queue hands each object to one thread, which needs it to be `Send`.
unsafe impl<T: Linked + Send> Send for UnboundedQueue<T> {}
// SAFETY: as above.
unsafe impl<T: Linked + Send> Sync for UnboundedQueue<T> {}

impl<T: Linked> UnboundedQueue<T> {
    const_unless_loom! {
        /// Returns an empty queue.
        #[must_use]
        pub fn new() -> Self {
            Self {
                added: CachePadded::new(AtomicPtr::new(ptr::null_mut())),
                rest: CachePadded::new(Mutex::new(Chain { first: ptr::null_mut() })),
            }
        }
    }

    /// Adds an object.
    ///
    /// Zig: `UnboundedQueue.push`.
    ///
    /// # Safety
    ///
    /// 1. `item` points to a valid object, and does until it is taken: until [`pop`](Self::pop) or
    ///    a [`BatchIterator`] returns it.
    /// 2. Until then nobody uses its link, nor the object in a way that excludes other users.
    /// 3. The pointer may be used for all that the one who takes it does with it.
    pub unsafe fn push(&self, item: NonNull<T>) {
        // SAFETY: the caller's; one object needs no links.
        unsafe { self.push_batch(item, item) };
    }

    /// Adds objects that are linked already, in that order.
    ///
    /// Zig: `UnboundedQueue.pushBatch`.
    ///
    /// # Safety
    ///
    /// 1. Following the links leads from `first` to `last`.
    /// 2. The preconditions of [`push`](Self::push) hold for each of the objects.
    #[doc(alias = "pushBatch")]
    pub unsafe fn push_batch(&self, first: NonNull<T>, last: NonNull<T>) {
        // The stack has the latest on top.
        // SAFETY: the links lead there (1), and are the queue's from here on (2).
        let (top, bottom) = unsafe { link::reverse(first.as_ptr(), last.as_ptr()) };
        let mut below = self.added.load(Ordering::Relaxed);
        loop {
            // SAFETY: the object is valid, and its link is the queue's (precondition 2).
            unsafe { link::set_next(bottom, below) };
            // Release: pairs with the Acquire in `take_added`, for the links and the objects.
            let order = Mutant::QueuePush.order(Ordering::Release);
            match self.added.compare_exchange_weak(below, top, order, Ordering::Relaxed) {
                Ok(_) => return,
                Err(now) => below = now,
            }
        }
    }

    /// Returns the right to take objects, when nobody has it.
    #[must_use]
    pub fn consumer(&self) -> Consumer<'_, T> {
        Consumer { queue: self, rest: self.rest.lock() }
    }

    /// Takes the first object; null if there is none. [`consumer`](Self::consumer) is quicker for
    /// several.
    ///
    /// Zig: `UnboundedQueue.pop`.
    #[must_use]
    pub fn pop(&self) -> *mut T {
        self.consumer().pop().map_or(ptr::null_mut(), NonNull::as_ptr)
    }

    /// Takes everything.
    ///
    /// Zig: `UnboundedQueue.popBatch`.
    #[doc(alias = "popBatch")]
    #[must_use]
    pub fn pop_batch(&self) -> Batch<T> {
        self.consumer().pop_batch()
    }

    /// Returns whether nothing was there at some time during the call.
    ///
    /// Zig: `UnboundedQueue.isEmpty`.
    #[doc(alias = "isEmpty")]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        // What was added comes first: it can only move to the rest.
        self.added.load(Ordering::Acquire).is_null() && self.rest.lock().first.is_null()
    }

    /// Takes what was added since the last time, in order. Also returns how many objects.
    fn take_added(&self) -> (Chain<T>, *mut T, usize) {
        // Acquire: pairs with the Release in `push_batch`.
        let order = Mutant::QueueTake.order(Ordering::Acquire);
        let last = self.added.swap(ptr::null_mut(), order);
        // SAFETY: the links lead down to null and are the queue's (invariant on `added`).
        let (first, count) = unsafe { link::reverse_all(last) };
        (Chain { first }, last, count)
    }
}

impl<T: Linked> Default for UnboundedQueue<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Linked> fmt::Debug for UnboundedQueue<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnboundedQueue").finish_non_exhaustive()
    }
}

/// The right to take objects from an [`UnboundedQueue`], which one thread at a time has.
///
/// It stays with the thread that took it:
///
/// ```compile_fail,E0277
/// # use bun_threading::{Linked, UnboundedQueue};
/// fn share<T: Linked + Send>(queue: &UnboundedQueue<T>) {
///     let mut consumer = queue.consumer();
///     std::thread::scope(|scope| {
///         scope.spawn(move || consumer.pop());
///     });
/// }
/// ```
pub struct Consumer<'a, T: Linked> {
    queue: &'a UnboundedQueue<T>,
    rest: MutexGuard<'a, Chain<T>>,
}

impl<T: Linked> Consumer<'_, T> {
    /// Takes the first object.
    pub fn pop(&mut self) -> Option<NonNull<T>> {
        if self.rest.first.is_null() {
            if self.queue.added.load(Ordering::Relaxed).is_null() {
                return None;
            }
            *self.rest = self.queue.take_added().0;
        }
        let first = NonNull::new(self.rest.first)?;
        // SAFETY: the object is valid, and its link is the queue's (invariant on `first`).
        self.rest.first = unsafe { link::next(first.as_ptr()) };
        Some(first)
    }

    /// Takes everything.
    pub fn pop_batch(&mut self) -> Batch<T> {
        let (added, last, count) = self.queue.take_added();
        if self.rest.first.is_null() {
            return Batch::new(added.first, last, count);
        }
        let first = core::mem::replace(&mut self.rest.first, ptr::null_mut());
        // SAFETY: the links lead down to null and are the queue's (invariant on `first`).
        let (end, before) = unsafe { link::end(first) };
        // SAFETY: as above, for the link of the last of them.
        unsafe { link::set_next(end, added.first) };
        Batch::new(first, if last.is_null() { end } else { last }, before + count)
    }
}

impl<T: Linked> fmt::Debug for Consumer<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Consumer").finish_non_exhaustive()
    }
}
