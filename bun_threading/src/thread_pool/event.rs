//! [`Event`]: what idle workers sleep on.

use core::time::Duration;

use crate::primitive::{Condvar, Mutant, Mutex, wait, wait_for};

#[derive(Debug, Default)]
struct State {
    /// Signals that nobody has taken yet.
    signals: u32,
    /// How often everyone was asked to return.
    asked: u32,
    is_closed: bool,
}

/// Counts signals. Each lets one waiter through, also when it comes first.
#[derive(Debug)]
pub(super) struct Event {
    state: Mutex<State>,
    changed: Condvar,
}

impl Event {
    pub(super) fn new() -> Self {
        Self { state: Mutex::new(State::default()), changed: Condvar::new() }
    }

    /// Waits for a signal and takes it. Returns whether it was one: not [`ask_all`](Self::ask_all),
    /// nor the end of the time, if it has one.
    pub(super) fn wait(&self, limit: Option<Duration>) -> bool {
        let mut state = self.state.lock();
        let asked = state.asked;
        let mut is_late = false;
        let mut may_look = !Mutant::EventLost.is_active();
        loop {
            if may_look && state.signals != 0 {
                state.signals -= 1;
                return true;
            }
            if state.is_closed {
                return true;
            }
            if is_late || state.asked != asked {
                return false;
            }
            match limit {
                None => state = wait(&self.changed, state),
                Some(limit) => (state, is_late) = wait_for(&self.changed, state, limit),
            }
            may_look = true;
        }
    }

    /// Lets one waiter through.
    pub(super) fn signal(&self) {
        self.state.lock().signals += 1;
        self.changed.notify_one();
    }

    /// Has everyone who waits now return.
    pub(super) fn ask_all(&self) {
        let mut state = self.state.lock();
        state.asked = state.asked.wrapping_add(1);
        drop(state);
        self.changed.notify_all();
    }

    /// Lets everyone through from now on.
    pub(super) fn close(&self) {
        self.state.lock().is_closed = true;
        self.changed.notify_all();
    }
}
