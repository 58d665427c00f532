//! [`StringArrayHashMap`]: keys are byte strings that the map owns, lookups borrow theirs.

use super::core::Probe;
use super::{
    ArrayHashAdapter, ArrayHashContext, ArrayHashMap, CaseInsensitiveAsciiStringContext,
    GetOrPutResult, KV, StringContext,
};
use alloc::boxed::Box;
use alloc::vec::Vec;
use bun_alloc::{AllocError, handle_oom};
use core::fmt;
use core::ops::{Deref, DerefMut};

/// A map in order of insertion whose keys are byte strings.
///
/// Methods that take a key take any byte string and copy it only for a new entry. For everything
/// else this is an [`ArrayHashMap`] with boxed keys, and dereferences to it.
///
/// Zig: `std.StringArrayHashMap`, `bun.StringArrayHashMap`.
///
/// # Examples
///
/// ```
/// use bun_collections::StringArrayHashMap;
///
/// let mut sizes = StringArrayHashMap::<u32>::new();
/// sizes.put(b"a.ts", 10)?;
/// sizes.put(b"b.ts", 20)?;
/// *sizes.get_or_put(b"a.ts")?.value_ptr += 1;
/// assert_eq!(sizes.get(b"a.ts"), Some(&11));
/// assert_eq!(sizes.keys()[1][..], *b"b.ts");
/// assert_eq!(sizes.values().iter().sum::<u32>(), 31);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
pub struct StringArrayHashMap<V, C = StringContext> {
    map: ArrayHashMap<Box<[u8]>, V, C>,
}

/// A [`StringArrayHashMap`] that takes `Content-Type` and `content-type` for the same key.
///
/// Zig: `bun.CaseInsensitiveASCIIStringArrayHashMap`.
pub type CaseInsensitiveAsciiStringArrayHashMap<V> =
    StringArrayHashMap<V, CaseInsensitiveAsciiStringContext>;

/// Returns a copy of a key.
fn own(key: &[u8]) -> Result<Box<[u8]>, AllocError> {
    let mut copy = Vec::new();
    copy.try_reserve_exact(key.len())?;
    copy.extend_from_slice(key);
    Ok(copy.into_boxed_slice())
}

impl<V, C> StringArrayHashMap<V, C>
where
    C: ArrayHashContext<Box<[u8]>> + ArrayHashAdapter<[u8], Box<[u8]>>,
{
    /// Returns an empty map. Does not allocate.
    #[inline]
    #[must_use]
    pub fn new() -> Self
    where
        C: Default,
    {
        Self { map: ArrayHashMap::new() }
    }

    /// Returns an empty map with room for at least `capacity` entries.
    ///
    /// Stops the process when there is no memory for them.
    #[must_use]
    pub fn with_capacity(capacity: usize) -> Self
    where
        C: Default,
    {
        Self { map: ArrayHashMap::with_capacity(capacity) }
    }

    #[inline]
    fn probe(&self, key: &[u8]) -> Probe {
        self.map.probe_adapted(key, &self.map.context)
    }

    /// Returns the position of a key.
    #[inline]
    #[must_use]
    pub fn get_index(&self, key: &[u8]) -> Option<usize> {
        self.probe(key).row()
    }

    /// Returns the value of a key.
    #[inline]
    #[must_use]
    pub fn get(&self, key: &[u8]) -> Option<&V> {
        self.get_index(key).map(|row| &self.map.values()[row])
    }

    /// Returns the value of a key, exclusively.
    #[inline]
    #[must_use]
    pub fn get_mut(&mut self, key: &[u8]) -> Option<&mut V> {
        self.get_index(key).map(|row| &mut self.map.values_mut()[row])
    }

    /// Returns the value of a key, exclusively; forwards to [`get_mut`](Self::get_mut).
    #[doc(alias = "getPtr")]
    #[inline]
    #[must_use]
    pub fn get_ptr_mut(&mut self, key: &[u8]) -> Option<&mut V> {
        self.get_mut(key)
    }

    /// Returns the key of the map that equals `key`.
    #[doc(alias = "getKey")]
    #[inline]
    #[must_use]
    pub fn get_key(&self, key: &[u8]) -> Option<&[u8]> {
        self.get_index(key).map(|row| &*self.map.keys()[row])
    }

    /// Returns whether there is an entry for the key.
    #[inline]
    #[must_use]
    pub fn contains(&self, key: &[u8]) -> bool {
        self.get_index(key).is_some()
    }

    /// Returns whether there is an entry for the key; forwards to [`contains`](Self::contains).
    #[inline]
    #[must_use]
    pub fn contains_key(&self, key: &[u8]) -> bool {
        self.contains(key)
    }

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
            return Ok(Some(core::mem::replace(&mut self.map.values_mut()[row], value)));
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

    /// Removes the entry of a key and returns whether there was one; the last entry takes its
    /// place. O(1).
    #[doc(alias = "swapRemove")]
    #[inline]
    pub fn swap_remove(&mut self, key: &[u8]) -> bool {
        self.fetch_swap_remove(key).is_some()
    }

    /// Removes the entry of a key and returns whether there was one; the others keep their order.
    /// O(n).
    #[doc(alias = "orderedRemove")]
    #[inline]
    pub fn ordered_remove(&mut self, key: &[u8]) -> bool {
        self.fetch_ordered_remove(key).is_some()
    }

    /// Removes and returns the entry of a key; the last entry takes its place. O(1).
    #[doc(alias = "fetchSwapRemove")]
    pub fn fetch_swap_remove(&mut self, key: &[u8]) -> Option<KV<Box<[u8]>, V>> {
        let (row, hash) = self.probe(key).parts();
        let (key, value) = self.map.swap_remove_row(row?, Some(hash));
        Some(KV { key, value })
    }

    /// Removes and returns the entry of a key; the others keep their order. O(n).
    #[doc(alias = "fetchOrderedRemove")]
    pub fn fetch_ordered_remove(&mut self, key: &[u8]) -> Option<KV<Box<[u8]>, V>> {
        let (row, hash) = self.probe(key).parts();
        let (key, value) = self.map.ordered_remove_row(row?, Some(hash));
        Some(KV { key, value })
    }

    /// Removes the entry of a key and returns its value; the last entry takes its place. O(1).
    #[inline]
    pub fn remove(&mut self, key: &[u8]) -> Option<V> {
        self.fetch_swap_remove(key).map(|entry| entry.value)
    }
}

impl<V: Clone, C: Clone> StringArrayHashMap<V, C> {
    /// Returns a copy in the same order. Computes no hash.
    ///
    /// [`clone`](Self::clone) is the same under the name that code ported from Zig uses.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for the map or a key.
    pub fn try_clone(&self) -> Result<Self, AllocError> {
        let core = self.map.core.try_clone(|key, value| Ok((own(key)?, value.clone())))?;
        Ok(Self { map: ArrayHashMap { core, context: self.map.context.clone() } })
    }

    /// Returns a copy in the same order; forwards to [`try_clone`](Self::try_clone).
    ///
    /// It hides `Clone::clone`, which stops the process when memory runs out.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for the map or a key.
    #[expect(clippy::should_implement_trait, reason = "it is, and this one can fail")]
    #[inline]
    pub fn clone(&self) -> Result<Self, AllocError> {
        self.try_clone()
    }
}

impl<V: Clone, C: Clone> Clone for StringArrayHashMap<V, C> {
    fn clone(&self) -> Self {
        handle_oom(self.try_clone())
    }
}

impl<V, C: ArrayHashContext<Box<[u8]>> + Default> Default for StringArrayHashMap<V, C> {
    #[inline]
    fn default() -> Self {
        Self { map: ArrayHashMap::new() }
    }
}

impl<V, C> Deref for StringArrayHashMap<V, C> {
    type Target = ArrayHashMap<Box<[u8]>, V, C>;

    #[inline]
    fn deref(&self) -> &Self::Target {
        &self.map
    }
}

impl<V, C> DerefMut for StringArrayHashMap<V, C> {
    #[inline]
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.map
    }
}

impl<V: fmt::Debug, C> fmt::Debug for StringArrayHashMap<V, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        /// A byte string in quotes.
        struct Quoted<'a>(&'a [u8]);

        impl fmt::Debug for Quoted<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "\"{}\"", self.0.escape_ascii())
            }
        }

        f.debug_map().entries(self.iter().map(|(key, value)| (Quoted(key), value))).finish()
    }
}

impl<V, C> IntoIterator for StringArrayHashMap<V, C> {
    type Item = (Box<[u8]>, V);
    type IntoIter = super::IntoIter<Box<[u8]>, V>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.map.into_iter()
    }
}

impl<'a, V, C> IntoIterator for &'a StringArrayHashMap<V, C> {
    type Item = (&'a Box<[u8]>, &'a V);
    type IntoIter = core::iter::Zip<core::slice::Iter<'a, Box<[u8]>>, core::slice::Iter<'a, V>>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.map.iter()
    }
}
