//! Path-flavoured helpers on strings: no component logic, no file system.
//!
//! Everything here is a pure function of bytes or UTF-16 units; both platforms' rules compile
//! everywhere. A result that does not fit its buffer is [`NameTooLong`].

mod basename;
mod name_too_long;
mod slashes;
mod unit;
mod wide;

pub use basename::{basename, basename_posix, basename_windows};
pub use name_too_long::NameTooLong;
pub use slashes::{
    char_is_any_slash, cheap_prefix_normalizer, clone_normalizing_separators,
    is_windows_absolute_path_missing_drive_letter, normalize_slashes_only,
    normalize_slashes_only_t, path_contains_node_modules_folder, remove_leading_dot_slash,
    starts_with_windows_drive_letter, starts_with_windows_drive_letter_t,
    without_leading_path_separator, without_leading_slash, without_nt_prefix,
    without_trailing_slash, without_trailing_slash_windows_path,
};
pub use unit::{PathByte, PathUnits};
pub use wide::{
    LONG_PATH_PREFIX, NT_OBJECT_PREFIX, NT_UNC_OBJECT_PREFIX, add_long_path_prefix,
    add_nt_path_prefix, add_nt_path_prefix_if_needed, from_w_path, to_extended_path_normalized,
    to_kernel32_path, to_nt_path, to_nt_path16, to_path, to_path_normalized, to_w_dir_path,
    to_w_path, to_w_path_normalize_auto_extend, to_w_path_normalized, to_w_path_normalized16,
};

// Safe code: nothing for Miri to find.
#[cfg(all(test, not(miri)))]
mod tests;
