//! Making strings: from literals, by copying, by formatting, and by borrowing.

use core::fmt::{self, Write as _};

use alloc::vec::Vec;

use super::text::Text;
use super::wtf::{LENGTH_MAX, WTFString, latin1_with, utf16_with};
use super::{BorrowedString, OwnedString, String, convert};
use crate::ZigString;

impl String {
    /// The empty string.
    #[must_use]
    pub const fn empty() -> Self {
        Self::EMPTY
    }

    /// The result of making a string that cannot be made; reads as empty.
    #[must_use]
    pub const fn dead() -> Self {
        Self::DEAD
    }

    /// The number of units that a string cannot exceed: making a longer one gives
    /// [`DEAD`](Self::DEAD).
    #[must_use]
    pub const fn max_length() -> usize {
        LENGTH_MAX
    }

    /// Points to a literal, which is ASCII.
    ///
    /// Bytes beyond ASCII read as Latin-1, but [`to_utf8`](Self::to_utf8) gives them as they are.
    ///
    /// Zig: `bun.String.static`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{String, Tag};
    ///
    /// let text = String::static_("bun");
    /// assert_eq!((text.tag(), text.length()), (Tag::StaticZigString, 3));
    /// ```
    #[doc(alias = "static")]
    #[must_use]
    pub fn static_<S: ?Sized + AsRef<[u8]>>(literal: &'static S) -> Self {
        Self::from_static(ZigString::init_static(literal.as_ref()))
    }

    /// Forwards to [`static_`](Self::static_).
    #[must_use]
    pub fn static_str<S: ?Sized + AsRef<[u8]>>(literal: &'static S) -> Self {
        Self::static_(literal)
    }

    /// Makes a string of whatever converts to one.
    ///
    /// Text that the result could outlive is copied; [`borrow_utf8`](Self::borrow_utf8) and its
    /// siblings do not copy.
    ///
    /// Zig: `bun.String.init`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// assert_eq!(String::init("bun"), String::clone_utf8(b"bun"));
    /// ```
    #[must_use]
    pub fn init<T: Into<Self>>(value: T) -> Self {
        value.into()
    }

    /// Copies Latin-1 bytes.
    ///
    /// Zig: `cloneLatin1`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// assert_eq!(String::clone_latin1(b"caf\xe9").to_utf8().slice(), "café".as_bytes());
    /// ```
    #[must_use]
    pub fn clone_latin1(bytes: &[u8]) -> Self {
        Self::copy_text(Text::Latin1(bytes))
    }

    /// Decodes UTF-8 into a counted string; each maximal invalid piece becomes one U+FFFD.
    ///
    /// Zig: `cloneUTF8`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// assert!(String::clone_utf8(b"abc").is_8bit());
    /// assert_eq!(String::clone_utf8(b"a\xff").utf16(), [0x61, 0xfffd]);
    /// ```
    #[must_use]
    pub fn clone_utf8(bytes: &[u8]) -> Self {
        Self::copy_text(Text::Utf8(bytes))
    }

    /// Copies UTF-16 units; into bytes if all of them are ASCII.
    ///
    /// Zig: `cloneUTF16`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{String, w};
    ///
    /// assert!(String::clone_utf16(w!("n€")).is_utf16());
    /// assert!(String::clone_utf16(w!("ascii")).is_8bit());
    /// ```
    #[must_use]
    pub fn clone_utf16(units: &[u16]) -> Self {
        Self::copy_text(Text::Utf16(units))
    }

    /// A counted copy of `text`.
    pub(super) fn copy_text(text: Text<'_>) -> Self {
        if text.len() == 0 {
            return Self::EMPTY;
        }
        let string = match text {
            Text::Latin1(bytes) => WTFString::from_latin1(bytes),
            Text::Utf8(bytes) if bytes.is_ascii() => WTFString::from_latin1(bytes),
            Text::Utf8(bytes) => decode(bytes),
            Text::Utf16(units) if text.is_all_ascii() => latin1_with(units.len(), |bytes| {
                for (byte, unit) in bytes.iter_mut().zip(units) {
                    *byte = *unit as u8;
                }
            }),
            Text::Utf16(units) => WTFString::from_utf16(units),
        };
        string.map_or(Self::DEAD, Self::from_wtf)
    }

    /// Makes a string of `len` bytes that `fill` writes; they are zero before.
    ///
    /// Nobody can read the string before it is written, which is what
    /// [`create_uninitialized_latin1`](Self::create_uninitialized_latin1) cannot promise.
    ///
    /// # Examples
    ///
    /// ```
    /// let dashes = bun_str::String::create_latin1_with(3, |bytes| bytes.fill(b'-'));
    /// assert_eq!(dashes.latin1(), b"---");
    /// ```
    #[must_use]
    pub fn create_latin1_with(len: usize, fill: impl FnOnce(&mut [u8])) -> Self {
        match len {
            0 => Self::EMPTY,
            _ => latin1_with(len, fill).map_or(Self::DEAD, Self::from_wtf),
        }
    }

    /// Makes a string of `len` UTF-16 units that `fill` writes; they are zero before.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{String, w};
    ///
    /// let text = String::create_utf16_with(2, |units| units.copy_from_slice(w!("n€")));
    /// assert_eq!(text.utf16(), w!("n€"));
    /// ```
    #[must_use]
    pub fn create_utf16_with(len: usize, fill: impl FnOnce(&mut [u16])) -> Self {
        match len {
            0 => Self::EMPTY,
            _ => utf16_with(len, fill).map_or(Self::DEAD, Self::from_wtf),
        }
    }

    /// Formats into a counted string; a message without arguments is not copied.
    ///
    /// Zig: `createFormat`.
    ///
    /// # Examples
    ///
    /// ```
    /// let text = bun_str::String::create_format(format_args!("{}-{}", 1, "é"));
    /// assert_eq!(text.to_string(), "1-é");
    /// ```
    #[must_use]
    pub fn create_format(message: fmt::Arguments<'_>) -> Self {
        if let Some(text) = message.as_str() {
            return Self::from(text);
        }
        let mut out = alloc::string::String::new();
        match out.write_fmt(message) {
            Ok(()) => Self::clone_utf8(out.as_bytes()),
            Err(fmt::Error) => Self::DEAD,
        }
    }

    /// Another reference to `other` if it is a counted string that spells `utf8`, else a copy.
    ///
    /// Zig: `createIfDifferent`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// let old = String::clone_utf8(b"name");
    /// let same = String::create_if_different(&old, b"name");
    /// assert_eq!(old.as_wtf().map(|header| header.ref_count()), Some(2));
    /// assert_eq!(same, old);
    /// ```
    #[must_use]
    pub fn create_if_different(other: &Self, utf8: &[u8]) -> Self {
        if other.wtf().is_some() && other.eql_utf8(utf8) {
            return other.clone();
        }
        Self::clone_utf8(utf8)
    }

    /// A counted string of ASCII or UTF-8 bytes.
    ///
    /// There is no table of unique strings below the runtime: the result is like any other, and
    /// the runtime makes it unique when it wants it so.
    ///
    /// Zig: `createAtomASCII`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// assert!(String::create_atom("né".as_bytes()).eql_utf8("né".as_bytes()));
    /// ```
    #[must_use]
    pub fn create_atom(bytes: &[u8]) -> Self {
        Self::clone_utf8(bytes)
    }

    /// Like [`create_atom`](Self::create_atom), for ASCII only.
    ///
    /// Zig: `tryCreateAtom`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// assert!(String::try_create_atom(b"length").is_some());
    /// assert!(String::try_create_atom("né".as_bytes()).is_none());
    /// ```
    #[must_use]
    pub fn try_create_atom(bytes: &[u8]) -> Option<Self> {
        bytes.is_ascii().then(|| Self::create_atom(bytes))
    }

    /// Forwards to [`create_atom`](Self::create_atom), which takes everything.
    ///
    /// Zig: `createAtomIfPossible`.
    #[must_use]
    pub fn create_atom_if_possible(bytes: &[u8]) -> Self {
        Self::create_atom(bytes)
    }

    /// Copies a path as the operating system spells it: bytes, or UTF-16 units on Windows.
    ///
    /// Zig: `createFromOSPath`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{String, w};
    ///
    /// assert!(String::create_from_os_path(b"/tmp").eql_utf8(b"/tmp"));
    /// assert!(String::create_from_os_path(w!(r"C:\a")).eql_utf8(br"C:\a"));
    /// ```
    #[must_use]
    pub fn create_from_os_path<C: crate::strings::PathByte>(path: &[C]) -> Self {
        match C::view(path) {
            crate::strings::PathUnits::Bytes(bytes) => Self::clone_utf8(bytes),
            crate::strings::PathUnits::Wide(units) => Self::clone_utf16(units),
        }
    }

    /// Views UTF-8, even where it is ASCII, with the flag for UTF-8.
    ///
    /// Zig: `borrowUTF8`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// let text = String::borrow_utf8("né".as_bytes());
    /// assert!(text.is_utf8() && text.as_utf8() == Some("né".as_bytes()));
    /// ```
    #[must_use]
    pub fn borrow_utf8(bytes: &[u8]) -> BorrowedString<'_> {
        BorrowedString::new(ZigString::init_utf8(bytes))
    }

    /// Views UTF-16 units.
    ///
    /// Zig: `borrowUTF16`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{String, w};
    ///
    /// assert_eq!(String::borrow_utf16(w!("n€")).utf16(), w!("n€"));
    /// ```
    #[must_use]
    pub fn borrow_utf16(units: &[u16]) -> BorrowedString<'_> {
        BorrowedString::new(ZigString::init_utf16(units))
    }

    /// Views UTF-8, with the flag for it only if some byte is not ASCII. O(length).
    ///
    /// Zig: `fromBytes`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// assert!(String::from_bytes("né".as_bytes()).is_utf8());
    /// assert!(!String::from_bytes(b"ascii").is_utf8());
    /// ```
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> BorrowedString<'_> {
        BorrowedString::new(ZigString::from_bytes(bytes))
    }

    /// Views ASCII or Latin-1.
    ///
    /// Zig: `bun.String.ascii`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// assert_eq!(String::ascii(b"caf\xe9").to_utf8().slice(), "café".as_bytes());
    /// ```
    #[must_use]
    pub fn ascii(bytes: &[u8]) -> BorrowedString<'_> {
        BorrowedString::new(ZigString::init(bytes))
    }

    /// Forwards to [`ascii`](Self::ascii).
    ///
    /// Zig: `initLatin1OrASCIIView`.
    #[must_use]
    pub fn init_latin1_or_ascii_view(bytes: &[u8]) -> BorrowedString<'_> {
        Self::ascii(bytes)
    }
}

/// Decodes UTF-8 that is not ASCII.
fn decode(bytes: &[u8]) -> Option<WTFString> {
    let mut units = Vec::new();
    convert::utf8_to_utf16(bytes, &mut units);
    WTFString::from_utf16(&units)
}

impl Default for String {
    fn default() -> Self {
        Self::EMPTY
    }
}

/// Points to the literal if it is ASCII, decodes it otherwise.
impl From<&'static str> for String {
    fn from(literal: &'static str) -> Self {
        match literal {
            "" => Self::EMPTY,
            _ if literal.is_ascii() => Self::static_(literal),
            _ => Self::clone_utf8(literal.as_bytes()),
        }
    }
}

/// Decodes UTF-8.
impl From<&[u8]> for String {
    fn from(bytes: &[u8]) -> Self {
        Self::clone_utf8(bytes)
    }
}

/// Copies UTF-16.
impl From<&[u16]> for String {
    fn from(units: &[u16]) -> Self {
        Self::clone_utf16(units)
    }
}

/// Copies the text.
impl From<ZigString<'_>> for String {
    fn from(text: ZigString<'_>) -> Self {
        Self::copy_text(text.text())
    }
}

impl From<WTFString> for String {
    fn from(string: WTFString) -> Self {
        Self::from_wtf(string)
    }
}

impl From<OwnedString> for String {
    fn from(string: OwnedString) -> Self {
        string.into_inner()
    }
}
