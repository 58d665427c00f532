//! UTF-8, WTF-8, UTF-16, Latin-1 and Windows-1252: decoding, converting, measuring, showing.
//!
//! Text that a system hands over is not always well-formed. There are four ways to deal with that,
//! and callers depend on each of them:
//!
//! | policy | an ill-formed sequence is | a surrogate in UTF-8 is | used by |
//! |---|---|---|---|
//! | WTF-8 | the value that the caller names; in an iterator U+FFFD one byte wide, and a byte that starts nothing is itself | a code point | [`decode_wtf8_rune_t`], [`CodepointIterator`], [`lexer_step`] |
//! | replacing | U+FFFD for each maximal part that could have started a character | three U+FFFD | [`to_utf16_alloc`] and its kin, [`convert_utf8_bytes_into_utf16`] |
//! | refusing | an error | ill-formed | [`is_valid_utf8`], [`to_utf16_alloc`] with `fail_if_invalid` |
//! | all or nothing | an empty result | ill-formed | [`convert_utf8_to_utf16_in_buffer`], [`convert_utf16_to_utf8_in_buffer`] |
//!
//! In the other direction a surrogate without a partner becomes U+FFFD (EF BF BD); only
//! [`encode_wtf8_rune`] and [`utf16_eql_string`] know it as its three bytes of WTF-8, and to
//! [`visible`] it has no width.
//!
//! Nothing takes UTF-16 as a slice of bytes and reads it as units: see
//! [`to_utf8_alloc_from_le_bytes`], which copies.

mod ansi;
mod bom;
mod convert;
mod encoding;
mod grapheme;
mod iterator;
mod latin1;
mod length;
mod lossy;
mod property;
mod property_tables;
mod sequence;
mod surrogate;
#[cfg(test)]
mod tests;
mod to_utf16;
mod to_utf8;
pub mod visible;
mod width;
mod wrap;

pub use ansi::ANSIIterator;
pub use bom::{BOM, without_utf8_bom};
pub use encoding::{AsciiStatus, EncodeIntoResult, Encoding, EncodingNonAscii, ToUTF16Error};
pub use grapheme::{BreakState, grapheme_break};
pub use iterator::{
    CodepointIterator, Cursor, NewCodePointIterator, UnsignedCodepointIterator,
    contains_non_bmp_code_point, lexer_step, peek_n_codepoints_wtf8,
};
pub use latin1::{
    allocate_latin1_into_utf8, allocate_latin1_into_utf8_with_list, copy_cp1252_into_utf16,
    copy_latin1_into_ascii, copy_latin1_into_utf8, copy_latin1_into_utf8_stop_on_non_ascii,
    copy_latin1_into_utf16, copy_u8_into_u16, copy_u16_into_u8,
    cp1252_to_codepoint_assume_not_ascii, cp1252_to_codepoint_bytes_assume_not_ascii16,
    latin1_to_codepoint_bytes_assume_not_ascii, narrow_ascii_u16, replace_latin1_with_utf8,
    to_utf8_from_latin1, to_utf8_from_latin1_z,
};
pub use length::{
    element_length_cp1252_into_utf16, element_length_latin1_into_utf8,
    element_length_utf8_into_utf16, element_length_utf16_into_utf8, is_valid_utf8,
    is_valid_utf8_without_simd, str_utf8,
};
pub use lossy::{convert_utf8_bytes_into_utf16, convert_utf8_bytes_into_utf16_with_length};
pub use property::{
    EmojiWidth, UNICODE_VERSION, is_amgiguous_codepoint_type, is_emoji,
    is_full_width_codepoint_type, is_zero_width_codepoint_type, visible_codepoint_width,
    visible_codepoint_width_maybe_emoji, visible_codepoint_width_type,
};
pub use sequence::{
    CodePoint, CodePointZero, U3Fast, UNICODE_REPLACEMENT, UNICODE_REPLACEMENT_STR, codepoint_size,
    decode_wtf8_rune_t, decode_wtf8_rune_t_multibyte, encode_wtf8_rune, encode_wtf8_rune_t,
    is_unicode_space_separator, non_ascii_sequence_length, utf8_byte_sequence_length,
    wtf8_byte_sequence_length, wtf8_byte_sequence_length_with_invalid, wtf8_sequence,
};
pub use surrogate::{
    UTF16Replacement, decode_surrogate_pair, encode_surrogate_pair, push_codepoint_utf16,
    u16_get_supplementary, u16_is_lead, u16_is_trail, u16_lead, u16_trail, utf16_codepoint,
    utf16_codepoint_with_fffd,
};
pub use to_utf8::{
    SurrogatePairError, convert_utf16_to_utf8, convert_utf16_to_utf8_append,
    convert_utf16_to_utf8_in_buffer, convert_utf16_to_utf8_without_invalid_surrogate_pairs,
    copy_utf16_into_utf8, copy_utf16_into_utf8_impl, copy_utf16_into_utf8_with_utf8_len,
    to_utf8_alloc, to_utf8_alloc_from_le_bytes, to_utf8_alloc_with_type,
    to_utf8_alloc_with_type_without_invalid_surrogate_pairs, to_utf8_alloc_z,
    to_utf8_append_to_list, to_utf8_list_with_type, to_utf8_list_with_type_bun, utf16_eql_string,
};
pub use to_utf16::{
    PieceOfUTF16, convert_utf8_to_utf16_in_buffer, convert_utf8_to_utf16_in_buffer_z,
    to_utf16_alloc, to_utf16_alloc_for_real, to_utf16_alloc_maybe_buffered,
};
pub use wrap::{WrapOptions, wrap_ansi};
