//! [`Overflow`]: a list of tasks without a limit, which anyone may add to and take from.
//!
//! Adding is one CAS on a stack. Taking goes through a cache that one thread at a time has: it
//! takes the whole stack at once when the cache is empty, so no task is ever reached through a
//! pointer that another thread could have taken as well.
//!
//! Those who find the cache in use go away empty-handed, and leave a mark. The one who has it finds
//! the mark when it gives the cache back, and wakes someone else: otherwise a task that was added
//! just then would have nobody to look for it.

#![expect(unsafe_code, reason = "links tasks and guards the cache; see SAFETY.md")]

use core::cell::UnsafeCell;
use core::fmt;
use core::ptr;

use super::task::{Batch, Chain, Ready, Task};
use crate::primitive::{AtomicPtr, AtomicU8, Mutant, Ordering};

/// Someone has the cache.
const TAKEN: u8 = 1;
/// Someone else wanted it meanwhile.
const MISSED: u8 = 2;
/// There are tasks in the cache.
const CACHED: u8 = 4;

/// See the module documentation.
pub(super) struct Overflow {
    /// Invariant: null, or the first of a chain of tasks that are this list's.
    stack: AtomicPtr<Task>,
    state: AtomicU8,
    /// Only whoever set `TAKEN` touches it.
    cache: UnsafeCell<Chain>,
}

// SAFETY: tasks may run on any thread, and the cache is used by one thread at a time (`TAKEN`).
unsafe impl Send for Overflow {}
// SAFETY: as above.
unsafe impl Sync for Overflow {}

impl Overflow {
    pub(super) fn new() -> Self {
        Self {
            stack: AtomicPtr::new(ptr::null_mut()),
            state: AtomicU8::new(0),
            cache: UnsafeCell::new(Chain::new()),
        }
    }

    /// Adds the tasks of a batch.
    pub(super) fn push(&self, batch: Batch) {
        let Some(run) = batch.into_run() else { return };
        let mut top = self.stack.load(Ordering::Relaxed);
        loop {
            run.link(top);
            // Release: pairs with the Acquire in `Taken::pop`, for the links and the tasks.
            let order = Mutant::OverflowPush.order(Ordering::Release);
            match self.stack.compare_exchange_weak(top, run.first(), order, Ordering::Relaxed) {
                Ok(_) => return,
                Err(now) => top = now,
            }
        }
    }

    /// Returns the right to take tasks; `None` if there is none, or if another thread has it.
    pub(super) fn take(&self) -> Option<Taken<'_>> {
        let mut state = self.state.load(Ordering::Relaxed);
        loop {
            if state == 0 && self.stack.load(Ordering::Relaxed).is_null() {
                return None;
            }
            let is_taken = state & TAKEN != 0;
            let new = state | if is_taken { MISSED } else { TAKEN };
            // AcqRel, also to leave a mark: Acquire for the cache, which the last one released;
            // Release so that whoever finds the mark finds what this thread knows of, too.
            match self.state.compare_exchange_weak(state, new, Ordering::AcqRel, Ordering::Relaxed)
            {
                Ok(_) if is_taken => return None,
                Ok(_) => return Some(Taken { list: self }),
                Err(now) => state = now,
            }
        }
    }

    /// Returns whether no task was there at some time during the call.
    pub(super) fn is_empty(&self) -> bool {
        self.state.load(Ordering::Relaxed) == 0 && self.stack.load(Ordering::Relaxed).is_null()
    }
}

impl fmt::Debug for Overflow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Overflow").field("is_empty", &self.is_empty()).finish_non_exhaustive()
    }
}

/// The right to take tasks from an [`Overflow`]. Invariant: this thread set `TAKEN`.
pub(super) struct Taken<'a> {
    list: &'a Overflow,
}

impl Taken<'_> {
    /// Takes a task.
    pub(super) fn pop(&mut self) -> Option<Ready> {
        // SAFETY: only whoever set `TAKEN` touches the cache, and that is this thread.
        let cache = unsafe { &mut *self.list.cache.get() };
        if let Some(task) = cache.pop() {
            return Some(task);
        }
        // Acquire: pairs with the Release in `push`.
        let order = Mutant::OverflowTake.order(Ordering::Acquire);
        let first = self.list.stack.swap(ptr::null_mut(), order);
        // SAFETY: the chain that begins there was the list's, which lets go of it here.
        *cache = unsafe { Chain::from_raw(first) };
        cache.pop()
    }

    /// Moves tasks to the end of a batch until it has `len` of them.
    pub(super) fn pop_into(&mut self, batch: &mut Batch, len: usize) {
        while batch.len() < len {
            let Some(task) = self.pop() else { break };
            batch.push_ready(task);
        }
    }

    /// Gives the right back. Returns whether another thread should look for tasks: because some are
    /// left, or because one looked while this thread had the right.
    pub(super) fn give_back(self) -> bool {
        // SAFETY: only whoever set `TAKEN` touches the cache, and that is this thread.
        let is_empty = unsafe { &*self.list.cache.get() }.is_empty();
        let state = if is_empty { 0 } else { CACHED };
        // AcqRel: as in `take`.
        let before = self.list.state.swap(state, Ordering::AcqRel);
        let was_missed = before & MISSED != 0 && !Mutant::OverflowMissed.is_active();
        !is_empty || was_missed
    }
}
