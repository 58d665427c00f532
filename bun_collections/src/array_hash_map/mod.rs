//! [`ArrayHashMap`]: a hash map that keeps its entries in order of insertion, in arrays.
//!
//! Use it where the order of iteration can be seen, where keys or values are wanted as slices, and
//! for small maps. Iterating is as fast as iterating over arrays; a lookup costs one cache miss
//! more than in a table that holds its entries.
//!
//! | map | keys |
//! |---|---|
//! | [`ArrayHashMap<K, V>`](ArrayHashMap) | integers, arrays, structs with `#[derive(AutoHash)]` |
//! | [`StringArrayHashMap<V>`](StringArrayHashMap) | byte strings that the map owns |
//! | `ArrayHashMap<&[u8], V, StringContext>` | byte strings that live elsewhere |
//! | [`CaseInsensitiveAsciiStringArrayHashMap<V>`](CaseInsensitiveAsciiStringArrayHashMap) | the same but for the case of ASCII letters |
//!
//! # The order
//!
//! | operation | the order of the entries |
//! |---|---|
//! | a new key | last |
//! | a new value for a key | unchanged; the old key stays as well |
//! | `swap_remove` and its relatives | the last entry takes the place of the removed one |
//! | `ordered_remove` and its relatives | unchanged; O(n) |
//! | `sort` | sorted, equal ones in the order they had |
//!
//! # Who drops what
//!
//! Values and keys that leave the map are dropped, or returned, exactly once. Overwriting drops the
//! old value and the *new* key. When the code of a context, a comparator, a `Default` or a `Clone`
//! panics, the map has not changed, except that it may have grown. When a destructor panics, what
//! was being removed is gone.
//!
//! # Keys that are changed in place
//!
//! Every `&mut K` may be used to change a key. The map then finds it under its old hash, if at all,
//! until [`re_index`](ArrayHashMap::re_index).

mod adapted;
mod at;
mod block;
mod bulk;
mod clone;
mod core;
mod entry;
mod index;
mod iter;
mod order;
mod put;
mod remove;
mod rows;
mod scan;
mod set_len;
mod string;
#[cfg(test)]
mod tests;

pub use self::bulk::Drain;
pub use self::entry::{Entry, GetOrPutResult, KV, MapEntry, OccupiedEntry, VacantEntry};
pub use self::iter::{ArrayHashMapExt, IntoIter, Iter};
pub use self::string::{
    CaseInsensitiveAsciiStringArrayHashMap, StringArrayHashMap, eql_string, hash_string,
};
pub use crate::context::{
    ArrayHashAdapter, ArrayHashContext, AutoContext, CaseInsensitiveAsciiStringContext,
    StringContext,
};

use self::core::{Core, Probe};
use bun_alloc::handle_oom;

/// A hash map in order of insertion, with its keys and its values in one array each.
///
/// Keys, values and, where comparing keys is not cheap, their hashes share one allocation. Up to 8,
/// 16 or 32 entries, depending on the size of a key, are searched linearly; above that an index
/// with row numbers of one, two or four bytes is kept in a second allocation.
///
/// Zig: `std.AutoArrayHashMap`, `std.ArrayHashMap`.
///
/// # Examples
///
/// ```
/// use bun_collections::ArrayHashMap;
///
/// let mut ports = ArrayHashMap::<u16, &str>::new();
/// ports.put(443, "https")?;
/// ports.put(22, "ssh")?;
/// ports.put(80, "http")?;
/// assert_eq!(ports.keys(), [443, 22, 80]);
///
/// let found = ports.get_or_put(53)?;
/// if !found.found_existing {
///     *found.value_ptr = "dns";
/// }
/// assert!(ports.swap_remove(&443));
/// assert_eq!(ports.keys(), [53, 22, 80]);
/// assert_eq!(ports.values(), ["dns", "ssh", "http"]);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// A map may be sent and shared as its entries may:
///
/// ```
/// fn is_send_and_sync<T: Send + Sync>() {}
/// is_send_and_sync::<bun_collections::ArrayHashMap<u32, Box<u8>>>();
/// ```
///
/// ```compile_fail,E0277
/// fn is_send<T: Send>() {}
/// is_send::<bun_collections::ArrayHashMap<u32, std::rc::Rc<u8>>>();
/// ```
///
/// ```compile_fail,E0277
/// fn is_sync<T: Sync>() {}
/// is_sync::<bun_collections::ArrayHashMap<core::cell::Cell<u32>, u8>>();
/// ```
///
/// What it lends, it lends until the borrow ends:
///
/// ```compile_fail,E0502
/// let mut map = bun_collections::ArrayHashMap::<u32, u32>::new();
/// let values = map.values();
/// map.insert(1, 1);
/// assert!(values.is_empty());
/// ```
pub struct ArrayHashMap<K, V, C = AutoContext> {
    core: Core<K, V>,
    context: C,
}

impl<K, V, C: ArrayHashContext<K> + Default> ArrayHashMap<K, V, C> {
    /// Returns an empty map. Does not allocate.
    ///
    /// Zig: `std.ArrayHashMap.init`.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::with_context(C::default())
    }

    /// Returns an empty map with room for at least `capacity` entries.
    ///
    /// Stops the process when there is no memory for them.
    #[must_use]
    pub fn with_capacity(capacity: usize) -> Self {
        let mut map = Self::new();
        handle_oom(map.ensure_total_capacity(capacity));
        map
    }
}

impl<K, V, C: ArrayHashContext<K>> ArrayHashMap<K, V, C> {
    /// Returns an empty map with the given context. Does not allocate.
    ///
    /// Zig: `std.ArrayHashMap.initContext`.
    #[doc(alias = "initContext")]
    #[inline]
    #[must_use]
    pub const fn with_context(context: C) -> Self {
        Self { core: Core::new(C::STORE_HASH), context }
    }

    #[inline(always)]
    fn probe(&self, key: &K) -> Probe {
        self.core.find(
            C::STORE_HASH,
            || self.context.hash(key),
            |other, row| self.context.eql(key, other, row),
        )
    }

    /// Returns the position of a key.
    ///
    /// Zig: `std.ArrayHashMap.getIndex`.
    #[doc(alias = "getIndex")]
    #[inline(always)]
    #[must_use]
    pub fn get_index(&self, key: &K) -> Option<usize> {
        self.probe(key).row()
    }

    /// Returns the value of a key.
    #[inline]
    #[must_use]
    pub fn get(&self, key: &K) -> Option<&V> {
        self.core.value(
            C::STORE_HASH,
            || self.context.hash(key),
            |other, row| self.context.eql(key, other, row),
        )
    }

    /// Returns the value of a key, exclusively.
    #[inline]
    #[must_use]
    pub fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        let place = self.probe(key).place();
        self.values_mut().get_mut(place)
    }

    /// Returns the value of a key, exclusively; forwards to [`get_mut`](Self::get_mut).
    ///
    /// Zig: `std.ArrayHashMap.getPtr`.
    #[doc(alias = "getPtr")]
    #[inline]
    #[must_use]
    pub fn get_ptr_mut(&mut self, key: &K) -> Option<&mut V> {
        self.get_mut(key)
    }

    /// Returns the key of the map that equals `key`.
    ///
    /// Zig: `std.ArrayHashMap.getKey`.
    #[doc(alias = "getKey")]
    #[inline]
    #[must_use]
    pub fn get_key(&self, key: &K) -> Option<&K> {
        self.keys().get(self.probe(key).place())
    }

    /// Returns the key of the map that equals `key`, exclusively.
    ///
    /// Zig: `std.ArrayHashMap.getKeyPtr`.
    #[doc(alias = "getKeyPtr")]
    #[inline]
    #[must_use]
    pub fn get_key_ptr(&mut self, key: &K) -> Option<&mut K> {
        let place = self.probe(key).place();
        self.keys_mut().get_mut(place)
    }

    /// Returns the key of the map that equals `key`, and its value.
    #[inline]
    #[must_use]
    pub fn get_key_value(&self, key: &K) -> Option<(&K, &V)> {
        self.get_at(self.probe(key).place())
    }

    /// Returns the key and the value of a key, exclusively.
    ///
    /// Zig: `std.ArrayHashMap.getEntry`.
    #[doc(alias = "getEntry")]
    #[inline]
    #[must_use]
    pub fn get_entry(&mut self, key: &K) -> Option<Entry<'_, K, V>> {
        let row = self.get_index(key)?;
        let (keys, values) = self.core.rows.columns_mut();
        Some(Entry { key_ptr: &mut keys[row], value_ptr: &mut values[row] })
    }

    /// Returns whether there is an entry for the key.
    #[inline]
    #[must_use]
    pub fn contains(&self, key: &K) -> bool {
        self.get_index(key).is_some()
    }

    /// Returns whether there is an entry for the key; forwards to [`contains`](Self::contains).
    #[inline]
    #[must_use]
    pub fn contains_key(&self, key: &K) -> bool {
        self.contains(key)
    }
}

impl<K, V, C> ArrayHashMap<K, V, C> {
    /// Returns the number of entries.
    #[inline]
    #[must_use]
    pub const fn len(&self) -> usize {
        self.core.rows.len()
    }

    /// Returns the number of entries; forwards to [`len`](Self::len).
    ///
    /// Zig: `std.ArrayHashMap.count`.
    #[inline]
    #[must_use]
    pub const fn count(&self) -> usize {
        self.len()
    }

    /// Returns whether there are no entries.
    #[inline]
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns how many entries there may be before the map has to grow.
    #[inline]
    #[must_use]
    pub fn capacity(&self) -> usize {
        self.core.capacity()
    }

    /// Returns the context.
    #[inline]
    #[must_use]
    pub const fn context(&self) -> &C {
        &self.context
    }

    /// Returns all keys, in order.
    #[inline]
    #[must_use]
    pub fn keys(&self) -> &[K] {
        self.core.rows.keys()
    }

    /// Returns all keys, in order, exclusively.
    ///
    /// A key that is changed so that its hash or its equality changes is found again after
    /// [`re_index`](Self::re_index).
    #[inline]
    #[must_use]
    pub fn keys_mut(&mut self) -> &mut [K] {
        self.core.rows.columns_mut().0
    }

    /// Returns all values, in the order of their keys.
    #[inline]
    #[must_use]
    pub fn values(&self) -> &[V] {
        self.core.rows.values()
    }

    /// Returns all values, in the order of their keys, exclusively.
    #[inline]
    #[must_use]
    pub fn values_mut(&mut self) -> &mut [V] {
        self.core.rows.columns_mut().1
    }

    /// Returns all keys and all values, the values exclusively.
    #[inline]
    #[must_use]
    pub fn keys_and_values_mut(&mut self) -> (&[K], &mut [V]) {
        let (keys, values) = self.core.rows.columns_mut();
        (keys, values)
    }
}
