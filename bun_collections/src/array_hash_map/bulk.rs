//! Many entries at once: from slices, from iterators, filtered, drained.

use super::core::Core;
use super::rows::Unread;
use super::{ArrayHashContext, ArrayHashMap};
use alloc::vec::Vec;
use bun_alloc::{AllocError, handle_oom};
use core::fmt;
use core::iter::FusedIterator;
use core::mem;

impl<K, V, C: ArrayHashContext<K>> ArrayHashMap<K, V, C> {
    /// Returns a map of copies of `keys` with copies of `values`, in this order.
    ///
    /// Keys that are equal all get an entry; which of them is found is unspecified. To keep one of
    /// each, collect an iterator.
    ///
    /// Zig: `std.ArrayHashMapUnmanaged.init`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for the map itself.
    ///
    /// # Panics
    ///
    /// Panics when there are not as many values as keys.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::ArrayHashMap;
    ///
    /// let mut map = ArrayHashMap::<u8, char>::init(&[1, 2], &['a', 'b'])?;
    /// assert_eq!(map.get(&2), Some(&'b'));
    /// map.reinit(&[3], &['c'])?;
    /// assert_eq!((map.keys(), map.values()), (&[3][..], &['c'][..]));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[track_caller]
    pub fn init(keys: &[K], values: &[V]) -> Result<Self, AllocError>
    where
        K: Clone,
        V: Clone,
        C: Default,
    {
        let mut map = Self::new();
        map.reinit(keys, values)?;
        Ok(map)
    }

    /// Replaces all entries by copies of `keys` with copies of `values`, in this order. The old
    /// entries are dropped when the new ones are complete.
    ///
    /// See [`init`](Self::init) about equal keys.
    ///
    /// Zig: `std.ArrayHashMapUnmanaged.reinit`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for the map itself; nothing has changed.
    ///
    /// # Panics
    ///
    /// Panics when there are not as many values as keys; nothing has changed.
    #[track_caller]
    pub fn reinit(&mut self, keys: &[K], values: &[V]) -> Result<(), AllocError>
    where
        K: Clone,
        V: Clone,
    {
        assert_eq!(keys.len(), values.len(), "as many values as keys");
        let mut core = Core::new(self.core.rows.stores_hash());
        core.rows.set_capacity(self.core.rows.capacity_for(keys.len()))?;
        for (key, value) in keys.iter().zip(values) {
            core.rows.push(0, key.clone(), value.clone());
        }
        core.re_index(|key| self.context.hash(key))?;
        drop(mem::replace(&mut self.core, core));
        Ok(())
    }

    /// Keeps the entries for which `keep`, in their order. O(n).
    ///
    /// When `keep` panics, all entries are still there. Stops the process when there is no memory
    /// for the positions of the entries to drop, or for another index.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::ArrayHashMap;
    ///
    /// let mut map: ArrayHashMap<u32, u32> = (0..8).map(|key| (key, key * key)).collect();
    /// map.retain(|key, value| {
    ///     *value += 1;
    ///     key % 3 == 0
    /// });
    /// assert_eq!((map.keys(), map.values()), (&[0, 3, 6][..], &[1, 10, 37][..]));
    /// ```
    pub fn retain(&mut self, mut keep: impl FnMut(&K, &mut V) -> bool) {
        let mut dropped = Vec::new();
        for (row, (key, value)) in self.iter_mut().enumerate() {
            if !keep(key, value) {
                dropped.push(row);
            }
        }
        if !dropped.is_empty() {
            handle_oom(self.core.remove_many(&dropped, false, |key| self.context.hash(key)));
        }
    }

    /// Drops the entries at `sorted_indexes`; the others keep their order. O(n).
    ///
    /// An index may be named more than once.
    ///
    /// Zig: `std.ArrayHashMapUnmanaged.orderedRemoveAtMany`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for another index; nothing has changed.
    ///
    /// # Panics
    ///
    /// Panics when the indexes are not ascending, or one does not exist; nothing has changed.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::ArrayHashMap;
    ///
    /// let mut map: ArrayHashMap<u32, ()> = (10..16).map(|key| (key, ())).collect();
    /// map.ordered_remove_at_many(&[0, 3, 3, 5])?;
    /// assert_eq!(map.keys(), [11, 12, 14]);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "orderedRemoveAtMany")]
    #[track_caller]
    pub fn ordered_remove_at_many(&mut self, sorted_indexes: &[usize]) -> Result<(), AllocError> {
        assert!(sorted_indexes.is_sorted(), "the indexes are not ascending");
        let last = sorted_indexes.last().copied();
        assert!(last.is_none_or(|last| last < self.len()), "an entry does not exist");
        self.core.remove_many(sorted_indexes, true, |key| self.context.hash(key))
    }
}

impl<K, V, C> ArrayHashMap<K, V, C> {
    /// Takes all entries out, in order; the map keeps its memory.
    ///
    /// Entries that are not taken are dropped with the iterator. If it is leaked, so are they, and
    /// the map is empty and without memory.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::ArrayHashMap;
    ///
    /// let mut map = ArrayHashMap::<u8, char>::from([(1, 'a'), (2, 'b')]);
    /// let capacity = map.capacity();
    /// assert_eq!(map.drain().next(), Some((1, 'a')));
    /// assert_eq!((map.len(), map.capacity()), (0, capacity));
    /// ```
    pub fn drain(&mut self) -> Drain<'_, K, V> {
        let empty = Core::new(self.core.rows.stores_hash());
        let Core { rows, index } = mem::replace(&mut self.core, empty);
        let parked = Core { rows: super::rows::Rows::new(rows.stores_hash()), index };
        Drain { unread: rows.into_unread(), parked, home: &mut self.core }
    }

    /// Returns all entries as a map of their own, and leaves an empty one without memory.
    ///
    /// Zig: `std.ArrayHashMap.move`.
    #[doc(alias = "move")]
    #[must_use]
    pub fn move_(&mut self) -> Self
    where
        C: Clone,
    {
        let context = self.context.clone();
        let empty = Core::new(self.core.rows.stores_hash());
        Self { core: mem::replace(&mut self.core, empty), context }
    }

    /// Does nothing: a borrow of keys or values locks them.
    ///
    /// Zig: `std.ArrayHashMap.lockPointers`.
    #[doc(alias = "lockPointers")]
    #[inline]
    pub const fn lock_pointers(&self) {}

    /// Does nothing; see [`lock_pointers`](Self::lock_pointers).
    ///
    /// Zig: `std.ArrayHashMap.unlockPointers`.
    #[doc(alias = "unlockPointers")]
    #[inline]
    pub const fn unlock_pointers(&self) {}
}

/// The entries of a map that keeps its memory: what [`ArrayHashMap::drain`] returns.
pub struct Drain<'a, K, V> {
    unread: Unread<K, V>,
    /// The index, and no rows.
    parked: Core<K, V>,
    home: &'a mut Core<K, V>,
}

impl<K, V> Iterator for Drain<'_, K, V> {
    type Item = (K, V);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.unread.next()
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.unread.len(), Some(self.unread.len()))
    }
}

impl<K, V> DoubleEndedIterator for Drain<'_, K, V> {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        self.unread.next_back()
    }
}

impl<K, V> ExactSizeIterator for Drain<'_, K, V> {}
impl<K, V> FusedIterator for Drain<'_, K, V> {}

impl<K, V> fmt::Debug for Drain<'_, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Drain").field("len", &self.unread.len()).finish_non_exhaustive()
    }
}

impl<K, V> Drop for Drain<'_, K, V> {
    fn drop(&mut self) {
        // When a destructor panics, the memory goes with it.
        self.parked.rows = self.unread.finish();
        self.parked.clear();
        mem::swap(self.home, &mut self.parked);
    }
}

impl<K, V, C: ArrayHashContext<K>> Extend<(K, V)> for ArrayHashMap<K, V, C> {
    /// Sets the value of every key, in order. Stops the process when memory runs out.
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<'a, K: Copy, V: Copy, C: ArrayHashContext<K>> Extend<(&'a K, &'a V)>
    for ArrayHashMap<K, V, C>
{
    /// Sets the value of every key, in order. Stops the process when memory runs out.
    fn extend<I: IntoIterator<Item = (&'a K, &'a V)>>(&mut self, entries: I) {
        self.extend(entries.into_iter().map(|(key, value)| (*key, *value)));
    }
}

impl<K, V, C: ArrayHashContext<K> + Default> FromIterator<(K, V)> for ArrayHashMap<K, V, C> {
    /// Stops the process when memory runs out.
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::new();
        map.extend(entries);
        map
    }
}

impl<K, V, C: ArrayHashContext<K> + Default, const N: usize> From<[(K, V); N]>
    for ArrayHashMap<K, V, C>
{
    /// Stops the process when memory runs out.
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}
