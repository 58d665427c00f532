//! [`UsedSlots`]: which slots have entries, a group at a time.

#![expect(unsafe_code, reason = "reads groups of control bytes; argument in SAFETY.md")]

use core::ptr::NonNull;

use super::super::group::{Group, Lanes};

/// The slots in use, in ascending order.
///
/// Invariants: `control` is that of a table whose block exists, and `remaining` slots in use follow
/// those that were named.
#[derive(Clone)]
pub(in super::super) struct UsedSlots {
    control: NonNull<u8>,
    next_group: usize,
    lanes: Lanes,
    remaining: usize,
}

impl UsedSlots {
    /// Returns the slots in use of a table with these control bytes.
    ///
    /// # Safety
    ///
    /// 1. The control bytes of a table, `WIDTH` more than there are slots, may be read at `control`
    ///    for as long as this lives.
    /// 2. `remaining` slots are in use.
    #[inline]
    pub(super) const unsafe fn new(control: NonNull<u8>, remaining: usize) -> Self {
        Self { control, next_group: 0, lanes: Lanes::NONE, remaining }
    }

    #[inline]
    pub(in super::super) const fn len(&self) -> usize {
        self.remaining
    }

    /// Names no more slots.
    pub(in super::super) const fn stop(&mut self) {
        self.remaining = 0;
    }
}

impl Iterator for UsedSlots {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        if self.remaining == 0 {
            return None;
        }
        let lane = loop {
            if let Some(lane) = self.lanes.first() {
                break lane;
            }
            // SAFETY:
            // 1. Some slot in use is in this group or after it, so the group is inside.
            let first = unsafe { self.control.add(self.next_group) };
            // SAFETY:
            // 1. `WIDTH` bytes follow the slots.
            self.lanes = unsafe { Group::load(first.as_ptr()) }.used();
            self.next_group += Group::WIDTH;
        };
        self.lanes.remove_first();
        self.remaining -= 1;
        Some(self.next_group - Group::WIDTH + lane)
    }
}
