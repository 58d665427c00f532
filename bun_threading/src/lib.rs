//! Thread pool, queues, locks and events, for code ported from Zig.
//!
//! | for | use |
//! |---|---|
//! | running a function over a slice on several threads, then going on | [`ThreadPool::for_each`] |
//! | running a closure some time, on some thread | [`ThreadPool::spawn`], [`WorkPool::go`] |
//! | scheduling objects that are their own queue nodes | [`Task`], [`Batch`], [`ThreadPool::schedule`] |
//! | the same for boxes, without unsafe code | [`owned_task!`], [`WorkPool::schedule_new`] |
//! | passing objects from many threads to one | [`UnboundedQueue`], [`unbounded_queue::channel`] |
//! | passing items on, with waiting and an end | [`Channel`] |
//! | waiting for a number of things to finish | [`WaitGroup`] |
//! | waiting for one thing | [`ResetEvent`] |
//! | a value behind a lock | [`Guarded`], with [`Condition`] to wait for changes |
//! | a value that is mostly read | [`RwLock`] |
//! | a lock/unlock pair that code spells out | [`Mutex`] |
//! | a number of permits | [`Semaphore`] |
//! | a word in memory | [`Futex`] |
//! | doing something once | [`Once`] |
//!
//! The locks are `parking_lot`'s: small, no poisoning, and waiting threads cost nothing. Their
//! guards cannot be sent to another thread.
//!
//! # Examples
//!
//! A pool in ten lines:
//!
//! ```
//! use bun_threading::{Guarded, ThreadPool};
//!
//! let pool = ThreadPool::new();
//! let mut texts = ["one", "two", "three"].map(String::from);
//! let total = Guarded::new(0);
//! pool.for_each(&mut texts, |text, _index| {
//!     text.make_ascii_uppercase();
//!     *total.lock() += text.len();
//! });
//! assert_eq!((texts[2].as_str(), total.into_inner()), ("THREE", 11));
//! ```

extern crate alloc;

pub mod channel;
pub mod futex;
pub mod thread_pool;
pub mod unbounded_queue;
pub mod work_pool;

mod fork;
mod guarded;
mod intrusive_task;
#[cfg(test)]
mod models;
mod mutex;
mod primitive;
mod reset_event;
mod rw_lock;
mod semaphore;
mod spin;
mod timeout;
mod wait_group;

#[doc(hidden)]
pub mod __private {
    pub use bun_core::intrusive_field;
}

/// Returns the number of the calling thread; see [`bun_core::thread_id::current`].
///
/// Zig: `std.Thread.getCurrentId`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_threading::current_thread_id(), bun_threading::current_thread_id());
/// ```
#[doc(alias = "getCurrentId")]
#[must_use]
pub fn current_thread_id() -> u64 {
    bun_core::thread_id::current().into()
}

pub use bun_core::Once;
pub use channel::{Channel, ChannelError};
pub use futex as Futex;
pub use guarded::{Condition, Condvar, GuardKind, Guarded, GuardedBy, GuardedLock};
pub use intrusive_task::IntrusiveWorkTask;
pub use mutex::{Mutex, MutexGuard};
pub use reset_event::ResetEvent;
pub use rw_lock::{RwLock, RwLockReadGuard, RwLockWriteGuard};
pub use semaphore::Semaphore;
pub use thread_pool::{Batch, Node, Task, ThreadPool};
pub use timeout::TimeoutError;
pub use unbounded_queue::{BatchIterator, Link, Linked, UnboundedQueue};
pub use wait_group::WaitGroup;
pub use work_pool::WorkPool;
