//! [`Shared`]: what the workers of a pool and those who schedule have in common.

use std::sync::OnceLock;
use std::thread::JoinHandle;

use super::idle::Idle;
use super::overflow::Overflow;
use super::ring::Ring;
use super::task::{Batch, Ready};
use crate::primitive::{AtomicUsize, Monitor, Mutex, Ordering};
use crate::spin::spin;

/// The tasks of one worker.
#[derive(Debug)]
pub(super) struct Local {
    /// Owned by the thread of the worker: only it puts tasks in.
    pub(super) ring: Ring,
    /// What does not fit in the ring.
    pub(super) overflow: Overflow,
    /// Run when the worker has nothing else to do.
    pub(super) idle_tasks: Overflow,
}

impl Local {
    fn new() -> Self {
        Self { ring: Ring::new(), overflow: Overflow::new(), idle_tasks: Overflow::new() }
    }

    /// Returns whether no other worker would find a task here.
    fn is_empty(&self) -> bool {
        self.ring.is_empty() && self.overflow.is_empty()
    }
}

/// See the module documentation.
#[derive(Debug)]
pub(super) struct Shared {
    pub(super) idle: Idle,
    /// Tasks that came from outside of the pool.
    pub(super) outside: Overflow,
    /// Those of the workers that were started so far, without gaps.
    locals: Box<[OnceLock<Box<Local>>]>,
    /// How many of `locals` were given out.
    given: AtomicUsize,
    /// Tasks that were scheduled and have not been counted as finished.
    unfinished: AtomicUsize,
    finished: Monitor,
    /// Tasks that panicked.
    pub(super) panicked: AtomicUsize,
    /// Bytes of stack for each worker.
    pub(super) stack_size: usize,
    /// Workers that were started and not joined.
    pub(super) threads: Mutex<Vec<JoinHandle<()>>>,
}

impl Shared {
    pub(super) fn new(workers_max: u32, stack_size: usize) -> Self {
        let idle = Idle::new(workers_max);
        Self {
            locals: (0..idle.workers_max()).map(|_| OnceLock::new()).collect(),
            idle,
            outside: Overflow::new(),
            given: AtomicUsize::new(0),
            unfinished: AtomicUsize::new(0),
            finished: Monitor::new(),
            panicked: AtomicUsize::new(0),
            stack_size,
            threads: Mutex::new(Vec::new()),
        }
    }

    /// Makes the tasks of one more worker. Returns which. `None` if there are as many as may be,
    /// which there are not for a worker that [`Idle`] has counted.
    pub(super) fn add_local(&self) -> Option<usize> {
        // Relaxed: the number is all there is to it; `OnceLock` publishes the rest.
        let index = self.given.fetch_add(1, Ordering::Relaxed);
        self.locals.get(index)?.get_or_init(|| Box::new(Local::new()));
        Some(index)
    }

    /// Returns how many workers there are whose tasks others may take.
    pub(super) fn locals_len(&self) -> usize {
        self.given.load(Ordering::Relaxed).min(self.locals.len())
    }

    /// Returns the tasks of a worker that has begun.
    pub(super) fn local(&self, index: usize) -> Option<&Local> {
        self.locals.get(index)?.get().map(Box::as_ref)
    }

    /// Returns whether there may be tasks that no worker has taken.
    pub(super) fn has_tasks(&self) -> bool {
        let mut locals = (0..self.locals_len()).filter_map(|index| self.local(index));
        !self.outside.is_empty() || locals.any(|local| !local.is_empty())
    }

    /// Counts tasks that are about to be scheduled.
    pub(super) fn count_scheduled(&self, len: usize) {
        // Relaxed: whoever finishes a task has it from where it was scheduled, after this. Each
        // task is a distinct object in memory, so the sum cannot overflow.
        self.unfinished.fetch_add(len, Ordering::Relaxed);
    }

    /// Counts tasks as finished.
    pub(super) fn count_finished(&self, len: usize) {
        // AcqRel: what the tasks did is visible to those who wait, whoever counts last.
        if len != 0 && self.unfinished.fetch_sub(len, Ordering::AcqRel) == len {
            self.finished.update(|| ());
        }
    }

    /// Blocks until every task that was scheduled has finished.
    pub(super) fn wait_until_finished(&self) {
        let is_over = || self.unfinished.load(Ordering::Acquire) == 0;
        spin(is_over);
        self.finished.wait_until(is_over);
    }

    /// Schedules tasks for any worker.
    pub(super) fn push_outside(&self, batch: Batch) {
        self.count_scheduled(batch.len());
        self.outside.push(batch);
    }
}

/// Takes one task off a list. Also returns whether another worker should look for tasks.
pub(super) fn take_one(list: &Overflow) -> Option<(Ready, bool)> {
    loop {
        let mut taken = list.take()?;
        let task = taken.pop();
        let must_tell = taken.give_back();
        match task {
            Some(task) => return Some((task, must_tell)),
            // Another thread looked in vain meanwhile, so it falls to this one to look again.
            None if must_tell => {}
            None => return None,
        }
    }
}
