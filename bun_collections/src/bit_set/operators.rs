//! Sets as collections of the standard library: operators, collecting and iterating.
//!
//! Operators on sets of run-time length panic when the lengths differ, as the methods that they
//! stand for do. Collecting makes only sets of constant length: others are made before they are
//! extended.

use core::ops::{
    BitAnd, BitAndAssign, BitOr, BitOrAssign, BitXor, BitXorAssign, Not, Sub, SubAssign,
};

use super::{
    ArrayBitSet, AutoBitSet, BitSetIterator, DynamicBitSet, DynamicBitSetUnmanaged, IntegerBitSet,
    IntegerWidth, SingleWordIterator, Width,
};

/// The operators of a set that is `Copy`.
macro_rules! value_operators {
    ([$($generics:tt)*] $set:ty, [$($bounds:tt)*]) => {
        value_operators!(@two [$($generics)*] $set, [$($bounds)*]:
            BitOr bitor union_with BitOrAssign bitor_assign set_union,
            BitAnd bitand intersect_with BitAndAssign bitand_assign set_intersection,
            BitXor bitxor xor_with BitXorAssign bitxor_assign toggle_set,
            Sub sub difference_with SubAssign sub_assign set_exclude);

        impl<$($generics)*> Not for $set where $($bounds)* {
            type Output = Self;

            #[inline]
            fn not(self) -> Self {
                self.complement()
            }
        }

        impl<$($generics)*> FromIterator<usize> for $set where $($bounds)* {
            /// Panics at an index that the set does not have.
            fn from_iter<I: IntoIterator<Item = usize>>(indices: I) -> Self {
                let mut set = Self::init_empty();
                set.extend(indices);
                set
            }
        }
    };
    (@two $generics:tt $set:ty, $bounds:tt: $($operator:ident $function:ident $method:ident
        $assign:ident $assign_function:ident $assign_method:ident),+) => {$(
        value_operators!(@one $generics $set, $bounds: $operator $function $method);
        assigning_operator!($generics $set, $bounds: $assign $assign_function $assign_method);
    )+};
    (@one [$($generics:tt)*] $set:ty, [$($bounds:tt)*]: $operator:ident $function:ident
        $method:ident) => {
        impl<$($generics)*> $operator for $set where $($bounds)* {
            type Output = Self;

            #[inline]
            fn $function(self, other: Self) -> Self {
                self.$method(&other)
            }
        }
    };
}

/// One assigning operator, with a reference on its right.
macro_rules! assigning_operator {
    ([$($generics:tt)*] $set:ty, [$($bounds:tt)*]: $operator:ident $function:ident
        $method:ident) => {
        impl<$($generics)*> $operator<&Self> for $set where $($bounds)* {
            #[inline]
            #[track_caller]
            fn $function(&mut self, other: &Self) {
                self.$method(other);
            }
        }
    };
}

macro_rules! extend {
    ([$($generics:tt)*] $set:ty, [$($bounds:tt)*]) => {
        impl<$($generics)*> Extend<usize> for $set where $($bounds)* {
            /// Panics at an index that the set does not have.
            #[track_caller]
            fn extend<I: IntoIterator<Item = usize>>(&mut self, indices: I) {
                indices.into_iter().for_each(|index| self.set(index));
            }
        }
    };
}

macro_rules! iterate {
    ([$($generics:tt)*] $set:ty) => {
        impl<'a, $($generics)*> IntoIterator for &'a $set {
            type Item = usize;
            type IntoIter = BitSetIterator<'a, true, true>;

            #[inline]
            fn into_iter(self) -> Self::IntoIter {
                self.iter_set()
            }
        }
    };
}

value_operators!([const N: usize] IntegerBitSet<N>, [Width<N>: IntegerWidth]);
value_operators!([const N: usize, const M: usize] ArrayBitSet<N, M>, []);

extend!([const N: usize] IntegerBitSet<N>, [Width<N>: IntegerWidth]);
extend!([const N: usize, const M: usize] ArrayBitSet<N, M>, []);
extend!([] DynamicBitSetUnmanaged, []);
extend!([] DynamicBitSet, []);
extend!([] AutoBitSet, []);

iterate!([const N: usize, const M: usize] ArrayBitSet<N, M>);
iterate!([] DynamicBitSetUnmanaged);
iterate!([] DynamicBitSet);
iterate!([] AutoBitSet);

assigning_operator!([] DynamicBitSetUnmanaged, []: BitOrAssign bitor_assign set_union);
assigning_operator!([] DynamicBitSetUnmanaged, []: BitAndAssign bitand_assign set_intersection);
assigning_operator!([] DynamicBitSetUnmanaged, []: BitXorAssign bitxor_assign toggle_set);
assigning_operator!([] DynamicBitSetUnmanaged, []: SubAssign sub_assign set_exclude);
assigning_operator!([] DynamicBitSet, []: BitOrAssign bitor_assign set_union);
assigning_operator!([] DynamicBitSet, []: BitAndAssign bitand_assign set_intersection);
assigning_operator!([] DynamicBitSet, []: BitXorAssign bitxor_assign toggle_set);
assigning_operator!([] DynamicBitSet, []: SubAssign sub_assign set_exclude);
assigning_operator!([] AutoBitSet, []: BitOrAssign bitor_assign set_union);

impl<const N: usize> IntoIterator for IntegerBitSet<N>
where
    Width<N>: IntegerWidth,
{
    type Item = usize;
    type IntoIter = SingleWordIterator<N, true>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.iter_set()
    }
}
