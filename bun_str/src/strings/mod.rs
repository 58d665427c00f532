//! `bun.strings`: functions on byte strings, under the names that ported code expects.
//!
//! Two pairs look alike and are not:
//!
//! | question | with an empty second argument |
//! |---|---|
//! | [`starts_with`], [`ends_with`] | `true` |
//! | [`has_prefix`] | `false` |
//! | [`index_of`], [`contains`] | `None`, `false` |
//! | [`last_index_of`] | `Some(length of the first)` |
//!
//! Callers depend on each of them, so none is built on another.
//!
//! # Examples
//!
//! ```
//! use bun_str::strings;
//!
//! assert!(strings::starts_with(b"a", b"") && !strings::has_prefix(b"a", b""));
//! assert_eq!(strings::index_of(b"a.tar.gz", b"."), Some(1));
//! ```

mod compare;
mod exact_size;
pub mod paths;
mod recognize;
mod search;
mod secrets;
mod similar;
mod trim;

pub use crate::escape::{
    Escaped, PercentEncodeError, QuoteEscapeFormat, QuoteEscapeFormatFlags,
    escape_html_for_latin1_input, escape_html_for_utf16_input, format_escapes, html_escape_entity,
    percent_encode_write, xml_escape_entity,
};
pub use crate::escape_reg_exp::{escape_reg_exp, escape_reg_exp_for_package_name_matching};
pub use crate::identifier::contains_non_bmp_code_point_or_is_invalid_identifier;
pub use crate::paths::{
    PathByte, PathUnits, add_nt_path_prefix_if_needed, basename, basename_posix, basename_windows,
    char_is_any_slash, cheap_prefix_normalizer, clone_normalizing_separators, from_w_path,
    is_windows_absolute_path_missing_drive_letter, path_contains_node_modules_folder,
    remove_leading_dot_slash, starts_with_windows_drive_letter, starts_with_windows_drive_letter_t,
    to_kernel32_path, to_nt_path, to_w_path_normalize_auto_extend, without_leading_path_separator,
    without_leading_slash, without_nt_prefix, without_trailing_slash,
    without_trailing_slash_windows_path,
};
pub use crate::small::{Appender, StringOrTinyString};
pub use crate::string::{Encoding, EncodingNonAscii};
pub use crate::{w, wstr};
pub use compare::{
    cmp_strings_asc, cmp_strings_desc, ends_with, ends_with_char, eql, has_prefix, order,
    starts_with, starts_with_char,
};
pub use exact_size::ExactSizeMatcher;
pub use recognize::{
    is_ip_address, is_ipv6_address, is_npm_package_name, is_npm_package_name_ignore_length,
    must_escape_yaml_string,
};
pub use search::{
    contains, contains_char, index_of, index_of_char, index_of_char_pos, index_of_char_usize,
    last_index_of, last_index_of_char,
};
pub use secrets::{
    find_url_password, is_uuid, starts_with_npm_secret, starts_with_secret, starts_with_uuid,
};
pub use similar::{did_you_mean, glob_length_compare};
pub use trim::{trim, trim_left, trim_prefix, trim_right, trim_suffix};

#[cfg(test)]
mod tests;

#[cfg(test)]
mod recorded;
