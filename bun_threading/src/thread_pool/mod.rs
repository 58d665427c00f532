//! [`ThreadPool`]: threads that run [`Task`]s.
//!
//! `task` is the intrusive work item, `queue` hands items to workers, `worker` is the loop of a
//! thread, `each` spreads a slice over the pool.
//!
//! Worker threads are started when work arrives that no idle one can take, up to a limit, and are
//! joined when the pool is dropped. Nothing is lost on the way: dropping a pool runs what was
//! scheduled, and if no thread can be started the scheduling thread runs the tasks itself.

mod each;
mod queue;
mod task;
mod worker;

#[cfg(test)]
mod tests;

use alloc::sync::Arc;
use std::thread::{self, JoinHandle};

use parking_lot::Mutex;

pub use task::{Batch, Node, Task};

use queue::Queue;

/// The most threads that a pool may have.
pub const THREADS_MAX: u32 = (1 << 14) - 1;

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
    /// Bytes of stack for each thread; 0 means what the standard library uses.
    pub stack_size: usize,
}

/// Threads that run tasks.
///
/// Tasks start in the order in which they were scheduled. A task that panics is reported by the
/// panic hook and counted as finished; the thread lives on.
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
/// pool.each(&mut squares, |value, _index| *value *= *value);
/// assert_eq!(squares[9], 81);
/// ```
#[derive(Debug)]
pub struct ThreadPool {
    queue: Arc<Queue>,
    config: Config,
    threads: Mutex<Vec<JoinHandle<()>>>,
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
            0 => thread::available_parallelism().map_or(1, |n| n.get().min(1 << 14) as u32),
            given => given,
        };
        let config = Config { max_threads: max_threads.min(THREADS_MAX), ..config };
        Self { queue: Arc::default(), config, threads: Mutex::new(Vec::new()) }
    }

    /// Returns the most threads that the pool will have.
    #[must_use]
    pub fn max_threads(&self) -> u32 {
        self.config.max_threads
    }

    /// Starts threads now, so that later work does not wait for that: `count` more, up to the
    /// limit.
    ///
    /// Zig: `ThreadPool.warm`.
    pub fn warm(&self, count: u32) {
        let wanted = self.queue.reserve_workers(count, self.config.max_threads);
        self.start_workers(wanted);
    }

    /// Schedules the tasks of a batch. Allocates nothing, except to start a thread.
    ///
    /// Zig: `ThreadPool.schedule`.
    pub fn schedule(&self, batch: Batch) {
        if batch.is_empty() {
            return;
        }
        let wanted = self.queue.push(batch, self.config.max_threads);
        if wanted != 0 {
            self.start_workers(wanted);
        }
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
        self.schedule(task::boxed(run));
    }

    /// Blocks until every task scheduled so far, and by whatever those schedule, has finished.
    ///
    /// Zig: `ThreadPool.waitForAll`.
    ///
    /// # Panics
    ///
    /// If called from a task of this pool, which would wait for itself.
    #[doc(alias = "waitForAll")]
    pub fn wait_for_all(&self) {
        assert!(!worker::is_worker_of(&self.queue), "a task waits for all tasks, itself included");
        self.queue.wait_until_finished();
    }

    /// Runs every task that was scheduled, then ends and joins the threads. The same as dropping.
    ///
    /// Zig: `ThreadPool.shutdown` and `ThreadPool.deinit`.
    pub fn shutdown(self) {
        drop(self);
    }

    fn start_workers(&self, count: u32) {
        let mut threads = self.threads.lock();
        for started in 0..count {
            let queue = Arc::clone(&self.queue);
            let mut builder = thread::Builder::new().name(String::from("Bun Pool"));
            if self.config.stack_size != 0 {
                builder = builder.stack_size(self.config.stack_size);
            }
            if let Ok(handle) = builder.spawn(move || worker::run(&queue)) {
                threads.push(handle);
                continue;
            }
            drop(threads);
            if !self.queue.workers_failed(count - started) {
                worker::drain(&self.queue);
            }
            return;
        }
    }
}

impl Default for ThreadPool {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for ThreadPool {
    fn drop(&mut self) {
        self.queue.close();
        let own = thread::current().id();
        for handle in self.threads.get_mut().drain(..) {
            // A task may drop the pool that runs it: its thread ends by itself afterwards.
            if handle.thread().id() != own {
                // A worker catches what its tasks panic with, and nothing else in it panics.
                let _ = handle.join();
            }
        }
        // Without a single thread nobody else has done it.
        worker::drain(&self.queue);
    }
}
