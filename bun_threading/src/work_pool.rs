//! [`WorkPool`]: the one pool of the process.

#![expect(unsafe_code, reason = "a pool that is never freed, behind a pointer; see SAFETY.md")]

use core::ptr;
use core::sync::atomic::{AtomicPtr, Ordering};

use bun_alloc::AllocError;

use crate::fork;
pub use crate::intrusive_task::OwnedTask;
use crate::thread_pool::{Batch, Config, Task, ThreadPool};

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
/// WorkPool::go(sender, |sender| sender.send("done").unwrap())?;
/// assert_eq!(receiver.recv(), Ok("done"));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Debug)]
pub struct WorkPool;

impl WorkPool {
    /// Returns the pool. A process that `fork` made gets one of its own.
    ///
    /// As after any fork of a process with threads, locks that another thread held at that moment
    /// stay locked in the child, those that the pool stands on included: a child that was not made
    /// at a quiet moment executes a program and does nothing else.
    ///
    /// Zig: `WorkPool.get`.
    pub fn get() -> &'static ThreadPool {
        static POOL: AtomicPtr<Made> = AtomicPtr::new(ptr::null_mut());
        let forks = fork::count();
        let made = POOL.load(Ordering::Acquire);
        // SAFETY: null, or a leaked box, published with the Release below.
        match unsafe { made.as_ref() } {
            Some(made) if made.forks == forks => &made.pool,
            _ => Self::make(&POOL, made, forks),
        }
    }

    #[cold]
    fn make(to: &AtomicPtr<Made>, before: *mut Made, forks: usize) -> &'static ThreadPool {
        let config =
            Config { max_threads: bun_core::get_thread_count().into(), ..Config::default() };
        let made = Box::into_raw(Box::new(Made { pool: ThreadPool::init(config), forks }));
        match to.compare_exchange(before, made, Ordering::AcqRel, Ordering::Acquire) {
            // SAFETY: it was just leaked, and nobody frees it.
            Ok(_) => &unsafe { &*made }.pool,
            Err(others) => {
                // SAFETY: it was just leaked, and nobody else has seen it.
                drop(unsafe { Box::from_raw(made) });
                // SAFETY: another thread of this process was quicker, and published a leaked box.
                &unsafe { &*others }.pool
            }
        }
    }

    /// Schedules a task; see [`ThreadPool::schedule`].
    ///
    /// Zig: `WorkPool.schedule`.
    ///
    /// # Safety
    ///
    /// As [`Batch::from`].
    pub unsafe fn schedule(task: *mut Task) {
        // SAFETY: the caller's.
        Self::schedule_batch(unsafe { Batch::from(task) });
    }

    /// Schedules the tasks of a batch; see [`ThreadPool::schedule`].
    ///
    /// Zig: `WorkPool.scheduleBatch`.
    #[doc(alias = "scheduleBatch")]
    pub fn schedule_batch(batch: Batch) {
        Self::get().schedule(batch);
    }

    /// Boxes an object, and schedules it; see [`owned_task!`](crate::owned_task).
    pub fn schedule_new<T: OwnedTask>(task: T) {
        Self::schedule_owned(Box::new(task));
    }

    /// Schedules an object, which runs and is freed on a thread of the pool.
    pub fn schedule_owned<T: OwnedTask>(mut task: Box<T>) {
        *task.field_mut() = Task { callback: T::__callback, ..Task::default() };
        let whole = Box::into_raw(task);
        // SAFETY: it is a `T`.
        let task = unsafe { T::field_of(whole) };
        // SAFETY:
        // 1. The box is valid, and nobody else knows of it.
        // 2. The pointer is derived from that of the whole box.
        // 3. `__callback` is called once, with what it expects; `T` is `Send`, and borrows nothing.
        unsafe { Self::schedule(task) };
    }

    /// Calls a function with a value, on a thread of the pool.
    ///
    /// Zig: `WorkPool.go`.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for the value.
    pub fn go<C: Send + 'static>(context: C, function: fn(C)) -> Result<(), AllocError> {
        Self::get().try_spawn(move || function(context))
    }
}

/// A pool and the process it belongs to.
struct Made {
    pool: ThreadPool,
    forks: usize,
}
