//! The index of an array hash map: from a hash to the rows that may have it.
//!
//! The index knows row numbers and hashes, and nothing of keys. It is a hint: what it returns is
//! looked up with a bounds check and compared, so a wrong entry costs an answer, never memory
//! safety.
//!
//! # Layout
//!
//! A power of two of groups; a group has seven slots, each with a tag of its hash and a row:
//!
//! ```text
//! tags: u64   byte   7        6    5    4    3    2    1    0
//!                    passed   tag  tag  tag  tag  tag  tag  tag
//! rows: [u8, u16 or u32; 8]   row  row  row  row  row  row  row
//!
//! tag      0 = free, else 0x80 | seven bits of the multiplied hash
//! passed   how many rows wanted this group and are further on, 255 = at least so many
//! ```
//!
//! A row lives in the first group with a free slot from its home group on, `hash mod groups`.
//! A search compares all tags of a group at once, in one word, and ends at the first group that no
//! row has passed. Removing a row counts `passed` down on its way, so there are no tombstones and
//! nothing ever has to be cleaned up. Tags and rows of a group are neighbours: most searches touch
//! one cache line.
//!
//! # Sizes
//!
//! `2^(bits - 3)` groups hold up to `⌊0.6 · 2^bits⌋` rows, `bits >= 5`: the capacities that code
//! written for Zig observes, in less memory, and at most 69 % of the slots. Row numbers take one
//! byte up to `bits` 8, two up to 16, then four.
//!
//! # Rejected
//!
//! Robin-hood slots with distances compare one slot at a time and mispredict a branch per search.
//! A table of control bytes next to a table of rows takes two cache misses and has tombstones.

#[cfg(test)]
mod tests;

use alloc::boxed::Box;
use alloc::vec::Vec;
use bun_alloc::AllocError;

/// The low and the high bit of every slot: every byte of a word but the last.
const LOW_BITS: u64 = 0x0001_0101_0101_0101;
const HIGH_BITS: u64 = 0x0080_8080_8080_8080;
const PASSED_SHIFT: u32 = 56;
const PASSED_MAX: u64 = 0xff;
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

/// Returns the tag of a hash.
///
/// The multiplication makes tags differ for contexts whose hash is the key itself. It runs while
/// the group is loaded.
#[inline]
fn tag_of(hash: u32) -> u64 {
    u64::from(hash.wrapping_mul(0x9E37_79B1) >> 25 | 0x80)
}

/// An integer that numbers rows.
pub(super) trait RowNumber: Copy + Default + Ord {
    fn new(row: usize) -> Self;
    fn get(self) -> usize;
    /// Returns `self - 1` if `self > than`, without a branch.
    fn down_if_above(self, than: Self) -> Self;
}

macro_rules! row_number {
    ($($int:ty),*) => {$(
        impl RowNumber for $int {
            #[inline]
            #[expect(clippy::cast_possible_truncation, reason = "the index was sized for the row")]
            fn new(row: usize) -> Self {
                row as $int
            }
            #[inline]
            fn get(self) -> usize {
                self as usize
            }
            #[inline]
            fn down_if_above(self, than: Self) -> Self {
                self - <$int>::from(self > than)
            }
        }
    )*};
}

row_number!(u8, u16, u32);

/// Seven slots, see the head of the file.
#[derive(Clone, Copy, Default)]
pub(super) struct Group<I> {
    tags: u64,
    rows: [I; 8],
}

impl<I: RowNumber> Group<I> {
    /// Returns the high bit of each slot with this tag, and perhaps of a slot above one.
    #[inline]
    fn matches(&self, tag: u64) -> u64 {
        let difference = self.tags ^ (tag * LOW_BITS);
        // A byte that is zero borrows. Free slots differ in their high bit and are never found.
        difference.wrapping_sub(LOW_BITS) & !difference & HIGH_BITS
    }

    /// Returns the high bit of each free slot.
    #[inline]
    fn free(&self) -> u64 {
        !self.tags & HIGH_BITS
    }

    #[inline]
    fn row(&self, slot: u32) -> usize {
        self.rows[(slot & 7) as usize].get()
    }

    #[inline]
    fn is_passed(&self) -> bool {
        self.tags >> PASSED_SHIFT != 0
    }

    /// Puts a row into the first free slot; returns whether there was one.
    #[inline]
    fn try_insert(&mut self, hash: u32, row: usize) -> bool {
        let free = self.free();
        if free == 0 {
            return false;
        }
        let slot = free.trailing_zeros() / 8;
        self.tags |= tag_of(hash) << (8 * slot);
        self.rows[(slot & 7) as usize] = I::new(row);
        true
    }

    fn count_passed(&mut self) {
        if self.tags >> PASSED_SHIFT != PASSED_MAX {
            self.tags += 1 << PASSED_SHIFT;
        }
    }

    /// Takes back one `count_passed`, unless they have become too many to count.
    fn uncount_passed(&mut self) {
        if self.is_passed() && self.tags >> PASSED_SHIFT != PASSED_MAX {
            self.tags -= 1 << PASSED_SHIFT;
        }
    }
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
        let count = 1_usize << (bits - 3);
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

    /// Returns the first row for which `is_match`, of those that may have `hash`.
    #[inline]
    pub(super) fn find(&self, hash: u32, is_match: impl FnMut(usize) -> bool) -> Option<usize> {
        with_groups!(&self.groups, groups => find(groups, hash, is_match)).map(|found| found.row)
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
        with_groups!(&mut self.groups, groups => {
            if let Some(found) = locate(groups, hash, from) {
                groups[found.group].rows[(found.slot & 7) as usize] = RowNumber::new(to);
            }
        });
    }

    /// Renames every row above `row`, which was removed, to the one before.
    pub(super) fn close_gap(&mut self, row: usize) {
        fn close<I: RowNumber>(groups: &mut [Group<I>], row: usize) {
            let row = I::new(row);
            for group in groups {
                // A loop over the eight in place, which becomes one or two vectors.
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

/// A row in the index, and where it is.
struct Found {
    group: usize,
    slot: u32,
    row: usize,
}

/// Goes through the groups from the home of `hash` on, around the end, each once.
#[inline]
fn groups_from(count: usize, hash: u32) -> impl Iterator<Item = usize> {
    let mask = count.wrapping_sub(1);
    let home = hash as usize;
    (0..count).map(move |step| (home.wrapping_add(step)) & mask)
}

#[inline]
fn find<I: RowNumber>(
    groups: &[Group<I>],
    hash: u32,
    mut is_match: impl FnMut(usize) -> bool,
) -> Option<Found> {
    let tag = tag_of(hash);
    for at in groups_from(groups.len(), hash) {
        let group = &groups[at];
        let mut matches = group.matches(tag);
        while matches != 0 {
            let slot = matches.trailing_zeros() / 8;
            let row = group.row(slot);
            if is_match(row) {
                return Some(Found { group: at, slot, row });
            }
            matches &= matches - 1;
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

/// Finds the slot of a row, by its hash or, where the hash is not the one it came with, anywhere.
fn locate<I: RowNumber>(groups: &[Group<I>], hash: u32, row: usize) -> Option<Found> {
    find(groups, hash, |other| other == row).or_else(|| locate_anywhere(groups, row))
}

#[cold]
fn locate_anywhere<I: RowNumber>(groups: &[Group<I>], row: usize) -> Option<Found> {
    groups.iter().enumerate().find_map(|(at, group)| {
        let mut used = group.tags & HIGH_BITS;
        while used != 0 {
            let slot = used.trailing_zeros() / 8;
            if group.row(slot) == row {
                return Some(Found { group: at, slot, row });
            }
            used &= used - 1;
        }
        None
    })
}

fn remove<I: RowNumber>(groups: &mut [Group<I>], hash: u32, row: usize) {
    // Counts down only on the way that `insert` counted up, which a changed hash does not tell.
    if let Some(found) = find(groups, hash, |other| other == row) {
        for at in groups_from(groups.len(), hash).take_while(|at| *at != found.group) {
            groups[at].uncount_passed();
        }
        groups[found.group].tags &= !(0xff << (8 * found.slot));
    } else if let Some(found) = locate_anywhere(groups, row) {
        groups[found.group].tags &= !(0xff << (8 * found.slot));
    }
}
