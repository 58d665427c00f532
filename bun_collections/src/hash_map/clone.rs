//! `Clone`, `Default` and `Debug`.

use super::{HashContext, HashMap};
use bun_alloc::{AllocError, handle_oom};
use core::fmt;

impl<K: Clone, V: Clone, C: HashContext<K> + Clone> HashMap<K, V, C> {
    /// Returns a copy with as few slots as will do; its order differs if the map has more.
    ///
    /// Zig: `std.HashMap.clone`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for the map itself.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::HashMap;
    ///
    /// let map: HashMap<u32, char> = [(1, 'a')].into_iter().collect();
    /// let mut copy = map.try_clone()?;
    /// copy.put(2, 'b')?;
    /// assert_eq!((map.len(), copy.len()), (1, 2));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn try_clone(&self) -> Result<Self, AllocError> {
        let context = self.context.clone();
        let slots = self.slots.try_clone(|key| context.hash(key))?;
        Ok(Self { slots, context })
    }

    /// Returns a copy; forwards to [`try_clone`](Self::try_clone).
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

impl<K: Clone, V: Clone, C: HashContext<K> + Clone> Clone for HashMap<K, V, C> {
    fn clone(&self) -> Self {
        handle_oom(self.try_clone())
    }
}

impl<K, V, C: Default> Default for HashMap<K, V, C> {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

impl<K: fmt::Debug, V: fmt::Debug, C> fmt::Debug for HashMap<K, V, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}
