//! [`Thread`]: the worker that runs the current task.

#![expect(unsafe_code, reason = "schedules intrusive tasks; see SAFETY.md")]

use alloc::sync::Arc;
use core::marker::PhantomData;

use super::shared::Shared;
use super::task::{Batch, Task};
use super::worker;

/// A thread of a pool, seen from a task that it runs.
///
/// Zig: `ThreadPool.Thread`.
///
/// # Examples
///
/// ```
/// use bun_threading::thread_pool::Thread;
///
/// assert!(Thread::current().is_none());
/// let pool = bun_threading::ThreadPool::new();
/// pool.spawn(|| assert!(Thread::current().is_some()));
/// pool.wait_for_all();
/// assert_eq!(pool.stats().panicked, 0);
/// ```
#[derive(Debug)]
pub struct Thread {
    shared: Arc<Shared>,
    index: usize,
    /// What it says of the current thread is true of no other.
    not_send: PhantomData<*const ()>,
}

impl Thread {
    /// Returns the thread of a pool that this is, if it is one.
    ///
    /// Zig: `Thread.current`.
    #[must_use]
    pub fn current() -> Option<Self> {
        let (shared, index) = worker::current()?;
        Some(Self { shared, index, not_send: PhantomData })
    }

    /// Schedules a task for when this thread has nothing else to do. It is not waited for by
    /// [`ThreadPool::wait_for_all`](super::ThreadPool::wait_for_all).
    ///
    /// Zig: `Thread.pushIdleTask`.
    ///
    /// # Safety
    ///
    /// The preconditions of [`Batch::from`] hold for `task`.
    #[doc(alias = "pushIdleTask")]
    pub unsafe fn push_idle_task(&self, task: *mut Task) {
        // SAFETY: the caller's.
        let batch = unsafe { Batch::from(task) };
        if let Some(local) = self.shared.local(self.index) {
            local.idle_tasks.push(batch);
        }
    }
}
