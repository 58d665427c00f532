//! `AutoHash`: the hash that a Zig map computes for a key by itself.

mod impls;
mod shape;

pub use shape::Shape;

use crate::Wyhash;

/// A type that can be hashed as Zig's `std.AutoHashMap` hashes its keys.
///
/// | Rust | Zig | what is hashed |
/// |---|---|---|
/// | integers, `NonZero…` | the same | the bytes, least significant first |
/// | `bool`, `char` | `bool`, `u21` | one byte, three bytes |
/// | `[T; N]`, tuples | array, tuple | the elements in order |
/// | `Option<T>` | `?T` | the payload; nothing for `None` |
/// | raw pointers, `NonNull<T>` and its `Option` | pointers | the address; null is zero |
/// | `()`, `PhantomData<T>` | `void`, nothing | nothing |
/// | derived struct | struct | the fields, see below |
/// | derived enum | `enum`, `union(enum)` | the tag, then the fields of the variant |
///
/// **Structs.** A struct with named fields is an ordinary Zig struct: hashed in memory order (by
/// descending alignment) when it has neither padding nor a field with several representations, as
/// declared otherwise. Tuple structs and `#[repr(C)]` structs are hashed as declared.
///
/// **Enums.** The tag is as wide as `#[repr]` says, and by default as Zig makes it: no byte for one
/// variant, one byte for up to 256, two above. Discriminants need a `#[repr]`, as in Zig.
///
/// **Not hashable**, by intent: slices and strings, because it is unclear whether the address or
/// the contents are meant (hash contents with [`hash`](crate::hash())); floats, because equal
/// values have several representations; references, because Zig hashes the address and Rust
/// compares the pointee.
///
/// # Examples
///
/// ```
/// use bun_wyhash::{AutoHash, auto_hash, hash};
///
/// #[derive(AutoHash)]
/// struct Location {
///     column: u16,
///     file: u32,
///     kind: Kind,
///     flags: u8,
/// }
///
/// #[derive(AutoHash)]
/// enum Kind {
///     Import,
///     Export,
/// }
///
/// let location = Location { column: 7, file: 42, kind: Kind::Export, flags: 3 };
/// assert_eq!(auto_hash(&location), hash(&[42, 0, 0, 0, 7, 0, 1, 3]));
/// assert_eq!(auto_hash(&Kind::Import), hash(&[0]));
/// ```
///
/// By hand, for a type that hashes like another:
///
/// ```
/// use bun_wyhash::{AutoHash, Shape, Wyhash, auto_hash};
///
/// struct Flags(u8);
///
/// impl AutoHash for Flags {
///     const SHAPE: Shape = u8::SHAPE;
///
///     fn auto_hash_into(&self, hasher: &mut Wyhash) {
///         self.0.auto_hash_into(hasher);
///     }
/// }
///
/// assert_eq!(auto_hash(&Flags(7)), auto_hash(&7_u8));
/// ```
///
/// ```compile_fail,E0277
/// bun_wyhash::auto_hash(b"slice".as_slice());
/// ```
///
/// ```compile_fail,E0277
/// bun_wyhash::auto_hash("string");
/// ```
///
/// ```compile_fail,E0277
/// bun_wyhash::auto_hash(&1.0_f64);
/// ```
///
/// ```compile_fail,E0277
/// #[derive(bun_wyhash::AutoHash)]
/// struct Name<'a>(&'a [u8]);
/// ```
///
/// ```compile_fail
/// #[derive(bun_wyhash::AutoHash)]
/// enum Level {
///     Debug = 10, // which integer is this? `#[repr(u8)]` would say
/// }
/// ```
///
/// ```compile_fail
/// #[derive(bun_wyhash::AutoHash)]
/// #[repr(C, packed)]
/// struct Packed(u8, u32);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no automatic hash",
    label = "`AutoHash` is not implemented for `{Self}`",
    note = "for your own type: `#[derive(AutoHash)]`",
    note = "slices and strings are left out because the intent is unclear: hash the contents with \
            `bun_wyhash::hash`, or key a string map",
    note = "references are left out because Zig hashes the address and Rust compares the pointee: \
            use the value, or a raw pointer",
    note = "floats are left out because equal values have several representations"
)]
pub trait AutoHash {
    /// How Zig lays the type out.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_wyhash::{AutoHash, Shape};
    ///
    /// assert_eq!(<(u32, u32)>::SHAPE, Shape::of_fields_in_order(&[u32::SHAPE, u32::SHAPE]));
    /// assert_eq!(bool::SHAPE, Shape::STREAMED);
    /// ```
    const SHAPE: Shape;

    /// Appends to `hasher` the bytes that Zig hashes for `self`.
    ///
    /// Zig: `std.hash.autoHash`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_wyhash::{AutoHash, Wyhash, hash};
    ///
    /// let mut hasher = Wyhash::init(0);
    /// 0x0102_u16.auto_hash_into(&mut hasher);
    /// true.auto_hash_into(&mut hasher);
    /// assert_eq!(hasher.final_(), hash(&[2, 1, 1]));
    /// ```
    fn auto_hash_into(&self, hasher: &mut Wyhash);

    /// Returns the hash of `self` as the key of a map. Must not be overridden with another value.
    ///
    /// Zig: `std.hash_map.getAutoHashFn`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_wyhash::{AutoHash, hash};
    ///
    /// assert_eq!((1_u8, Some(2_u8)).auto_hash_one(), hash(&[1, 2]));
    /// ```
    #[inline]
    #[must_use]
    fn auto_hash_one(&self) -> u64 {
        let mut hasher = Wyhash::init(0);
        self.auto_hash_into(&mut hasher);
        hasher.result()
    }

    /// Appends every element of `items`; integers do it in blocks.
    #[doc(hidden)]
    #[inline]
    fn auto_hash_slice_into(items: &[Self], hasher: &mut Wyhash)
    where
        Self: Sized,
    {
        for item in items {
            item.auto_hash_into(hasher);
        }
    }
}

/// Returns the hash that Zig's `std.AutoHashMap` computes for `key`.
///
/// `std.AutoArrayHashMap` uses its low 32 bits. An integer is two multiplications, inlined.
///
/// Zig: `std.hash_map.getAutoHashFn`, `std.array_hash_map.getAutoHashFn`.
///
/// # Examples
///
/// ```
/// use bun_wyhash::{auto_hash, hash};
///
/// assert_eq!(auto_hash(&42_u64), 0xca6b_1af4_5159_2f24);
/// assert_eq!(auto_hash(&42_u64), hash(&42_u64.to_le_bytes()));
/// assert_eq!(auto_hash(&Some(5_u32)), auto_hash(&5_u32));
/// assert_eq!(auto_hash(&None::<u32>), hash(b""));
/// ```
#[doc(alias = "getAutoHashFn")]
#[doc(alias = "autoHash")]
#[inline]
#[must_use]
pub fn auto_hash<K: AutoHash + ?Sized>(key: &K) -> u64 {
    key.auto_hash_one()
}
