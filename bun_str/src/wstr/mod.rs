//! `WStr`: borrowed UTF-16 units with a NUL behind them, the sibling of `ZStr`.
//!
//! ```text
//!   &WStr  = pointer ──► C : \ 0        (u16 each)
//!                        ╰len╯
//!            metadata  = len + 1        (the view includes the terminator)
//! ```
//!
//! The units are what Windows calls take: UTF-16 that may hold lone surrogates. Keeping the
//! terminator inside the view gives a pointer taken from it the right to read the terminator.
#![expect(unsafe_code, reason = "casts between [u16] and its transparent wrapper WStr")]

mod traits;

use core::{ptr, slice};

use alloc::boxed::Box;
use alloc::vec::Vec;

/// UTF-16 units followed by a NUL, with a known length.
///
/// Comparison, ordering and hashing look at the units without the terminator.
///
/// Zig: `[:0]const u16`.
///
/// # Examples
///
/// ```
/// use bun_str::{WStr, wstr};
///
/// let buffer = [0x43, 0x3a, 0, 7, 7];
/// let path = WStr::from_buf(&buffer, 2);
/// assert_eq!(path, wstr!("C:"));
/// assert_eq!(path.as_slice_with_nul(), &[0x43, 0x3a, 0]);
/// ```
///
/// The terminator cannot be reached for writing:
///
/// ```compile_fail,E0616
/// let mut owned = bun_str::WStr::boxed(&[1]);
/// owned.0[1] = 2;
/// ```
#[repr(transparent)]
pub struct WStr(
    /// Invariant: not empty, and the last unit is NUL.
    [u16],
);

impl WStr {
    /// The empty string.
    ///
    /// Zig: `L("")`.
    pub const EMPTY: &'static Self = Self::from_slice_with_nul(&[0]);

    /// Views `units`, whose last unit is the terminator.
    ///
    /// # Panics
    ///
    /// When `units` does not end with NUL; in a constant, that is a compile error.
    ///
    /// ```compile_fail,E0080
    /// const BAD: &bun_str::WStr = bun_str::WStr::from_slice_with_nul(&[1, 2]);
    /// assert!(BAD.is_empty());
    /// ```
    #[must_use]
    pub const fn from_slice_with_nul(units: &[u16]) -> &Self {
        match Self::try_from_slice_with_nul(units) {
            Some(view) => view,
            None => panic!("the slice does not end with NUL"),
        }
    }

    /// Views `units`, or returns `None` when their last unit is not NUL.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{WStr, wstr};
    ///
    /// assert_eq!(WStr::try_from_slice_with_nul(&[0x61, 0]), Some(wstr!("a")));
    /// assert_eq!(WStr::try_from_slice_with_nul(&[0x61]), None);
    /// ```
    #[must_use]
    pub const fn try_from_slice_with_nul(units: &[u16]) -> Option<&Self> {
        match units {
            [.., 0] => {
                let view = wrap(ptr::from_ref(units).cast_mut());
                // SAFETY: `view` is `units` under a transparent wrapper, so it is valid for as
                // long, and the pattern above proved the type's invariant.
                Some(unsafe { &*view })
            }
            _ => None,
        }
    }

    /// Views the first `len` units of `buf`; `buf[len]` must be the terminator.
    ///
    /// Looks at nothing outside `buf`.
    ///
    /// Zig: `buf[0..len :0]`.
    ///
    /// # Panics
    ///
    /// When `buf` has no unit at `len`, or that unit is not NUL.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{WStr, wstr};
    ///
    /// let buf = [0x61, 0x62, 0, 0];
    /// assert_eq!(WStr::from_buf(&buf, 2), wstr!("ab"));
    /// ```
    #[must_use]
    pub fn from_buf(buf: &[u16], len: usize) -> &Self {
        match Self::try_from_buf(buf, len) {
            Some(view) => view,
            None => no_terminator(buf.len(), len),
        }
    }

    /// Like [`from_buf`](Self::from_buf), but returns `None` where that panics.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::WStr;
    ///
    /// assert!(WStr::try_from_buf(&[0x61, 0], 1).is_some());
    /// assert!(WStr::try_from_buf(&[0x61, 0], 0).is_none());
    /// ```
    #[must_use]
    pub fn try_from_buf(buf: &[u16], len: usize) -> Option<&Self> {
        Self::try_from_slice_with_nul(buf.get(..len.checked_add(1)?)?)
    }

    /// Like [`from_buf`](Self::from_buf), with write access to the units.
    ///
    /// # Panics
    ///
    /// When `buf` has no unit at `len`, or that unit is not NUL.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{WStr, wstr};
    ///
    /// let mut buf = [0x61, 0x62, 0];
    /// let text = WStr::from_buf_mut(&mut buf, 2);
    /// text.as_mut_slice()[0] = u16::from(b'A');
    /// assert_eq!(text, wstr!("Ab"));
    /// ```
    #[must_use]
    pub fn from_buf_mut(buf: &mut [u16], len: usize) -> &mut Self {
        let available = buf.len();
        match len.checked_add(1).and_then(|end| buf.get_mut(..end)) {
            Some(units @ [.., 0]) => {
                let view = wrap(ptr::from_mut(units));
                // SAFETY: `view` is `units` under a transparent wrapper; the exclusive borrow of
                // `units` moves into it, and the pattern above proved the type's invariant.
                unsafe { &mut *view }
            }
            _ => no_terminator(available, len),
        }
    }

    /// Views `len` units at `ptr`, with the terminator behind them.
    ///
    /// # Safety
    ///
    /// 1. `ptr` is aligned and valid for reading `len + 1` units for all of `'a`, and nothing
    ///    writes to them meanwhile.
    /// 2. The unit at `ptr + len` is NUL.
    /// 3. `len < isize::MAX / 2`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{WStr, wstr};
    ///
    /// let units = [0x61, 0x62, 0];
    /// // SAFETY: the units outlive the view, and end with the terminator.
    /// let text = unsafe { WStr::from_raw(units.as_ptr(), 2) };
    /// assert_eq!(text, wstr!("ab"));
    /// ```
    #[must_use]
    pub const unsafe fn from_raw<'a>(ptr: *const u16, len: usize) -> &'a Self {
        // SAFETY: precondition 1, and 3 for the size.
        let units = unsafe { slice::from_raw_parts(ptr, len + 1) };
        let view = wrap(ptr::from_ref(units).cast_mut());
        // SAFETY: `view` is `units` under a transparent wrapper; precondition 2 is the type's
        // invariant.
        unsafe { &*view }
    }

    /// Views the wide C string at `ptr`, whose length is measured: O(length).
    ///
    /// Zig: `std.mem.span`, `std.mem.sliceTo`.
    ///
    /// # Safety
    ///
    /// `ptr` is aligned and points to units that end with a NUL, are readable up to and including
    /// it for all of `'a`, and are not written to meanwhile.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{WStr, wstr};
    ///
    /// let units = [0x61, 0x62, 0];
    /// // SAFETY: the units outlive the view, and end with the terminator.
    /// let text = unsafe { WStr::from_ptr(units.as_ptr()) };
    /// assert_eq!(text, wstr!("ab"));
    /// ```
    #[doc(alias = "span")]
    #[must_use]
    pub unsafe fn from_ptr<'a>(ptr: *const u16) -> &'a Self {
        let mut len = 0;
        let mut unit = ptr;
        // SAFETY: `unit` is at or before the terminator, up to which the precondition lets us
        // read.
        while unsafe { unit.read() } != 0 {
            len += 1;
            // SAFETY: the unit just read was not the terminator, so the next one is readable too.
            unit = unsafe { unit.add(1) };
        }
        // SAFETY:
        // 1. The precondition, for the units just read.
        // 2. The loop ended at a NUL.
        // 3. The units are one object, which no larger than `isize::MAX` bytes.
        unsafe { Self::from_raw(ptr, len) }
    }

    /// Copies `units` and adds the terminator: one allocation of exactly `units.len() + 1`.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(bun_str::WStr::boxed(&[0x61]).as_slice_with_nul(), &[0x61, 0]);
    /// ```
    #[must_use]
    pub fn boxed(units: &[u16]) -> Box<Self> {
        let mut with_nul = Vec::with_capacity(units.len() + 1);
        with_nul.extend_from_slice(units);
        with_nul.push(0);
        let view = wrap(Box::into_raw(with_nul.into_boxed_slice()));
        // SAFETY: `view` comes from `Box::into_raw`, and the transparent wrapper has the layout
        // of what was allocated; the last unit is the NUL just pushed.
        unsafe { Box::from_raw(view) }
    }

    /// The units, without the terminator.
    #[must_use]
    pub const fn as_slice(&self) -> &[u16] {
        match &self.0 {
            [units @ .., _] => units,
            [] => &[],
        }
    }

    /// The units, without the terminator, for writing.
    #[must_use]
    pub const fn as_mut_slice(&mut self) -> &mut [u16] {
        match &mut self.0 {
            [units @ .., _] => units,
            [] => &mut [],
        }
    }

    /// The units and their terminator.
    #[must_use]
    pub const fn as_slice_with_nul(&self) -> &[u16] {
        &self.0
    }

    /// The number of units before the terminator.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len() - 1
    }

    /// Whether there is no unit before the terminator.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The address of the first unit, valid for reading up to and including the terminator.
    #[must_use]
    pub const fn as_ptr(&self) -> *const u16 {
        self.0.as_ptr()
    }
}

/// Puts the wrapper around `units`: same address, same length, same provenance.
const fn wrap(units: *mut [u16]) -> *mut WStr {
    units as *mut WStr
}

#[cold]
#[inline(never)]
#[track_caller]
fn no_terminator(available: usize, len: usize) -> ! {
    panic!("no NUL at index {len} of a buffer of {available} units")
}

/// The number of UTF-16 units that `text` takes: what `w!` makes its array as long as.
#[doc(hidden)]
#[must_use]
pub const fn units_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut len = 0;
    let mut at = 0;
    while at < bytes.len() {
        let (_, width) = scalar_at(bytes, at);
        len += if width == 4 { 2 } else { 1 };
        at += width;
    }
    len
}

/// `text` as UTF-16 with a NUL behind it; `N` is one more than [`units_len`].
#[doc(hidden)]
#[must_use]
pub const fn units_with_nul<const N: usize>(text: &str) -> [u16; N] {
    let bytes = text.as_bytes();
    let mut units = [0; N];
    let mut at = 0;
    let mut end = 0;
    while at < bytes.len() {
        let (scalar, width) = scalar_at(bytes, at);
        if width == 4 {
            let offset = scalar - 0x1_0000;
            units[end] = 0xd800 + (offset >> 10) as u16;
            units[end + 1] = 0xdc00 + (offset & 0x3ff) as u16;
            end += 2;
        } else {
            units[end] = scalar as u16;
            end += 1;
        }
        at += width;
    }
    units
}

/// The scalar value that starts at `at`, and its width; `bytes` are those of a `str`.
const fn scalar_at(bytes: &[u8], at: usize) -> (u32, usize) {
    let lead = bytes[at] as u32;
    let (mut scalar, width) = match lead {
        0..0x80 => (lead, 1),
        0x80..0xe0 => (lead & 0x1f, 2),
        0xe0..0xf0 => (lead & 0x0f, 3),
        _ => (lead & 0x07, 4),
    };
    let mut offset = 1;
    while offset < width {
        scalar = scalar << 6 | (bytes[at + offset] & 0x3f) as u32;
        offset += 1;
    }
    (scalar, width)
}

#[cfg(test)]
mod tests;
