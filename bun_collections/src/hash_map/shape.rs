//! [`Shape`]: where the entries and the control bytes of a table stand in its block, and how many
//! slots a table has.

use core::alloc::Layout;

use super::group::Group;

/// The number of slots to begin with.
pub(super) const CAPACITY_FIRST: u32 = 8;
/// The share of slots that may be in use, in percent.
const LOAD_MAX: u64 = 80;

/// Sizes and alignments of entries.
///
/// Where a pair has no padding its key and its value are neighbours, which costs one cache miss an
/// entry rather than two; otherwise keys and values are two arrays.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    key: Layout,
    value: Layout,
    paired: bool,
}

impl Shape {
    #[inline]
    pub(super) const fn new<K, V>() -> Self {
        let (key, value) = (Layout::new::<K>(), Layout::new::<V>());
        Self { key, value, paired: size_of::<(K, V)>() == key.size() + value.size() }
    }

    #[inline]
    pub(super) const fn is_paired(self) -> bool {
        self.paired
    }

    /// Returns where the array of values starts. Does not overflow if the block exists.
    #[inline]
    pub(super) const fn values_at(self, capacity: usize) -> usize {
        (self.key.size() * capacity).next_multiple_of(self.value.align())
    }

    /// Returns the size of a block and where its control bytes start.
    pub(super) fn block(self, capacity: usize) -> Option<(Layout, usize)> {
        let keys = self.key.size().checked_mul(capacity)?;
        let values = self.value.size().checked_mul(capacity)?;
        let before =
            if self.paired { keys } else { keys.checked_next_multiple_of(self.value.align())? };
        let control = before.checked_add(values)?;
        let size = control.checked_add(capacity)?.checked_add(Group::WIDTH)?;
        let align = self.key.align().max(self.value.align());
        Some((Layout::from_size_align(size, align).ok()?, control))
    }
}

/// Returns how many of the slots may be in use.
#[inline]
pub(super) const fn load_max(capacity: u32) -> u32 {
    (capacity as u64 * LOAD_MAX / 100) as u32
}

/// Returns the number of slots for `len` entries.
pub(super) fn capacity_for(len: u32) -> Option<u32> {
    let slots = u64::from(len) * 100 / LOAD_MAX + 1;
    u32::try_from(slots).ok()?.checked_next_power_of_two()
}
