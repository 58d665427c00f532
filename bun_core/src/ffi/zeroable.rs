//! Which types have a value of zero bytes.
//!
//! `bytemuck::Zeroable` says the same, and was rejected: nobody can implement it for the structures
//! of `libc`, which are most of what ported code zeroes.
#![expect(unsafe_code, reason = "declares an unsafe trait, which `zeroable!` implements")]

/// Types of which zero bytes are a value.
///
/// Implemented for numbers, `bool`, `char`, raw pointers, arrays and tuples of those, `Option`s of
/// references, boxes, functions, `NonNull` and `NonZero`, atomics, cells, and the structures of
/// `libc` that ported code zeroes. For a struct of such fields, wrap its declaration in
/// [`zeroable!`](crate::zeroable), which has the compiler check each of them.
///
/// # Safety
///
/// Zero bytes are a valid value of the type, and one that its own code accepts.
///
/// # Examples
///
/// ```
/// use bun_core::ffi::{Zeroable, zeroed};
///
/// #[repr(C)]
/// union Address {
///     v4: [u8; 4],
///     v6: [u8; 16],
/// }
/// // SAFETY: each variant is integers, and a union of initialised bytes is a value.
/// unsafe impl Zeroable for Address {}
///
/// let address: Address = zeroed();
/// // SAFETY: all bytes are zero.
/// assert_eq!(unsafe { address.v6 }, [0; 16]);
/// ```
#[diagnostic::on_unimplemented(
    message = "nobody has said that zero bytes are a `{Self}`",
    note = "wrap the struct in `bun_core::zeroable! {{ … }}`, or implement `Zeroable` for it"
)]
pub unsafe trait Zeroable: Sized {}

/// Declares structs and says of each that zero bytes are a value of it, after checking its fields.
///
/// The declarations come out as they were written. Generic structs, tuple structs, unions, and
/// structs with function pointers that take references implement
/// [`Zeroable`](crate::ffi::Zeroable) by hand.
///
/// # Examples
///
/// ```
/// bun_core::zeroable! {
///     /// A header of some protocol.
///     #[repr(C)]
///     #[derive(Clone, Debug)]
///     pub struct Header {
///         /// In bytes.
///         pub length: u32,
///         pub next: *mut Header,
///         pub hook: Option<extern "C" fn(u32)>,
///     }
/// }
///
/// let header: Header = bun_core::ffi::zeroed();
/// assert!(header.length == 0 && header.next.is_null() && header.hook.is_none());
/// ```
///
/// A field that cannot be zero is an error:
///
/// ```compile_fail,E0277
/// bun_core::zeroable! {
///     struct Borrowing {
///         name: &'static str,
///     }
/// }
/// ```
#[macro_export]
macro_rules! zeroable {
    ($(
        $(#[$meta:meta])*
        $visibility:vis struct $Name:ident {
            $( $(#[$field_meta:meta])* $field_visibility:vis $field:ident : $Field:ty ),* $(,)?
        }
    )+) => {$(
        $(#[$meta])*
        $visibility struct $Name {
            $( $(#[$field_meta])* $field_visibility $field: $Field, )*
        }
        // SAFETY: zero bytes are a value of each field, by the bounds, and padding holds anything.
        unsafe impl $crate::ffi::Zeroable for $Name
        where
            $( $Field: $crate::ffi::Zeroable, )*
        {
        }
    )+};
}
