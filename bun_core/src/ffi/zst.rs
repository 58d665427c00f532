//! Values of types that have no bytes.
#![expect(unsafe_code, reason = "a value without bytes is read from nowhere")]

use core::ptr::NonNull;

/// Makes a value of a type without bytes, out of nothing.
///
/// For trampolines: the `extern "C"` function that stands for a handler of type `H` is generic over
/// `H` and gets no value of it. That the type has no bytes is checked by the compiler.
///
/// # Safety
///
/// A value of `H` exists, or has existed, and having another is harmless: `H` is a function item or
/// a closure without captures that the caller was given, or a unit struct that promises nothing.
/// A token of a lock that is held, or an enum without variants, is neither.
///
/// # Examples
///
/// ```
/// use bun_core::ffi::conjure_zst;
///
/// fn trampoline<H: Fn(u32) -> u32 + Copy>(_: H) -> extern "C" fn(u32) -> u32 {
///     extern "C" fn call<H: Fn(u32) -> u32 + Copy>(x: u32) -> u32 {
///         // SAFETY: `trampoline` was given an `H`, which is `Copy`.
///         let handler = unsafe { conjure_zst::<H>() };
///         handler(x)
///     }
///     call::<H>
/// }
/// assert_eq!(trampoline(|x| x + 1)(1), 2);
/// ```
///
/// A type with bytes does not compile:
///
/// ```compile_fail,E0080
/// let nonsense: u8 = unsafe { bun_core::ffi::conjure_zst() };
/// ```
#[inline]
#[must_use]
pub unsafe fn conjure_zst<H>() -> H {
    const { assert!(size_of::<H>() == 0, "only a type without bytes can be made out of nothing") };
    // SAFETY: the pointer is aligned, no byte is read, and the caller vouches for the value.
    unsafe { NonNull::<H>::dangling().read() }
}
