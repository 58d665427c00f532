//! `WTFString`: one counted reference; and the raw pointer that crosses to C++.
#![expect(unsafe_code, reason = "gives references back")]

use core::fmt;
use core::ops::Deref;
use core::ptr::NonNull;
use core::sync::atomic::{Ordering, fence};

use alloc::vec::Vec;

use super::header::{BUFFER_EXTERNAL, COUNT_IS_STATIC, MADE_HERE, REF_STEP};
use super::{WTFStringImplStruct, block, external, hook};
use crate::ZBox;
use crate::string::Utf8Slice;
use crate::string::text::Text;

/// The pointer to a counted string that crosses to C++.
///
/// Zig: `WTFStringImpl`.
///
/// # Examples
///
/// ```
/// use bun_str::{String, WTFStringImpl};
///
/// let raw: WTFStringImpl = String::clone_utf8(b"abc").leak_wtf_impl();
/// // SAFETY: the line above gave the reference out.
/// assert_eq!(unsafe { String::adopt_wtf_impl(raw) }.length(), 3);
/// ```
pub type WTFStringImpl = *mut WTFStringImplStruct;

/// One reference to a counted string, given back on drop.
///
/// Cloning takes one more reference: O(1). It stays on its thread, because a string that C++ made
/// may belong to a table of that thread; [`SharedString`](crate::SharedString) crosses.
///
/// ```compile_fail,E0277
/// let text = bun_str::WTFString::from_latin1(b"abc").unwrap();
/// std::thread::spawn(move || text.length());
/// ```
///
/// Zig: a `WTFStringImpl` that somebody must `deref`.
///
/// # Examples
///
/// ```
/// use bun_str::WTFString;
///
/// let text = WTFString::from_latin1(b"abc").unwrap();
/// let again = text.clone();
/// assert_eq!(text.ref_count(), 2);
/// drop(again);
/// assert_eq!(text.ref_count(), 1);
/// ```
#[repr(transparent)]
pub struct WTFString(
    /// Invariant: points to a live string, of whose references this is one. When the string was
    /// made here, the pointer may be used for all of its block.
    NonNull<WTFStringImplStruct>,
);

impl WTFString {
    /// Copies Latin-1 bytes; `None` when there are more than 2³¹ − 1.
    #[must_use]
    pub fn from_latin1(bytes: &[u8]) -> Option<Self> {
        block::copy(Text::Latin1(bytes))
    }

    /// Copies UTF-16 units; `None` when there are more than 2³¹ − 1.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{WTFString, w};
    ///
    /// assert_eq!(WTFString::from_utf16(w!("n€")).unwrap().utf16_slice(), w!("n€"));
    /// ```
    #[must_use]
    pub fn from_utf16(units: &[u16]) -> Option<Self> {
        block::copy(Text::Utf16(units))
    }

    /// Takes over one reference to the string at `raw`.
    ///
    /// # Safety
    ///
    /// 1. `raw` points to a live string with WebKit's layout, whose units nobody writes to.
    /// 2. One of its references belongs to the caller, and now to the result.
    /// 3. If the string was made by this crate, `raw` comes from [`into_raw`](Self::into_raw).
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::WTFString;
    ///
    /// let raw = WTFString::from_latin1(b"bun").unwrap().into_raw();
    /// // SAFETY: the line above gave the reference out.
    /// let text = unsafe { WTFString::from_raw(raw) };
    /// assert_eq!((text.length(), text.ref_count()), (3, 1));
    /// ```
    #[must_use]
    pub unsafe fn from_raw(raw: WTFStringImpl) -> Self {
        // SAFETY: precondition 1: not null.
        Self(unsafe { NonNull::new_unchecked(raw) })
    }

    /// The pointer, with the reference: [`from_raw`](Self::from_raw) takes it back.
    #[must_use]
    pub fn into_raw(self) -> WTFStringImpl {
        core::mem::ManuallyDrop::new(self).0.as_ptr()
    }

    /// The pointer, without a reference: valid while this lives.
    #[must_use]
    pub const fn as_raw(&self) -> WTFStringImpl {
        self.0.as_ptr()
    }

    pub(super) const fn from_block(block: NonNull<WTFStringImplStruct>) -> Self {
        Self(block)
    }

    /// The string in UTF-8: the string itself, with one more reference, if it is ASCII.
    ///
    /// Zig: `toUTF8`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{Utf8Slice, WTFString};
    ///
    /// let text = WTFString::from_latin1(b"bun").unwrap();
    /// assert!(matches!(text.to_utf8(), Utf8Slice::WTF(_)));
    /// assert_eq!(text.ref_count(), 1);
    /// ```
    #[must_use]
    pub fn to_utf8(&self) -> Utf8Slice<'static> {
        match self.text() {
            Text::Latin1(bytes) if bytes.is_ascii() => Utf8Slice::WTF(AsciiString(self.clone())),
            text => Utf8Slice::Owned(text.to_utf8_vec()),
        }
    }
}

/// A counted string of ASCII bytes: what a [`Utf8Slice`] may hold a reference to.
///
/// # Examples
///
/// ```
/// use bun_str::{String, Utf8Slice};
///
/// let text = String::clone_utf8(b"abc");
/// let Utf8Slice::WTF(counted) = text.to_utf8() else { panic!("ASCII is not copied") };
/// drop(text);
/// assert_eq!(counted.bytes(), b"abc");
/// ```
#[derive(Clone, Debug)]
pub struct AsciiString(WTFString);

impl AsciiString {
    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.0.latin1_slice()
    }
}

impl Deref for WTFString {
    type Target = WTFStringImplStruct;

    fn deref(&self) -> &WTFStringImplStruct {
        // SAFETY: the invariant of the pointer; the reference held keeps the string alive.
        unsafe { self.0.as_ref() }
    }
}

impl Clone for WTFString {
    fn clone(&self) -> Self {
        self.r#ref();
        Self(self.0)
    }
}

impl Drop for WTFString {
    fn drop(&mut self) {
        // SAFETY: the reference held is the one given back.
        unsafe { release(self.0) };
    }
}

/// Prints the text.
impl fmt::Debug for WTFString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

/// Gives one reference back; the last one frees the string.
///
/// # Safety
///
/// The invariant of [`WTFString`] holds for `string`, and the reference is not used again.
unsafe fn release(string: NonNull<WTFStringImplStruct>) {
    // SAFETY: the reference given back keeps the string alive until here.
    let header = unsafe { string.as_ref() };
    let before = header.ref_count.fetch_sub(REF_STEP, Ordering::Release);
    debug_assert!(before >= REF_STEP, "a reference was given back twice");
    if before != REF_STEP || before & COUNT_IS_STATIC != 0 {
        return;
    }
    // Whatever other threads did with the string happened before they gave it back.
    fence(Ordering::Acquire);
    let flags = header.flags();
    if hook::destroyed_by_runtime(string.as_ptr()) || flags & MADE_HERE == 0 {
        return;
    }
    if flags & BUFFER_EXTERNAL == BUFFER_EXTERNAL {
        // SAFETY: made here, with units elsewhere: by `external`. The count is zero.
        unsafe { external::free(string) };
    } else {
        // SAFETY: made here, with units behind the header: by `block`. The count is zero.
        unsafe { block::free(string) };
    }
}

impl WTFStringImplStruct {
    /// Gives back a reference that [`ref`](Self::ref) took; the last one frees the string.
    ///
    /// # Safety
    ///
    /// `this` points to a live string as [`WTFString::from_raw`] wants it; one of its references
    /// belongs to the caller, who gives it up.
    pub unsafe fn deref(this: WTFStringImpl) {
        // SAFETY: the preconditions are the same.
        drop(unsafe { WTFString::from_raw(this) });
    }
}

/// What ported code asks of a counted string, for the header and for [`WTFString`].
///
/// A raw [`WTFStringImpl`] is dereferenced first, where the promise that it is alive stands:
/// `unsafe { &*raw }.utf8_byte_length()`.
///
/// Zig: the methods of `WTFStringImpl`.
///
/// # Examples
///
/// ```
/// use bun_str::{WTFString, WTFStringImplExt};
///
/// let text = WTFString::from_latin1(b"caf\xe9").unwrap();
/// assert_eq!(text.utf8_byte_length(), 5);
/// assert_eq!(text.to_utf8_if_needed().unwrap().slice(), "café".as_bytes());
/// ```
pub trait WTFStringImplExt {
    /// In UTF-8, or `None` when the bytes of the string are that already.
    ///
    /// Zig: `toUTF8IfNeeded`.
    fn to_utf8_if_needed(&self) -> Option<Utf8Slice<'static>>;

    /// In UTF-8, without a copy where possible.
    ///
    /// Zig: `toUTF8WithoutRef`.
    fn to_utf8(&self) -> Utf8Slice<'_>;

    /// The bytes of a string that is UTF-8 as it stands.
    ///
    /// Zig: `utf8Slice`.
    ///
    /// # Panics
    ///
    /// When it is not: see [`can_use_as_utf8`](Self::can_use_as_utf8).
    fn utf8_slice(&self) -> &[u8];

    /// Whether the bytes are UTF-8 as they stand.
    ///
    /// Zig: `canUseAsUTF8`.
    fn can_use_as_utf8(&self) -> bool;

    /// The length in UTF-8.
    ///
    /// Zig: `utf8ByteLength`.
    fn utf8_byte_length(&self) -> usize;

    /// A copy in UTF-8.
    ///
    /// Zig: `toOwnedSlice`.
    fn to_owned_slice(&self) -> Vec<u8>;

    /// A copy in UTF-8 with a NUL behind it.
    ///
    /// Zig: `toOwnedSliceZ`.
    fn to_owned_slice_z(&self) -> ZBox;
}

impl WTFStringImplExt for WTFStringImplStruct {
    fn to_utf8_if_needed(&self) -> Option<Utf8Slice<'static>> {
        let text = self.text();
        (text.as_utf8().is_none()).then(|| Utf8Slice::Owned(text.to_utf8_vec()))
    }

    fn to_utf8(&self) -> Utf8Slice<'_> {
        self.to_utf8_borrowed()
    }

    fn utf8_slice(&self) -> &[u8] {
        match self.text().as_utf8() {
            Some(bytes) => bytes,
            None => panic!("the string is not UTF-8 as it stands"),
        }
    }

    fn can_use_as_utf8(&self) -> bool {
        self.text().as_utf8().is_some()
    }

    fn utf8_byte_length(&self) -> usize {
        self.text().utf8_len()
    }

    fn to_owned_slice(&self) -> Vec<u8> {
        self.text().to_utf8_vec()
    }

    fn to_owned_slice_z(&self) -> ZBox {
        ZBox::from_vec(self.text().to_utf8_vec())
    }
}
