//! Changing the order of the entries, and catching up with keys that were changed.

use super::{ArrayHashContext, ArrayHashMap};
use crate::permutation::Permutation;
use bun_alloc::{AllocError, handle_oom};

impl<K, V, C> ArrayHashMap<K, V, C> {
    /// Sorts the entries; equal ones keep their order. O(n·log n).
    ///
    /// `less_than(keys, values, a, b)` tells whether entry `a` comes before entry `b`, and sees the
    /// entries in their old order throughout. When it panics, no entry has moved. When it is no
    /// order, the entries end up in an unspecified one.
    ///
    /// Allocates eight bytes per entry for the time of the sort, and stops the process where it
    /// cannot. Computes no hash.
    ///
    /// Zig: `std.ArrayHashMap.sort`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::ArrayHashMap;
    ///
    /// let mut map = ArrayHashMap::<u8, &str>::new();
    /// for (key, value) in [(1, "one"), (2, "two"), (3, "three")] {
    ///     map.put(key, value)?;
    /// }
    /// map.sort(|_, values, a, b| values[a] < values[b]);
    /// assert_eq!(map.keys(), [1, 3, 2]);
    /// assert_eq!(map.get(&3), Some(&"three"));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn sort(&mut self, mut less_than: impl FnMut(&[K], &[V], usize, usize) -> bool) {
        let (keys, values) = (self.keys(), self.values());
        let order = Permutation::sorted(0..self.len(), |a, b| less_than(keys, values, a, b));
        self.core.permute(handle_oom(order));
    }

    /// Exchanges the entries at two positions. Computes no hash where hashes are stored.
    ///
    /// # Panics
    ///
    /// Panics when one does not exist.
    #[track_caller]
    pub fn swap_indices(&mut self, a: usize, b: usize)
    where
        C: ArrayHashContext<K>,
    {
        self.core.swap(a, b, |key| self.context.hash(key));
    }

    /// Sorts the entries; the order of equal ones is unspecified.
    ///
    /// Zig: `std.ArrayHashMap.sortUnstable`.
    #[doc(alias = "sortUnstable")]
    pub fn sort_unstable(&mut self, less_than: impl FnMut(&[K], &[V], usize, usize) -> bool) {
        self.sort(less_than);
    }
}

impl<K, V, C: ArrayHashContext<K>> ArrayHashMap<K, V, C> {
    /// Hashes all keys again, after some were changed in place. O(n).
    ///
    /// Keys that have become equal stay; which of them is found is unspecified.
    ///
    /// Zig: `std.ArrayHashMap.reIndex`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for another index; the old one is kept.
    #[doc(alias = "reIndex")]
    pub fn re_index(&mut self) -> Result<(), AllocError> {
        self.core.re_index(|key| self.context.hash(key))
    }

    /// Puts another key into the entry at `index`, and returns the key that was there. O(n).
    ///
    /// Zig: `std.ArrayHashMap.setKey`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for another index; nothing has changed.
    ///
    /// # Panics
    ///
    /// Panics when there is no such entry.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::ArrayHashMap;
    ///
    /// let mut map = ArrayHashMap::<u8, char>::from([(1, 'a'), (2, 'b')]);
    /// assert_eq!(map.set_key(0, 9)?, 1);
    /// assert_eq!((map.get(&9), map.get(&1)), (Some(&'a'), None));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "setKey")]
    #[track_caller]
    pub fn set_key(&mut self, index: usize, key: K) -> Result<K, AllocError> {
        self.core.set_key(index, key, |key| self.context.hash(key))
    }
}
