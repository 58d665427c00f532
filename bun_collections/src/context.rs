//! Contexts: how a map hashes and compares its keys.
//!
//! | context | keys | equal when |
//! |---|---|---|
//! | [`AutoContext`] | anything with `AutoHash` and `Eq` | `==` |
//! | [`StringContext`] | byte strings, owned or borrowed | their bytes are equal |
//! | [`CaseInsensitiveAsciiStringContext`] | byte strings | equal but for the case of ASCII letters |
//!
//! Each of them serves [`ArrayHashMap`](crate::ArrayHashMap), which keeps 32 bits of a hash, and
//! [`HashMap`](crate::HashMap), which uses all 64.
//!
//! A context that contradicts itself, because equal keys have different hashes or the answers
//! change, makes a map find too little. It does not make it unsafe.

use bun_wyhash::AutoHash;

/// Hashes and compares the keys of an [`ArrayHashMap`](crate::ArrayHashMap).
///
/// # Examples
///
/// Keys that are equal modulo ten:
///
/// ```
/// use bun_collections::ArrayHashMap;
/// use bun_collections::array_hash_map::ArrayHashContext;
///
/// #[derive(Default)]
/// struct LastDigit;
///
/// impl ArrayHashContext<u32> for LastDigit {
///     fn hash(&self, key: &u32) -> u32 {
///         key % 10
///     }
///     fn eql(&self, a: &u32, b: &u32, _b_index: usize) -> bool {
///         a % 10 == b % 10
///     }
/// }
///
/// let mut map = ArrayHashMap::<u32, &str, LastDigit>::new();
/// map.put(12, "two")?;
/// assert_eq!(map.get(&42), Some(&"two"));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not hash keys of type `{K}`",
    note = "derive `AutoHash` and `Eq` for the key, or name another context"
)]
pub trait ArrayHashContext<K: ?Sized> {
    /// Whether the map keeps the hash of each key, four bytes per entry.
    ///
    /// Worth it unless keys are compared as fast as hashes are.
    const STORE_HASH: bool = true;

    /// Returns the hash of a key.
    fn hash(&self, key: &K) -> u32;

    /// Returns whether `a` equals `b`, the key of entry `b_index`.
    fn eql(&self, a: &K, b: &K, b_index: usize) -> bool;
}

/// Looks up keys of type `K` by a `Q`.
///
/// `hash` must agree with the map's context: what `eql` calls equal has one hash.
///
/// # Examples
///
/// ```
/// use bun_collections::ArrayHashMap;
/// use bun_collections::array_hash_map::{ArrayHashAdapter, ArrayHashContext, AutoContext};
///
/// /// Looks up a number by its decimal digits.
/// struct Digits;
///
/// impl ArrayHashAdapter<str, u32> for Digits {
///     fn hash(&self, key: &str) -> u32 {
///         AutoContext.hash(&key.parse::<u32>().unwrap_or(0))
///     }
///     fn eql(&self, a: &str, b: &u32, _b_index: usize) -> bool {
///         a.parse() == Ok(*b)
///     }
/// }
///
/// let mut map = ArrayHashMap::<u32, char>::new();
/// map.put(7, 'x')?;
/// assert_eq!(map.get_adapted("7", &Digits), Some(&'x'));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
pub trait ArrayHashAdapter<Q: ?Sized, K> {
    /// Returns the hash of a key.
    fn hash(&self, key: &Q) -> u32;

    /// Returns whether `a` equals `b`, the key of entry `b_index`.
    fn eql(&self, a: &Q, b: &K, b_index: usize) -> bool;
}

/// Hashes and compares the keys of a [`HashMap`](crate::HashMap).
///
/// Zig: the `Context` of `std.HashMap`.
///
/// # Examples
///
/// Keys that are equal modulo ten:
///
/// ```
/// use bun_collections::{HashContext, HashMap};
///
/// #[derive(Default)]
/// struct LastDigit;
///
/// impl HashContext<u32> for LastDigit {
///     fn hash(&self, key: &u32) -> u64 {
///         u64::from(key % 10)
///     }
///     fn eql(&self, a: &u32, b: &u32) -> bool {
///         a % 10 == b % 10
///     }
/// }
///
/// let mut map = HashMap::<u32, &str, LastDigit>::new();
/// map.put(12, "two")?;
/// assert_eq!(map.get(&42), Some(&"two"));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not hash keys of type `{K}`",
    note = "derive `AutoHash` and `Eq` for the key, or name another context"
)]
pub trait HashContext<K: ?Sized> {
    /// Returns the hash of a key.
    ///
    /// The low bits choose where it is stored, the seven highest which keys are compared with it.
    fn hash(&self, key: &K) -> u64;

    /// Returns whether two keys are equal.
    fn eql(&self, a: &K, b: &K) -> bool;
}

/// Looks up keys of type `K` of a [`HashMap`](crate::HashMap) by a `Q`.
///
/// `hash` must agree with the map's context: what `eql` calls equal has one hash.
///
/// # Examples
///
/// ```
/// use bun_collections::{AutoContext, HashAdapter, HashContext, HashMap};
///
/// /// Looks up a number by its decimal digits.
/// struct Digits;
///
/// impl HashAdapter<str, u32> for Digits {
///     fn hash(&self, key: &str) -> u64 {
///         HashContext::hash(&AutoContext, &key.parse::<u32>().unwrap_or(0))
///     }
///     fn eql(&self, a: &str, b: &u32) -> bool {
///         a.parse() == Ok(*b)
///     }
/// }
///
/// let mut map = HashMap::<u32, char>::new();
/// map.put(7, 'x')?;
/// assert_eq!(map.get_adapted("7", &Digits), Some(&'x'));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
pub trait HashAdapter<Q: ?Sized, K> {
    /// Returns the hash of a key.
    fn hash(&self, key: &Q) -> u64;

    /// Returns whether `a` equals `b`, a key of the map.
    fn eql(&self, a: &Q, b: &K) -> bool;
}

/// Hashes keys as Zig's `autoHash` does, and compares them with `==`.
///
/// Keys of up to eight bytes without a destructor are compared rather than their hashes, so their
/// hashes are not stored.
///
/// Zig: `std.array_hash_map.AutoContext`.
#[derive(Clone, Copy, Debug, Default)]
pub struct AutoContext;

impl<K: AutoHash + Eq> ArrayHashContext<K> for AutoContext {
    const STORE_HASH: bool = size_of::<K>() > 8 || core::mem::needs_drop::<K>();

    #[inline]
    fn hash(&self, key: &K) -> u32 {
        truncate(bun_wyhash::auto_hash(key))
    }

    #[inline]
    fn eql(&self, a: &K, b: &K, _b_index: usize) -> bool {
        a == b
    }
}

impl<K: AutoHash + Eq + ?Sized> HashContext<K> for AutoContext {
    #[inline]
    fn hash(&self, key: &K) -> u64 {
        bun_wyhash::auto_hash(key)
    }

    #[inline]
    fn eql(&self, a: &K, b: &K) -> bool {
        a == b
    }
}

/// Hashes and compares keys as byte strings, owned or borrowed.
///
/// Zig: `std.array_hash_map.StringContext`, `bun.StringArrayHashMapContext`.
///
/// # Examples
///
/// A map that borrows its keys:
///
/// ```
/// use bun_collections::ArrayHashMap;
/// use bun_collections::array_hash_map::StringContext;
///
/// let mut map = ArrayHashMap::<&[u8], u32, StringContext>::new();
/// map.put(b"one", 1)?;
/// assert_eq!(map.get(&&b"one"[..]), Some(&1));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct StringContext;

impl<K: AsRef<[u8]> + ?Sized> ArrayHashContext<K> for StringContext {
    #[inline]
    fn hash(&self, key: &K) -> u32 {
        truncate(bun_wyhash::hash(key.as_ref()))
    }

    #[inline]
    fn eql(&self, a: &K, b: &K, _b_index: usize) -> bool {
        a.as_ref() == b.as_ref()
    }
}

impl<K: AsRef<[u8]>> ArrayHashAdapter<[u8], K> for StringContext {
    #[inline]
    fn hash(&self, key: &[u8]) -> u32 {
        truncate(bun_wyhash::hash(key))
    }

    #[inline]
    fn eql(&self, a: &[u8], b: &K, _b_index: usize) -> bool {
        a == b.as_ref()
    }
}

impl<K: AsRef<[u8]> + ?Sized> HashContext<K> for StringContext {
    #[inline]
    fn hash(&self, key: &K) -> u64 {
        bun_wyhash::hash(key.as_ref())
    }

    #[inline]
    fn eql(&self, a: &K, b: &K) -> bool {
        a.as_ref() == b.as_ref()
    }
}

/// Hashes and compares byte strings as if their ASCII letters were lower case.
///
/// Zig: `bun.CaseInsensitiveASCIIStringContext`.
#[derive(Clone, Copy, Debug, Default)]
pub struct CaseInsensitiveAsciiStringContext;

impl<K: AsRef<[u8]> + ?Sized> ArrayHashContext<K> for CaseInsensitiveAsciiStringContext {
    #[inline]
    fn hash(&self, key: &K) -> u32 {
        truncate(bun_wyhash::hash_ascii_lowercase(0, key.as_ref()))
    }

    #[inline]
    fn eql(&self, a: &K, b: &K, _b_index: usize) -> bool {
        a.as_ref().eq_ignore_ascii_case(b.as_ref())
    }
}

impl<K: AsRef<[u8]>> ArrayHashAdapter<[u8], K> for CaseInsensitiveAsciiStringContext {
    #[inline]
    fn hash(&self, key: &[u8]) -> u32 {
        truncate(bun_wyhash::hash_ascii_lowercase(0, key))
    }

    #[inline]
    fn eql(&self, a: &[u8], b: &K, _b_index: usize) -> bool {
        a.eq_ignore_ascii_case(b.as_ref())
    }
}

impl<K: AsRef<[u8]> + ?Sized> HashContext<K> for CaseInsensitiveAsciiStringContext {
    #[inline]
    fn hash(&self, key: &K) -> u64 {
        bun_wyhash::hash_ascii_lowercase(0, key.as_ref())
    }

    #[inline]
    fn eql(&self, a: &K, b: &K) -> bool {
        a.as_ref().eq_ignore_ascii_case(b.as_ref())
    }
}

/// Zig keeps the low half of its 64-bit hashes.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the low half is what is wanted")]
const fn truncate(hash: u64) -> u32 {
    hash as u32
}
