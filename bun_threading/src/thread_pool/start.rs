//! Starting and joining the threads of a pool.

use alloc::format;
use alloc::sync::Arc;
use core::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, Builder};

use super::shared::Shared;
use super::worker;

/// Starts workers that [`Idle`](super::idle::Idle) has counted. If the system has no thread left
/// and the pool has none, runs what was scheduled from outside on this one.
pub(super) fn start_workers(shared: &Arc<Shared>, count: u32) {
    /// Over all pools, for the names.
    static STARTED: AtomicUsize = AtomicUsize::new(0);
    for done in 0..count {
        let name = format!("Bun Pool {}", STARTED.fetch_add(1, Ordering::Relaxed));
        let own = Arc::clone(shared);
        let builder = Builder::new().name(name).stack_size(shared.stack_size);
        match builder.spawn(move || worker::run(&own)) {
            Ok(handle) => shared.threads.lock().push(handle),
            Err(_) => {
                if shared.idle.start_failed(count - done) == 0 {
                    worker::drain(shared);
                }
                return;
            }
        }
    }
}

/// Has the workers run what was scheduled and end, and waits for that. What is left, because there
/// was no worker, runs here.
pub(super) fn join_workers(shared: &Arc<Shared>) {
    shared.idle.close();
    let own = thread::current().id();
    loop {
        // A worker may be starting another. It adds that to the list before it ends.
        let handles = core::mem::take(&mut *shared.threads.lock());
        if handles.is_empty() {
            break;
        }
        for handle in handles {
            // A task may drop the pool that runs it: its thread ends by itself afterwards.
            if handle.thread().id() != own {
                // A worker catches what its tasks panic with, and nothing else in it panics.
                let _ = handle.join();
            }
        }
    }
    worker::drain(shared);
}
