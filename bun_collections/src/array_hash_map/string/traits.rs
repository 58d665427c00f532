//! Copying, comparing, printing and iterating over maps of strings.

use super::super::{ArrayHashAdapter, ArrayHashContext, ArrayHashMap, IntoIter};
use super::{StringArrayHashMap, own};
use alloc::boxed::Box;
use bun_alloc::{AllocError, handle_oom};
use core::fmt;
use core::iter::Zip;
use core::ops::{Deref, DerefMut, Index};
use core::slice;

impl<V: Clone, C: Clone> StringArrayHashMap<V, C> {
    /// Returns a copy in the same order. Computes no hash.
    ///
    /// [`clone`](Self::clone) is the same under the name that code ported from Zig uses.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for the map or a key.
    pub fn try_clone(&self) -> Result<Self, AllocError> {
        let core = self.map.core.try_clone(|key, value| Ok((own(key)?, value.clone())))?;
        Ok(Self { map: ArrayHashMap { core, context: self.map.context.clone() } })
    }

    /// Returns a copy in the same order; forwards to [`try_clone`](Self::try_clone).
    ///
    /// It hides `Clone::clone`, which stops the process when memory runs out.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for the map or a key.
    #[expect(clippy::should_implement_trait, reason = "it is, and this one can fail")]
    #[inline]
    pub fn clone(&self) -> Result<Self, AllocError> {
        self.try_clone()
    }
}

impl<V: Clone, C: Clone> Clone for StringArrayHashMap<V, C> {
    fn clone(&self) -> Self {
        handle_oom(self.try_clone())
    }
}

impl<V, C: ArrayHashContext<Box<[u8]>> + Default> Default for StringArrayHashMap<V, C> {
    #[inline]
    fn default() -> Self {
        Self { map: ArrayHashMap::new() }
    }
}

impl<V, C> Deref for StringArrayHashMap<V, C> {
    type Target = ArrayHashMap<Box<[u8]>, V, C>;

    #[inline]
    fn deref(&self) -> &Self::Target {
        &self.map
    }
}

impl<V, C> DerefMut for StringArrayHashMap<V, C> {
    #[inline]
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.map
    }
}

impl<V: fmt::Debug, C> fmt::Debug for StringArrayHashMap<V, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        /// A byte string in quotes.
        struct Quoted<'a>(&'a [u8]);

        impl fmt::Debug for Quoted<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "\"{}\"", self.0.escape_ascii())
            }
        }

        f.debug_map().entries(self.iter().map(|(key, value)| (Quoted(key), value))).finish()
    }
}

impl<V, C> IntoIterator for StringArrayHashMap<V, C> {
    type Item = (Box<[u8]>, V);
    type IntoIter = IntoIter<Box<[u8]>, V>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.map.into_iter()
    }
}

impl<'a, V, C> IntoIterator for &'a StringArrayHashMap<V, C> {
    type Item = (&'a Box<[u8]>, &'a V);
    type IntoIter = Zip<slice::Iter<'a, Box<[u8]>>, slice::Iter<'a, V>>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.map.iter()
    }
}

impl<'a, V, C> IntoIterator for &'a mut StringArrayHashMap<V, C> {
    type Item = (&'a Box<[u8]>, &'a mut V);
    type IntoIter = Zip<slice::Iter<'a, Box<[u8]>>, slice::IterMut<'a, V>>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.map.iter_mut()
    }
}

/// Maps are equal when they have the same entries, in whatever order.
impl<V: PartialEq, C: ArrayHashContext<Box<[u8]>>> PartialEq for StringArrayHashMap<V, C> {
    fn eq(&self, other: &Self) -> bool {
        self.map == other.map
    }
}

impl<V: Eq, C: ArrayHashContext<Box<[u8]>>> Eq for StringArrayHashMap<V, C> {}

impl<V, C> Index<&[u8]> for StringArrayHashMap<V, C>
where
    C: ArrayHashContext<Box<[u8]>> + ArrayHashAdapter<[u8], Box<[u8]>>,
{
    type Output = V;

    /// Returns the value of a key; panics when it has none.
    #[track_caller]
    fn index(&self, key: &[u8]) -> &V {
        self.get(key).expect("the key is not in the map")
    }
}

impl<Q: AsRef<[u8]>, V, C> Extend<(Q, V)> for StringArrayHashMap<V, C>
where
    C: ArrayHashContext<Box<[u8]>> + ArrayHashAdapter<[u8], Box<[u8]>>,
{
    /// Sets the value of every key, in order. Stops the process when memory runs out.
    fn extend<I: IntoIterator<Item = (Q, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key.as_ref(), value);
        }
    }
}

impl<Q: AsRef<[u8]>, V, C> FromIterator<(Q, V)> for StringArrayHashMap<V, C>
where
    C: ArrayHashContext<Box<[u8]>> + ArrayHashAdapter<[u8], Box<[u8]>> + Default,
{
    /// Stops the process when memory runs out.
    fn from_iter<I: IntoIterator<Item = (Q, V)>>(entries: I) -> Self {
        let mut map = Self::new();
        map.extend(entries);
        map
    }
}
