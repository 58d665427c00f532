//! Values whose bytes are all zero.
#![expect(unsafe_code, reason = "zeroed memory becomes a value")]

use super::Zeroable;
use alloc::boxed::Box;
use core::mem::MaybeUninit;

/// Returns the value whose bytes are all zero.
///
/// Zig: `std.mem.zeroes`.
///
/// # Examples
///
/// ```
/// let pair: [u32; 2] = bun_core::ffi::zeroed();
/// assert_eq!(pair, [0, 0]);
/// ```
///
/// Not for types that zero is no value of:
///
/// ```compile_fail,E0277
/// let nowhere: &u8 = bun_core::ffi::zeroed();
/// ```
#[inline]
#[must_use]
pub const fn zeroed<T: Zeroable>() -> T {
    // SAFETY: the contract of `Zeroable`.
    unsafe { zeroed_unchecked() }
}

/// Returns the value whose bytes are all zero, of a type for which nobody has said that there is
/// one.
///
/// # Safety
///
/// Zero bytes are a value of `T`: it has no reference, box, function pointer, `NonNull` or
/// `NonZero` that is not in an `Option`, and every enum has a variant of value zero.
///
/// # Examples
///
/// ```
/// #[repr(C)]
/// struct Foreign(u32, *const u8);
///
/// // SAFETY: an integer and a raw pointer.
/// let foreign: Foreign = unsafe { bun_core::ffi::zeroed_unchecked() };
/// assert!(foreign.0 == 0 && foreign.1.is_null());
/// ```
#[inline]
#[must_use]
pub const unsafe fn zeroed_unchecked<T>() -> T {
    // SAFETY: the caller says that zero bytes are a `T`.
    unsafe { MaybeUninit::zeroed().assume_init() }
}

/// As [`zeroed`], on the heap, without a copy on the stack.
///
/// # Examples
///
/// ```
/// let table: Box<[u64; 1 << 16]> = bun_core::boxed_zeroed();
/// assert!(table.iter().all(|&word| word == 0));
/// ```
#[must_use]
pub fn boxed_zeroed<T: Zeroable>() -> Box<T> {
    // SAFETY: the contract of `Zeroable`.
    unsafe { boxed_zeroed_unchecked() }
}

/// As [`zeroed_unchecked`], on the heap, without a copy on the stack.
///
/// # Safety
///
/// As [`zeroed_unchecked`].
///
/// # Examples
///
/// ```
/// // SAFETY: zero is an integer.
/// let word: Box<u64> = unsafe { bun_core::boxed_zeroed_unchecked() };
/// assert_eq!(*word, 0);
/// ```
#[must_use]
pub unsafe fn boxed_zeroed_unchecked<T>() -> Box<T> {
    // SAFETY: the caller says that zero bytes are a `T`.
    unsafe { Box::new_zeroed().assume_init() }
}
