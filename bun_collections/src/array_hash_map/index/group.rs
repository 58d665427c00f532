//! [`Group`]: seven slots of an index, searched in one word.

/// The low and the high bit of every slot: every byte of a word but the last.
const LOW_BITS: u64 = 0x0001_0101_0101_0101;
pub(super) const HIGH_BITS: u64 = 0x0080_8080_8080_8080;
const PASSED_SHIFT: u32 = 56;
const PASSED_MAX: u64 = 0xff;

/// Returns the tag of a hash.
///
/// The multiplication makes tags differ for contexts whose hash is the key itself. It runs while
/// the group is loaded.
#[inline]
pub(super) fn tag_of(hash: u32) -> u64 {
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

/// Seven slots, see the head of the module.
#[derive(Clone, Copy, Default)]
pub(super) struct Group<I> {
    pub(super) tags: u64,
    pub(super) rows: [I; 8],
}

impl<I: RowNumber> Group<I> {
    /// Returns the high bit of each slot with this tag, and perhaps of a slot above one.
    #[inline]
    pub(super) fn matches(&self, tag: u64) -> u64 {
        let difference = self.tags ^ (tag * LOW_BITS);
        // A byte that is zero borrows. Slots in use, which free ones are not, differ by less than
        // the high bit, so that nothing else sets it but the borrow of a slot below.
        difference.wrapping_sub(LOW_BITS) & self.tags & HIGH_BITS
    }

    /// Returns the high bit of each free slot.
    #[inline]
    pub(super) fn free(&self) -> u64 {
        !self.tags & HIGH_BITS
    }

    #[inline]
    pub(super) fn row(&self, slot: u32) -> usize {
        self.rows[(slot & 7) as usize].get()
    }

    #[inline]
    pub(super) fn is_passed(&self) -> bool {
        self.tags >> PASSED_SHIFT != 0
    }

    /// Puts a row into the first free slot; returns whether there was one.
    #[inline]
    pub(super) fn try_insert(&mut self, hash: u32, row: usize) -> bool {
        let free = self.free();
        if free == 0 {
            return false;
        }
        let slot = free.trailing_zeros() / 8;
        self.tags |= tag_of(hash) << (8 * slot);
        self.rows[(slot & 7) as usize] = I::new(row);
        true
    }

    /// Returns the slot of a row that came with this hash.
    #[inline]
    pub(super) fn slot_of(&self, hash: u32, row: usize) -> Option<u32> {
        let mut matches = self.matches(tag_of(hash));
        while matches != 0 {
            let slot = matches.trailing_zeros() / 8;
            if self.row(slot) == row {
                return Some(slot);
            }
            matches &= matches - 1;
        }
        None
    }

    #[inline]
    pub(super) fn free_slot(&mut self, slot: u32) {
        self.tags &= !(0xff << (8 * slot));
    }

    pub(super) fn count_passed(&mut self) {
        if self.tags >> PASSED_SHIFT != PASSED_MAX {
            self.tags += 1 << PASSED_SHIFT;
        }
    }

    /// Takes back one `count_passed`, unless they have become too many to count.
    pub(super) fn uncount_passed(&mut self) {
        if self.is_passed() && self.tags >> PASSED_SHIFT != PASSED_MAX {
            self.tags -= 1 << PASSED_SHIFT;
        }
    }
}
