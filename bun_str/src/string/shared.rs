//! `SharedString`: a string that crosses threads.
#![expect(unsafe_code, reason = "declares that its strings may cross threads")]

use core::fmt;

use super::text::Text;
use super::{BorrowedString, String, Utf8Slice};

/// A string that any thread may read, clone and drop.
///
/// Made from a [`String`] by value: without a copy when that was the only reference to a string
/// that no table of its thread knows, or a static one; by copying otherwise. Other references that
/// stayed behind could be put into such a table by C++ at any time.
///
/// Zig: a `bun.String` after `toThreadSafe`.
///
/// # Examples
///
/// ```
/// use bun_str::String;
///
/// let shared = String::clone_utf8("café".as_bytes()).into_shared();
/// let there = shared.clone();
/// let length = std::thread::spawn(move || there.view().length()).join().unwrap();
/// assert_eq!(length, 4);
/// assert_eq!(shared.to_string(), "café");
/// ```
pub struct SharedString(
    /// Invariant: dead, empty, static, or a counted string without a flag of a thread's table, of
    /// which every reference is held by a `SharedString`.
    String,
);

// SAFETY: counts and flags are atomic, the units are never written, an owner is `Send`, and the
// invariant keeps out every reference through which a thread could make the string its own.
unsafe impl Send for SharedString {}
// SAFETY: as above; what `&self` lends, `view`, copies when it is cloned.
unsafe impl Sync for SharedString {}

impl SharedString {
    /// The string, for reading. Cloning the view copies the text.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// let shared = String::clone_utf8(b"bun").into_shared();
    /// assert_eq!((shared.view().length(), shared.to_utf8().slice()), (3, &b"bun"[..]));
    /// ```
    #[must_use]
    pub fn view(&self) -> BorrowedString<'_> {
        BorrowedString::from_text(self.text())
    }

    /// In UTF-8, without a copy where it is that already.
    #[must_use]
    pub fn to_utf8(&self) -> Utf8Slice<'_> {
        self.0.to_utf8_without_ref()
    }

    /// A string for this thread; without a copy if this is the only reference.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// let shared = String::clone_utf8(b"bun").into_shared();
    /// assert!(shared.clone().into_local().eql_utf8(b"bun"));
    /// ```
    #[must_use]
    pub fn into_local(self) -> String {
        isolate(self.0)
    }

    fn text(&self) -> Text<'_> {
        self.0.text()
    }
}

impl String {
    /// A string that crosses threads; without a copy if this is the only reference to one that no
    /// table of this thread knows.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// let shared = String::clone_utf8(b"bun").into_shared();
    /// let thread = std::thread::spawn(move || shared.into_local().length());
    /// assert_eq!(thread.join().unwrap(), 3);
    /// ```
    #[must_use]
    pub fn into_shared(self) -> SharedString {
        SharedString(isolate(self))
    }

    /// Replaces a string that belongs to a table of this thread by a copy that does not.
    ///
    /// The value stays on its thread all the same: [`into_shared`](Self::into_shared) crosses.
    ///
    /// Zig: `toThreadSafe`.
    pub fn to_thread_safe(&mut self) {
        if self.wtf().is_some_and(|string| !string.is_thread_safe()) {
            *self = Self::copy_text(self.text());
        }
    }
}

/// `string` if nobody else can reach it, otherwise a copy.
fn isolate(string: String) -> String {
    let is_isolated = match (string.wtf(), string.uncounted()) {
        (Some(counted), _) => counted.is_unique() && counted.is_thread_safe(),
        (None, Some(_)) => string.as_static().is_some(),
        (None, None) => true,
    };
    if is_isolated { string } else { String::copy_text(string.text()) }
}

impl Clone for SharedString {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl PartialEq for SharedString {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Eq for SharedString {}

/// Prints tag, encoding and text.
impl fmt::Debug for SharedString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// Prints the text; what is not valid becomes U+FFFD.
impl fmt::Display for SharedString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}
