//! `BorrowedString`: a `String` that points to somebody's bytes, with their lifetime.
#![expect(unsafe_code, reason = "makes a String that points to bytes it does not own")]

use core::fmt;
use core::marker::PhantomData;
use core::mem::ManuallyDrop;
use core::ops::Deref;

use super::String;
use super::text::Text;
use crate::ZigString;

/// A view of bytes that reads like a [`String`], and can be passed to C++ as one.
///
/// Zig: a `bun.String` with the tag `ZigString`.
///
/// # Examples
///
/// ```
/// use bun_str::String;
///
/// let bytes = "naïve".as_bytes();
/// let view = String::borrow_utf8(bytes);
/// assert!(view.eql_utf8("naïve".as_bytes()));
/// let kept: String = view.to_owned();
/// assert_eq!(kept, *view);
/// ```
///
/// It cannot outlive its bytes, and what is cloned from it is a copy:
///
/// ```compile_fail,E0597
/// let view = {
///     let bytes = vec![b'a'];
///     bun_str::String::borrow_utf8(&bytes)
/// };
/// assert_eq!(view.length(), 1);
/// ```
#[repr(transparent)]
pub struct BorrowedString<'a> {
    /// Invariant: not a counted string; what it points to is valid for all of `'a`.
    string: ManuallyDrop<String>,
    bytes: PhantomData<&'a [u8]>,
}

impl<'a> BorrowedString<'a> {
    pub(super) fn new(text: ZigString<'a>) -> Self {
        let string = if text.is_empty() {
            String::EMPTY
        } else {
            // SAFETY: the bytes are valid for all of `'a`. The result lends the string for no
            // longer, and cloning it copies them.
            unsafe { String::from_borrowed(text) }
        };
        Self { string: ManuallyDrop::new(string), bytes: PhantomData }
    }

    pub(super) fn from_text(text: Text<'a>) -> Self {
        Self::new(ZigString::from_text(text))
    }

    /// A copy of the text that lives on by itself.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// let bytes = b"bun".to_vec();
    /// let text = String::borrow_utf8(&bytes).to_owned();
    /// drop(bytes);
    /// assert!(text.eql_utf8(b"bun"));
    /// ```
    #[must_use]
    pub fn to_owned(&self) -> String {
        self.string.deref().clone()
    }

    /// A copy of the text that lives on by itself.
    #[must_use]
    pub fn into_owned(self) -> String {
        self.to_owned()
    }
}

impl Deref for BorrowedString<'_> {
    type Target = String;

    fn deref(&self) -> &String {
        &self.string
    }
}

impl<'a> From<ZigString<'a>> for BorrowedString<'a> {
    fn from(text: ZigString<'a>) -> Self {
        Self::new(text)
    }
}

impl From<BorrowedString<'_>> for String {
    fn from(view: BorrowedString<'_>) -> Self {
        view.to_owned()
    }
}

/// Prints encoding and text.
impl fmt::Debug for BorrowedString<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

/// Prints the text; what is not valid becomes U+FFFD.
impl fmt::Display for BorrowedString<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}
