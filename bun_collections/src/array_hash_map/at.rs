//! Entries by position, and several of them at once.

use super::{ArrayHashContext, ArrayHashMap};

impl<K, V, C> ArrayHashMap<K, V, C> {
    /// Returns the key and the value at `index`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::ArrayHashMap;
    ///
    /// let map = ArrayHashMap::<u8, char>::from([(7, 'x'), (8, 'y')]);
    /// assert_eq!(map.get_at(1), Some((&8, &'y')));
    /// assert_eq!((map.first(), map.last()), (map.get_at(0), map.get_at(1)));
    /// assert_eq!(map.get_at(2), None);
    /// ```
    #[inline]
    #[must_use]
    pub fn get_at(&self, index: usize) -> Option<(&K, &V)> {
        self.keys().get(index).zip(self.values().get(index))
    }

    /// Returns the key and the value at `index`, the value exclusively.
    #[inline]
    #[must_use]
    pub fn get_at_mut(&mut self, index: usize) -> Option<(&K, &mut V)> {
        let (keys, values) = self.keys_and_values_mut();
        keys.get(index).zip(values.get_mut(index))
    }

    /// Returns the first entry.
    #[inline]
    #[must_use]
    pub fn first(&self) -> Option<(&K, &V)> {
        self.get_at(0)
    }

    /// Returns the last entry.
    #[inline]
    #[must_use]
    pub fn last(&self) -> Option<(&K, &V)> {
        self.get_at(self.len().wrapping_sub(1))
    }

    /// Returns several entries by position, each with its value exclusively; `None` when one does
    /// not exist or is named twice.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::ArrayHashMap;
    ///
    /// let mut map = ArrayHashMap::<u8, char>::from([(7, 'x'), (8, 'y')]);
    /// if let Some([(_, a), (_, b)]) = map.get_disjoint_at_mut([0, 1]) {
    ///     core::mem::swap(a, b);
    /// }
    /// assert_eq!(map.values(), ['y', 'x']);
    /// assert_eq!(map.get_disjoint_at_mut([1, 1]), None);
    /// ```
    #[must_use]
    pub fn get_disjoint_at_mut<const N: usize>(
        &mut self,
        indices: [usize; N],
    ) -> Option<[(&K, &mut V); N]> {
        let (keys, values) = self.keys_and_values_mut();
        let values = values.get_disjoint_mut(indices).ok()?;
        let mut at = 0;
        Some(values.map(|value| {
            at += 1;
            (&keys[indices[at - 1]], value)
        }))
    }
}

impl<K, V, C: ArrayHashContext<K>> ArrayHashMap<K, V, C> {
    /// Returns the values of several keys, exclusively; `None` for each that has no entry.
    ///
    /// # Panics
    ///
    /// Panics when two of the keys have the same entry.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::ArrayHashMap;
    ///
    /// let mut map = ArrayHashMap::<u8, u32>::from([(7, 1), (8, 2)]);
    /// if let [Some(a), Some(b), None] = map.get_disjoint_mut([&7, &8, &9]) {
    ///     core::mem::swap(a, b);
    /// }
    /// assert_eq!(map.values(), [2, 1]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn get_disjoint_mut<const N: usize>(&mut self, keys: [&K; N]) -> [Option<&mut V>; N] {
        let rows = keys.map(|key| self.get_index(key));
        self.values_at_rows(rows)
    }
}

impl<K, V, C> ArrayHashMap<K, V, C> {
    /// Panics when a row is named twice.
    #[track_caller]
    pub(super) fn values_at_rows<const N: usize>(
        &mut self,
        rows: [Option<usize>; N],
    ) -> [Option<&mut V>; N] {
        let mut order: [usize; N] = core::array::from_fn(|at| at);
        order.sort_unstable_by_key(|at| rows[*at]);
        let mut values: [Option<&mut V>; N] = core::array::from_fn(|_| None);
        let mut rest = self.values_mut();
        let mut start = 0;
        for at in order {
            let Some(row) = rows[at] else { continue };
            let offset = row.checked_sub(start).expect("two keys have the same entry");
            let (value, after) = rest[offset..].split_first_mut().expect("the entry exists");
            values[at] = Some(value);
            (rest, start) = (after, row + 1);
        }
        values
    }
}
