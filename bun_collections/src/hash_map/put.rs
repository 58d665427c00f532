//! Making room, and putting entries in.

use super::slots::Search;
use super::{GetOrPutResult, HashContext, HashMap, KV};
use bun_alloc::{AllocError, handle_oom};
use core::mem;

impl<K, V, C: HashContext<K>> HashMap<K, V, C> {
    /// Makes room for `len` entries in all.
    ///
    /// Zig: `std.HashMap.ensureTotalCapacity`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory; nothing has changed.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let mut map = HashMap::<u32, u32>::new();
    /// map.ensure_total_capacity(100)?;
    /// let capacity = map.capacity();
    /// (0..100).for_each(|number| map.put_assume_capacity(number, number));
    /// assert_eq!(map.capacity(), capacity);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "ensureTotalCapacity")]
    #[inline]
    pub fn ensure_total_capacity(&mut self, len: usize) -> Result<(), AllocError> {
        self.ensure_unused_capacity(len.saturating_sub(self.len()))
    }

    /// Makes room for `additional` entries after those there are.
    ///
    /// Zig: `std.HashMap.ensureUnusedCapacity`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory; nothing has changed.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let mut map: HashMap<u32, u32> = [(1, 1)].into_iter().collect();
    /// map.ensure_unused_capacity(20)?;
    /// assert!(map.capacity() * 80 / 100 >= 21);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "ensureUnusedCapacity")]
    #[inline]
    pub fn ensure_unused_capacity(&mut self, additional: usize) -> Result<(), AllocError> {
        self.slots.reserve(additional, |key| self.context.hash(key))
    }

    /// Makes room for `additional` entries after those there are, or stops the process.
    pub fn reserve(&mut self, additional: usize) {
        handle_oom(self.ensure_unused_capacity(additional));
    }

    #[inline]
    #[track_caller]
    fn search(&mut self, key: &K) -> Search<'_, K, V> {
        let hash = self.context.hash(key);
        self.slots.search(hash, |other| self.context.eql(key, other))
    }

    /// Makes room for one entry and returns where a key is or goes; without memory, where it is.
    #[inline]
    fn search_with_room(&mut self, key: &K) -> Result<Search<'_, K, V>, AllocError> {
        let hash = self.context.hash(key);
        self.search_hashed_with_room(key, hash)
    }

    #[inline]
    fn search_hashed_with_room(
        &mut self,
        key: &K,
        hash: u64,
    ) -> Result<Search<'_, K, V>, AllocError> {
        if self.ensure_unused_capacity(1).is_err() {
            return self.search_without_room(key, hash);
        }
        Ok(self.slots.search(hash, |other| self.context.eql(key, other)))
    }

    #[cold]
    fn search_without_room(&mut self, key: &K, hash: u64) -> Result<Search<'_, K, V>, AllocError> {
        let found = self.slots.find(hash, |other| self.context.eql(key, other));
        found.map(Search::Found).ok_or(AllocError)
    }

    /// Sets the value of a key.
    ///
    /// Zig: `std.HashMap.put`.
    ///
    /// # Errors
    ///
    /// `AllocError` when the map has to grow and cannot. Setting a key that is there never fails.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let mut map = HashMap::<u32, char>::new();
    /// map.put(7, 'x')?;
    /// map.put(7, 'y')?;
    /// assert_eq!((map.len(), map.get(&7)), (1, Some(&'y')));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[inline]
    pub fn put(&mut self, key: K, value: V) -> Result<(), AllocError> {
        self.try_insert(key, value).map(drop)
    }

    /// Sets the value of a key, and returns the value it had.
    ///
    /// Stops the process when the map has to grow and cannot.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let mut map = HashMap::<u32, char>::new();
    /// assert_eq!(map.insert(1, 'a'), None);
    /// assert_eq!(map.insert(1, 'b'), Some('a'));
    /// ```
    #[inline]
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        handle_oom(self.try_insert(key, value))
    }

    /// Sets the value of a key, and returns the value it had.
    ///
    /// # Errors
    ///
    /// `AllocError` when the map has to grow and cannot. Setting a key that is there never fails.
    #[inline]
    pub fn try_insert(&mut self, key: K, value: V) -> Result<Option<V>, AllocError> {
        let hash = self.context.hash(&key);
        match self.slots.search_at_home(hash, |other| self.context.eql(&key, other)) {
            Some(search) => Ok(Self::set(search, key, value)),
            None => self.insert_further(key, value, hash),
        }
    }

    /// [`try_insert`](Self::try_insert) for what the first group does not settle.
    ///
    /// The last thing that it does, so that it saves no registers before: in a large map those
    /// stores would wait behind the ones to entries, which are not in the cache.
    #[cold]
    #[inline(never)]
    fn insert_further(&mut self, key: K, value: V, hash: u64) -> Result<Option<V>, AllocError> {
        let search = self.search_hashed_with_room(&key, hash)?;
        Ok(Self::set(search, key, value))
    }

    /// Sets the value of a key where a search for it has ended, and returns the value it had.
    #[inline]
    fn set(search: Search<'_, K, V>, key: K, value: V) -> Option<V> {
        match search {
            Search::Found(found) => {
                // First, because a destructor that panics at the end would leak the old value.
                drop(key);
                Some(mem::replace(found.into_mut().1, value))
            }
            Search::Vacant(vacant) => {
                vacant.fill(key, value);
                None
            }
        }
    }

    /// Sets the value of a key, and returns the key that was given and the value it had.
    ///
    /// Zig: `std.HashMap.fetchPut`.
    ///
    /// # Errors
    ///
    /// `AllocError` when the map has to grow and cannot. Setting a key that is there never fails.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let mut map: HashMap<u32, char> = [(1, 'a')].into_iter().collect();
    /// let old = map.fetch_put(1, 'b')?.unwrap();
    /// assert_eq!((old.key, old.value), (1, 'a'));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "fetchPut")]
    pub fn fetch_put(&mut self, key: K, value: V) -> Result<Option<KV<K, V>>, AllocError> {
        match self.search_with_room(&key)? {
            Search::Found(found) => {
                let value = mem::replace(found.into_mut().1, value);
                Ok(Some(KV { key, value }))
            }
            Search::Vacant(vacant) => {
                vacant.fill(key, value);
                Ok(None)
            }
        }
    }

    /// Adds an entry for a key that is not there.
    ///
    /// Zig: `std.HashMap.putNoClobber`.
    ///
    /// # Errors
    ///
    /// `AllocError` when the map has to grow and cannot.
    ///
    /// # Panics
    ///
    /// Panics when the key is there; its value has not changed.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let mut map = HashMap::<u32, char>::new();
    /// map.put_no_clobber(1, 'a')?;
    /// assert_eq!(map.get(&1), Some(&'a'));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "putNoClobber")]
    #[track_caller]
    pub fn put_no_clobber(&mut self, key: K, value: V) -> Result<(), AllocError> {
        match self.search_with_room(&key)? {
            Search::Found(_) => panic!("the key is already in the map"),
            Search::Vacant(vacant) => vacant.fill(key, value),
        };
        Ok(())
    }

    /// Sets the value of a key. Does not allocate.
    ///
    /// Zig: `std.HashMap.putAssumeCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when the key is not there and there is no room for it.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let mut map = HashMap::<u32, char>::with_capacity(1);
    /// map.put_assume_capacity(1, 'a');
    /// assert_eq!(map.get(&1), Some(&'a'));
    /// ```
    #[doc(alias = "putAssumeCapacity")]
    #[inline]
    #[track_caller]
    pub fn put_assume_capacity(&mut self, key: K, value: V) {
        match self.search(&key) {
            Search::Found(found) => *found.into_mut().1 = value,
            Search::Vacant(vacant) => {
                vacant.fill(key, value);
            }
        }
    }

    /// Sets the value of a key, and returns the key that was given and the value it had. Does not
    /// allocate.
    ///
    /// Zig: `std.HashMap.fetchPutAssumeCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when the key is not there and there is no room for it.
    #[doc(alias = "fetchPutAssumeCapacity")]
    #[track_caller]
    pub fn fetch_put_assume_capacity(&mut self, key: K, value: V) -> Option<KV<K, V>> {
        match self.search(&key) {
            Search::Found(found) => {
                let value = mem::replace(found.into_mut().1, value);
                Some(KV { key, value })
            }
            Search::Vacant(vacant) => {
                vacant.fill(key, value);
                None
            }
        }
    }

    /// Adds an entry for a key that is not there. Does not allocate.
    ///
    /// Zig: `std.HashMap.putAssumeCapacityNoClobber`.
    ///
    /// # Panics
    ///
    /// Panics when the key is there, and when there is no room for it; nothing has changed.
    #[doc(alias = "putAssumeCapacityNoClobber")]
    #[track_caller]
    pub fn put_assume_capacity_no_clobber(&mut self, key: K, value: V) {
        match self.search(&key) {
            Search::Found(_) => panic!("the key is already in the map"),
            Search::Vacant(vacant) => {
                vacant.fill(key, value);
            }
        }
    }

    /// Returns the entry of a key, after adding one with the default value if there was none.
    ///
    /// Zig leaves the value of a new entry undefined; here it is `V::default()` until it is
    /// assigned. For values without a default there are [`get_or_put_with`](Self::get_or_put_with)
    /// and [`entry`](Self::entry).
    ///
    /// Zig: `std.HashMap.getOrPut`.
    ///
    /// # Errors
    ///
    /// `AllocError` when the map has to grow and cannot. Finding a key that is there never fails.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let mut lists = HashMap::<u32, Vec<char>>::new();
    /// for (key, value) in [(1, 'a'), (2, 'b'), (1, 'c')] {
    ///     lists.get_or_put(key)?.value_ptr.push(value);
    /// }
    /// assert_eq!(lists.get(&1), Some(&vec!['a', 'c']));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "getOrPut")]
    #[inline]
    pub fn get_or_put(&mut self, key: K) -> Result<GetOrPutResult<'_, K, V>, AllocError>
    where
        V: Default,
    {
        self.get_or_put_with(key, V::default)
    }

    /// Returns the entry of a key, after adding one with the default value if there was none;
    /// forwards to [`get_or_put`](Self::get_or_put).
    ///
    /// Zig passes a context here, which has to agree with that of the map. A map of ours has its
    /// context with it, so there is nothing to pass but `()`.
    ///
    /// Zig: `std.HashMapUnmanaged.getOrPutContext`.
    ///
    /// # Errors
    ///
    /// `AllocError` when the map has to grow and cannot. Finding a key that is there never fails.
    #[doc(alias = "getOrPutContext")]
    #[inline]
    pub fn get_or_put_context(
        &mut self,
        key: K,
        (): (),
    ) -> Result<GetOrPutResult<'_, K, V>, AllocError>
    where
        V: Default,
    {
        self.get_or_put(key)
    }

    /// Returns the entry of a key, after adding one with the given value if there was none.
    ///
    /// Zig: `std.HashMap.getOrPutValue`.
    ///
    /// # Errors
    ///
    /// `AllocError` when the map has to grow and cannot. Finding a key that is there never fails.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let mut map: HashMap<u32, char> = [(1, 'a')].into_iter().collect();
    /// let found = map.get_or_put_value(1, 'b')?;
    /// assert_eq!((found.found_existing, *found.value_ptr), (true, 'a'));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "getOrPutValue")]
    #[inline]
    pub fn get_or_put_value(
        &mut self,
        key: K,
        value: V,
    ) -> Result<GetOrPutResult<'_, K, V>, AllocError> {
        self.get_or_put_with(key, || value)
    }

    /// Returns the entry of a key, after adding one with the value that `value` returns if there
    /// was none.
    ///
    /// # Errors
    ///
    /// `AllocError` when the map has to grow and cannot. Finding a key that is there never fails.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let mut map = HashMap::<u32, String>::new();
    /// map.get_or_put_with(1, || "made once".to_owned())?;
    /// let found = map.get_or_put_with(1, || unreachable!())?;
    /// assert_eq!(*found.value_ptr, "made once");
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[inline]
    pub fn get_or_put_with(
        &mut self,
        key: K,
        value: impl FnOnce() -> V,
    ) -> Result<GetOrPutResult<'_, K, V>, AllocError> {
        Ok(match self.search_with_room(&key)? {
            Search::Found(found) => GetOrPutResult::new(found, true),
            Search::Vacant(vacant) => GetOrPutResult::new(vacant.fill(key, value()), false),
        })
    }

    /// Returns the entry of a key, after adding one with the default value if there was none.
    /// Does not allocate.
    ///
    /// Zig: `std.HashMap.getOrPutAssumeCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when the key is not there and there is no room for it.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let mut map = HashMap::<u32, u32>::with_capacity(1);
    /// *map.get_or_put_assume_capacity(1).value_ptr += 5;
    /// assert_eq!(map.get(&1), Some(&5));
    /// ```
    #[doc(alias = "getOrPutAssumeCapacity")]
    #[track_caller]
    pub fn get_or_put_assume_capacity(&mut self, key: K) -> GetOrPutResult<'_, K, V>
    where
        V: Default,
    {
        match self.search(&key) {
            Search::Found(found) => GetOrPutResult::new(found, true),
            Search::Vacant(vacant) => GetOrPutResult::new(vacant.fill(key, V::default()), false),
        }
    }
}

impl<K, V, C: HashContext<K>> Extend<(K, V)> for HashMap<K, V, C> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<K, V, C: HashContext<K> + Default> FromIterator<(K, V)> for HashMap<K, V, C> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::new();
        map.extend(entries);
        map
    }
}
