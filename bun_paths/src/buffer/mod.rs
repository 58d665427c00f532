//! `PathBuffer`: room for one path, not initialised until it is written.
//!
//! ```text
//!   units   │ written │ not initialised                                   │
//!           0        init                                            capacity
//!           ╰ Deref ──╯
//!           ╰──────────────── DerefMut, after zeroing what is right of init ╯
//! ```
//!
//! | the code… | pays |
//! |---|---|
//! | passes the buffer to a function of this workspace | nothing: it takes a [`PathWriter`] |
//! | passes it on as `&mut [u8]` | one `memset` of the units not written so far |
//! | fills it by a system call | nothing: [`as_uninit_mut`](UnitBuffer::as_uninit_mut) |
#![expect(unsafe_code, reason = "forwards a precondition")]

mod storage;
mod writer;

use core::fmt;
use core::mem::MaybeUninit;
use core::ops::{Deref, DerefMut};

use crate::PathChar;

pub use storage::UnitStorage;
pub use writer::PathWriter;

/// The longest path the target takes, terminator included.
///
/// Zig: `bun.MAX_PATH_BYTES`, `std.fs.max_path_bytes`.
pub const MAX_PATH_BYTES: usize = if cfg!(windows) {
    // Every UTF-16 unit may become three bytes, and there is a terminator.
    PATH_MAX_WIDE * 3 + 1
} else if cfg!(target_os = "linux") {
    4096
} else {
    1024
};

/// The longest wide path of Windows, in units.
///
/// Zig: `std.os.windows.PATH_MAX_WIDE`.
pub const PATH_MAX_WIDE: usize = 32767;

/// Another name of [`PATH_MAX_WIDE`].
pub const MAX_WPATH: usize = PATH_MAX_WIDE;

/// Room for one path of bytes.
///
/// Zig: `bun.PathBuffer`.
pub type PathBuffer = UnitBuffer<u8, MAX_PATH_BYTES>;

/// Room for one wide path of Windows.
///
/// Zig: `bun.WPathBuffer`.
pub type WPathBuffer = UnitBuffer<u16, PATH_MAX_WIDE>;

/// The unit that the target's system calls take.
///
/// Zig: `bun.OSPathChar`.
#[cfg(windows)]
pub type OSPathChar = u16;

/// The unit that the target's system calls take.
///
/// Zig: `bun.OSPathChar`.
#[cfg(not(windows))]
pub type OSPathChar = u8;

/// A path as the target's system calls take it, without its terminator.
///
/// Zig: `bun.OSPathSlice`.
pub type OSPathSlice = [OSPathChar];

/// A path as the target's system calls take it.
///
/// Zig: `bun.OSPathSliceZ`.
#[cfg(windows)]
pub type OSPathSliceZ = bun_str::WStr;

/// A path as the target's system calls take it.
///
/// Zig: `bun.OSPathSliceZ`.
#[cfg(not(windows))]
pub type OSPathSliceZ = bun_str::ZStr;

/// Room for one path as the target's system calls take it.
///
/// Zig: `bun.OSPathBuffer`.
#[cfg(windows)]
pub type OSPathBuffer = WPathBuffer;

/// Room for one path as the target's system calls take it.
///
/// Zig: `bun.OSPathBuffer`.
#[cfg(not(windows))]
pub type OSPathBuffer = PathBuffer;

/// Room for `N` units, of which those written can be read; [`PathBuffer`] and [`WPathBuffer`] are
/// the two in use.
///
/// Reading before writing finds nothing, not garbage:
///
/// ```
/// use bun_paths::PathBuffer;
///
/// let mut buf = PathBuffer::uninit();
/// assert_eq!(buf.len(), 0);
/// buf[..4].copy_from_slice(b"/tmp");
/// assert_eq!(&buf[..5], b"/tmp\0");
/// assert_eq!(PathBuffer::ZEROED.len(), bun_paths::MAX_PATH_BYTES);
/// ```
///
/// The rest of the storage is private:
///
/// ```compile_fail,E0616
/// let buf = bun_paths::PathBuffer::uninit();
/// let first = buf.0.units[0];
/// ```
pub struct UnitBuffer<U: PathChar, const N: usize>(
    /// The storage; derefs to the same units.
    pub UnitStorage<U, N>,
);

impl<U: PathChar, const N: usize> UnitBuffer<U, N> {
    /// A buffer of zeros, all of which can be read.
    ///
    /// For code that indexes the buffer without writing it first; otherwise
    /// [`uninit`](Self::uninit) is cheaper.
    pub const ZEROED: Self = Self(UnitStorage::ZEROED);

    /// A buffer of which nothing can be read yet. Costs nothing.
    ///
    /// Zig: `var buf: bun.PathBuffer = undefined;`.
    #[must_use]
    #[inline]
    pub const fn uninit() -> Self {
        Self(UnitStorage::uninit())
    }

    /// How many units fit.
    #[must_use]
    #[inline]
    pub const fn capacity(&self) -> usize {
        N
    }

    /// What was written.
    #[must_use]
    #[inline]
    pub const fn as_slice(&self) -> &[U] {
        self.0.as_slice()
    }

    /// The whole buffer; what was not written becomes zeros first.
    ///
    /// Clears the units not written so far, which is once per buffer.
    #[must_use]
    #[inline]
    pub fn as_mut_slice(&mut self) -> &mut [U] {
        self.0.as_mut_slice()
    }

    /// The whole buffer for writing only, as system calls take it.
    ///
    /// Nothing can be read from the buffer afterwards until [`assume_init`](Self::assume_init),
    /// because the caller may make any unit uninitialised.
    #[must_use]
    #[inline]
    pub const fn as_uninit_mut(&mut self) -> &mut [MaybeUninit<U>] {
        self.0.as_uninit_mut()
    }

    /// Declares the first `len` units written, and returns them.
    ///
    /// # Safety
    ///
    /// 1. `len <= self.capacity()`.
    /// 2. The first `len` units are initialised.
    #[inline]
    pub const unsafe fn assume_init(&mut self, len: usize) -> &mut [U] {
        // SAFETY: preconditions 1 and 2.
        unsafe { self.0.assume_init(len) }
    }

    /// Makes what was written unreadable.
    #[inline]
    pub const fn clear(&mut self) {
        self.0.clear();
    }

    /// Starts writing a path at the beginning of the buffer.
    #[must_use]
    #[inline]
    pub const fn writer(&mut self) -> PathWriter<'_, U> {
        self.0.writer()
    }

    /// Continues writing behind the first `len` units, or behind what was written when that is
    /// less.
    #[must_use]
    #[inline]
    pub fn writer_at(&mut self, len: usize) -> PathWriter<'_, U> {
        self.0.writer_at(len)
    }
}

impl<U: PathChar, const N: usize> Default for UnitBuffer<U, N> {
    fn default() -> Self {
        Self::uninit()
    }
}

/// What was written, as [`UnitBuffer::as_slice`].
impl<U: PathChar, const N: usize> Deref for UnitBuffer<U, N> {
    type Target = [U];

    #[inline]
    fn deref(&self) -> &[U] {
        self.as_slice()
    }
}

/// The whole buffer, as [`UnitBuffer::as_mut_slice`].
impl<U: PathChar, const N: usize> DerefMut for UnitBuffer<U, N> {
    #[inline]
    fn deref_mut(&mut self) -> &mut [U] {
        self.as_mut_slice()
    }
}

impl<U: PathChar, const N: usize> fmt::Debug for UnitBuffer<U, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests;
