//! Hashing with a secret, for keys that an attacker chooses.
//!
//! # Rejected
//!
//! Wyhash with a random seed. Its other constants are public: a string with one of them in the
//! right place multiplies by zero what the seed was mixed into, so strings that collide do so under
//! every seed. A function that was made to withstand this has to be used.

use core::hash::{BuildHasher, Hash};
use std::hash::RandomState;

use super::{ArrayHashContext, HashContext, truncate};

/// Hashes keys with a secret that differs from map to map, and compares them with `==`.
///
/// For keys that come from outside: without the secret nobody can choose keys that collide. The
/// default is SipHash, several times slower than [`AutoContext`](super::AutoContext) for short
/// keys. **The order of a [`HashMap`](crate::HashMap) then differs from run to run**; an
/// [`ArrayHashMap`](crate::ArrayHashMap) keeps its own.
///
/// A map may be looked up by any borrowed form of its keys that hashes like them, as in the
/// standard library: a `Vec<u8>` by a `[u8]`.
///
/// # Examples
///
/// ```
/// use bun_collections::HashMap;
/// use bun_collections::hash_map::SeededContext;
///
/// let mut headers = HashMap::<Vec<u8>, u32, SeededContext>::new();
/// headers.put(b"host".to_vec(), 1)?;
/// assert_eq!(headers.get(&b"host"[..]), Some(&1));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// ```compile_fail,E0277
/// use bun_collections::{HashMap, hash_map::SeededContext};
/// // Not `Eq`, so not a key.
/// HashMap::<f64, u32, SeededContext>::new().put(1.0, 1);
/// ```
#[derive(Clone, Debug, Default)]
pub struct SeededContext<S = RandomState> {
    secret: S,
}

impl SeededContext {
    /// Returns a context with a new random secret.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl<S: BuildHasher> SeededContext<S> {
    /// Returns a context that hashes as `secret` says.
    ///
    /// # Examples
    ///
    /// Two maps with one secret have one order:
    ///
    /// ```
    /// use bun_collections::HashMap;
    /// use bun_collections::hash_map::SeededContext;
    ///
    /// let secret = std::hash::RandomState::new();
    /// let mut a = HashMap::<u32, (), _>::with_context(SeededContext::with_hasher(secret.clone()));
    /// let mut b = HashMap::<u32, (), _>::with_context(SeededContext::with_hasher(secret));
    /// for key in 0..100 {
    ///     a.put(key, ())?;
    ///     b.put(key, ())?;
    /// }
    /// assert!(a.keys().eq(b.keys()));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub const fn with_hasher(secret: S) -> Self {
        Self { secret }
    }
}

impl<K: Hash + Eq + ?Sized, S: BuildHasher> HashContext<K> for SeededContext<S> {
    #[inline]
    fn hash(&self, key: &K) -> u64 {
        self.secret.hash_one(key)
    }

    #[inline]
    fn eql(&self, a: &K, b: &K) -> bool {
        a == b
    }
}

impl<K: Hash + Eq, S: BuildHasher> ArrayHashContext<K> for SeededContext<S> {
    #[inline]
    fn hash(&self, key: &K) -> u32 {
        truncate(self.secret.hash_one(key))
    }

    #[inline]
    fn eql(&self, a: &K, b: &K, _b_index: usize) -> bool {
        a == b
    }
}
