//! `bun.strings.paths`: the path helpers under the name of their file in the original.
//!
//! # Examples
//!
//! ```
//! use bun_str::strings::paths;
//!
//! assert!(paths::starts_with_windows_drive_letter(b"C:/x"));
//! ```

pub use crate::paths::{
    LONG_PATH_PREFIX, NT_OBJECT_PREFIX, NT_UNC_OBJECT_PREFIX, NameTooLong, PathByte, PathUnits,
    add_long_path_prefix, add_nt_path_prefix, add_nt_path_prefix_if_needed, basename,
    basename_posix, basename_windows, char_is_any_slash, clone_normalizing_separators, from_w_path,
    is_windows_absolute_path_missing_drive_letter, normalize_slashes_only,
    normalize_slashes_only_t, path_contains_node_modules_folder, remove_leading_dot_slash,
    starts_with_windows_drive_letter, starts_with_windows_drive_letter_t,
    to_extended_path_normalized, to_kernel32_path, to_nt_path, to_nt_path16, to_path,
    to_path_normalized, to_w_dir_path, to_w_path, to_w_path_normalize_auto_extend,
    to_w_path_normalized, to_w_path_normalized16, without_leading_path_separator,
    without_leading_slash, without_nt_prefix, without_trailing_slash,
    without_trailing_slash_windows_path,
};
