//! [`ThreadPool`]: threads that run [`Task`]s.
//!
//! ```text
//!   schedule ──► outside ─┐                    ┌──────────┐
//!                         ├─► ring of a worker ├─ steal ─►│ another  │
//!   schedule_inside ──────┘    │ 256 tasks     └─ worker's ring ─────┘
//!                              └─► overflow of the worker, when the ring is full
//! ```
//!
//! | file | |
//! |---|---|
//! | `task` | the intrusive work item, and lists of them |
//! | `ring` | the tasks at hand of one worker |
//! | `overflow` | lists without a limit: what came from outside, what a ring has no room for |
//! | `idle`, `event` | who sleeps, and who is to be woken |
//! | `worker` | the loop of a thread |
//! | `shared`, `start` | what threads have in common; starting and joining them |
//! | `each` | one function over every element of a slice |
//!
//! Worker threads are started when work arrives that no idle one can take, up to a limit, and are
//! joined when the pool is dropped. Nothing is lost on the way: dropping a pool runs what was
//! scheduled, and if no thread can be started the scheduling thread runs the tasks itself.
//!
//! Each lock-free part has models that `loom` runs through every interleaving, and mutants of each
//! that the models must notice: `src/models`.
//!
//! # Rejected
//!
//! `crossbeam-deque` for the ring: it grows by allocating, and frees its old buffers through
//! epochs; a ring of fixed size with a list behind it does neither. `rayon` for the pool: its jobs
//! cannot be embedded in the objects they work on, and each scope and closure is an allocation.
//!
//! `rayon` is a pool over `crossbeam-deque`, and measured as one: a task scheduled one by one costs
//! 0.35 times as much here, one of a batch 0.06 times, and one job and back 0.02 times (rows
//! `thread/`). Through `Injector` and `Worker` alone a task costs 20 ns, a batched one here 18 ns
//! with running it.

mod each;
mod event;
mod idle;
mod overflow;
mod ring;
mod shared;
mod start;
mod task;
mod thread;
mod worker;

#[cfg(test)]
mod models;
#[cfg(test)]
mod tests;

use alloc::sync::Arc;
use core::sync::atomic::Ordering;
use std::thread::available_parallelism;

use bun_alloc::AllocError;

pub use task::{Batch, Node, Task};
pub use thread::Thread;

use crate::fork;
use shared::Shared;
use start::{join_workers, start_workers};

/// Bytes of stack for each thread, where the configuration does not say.
///
/// Zig: `ThreadPool.default_thread_stack_size`.
pub const DEFAULT_THREAD_STACK_SIZE: u32 = 4 << 20;

/// The most threads that a pool may have.
pub const THREADS_MAX: u32 = idle::WORKERS_MAX;

/// How many threads a pool may have, and with what stacks.
///
/// Zig: `bun.ThreadPool.Config`.
///
/// # Examples
///
/// ```
/// use bun_threading::ThreadPool;
/// use bun_threading::thread_pool::Config;
///
/// let pool = ThreadPool::init(Config { max_threads: 3, ..Config::default() });
/// assert_eq!(pool.max_threads(), 3);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// The most threads to start; 0 means one for each processor. Values above [`THREADS_MAX`] are
    /// lowered to it.
    pub max_threads: u32,
    /// Bytes of stack for each thread; 0 means [`DEFAULT_THREAD_STACK_SIZE`].
    pub stack_size: u32,
}

/// Threads that run tasks.
///
/// Tasks start in no particular order. A task that panics is reported by the panic hook, counted,
/// and taken for finished; the thread lives on.
///
/// Dropping the pool runs every task that was scheduled, then joins the threads.
///
/// Zig: `bun.ThreadPool`.
///
/// # Examples
///
/// ```
/// use bun_threading::ThreadPool;
///
/// let pool = ThreadPool::new();
/// let mut squares: Vec<u64> = (0..100).collect();
/// pool.for_each(&mut squares, |value, _index| *value *= *value);
/// assert_eq!(squares[9], 81);
/// ```
#[derive(Debug)]
pub struct ThreadPool {
    shared: Arc<Shared>,
    /// How often the process had forked.
    forks: usize,
}

impl ThreadPool {
    /// Returns a pool with one thread for each processor, none of which is started yet.
    #[must_use]
    pub fn new() -> Self {
        Self::init(Config::default())
    }

    /// Returns a pool without threads yet.
    ///
    /// Zig: `ThreadPool.init`.
    #[must_use]
    pub fn init(config: Config) -> Self {
        let max_threads = match config.max_threads {
            0 => available_parallelism().map_or(1, |n| n.get().min(1 << 14) as u32),
            given => given,
        };
        let stack_size = match config.stack_size {
            0 => DEFAULT_THREAD_STACK_SIZE,
            given => given,
        };
        let shared = Arc::new(Shared::new(max_threads, stack_size as usize));
        Self { shared, forks: fork::count() }
    }

    /// Returns the most threads that the pool will have.
    #[must_use]
    pub fn max_threads(&self) -> u32 {
        self.shared.idle.workers_max()
    }

    /// Starts threads now, so that later work does not wait for that: `count` more, up to the
    /// limit.
    ///
    /// Zig: `ThreadPool.warm`.
    ///
    /// # Panics
    ///
    /// As [`schedule`](Self::schedule).
    pub fn warm(&self, count: u32) {
        self.assert_not_forked();
        let wanted = self.shared.idle.reserve(count);
        start_workers(&self.shared, wanted);
    }

    /// Schedules the tasks of a batch, for any worker. Allocates nothing, except to start a thread.
    ///
    /// Zig: `ThreadPool.schedule`.
    ///
    /// # Panics
    ///
    /// In a process that `fork` made after the pool was made: its threads are not there.
    pub fn schedule(&self, batch: Batch) {
        if batch.is_empty() {
            return;
        }
        self.assert_not_forked();
        self.shared.push_outside(batch);
        self.notify();
    }

    /// Schedules the tasks of a batch, for this thread first if it is one of the pool: they are
    /// likely to use what it has in its caches, and it need not share them unless others are idle.
    ///
    /// Zig: `ThreadPool.scheduleInsideThreadPool`.
    ///
    /// # Panics
    ///
    /// As [`schedule`](Self::schedule).
    #[doc(alias = "scheduleInsideThreadPool")]
    pub fn schedule_inside_thread_pool(&self, batch: Batch) {
        if batch.is_empty() {
            return;
        }
        self.assert_not_forked();
        worker::push(&self.shared, batch);
        self.notify();
    }

    fn notify(&self) {
        if self.shared.idle.notify() {
            start_workers(&self.shared, 1);
        }
    }

    fn assert_not_forked(&self) {
        assert!(
            self.forks == fork::count(),
            "the thread pool was made before the process forked, and has no threads here"
        );
    }

    /// Schedules a closure. Allocates once.
    ///
    /// Zig: `ThreadPool.go`.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::sync::mpsc::channel;
    ///
    /// let pool = bun_threading::ThreadPool::new();
    /// let (sender, receiver) = channel();
    /// pool.spawn(move || sender.send(1).unwrap());
    /// assert_eq!(receiver.recv(), Ok(1));
    /// ```
    ///
    /// What cannot be sent to another thread cannot be captured:
    ///
    /// ```compile_fail,E0277
    /// let value = std::rc::Rc::new(1);
    /// bun_threading::ThreadPool::new().spawn(move || drop(value));
    /// ```
    #[doc(alias = "go")]
    pub fn spawn(&self, run: impl FnOnce() + Send + 'static) {
        self.schedule_inside_thread_pool(task::boxed(run));
    }

    /// As [`spawn`](Self::spawn).
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for the closure, which is dropped.
    ///
    /// # Panics
    ///
    /// As [`schedule`](Self::schedule).
    pub fn try_spawn(&self, run: impl FnOnce() + Send + 'static) -> Result<(), AllocError> {
        self.schedule_inside_thread_pool(task::try_boxed(run)?);
        Ok(())
    }

    /// Blocks until every task scheduled so far, and by whatever those schedule, has finished.
    ///
    /// Zig: `ThreadPool.waitForAll`.
    ///
    /// # Panics
    ///
    /// If called from a task of this pool, which would wait for itself; and as
    /// [`schedule`](Self::schedule).
    #[doc(alias = "waitForAll")]
    pub fn wait_for_all(&self) {
        let is_inside = worker::is_worker_of(&self.shared);
        assert!(!is_inside, "a task waits for all tasks, itself included");
        self.assert_not_forked();
        self.shared.wait_until_finished();
    }

    /// Has threads that sleep run what [`Thread::push_idle_task`] gave them.
    ///
    /// Zig: `ThreadPool.wakeForIdleEvents`.
    #[doc(alias = "wakeForIdleEvents")]
    pub fn wake_for_idle_events(&self) {
        self.shared.idle.wake_all();
    }

    /// Returns how many threads there are, how many of them have nothing to do, and how many tasks
    /// have panicked.
    ///
    /// # Examples
    ///
    /// ```
    /// let pool = bun_threading::ThreadPool::new();
    /// assert_eq!(pool.stats().threads, 0);
    /// ```
    #[must_use]
    pub fn stats(&self) -> Stats {
        let (threads, idle) = self.shared.idle.counts();
        Stats { threads, idle, panicked: self.shared.panicked.load(Ordering::Relaxed) }
    }

    /// Prints [`stats`](Self::stats) to standard error, under a label.
    ///
    /// Zig: `ThreadPool.dumpStats`.
    #[doc(alias = "dumpStats")]
    pub fn dump_stats(&self, label: &str) {
        let Stats { threads, idle, panicked } = self.stats();
        bun_core::Output::print_errorln(format_args!(
            "{label}: {threads} threads, {idle} idle, {panicked} tasks panicked"
        ));
    }

    /// Runs every task that was scheduled, then ends and joins the threads. The same as dropping.
    ///
    /// Zig: `ThreadPool.shutdown` and `ThreadPool.deinit`.
    pub fn shutdown(self) {
        drop(self);
    }
}

/// What [`ThreadPool::stats`] tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stats {
    /// Threads that were started.
    pub threads: u32,
    /// Those of them that have nothing to do.
    pub idle: u32,
    /// Tasks that panicked.
    pub panicked: usize,
}

impl Default for ThreadPool {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for ThreadPool {
    fn drop(&mut self) {
        // Threads that a fork left behind can neither be joined nor be waited for.
        if self.forks == fork::count() {
            join_workers(&self.shared);
        }
    }
}
