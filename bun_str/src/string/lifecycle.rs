//! The value itself: layout, tags, cloning, dropping, and the way out to C++ and back.
#![expect(unsafe_code, reason = "a tagged union that C++ reads and writes")]

use core::mem::{ManuallyDrop, offset_of};

use super::text::Text;
use super::wtf::{WTFString, WTFStringImpl};
use crate::ZigString;

/// Which member of a [`String`]'s union is meant.
///
/// Zig: `bun.String.Tag`.
///
/// # Examples
///
/// ```
/// use bun_str::{String, Tag};
///
/// assert_eq!(String::static_("x").tag(), Tag::StaticZigString);
/// assert_eq!(Tag::Empty as u8, 4);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Tag {
    /// Making the string failed; reads as empty.
    Dead = 0,
    /// A counted string.
    WTFStringImpl = 1,
    /// Bytes that somebody else owns.
    ZigString = 2,
    /// Bytes that live as long as the process.
    StaticZigString = 3,
    /// The empty string.
    Empty = 4,
}

/// A string as C++ sees it, owned by Rust.
///
/// In the original a string is copied like a number, and each copy that lives on has to be counted
/// by hand. Here the types do it:
///
/// | a value of | is | crosses threads |
/// |---|---|---|
/// | [`String`] | owned: counted, static or empty; dropping gives it back, cloning is O(1) | no |
/// | [`BorrowedString<'a>`](crate::BorrowedString) | a view of bytes; reads like a [`String`] | no |
/// | [`SharedString`](crate::SharedString) | owned, and no table of a thread knows it | yes |
///
/// What borrows returns a [`BorrowedString`](crate::BorrowedString), whose clone is a copy. So
/// `deref()` of ported code goes away, and `dupe_ref()` is `clone()`.
///
/// `==` compares the text; [`eql`](Self::eql) compares as the original does.
///
/// Zig: `bun.String`.
///
/// # Examples
///
/// ```
/// use bun_str::String;
///
/// let name = String::clone_utf8("café".as_bytes());
/// assert_eq!(name.length(), 4);
/// assert_eq!(name.to_utf8().slice(), "café".as_bytes());
/// assert_eq!(name.clone(), name);
/// assert!(String::EMPTY.is_empty() && String::DEAD.is_empty());
/// ```
///
/// It stays on its thread:
///
/// ```compile_fail,E0277
/// let text = bun_str::String::clone_utf8(b"abc");
/// std::thread::spawn(move || text.length());
/// ```
///
/// ```compile_fail,E0277
/// let text = bun_str::String::clone_utf8(b"abc");
/// std::thread::scope(|scope| {
///     scope.spawn(|| text.length());
/// });
/// ```
#[repr(C)]
pub struct String {
    /// A `Tag`; kept as a number because C++ writes it. An unknown one reads as `Dead`.
    tag: u8,
    /// Invariant: the member that `tag` names is initialised. A `ZigString` is valid for as long
    /// as the value can be reached: `BorrowedString` gives it a lifetime. A static one is valid
    /// for ever.
    value: StringValue,
}

/// The rest of a [`String`] behind its tag: pointer and length, or a pointer.
///
/// Only C++ looks inside.
///
/// # Examples
///
/// ```
/// # #[cfg(target_pointer_width = "64")]
/// assert_eq!(size_of::<bun_str::StringValue>(), 16);
/// ```
#[derive(Clone, Copy)]
#[repr(C)]
pub union StringValue {
    zig_string: ZigString<'static>,
    /// One reference, counted.
    wtf_string_impl: WTFStringImpl,
}

const _: () = {
    assert!(offset_of!(String, tag) == 0);
    assert!(offset_of!(String, value) == size_of::<usize>());
    assert!(size_of::<usize>() != 8 || size_of::<String>() == 24);
};

impl core::fmt::Debug for StringValue {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("StringValue").finish_non_exhaustive()
    }
}

impl String {
    /// The empty string.
    pub const EMPTY: Self = Self::without_value(Tag::Empty);

    /// The result of making a string that cannot be made.
    pub const DEAD: Self = Self::without_value(Tag::Dead);

    const fn without_value(tag: Tag) -> Self {
        Self { tag: tag as u8, value: StringValue { zig_string: ZigString::EMPTY } }
    }

    /// Takes over a counted string; the empty one needs no counting.
    pub(super) fn from_wtf(string: WTFString) -> Self {
        let value = StringValue { wtf_string_impl: string.into_raw() };
        Self { tag: Tag::WTFStringImpl as u8, value }
    }

    pub(super) const fn from_static(text: ZigString<'static>) -> Self {
        Self { tag: Tag::StaticZigString as u8, value: StringValue { zig_string: text } }
    }

    /// A string that points to somebody's bytes.
    ///
    /// # Safety
    ///
    /// The bytes stay valid and unchanged for as long as the result can be reached, whatever the
    /// lifetime of `text` says.
    pub(super) unsafe fn from_borrowed(text: ZigString<'_>) -> Self {
        let words = (&raw const text).cast::<ZigString<'static>>();
        // SAFETY: a lifetime changes no bits; the precondition vouches for the longer one.
        let text = unsafe { words.read() };
        Self { tag: Tag::ZigString as u8, value: StringValue { zig_string: text } }
    }

    /// Which kind of string this is.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{String, Tag};
    ///
    /// assert_eq!(String::EMPTY.tag(), Tag::Empty);
    /// assert_eq!(String::clone_utf8(b"bun").tag(), Tag::WTFStringImpl);
    /// ```
    #[must_use]
    pub const fn tag(&self) -> Tag {
        match self.tag {
            1 => Tag::WTFStringImpl,
            2 => Tag::ZigString,
            3 => Tag::StaticZigString,
            4 => Tag::Empty,
            _ => Tag::Dead,
        }
    }

    /// The counted string, if it is one; valid while `self` is.
    pub(super) fn wtf(&self) -> Option<&WTFString> {
        if self.tag() != Tag::WTFStringImpl {
            return None;
        }
        let string = (&raw const self.value).cast::<WTFString>();
        // SAFETY: `WTFString` is transparent over the pointer that the tag promises, and `self`
        // owns the reference.
        Some(unsafe { &*string })
    }

    /// The bytes that this points to without counting, if it does.
    pub(super) fn uncounted(&self) -> Option<ZigString<'_>> {
        match self.tag() {
            // SAFETY: the member that the tag names is initialised.
            Tag::ZigString | Tag::StaticZigString => Some(unsafe { self.value.zig_string }),
            Tag::Dead | Tag::WTFStringImpl | Tag::Empty => None,
        }
    }

    /// The bytes that this points to without counting, if they live for ever.
    pub(super) fn as_static(&self) -> Option<ZigString<'static>> {
        match self.tag() {
            // SAFETY: the member that the tag names is initialised, and valid for ever.
            Tag::StaticZigString => Some(unsafe { self.value.zig_string }),
            Tag::Dead | Tag::WTFStringImpl | Tag::ZigString | Tag::Empty => None,
        }
    }

    /// The units and how to read them.
    pub(crate) fn text(&self) -> Text<'_> {
        match (self.wtf(), self.uncounted()) {
            (Some(string), _) => string.text(),
            (None, Some(view)) => view.text(),
            (None, None) => Text::Latin1(&[]),
        }
    }

    /// Takes one more reference to a counted string, which no value gives back.
    ///
    /// For handing a reference to C++; everything else clones.
    ///
    /// Zig: `ref`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// let text = String::clone_utf8(b"bun");
    /// text.ref_();
    /// let raw = text.leak_wtf_impl();
    /// // SAFETY: one reference was the string's, the other is that of `ref_`.
    /// let both = [0, 1].map(|_| unsafe { String::adopt_wtf_impl(raw) });
    /// assert_eq!(both[0].as_wtf().unwrap().ref_count(), 2);
    /// ```
    pub fn ref_(&self) {
        if let Some(string) = self.wtf() {
            string.r#ref();
        }
    }

    /// Gives back a reference that [`ref_`](Self::ref_) took.
    ///
    /// Ported code that ends the life of a string with `deref` drops it instead.
    ///
    /// Zig: `deref`.
    ///
    /// # Safety
    ///
    /// The reference belongs to the caller, not to a value: `ref_` or C++ took it.
    ///
    /// # Examples
    ///
    /// ```
    /// let text = bun_str::String::clone_utf8(b"abc");
    /// text.ref_();
    /// // SAFETY: the line above took the reference.
    /// unsafe { text.deref() };
    /// assert_eq!(text.length(), 3);
    /// ```
    pub unsafe fn deref(&self) {
        if let Some(string) = self.wtf() {
            // SAFETY: the string is alive, and the precondition lends a reference.
            drop(unsafe { WTFString::from_raw(string.as_raw()) });
        }
    }

    /// Takes over a reference to a string of C++.
    ///
    /// Zig: `bun.String{ .tag = .WTFStringImpl, … }`.
    ///
    /// # Safety
    ///
    /// That of [`WTFString::from_raw`].
    #[must_use]
    pub unsafe fn adopt_wtf_impl(raw: WTFStringImpl) -> Self {
        // SAFETY: the preconditions are the same.
        Self::from_wtf(unsafe { WTFString::from_raw(raw) })
    }

    /// The pointer for C++, with the reference; copies what is not counted.
    ///
    /// Null for a string that is too long to be copied.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::String;
    ///
    /// let raw = String::static_("bun").leak_wtf_impl();
    /// // SAFETY: the line above gave the reference out.
    /// let text = unsafe { String::adopt_wtf_impl(raw) };
    /// assert_eq!(text.latin1(), b"bun");
    /// ```
    #[must_use]
    pub fn leak_wtf_impl(self) -> WTFStringImpl {
        match self.into_wtf() {
            Some(string) => string.into_raw(),
            None => core::ptr::null_mut(),
        }
    }

    /// The counted string, for what is one.
    pub(super) fn into_counted(self) -> Result<WTFString, Self> {
        if self.tag() != Tag::WTFStringImpl {
            return Err(self);
        }
        let this = ManuallyDrop::new(self);
        // SAFETY: the member that the tag names is initialised.
        let raw = unsafe { this.value.wtf_string_impl };
        // SAFETY: the reference that the value held goes to the result.
        Ok(unsafe { WTFString::from_raw(raw) })
    }
}

impl Clone for String {
    /// O(1), except that borrowed bytes are copied.
    ///
    /// Zig: `dupeRef`, and `clone` of what is borrowed.
    fn clone(&self) -> Self {
        match (self.wtf(), self.as_static()) {
            (Some(string), _) => Self::from_wtf(string.clone()),
            (None, Some(text)) => Self::from_static(text),
            (None, None) => match self.uncounted() {
                Some(view) => Self::copy_text(view.text()),
                None if self.tag() == Tag::Dead => Self::DEAD,
                None => Self::EMPTY,
            },
        }
    }
}

impl Drop for String {
    fn drop(&mut self) {
        if self.tag() == Tag::WTFStringImpl {
            // SAFETY: the member that the tag names is initialised.
            let raw = unsafe { self.value.wtf_string_impl };
            // SAFETY: the reference that the value held is given back, once.
            drop(unsafe { WTFString::from_raw(raw) });
        }
    }
}
