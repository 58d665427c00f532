//! Putting strings in: copied for a new entry only, or given away.

use super::super::{ArrayHashAdapter, ArrayHashContext, GetOrPutResult, KV, MapEntry};
use super::{StringArrayHashMap, own};
use alloc::boxed::Box;
use bun_alloc::{AllocError, handle_oom};
use core::mem;

/// An entry that a map of strings had.
type Owned<V> = KV<Box<[u8]>, V>;

impl<V, C> StringArrayHashMap<V, C>
where
    C: ArrayHashContext<Box<[u8]>> + ArrayHashAdapter<[u8], Box<[u8]>>,
{
    /// Sets the value of a key.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for the entry or its key. Setting a key that is there
    /// never fails.
    #[inline]
    pub fn put(&mut self, key: &[u8], value: V) -> Result<(), AllocError> {
        self.try_insert(key, value).map(drop)
    }

    /// Sets the value of a key, and returns the value it had.
    ///
    /// Stops the process when there is no memory for the entry or its key.
    #[inline]
    pub fn insert(&mut self, key: &[u8], value: V) -> Option<V> {
        handle_oom(self.try_insert(key, value))
    }

    /// Sets the value of a key, and returns the value it had.
    ///
    /// # Errors
    ///
    /// As [`put`](Self::put).
    pub fn try_insert(&mut self, key: &[u8], value: V) -> Result<Option<V>, AllocError> {
        let room = self.map.ensure_unused_capacity(1);
        let (row, hash) = self.probe(key).parts();
        if let Some(row) = row {
            return Ok(Some(mem::replace(&mut self.map.values_mut()[row], value)));
        }
        room?;
        self.map.core.push(hash, own(key)?, value);
        Ok(None)
    }

    /// Adds an entry for a key that is not there.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for the entry or its key.
    ///
    /// # Panics
    ///
    /// Panics when the key is there; its value has not changed.
    #[doc(alias = "putNoClobber")]
    #[track_caller]
    pub fn put_no_clobber(&mut self, key: &[u8], value: V) -> Result<(), AllocError> {
        let found = self.get_or_put_value(key, value)?;
        assert!(!found.found_existing, "the key is already in the map");
        Ok(())
    }

    /// Sets the value of a key. Does not allocate but for the key.
    ///
    /// Stops the process when there is no memory for the key.
    ///
    /// # Panics
    ///
    /// Panics when the key is not there and there is no room for it.
    #[doc(alias = "putAssumeCapacity")]
    #[track_caller]
    pub fn put_assume_capacity(&mut self, key: &[u8], value: V) {
        let (row, hash) = self.probe(key).parts();
        match row {
            Some(row) => self.map.values_mut()[row] = value,
            None => self.map.core.push(hash, handle_oom(own(key)), value),
        }
    }

    /// Returns the entry of a key, after adding one with the default value if there was none.
    ///
    /// # Errors
    ///
    /// As [`put`](Self::put).
    #[doc(alias = "getOrPut")]
    #[inline]
    pub fn get_or_put(&mut self, key: &[u8]) -> Result<GetOrPutResult<'_, Box<[u8]>, V>, AllocError>
    where
        V: Default,
    {
        self.get_or_put_with(key, V::default)
    }

    /// Returns the entry of a key, after adding one with the given value if there was none.
    ///
    /// # Errors
    ///
    /// As [`put`](Self::put).
    #[doc(alias = "getOrPutValue")]
    #[inline]
    pub fn get_or_put_value(
        &mut self,
        key: &[u8],
        value: V,
    ) -> Result<GetOrPutResult<'_, Box<[u8]>, V>, AllocError> {
        self.get_or_put_with(key, || value)
    }

    /// Returns the entry of a key, after adding one with the value that `value` returns if there
    /// was none.
    ///
    /// # Errors
    ///
    /// As [`put`](Self::put).
    pub fn get_or_put_with(
        &mut self,
        key: &[u8],
        value: impl FnOnce() -> V,
    ) -> Result<GetOrPutResult<'_, Box<[u8]>, V>, AllocError> {
        let room = self.map.ensure_unused_capacity(1);
        let (row, hash) = self.probe(key).parts();
        if row.is_none() {
            room?;
            let key = own(key)?;
            let value = value();
            self.map.core.push(hash, key, value);
        }
        Ok(self.map.found_or_last(row))
    }

    /// Sets the value of a key, and returns a copy of the key and the value it had.
    ///
    /// # Errors
    ///
    /// As [`put`](Self::put); also when there is no memory for the copy, and then nothing has
    /// changed.
    #[doc(alias = "fetchPut")]
    pub fn fetch_put(&mut self, key: &[u8], value: V) -> Result<Option<Owned<V>>, AllocError> {
        let copy = own(key)?;
        self.map.fetch_put(copy, value)
    }

    /// Adds an entry for a key that is not there. Does not allocate but for the key.
    ///
    /// Stops the process when there is no memory for the key.
    ///
    /// # Panics
    ///
    /// Panics when the key is there, and when there is no room for it; nothing has changed.
    #[doc(alias = "putAssumeCapacityNoClobber")]
    #[track_caller]
    pub fn put_assume_capacity_no_clobber(&mut self, key: &[u8], value: V) {
        let (row, hash) = self.probe(key).parts();
        assert!(row.is_none(), "the key is already in the map");
        self.map.core.push(hash, handle_oom(own(key)), value);
    }

    /// Returns the entry of a key, after adding one with the default value if there was none.
    /// Does not allocate but for the key.
    ///
    /// Stops the process when there is no memory for the key.
    ///
    /// # Panics
    ///
    /// Panics when the key is not there and there is no room for it.
    #[doc(alias = "getOrPutAssumeCapacity")]
    #[track_caller]
    pub fn get_or_put_assume_capacity(&mut self, key: &[u8]) -> GetOrPutResult<'_, Box<[u8]>, V>
    where
        V: Default,
    {
        let (row, hash) = self.probe(key).parts();
        if row.is_none() {
            let (key, value) = (handle_oom(own(key)), V::default());
            self.map.core.push(hash, key, value);
        }
        self.map.found_or_last(row)
    }

    /// Returns the place of a key, after making room for it; copies the key if it has no entry.
    ///
    /// Stops the process when memory runs out.
    pub fn entry(&mut self, key: &[u8]) -> MapEntry<'_, Box<[u8]>, V, C> {
        self.map.reserve(1);
        let probe = self.probe(key);
        self.map.entry_at(probe, || handle_oom(own(key)))
    }

    /// Sets the value of a key that the map takes over, without copying it.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for the entry. Setting a key that is there never fails.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::StringArrayHashMap;
    ///
    /// let mut map = StringArrayHashMap::<u32>::new();
    /// map.put_owned(Box::from(*b"key"), 1)?;
    /// let found = map.get_or_put_owned_with(Box::from(*b"key"), || 2)?;
    /// assert!(found.found_existing);
    /// assert_eq!(map.get(b"key"), Some(&1));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[inline]
    pub fn put_owned(&mut self, key: Box<[u8]>, value: V) -> Result<(), AllocError> {
        self.map.put(key, value)
    }

    /// Sets the value of a key that the map takes over, and returns the value it had.
    ///
    /// Stops the process when there is no memory for the entry.
    #[inline]
    pub fn insert_owned(&mut self, key: Box<[u8]>, value: V) -> Option<V> {
        self.map.insert(key, value)
    }

    /// Returns the entry of a key that the map takes over, after adding one with the default value
    /// if there was none.
    ///
    /// # Errors
    ///
    /// As [`put_owned`](Self::put_owned).
    #[inline]
    pub fn get_or_put_owned(
        &mut self,
        key: Box<[u8]>,
    ) -> Result<GetOrPutResult<'_, Box<[u8]>, V>, AllocError>
    where
        V: Default,
    {
        self.map.get_or_put(key)
    }

    /// Returns the entry of a key that the map takes over, after adding one with the value that
    /// `value` returns if there was none.
    ///
    /// # Errors
    ///
    /// As [`put_owned`](Self::put_owned).
    #[inline]
    pub fn get_or_put_owned_with(
        &mut self,
        key: Box<[u8]>,
        value: impl FnOnce() -> V,
    ) -> Result<GetOrPutResult<'_, Box<[u8]>, V>, AllocError> {
        self.map.get_or_put_with(key, value)
    }
}
