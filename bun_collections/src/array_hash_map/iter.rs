//! Iterators over the entries, in order.

use super::rows::Unread;
use super::{ArrayHashMap, Entry, StringArrayHashMap};
use alloc::boxed::Box;
use core::fmt;
use core::iter::{FusedIterator, Zip};
use core::slice;

/// The entries of a map, with exclusive access: what [`ArrayHashMap::iterator`] returns.
///
/// Zig: `std.ArrayHashMap.Iterator`.
#[derive(Debug)]
pub struct Iter<'a, K, V> {
    entries: Zip<slice::IterMut<'a, K>, slice::IterMut<'a, V>>,
}

impl<'a, K, V> Iterator for Iter<'a, K, V> {
    type Item = Entry<'a, K, V>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.entries.next().map(|(key_ptr, value_ptr)| Entry { key_ptr, value_ptr })
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.entries.size_hint()
    }
}

impl<K, V> ExactSizeIterator for Iter<'_, K, V> {}
impl<K, V> FusedIterator for Iter<'_, K, V> {}

/// The entries of a map that was given up.
pub struct IntoIter<K, V> {
    entries: Unread<K, V>,
}

impl<K, V> Iterator for IntoIter<K, V> {
    type Item = (K, V);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.entries.next()
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.entries.len(), Some(self.entries.len()))
    }
}

impl<K, V> DoubleEndedIterator for IntoIter<K, V> {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        self.entries.next_back()
    }
}

impl<K, V> ExactSizeIterator for IntoIter<K, V> {}
impl<K, V> FusedIterator for IntoIter<K, V> {}

impl<K, V> fmt::Debug for IntoIter<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IntoIter").field("len", &self.entries.len()).finish_non_exhaustive()
    }
}

impl<K, V, C> ArrayHashMap<K, V, C> {
    /// Returns the keys with their values, in order.
    #[inline]
    pub fn iter(&self) -> Zip<slice::Iter<'_, K>, slice::Iter<'_, V>> {
        self.keys().iter().zip(self.values())
    }

    /// Returns the keys with their values, exclusively, in order.
    #[inline]
    pub fn iter_mut(&mut self) -> Zip<slice::Iter<'_, K>, slice::IterMut<'_, V>> {
        let (keys, values) = self.keys_and_values_mut();
        keys.iter().zip(values)
    }

    /// Returns the entries with exclusive access to keys and values, in order.
    ///
    /// Zig: `std.ArrayHashMap.iterator`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::ArrayHashMap;
    ///
    /// let mut map = ArrayHashMap::<u8, u8>::new();
    /// map.put(1, 2)?;
    /// let mut entries = map.iterator();
    /// while let Some(entry) = entries.next() {
    ///     *entry.value_ptr += *entry.key_ptr;
    /// }
    /// assert_eq!(map.values(), [3]);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[inline]
    pub fn iterator(&mut self) -> Iter<'_, K, V> {
        let (keys, values) = self.core.rows.columns_mut();
        Iter { entries: keys.iter_mut().zip(values) }
    }
}

impl<'a, K, V, C> IntoIterator for &'a ArrayHashMap<K, V, C> {
    type Item = (&'a K, &'a V);
    type IntoIter = Zip<slice::Iter<'a, K>, slice::Iter<'a, V>>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a, K, V, C> IntoIterator for &'a mut ArrayHashMap<K, V, C> {
    type Item = (&'a K, &'a mut V);
    type IntoIter = Zip<slice::Iter<'a, K>, slice::IterMut<'a, V>>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.iter_mut()
    }
}

impl<K, V, C> IntoIterator for ArrayHashMap<K, V, C> {
    type Item = (K, V);
    type IntoIter = IntoIter<K, V>;

    #[inline]
    fn into_iter(self) -> IntoIter<K, V> {
        IntoIter { entries: self.core.rows.into_unread() }
    }
}

/// The iterator of code written for Zig, over maps whatever their keys.
///
/// Zig: `std.ArrayHashMap.iterator`.
///
/// # Examples
///
/// ```
/// use bun_collections::array_hash_map::ArrayHashMapExt;
/// use bun_collections::StringArrayHashMap;
///
/// fn sum<M: ArrayHashMapExt<Value = u32>>(map: &mut M) -> u32 {
///     map.iterator().map(|entry| *entry.value_ptr).sum()
/// }
///
/// let mut map = StringArrayHashMap::<u32>::new();
/// map.put(b"one", 1)?;
/// map.put(b"two", 2)?;
/// assert_eq!(sum(&mut map), 3);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
pub trait ArrayHashMapExt {
    /// What the map stores as a key.
    type Key;
    /// The value of a key.
    type Value;
    /// The entries, with exclusive access to keys and values.
    type Iterator<'a>: Iterator<Item = Entry<'a, Self::Key, Self::Value>>
    where
        Self: 'a;

    /// Returns the entries with exclusive access to keys and values, in order.
    fn iterator(&mut self) -> Self::Iterator<'_>;
}

impl<K, V, C> ArrayHashMapExt for ArrayHashMap<K, V, C> {
    type Key = K;
    type Value = V;
    type Iterator<'a>
        = Iter<'a, K, V>
    where
        Self: 'a;

    #[inline]
    fn iterator(&mut self) -> Iter<'_, K, V> {
        Self::iterator(self)
    }
}

impl<V, C> ArrayHashMapExt for StringArrayHashMap<V, C> {
    type Key = Box<[u8]>;
    type Value = V;
    type Iterator<'a>
        = Iter<'a, Box<[u8]>, V>
    where
        Self: 'a;

    #[inline]
    fn iterator(&mut self) -> Iter<'_, Box<[u8]>, V> {
        (**self).iterator()
    }
}
