//! `bun.strings`: functions on byte strings, under the names that ported code expects.
//!
//! Some look alike and are not:
//!
//! | question | with an empty second argument |
//! |---|---|
//! | [`starts_with`], [`ends_with`], [`has_prefix_comptime`] | `true` |
//! | [`has_prefix`] | `false` |
//! | [`index_of`], [`contains`] | `None`, `false` |
//! | [`index_of_t`] of 16-bit units, [`index_of_signed`] | found at 0 |
//! | [`starts_with_case_insensitive_ascii`] | `true` |
//! | [`has_prefix_case_insensitive`] | `false` |
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

mod any;
mod case;
mod compare;
mod concat;
mod hex;
mod lines;
mod order;
mod prefix;
mod replace;
mod scan;
mod search;
mod split;
mod trim;
mod unit;

pub use crate::simd::ByteSet;
pub use any::{
    contains_any, index_any_comptime, index_equal_any, index_of_any, index_of_any_pos_comptime,
    index_of_any16, left_has_any_in_right,
};
pub use case::{
    contains_case_insensitive_ascii, copy_lowercase, copy_lowercase_if_needed,
    eql_any_case_insensitive_ascii, eql_case_insensitive_ascii,
    eql_case_insensitive_ascii_check_length, eql_case_insensitive_ascii_ignore_length,
    eql_case_insensitive_asciii_check_length, eql_case_insensitive_t, has_prefix_case_insensitive,
    has_prefix_case_insensitive_t, in_map_case_insensitive, order_ignore_case,
    starts_with_case_insensitive_ascii, with_ascii_lowercase,
};
pub use compare::{
    const_bytes_eq, eql, eql_any_comptime, eql_comptime, eql_comptime_ignore_len,
    eql_comptime_utf16, eql_long, eql_long_t, eql_t, has_prefix_comptime_type,
};
pub use concat::{
    append, cat, concat, concat_alloc_t, concat_buf_t, concat_with_length, copy, join,
    quoted_alloc, repeating_alloc, repeating_buf,
};
pub use hex::{
    DecodeHexError, decode_hex_to_bytes, decode_hex_to_bytes_truncate, encode_bytes_to_hex,
    is_ascii_hex_digit, is_hex_code_point, to_ascii_hex_value,
};
pub use lines::{LineRange, Lines, get_lines_in_text, index_of_line_ranges};
pub use order::{
    cmp_strings_asc, cmp_strings_desc, glob_length_compare, order, order_t, sort_asc, sort_desc,
};
pub use prefix::{
    ends_with, ends_with_any, ends_with_char, ends_with_char_or_is_zero_length, has_prefix,
    has_prefix_comptime, has_suffix_comptime, is_on_char_boundary, is_utf8_char_boundary,
    starts_with, starts_with_char, starts_with_generic, trim_prefix, trim_suffix, without_prefix,
    without_prefix_comptime, without_prefix_comptime_z, without_prefix_if_possible_comptime,
    without_suffix_comptime,
};
pub use replace::{replace, replace_owned, replacement_size};
pub use scan::{
    contains_newline_or_non_ascii_or_quote, first_non_ascii, first_non_ascii16,
    index_of_interesting_character_in_multiline_comment,
    index_of_interesting_character_in_string_literal, index_of_needs_escape_for_java_script_string,
    index_of_needs_url_encode, index_of_newline_or_non_ascii,
    index_of_newline_or_non_ascii_check_start, index_of_newline_or_non_ascii_or_hash_or_at,
    index_of_space_or_newline_or_non_ascii, is_all_ascii,
};
pub use search::{
    contains, contains_char, contains_char_t, contains_comptime, contains_scalar, contains_t,
    count_char, includes, index, index_of, index_of_char, index_of_char_neg, index_of_char_pos,
    index_of_char_usize, index_of_char_z, index_of_char16_usize, index_of_not_char,
    index_of_scalar, index_of_signed, index_of_t, last_index_before_char, last_index_of,
    last_index_of_char, last_index_of_char_t, last_index_of_t,
};
pub use split::{
    SplitIterator, slice_to_nul, split, split_first, split_first_with_expected, substring,
};
pub use trim::{
    WHITESPACE_CHARS, is_all_whitespace, length_of_leading_whitespace_ascii, trim,
    trim_leading_char, trim_leading_pattern2, trim_left, trim_right, trim_spaces,
    trim_subsequent_leading_chars,
};
pub use unit::CodeUnit;

#[cfg(test)]
mod tests;
