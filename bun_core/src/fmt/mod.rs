//! Text from numbers and bytes, and numbers from text.
//!
//! | for | use |
//! |---|---|
//! | `1.50 KB`, `1m1.5s`, `1.25` | [`size`], [`fmt_duration_one_decimal`], [`trimmed_precision`] |
//! | a number as JavaScript shows it | [`double`] |
//! | an integer in decimal, its digits | [`itoa()`], [`print_int`], [`digit_count`] |
//! | bytes or integers as hexadecimal | [`hex_lower`], [`hex_int_lower`], [`bytes_to_hex_lower`] |
//! | numbers from text | [`parse_int`], [`parse_decimal`], [`parse_f64`], [`parse_hex_prefix`] |
//! | bytes, UTF-16 or Latin-1 as text | [`lossy`], [`utf16`], [`format_latin1`] |
//! | quoted text, JSON strings | [`quote`], [`format_json_string_utf8`], [`encode_json_string`] |
//! | paths | [`fmt_path`], [`fmt_os_path`] |
//! | URLs, hosts and addresses | [`URLFormatter`], [`HostFormatter`], [`format_ip`] |
//! | text without its secrets | [`redacted_npm_url`], [`redacted_source`] |
//! | source code with colours | [`fmt_javascript`] |
//! | a message in a buffer, or only its length | [`buf_print`], [`buf_print_z`], [`count`] |
//!
//! What implements `Display` takes any bytes, does not allocate, and passes on the errors of the
//! writer. Width, fill, alignment and precision mean what they mean for a `str`: they count
//! characters, and text stands on the left unless the alignment says otherwise.

mod buffer;
mod decimal;
mod double;
mod duration;
mod github_action;
mod hex;
mod hex_int;
mod hex_parse;
mod highlight;
mod identifier;
mod integrity;
mod json;
mod list;
mod lossy;
mod os_path;
mod out_of_range;
mod pad;
mod parse_float;
mod parse_int;
mod path;
mod precision;
mod quote;
mod replace;
mod secret;
mod size;
mod table;
mod truncated_hash;
mod url;
mod wide;
mod word;
mod writers;

#[cfg(test)]
mod tests;

pub use buffer::{buf_print, buf_print_infallible, buf_print_z, buf_print_z_infallible, count};
pub use decimal::{
    DigitCount, Integer, ItoaBuf, digit_count, fast_digit_count, int_as_bytes, itoa, itoa_z,
    pow10_exp_1e4_to_1e9, print_int,
};
pub use double::{FormatDouble, double};
pub use duration::{DurationOneDecimal, fmt_duration_one_decimal};
pub use github_action::{GithubActionFormatter, github_action, github_action_writer};
pub use hex::{
    HexBytes, bytes_to_hex_lower, bytes_to_hex_lower_string, hex_byte_lower, hex_byte_upper,
    hex_char_lower, hex_char_upper, hex_lower, hex_upper, hex2_upper, mac_address_lower,
};
pub use hex_int::{
    HexIntFormatter, hex_int_lower, hex_int_upper, u64_hex_fixed, u64_hex_var_lower,
};
pub use hex_parse::{
    hex_digit_value, hex_digit_value_u32, hex_pair_value, parse_hex_prefix, parse_hex_to_int,
    parse_hex4,
};
pub use highlight::{HighlighterOptions, QuickAndDirtyJavaScriptSyntaxHighlighter, fmt_javascript};
pub use identifier::{FormatValidIdentifier, fmt_identifier};
pub use integrity::{IntegrityFormatter, integrity};
pub use json::{
    JSONFormatter, JSONFormatterUTF8, JSONFormatterUTF8Options, encode_json_string,
    format_json_string_latin1, format_json_string_utf8, write_json_string,
};
pub use list::{
    EnumTagListFormatter, FormatSlice, NullableFallback, TagListSeparator, enum_tag_list,
    fmt_slice, nullable_fallback,
};
pub(crate) use lossy::write_lossy;
pub use lossy::{Lossy, lossy};
pub use os_path::{FormatOSPath, OSPathSlice, fmt_os_path};
pub use out_of_range::{NewOutOfRangeFormatter, OutOfRangeOptions, OutOfRangeValue, out_of_range};
pub use parse_float::{parse_f32, parse_f64};
pub use parse_int::{
    ParseInt, ParseIntError, parse_ascii, parse_decimal, parse_int, parse_unsigned,
};
pub use path::{FormatUTF8, PathFormatOptions, PathSep, fmt_path, fmt_path_u8, fmt_path_u16};
pub use precision::{TrimmedPrecisionFormatter, trimmed_precision};
pub use quote::{QuotedFormatter, quote, quoted_writer};
pub use replace::{
    DependencyUrlFormatter, EscapePowershell, GithubActionPropertyFormatter, dependency_url,
    escape_powershell, github_action_property,
};
pub use secret::{
    RedactedNpmUrlFormatter, RedactedSourceFormatter, redacted_npm_url, redacted_source,
};
pub use size::{SizeFormatter, SizeFormatterOptions, bytes, size};
pub use table::{Table, TableSymbols};
pub use truncated_hash::{TruncatedHash32, truncated_hash32, truncated_hash32_bytes};
pub use url::{HostFormatter, URLFormatter, URLProto, format_ip};
pub use wide::{FormatUTF16, format_latin1, format_utf16_type, utf16};
pub use writers::{CountingWriter, Null, VecWriter};
