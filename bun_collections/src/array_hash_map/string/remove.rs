//! Taking strings out.

use super::super::{ArrayHashAdapter, ArrayHashContext, KV};
use super::StringArrayHashMap;
use alloc::boxed::Box;

impl<V, C> StringArrayHashMap<V, C>
where
    C: ArrayHashContext<Box<[u8]>> + ArrayHashAdapter<[u8], Box<[u8]>>,
{
    /// Removes the entry of a key and returns whether there was one; the last entry takes its
    /// place. O(1).
    #[doc(alias = "swapRemove")]
    #[inline]
    pub fn swap_remove(&mut self, key: &[u8]) -> bool {
        self.fetch_swap_remove(key).is_some()
    }

    /// Removes the entry of a key and returns whether there was one; the others keep their order.
    /// O(n).
    #[doc(alias = "orderedRemove")]
    #[inline]
    pub fn ordered_remove(&mut self, key: &[u8]) -> bool {
        self.fetch_ordered_remove(key).is_some()
    }

    /// Removes and returns the entry of a key; the last entry takes its place. O(1).
    #[doc(alias = "fetchSwapRemove")]
    pub fn fetch_swap_remove(&mut self, key: &[u8]) -> Option<KV<Box<[u8]>, V>> {
        let (row, hash) = self.probe(key).parts();
        let (key, value) = self.map.swap_remove_row(row?, Some(hash));
        Some(KV { key, value })
    }

    /// Removes and returns the entry of a key; the others keep their order. O(n).
    #[doc(alias = "fetchOrderedRemove")]
    pub fn fetch_ordered_remove(&mut self, key: &[u8]) -> Option<KV<Box<[u8]>, V>> {
        let (row, hash) = self.probe(key).parts();
        let (key, value) = self.map.ordered_remove_row(row?, Some(hash));
        Some(KV { key, value })
    }

    /// Removes the entry of a key and returns its value; the last entry takes its place. O(1).
    #[inline]
    pub fn remove(&mut self, key: &[u8]) -> Option<V> {
        self.fetch_swap_remove(key).map(|entry| entry.value)
    }
}
