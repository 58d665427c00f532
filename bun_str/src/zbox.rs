//! `ZBox`: owned bytes with a NUL behind them.

use core::borrow::{Borrow, BorrowMut};
use core::fmt;
use core::ops::{Deref, DerefMut};

use alloc::boxed::Box;
use alloc::vec::Vec;

use bun_alloc::AllocError;

use crate::ZStr;
use crate::zstr::{boxed, unboxed};

/// An owned [`ZStr`]: one allocation of exactly length + 1 bytes.
///
/// Zig: an owned `[:0]u8`, as `allocator.dupeZ` returns.
///
/// # Examples
///
/// ```
/// use bun_str::ZBox;
///
/// let name = ZBox::from_bytes("libc.so");
/// assert_eq!(name.as_bytes_with_nul(), b"libc.so\0");
/// ```
#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct ZBox(Box<ZStr>);

impl ZBox {
    /// Copies `bytes` and adds the terminator.
    ///
    /// Zig: `allocator.dupeZ(u8, bytes)`.
    ///
    /// # Panics
    ///
    /// When `bytes` fills the address space.
    #[doc(alias = "dupeZ")]
    #[must_use]
    pub fn from_bytes(bytes: impl AsRef<[u8]>) -> Self {
        let bytes = bytes.as_ref();
        let mut with_nul = Vec::with_capacity(bytes.len() + 1);
        with_nul.extend_from_slice(bytes);
        Self::from_vec(with_nul)
    }

    /// Like [`from_bytes`](Self::from_bytes), for callers that survive running out of memory.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for the copy.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::ZBox;
    ///
    /// assert_eq!(ZBox::try_from_bytes(b"abc")?.as_bytes_with_nul(), b"abc\0");
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn try_from_bytes(bytes: &[u8]) -> Result<Self, AllocError> {
        let mut with_nul = Vec::new();
        let len = bytes.len().checked_add(1).ok_or(AllocError)?;
        with_nul.try_reserve_exact(len).map_err(|_| AllocError)?;
        with_nul.extend_from_slice(bytes);
        Ok(Self::from_vec(with_nul))
    }

    /// Takes `bytes` and adds the terminator.
    ///
    /// Does not allocate when the capacity is exactly one byte more than the length.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{ZBox, zstr};
    ///
    /// let path = ZBox::from_vec([b"/tmp".as_slice(), b"/a"].concat());
    /// assert_eq!(&*path, zstr!("/tmp/a"));
    /// ```
    #[must_use]
    pub fn from_vec(mut bytes: Vec<u8>) -> Self {
        bytes.reserve_exact(1);
        bytes.push(0);
        Self::from_vec_with_nul(bytes)
    }

    /// Takes `bytes`, whose last byte is the terminator.
    ///
    /// Does not allocate when the capacity equals the length.
    ///
    /// # Panics
    ///
    /// When `bytes` does not end with NUL.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{ZBox, zstr};
    ///
    /// assert_eq!(&*ZBox::from_vec_with_nul(b"/tmp\0".to_vec()), zstr!("/tmp"));
    /// ```
    #[must_use]
    pub fn from_vec_with_nul(bytes: Vec<u8>) -> Self {
        match boxed(bytes.into_boxed_slice()) {
            Some(text) => Self(text),
            None => panic!("the vector does not end with NUL"),
        }
    }

    /// The same string, borrowed.
    #[must_use]
    pub fn as_zstr(&self) -> &ZStr {
        &self.0
    }

    /// The same string as a plain box, in the same allocation.
    #[must_use]
    pub fn into_boxed_zstr(self) -> Box<ZStr> {
        self.0
    }

    /// The bytes and their terminator, as a vector without spare capacity.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::ZBox;
    ///
    /// assert_eq!(ZBox::from_bytes(b"abc").into_vec_with_nul(), b"abc\0");
    /// ```
    #[must_use]
    pub fn into_vec_with_nul(self) -> Vec<u8> {
        self.into_boxed_slice_with_nul().into_vec()
    }

    /// The bytes and their terminator, in the same allocation.
    #[must_use]
    pub fn into_boxed_slice_with_nul(self) -> Box<[u8]> {
        unboxed(self.0)
    }
}

impl Deref for ZBox {
    type Target = ZStr;

    fn deref(&self) -> &ZStr {
        &self.0
    }
}

impl DerefMut for ZBox {
    fn deref_mut(&mut self) -> &mut ZStr {
        &mut self.0
    }
}

impl Borrow<ZStr> for ZBox {
    fn borrow(&self) -> &ZStr {
        self
    }
}

impl BorrowMut<ZStr> for ZBox {
    fn borrow_mut(&mut self) -> &mut ZStr {
        self
    }
}

impl AsRef<ZStr> for ZBox {
    fn as_ref(&self) -> &ZStr {
        self
    }
}

impl AsRef<[u8]> for ZBox {
    fn as_ref(&self) -> &[u8] {
        self.as_bytes()
    }
}

impl Clone for ZBox {
    fn clone(&self) -> Self {
        Self::from_bytes(self)
    }
}

impl Default for ZBox {
    /// The empty string, which is one byte on the heap.
    fn default() -> Self {
        Self::from_bytes(b"")
    }
}

impl From<&ZStr> for ZBox {
    fn from(text: &ZStr) -> Self {
        Self::from_bytes(text)
    }
}

impl PartialEq<ZStr> for ZBox {
    fn eq(&self, other: &ZStr) -> bool {
        **self == *other
    }
}

impl fmt::Debug for ZBox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Display for ZBox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}
