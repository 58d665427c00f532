//! `AutoHash` for what the language itself provides.

use core::marker::PhantomData;
use core::num::{
    NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroI128, NonZeroIsize, NonZeroU8,
    NonZeroU16, NonZeroU32, NonZeroU64, NonZeroU128, NonZeroUsize,
};
use core::ptr::NonNull;

use super::{AutoHash, Shape};
use crate::{Wyhash, hash};

macro_rules! integers {
    ($($int:ident)*) => {$(
        impl AutoHash for $int {
            const SHAPE: Shape = Shape::integer(size_of::<$int>());

            #[inline]
            fn auto_hash_into(&self, hasher: &mut Wyhash) {
                hasher.update(&self.to_le_bytes());
            }

            #[inline(always)]
            fn auto_hash_one(&self) -> u64 {
                hash(&self.to_le_bytes())
            }

            #[inline]
            fn auto_hash_slice_into(items: &[Self], hasher: &mut Wyhash) {
                const SIZE: usize = size_of::<$int>();
                // A multiple of the 48-byte round of `Wyhash`, and of every integer's size.
                let mut block = [0; 96];
                for items in items.chunks(block.len() / SIZE) {
                    for (bytes, item) in block.chunks_exact_mut(SIZE).zip(items) {
                        bytes.copy_from_slice(&item.to_le_bytes());
                    }
                    hasher.update(&block[..items.len() * SIZE]);
                }
            }
        }
    )*};
}

integers! { u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

impl AutoHash for u8 {
    const SHAPE: Shape = Shape::integer(1);

    #[inline]
    fn auto_hash_into(&self, hasher: &mut Wyhash) {
        hasher.update(&[*self]);
    }

    #[inline(always)]
    fn auto_hash_one(&self) -> u64 {
        hash(&[*self])
    }

    #[inline]
    fn auto_hash_slice_into(items: &[Self], hasher: &mut Wyhash) {
        hasher.update(items);
    }
}

/// Types that hash as the value of an expression over `self`.
macro_rules! as_another {
    ($($type:ty $(where $param:ident)?: $shape:expr, $self:ident => $value:expr;)*) => {$(
        impl$(<$param>)? AutoHash for $type {
            const SHAPE: Shape = $shape;

            #[inline]
            fn auto_hash_into(&self, hasher: &mut Wyhash) {
                let $self = self;
                $value.auto_hash_into(hasher);
            }

            #[inline]
            fn auto_hash_one(&self) -> u64 {
                let $self = self;
                $value.auto_hash_one()
            }
        }
    )*};
}

as_another! {
    NonZeroU8: u8::SHAPE, value => value.get();
    NonZeroU16: u16::SHAPE, value => value.get();
    NonZeroU32: u32::SHAPE, value => value.get();
    NonZeroU64: u64::SHAPE, value => value.get();
    NonZeroU128: u128::SHAPE, value => value.get();
    NonZeroUsize: usize::SHAPE, value => value.get();
    NonZeroI8: i8::SHAPE, value => value.get();
    NonZeroI16: i16::SHAPE, value => value.get();
    NonZeroI32: i32::SHAPE, value => value.get();
    NonZeroI64: i64::SHAPE, value => value.get();
    NonZeroI128: i128::SHAPE, value => value.get();
    NonZeroIsize: isize::SHAPE, value => value.get();

    // One bit and 21 bits in Zig, so the byte or word that holds them has unused bits.
    bool: Shape::STREAMED, value => u8::from(*value);
    char: Shape::STREAMED, value => {
        let [low, middle, high, _] = u32::from(*value).to_le_bytes();
        [low, middle, high]
    };

    // Thin pointers only: the original has no metadata to hash. A raw pointer may be null, so its
    // optional is one of the ordinary kind.
    *const T where T: usize::SHAPE, value => value.addr();
    *mut T where T: usize::SHAPE, value => value.addr();
    NonNull<T> where T: Shape::POINTER, value => value.addr().get();
}

impl AutoHash for () {
    const SHAPE: Shape = Shape::STREAMED;

    #[inline]
    fn auto_hash_into(&self, _hasher: &mut Wyhash) {}
}

impl<T: ?Sized> AutoHash for PhantomData<T> {
    const SHAPE: Shape = Shape::ABSENT;

    #[inline]
    fn auto_hash_into(&self, _hasher: &mut Wyhash) {}
}

impl<T: AutoHash> AutoHash for Option<T> {
    const SHAPE: Shape = T::SHAPE.optional();

    #[inline]
    fn auto_hash_into(&self, hasher: &mut Wyhash) {
        match self {
            Some(value) => value.auto_hash_into(hasher),
            None if T::SHAPE.is_pointer() => 0_usize.auto_hash_into(hasher),
            None => {}
        }
    }
}

impl<T: AutoHash, const N: usize> AutoHash for [T; N] {
    const SHAPE: Shape = T::SHAPE.array(N);

    #[inline]
    fn auto_hash_into(&self, hasher: &mut Wyhash) {
        T::auto_hash_slice_into(self, hasher);
    }
}

macro_rules! tuples {
    ($($type:ident)*) => { tuples!(@ [] $($type)*); };
    (@ [$($type:ident)*]) => { tuples!(= $($type)*); };
    (@ [] $next:ident $($rest:ident)*) => { tuples!(@ [$next] $($rest)*); };
    (@ [$($type:ident)+] $next:ident $($rest:ident)*) => {
        tuples!(= $($type)+);
        tuples!(@ [$($type)+ $next] $($rest)*);
    };
    (= $($type:ident)+) => {
        impl<$($type: AutoHash),+> AutoHash for ($($type,)+) {
            const SHAPE: Shape = Shape::of_fields_in_order(&[$($type::SHAPE),+]);

            #[inline]
            fn auto_hash_into(&self, hasher: &mut Wyhash) {
                #[expect(non_snake_case, reason = "each element is named after its type")]
                let ($($type,)+) = self;
                $($type.auto_hash_into(hasher);)+
            }
        }
    };
}

tuples! { A B C D E F G H I J K L }
