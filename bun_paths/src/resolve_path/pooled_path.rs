//! `PooledPath`: the result of a function that takes no buffer.
//!
//! The originals return a thread-local buffer that their next call overwrites. Here the result
//! owns a buffer of the thread's pool, which is as cheap and stays what it is.

use alloc::vec::Vec;
use core::fmt;
use core::ops::Deref;

use bun_str::ZStr;

use super::fit::{Write, to_vec};
use crate::{PathBuffer, PoolGuard, path_buffer_pool};

/// A path in a buffer of this thread's pool, or on the heap when it is longer than that.
///
/// Derefs to the bytes, behind which is a NUL.
///
/// # Examples
///
/// Two results live side by side:
///
/// ```
/// use bun_paths::platform::Posix;
/// use bun_paths::resolve_path::join;
///
/// let (first, second) = (join::<Posix>(&[b"a", b"b"]), join::<Posix>(&[b"c"]));
/// assert_eq!((&*first, &*second), (&b"a/b"[..], &b"c"[..]));
/// ```
///
/// A view of the result does not outlive it:
///
/// ```compile_fail,E0716
/// use bun_paths::platform::Posix;
/// use bun_paths::resolve_path::join;
///
/// let path: &[u8] = &join::<Posix>(&[b"a"])[..];
/// assert_eq!(path, b"a");
/// let path: &'static [u8] = &join::<Posix>(&[b"a"])[..];
/// ```
pub struct PooledPath {
    storage: Storage,
    len: usize,
}

/// The path and a NUL.
enum Storage {
    Pooled(PoolGuard<PathBuffer>),
    Heap(Vec<u8>),
}

impl PooledPath {
    /// Takes a buffer and writes to it; `bound` units suffice on the way to the result.
    #[inline]
    pub(crate) fn write(bound: usize, write: impl Write<u8>) -> Self {
        let mut guard = path_buffer_pool::get();
        let mut out = guard.writer();
        if write(&mut out).is_ok()
            && let Ok(path) = out.finish_z()
        {
            let len = path.len();
            return Self { storage: Storage::Pooled(guard), len };
        }
        Self::on_heap(to_vec(bound, write))
    }

    #[cold]
    fn on_heap(mut bytes: Vec<u8>) -> Self {
        let len = bytes.len();
        bytes.push(0);
        Self { storage: Storage::Heap(bytes), len }
    }

    /// The bytes and a NUL.
    fn with_nul(&self) -> &[u8] {
        match &self.storage {
            Storage::Pooled(guard) => &guard[..=self.len],
            Storage::Heap(bytes) => &bytes[..=self.len],
        }
    }

    /// The path with its terminator.
    #[must_use]
    pub fn as_zstr(&self) -> &ZStr {
        ZStr::from_buf(self.with_nul(), self.len)
    }

    /// The same path, as what derefs to [`ZStr`].
    #[must_use]
    pub const fn into_z(self) -> PooledPathZ {
        PooledPathZ(self)
    }
}

impl Deref for PooledPath {
    type Target = [u8];

    #[inline]
    fn deref(&self) -> &[u8] {
        &self.with_nul()[..self.len]
    }
}

impl AsRef<[u8]> for PooledPath {
    fn as_ref(&self) -> &[u8] {
        self
    }
}

impl fmt::Debug for PooledPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PooledPath({:?})", self.as_zstr())
    }
}

/// A [`PooledPath`] that derefs to [`ZStr`].
///
/// # Examples
///
/// ```
/// use bun_paths::platform::Posix;
///
/// let path = bun_paths::resolve_path::join_z::<Posix>(&[b"a", b"b"]);
/// assert_eq!(path.as_cstr(), Some(c"a/b"));
/// ```
#[derive(Debug)]
pub struct PooledPathZ(PooledPath);

impl Deref for PooledPathZ {
    type Target = ZStr;

    #[inline]
    fn deref(&self) -> &ZStr {
        self.0.as_zstr()
    }
}

impl AsRef<ZStr> for PooledPathZ {
    fn as_ref(&self) -> &ZStr {
        self
    }
}
