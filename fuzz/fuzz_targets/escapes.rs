//! Escapes and strings of any bytes: nothing panics, and what is escaped can be read back.

#![no_main]

use bun_str::strings::{
    Encoding, Escaped, QuoteEscapeFormatFlags, escape_html_for_latin1_input, format_escapes,
    percent_encode_write,
};
use bun_str::{MutableString, String, ZigString, escape_reg_exp, identifier};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &[u8]| {
    let mut pattern = Vec::new();
    escape_reg_exp::escape_reg_exp(text, &mut pattern).unwrap();
    assert!(pattern.len() >= text.len());

    match escape_html_for_latin1_input(text) {
        Escaped::Allocated(html) => assert!(!html.iter().any(|byte| b"<>\"'".contains(byte))),
        Escaped::Static(_) => assert!(text.len() < 2),
        Escaped::Original => assert!(!text.iter().any(|byte| b"<>\"'&".contains(byte))),
    }

    let mut url = Vec::new();
    if percent_encode_write(text, &mut url).is_ok() {
        assert!(url.is_ascii());
    }

    for str_encoding in [Encoding::Utf8, Encoding::Latin1, Encoding::Utf16] {
        let flags = QuoteEscapeFormatFlags { ascii_only: true, str_encoding, ..Default::default() };
        assert!(format_escapes(text, flags).to_string().is_ascii());
    }

    let name = MutableString::ensure_valid_identifier(text).unwrap();
    assert!(identifier::is_identifier(&name));

    let string = String::clone_utf8(text);
    assert_eq!(string.to_string().as_bytes(), string.to_owned_slice());
    assert_eq!(string, String::from(ZigString::init_utf8(text)));
});
