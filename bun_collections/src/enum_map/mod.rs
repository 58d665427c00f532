//! Maps and sets with the tags of an enumeration as keys: [`EnumArray`], [`EnumMap`], [`EnumSet`].
//!
//! | in Zig | here | every key has a value |
//! |---|---|---|
//! | `std.EnumArray` | [`EnumArray`], the `EnumMap` of the crate `enum-map` | yes |
//! | `std.EnumMap` | [`EnumMap`] | no |
//! | `std.EnumSet` | [`EnumSet`], of the crate `enumset` | – |
//!
//! All of them go through keys in the order in which the enumeration declares them, as Zig does.
//! The derive macros [`Enum`] and [`EnumSetType`] name their crates, so a crate that derives them
//! depends on `enum-map` and `enumset` itself, in the versions that this one has.
//!
//! # Rejected
//!
//! `EnumArray<K, Option<V>>` for the map: the option of a word is two words.

#![expect(unsafe_code, reason = "values that are there or not; argument in SAFETY.md")]

#[cfg(test)]
mod tests;

use core::fmt;
use core::mem::MaybeUninit;
use core::ops::{Index, IndexMut};

/// A value for each tag of an enumeration.
///
/// Zig: `std.EnumArray`.
///
/// # Examples
///
/// ```
/// use bun_collections::{Enum, EnumArray};
///
/// #[derive(Enum)]
/// enum Side {
///     Left,
///     Right,
/// }
///
/// let mut counts = EnumArray::<Side, u32>::default();
/// counts[Side::Right] += 2;
/// assert_eq!(counts.as_slice(), [0, 2]);
/// ```
#[doc(inline)]
pub use enum_map::EnumMap as EnumArray;
pub use enum_map::{Enum, enum_map};
pub use enumset::{EnumSet, EnumSetType, enum_set};

/// Values for some tags of an enumeration.
///
/// A value takes its size, and each key one byte more. Looking up is an index.
///
/// Zig: `std.EnumMap`.
///
/// # Examples
///
/// ```
/// use bun_collections::{Enum, EnumMap};
///
/// #[derive(Clone, Copy, Debug, Enum, PartialEq)]
/// enum Kind {
///     Text,
///     Css,
///     Wasm,
/// }
///
/// let mut sizes = EnumMap::<Kind, u64>::init();
/// assert_eq!(sizes.put(Kind::Wasm, 30), None);
/// assert_eq!(sizes.put(Kind::Text, 10), None);
/// assert_eq!(sizes.get(Kind::Text), Some(&10));
/// assert_eq!(sizes.get(Kind::Css), None);
/// assert!(sizes.iter().map(|(kind, _)| kind).eq([Kind::Text, Kind::Wasm]));
/// assert_eq!(sizes.fetch_remove(Kind::Text), Some(10));
/// assert_eq!(sizes.count(), 1);
/// ```
pub struct EnumMap<K: Enum, V> {
    /// Which keys have a value. Invariant: where this is set, `values` is initialised. Both are
    /// reached by one index, whatever a key says of itself the next time.
    present: EnumArray<K, bool>,
    values: EnumArray<K, MaybeUninit<V>>,
}

impl<K: Enum, V> EnumMap<K, V> {
    /// Returns a map without values.
    ///
    /// Zig: `EnumMap.init` of nothing.
    #[must_use]
    pub fn init() -> Self {
        Self {
            present: EnumArray::from_fn(|_| false),
            values: EnumArray::from_fn(|_| MaybeUninit::uninit()),
        }
    }

    /// Returns a map with a copy of a value for every key.
    ///
    /// Zig: `EnumMap.initFull`.
    #[doc(alias = "initFull")]
    #[must_use]
    pub fn init_full(value: V) -> Self
    where
        V: Clone,
    {
        let mut map = Self::init();
        for index in 0..map.present.len() {
            map.put_at(index, value.clone());
        }
        map
    }

    /// Returns how many keys have a value. O(keys).
    #[must_use]
    pub fn count(&self) -> usize {
        self.present.as_slice().iter().filter(|is_present| **is_present).count()
    }

    /// Returns whether a key has a value.
    #[must_use]
    pub fn contains(&self, key: K) -> bool {
        self.present.as_slice()[key.into_usize()]
    }

    /// Returns the value of a key.
    ///
    /// Zig: `EnumMap.get`, `EnumMap.getPtrConst`.
    #[must_use]
    pub fn get(&self, key: K) -> Option<&V> {
        self.get_at(key.into_usize())
    }

    /// Returns the value of a key, to change it.
    ///
    /// Zig: `EnumMap.getPtr`.
    #[doc(alias = "getPtr")]
    #[must_use]
    pub fn get_ptr(&mut self, key: K) -> Option<&mut V> {
        let index = key.into_usize();
        if !self.present.as_slice()[index] {
            return None;
        }
        // SAFETY: the value at this index is initialised (invariant on `present`).
        Some(unsafe { self.values.as_mut_slice()[index].assume_init_mut() })
    }

    /// Returns the value of a key that has one.
    ///
    /// Zig: `EnumMap.getAssertContains`.
    ///
    /// # Panics
    ///
    /// If it has none.
    #[doc(alias = "getAssertContains")]
    #[must_use]
    pub fn get_assert_contains(&self, key: K) -> &V {
        self.get(key).expect("the key has a value")
    }

    /// Gives a key a value. Returns the one that it had.
    ///
    /// Zig: `EnumMap.put`.
    pub fn put(&mut self, key: K, value: V) -> Option<V> {
        self.put_at(key.into_usize(), value)
    }

    /// Returns the value of a key, made first if it has none.
    ///
    /// Zig: `EnumMap.putUninitialized` where the key had none.
    pub fn get_or_put_with(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let index = key.into_usize();
        if !self.present.as_slice()[index] {
            self.put_at(index, make());
        }
        // SAFETY: the value at this index was initialised, or is now (invariant on `present`).
        unsafe { self.values.as_mut_slice()[index].assume_init_mut() }
    }

    /// Takes a key's value away and drops it.
    ///
    /// Zig: `EnumMap.remove`.
    pub fn remove(&mut self, key: K) {
        drop(self.fetch_remove(key));
    }

    /// Takes a key's value away and returns it.
    ///
    /// Zig: `EnumMap.fetchRemove`.
    #[doc(alias = "fetchRemove")]
    pub fn fetch_remove(&mut self, key: K) -> Option<V> {
        self.take_at(key.into_usize())
    }

    /// Takes all values away and drops them. Should one's destructor panic, those behind it are
    /// still there.
    pub fn clear(&mut self) {
        for index in 0..self.present.len() {
            drop(self.take_at(index));
        }
    }

    /// Returns the keys that have a value, with it, in the order of the enumeration.
    ///
    /// Zig: `EnumMap.iterator`.
    #[doc(alias = "iterator")]
    pub fn iter(&self) -> impl Iterator<Item = (K, &V)> {
        (0..self.present.len())
            .filter_map(|index| Some((K::from_usize(index), self.get_at(index)?)))
    }

    fn get_at(&self, index: usize) -> Option<&V> {
        if !self.present.as_slice()[index] {
            return None;
        }
        // SAFETY: the value at this index is initialised (invariant on `present`).
        Some(unsafe { self.values.as_slice()[index].assume_init_ref() })
    }

    fn put_at(&mut self, index: usize, value: V) -> Option<V> {
        let before = self.take_at(index);
        self.values.as_mut_slice()[index].write(value);
        self.present.as_mut_slice()[index] = true;
        before
    }

    fn take_at(&mut self, index: usize) -> Option<V> {
        if !core::mem::take(&mut self.present.as_mut_slice()[index]) {
            return None;
        }
        // SAFETY: the value at this index was initialised (invariant on `present`), and counts as
        // gone from here on.
        Some(unsafe { self.values.as_slice()[index].assume_init_read() })
    }
}

impl<K: Enum, V> Drop for EnumMap<K, V> {
    fn drop(&mut self) {
        /// Goes on with the others when a destructor panics.
        struct Rest<'a, K: Enum, V>(&'a mut EnumMap<K, V>);

        impl<K: Enum, V> Drop for Rest<'_, K, V> {
            fn drop(&mut self) {
                self.0.clear();
            }
        }

        if core::mem::needs_drop::<V>() {
            let rest = Rest(self);
            rest.0.clear();
        }
    }
}

impl<K: Enum, V> Default for EnumMap<K, V> {
    fn default() -> Self {
        Self::init()
    }
}

impl<K: Enum, V: Clone> Clone for EnumMap<K, V> {
    fn clone(&self) -> Self {
        let mut map = Self::init();
        for index in 0..self.present.len() {
            if let Some(value) = self.get_at(index) {
                map.put_at(index, value.clone());
            }
        }
        map
    }
}

impl<K: Enum, V: PartialEq> PartialEq for EnumMap<K, V> {
    fn eq(&self, other: &Self) -> bool {
        (0..self.present.len()).all(|index| self.get_at(index) == other.get_at(index))
    }
}

impl<K: Enum, V: Eq> Eq for EnumMap<K, V> {}

impl<K: Enum, V> Extend<(K, V)> for EnumMap<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.put(key, value);
        }
    }
}

impl<K: Enum, V> FromIterator<(K, V)> for EnumMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::init();
        map.extend(entries);
        map
    }
}

impl<K: Enum, V> Index<K> for EnumMap<K, V> {
    type Output = V;

    /// # Panics
    ///
    /// If the key has no value.
    fn index(&self, key: K) -> &V {
        self.get_assert_contains(key)
    }
}

impl<K: Enum, V> IndexMut<K> for EnumMap<K, V> {
    /// # Panics
    ///
    /// If the key has no value.
    fn index_mut(&mut self, key: K) -> &mut V {
        self.get_ptr(key).expect("the key has a value")
    }
}

impl<K: Enum + fmt::Debug, V: fmt::Debug> fmt::Debug for EnumMap<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}
