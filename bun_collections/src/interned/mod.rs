//! [`Interned`]: bytes that stay for as long as the process does.
#![expect(unsafe_code, reason = "a lifetime that the caller vouches for")]

#[cfg(test)]
mod tests;

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::borrow::Borrow;
use core::fmt::{self, Write as _};
use core::ops::Deref;

/// Bytes that are never freed and never change: a literal, a leaked block, or the content of a
/// store that lives as long as the process.
///
/// A `&'static [u8]` that says where it is from: only [`assume`](Self::assume) makes one of bytes
/// whose lifetime the compiler does not know, and it is `unsafe`.
///
/// # Examples
///
/// ```
/// use bun_collections::Interned;
///
/// let name = Interned::from_static(b"index.js");
/// assert_eq!(name.as_bytes(), b"index.js");
/// assert_eq!(format!("{name:?}"), r#""index.js""#);
/// assert_eq!(size_of::<Option<Interned>>(), size_of::<&[u8]>());
/// ```
///
/// Bytes that can go do not fit:
///
/// ```compile_fail,E0597
/// let bytes = vec![1];
/// let name = bun_collections::Interned::from_static(&bytes);
/// ```
///
/// ```compile_fail,E0133
/// let name = bun_collections::Interned::assume(&vec![1]);
/// ```
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interned(&'static [u8]);

impl Interned {
    /// No bytes.
    pub const EMPTY: Self = Self(b"");

    /// Wraps bytes of which the compiler knows that they stay.
    #[inline]
    #[must_use]
    pub const fn from_static(bytes: &'static [u8]) -> Self {
        Self(bytes)
    }

    /// Leaks a block.
    #[inline]
    #[must_use]
    pub fn leak(bytes: Box<[u8]>) -> Self {
        Self(Box::leak(bytes))
    }

    /// Leaks a vector, with its spare capacity.
    #[inline]
    #[must_use]
    pub fn leak_vec(bytes: Vec<u8>) -> Self {
        Self(Vec::leak(bytes))
    }

    /// Wraps bytes that a store keeps.
    ///
    /// # Safety
    ///
    /// The bytes stay where they are, unchanged, until the process ends. Name the store in the
    /// comment beside the call.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::Interned;
    ///
    /// static KEYWORDS: [u8; 6] = *b"iflet ";
    /// // SAFETY: a part of a `static` without cells.
    /// assert_eq!(unsafe { Interned::assume(&KEYWORDS[2..5]) }.as_bytes(), b"let");
    /// ```
    #[inline]
    #[must_use]
    pub const unsafe fn assume(bytes: &[u8]) -> Self {
        // SAFETY: the caller's.
        Self(unsafe { crate::detach_lifetime(bytes) })
    }

    /// Returns the bytes.
    #[inline]
    #[must_use]
    pub const fn as_bytes(self) -> &'static [u8] {
        self.0
    }

    /// Returns the number of bytes.
    #[inline]
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.len()
    }

    /// Returns whether there are none.
    #[inline]
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

impl Default for Interned {
    #[inline]
    fn default() -> Self {
        Self::EMPTY
    }
}

impl Deref for Interned {
    type Target = [u8];

    #[inline]
    fn deref(&self) -> &[u8] {
        self.0
    }
}

impl AsRef<[u8]> for Interned {
    #[inline]
    fn as_ref(&self) -> &[u8] {
        self.0
    }
}

impl Borrow<[u8]> for Interned {
    #[inline]
    fn borrow(&self) -> &[u8] {
        self.0
    }
}

impl From<&'static [u8]> for Interned {
    #[inline]
    fn from(bytes: &'static [u8]) -> Self {
        Self(bytes)
    }
}

impl From<&'static str> for Interned {
    #[inline]
    fn from(text: &'static str) -> Self {
        Self(text.as_bytes())
    }
}

/// Shows text in quotes; bytes that are not ASCII as `\xNN`.
impl fmt::Debug for Interned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        write!(f, "{}", self.0.escape_ascii())?;
        f.write_char('"')
    }
}
