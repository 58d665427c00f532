//! `Utf8Slice`: a string in UTF-8, borrowed where it was that already.

use core::fmt;
use core::ops::Deref;

use alloc::vec::Vec;

use bun_alloc::AllocError;

use super::AsciiString;
use crate::ZBox;

/// UTF-8 bytes that are borrowed, owned, or kept alive by a counted string.
///
/// Zig: `ZigString.Slice`, `JSC.ZigString.Slice`.
///
/// # Examples
///
/// ```
/// use bun_str::{String, Utf8Slice};
///
/// let text = String::clone_latin1(b"caf\xe9");
/// assert!(matches!(text.to_utf8(), Utf8Slice::Owned(_)));
/// assert_eq!(text.to_utf8().slice(), "café".as_bytes());
/// ```
///
/// A borrowed one cannot outlive what it borrows from; [`into_static`](Self::into_static) makes
/// one that can.
///
/// ```compile_fail,E0597
/// use bun_str::Utf8Slice;
/// let slice = {
///     let bytes = vec![b'a'];
///     Utf8Slice::from_utf8_never_free(&bytes)
/// };
/// assert_eq!(slice.slice(), b"a");
/// ```
#[derive(Clone)]
pub enum Utf8Slice<'a> {
    /// Borrowed; despite the name, which is the original's, for `'a` only.
    Static(&'a [u8]),
    /// Owned.
    Owned(Vec<u8>),
    /// The bytes of a counted string, of which this holds a reference.
    WTF(AsciiString),
}

/// The name in ported code.
///
/// # Examples
///
/// ```
/// use bun_str::{String, ZigStringSlice};
///
/// let text = String::static_("bun");
/// let utf8: ZigStringSlice<'_> = text.to_utf8();
/// assert_eq!(utf8.slice(), b"bun");
/// ```
pub type ZigStringSlice<'a> = Utf8Slice<'a>;

/// The name in ported code.
///
/// # Examples
///
/// ```
/// use bun_str::Slice;
///
/// let slice: Slice<'_> = Slice::from_utf8_never_free(b"bun");
/// assert!(!slice.is_allocated());
/// ```
pub type Slice<'a> = Utf8Slice<'a>;

impl<'a> Utf8Slice<'a> {
    /// No bytes.
    pub const EMPTY: Self = Self::Static(&[]);

    /// No bytes.
    #[must_use]
    pub const fn empty() -> Self {
        Self::EMPTY
    }

    /// Borrows `bytes`.
    ///
    /// Zig: `Slice.fromUTF8NeverFree`.
    #[must_use]
    pub const fn from_utf8_never_free(bytes: &'a [u8]) -> Self {
        Self::Static(bytes)
    }

    /// Takes `bytes`.
    #[must_use]
    pub const fn init_owned(bytes: Vec<u8>) -> Self {
        Self::Owned(bytes)
    }

    /// Copies `bytes`.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for the copy.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::Utf8Slice;
    ///
    /// let copy = Utf8Slice::init_dupe(b"bun")?;
    /// assert!(copy.is_allocated() && copy.slice() == b"bun");
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn init_dupe(bytes: &[u8]) -> Result<Self, AllocError> {
        let mut copy = Vec::new();
        copy.try_reserve_exact(bytes.len())?;
        copy.extend_from_slice(bytes);
        Ok(Self::Owned(copy))
    }

    /// The bytes.
    #[must_use]
    pub fn slice(&self) -> &[u8] {
        match self {
            Self::Static(bytes) => bytes,
            Self::Owned(bytes) => bytes,
            Self::WTF(string) => string.bytes(),
        }
    }

    /// The number of bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.slice().len()
    }

    /// Whether there are no bytes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.slice().is_empty()
    }

    /// Whether dropping this gives something back.
    #[must_use]
    pub const fn is_allocated(&self) -> bool {
        !matches!(self, Self::Static(_))
    }

    /// Whether this holds a reference to a counted string.
    #[must_use]
    pub const fn is_wtf_allocated(&self) -> bool {
        matches!(self, Self::WTF(_))
    }

    /// The bytes for writing, if they are owned.
    ///
    /// Zig: `mut`, which asserts it.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::Utf8Slice;
    ///
    /// assert!(Utf8Slice::init_owned(b"bun".to_vec()).as_mut().is_some());
    /// assert!(Utf8Slice::from_utf8_never_free(b"bun").as_mut().is_none());
    /// ```
    #[must_use]
    pub const fn as_mut(&mut self) -> Option<&mut Vec<u8>> {
        match self {
            Self::Owned(bytes) => Some(bytes),
            Self::Static(_) | Self::WTF(_) => None,
        }
    }

    /// The bytes as a vector; copies unless they are owned.
    ///
    /// Zig: `intoOwnedSlice`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::Utf8Slice;
    ///
    /// assert_eq!(Utf8Slice::from_utf8_never_free(b"bun").into_vec(), b"bun");
    /// ```
    #[must_use]
    pub fn into_vec(self) -> Vec<u8> {
        match self {
            Self::Owned(bytes) => bytes,
            borrowed => borrowed.slice().to_vec(),
        }
    }

    /// The bytes with a NUL behind them.
    ///
    /// Zig: `intoOwnedSliceZ`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{Utf8Slice, zstr};
    ///
    /// assert_eq!(&*Utf8Slice::from_utf8_never_free(b"bun").into_zbox(), zstr!("bun"));
    /// ```
    #[must_use]
    pub fn into_zbox(self) -> ZBox {
        ZBox::from_vec(self.into_vec())
    }

    /// The same bytes for any lifetime: copies only what is borrowed.
    ///
    /// Zig: `cloneIfBorrowed`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::Utf8Slice;
    ///
    /// let bytes = b"bun".to_vec();
    /// let kept: Utf8Slice<'static> = Utf8Slice::from_utf8_never_free(&bytes).into_static();
    /// drop(bytes);
    /// assert_eq!(kept.slice(), b"bun");
    /// ```
    #[must_use]
    pub fn into_static(self) -> Utf8Slice<'static> {
        match self {
            Self::Static([]) => Utf8Slice::EMPTY,
            Self::Static(bytes) => Utf8Slice::Owned(bytes.to_vec()),
            Self::Owned(bytes) => Utf8Slice::Owned(bytes),
            Self::WTF(string) => Utf8Slice::WTF(string),
        }
    }
}

impl Deref for Utf8Slice<'_> {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.slice()
    }
}

impl AsRef<[u8]> for Utf8Slice<'_> {
    fn as_ref(&self) -> &[u8] {
        self.slice()
    }
}

impl Default for Utf8Slice<'_> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl PartialEq for Utf8Slice<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.slice() == other.slice()
    }
}

impl Eq for Utf8Slice<'_> {}

/// Prints the bytes as a byte-string literal would spell them.
impl fmt::Debug for Utf8Slice<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\"", self.slice().escape_ascii())
    }
}
