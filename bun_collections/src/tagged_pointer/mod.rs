//! A pointer and a tag in 64 bits: the address in the low 49, the tag in the high 15.
//!
//! The field is a pointer, and the tag is a change of its address, so that what comes out has the
//! provenance of what went in. Rejected: an integer, out of which no pointer comes.
//!
//! [`TaggedPtr`] has a tag of the caller's; [`TaggedPtrUnion`] takes it from the type of the
//! pointer.

mod dispatch;
mod type_list;
mod union;
mod word;

#[cfg(test)]
mod tests;

pub use dispatch::{Dispatch, Visit};
pub use type_list::{At, TypeList, UnionMember};
pub use union::TaggedPtrUnion;

use core::ffi::c_void;
use core::fmt;

use word::{ADDRESS_BITS, TAG_BITS, Word};

/// A tag: 15 bits.
///
/// Zig: `TaggedPointer.Tag`, a `u15`.
pub type TagType = u16;

/// An address: 49 bits.
pub type AddressableSize = u64;

/// A pointer and a tag in eight bytes.
///
/// It is a pointer in every respect: two are equal if address and tag are, it does not change
/// threads by itself, and reading through what [`get`](Self::get) returns is `unsafe`.
///
/// `From<u64>` makes one of bits that came from elsewhere. Its pointer can be compared and counted
/// in, but not read, since a number gives no right to memory; what has to be read travels as a
/// pointer, through [`to`](Self::to) and `From<*mut c_void>`.
///
/// Zig: `bun.TaggedPointer`, which truncates what has too many bits.
///
/// # Examples
///
/// ```
/// use bun_collections::TaggedPtr;
///
/// let mut value = 7_u32;
/// let tagged = TaggedPtr::init(&raw mut value, 3);
/// assert_eq!(tagged.data(), 3);
/// // SAFETY: the address of `value`, which lives.
/// assert_eq!(unsafe { *tagged.get::<u32>() }, 7);
///
/// let context = tagged.to();
/// assert_eq!(TaggedPtr::from(context), tagged);
/// assert_eq!(size_of::<TaggedPtr>(), 8);
/// ```
///
/// ```compile_fail,E0277
/// fn send<T: Send>(_: T) {}
/// send(bun_collections::TaggedPtr::default());
/// ```
///
/// ```compile_fail,E0277
/// fn share<T: Sync>(_: T) {}
/// share(bun_collections::TaggedPtr::default());
/// ```
#[doc(alias = "TaggedPointer")]
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TaggedPtr(Word);

impl TaggedPtr {
    /// Null, with tag 0.
    pub(crate) const NULL: Self = Self(Word::NULL);

    /// Puts a pointer and a tag together. The pointer may be null.
    ///
    /// # Panics
    ///
    /// If the address has more than 49 bits, or the tag more than 15.
    #[inline]
    #[must_use]
    pub fn init<T>(pointer: *const T, data: TagType) -> Self {
        match Self::try_init(pointer, data) {
            Some(tagged) => tagged,
            None => does_not_fit(pointer.addr(), data),
        }
    }

    /// Puts a pointer and a tag together, or returns `None` if the address has more than 49 bits,
    /// or the tag more than 15.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::TaggedPtr;
    ///
    /// assert!(TaggedPtr::try_init("text".as_ptr(), 0x7fff).is_some());
    /// assert!(TaggedPtr::try_init(core::ptr::null::<u8>(), 0x8000).is_none());
    /// # #[cfg(target_pointer_width = "64")]
    /// assert!(TaggedPtr::try_init(core::ptr::without_provenance::<u8>(1 << 49), 0).is_none());
    /// ```
    #[inline]
    #[must_use]
    pub fn try_init<T>(pointer: *const T, data: TagType) -> Option<Self> {
        let fits = pointer.addr() as u64 >> ADDRESS_BITS == 0 && data >> TAG_BITS == 0;
        fits.then(|| Self(Word::new(pointer.cast_mut().cast(), data)))
    }

    /// Returns the tag.
    #[inline]
    #[must_use]
    pub fn data(self) -> TagType {
        self.0.tag()
    }

    /// Returns the pointer without the tag.
    #[inline]
    #[must_use]
    pub fn get<T>(self) -> *mut T {
        self.0.pointer().cast()
    }

    /// Returns the whole word, tag included, for a callback's context. Where pointers have 32 bits
    /// the tag is lost.
    #[inline]
    #[must_use]
    pub fn to(self) -> *mut c_void {
        self.0.whole()
    }

    /// Returns the bits.
    #[inline]
    #[must_use]
    pub fn bits(self) -> u64 {
        self.0.bits()
    }

    /// Returns the address without the tag.
    #[inline]
    #[must_use]
    pub fn address(self) -> AddressableSize {
        self.0.address()
    }

    /// Replaces the address.
    #[inline]
    pub(crate) fn set_address(&mut self, address: AddressableSize) {
        assert!(address >> ADDRESS_BITS == 0, "an address has 49 bits");
        self.0 = self.0.with_address(address);
    }
}

#[cold]
#[inline(never)]
fn does_not_fit(address: usize, tag: TagType) -> ! {
    panic!("address {address:#x} has more than 49 bits, or tag {tag:#x} more than 15")
}

/// Null, with tag 0.
impl Default for TaggedPtr {
    #[inline]
    fn default() -> Self {
        Self::NULL
    }
}

/// The bits of a tagged pointer, as a number, which cannot be read through.
impl From<u64> for TaggedPtr {
    #[inline]
    fn from(bits: u64) -> Self {
        Self(Word::from_bits(bits))
    }
}

/// The bits of a tagged pointer, as a number, which cannot be read through.
impl From<i64> for TaggedPtr {
    #[inline]
    fn from(bits: i64) -> Self {
        Self::from(bits.cast_unsigned())
    }
}

/// The bits of a tagged pointer, as a number, which cannot be read through.
impl From<f64> for TaggedPtr {
    #[inline]
    fn from(bits: f64) -> Self {
        Self::from(bits.to_bits())
    }
}

/// What [`TaggedPtr::to`] returned.
impl From<*mut c_void> for TaggedPtr {
    #[inline]
    fn from(whole: *mut c_void) -> Self {
        Self(Word::from_whole(whole))
    }
}

/// What [`TaggedPtr::to`] returned; `None` is null.
impl From<Option<*mut c_void>> for TaggedPtr {
    #[inline]
    fn from(whole: Option<*mut c_void>) -> Self {
        whole.map_or_else(Self::default, Self::from)
    }
}

impl fmt::Debug for TaggedPtr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TaggedPtr({:p}, {})", self.get::<u8>(), self.data())
    }
}
