//! `SliceWithUnderlyingString`: a string and its UTF-8 form, kept together.

use super::{String, Utf8Slice};

/// A string together with its UTF-8 form.
///
/// Zig: `bun.SliceWithUnderlyingString`.
///
/// # Examples
///
/// ```
/// use bun_str::String;
///
/// let both = String::clone_latin1(b"\xe9").to_slice();
/// assert_eq!(both.slice(), "é".as_bytes());
/// assert_eq!(both.underlying.length(), 1);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SliceWithUnderlyingString {
    /// The UTF-8 form.
    pub utf8: Utf8Slice<'static>,
    /// The string; empty when there is only the UTF-8 form.
    pub underlying: String,
}

impl SliceWithUnderlyingString {
    /// UTF-8 without a string.
    ///
    /// Zig: `fromUTF8`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::SliceWithUnderlyingString;
    ///
    /// let utf8 = SliceWithUnderlyingString::from_utf8(b"bun");
    /// assert!(utf8.slice() == b"bun" && utf8.underlying.is_empty());
    /// ```
    #[must_use]
    pub fn from_utf8(bytes: &'static [u8]) -> Self {
        Self { utf8: Utf8Slice::Static(bytes), underlying: String::EMPTY }
    }

    /// The UTF-8 form; that of the string if there is no other.
    #[must_use]
    pub fn slice(&self) -> &[u8] {
        if self.utf8.is_empty() {
            return self.underlying.as_utf8().unwrap_or_default();
        }
        self.utf8.slice()
    }

    /// Whether the UTF-8 form is the string itself.
    ///
    /// Zig: `isWTFAllocated`.
    #[must_use]
    pub const fn is_wtf_allocated(&self) -> bool {
        self.utf8.is_wtf_allocated()
    }

    /// One more reference to both; an owned UTF-8 form is copied.
    #[must_use]
    pub fn dupe_ref(&self) -> Self {
        self.clone()
    }

    /// Replaces a string that belongs to a table of this thread by a copy that does not.
    pub fn to_thread_safe(&mut self) {
        let mut string = core::mem::take(&mut self.underlying);
        string.to_thread_safe();
        *self = if self.is_wtf_allocated() {
            string.to_slice()
        } else {
            Self { utf8: core::mem::take(&mut self.utf8), underlying: string }
        };
    }

    /// Gives both back, as dropping does.
    pub fn deinit(self) {
        drop(self);
    }
}

impl String {
    /// Moves the string into a pair with its UTF-8 form, leaving the empty string.
    ///
    /// Zig: `toSlice`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// let mut text = String::clone_latin1(b"caf\xe9");
    /// let pair = text.to_slice();
    /// assert_eq!(pair.slice(), "café".as_bytes());
    /// assert!(text.is_empty());
    /// ```
    #[must_use]
    pub fn to_slice(&mut self) -> SliceWithUnderlyingString {
        let underlying = core::mem::take(self);
        SliceWithUnderlyingString { utf8: underlying.to_utf8().into_static(), underlying }
    }

    /// Like [`to_slice`](Self::to_slice), of a string that belongs to no table of this thread.
    ///
    /// What is not ASCII is transcoded, and the string given back.
    ///
    /// Zig: `toThreadSafeSlice`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// let mut text = String::clone_latin1(b"caf\xe9");
    /// let utf8 = text.to_thread_safe_slice();
    /// assert_eq!(utf8.slice(), "café".as_bytes());
    /// assert!(utf8.underlying.is_empty() && text.is_empty());
    /// ```
    #[must_use]
    pub fn to_thread_safe_slice(&mut self) -> SliceWithUnderlyingString {
        self.to_thread_safe();
        let mut pair = self.to_slice();
        if !pair.is_wtf_allocated() {
            pair.underlying = Self::EMPTY;
        }
        pair
    }
}
