//! Any bytes in every formatter and parser: no panic, and what is shown can be read back.

#![no_main]

use arbitrary::Arbitrary;
use bun_core::fmt::{self, HighlighterOptions, PathFormatOptions, PathSep};
use bun_core::strings::Encoding;
use bun_core::wtf;
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
struct Input {
    bytes: Vec<u8>,
    units: Vec<u16>,
    word: u64,
    radix: u8,
    flags: u8,
}

impl Input {
    fn flag(&self, bit: u8) -> bool {
        self.flags >> bit & 1 == 1
    }
}

/// Shows a value with and without flags, and checks that they agree.
fn show(value: &dyn core::fmt::Display) -> String {
    let text = value.to_string();
    assert_eq!(format!("{value:20.7}"), format!("{text:20.7}"));
    text
}

fn strings(input: &Input) {
    let bytes = &*input.bytes;
    let separators = [PathSep::Any, PathSep::Auto, PathSep::Posix, PathSep::Windows];
    let path = PathFormatOptions {
        path_sep: separators[usize::from(input.flags & 3)],
        escape_backslashes: input.flag(2),
    };
    let code = HighlighterOptions {
        enable_colors: input.flag(3),
        check_for_unhighlighted_write: input.flag(4),
        redact_sensitive_information: input.flag(5),
    };
    assert_eq!(show(&fmt::lossy(bytes)), String::from_utf8_lossy(bytes));
    assert_eq!(show(&fmt::utf16(&input.units)), String::from_utf16_lossy(&input.units));
    show(&fmt::fmt_path_u8(bytes, path));
    show(&fmt::fmt_path_u16(&input.units, path));
    show(&fmt::fmt_javascript(bytes, code));
    show(&fmt::redacted_source(bytes));
    show(&fmt::redacted_npm_url(bytes));
    show(&fmt::escape_powershell(bytes));
    show(&fmt::dependency_url(bytes));
    show(&fmt::github_action_property(bytes));
    assert!(!show(&fmt::github_action(bytes)).contains(['\n', '\r', '\x1b']));
    let identifier = show(&fmt::fmt_identifier(bytes));
    assert!(identifier.chars().skip(1).all(|c| c.is_ascii_alphanumeric() || "_$".contains(c)));
    show(&fmt::URLFormatter { hostname: Some(bytes), port: Some(1), ..Default::default() });
}

fn json(input: &Input) {
    let read = |json: &str| serde_json::from_str::<String>(json).expect("valid JSON");
    let mut text = String::new();
    fmt::encode_json_string(&mut text, &input.bytes).expect("a string takes everything");
    assert_eq!(read(&text), String::from_utf8_lossy(&input.bytes));
    let latin1: String = input.bytes.iter().map(|&byte| char::from(byte)).collect();
    assert_eq!(read(&show(&fmt::format_json_string_latin1(&input.bytes))), latin1);
    show(&fmt::quote(&input.bytes));
    for encoding in [Encoding::Utf8, Encoding::Utf16] {
        text.clear();
        fmt::write_json_string(&input.bytes, &mut text, encoding).expect("as above");
        // Surrogates become escapes that serde_json only takes in pairs.
        assert!(text.starts_with('"') && text.ends_with('"') && !text.contains('\n'));
    }
}

fn numbers(input: &Input) {
    let number = f64::from_bits(input.word);
    let shown = show(&fmt::double(number));
    if number.is_finite() {
        assert_eq!(fmt::parse_f64(shown.as_bytes()), Some(number));
        assert_eq!(wtf::parse_double(shown.as_bytes()), Ok(number));
    }
    show(&fmt::trimmed_precision::<3>(number));
    show(&fmt::fmt_duration_one_decimal(input.word));
    show(&fmt::bytes(input.word as usize));
    assert_eq!(fmt::parse_decimal(input.word.to_string().as_bytes()), Some(input.word));
    let _ = fmt::parse_f64(&input.bytes);
    let _ = fmt::parse_f32(&input.bytes);
    let _ = wtf::parse_double(&input.bytes);
    let _ = wtf::parse_es5_date(&input.bytes);
    let wide = fmt::parse_int::<i128>(&input.bytes, input.radix);
    let narrow = fmt::parse_int::<i32>(&input.bytes, input.radix);
    if let Ok(narrow) = narrow {
        assert_eq!(wide, Ok(narrow.into()));
    }
}

fuzz_target!(|input: Input| {
    strings(&input);
    json(&input);
    numbers(&input);
});
