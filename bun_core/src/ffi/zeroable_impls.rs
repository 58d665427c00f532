//! The types of `core` and `alloc` of which zero bytes are a value.
#![expect(unsafe_code, reason = "says of each type that zero is one of its values")]

use super::Zeroable;
use alloc::boxed::Box;
use core::cell::{Cell, UnsafeCell};
use core::marker::{PhantomData, PhantomPinned};
use core::mem::{ManuallyDrop, MaybeUninit};
use core::num::{
    NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroIsize, NonZeroU8, NonZeroU16, NonZeroU32,
    NonZeroU64, NonZeroU128, NonZeroUsize, Wrapping,
};
use core::ptr::NonNull;
use core::sync::atomic::{
    AtomicBool, AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize, AtomicPtr, AtomicU8,
    AtomicU16, AtomicU32, AtomicU64, AtomicUsize,
};

macro_rules! zero_is_a_value {
    ($($Type:ty)*) => {$(
        // SAFETY: the number zero, `false`, NUL, or the absence of anything.
        unsafe impl Zeroable for $Type {}
    )*};
}

zero_is_a_value! {
    () u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64 bool char PhantomPinned
    AtomicBool AtomicI8 AtomicI16 AtomicI32 AtomicI64 AtomicIsize
    AtomicU8 AtomicU16 AtomicU32 AtomicU64 AtomicUsize
}

macro_rules! zero_is_none {
    ($($NonZero:ty)*) => {$(
        // SAFETY: std promises that zero bytes are `None`.
        unsafe impl Zeroable for Option<$NonZero> {}
    )*};
}

zero_is_none! {
    NonZeroI8 NonZeroI16 NonZeroI32 NonZeroI64 NonZeroIsize
    NonZeroU8 NonZeroU16 NonZeroU32 NonZeroU64 NonZeroU128 NonZeroUsize
}

// SAFETY: null.
unsafe impl<T> Zeroable for *const T {}
// SAFETY: null.
unsafe impl<T> Zeroable for *mut T {}
// SAFETY: null.
unsafe impl<T> Zeroable for AtomicPtr<T> {}
// SAFETY: std promises that zero bytes are `None`.
unsafe impl<T> Zeroable for Option<NonNull<T>> {}
// SAFETY: std promises that zero bytes are `None`.
unsafe impl<T> Zeroable for Option<&T> {}
// SAFETY: std promises that zero bytes are `None`.
unsafe impl<T> Zeroable for Option<&mut T> {}
// SAFETY: std promises that zero bytes are `None`.
unsafe impl<T> Zeroable for Option<Box<T>> {}
// SAFETY: no byte.
unsafe impl<T: ?Sized> Zeroable for PhantomData<T> {}
// SAFETY: any bytes.
unsafe impl<T> Zeroable for MaybeUninit<T> {}
// SAFETY: laid out as `T`, without further requirements.
unsafe impl<T: Zeroable> Zeroable for ManuallyDrop<T> {}
// SAFETY: laid out as `T`, without further requirements.
unsafe impl<T: Zeroable> Zeroable for UnsafeCell<T> {}
// SAFETY: laid out as `T`, without further requirements.
unsafe impl<T: Zeroable> Zeroable for Cell<T> {}
// SAFETY: laid out as `T`, without further requirements.
unsafe impl<T: Zeroable> Zeroable for Wrapping<T> {}
// SAFETY: elements without gaps.
unsafe impl<T: Zeroable, const N: usize> Zeroable for [T; N] {}

macro_rules! zero_is_each {
    ($($($T:ident)+;)*) => {$(
        // SAFETY: zero bytes are a value of each field, and padding holds anything.
        unsafe impl<$($T: Zeroable),+> Zeroable for ($($T,)+) {}
    )*};
}

zero_is_each! {
    A;
    A B;
    A B C;
    A B C D;
    A B C D E;
    A B C D E F;
}

macro_rules! zero_is_no_function {
    ($($($T:ident)*;)*) => {$(
        // SAFETY: std promises that zero bytes are `None`.
        unsafe impl<R, $($T),*> Zeroable for Option<fn($($T),*) -> R> {}
        // SAFETY: as above.
        unsafe impl<R, $($T),*> Zeroable for Option<unsafe fn($($T),*) -> R> {}
        // SAFETY: as above.
        unsafe impl<R, $($T),*> Zeroable for Option<extern "C" fn($($T),*) -> R> {}
        // SAFETY: as above.
        unsafe impl<R, $($T),*> Zeroable for Option<unsafe extern "C" fn($($T),*) -> R> {}
    )*};
}

zero_is_no_function! {
    ;
    A;
    A B;
    A B C;
    A B C D;
    A B C D E;
    A B C D E F;
    A B C D E F G;
    A B C D E F G H;
    A B C D E F G H I;
    A B C D E F G H I J;
    A B C D E F G H I J K;
    A B C D E F G H I J K L;
}
