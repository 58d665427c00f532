//! Looking up keys by something else.

use super::core::Probe;
use super::{ArrayHashAdapter, ArrayHashContext, ArrayHashMap, Entry, GetOrPutResult};
use bun_alloc::AllocError;

impl<K, V, C> ArrayHashMap<K, V, C> {
    #[inline]
    pub(super) fn probe_adapted<Q: ?Sized, A: ArrayHashAdapter<Q, K>>(
        &self,
        key: &Q,
        adapter: &A,
    ) -> Probe {
        let stores_hash = self.core.rows.stores_hash();
        self.core.find(stores_hash, || adapter.hash(key), |other, row| adapter.eql(key, other, row))
    }

    /// Returns the position of the key that `adapter` finds equal to `key`.
    ///
    /// Zig: `std.ArrayHashMap.getIndexAdapted`.
    #[doc(alias = "getIndexAdapted")]
    #[inline]
    #[must_use]
    pub fn get_index_adapted<Q: ?Sized, A: ArrayHashAdapter<Q, K>>(
        &self,
        key: &Q,
        adapter: &A,
    ) -> Option<usize> {
        self.probe_adapted(key, adapter).row()
    }

    /// Returns the position of a key with `hash` for which `eql`.
    #[inline]
    #[must_use]
    pub fn get_index_adapted_raw(
        &self,
        hash: u32,
        eql: impl Fn(&K, usize) -> bool,
    ) -> Option<usize> {
        self.core.find(self.core.rows.stores_hash(), || hash, eql).row()
    }

    /// Returns the value of the key that `adapter` finds equal to `key`.
    ///
    /// Zig: `std.ArrayHashMap.getAdapted`.
    #[doc(alias = "getAdapted")]
    #[inline]
    #[must_use]
    pub fn get_adapted<Q: ?Sized, A: ArrayHashAdapter<Q, K>>(
        &self,
        key: &Q,
        adapter: &A,
    ) -> Option<&V> {
        self.get_index_adapted(key, adapter).map(|row| &self.values()[row])
    }

    /// Returns the value of the key that `adapter` finds equal to `key`, exclusively.
    ///
    /// Zig: `std.ArrayHashMap.getPtrAdapted`.
    #[doc(alias = "getPtrAdapted")]
    #[inline]
    #[must_use]
    pub fn get_ptr_adapted<Q: ?Sized, A: ArrayHashAdapter<Q, K>>(
        &mut self,
        key: &Q,
        adapter: &A,
    ) -> Option<&mut V> {
        self.get_index_adapted(key, adapter).map(|row| &mut self.values_mut()[row])
    }

    /// Returns the key and the value that `adapter` finds, exclusively.
    ///
    /// Zig: `std.ArrayHashMap.getEntryAdapted`.
    #[doc(alias = "getEntryAdapted")]
    #[inline]
    #[must_use]
    pub fn get_entry_adapted<Q: ?Sized, A: ArrayHashAdapter<Q, K>>(
        &mut self,
        key: &Q,
        adapter: &A,
    ) -> Option<Entry<'_, K, V>> {
        let row = self.get_index_adapted(key, adapter)?;
        let (keys, values) = self.core.rows.columns_mut();
        Some(Entry { key_ptr: &mut keys[row], value_ptr: &mut values[row] })
    }

    /// Returns the key of the map that `adapter` finds equal to `key`.
    ///
    /// Zig: `std.ArrayHashMap.getKeyAdapted`.
    #[doc(alias = "getKeyAdapted")]
    #[inline]
    #[must_use]
    pub fn get_key_adapted<Q: ?Sized, A: ArrayHashAdapter<Q, K>>(
        &self,
        key: &Q,
        adapter: &A,
    ) -> Option<&K> {
        self.get_index_adapted(key, adapter).map(|row| &self.keys()[row])
    }

    /// Returns the key of the map that `adapter` finds equal to `key`, exclusively.
    ///
    /// Zig: `std.ArrayHashMap.getKeyPtrAdapted`.
    #[doc(alias = "getKeyPtrAdapted")]
    #[inline]
    #[must_use]
    pub fn get_key_ptr_adapted<Q: ?Sized, A: ArrayHashAdapter<Q, K>>(
        &mut self,
        key: &Q,
        adapter: &A,
    ) -> Option<&mut K> {
        self.get_entry_adapted(key, adapter).map(|entry| entry.key_ptr)
    }

    /// Returns whether `adapter` finds a key equal to `key`.
    ///
    /// Zig: `std.ArrayHashMap.containsAdapted`.
    #[doc(alias = "containsAdapted")]
    #[inline]
    #[must_use]
    pub fn contains_adapted<Q: ?Sized, A: ArrayHashAdapter<Q, K>>(
        &self,
        key: &Q,
        adapter: &A,
    ) -> bool {
        self.get_index_adapted(key, adapter).is_some()
    }
}

impl<K, V, C: ArrayHashContext<K>> ArrayHashMap<K, V, C> {
    /// Returns the entry that `adapter` finds, after adding a default one if there was none.
    ///
    /// The caller assigns the key of a new entry, as in Zig, where it is undefined until then. It
    /// has to have the hash that `adapter` gave.
    ///
    /// Zig: `std.ArrayHashMap.getOrPutAdapted`.
    ///
    /// # Errors
    ///
    /// `AllocError` when the map has to grow and cannot. Finding a key that is there never fails.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::ArrayHashMap;
    /// use bun_collections::array_hash_map::StringContext;
    ///
    /// let mut map = ArrayHashMap::<Vec<u8>, u32, StringContext>::new();
    /// let found = map.get_or_put_adapted(&b"one"[..], &StringContext)?;
    /// if !found.found_existing {
    ///     *found.key_ptr = b"one".to_vec();
    ///     *found.value_ptr = 1;
    /// }
    /// assert_eq!(map.get(&b"one".to_vec()), Some(&1));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "getOrPutAdapted")]
    pub fn get_or_put_adapted<Q: ?Sized, A: ArrayHashAdapter<Q, K>>(
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

    /// Returns the entry that `adapter` finds, after adding what `entry` returns if there was none.
    ///
    /// # Errors
    ///
    /// `AllocError` when the map has to grow and cannot, or when `entry` returns it. Finding a key
    /// that is there never fails.
    pub fn get_or_put_adapted_with<Q: ?Sized, A: ArrayHashAdapter<Q, K>>(
        &mut self,
        key: &Q,
        adapter: &A,
        entry: impl FnOnce() -> Result<(K, V), AllocError>,
    ) -> Result<GetOrPutResult<'_, K, V>, AllocError> {
        let room = self.ensure_unused_capacity(1);
        let probe = self.probe_adapted(key, adapter);
        if probe.row().is_none() {
            room?;
            let (key, value) = entry()?;
            self.core.push(probe.hash, key, value);
        }
        Ok(self.found_or_last(probe.row()))
    }

    /// Returns the entry that `adapter` finds, after adding a default one if there was none. Does
    /// not allocate.
    ///
    /// The caller assigns the key of a new entry, see
    /// [`get_or_put_adapted`](Self::get_or_put_adapted).
    ///
    /// Zig: `std.ArrayHashMap.getOrPutAssumeCapacityAdapted`.
    ///
    /// # Panics
    ///
    /// Panics when the key is not there and there is no room for it.
    #[doc(alias = "getOrPutAssumeCapacityAdapted")]
    #[track_caller]
    pub fn get_or_put_assume_capacity_adapted<Q: ?Sized, A: ArrayHashAdapter<Q, K>>(
        &mut self,
        key: &Q,
        adapter: &A,
    ) -> GetOrPutResult<'_, K, V>
    where
        K: Default,
        V: Default,
    {
        let probe = self.probe_adapted(key, adapter);
        if probe.row().is_none() {
            let (key, value) = (K::default(), V::default());
            self.core.push(probe.hash, key, value);
        }
        self.found_or_last(probe.row())
    }

    /// Removes and returns the entry that `adapter` finds; the last entry takes its place. O(1).
    ///
    /// Zig: `std.ArrayHashMap.fetchSwapRemoveAdapted`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::ArrayHashMap;
    /// use bun_collections::array_hash_map::StringContext;
    ///
    /// let mut map = ArrayHashMap::<String, u32, StringContext>::new();
    /// map.put("one".to_string(), 1)?;
    /// let removed = map.fetch_swap_remove_adapted(&b"one"[..], &StringContext);
    /// assert_eq!(removed, Some(("one".to_string(), 1)));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "fetchSwapRemoveAdapted")]
    pub fn fetch_swap_remove_adapted<Q: ?Sized, A: ArrayHashAdapter<Q, K>>(
        &mut self,
        key: &Q,
        adapter: &A,
    ) -> Option<(K, V)> {
        let (row, hash) = self.probe_adapted(key, adapter).parts();
        Some(self.swap_remove_row(row?, Some(hash)))
    }

    /// Removes and returns the entry that `adapter` finds; the others keep their order. O(n).
    ///
    /// Zig: `std.ArrayHashMap.fetchOrderedRemoveAdapted`.
    #[doc(alias = "fetchOrderedRemoveAdapted")]
    pub fn fetch_ordered_remove_adapted<Q: ?Sized, A: ArrayHashAdapter<Q, K>>(
        &mut self,
        key: &Q,
        adapter: &A,
    ) -> Option<(K, V)> {
        let (row, hash) = self.probe_adapted(key, adapter).parts();
        Some(self.ordered_remove_row(row?, Some(hash)))
    }

    /// Removes the entry that `adapter` finds, and returns whether there was one; the last entry
    /// takes its place. O(1).
    ///
    /// Zig: `std.ArrayHashMap.swapRemoveAdapted`.
    #[doc(alias = "swapRemoveAdapted")]
    #[inline]
    pub fn swap_remove_adapted<Q: ?Sized, A: ArrayHashAdapter<Q, K>>(
        &mut self,
        key: &Q,
        adapter: &A,
    ) -> bool {
        self.fetch_swap_remove_adapted(key, adapter).is_some()
    }

    /// Removes the entry that `adapter` finds, and returns whether there was one; the others keep
    /// their order. O(n).
    ///
    /// Zig: `std.ArrayHashMap.orderedRemoveAdapted`.
    #[doc(alias = "orderedRemoveAdapted")]
    #[inline]
    pub fn ordered_remove_adapted<Q: ?Sized, A: ArrayHashAdapter<Q, K>>(
        &mut self,
        key: &Q,
        adapter: &A,
    ) -> bool {
        self.fetch_ordered_remove_adapted(key, adapter).is_some()
    }

    /// Sets the value of a key, hashing and comparing it by closures. Does not allocate.
    ///
    /// Zig: `std.ArrayHashMap.putAssumeCapacityContext`.
    ///
    /// # Panics
    ///
    /// Panics when the key is not there and there is no room for it.
    #[doc(alias = "putAssumeCapacityContext")]
    #[track_caller]
    pub fn put_assume_capacity_context(
        &mut self,
        key: K,
        value: V,
        hash: impl Fn(&K) -> u32,
        eql: impl Fn(&K, &K, usize) -> bool,
    ) {
        let (row, hash) = self
            .core
            .find(C::STORE_HASH, || hash(&key), |other, row| eql(&key, other, row))
            .parts();
        match row {
            Some(row) => self.values_mut()[row] = value,
            None => self.core.push(hash, key, value),
        }
    }
}
