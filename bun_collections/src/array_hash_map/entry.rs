//! What a map says about one entry: [`GetOrPutResult`], [`Entry`], [`KV`] and [`MapEntry`].

use super::core::Probe;
use super::{ArrayHashContext, ArrayHashMap};
use core::fmt;
use core::mem;

/// The entry that [`ArrayHashMap::get_or_put`] found or added.
///
/// Zig: `std.ArrayHashMap.GetOrPutResult`.
#[derive(Debug)]
pub struct GetOrPutResult<'a, K, V> {
    /// The key in the map.
    pub key_ptr: &'a mut K,
    /// Its value: the default one if the entry is new.
    pub value_ptr: &'a mut V,
    /// Whether the entry was there before.
    pub found_existing: bool,
    /// The position of the entry.
    pub index: usize,
}

/// The key and the value of an entry, exclusively.
///
/// Zig: `std.ArrayHashMap.Entry`.
#[derive(Debug)]
pub struct Entry<'a, K, V> {
    /// The key in the map; see [`ArrayHashMap::keys_mut`] before changing it.
    pub key_ptr: &'a mut K,
    /// Its value.
    pub value_ptr: &'a mut V,
}

/// A key and a value that were taken out.
///
/// Zig: `std.ArrayHashMap.KV`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KV<K, V> {
    /// The key.
    pub key: K,
    /// The value.
    pub value: V,
}

/// The place of a key in a map, with or without an entry.
///
/// # Examples
///
/// ```
/// use bun_collections::ArrayHashMap;
///
/// let mut counts = ArrayHashMap::<u8, u32>::new();
/// for letter in *b"banana" {
///     *counts.entry(letter).or_default() += 1;
/// }
/// assert_eq!(counts.keys(), b"ban");
/// assert_eq!(counts.values(), [1, 3, 2]);
/// ```
pub enum MapEntry<'a, K, V, C> {
    /// The key has an entry.
    Occupied(OccupiedEntry<'a, K, V, C>),
    /// The key has none, and the map has room for it.
    Vacant(VacantEntry<'a, K, V, C>),
}

/// An entry of a map.
pub struct OccupiedEntry<'a, K, V, C> {
    map: &'a mut ArrayHashMap<K, V, C>,
    row: usize,
}

/// A key without an entry, and a map with room for it.
pub struct VacantEntry<'a, K, V, C> {
    map: &'a mut ArrayHashMap<K, V, C>,
    hash: u32,
    key: K,
}

impl<K, V, C: ArrayHashContext<K>> ArrayHashMap<K, V, C> {
    /// Returns the place of a key, after making room for it.
    ///
    /// Stops the process when the map has to grow and cannot.
    pub fn entry(&mut self, key: K) -> MapEntry<'_, K, V, C> {
        self.reserve(1);
        let probe = self.probe(&key);
        self.entry_at(probe, || key)
    }
}

impl<K, V, C> ArrayHashMap<K, V, C> {
    /// Returns the place that a search has found; there is room for a new entry.
    pub(super) fn entry_at(
        &mut self,
        probe: Probe,
        key: impl FnOnce() -> K,
    ) -> MapEntry<'_, K, V, C> {
        match probe.row() {
            Some(row) => MapEntry::Occupied(OccupiedEntry { map: self, row }),
            None => MapEntry::Vacant(VacantEntry { map: self, hash: probe.hash, key: key() }),
        }
    }
}

impl<'a, K, V, C> MapEntry<'a, K, V, C> {
    /// Returns the value, after adding an entry with `value` if there was none.
    #[inline]
    pub fn or_insert(self, value: V) -> &'a mut V {
        self.or_insert_with(|| value)
    }

    /// Returns the value, after adding an entry with what `value` returns if there was none.
    #[inline]
    pub fn or_insert_with(self, value: impl FnOnce() -> V) -> &'a mut V {
        match self {
            MapEntry::Occupied(entry) => entry.into_mut(),
            MapEntry::Vacant(entry) => entry.insert(value()),
        }
    }

    /// Returns the value, after adding an entry with the default value if there was none.
    #[inline]
    pub fn or_default(self) -> &'a mut V
    where
        V: Default,
    {
        self.or_insert_with(V::default)
    }

    /// Returns the value, after adding an entry with what `value` makes of the key if there was
    /// none.
    #[inline]
    pub fn or_insert_with_key(self, value: impl FnOnce(&K) -> V) -> &'a mut V {
        match self {
            MapEntry::Occupied(entry) => entry.into_mut(),
            MapEntry::Vacant(entry) => {
                let value = value(&entry.key);
                entry.insert(value)
            }
        }
    }

    /// Changes the value if there is one, and returns the same place.
    #[inline]
    #[must_use]
    pub fn and_modify(mut self, change: impl FnOnce(&mut V)) -> Self {
        if let MapEntry::Occupied(entry) = &mut self {
            change(entry.get_mut());
        }
        self
    }

    /// Returns the key: that of the map if it has one, else the one that was given.
    #[inline]
    #[must_use]
    pub fn key(&self) -> &K {
        match self {
            MapEntry::Occupied(entry) => entry.key(),
            MapEntry::Vacant(entry) => entry.key(),
        }
    }

    /// Returns the position of the entry, or the one it would have.
    #[inline]
    #[must_use]
    pub fn index(&self) -> usize {
        match self {
            MapEntry::Occupied(entry) => entry.index(),
            MapEntry::Vacant(entry) => entry.index(),
        }
    }
}

impl<K, V, C: ArrayHashContext<K>> OccupiedEntry<'_, K, V, C> {
    /// Removes and returns the entry; the last entry takes its place. O(1).
    #[inline]
    pub fn swap_remove(self) -> (K, V) {
        self.map.swap_remove_at(self.row)
    }

    /// Removes and returns the entry; the others keep their order. O(n).
    #[inline]
    pub fn ordered_remove(self) -> (K, V) {
        self.map.ordered_remove_at(self.row)
    }

    /// Removes the entry and returns its value; the last entry takes its place. O(1).
    #[inline]
    pub fn remove(self) -> V {
        self.swap_remove().1
    }

    /// Removes and returns the entry; forwards to [`swap_remove`](Self::swap_remove).
    #[inline]
    pub fn remove_entry(self) -> (K, V) {
        self.swap_remove()
    }
}

impl<'a, K, V, C> OccupiedEntry<'a, K, V, C> {
    /// Returns the position of the entry.
    #[inline]
    #[must_use]
    pub fn index(&self) -> usize {
        self.row
    }

    /// Returns the key in the map.
    #[inline]
    #[must_use]
    pub fn key(&self) -> &K {
        &self.map.keys()[self.row]
    }

    /// Returns the value.
    #[inline]
    #[must_use]
    pub fn get(&self) -> &V {
        &self.map.values()[self.row]
    }

    /// Returns the value, exclusively.
    #[inline]
    #[must_use]
    pub fn get_mut(&mut self) -> &mut V {
        &mut self.map.values_mut()[self.row]
    }

    /// Sets the value, and returns the one before.
    #[inline]
    pub fn insert(&mut self, value: V) -> V {
        mem::replace(self.get_mut(), value)
    }

    /// Returns the value for as long as the map is borrowed.
    #[inline]
    #[must_use]
    pub fn into_mut(self) -> &'a mut V {
        &mut self.map.values_mut()[self.row]
    }
}

impl<'a, K, V, C> VacantEntry<'a, K, V, C> {
    /// Returns the key.
    #[inline]
    #[must_use]
    pub fn key(&self) -> &K {
        &self.key
    }

    /// Returns the position that the entry would have.
    #[inline]
    #[must_use]
    pub fn index(&self) -> usize {
        self.map.len()
    }

    /// Returns the key, and gives the entry up.
    #[inline]
    #[must_use]
    pub fn into_key(self) -> K {
        self.key
    }

    /// Adds the entry and returns its value.
    #[inline]
    pub fn insert(self, value: V) -> &'a mut V {
        self.map.core.push(self.hash, self.key, value);
        self.map.found_or_last(None).value_ptr
    }
}

impl<K: fmt::Debug, V: fmt::Debug, C> fmt::Debug for OccupiedEntry<'_, K, V, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OccupiedEntry")
            .field("key", self.key())
            .field("value", self.get())
            .finish_non_exhaustive()
    }
}

impl<K: fmt::Debug, V, C> fmt::Debug for VacantEntry<'_, K, V, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VacantEntry").field("key", self.key()).finish_non_exhaustive()
    }
}

impl<K: fmt::Debug, V: fmt::Debug, C> fmt::Debug for MapEntry<'_, K, V, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MapEntry::Occupied(entry) => entry.fmt(f),
            MapEntry::Vacant(entry) => entry.fmt(f),
        }
    }
}
