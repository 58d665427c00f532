//! Reading strings: units, encodings, comparisons, parts and copies.

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};

use alloc::vec::Vec;

use super::text::Text;
use super::wtf::{WTFString, WTFStringImplStruct};
use super::{BorrowedString, EncodingNonAscii, String, Tag, Utf8Slice};
use crate::{ZBox, ZigString};

impl String {
    /// The number of units: bytes, or UTF-16 units.
    #[must_use]
    pub fn length(&self) -> usize {
        self.text().len()
    }

    /// Whether there are no units; true for [`DEAD`](Self::DEAD).
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.length() == 0
    }

    /// Whether making this string failed.
    #[must_use]
    pub fn is_dead(&self) -> bool {
        self.tag() == Tag::Dead
    }

    /// How the units are to be read; Latin-1 for the empty string.
    #[must_use]
    pub fn encoding(&self) -> EncodingNonAscii {
        self.text().encoding()
    }

    /// Whether the units are UTF-8 by their flag.
    #[must_use]
    pub fn is_utf8(&self) -> bool {
        self.encoding() == EncodingNonAscii::Utf8
    }

    /// Whether the units are UTF-16.
    #[must_use]
    pub fn is_utf16(&self) -> bool {
        self.encoding() == EncodingNonAscii::Utf16
    }

    /// Whether the units are bytes.
    #[must_use]
    pub fn is_8bit(&self) -> bool {
        !self.is_utf16()
    }

    /// Whether the peer may free the units with the global allocator.
    ///
    /// Zig: `isGlobal`.
    #[must_use]
    pub fn is_global(&self) -> bool {
        self.uncounted().is_some_and(|view| view.is_globally_allocated())
    }

    /// The bytes of an 8-bit string, whichever encoding they are in.
    ///
    /// # Panics
    ///
    /// When the string is 16-bit.
    #[must_use]
    pub fn latin1(&self) -> &[u8] {
        match self.text().bytes() {
            Some(bytes) => bytes,
            None => panic!("a 16-bit string has no 8-bit slice"),
        }
    }

    /// The units of a 16-bit string.
    ///
    /// # Panics
    ///
    /// When the string is 8-bit and not empty.
    #[must_use]
    pub fn utf16(&self) -> &[u16] {
        match self.text() {
            Text::Utf16(units) => units,
            Text::Latin1([]) => &[],
            Text::Latin1(_) | Text::Utf8(_) => panic!("an 8-bit string has no 16-bit slice"),
        }
    }

    /// The units as they lie in memory.
    ///
    /// Zig: `byteSlice`.
    #[must_use]
    pub fn byte_slice(&self) -> &[u8] {
        self.to_zig_string().byte_slice()
    }

    /// A view of the units.
    ///
    /// Zig: `toZigString`.
    #[must_use]
    pub fn to_zig_string(&self) -> ZigString<'_> {
        match self.uncounted() {
            Some(view) => view,
            None => ZigString::from_text(self.text()),
        }
    }

    /// The bytes when they are UTF-8 as they stand. O(length) without the flag.
    ///
    /// Zig: `asUTF8`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// assert_eq!(String::clone_latin1(b"ascii").as_utf8(), Some(&b"ascii"[..]));
    /// assert_eq!(String::clone_latin1(b"caf\xe9").as_utf8(), None);
    /// ```
    #[must_use]
    pub fn as_utf8(&self) -> Option<&[u8]> {
        self.text().as_utf8()
    }

    /// Whether [`as_utf8`](Self::as_utf8) gives bytes.
    #[must_use]
    pub fn can_be_utf8(&self) -> bool {
        self.as_utf8().is_some()
    }

    /// The bytes of a string that is UTF-8 as it stands.
    ///
    /// # Panics
    ///
    /// When it is not: see [`can_be_utf8`](Self::can_be_utf8).
    #[must_use]
    pub fn utf8(&self) -> &[u8] {
        match self.as_utf8() {
            Some(bytes) => bytes,
            None => panic!("the string is not UTF-8 as it stands"),
        }
    }

    /// In UTF-8: one more reference to a counted ASCII string, a view of borrowed UTF-8, or a
    /// transcoded copy. Static bytes come as they are.
    ///
    /// Zig: `toUTF8`.
    ///
    /// # Examples
    ///
    /// ```
    /// let text = bun_str::String::clone_utf8(b"abc");
    /// assert!(text.to_utf8().is_wtf_allocated());
    /// ```
    #[must_use]
    pub fn to_utf8(&self) -> Utf8Slice<'_> {
        match self.wtf() {
            Some(string) => string.to_utf8(),
            None => self.to_utf8_without_ref(),
        }
    }

    /// Like [`to_utf8`](Self::to_utf8), borrowing where that takes a reference.
    ///
    /// Zig: `toUTF8WithoutRef`.
    #[must_use]
    pub fn to_utf8_without_ref(&self) -> Utf8Slice<'_> {
        match self.as_static() {
            Some(view) if !view.is_16bit() => Utf8Slice::Static(view.slice()),
            _ => self.text().to_utf8(),
        }
    }

    /// A copy in UTF-8.
    ///
    /// Zig: `toOwnedSlice`, `toUTF8Bytes`.
    #[must_use]
    pub fn to_owned_slice(&self) -> Vec<u8> {
        self.to_utf8_without_ref().into_vec()
    }

    /// A copy in UTF-8 with a NUL behind it.
    ///
    /// Zig: `toOwnedSliceZ`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{String, zstr};
    ///
    /// assert_eq!(&*String::clone_latin1(b"caf\xe9").to_owned_slice_z(), zstr!("café"));
    /// ```
    #[must_use]
    pub fn to_owned_slice_z(&self) -> ZBox {
        ZBox::from_vec(self.to_owned_slice())
    }

    /// A copy in UTF-8, and whether all of it is ASCII.
    ///
    /// Zig: `toOwnedSliceReturningAllASCII`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// let text = String::clone_latin1(b"\xe9");
    /// assert_eq!(text.to_owned_slice_returning_all_ascii(), ("é".as_bytes().to_vec(), false));
    /// ```
    #[must_use]
    pub fn to_owned_slice_returning_all_ascii(&self) -> (Vec<u8>, bool) {
        let copy = self.to_owned_slice();
        let is_ascii = copy.is_ascii();
        (copy, is_ascii)
    }

    /// The length in UTF-8. O(length).
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// let text = String::clone_latin1(b"caf\xe9");
    /// assert_eq!((text.length(), text.utf8_byte_length(), text.utf16_byte_length()), (4, 5, 8));
    /// ```
    #[must_use]
    pub fn utf8_byte_length(&self) -> usize {
        self.text().utf8_len()
    }

    /// The length in UTF-16, in bytes. O(length) for UTF-8.
    ///
    /// Zig: `utf16ByteLength`, which halves it for 16-bit strings.
    #[must_use]
    pub fn utf16_byte_length(&self) -> usize {
        2 * self.text().utf16_len()
    }

    /// The length in Latin-1, in bytes: the number of units.
    #[must_use]
    pub fn latin1_byte_length(&self) -> usize {
        self.length()
    }

    /// The memory that the string occupies, in bytes, for reporting.
    ///
    /// Zig: `estimatedSize`.
    #[must_use]
    pub fn estimated_size(&self) -> usize {
        match self.wtf() {
            Some(string) => string.memory_cost(),
            None => self.byte_slice().len(),
        }
    }

    /// The unit at `index`; 0 for the empty string.
    ///
    /// # Panics
    ///
    /// When the string is not empty and has no such unit.
    #[must_use]
    pub fn char_at(&self, index: usize) -> u16 {
        match self.text().unit(index) {
            Some(unit) => unit,
            None if self.is_empty() => 0,
            None => panic!("index {index} of a string of {} units", self.length()),
        }
    }

    /// The index of the first unit that equals `ascii`, which is below 0x80.
    ///
    /// Zig: `indexOfAsciiChar`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// assert_eq!(String::static_("a=b").index_of_ascii_char(b'='), Some(1));
    /// ```
    #[must_use]
    pub fn index_of_ascii_char(&self, ascii: u8) -> Option<usize> {
        debug_assert!(ascii.is_ascii());
        self.text().position(ascii)
    }

    /// The units from `start_index`, which is cut to the length.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// let text = String::static_("bun.js");
    /// assert!(text.substring(4).eql_utf8(b"js") && text.substring(9).is_empty());
    /// assert!(text.trunc(3).eql_utf8(b"bun"));
    /// ```
    #[must_use]
    pub fn substring(&self, start_index: usize) -> BorrowedString<'_> {
        self.substring_with_len(start_index, usize::MAX)
    }

    /// The units from `start_index` to `end_index`, which is an index, not a length.
    ///
    /// Both are cut to the length.
    ///
    /// # Examples
    ///
    /// ```
    /// let text = bun_str::String::static_("abcdef");
    /// assert_eq!(text.substring_with_len(2, 4).to_string(), "cd");
    /// ```
    #[must_use]
    pub fn substring_with_len(&self, start_index: usize, end_index: usize) -> BorrowedString<'_> {
        BorrowedString::from_text(self.text().slice(start_index, end_index))
    }

    /// The first `len` units, or all of them when there are fewer.
    #[must_use]
    pub fn trunc(&self, len: usize) -> BorrowedString<'_> {
        self.substring_with_len(0, len)
    }

    /// Writes an ASCII string to `dst`; `None` if it is not ASCII or does not fit.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// let mut buffer = [0; 8];
    /// assert_eq!(String::static_("bun").ascii_into(&mut buffer).as_deref(), Some(&b"bun"[..]));
    /// assert!(String::static_("too long to fit").ascii_into(&mut buffer).is_none());
    /// ```
    #[must_use]
    pub fn ascii_into<'a>(&self, dst: &'a mut [u8]) -> Option<&'a mut [u8]> {
        let text = self.text();
        let dst = dst.get_mut(..text.len()).filter(|_| text.is_all_ascii())?;
        for (byte, unit) in dst.iter_mut().zip(text.units()) {
            *byte = unit as u8;
        }
        Some(dst)
    }

    /// Equality of units: 8-bit strings by their bytes, whichever encoding they are in.
    ///
    /// So `"é"` in UTF-8 equals `"Ã©"` in Latin-1, as in the original. `==` compares the text.
    ///
    /// Zig: `bun.String.eql`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// let (utf8, latin1) = (String::borrow_utf8("é".as_bytes()), String::ascii(b"\xc3\xa9"));
    /// assert!(utf8.eql(&latin1) && *utf8 != *latin1);
    /// ```
    #[must_use]
    pub fn eql(&self, other: &Self) -> bool {
        self.text().eql(other.text())
    }

    /// Whether this is the text that `utf8` spells.
    ///
    /// Zig: `eqlUTF8`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// assert!(String::clone_latin1(b"caf\xe9").eql_utf8("café".as_bytes()));
    /// ```
    #[must_use]
    pub fn eql_utf8(&self, utf8: &[u8]) -> bool {
        self.text().eql_utf8(utf8)
    }

    /// Whether the units are those of `literal`, which is ASCII.
    ///
    /// Zig: `eqlComptime`.
    #[must_use]
    pub fn eql_comptime<S: ?Sized + AsRef<[u8]>>(&self, literal: &S) -> bool {
        self.text().eql(Text::Latin1(literal.as_ref()))
    }

    /// Whether the units lie in memory as `bytes` do.
    ///
    /// Zig: `eqlBytes`.
    #[must_use]
    pub fn eql_bytes(&self, bytes: &[u8]) -> bool {
        self.byte_slice() == bytes
    }

    /// Whether the first units are those of `prefix`; an empty prefix is `true`.
    ///
    /// Zig: `hasPrefixComptime`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{String, w};
    ///
    /// assert!(String::borrow_utf16(w!("node:fs")).has_prefix_comptime(b"node:"));
    /// ```
    #[must_use]
    pub fn has_prefix_comptime(&self, prefix: &'static [u8]) -> bool {
        self.length() >= prefix.len()
            && self.text().slice(0, prefix.len()).eql(Text::Latin1(prefix))
    }

    /// Forwards to `clone`.
    ///
    /// Zig: `dupeRef`.
    #[must_use]
    pub fn dupe_ref(&self) -> Self {
        self.clone()
    }

    /// The header of a counted string.
    #[must_use]
    pub fn as_wtf(&self) -> Option<&WTFStringImplStruct> {
        self.wtf().map(|string| &**string)
    }

    /// A counted string of the same text; copies what is not counted. `None` for the dead string.
    ///
    /// Zig: `toWTF`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// let counted = String::static_("bun").into_wtf().unwrap();
    /// assert_eq!((counted.length(), counted.ref_count()), (3, 1));
    /// assert!(String::DEAD.into_wtf().is_none());
    /// ```
    #[must_use]
    pub fn into_wtf(self) -> Option<WTFString> {
        match self.into_counted() {
            Ok(string) => Some(string),
            Err(this) if this.is_dead() => None,
            Err(this) if this.is_empty() => WTFString::from_latin1(b""),
            Err(this) => Self::copy_text(this.text()).into_counted().ok(),
        }
    }
}

/// By text.
impl PartialEq for String {
    fn eq(&self, other: &Self) -> bool {
        self.text().compare(other.text()).is_eq()
    }
}

impl Eq for String {}

/// By UTF-16 units, as JavaScript orders strings.
impl Ord for String {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text().compare(other.text())
    }
}

impl PartialOrd for String {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// By text: equal texts hash alike in every encoding.
impl Hash for String {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text().hash(state);
    }
}

/// Prints tag, encoding and text.
impl fmt::Debug for String {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {:?}", self.tag(), self.to_zig_string())
    }
}

/// Prints the text; what is not valid becomes U+FFFD.
impl fmt::Display for String {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text().fmt(f)
    }
}
