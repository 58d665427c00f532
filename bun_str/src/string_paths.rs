//! `bun.strings`' path helpers under the name of the file that implements them in the original.
//!
//! # Examples
//!
//! ```
//! use bun_str::string_paths;
//!
//! assert_eq!(string_paths::without_trailing_slash(b"a/"), b"a");
//! ```

pub use crate::paths::PathByte as Ch;
pub use crate::strings::paths::{
    NameTooLong, PathByte, PathUnits, basename, basename_posix, basename_windows,
    char_is_any_slash, clone_normalizing_separators, from_w_path, normalize_slashes_only,
    normalize_slashes_only_t, path_contains_node_modules_folder, remove_leading_dot_slash,
    starts_with_windows_drive_letter, starts_with_windows_drive_letter_t, to_kernel32_path,
    to_nt_path, to_w_path, to_w_path_normalized, without_leading_path_separator,
    without_leading_slash, without_nt_prefix, without_trailing_slash,
    without_trailing_slash_windows_path,
};
