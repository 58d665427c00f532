//! Putting entries in: with a copy of the key, or without one.

#![expect(unsafe_code, reason = "passes a promise of the caller on; argument in SAFETY.md")]

use super::{GetOrPutResult, StringHashMap, StringHashMapKey, StringKeyContext};
use alloc::boxed::Box;
use bun_alloc::{AllocError, handle_oom};
use core::mem;

impl<V, C: StringKeyContext> StringHashMap<V, C> {
    /// Returns the entry of a key, after adding one with what `key_in_map` and `value` return if
    /// there was none.
    #[inline]
    fn find_or_add(
        &mut self,
        hash: u64,
        key: &[u8],
        key_in_map: impl FnOnce() -> Result<StringHashMapKey, AllocError>,
        value: impl FnOnce() -> V,
    ) -> Result<GetOrPutResult<'_, V>, AllocError> {
        let context = self.map.context().clone();
        let is_match = |other: &StringHashMapKey| context.eql(key, other.as_bytes());
        self.map.get_or_put_hashed_with(hash, is_match, || Ok((key_in_map()?, value())))
    }

    /// Sets the value of a key and returns the one it had.
    #[inline]
    fn set(
        &mut self,
        hash: u64,
        key: &[u8],
        key_in_map: impl FnOnce() -> Result<StringHashMapKey, AllocError>,
        value: V,
    ) -> Result<Option<V>, AllocError> {
        let mut value = Some(value);
        let new = || value.take().expect("one value");
        let found = self.find_or_add(hash, key, key_in_map, new)?;
        Ok(value.map(|value| mem::replace(found.value_ptr, value)))
    }

    /// Sets the value of a key, which is copied if it is new.
    ///
    /// Zig: `std.StringHashMap.put`, which does not copy.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for the entry or its key; no entry has changed. Setting
    /// a key that is there never fails.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::StringHashMap;
    ///
    /// let mut map = StringHashMap::<char>::new();
    /// map.put(b"key", 'x')?;
    /// map.put(b"key", 'y')?;
    /// assert_eq!((map.count(), map.get(b"key")), (1, Some(&'y')));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[inline]
    pub fn put(&mut self, key: &[u8], value: V) -> Result<(), AllocError> {
        self.try_insert(key, value).map(drop)
    }

    /// Sets the value of a key, which is copied if it is new, and returns the value it had.
    ///
    /// # Errors
    ///
    /// As [`put`](Self::put).
    #[inline]
    pub fn try_insert(&mut self, key: &[u8], value: V) -> Result<Option<V>, AllocError> {
        self.set(self.hash_key(key), key, || StringHashMapKey::copy_of(key), value)
    }

    /// Sets the value of a key, which is copied if it is new, and returns the value it had.
    ///
    /// Stops the process when there is no memory for the entry or its key.
    #[inline]
    pub fn insert(&mut self, key: &[u8], value: V) -> Option<V> {
        handle_oom(self.try_insert(key, value))
    }

    /// Sets the value of a key that owns its bytes. Does not copy them.
    ///
    /// # Errors
    ///
    /// As [`put`](Self::put); the key is dropped.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::StringHashMap;
    ///
    /// let mut map = StringHashMap::<u32>::new();
    /// map.put_owned(Box::from(*b"key"), 1)?;
    /// assert_eq!(map.get(b"key"), Some(&1));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[inline]
    pub fn put_owned(&mut self, key: Box<[u8]>, value: V) -> Result<(), AllocError> {
        self.map.put(key.into(), value)
    }

    /// Sets the value of a key that lives forever. Does not copy it.
    ///
    /// # Errors
    ///
    /// `AllocError` when the map has to grow and cannot. Setting a key that is there never fails.
    #[inline]
    pub fn put_static_key(&mut self, key: &'static [u8], value: V) -> Result<(), AllocError> {
        self.map.put(StringHashMapKey::borrowed(key), value)
    }

    /// As [`put_static_key`](Self::put_static_key), of a key whose [`hash_key`](Self::hash_key) is
    /// known.
    ///
    /// # Errors
    ///
    /// As [`put_static_key`](Self::put_static_key).
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::StringHashMap;
    ///
    /// let (mut old, mut new) = (StringHashMap::<u32>::new(), StringHashMap::<u32>::new());
    /// let hash = old.hash_key(b"key");
    /// if old.get_hashed(hash, b"key").is_none() {
    ///     new.put_static_key_hashed(hash, b"key", 1)?;
    /// }
    /// assert_eq!(new.get(b"key"), Some(&1));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[inline]
    pub fn put_static_key_hashed(
        &mut self,
        hash: u64,
        key: &'static [u8],
        value: V,
    ) -> Result<(), AllocError> {
        self.set(hash, key, || Ok(StringHashMapKey::borrowed(key)), value).map(drop)
    }

    /// Sets the value of a key that outlives the map. Does not copy it.
    ///
    /// Where the lifetime of the keys can be named, a
    /// [`BorrowedStringHashMap`](super::BorrowedStringHashMap) does the same without a promise.
    ///
    /// # Safety
    ///
    /// 1. The bytes are neither freed nor changed as long as the key is in this map, in a clone of
    ///    it, or wherever it was moved to.
    ///
    /// # Errors
    ///
    /// `AllocError` when the map has to grow and cannot. Setting a key that is there never fails.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::StringHashMap;
    ///
    /// let source = b"let a;".to_vec();
    /// let mut scope = StringHashMap::<u32>::new();
    /// // SAFETY:
    /// // 1. `scope` is dropped before `source`, and not cloned.
    /// unsafe { scope.put_borrowed(&source[4..5], 1)? };
    /// assert_eq!(scope.get(b"a"), Some(&1));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[inline]
    pub unsafe fn put_borrowed(&mut self, key: &[u8], value: V) -> Result<(), AllocError> {
        // SAFETY:
        // 1. Precondition 1.
        self.map.put(unsafe { StringHashMapKey::borrowed_for_a_while(key) }, value)
    }

    /// Adds an entry for a key that is not there, and copies the key.
    ///
    /// Zig: `std.StringHashMap.putNoClobber`.
    ///
    /// # Errors
    ///
    /// As [`put`](Self::put).
    ///
    /// # Panics
    ///
    /// Panics when the key is there; its value has not changed.
    #[doc(alias = "putNoClobber")]
    #[track_caller]
    pub fn put_no_clobber(&mut self, key: &[u8], value: V) -> Result<(), AllocError> {
        let copy = || StringHashMapKey::copy_of(key);
        let found = self.find_or_add(self.hash_key(key), key, copy, || value)?;
        assert!(!found.found_existing, "the key is already in the map");
        Ok(())
    }

    /// Returns whether an entry fits without growing.
    fn has_room(&self) -> bool {
        // As the table computes it: 80 % of the slots.
        (self.len() as u64) < self.capacity() as u64 * 80 / 100
    }

    /// Sets the value of a key. Does not allocate but for a copy of the key if it is new.
    ///
    /// Stops the process when there is no memory for the copy.
    ///
    /// Zig: `std.StringHashMap.putAssumeCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when the key is not there and there is no room for it.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::StringHashMap;
    ///
    /// let mut map = StringHashMap::<u32>::with_capacity(2);
    /// map.put_assume_capacity(b"a", 1);
    /// map.put_assume_capacity(b"b", 2);
    /// assert_eq!(map.count(), 2);
    /// ```
    #[doc(alias = "putAssumeCapacity")]
    #[inline]
    #[track_caller]
    pub fn put_assume_capacity(&mut self, key: &[u8], value: V) {
        if self.has_room() {
            self.insert(key, value);
        } else {
            let entry = self.map.get_entry(key).expect("capacity for another entry");
            *entry.value_ptr = value;
        }
    }

    /// Adds an entry for a key that is not there. Does not allocate but for a copy of the key.
    ///
    /// Zig: `std.StringHashMap.putAssumeCapacityNoClobber`.
    ///
    /// # Panics
    ///
    /// Panics when the key is there, and when there is no room for it; nothing has changed.
    #[doc(alias = "putAssumeCapacityNoClobber")]
    #[track_caller]
    pub fn put_assume_capacity_no_clobber(&mut self, key: &[u8], value: V) {
        assert!(self.has_room(), "capacity for another entry");
        handle_oom(self.put_no_clobber(key, value));
    }

    /// Returns the entry of a key, after adding one with a copy of the key and the default value if
    /// there was none. One search, and no copy of a key that is there.
    ///
    /// Zig leaves a new value undefined; here it is `V::default()` until it is assigned. For values
    /// without a default there is [`get_or_put_with`](Self::get_or_put_with).
    ///
    /// Zig: `std.StringHashMap.getOrPut`, after which the caller copies the key.
    ///
    /// # Errors
    ///
    /// As [`put`](Self::put). Finding a key that is there never fails.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::StringHashMap;
    ///
    /// let mut counts = StringHashMap::<u32>::new();
    /// for word in [&b"a"[..], b"b", b"a"] {
    ///     *counts.get_or_put(word)?.value_ptr += 1;
    /// }
    /// assert_eq!((counts.get(b"a"), counts.get(b"b")), (Some(&2), Some(&1)));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "getOrPut")]
    #[inline]
    pub fn get_or_put(&mut self, key: &[u8]) -> Result<GetOrPutResult<'_, V>, AllocError>
    where
        V: Default,
    {
        self.get_or_put_with(key, V::default)
    }

    /// As [`get_or_put`](Self::get_or_put), with the value that `value` returns.
    ///
    /// # Errors
    ///
    /// As [`put`](Self::put). Finding a key that is there never fails.
    #[inline]
    pub fn get_or_put_with(
        &mut self,
        key: &[u8],
        value: impl FnOnce() -> V,
    ) -> Result<GetOrPutResult<'_, V>, AllocError> {
        let copy = || StringHashMapKey::copy_of(key);
        self.find_or_add(self.hash_key(key), key, copy, value)
    }

    /// As [`get_or_put`](Self::get_or_put), of a key whose [`hash_key`](Self::hash_key) is known.
    ///
    /// # Errors
    ///
    /// As [`put`](Self::put). Finding a key that is there never fails.
    #[inline]
    pub fn get_or_put_hashed(
        &mut self,
        hash: u64,
        key: &[u8],
    ) -> Result<GetOrPutResult<'_, V>, AllocError>
    where
        V: Default,
    {
        self.find_or_add(hash, key, || StringHashMapKey::copy_of(key), V::default)
    }

    /// Returns the value of a key, after adding an entry with the given one if there was none.
    ///
    /// Zig: `std.StringHashMap.getOrPutValue`.
    ///
    /// # Errors
    ///
    /// As [`put`](Self::put). Finding a key that is there never fails.
    #[doc(alias = "getOrPutValue")]
    #[inline]
    pub fn get_or_put_value(&mut self, key: &[u8], value: V) -> Result<&mut V, AllocError> {
        Ok(self.get_or_put_with(key, || value)?.value_ptr)
    }

    /// As [`get_or_put`](Self::get_or_put), of a key that lives forever. Does not copy it.
    ///
    /// # Errors
    ///
    /// `AllocError` when the map has to grow and cannot. Finding a key that is there never fails.
    #[inline]
    pub fn get_or_put_static_key(
        &mut self,
        key: &'static [u8],
    ) -> Result<GetOrPutResult<'_, V>, AllocError>
    where
        V: Default,
    {
        let borrowed = || Ok(StringHashMapKey::borrowed(key));
        self.find_or_add(self.hash_key(key), key, borrowed, V::default)
    }

    /// As [`get_or_put`](Self::get_or_put), of a key that outlives the map. Does not copy it.
    ///
    /// Stops the process when the map has to grow and cannot.
    ///
    /// # Safety
    ///
    /// 1. As for [`put_borrowed`](Self::put_borrowed).
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::StringHashMap;
    ///
    /// let source = b"a=1;a=2".to_vec();
    /// let mut uses = StringHashMap::<u32>::new();
    /// for name in [&source[..1], &source[4..5]] {
    ///     // SAFETY:
    ///     // 1. `uses` is dropped before `source`, and not cloned.
    ///     *unsafe { uses.get_or_put_borrowed(name) }.value_ptr += 1;
    /// }
    /// assert_eq!(uses.get(b"a"), Some(&2));
    /// ```
    #[inline]
    pub unsafe fn get_or_put_borrowed(&mut self, key: &[u8]) -> GetOrPutResult<'_, V>
    where
        V: Default,
    {
        // SAFETY:
        // 1. Precondition 1.
        let borrowed = || Ok(unsafe { StringHashMapKey::borrowed_for_a_while(key) });
        handle_oom(self.find_or_add(self.hash_key(key), key, borrowed, V::default))
    }
}
