//! Iterators over keys, over values, and over entries with exclusive access.

use super::walk::{IntoIter, Iter, IterMut as Walk};
use super::{Entry, HashMap};
use core::fmt;
use core::iter::FusedIterator;

macro_rules! iterator {
    (
        $(#[$doc:meta])*
        $name:ident<'a, K, V>($walk:ident) -> $item:ty, |$key:ident, $value:ident| $part:expr
    ) => {
        $(#[$doc])*
        pub struct $name<'a, K, V> {
            walk: $walk<'a, K, V>,
        }

        impl<'a, K, V> Iterator for $name<'a, K, V> {
            type Item = $item;

            #[inline]
            fn next(&mut self) -> Option<Self::Item> {
                self.walk.next().map(|($key, $value)| $part)
            }

            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                self.walk.size_hint()
            }
        }

        impl<K, V> ExactSizeIterator for $name<'_, K, V> {}
        impl<K, V> FusedIterator for $name<'_, K, V> {}

        impl<K, V> fmt::Debug for $name<'_, K, V> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name))
                    .field("len", &self.walk.len())
                    .finish_non_exhaustive()
            }
        }
    };
}

iterator! {
    /// The keys of a map, in the order of its slots.
    ///
    /// Zig: `std.HashMap.KeyIterator`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let map: HashMap<u32, char> = [(1, 'a'), (2, 'b')].into_iter().collect();
    /// assert_eq!(map.keys().sum::<u32>(), 3);
    /// ```
    Keys<'a, K, V>(Iter) -> &'a K, |key, _value| key
}
iterator! {
    /// The values of a map, in the order of its slots.
    ///
    /// Zig: `std.HashMap.ValueIterator`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let map: HashMap<u32, char> = [(1, 'a'), (2, 'a')].into_iter().collect();
    /// assert!(map.values().all(|value| *value == 'a'));
    /// ```
    Values<'a, K, V>(Iter) -> &'a V, |_key, value| value
}
iterator! {
    /// The values of a map, exclusively, in the order of its slots.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let mut map: HashMap<u32, u32> = [(1, 10), (2, 20)].into_iter().collect();
    /// map.values_mut().for_each(|value| *value += 1);
    /// assert_eq!(map.get(&2), Some(&21));
    /// ```
    ValuesMut<'a, K, V>(Walk) -> &'a mut V, |_key, value| value
}
iterator! {
    /// The keys of a map with their values, exclusively, in the order of its slots.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let mut map: HashMap<u32, u32> = [(1, 10), (2, 20)].into_iter().collect();
    /// for (key, value) in &mut map {
    ///     *value *= key;
    /// }
    /// assert_eq!(map.get(&2), Some(&40));
    /// ```
    IterMut<'a, K, V>(Walk) -> (&'a K, &'a mut V), |key, value| (&*key, value)
}
iterator! {
    /// The entries of a map with exclusive access: what [`HashMap::iterator`] returns.
    ///
    /// Zig: `std.HashMap.Iterator`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let mut map: HashMap<u32, u32> = [(1, 10), (2, 20)].into_iter().collect();
    /// for entry in map.iterator() {
    ///     *entry.value_ptr += *entry.key_ptr;
    /// }
    /// assert_eq!(map.get(&2), Some(&22));
    /// ```
    EntryIter<'a, K, V>(Walk) -> Entry<'a, K, V>,
    |key_ptr, value_ptr| Entry { key_ptr, value_ptr }
}

impl<K, V> Clone for Keys<'_, K, V> {
    fn clone(&self) -> Self {
        Self { walk: self.walk.clone() }
    }
}

impl<K, V> Clone for Values<'_, K, V> {
    fn clone(&self) -> Self {
        Self { walk: self.walk.clone() }
    }
}

impl<K, V, C> HashMap<K, V, C> {
    /// Returns the keys with their values, in the order of the slots. O(capacity) in all.
    #[inline]
    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter::new(&self.slots)
    }

    /// Returns the keys with their values, exclusively, in the order of the slots.
    #[inline]
    pub fn iter_mut(&mut self) -> IterMut<'_, K, V> {
        IterMut { walk: Walk::new(&mut self.slots) }
    }

    /// Returns the entries with exclusive access to keys and values, in the order of the slots.
    ///
    /// Zig: `std.HashMap.iterator`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let mut map = HashMap::<u8, u8>::new();
    /// map.put(1, 2)?;
    /// let mut entries = map.iterator();
    /// while let Some(entry) = entries.next() {
    ///     *entry.value_ptr += *entry.key_ptr;
    /// }
    /// assert_eq!(map.get(&1), Some(&3));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[inline]
    pub fn iterator(&mut self) -> EntryIter<'_, K, V> {
        EntryIter { walk: Walk::new(&mut self.slots) }
    }

    /// Returns the keys, in the order of the slots.
    #[inline]
    pub fn keys(&self) -> Keys<'_, K, V> {
        Keys { walk: self.iter() }
    }

    /// Returns the keys; forwards to [`keys`](Self::keys).
    ///
    /// Zig: `std.HashMap.keyIterator`.
    #[doc(alias = "keyIterator")]
    #[inline]
    pub fn key_iterator(&self) -> Keys<'_, K, V> {
        self.keys()
    }

    /// Returns the values, in the order of the slots.
    #[inline]
    pub fn values(&self) -> Values<'_, K, V> {
        Values { walk: self.iter() }
    }

    /// Returns the values, exclusively, in the order of the slots.
    #[inline]
    pub fn values_mut(&mut self) -> ValuesMut<'_, K, V> {
        ValuesMut { walk: Walk::new(&mut self.slots) }
    }

    /// Returns the values, exclusively; forwards to [`values_mut`](Self::values_mut).
    ///
    /// Zig: `std.HashMap.valueIterator`.
    #[doc(alias = "valueIterator")]
    #[inline]
    pub fn value_iterator(&mut self) -> ValuesMut<'_, K, V> {
        self.values_mut()
    }
}

impl<'a, K, V, C> IntoIterator for &'a HashMap<K, V, C> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a, K, V, C> IntoIterator for &'a mut HashMap<K, V, C> {
    type Item = (&'a K, &'a mut V);
    type IntoIter = IterMut<'a, K, V>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.iter_mut()
    }
}

impl<K, V, C> IntoIterator for HashMap<K, V, C> {
    type Item = (K, V);
    type IntoIter = IntoIter<K, V>;

    #[inline]
    fn into_iter(self) -> IntoIter<K, V> {
        IntoIter::new(self.slots)
    }
}
