//! [`ComptimeStringMap`]: byte strings that are known while compiling, and their values.
//!
//! | you have | use |
//! |---|---|
//! | keys and values | [`comptime_string_map!`](macro@crate::comptime_string_map) |
//! | an enumeration whose tags are the keys | [`comptime_enum_map!`](crate::comptime_enum_map) |
//! | a `phf::Map` | [`PhfMapExt`], the same methods for it |
//!
//! A lookup tests the length, hashes both ends of the key by two multiplications, and compares
//! them as two words; only keys of more than 16 bytes are compared as bytes as well.
//!
//! # Rejected
//!
//! `phf`, whose hash reads every byte and costs several times what comparing twice does; buckets by
//! length, in which a key is compared with all others of its length; a `match`, which branches from
//! byte to byte, and has neither an order nor a way to ignore case. Rows of the group
//! `comptime map` measure all three.

mod lookup;
mod macros;
mod phf_map;
mod table;
#[cfg(test)]
mod tests;
mod words;

pub use self::lookup::HasLength;
pub use self::phf_map::PhfMapExt;
pub use self::table::{Table, lens, slots, tag_name};

use self::words::{WHOLE_MAX, Words};
use core::fmt;

/// A key and its value.
///
/// # Examples
///
/// ```
/// use bun_collections::comptime_string_map;
///
/// comptime_string_map! { static SIZES: u32 = { b"kb" => 10, b"b" => 0 }; }
/// assert_eq!((SIZES.kvs()[0].key, SIZES.kvs()[0].value), (&b"b"[..], 0));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct KV<V> {
    /// The key.
    pub key: &'static [u8],
    /// Its value.
    pub value: V,
}

/// A map from byte strings to values, both known while compiling.
///
/// It is a handful of references to statics, so it may be copied, and passed to code that does not
/// know which map it gets. Nothing allocates but the lookups that ignore case, and these for keys
/// of more than 128 bytes only.
///
/// Zig: `bun.ComptimeStringMap`, `std.StaticStringMap`.
///
/// # Examples
///
/// ```
/// use bun_collections::comptime_string_map;
///
/// #[derive(Clone, Copy, Debug, PartialEq)]
/// enum Format {
///     Esm,
///     Cjs,
/// }
///
/// comptime_string_map! {
///     /// What `--format` takes.
///     static FORMATS: Format = {
///         b"esm" => Format::Esm,
///         b"cjs" => Format::Cjs,
///     };
/// }
///
/// assert_eq!(FORMATS.get(b"esm"), Some(&Format::Esm));
/// assert_eq!(FORMATS.get(b"ESM"), None);
/// assert_eq!(FORMATS.get_any_case(b"ESM"), Some(&Format::Esm));
/// assert_eq!(FORMATS.keys(), [b"cjs", b"esm"]);
/// assert_eq!(FORMATS.get_key(&Format::Cjs), Some(&b"cjs"[..]));
/// ```
pub struct ComptimeStringMap<V: 'static> {
    /// Sorted by length, then as bytes; so are `keys` and `words`.
    kvs: &'static [KV<V>],
    keys: &'static [&'static [u8]],
    words: &'static [Words],
    /// One more than the index of the entry, or zero; as many as a power of two.
    slots: &'static [u16],
    /// For each length from `len_min` on, the index of the first key that is not shorter.
    starts: &'static [u16],
    len_min: usize,
}

impl<V> ComptimeStringMap<V> {
    /// Returns whether any key has this length.
    #[inline]
    const fn has_length(&self, len: usize) -> bool {
        // The last start is the end.
        len.wrapping_sub(self.len_min) < self.starts.len() - 1
    }

    /// Returns the index of a key in [`keys`](Self::keys).
    ///
    /// Zig: `ComptimeStringMap.indexOf`.
    #[doc(alias = "indexOf")]
    #[inline]
    #[must_use]
    pub const fn index_of(&self, key: &[u8]) -> Option<usize> {
        if !self.has_length(key.len()) {
            return None;
        }
        let words = Words::of(key);
        let mut slot = words.home(self.slots.len().trailing_zeros());
        loop {
            let index = (self.slots[slot] as usize).wrapping_sub(1);
            if index >= self.words.len() {
                return None;
            }
            if self.words[index].eql(words)
                && (key.len() <= WHOLE_MAX || is_equal(self.keys[index], key))
            {
                return Some(index);
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }

    /// Returns the value of a key. May be called in a constant.
    ///
    /// Zig: `ComptimeStringMap.get`, which copies the value: `get(key).copied()`.
    #[inline]
    #[must_use]
    pub const fn get(&self, key: &[u8]) -> Option<&'static V> {
        match self.index_of(key) {
            Some(index) => Some(&self.kvs[index].value),
            None => None,
        }
    }

    /// Returns whether a key is in the map.
    #[inline]
    #[must_use]
    pub const fn has(&self, key: &[u8]) -> bool {
        self.index_of(key).is_some()
    }

    /// Returns whether a key is in the map; forwards to [`has`](Self::has).
    #[inline]
    #[must_use]
    pub const fn contains_key(&self, key: &[u8]) -> bool {
        self.has(key)
    }

    /// Returns the keys, sorted by length and then as bytes.
    #[inline]
    #[must_use]
    pub const fn keys(&self) -> &'static [&'static [u8]] {
        self.keys
    }

    /// Returns the values in the order of their keys.
    #[inline]
    pub fn values(&self) -> impl ExactSizeIterator<Item = &'static V> + use<V> {
        self.kvs.iter().map(|entry| &entry.value)
    }

    /// Returns keys and values, sorted by length of the key and then as bytes.
    #[inline]
    #[must_use]
    pub const fn kvs(&self) -> &'static [KV<V>] {
        self.kvs
    }

    /// Returns the number of keys.
    #[inline]
    #[must_use]
    pub const fn len(&self) -> usize {
        self.kvs.len()
    }

    /// Returns whether there are no keys.
    #[inline]
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.kvs.is_empty()
    }

    /// Returns the first key, in the order of [`keys`](Self::keys), that has a value. O(n).
    ///
    /// Zig: `ComptimeStringMap.getKey`.
    #[doc(alias = "getKey")]
    #[must_use]
    pub fn get_key(&self, value: &V) -> Option<&'static [u8]>
    where
        V: PartialEq,
    {
        self.kvs.iter().find(|entry| entry.value == *value).map(|entry| entry.key)
    }
}

/// As `==`, in a constant. Both are of one length.
const fn is_equal(a: &[u8], b: &[u8]) -> bool {
    let (mut a, mut b) = (a, b);
    while let (Some((first, rest)), Some((other, other_rest))) =
        (a.split_first_chunk::<8>(), b.split_first_chunk::<8>())
    {
        if u64::from_le_bytes(*first) != u64::from_le_bytes(*other) {
            return false;
        }
        (a, b) = (rest, other_rest);
    }
    // The last eight bytes were compared as a word.
    true
}

impl<V> Clone for ComptimeStringMap<V> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<V> Copy for ComptimeStringMap<V> {}

impl<V: fmt::Debug> fmt::Debug for ComptimeStringMap<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |key: &[u8]| alloc::format!("{}", key.escape_ascii());
        f.debug_map().entries(self.kvs.iter().map(|kv| (name(kv.key), &kv.value))).finish()
    }
}
