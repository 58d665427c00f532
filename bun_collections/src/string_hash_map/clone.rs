//! `Clone`, `Default`, `Debug`, and conversions from and to iterators.

use super::{StringHashMap, StringHashMapKey, StringKeyContext};
use crate::hash_map::{self, HashMap};
use bun_alloc::{AllocError, handle_oom};
use core::fmt;

impl<V: Clone, C: StringKeyContext> StringHashMap<V, C> {
    /// Returns a copy with as few slots as will do; its order differs if the map has more.
    ///
    /// Owned keys are copied, borrowed ones are borrowed again.
    ///
    /// Zig: `std.StringHashMap.clone`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for the map or a key.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::StringHashMap;
    ///
    /// let mut map = StringHashMap::<u32>::new();
    /// map.put(b"a", 1)?;
    /// let mut copy = map.try_clone()?;
    /// copy.put(b"b", 2)?;
    /// assert_eq!((map.count(), copy.count()), (1, 2));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn try_clone(&self) -> Result<Self, AllocError> {
        let map = self.map.try_clone_with(|key, value| Ok((key.try_clone()?, value.clone())))?;
        Ok(Self { map })
    }

    /// Returns a copy; forwards to [`try_clone`](Self::try_clone).
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

impl<V: Clone, C: StringKeyContext> Clone for StringHashMap<V, C> {
    fn clone(&self) -> Self {
        handle_oom(self.try_clone())
    }
}

impl<V, C: Default> Default for StringHashMap<V, C> {
    #[inline]
    fn default() -> Self {
        Self::with_context(C::default())
    }
}

impl<V: fmt::Debug, C> fmt::Debug for StringHashMap<V, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.map.iter()).finish()
    }
}

impl<V, C> From<HashMap<StringHashMapKey, V, C>> for StringHashMap<V, C> {
    #[inline]
    fn from(map: HashMap<StringHashMapKey, V, C>) -> Self {
        Self { map }
    }
}

impl<K: Into<StringHashMapKey>, V, C: StringKeyContext> Extend<(K, V)> for StringHashMap<V, C> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.map.insert(key.into(), value);
        }
    }
}

impl<K: Into<StringHashMapKey>, V, C: StringKeyContext + Default> FromIterator<(K, V)>
    for StringHashMap<V, C>
{
    /// Copies no key: literals are borrowed, boxed ones are moved.
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::default();
        map.extend(entries);
        map
    }
}

impl<V, C> IntoIterator for StringHashMap<V, C> {
    type Item = (StringHashMapKey, V);
    type IntoIter = hash_map::IntoIter<StringHashMapKey, V>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.map.into_iter()
    }
}

impl<'a, V, C> IntoIterator for &'a StringHashMap<V, C> {
    type Item = (&'a StringHashMapKey, &'a V);
    type IntoIter = hash_map::Iter<'a, StringHashMapKey, V>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.map.iter()
    }
}

impl<'a, V, C> IntoIterator for &'a mut StringHashMap<V, C> {
    type Item = (&'a StringHashMapKey, &'a mut V);
    type IntoIter = hash_map::IterMut<'a, StringHashMapKey, V>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.map.iter_mut()
    }
}
