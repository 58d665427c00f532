//! [`Probe`]: a search that goes on after the first group.
//!
//! Most searches end in the first group. Those that do not are served by one function for all types
//! of keys, so that the code around a lookup stays small.

#![expect(unsafe_code, reason = "reads groups of control bytes; argument in SAFETY.md")]

use super::super::group::{Group, Lanes, used};
use super::RawTable;

/// How far a search has come that did not end in the first group.
pub(super) struct Probe {
    /// Where the group begins that is being looked at.
    at: usize,
    /// Its lanes that are still to be looked at.
    lanes: Lanes,
    saw_free: bool,
    searched: usize,
    /// The first slot that is not in use.
    pub(super) vacant: Option<usize>,
}

impl Probe {
    /// Goes on after the group at `at`, which has no free slot.
    #[inline]
    pub(super) const fn after(at: usize, vacant: Option<usize>) -> Self {
        Self { at, lanes: Lanes::NONE, saw_free: false, searched: Group::WIDTH, vacant }
    }
}

impl RawTable {
    /// Returns the next slot in use that has the fingerprint of a hash.
    #[inline(never)]
    pub(super) fn next_match(&self, hash: u64, probe: &mut Probe) -> Option<usize> {
        loop {
            if let Some(lane) = probe.lanes.first() {
                probe.lanes.remove_first();
                return Some((probe.at + lane) & self.mask());
            }
            let in_reach = probe.searched < self.reach as usize;
            if probe.vacant.is_some() && (probe.saw_free || !in_reach) {
                return None;
            }
            probe.at = (probe.at + Group::WIDTH) & self.mask();
            probe.searched += Group::WIDTH;
            // SAFETY:
            // 1. `at` is masked, and there are slots: the probe has been at one.
            let group = unsafe { self.group(probe.at) };
            probe.lanes = group.with(used(hash));
            probe.saw_free = group.free().any();
            if probe.vacant.is_none() {
                let lane = group.used().inverse().first();
                probe.vacant = lane.map(|lane| (probe.at + lane) & self.mask());
            }
        }
    }
}
