//! Copying, comparing, indexing, printing, and the empty map.

use super::core::Core;
use super::{ArrayHashContext, ArrayHashMap};
use bun_alloc::{AllocError, handle_oom};
use core::fmt;
use core::ops::Index;

impl<K: Clone, V: Clone, C: Clone> ArrayHashMap<K, V, C> {
    /// Returns a copy in the same order. Computes no hash.
    ///
    /// [`clone`](Self::clone) is the same under the name that code ported from Zig uses.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for the map itself. What cloning a key or a value
    /// allocates is their own affair.
    pub fn try_clone(&self) -> Result<Self, AllocError> {
        let core = self.core.try_clone(|key, value| Ok((key.clone(), value.clone())))?;
        Ok(Self { core, context: self.context.clone() })
    }

    /// Returns a copy in the same order; forwards to [`try_clone`](Self::try_clone).
    ///
    /// It hides `Clone::clone`, which stops the process when memory runs out.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for the map itself.
    #[expect(clippy::should_implement_trait, reason = "it is, and this one can fail")]
    #[inline]
    pub fn clone(&self) -> Result<Self, AllocError> {
        self.try_clone()
    }
}

impl<K: Clone, V: Clone, C> ArrayHashMap<K, V, C> {
    /// Returns a copy in the same order that hashes and compares by another context.
    ///
    /// Hashes that are stored are not computed again, so both contexts must agree about them; where
    /// one stores hashes and the other does not, or to change them, call
    /// [`re_index`](Self::re_index).
    ///
    /// Zig: `std.ArrayHashMap.cloneWithContext`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for the map itself.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::array_hash_map::{ArrayHashContext, AutoContext};
    /// use bun_collections::ArrayHashMap;
    ///
    /// /// Hashes as `AutoContext`, and counts nothing else.
    /// struct Own;
    ///
    /// impl ArrayHashContext<u32> for Own {
    ///     const STORE_HASH: bool = false;
    ///     fn hash(&self, key: &u32) -> u32 {
    ///         ArrayHashContext::hash(&AutoContext, key)
    ///     }
    ///     fn eql(&self, a: &u32, b: &u32, _b_index: usize) -> bool {
    ///         a == b
    ///     }
    /// }
    ///
    /// let map = ArrayHashMap::<u32, char>::from([(1, 'a')]);
    /// let copy: ArrayHashMap<u32, char, Own> = map.clone_with_context(Own)?;
    /// assert_eq!(copy.get(&1), Some(&'a'));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "cloneWithContext")]
    pub fn clone_with_context<D: ArrayHashContext<K>>(
        &self,
        context: D,
    ) -> Result<ArrayHashMap<K, V, D>, AllocError> {
        let stores_hash = self.core.rows.stores_hash();
        let core = if stores_hash == D::STORE_HASH {
            self.core.try_clone(|key, value| Ok((key.clone(), value.clone())))?
        } else {
            let mut core = Core::new(D::STORE_HASH);
            core.ensure_capacity(self.len(), |key| context.hash(key))?;
            for (key, value) in self {
                core.push(context.hash(key), key.clone(), value.clone());
            }
            core
        };
        Ok(ArrayHashMap { core, context })
    }
}

impl<K: Clone, V: Clone, C: Clone> Clone for ArrayHashMap<K, V, C> {
    fn clone(&self) -> Self {
        handle_oom(self.try_clone())
    }
}

impl<K, V, C: ArrayHashContext<K> + Default> Default for ArrayHashMap<K, V, C> {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

/// Maps are equal when they have the same entries, in whatever order; compare `keys()` and
/// `values()` to compare the order as well.
impl<K, V: PartialEq, C: ArrayHashContext<K>> PartialEq for ArrayHashMap<K, V, C> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len()
            && self.iter().all(|(key, value)| other.get(key).is_some_and(|it| it == value))
    }
}

impl<K: Eq, V: Eq, C: ArrayHashContext<K>> Eq for ArrayHashMap<K, V, C> {}

impl<K, V, C: ArrayHashContext<K>> Index<&K> for ArrayHashMap<K, V, C> {
    type Output = V;

    /// Returns the value of a key; panics when it has none.
    #[track_caller]
    fn index(&self, key: &K) -> &V {
        self.get(key).expect("the key is not in the map")
    }
}

impl<K: fmt::Debug, V: fmt::Debug, C> fmt::Debug for ArrayHashMap<K, V, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}
