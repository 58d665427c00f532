//! `UnitStorage`: units of which the first ones are initialised.
#![expect(unsafe_code, reason = "reads the units below `init`, which are initialised")]

use core::fmt;
use core::mem::MaybeUninit;
use core::ops::{Deref, DerefMut};
use core::slice;

use super::PathWriter;
use crate::PathChar;

/// The storage of a [`UnitBuffer`](crate::UnitBuffer), and its field `0`.
///
/// What can be done with the buffer can be done with its storage.
///
/// # Examples
///
/// ```
/// let mut buf = bun_paths::PathBuffer::uninit();
/// buf.0[..4].copy_from_slice(b"/tmp");
/// assert_eq!(&buf[..4], b"/tmp");
/// ```
pub struct UnitStorage<U: PathChar, const N: usize> {
    units: [MaybeUninit<U>; N],
    /// Invariant: at most `N`, and the units below it are initialised.
    init: usize,
}

impl<U: PathChar, const N: usize> UnitStorage<U, N> {
    /// A buffer of zeros, all of which can be read.
    ///
    /// For code that indexes the buffer without writing it first; otherwise
    /// [`uninit`](Self::uninit) is cheaper.
    pub const ZEROED: Self = Self { units: [MaybeUninit::new(U::NUL); N], init: N };

    /// A buffer of which nothing can be read yet. Costs nothing.
    ///
    /// Zig: `var buf: bun.PathBuffer = undefined;`.
    #[must_use]
    #[inline]
    pub const fn uninit() -> Self {
        Self { units: [const { MaybeUninit::uninit() }; N], init: 0 }
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
        // SAFETY: the first `init` units are inside the array and initialised (invariant), and
        // `MaybeUninit<U>` has the layout of `U`.
        unsafe { slice::from_raw_parts(self.units.as_ptr().cast(), self.init) }
    }

    /// The whole buffer; what was not written becomes zeros first.
    ///
    /// Clears the units not written so far, which is once per buffer.
    #[must_use]
    #[inline]
    pub fn as_mut_slice(&mut self) -> &mut [U] {
        if self.init < N {
            self.units[self.init..].fill(MaybeUninit::new(U::NUL));
            self.init = N;
        }
        // SAFETY: all `N` units are initialised, and `MaybeUninit<U>` has the layout of `U`.
        unsafe { slice::from_raw_parts_mut(self.units.as_mut_ptr().cast(), N) }
    }

    /// The whole buffer for writing only, as system calls take it.
    ///
    /// Nothing can be read from the buffer afterwards until [`assume_init`](Self::assume_init),
    /// because the caller may make any unit uninitialised.
    #[must_use]
    #[inline]
    pub const fn as_uninit_mut(&mut self) -> &mut [MaybeUninit<U>] {
        self.init = 0;
        &mut self.units
    }

    /// Declares the first `len` units written, and returns them.
    ///
    /// # Safety
    ///
    /// 1. `len <= self.capacity()`.
    /// 2. The first `len` units are initialised.
    #[inline]
    pub const unsafe fn assume_init(&mut self, len: usize) -> &mut [U] {
        self.init = len;
        // SAFETY: preconditions 1 and 2; `MaybeUninit<U>` has the layout of `U`.
        unsafe { slice::from_raw_parts_mut(self.units.as_mut_ptr().cast(), len) }
    }

    /// Makes what was written unreadable.
    #[inline]
    pub const fn clear(&mut self) {
        self.init = 0;
    }

    /// Starts writing a path at the beginning of the buffer.
    #[must_use]
    #[inline]
    pub const fn writer(&mut self) -> PathWriter<'_, U> {
        PathWriter::over_buffer(&mut self.units, &mut self.init, 0)
    }

    /// Continues writing behind the first `len` units, or behind what was written when that is
    /// less.
    #[must_use]
    #[inline]
    pub fn writer_at(&mut self, len: usize) -> PathWriter<'_, U> {
        let len = len.min(self.init);
        PathWriter::over_buffer(&mut self.units, &mut self.init, len)
    }
}

impl<U: PathChar, const N: usize> Default for UnitStorage<U, N> {
    fn default() -> Self {
        Self::uninit()
    }
}

/// What was written.
impl<U: PathChar, const N: usize> Deref for UnitStorage<U, N> {
    type Target = [U];

    #[inline]
    fn deref(&self) -> &[U] {
        self.as_slice()
    }
}

/// The whole buffer.
impl<U: PathChar, const N: usize> DerefMut for UnitStorage<U, N> {
    #[inline]
    fn deref_mut(&mut self) -> &mut [U] {
        self.as_mut_slice()
    }
}

impl<U: PathChar, const N: usize> fmt::Debug for UnitStorage<U, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnitStorage").field("capacity", &N).field("init", &self.init).finish()
    }
}
