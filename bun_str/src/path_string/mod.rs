//! `PathString`: a borrowed path that knows whether a NUL stands behind it.
//!
//! The original packs pointer and length and forgets where they came from, so that a value can be
//! read after its path is gone, and `sliceAssumeZ` can read a byte that nobody promised. Here a
//! lifetime answers the first, and a bit of the length the second.
#![expect(unsafe_code, reason = "keeps the terminator's provenance beside the length")]

use core::fmt;
use core::marker::PhantomData;
use core::ptr::NonNull;
use core::slice;

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::{ZBox, ZStr};

/// A borrowed path of two words.
///
/// Zig: `bun.PathString`, which is packed into one word on macOS.
///
/// # Examples
///
/// ```
/// use bun_str::{PathString, zstr};
///
/// let path = PathString::init_z(zstr!("/etc/hosts"));
/// assert_eq!(path.slice(), b"/etc/hosts");
/// assert_eq!(path.slice_assume_z(), zstr!("/etc/hosts"));
/// ```
///
/// It cannot outlive its path:
///
/// ```compile_fail,E0597
/// let path = {
///     let bytes = b"/tmp".to_vec();
///     bun_str::PathString::init(&bytes)
/// };
/// assert_eq!(path.slice(), b"/tmp");
/// ```
#[derive(Clone, Copy)]
pub struct PathString<'a> {
    /// Invariant: valid for reading the length in bytes, and one more if `HAS_NUL` is set, which
    /// then is NUL, for all of `'a`, while nobody writes to them.
    start: NonNull<u8>,
    len_and_flag: usize,
    path: PhantomData<&'a [u8]>,
}

/// Set in the length when a NUL stands behind the path. No object is so long.
const HAS_NUL: usize = 1 << (usize::BITS - 1);

const _: () = assert!(size_of::<PathString<'_>>() == 2 * size_of::<usize>());

// SAFETY: stands for a `&[u8]`, which crosses threads.
unsafe impl Send for PathString<'_> {}
// SAFETY: as above.
unsafe impl Sync for PathString<'_> {}

impl<'a> PathString<'a> {
    /// No path.
    pub const EMPTY: Self = Self::init_z(ZStr::EMPTY);

    /// Borrows `path`.
    #[must_use]
    pub const fn init(path: &'a [u8]) -> Self {
        Self::new(path, path.len())
    }

    /// Borrows `path` together with its terminator.
    #[must_use]
    pub const fn init_z(path: &'a ZStr) -> Self {
        Self::new(path.as_bytes_with_nul(), path.len() | HAS_NUL)
    }

    /// Takes `path`, adds a NUL, and never frees it: for paths that live as long as the process.
    ///
    /// # Examples
    ///
    /// ```
    /// let path = bun_str::PathString::init_owned(b"/tmp".to_vec());
    /// assert_eq!(path.slice_assume_z().as_bytes(), b"/tmp");
    /// ```
    #[must_use]
    pub fn init_owned(path: Vec<u8>) -> PathString<'static> {
        PathString::init_z(Box::leak(ZBox::from_vec(path).into_boxed_zstr()))
    }

    const fn new(memory: &'a [u8], len_and_flag: usize) -> Self {
        let start = memory.as_ptr().cast_mut();
        // SAFETY: a slice's pointer is not null.
        let start = unsafe { NonNull::new_unchecked(start) };
        Self { start, len_and_flag, path: PhantomData }
    }

    /// The number of bytes.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len_and_flag & !HAS_NUL
    }

    /// Whether there are no bytes.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The path.
    #[must_use]
    pub const fn slice(&self) -> &'a [u8] {
        // SAFETY: the invariant of `start`.
        unsafe { slice::from_raw_parts(self.start.as_ptr(), self.len()) }
    }

    /// The path with its terminator, or `None` when it was not borrowed with one.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{PathString, zstr};
    ///
    /// assert_eq!(PathString::init_z(zstr!("/tmp")).slice_z(), Some(zstr!("/tmp")));
    /// assert_eq!(PathString::init(b"/tmp").slice_z(), None);
    /// ```
    #[must_use]
    pub const fn slice_z(&self) -> Option<&'a ZStr> {
        if self.len_and_flag & HAS_NUL == 0 {
            return None;
        }
        // SAFETY:
        // 1. and 2. are the invariant of `start` when the flag is set.
        // 3. The bytes are those of a `ZStr`.
        Some(unsafe { ZStr::from_raw(self.start.as_ptr(), self.len()) })
    }

    /// The path with its terminator.
    ///
    /// Zig: `sliceAssumeZ`, which asserts that the byte behind the path is NUL.
    ///
    /// # Panics
    ///
    /// When the path was not borrowed with a terminator, by [`init_z`](Self::init_z) or
    /// [`init_owned`](Self::init_owned).
    #[must_use]
    pub const fn slice_assume_z(&self) -> &'a ZStr {
        match self.slice_z() {
            Some(path) => path,
            None => panic!("the path was borrowed without a terminator"),
        }
    }

    /// The bytes that this keeps from being freed, for reporting.
    ///
    /// Zig: `estimatedSize`.
    #[must_use]
    pub const fn estimated_size(&self) -> usize {
        self.len()
    }
}

impl Default for PathString<'_> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<'a> From<&'a ZStr> for PathString<'a> {
    fn from(path: &'a ZStr) -> Self {
        Self::init_z(path)
    }
}

impl PartialEq for PathString<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.slice() == other.slice()
    }
}

impl Eq for PathString<'_> {}

/// Prints the bytes as a byte-string literal would spell them.
impl fmt::Debug for PathString<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\"", self.slice().escape_ascii())
    }
}

/// Prints the bytes as text; each maximal invalid piece becomes one U+FFFD.
impl fmt::Display for PathString<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        bun_core::fmt::lossy(self.slice()).fmt(f)
    }
}

#[cfg(test)]
mod tests;
