//! Taking entries out, and giving memory back.

use super::core::Core;
use super::{ArrayHashContext, ArrayHashMap};

impl<K, V, C: ArrayHashContext<K>> ArrayHashMap<K, V, C> {
    #[inline]
    #[track_caller]
    pub(super) fn swap_remove_row(&mut self, row: usize, hash: Option<u32>) -> (K, V) {
        self.core.swap_remove(row, hash, |key| self.context.hash(key))
    }

    #[track_caller]
    pub(super) fn ordered_remove_row(&mut self, row: usize, hash: Option<u32>) -> (K, V) {
        self.core.ordered_remove(row, hash, |key| self.context.hash(key))
    }

    /// Removes the entry of a key and returns whether there was one; the last entry takes its
    /// place. O(1).
    ///
    /// Zig: `std.ArrayHashMap.swapRemove`.
    #[doc(alias = "swapRemove")]
    #[inline]
    pub fn swap_remove(&mut self, key: &K) -> bool {
        self.fetch_swap_remove(key).is_some()
    }

    /// Removes the entry of a key and returns whether there was one; the others keep their order.
    /// O(n).
    ///
    /// Zig: `std.ArrayHashMap.orderedRemove`.
    #[doc(alias = "orderedRemove")]
    #[inline]
    pub fn ordered_remove(&mut self, key: &K) -> bool {
        self.fetch_ordered_remove(key).is_some()
    }

    /// Removes and returns the entry of a key; the last entry takes its place. O(1).
    ///
    /// Zig: `std.ArrayHashMap.fetchSwapRemove`.
    #[doc(alias = "fetchSwapRemove")]
    #[inline]
    pub fn fetch_swap_remove(&mut self, key: &K) -> Option<(K, V)> {
        let (row, hash) = self.probe(key).parts();
        Some(self.swap_remove_row(row?, Some(hash)))
    }

    /// Removes and returns the entry of a key; the others keep their order. O(n).
    ///
    /// Zig: `std.ArrayHashMap.fetchOrderedRemove`.
    #[doc(alias = "fetchOrderedRemove")]
    pub fn fetch_ordered_remove(&mut self, key: &K) -> Option<(K, V)> {
        let (row, hash) = self.probe(key).parts();
        Some(self.ordered_remove_row(row?, Some(hash)))
    }

    /// Removes the entry of a key and returns its value; the last entry takes its place. O(1).
    #[inline]
    pub fn remove(&mut self, key: &K) -> Option<V> {
        self.fetch_swap_remove(key).map(|(_, value)| value)
    }

    /// Removes and returns the entry at `index`; the last entry takes its place. O(1).
    ///
    /// Zig: `std.ArrayHashMap.swapRemoveAt`.
    ///
    /// # Panics
    ///
    /// Panics when there is no such entry.
    #[doc(alias = "swapRemoveAt")]
    #[inline]
    #[track_caller]
    pub fn swap_remove_at(&mut self, index: usize) -> (K, V) {
        self.swap_remove_row(index, None)
    }

    /// Removes and returns the entry at `index`; the others keep their order. O(n).
    ///
    /// Zig: `std.ArrayHashMap.orderedRemoveAt`.
    ///
    /// # Panics
    ///
    /// Panics when there is no such entry.
    #[doc(alias = "orderedRemoveAt")]
    #[track_caller]
    pub fn ordered_remove_at(&mut self, index: usize) -> (K, V) {
        self.ordered_remove_row(index, None)
    }

    /// Removes and returns the last entry.
    #[inline]
    pub fn pop(&mut self) -> Option<(K, V)> {
        let last = self.len().checked_sub(1)?;
        Some(self.swap_remove_row(last, None))
    }

    /// Keeps the first `len` entries, drops the others from the last on, and keeps the memory.
    ///
    /// When a destructor panics, the entries before it are still there.
    ///
    /// Zig: `std.ArrayHashMap.shrinkRetainingCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when `len > self.len()`.
    #[doc(alias = "shrinkRetainingCapacity")]
    #[track_caller]
    pub fn shrink_retaining_capacity(&mut self, len: usize) {
        assert!(len <= self.len(), "cannot shrink {} entries to {len}", self.len());
        while self.len() > len {
            drop(self.pop());
        }
    }

    /// Keeps the first `len` entries, drops the others, and gives their memory back.
    ///
    /// Where no smaller block can be had, the old one is kept. The index keeps its size.
    ///
    /// Zig: `std.ArrayHashMap.shrinkAndFree`.
    ///
    /// # Panics
    ///
    /// Panics when `len > self.len()`.
    #[doc(alias = "shrinkAndFree")]
    #[track_caller]
    pub fn shrink_and_free(&mut self, len: usize) {
        self.shrink_retaining_capacity(len);
        // More memory than needed is no failure.
        let _ = self.core.rows.set_capacity(len);
    }
}

impl<K, V, C> ArrayHashMap<K, V, C> {
    /// Drops all entries and keeps the memory.
    ///
    /// Zig: `std.ArrayHashMap.clearRetainingCapacity`.
    #[doc(alias = "clearRetainingCapacity")]
    pub fn clear_retaining_capacity(&mut self) {
        self.core.clear();
    }

    /// Drops all entries and keeps the memory; forwards to
    /// [`clear_retaining_capacity`](Self::clear_retaining_capacity).
    #[inline]
    pub fn clear(&mut self) {
        self.clear_retaining_capacity();
    }

    /// Drops all entries and frees the memory.
    ///
    /// Zig: `std.ArrayHashMap.clearAndFree`.
    #[doc(alias = "clearAndFree")]
    pub fn clear_and_free(&mut self) {
        let empty = Core::new(self.core.rows.stores_hash());
        drop(core::mem::replace(&mut self.core, empty));
    }
}
