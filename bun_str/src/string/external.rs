//! Strings whose units somebody else has allocated, and those that are written after they exist.
#![expect(unsafe_code, reason = "constructors whose callers vouch for memory")]

use core::ffi::c_void;
use core::ptr;
use core::slice;

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::String;
use super::text::Text;
use super::wtf::{Owner, WTFString, from_owner, from_static, latin1_with, utf16_with};

/// Called with its context, the units and their number, when an external string dies.
///
/// Zig: `ExternalStringImplFreeFunction`.
///
/// # Examples
///
/// ```
/// use bun_str::{ExternalStringImplFreeFunction, String};
///
/// extern "C" fn forget(_: usize, _bytes: *mut core::ffi::c_void, len: u32) {
///     assert_eq!(len, 6);
/// }
/// let callback: ExternalStringImplFreeFunction<usize> = forget;
/// // SAFETY: a literal stays valid, and `forget` may run anywhere.
/// let text = unsafe { String::create_external(b"static", true, 0, callback) };
/// assert_eq!(text.latin1(), b"static");
/// ```
pub type ExternalStringImplFreeFunction<Ctx> = extern "C" fn(Ctx, *mut c_void, u32);

impl String {
    /// Makes a string of `len` zeroed bytes, and the right to write them.
    ///
    /// [`create_latin1_with`](Self::create_latin1_with) does the same safely. Too long a string is
    /// [`DEAD`](Self::DEAD), with nothing to write.
    ///
    /// Zig: `createUninitialized(.latin1, len)`.
    ///
    /// # Safety
    ///
    /// While the slice is in use, nobody reads the string; it is not used after the string's last
    /// reference is gone.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// // SAFETY: the bytes are written before anybody reads the string, and not used after that.
    /// let (text, bytes) = unsafe { String::create_uninitialized_latin1(3) };
    /// bytes.copy_from_slice(b"bun");
    /// assert_eq!(text.latin1(), b"bun");
    /// ```
    #[must_use]
    pub unsafe fn create_uninitialized_latin1(len: usize) -> (Self, &'static mut [u8]) {
        let mut start = ptr::null_mut();
        match latin1_with(len, |bytes| start = bytes.as_mut_ptr()) {
            Some(string) => {
                // SAFETY: the bytes that `fill` saw live as long as the string, and the
                // precondition keeps everybody else away from them.
                let bytes = unsafe { slice::from_raw_parts_mut(start, len) };
                (Self::from_wtf(string), bytes)
            }
            None => (Self::DEAD, &mut []),
        }
    }

    /// Makes a string of `len` zeroed UTF-16 units, and the right to write them.
    ///
    /// [`create_utf16_with`](Self::create_utf16_with) does the same safely.
    ///
    /// Zig: `createUninitialized(.utf16, len)`.
    ///
    /// # Safety
    ///
    /// While the slice is in use, nobody reads the string; it is not used after the string's last
    /// reference is gone.
    #[must_use]
    pub unsafe fn create_uninitialized_utf16(len: usize) -> (Self, &'static mut [u16]) {
        let mut start = ptr::null_mut();
        match utf16_with(len, |units| start = units.as_mut_ptr()) {
            Some(string) => {
                // SAFETY: the units that `fill` saw live as long as the string, and the
                // precondition keeps everybody else away from them.
                let units = unsafe { slice::from_raw_parts_mut(start, len) };
                (Self::from_wtf(string), units)
            }
            None => (Self::DEAD, &mut []),
        }
    }

    /// Makes a string of units that `callback` gives back when the last reference is gone.
    ///
    /// `bytes` are Latin-1, or UTF-16 in memory order if `is_latin1` is false. Too many units, or
    /// UTF-16 that is misaligned or ends in half a unit, are given back at once; the result is
    /// [`DEAD`](Self::DEAD).
    ///
    /// Zig: `createExternal`.
    ///
    /// # Safety
    ///
    /// 1. `bytes` stay valid and unchanged until `callback` is called.
    /// 2. `callback` may be called with `ctx` on any thread on which the string is dropped.
    #[must_use]
    pub unsafe fn create_external<Ctx: Send + 'static>(
        bytes: &[u8],
        is_latin1: bool,
        ctx: Ctx,
        callback: ExternalStringImplFreeFunction<Ctx>,
    ) -> Self {
        let text = if is_latin1 { Some(Text::Latin1(bytes)) } else { wide(bytes) };
        let units = text.map_or(0, Text::len) as u32;
        let start = Bytes(bytes.as_ptr().cast_mut());
        let owner: Owner = Box::new(move || callback(ctx, start.into_void(), units));
        match text {
            // SAFETY: precondition 1.
            Some(text) => match unsafe { from_owner(text, Some(owner)) } {
                Some(string) => Self::from_wtf(string),
                None => Self::DEAD,
            },
            None => {
                owner();
                Self::DEAD
            }
        }
    }

    /// Makes a string of bytes that live as long as the process, without copying them.
    ///
    /// They are Latin-1, or UTF-16 in memory order if `is_latin1` is false; UTF-16 that is
    /// misaligned is copied.
    ///
    /// Zig: `createStaticExternal`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// assert_eq!(String::create_static_external(b"caf\xe9", true).latin1(), b"caf\xe9");
    /// ```
    #[must_use]
    pub fn create_static_external(bytes: &'static [u8], is_latin1: bool) -> Self {
        let string = if is_latin1 {
            from_static(Text::Latin1(bytes))
        } else {
            match wide(bytes) {
                Some(text) => from_static(text),
                None => {
                    let units = bytes.chunks_exact(2).map(|b| u16::from_ne_bytes([b[0], b[1]]));
                    WTFString::from_utf16(&units.collect::<Vec<_>>())
                }
            }
        };
        string.map_or(Self::DEAD, Self::from_wtf)
    }

    /// Makes a string of Latin-1 bytes without copying them.
    ///
    /// Too many are [`DEAD`](Self::DEAD).
    ///
    /// Zig: `createExternalGloballyAllocated(.latin1, bytes)`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// let text = String::create_external_globally_allocated_latin1(vec![b'a'; 3]);
    /// assert_eq!(text.latin1(), b"aaa");
    /// ```
    #[must_use]
    pub fn create_external_globally_allocated_latin1(bytes: Vec<u8>) -> Self {
        if bytes.is_empty() {
            return Self::EMPTY;
        }
        let (start, len) = (bytes.as_ptr(), bytes.len());
        let owner = Box::new(move || drop(bytes));
        // SAFETY: the vector owns `len` initialised bytes at `start`, wherever it is moved.
        let view = unsafe { slice::from_raw_parts(start, len) };
        // SAFETY: they stay as they are until the owner drops the vector.
        match unsafe { from_owner(Text::Latin1(view), Some(owner)) } {
            Some(string) => Self::from_wtf(string),
            None => Self::DEAD,
        }
    }

    /// Makes a string of UTF-16 units without copying them.
    ///
    /// Too many are [`DEAD`](Self::DEAD).
    ///
    /// Zig: `createExternalGloballyAllocated(.utf16, units)`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{String, w};
    ///
    /// let text = String::create_external_globally_allocated_utf16(w!("n€").to_vec());
    /// assert_eq!(text.utf16(), w!("n€"));
    /// ```
    #[must_use]
    pub fn create_external_globally_allocated_utf16(units: Vec<u16>) -> Self {
        if units.is_empty() {
            return Self::EMPTY;
        }
        let (start, len) = (units.as_ptr(), units.len());
        let owner = Box::new(move || drop(units));
        // SAFETY: the vector owns `len` initialised units at `start`, wherever it is moved.
        let view = unsafe { slice::from_raw_parts(start, len) };
        // SAFETY: they stay as they are until the owner drops the vector.
        match unsafe { from_owner(Text::Utf16(view), Some(owner)) } {
            Some(string) => Self::from_wtf(string),
            None => Self::DEAD,
        }
    }
}

/// An address that crosses threads; what it points to is the callback's business.
struct Bytes(*mut u8);

// SAFETY: an address is only a number; precondition 2 of `create_external` covers its use.
unsafe impl Send for Bytes {}

impl Bytes {
    /// Consumes the wrapper, so that a closure captures all of it.
    fn into_void(self) -> *mut c_void {
        self.0.cast()
    }
}

/// The units that lie in `bytes`, if they are aligned and whole.
fn wide(bytes: &[u8]) -> Option<Text<'_>> {
    // SAFETY: any two bytes are a `u16`.
    match unsafe { bytes.align_to::<u16>() } {
        ([], units, []) => Some(Text::Utf16(units)),
        _ => None,
    }
}
