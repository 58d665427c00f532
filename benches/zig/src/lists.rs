//! `std.ArrayList` of integers and `std.PriorityQueue` of keys with names.

use crate::ffi::{self, ArrayListHandle, PriorityQueueHandle};
use crate::owned::Owned;
use crate::{Oracle, Removal};

/// No list is longer.
const LEN_MAX: usize = 1 << 24;

/// Zig's list.
///
/// # Examples
///
/// ```
/// use zig_oracle::{ArrayList, Oracle};
///
/// let Some(zig) = Oracle::find() else { return };
/// let mut list = ArrayList::new(zig);
/// list.append(7);
/// list.replace(0, 0, &[5, 6]);
/// assert_eq!((list.items(), list.capacity()), (vec![5, 6, 7], 32));
/// ```
#[derive(Debug)]
pub struct ArrayList {
    handle: Owned<ArrayListHandle>,
}

impl ArrayList {
    /// Makes an empty list.
    #[must_use]
    pub fn new(_zig: Oracle) -> Self {
        Self { handle: Owned::new(ffi::array_list_create()) }
    }

    /// `append`.
    pub fn append(&mut self, value: u32) {
        ffi::array_list_append(&mut self.handle, value);
    }

    /// `replaceRange`, or `insertSlice` for an empty range, or `appendSlice` for one at the end.
    ///
    /// # Panics
    ///
    /// When the range leaves the list.
    pub fn replace(&mut self, start: usize, len: usize, new: &[u32]) {
        assert!(start <= self.len() && len <= self.len() - start);
        ffi::array_list_replace(&mut self.handle, start, len, new.into());
    }

    /// `swapRemove` or `orderedRemove`.
    ///
    /// # Panics
    ///
    /// When `index` is not below the length.
    pub fn remove(&mut self, index: usize, removal: Removal) -> u32 {
        assert!(index < self.len());
        ffi::array_list_remove(&mut self.handle, index, removal == Removal::Ordered)
    }

    /// `shrinkAndFree` or `shrinkRetainingCapacity`.
    ///
    /// # Panics
    ///
    /// When `len` is above the length.
    pub fn shrink(&mut self, len: usize, free: bool) {
        assert!(len <= self.len());
        ffi::array_list_shrink(&mut self.handle, len, free);
    }

    /// `ensureTotalCapacity`, or `ensureTotalCapacityPrecise`.
    ///
    /// # Panics
    ///
    /// When `count` is above 2²⁴.
    pub fn ensure(&mut self, count: usize, precise: bool) {
        assert!(count <= LEN_MAX);
        ffi::array_list_ensure(&mut self.handle, count, precise);
    }

    /// `clearAndFree`.
    pub fn clear_and_free(&mut self) {
        ffi::array_list_clear_and_free(&mut self.handle);
    }

    /// The length of `items`.
    #[must_use]
    pub fn len(&self) -> usize {
        ffi::array_list_len(&self.handle)
    }

    /// Whether there is no value.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The field `capacity`.
    #[must_use]
    pub fn capacity(&self) -> usize {
        ffi::array_list_capacity(&self.handle)
    }

    /// A copy of `items`.
    #[must_use]
    pub fn items(&self) -> Vec<u32> {
        let mut items = vec![0; self.len()];
        ffi::array_list_items(&self.handle, items.as_mut_slice().into());
        items
    }
}

/// What the queue holds: compared by the key alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct Item {
    /// The least comes first.
    pub key: u32,
    /// Tells equal keys apart.
    pub name: u32,
}

/// Zig's heap.
///
/// # Examples
///
/// ```
/// use zig_oracle::{Item, Oracle, PriorityQueue};
///
/// let Some(zig) = Oracle::find() else { return };
/// let mut queue = PriorityQueue::new(zig);
/// queue.add(&[Item { key: 5, name: 0 }, Item { key: 3, name: 1 }]);
/// assert_eq!(queue.remove().map(|item| item.name), Some(1));
/// ```
#[derive(Debug)]
pub struct PriorityQueue {
    handle: Owned<PriorityQueueHandle>,
}

impl PriorityQueue {
    /// Makes an empty queue.
    #[must_use]
    pub fn new(_zig: Oracle) -> Self {
        Self { handle: Owned::new(ffi::priority_queue_create()) }
    }

    /// `add`, or `addSlice` of more than one.
    pub fn add(&mut self, items: &[Item]) {
        ffi::priority_queue_add(&mut self.handle, items.into());
    }

    /// `removeOrNull`.
    pub fn remove(&mut self) -> Option<Item> {
        let mut item = Item::default();
        ffi::priority_queue_remove(&mut self.handle, &mut item).then_some(item)
    }

    /// `removeIndex`.
    ///
    /// # Panics
    ///
    /// When `index` is not below the length.
    pub fn remove_index(&mut self, index: usize) -> Item {
        assert!(index < self.len());
        ffi::priority_queue_remove_index(&mut self.handle, index)
    }

    /// `update`; answers whether there was one.
    pub fn update(&mut self, old: &Item, new: &Item) -> bool {
        ffi::priority_queue_update(&mut self.handle, old, new)
    }

    /// `fromOwnedSlice` of a copy, in place of this queue.
    pub fn replace(&mut self, items: &[Item]) {
        ffi::priority_queue_replace(&mut self.handle, items.into());
    }

    /// `ensureTotalCapacity`, or `ensureTotalCapacityPrecise`.
    ///
    /// # Panics
    ///
    /// When `count` is above 2²⁴.
    pub fn ensure(&mut self, count: usize, precise: bool) {
        assert!(count <= LEN_MAX);
        ffi::priority_queue_ensure(&mut self.handle, count, precise);
    }

    /// `shrinkAndFree`.
    ///
    /// # Panics
    ///
    /// When `capacity` is below the length or above the capacity.
    pub fn shrink(&mut self, capacity: usize) {
        assert!(capacity >= self.len() && capacity <= self.capacity());
        ffi::priority_queue_shrink(&mut self.handle, capacity);
    }

    /// `clearRetainingCapacity`.
    pub fn clear(&mut self) {
        ffi::priority_queue_clear(&mut self.handle);
    }

    /// `count`.
    #[must_use]
    pub fn len(&self) -> usize {
        ffi::priority_queue_len(&self.handle)
    }

    /// Whether there is no value.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// `capacity`.
    #[must_use]
    pub fn capacity(&self) -> usize {
        ffi::priority_queue_capacity(&self.handle)
    }

    /// A copy of `items`.
    #[must_use]
    pub fn items(&self) -> Vec<Item> {
        let mut items = vec![Item::default(); self.len()];
        ffi::priority_queue_items(&self.handle, items.as_mut_slice().into());
        items
    }
}
