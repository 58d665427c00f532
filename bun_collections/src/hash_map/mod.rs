//! [`HashMap`]: a hash map whose order is that of Zig's `std.HashMap`.
//!
//! # Which map when
//!
//! | you want | use | a lookup costs |
//! |---|---|---|
//! | to look up and change, in whatever order | `HashMap` | a hash, two cache lines |
//! | the order of insertion, slices | [`ArrayHashMap`] | a few keys, or hash and index |
//! | few entries, most of the time | [`ArrayHashMap`] | a few keys, no hash |
//! | byte strings that the map owns, in order | [`StringArrayHashMap`] | as `ArrayHashMap` |
//! | byte strings that live elsewhere | `HashMap<&[u8], V, StringContext>` | a hash of the string |
//! | keys that are hashes or ids | `HashMap<K, V, IdentityContext<K>>` | no hash |
//! | keys that come from outside | `HashMap<K, V, SeededContext>` | a slower hash |
//!
//! [`ArrayHashMap`]: crate::ArrayHashMap
//! [`StringArrayHashMap`]: crate::StringArrayHashMap
//!
//! # The order
//!
//! Entries are iterated over in the order of their slots. The slot of an entry follows from the
//! hash of its key and from what was put in and removed before it, exactly as in Zig 0.15.2: the
//! same operations with the same context give the same order. Removing keeps the order of the
//! others; growing, [`rehash`](HashMap::rehash) and cloning change it.
//!
//! # Capacity
//!
//! [`capacity`](HashMap::capacity) counts slots, a power of two; 80 % of them may be in use. A map
//! with as many grows at the next `put`, even if that finds its key. An entry takes its size, and a
//! slot one byte: at most what Zig allocates.
//!
//! # Time
//!
//! Sixteen slots are compared at once, and a search goes no farther than any entry is from where
//! its hash wants it. So a map in which entries come and go stays fast, where Zig's gets slower
//! with every entry that was removed.
//!
//! # Keys chosen by an attacker
//!
//! Zig's hashes are the same in every process. Whoever can choose keys can choose thousands with
//! one hash, and every lookup then takes linear time. For such keys use [`SeededContext`], which
//! hashes with a secret; the order then differs from run to run. A random seed for the same hash
//! would not do: there are strings that collide under every seed.
//!
//! # Who drops what
//!
//! Values and keys that leave the map are dropped, or returned, exactly once. Overwriting drops the
//! old value and the *new* key. When the code of a context, a `Default` or a `Clone` panics, the
//! map has not changed, except that it may have grown. When a destructor panics, what was being
//! removed is gone.
//!
//! # Rejected
//!
//! `hashbrown` probes groups in a triangular sequence, so its order cannot be Zig's. A table that
//! moves entries when others are removed, instead of leaving tombstones, changes the order too.

mod adapted;
mod clone;
mod clone_with;
mod entry;
pub(crate) mod group;
mod iter;
mod put;
mod raw;
mod remove;
mod shape;
mod slots;
#[cfg(test)]
mod tests;
mod walk;

pub use self::entry::{Entry, GetOrPutResult, KV, MapEntry, OccupiedEntry, VacantEntry};
pub use self::iter::{EntryIter, IterMut, Keys, Values, ValuesMut};
pub use self::walk::{Drain, IntoIter, Iter};
pub use crate::context::{
    AutoContext, AutoContext as AutoHashContext, CaseInsensitiveAsciiStringContext, HashAdapter,
    HashContext, IdentityContext, SeededContext, StringContext,
};

use self::slots::Slots;
use bun_alloc::{AllocError, handle_oom};
use core::borrow::Borrow;

/// A hash map with the order of Zig's.
///
/// All slots are one allocation: keys and values as neighbours where a pair has no padding, in two
/// arrays otherwise, and one control byte each. Sixteen control bytes are compared at once.
///
/// Zig: `std.AutoHashMap`, `std.HashMap`.
///
/// # Examples
///
/// ```
/// use bun_collections::HashMap;
///
/// let mut squares = HashMap::<u32, u32>::new();
/// for number in 0..12 {
///     squares.put(number, number * number)?;
/// }
/// assert_eq!(squares.get(&7), Some(&49));
/// let order: Vec<u32> = squares.keys().copied().collect();
/// assert_eq!(order, [5, 9, 7, 1, 0, 2, 3, 10, 4, 8, 6, 11]);
///
/// let found = squares.get_or_put(12)?;
/// if !found.found_existing {
///     *found.value_ptr = 144;
/// }
/// assert_eq!(squares.fetch_remove(&12).map(|entry| entry.value), Some(144));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// A map may be sent and shared as its entries may:
///
/// ```
/// fn is_send_and_sync<T: Send + Sync>() {}
/// is_send_and_sync::<bun_collections::HashMap<u32, Box<u8>>>();
/// ```
///
/// ```compile_fail,E0277
/// fn is_send<T: Send>() {}
/// is_send::<bun_collections::HashMap<u32, std::rc::Rc<u8>>>();
/// ```
///
/// ```compile_fail,E0277
/// fn is_sync<T: Sync>() {}
/// is_sync::<bun_collections::HashMap<core::cell::Cell<u32>, u8>>();
/// ```
///
/// What it lends, it lends until the borrow ends:
///
/// ```compile_fail,E0502
/// let mut map = bun_collections::HashMap::<u32, u32>::new();
/// let value = map.get(&1);
/// map.insert(1, 1);
/// assert!(value.is_none());
/// ```
pub struct HashMap<K, V, C = AutoContext> {
    slots: Slots<K, V>,
    context: C,
}

impl<K, V, C: Default> HashMap<K, V, C> {
    /// Returns an empty map. Does not allocate.
    ///
    /// Zig: `std.HashMap.init`.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::with_context(C::default())
    }

    /// Returns an empty map with room for at least `len` entries.
    ///
    /// Stops the process when there is no memory for them.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let map = HashMap::<u32, u32>::with_capacity(10);
    /// // 8 slots would take 6 entries.
    /// assert_eq!((map.len(), map.capacity()), (0, 16));
    /// ```
    #[must_use]
    pub fn with_capacity(len: usize) -> Self
    where
        C: HashContext<K>,
    {
        let mut map = Self::new();
        handle_oom(map.ensure_total_capacity(len));
        map
    }
}

impl<K, V, C> HashMap<K, V, C> {
    /// Returns an empty map with the given context. Does not allocate.
    ///
    /// Zig: `std.HashMap.initContext`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::hash_map::{CaseInsensitiveAsciiStringContext, HashMap};
    ///
    /// let mut headers: HashMap<&[u8], u32, _> =
    ///     HashMap::with_context(CaseInsensitiveAsciiStringContext);
    /// headers.put(b"Content-Length", 42)?;
    /// assert_eq!(headers.get(&b"content-length"[..]), Some(&42));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "initContext")]
    #[inline]
    #[must_use]
    pub const fn with_context(context: C) -> Self {
        Self { slots: Slots::new(), context }
    }

    /// Returns the number of entries.
    #[inline]
    #[must_use]
    pub const fn len(&self) -> usize {
        self.slots.len()
    }

    /// Returns the number of entries; forwards to [`len`](Self::len).
    ///
    /// Zig: `std.HashMap.count`.
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

    /// Returns the number of slots, of which 80 % may be in use.
    ///
    /// Zig: `std.HashMap.capacity`.
    #[inline]
    #[must_use]
    pub const fn capacity(&self) -> usize {
        self.slots.capacity()
    }

    /// Returns the context.
    #[inline]
    #[must_use]
    pub const fn context(&self) -> &C {
        &self.context
    }
}

impl<K, V, C> HashMap<K, V, C> {
    /// Returns the value of a key.
    ///
    /// Zig: `std.HashMap.get`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::hash_map::{HashMap, StringContext};
    ///
    /// let mut map = HashMap::<String, u32, StringContext>::new();
    /// map.put("one".to_owned(), 1)?;
    /// assert_eq!((map.get("one"), map.get("two")), (Some(&1), None));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[inline]
    #[must_use]
    pub fn get<Q: ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
        C: HashContext<Q>,
    {
        self.get_key_value(key).map(|(_, value)| value)
    }

    /// Returns the key of the map that equals `key`, and its value.
    #[inline]
    #[must_use]
    pub fn get_key_value<Q: ?Sized>(&self, key: &Q) -> Option<(&K, &V)>
    where
        K: Borrow<Q>,
        C: HashContext<Q>,
    {
        if self.is_empty() {
            return None;
        }
        let hash = self.context.hash(key);
        self.slots.get(hash, |other| self.context.eql(key, other.borrow()))
    }

    /// Returns the key of the map that equals `key`.
    ///
    /// Zig: `std.HashMap.getKey`.
    #[doc(alias = "getKey")]
    #[inline]
    #[must_use]
    pub fn get_key<Q: ?Sized>(&self, key: &Q) -> Option<&K>
    where
        K: Borrow<Q>,
        C: HashContext<Q>,
    {
        self.get_key_value(key).map(|(key, _)| key)
    }

    /// Returns whether there is an entry for the key.
    #[inline]
    #[must_use]
    pub fn contains<Q: ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
        C: HashContext<Q>,
    {
        self.get_key_value(key).is_some()
    }

    /// Returns whether there is an entry for the key; forwards to [`contains`](Self::contains).
    #[inline]
    #[must_use]
    pub fn contains_key<Q: ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
        C: HashContext<Q>,
    {
        self.contains(key)
    }

    /// Returns the value of a key, exclusively.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let mut map: HashMap<u32, u32> = [(7, 1)].into_iter().collect();
    /// *map.get_mut(&7).unwrap() += 1;
    /// assert_eq!(map.get(&7), Some(&2));
    /// ```
    #[inline]
    #[must_use]
    pub fn get_mut<Q: ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
        C: HashContext<Q>,
    {
        self.get_entry(key).map(|entry| entry.value_ptr)
    }

    /// Returns the value of a key, exclusively; forwards to [`get_mut`](Self::get_mut).
    ///
    /// Zig: `std.HashMap.getPtr`.
    #[doc(alias = "getPtr")]
    #[inline]
    #[must_use]
    pub fn get_ptr_mut<Q: ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
        C: HashContext<Q>,
    {
        self.get_mut(key)
    }

    /// Returns the key and the value of a key, exclusively.
    ///
    /// A key that is changed so that its hash or its equality changes need not be found again
    /// before [`rehash`](Self::rehash).
    ///
    /// Zig: `std.HashMap.getEntry`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let mut map: HashMap<u32, char> = [(7, 'x')].into_iter().collect();
    /// let entry = map.get_entry(&7).unwrap();
    /// *entry.value_ptr = 'y';
    /// assert_eq!(map.get(&7), Some(&'y'));
    /// ```
    #[doc(alias = "getEntry")]
    #[inline]
    #[must_use]
    pub fn get_entry<Q: ?Sized>(&mut self, key: &Q) -> Option<Entry<'_, K, V>>
    where
        K: Borrow<Q>,
        C: HashContext<Q>,
    {
        if self.is_empty() {
            return None;
        }
        let hash = self.context.hash(key);
        let found = self.slots.find(hash, |other| self.context.eql(key, other.borrow()))?;
        let (key_ptr, value_ptr) = found.into_mut();
        Some(Entry { key_ptr, value_ptr })
    }

    /// Drops all entries and keeps the memory.
    ///
    /// Zig: `std.HashMap.clearRetainingCapacity`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let mut map: HashMap<u32, u32> = [(1, 2)].into_iter().collect();
    /// map.clear_retaining_capacity();
    /// assert_eq!((map.len(), map.capacity()), (0, 8));
    /// ```
    #[doc(alias = "clearRetainingCapacity")]
    pub fn clear_retaining_capacity(&mut self) {
        self.slots.clear();
    }

    /// Drops all entries and keeps the memory; forwards to
    /// [`clear_retaining_capacity`](Self::clear_retaining_capacity).
    pub fn clear(&mut self) {
        self.clear_retaining_capacity();
    }

    /// Drops all entries and frees the memory.
    ///
    /// Zig: `std.HashMap.clearAndFree`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let mut map: HashMap<u32, u32> = [(1, 2)].into_iter().collect();
    /// map.clear_and_free();
    /// assert_eq!((map.len(), map.capacity()), (0, 0));
    /// ```
    #[doc(alias = "clearAndFree")]
    pub fn clear_and_free(&mut self) {
        drop(core::mem::replace(&mut self.slots, Slots::new()));
    }
}

impl<K, V, C: HashContext<K>> HashMap<K, V, C> {
    /// Puts every entry into the slot that its hash wants, in the memory there is.
    ///
    /// To be called after keys were changed in place. It also forgets where entries were removed;
    /// lookups do not need it for their speed.
    ///
    /// Zig: `std.HashMap.rehash`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for eight bytes a slot meanwhile; nothing has changed.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let mut map: HashMap<u32, char> = [(1, 'a')].into_iter().collect();
    /// *map.get_entry(&1).unwrap().key_ptr = 2;
    /// map.rehash()?;
    /// assert_eq!(map.get(&2), Some(&'a'));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn rehash(&mut self) -> Result<(), AllocError> {
        self.slots.rehash(|key| self.context.hash(key))
    }
}
