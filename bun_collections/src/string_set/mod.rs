//! [`StringSet`]: byte strings in order of insertion, each once.

#[cfg(test)]
mod tests;

use crate::array_hash_map::{
    ArrayHashAdapter, ArrayHashContext, CaseInsensitiveAsciiStringContext, StringArrayHashMap,
    StringContext,
};
use alloc::boxed::Box;
use bun_alloc::{AllocError, handle_oom};
use core::fmt;

/// Byte strings in order of insertion, each once. The set owns copies of them.
///
/// Zig: `bun.StringSet`.
///
/// # Examples
///
/// ```
/// use bun_collections::StringSet;
///
/// let mut set = StringSet::new();
/// for name in [&b"react"[..], b"vite", b"react"] {
///     set.insert(name)?;
/// }
/// assert_eq!(set.count(), 2);
/// assert!(set.contains(b"vite") && !set.contains(b"vue"));
/// assert_eq!(set.keys()[0][..], *b"react");
/// assert!(set.swap_remove(b"react"));
/// assert_eq!(set.keys()[0][..], *b"vite");
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
pub struct StringSet<C = StringContext> {
    /// The strings, as keys.
    pub map: StringArrayHashMap<(), C>,
}

/// A [`StringSet`] that takes `GET` and `get` for the same string, and keeps the first spelling.
///
/// # Examples
///
/// ```
/// use bun_collections::CaseInsensitiveAsciiStringSet;
///
/// let mut set = CaseInsensitiveAsciiStringSet::default();
/// set.insert(b"Accept")?;
/// set.insert(b"ACCEPT")?;
/// assert_eq!((set.count(), set.contains(b"accept")), (1, true));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
pub type CaseInsensitiveAsciiStringSet = StringSet<CaseInsensitiveAsciiStringContext>;

impl StringSet {
    /// Returns an empty set. Does not allocate.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns an empty set; forwards to [`new`](Self::new).
    ///
    /// Zig: `bun.StringSet.init`, `initComptime`.
    #[doc(alias = "initComptime")]
    #[inline]
    #[must_use]
    pub fn init() -> Self {
        Self::new()
    }
}

impl<C> StringSet<C>
where
    C: ArrayHashContext<Box<[u8]>> + ArrayHashAdapter<[u8], Box<[u8]>>,
{
    /// Adds a copy of a string, unless it is there already.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory; the strings are what they were.
    #[inline]
    pub fn insert(&mut self, key: &[u8]) -> Result<(), AllocError> {
        self.map.get_or_put(key).map(drop)
    }

    /// Returns whether a string is in the set.
    #[inline]
    #[must_use]
    pub fn contains(&self, key: &[u8]) -> bool {
        self.map.contains(key)
    }

    /// Removes a string and returns whether it was there; the last one takes its place. O(1).
    ///
    /// Zig: `bun.StringSet.swapRemove`, which leaves the copy to the caller.
    #[doc(alias = "swapRemove")]
    #[inline]
    pub fn swap_remove(&mut self, key: &[u8]) -> bool {
        self.map.swap_remove(key)
    }
}

impl<C> StringSet<C> {
    /// Returns the strings in order.
    #[inline]
    #[must_use]
    pub fn keys(&self) -> &[Box<[u8]>] {
        self.map.keys()
    }

    /// Returns the number of strings.
    #[inline]
    #[must_use]
    pub fn count(&self) -> usize {
        self.map.count()
    }

    /// Returns the number of strings; forwards to [`count`](Self::count).
    #[inline]
    #[must_use]
    pub fn len(&self) -> usize {
        self.count()
    }

    /// Returns whether there are no strings.
    #[doc(alias = "isEmpty")]
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// Returns the strings in order, one after the other.
    #[inline]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &[u8]> {
        self.keys().iter().map(|key| &**key)
    }
}

impl<C: ArrayHashContext<Box<[u8]>>> StringSet<C> {
    /// Drops all strings and frees the memory.
    ///
    /// Zig: `bun.StringSet.clearAndFree`.
    #[doc(alias = "clearAndFree")]
    pub fn clear_and_free(&mut self) {
        self.map.clear_and_free();
    }
}

impl<C: Clone> StringSet<C> {
    /// Returns a copy in the same order.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for the set or a string.
    pub fn try_clone(&self) -> Result<Self, AllocError> {
        Ok(Self { map: self.map.try_clone()? })
    }

    /// Returns a copy; forwards to [`try_clone`](Self::try_clone).
    ///
    /// It hides `Clone::clone`, which stops the process when memory runs out.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for the set or a string.
    #[expect(clippy::should_implement_trait, reason = "it is, and this one can fail")]
    #[inline]
    pub fn clone(&self) -> Result<Self, AllocError> {
        self.try_clone()
    }
}

impl<C: Clone> Clone for StringSet<C> {
    fn clone(&self) -> Self {
        handle_oom(self.try_clone())
    }
}

impl<C: ArrayHashContext<Box<[u8]>> + Default> Default for StringSet<C> {
    #[inline]
    fn default() -> Self {
        Self { map: StringArrayHashMap::default() }
    }
}

impl<C> fmt::Debug for StringSet<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let strings = self.iter().map(|key| alloc::format!("{}", key.escape_ascii()));
        f.debug_set().entries(strings).finish()
    }
}

impl<S: AsRef<[u8]>, C> Extend<S> for StringSet<C>
where
    C: ArrayHashContext<Box<[u8]>> + ArrayHashAdapter<[u8], Box<[u8]>>,
{
    fn extend<I: IntoIterator<Item = S>>(&mut self, strings: I) {
        for string in strings {
            handle_oom(self.insert(string.as_ref()));
        }
    }
}

impl<S: AsRef<[u8]>, C> FromIterator<S> for StringSet<C>
where
    C: ArrayHashContext<Box<[u8]>> + ArrayHashAdapter<[u8], Box<[u8]>> + Default,
{
    fn from_iter<I: IntoIterator<Item = S>>(strings: I) -> Self {
        let mut set = Self::default();
        set.extend(strings);
        set
    }
}
