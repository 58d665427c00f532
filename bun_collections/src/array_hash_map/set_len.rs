//! [`ArrayHashMap::set_entries_len`], for code that fills the columns itself.

#![expect(unsafe_code, reason = "makes entries of zeros; argument in SAFETY.md")]

use super::ArrayHashMap;

impl<K, V, C> ArrayHashMap<K, V, C> {
    /// Sets the number of entries, as code does that fills the columns itself. New entries are all
    /// zeros; entries that go are forgotten without being dropped.
    ///
    /// Until [`re_index`](Self::re_index), keys may not be found. Prefer
    /// [`reinit`](Self::reinit), which needs no promise.
    ///
    /// # Panics
    ///
    /// Panics when there is no memory for so many entries; see
    /// [`ensure_total_capacity`](Self::ensure_total_capacity).
    ///
    /// # Safety
    ///
    /// 1. If `len` is more than `self.len()`, all zero bytes are a valid `K` and a valid `V`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::ArrayHashMap;
    ///
    /// let mut map = ArrayHashMap::<u32, u32>::new();
    /// map.ensure_total_capacity(2)?;
    /// // SAFETY:
    /// // 1. Integers may be zero.
    /// unsafe { map.set_entries_len(2) };
    /// map.keys_mut().copy_from_slice(&[7, 8]);
    /// map.values_mut().copy_from_slice(&[70, 80]);
    /// map.re_index()?;
    /// assert_eq!(map.get(&8), Some(&80));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[track_caller]
    pub unsafe fn set_entries_len(&mut self, len: usize) {
        // SAFETY:
        // 1. The caller's promise.
        unsafe { self.core.rows.set_len(len) };
        // With the rows that are there no longer, it might have no room for others.
        self.core.clear_index();
    }
}
