//! [`DynamicBitSetList`]: many sets of one length in one block.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::cell::Cell;
use core::fmt;

use bun_alloc::AllocError;

use super::words::num_masks_for;
use super::{BitSet, DynamicBitSetRow, LengthMismatch};

/// Sets of one length, made together, that share one block.
///
/// As in Zig, a shared list can be written to: its words are `Cell`s. So it can be sent to another
/// thread, but not shared with one:
///
/// ```compile_fail,E0277
/// fn shared_between_threads<T: Sync>() {}
/// shared_between_threads::<bun_collections::DynamicBitSetList>();
/// ```
///
/// A row borrows the list. It is a view, not a set that owns its words and could be resized:
///
/// ```compile_fail,E0308
/// use bun_collections::{DynamicBitSetList, DynamicBitSetUnmanaged};
///
/// let list = DynamicBitSetList::init_empty(2, 10)?;
/// let row: DynamicBitSetUnmanaged = list.at(0);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// Zig: `bun.bit_set.DynamicBitSetUnmanaged.List`.
///
/// # Examples
///
/// ```
/// use bun_collections::{DynamicBitSetList, DynamicBitSetUnmanaged};
///
/// // What each of three trees needs.
/// let needs = DynamicBitSetList::init_empty(3, 100)?;
/// needs.set(0, 0);
/// needs.set(1, 99);
/// needs.set_union(1, &needs.at(0));
/// assert!(needs.at(1).iter_set().eq([0, 99]));
///
/// let mut done = DynamicBitSetUnmanaged::init_empty(100)?;
/// done.set(0);
/// assert!(needs.at(0).subset_of(&done) && !needs.at(1).subset_of(&done));
/// assert_eq!(needs.at(2).count(), 0);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Default)]
#[doc(alias = "List")]
pub struct DynamicBitSetList {
    /// `len * num_masks_for(bit_length)` words, set by set.
    words: Box<[Cell<usize>]>,
    len: usize,
    bit_length: usize,
}

impl DynamicBitSetList {
    /// Returns `n` sets of `bit_length` bits, of which none is set.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for so many bits.
    #[doc(alias = "initEmpty")]
    pub fn init_empty(n: usize, bit_length: usize) -> Result<Self, AllocError> {
        let count = num_masks_for(bit_length).checked_mul(n).ok_or(AllocError)?;
        let mut words = Vec::new();
        words.try_reserve_exact(count)?;
        words.resize(count, Cell::new(0));
        Ok(Self { words: words.into_boxed_slice(), len: n, bit_length })
    }

    /// Returns how many sets there are.
    #[doc(alias = "n")]
    #[inline]
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Returns whether there is no set.
    #[inline]
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Returns how many bits each set has.
    #[inline]
    #[must_use]
    pub const fn bit_length(&self) -> usize {
        self.bit_length
    }

    /// Returns a set.
    ///
    /// # Panics
    ///
    /// When `i` is not below the number of sets.
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn at(&self, i: usize) -> DynamicBitSetRow<'_> {
        assert!(i < self.len, "the index of a set is below the length of its list");
        let count = num_masks_for(self.bit_length);
        DynamicBitSetRow::new(&self.words[i * count..][..count], self.bit_length)
    }

    /// Returns the sets in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = DynamicBitSetRow<'_>> {
        (0..self.len).map(|i| self.at(i))
    }

    /// Sets bit `j` of set `i`.
    ///
    /// # Panics
    ///
    /// When there is no such set, or it has no such bit.
    #[inline]
    #[track_caller]
    pub fn set(&self, i: usize, j: usize) {
        self.at(i).set(j);
    }

    /// Sets the bits of set `i` that are set in `other`, which may be another set of the list.
    ///
    /// # Panics
    ///
    /// When there is no such set, or when the lengths differ.
    #[doc(alias = "setUnion")]
    #[track_caller]
    pub fn set_union(&self, i: usize, other: &impl BitSet) {
        self.at(i).set_union(other);
    }

    /// Sets the bits of set `i` that are set in `other`, which may be another set of the list.
    ///
    /// # Errors
    ///
    /// When the lengths differ; nothing has changed.
    ///
    /// # Panics
    ///
    /// When there is no such set.
    #[track_caller]
    pub fn try_set_union(&self, i: usize, other: &impl BitSet) -> Result<(), LengthMismatch> {
        self.at(i).try_set_union(other)
    }
}

impl fmt::Debug for DynamicBitSetList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
