//! [`RawTable`]: the slots of a hash map without the types of their entries.
//!
//! ```text
//! | entries, as their shape says | control bytes: [u8; capacity] | the first ones again: [u8; WIDTH] |
//! ```
//!
//! An entry lives in the first slot from `hash mod capacity` on, round the end, that was not in use
//! when it came: so the order of the slots follows from the sequence of insertions and removals
//! alone. The bytes after the last slot repeat the first ones, so that a group can be loaded at
//! every slot.
//!
//! A slot that loses its entry has to be a tombstone if an entry after it may have probed over it.
//! If the next slot is free, none did, and the slot becomes free itself, and so do the tombstones
//! right before it. Where entries are put does not change by this: an insertion takes the first
//! slot that is not in use, whether it is free or a tombstone.

#![expect(unsafe_code, reason = "the allocation behind slots; argument in SAFETY.md")]

use alloc::alloc::{alloc, dealloc};
use bun_alloc::AllocError;
use core::ptr::NonNull;

use super::group::{FREE, Group, Lanes, TOMBSTONE, is_used, used};
use super::shape::{CAPACITY_FIRST, Shape, capacity_for, load_max};

/// Slots with control bytes.
///
/// # Invariants
///
/// For the one shape that its owner passes to every call:
///
/// 1. `capacity` is zero and there is no memory, or it is a power of two of at least two,
///    `entries` starts an allocation of exactly `shape.block(capacity)`, and `control` is where its
///    control bytes start, all of them initialised.
/// 2. Control byte `i` equals control byte `i mod capacity`.
/// 3. A control byte is `FREE`, `TOMBSTONE` or in use. `len` of the slots are in use, and
///    `len + available` is `load_max(capacity)`, which is less than `capacity`.
///
/// That the entries of slots in use are initialised is the owner's business.
pub(super) struct RawTable {
    entries: NonNull<u8>,
    control: NonNull<u8>,
    capacity: u32,
    len: u32,
    available: u32,
}

impl RawTable {
    #[inline]
    pub(super) const fn new() -> Self {
        let none = NonNull::dangling();
        Self { entries: none, control: none, capacity: 0, len: 0, available: 0 }
    }

    #[inline]
    pub(super) const fn len(&self) -> usize {
        self.len as usize
    }

    #[inline]
    pub(super) const fn capacity(&self) -> usize {
        self.capacity as usize
    }

    /// Returns how many entries fit before the table has to grow.
    #[inline]
    pub(super) const fn available(&self) -> usize {
        self.available as usize
    }

    /// Returns the start of the entries.
    #[inline]
    pub(super) const fn entries(&self) -> NonNull<u8> {
        self.entries
    }

    #[inline]
    const fn mask(&self) -> usize {
        self.capacity().wrapping_sub(1)
    }

    /// Returns the slot where the search for a hash begins.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "only the low bits are used")]
    const fn home(&self, hash: u64) -> usize {
        hash as usize & self.mask()
    }

    /// Returns the number of slots that a table needs for `additional` more entries.
    pub(super) fn grown(&self, additional: usize) -> Result<u32, AllocError> {
        let additional = u32::try_from(additional).map_err(|_| AllocError)?;
        let len = self.len.checked_add(additional).ok_or(AllocError)?;
        capacity_for(len).map(|capacity| capacity.max(CAPACITY_FIRST)).ok_or(AllocError)
    }

    /// Returns the number of slots of a copy of this table: two or four for very few entries.
    pub(super) fn fitting(&self) -> Result<u32, AllocError> {
        capacity_for(self.len).ok_or(AllocError)
    }

    /// Returns a table of free slots. `capacity` is what `grown` or `fitting` returned.
    pub(super) fn allocate(shape: Shape, capacity: u32) -> Result<Self, AllocError> {
        assert!(capacity >= 2 && capacity.is_power_of_two(), "a number of slots");
        let (layout, control_at) = shape.block(capacity as usize).ok_or(AllocError)?;
        // SAFETY:
        // 1. The layout has the size of the control bytes at least.
        let block = unsafe { alloc(layout) };
        let entries = NonNull::new(block).ok_or(AllocError)?;
        // SAFETY:
        // 1. The control bytes are inside the block.
        let control = unsafe { entries.add(control_at) };
        let mut table = Self { entries, control, capacity, len: 0, available: 0 };
        table.clear();
        Ok(table)
    }

    /// Frees the block, and nothing in it.
    ///
    /// # Safety
    ///
    /// 1. `shape` is the shape of the table.
    /// 2. The table is not used again.
    pub(super) unsafe fn deallocate(&mut self, shape: Shape) {
        if self.capacity == 0 {
            return;
        }
        let (layout, _) = shape.block(self.capacity()).expect("the layout of a block that exists");
        // SAFETY:
        // 1. The block was allocated with this layout (invariant 1, preconditions 1 and 2).
        unsafe { dealloc(self.entries.as_ptr(), layout) }
    }

    /// Makes all slots free, without a look at their entries.
    pub(super) fn clear(&mut self) {
        if self.capacity != 0 {
            // SAFETY:
            // 1. There are so many control bytes (invariant 1).
            unsafe { self.control.write_bytes(FREE, self.capacity() + Group::WIDTH) };
        }
        self.len = 0;
        self.available = load_max(self.capacity);
    }

    /// Returns the control bytes from a slot on.
    ///
    /// # Safety
    ///
    /// 1. `slot < self.capacity()`.
    #[inline]
    pub(super) unsafe fn group(&self, slot: usize) -> Group {
        // SAFETY:
        // 1. Inside the control bytes (precondition 1).
        let first = unsafe { self.control.add(slot) };
        // SAFETY:
        // 1. `WIDTH` bytes follow the slots (invariant 1).
        unsafe { Group::load(first.as_ptr()) }
    }

    /// Returns one control byte.
    ///
    /// # Safety
    ///
    /// 1. `slot <= self.capacity()`, and there are slots.
    #[inline]
    unsafe fn control(&self, slot: usize) -> u8 {
        // SAFETY:
        // 1. Inside the control bytes (precondition 1).
        let byte = unsafe { self.control.add(slot) };
        // SAFETY:
        // 1. They are initialised (invariant 1).
        unsafe { byte.read() }
    }

    /// Sets one control byte wherever it stands.
    ///
    /// # Safety
    ///
    /// 1. `slot < self.capacity()`.
    #[inline]
    unsafe fn set_control(&mut self, slot: usize, byte: u8) {
        // In a table of fewer slots than lanes a byte stands more than twice.
        let capacity = self.capacity();
        let copies = if capacity < Group::WIDTH { Group::WIDTH / capacity } else { 1 };
        let first_copy = (slot.wrapping_sub(Group::WIDTH) & self.mask()) + Group::WIDTH;
        let mut at = first_copy;
        for _ in 0..copies {
            // SAFETY:
            // 1. `first_copy` is below `capacity + WIDTH`, and the others are before it.
            let control = unsafe { self.control.add(at) };
            // SAFETY:
            // 1. Inside the control bytes.
            unsafe { control.write(byte) };
            at = at.wrapping_sub(capacity);
        }
        // SAFETY:
        // 1. Precondition 1.
        let control = unsafe { self.control.add(slot) };
        // SAFETY:
        // 1. Inside the control bytes.
        unsafe { control.write(byte) };
    }

    /// Returns the slots in use, in ascending order.
    ///
    /// Slots may be erased and filled meanwhile; those that are named were in use when the group
    /// around them was looked at.
    ///
    /// # Safety
    ///
    /// 1. The block is not freed before the iterator.
    pub(super) unsafe fn used_slots(&self) -> UsedSlots {
        let (control, remaining) = (self.control, self.len());
        let lanes = Lanes::NONE;
        UsedSlots { control, next_group: 0, lanes, remaining }
    }

    /// Returns whether a slot exists and is in use.
    #[inline]
    pub(super) fn is_used(&self, slot: usize) -> bool {
        // SAFETY:
        // 1. The slot exists.
        slot < self.capacity() && is_used(unsafe { self.control(slot) })
    }

    /// Returns the first slot in use with the fingerprint of a hash for which `is_match`.
    ///
    /// `is_match` is asked about slots in use only.
    #[inline]
    pub(super) fn find(&self, hash: u64, mut is_match: impl FnMut(usize) -> bool) -> Option<usize> {
        if self.len == 0 {
            return None;
        }
        let mut at = self.home(hash);
        let mut searched = 0;
        loop {
            // SAFETY:
            // 1. `at` is masked, and there are slots because some are in use.
            let group = unsafe { self.group(at) };
            let mut lanes = group.with(used(hash));
            while let Some(lane) = lanes.first() {
                let slot = (at + lane) & self.mask();
                if is_match(slot) {
                    return Some(slot);
                }
                lanes.remove_first();
            }
            searched += Group::WIDTH;
            if group.free().any() || searched >= self.capacity() {
                return None;
            }
            at = (at + Group::WIDTH) & self.mask();
        }
    }

    /// As [`find`](Self::find), or returns the slot for a new entry with this hash as the error.
    ///
    /// # Panics
    ///
    /// Panics when there is nothing and the table has no slots.
    #[inline]
    pub(super) fn find_or_vacant(
        &self,
        hash: u64,
        mut is_match: impl FnMut(usize) -> bool,
    ) -> Result<usize, usize> {
        assert!(self.capacity != 0, "no capacity for another entry");
        let mut at = self.home(hash);
        let mut searched = 0;
        let mut vacant = None;
        loop {
            // SAFETY:
            // 1. `at` is masked, and there are slots.
            let group = unsafe { self.group(at) };
            let free = group.free();
            let mut lanes = group.with(used(hash)).up_to(free);
            while let Some(lane) = lanes.first() {
                let slot = (at + lane) & self.mask();
                if is_match(slot) {
                    return Ok(slot);
                }
                lanes.remove_first();
            }
            if vacant.is_none() {
                vacant = group.used().inverse().first().map(|lane| (at + lane) & self.mask());
            }
            searched += Group::WIDTH;
            if let Some(slot) = vacant
                && (free.first().is_some() || searched >= self.capacity())
            {
                return Err(slot);
            }
            at = (at + Group::WIDTH) & self.mask();
        }
    }

    /// Returns the slot for a new entry with this hash.
    ///
    /// # Panics
    ///
    /// Panics when the table has no slots.
    #[inline]
    pub(super) fn vacant(&self, hash: u64) -> usize {
        assert!(self.capacity != 0, "no capacity for another entry");
        let mut at = self.home(hash);
        loop {
            // SAFETY:
            // 1. `at` is masked, and there are slots.
            let group = unsafe { self.group(at) };
            if let Some(lane) = group.used().inverse().first() {
                return (at + lane) & self.mask();
            }
            at = (at + Group::WIDTH) & self.mask();
        }
    }

    /// Marks a slot as in use.
    ///
    /// # Panics
    ///
    /// Panics when the table would be fuller than it may be.
    ///
    /// # Safety
    ///
    /// 1. The slot exists and is not in use.
    #[inline]
    pub(super) unsafe fn fill(&mut self, slot: usize, hash: u64) {
        self.available = self.available.checked_sub(1).expect("capacity for another entry");
        self.len += 1;
        // SAFETY:
        // 1. Precondition 1.
        unsafe { self.set_control(slot, used(hash)) };
    }

    /// Marks a slot as no longer in use.
    ///
    /// # Safety
    ///
    /// 1. The slot exists and is in use.
    #[inline]
    pub(super) unsafe fn erase(&mut self, slot: usize) {
        self.len -= 1;
        self.available += 1;
        // SAFETY:
        // 1. `slot + 1 <= capacity` (precondition 1).
        if unsafe { self.control(slot + 1) } == FREE {
            // SAFETY:
            // 1. Precondition 1.
            unsafe { self.set_control(slot, FREE) };
            let mut before = slot.wrapping_sub(1) & self.mask();
            // SAFETY:
            // 1. `before` is masked.
            while unsafe { self.control(before) } == TOMBSTONE {
                // SAFETY:
                // 1. `before` is masked.
                unsafe { self.set_control(before, FREE) };
                before = before.wrapping_sub(1) & self.mask();
            }
        } else if self.len == 0 {
            self.clear();
        } else {
            // SAFETY:
            // 1. Precondition 1.
            unsafe { self.set_control(slot, TOMBSTONE) };
        }
    }

    /// Puts every entry where its hash wants it, in this block, and forgets the tombstones.
    ///
    /// `hashes` has the hash of the entry of each slot in use. `exchange` exchanges the bytes of
    /// two entries, one of which may not be there.
    pub(super) fn rehash(&mut self, hashes: &mut [u64], mut exchange: impl FnMut(usize, usize)) {
        /// An entry that was put ahead of the cursor and stays where it is.
        const PLACED: u8 = 0x81;
        const PENDING: u8 = 0x80;

        assert_eq!(hashes.len(), self.capacity(), "one hash a slot");
        let set = |table: &mut Self, slot: usize, byte| {
            // SAFETY:
            // 1. Every slot below is masked or less than the capacity.
            unsafe { table.set_control(slot, byte) };
        };
        for slot in 0..self.capacity() {
            let byte = if self.is_used(slot) { PENDING } else { FREE };
            set(self, slot, byte);
        }
        let mut cursor = 0;
        while cursor < self.capacity() {
            if !self.is_used(cursor) {
                cursor += 1;
                continue;
            }
            let hash = hashes[cursor];
            let mut slot = self.home(hash);
            // SAFETY:
            // 1. Every slot below is masked.
            let placed = |slot| unsafe { self.control(slot) } == PLACED;
            while (slot < cursor && self.is_used(slot)) || (slot > cursor && placed(slot)) {
                slot = (slot + 1) & self.mask();
            }
            if slot == cursor {
                set(self, cursor, used(hash));
                cursor += 1;
                continue;
            }
            let was_used = self.is_used(slot);
            exchange(cursor, slot);
            hashes.swap(cursor, slot);
            set(self, slot, if slot < cursor { used(hash) } else { PLACED });
            if !was_used {
                set(self, cursor, FREE);
                cursor += 1;
            }
        }
    }
}

/// The slots in use, in ascending order.
///
/// Invariants: `control` is that of a table whose block exists, and `remaining` slots in use follow
/// those that were named.
#[derive(Clone)]
pub(super) struct UsedSlots {
    control: NonNull<u8>,
    next_group: usize,
    lanes: Lanes,
    remaining: usize,
}

impl UsedSlots {
    #[inline]
    pub(super) const fn len(&self) -> usize {
        self.remaining
    }

    /// Names no more slots.
    pub(super) const fn stop(&mut self) {
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
