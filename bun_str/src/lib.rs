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
mod simd;
pub mod strings;
mod unicode;
mod zbox;
mod zstr;

pub use zbox::ZBox;
pub use zstr::ZStr;
