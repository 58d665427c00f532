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
//! A slot that loses its entry becomes a tombstone, because entries after it may have probed over
//! it; or it becomes free again if the next slot is, for then none did. Where entries are put does
//! not change by this: an insertion takes the first slot that is not in use, whatever it was.
//!
//! Tombstones would make a search for what is not there endless. So the table knows its reach, how
//! far from its home slot any entry is at most, and no search goes farther.
//!
//! Freeing all tombstones before a free slot, too, was tried: it mispredicts at every removal, and
//! steady removal and insertion still left a few free slots in a thousand.

#![expect(unsafe_code, reason = "the allocation behind slots; argument in SAFETY.md")]

mod probe;
mod rehash;
mod used_slots;

use alloc::alloc::{alloc, dealloc};
use bun_alloc::AllocError;
use core::ptr::NonNull;

use self::probe::Probe;
pub(super) use self::used_slots::UsedSlots;
use super::group::{FREE, Group, TOMBSTONE, is_used, used};
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
/// Searches find what is there because, moreover, the slots between that of an entry and the one
/// that its hash wants are not free, and are fewer than `reach` or than `WIDTH`.
///
/// That the entries of slots in use are initialised is the owner's business.
pub(super) struct RawTable {
    entries: NonNull<u8>,
    control: NonNull<u8>,
    capacity: u32,
    len: u32,
    available: u32,
    reach: u32,
}

/// What the first group of a search has.
pub(super) enum Home {
    /// What was searched.
    Found(usize),
    /// Only the slot for a new entry: nothing is further on.
    Vacant(usize),
    /// What was searched may be further on.
    Further {
        /// The first slot that is not in use.
        vacant: Option<usize>,
    },
}

impl RawTable {
    #[inline]
    pub(super) const fn new() -> Self {
        let none = NonNull::dangling();
        Self { entries: none, control: none, capacity: 0, len: 0, available: 0, reach: 0 }
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

    /// Returns the slot where the search for a hash begins, if there are slots.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "only the low bits are used")]
    pub(super) const fn home(&self, hash: u64) -> usize {
        hash as usize & self.mask()
    }

    /// Has searches for a hash reach the slot of its entry.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "at most the capacity")]
    fn extend_reach(&mut self, slot: usize, hash: u64) {
        let distance = slot.wrapping_sub(self.home(hash)) & self.mask();
        // Every search looks at its first group.
        if distance >= Group::WIDTH {
            self.reach = self.reach.max(distance as u32 + 1);
        }
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
        let mut table = Self { entries, control, capacity, len: 0, available: 0, reach: 0 };
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
        self.reach = 0;
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
        if self.capacity() < Group::WIDTH {
            // SAFETY:
            // 1. Precondition 1.
            return unsafe { self.set_repeated(slot, byte) };
        }
        // The copy of one of the first slots, or the slot itself.
        let copy = (slot.wrapping_sub(Group::WIDTH) & self.mask()) + Group::WIDTH;
        for at in [slot, copy] {
            // SAFETY:
            // 1. Less than `capacity + WIDTH`.
            let control = unsafe { self.control.add(at) };
            // SAFETY:
            // 1. Inside the control bytes.
            unsafe { control.write(byte) };
        }
    }

    /// As [`set_control`](Self::set_control), for a table of fewer slots than lanes.
    ///
    /// # Safety
    ///
    /// 1. `slot < self.capacity()`.
    #[cold]
    #[inline(never)]
    unsafe fn set_repeated(&mut self, slot: usize, byte: u8) {
        let end = self.capacity() + Group::WIDTH;
        for at in (slot..end).step_by(self.capacity()) {
            // SAFETY:
            // 1. Less than `capacity + WIDTH`.
            let control = unsafe { self.control.add(at) };
            // SAFETY:
            // 1. Inside the control bytes.
            unsafe { control.write(byte) };
        }
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
        // SAFETY:
        // 1. The bytes are there (invariant 1), for as long as the block (precondition 1).
        // 2. So many slots are in use (invariant 3).
        unsafe { UsedSlots::new(self.control, self.len()) }
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
        let at = self.home(hash);
        // SAFETY:
        // 1. `at` is masked, and there are slots because some are in use.
        let group = unsafe { self.group(at) };
        if let Some(slot) = self.find_in(group, at, hash, &mut is_match) {
            return Some(slot);
        }
        if group.free().any() {
            return None;
        }
        // No slot for a new entry is wanted, so any will do.
        let mut probe = Probe::after(at, Some(at));
        while let Some(slot) = self.next_match(hash, &mut probe) {
            if is_match(slot) {
                return Some(slot);
            }
        }
        None
    }

    /// Returns the first slot of the group from `at` on that has the fingerprint of a hash, is in
    /// use, and for which `is_match`.
    #[inline]
    fn find_in(
        &self,
        group: Group,
        at: usize,
        hash: u64,
        mut is_match: impl FnMut(usize) -> bool,
    ) -> Option<usize> {
        // A match behind a free slot is none, and never equal: not to look at it costs more.
        let mut lanes = group.with(used(hash));
        while let Some(lane) = lanes.first() {
            let slot = (at + lane) & self.mask();
            if is_match(slot) {
                return Some(slot);
            }
            lanes.remove_first();
        }
        None
    }

    /// As [`find`](Self::find), or returns the slot for a new entry with this hash as the error.
    ///
    /// # Panics
    ///
    /// Panics when there is nothing and the table has no slots.
    #[inline]
    #[track_caller]
    pub(super) fn find_or_vacant(
        &self,
        hash: u64,
        mut is_match: impl FnMut(usize) -> bool,
    ) -> Result<usize, usize> {
        assert!(self.capacity != 0, "no capacity for another entry");
        let vacant = match self.look_at_home(hash, &mut is_match) {
            Home::Found(slot) => return Ok(slot),
            Home::Vacant(slot) => return Err(slot),
            Home::Further { vacant } => vacant,
        };
        let mut probe = Probe::after(self.home(hash), vacant);
        while let Some(slot) = self.next_match(hash, &mut probe) {
            if is_match(slot) {
                return Ok(slot);
            }
        }
        Err(probe.vacant.expect("a search ends behind a slot that is not in use"))
    }

    /// Does what [`find_or_vacant`](Self::find_or_vacant) does as far as the first group.
    #[inline]
    pub(super) fn look_at_home(&self, hash: u64, is_match: impl FnMut(usize) -> bool) -> Home {
        if self.capacity == 0 {
            return Home::Further { vacant: None };
        }
        let at = self.home(hash);
        // SAFETY:
        // 1. `at` is masked, and there are slots.
        let group = unsafe { self.group(at) };
        if let Some(slot) = self.find_in(group, at, hash, is_match) {
            return Home::Found(slot);
        }
        let vacant = group.used().inverse().first().map(|lane| (at + lane) & self.mask());
        match vacant {
            Some(slot) if group.free().any() => Home::Vacant(slot),
            _ => Home::Further { vacant },
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
    /// # Safety
    ///
    /// 1. The slot exists and is not in use.
    /// 2. `available` is not zero.
    #[inline]
    pub(super) unsafe fn fill(&mut self, slot: usize, hash: u64) {
        self.available -= 1;
        self.len += 1;
        self.extend_reach(slot, hash);
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
        let next = unsafe { self.control(slot + 1) };
        const { assert!(FREE == 0 && TOMBSTONE == 1) };
        // SAFETY:
        // 1. Precondition 1.
        unsafe { self.set_control(slot, u8::from(next != FREE)) };
    }
}
