//! Making room, and putting entries in.

use super::{ArrayHashContext, ArrayHashMap, GetOrPutResult, KV};
use bun_alloc::{AllocError, handle_oom};
use core::mem;

impl<K, V, C: ArrayHashContext<K>> ArrayHashMap<K, V, C> {
    /// Makes room for `capacity` entries in all.
    ///
    /// Zig: `std.ArrayHashMap.ensureTotalCapacity`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory; nothing has changed.
    #[doc(alias = "ensureTotalCapacity")]
    #[inline]
    pub fn ensure_total_capacity(&mut self, capacity: usize) -> Result<(), AllocError> {
        self.core.ensure_capacity(capacity, |key| self.context.hash(key))
    }

    /// Makes room for `additional` entries after those there are.
    ///
    /// Zig: `std.ArrayHashMap.ensureUnusedCapacity`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory; nothing has changed.
    #[doc(alias = "ensureUnusedCapacity")]
    #[inline]
    pub fn ensure_unused_capacity(&mut self, additional: usize) -> Result<(), AllocError> {
        self.ensure_total_capacity(self.len().checked_add(additional).ok_or(AllocError)?)
    }

    /// Makes room for `additional` entries after those there are, or stops the process.
    pub fn reserve(&mut self, additional: usize) {
        handle_oom(self.ensure_unused_capacity(additional));
    }

    /// Sets the value of a key.
    ///
    /// # Errors
    ///
    /// `AllocError` when the map has to grow and cannot. Setting a key that is there never fails.
    #[inline]
    pub fn put(&mut self, key: K, value: V) -> Result<(), AllocError> {
        self.try_insert(key, value).map(drop)
    }

    /// Sets the value of a key, and returns the value it had.
    ///
    /// Stops the process when the map has to grow and cannot.
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
        let room = self.ensure_unused_capacity(1);
        let (row, hash) = self.probe(&key).parts();
        if let Some(row) = row {
            // First, because a destructor that panics at the end would leak the old value.
            drop(key);
            return Ok(Some(mem::replace(&mut self.values_mut()[row], value)));
        }
        room?;
        self.core.push(hash, key, value);
        Ok(None)
    }

    /// Sets the value of a key, and returns the key that was given and the value it had.
    ///
    /// Zig: `std.ArrayHashMap.fetchPut`.
    ///
    /// # Errors
    ///
    /// `AllocError` when the map has to grow and cannot. Setting a key that is there never fails.
    #[doc(alias = "fetchPut")]
    pub fn fetch_put(&mut self, key: K, value: V) -> Result<Option<KV<K, V>>, AllocError> {
        let room = self.ensure_unused_capacity(1);
        let (row, hash) = self.probe(&key).parts();
        if let Some(row) = row {
            let value = mem::replace(&mut self.values_mut()[row], value);
            return Ok(Some(KV { key, value }));
        }
        room?;
        self.core.push(hash, key, value);
        Ok(None)
    }

    /// Adds an entry for a key that is not there.
    ///
    /// Zig: `std.ArrayHashMap.putNoClobber`.
    ///
    /// # Errors
    ///
    /// `AllocError` when the map has to grow and cannot.
    ///
    /// # Panics
    ///
    /// Panics when the key is there; its value has not changed.
    #[doc(alias = "putNoClobber")]
    #[track_caller]
    pub fn put_no_clobber(&mut self, key: K, value: V) -> Result<(), AllocError> {
        let room = self.ensure_unused_capacity(1);
        let (row, hash) = self.probe(&key).parts();
        assert!(row.is_none(), "the key is already in the map");
        room?;
        self.core.push(hash, key, value);
        Ok(())
    }

    /// Sets the value of a key. Does not allocate.
    ///
    /// Zig: `std.ArrayHashMap.putAssumeCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when the key is not there and there is no room for it.
    #[doc(alias = "putAssumeCapacity")]
    #[inline]
    #[track_caller]
    pub fn put_assume_capacity(&mut self, key: K, value: V) {
        let (row, hash) = self.probe(&key).parts();
        match row {
            Some(row) => self.values_mut()[row] = value,
            None => self.core.push(hash, key, value),
        }
    }

    /// Sets the value of a key, and returns the key that was given and the value it had. Does not
    /// allocate.
    ///
    /// Zig: `std.ArrayHashMap.fetchPutAssumeCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when the key is not there and there is no room for it.
    #[doc(alias = "fetchPutAssumeCapacity")]
    #[track_caller]
    pub fn fetch_put_assume_capacity(&mut self, key: K, value: V) -> Option<KV<K, V>> {
        let (row, hash) = self.probe(&key).parts();
        let Some(row) = row else {
            self.core.push(hash, key, value);
            return None;
        };
        let value = mem::replace(&mut self.values_mut()[row], value);
        Some(KV { key, value })
    }

    /// Adds an entry for a key that is not there. Does not allocate.
    ///
    /// Zig: `std.ArrayHashMap.putAssumeCapacityNoClobber`.
    ///
    /// # Panics
    ///
    /// Panics when the key is there, and when there is no room for it; nothing has changed.
    #[doc(alias = "putAssumeCapacityNoClobber")]
    #[track_caller]
    pub fn put_assume_capacity_no_clobber(&mut self, key: K, value: V) {
        let (row, hash) = self.probe(&key).parts();
        assert!(row.is_none(), "the key is already in the map");
        self.core.push(hash, key, value);
    }

    /// Returns the entry of a key, after adding one with the default value if there was none.
    ///
    /// Zig leaves the value of a new entry undefined; here it is `V::default()` until it is
    /// assigned. For values without a default there are [`get_or_put_with`](Self::get_or_put_with)
    /// and [`entry`](Self::entry).
    ///
    /// Zig: `std.ArrayHashMap.getOrPut`.
    ///
    /// # Errors
    ///
    /// `AllocError` when the map has to grow and cannot. Finding a key that is there never fails.
    #[doc(alias = "getOrPut")]
    #[inline]
    pub fn get_or_put(&mut self, key: K) -> Result<GetOrPutResult<'_, K, V>, AllocError>
    where
        V: Default,
    {
        self.get_or_put_with(key, V::default)
    }

    /// Returns the entry of a key, after adding one with the given value if there was none.
    ///
    /// Zig: `std.ArrayHashMap.getOrPutValue`.
    ///
    /// # Errors
    ///
    /// `AllocError` when the map has to grow and cannot. Finding a key that is there never fails.
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
    #[inline]
    pub fn get_or_put_with(
        &mut self,
        key: K,
        value: impl FnOnce() -> V,
    ) -> Result<GetOrPutResult<'_, K, V>, AllocError> {
        let room = self.ensure_unused_capacity(1);
        let probe = self.probe(&key);
        if probe.row().is_none() {
            room?;
            let value = value();
            self.core.push(probe.hash, key, value);
        }
        Ok(self.found_or_last(probe.row()))
    }

    /// Returns the entry of a key, after adding one with the default value if there was none.
    /// Does not allocate.
    ///
    /// Zig: `std.ArrayHashMap.getOrPutAssumeCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when the key is not there and there is no room for it.
    #[doc(alias = "getOrPutAssumeCapacity")]
    #[track_caller]
    pub fn get_or_put_assume_capacity(&mut self, key: K) -> GetOrPutResult<'_, K, V>
    where
        V: Default,
    {
        let probe = self.probe(&key);
        if probe.row().is_none() {
            let value = V::default();
            self.core.push(probe.hash, key, value);
        }
        self.found_or_last(probe.row())
    }
}

impl<K, V, C> ArrayHashMap<K, V, C> {
    /// Returns the entry that was found, or else the last one, which was added.
    #[inline]
    pub(super) fn found_or_last(&mut self, found: Option<usize>) -> GetOrPutResult<'_, K, V> {
        let index = found.unwrap_or(self.len() - 1);
        let (keys, values) = self.core.rows.columns_mut();
        GetOrPutResult {
            key_ptr: &mut keys[index],
            value_ptr: &mut values[index],
            found_existing: found.is_some(),
            index,
        }
    }
}
