//! Taking entries out.

use super::{StringHashMap, StringHashMapKey, StringKeyContext};
use crate::hash_map::KV;

/// Removing entries.
impl<V, C: StringKeyContext> StringHashMap<V, C> {
    /// Removes the entry of a key and returns its value.
    ///
    /// Zig's `remove` returns whether there was one: `remove(key).is_some()`.
    ///
    /// Zig: `std.StringHashMap.remove`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::StringHashMap;
    ///
    /// let mut map = StringHashMap::<u32>::new();
    /// map.put(b"a", 1)?;
    /// assert_eq!((map.remove(b"a"), map.remove(b"a")), (Some(1), None));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[inline]
    pub fn remove(&mut self, key: &[u8]) -> Option<V> {
        self.map.remove(key)
    }

    /// Removes and returns the entry of a key.
    #[inline]
    pub fn remove_entry(&mut self, key: &[u8]) -> Option<(StringHashMapKey, V)> {
        self.map.remove_entry(key)
    }

    /// Removes and returns the entry of a key.
    ///
    /// Zig: `std.StringHashMap.fetchRemove`.
    #[doc(alias = "fetchRemove")]
    #[inline]
    pub fn fetch_remove(&mut self, key: &[u8]) -> Option<KV<StringHashMapKey, V>> {
        self.map.fetch_remove(key)
    }

    /// Removes and returns the entry of a key whose [`hash_key`](Self::hash_key) is known.
    #[inline]
    pub fn remove_hashed(&mut self, hash: u64, key: &[u8]) -> Option<(StringHashMapKey, V)> {
        let context = self.map.context().clone();
        self.map.remove_hashed(hash, |other| context.eql(key, other.as_bytes()))
    }
}
