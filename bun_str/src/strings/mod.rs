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
mod exact_size;
mod hex;
mod lines;
mod order;
pub mod paths;
mod prefix;
mod recognize;
mod replace;
mod scan;
mod search;
mod secrets;
mod similar;
mod split;
mod trim;
mod unit;

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
pub use crate::simd::ByteSet;
pub use crate::small::{Appender, StringOrTinyString};
pub use crate::unicode::{
    ANSIIterator, AsciiStatus, BOM, BreakState, CodePoint, CodePointZero, CodepointIterator,
    Cursor, EmojiWidth, EncodeIntoResult, Encoding, EncodingNonAscii, NewCodePointIterator,
    PieceOfUTF16, SurrogatePairError, ToUTF16Error, U3Fast, UNICODE_REPLACEMENT,
    UNICODE_REPLACEMENT_STR, UNICODE_VERSION, UTF16Replacement, UnsignedCodepointIterator,
    WrapOptions, allocate_latin1_into_utf8, allocate_latin1_into_utf8_with_list, codepoint_size,
    contains_non_bmp_code_point, convert_utf8_bytes_into_utf16,
    convert_utf8_bytes_into_utf16_with_length, convert_utf8_to_utf16_in_buffer,
    convert_utf8_to_utf16_in_buffer_z, convert_utf16_to_utf8, convert_utf16_to_utf8_append,
    convert_utf16_to_utf8_in_buffer, convert_utf16_to_utf8_without_invalid_surrogate_pairs,
    copy_cp1252_into_utf16, copy_latin1_into_ascii, copy_latin1_into_utf8,
    copy_latin1_into_utf8_stop_on_non_ascii, copy_latin1_into_utf16, copy_u8_into_u16,
    copy_u16_into_u8, copy_utf16_into_utf8, copy_utf16_into_utf8_impl,
    copy_utf16_into_utf8_with_utf8_len, cp1252_to_codepoint_assume_not_ascii,
    cp1252_to_codepoint_bytes_assume_not_ascii16, decode_surrogate_pair, decode_wtf8_rune_t,
    decode_wtf8_rune_t_multibyte, element_length_cp1252_into_utf16,
    element_length_latin1_into_utf8, element_length_utf8_into_utf16,
    element_length_utf16_into_utf8, encode_surrogate_pair, encode_wtf8_rune, encode_wtf8_rune_t,
    grapheme_break, is_amgiguous_codepoint_type, is_emoji, is_full_width_codepoint_type,
    is_unicode_space_separator, is_valid_utf8, is_valid_utf8_without_simd,
    is_zero_width_codepoint_type, latin1_to_codepoint_bytes_assume_not_ascii, lexer_step,
    narrow_ascii_u16, non_ascii_sequence_length, peek_n_codepoints_wtf8, push_codepoint_utf16,
    replace_latin1_with_utf8, str_utf8, to_utf8_alloc, to_utf8_alloc_from_le_bytes,
    to_utf8_alloc_with_type, to_utf8_alloc_with_type_without_invalid_surrogate_pairs,
    to_utf8_alloc_z, to_utf8_append_to_list, to_utf8_from_latin1, to_utf8_from_latin1_z,
    to_utf8_list_with_type, to_utf8_list_with_type_bun, to_utf16_alloc, to_utf16_alloc_for_real,
    to_utf16_alloc_maybe_buffered, u16_get_supplementary, u16_is_lead, u16_is_trail, u16_lead,
    u16_trail, utf8_byte_sequence_length, utf16_codepoint, utf16_codepoint_with_fffd,
    utf16_eql_string, visible, visible_codepoint_width, visible_codepoint_width_maybe_emoji,
    visible_codepoint_width_type, without_utf8_bom, wrap_ansi, wtf8_byte_sequence_length,
    wtf8_byte_sequence_length_with_invalid, wtf8_sequence,
};
pub use crate::{w, wstr};
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
pub use exact_size::ExactSizeMatcher;
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
    has_prefix_comptime, has_prefix_with_word_boundary, has_suffix_comptime, is_on_char_boundary,
    is_utf8_char_boundary, starts_with, starts_with_char, starts_with_generic, trim_prefix,
    trim_suffix, without_prefix, without_prefix_comptime, without_prefix_comptime_z,
    without_prefix_if_possible_comptime, without_suffix_comptime,
};
pub use recognize::{
    is_ip_address, is_ipv6_address, is_npm_package_name, is_npm_package_name_ignore_length,
    must_escape_yaml_string,
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
pub use secrets::{
    find_url_password, is_uuid, starts_with_npm_secret, starts_with_secret, starts_with_uuid,
};
pub use similar::did_you_mean;
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

#[cfg(test)]
mod recorded;
