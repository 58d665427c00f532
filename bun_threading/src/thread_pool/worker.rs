//! The loop of a worker thread.

#![expect(unsafe_code, reason = "a worker is the owner of its ring; see SAFETY.md")]

use alloc::sync::Arc;
use core::cell::RefCell;
use core::panic::AssertUnwindSafe;
use core::ptr;
use core::time::Duration;
use std::panic::catch_unwind;

use super::idle::{Waiter, Woken};
use super::overflow::Overflow;
use super::shared::{Local, Shared, take_one};
use super::start::start_workers;
use super::task::{Batch, Ready};
use crate::primitive::{Ordering, RING_SLOTS};

/// After how many tasks a worker looks first for those that came from outside: tasks that schedule
/// others for ever would keep them waiting otherwise.
const OUTSIDE_EVERY: u32 = 61;

/// How long a worker sleeps before it returns memory that it does not need to the system.
const COLLECT_AFTER: Duration = Duration::from_secs(10);

std::thread_local! {
    /// The pool this thread works for, and as which worker.
    static CURRENT: RefCell<Option<Current>> = const { RefCell::new(None) };
}

struct Current {
    shared: Arc<Shared>,
    /// `None` for a thread that helps out.
    index: Option<usize>,
}

/// Returns whether this thread is running a task of that pool.
pub(super) fn is_worker_of(shared: &Shared) -> bool {
    with_current(shared, |_| ()).is_some()
}

/// Returns which worker of that pool this thread is.
fn index_in(shared: &Shared) -> Option<usize> {
    with_current(shared, |current| current.index)?
}

fn with_current<R>(shared: &Shared, read: impl FnOnce(&Current) -> R) -> Option<R> {
    // Gone when the thread is about to end.
    let read = |current: &RefCell<Option<Current>>| {
        let current = current.borrow();
        let current =
            current.as_ref().filter(|current| ptr::eq(&raw const *current.shared, shared));
        current.map(read)
    };
    CURRENT.try_with(read).ok().flatten()
}

/// Returns the pool whose worker this thread is, and which worker.
pub(super) fn current() -> Option<(Arc<Shared>, usize)> {
    let read = |current: &RefCell<Option<Current>>| {
        let current = current.borrow();
        let current = current.as_ref()?;
        Some((Arc::clone(&current.shared), current.index?))
    };
    CURRENT.try_with(read).ok().flatten()
}

/// Marks the thread as working for a pool, until dropped.
struct Working {
    before: Option<Current>,
}

impl Working {
    fn enter(shared: &Arc<Shared>, index: Option<usize>) -> Self {
        let now = Current { shared: Arc::clone(shared), index };
        Self { before: CURRENT.replace(Some(now)) }
    }
}

impl Drop for Working {
    fn drop(&mut self) {
        drop(CURRENT.replace(self.before.take()));
    }
}

/// Schedules tasks, first of all for this thread if it is a worker of that pool.
pub(super) fn push(shared: &Shared, mut batch: Batch) {
    let Some(local) = index_in(shared).and_then(|index| shared.local(index)) else {
        return shared.push_outside(batch);
    };
    shared.count_scheduled(batch.len());
    loop {
        // SAFETY: this thread is the worker of the ring: only `run` says so, which made the ring.
        unsafe { local.ring.fill(&mut batch) };
        if batch.is_empty() {
            return;
        }
        if let Some(mut half) = local.ring.take_half() {
            half.push(batch);
            return local.overflow.push(half);
        }
    }
}

/// Runs tasks until the pool is closed and there are none left.
pub(super) fn run(shared: &Arc<Shared>) {
    let Some(index) = shared.add_local() else { return };
    let Some(local) = shared.local(index) else { return };
    let _working = Working::enter(shared, Some(index));
    let mut worker = Worker { shared, local, index, finished: 0, ticks: 0, victim: index };
    let (mut waiter, mut is_waking, mut limit) = (Waiter::default(), false, Some(COLLECT_AFTER));
    loop {
        match shared.idle.wait(&mut waiter, is_waking, limit) {
            Woken::Work { is_waking: now } => is_waking = now,
            Woken::Asked => {
                is_waking = false;
                worker.run_idle_tasks();
                if limit.take().is_some() {
                    bun_alloc::collect(false);
                }
                continue;
            }
            Woken::Closed => break,
        }
        while let Some((task, has_more)) = worker.next() {
            let is_to_start = match (is_waking, has_more) {
                (true, _) => shared.idle.hand_on(has_more || shared.has_tasks()),
                (false, true) => shared.idle.notify(),
                (false, false) => false,
            };
            if is_to_start {
                start_workers(shared, 1);
            }
            is_waking = false;
            worker.run_one(task);
        }
        worker.flush();
        worker.run_idle_tasks();
        bun_core::Output::flush();
    }
    while let Some((task, _)) = worker.next() {
        worker.run_one(task);
    }
    worker.flush();
    worker.run_idle_tasks();
    bun_core::Output::flush();
}

/// Runs the tasks that came from outside, on this thread.
#[cold]
pub(super) fn drain(shared: &Arc<Shared>) {
    let _working = Working::enter(shared, index_in(shared));
    while let Some((task, _)) = take_one(&shared.outside) {
        run_caught(shared, task);
        shared.count_finished(1);
    }
}

/// Runs a task, whatever becomes of it.
fn run_caught(shared: &Shared, task: Ready) {
    // The panic hook has reported the panic where it happened. What the task left behind is no
    // concern of the pool, which shares no data with it.
    if let Err(payload) = catch_unwind(AssertUnwindSafe(|| task.run())) {
        shared.panicked.fetch_add(1, Ordering::Relaxed);
        // The payload is the task's as well, and may panic when dropped.
        let _ = catch_unwind(AssertUnwindSafe(|| drop(payload)));
    }
}

/// A worker at work, on its own thread.
struct Worker<'a> {
    shared: &'a Shared,
    local: &'a Local,
    index: usize,
    /// Tasks that finished and have not been counted yet. They are counted when there is nothing
    /// to do: until then something is unfinished anyway.
    finished: usize,
    ticks: u32,
    /// Whom to steal from first.
    victim: usize,
}

impl Worker<'_> {
    /// Returns a task, and whether others should be told that there are more.
    fn next(&mut self) -> Option<(Ready, bool)> {
        self.ticks = self.ticks.wrapping_add(1);
        if self.ticks.is_multiple_of(OUTSIDE_EVERY)
            && let Some(found) = take_one(&self.shared.outside)
        {
            return Some(found);
        }
        // SAFETY: this thread is the ring's.
        if let Some(task) = unsafe { self.local.ring.pop() } {
            return Some((task, false));
        }
        self.take_many(&self.local.overflow)
            .or_else(|| self.take_many(&self.shared.outside))
            .or_else(|| self.steal())
    }

    /// Takes a task off a list, and fills the ring, which is empty, with those behind it.
    fn take_many(&self, list: &Overflow) -> Option<(Ready, bool)> {
        loop {
            let mut taken = list.take()?;
            let task = taken.pop();
            let mut more = Batch::new();
            if task.is_some() {
                taken.pop_into(&mut more, RING_SLOTS);
            }
            let has_more = !more.is_empty();
            // SAFETY: this thread is the ring's.
            unsafe { self.local.ring.fill(&mut more) };
            debug_assert!(more.is_empty(), "an empty ring takes as many as it has slots");
            let must_tell = taken.give_back();
            match task {
                Some(task) => return Some((task, has_more || must_tell)),
                // As in `take_one`.
                None if must_tell => {}
                None => return None,
            }
        }
    }

    /// Takes tasks from another worker.
    fn steal(&mut self) -> Option<(Ready, bool)> {
        let count = self.shared.locals_len();
        for _ in 1..count {
            self.victim = (self.victim + 1) % count;
            if self.victim == self.index {
                self.victim = (self.victim + 1) % count;
            }
            // A worker that was counted may not have begun.
            let Some(other) = self.shared.local(self.victim) else { continue };
            if let Some(found) = self.take_many(&other.overflow) {
                return Some(found);
            }
            // SAFETY: the thief's ring is this thread's and empty, and the other is another's.
            let stolen = unsafe { other.ring.steal(&self.local.ring) };
            if stolen.is_some() {
                return stolen;
            }
        }
        None
    }

    fn run_one(&mut self, task: Ready) {
        run_caught(self.shared, task);
        self.finished += 1;
    }

    /// Counts what was finished.
    fn flush(&mut self) {
        self.shared.count_finished(core::mem::take(&mut self.finished));
    }

    /// Runs what waits for a quiet moment. Such tasks are not counted.
    fn run_idle_tasks(&self) {
        while let Some((task, _)) = take_one(&self.local.idle_tasks) {
            run_caught(self.shared, task);
        }
    }
}
