//! [`CowSlice`]: a slice that owns its elements, or does not, without a lifetime.
//!
//! `alloc::borrow::Cow<'a, [T]>` is the same with a lifetime, and the one to use where a lifetime
//! can be written. This is for structs whose fields borrow from each other, and it is two words.
//! Making one that borrows is `unsafe`; it is not `Clone`, so the promise is about one value.
#![expect(unsafe_code, reason = "owns a box, or borrows without a lifetime")]

mod plain;
mod with_sentinel;

#[cfg(test)]
mod tests;

use alloc::boxed::Box;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::marker::PhantomData;
use core::ops::Deref;
use core::ptr::NonNull;

use bun_alloc::AllocError;

use crate::owned::try_alloc_dupe_slice;

/// A slice that owns its elements, or does not.
///
/// Zig: `bun.ptr.CowSlice`.
pub type CowSlice<T> = CowSliceZ<T, false>;

/// A slice that owns its elements, or does not; with `Z`, one more element follows, which is zero.
///
/// Two words, as a slice; the highest bit of the length says whether the elements are owned. It
/// stays on its thread. Dropping it frees what it owns and does nothing to what it borrows.
///
/// Zig: `bun.ptr.CowSliceZ`.
///
/// # Examples
///
/// ```
/// use bun_collections::CowSlice;
///
/// let mut name = CowSlice::init_static(b"hello");
/// assert!(!name.is_owned());
/// // SAFETY: the bytes are static.
/// let borrow = unsafe { name.borrow() };
/// name.slice_mut()?[0] = b'j';
/// assert!(name.is_owned());
/// assert_eq!((name.slice(), borrow.slice()), (&b"jello"[..], &b"hello"[..]));
/// assert_eq!(size_of::<CowSlice<u8>>(), size_of::<&[u8]>());
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// ```compile_fail,E0133
/// let owner = bun_collections::CowSlice::init_owned(vec![1].into());
/// let borrow = owner.borrow();
/// ```
///
/// ```compile_fail,E0277
/// fn send<T: Send>(_: T) {}
/// send(bun_collections::CowSlice::<u8>::EMPTY);
/// ```
///
/// ```compile_fail,E0277
/// fn share<T: Sync>(_: T) {}
/// share(bun_collections::CowSlice::<u8>::EMPTY);
/// ```
///
/// ```compile_fail,E0505
/// let name = bun_collections::CowSlice::<u8>::EMPTY;
/// let bytes = name.slice();
/// drop(name);
/// assert!(bytes.is_empty());
/// ```
pub struct CowSliceZ<T, const Z: bool> {
    /// The first of `len + Z` elements that stay as they are while this borrows them, or that are
    /// the content of a box that this owns.
    data: NonNull<T>,
    /// `len`, which is at most `isize::MAX`, and [`OWNED`].
    flags: usize,
    owns: PhantomData<T>,
}

const OWNED: usize = 1 << (usize::BITS - 1);

impl<T, const Z: bool> CowSliceZ<T, Z> {
    /// The elements are `len + Z` from `data` on, and are as the invariant says.
    const fn from_parts(data: NonNull<T>, len: usize, owned: bool) -> Self {
        assert!(len & OWNED == 0, "more elements of no size than can be counted");
        Self { data, flags: if owned { len | OWNED } else { len }, owns: PhantomData }
    }

    /// Owns the box, whose last element is the sentinel if there is one.
    fn from_stored(stored: Box<[T]>) -> Self {
        let len = stored.len() - usize::from(Z);
        assert!(len & OWNED == 0, "more elements of no size than can be counted");
        Self::from_parts(NonNull::from(Box::leak(stored)).cast(), len, true)
    }

    /// The elements and the sentinel.
    const fn stored(&self) -> &[T] {
        // SAFETY: the invariant of `data`.
        unsafe { core::slice::from_raw_parts(self.data.as_ptr(), self.length() + Z as usize) }
    }

    /// Returns whether this owns its elements.
    #[doc(alias = "isOwned")]
    #[inline]
    #[must_use]
    pub const fn is_owned(&self) -> bool {
        self.flags & OWNED != 0
    }

    /// Returns the number of elements, without the sentinel.
    #[inline]
    #[must_use]
    pub const fn length(&self) -> usize {
        self.flags & !OWNED
    }

    /// Returns the elements, without the sentinel.
    #[inline]
    #[must_use]
    pub const fn slice(&self) -> &[T] {
        // SAFETY: the invariant of `data`.
        unsafe { core::slice::from_raw_parts(self.data.as_ptr(), self.length()) }
    }

    /// Returns the elements to be written. What is borrowed is copied first.
    ///
    /// # Errors
    ///
    /// There is no memory.
    #[doc(alias = "sliceMut")]
    pub fn slice_mut(&mut self) -> Result<&mut [T], AllocError>
    where
        T: Clone,
    {
        self.to_owned()?;
        Ok(self.slice_mut_unsafe())
    }

    /// Returns the elements to be written, of a slice that owns them.
    ///
    /// # Panics
    ///
    /// If it borrows them.
    #[doc(alias = "sliceMutUnsafe")]
    #[must_use]
    pub fn slice_mut_unsafe(&mut self) -> &mut [T] {
        assert!(self.is_owned(), "borrowed elements are not written");
        // SAFETY: the invariant of `data`: they are the content of a box, which nobody else has.
        unsafe { core::slice::from_raw_parts_mut(self.data.as_ptr(), self.length()) }
    }

    /// Copies what is borrowed, so that this owns its elements.
    ///
    /// # Errors
    ///
    /// There is no memory. This borrows as before.
    #[doc(alias = "toOwned")]
    pub fn to_owned(&mut self) -> Result<(), AllocError>
    where
        T: Clone,
    {
        if !self.is_owned() {
            *self = Self::from_stored(try_alloc_dupe_slice(self.stored())?);
        }
        Ok(())
    }

    /// Returns a slice that borrows the elements of this one.
    ///
    /// # Safety
    ///
    /// Until the result is dropped, or has become the owner of a copy, the elements stay where they
    /// are: this slice is not dropped, written, or emptied by `take_slice`, unless it borrows
    /// itself.
    #[must_use]
    pub const unsafe fn borrow(&self) -> Self {
        Self::from_parts(self.data, self.length(), false)
    }
}

impl<T, const Z: bool> Drop for CowSliceZ<T, Z> {
    fn drop(&mut self) {
        if self.is_owned() {
            let len = self.length() + usize::from(Z);
            let stored = core::ptr::slice_from_raw_parts_mut(self.data.as_ptr(), len);
            // SAFETY: the invariant of `data`: the content of a box, which is not used again.
            drop(unsafe { Box::from_raw(stored) });
        }
    }
}

impl<T, const Z: bool> Deref for CowSliceZ<T, Z> {
    type Target = [T];

    #[inline]
    fn deref(&self) -> &[T] {
        self.slice()
    }
}

impl<T, const Z: bool> AsRef<[T]> for CowSliceZ<T, Z> {
    #[inline]
    fn as_ref(&self) -> &[T] {
        self.slice()
    }
}

impl<T: PartialEq, const Z: bool> PartialEq for CowSliceZ<T, Z> {
    fn eq(&self, other: &Self) -> bool {
        self.slice() == other.slice()
    }
}

impl<T: Eq, const Z: bool> Eq for CowSliceZ<T, Z> {}

impl<T: Hash, const Z: bool> Hash for CowSliceZ<T, Z> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.slice().hash(state);
    }
}

impl<T: fmt::Debug, const Z: bool> fmt::Debug for CowSliceZ<T, Z> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.slice().fmt(f)
    }
}

/// Writes text; what is not UTF-8 becomes U+FFFD.
impl<const Z: bool> fmt::Display for CowSliceZ<u8, Z> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for chunk in self.slice().utf8_chunks() {
            f.write_str(chunk.valid())?;
            if !chunk.invalid().is_empty() {
                f.write_str("\u{fffd}")?;
            }
        }
        Ok(())
    }
}
