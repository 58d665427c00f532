//! [`StringMap`]: from byte strings to byte strings, in order of insertion.

#[cfg(test)]
mod tests;

use crate::array_hash_map::StringArrayHashMap;
use alloc::boxed::Box;
use alloc::vec::Vec;
use bun_alloc::AllocError;

/// Pairs of byte strings in order of insertion, as of `--define` or an `.npmrc`. The map owns
/// copies of all of them.
///
/// Zig: `bun.StringMap`.
///
/// # Examples
///
/// ```
/// use bun_collections::StringMap;
///
/// let mut define = StringMap::init(true);
/// define.insert(b"NODE_ENV", b"production")?;
/// define.put(b"DEBUG", b"false")?;
/// define.put(b"NODE_ENV", b"test")?;
/// assert_eq!(define.count(), 2);
/// assert_eq!(define.get(b"NODE_ENV"), Some(&b"test"[..]));
/// assert_eq!(define.keys()[1][..], *b"DEBUG");
/// assert_eq!(define.values()[0][..], *b"test");
/// define.sort();
/// assert_eq!(define.keys()[0][..], *b"DEBUG");
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct StringMap {
    /// The pairs.
    pub map: StringArrayHashMap<Box<[u8]>>,
    /// Whether the caller asked for copies of the keys. There always are: without, Zig's map has
    /// keys that must outlive it.
    pub dupe_keys: bool,
}

impl StringMap {
    /// Returns an empty map. Does not allocate.
    #[inline]
    #[must_use]
    pub fn init(dupe_keys: bool) -> Self {
        Self { dupe_keys, ..Self::default() }
    }

    /// Sets the value of a key, copying the value, and the key if it is new.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory; no pair has changed.
    pub fn insert(&mut self, key: &[u8], value: &[u8]) -> Result<(), AllocError> {
        let mut copy = Vec::new();
        copy.try_reserve_exact(value.len())?;
        copy.extend_from_slice(value);
        self.map.put(key, copy.into_boxed_slice())
    }

    /// Sets the value of a key; forwards to [`insert`](Self::insert).
    ///
    /// # Errors
    ///
    /// As [`insert`](Self::insert).
    #[inline]
    pub fn put(&mut self, key: &[u8], value: &[u8]) -> Result<(), AllocError> {
        self.insert(key, value)
    }

    /// Returns the value of a key.
    #[inline]
    #[must_use]
    pub fn get(&self, key: &[u8]) -> Option<&[u8]> {
        self.map.get(key).map(|value| &**value)
    }

    /// Returns the keys in order.
    #[inline]
    #[must_use]
    pub fn keys(&self) -> &[Box<[u8]>] {
        self.map.keys()
    }

    /// Returns the values in the order of their keys.
    #[inline]
    #[must_use]
    pub fn values(&self) -> &[Box<[u8]>] {
        self.map.values()
    }

    /// Returns the number of pairs.
    #[inline]
    #[must_use]
    pub fn count(&self) -> usize {
        self.map.count()
    }

    /// Sorts the pairs by their keys, as bytes. O(n log n).
    ///
    /// Stops the process when there is no memory for the order.
    pub fn sort(&mut self) {
        self.map.sort(|keys, _, a, b| keys[a] < keys[b]);
    }

    /// Returns a copy, of all keys and values too, in the same order.
    ///
    /// Zig: `bun.StringMap.clone`, which shares them.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory.
    pub fn try_clone(&self) -> Result<Self, AllocError> {
        let mut copy = Self::init(self.dupe_keys);
        copy.map.ensure_total_capacity(self.count())?;
        for (key, value) in self.map.iter() {
            copy.insert(key, value)?;
        }
        Ok(copy)
    }
}
