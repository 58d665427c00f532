//! `ZStr`: borrowed bytes with a NUL behind them.
//!
//! ```text
//!   &ZStr  = pointer ──► h o s t s \0
//!                        ╰── len ─╯
//!            metadata  =  len + 1        (the view includes the terminator)
//! ```
//!
//! Keeping the terminator inside the view gives a pointer taken from it the right to read the
//! terminator, which a view of the bytes alone would not have.
#![expect(unsafe_code, reason = "casts between [u8] and its transparent wrapper ZStr")]

mod traits;

use core::ffi::{CStr, c_char};
use core::{ptr, slice};

use alloc::boxed::Box;

/// Bytes followed by a NUL, with a known length.
///
/// The bytes may contain NULs themselves; [`as_cstr`](Self::as_cstr) is where those are refused.
/// Comparison, ordering and hashing look at the bytes without the terminator, so they agree with
/// the same operations on `[u8]`.
///
/// Zig: `[:0]const u8`.
///
/// # Examples
///
/// ```
/// use bun_str::ZStr;
///
/// let buffer = *b"/tmp\0?????";
/// let path = ZStr::from_buf(&buffer, 4);
/// assert_eq!(path.as_bytes(), b"/tmp");
/// assert_eq!(path.as_cstr(), Some(c"/tmp"));
/// ```
///
/// The terminator cannot be reached for writing:
///
/// ```compile_fail,E0616
/// let mut owned = bun_str::ZBox::from_bytes(b"x");
/// let view: &mut bun_str::ZStr = &mut owned;
/// view.0[1] = b'y';
/// ```
#[repr(transparent)]
pub struct ZStr(
    /// Invariant: not empty, and the last byte is NUL.
    [u8],
);

impl ZStr {
    /// The empty string.
    ///
    /// Zig: `ZStr.empty`, `""`.
    pub const EMPTY: &'static Self = Self::from_static(b"\0");

    /// Views `bytes`, whose last byte is the terminator.
    ///
    /// # Panics
    ///
    /// When `bytes` does not end with NUL.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(bun_str::ZStr::from_slice_with_nul(b"a\0").as_bytes(), b"a");
    /// ```
    #[doc(alias = "fromSliceWithNul")]
    #[must_use]
    pub const fn from_slice_with_nul(bytes: &[u8]) -> &Self {
        match Self::try_from_slice_with_nul(bytes) {
            Some(view) => view,
            None => panic!("the slice does not end with NUL"),
        }
    }

    /// Views `bytes`, or returns `None` when their last byte is not NUL.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{ZStr, zstr};
    ///
    /// assert_eq!(ZStr::try_from_slice_with_nul(b"abc\0"), Some(zstr!("abc")));
    /// assert_eq!(ZStr::try_from_slice_with_nul(b"abc"), None);
    /// ```
    #[must_use]
    pub const fn try_from_slice_with_nul(bytes: &[u8]) -> Option<&Self> {
        match bytes {
            [.., 0] => {
                let view = wrap(ptr::from_ref(bytes).cast_mut());
                // SAFETY: `view` is `bytes` under a transparent wrapper, so it is valid for as
                // long, and the pattern above proved the type's invariant.
                Some(unsafe { &*view })
            }
            _ => None,
        }
    }

    /// Views `bytes`, whose last byte is the terminator, as a constant expression.
    ///
    /// # Panics
    ///
    /// When `bytes` does not end with NUL; in a constant, that is a compile error.
    ///
    /// ```compile_fail,E0080
    /// const BAD: &bun_str::ZStr = bun_str::ZStr::from_static(b"no terminator");
    /// assert!(BAD.is_empty());
    /// ```
    #[doc(alias = "fromStatic")]
    #[must_use]
    pub const fn from_static(bytes: &'static [u8]) -> &'static Self {
        Self::from_slice_with_nul(bytes)
    }

    /// Views the first `len` bytes of `buf`; `buf[len]` must be the terminator.
    ///
    /// Looks at nothing outside `buf`.
    ///
    /// Zig: `buf[0..len :0]`.
    ///
    /// # Panics
    ///
    /// When `buf` has no byte at `len`, or that byte is not NUL.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{ZStr, zstr};
    ///
    /// let mut buf = [0; 8];
    /// buf[..3].copy_from_slice(b"abc");
    /// assert_eq!(ZStr::from_buf(&buf, 3), zstr!("abc"));
    /// ```
    #[doc(alias = "initWithLen")]
    #[must_use]
    pub fn from_buf(buf: &[u8], len: usize) -> &Self {
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
    /// use bun_str::ZStr;
    ///
    /// assert!(ZStr::try_from_buf(b"abc\0", 3).is_some());
    /// assert!(ZStr::try_from_buf(b"abc\0", 2).is_none());
    /// assert!(ZStr::try_from_buf(b"abc\0", 4).is_none());
    /// ```
    #[must_use]
    pub fn try_from_buf(buf: &[u8], len: usize) -> Option<&Self> {
        Self::try_from_slice_with_nul(buf.get(..len.checked_add(1)?)?)
    }

    /// Like [`from_buf`](Self::from_buf), with write access to the bytes.
    ///
    /// # Panics
    ///
    /// When `buf` has no byte at `len`, or that byte is not NUL.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{ZStr, zstr};
    ///
    /// let mut buf = *b"abc\0";
    /// let text = ZStr::from_buf_mut(&mut buf, 3);
    /// text.as_bytes_mut()[0] = b'A';
    /// assert_eq!(text, zstr!("Abc"));
    /// ```
    #[must_use]
    pub fn from_buf_mut(buf: &mut [u8], len: usize) -> &mut Self {
        let available = buf.len();
        match len.checked_add(1).and_then(|end| buf.get_mut(..end)) {
            Some(bytes @ [.., 0]) => {
                let view = wrap(ptr::from_mut(bytes));
                // SAFETY: `view` is `bytes` under a transparent wrapper; the exclusive borrow of
                // `bytes` moves into it, and the pattern above proved the type's invariant.
                unsafe { &mut *view }
            }
            _ => no_terminator(available, len),
        }
    }

    /// Views a C string; its length is known already.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{ZStr, zstr};
    ///
    /// assert_eq!(ZStr::from_cstr(c"abc"), zstr!("abc"));
    /// ```
    #[must_use]
    pub const fn from_cstr(text: &CStr) -> &Self {
        Self::from_slice_with_nul(text.to_bytes_with_nul())
    }

    /// Views `len` bytes at `ptr`, with the terminator behind them.
    ///
    /// # Safety
    ///
    /// 1. `ptr` is valid for reading `len + 1` bytes for all of `'a`, and nothing writes to them
    ///    meanwhile.
    /// 2. The byte at `ptr + len` is NUL.
    /// 3. `len < isize::MAX`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{ZStr, zstr};
    ///
    /// let bytes = b"abc\0";
    /// // SAFETY: the bytes are there for ever, and end with the terminator.
    /// let text = unsafe { ZStr::from_raw(bytes.as_ptr(), 3) };
    /// assert_eq!(text, zstr!("abc"));
    /// ```
    #[doc(alias = "fromRaw")]
    #[must_use]
    pub const unsafe fn from_raw<'a>(ptr: *const u8, len: usize) -> &'a Self {
        // SAFETY: precondition 1, and 3 for the size.
        let bytes = unsafe { slice::from_raw_parts(ptr, len + 1) };
        let view = wrap(ptr::from_ref(bytes).cast_mut());
        // SAFETY: `view` is `bytes` under a transparent wrapper; precondition 2 is the type's
        // invariant.
        unsafe { &*view }
    }

    /// Views `len` bytes at `ptr` for writing, with the terminator behind them.
    ///
    /// # Safety
    ///
    /// 1. `ptr` is valid for reading and writing `len + 1` bytes for all of `'a`, and nothing
    ///    else accesses them meanwhile.
    /// 2. The byte at `ptr + len` is NUL.
    /// 3. `len < isize::MAX`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{ZStr, zstr};
    ///
    /// let mut bytes = *b"abc\0";
    /// // SAFETY: the bytes outlive the view, end with the terminator, and nothing else uses them.
    /// let text = unsafe { ZStr::from_raw_mut(bytes.as_mut_ptr(), 3) };
    /// text.as_bytes_mut()[0] = b'A';
    /// assert_eq!(text, zstr!("Abc"));
    /// ```
    #[doc(alias = "fromRawMut")]
    #[must_use]
    pub unsafe fn from_raw_mut<'a>(ptr: *mut u8, len: usize) -> &'a mut Self {
        // SAFETY: precondition 1, and 3 for the size.
        let bytes = unsafe { slice::from_raw_parts_mut(ptr, len + 1) };
        let view = wrap(ptr::from_mut(bytes));
        // SAFETY: `view` is `bytes` under a transparent wrapper; precondition 2 is the type's
        // invariant.
        unsafe { &mut *view }
    }

    /// Views the C string at `ptr`, whose length is measured: O(length).
    ///
    /// Zig: `bun.sliceTo`, `std.mem.span`.
    ///
    /// # Safety
    ///
    /// `ptr` points to bytes that end with a NUL, are readable up to and including it for all of
    /// `'a`, and are not written to meanwhile.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{ZStr, zstr};
    ///
    /// // SAFETY: a literal of C is there for ever, and ends with the terminator.
    /// let text = unsafe { ZStr::from_ptr(c"abc".as_ptr()) };
    /// assert_eq!(text, zstr!("abc"));
    /// ```
    #[doc(alias = "span")]
    #[must_use]
    pub const unsafe fn from_ptr<'a>(ptr: *const c_char) -> &'a Self {
        // SAFETY: the precondition is that of `CStr::from_ptr`, except for its limit of
        // `isize::MAX` bytes, which no object exceeds.
        Self::from_cstr(unsafe { CStr::from_ptr(ptr) })
    }

    /// Forwards to [`from_ptr`](Self::from_ptr).
    ///
    /// # Safety
    ///
    /// That of [`from_ptr`](Self::from_ptr).
    #[must_use]
    pub const unsafe fn from_c_ptr<'a>(ptr: *const c_char) -> &'a Self {
        // SAFETY: the preconditions are the same.
        unsafe { Self::from_ptr(ptr) }
    }

    /// Copies `bytes` and adds the terminator; [`ZBox`](crate::ZBox) is the same with methods.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(bun_str::ZStr::boxed(b"a").as_bytes_with_nul(), b"a\0");
    /// ```
    #[must_use]
    pub fn boxed(bytes: &[u8]) -> Box<Self> {
        crate::ZBox::from_bytes(bytes).into_boxed_zstr()
    }

    /// The bytes, without the terminator.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8] {
        match &self.0 {
            [bytes @ .., _] => bytes,
            [] => &[],
        }
    }

    /// The bytes, without the terminator, for writing.
    #[must_use]
    pub const fn as_bytes_mut(&mut self) -> &mut [u8] {
        match &mut self.0 {
            [bytes @ .., _] => bytes,
            [] => &mut [],
        }
    }

    /// The bytes and their terminator.
    #[must_use]
    pub const fn as_bytes_with_nul(&self) -> &[u8] {
        &self.0
    }

    /// The number of bytes before the terminator.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len() - 1
    }

    /// Whether there is no byte before the terminator.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The address of the first byte, valid for reading up to and including the terminator.
    ///
    /// C code that measures the string stops at the first embedded NUL; where that matters, use
    /// [`as_cstr`](Self::as_cstr).
    #[must_use]
    pub const fn as_ptr(&self) -> *const c_char {
        self.0.as_ptr().cast()
    }

    /// The same string for C, or `None` when a NUL among the bytes would cut it short.
    ///
    /// O(length): searches for the NUL.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::zstr;
    ///
    /// assert_eq!(zstr!("a/b").as_cstr(), Some(c"a/b"));
    /// assert_eq!(zstr!("a\0b").as_cstr(), None);
    /// ```
    #[must_use]
    pub fn as_cstr(&self) -> Option<&CStr> {
        if memchr::memchr(0, self.as_bytes()).is_some() {
            return None;
        }
        // SAFETY: the last byte is NUL (invariant of the type), and the search found no other.
        Some(unsafe { CStr::from_bytes_with_nul_unchecked(&self.0) })
    }
}

/// Puts the wrapper around `bytes`: same address, same length, same provenance.
const fn wrap(bytes: *mut [u8]) -> *mut ZStr {
    bytes as *mut ZStr
}

#[cold]
#[inline(never)]
#[track_caller]
fn no_terminator(available: usize, len: usize) -> ! {
    panic!("no NUL at index {len} of a buffer of {available} bytes")
}

/// Takes `bytes`, whose last byte is the terminator, as an owned string.
///
/// Returns `None` when the last byte is not NUL.
pub(crate) fn boxed(bytes: Box<[u8]>) -> Option<Box<ZStr>> {
    if bytes.last() != Some(&0) {
        return None;
    }
    let view = wrap(Box::into_raw(bytes));
    // SAFETY: `view` comes from `Box::into_raw`, and the transparent wrapper has the layout of
    // what was allocated; the check above proved the type's invariant.
    Some(unsafe { Box::from_raw(view) })
}

/// Gives the allocation of `text` back as bytes, terminator included.
pub(crate) fn unboxed(text: Box<ZStr>) -> Box<[u8]> {
    let bytes = Box::into_raw(text) as *mut [u8];
    // SAFETY: `bytes` comes from `Box::into_raw`, and `[u8]` has the layout of its transparent
    // wrapper.
    unsafe { Box::from_raw(bytes) }
}

#[cfg(test)]
mod tests;
