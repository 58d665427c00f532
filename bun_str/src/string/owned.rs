//! `OwnedString` and `OwnedStringCell`: ownership under the names that ported code uses.
#![expect(unsafe_code, reason = "a slice of wrappers seen as a slice of what they wrap")]

use core::cell::Cell;
use core::fmt;
use core::ops::Deref;
use core::slice;

use super::String;

/// A [`String`] that is given back on drop, which every [`String`] is.
///
/// Ported code marks with it the strings that it must not forget to `deref`.
///
/// Zig: `defer str.deref()`.
///
/// # Examples
///
/// ```
/// use bun_str::{OwnedString, String};
///
/// let name = OwnedString::new(String::clone_utf8(b"abc"));
/// assert_eq!(name.length(), 3);
/// assert_eq!(name.get(), *name);
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
#[repr(transparent)]
pub struct OwnedString(String);

impl OwnedString {
    /// Takes the string.
    #[must_use]
    pub const fn new(string: String) -> Self {
        Self(string)
    }

    /// One more reference to the string.
    #[must_use]
    pub fn get(&self) -> String {
        self.0.clone()
    }

    /// The string.
    #[must_use]
    pub fn into_inner(self) -> String {
        self.0
    }

    /// The strings of a slice, for passing them to C++.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{OwnedString, String};
    ///
    /// let names = ["a", "b"].map(|name| OwnedString::new(String::static_(name)));
    /// assert_eq!(OwnedString::as_raw_slice(&names)[1].latin1(), b"b");
    /// ```
    #[must_use]
    pub const fn as_raw_slice(owned: &[Self]) -> &[String] {
        // SAFETY: the wrapper is transparent, so the elements lie in memory as strings do.
        unsafe { slice::from_raw_parts(owned.as_ptr().cast(), owned.len()) }
    }
}

impl Deref for OwnedString {
    type Target = String;

    fn deref(&self) -> &String {
        &self.0
    }
}

impl From<String> for OwnedString {
    fn from(string: String) -> Self {
        Self(string)
    }
}

/// Prints tag, encoding and text.
impl fmt::Debug for OwnedString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// Prints the text; what is not valid becomes U+FFFD.
impl fmt::Display for OwnedString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// A place for a [`String`] that is read and replaced through `&`.
///
/// # Examples
///
/// ```
/// use bun_str::{OwnedStringCell, String};
///
/// let title = OwnedStringCell::new(String::EMPTY);
/// title.set(String::clone_utf8(b"new"));
/// assert_eq!(title.get().to_string(), "new");
/// ```
#[derive(Default)]
pub struct OwnedStringCell(Cell<String>);

impl OwnedStringCell {
    /// A place that holds `string`.
    #[must_use]
    pub const fn new(string: String) -> Self {
        Self(Cell::new(string))
    }

    /// One more reference to the string.
    #[must_use]
    pub fn get(&self) -> String {
        let string = self.0.take();
        let copy = string.clone();
        self.0.set(string);
        copy
    }

    /// Replaces the string, and drops the old one.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{OwnedStringCell, String};
    ///
    /// let cell = OwnedStringCell::new(String::static_("old"));
    /// cell.set(String::static_("new"));
    /// assert!(cell.get().eql_utf8(b"new"));
    /// ```
    pub fn set(&self, new: String) {
        self.0.set(new);
    }

    /// The string, leaving the empty one.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{OwnedStringCell, String};
    ///
    /// let cell = OwnedStringCell::new(String::static_("bun"));
    /// assert!(cell.take().eql_utf8(b"bun"));
    /// assert!(cell.get().is_empty());
    /// ```
    #[must_use]
    pub fn take(&self) -> String {
        self.0.take()
    }
}

/// Prints the string.
impl fmt::Debug for OwnedStringCell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("OwnedStringCell").field(&self.get()).finish()
    }
}
