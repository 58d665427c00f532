//! [`Task`] and [`Batch`]: work that brings its own queue node.

#![expect(unsafe_code, reason = "links and runs tasks through raw pointers; see SAFETY.md")]

use core::fmt;
use core::ptr::{self, NonNull};

use bun_alloc::AllocError;

/// The link that a queue needs in each [`Task`].
#[derive(Debug)]
pub struct Node {
    /// The task behind this one. The pool's while the task is scheduled; ignored before.
    pub next: *mut Task,
}

// SAFETY: the pointer is used by the pool alone, and only while it has the task.
unsafe impl Send for Node {}
// SAFETY: as above; through a shared reference it can only be compared.
unsafe impl Sync for Node {}

impl Node {
    /// Returns a node that is in no queue.
    #[must_use]
    pub const fn new() -> Self {
        Self { next: ptr::null_mut() }
    }
}

impl Default for Node {
    fn default() -> Self {
        Self::new()
    }
}

/// A unit of work, embedded in the object it works on.
///
/// Scheduling it allocates nothing: `node` is its place in the queue. The callback gets the
/// address of the task and finds the object around it.
///
/// [`ThreadPool::spawn`](crate::ThreadPool::spawn) does the same for a closure, safely, at the
/// price of one allocation.
///
/// Zig: `bun.ThreadPool.Task`.
///
/// # Examples
///
/// ```
/// use bun_threading::{Batch, Node, Task, ThreadPool};
///
/// #[repr(C)]
/// struct Square {
///     task: Task,
///     value: u64,
/// }
///
/// /// # Safety
/// /// `task` is the first field of a live `Square` that nobody else uses.
/// unsafe fn square(task: *mut Task) {
///     // SAFETY: `Square` is `repr(C)` with the task in front, so this is its address; the
///     // precondition makes the borrow exclusive.
///     let this = unsafe { &mut *task.cast::<Square>() };
///     this.value *= this.value;
/// }
///
/// let mut work = Square { task: Task { node: Node::new(), callback: square }, value: 7 };
/// let pool = ThreadPool::new();
/// let pointer = &raw mut work;
/// // SAFETY: `work` outlives the wait below and is not touched before its end; `square` may run
/// // on any thread.
/// pool.schedule(unsafe { Batch::from(pointer.cast()) });
/// pool.wait_for_all();
/// assert_eq!(work.value, 49);
/// ```
#[derive(Debug)]
pub struct Task {
    /// Its place in a queue. Start with [`Node::new`].
    pub node: Node,
    /// Called once for each time the task is scheduled, with the pointer given to [`Batch::from`].
    /// The pool does not touch the task again afterwards, so the callback may free it.
    pub callback: unsafe fn(*mut Task),
}

impl Default for Task {
    /// Returns a task that does nothing.
    fn default() -> Self {
        fn nothing(_task: *mut Task) {}
        Self { node: Node::new(), callback: nothing }
    }
}

/// Tasks in a row, to be scheduled together.
///
/// Zig: `bun.ThreadPool.Batch`.
///
/// # Examples
///
/// See [`Task`]. A batch can only be made of pointers that someone vouches for:
///
/// ```compile_fail,E0133
/// let batch = bun_threading::Batch::from(core::ptr::null_mut());
/// ```
pub struct Batch {
    /// Invariant: null, or the first of `len` tasks linked by their nodes and ending in `tail`,
    /// each of which [`Batch::from`]'s preconditions hold for, and all of which are this batch's.
    head: *mut Task,
    tail: *mut Task,
    len: usize,
}

// SAFETY: the preconditions of `Batch::from` let tasks run on any thread; the batch itself is
// pointers that nobody else holds.
unsafe impl Send for Batch {}

impl Batch {
    /// Returns a batch without tasks.
    #[must_use]
    pub const fn new() -> Self {
        Self { head: ptr::null_mut(), tail: ptr::null_mut(), len: 0 }
    }

    /// Returns a batch of one task.
    ///
    /// Zig: `Batch.from`.
    ///
    /// # Safety
    ///
    /// Until the callback is called, or the batch is dropped without being scheduled:
    ///
    /// 1. `task` points to a valid task, and nobody else reads or writes it or makes another batch
    ///    of it.
    /// 2. The pointer may be used for all that the callback does with it.
    ///
    /// And:
    ///
    /// 3. Calling the callback with `task`, once, on any thread, is sound.
    #[must_use]
    pub unsafe fn from(task: *mut Task) -> Self {
        // SAFETY: the task is valid and ours to write (precondition 1).
        let node = unsafe { &raw mut (*task).node };
        // SAFETY: as above.
        unsafe { node.write(Node::new()) };
        Self { head: task, tail: task, len: 1 }
    }

    /// Appends the tasks of another batch. O(1).
    ///
    /// Zig: `Batch.push`.
    pub fn push(&mut self, other: Self) {
        let Self { head, tail, len } = other;
        if len == 0 {
            return;
        }
        if self.len == 0 {
            self.head = head;
        } else {
            // SAFETY: a batch that is not empty ends in a valid task that is ours to write
            // (invariant on `head`).
            unsafe { (*self.tail).node.next = head };
        }
        self.tail = tail;
        // Each task is a distinct object in memory, so their number cannot overflow.
        self.len += len;
    }

    /// Takes the first task off the batch. It is the caller's again, as before [`from`](Self::from).
    ///
    /// Zig: `Batch.pop`.
    pub fn pop(&mut self) -> Option<NonNull<Task>> {
        NonNull::new(self.pop_ready()?.into_raw())
    }

    /// Takes the first task off the batch, to be run.
    pub(super) fn pop_ready(&mut self) -> Option<Ready> {
        let task = self.head;
        if self.len == 0 {
            return None;
        }
        // SAFETY: the first task of a batch is valid and ours to read (invariant on `head`).
        self.head = unsafe { (*task).node.next };
        self.len -= 1;
        Some(Ready { task })
    }

    /// Appends a task.
    pub(super) fn push_ready(&mut self, ready: Ready) {
        // SAFETY: the preconditions hold, as they did when the task first came into a batch, and
        // nobody else has it (invariant of `Ready`).
        self.push(unsafe { Self::from(ready.task) });
    }

    /// Returns the tasks without their number, to be put in front of a chain.
    pub(super) fn into_run(self) -> Option<Run> {
        (self.len != 0).then_some(Run { first: self.head, last: self.tail })
    }

    /// Returns the number of tasks.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Returns whether there is no task.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }
}

impl Default for Batch {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Batch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Batch").field("len", &self.len).finish_non_exhaustive()
    }
}

/// A task that left its batch and is about to run.
pub(super) struct Ready {
    /// Invariant: [`Batch::from`]'s preconditions hold, and nobody else has the task.
    task: *mut Task,
}

impl Ready {
    /// Returns the pointer, which is now the caller's to give to [`from_raw`](Self::from_raw).
    pub(super) fn into_raw(self) -> *mut Task {
        self.task
    }

    /// # Safety
    ///
    /// `task` is from [`into_raw`](Self::into_raw), and nothing else was made of it since.
    pub(super) unsafe fn from_raw(task: *mut Task) -> Self {
        Self { task }
    }

    /// Calls the callback.
    pub(super) fn run(self) {
        // SAFETY: the task is valid and ours to read (invariant).
        let callback = unsafe { (*self.task).callback };
        // SAFETY: precondition 3 of `Batch::from`; `self` is consumed, so this is the one call.
        unsafe { callback(self.task) };
    }
}

/// The tasks of a batch that is about to become part of a chain.
pub(super) struct Run {
    /// Invariant: as that of [`Batch`], except that `last` may be followed by anything.
    first: *mut Task,
    last: *mut Task,
}

impl Run {
    /// Returns the first task.
    pub(super) fn first(&self) -> *mut Task {
        self.first
    }

    /// Puts the tasks in front of the chain that begins at `next`.
    pub(super) fn link(&self, next: *mut Task) {
        // SAFETY: a run ends in a valid task that is ours to write (invariant).
        unsafe { (*self.last).node.next = next };
    }
}

/// Tasks in a row, down to a null link.
#[derive(Debug)]
pub(super) struct Chain {
    /// Invariant: null, or a task as in [`Batch`], whose link is null or such a task again; all of
    /// them are this chain's.
    first: *mut Task,
}

impl Chain {
    pub(super) const fn new() -> Self {
        Self { first: ptr::null_mut() }
    }

    /// # Safety
    ///
    /// `first` is null or the first of tasks that were each part of a [`Run`], the last of which
    /// was linked to null, and nobody else has any of them.
    pub(super) unsafe fn from_raw(first: *mut Task) -> Self {
        Self { first }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.first.is_null()
    }

    /// Takes the first task off the chain.
    pub(super) fn pop(&mut self) -> Option<Ready> {
        let task = self.first;
        if task.is_null() {
            return None;
        }
        // SAFETY: a task of a chain is valid and ours to read (invariant).
        self.first = unsafe { (*task).node.next };
        Some(Ready { task })
    }
}

/// A closure with a task in front of it.
#[repr(C)]
struct Owned<F> {
    task: Task,
    run: F,
}

/// # Safety
///
/// `task` is from `Box::into_raw` of an `Owned<F>`, and is not used again.
unsafe fn call<F: FnOnce()>(task: *mut Task) {
    // SAFETY: the precondition; `Owned` is `repr(C)` with the task in front, so the address of the
    // task, with the provenance of the whole, is the address of the box.
    let owned = unsafe { Box::from_raw(task.cast::<Owned<F>>()) };
    (owned.run)();
}

impl<F: FnOnce() + Send> Owned<F> {
    fn new(run: F) -> Self {
        Self { task: Task { node: Node::new(), callback: call::<F> }, run }
    }

    /// Returns a batch of a task that calls `run` and frees itself. If the batch is dropped without
    /// being scheduled, the closure leaks.
    ///
    /// # Safety
    ///
    /// What `run` borrows lives until it has been called, or until the batch has been dropped.
    unsafe fn into_batch(this: Box<Self>) -> Batch {
        let pointer = Box::into_raw(this);
        // SAFETY:
        // 1. The box is valid, and nobody else knows of it.
        // 2. The pointer is that of the whole box.
        // 3. `call` is called once, with the box it expects; `F` is `Send`, so it may run on any
        //    thread, and what it borrows lives until then (precondition).
        unsafe { Batch::from(pointer.cast()) }
    }
}

/// Returns a batch of one allocated task that calls `run` and frees itself.
///
/// # Safety
///
/// As [`Owned::into_batch`].
pub(super) unsafe fn owned<F: FnOnce() + Send>(run: F) -> Batch {
    // SAFETY: the caller's.
    unsafe { Owned::into_batch(Box::new(Owned::new(run))) }
}

/// Returns a batch of one allocated task that calls `run` and frees itself.
pub(super) fn boxed(run: impl FnOnce() + Send + 'static) -> Batch {
    // SAFETY: the closure borrows nothing that could end.
    unsafe { owned(run) }
}

/// As [`boxed`], unless there is no memory.
pub(super) fn try_boxed<F: FnOnce() + Send + 'static>(run: F) -> Result<Batch, AllocError> {
    let mut memory = Vec::new();
    memory.try_reserve_exact(1).map_err(|_| AllocError)?;
    memory.push(Owned::new(run));
    let slice = Box::into_raw(memory.into_boxed_slice());
    // SAFETY: a slice of one is laid out as the one.
    let owned = unsafe { Box::from_raw(slice.cast::<Owned<F>>()) };
    // SAFETY: the closure borrows nothing that could end.
    Ok(unsafe { Owned::into_batch(owned) })
}
