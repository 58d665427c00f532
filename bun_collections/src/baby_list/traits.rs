//! Standard traits of [`BabyList`].

use core::fmt;
use core::hash::{Hash, Hasher};
use core::ops::{Deref, DerefMut};

use super::BabyList;

impl<T: Clone> Clone for BabyList<T> {
    fn clone(&self) -> Self {
        self.deep_clone_infallible()
    }
}

impl<T> Default for BabyList<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Deref for BabyList<T> {
    type Target = [T];

    #[inline(always)]
    fn deref(&self) -> &[T] {
        self.slice()
    }
}

impl<T> DerefMut for BabyList<T> {
    #[inline(always)]
    #[track_caller]
    fn deref_mut(&mut self) -> &mut [T] {
        self.slice_mut()
    }
}

impl<T: fmt::Debug> fmt::Debug for BabyList<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.slice().fmt(f)
    }
}

impl<T: PartialEq> PartialEq for BabyList<T> {
    fn eq(&self, other: &Self) -> bool {
        self.slice() == other.slice()
    }
}

impl<T: Eq> Eq for BabyList<T> {}

impl<T: Hash> Hash for BabyList<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.slice().hash(state);
    }
}

impl<'a, T> IntoIterator for &'a BabyList<T> {
    type Item = &'a T;
    type IntoIter = core::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.slice().iter()
    }
}
