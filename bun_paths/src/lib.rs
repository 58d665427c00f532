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
//! | parts resolved against a directory | [`resolve_path::join_abs_string_buf`] |
//! | writing a path piece by piece | [`PathWriter`] |
//! | building a path and going back | [`AbsPath`], [`RelPath`], [`AutoAbsPath`], [`AutoRelPath`] |
//! | the components of a path | [`ComponentIterator`] |
//! | a list of directories | [`EnvPath`] |
//! | what `std.fs.path` has | [`std_path`] |
//! | parent, last component, extension | [`dirname`], [`basename`], [`extension`], [`stem`] |
//! | the rules of one platform by name | [`platform`] |
//!
//! # What was rejected
//!
//! The standard library's paths hide their bytes on Windows and allocate per join. A buffer that
//! is a plain `[u8; MAX_PATH_BYTES]` must be zeroed before safe code may look at it, which costs
//! more than most of the operations on it. Results in thread-local storage, as Zig's convenience
//! functions return, would change under the caller; functions here write to a buffer that the
//! caller owns, or return one of the pool's.
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
mod component_iterator;
mod env_path;
mod literal;
mod make_path;
mod path;
mod path_char;
pub mod platform;
mod pool;
pub mod resolve_path;
mod sep;
pub mod std_path;
pub mod windows;

#[doc(hidden)]
pub use literal::__private;

pub use absolute::{
    is_absolute, is_absolute_loose, is_absolute_posix, is_absolute_windows, is_absolute_windows_t,
    is_absolute_windows_wtf16, is_drive_letter, is_drive_letter_t, is_package_path,
    is_package_path_not_absolute,
};
pub use buffer::{
    MAX_PATH_BYTES, MAX_WPATH, OSPathBuffer, OSPathChar, OSPathSlice, OSPathSliceZ, PATH_MAX_WIDE,
    PathBuffer, PathWriter, UnitBuffer, UnitStorage, WPathBuffer,
};
pub use bun_str::strings::paths::NameTooLong;
pub use component_iterator::{Component, ComponentIterator, PathFormat, component_iterator};
pub use env_path::{EnvPath, EnvPathInput, PathComponentBuilder};
pub use make_path::{MakePathStep, make_path_with};
pub use path::{
    AbsPath, AutoAbsPath, AutoRelPath, FdPath, Path, PathLike, RelPath, ResetScope, options,
};
pub use path_char::{PathChar, PathChar as PathUnit};
pub use pool::{
    PathBufferPool, PathBufferPool as PathBufferPoolT, PoolGuard, Pooled, WPathBufferPool,
    os_path_buffer_pool, path_buffer_pool, w_path_buffer_pool,
};
pub use resolve_path::{
    dangerously_convert_path_to_posix_in_place, dangerously_convert_path_to_windows_in_place,
    dirname_simple, dirname_w, slashes_to_posix_in_place, slashes_to_windows_in_place,
    windows_volume_name_len,
};
pub use sep::{
    DELIMITER, NODE_MODULES_NEEDLE, NODE_MODULES_TRAILING, SEP, SEP_POSIX, SEP_STR, SEP_WINDOWS,
    is_sep_any, is_sep_any_t, is_sep_native, is_sep_native_t, is_sep_posix, is_sep_posix_t,
    is_sep_win32, is_sep_win32_t,
};
pub use std_path::{
    Dirname, basename, basename_posix, basename_windows, dirname, dirname_posix, dirname_windows,
    extension, join_sep_maybe_z, stem,
};
