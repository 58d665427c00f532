//! `ZigString`: a borrowed string with its encoding in the high bits of the pointer.
//!
//! ```text
//!   word 0   63 UTF-16 │ 62 global │ 61 UTF-8 │ 60 static │ address
//!   word 1   length in units
//! ```
//!
//! The C++ peer reads and writes both words, so the encoding cannot move elsewhere. What is kept
//! apart here is the pointer's provenance ([`tagged`]) and the lifetime of what it points to: a
//! view without one could be read after its text is gone.
//!
//! New code uses [`String`](crate::String).
#![expect(unsafe_code, reason = "views the units that the tagged pointer points to")]

mod tagged;
mod traits;

use core::marker::PhantomData;
use core::slice;

use alloc::vec::Vec;

use bun_alloc::AllocError;

use self::tagged::{GLOBAL, STATIC, TaggedPtr, UTF8, UTF16};
use crate::string::text::Text;
use crate::string::{Utf8Slice, convert};
use crate::{ZBox, ZStr};

/// The two words of a [`ZigString`]; `len` can be read as a field, as ported code does.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::ZigString::init(b"abc").len, 3);
/// ```
#[derive(Clone, Copy)]
#[repr(C)]
pub struct ZigStringWords {
    tagged: TaggedPtr,
    /// The length in units.
    pub len: usize,
}

/// A borrowed string: Latin-1 or ASCII unless its flags say UTF-8 or UTF-16.
///
/// Zig: `ZigString`.
///
/// # Examples
///
/// ```
/// use bun_str::ZigString;
///
/// let text = ZigString::from_bytes("é".as_bytes());
/// assert!(text.is_utf8());
/// assert_eq!(text.len, 2);
/// assert_eq!(text.to_slice().slice(), "é".as_bytes());
/// ```
///
/// It cannot outlive its text, and its length cannot be changed:
///
/// ```compile_fail,E0597
/// let view = {
///     let owned = vec![b'a'];
///     bun_str::ZigString::init(&owned)
/// };
/// assert_eq!(view.slice(), b"a");
/// ```
///
/// ```compile_fail,E0594
/// let mut view = bun_str::ZigString::init(b"abc");
/// view.len = 100;
/// ```
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct ZigString<'a> {
    /// Invariant: the pointer is valid for reading `len` units, of the width that its flags say
    /// and aligned to it, for all of `'a`, while nobody writes to them.
    words: ZigStringWords,
    text: PhantomData<&'a [u8]>,
}

const _: () = {
    assert!(size_of::<usize>() != 8 || size_of::<ZigString<'_>>() == 16);
    assert!(size_of::<usize>() != 8 || core::mem::offset_of!(ZigStringWords, len) == 8);
};

impl<'a> ZigString<'a> {
    /// The empty string.
    pub const EMPTY: Self = Self::init(b"");

    const fn new(pointer: TaggedPtr, len: usize) -> Self {
        Self { words: ZigStringWords { tagged: pointer, len }, text: PhantomData }
    }

    /// Views bytes without a flag: ASCII or Latin-1.
    ///
    /// Zig: `ZigString.init`.
    #[must_use]
    pub const fn init(bytes: &'a [u8]) -> Self {
        Self::new(TaggedPtr::new(bytes.as_ptr()), bytes.len())
    }

    /// Views bytes with the UTF-8 flag.
    ///
    /// Zig: `ZigString.initUTF8`.
    #[must_use]
    pub fn init_utf8(bytes: &'a [u8]) -> Self {
        Self::new(TaggedPtr::new(bytes.as_ptr()).with(UTF8), bytes.len())
    }

    /// Views UTF-16 units.
    ///
    /// Zig: `ZigString.initUTF16`, `from16Slice`.
    #[must_use]
    pub fn init_utf16(units: &'a [u16]) -> Self {
        Self::new(TaggedPtr::new(units.as_ptr().cast()).with(UTF16), units.len())
    }

    /// Views bytes that are UTF-8, with the flag only if some byte is not ASCII. O(length).
    ///
    /// Zig: `ZigString.fromBytes`.
    #[must_use]
    pub fn from_bytes(bytes: &'a [u8]) -> Self {
        if bytes.is_ascii() { Self::init(bytes) } else { Self::init_utf8(bytes) }
    }

    /// Forwards to [`from_bytes`](Self::from_bytes).
    ///
    /// Zig: `ZigString.fromUTF8`.
    #[must_use]
    pub fn from_utf8(bytes: &'a [u8]) -> Self {
        Self::from_bytes(bytes)
    }

    pub(crate) fn from_text(text: Text<'a>) -> Self {
        match text {
            Text::Latin1(bytes) => Self::init(bytes),
            Text::Utf8(bytes) => Self::init_utf8(bytes),
            Text::Utf16(units) => Self::init_utf16(units),
        }
    }

    /// The units and how to read them.
    pub(crate) fn text(self) -> Text<'a> {
        let (pointer, len) = (self.words.tagged.untagged(), self.words.len);
        if len == 0 {
            return Text::Latin1(&[]);
        }
        if self.is_16bit() {
            // SAFETY: the invariant of the type.
            return Text::Utf16(unsafe { slice::from_raw_parts(pointer.cast(), len) });
        }
        // SAFETY: the invariant of the type.
        let bytes = unsafe { slice::from_raw_parts(pointer, len) };
        if self.is_utf8() { Text::Utf8(bytes) } else { Text::Latin1(bytes) }
    }

    /// The length in units.
    #[must_use]
    pub const fn length(&self) -> usize {
        self.words.len
    }

    /// Whether there are no units.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.words.len == 0
    }

    /// Whether the units are UTF-16.
    #[must_use]
    pub fn is_16bit(&self) -> bool {
        self.words.tagged.has(UTF16)
    }

    /// Forwards to [`is_16bit`](Self::is_16bit).
    #[must_use]
    pub fn is_16_bit(&self) -> bool {
        self.is_16bit()
    }

    /// Whether the UTF-8 flag is set.
    #[must_use]
    pub fn is_utf8(&self) -> bool {
        self.words.tagged.has(UTF8)
    }

    /// Whether the peer may free the units with the global allocator.
    #[must_use]
    pub fn is_globally_allocated(&self) -> bool {
        self.words.tagged.has(GLOBAL)
    }

    /// Whether the units live as long as the process.
    #[must_use]
    pub fn is_static(&self) -> bool {
        self.words.tagged.has(STATIC)
    }

    /// Whether every unit is below 0x80. O(length).
    #[must_use]
    pub fn is_all_ascii(&self) -> bool {
        self.text().is_all_ascii()
    }

    /// Sets the UTF-8 flag; it means nothing to a 16-bit string.
    ///
    /// Zig: `markUTF8`.
    pub fn mark_utf8(&mut self) {
        self.words.tagged = self.words.tagged.with(UTF8);
    }

    /// Tells the peer that the units may be freed with the global allocator.
    ///
    /// Only for units that were allocated there and that nobody else frees: the peer believes it.
    ///
    /// Zig: `markGlobal`.
    pub fn mark_global(&mut self) {
        self.words.tagged = self.words.tagged.with(GLOBAL);
    }

    /// Sets the UTF-8 flag if the string is 8-bit and some byte is not ASCII. O(length).
    ///
    /// Zig: `setOutputEncoding`.
    pub fn set_output_encoding(&mut self) {
        if !self.is_16bit() && !self.is_all_ascii() {
            self.mark_utf8();
        }
    }

    /// The bytes of an 8-bit string.
    ///
    /// # Panics
    ///
    /// When the string is 16-bit.
    #[must_use]
    pub fn slice(&self) -> &'a [u8] {
        match self.text().bytes() {
            Some(bytes) => bytes,
            None => panic!("a 16-bit string has no 8-bit slice"),
        }
    }

    /// The units as they lie in memory.
    ///
    /// Zig: `byteSlice`.
    #[must_use]
    pub fn byte_slice(&self) -> &'a [u8] {
        match self.text() {
            Text::Latin1(bytes) | Text::Utf8(bytes) => bytes,
            Text::Utf16(units) => {
                let bytes = units.as_ptr().cast();
                // SAFETY: the same memory; any byte of an initialised `u16` is a `u8`.
                unsafe { slice::from_raw_parts(bytes, size_of_val(units)) }
            }
        }
    }

    /// The units of a 16-bit string.
    ///
    /// # Panics
    ///
    /// When the string is 8-bit and not empty.
    #[must_use]
    pub fn utf16_slice(&self) -> &'a [u16] {
        match self.text() {
            Text::Utf16(units) => units,
            Text::Latin1([]) => &[],
            Text::Latin1(_) | Text::Utf8(_) => panic!("an 8-bit string has no 16-bit slice"),
        }
    }

    /// Forwards to [`utf16_slice`](Self::utf16_slice): the units are always aligned here.
    ///
    /// # Panics
    ///
    /// When the string is 8-bit and not empty.
    #[must_use]
    pub fn utf16_slice_aligned(&self) -> &'a [u16] {
        self.utf16_slice()
    }

    /// In UTF-8: borrowed if it is that already, otherwise transcoded.
    ///
    /// Zig: `toSlice`.
    #[must_use]
    pub fn to_slice(&self) -> Utf8Slice<'a> {
        self.text().to_utf8()
    }

    /// The bytes of an 8-bit string as they stand, Latin-1 or not; a 16-bit one is transcoded.
    ///
    /// Zig: `toSliceFast`.
    #[must_use]
    pub fn to_slice_fast(&self) -> Utf8Slice<'a> {
        match self.text().bytes() {
            Some(bytes) => Utf8Slice::Static(bytes),
            None => self.to_slice(),
        }
    }

    /// In UTF-8, always a copy.
    ///
    /// Zig: `toSliceClone`.
    #[must_use]
    pub fn to_slice_clone(&self) -> Utf8Slice<'static> {
        Utf8Slice::Owned(self.to_owned_slice())
    }

    /// A copy in UTF-8.
    ///
    /// Zig: `toOwnedSlice`.
    #[must_use]
    pub fn to_owned_slice(&self) -> Vec<u8> {
        self.text().to_utf8_vec()
    }

    /// A copy in UTF-8 with a NUL behind it.
    ///
    /// Zig: `toOwnedSliceZ`.
    #[must_use]
    pub fn to_owned_slice_z(self) -> ZBox {
        ZBox::from_vec(self.to_owned_slice())
    }

    /// Writes the string to `buf` in UTF-8 with a NUL behind it.
    ///
    /// # Errors
    ///
    /// `NoSpaceLeft` when it does not fit.
    pub fn slice_z_buf<'b>(&self, buf: &'b mut [u8]) -> Result<&'b ZStr, bun_core::Error> {
        let text = self.to_slice();
        let bytes = text.slice();
        let Some(room) = buf.get_mut(..bytes.len().saturating_add(1)) else {
            return Err(bun_core::err!(NoSpaceLeft));
        };
        room[..bytes.len()].copy_from_slice(bytes);
        room[bytes.len()] = 0;
        Ok(ZStr::from_slice_with_nul(room))
    }

    /// Copies UTF-8 for the peer to own: in UTF-16 if it is not ASCII.
    ///
    /// The copy is never freed here: the flag tells the peer to do so.
    ///
    /// Zig: `dupeForJS`.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for the copy.
    pub fn dupe_for_js(utf8: &[u8]) -> Result<ZigString<'static>, AllocError> {
        let mut copy = if utf8.is_ascii() {
            let mut bytes = Vec::new();
            bytes.try_reserve_exact(utf8.len())?;
            bytes.extend_from_slice(utf8);
            // Not by way of `&[u8]`: the peer frees through this pointer.
            let bytes = bytes.leak();
            ZigString::new(TaggedPtr::new(bytes.as_mut_ptr()), bytes.len())
        } else {
            let mut units = Vec::new();
            units.try_reserve_exact(convert::utf8_utf16_len(utf8))?;
            convert::utf8_to_utf16(utf8, &mut units);
            let units = units.leak();
            ZigString::new(TaggedPtr::new(units.as_mut_ptr().cast()).with(UTF16), units.len())
        };
        copy.mark_global();
        Ok(copy)
    }

    /// Equality of units: 8-bit strings by their bytes, whichever encoding they are in.
    ///
    /// So `"é"` in UTF-8 equals `"Ã©"` in Latin-1, as in the original.
    ///
    /// Zig: `ZigString.eql`.
    #[must_use]
    pub fn eql(self, other: ZigString<'_>) -> bool {
        self.text().eql(other.text())
    }

    /// Whether the units are those of `literal`, which is ASCII.
    ///
    /// Zig: `eqlComptime`.
    #[must_use]
    pub fn eql_comptime<S: ?Sized + AsRef<[u8]>>(self, literal: &S) -> bool {
        self.text().eql(Text::Latin1(literal.as_ref()))
    }

    /// The unit at `index`.
    ///
    /// # Panics
    ///
    /// When there is none.
    #[must_use]
    pub fn char_at(self, index: usize) -> u16 {
        match self.text().unit(index) {
            Some(unit) => unit,
            None => panic!("index {index} of a string of {} units", self.len),
        }
    }

    /// The index of the first unit that is one of `chars`, which are ASCII.
    ///
    /// Zig: `indexOfAny`.
    #[must_use]
    pub fn index_of_any(self, chars: &'static [u8]) -> Option<usize> {
        match self.text() {
            Text::Latin1(bytes) | Text::Utf8(bytes) => {
                bytes.iter().position(|byte| chars.contains(byte))
            }
            Text::Utf16(units) => units
                .iter()
                .position(|unit| u8::try_from(*unit).is_ok_and(|byte| chars.contains(&byte))),
        }
    }

    /// The first `len` units, or all of them when there are fewer.
    #[must_use]
    pub fn trunc(self, len: usize) -> Self {
        self.substring_with_len(0, len)
    }

    /// The units from `start_index`, which is cut to the length.
    #[must_use]
    pub fn substring(self, start_index: usize) -> Self {
        self.substring_with_len(start_index, usize::MAX)
    }

    /// The units from `start_index` to `end_index`, which is an index, not a length.
    ///
    /// Both are cut to the length. The flags stay, except that nobody may free a part.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::ZigString;
    ///
    /// assert_eq!(ZigString::init(b"a/b/c").substring_with_len(2, 3).slice(), b"b");
    /// ```
    #[must_use]
    pub fn substring_with_len(self, start_index: usize, end_index: usize) -> Self {
        let mut part = Self::from_text(self.text().slice(start_index, end_index));
        if self.is_static() {
            part.words.tagged = part.words.tagged.with(STATIC);
        }
        part
    }

    /// An upper bound of the length in UTF-8. O(1).
    #[must_use]
    pub fn max_utf8_byte_length(&self) -> usize {
        let factor = match self.text() {
            Text::Utf8(_) => 1,
            Text::Latin1(_) => 2,
            Text::Utf16(_) => 3,
        };
        self.len.saturating_mul(factor)
    }

    /// The length in UTF-8. O(length).
    #[must_use]
    pub fn utf8_byte_length(&self) -> usize {
        self.text().utf8_len()
    }

    /// The length in UTF-16, in bytes. O(length).
    #[must_use]
    pub fn utf16_byte_length(&self) -> usize {
        2 * self.text().utf16_len()
    }
}

impl ZigString<'static> {
    /// Views a literal, with the static flag.
    ///
    /// Zig: `ZigString.static`.
    #[must_use]
    pub fn static_<S: ?Sized + AsRef<[u8]>>(literal: &'static S) -> Self {
        Self::init_static(literal.as_ref())
    }

    /// Views bytes that live as long as the process, with the static flag.
    #[must_use]
    pub fn init_static(bytes: &'static [u8]) -> Self {
        Self::new(TaggedPtr::new(bytes.as_ptr()).with(STATIC), bytes.len())
    }
}

#[cfg(test)]
mod tests;
