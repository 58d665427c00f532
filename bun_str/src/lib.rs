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
//! | `bun.strings.x` | [`strings::x`](strings) |
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

mod literal;
mod paths;
mod string;
pub mod string_paths;
pub mod strings;
mod wstr;
mod zbox;
mod zig_string;
mod zstr;

pub use paths::{
    basename, basename_posix, cheap_prefix_normalizer, from_w_path,
    path_contains_node_modules_folder,
};
pub use string::{
    AsciiString, BorrowedString, DestroyHook, ExternalStringImplFreeFunction, OwnedString,
    OwnedStringCell, SharedString, Slice, SliceWithUnderlyingString, String, StringValue, Tag,
    Utf8Slice, WTFString, WTFStringImpl, WTFStringImplExt, WTFStringImplStruct, ZigStringSlice,
    set_destroy_hook,
};
pub use wstr::WStr;
pub use zbox::ZBox;
pub use zig_string::{ZigString, ZigStringWords};
pub use zstr::{ZStr, slice_to_nul};

/// What the macros of this crate expand to.
#[doc(hidden)]
pub mod __private {
    pub use crate::wstr::{units_len, units_with_nul};
}
