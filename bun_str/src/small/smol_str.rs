//! `SmolStr`: an owned string of 16 bytes that does not allocate up to 15.

use core::error::Error;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::num::NonZeroU8;

use alloc::boxed::Box;
use alloc::vec::Vec;

use bun_alloc::AllocError;

/// An owned byte string: up to 15 bytes in place, more of them on the heap.
///
/// Once on the heap it stays there.
///
/// Zig: `bun.SmolStr`.
///
/// # Examples
///
/// ```
/// use bun_str::SmolStr;
///
/// let mut text = SmolStr::from_slice(b"hello")?;
/// assert!(text.is_inlined());
/// text.append_slice(b", wide world")?;
/// assert!(!text.is_inlined());
/// assert_eq!(text.slice(), b"hello, wide world");
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
pub struct SmolStr(Repr);

/// How much fits in place.
const INLINE_MAX: usize = 15;

enum Repr {
    Inline {
        bytes: [u8; INLINE_MAX],
        /// The length in place, plus one. Invariant: at most `INLINE_MAX + 1`.
        len_plus_one: NonZeroU8,
    },
    /// One word, so that both variants fit in two. The vector counts in `usize`: no length is cut.
    #[expect(clippy::box_collection, reason = "a thin pointer leaves room for the tag")]
    Heap(Box<Vec<u8>>),
}

const _: () = assert!(size_of::<SmolStr>() == 16);

/// A string that does not fit in place.
///
/// Zig: `error.StringTooLong`.
///
/// # Examples
///
/// ```
/// use bun_str::{SmolStr, StringTooLong};
///
/// assert_eq!(SmolStr::init_inlined(&[b'x'; 16]), Err(StringTooLong));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StringTooLong;

impl fmt::Display for StringTooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StringTooLong")
    }
}

impl Error for StringTooLong {}

impl SmolStr {
    /// The empty string.
    #[must_use]
    pub const fn empty() -> Self {
        Self(Repr::Inline { bytes: [0; INLINE_MAX], len_plus_one: NonZeroU8::MIN })
    }

    /// One byte.
    #[must_use]
    pub fn from_char(char: u8) -> Self {
        Self::inline(&[char])
    }

    /// A copy of `values`.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when they do not fit in place and there is no memory for them.
    pub fn from_slice(values: &[u8]) -> Result<Self, AllocError> {
        if values.len() <= INLINE_MAX {
            return Ok(Self::inline(values));
        }
        let mut heap = Vec::new();
        heap.try_reserve_exact(values.len())?;
        heap.extend_from_slice(values);
        Ok(Self(Repr::Heap(Box::new(heap))))
    }

    /// A copy of `values` in place.
    ///
    /// Zig: `SmolStr.Inlined.init`.
    ///
    /// # Errors
    ///
    /// [`StringTooLong`] when there are more than 15.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::SmolStr;
    ///
    /// assert!(SmolStr::init_inlined(b"fifteen bytes!!").is_ok());
    /// assert!(SmolStr::init_inlined(b"sixteen bytes!!!").is_err());
    /// ```
    pub fn init_inlined(values: &[u8]) -> Result<Self, StringTooLong> {
        if values.len() > INLINE_MAX { Err(StringTooLong) } else { Ok(Self::inline(values)) }
    }

    /// In place; `values` are at most 15.
    fn inline(values: &[u8]) -> Self {
        let mut bytes = [0; INLINE_MAX];
        bytes[..values.len()].copy_from_slice(values);
        Self(Repr::Inline {
            bytes,
            len_plus_one: NonZeroU8::MIN.saturating_add(values.len() as u8),
        })
    }

    /// The bytes.
    #[must_use]
    pub fn slice(&self) -> &[u8] {
        match &self.0 {
            Repr::Inline { bytes, len_plus_one } => &bytes[..usize::from(len_plus_one.get()) - 1],
            Repr::Heap(bytes) => bytes,
        }
    }

    /// The bytes, for writing.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut text = bun_str::SmolStr::from_slice(b"abc")?;
    /// text.slice_mut().make_ascii_uppercase();
    /// assert_eq!(text.slice(), b"ABC");
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn slice_mut(&mut self) -> &mut [u8] {
        match &mut self.0 {
            Repr::Inline { bytes, len_plus_one } => {
                &mut bytes[..usize::from(len_plus_one.get()) - 1]
            }
            Repr::Heap(bytes) => bytes,
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
        self.len() == 0
    }

    /// Whether the bytes are in place.
    #[must_use]
    pub const fn is_inlined(&self) -> bool {
        matches!(self.0, Repr::Inline { .. })
    }

    /// Appends one byte.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for it; the string is as it was.
    pub fn append_char(&mut self, char: u8) -> Result<(), AllocError> {
        self.append_slice(&[char])
    }

    /// Appends `values`.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for them; the string is as it was.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::SmolStr;
    ///
    /// let mut text = SmolStr::from_slice(b"in place")?;
    /// assert!(text.is_inlined());
    /// text.append_slice(b", then elsewhere")?;
    /// assert_eq!((text.slice(), text.is_inlined()), (&b"in place, then elsewhere"[..], false));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn append_slice(&mut self, values: &[u8]) -> Result<(), AllocError> {
        match &mut self.0 {
            Repr::Heap(heap) => {
                heap.try_reserve(values.len())?;
                heap.extend_from_slice(values);
            }
            Repr::Inline { bytes, len_plus_one } => {
                let len = usize::from(len_plus_one.get()) - 1;
                if let Some(room) = bytes[len..].get_mut(..values.len()) {
                    room.copy_from_slice(values);
                    *len_plus_one = len_plus_one.saturating_add(values.len() as u8);
                } else {
                    let mut heap = Vec::new();
                    heap.try_reserve_exact(len.checked_add(values.len()).ok_or(AllocError)?)?;
                    heap.extend_from_slice(&bytes[..len]);
                    heap.extend_from_slice(values);
                    self.0 = Repr::Heap(Box::new(heap));
                }
            }
        }
        Ok(())
    }
}

impl Clone for SmolStr {
    fn clone(&self) -> Self {
        Self(match &self.0 {
            Repr::Inline { bytes, len_plus_one } => {
                Repr::Inline { bytes: *bytes, len_plus_one: *len_plus_one }
            }
            Repr::Heap(bytes) => Repr::Heap(bytes.clone()),
        })
    }
}

impl Default for SmolStr {
    fn default() -> Self {
        Self::empty()
    }
}

impl AsRef<[u8]> for SmolStr {
    fn as_ref(&self) -> &[u8] {
        self.slice()
    }
}

impl PartialEq for SmolStr {
    fn eq(&self, other: &Self) -> bool {
        self.slice() == other.slice()
    }
}

impl Eq for SmolStr {}

impl Hash for SmolStr {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.slice().hash(state);
    }
}

/// Prints the bytes as a byte-string literal would spell them.
impl fmt::Debug for SmolStr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\"", self.slice().escape_ascii())
    }
}
