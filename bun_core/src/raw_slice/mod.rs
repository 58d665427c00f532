//! A slice without a lifetime: what `[]const T` in a struct becomes before its owner is known.
//!
//! Making one is safe and reading one is not, because only the reader can know that the owner still
//! lives. Rejected: a safe read behind an `unsafe` constructor. The type is `Copy`, so one promise
//! would cover copies that nobody had in mind.
#![expect(unsafe_code, reason = "reads through a pointer whose lifetime the caller vouches for")]

use core::fmt;

#[cfg(test)]
mod tests;

/// A pointer and a length, as Zig's `[]const T`, without the lifetime of what it points to.
///
/// It dies when the owner of the elements moves, grows or frees them. It is neither `Send` nor
/// `Sync`: a struct that carries one to another thread says so with its own `unsafe impl`, beside
/// the reason.
///
/// Use a slice with a lifetime where one can be written; this is for structs whose fields borrow
/// from each other or from an arena that outlives them.
///
/// Zig: `[]const T` as a field.
///
/// # Examples
///
/// ```
/// use bun_core::RawSlice;
///
/// struct Token {
///     text: RawSlice<u8>,
/// }
///
/// let source = b"let x".to_vec();
/// let token = Token { text: RawSlice::new(&source[..3]) };
/// assert_eq!(token.text.len(), 3);
/// // SAFETY: `source` lives and has not changed since.
/// assert_eq!(unsafe { token.text.slice() }, b"let");
/// ```
///
/// Reading takes `unsafe`, so that this does not compile:
///
/// ```compile_fail,E0133
/// use bun_core::RawSlice;
///
/// let owner = vec![1_u8];
/// let raw = RawSlice::new(&owner);
/// drop(owner);
/// raw.slice();
/// ```
///
/// A view does not cross threads by itself:
///
/// ```compile_fail,E0277
/// fn send<T: Send>(_: T) {}
/// send(bun_core::RawSlice::<u8>::EMPTY);
/// ```
///
/// ```compile_fail,E0277
/// fn share<T: Sync>(_: T) {}
/// share(bun_core::RawSlice::<u8>::EMPTY);
/// ```
///
/// Nor can its parts be made up:
///
/// ```compile_fail,E0423
/// let forged = bun_core::RawSlice(core::ptr::slice_from_raw_parts(core::ptr::null::<u8>(), 9));
/// ```
#[repr(transparent)]
pub struct RawSlice<T>(*const [T]);

impl<T> RawSlice<T> {
    /// The slice of nothing. It can be read at any time.
    pub const EMPTY: Self = Self::new(&[]);

    /// Forgets the lifetime of `slice`.
    #[inline]
    #[must_use]
    pub const fn new(slice: &[T]) -> Self {
        Self(slice)
    }

    /// Returns the number of elements.
    #[inline]
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.len()
    }

    /// Returns whether there are no elements.
    #[inline]
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// Returns the pointer with its length.
    #[inline]
    #[must_use]
    pub const fn as_ptr(self) -> *const [T] {
        self.0
    }

    /// Returns the elements, for as long as this handle is borrowed.
    ///
    /// # Safety
    ///
    /// While the result is used,
    ///
    /// 1. the owner of the elements keeps them alive and where they are, and
    /// 2. nobody writes them, on this thread or another.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::RawSlice;
    ///
    /// let owner = vec![1, 2, 3];
    /// let view = RawSlice::new(&owner);
    /// // SAFETY: 1, 2. `owner` lives until the end, and is not written.
    /// assert_eq!(unsafe { view.slice() }, [1, 2, 3]);
    /// ```
    #[inline]
    #[must_use]
    pub const unsafe fn slice(&self) -> &[T] {
        // SAFETY: `new` took a slice, so the pointer is aligned and its extent is one allocation.
        // 1, 2. The caller's.
        unsafe { &*self.0 }
    }

    /// Returns the elements for a lifetime of the caller's choice.
    ///
    /// For results that outlive the struct in which the handle is, because an arena owns the
    /// elements.
    ///
    /// # Safety
    ///
    /// As [`slice`](Self::slice), for all of `'a`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::RawSlice;
    ///
    /// fn name(handle: RawSlice<u8>) -> &'static [u8] {
    ///     // SAFETY: this program only makes handles of literals.
    ///     unsafe { handle.slice_unbound() }
    /// }
    /// assert_eq!(name(RawSlice::new(b"abc")), b"abc");
    /// ```
    #[inline]
    #[must_use]
    pub const unsafe fn slice_unbound<'a>(self) -> &'a [T] {
        // SAFETY: as in `slice`, for `'a`.
        unsafe { &*self.0 }
    }
}

impl<T> Copy for RawSlice<T> {}

impl<T> Clone for RawSlice<T> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Default for RawSlice<T> {
    #[inline]
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<T> From<&[T]> for RawSlice<T> {
    #[inline]
    fn from(slice: &[T]) -> Self {
        Self::new(slice)
    }
}

/// Shows address and length: the elements may be gone.
impl<T> fmt::Debug for RawSlice<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawSlice({:p}; {})", self.0, self.len())
    }
}
