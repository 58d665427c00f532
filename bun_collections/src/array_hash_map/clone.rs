//! Copying, printing, and the empty map.

use super::{ArrayHashContext, ArrayHashMap};
use bun_alloc::{AllocError, handle_oom};
use core::fmt;

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

impl<K: fmt::Debug, V: fmt::Debug, C> fmt::Debug for ArrayHashMap<K, V, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}
