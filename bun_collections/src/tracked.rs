//! For tests: values that know whether they were dropped once, and panics at the k-th call.

use alloc::boxed::Box;
use alloc::rc::Rc;
use core::cell::{Cell, RefCell};
use core::panic::AssertUnwindSafe;
use std::panic::{catch_unwind, resume_unwind};

std::thread_local! {
    static CALLS_LEFT: Cell<Option<u32>> = const { Cell::new(None) };
}

/// Stands for code of the user: panics when its turn has come.
pub(crate) fn user_code() {
    if let Some(left) = CALLS_LEFT.get()
        && !std::thread::panicking()
    {
        CALLS_LEFT.set(left.checked_sub(1));
        if left == 0 {
            // Unlike `panic!`, this prints nothing.
            resume_unwind(Box::new("user code"));
        }
    }
}

/// Runs `operation` without a panic, then with the first call of [`user_code`] panicking, then the
/// second, and so on, each time on a new `subject`, which is then given to `check`.
///
/// Returns the number of calls.
pub(crate) fn panic_at_every_call<S>(
    mut subject: impl FnMut() -> S,
    mut operation: impl FnMut(&mut S),
    mut check: impl FnMut(S),
) -> u32 {
    let mut calls_before_panic = |calls: u32| {
        let mut tested = subject();
        CALLS_LEFT.set(Some(calls));
        let outcome = catch_unwind(AssertUnwindSafe(|| operation(&mut tested)));
        let left = CALLS_LEFT.take();
        assert_eq!(outcome.is_err(), left.is_none(), "only user code panics");
        check(tested);
        left.map(|left| calls - left)
    };
    let calls = calls_before_panic(u32::MAX).expect("no panic");
    for call in (0..calls).step_by(if cfg!(miri) { calls.div_ceil(4).max(1) as usize } else { 1 }) {
        assert_eq!(calls_before_panic(call), None);
    }
    calls
}

/// Counts how often each tracked value lives.
#[derive(Clone, Default)]
pub(crate) struct Ledger(Rc<RefCell<Vec<u8>>>);

impl Ledger {
    pub(crate) fn track(&self, id: u32) -> Tracked {
        let mut live = self.0.borrow_mut();
        live.push(1);
        Tracked { id: Box::new(id), number: live.len() - 1, ledger: self.clone() }
    }

    /// How many tracked values have not been dropped.
    pub(crate) fn live(&self) -> usize {
        self.0.borrow().iter().map(|live| usize::from(*live)).sum()
    }
}

/// A value on the heap, so that Miri sees it used after its end.
pub(crate) struct Tracked {
    id: Box<u32>,
    number: usize,
    ledger: Ledger,
}

impl Tracked {
    pub(crate) fn id(&self) -> u32 {
        *self.id
    }
}

impl Drop for Tracked {
    fn drop(&mut self) {
        let was_live = core::mem::replace(&mut self.ledger.0.borrow_mut()[self.number], 0);
        assert_eq!(was_live, 1, "dropped twice");
        user_code();
    }
}

impl Clone for Tracked {
    fn clone(&self) -> Self {
        user_code();
        self.ledger.track(*self.id)
    }
}

impl core::fmt::Debug for Tracked {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "#{}", self.id)
    }
}
