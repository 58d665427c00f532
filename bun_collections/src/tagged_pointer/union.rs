//! [`TaggedPtrUnion`]: a pointer that knows which of several types it points to.

use core::ffi::c_void;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::marker::PhantomData;

use super::dispatch::Dispatch;
use super::type_list::{TypeList, UnionMember};
use super::{AddressableSize, TagType, TaggedPtr};

/// A pointer to one of the types of a list, in eight bytes.
///
/// The list is a tuple of up to 32 types. The first has the tag 1024, the second 1023 and so on, as
/// in Zig, so that a word can be passed between the two. A type that is named (`is::<File, _>()`)
/// takes a second parameter, its place in the list, which the compiler finds; a type that is not in
/// the list, or in it twice, does not compile.
///
/// It has the properties of a [`TaggedPtr`].
///
/// Zig: `bun.ptr.TaggedPointerUnion(.{ … })`.
///
/// # Examples
///
/// ```
/// use bun_collections::TaggedPtrUnion;
/// use bun_collections::tagged_pointer::Visit;
///
/// struct File(u32);
/// struct Socket(u64);
/// type Source = TaggedPtrUnion<(File, Socket)>;
///
/// let mut socket = Socket(7);
/// let source = Source::init(&raw mut socket);
/// assert!(source.is::<Socket, _>() && !source.is::<File, _>());
/// assert_eq!(source.tag(), 1023);
/// assert_eq!(source.get::<File, _>(), None);
/// let found = source.get::<Socket, _>().expect("a socket");
/// // SAFETY: the address of `socket`, which lives.
/// assert_eq!(unsafe { (*found).0 }, 7);
///
/// // A branch on the tag:
/// const FILE: u16 = Source::case::<File, _>();
/// const SOCKET: u16 = Source::case::<Socket, _>();
/// let is_slow = match source.tag() {
///     FILE => false,
///     SOCKET => true,
///     _ => unreachable!("made from one of the two"),
/// };
/// assert!(is_slow);
///
/// // The same, with the compiler looking after completeness:
/// struct Read;
/// impl Visit<File> for Read {
///     type Output = u64;
///     fn visit(self, file: *mut File) -> u64 {
///         // SAFETY: all sources of this program live.
///         unsafe { (*file).0.into() }
///     }
/// }
/// impl Visit<Socket> for Read {
///     type Output = u64;
///     fn visit(self, socket: *mut Socket) -> u64 {
///         // SAFETY: as above.
///         unsafe { (*socket).0 }
///     }
/// }
/// assert_eq!(source.call(Read), Some(7));
/// ```
///
/// ```compile_fail,E0277
/// use bun_collections::TaggedPtrUnion;
/// let value = 1_u32;
/// let word = TaggedPtrUnion::<(u8, u16)>::init(&raw const value);
/// ```
///
/// ```compile_fail,E0283
/// use bun_collections::TaggedPtrUnion;
/// let value = 1_u8;
/// let word = TaggedPtrUnion::<(u8, u8)>::init(&raw const value);
/// ```
///
/// A visitor visits all:
///
/// ```compile_fail,E0277
/// use bun_collections::TaggedPtrUnion;
/// use bun_collections::tagged_pointer::Visit;
///
/// struct Half;
/// impl Visit<u8> for Half {
///     type Output = ();
///     fn visit(self, _: *mut u8) {}
/// }
/// TaggedPtrUnion::<(u8, u16)>::NULL.call(Half);
/// ```
///
/// ```compile_fail,E0277
/// fn send<T: Send>(_: T) {}
/// send(bun_collections::TaggedPtrUnion::<(u8, u16)>::NULL);
/// ```
///
/// ```compile_fail,E0277
/// fn share<T: Sync>(_: T) {}
/// share(bun_collections::TaggedPtrUnion::<(u8, u16)>::NULL);
/// ```
#[doc(alias = "TaggedPointerUnion")]
#[repr(transparent)]
pub struct TaggedPtrUnion<Ts: TypeList> {
    repr: TaggedPtr,
    types: PhantomData<fn(Ts)>,
}

impl<Ts: TypeList> TaggedPtrUnion<Ts> {
    /// Null: no address, no tag.
    pub const NULL: Self = Self::from_repr(TaggedPtr::NULL);

    /// Points to a member of the list. The pointer may be null; the tag is there then, too.
    ///
    /// # Panics
    ///
    /// If the address has more than 49 bits.
    #[inline]
    #[must_use]
    pub fn init<T, I>(pointer: *const T) -> Self
    where
        T: UnionMember<Ts, I>,
    {
        const { assert!(T::TAG >> super::word::TAG_BITS == 0, "a tag has 15 bits") };
        Self::from_repr(TaggedPtr::init(pointer, T::TAG))
    }

    /// [`init`](Self::init), with the type named.
    ///
    /// # Panics
    ///
    /// If the address has more than 49 bits.
    #[doc(alias = "initWithType")]
    #[inline]
    #[must_use]
    pub fn init_with_type<T, I>(pointer: *const T) -> Self
    where
        T: UnionMember<Ts, I>,
    {
        Self::init(pointer)
    }

    /// Takes what [`ptr`](Self::ptr) returned; `None` is null. The tag may be that of another list,
    /// which [`is_valid`](Self::is_valid) tells.
    #[inline]
    #[must_use]
    pub fn from(whole: Option<*mut c_void>) -> Self {
        Self::from_repr(TaggedPtr::from(whole))
    }

    /// Points to another object.
    ///
    /// # Panics
    ///
    /// If the address has more than 49 bits.
    #[inline]
    pub fn set<T, I>(&mut self, pointer: *const T)
    where
        T: UnionMember<Ts, I>,
    {
        *self = Self::init(pointer);
    }

    /// Sets this to [`NULL`](Self::NULL).
    #[inline]
    pub fn clear(&mut self) {
        *self = Self::NULL;
    }

    /// Returns the pointer if the tag is that of `T`.
    #[inline]
    #[must_use]
    pub fn get<T, I>(self) -> Option<*mut T>
    where
        T: UnionMember<Ts, I>,
    {
        self.is::<T, I>().then(|| self.as_unchecked::<T, I>())
    }

    /// Returns the pointer.
    ///
    /// Zig: `as`.
    ///
    /// # Panics
    ///
    /// If the tag is not that of `T`.
    #[doc(alias = "as")]
    #[inline]
    #[must_use]
    pub fn as_<T, I>(self) -> *mut T
    where
        T: UnionMember<Ts, I>,
    {
        self.get::<T, I>().expect("the tag of another type")
    }

    /// Returns the pointer, whatever the tag says.
    #[inline]
    #[must_use]
    pub fn as_unchecked<T, I>(self) -> *mut T
    where
        T: UnionMember<Ts, I>,
    {
        self.repr.get()
    }

    /// Returns whether the tag is that of `T`.
    #[inline]
    #[must_use]
    pub fn is<T, I>(self) -> bool
    where
        T: UnionMember<Ts, I>,
    {
        self.repr.data() == T::TAG
    }

    /// Returns the tag of `T`.
    #[inline]
    #[must_use]
    pub const fn case<T, I>() -> TagType
    where
        T: UnionMember<Ts, I>,
    {
        T::TAG
    }

    /// Returns the tag: 0 for [`NULL`](Self::NULL).
    #[inline]
    #[must_use]
    pub fn tag(self) -> TagType {
        self.repr.data()
    }

    /// Returns the name of the type that the tag stands for.
    ///
    /// Zig: `typeName`.
    #[doc(alias = "typeName")]
    #[doc(alias = "tag_name")]
    #[must_use]
    pub fn type_name(self) -> Option<&'static str> {
        Self::type_name_from_tag(self.tag())
    }

    /// Returns the name of the type that `tag` stands for.
    ///
    /// # Examples
    ///
    /// ```
    /// type Number = bun_collections::TaggedPtrUnion<(u32, u64)>;
    /// assert_eq!(Number::type_name_from_tag(1023), Some("u64"));
    /// assert_eq!(Number::type_name_from_tag(1022), None);
    /// ```
    #[doc(alias = "typeNameFromTag")]
    #[must_use]
    pub fn type_name_from_tag(tag: TagType) -> Option<&'static str> {
        Ts::type_name_from_tag(tag)
    }

    /// Returns whether the tag is one of the list's.
    #[inline]
    #[must_use]
    pub fn is_valid(self) -> bool {
        (Ts::MIN_TAG..=Ts::MAX_TAG).contains(&self.tag())
    }

    /// [`is_valid`](Self::is_valid) of a word that has come back.
    #[doc(alias = "isValidPtr")]
    #[inline]
    #[must_use]
    pub fn is_valid_ptr(whole: Option<*mut c_void>) -> bool {
        Self::from(whole).is_valid()
    }

    /// Returns whether the address is null, whatever the tag.
    #[inline]
    #[must_use]
    pub fn is_null(self) -> bool {
        self.as_uintptr() == 0
    }

    /// Returns the address, without the tag.
    #[doc(alias = "asUintptr")]
    #[inline]
    #[must_use]
    pub fn as_uintptr(self) -> AddressableSize {
        self.repr.address()
    }

    /// Keeps the tag and replaces the address by a number.
    ///
    /// # Panics
    ///
    /// If it has more than 49 bits.
    #[doc(alias = "setUintptr")]
    #[inline]
    pub fn set_uintptr(&mut self, number: AddressableSize) {
        self.repr.set_address(number);
    }

    /// Returns the whole word, tag included: [`TaggedPtr::to`].
    #[inline]
    #[must_use]
    pub fn ptr(self) -> *mut c_void {
        self.repr.to()
    }

    /// [`ptr`](Self::ptr).
    #[doc(alias = "ptrUnsafe")]
    #[inline]
    #[must_use]
    pub fn ptr_unsafe(self) -> *mut c_void {
        self.ptr()
    }

    /// Takes a pointer with its tag, which may be that of another list.
    #[inline]
    #[must_use]
    pub const fn from_repr(repr: TaggedPtr) -> Self {
        Self { repr, types: PhantomData }
    }

    /// Returns the pointer with its tag, of no list.
    #[inline]
    #[must_use]
    pub const fn repr(self) -> TaggedPtr {
        self.repr
    }

    /// Calls the visitor with the pointer, as the type that the tag stands for, and returns `None`
    /// for a tag of no type of the list, where Zig panics.
    ///
    /// # Examples
    ///
    /// See [`TaggedPtrUnion`].
    #[inline]
    pub fn call<V>(self, visitor: V) -> Option<Ts::Output>
    where
        Ts: Dispatch<V>,
    {
        Ts::dispatch(self.repr, visitor)
    }
}

impl<Ts: TypeList> Copy for TaggedPtrUnion<Ts> {}

impl<Ts: TypeList> Clone for TaggedPtrUnion<Ts> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<Ts: TypeList> Default for TaggedPtrUnion<Ts> {
    #[inline]
    fn default() -> Self {
        Self::NULL
    }
}

impl<Ts: TypeList> PartialEq for TaggedPtrUnion<Ts> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.repr == other.repr
    }
}

impl<Ts: TypeList> Eq for TaggedPtrUnion<Ts> {}

impl<Ts: TypeList> Hash for TaggedPtrUnion<Ts> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.repr.hash(state);
    }
}

/// Shows the name of the type and the address.
impl<Ts: TypeList> fmt::Debug for TaggedPtrUnion<Ts> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.type_name() {
            Some(name) => write!(f, "{name}@{:p}", self.repr.get::<u8>()),
            None => self.repr.fmt(f),
        }
    }
}
