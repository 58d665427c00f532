//! Which types an `AtomicCell` can hold: those whose bytes are all written, one machine word long.
//!
//! The list is closed but for two doors: [`unsafe_impl_atom!`](crate::unsafe_impl_atom), through
//! which only enums without fields fit, and `unsafe impl Atom`, with a promise.
//! `bytemuck::NoUninit` as the bound was rejected: pointers are not in it, and they are half of the
//! uses.
#![expect(unsafe_code, reason = "declares and implements an unsafe trait")]

use core::num::{
    NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroIsize, NonZeroU8, NonZeroU16, NonZeroU32,
    NonZeroU64, NonZeroUsize,
};
use core::ptr::NonNull;
use core::sync::atomic::{AtomicPtr, AtomicU8, AtomicU16, AtomicU32, AtomicU64, Ordering};

/// Types that an [`AtomicCell`](crate::AtomicCell) can hold.
///
/// Implemented for integers up to 64 bits, `NonZero`s and `Option`s of them, floats, `bool`,
/// `char`, raw pointers, `NonNull` and `Option<NonNull>`. Enums without fields join by
/// [`unsafe_impl_atom!`](crate::unsafe_impl_atom).
///
/// # Safety
///
/// 1. Each byte of every value is initialised: there is no padding.
/// 2. The type is as large as one [`AtomicStorage::Bits`] of its `Storage`, which is the one for
///    pointers if the type holds a pointer.
/// 3. A value may be sent to, and used on, another thread.
///
/// # Examples
///
/// ```
/// use bun_core::{Atom, AtomicCell};
/// use core::sync::atomic::AtomicU32;
///
/// #[derive(Copy, Clone, PartialEq, Debug)]
/// #[repr(transparent)]
/// struct Fd(i32);
/// // SAFETY: 1, 2. One integer of 32 bits. 3. A number.
/// unsafe impl Atom for Fd {
///     type Storage = AtomicU32;
/// }
///
/// static CURRENT: AtomicCell<Fd> = AtomicCell::new(Fd(-1));
/// CURRENT.store(Fd(3));
/// assert_eq!(CURRENT.load(), Fd(3));
/// ```
pub unsafe trait Atom: Copy {
    /// The atomic integer or pointer of the same size.
    type Storage: AtomicStorage;
}

/// The atomic words; no others can be added.
///
/// # Examples
///
/// ```
/// use bun_core::AtomicStorage;
/// use core::sync::atomic::AtomicU32;
///
/// fn room<S: AtomicStorage>() -> usize {
///     size_of::<S::Bits>()
/// }
///
/// assert_eq!(room::<AtomicU32>(), 4);
/// ```
pub trait AtomicStorage: sealed::Sealed + Sync {
    /// The plain value of the same size.
    type Bits: Copy;
    #[doc(hidden)]
    fn load(&self) -> Self::Bits;
    #[doc(hidden)]
    fn store(&self, bits: Self::Bits);
    #[doc(hidden)]
    fn compare_exchange(
        &self,
        current: Self::Bits,
        new: Self::Bits,
    ) -> Result<Self::Bits, Self::Bits>;
}

/// Finds the atomic word for a number of bytes, given as an array of that length.
///
/// # Examples
///
/// ```
/// use bun_core::{Atom, AtomWidth, AtomicCell};
///
/// #[derive(Copy, Clone)]
/// #[repr(transparent)]
/// struct Port(u16);
///
/// // SAFETY: 1. An integer has no padding. 2. By its size. 3. A number.
/// unsafe impl Atom for Port {
///     type Storage = <[(); size_of::<Port>()] as AtomWidth>::Storage;
/// }
///
/// assert_eq!(AtomicCell::new(Port(80)).load().0, 80);
/// ```
pub trait AtomWidth: sealed::Sealed {
    /// The word.
    type Storage: AtomicStorage;
}

mod sealed {
    pub trait Sealed {}
}

macro_rules! storage {
    ($($Atomic:ty: $Bits:ty;)*) => {$(
        impl sealed::Sealed for $Atomic {}
        impl AtomicStorage for $Atomic {
            type Bits = $Bits;

            #[inline]
            fn load(&self) -> $Bits {
                <$Atomic>::load(self, Ordering::Acquire)
            }

            #[inline]
            fn store(&self, bits: $Bits) {
                <$Atomic>::store(self, bits, Ordering::Release);
            }

            #[inline]
            fn compare_exchange(&self, current: $Bits, new: $Bits) -> Result<$Bits, $Bits> {
                <$Atomic>::compare_exchange(self, current, new, Ordering::AcqRel, Ordering::Acquire)
            }
        }
    )*};
}

storage! {
    AtomicU8: u8;
    AtomicU16: u16;
    AtomicU32: u32;
    AtomicU64: u64;
    AtomicPtr<()>: *mut ();
}

macro_rules! width {
    ($($bytes:literal: $Atomic:ty;)*) => {$(
        impl sealed::Sealed for [(); $bytes] {}
        impl AtomWidth for [(); $bytes] {
            type Storage = $Atomic;
        }
    )*};
}

width! {
    1: AtomicU8;
    2: AtomicU16;
    4: AtomicU32;
    8: AtomicU64;
}

macro_rules! atoms {
    ($($Type:ty)*) => {$(
        // SAFETY: 1. A number has no padding. 2. By its size. 3. Numbers are `Send`.
        unsafe impl Atom for $Type {
            type Storage = <[(); size_of::<$Type>()] as AtomWidth>::Storage;
        }
    )*};
}

atoms! {
    u8 u16 u32 u64 usize i8 i16 i32 i64 isize f32 f64 bool char
    NonZeroU8 NonZeroU16 NonZeroU32 NonZeroU64 NonZeroUsize
    NonZeroI8 NonZeroI16 NonZeroI32 NonZeroI64 NonZeroIsize
    Option<NonZeroU8> Option<NonZeroU16> Option<NonZeroU32> Option<NonZeroU64>
    Option<NonZeroUsize> Option<NonZeroI8> Option<NonZeroI16> Option<NonZeroI32>
    Option<NonZeroI64> Option<NonZeroIsize>
}

// SAFETY: 1, 2. A pointer. 3. As `AtomicPtr`: using what it points to is `unsafe`.
unsafe impl<T> Atom for *mut T {
    type Storage = AtomicPtr<()>;
}
// SAFETY: as above.
unsafe impl<T> Atom for *const T {
    type Storage = AtomicPtr<()>;
}
// SAFETY: as above.
unsafe impl<T> Atom for NonNull<T> {
    type Storage = AtomicPtr<()>;
}
// SAFETY: as above; std promises that the option has the layout of the pointer.
unsafe impl<T> Atom for Option<NonNull<T>> {
    type Storage = AtomicPtr<()>;
}

/// Lets an [`AtomicCell`](crate::AtomicCell) hold enums without fields.
///
/// Only such enums fit, which the compiler checks by casting them to an integer; so, in spite of
/// its name, this macro cannot be used wrongly. A struct takes an `unsafe impl` of
/// [`Atom`](crate::Atom), with the promise in sight.
///
/// # Examples
///
/// ```
/// #[derive(Copy, Clone, PartialEq, Debug)]
/// #[repr(u8)]
/// enum Level {
///     Quiet,
///     Loud,
/// }
/// bun_core::unsafe_impl_atom!(Level);
///
/// static LEVEL: bun_core::AtomicCell<Level> = bun_core::AtomicCell::new(Level::Quiet);
/// LEVEL.store(Level::Loud);
/// assert_eq!(LEVEL.load(), Level::Loud);
/// ```
///
/// ```compile_fail,E0605
/// #[derive(Copy, Clone)]
/// struct Gap(u8, u16);
/// bun_core::unsafe_impl_atom!(Gap);
/// ```
#[macro_export]
macro_rules! unsafe_impl_atom {
    ($($Enum:ty),+ $(,)?) => {$(
        const _: () = {
            // A cast to an integer is for what has no gaps: numbers and enums without fields.
            fn check(value: $Enum) -> u128 {
                value as u128
            }
            let _ = check;
            fn sends<T: ::core::marker::Send + 'static>() {}
            let _ = sends::<$Enum>;
        };
        // SAFETY: 1. The cast above compiles. 2. By its size. 3. It is `Send`.
        unsafe impl $crate::Atom for $Enum {
            type Storage =
                <[(); ::core::mem::size_of::<$Enum>()] as $crate::AtomWidth>::Storage;
        }
    )+};
}
