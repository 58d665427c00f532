//! Path buffers, their pool, and path rules on bytes for code ported from Zig.
//!
//! A path is `&[u8]`; nothing here asks the file system anything. Both platforms' rules compile
//! and are tested on every host.
//!
//! # Which item for what
//!
//! | task | use |
//! |---|---|
//! | room for one path on the stack | [`PathBuffer::uninit`] |
//! | room for one path without 4 KiB of stack | [`path_buffer_pool::get`] |
//! | `a` + `/` + `b`, normalised, in a buffer | [`resolve_path::join_z_buf`] and its siblings |
//! | `bytes` with a NUL behind them | [`resolve_path::z`] |
//! | writing a path piece by piece | [`PathWriter`] |
//! | parent, last component, extension | [`dirname`], [`basename`], [`extension`], [`stem`] |
//! | the rules of one platform by name | [`platform`] |
//!
//! # What was rejected
//!
//! The standard library's paths hide their bytes on Windows and allocate per join. A buffer that
//! is a plain `[u8; MAX_PATH_BYTES]` must be zeroed before safe code may look at it, which costs
//! more than most of the operations on it. Results in thread-local storage, as Zig's convenience
//! functions return, would change under the caller; every function here writes to a buffer that
//! the caller owns.
//!
//! # Examples
//!
//! ```
//! use bun_paths::{PathBuffer, platform, resolve_path};
//!
//! let mut buf = PathBuffer::uninit();
//! let path = resolve_path::join_z_buf::<platform::Posix>(&mut buf, &[b"/usr", b"../etc/hosts"])?;
//! assert_eq!(path.as_bytes(), b"/etc/hosts");
//! # Ok::<(), bun_paths::NameTooLong>(())
//! ```

#![deny(unsafe_code)]

extern crate alloc;

mod absolute;
mod buffer;
mod parts;
mod path_char;
pub mod platform;
mod pool;
pub mod resolve_path;
mod sep;

pub use absolute::{is_absolute, is_absolute_posix, is_absolute_windows, is_drive_letter};
pub use buffer::{
    MAX_PATH_BYTES, OSPathBuffer, OSPathChar, PATH_MAX_WIDE, PathBuffer, PathWriter, UnitBuffer,
    WPathBuffer,
};
pub use bun_str::strings::paths::NameTooLong;
pub use parts::{basename, dirname, extension, stem};
pub use path_char::PathChar;
pub use pool::{
    PathBufferPool, PoolGuard, Pooled, WPathBufferPool, path_buffer_pool, w_path_buffer_pool,
};
pub use sep::{
    DELIMITER, SEP, SEP_POSIX, SEP_STR, SEP_WINDOWS, is_sep_any, is_sep_native, is_sep_posix,
    is_sep_win32,
};

#[cfg(test)]
mod vectors;
