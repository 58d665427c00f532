//! [`StringArrayHashMap`]: keys are byte strings that the map owns, lookups borrow theirs.

mod put;
mod remove;
mod traits;

use super::core::Probe;
use super::{
    ArrayHashAdapter, ArrayHashContext, ArrayHashMap, CaseInsensitiveAsciiStringContext, Entry,
    StringContext,
};
use alloc::boxed::Box;
use alloc::vec::Vec;
use bun_alloc::AllocError;

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

    #[inline(always)]
    fn probe(&self, key: &[u8]) -> Probe {
        let ArrayHashMap { core, context } = &self.map;
        core.find(
            C::STORE_HASH,
            || ArrayHashAdapter::hash(context, key),
            |other, row| ArrayHashAdapter::eql(context, key, other, row),
        )
    }

    /// Returns the position of a key.
    #[inline(always)]
    #[must_use]
    pub fn get_index(&self, key: &[u8]) -> Option<usize> {
        self.probe(key).row()
    }

    /// Returns the value of a key.
    #[inline]
    #[must_use]
    pub fn get(&self, key: &[u8]) -> Option<&V> {
        self.map.values().get(self.probe(key).place())
    }

    /// Returns the value of a key, exclusively.
    #[inline]
    #[must_use]
    pub fn get_mut(&mut self, key: &[u8]) -> Option<&mut V> {
        let place = self.probe(key).place();
        self.map.values_mut().get_mut(place)
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
        self.map.keys().get(self.probe(key).place()).map(|key| &**key)
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

    /// Returns the key of the map that equals `key`, and its value, exclusively.
    #[doc(alias = "getEntry")]
    #[inline]
    #[must_use]
    pub fn get_entry(&mut self, key: &[u8]) -> Option<Entry<'_, Box<[u8]>, V>> {
        let row = self.get_index(key)?;
        let (keys, values) = self.map.core.rows.columns_mut();
        Some(Entry { key_ptr: &mut keys[row], value_ptr: &mut values[row] })
    }

    /// Returns the values of several keys, exclusively; `None` for each that has no entry.
    ///
    /// # Panics
    ///
    /// Panics when two of the keys have the same entry.
    #[must_use]
    #[track_caller]
    pub fn get_disjoint_mut<const N: usize>(&mut self, keys: [&[u8]; N]) -> [Option<&mut V>; N] {
        let rows = keys.map(|key| self.get_index(key));
        self.map.values_at_rows(rows)
    }
}

/// Returns the hash of a string in these maps: the low half of Wyhash.
///
/// Zig: `std.array_hash_map.hashString`.
///
/// # Examples
///
/// ```
/// use bun_collections::array_hash_map::{eql_string, hash_string};
///
/// assert_eq!(u64::from(hash_string(b"a")), bun_wyhash::hash(b"a") & 0xffff_ffff);
/// assert!(eql_string(b"a", b"a"));
/// ```
#[doc(alias = "hashString")]
#[inline]
#[must_use]
pub fn hash_string(string: &[u8]) -> u32 {
    ArrayHashContext::hash(&StringContext, string)
}

/// Returns whether two strings are the same key in these maps.
///
/// Zig: `std.array_hash_map.eqlString`.
#[doc(alias = "eqlString")]
#[inline]
#[must_use]
pub fn eql_string(a: &[u8], b: &[u8]) -> bool {
    a == b
}
