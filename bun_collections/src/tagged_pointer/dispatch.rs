//! Calling the right function for the type that a tag stands for.

use super::TaggedPtr;
use super::type_list::{TypeList, each_beginning, each_tuple};

/// What is done with a pointer to a `T` by [`TaggedPtrUnion::call`](super::TaggedPtrUnion::call).
///
/// One type implements it for every member of a list, with the same output; its fields are the
/// arguments.
///
/// # Examples
///
/// See [`TaggedPtrUnion`](super::TaggedPtrUnion).
pub trait Visit<T> {
    /// What comes out.
    type Output;

    /// Does it. That the pointer can be followed is for whoever made the union to know.
    fn visit(self, member: *mut T) -> Self::Output;
}

/// A list of types all of which `V` visits.
///
/// # Examples
///
/// See [`TaggedPtrUnion`](super::TaggedPtrUnion).
pub trait Dispatch<V>: TypeList {
    /// What comes out of each visit.
    type Output;

    /// Visits as the type that the tag stands for, or returns `None` if there is none.
    fn dispatch(tagged: TaggedPtr, visitor: V) -> Option<Self::Output>;
}

macro_rules! dispatch {
    ($($at:literal $T:ident)+) => {
        impl<V, R, $($T),+> Dispatch<V> for ($($T,)+)
        where
            $(V: Visit<$T, Output = R>,)+
        {
            type Output = R;

            #[inline]
            fn dispatch(tagged: TaggedPtr, visitor: V) -> Option<R> {
                Some(match Self::MAX_TAG.wrapping_sub(tagged.data()) {
                    $($at => visitor.visit(tagged.get::<$T>()),)+
                    _ => return None,
                })
            }
        }
    };
}

each_tuple!(dispatch);
