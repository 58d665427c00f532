//! [`WorkPool`]: the one pool of the process.

use std::sync::OnceLock;

use crate::thread_pool::{Batch, ThreadPool};

/// The process-wide [`ThreadPool`], with one thread for each processor.
///
/// Created at its first use and never dropped; tasks that wait in it when the process exits do not
/// run.
///
/// Zig: `bun.jsc.WorkPool`.
///
/// # Examples
///
/// ```
/// use bun_threading::WorkPool;
/// use std::sync::mpsc::channel;
///
/// let (sender, receiver) = channel();
/// WorkPool::go(move || sender.send("done").unwrap());
/// assert_eq!(receiver.recv(), Ok("done"));
/// ```
#[derive(Debug)]
pub struct WorkPool;

impl WorkPool {
    /// Returns the pool.
    ///
    /// Zig: `WorkPool.get`.
    pub fn get() -> &'static ThreadPool {
        static POOL: OnceLock<ThreadPool> = OnceLock::new();
        POOL.get_or_init(ThreadPool::new)
    }

    /// Schedules the tasks of a batch; see [`ThreadPool::schedule`].
    ///
    /// Zig: `WorkPool.scheduleBatch`.
    #[doc(alias = "scheduleBatch")]
    pub fn schedule(batch: Batch) {
        Self::get().schedule(batch);
    }

    /// Schedules a closure; see [`ThreadPool::spawn`].
    ///
    /// Zig: `WorkPool.go`.
    pub fn go(run: impl FnOnce() + Send + 'static) {
        Self::get().spawn(run);
    }
}
