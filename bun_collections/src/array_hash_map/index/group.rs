//! [`Group`]: the slots of an index that are searched at once.

use crate::hash_map::group::{Group as Tags, Lanes};

/// Tags of a group, and the count in the last place.
const WIDTH: usize = Tags::WIDTH;
/// Slots of a group.
pub(super) const SLOTS: usize = WIDTH - 1;
/// What is added to a count that is not zero: such groups are seen where used slots are.
///
/// A search may then take the count for a tag, and looks at a row in vain.
const PASSED: u8 = 0x80;
const PASSED_ONCE: u8 = PASSED + 1;

/// Returns the number of groups of an index of `bits`.
pub(super) const fn groups_of(bits: u32) -> usize {
    (1_usize << bits) / WIDTH
}

/// Returns the tag of a hash.
///
/// The multiplication makes tags differ for contexts whose hash is the key itself. It runs while
/// the group is loaded.
#[inline]
pub(super) const fn tag_of(hash: u32) -> u8 {
    (hash.wrapping_mul(0x9E37_79B1) >> 25) as u8 | 0x80
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

/// Slots, see the head of the module.
#[derive(Clone, Copy, Default)]
pub(super) struct Group<I> {
    tags: [u8; WIDTH],
    pub(super) rows: [I; WIDTH],
}

impl<I: RowNumber> Group<I> {
    /// Returns the slots with this tag.
    #[inline]
    pub(super) fn matches(&self, tag: u8) -> Lanes {
        Tags::of(&self.tags).with(tag)
    }

    /// Returns the slots in use, and the place of the count if there is one.
    #[inline]
    pub(super) fn used(&self) -> Lanes {
        Tags::of(&self.tags).used()
    }

    #[inline]
    pub(super) fn row(&self, slot: usize) -> usize {
        self.rows[slot % WIDTH].get()
    }

    #[inline]
    pub(super) fn set_row(&mut self, slot: usize, row: usize) {
        self.rows[slot % WIDTH] = I::new(row);
    }

    #[inline]
    pub(super) fn is_passed(&self) -> bool {
        self.used().has(SLOTS)
    }

    /// Puts a row into the first free slot; returns whether there was one.
    #[inline]
    pub(super) fn try_insert(&mut self, hash: u32, row: usize) -> bool {
        // The count may look free; it is the last.
        match Tags::of(&self.tags).free().first() {
            Some(slot) if slot < SLOTS => {
                self.tags[slot] = tag_of(hash);
                self.set_row(slot, row);
                true
            }
            _ => false,
        }
    }

    /// Returns the slot of a row that came with this hash.
    #[inline]
    pub(super) fn slot_of(&self, hash: u32, row: usize) -> Option<usize> {
        let mut matches = self.matches(tag_of(hash));
        while let Some(slot) = matches.first() {
            if self.row(slot) == row && slot < SLOTS {
                return Some(slot);
            }
            matches.remove_first();
        }
        None
    }

    #[inline]
    pub(super) fn free_slot(&mut self, slot: usize) {
        self.tags[slot % WIDTH] = 0;
    }

    pub(super) fn count_passed(&mut self) {
        self.tags[SLOTS] = self.tags[SLOTS].saturating_add(1) | PASSED;
    }

    /// Takes back one `count_passed`, unless they have become too many to count.
    pub(super) fn uncount_passed(&mut self) {
        self.tags[SLOTS] = match self.tags[SLOTS] {
            u8::MAX => u8::MAX,
            0 | PASSED_ONCE => 0,
            count => count - 1,
        };
    }
}
