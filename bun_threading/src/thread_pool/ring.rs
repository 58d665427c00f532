//! [`Ring`]: the tasks at hand of one worker, which others may steal.
//!
//! ```text
//!          head                    tail
//!   ┌───┬───┬───┬───┬───┬───┬───┬───┬───┐
//!   │   │ a │ b │ c │ d │ e │ f │ g │   │    taken at the head, by anyone, with a CAS;
//!   └───┴───┴───┴───┴───┴───┴───┴───┴───┘    put at the tail, by the owner alone
//! ```
//!
//! Head and tail count up for ever and wrap; a slot is theirs modulo the size. Whoever moves the
//! head from `h` owns what was in the slots it passed. A slot is written again only after the head
//! has passed it, so one who read it too late fails to move the head and reads again.

#![expect(unsafe_code, reason = "hands out the task of each slot once; see SAFETY.md")]

use core::ptr;

use crossbeam_utils::CachePadded;

use super::task::{Batch, Ready, Task};
use crate::primitive::{AtomicPtr, AtomicU32, Mutant, Ordering, RING_SLOTS};

/// See the module documentation.
///
/// Invariant: the slots from head to tail hold tasks from [`Ready::into_raw`] which nobody else
/// has, and which belong to whoever moves the head past them.
#[derive(Debug)]
pub(super) struct Ring {
    head: CachePadded<AtomicU32>,
    tail: CachePadded<AtomicU32>,
    slots: [AtomicPtr<Task>; RING_SLOTS],
}

const SLOTS: u32 = RING_SLOTS as u32;

impl Ring {
    pub(super) fn new() -> Self {
        // Close to the end of the range, so that every pool wraps early in its life.
        let start = 0_u32.wrapping_sub(SLOTS + 1);
        Self {
            head: CachePadded::new(AtomicU32::new(start)),
            tail: CachePadded::new(AtomicU32::new(start)),
            slots: core::array::from_fn(|_| AtomicPtr::new(ptr::null_mut())),
        }
    }

    /// Returns whether no task was there at some time during the call.
    pub(super) fn is_empty(&self) -> bool {
        // Acquire: the tail is then no older than the head.
        let head = self.head.load(Ordering::Acquire);
        head == self.tail.load(Ordering::Relaxed)
    }

    fn slot(&self, position: u32) -> &AtomicPtr<Task> {
        &self.slots[position as usize % RING_SLOTS]
    }

    /// Moves tasks from the front of a batch into the ring, as many as fit.
    ///
    /// # Safety
    ///
    /// No other thread calls a method of this ring that has this precondition.
    pub(super) unsafe fn fill(&self, batch: &mut Batch) {
        // Relaxed: only this thread writes the tail.
        let tail = self.tail.load(Ordering::Relaxed);
        // Acquire: those who moved the head have read the slots before it, which are now written.
        let head = self.head.load(Ordering::Acquire);
        let mut end = tail;
        while end.wrapping_sub(head) < SLOTS {
            let Some(task) = batch.pop_ready() else { break };
            self.slot(end).store(task.into_raw(), Ordering::Relaxed);
            end = end.wrapping_add(1);
        }
        if end != tail {
            // Release: pairs with the Acquire in `steal`.
            self.tail.store(end, Mutant::RingPublish.order(Ordering::Release));
        }
    }

    /// Takes the older half of a full ring, in order. `None` if it is not full.
    pub(super) fn take_half(&self) -> Option<Batch> {
        let tail = self.tail.load(Ordering::Acquire);
        let head = self.head.load(Ordering::Relaxed);
        if tail.wrapping_sub(head) != SLOTS {
            return None;
        }
        let mut half = [ptr::null_mut(); RING_SLOTS / 2];
        for (position, task) in (0..).zip(&mut half) {
            *task = self.slot(head.wrapping_add(position)).load(Ordering::Relaxed);
        }
        let end = head.wrapping_add(SLOTS / 2);
        self.move_head(head, end)?;
        let mut batch = Batch::new();
        for task in half {
            // SAFETY: the head was moved past the slot it was in (invariant).
            batch.push_ready(unsafe { Ready::from_raw(task) });
        }
        Some(batch)
    }

    /// Takes the oldest task.
    ///
    /// # Safety
    ///
    /// As [`fill`](Self::fill).
    pub(super) unsafe fn pop(&self) -> Option<Ready> {
        // Relaxed: only this thread writes the tail.
        let tail = self.tail.load(Ordering::Relaxed);
        loop {
            let head = self.head.load(Ordering::Relaxed);
            if head == tail {
                return None;
            }
            let task = self.slot(head).load(Ordering::Relaxed);
            if self.move_head(head, head.wrapping_add(1)).is_some() {
                // SAFETY: the head was moved past the slot it was in (invariant).
                return Some(unsafe { Ready::from_raw(task) });
            }
        }
    }

    /// Takes the older half of the tasks, rounded up: all but one go into `thief`.
    ///
    /// Returns the one, and whether there were others.
    ///
    /// # Safety
    ///
    /// As [`fill`](Self::fill), of `thief`, which is empty and another ring.
    pub(super) unsafe fn steal(&self, thief: &Self) -> Option<(Ready, bool)> {
        let to = thief.tail.load(Ordering::Relaxed);
        loop {
            // Acquire: the tail is then no older than the head.
            let head = self.head.load(Ordering::Acquire);
            // Acquire: pairs with the Release in `fill`, for the slots and for what the tasks are.
            let tail = self.tail.load(Mutant::RingSteal.order(Ordering::Acquire));
            let len = tail.wrapping_sub(head);
            if len == 0 {
                return None;
            }
            if len > SLOTS {
                // The head has moved in between.
                continue;
            }
            let count = len - len / 2;
            let mut last = ptr::null_mut();
            for position in 0..count {
                last = self.slot(head.wrapping_add(position)).load(Ordering::Relaxed);
                thief.slot(to.wrapping_add(position)).store(last, Ordering::Relaxed);
            }
            if self.move_head(head, head.wrapping_add(count)).is_none() {
                continue;
            }
            // The last one stays out of the ring: its slot is behind the new tail.
            if count > 1 {
                let tail = to.wrapping_add(count - 1);
                thief.tail.store(tail, Mutant::RingPublish.order(Ordering::Release));
            }
            // SAFETY: the head was moved past the slot it was in (invariant).
            return Some((unsafe { Ready::from_raw(last) }, count > 1));
        }
    }

    /// Moves the head, unless it is no longer at `from`.
    fn move_head(&self, from: u32, to: u32) -> Option<()> {
        // Release: the slots were read before; pairs with the Acquire in `fill`.
        self.head.compare_exchange(from, to, Ordering::AcqRel, Ordering::Relaxed).ok()?;
        Some(())
    }
}
