//! The header itself: its layout, its flags, and what can be read through `&`.
#![expect(unsafe_code, reason = "views the units that the header points to")]

use core::ffi::c_void;
use core::fmt;
use core::mem::offset_of;
use core::slice;
use core::sync::atomic::{AtomicU32, Ordering};

use crate::string::Utf8Slice;
use crate::string::text::Text;

/// The header of a counted string; WebKit's `StringImpl`.
///
/// Never made, moved or copied by its users: it exists behind a [`WTFString`](super::WTFString),
/// or behind a pointer from C++.
///
/// Zig: `bun.WTF.StringImpl`, `WTFStringImplStruct`.
///
/// # Examples
///
/// ```
/// use bun_str::{WTFString, WTFStringImplStruct};
///
/// let text = WTFString::from_latin1(b"abc").unwrap();
/// let header: &WTFStringImplStruct = &text;
/// assert_eq!((header.length(), header.ref_count()), (3, 1));
/// assert_eq!(header.latin1_slice(), b"abc");
/// ```
#[repr(C)]
pub struct WTFStringImplStruct {
    /// Twice the number of references; odd for a string that is never freed.
    pub(super) ref_count: AtomicU32,
    /// In units.
    pub(super) length: u32,
    /// Invariant: valid for reading `length` units, of the width that the flags say, while the
    /// count is not zero; nobody writes to them.
    pub(super) data: *const c_void,
    pub(super) hash_and_flags: AtomicU32,
}

// What the C++ side states about its structure.
const _: () = {
    assert!(offset_of!(WTFStringImplStruct, ref_count) == 0);
    assert!(offset_of!(WTFStringImplStruct, length) == 4);
    assert!(offset_of!(WTFStringImplStruct, data) == 8);
    assert!(offset_of!(WTFStringImplStruct, hash_and_flags) == 8 + size_of::<usize>());
    assert!(size_of::<usize>() != 8 || size_of::<WTFStringImplStruct>() == 24);
};

/// What one reference adds to the count.
pub(super) const REF_STEP: u32 = 2;
/// Set in the count of a string that is never freed.
pub(super) const COUNT_IS_STATIC: u32 = 1;
/// Both set: the units lie elsewhere and are given back by a function.
pub(super) const BUFFER_EXTERNAL: u32 = 3;
/// Set when the units are bytes.
pub(super) const IS_8BIT: u32 = 1 << 2;
/// Set in a string of some thread's table of unique strings.
pub(super) const IS_ATOM: u32 = 1 << 4;
/// Set in the description of a JavaScript symbol.
pub(super) const IS_SYMBOL: u32 = 1 << 5;
/// Set in strings made by this crate; WebKit uses the six bits below.
pub(super) const MADE_HERE: u32 = 1 << 7;
/// How far the hash is shifted.
pub(super) const FLAG_BITS: u32 = 8;

impl WTFStringImplStruct {
    pub(super) fn flags(&self) -> u32 {
        self.hash_and_flags.load(Ordering::Relaxed)
    }

    /// The number of references.
    ///
    /// Zig: `refCount`.
    #[must_use]
    pub fn ref_count(&self) -> u32 {
        self.ref_count.load(Ordering::Relaxed) / REF_STEP
    }

    /// Whether the string is never freed, whatever its count says.
    ///
    /// Zig: `isStatic`, which looks at the wrong bit.
    #[must_use]
    pub fn is_static(&self) -> bool {
        self.ref_count.load(Ordering::Relaxed) & COUNT_IS_STATIC != 0
    }

    /// Whether anybody holds a reference.
    ///
    /// Zig: `hasAtLeastOneRef`.
    #[must_use]
    pub fn has_at_least_one_ref(&self) -> bool {
        self.ref_count.load(Ordering::Relaxed) > 0
    }

    /// Whether there is one reference, after whatever its other holders did with the string.
    pub(crate) fn is_unique(&self) -> bool {
        self.ref_count.load(Ordering::Acquire) == REF_STEP
    }

    /// Takes one more reference, which nobody gives back unless `deref` is called for it.
    ///
    /// Forgetting it leaks the string and does no other harm. [`WTFString::clone`] gives it back
    /// by itself.
    ///
    /// Aborts the process when there are 2³⁰ references: only leaking makes so many.
    ///
    /// [`WTFString::clone`]: super::WTFString
    pub fn r#ref(&self) {
        let before = self.ref_count.fetch_add(REF_STEP, Ordering::Relaxed);
        if before > u32::MAX / 2 {
            too_many_references();
        }
    }

    /// The number of units.
    #[must_use]
    pub const fn length(&self) -> u32 {
        self.length
    }

    /// Whether there are no units.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// The number of bytes that the units take.
    ///
    /// Zig: `byteLength`.
    #[must_use]
    pub fn byte_length(&self) -> usize {
        self.length as usize * if self.is_8bit() { 1 } else { 2 }
    }

    /// Header and units together, in bytes.
    ///
    /// Zig: `memoryCost`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{WTFString, WTFStringImplStruct};
    ///
    /// let text = WTFString::from_latin1(b"bun").unwrap();
    /// assert_eq!(text.memory_cost(), size_of::<WTFStringImplStruct>() + 3);
    /// ```
    #[must_use]
    pub fn memory_cost(&self) -> usize {
        size_of::<Self>() + self.byte_length()
    }

    /// Whether a unit is a byte, which then is a Latin-1 character.
    #[must_use]
    pub fn is_8bit(&self) -> bool {
        self.flags() & IS_8BIT != 0
    }

    /// Whether the string belongs to no table of one thread; one that does must not leave it.
    #[must_use]
    pub fn is_thread_safe(&self) -> bool {
        self.flags() & (IS_ATOM | IS_SYMBOL) == 0
    }

    /// The hash that the peer has computed, or 0.
    #[must_use]
    pub fn existing_hash(&self) -> u32 {
        self.flags() >> FLAG_BITS
    }

    /// The units.
    pub(crate) fn text(&self) -> Text<'_> {
        let len = self.length as usize;
        if len == 0 {
            return Text::Latin1(&[]);
        }
        if self.is_8bit() {
            // SAFETY: the invariant of `data`; `&self` proves a reference, so the count is not
            // zero while the result lives.
            Text::Latin1(unsafe { slice::from_raw_parts(self.data.cast(), len) })
        } else {
            let data = self.data.cast::<u16>();
            // SAFETY: as above, with units of two bytes, to which `data` is aligned.
            Text::Utf16(unsafe { slice::from_raw_parts(data, len) })
        }
    }

    /// The bytes of an 8-bit string, in Latin-1.
    ///
    /// # Panics
    ///
    /// When the string is 16-bit.
    #[must_use]
    pub fn latin1_slice(&self) -> &[u8] {
        match self.text() {
            Text::Utf16(_) => panic!("a 16-bit string has no Latin-1 bytes"),
            Text::Latin1(bytes) | Text::Utf8(bytes) => bytes,
        }
    }

    /// The units of a 16-bit string.
    ///
    /// # Panics
    ///
    /// When the string is 8-bit and not empty.
    #[must_use]
    pub fn utf16_slice(&self) -> &[u16] {
        match self.text() {
            Text::Utf16(units) => units,
            Text::Latin1([]) => &[],
            Text::Latin1(_) | Text::Utf8(_) => panic!("an 8-bit string has no UTF-16 units"),
        }
    }

    /// The units as they lie in memory.
    ///
    /// Zig: `byteSlice`.
    #[must_use]
    pub fn byte_slice(&self) -> &[u8] {
        let len = self.byte_length();
        if len == 0 {
            return &[];
        }
        // SAFETY: the invariant of `data`: `len` bytes hold the units, which are initialised; any
        // byte is a `u8`.
        unsafe { slice::from_raw_parts(self.data.cast(), len) }
    }

    /// Whether the units are UTF-8 as they stand.
    ///
    /// Zig: `canUseAsUTF8`. O(length).
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::WTFString;
    ///
    /// assert!(WTFString::from_latin1(b"bun").unwrap().can_use_as_utf8());
    /// assert!(!WTFString::from_latin1(b"caf\xe9").unwrap().can_use_as_utf8());
    /// ```
    #[must_use]
    pub fn can_use_as_utf8(&self) -> bool {
        self.text().as_utf8().is_some()
    }

    /// The length in UTF-8.
    ///
    /// Zig: `utf8ByteLength`. O(length).
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::WTFString;
    ///
    /// let text = WTFString::from_latin1(b"caf\xe9").unwrap();
    /// assert_eq!((text.length(), text.utf8_byte_length()), (4, 5));
    /// ```
    #[must_use]
    pub fn utf8_byte_length(&self) -> usize {
        self.text().utf8_len()
    }

    /// The string in UTF-8, without a copy where it is that already.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{Utf8Slice, WTFString};
    ///
    /// let text = WTFString::from_latin1(b"bun").unwrap();
    /// assert!(matches!(text.to_utf8_borrowed(), Utf8Slice::Static(b"bun")));
    /// ```
    #[must_use]
    pub fn to_utf8_borrowed(&self) -> Utf8Slice<'_> {
        self.text().to_utf8()
    }
}

#[cold]
fn too_many_references() -> ! {
    bun_alloc::out_of_memory()
}

/// Prints the text.
impl fmt::Debug for WTFStringImplStruct {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\"", self.text())
    }
}

/// Prints the text; a lone surrogate becomes U+FFFD.
impl fmt::Display for WTFStringImplStruct {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text().fmt(f)
    }
}
