//! Lists of types, and the tags of their members.

use super::TagType;

/// The types of a [`TaggedPtrUnion`](super::TaggedPtrUnion): a tuple of up to 32.
///
/// A list that is longer, or that needs a name, is a type of its own for which this and
/// [`UnionMember`] are implemented.
///
/// # Examples
///
/// ```
/// use bun_collections::tagged_pointer::TypeList;
///
/// assert_eq!(<(u8, u16, u32)>::LEN, 3);
/// assert_eq!((<(u8, u16, u32)>::MIN_TAG, <(u8, u16, u32)>::MAX_TAG), (1022, 1024));
/// ```
///
/// ```
/// use bun_collections::TaggedPtrUnion;
/// use bun_collections::tagged_pointer::{TagType, TypeList, UnionMember};
///
/// enum Owners {}
/// impl TypeList for Owners {
///     const LEN: usize = 2;
///     fn type_name_from_tag(tag: TagType) -> Option<&'static str> {
///         [(1024, "Parser"), (1023, "Lexer")].iter().find(|it| it.0 == tag).map(|it| it.1)
///     }
/// }
/// struct Parser;
/// struct Lexer;
/// impl UnionMember<Owners> for Parser {
///     const TAG: TagType = 1024;
/// }
/// impl UnionMember<Owners> for Lexer {
///     const TAG: TagType = 1023;
/// }
/// let lexer = Lexer;
/// assert_eq!(TaggedPtrUnion::<Owners>::init(&raw const lexer).type_name(), Some("Lexer"));
/// ```
pub trait TypeList {
    /// The number of types.
    const LEN: usize;

    /// The tag of the first type.
    const MAX_TAG: TagType = 1024;

    /// The tag of the last type.
    const MIN_TAG: TagType = {
        assert!(Self::LEN >= 1 && Self::LEN <= Self::MAX_TAG as usize, "a list has 1 to 1024");
        Self::MAX_TAG - (Self::LEN as TagType - 1)
    };

    /// Returns the name of the type that `tag` stands for.
    #[must_use]
    fn type_name_from_tag(tag: TagType) -> Option<&'static str>;
}

/// A type of the list `Ts`. `I` is its place, [`At`] in a tuple, which is inferred.
///
/// # Examples
///
/// See [`TypeList`]. A tag that does not fit is no program:
///
/// ```compile_fail,E0080
/// use bun_collections::TaggedPtrUnion;
/// use bun_collections::tagged_pointer::{TagType, TypeList, UnionMember};
///
/// enum One {}
/// impl TypeList for One {
///     const LEN: usize = 1;
///     fn type_name_from_tag(_: TagType) -> Option<&'static str> {
///         None
///     }
/// }
/// impl UnionMember<One> for u8 {
///     const TAG: TagType = 0x8000;
/// }
/// let value = 1_u8;
/// let word = TaggedPtrUnion::<One>::init(&raw const value);
/// ```
pub trait UnionMember<Ts: TypeList, I = ()> {
    /// The tag of the type: one that no other type of the list has, of 15 bits.
    const TAG: TagType;
}

/// The place of a type in a tuple.
///
/// # Examples
///
/// ```
/// use bun_collections::tagged_pointer::{At, UnionMember};
///
/// // Where a type stands twice, its place tells which is meant.
/// assert_eq!(<u8 as UnionMember<(u8, u16, u8), At<2>>>::TAG, 1022);
/// ```
#[derive(Debug)]
pub enum At<const I: usize> {}

/// Implements `TypeList` for a tuple and its membership for each of its types.
macro_rules! list {
    ($($at:literal $T:ident)+) => {
        impl<$($T),+> TypeList for ($($T,)+) {
            const LEN: usize = [$($at),+].len();

            fn type_name_from_tag(tag: TagType) -> Option<&'static str> {
                Some(match Self::MAX_TAG.wrapping_sub(tag) {
                    $($at => core::any::type_name::<$T>(),)+
                    _ => return None,
                })
            }
        }
        list!(members ($($T,)+) ($($T),+) $($at $T)+);
    };
    (members $tuple:tt ($($T:ident),+) $at:literal $Member:ident $($rest:tt)*) => {
        impl<$($T),+> UnionMember<$tuple, At<$at>> for $Member {
            const TAG: TagType = 1024 - $at;
        }
        list!(members $tuple ($($T),+) $($rest)*);
    };
    (members $tuple:tt $types:tt) => {};
}

/// Calls `$list` with each beginning of a list of types, from one to all.
macro_rules! each_beginning {
    ($list:ident: $at:literal $T:ident $($rest:tt)*) => {
        each_beginning!($list: ($at $T) $($rest)*);
    };
    ($list:ident: ($($head:tt)+) $at:literal $T:ident $($rest:tt)*) => {
        $list!($($head)+);
        each_beginning!($list: ($($head)+ $at $T) $($rest)*);
    };
    ($list:ident: ($($head:tt)+)) => {
        $list!($($head)+);
    };
}

/// The same, with the 32 types.
macro_rules! each_tuple {
    ($list:ident) => {
        each_beginning!($list:
            0 A0 1 A1 2 A2 3 A3 4 A4 5 A5 6 A6 7 A7 8 A8 9 A9 10 A10 11 A11 12 A12 13 A13 14 A14
            15 A15 16 A16 17 A17 18 A18 19 A19 20 A20 21 A21 22 A22 23 A23 24 A24 25 A25 26 A26
            27 A27 28 A28 29 A29 30 A30 31 A31);
    };
}

each_tuple!(list);

pub(super) use {each_beginning, each_tuple};
