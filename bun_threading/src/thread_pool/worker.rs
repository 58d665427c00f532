//! The loop of a worker thread.

use alloc::sync::Arc;
use core::cell::Cell;
use core::panic::AssertUnwindSafe;
use core::ptr;
use std::panic::catch_unwind;

use super::queue::Queue;
use super::task::Ready;

std::thread_local! {
    /// The queue this thread works for; only compared, never read through.
    static CURRENT: Cell<*const Queue> = const { Cell::new(ptr::null()) };
}

/// Returns whether this thread is running a task of that queue.
pub(super) fn is_worker_of(queue: &Arc<Queue>) -> bool {
    CURRENT.try_with(Cell::get).is_ok_and(|current| ptr::eq(current, Arc::as_ptr(queue)))
}

/// Runs tasks until the queue is closed and empty.
pub(super) fn run(queue: &Arc<Queue>) {
    let _working = Working::enter(queue);
    while let Some(task) = queue.pop() {
        run_one(queue, task);
    }
}

/// Runs the tasks that wait in the queue, on this thread.
#[cold]
pub(super) fn drain(queue: &Arc<Queue>) {
    let _working = Working::enter(queue);
    while let Some(task) = queue.try_pop() {
        run_one(queue, task);
    }
}

/// Runs a task and counts it as finished, whatever becomes of it.
fn run_one(queue: &Queue, task: Ready) {
    // The panic hook has reported the panic where it happened. What the task left behind is no
    // concern of the pool, which shares no data with it.
    let result = catch_unwind(AssertUnwindSafe(|| task.run()));
    queue.finish_one();
    if let Err(payload) = result {
        // The payload is the task's as well, and may panic when dropped.
        let _ = catch_unwind(AssertUnwindSafe(|| drop(payload)));
    }
}

/// Marks the thread as working for a queue, until dropped.
struct Working {
    before: *const Queue,
}

impl Working {
    fn enter(queue: &Arc<Queue>) -> Self {
        Self { before: CURRENT.replace(Arc::as_ptr(queue)) }
    }
}

impl Drop for Working {
    fn drop(&mut self) {
        CURRENT.set(self.before);
    }
}
