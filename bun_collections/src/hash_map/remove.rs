//! Taking entries out.

use super::slots::Found;
use super::{Drain, HashContext, HashMap, KV};
use core::borrow::Borrow;

impl<K, V, C> HashMap<K, V, C> {
    #[inline]
    fn find<Q: ?Sized>(&mut self, key: &Q) -> Option<Found<'_, K, V>>
    where
        K: Borrow<Q>,
        C: HashContext<Q>,
    {
        if self.is_empty() {
            return None;
        }
        let hash = self.context.hash(key);
        self.slots.find(hash, |other| self.context.eql(key, other.borrow()))
    }

    /// Removes the entry of a key and returns its value.
    ///
    /// Zig's `remove` returns whether there was one: `remove(key).is_some()`.
    ///
    /// Zig: `std.HashMap.remove`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let mut map: HashMap<u32, char> = [(1, 'a')].into_iter().collect();
    /// assert_eq!(map.remove(&1), Some('a'));
    /// assert_eq!(map.remove(&1), None);
    /// ```
    #[inline]
    pub fn remove<Q: ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
        C: HashContext<Q>,
    {
        let (key, value) = self.remove_entry(key)?;
        // First, because a destructor that panics at the end would leak the value.
        drop(key);
        Some(value)
    }

    /// Removes and returns the entry of a key.
    #[inline]
    pub fn remove_entry<Q: ?Sized>(&mut self, key: &Q) -> Option<(K, V)>
    where
        K: Borrow<Q>,
        C: HashContext<Q>,
    {
        self.find(key).map(Found::remove)
    }

    /// Removes and returns the entry of a key.
    ///
    /// Zig: `std.HashMap.fetchRemove`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let mut map: HashMap<u32, char> = [(1, 'a')].into_iter().collect();
    /// let removed = map.fetch_remove(&1).unwrap();
    /// assert_eq!((removed.key, removed.value), (1, 'a'));
    /// ```
    #[doc(alias = "fetchRemove")]
    #[inline]
    pub fn fetch_remove<Q: ?Sized>(&mut self, key: &Q) -> Option<KV<K, V>>
    where
        K: Borrow<Q>,
        C: HashContext<Q>,
    {
        self.remove_entry(key).map(|(key, value)| KV { key, value })
    }

    /// Removes and returns the entry whose key is at an address, without a lookup.
    ///
    /// Returns `None` for an address that is not that of a key in the map. Keys without a size are
    /// all at one address: the first of them is removed.
    ///
    /// Zig: `std.HashMap.removeByPtr`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let mut map = HashMap::<u32, char>::new();
    /// map.put(7, 'x')?;
    /// let key: *const u32 = map.get_key(&7).unwrap();
    /// assert_eq!(map.remove_by_ptr(key), Some((7, 'x')));
    /// assert_eq!(map.remove_by_ptr(key), None);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "removeByPtr")]
    pub fn remove_by_ptr(&mut self, key: *const K) -> Option<(K, V)> {
        self.slots.at(key).map(Found::remove)
    }

    /// Removes the entries for which `keep` returns false. O(capacity).
    ///
    /// If `keep` panics, the entries that it was asked about before are kept or gone as it said.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let mut map: HashMap<u32, u32> = (0..9).map(|number| (number, number)).collect();
    /// map.retain(|key, _| key % 3 == 0);
    /// assert_eq!(map.len(), 3);
    /// ```
    pub fn retain(&mut self, keep: impl FnMut(&K, &mut V) -> bool) {
        self.slots.retain(keep);
    }

    /// Takes all entries out and keeps the memory.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let mut map: HashMap<u32, u32> = [(1, 2)].into_iter().collect();
    /// assert_eq!(map.drain().collect::<Vec<_>>(), [(1, 2)]);
    /// assert_eq!((map.len(), map.capacity()), (0, 8));
    /// ```
    pub fn drain(&mut self) -> Drain<'_, K, V> {
        Drain::new(&mut self.slots)
    }
}
