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
mod search;
mod trim;

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
pub use compare::{
    cmp_strings_asc, cmp_strings_desc, ends_with, ends_with_char, eql, has_prefix, order,
    starts_with, starts_with_char,
};
pub use search::{
    contains, contains_char, index_of, index_of_char, index_of_char_pos, index_of_char_usize,
    last_index_of, last_index_of_char,
};
pub use trim::{trim, trim_left, trim_prefix, trim_right, trim_suffix};

#[cfg(test)]
mod tests;
