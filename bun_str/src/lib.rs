//! NUL-terminated views and byte-string scanning for code ported from Zig.
//!
//! Text is bytes here: `&[u8]` is never validated as UTF-8 and no function assumes that it is.
//!
//! # Which item for what
//!
//! | Zig | here |
//! |---|---|
//! | `[:0]const u8` | [`&ZStr`](ZStr): length and terminator both known |
//! | `[:0]u8` | `&mut ZStr`: the bytes may change, the terminator may not |
//! | an owned `[:0]u8` | [`ZBox`] |
//! | a literal passed where `[:0]const u8` is expected | [`zstr!`] |
//! | `[:0]const u16` | [`&WStr`](WStr); literals by [`wstr!`] and [`w!`] |
//! | `bun.strings.x` | [`strings::x`](strings) |
//! | `bun.String` | [`String`], [`BorrowedString`], [`SharedString`]: see the table at [`String`] |
//! | `ZigString`, `ZigString.Slice` | [`ZigString`], [`Utf8Slice`] |
//! | `MutableString`, `StringBuilder`, `StringJoiner` | [`MutableString`], [`StringBuilder`], [`StringJoiner`](string_joiner::StringJoiner) |
//! | `PathString`, `HashedString`, `SmolStr` | [`PathString`], [`HashedString`], [`SmolStr`] |
//! | `js_lexer.isIdentifier…` | [`identifier`] |
//! | `[]const u8` | `&[u8]` |
//!
//! # What was rejected
//!
//! [`core::ffi::CStr`] cannot hold an embedded NUL, which Zig's sentinel slices can; and
//! `std::ffi::CString::new` searches the bytes on every construction. [`ZStr`] searches only when
//! a C string is produced ([`ZStr::as_cstr`]).
//!
//! # Examples
//!
//! ```
//! use bun_str::{ZBox, strings, zstr};
//!
//! let path = ZBox::from_bytes(b"/etc/hosts");
//! assert_eq!(strings::last_index_of_char(path.as_bytes(), b'/'), Some(4));
//! assert_eq!(&*path, zstr!("/etc/hosts"));
//! ```

#![deny(unsafe_code)]

extern crate alloc;

mod builder;
#[cfg(test)]
mod cases;
mod escape;
mod hashed_string;
pub mod identifier;
mod joiner;
mod literal;
mod mutable_string;
mod path_string;
mod paths;
mod root;
#[doc(hidden)]
pub mod simd;
mod small;
mod string;
pub mod string_joiner;
pub mod string_paths;
mod string_pointer;
pub mod strings;
mod unicode;
pub mod write;
mod wstr;
mod xxhash;
mod zbox;
mod zig_string;
mod zstr;

pub use builder::{BuilderMemory, StringBuilder};
pub use escape::reg_exp as escape_reg_exp;
pub use hashed_string::HashedString;
pub use mutable_string::{BufferedWriter, MutableString};
pub use path_string::PathString;
pub use paths::{
    basename, basename_posix, cheap_prefix_normalizer, from_w_path,
    path_contains_node_modules_folder,
};
pub use root::{first_non_ascii, first_non_ascii16, index_of_char, last_index_of_char};
pub use small::{SmolStr, StringTooLong};
pub use string::{
    AsciiString, BorrowedString, DestroyHook, ExternalStringImplFreeFunction, OwnedString,
    OwnedStringCell, SharedString, Slice, SliceWithUnderlyingString, String, StringValue, Tag,
    Utf8Slice, WTFString, WTFStringImpl, WTFStringImplExt, WTFStringImplStruct, ZigStringSlice,
    set_destroy_hook,
};
pub use string_pointer::StringPointer;
pub use strings::{
    contains, ends_with, eql, eql_case_insensitive_ascii,
    index_of_interesting_character_in_multiline_comment,
    index_of_interesting_character_in_string_literal, index_of_newline_or_non_ascii_or_hash_or_at,
    replace, replacement_size, slice_to_nul, starts_with,
};
pub use wstr::WStr;
pub use xxhash::{XxHash64State, xxhash3_64, xxhash32, xxhash64};
pub use zbox::ZBox;
pub use zig_string::{ZigString, ZigStringWords};
pub use zstr::ZStr;

/// What the macros of this crate expand to.
#[doc(hidden)]
pub mod __private {
    pub use crate::wstr::{units_len, units_with_nul};
}
