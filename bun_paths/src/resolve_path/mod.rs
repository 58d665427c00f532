//! `bun.path`: joining, resolving and normalising by the rules of a [`platform`].
//!
//! | want | use |
//! |---|---|
//! | parts joined, `.` and `..` resolved | [`join_string_buf`], [`join_z_buf`], [`join()`] |
//! | parts resolved against a directory | [`join_abs_string_buf`], [`join_abs_string`] |
//! | the way from one path to another | [`relative`], [`relative_platform_buf`] |
//! | one path cleaned as Node's `path.normalize` does | [`normalize_string_node`] |
//! | one path cleaned, without its leading separator | [`normalize_string_buf`], [`normalize_buf`] |
//! | the directory that several paths lie in | [`longest_common_path`] |
//! | the root and the volume of a Windows path | [`windows_filesystem_root`], [`windows_volume_name`] |
//! | one slash turned into the other | [`path_to_posix_buf`], [`platform_to_posix_in_place`] |
//! | a copy with a NUL behind it | [`z`] |
//! | the parent, in Bun's own spelling | [`dirname()`] |
//! | the last component, whatever the separators | [`basename`] |
//!
//! A result that does not fit its buffer is [`NameTooLong`](crate::NameTooLong), with exactly the
//! room it needs; it is an error only if the *result* does not fit, however long the way to it was.
//! A function without a buffer returns a [`PooledPath`]. A buffer cannot be part of its own input.
//!
//! The components of nearly every path are clean already: they are scanned a block at a time and
//! copied together. What that finds unclean is resolved as it is copied, without a copy in between.

mod block;
mod common_path;
mod components;
mod fit;
mod join;
mod join_abs;
mod join_abs_windows;
mod node;
mod normalize;
mod parts;
mod pooled_path;
mod posix_to_win;
mod relative;
mod scan;
mod slashes;
// Safe code: nothing for Miri to find that the tests of buffers do not show.
#[cfg(all(test, not(miri)))]
mod tests;
mod windows;

pub use crate::absolute::{is_drive_letter, is_drive_letter_t};
pub use crate::platform::{self, Platform, PlatformT};
pub use crate::sep::{
    is_sep_any, is_sep_any_t, is_sep_posix, is_sep_posix_t, is_sep_win32, is_sep_win32_t,
};
pub use common_path::{
    ParentEqual, get_if_exists_longest_common_path, get_if_exists_longest_common_path_generic,
    is_parent_or_equal, longest_common_path, longest_common_path_generic,
    longest_common_path_posix, longest_common_path_windows,
};
pub use join::{
    join, join_string_buf, join_string_buf_t, join_string_buf_w, join_string_buf_w_same,
    join_string_buf_wz, join_string_buf_z, join_z, join_z_buf, z,
};
pub use join_abs::{
    join_abs, join_abs_string, join_abs_string_buf, join_abs_string_buf_checked,
    join_abs_string_buf_z, join_abs_string_buf_z_trailing_slash, join_abs_string_buf_znt,
    join_abs_string_z, join_abs2,
};
pub use node::{normalize_string_node, normalize_string_node_t};
pub use normalize::{
    normalize_buf, normalize_buf_t, normalize_buf_z, normalize_string, normalize_string_alloc,
    normalize_string_buf, normalize_string_buf_t, normalize_string_generic_t,
    normalize_string_loose_buf, normalize_string_windows, normalize_string_z,
};
pub use parts::{
    basename, dirname, dirname_simple, dirname_w, last_index_of_non_separator_posix,
    last_index_of_sep, last_index_of_separator_loose, last_index_of_separator_posix,
    last_index_of_separator_windows, next_dirname,
};
pub use pooled_path::{PooledPath, PooledPathZ};
pub use posix_to_win::{PosixToWinBuf, PosixToWinNormalizer};
pub use relative::{
    relative, relative_alloc, relative_buf_z, relative_normalized, relative_normalized_buf,
    relative_platform, relative_platform_buf, relative_to_common_path, relative_to_common_path_buf,
    relative_z,
};
pub use slashes::{
    dangerously_convert_path_to_posix_in_place, dangerously_convert_path_to_windows_in_place,
    has_platform_path_separators, path_to_posix_buf, platform_to_posix_buf,
    platform_to_posix_in_place, posix_to_platform_in_place, slashes_to_posix_in_place,
    slashes_to_windows_in_place,
};
pub use windows::{
    has_any_illegal_chars, starts_with_disk_discriminator, windows_filesystem_root,
    windows_filesystem_root_t, windows_volume_name, windows_volume_name_len,
    windows_volume_name_len_t,
};

pub(crate) use components::{AboveRoot, Components};
pub(crate) use fit::{fit, to_vec};
pub(crate) use join::join_bound as write_node_bound;
pub(crate) use node::write_node;
