//! Text from numbers and bytes.
//!
//! | for | use |
//! |---|---|
//! | `1.50 KB` | [`size`], [`bytes`] |
//! | bytes as hexadecimal | [`hex_lower`], [`hex_upper`], [`bytes_to_hex_lower`] |
//! | an integer as hexadecimal of fixed width | [`hex_int_lower`], [`hex_int_upper`] |
//! | the number of decimal digits | [`fast_digit_count`] |
//! | bytes that are probably text | [`lossy`] |
//! | a message in a buffer, or only its length | [`buf_print`], [`count`] |
//!
//! All but the last row return a value that implements `Display` and does not allocate.

mod buffer;
mod hex;
mod int;
mod lossy;
mod size;

#[cfg(test)]
mod tests;

pub use buffer::{buf_print, buf_print_infallible, count};
pub use hex::{
    HexBytes, HexInt, HexIntFormatter, bytes_to_hex_lower, hex_char_lower, hex_char_upper,
    hex_int_lower, hex_int_upper, hex_lower, hex_upper,
};
pub use int::fast_digit_count;
pub use lossy::{Lossy, lossy};
pub use size::{SizeFormatter, SizeFormatterOptions, bytes, size};
