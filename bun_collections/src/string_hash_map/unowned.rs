//! [`StringHashMapUnownedKey`]: a byte string that is known by its hash and its length only.

use crate::context::HashContext;
use bun_wyhash::AutoHash;

/// The hash and the length of a byte string, in its stead.
///
/// Two strings that agree in both are taken for one. It may be the key of a
/// [`HashMap`](crate::HashMap) with any context; [`UnownedKeyContext`] gives the order of Zig's.
///
/// Zig: `bun.StringHashMapUnowned.Key`.
///
/// # Examples
///
/// ```
/// use bun_collections::{HashMap, StringHashMapUnownedKey};
///
/// let mut seen = HashMap::<StringHashMapUnownedKey, ()>::new();
/// seen.put(StringHashMapUnownedKey::init(b"file.js"), ())?;
/// assert!(seen.contains_key(&StringHashMapUnownedKey::init(b"file.js")));
/// assert!(!seen.contains_key(&StringHashMapUnownedKey::init(b"other.js")));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(AutoHash, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StringHashMapUnownedKey {
    /// The Wyhash of the string, with seed 0.
    pub hash: u64,
    /// Its length in bytes.
    pub len: usize,
}

impl StringHashMapUnownedKey {
    /// Returns the key for a byte string.
    #[inline]
    #[must_use]
    pub const fn init(bytes: &[u8]) -> Self {
        Self { hash: bun_wyhash::hash(bytes), len: bytes.len() }
    }
}

/// Takes the hash in the key for the hash of the key.
///
/// Zig: `bun.StringHashMapUnowned.Adapter`.
///
/// # Examples
///
/// ```
/// use bun_collections::HashMap;
/// use bun_collections::string_hash_map::{Adapter, Key};
///
/// let mut seen = HashMap::<Key, (), Adapter>::new();
/// assert!(!seen.get_or_put(Key::init(b"file.js"))?.found_existing);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct UnownedKeyContext;

impl HashContext<StringHashMapUnownedKey> for UnownedKeyContext {
    #[inline]
    fn hash(&self, key: &StringHashMapUnownedKey) -> u64 {
        key.hash
    }

    #[inline]
    fn eql(&self, a: &StringHashMapUnownedKey, b: &StringHashMapUnownedKey) -> bool {
        a == b
    }
}
