//! Looking up keys by something else.

use super::core::Probe;
use super::{ArrayHashAdapter, ArrayHashContext, ArrayHashMap, GetOrPutResult};
use bun_alloc::AllocError;

impl<K, V, C> ArrayHashMap<K, V, C> {
    #[inline]
    pub(super) fn probe_adapted<Q: ?Sized, A: ArrayHashAdapter<Q, K>>(
        &self,
        key: &Q,
        adapter: &A,
    ) -> Probe {
        self.core.find(|| adapter.hash(key), |other, row| adapter.eql(key, other, row))
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
        self.core.find(|| hash, eql).row()
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
        let (row, hash) = self.core.find(|| hash(&key), |other, row| eql(&key, other, row)).parts();
        match row {
            Some(row) => self.values_mut()[row] = value,
            None => self.core.push(hash, key, value),
        }
    }
}
