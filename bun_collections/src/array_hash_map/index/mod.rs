//! The index of an array hash map: from a hash to the rows that may have it.
//!
//! The index knows row numbers and hashes, and nothing of keys. It is a hint: what it returns is
//! looked up with a bounds check and compared, so a wrong entry costs an answer, never memory
//! safety.
//!
//! # Layout
//!
//! A power of two of groups; a group has fifteen slots, each with a tag of its hash and a row:
//!
//! ```text
//! tags: [u8; 16]              tag  tag  tag  ...  tag  passed
//! rows: [u8, u16 or u32; 16]  row  row  row  ...  row
//!
//! tag      0 = free, else 0x80 | seven bits of the multiplied hash
//! passed   0, or 0x80 + how many rows wanted this group and are further on, 127 = at least so many
//! ```
//!
//! Where sixteen bytes are not compared at once, groups are half as large and twice as many.
//!
//! A row lives in the first group with a free slot from its home group on, `hash mod groups`.
//! A search compares all tags of a group at once, and ends at the first group that no
//! row has passed. Removing a row counts `passed` down on its way, so there are no tombstones and
//! nothing ever has to be cleaned up. Tags and rows of a group are neighbours: a search seldom
//! touches more than two cache lines.
//!
//! # Sizes
//!
//! `2^bits / 16` groups hold up to `⌊0.6 · 2^bits⌋` rows, `bits >= 5`: the capacities that code
//! written for Zig observes, in less memory, and at most 64 % of the slots. Row numbers take one
//! byte up to `bits` 8, two up to 16, then four.
//!
//! # Rejected
//!
//! Robin-hood slots with distances compare one slot at a time and mispredict a branch per search.
//! A table of control bytes next to a table of rows takes two cache misses and has tombstones.

mod group;
#[cfg(test)]
mod tests;

use alloc::boxed::Box;
use alloc::vec::Vec;
use bun_alloc::AllocError;

use self::group::{Group, RowNumber, SLOTS, groups_of, tag_of};
use super::scan::NONE;
use crate::hash_map::group::Lanes;

const BITS_MIN: u32 = 5;
const BITS_MAX: u32 = 32;

/// Returns the number of rows for which an index of `bits` has room.
const fn rows_max(bits: u32) -> usize {
    if bits == BITS_MAX { u32::MAX as usize } else { ((1_u64 << bits) * 3 / 5) as usize }
}

/// Returns the size of the smallest index for `rows` rows.
fn bits_for(rows: usize) -> Option<u32> {
    (BITS_MIN..=BITS_MAX.min(usize::BITS - 4)).find(|bits| rows_max(*bits) >= rows)
}

/// The groups, by the width of their row numbers.
#[derive(Clone)]
enum Groups {
    Narrow(Box<[Group<u8>]>),
    Medium(Box<[Group<u16>]>),
    Wide(Box<[Group<u32>]>),
}

/// Calls `$body` with `$groups` bound to the groups, whatever the width of their row numbers.
macro_rules! with_groups {
    ($index:expr, $groups:ident => $body:expr) => {
        match $index {
            Groups::Narrow($groups) => $body,
            Groups::Medium($groups) => $body,
            Groups::Wide($groups) => $body,
        }
    };
}

/// Finds the rows that may have a hash.
#[derive(Clone)]
pub(super) struct Index {
    /// The number of rows for which there is room: fewer than slots.
    capacity: usize,
    groups: Groups,
}

impl Index {
    /// Returns an empty index with room for at least `rows` rows.
    pub(super) fn for_rows(rows: usize) -> Result<Self, AllocError> {
        let bits = bits_for(rows).ok_or(AllocError)?;
        let count = groups_of(bits);
        let groups = match bits {
            ..=8 => Groups::Narrow(empty_groups(count)?),
            9..=16 => Groups::Medium(empty_groups(count)?),
            _ => Groups::Wide(empty_groups(count)?),
        };
        Ok(Self { capacity: rows_max(bits), groups })
    }

    /// Returns the number of rows for which an index has room that was made for `rows`.
    pub(super) fn capacity_for(rows: usize) -> Option<usize> {
        bits_for(rows).map(rows_max)
    }

    /// Returns an equal index.
    pub(super) fn try_clone(&self) -> Result<Self, AllocError> {
        fn copy<I: RowNumber>(groups: &[Group<I>]) -> Result<Box<[Group<I>]>, AllocError> {
            let mut copy = Vec::new();
            copy.try_reserve_exact(groups.len())?;
            copy.extend_from_slice(groups);
            Ok(copy.into_boxed_slice())
        }
        let groups = match &self.groups {
            Groups::Narrow(groups) => Groups::Narrow(copy(groups)?),
            Groups::Medium(groups) => Groups::Medium(copy(groups)?),
            Groups::Wide(groups) => Groups::Wide(copy(groups)?),
        };
        Ok(Self { capacity: self.capacity, groups })
    }

    /// Returns the number of rows for which there is room.
    #[inline]
    pub(super) const fn capacity(&self) -> usize {
        self.capacity
    }

    /// Returns the first row for which `is_match`, of those that may have `hash`, or [`NONE`].
    #[inline(always)]
    pub(super) fn find(&self, hash: u32, is_match: impl Fn(usize) -> bool) -> usize {
        self.find_map(hash, |row| is_match(row).then_some(row)).unwrap_or(NONE)
    }

    /// Returns what `look` finds first, of the rows that may have `hash`.
    ///
    /// What it returns it has checked the bounds for: a row would be checked again.
    #[inline(always)]
    pub(super) fn find_map<R>(&self, hash: u32, look: impl Fn(usize) -> Option<R>) -> Option<R> {
        match with_groups!(&self.groups, groups => look_at_home(groups, hash, &look)) {
            Home::Found(found) => return Some(found),
            Home::Ended => return None,
            Home::Passed => {}
        }
        let mut further = Further { step: 0, matches: Lanes::NONE };
        loop {
            let row = self.next(hash, &mut further);
            if row == NONE {
                return None;
            }
            if let Some(found) = look(row) {
                return Some(found);
            }
        }
    }

    /// Returns the next row that may have `hash` and is not at home, or [`NONE`].
    #[cold]
    #[inline(never)]
    fn next(&self, hash: u32, further: &mut Further) -> usize {
        with_groups!(&self.groups, groups => next_further(groups, hash, further))
    }

    /// Adds a row.
    ///
    /// # Panics
    ///
    /// Panics when there are as many rows as there is room for.
    #[inline]
    pub(super) fn insert(&mut self, hash: u32, row: usize) {
        assert!(row < self.capacity, "the index is full");
        with_groups!(&mut self.groups, groups => insert(groups, hash, row));
    }

    /// Adds rows from 0 on, one for each hash.
    ///
    /// # Panics
    ///
    /// Panics when there are more than there is room for.
    #[inline]
    pub(super) fn insert_all(&mut self, hashes: impl ExactSizeIterator<Item = u32>) {
        assert!(hashes.len() <= self.capacity, "the index is full");
        let hashes = hashes.take(self.capacity).enumerate();
        with_groups!(&mut self.groups, groups => {
            for (row, hash) in hashes {
                insert(groups, hash, row);
            }
        });
    }

    /// Removes a row.
    pub(super) fn remove(&mut self, hash: u32, row: usize) {
        with_groups!(&mut self.groups, groups => remove(groups, hash, row));
    }

    /// Renames row `from`, which moved, to `to`.
    pub(super) fn replace(&mut self, hash: u32, from: usize, to: usize) {
        with_groups!(&mut self.groups, groups => replace(groups, hash, from, to));
    }

    /// Removes a row, and renames the last one, unless it was that, to it.
    pub(super) fn swap_remove(&mut self, hash: u32, row: usize, hash_of_last: u32, last: usize) {
        with_groups!(&mut self.groups, groups => {
            remove(groups, hash, row);
            if row != last {
                replace(groups, hash_of_last, last, row);
            }
        });
    }

    /// Renames every row above `row`, which was removed, to the one before.
    pub(super) fn close_gap(&mut self, row: usize) {
        fn close<I: RowNumber>(groups: &mut [Group<I>], row: usize) {
            let row = I::new(row);
            for group in groups {
                // A loop over all of them in place, which becomes a few vectors.
                for other in &mut group.rows {
                    *other = other.down_if_above(row);
                }
            }
        }
        with_groups!(&mut self.groups, groups => close(groups, row));
    }

    /// Renames every row to its place.
    pub(super) fn permute(&mut self, places: &[u32]) {
        fn permute<I: RowNumber>(groups: &mut [Group<I>], places: &[u32]) {
            for row in groups.iter_mut().flat_map(|group| &mut group.rows) {
                // Free slots have a row too, which need not exist and says nothing.
                if let Some(place) = places.get(row.get()) {
                    *row = I::new(*place as usize);
                }
            }
        }
        with_groups!(&mut self.groups, groups => permute(groups, places));
    }

    /// Removes all rows.
    pub(super) fn clear(&mut self) {
        with_groups!(&mut self.groups, groups => groups.fill(Group::default()));
    }
}

fn empty_groups<I: RowNumber>(count: usize) -> Result<Box<[Group<I>]>, AllocError> {
    let mut groups = Vec::new();
    groups.try_reserve_exact(count)?;
    groups.resize(count, Group::default());
    Ok(groups.into_boxed_slice())
}

/// Where a row is.
struct Found {
    group: usize,
    slot: usize,
}

/// Goes through the groups from the home of `hash` on, around the end, each once.
#[inline]
fn groups_from(count: usize, hash: u32) -> impl Iterator<Item = usize> {
    let mask = count.wrapping_sub(1);
    let home = hash as usize;
    (0..count).map(move |step| (home.wrapping_add(step)) & mask)
}

/// What a search in the home group ends with.
enum Home<R> {
    Found(R),
    /// There is nothing, here or elsewhere.
    Ended,
    /// Rows that wanted this group are further on.
    Passed,
}

/// A search that goes on after the home group. It is served by a function that knows nothing of
/// keys, so that the code around a lookup stays small and has the key in a register.
struct Further {
    /// How far from the home group.
    step: usize,
    /// The slots of that group that are still to be looked at.
    matches: Lanes,
}

/// Returns what `look` finds first, of the rows in the home group that may have `hash`.
#[inline(always)]
fn look_at_home<I: RowNumber, R>(
    groups: &[Group<I>],
    hash: u32,
    look: &impl Fn(usize) -> Option<R>,
) -> Home<R> {
    let Some(group) = groups.get(hash as usize & groups.len().wrapping_sub(1)) else {
        return Home::Ended;
    };
    let mut matches = group.matches(tag_of(hash));
    while let Some(slot) = matches.first() {
        if let Some(found) = look(group.row(slot)) {
            return Home::Found(found);
        }
        matches.remove_first();
    }
    if group.is_passed() { Home::Passed } else { Home::Ended }
}

fn next_further<I: RowNumber>(groups: &[Group<I>], hash: u32, further: &mut Further) -> usize {
    let home = hash as usize;
    loop {
        let at = home.wrapping_add(further.step) & groups.len().wrapping_sub(1);
        let Some(group) = groups.get(at) else { return NONE };
        if let Some(slot) = further.matches.first() {
            further.matches.remove_first();
            return group.row(slot);
        }
        further.step += 1;
        if !group.is_passed() || further.step == groups.len() {
            return NONE;
        }
        let at = home.wrapping_add(further.step) & groups.len().wrapping_sub(1);
        further.matches = groups[at].matches(tag_of(hash));
    }
}

/// Returns the first row for which `is_match`, of those that may have `hash` and are not in the
/// first `skipped` groups.
#[inline]
fn find_slot<I: RowNumber>(
    groups: &[Group<I>],
    hash: u32,
    skipped: usize,
    is_match: impl Fn(usize) -> bool,
) -> Option<Found> {
    let tag = tag_of(hash);
    for at in groups_from(groups.len(), hash).skip(skipped) {
        let group = &groups[at];
        let mut matches = group.matches(tag);
        while let Some(slot) = matches.first() {
            if slot < SLOTS && is_match(group.row(slot)) {
                return Some(Found { group: at, slot });
            }
            matches.remove_first();
        }
        if !group.is_passed() {
            return None;
        }
    }
    None
}

#[inline]
fn insert<I: RowNumber>(groups: &mut [Group<I>], hash: u32, row: usize) {
    let home = hash as usize & groups.len().wrapping_sub(1);
    if let Some(group) = groups.get_mut(home)
        && group.try_insert(hash, row)
    {
        return;
    }
    insert_further(groups, hash, row);
}

#[cold]
#[inline(never)]
fn insert_further<I: RowNumber>(groups: &mut [Group<I>], hash: u32, row: usize) {
    for at in groups_from(groups.len(), hash) {
        if groups[at].try_insert(hash, row) {
            return;
        }
        groups[at].count_passed();
    }
    // There is room for fewer rows than there are slots.
    unreachable!("an index with room has a free slot");
}

/// Renames a row. It is found by its hash or, where the hash is not the one it came with, anywhere.
#[inline]
fn replace<I: RowNumber>(groups: &mut [Group<I>], hash: u32, from: usize, to: usize) {
    let home = hash as usize & groups.len().wrapping_sub(1);
    if let Some(group) = groups.get_mut(home)
        && let Some(slot) = group.slot_of(hash, from)
    {
        group.set_row(slot, to);
        return;
    }
    replace_further(groups, hash, from, to);
}

#[cold]
#[inline(never)]
fn replace_further<I: RowNumber>(groups: &mut [Group<I>], hash: u32, from: usize, to: usize) {
    let found = find_slot(groups, hash, 1, |other| other == from);
    if let Some(found) = found.or_else(|| locate_anywhere(groups, from)) {
        groups[found.group].set_row(found.slot, to);
    }
}

#[cold]
fn locate_anywhere<I: RowNumber>(groups: &[Group<I>], row: usize) -> Option<Found> {
    groups.iter().enumerate().find_map(|(at, group)| {
        let mut used = group.used();
        while let Some(slot) = used.first() {
            if group.row(slot) == row && slot < SLOTS {
                return Some(Found { group: at, slot });
            }
            used.remove_first();
        }
        None
    })
}

#[inline]
fn remove<I: RowNumber>(groups: &mut [Group<I>], hash: u32, row: usize) {
    let home = hash as usize & groups.len().wrapping_sub(1);
    if let Some(group) = groups.get_mut(home)
        && let Some(slot) = group.slot_of(hash, row)
    {
        group.free_slot(slot);
        return;
    }
    remove_further(groups, hash, row);
}

#[cold]
#[inline(never)]
fn remove_further<I: RowNumber>(groups: &mut [Group<I>], hash: u32, row: usize) {
    // Counts down only on the way that `insert` counted up, which a changed hash does not tell.
    if let Some(found) = find_slot(groups, hash, 1, |other| other == row) {
        for at in groups_from(groups.len(), hash).take_while(|at| *at != found.group) {
            groups[at].uncount_passed();
        }
        groups[found.group].free_slot(found.slot);
    } else if let Some(found) = locate_anywhere(groups, row) {
        groups[found.group].free_slot(found.slot);
    }
}
