//! `String`: five kinds of string in one value that crosses to C++.
//!
//! ```text
//!   0      1 … 7      8                 16               24
//!   ┌──────┬──────────┬─────────────────┬────────────────┐
//!   │ tag  │          │ pointer         │ length         │
//!   └──────┴──────────┴─────────────────┴────────────────┘
//! ```
//!
//! # Who owns what
//!
//! In the original a string is copied like a number, and each copy that lives on has to be counted
//! by hand. Here the types do it:
//!
//! | a value of | is | crosses threads |
//! |---|---|---|
//! | [`String`] | owned: counted, or static, or empty; `Drop` gives it back, `Clone` is O(1) | no |
//! | [`BorrowedString<'a>`] | a view of somebody's bytes; reads like a [`String`] | no |
//! | [`SharedString`] | owned, and nobody's table knows it | yes |
//! | [`OwnedString`] | a [`String`] by the name that ported code uses for ownership | no |
//!
//! What borrows (`borrow_utf8`, `ascii`, `substring`, …) returns a [`BorrowedString`], because a
//! view without a lifetime can be read after its text is gone. Cloning one copies the text: a
//! [`String`] that Rust code holds never points to what it does not keep alive.
//!
//! So `deref()` of ported code goes away; `dupe_ref()` and `clone()` are the same. Where a
//! reference is handed to C++ without a value, [`String::ref_`] takes one and `unsafe`
//! [`String::deref`] gives it back.
//!
//! A string does not leave its thread, because C++ may have put it into a table of that thread.
//! [`String::into_shared`] crosses, by copying only what has to be.
//!
//! # What was rejected
//!
//! A lifetime on [`String`] itself would have to be written in each of the thousand places that
//! store one. An enum with safe variants cannot be what C++ reads and writes.

mod borrowed;
pub(crate) mod convert;
mod create;
mod external;
mod lifecycle;
mod owned;
mod read;
mod shared;
pub(crate) mod text;
mod underlying;
mod utf8_slice;
mod wtf;

pub(crate) use crate::unicode::EncodingNonAscii;
pub use borrowed::BorrowedString;
pub use external::ExternalStringImplFreeFunction;
pub use lifecycle::{String, StringValue, Tag};
pub use owned::{OwnedString, OwnedStringCell};
pub use shared::SharedString;
pub use underlying::SliceWithUnderlyingString;
pub use utf8_slice::{Slice, Utf8Slice, ZigStringSlice};
pub use wtf::{
    AsciiString, DestroyHook, WTFString, WTFStringImpl, WTFStringImplExt, WTFStringImplStruct,
    set_destroy_hook,
};

#[cfg(test)]
mod tests;
