//! `StringOrTinyString`: a string of 32 bytes that keeps up to 31 in place and borrows more.

use core::fmt;
use core::num::NonZeroU8;

use alloc::vec::Vec;

use bun_alloc::AllocError;

/// A byte string: up to 31 bytes in place, more of them borrowed.
///
/// Zig: `bun.strings.StringOrTinyString`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::StringOrTinyString;
///
/// let name = {
///     let temporary = b"index.js".to_vec();
///     StringOrTinyString::init_tiny(&temporary).unwrap()
/// };
/// assert_eq!(name.slice(), b"index.js");
/// ```
///
/// What may be borrowed has to live as long:
///
/// ```compile_fail,E0597
/// use bun_str::strings::StringOrTinyString;
/// let name = {
///     let temporary = b"index.js".to_vec();
///     StringOrTinyString::init(&temporary)
/// };
/// assert_eq!(name.slice(), b"index.js");
/// ```
#[derive(Clone, Copy)]
pub struct StringOrTinyString<'a>(Repr<'a>);

/// How much fits in place.
const TINY_MAX: usize = 31;

#[derive(Clone, Copy)]
enum Repr<'a> {
    Tiny {
        bytes: [u8; TINY_MAX],
        /// The length in place, plus one. Invariant: at most `TINY_MAX + 1`.
        len_plus_one: NonZeroU8,
    },
    Borrowed(&'a [u8]),
}

const _: () = assert!(size_of::<StringOrTinyString<'_>>() == 32);

/// A place that keeps copies of strings for as long as the process runs.
///
/// Zig: the `Appender` of `initAppendIfNeeded`, which has `append` and `appendLowerCase`.
///
/// # Examples
///
/// ```
/// use bun_alloc::AllocError;
/// use bun_str::strings::{Appender, StringOrTinyString};
///
/// struct Leak;
/// impl Appender for Leak {
///     fn append(&mut self, bytes: &[u8]) -> Result<&'static [u8], AllocError> {
///         Ok(bytes.to_vec().leak())
///     }
/// }
/// let long = StringOrTinyString::init_append_if_needed(&[b'x'; 40], &mut Leak)?;
/// assert_eq!(long.slice(), [b'x'; 40]);
/// # Ok::<(), AllocError>(())
/// ```
pub trait Appender {
    /// Copies `bytes`.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for the copy.
    fn append(&mut self, bytes: &[u8]) -> Result<&'static [u8], AllocError>;

    /// Copies `bytes` with ASCII letters in lower case.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for the copy.
    fn append_lower_case(&mut self, bytes: &[u8]) -> Result<&'static [u8], AllocError> {
        let mut lower = Vec::new();
        lower.try_reserve_exact(bytes.len())?;
        lower.extend(bytes.iter().map(u8::to_ascii_lowercase));
        self.append(&lower)
    }
}

impl<'a> StringOrTinyString<'a> {
    /// How many bytes fit in place.
    pub const MAX: usize = TINY_MAX;

    /// Copies `text` in place, or borrows it when it is longer than 31 bytes.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::strings::StringOrTinyString;
    ///
    /// let long = [b'a'; 40];
    /// assert!(StringOrTinyString::init(b"short").is_tiny());
    /// assert_eq!(StringOrTinyString::init(&long).slice().as_ptr(), long.as_ptr());
    /// ```
    #[must_use]
    pub fn init(text: &'a [u8]) -> Self {
        Self::init_tiny(text).unwrap_or(Self(Repr::Borrowed(text)))
    }

    /// Copies `text` in place; `None` when it is longer than 31 bytes.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::strings::StringOrTinyString;
    ///
    /// assert!(StringOrTinyString::init_tiny(b"short").is_some());
    /// assert!(StringOrTinyString::init_tiny(&[b'a'; 32]).is_none());
    /// ```
    #[must_use]
    pub fn init_tiny(text: &[u8]) -> Option<Self> {
        let mut bytes = [0; TINY_MAX];
        bytes.get_mut(..text.len())?.copy_from_slice(text);
        let len_plus_one = NonZeroU8::MIN.saturating_add(text.len() as u8);
        Some(Self(Repr::Tiny { bytes, len_plus_one }))
    }

    /// Whether the bytes are in place.
    #[must_use]
    pub const fn is_tiny(&self) -> bool {
        matches!(self.0, Repr::Tiny { .. })
    }

    /// The bytes.
    #[must_use]
    pub fn slice(&self) -> &[u8] {
        match &self.0 {
            Repr::Tiny { bytes, len_plus_one } => &bytes[..usize::from(len_plus_one.get()) - 1],
            Repr::Borrowed(bytes) => bytes,
        }
    }
}

impl StringOrTinyString<'static> {
    /// Copies `text` in place, or into `appender` when it is longer than 31 bytes.
    ///
    /// Zig: `initAppendIfNeeded`.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when the appender has no memory for it.
    pub fn init_append_if_needed<A: Appender>(
        text: &[u8],
        appender: &mut A,
    ) -> Result<Self, AllocError> {
        match Self::init_tiny(text) {
            Some(tiny) => Ok(tiny),
            None => Ok(Self(Repr::Borrowed(appender.append(text)?))),
        }
    }

    /// [`init_append_if_needed`](Self::init_append_if_needed) with ASCII letters in lower case.
    ///
    /// Zig: `initLowerCaseAppendIfNeeded`.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when the appender has no memory for it.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::AllocError;
    /// use bun_str::strings::{Appender, StringOrTinyString};
    ///
    /// struct Leak;
    /// impl Appender for Leak {
    ///     fn append(&mut self, bytes: &[u8]) -> Result<&'static [u8], AllocError> {
    ///         Ok(bytes.to_vec().leak())
    ///     }
    /// }
    /// let host = StringOrTinyString::init_lower_case_append_if_needed(b"Host", &mut Leak)?;
    /// assert!(host.is_tiny() && host.slice() == b"host");
    /// # Ok::<(), AllocError>(())
    /// ```
    pub fn init_lower_case_append_if_needed<A: Appender>(
        text: &[u8],
        appender: &mut A,
    ) -> Result<Self, AllocError> {
        match Self::init_tiny(text) {
            Some(Self(Repr::Tiny { mut bytes, len_plus_one })) => {
                bytes.make_ascii_lowercase();
                Ok(Self(Repr::Tiny { bytes, len_plus_one }))
            }
            _ => Ok(Self(Repr::Borrowed(appender.append_lower_case(text)?))),
        }
    }
}

impl Default for StringOrTinyString<'_> {
    fn default() -> Self {
        Self::init(&[])
    }
}

impl AsRef<[u8]> for StringOrTinyString<'_> {
    fn as_ref(&self) -> &[u8] {
        self.slice()
    }
}

impl PartialEq for StringOrTinyString<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.slice() == other.slice()
    }
}

impl Eq for StringOrTinyString<'_> {}

/// Prints the bytes as a byte-string literal would spell them.
impl fmt::Debug for StringOrTinyString<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\"", self.slice().escape_ascii())
    }
}
