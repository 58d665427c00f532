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
            if probe.vacant.is_none() {
                self.look_for_vacant(hash, probe);
            } else if probe.saw_free || !self.look_for_match(hash, probe) {
                return None;
            }
        }
    }

    /// Goes on to the next group, and notes its first slot that is not in use.
    fn look_for_vacant(&self, hash: u64, probe: &mut Probe) {
        probe.at = (probe.at + Group::WIDTH) & self.mask();
        probe.searched += Group::WIDTH;
        // SAFETY:
        // 1. `at` is masked, and there are slots: the probe has been at one.
        let group = unsafe { self.group(probe.at) };
        probe.lanes = group.with(used(hash));
        probe.saw_free = group.free().any();
        let lane = group.used().inverse().first();
        probe.vacant = lane.map(|lane| (probe.at + lane) & self.mask());
    }

    /// Goes on to the next group with the fingerprint of a hash; returns whether there is one.
    ///
    /// In a table full of tombstones an insertion passes many groups, which have neither that nor a
    /// free slot: one branch each, in registers.
    #[inline]
    fn look_for_match(&self, hash: u64, probe: &mut Probe) -> bool {
        let Probe { mut at, mut searched, .. } = *probe;
        while searched < self.reach as usize {
            at = (at + Group::WIDTH) & self.mask();
            searched += Group::WIDTH;
            // SAFETY:
            // 1. `at` is masked, and there are slots: the probe has been at one.
            let group = unsafe { self.group(at) };
            let (lanes, free) = (group.with(used(hash)), group.free());
            if lanes.any() | free.any() {
                *probe = Probe { at, lanes, saw_free: free.any(), searched, vacant: probe.vacant };
                return lanes.any();
            }
        }
        false
    }
}
