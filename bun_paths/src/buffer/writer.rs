//! `PathWriter`: appends to a buffer of any origin, initialised or not.
#![expect(unsafe_code, reason = "reads back the units written, and borrows initialised slices")]

use core::mem::MaybeUninit;
use core::{ptr, slice};

use bun_str::ZStr;

use super::{UnitBuffer, UnitStorage};
use crate::{NameTooLong, PathChar};

/// A cursor that appends to a borrowed buffer and never overruns it.
///
/// Functions that produce a path take `impl Into<PathWriter>`, so the caller may hand over a
/// [`PathBuffer`](crate::PathBuffer), a guard of the pool, `&mut [u8]`, an array, or uninitialised
/// memory; none of them is zeroed for it.
///
/// # Examples
///
/// ```
/// use bun_paths::PathWriter;
///
/// let mut array = [0; 9];
/// let mut path = PathWriter::from(&mut array);
/// path.push_slice(b"/tmp")?;
/// path.push(b'/')?;
/// assert_eq!(path.written(), b"/tmp/");
/// assert_eq!(path.push_slice(b"toolong").unwrap_err().needed, 13);
/// assert_eq!(path.finish_z()?.as_bytes(), b"/tmp/");
/// # Ok::<(), bun_paths::NameTooLong>(())
/// ```
#[derive(Debug)]
pub struct PathWriter<'a, U: PathChar = u8> {
    /// Invariant: only initialised units are ever written, because the memory may be a borrowed
    /// `&mut [U]` that is read as such afterwards.
    units: &'a mut [MaybeUninit<U>],
    /// Invariant: at most `units.len()`, and the units below it are initialised.
    len: usize,
    /// How much of the buffer behind `units` is initialised, where there is one that keeps count.
    /// Invariant: never set beyond what is initialised.
    init: Option<&'a mut usize>,
}

impl<'a, U: PathChar> PathWriter<'a, U> {
    /// Continues behind `len` units, which are initialised: `len` is at most `init`.
    #[inline]
    pub(super) const fn over_buffer(
        units: &'a mut [MaybeUninit<U>],
        init: &'a mut usize,
        len: usize,
    ) -> Self {
        assert!(len <= *init && *init <= units.len());
        Self { units, len, init: Some(init) }
    }

    /// How many units fit in all.
    #[must_use]
    #[inline]
    pub const fn capacity(&self) -> usize {
        self.units.len()
    }

    /// How many units were written.
    #[must_use]
    #[inline]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether nothing was written.
    #[must_use]
    #[inline]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// What was written.
    #[must_use]
    #[inline]
    pub const fn written(&self) -> &[U] {
        // SAFETY: the first `len` units are inside the slice and initialised (invariant), and
        // `MaybeUninit<U>` has the layout of `U`.
        unsafe { slice::from_raw_parts(self.units.as_ptr().cast(), self.len) }
    }

    /// What was written, for changing it in place.
    #[must_use]
    #[inline]
    pub const fn written_mut(&mut self) -> &mut [U] {
        // SAFETY: the first `len` units are inside the slice and initialised (invariant), and
        // `MaybeUninit<U>` has the layout of `U`.
        unsafe { slice::from_raw_parts_mut(self.units.as_mut_ptr().cast(), self.len) }
    }

    /// Removes the unit at `index` and closes the gap; does nothing behind the end.
    pub fn remove(&mut self, index: usize) {
        if index < self.len {
            self.units.copy_within(index + 1..self.len, index);
            self.len -= 1;
        }
    }

    /// Appends `unit`.
    ///
    /// # Errors
    ///
    /// [`NameTooLong`] when the buffer is full; nothing is written then.
    #[inline]
    pub const fn push(&mut self, unit: U) -> Result<(), NameTooLong> {
        if self.len == self.units.len() {
            return Err(self.too_long(1));
        }
        self.units[self.len] = MaybeUninit::new(unit);
        self.len += 1;
        Ok(())
    }

    /// Appends all of `source`.
    ///
    /// # Errors
    ///
    /// [`NameTooLong`] when the rest of the buffer is shorter than `source`; nothing is written
    /// then.
    #[inline]
    pub fn push_slice(&mut self, source: &[U]) -> Result<(), NameTooLong> {
        let spare = &mut self.units[self.len..];
        let Some(target) = spare.get_mut(..source.len()) else {
            return Err(self.too_long(source.len()));
        };
        copy(target, source);
        self.len += source.len();
        Ok(())
    }

    /// Forgets all but the first `len` units; does nothing when there are fewer.
    #[inline]
    pub const fn truncate(&mut self, len: usize) {
        if len < self.len {
            self.len = len;
        }
    }

    /// Ends the path and returns it for as long as the buffer is borrowed.
    #[must_use]
    #[inline]
    pub fn finish(mut self) -> &'a mut [U] {
        self.publish();
        let start: *mut U = self.units.as_mut_ptr().cast();
        // SAFETY: the first `len` units are inside the slice and initialised (invariant);
        // `MaybeUninit<U>` has the layout of `U`; the borrow for `'a` moves out of `self`.
        unsafe { slice::from_raw_parts_mut(start, self.len) }
    }

    /// Lets the buffer know what was written to it.
    #[inline]
    fn publish(&mut self) {
        if let Some(init) = &mut self.init {
            **init = (**init).max(self.len);
        }
    }

    #[cold]
    const fn too_long(&self, extra: usize) -> NameTooLong {
        NameTooLong { needed: self.len.saturating_add(extra).saturating_add(1) }
    }
}

/// Copies all of `source` to `target`, which is as long: without a call if there are few units, as
/// in a name. Two copies of half the units or more reach both ends.
#[inline]
fn copy<U: PathChar>(target: &mut [MaybeUninit<U>], source: &[U]) {
    let len = source.len();
    if len > 32 {
        target.write_copy_of_slice(source);
    } else if len >= 16 {
        copy_ends::<U, 16>(target, source);
    } else if len >= 8 {
        copy_ends::<U, 8>(target, source);
    } else if len >= 4 {
        copy_ends::<U, 4>(target, source);
    } else if len >= 2 {
        copy_ends::<U, 2>(target, source);
    } else {
        copy_ends::<U, 1>(target, source);
    }
}

/// Copies the first and the last `N` units, which may be partly the same.
#[inline(always)]
fn copy_ends<U: PathChar, const N: usize>(target: &mut [MaybeUninit<U>], source: &[U]) {
    if let (Some(first), Some(last)) = (source.first_chunk::<N>(), source.last_chunk::<N>()) {
        if let Some(target) = target.first_chunk_mut::<N>() {
            target.write_copy_of_slice(first);
        }
        if let Some(target) = target.last_chunk_mut::<N>() {
            target.write_copy_of_slice(last);
        }
    }
}

impl<'a> PathWriter<'a> {
    /// Ends the path with a NUL and returns it for as long as the buffer is borrowed.
    ///
    /// # Errors
    ///
    /// [`NameTooLong`] when there is no room for the NUL.
    #[inline]
    pub fn finish_z(mut self) -> Result<&'a mut ZStr, NameTooLong> {
        let len = self.len;
        self.push(0)?;
        Ok(ZStr::from_buf_mut(self.finish(), len))
    }
}

impl<'a, U: PathChar> From<&'a mut [MaybeUninit<U>]> for PathWriter<'a, U> {
    #[inline]
    fn from(units: &'a mut [MaybeUninit<U>]) -> Self {
        Self { units, len: 0, init: None }
    }
}

impl<'a, U: PathChar> From<&'a mut [U]> for PathWriter<'a, U> {
    #[inline]
    fn from(units: &'a mut [U]) -> Self {
        let units = ptr::from_mut(units) as *mut [MaybeUninit<U>];
        // SAFETY: `MaybeUninit<U>` has the layout of `U`, and `PathWriter` writes only
        // initialised units (invariant of `units`), so the slice stays a valid `[U]`.
        Self { units: unsafe { &mut *units }, len: 0, init: None }
    }
}

impl<'a, U: PathChar, const N: usize> From<&'a mut [U; N]> for PathWriter<'a, U> {
    #[inline]
    fn from(units: &'a mut [U; N]) -> Self {
        Self::from(units.as_mut_slice())
    }
}

impl<'a, U: PathChar, const N: usize> From<&'a mut UnitBuffer<U, N>> for PathWriter<'a, U> {
    #[inline]
    fn from(buffer: &'a mut UnitBuffer<U, N>) -> Self {
        buffer.writer()
    }
}

impl<'a, U: PathChar, const N: usize> From<&'a mut UnitStorage<U, N>> for PathWriter<'a, U> {
    #[inline]
    fn from(storage: &'a mut UnitStorage<U, N>) -> Self {
        storage.writer()
    }
}
