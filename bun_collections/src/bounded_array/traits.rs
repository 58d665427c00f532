//! Standard traits of [`BoundedArrayAligned`].

use core::fmt;
use core::hash::{Hash, Hasher};
use core::ops::{Deref, DerefMut};
use std::io;

use super::BoundedArrayAligned;

impl<T, const N: usize, A> Default for BoundedArrayAligned<T, N, A> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Clone, const N: usize, A> Clone for BoundedArrayAligned<T, N, A> {
    fn clone(&self) -> Self {
        let mut array = Self::new();
        for value in self {
            array.append_assume_capacity(value.clone());
        }
        array
    }
}

impl<T, const N: usize, A> Deref for BoundedArrayAligned<T, N, A> {
    type Target = [T];

    #[inline(always)]
    fn deref(&self) -> &[T] {
        self.as_slice()
    }
}

impl<T, const N: usize, A> DerefMut for BoundedArrayAligned<T, N, A> {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut [T] {
        self.slice()
    }
}

impl<T: fmt::Debug, const N: usize, A> fmt::Debug for BoundedArrayAligned<T, N, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_slice().fmt(f)
    }
}

impl<T: PartialEq, const N: usize, A> PartialEq for BoundedArrayAligned<T, N, A> {
    fn eq(&self, other: &Self) -> bool {
        self.as_slice() == other.as_slice()
    }
}

impl<T: PartialEq, const N: usize, A> PartialEq<[T]> for BoundedArrayAligned<T, N, A> {
    fn eq(&self, other: &[T]) -> bool {
        self.as_slice() == other
    }
}

impl<T, const N: usize, const M: usize, A> PartialEq<[T; M]> for BoundedArrayAligned<T, N, A>
where
    T: PartialEq,
{
    fn eq(&self, other: &[T; M]) -> bool {
        self.as_slice() == other
    }
}

impl<T: Eq, const N: usize, A> Eq for BoundedArrayAligned<T, N, A> {}

impl<T: Hash, const N: usize, A> Hash for BoundedArrayAligned<T, N, A> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_slice().hash(state);
    }
}

impl<'a, T, const N: usize, A> IntoIterator for &'a BoundedArrayAligned<T, N, A> {
    type Item = &'a T;
    type IntoIter = core::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.as_slice().iter()
    }
}

impl<'a, T, const N: usize, A> IntoIterator for &'a mut BoundedArrayAligned<T, N, A> {
    type Item = &'a mut T;
    type IntoIter = core::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.slice().iter_mut()
    }
}

/// Writes all of the text or none.
impl<const N: usize, A> fmt::Write for BoundedArrayAligned<u8, N, A> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.append_slice(text.as_bytes()).map_err(|_| fmt::Error)
    }
}

/// Writes all of the bytes or none, which is an error of kind `StorageFull`.
impl<const N: usize, A> io::Write for BoundedArrayAligned<u8, N, A> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.append_slice(bytes).map_err(|_| io::ErrorKind::StorageFull)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
