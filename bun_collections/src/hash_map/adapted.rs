//! Looking up keys by something else, or by a hash that is known already.

use super::slots::{Found, Search};
use super::{Entry, GetOrPutResult, HashAdapter, HashContext, HashMap};
use bun_alloc::AllocError;

impl<K, V, C> HashMap<K, V, C> {
    /// Returns the value of a key with `hash` for which `is_match`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::{AutoContext, HashContext, HashMap};
    ///
    /// let map: HashMap<u32, char> = [(7, 'x')].into_iter().collect();
    /// let hash = AutoContext.hash(&7_u32);
    /// assert_eq!(map.get_hashed(hash, |key| *key == 7), Some(&'x'));
    /// ```
    #[inline]
    #[must_use]
    pub fn get_hashed(&self, hash: u64, is_match: impl FnMut(&K) -> bool) -> Option<&V> {
        self.slots.get(hash, is_match).map(|(_, value)| value)
    }

    /// Returns the entry with `hash` for whose key `is_match`, exclusively.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::{AutoContext, HashContext, HashMap};
    ///
    /// let mut map: HashMap<u32, u32> = [(7, 1)].into_iter().collect();
    /// let hash = AutoContext.hash(&7_u32);
    /// *map.get_entry_hashed(hash, |key| *key == 7).unwrap().value_ptr = 2;
    /// assert_eq!(map.get(&7), Some(&2));
    /// ```
    #[inline]
    #[must_use]
    pub fn get_entry_hashed(
        &mut self,
        hash: u64,
        is_match: impl FnMut(&K) -> bool,
    ) -> Option<Entry<'_, K, V>> {
        let (key_ptr, value_ptr) = self.slots.find(hash, is_match)?.into_mut();
        Some(Entry { key_ptr, value_ptr })
    }

    /// Removes and returns the entry with `hash` for whose key `is_match`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::{AutoContext, HashContext, HashMap};
    ///
    /// let mut map: HashMap<u32, char> = [(7, 'x')].into_iter().collect();
    /// let hash = AutoContext.hash(&7_u32);
    /// assert_eq!(map.remove_hashed(hash, |key| *key == 7), Some((7, 'x')));
    /// assert!(map.is_empty());
    /// ```
    #[inline]
    pub fn remove_hashed(&mut self, hash: u64, is_match: impl FnMut(&K) -> bool) -> Option<(K, V)> {
        self.slots.find(hash, is_match).map(Found::remove)
    }

    /// Returns the value of the key that `adapter` finds equal to `key`.
    ///
    /// Zig: `std.HashMap.getAdapted`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::{AutoContext, HashAdapter, HashContext, HashMap};
    ///
    /// struct Digits;
    /// impl HashAdapter<str, u32> for Digits {
    ///     fn hash(&self, key: &str) -> u64 {
    ///         HashContext::hash(&AutoContext, &key.parse::<u32>().unwrap_or(0))
    ///     }
    ///     fn eql(&self, a: &str, b: &u32) -> bool {
    ///         a.parse() == Ok(*b)
    ///     }
    /// }
    ///
    /// let mut map: HashMap<u32, char> = [(7, 'x')].into_iter().collect();
    /// assert_eq!(map.get_adapted("7", &Digits), Some(&'x'));
    /// assert!(!map.contains_adapted("8", &Digits));
    /// assert_eq!(map.remove_adapted("7", &Digits), Some((7, 'x')));
    /// ```
    #[doc(alias = "getAdapted")]
    #[inline]
    #[must_use]
    pub fn get_adapted<Q: ?Sized, A: HashAdapter<Q, K>>(&self, key: &Q, adapter: &A) -> Option<&V> {
        if self.is_empty() {
            return None;
        }
        self.get_hashed(adapter.hash(key), |other| adapter.eql(key, other))
    }

    /// Returns the entry that `adapter` finds, exclusively.
    ///
    /// Zig: `std.HashMap.getEntryAdapted`.
    #[doc(alias = "getEntryAdapted")]
    #[inline]
    #[must_use]
    pub fn get_entry_adapted<Q: ?Sized, A: HashAdapter<Q, K>>(
        &mut self,
        key: &Q,
        adapter: &A,
    ) -> Option<Entry<'_, K, V>> {
        if self.is_empty() {
            return None;
        }
        self.get_entry_hashed(adapter.hash(key), |other| adapter.eql(key, other))
    }

    /// Returns the value of the key that `adapter` finds equal to `key`, exclusively.
    ///
    /// Zig: `std.HashMap.getPtrAdapted`.
    #[doc(alias = "getPtrAdapted")]
    #[inline]
    #[must_use]
    pub fn get_ptr_adapted<Q: ?Sized, A: HashAdapter<Q, K>>(
        &mut self,
        key: &Q,
        adapter: &A,
    ) -> Option<&mut V> {
        self.get_entry_adapted(key, adapter).map(|entry| entry.value_ptr)
    }

    /// Returns whether `adapter` finds a key equal to `key`.
    ///
    /// Zig: `std.HashMap.containsAdapted`.
    #[doc(alias = "containsAdapted")]
    #[inline]
    #[must_use]
    pub fn contains_adapted<Q: ?Sized, A: HashAdapter<Q, K>>(&self, key: &Q, adapter: &A) -> bool {
        self.get_adapted(key, adapter).is_some()
    }

    /// Removes and returns the entry that `adapter` finds.
    ///
    /// Zig: `std.HashMap.fetchRemoveAdapted`, `removeAdapted`.
    #[doc(alias = "fetchRemoveAdapted")]
    #[doc(alias = "removeAdapted")]
    #[inline]
    pub fn remove_adapted<Q: ?Sized, A: HashAdapter<Q, K>>(
        &mut self,
        key: &Q,
        adapter: &A,
    ) -> Option<(K, V)> {
        if self.is_empty() {
            return None;
        }
        self.remove_hashed(adapter.hash(key), |other| adapter.eql(key, other))
    }
}

impl<K, V, C: HashContext<K>> HashMap<K, V, C> {
    /// Returns the entry with `hash` for whose key `is_match`, after adding what `entry` returns if
    /// there was none.
    ///
    /// # Errors
    ///
    /// `AllocError` when the map has to grow and cannot, or when `entry` returns it. Finding a key
    /// that is there never fails.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::{AutoContext, HashContext, HashMap};
    ///
    /// let mut map = HashMap::<u32, char>::new();
    /// let hash = AutoContext.hash(&7_u32);
    /// let found = map.get_or_put_hashed_with(hash, |key| *key == 7, || Ok((7, 'x')))?;
    /// assert!(!found.found_existing);
    /// assert_eq!(map.get(&7), Some(&'x'));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[inline]
    pub fn get_or_put_hashed_with(
        &mut self,
        hash: u64,
        mut is_match: impl FnMut(&K) -> bool,
        entry: impl FnOnce() -> Result<(K, V), AllocError>,
    ) -> Result<GetOrPutResult<'_, K, V>, AllocError> {
        if self.ensure_unused_capacity(1).is_err() {
            let found = self.slots.find(hash, is_match).ok_or(AllocError)?;
            return Ok(GetOrPutResult::new(found, true));
        }
        Ok(match self.slots.search(hash, &mut is_match) {
            Search::Found(found) => GetOrPutResult::new(found, true),
            Search::Vacant(vacant) => {
                let (key, value) = entry()?;
                GetOrPutResult::new(vacant.fill(key, value), false)
            }
        })
    }

    /// Returns the entry that `adapter` finds, after adding what `entry` returns if there was none.
    ///
    /// # Errors
    ///
    /// `AllocError` when the map has to grow and cannot, or when `entry` returns it. Finding a key
    /// that is there never fails.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::hash_map::{HashAdapter, HashContext, HashMap, StringContext};
    ///
    /// struct Borrowed;
    /// impl HashAdapter<[u8], Box<[u8]>> for Borrowed {
    ///     fn hash(&self, key: &[u8]) -> u64 {
    ///         HashContext::hash(&StringContext, key)
    ///     }
    ///     fn eql(&self, a: &[u8], b: &Box<[u8]>) -> bool {
    ///         *a == **b
    ///     }
    /// }
    ///
    /// let mut ids = HashMap::<Box<[u8]>, u32, StringContext>::new();
    /// for name in [&b"a"[..], b"b", b"a"] {
    ///     let id = ids.count() as u32;
    ///     // Only a new name is copied.
    ///     ids.get_or_put_adapted_with(name, &Borrowed, || Ok((name.into(), id)))?;
    /// }
    /// assert_eq!(ids.get(&b"b"[..]), Some(&1));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[inline]
    pub fn get_or_put_adapted_with<Q: ?Sized, A: HashAdapter<Q, K>>(
        &mut self,
        key: &Q,
        adapter: &A,
        entry: impl FnOnce() -> Result<(K, V), AllocError>,
    ) -> Result<GetOrPutResult<'_, K, V>, AllocError> {
        self.get_or_put_hashed_with(adapter.hash(key), |other| adapter.eql(key, other), entry)
    }

    /// Returns the entry that `adapter` finds, after adding a default one if there was none.
    ///
    /// The caller assigns the key of a new entry, as in Zig, where it is undefined until then. It
    /// has to have the hash that `adapter` gave.
    ///
    /// Zig: `std.HashMap.getOrPutAdapted`.
    ///
    /// # Errors
    ///
    /// `AllocError` when the map has to grow and cannot. Finding a key that is there never fails.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::{AutoContext, HashAdapter, HashContext, HashMap};
    ///
    /// struct Digits;
    /// impl HashAdapter<str, u32> for Digits {
    ///     fn hash(&self, key: &str) -> u64 {
    ///         HashContext::hash(&AutoContext, &key.parse::<u32>().unwrap_or(0))
    ///     }
    ///     fn eql(&self, a: &str, b: &u32) -> bool {
    ///         a.parse() == Ok(*b)
    ///     }
    /// }
    ///
    /// let mut map = HashMap::<u32, char>::new();
    /// let found = map.get_or_put_adapted("7", &Digits)?;
    /// if !found.found_existing {
    ///     *found.key_ptr = 7;
    ///     *found.value_ptr = 'x';
    /// }
    /// assert_eq!(map.get(&7), Some(&'x'));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "getOrPutAdapted")]
    pub fn get_or_put_adapted<Q: ?Sized, A: HashAdapter<Q, K>>(
        &mut self,
        key: &Q,
        adapter: &A,
    ) -> Result<GetOrPutResult<'_, K, V>, AllocError>
    where
        K: Default,
        V: Default,
    {
        self.get_or_put_adapted_with(key, adapter, || Ok((K::default(), V::default())))
    }
}
