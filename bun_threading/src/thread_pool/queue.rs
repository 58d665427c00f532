//! The queue between those who schedule and those who run, and where idle workers wait.
//!
//! One list under one lock. The interface is small on purpose: tasks go in as batches, come out
//! one by one, and everything else about the pool's state (how many workers there are, how many
//! are idle, whether it is closing) is decided in the same critical section.

use parking_lot::{Condvar, Mutex};

use super::task::{Batch, Ready};

#[derive(Debug, Default)]
struct State {
    tasks: Batch,
    /// Workers waiting in `pop`.
    idle: u32,
    /// Workers that were started.
    workers: u32,
    is_closed: bool,
    /// Tasks that were pushed and have not finished.
    unfinished: usize,
}

/// See the module documentation.
#[derive(Debug, Default)]
pub(super) struct Queue {
    state: Mutex<State>,
    /// There are tasks, or the queue was closed.
    work: Condvar,
    /// `unfinished` became zero.
    finished: Condvar,
}

impl Queue {
    /// Appends tasks and wakes as many workers as can take one. Returns how many more workers
    /// could be used, already counted as started; at most `workers_max` there will be.
    pub(super) fn push(&self, batch: Batch, workers_max: u32) -> u32 {
        let mut state = self.state.lock();
        let pushed = batch.len();
        state.tasks.push(batch);
        state.unfinished += pushed;
        let waiting = state.tasks.len().min(u32::MAX as usize) as u32;
        let woken = state.idle.min(waiting);
        let wanted = (waiting - woken).min(workers_max - state.workers);
        state.workers += wanted;
        drop(state);
        if woken == 1 {
            self.work.notify_one();
        } else if woken > 1 {
            self.work.notify_all();
        }
        wanted
    }

    /// Counts workers that will be started without a task for them. Returns how many of `count`.
    pub(super) fn reserve_workers(&self, count: u32, workers_max: u32) -> u32 {
        let mut state = self.state.lock();
        let wanted = count.min(workers_max - state.workers);
        state.workers += wanted;
        wanted
    }

    /// Takes `count` workers that could not be started off the count. Returns whether any is left.
    pub(super) fn workers_failed(&self, count: u32) -> bool {
        let mut state = self.state.lock();
        state.workers -= count;
        state.workers != 0
    }

    /// Returns the next task, waiting for one; `None` once the queue is closed and empty.
    pub(super) fn pop(&self) -> Option<Ready> {
        let mut state = self.state.lock();
        loop {
            if let Some(task) = state.tasks.pop() {
                return Some(task);
            }
            if state.is_closed {
                return None;
            }
            state.idle += 1;
            self.work.wait(&mut state);
            state.idle -= 1;
        }
    }

    /// Returns the next task if there is one.
    pub(super) fn try_pop(&self) -> Option<Ready> {
        self.state.lock().tasks.pop()
    }

    /// Counts one task as finished.
    pub(super) fn finish_one(&self) {
        let mut state = self.state.lock();
        state.unfinished -= 1;
        if state.unfinished == 0 {
            self.finished.notify_all();
        }
    }

    /// Blocks until every task that was pushed has finished.
    pub(super) fn wait_until_finished(&self) {
        let mut state = self.state.lock();
        while state.unfinished != 0 {
            self.finished.wait(&mut state);
        }
    }

    /// Lets workers end once there is nothing left to do.
    pub(super) fn close(&self) {
        self.state.lock().is_closed = true;
        self.work.notify_all();
    }
}
