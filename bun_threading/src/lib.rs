//! Thread pool, wait groups and locks, for code ported from Zig.
//!
//! | for | use |
//! |---|---|
//! | running a function over a slice on several threads, then going on | [`ThreadPool::each`] |
//! | running a closure some time, on some thread | [`ThreadPool::spawn`], [`WorkPool::go`] |
//! | scheduling objects that are their own queue nodes | [`Task`], [`Batch`], [`ThreadPool::schedule`] |
//! | waiting for a number of things to finish | [`WaitGroup`] |
//! | a value behind a lock | [`Guarded`], with [`Condition`] to wait for changes |
//! | a lock/unlock pair that code spells out | [`Mutex`] |
//!
//! The locks are `parking_lot`'s: one byte, no poisoning, and waiting threads cost nothing. Their
//! guards cannot be sent to another thread. `rayon` was rejected for the pool: its jobs cannot be
//! embedded in the objects they work on, and each of its scopes and closures is an allocation.

extern crate alloc;

mod fork;
mod guarded;
mod mutex;
mod primitive;
pub mod thread_pool;
mod wait_group;
mod work_pool;

pub use guarded::{Condition, Condvar, Guarded, GuardedLock};
pub use mutex::{Mutex, MutexGuard};
pub use thread_pool::{Batch, Node, Task, ThreadPool};
pub use wait_group::WaitGroup;
pub use work_pool::WorkPool;
