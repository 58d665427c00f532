//! What crosses to C: zeroed structures, pointers with lengths, C strings.
//!
//! | for | use |
//! |---|---|
//! | `std.mem.zeroes(T)` | [`zeroed`], for what is [`Zeroable`]; [`zeroed_unchecked`] |
//! | the same on the heap | [`boxed_zeroed`], [`boxed_zeroed_unchecked`] |
//! | `ptr[0..len]` of a C callback | [`slice()`], [`slice_mut`]: null with zero is empty |
//! | `std.mem.span(ptr)` | [`cstr`], [`wstr_units`], [`span`] |
//! | a `char name[65]` in a structure | [`c_field_bytes`] |
//! | the kernel's name and release | `uname`, `cached_uname`, on Unix |
//! | a value of a type without bytes | [`conjure_zst`] |

mod c_string;
mod parts;
#[cfg(unix)]
mod uname;
mod zeroable;
mod zeroable_impls;
#[cfg(unix)]
mod zeroable_libc;
mod zeroed;
mod zst;

#[cfg(test)]
mod tests;

pub use c_string::{c_field_bytes, cstr, dupe_z, span, wstr_units};
pub use parts::{slice, slice_mut};
#[cfg(unix)]
pub use uname::{cached_uname, uname};
pub use zeroable::Zeroable;
pub use zeroed::{boxed_zeroed, boxed_zeroed_unchecked, zeroed, zeroed_unchecked};
pub use zst::conjure_zst;
