//! `define_index!`: a kind of index in one line.

/// Defines kinds of [`GenericIndex`](crate::GenericIndex).
///
/// Each line `pub Name: u32;` makes `Name` an alias of an index that no other line's index can be
/// confused with. Where the rows of the table have a type, `GenericIndex<u32, Row>` says the same
/// and reads better in messages of the compiler.
///
/// Zig: `const Name = bun.GenericIndex(u32, opaque {});`.
///
/// # Examples
///
/// ```
/// bun_core::define_index! {
///     /// Which source file of the bundle.
///     pub SourceIndex: u32;
///     ChunkIndex: u16;
/// }
///
/// assert_eq!(SourceIndex::init(5).get(), 5_u32);
/// assert_eq!(ChunkIndex::from_usize(5).get(), 5_u16);
/// ```
#[macro_export]
macro_rules! define_index {
    ($($(#[$attribute:meta])* $vis:vis $Name:ident: $int:ty);+ $(;)?) => {$(
        $(#[$attribute])*
        $vis type $Name = $crate::GenericIndex<
            $int,
            $crate::__private::IndexKind<{
                $crate::__private::index_kind(::core::concat!(
                    ::core::module_path!(), " ", ::core::stringify!($Name), " ",
                    ::core::line!(), ":", ::core::column!()
                ))
            }>,
        >;
    )+};
}

/// The kind of one line of [`define_index!`](crate::define_index!).
#[doc(hidden)]
#[derive(Debug)]
pub enum IndexKind<const PLACE: u64> {}

/// A number for the place of a definition: the 64-bit FNV-1a hash.
#[doc(hidden)]
#[must_use]
pub const fn index_kind(place: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut rest = place.as_bytes();
    while let [byte, tail @ ..] = rest {
        hash = (hash ^ *byte as u64).wrapping_mul(0x0000_0100_0000_01b3);
        rest = tail;
    }
    hash
}
