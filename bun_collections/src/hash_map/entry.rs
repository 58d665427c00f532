//! What a map says about one entry: [`GetOrPutResult`], [`Entry`], [`KV`] and [`MapEntry`].

use super::slots::{Found, Search, Vacant};
use super::{HashContext, HashMap};
use core::fmt;

pub use crate::array_hash_map::{Entry, KV};

/// The entry that [`HashMap::get_or_put`] found or added.
///
/// Zig: `std.HashMap.GetOrPutResult`.
///
/// # Examples
///
/// ```
/// use bun_collections::HashMap;
///
/// let mut firsts = HashMap::<u32, usize>::new();
/// for (index, number) in [7, 9, 7].into_iter().enumerate() {
///     let found = firsts.get_or_put(number)?;
///     if !found.found_existing {
///         *found.value_ptr = index;
///     }
/// }
/// assert_eq!((firsts.get(&7), firsts.get(&9)), (Some(&0), Some(&1)));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Debug)]
pub struct GetOrPutResult<'a, K, V> {
    /// The key in the map.
    pub key_ptr: &'a mut K,
    /// Its value: the default one if the entry is new.
    pub value_ptr: &'a mut V,
    /// Whether the entry was there before.
    pub found_existing: bool,
}

impl<'a, K, V> GetOrPutResult<'a, K, V> {
    #[inline]
    pub(super) fn new(found: Found<'a, K, V>, found_existing: bool) -> Self {
        let (key_ptr, value_ptr) = found.into_mut();
        Self { key_ptr, value_ptr, found_existing }
    }
}

/// The place of a key in a map, with or without an entry.
///
/// # Examples
///
/// ```
/// use bun_collections::HashMap;
///
/// let mut counts = HashMap::<u8, u32>::new();
/// for letter in *b"banana" {
///     *counts.entry(letter).or_default() += 1;
/// }
/// assert_eq!(counts.get(&b'a'), Some(&3));
/// ```
pub enum MapEntry<'a, K, V> {
    /// The key has an entry.
    Occupied(OccupiedEntry<'a, K, V>),
    /// The key has none, and the map has room for it.
    Vacant(VacantEntry<'a, K, V>),
}

/// An entry of a map.
///
/// # Examples
///
/// ```
/// use bun_collections::{HashMap, hash_map::MapEntry};
///
/// let mut stock: HashMap<u32, u32> = [(7, 1)].into_iter().collect();
/// if let MapEntry::Occupied(mut entry) = stock.entry(7) {
///     *entry.get_mut() -= 1;
///     if *entry.get() == 0 {
///         entry.remove();
///     }
/// }
/// assert!(stock.is_empty());
/// ```
pub struct OccupiedEntry<'a, K, V> {
    found: Found<'a, K, V>,
}

/// A key without an entry, and a map with room for it.
///
/// # Examples
///
/// ```
/// use bun_collections::{HashMap, hash_map::MapEntry};
///
/// let mut squares = HashMap::<u32, u32>::new();
/// if let MapEntry::Vacant(entry) = squares.entry(7) {
///     let key = *entry.key();
///     entry.insert(key * key);
/// }
/// assert_eq!(squares.get(&7), Some(&49));
/// ```
pub struct VacantEntry<'a, K, V> {
    vacant: Vacant<'a, K, V>,
    key: K,
}

impl<K, V, C: HashContext<K>> HashMap<K, V, C> {
    /// Returns the place of a key, after making room for it.
    ///
    /// Stops the process when the map has to grow and cannot.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let mut map = HashMap::<u32, u32>::new();
    /// for _ in 0..3 {
    ///     map.entry(7).and_modify(|value| *value *= 2).or_insert(1);
    /// }
    /// assert_eq!(map.get(&7), Some(&4));
    /// ```
    pub fn entry(&mut self, key: K) -> MapEntry<'_, K, V> {
        self.reserve(1);
        let hash = self.context.hash(&key);
        match self.slots.search(hash, |other| self.context.eql(&key, other)) {
            Search::Found(found) => MapEntry::Occupied(OccupiedEntry { found }),
            Search::Vacant(vacant) => MapEntry::Vacant(VacantEntry { vacant, key }),
        }
    }
}

impl<'a, K, V> MapEntry<'a, K, V> {
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

    /// Changes the value if there is one.
    #[inline]
    #[must_use]
    pub fn and_modify(mut self, change: impl FnOnce(&mut V)) -> Self {
        if let MapEntry::Occupied(entry) = &mut self {
            change(entry.get_mut());
        }
        self
    }
}

impl<'a, K, V> OccupiedEntry<'a, K, V> {
    /// Returns the key in the map.
    #[inline]
    #[must_use]
    pub fn key(&self) -> &K {
        self.found.get().0
    }

    /// Returns the value.
    #[inline]
    #[must_use]
    pub fn get(&self) -> &V {
        self.found.get().1
    }

    /// Returns the value, exclusively.
    #[inline]
    #[must_use]
    pub fn get_mut(&mut self) -> &mut V {
        self.found.get_mut().1
    }

    /// Returns the value for as long as the map is borrowed.
    #[inline]
    #[must_use]
    pub fn into_mut(self) -> &'a mut V {
        self.found.into_mut().1
    }

    /// Sets the value and returns the one it had.
    #[inline]
    pub fn insert(&mut self, value: V) -> V {
        core::mem::replace(self.get_mut(), value)
    }

    /// Removes the entry and returns its value.
    #[inline]
    pub fn remove(self) -> V {
        let (key, value) = self.found.remove();
        // First, because a destructor that panics at the end would leak the value.
        drop(key);
        value
    }

    /// Removes and returns the entry.
    #[inline]
    pub fn remove_entry(self) -> (K, V) {
        self.found.remove()
    }
}

impl<'a, K, V> VacantEntry<'a, K, V> {
    /// Returns the key.
    #[inline]
    #[must_use]
    pub fn key(&self) -> &K {
        &self.key
    }

    /// Returns the key, and leaves the map without an entry for it.
    #[inline]
    #[must_use]
    pub fn into_key(self) -> K {
        self.key
    }

    /// Adds the entry and returns its value.
    #[inline]
    pub fn insert(self, value: V) -> &'a mut V {
        self.vacant.fill(self.key, value).into_mut().1
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for OccupiedEntry<'_, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OccupiedEntry")
            .field("key", self.key())
            .field("value", self.get())
            .finish_non_exhaustive()
    }
}

impl<K: fmt::Debug, V> fmt::Debug for VacantEntry<'_, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VacantEntry").field("key", self.key()).finish_non_exhaustive()
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for MapEntry<'_, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MapEntry::Occupied(entry) => entry.fmt(f),
            MapEntry::Vacant(entry) => entry.fmt(f),
        }
    }
}
