//! [`Idle`]: who works, who sleeps, and who is to be woken.
//!
//! One word says it all, so that every decision is one CAS:
//!
//! | bits | |
//! |---|---|
//! | 14 | workers that are idle: asleep, or about to be |
//! | 14 | workers that were started |
//! | 1  | *notified*: there may be tasks that no worker has looked for |
//! | 2  | the phase |
//! | 1  | *watched*: an idle worker looks at the word again and again |
//!
//! Waking everyone for every task would cost a system call each, so workers are woken one at a
//! time, and each wakes the next if there is more to do:
//!
//! ```text
//!              a task comes, someone is idle            the worker gets up
//!   ┌─────────┐ ───────────────────────────► ┌──────────┐ ───────────► ┌────────┐
//!   │ pending │                              │ signaled │              │ waking │
//!   └─────────┘ ◄─────────────────────────── └──────────┘ ◄─────────── └────────┘
//!        ▲        nobody could be started      ▲      it has a task, and someone is idle │
//!        └─────────────────────────────────────┼───── it has none, or nobody is idle ────┘
//! ```
//!
//! The last worker to become idle watches for a while before it sleeps. Whoever has a task for it
//! changes the word and makes no system call; if the worker gives up first, it says so with a
//! read-modify-write, so one of the two sees what the other has done.
//!
//! Nothing is lost: whoever adds a task then changes the word with a read-modify-write, even when
//! *notified* is set already. A worker clears *notified* with another, before it looks for tasks.
//! Either the worker's comes later, and it finds the task, or the scheduler's does, and it finds
//! the bit clear and wakes someone. A plain load in place of the first would break that.

use core::time::Duration;

use super::event::Event;
use crate::primitive::{AtomicU32, Mutant, Ordering};
use crate::spin::spin;

/// The most workers that the word can count.
pub(super) const WORKERS_MAX: u32 = (1 << 14) - 1;

const ONE_STARTED: u32 = 1 << 14;
const NOTIFIED: u32 = 1 << 28;
const ONE_PHASE: u32 = 1 << 29;
const WATCHED: u32 = 1 << 31;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// Nobody is being woken.
    Pending = 0,
    /// Somebody was told to get up, or is being started.
    Signaled = 1,
    /// Somebody got up and has not found a task yet.
    Waking = 2,
    /// Workers end when they find no task.
    Closed = 3,
}

/// The word, unpacked.
#[derive(Clone, Copy, Debug)]
struct Status {
    idle: u32,
    started: u32,
    is_notified: bool,
    phase: Phase,
    is_watched: bool,
}

impl Status {
    fn unpack(word: u32) -> Self {
        Self {
            idle: word & WORKERS_MAX,
            started: (word / ONE_STARTED) & WORKERS_MAX,
            is_notified: word & NOTIFIED != 0,
            phase: match word / ONE_PHASE % 4 {
                0 => Phase::Pending,
                1 => Phase::Signaled,
                2 => Phase::Waking,
                _ => Phase::Closed,
            },
            is_watched: word & WATCHED != 0,
        }
    }

    fn pack(self) -> u32 {
        debug_assert!(self.idle <= self.started && self.started <= WORKERS_MAX);
        let notified = if self.is_notified { NOTIFIED } else { 0 };
        let watched = if self.is_watched { WATCHED } else { 0 };
        let phase = self.phase as u32 * ONE_PHASE;
        self.idle | (self.started * ONE_STARTED) | notified | phase | watched
    }
}

/// See the module documentation.
#[derive(Debug)]
pub(super) struct Idle {
    word: AtomicU32,
    event: Event,
    workers_max: u32,
}

/// What a worker remembers between two calls of [`Idle::wait`].
#[derive(Debug, Default)]
pub(super) struct Waiter {
    /// Whether the word counts it as idle.
    is_idle: bool,
    /// Whether the word may say because of it that there is someone who watches.
    is_watching: bool,
}

/// Why [`Idle::wait`] returned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Woken {
    /// There may be tasks.
    Work {
        /// Whether it is on this worker to wake the next.
        is_waking: bool,
    },
    /// Someone called [`Idle::wake_all`], or the time is up.
    Asked,
    /// The pool is closed.
    Closed,
}

impl Idle {
    pub(super) fn new(workers_max: u32) -> Self {
        let workers_max = workers_max.clamp(1, WORKERS_MAX);
        Self { word: AtomicU32::new(0), event: Event::new(), workers_max }
    }

    pub(super) fn workers_max(&self) -> u32 {
        self.workers_max
    }

    /// Says that there are new tasks. Returns whether the caller is to start a worker.
    #[must_use]
    pub(super) fn notify(&self) -> bool {
        let word = if Mutant::NotifyLoad.is_active() {
            self.word.load(Ordering::Relaxed)
        } else {
            // A read-modify-write, see the module documentation. Release: pairs with the Acquire in
            // `wait`, for the tasks.
            self.word.fetch_or(0, Ordering::Release)
        };
        word & NOTIFIED == 0 && self.wake_one(false, true)
    }

    /// Hands the duty to wake the next on, by a worker that was told it has it, unless there are
    /// no tasks: neither now, as the caller says, nor from a scheduler that saw the duty and left
    /// the rest to it. Returns whether the caller is to start a worker.
    #[must_use]
    pub(super) fn hand_on(&self, has_tasks: bool) -> bool {
        self.wake_one(true, has_tasks)
    }

    fn wake_one(&self, is_waking: bool, has_tasks: bool) -> bool {
        let mut word = self.word.load(Ordering::Relaxed);
        loop {
            let status = Status::unpack(word);
            if status.phase == Phase::Closed {
                return false;
            }
            let has_tasks = has_tasks || status.is_notified && !Mutant::HandOnBlind.is_active();
            let mut new = Status { is_notified: has_tasks, ..status };
            let may_wake = has_tasks && (is_waking || status.phase == Phase::Pending);
            let wakes = may_wake && status.idle > 0;
            let starts = may_wake && !wakes && status.started < self.workers_max;
            if wakes || starts {
                new.phase = Phase::Signaled;
                new.started += u32::from(starts);
                new.is_watched &= !wakes;
            } else if is_waking {
                new.phase = Phase::Pending;
            } else if status.is_notified {
                return false;
            }
            // Release: as in `notify`.
            match self.change(word, new, Ordering::Release) {
                Ok(()) => {
                    if wakes && !status.is_watched {
                        self.event.signal();
                    }
                    return starts;
                }
                Err(now) => word = now,
            }
        }
    }

    /// Counts up to `count` workers that the caller is to start without a task. Returns how many.
    pub(super) fn reserve(&self, count: u32) -> u32 {
        let mut word = self.word.load(Ordering::Relaxed);
        loop {
            let mut status = Status::unpack(word);
            let wanted = count.min(self.workers_max - status.started);
            status.started += wanted;
            match self.change(word, status, Ordering::Relaxed) {
                Ok(()) => return wanted,
                Err(now) => word = now,
            }
        }
    }

    /// Takes back `count` workers that could not be started. Returns how many others there are.
    pub(super) fn start_failed(&self, count: u32) -> u32 {
        let mut word = self.word.load(Ordering::Relaxed);
        loop {
            let mut status = Status::unpack(word);
            status.started -= count;
            if status.phase == Phase::Signaled {
                status.phase = Phase::Pending;
            }
            match self.change(word, status, Ordering::Relaxed) {
                Ok(()) => return status.started,
                Err(now) => word = now,
            }
        }
    }

    /// Waits until there may be tasks, or until it has slept for as long as the limit says.
    /// `is_waking` as the last call said, unless it was handed on.
    pub(super) fn wait(
        &self,
        waiter: &mut Waiter,
        mut is_waking: bool,
        limit: Option<Duration>,
    ) -> Woken {
        // Acquire: a closed pool shows what came before.
        let mut word = self.word.load(Ordering::Acquire);
        loop {
            let status = Status::unpack(word);
            let mut new = status;
            if status.phase == Phase::Closed {
                return Woken::Closed;
            }
            if status.is_notified {
                new.is_notified = false;
                new.idle -= u32::from(waiter.is_idle);
                new.is_watched &= !waiter.is_watching;
                if status.phase == Phase::Signaled {
                    new.phase = Phase::Waking;
                }
                // Acquire: pairs with the Release in `notify` and `wake_one`.
                let order = Mutant::WaitAcquire.order(Ordering::Acquire);
                match self.change(word, new, order) {
                    Ok(()) => {
                        *waiter = Waiter::default();
                        let is_waking = is_waking || status.phase == Phase::Signaled;
                        return Woken::Work { is_waking };
                    }
                    Err(now) => word = now,
                }
            } else if !waiter.is_idle {
                new.idle += 1;
                new.is_watched = true;
                if is_waking {
                    new.phase = Phase::Pending;
                }
                match self.change(word, new, Ordering::Relaxed) {
                    Ok(()) => {
                        // One is enough, and all it costs.
                        let is_watching = !status.is_watched;
                        *waiter = Waiter { is_idle: true, is_watching };
                        is_waking = false;
                        word = if is_watching { self.watch() } else { new.pack() };
                    }
                    Err(now) => word = now,
                }
            } else if waiter.is_watching && !Mutant::WatchForgotten.is_active() {
                new.is_watched = false;
                match self.change(word, new, Ordering::Relaxed) {
                    Ok(()) => {
                        waiter.is_watching = false;
                        word = new.pack();
                    }
                    Err(now) => word = now,
                }
            } else {
                if !self.event.wait(limit) {
                    return Woken::Asked;
                }
                word = self.word.load(Ordering::Acquire);
            }
        }
    }

    /// Looks for a while whether there is work, or whether the pool is closed.
    fn watch(&self) -> u32 {
        spin(|| {
            let status = Status::unpack(self.word.load(Ordering::Relaxed));
            status.is_notified || status.phase == Phase::Closed
        });
        self.word.load(Ordering::Acquire)
    }

    /// Has every worker that sleeps return from [`wait`](Self::wait).
    pub(super) fn wake_all(&self) {
        self.event.ask_all();
    }

    /// Lets workers end when they find no task.
    pub(super) fn close(&self) {
        let mut word = self.word.load(Ordering::Relaxed);
        loop {
            let status = Status { phase: Phase::Closed, ..Status::unpack(word) };
            match self.change(word, status, Ordering::Release) {
                Ok(()) => return self.event.close(),
                Err(now) => word = now,
            }
        }
    }

    /// Returns how many workers there are, and how many of them are idle.
    pub(super) fn counts(&self) -> (u32, u32) {
        let status = Status::unpack(self.word.load(Ordering::Relaxed));
        (status.started, status.idle)
    }

    fn change(&self, from: u32, to: Status, order: Ordering) -> Result<(), u32> {
        let to = to.pack();
        self.word.compare_exchange_weak(from, to, order, Ordering::Relaxed).map(drop)
    }
}
