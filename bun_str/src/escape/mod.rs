//! Escaping: HTML and XML entities, JavaScript and JSON strings, regular expressions, URLs.

mod html;
mod js_string;
mod percent;
pub mod reg_exp;
mod wtf8;

pub use html::{
    Escaped, escape_html_for_latin1_input, escape_html_for_utf16_input, html_escape_entity,
    xml_escape_entity,
};
pub use js_string::{QuoteEscapeFormat, QuoteEscapeFormatFlags, format_escapes};
pub use percent::{PercentEncodeError, percent_encode_write};

// Safe code: nothing for Miri to find.
#[cfg(all(test, not(miri)))]
mod tests;
