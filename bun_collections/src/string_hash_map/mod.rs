//! [`StringHashMap`]: byte strings as keys, owned or borrowed, in the order of Zig's
//! `std.StringHashMap`.
//!
//! | keys | map |
//! |---|---|
//! | copied, or boxed already | [`StringHashMap::put`], [`put_owned`](StringHashMap::put_owned) |
//! | literals and interned text | [`StringHashMap::put_static_key`], without a copy |
//! | in a source text that outlives the map | [`BorrowedStringHashMap`], without a copy, checked by the compiler |
//! | the same, where no lifetime can be named | [`StringHashMap::put_borrowed`], unsafe |
//! | known by hash and length only | [`StringHashMapUnownedKey`] in a [`HashMap`] |
//! | equal but for the case of ASCII letters | [`CaseInsensitiveAsciiStringHashMap`] |
//! | wanted in order of insertion | [`StringArrayHashMap`](crate::StringArrayHashMap), [`StringSet`](crate::StringSet) |
//!
//! # A key that is there already
//!
//! The key in the map stays; that of the call is not copied, or dropped if it is owned.
//!
//! # Hashes
//!
//! The hash of a key is its Wyhash with seed 0. [`hash_key`](StringHashMap::hash_key) returns it,
//! and the `_hashed` methods take it, so that a key that is looked up in several maps is hashed
//! once. A wrong hash finds too little and puts an entry where it will not be found; it is not
//! unsafe.
//!
//! # Rejected
//!
//! Comparing keys of up to 32 bytes inline, by two overlapping loads for each class of lengths or
//! by four for all of them: where lengths are mixed, the classes are mispredicted, and `memcmp`
//! with masked loads took 3.9 ns a lookup where they took 6.4 and 5.1. An enumeration of owned and
//! borrowed keys: three words.

mod clone;
mod key;
mod put;
mod remove;
#[cfg(test)]
mod tests;
mod unowned;

pub use self::key::StringHashMapKey;
pub use self::unowned::{
    StringHashMapUnownedKey, StringHashMapUnownedKey as Key, UnownedKeyContext,
    UnownedKeyContext as Adapter,
};
pub use crate::context::StringContext;

use crate::context::{CaseInsensitiveAsciiStringContext, HashContext};
use crate::hash_map::{self, HashMap};
use bun_alloc::{Global, handle_oom};
use core::ops::{Deref, DerefMut};

/// What [`StringHashMap::get_or_put`] found or added.
pub type GetOrPutResult<'a, V> = hash_map::GetOrPutResult<'a, StringHashMapKey, V>;

/// A [`StringHashMap`] that takes `Content-Type` and `content-type` for the same key.
///
/// # Examples
///
/// ```
/// use bun_collections::CaseInsensitiveAsciiStringHashMap;
///
/// let mut headers = CaseInsensitiveAsciiStringHashMap::<u32>::default();
/// headers.put(b"Content-Length", 42)?;
/// assert_eq!(headers.get(b"content-length"), Some(&42));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
pub type CaseInsensitiveAsciiStringHashMap<V> = StringHashMap<V, CaseInsensitiveAsciiStringContext>;

/// A [`HashMap`] whose keys are byte strings that live longer than it. It copies none of them.
///
/// Zig: `std.StringHashMap`, which never copies.
///
/// # Examples
///
/// ```
/// use bun_collections::BorrowedStringHashMap;
///
/// let source = b"let a, b, a;".to_vec();
/// let mut uses = BorrowedStringHashMap::<u32>::new();
/// for name in [&source[4..5], &source[7..8], &source[10..11]] {
///     *uses.get_or_put(name)?.value_ptr += 1;
/// }
/// assert_eq!(uses.get(&b"a"[..]), Some(&2));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// A key that does not live as long as the map is refused:
///
/// ```compile_fail,E0597
/// use bun_collections::BorrowedStringHashMap;
///
/// let mut map = BorrowedStringHashMap::<u32>::new();
/// {
///     let name = vec![b'a'];
///     map.insert(&name, 1);
/// }
/// assert_eq!(map.len(), 1);
/// ```
pub type BorrowedStringHashMap<'a, V, C = StringContext> = HashMap<&'a [u8], V, C>;

/// What a context has to know to serve a [`StringHashMap`]: any context of byte strings does.
pub trait StringKeyContext: HashContext<[u8]> + HashContext<StringHashMapKey> + Clone {}

impl<C: HashContext<[u8]> + HashContext<StringHashMapKey> + Clone> StringKeyContext for C {}

/// A hash map whose keys are byte strings, with the order of Zig's `std.StringHashMap`.
///
/// Methods that take a key take any byte string; it is copied only for a new entry, and not at all
/// by those that take a `'static`, boxed or borrowed one. For everything else this is a
/// [`HashMap`] with [`StringHashMapKey`]s, and dereferences to it.
///
/// Zig: `bun.StringHashMap`, `std.StringHashMap`.
///
/// # Examples
///
/// ```
/// use bun_collections::StringHashMap;
///
/// let mut sizes = StringHashMap::<u32>::new();
/// sizes.put(b"a.ts", 10)?;
/// sizes.put_static_key(b"b.ts", 20)?;
/// let found = sizes.get_or_put(b"a.ts")?;
/// assert!(found.found_existing);
/// *found.value_ptr += 1;
/// assert_eq!(sizes.get(b"a.ts"), Some(&11));
/// assert_eq!(sizes.values().sum::<u32>(), 31);
///
/// let hash = sizes.hash_key(b"b.ts");
/// assert_eq!(sizes.get_hashed(hash, b"b.ts"), Some(&20));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// A key that is not copied has to live forever:
///
/// ```compile_fail,E0597
/// use bun_collections::StringHashMap;
///
/// let mut map = StringHashMap::<u32>::new();
/// let name = vec![b'a'];
/// map.put_static_key(&name, 1).unwrap();
/// ```
///
/// A map may be sent and shared as its values may:
///
/// ```
/// fn is_send_and_sync<T: Send + Sync>() {}
/// is_send_and_sync::<bun_collections::StringHashMap<Box<u8>>>();
/// ```
///
/// ```compile_fail,E0277
/// fn is_send<T: Send>() {}
/// is_send::<bun_collections::StringHashMap<std::rc::Rc<u8>>>();
/// ```
pub struct StringHashMap<V, C = StringContext> {
    map: HashMap<StringHashMapKey, V, C>,
}

impl<V> StringHashMap<V> {
    /// Returns an empty map, in a constant too. Does not allocate.
    ///
    /// Memory comes from the global allocator, the only one there is here.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::Global;
    /// use bun_collections::StringHashMap;
    ///
    /// const EMPTY: StringHashMap<u32> = StringHashMap::new_in(Global);
    /// assert!(EMPTY.is_empty());
    /// ```
    ///
    /// ```compile_fail,E0308
    /// struct Pool;
    /// let map = bun_collections::StringHashMap::<u32>::new_in(Pool);
    /// ```
    #[inline]
    #[must_use]
    pub const fn new_in(allocator: Global) -> Self {
        let Global = allocator;
        Self::new()
    }

    /// Returns an empty map, in a constant too. Does not allocate.
    ///
    /// Maps with another context are made by `default` or [`with_context`](Self::with_context).
    ///
    /// Zig: `std.StringHashMap.init`.
    #[doc(alias = "init")]
    #[inline]
    #[must_use]
    pub const fn new() -> Self {
        Self::with_context(StringContext)
    }

    /// Returns an empty map with room for at least `len` entries.
    ///
    /// Stops the process when there is no memory for them.
    #[must_use]
    pub fn with_capacity(len: usize) -> Self {
        let mut map = Self::new();
        handle_oom(map.ensure_total_capacity(len));
        map
    }
}

impl<V, C> StringHashMap<V, C> {
    /// Returns an empty map with the given context, in a constant too. Does not allocate.
    #[inline]
    #[must_use]
    pub const fn with_context(context: C) -> Self {
        Self { map: HashMap::with_context(context) }
    }

    /// Returns the number of entries.
    #[inline]
    #[must_use]
    pub const fn count(&self) -> usize {
        self.map.len()
    }

    /// Returns the values, in the order of the slots.
    #[inline]
    pub fn values(&self) -> hash_map::Values<'_, StringHashMapKey, V> {
        self.map.values()
    }

    /// Returns the values, exclusively, in the order of the slots.
    #[inline]
    pub fn values_mut(&mut self) -> hash_map::ValuesMut<'_, StringHashMapKey, V> {
        self.map.values_mut()
    }
}

/// Looking keys up.
impl<V, C: StringKeyContext> StringHashMap<V, C> {
    /// Returns the hash that the map gives a key.
    #[inline]
    #[must_use]
    pub fn hash_key(&self, key: &[u8]) -> u64 {
        self.map.context().hash(key)
    }

    /// Returns the value of a key.
    ///
    /// Zig: `std.StringHashMap.get`.
    #[inline]
    #[must_use]
    pub fn get(&self, key: &[u8]) -> Option<&V> {
        self.map.get(key)
    }

    /// Returns the value of a key whose [`hash_key`](Self::hash_key) is known.
    #[inline]
    #[must_use]
    pub fn get_hashed(&self, hash: u64, key: &[u8]) -> Option<&V> {
        self.map.get_hashed(hash, |other| self.map.context().eql(key, other.as_bytes()))
    }

    /// Returns the key of the map that equals `key`, and its value.
    #[inline]
    #[must_use]
    pub fn get_key_value(&self, key: &[u8]) -> Option<(&[u8], &V)> {
        self.map.get_key_value(key).map(|(key, value)| (key.as_bytes(), value))
    }

    /// Returns the key of the map that equals `key`.
    ///
    /// Zig: `std.StringHashMap.getKey`.
    #[doc(alias = "getKey")]
    #[inline]
    #[must_use]
    pub fn get_key(&self, key: &[u8]) -> Option<&[u8]> {
        self.get_key_value(key).map(|(key, _)| key)
    }

    /// Returns whether there is an entry for the key.
    ///
    /// Zig: `std.StringHashMap.contains`.
    #[inline]
    #[must_use]
    pub fn contains(&self, key: &[u8]) -> bool {
        self.map.contains(key)
    }

    /// Returns whether there is an entry for the key; forwards to [`contains`](Self::contains).
    #[inline]
    #[must_use]
    pub fn contains_key(&self, key: &[u8]) -> bool {
        self.contains(key)
    }

    /// Returns the value of a key, exclusively.
    #[inline]
    #[must_use]
    pub fn get_mut(&mut self, key: &[u8]) -> Option<&mut V> {
        self.map.get_mut(key)
    }

    /// Returns the value of a key, exclusively; forwards to [`get_mut`](Self::get_mut).
    ///
    /// Zig: `std.StringHashMap.getPtr`.
    #[doc(alias = "getPtr")]
    #[inline]
    #[must_use]
    pub fn get_ptr_mut(&mut self, key: &[u8]) -> Option<&mut V> {
        self.get_mut(key)
    }

    /// Returns the key of the map and the value of a key, exclusively.
    ///
    /// Zig: `std.StringHashMap.getEntry`.
    #[doc(alias = "getEntry")]
    #[inline]
    #[must_use]
    pub fn get_entry(&mut self, key: &[u8]) -> Option<hash_map::Entry<'_, StringHashMapKey, V>> {
        self.map.get_entry(key)
    }
}

impl<V, C> Deref for StringHashMap<V, C> {
    type Target = HashMap<StringHashMapKey, V, C>;

    #[inline]
    fn deref(&self) -> &Self::Target {
        &self.map
    }
}

impl<V, C> DerefMut for StringHashMap<V, C> {
    #[inline]
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.map
    }
}
