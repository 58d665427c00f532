//! [`StringHashMapKey`]: a byte string that is owned or borrowed, in two words.
//!
//! An enumeration of the two would take three words, half as many keys to a cache line.

#![expect(unsafe_code, reason = "a box or a reference behind one pointer; argument in SAFETY.md")]

use alloc::boxed::Box;
use alloc::vec::Vec;
use bun_alloc::{AllocError, handle_oom};
use core::borrow::Borrow;
use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::ops::Deref;
use core::ptr::NonNull;

/// Set in the length of a key that owns its bytes. No slice is that long.
const OWNED: usize = 1 << (usize::BITS - 1);

/// A key of a [`StringHashMap`](super::StringHashMap): bytes that it owns, or that live elsewhere.
///
/// Sixteen bytes on a 64-bit machine. It compares, hashes and prints as its bytes.
///
/// # Invariants
///
/// `ptr` and the low bits of `len` are a slice of initialised bytes that does not change. If the
/// `OWNED` bit is set they came from a `Box<[u8]>` that nothing else owns; if not, they live at
/// least as long as this value.
///
/// # Examples
///
/// ```
/// use bun_collections::StringHashMapKey;
///
/// let borrowed = StringHashMapKey::borrowed(b"name");
/// let owned = StringHashMapKey::from(b"name".to_vec());
/// assert_eq!(borrowed, owned);
/// assert_eq!((borrowed.is_owned(), owned.is_owned()), (false, true));
/// assert_eq!(owned.as_bytes(), b"name");
/// ```
///
/// What is borrowed without `unsafe` lives forever:
///
/// ```compile_fail,E0597
/// use bun_collections::StringHashMapKey;
///
/// let key;
/// {
///     let bytes = vec![1, 2, 3];
///     key = StringHashMapKey::borrowed(&bytes);
/// }
/// assert_eq!(key.len(), 3);
/// ```
pub struct StringHashMapKey {
    ptr: NonNull<u8>,
    len: usize,
}

const _: () = assert!(size_of::<StringHashMapKey>() == 2 * size_of::<usize>());
const _: () = assert!(size_of::<Option<StringHashMapKey>>() == 2 * size_of::<usize>());

// SAFETY:
// 1. The bytes never change while the key is alive, and `Box<[u8]>` may be freed by any thread.
unsafe impl Send for StringHashMapKey {}
// SAFETY:
// 1. A shared key lends `&[u8]` only.
unsafe impl Sync for StringHashMapKey {}

impl StringHashMapKey {
    /// Returns a key that refers to bytes that live forever. Does not allocate.
    #[inline]
    #[must_use]
    pub const fn borrowed(bytes: &'static [u8]) -> Self {
        // SAFETY:
        // 1. The bytes outlive everything.
        unsafe { Self::borrowed_for_a_while(bytes) }
    }

    /// Returns a key that refers to bytes that live at least as long as it. Does not allocate.
    ///
    /// # Safety
    ///
    /// 1. The bytes are neither freed nor changed before the key is dropped; nor before whatever
    ///    its [`clone`](Self::clone) is in is dropped, since the clone refers to the same bytes.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::StringHashMapKey;
    ///
    /// let source = b"const a = 1".to_vec();
    /// // SAFETY:
    /// // 1. The key is dropped before `source` is.
    /// let name = unsafe { StringHashMapKey::borrowed_for_a_while(&source[6..7]) };
    /// assert_eq!(&*name, b"a");
    /// drop(name);
    /// ```
    #[inline]
    #[must_use]
    pub const unsafe fn borrowed_for_a_while(bytes: &[u8]) -> Self {
        Self { ptr: NonNull::from_ref(bytes).cast(), len: bytes.len() }
    }

    /// Returns a key that owns its bytes. Does not allocate.
    #[inline]
    #[must_use]
    pub fn owned(bytes: Box<[u8]>) -> Self {
        let len = bytes.len() | OWNED;
        let bytes = NonNull::from_mut(Box::leak(bytes));
        Self { ptr: bytes.cast(), len }
    }

    /// Returns a key that owns a copy of `bytes`; an empty one needs no memory.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory.
    #[inline]
    pub fn copy_of(bytes: &[u8]) -> Result<Self, AllocError> {
        let mut copy = Vec::new();
        copy.try_reserve_exact(bytes.len())?;
        copy.extend_from_slice(bytes);
        Ok(Self::owned(copy.into_boxed_slice()))
    }

    /// Returns whether the key owns its bytes.
    #[inline]
    #[must_use]
    pub const fn is_owned(&self) -> bool {
        self.len & OWNED != 0
    }

    /// Returns the bytes.
    #[inline]
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8] {
        let bytes = NonNull::slice_from_raw_parts(self.ptr, self.len & !OWNED);
        // SAFETY:
        // 1. Initialised bytes that do not change while `self` is borrowed (invariant).
        unsafe { bytes.as_ref() }
    }

    /// Returns a copy: of the bytes, if they are owned.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory.
    #[inline]
    pub fn try_clone(&self) -> Result<Self, AllocError> {
        if self.is_owned() {
            return Self::copy_of(self);
        }
        Ok(Self { ptr: self.ptr, len: self.len })
    }
}

impl Drop for StringHashMapKey {
    #[inline]
    fn drop(&mut self) {
        if self.is_owned() {
            let bytes = NonNull::slice_from_raw_parts(self.ptr, self.len & !OWNED);
            // SAFETY:
            // 1. They came from a box that nothing else owns (invariant), and this is the end.
            drop(unsafe { Box::from_raw(bytes.as_ptr()) });
        }
    }
}

impl Clone for StringHashMapKey {
    /// Stops the process when there is no memory for a copy.
    #[inline]
    fn clone(&self) -> Self {
        handle_oom(self.try_clone())
    }
}

impl Default for StringHashMapKey {
    /// Returns the empty key.
    #[inline]
    fn default() -> Self {
        Self::borrowed(b"")
    }
}

impl Deref for StringHashMapKey {
    type Target = [u8];

    #[inline]
    fn deref(&self) -> &[u8] {
        self.as_bytes()
    }
}

impl AsRef<[u8]> for StringHashMapKey {
    #[inline]
    fn as_ref(&self) -> &[u8] {
        self
    }
}

impl Borrow<[u8]> for StringHashMapKey {
    #[inline]
    fn borrow(&self) -> &[u8] {
        self
    }
}

impl From<Box<[u8]>> for StringHashMapKey {
    #[inline]
    fn from(bytes: Box<[u8]>) -> Self {
        Self::owned(bytes)
    }
}

impl From<Vec<u8>> for StringHashMapKey {
    #[inline]
    fn from(bytes: Vec<u8>) -> Self {
        Self::owned(bytes.into_boxed_slice())
    }
}

impl From<&'static [u8]> for StringHashMapKey {
    #[inline]
    fn from(bytes: &'static [u8]) -> Self {
        Self::borrowed(bytes)
    }
}

impl<const N: usize> From<&'static [u8; N]> for StringHashMapKey {
    #[inline]
    fn from(bytes: &'static [u8; N]) -> Self {
        Self::borrowed(bytes)
    }
}

impl PartialEq for StringHashMapKey {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for StringHashMapKey {}

impl PartialEq<[u8]> for StringHashMapKey {
    #[inline]
    fn eq(&self, other: &[u8]) -> bool {
        **self == *other
    }
}

impl PartialOrd for StringHashMapKey {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for StringHashMapKey {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        (**self).cmp(&**other)
    }
}

impl Hash for StringHashMapKey {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl fmt::Debug for StringHashMapKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\"", self.escape_ascii())
    }
}
