//! Every formatter against every kind of bytes, and the parsers against simpler ones.
//! `tests/fmt_vectors.rs` has the recorded output of the originals.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::{self, Display, Write as _};

use proptest::prelude::*;

use super::*;
use crate::strings::Encoding;

fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        cases: if cfg!(miri) { 1 } else { 256 },
        ..ProptestConfig::default()
    }
}

/// Every formatter of text.
fn of_text<'a>(bytes: &'a [u8], units: &'a [u16]) -> Vec<Box<dyn Display + 'a>> {
    let bare = JSONFormatterUTF8Options { quote: false };
    let windows = PathFormatOptions { path_sep: PathSep::Windows, escape_backslashes: true };
    let posix = PathFormatOptions { path_sep: PathSep::Posix, ..Default::default() };
    let code = HighlighterOptions {
        enable_colors: true,
        check_for_unhighlighted_write: false,
        redact_sensitive_information: false,
    };
    let secret = HighlighterOptions { redact_sensitive_information: true, ..code };
    let range = OutOfRangeOptions { field_name: bytes, msg: bytes, ..Default::default() };
    vec![
        Box::new(lossy(bytes)),
        Box::new(quote(bytes)),
        Box::new(format_json_string_utf8(bytes, bare)),
        Box::new(format_json_string_latin1(bytes)),
        Box::new(utf16(units)),
        Box::new(fmt_path_u16(units, windows)),
        Box::new(fmt_path_u8(bytes, posix)),
        Box::new(fmt_path(bytes, windows)),
        Box::new(hex_lower(bytes)),
        Box::new(escape_powershell(bytes)),
        Box::new(dependency_url(bytes)),
        Box::new(github_action(bytes)),
        Box::new(github_action_property(bytes)),
        Box::new(redacted_source(bytes)),
        Box::new(redacted_npm_url(bytes)),
        Box::new(fmt_identifier(bytes)),
        Box::new(fmt_javascript(bytes, code)),
        Box::new(fmt_javascript(bytes, secret)),
        Box::new(out_of_range(bytes, range)),
        Box::new(URLFormatter { hostname: Some(bytes), port: Some(1), ..Default::default() }),
        Box::new(HostFormatter { host: bytes, port: Some(1), is_https: true }),
        Box::new(nullable_fallback(None::<u8>, bytes)),
    ]
}

/// Every formatter of numbers.
fn of_number(word: u64) -> Vec<Box<dyn Display>> {
    let float = f64::from_bits(word);
    let options = SizeFormatterOptions { space_between_number_and_unit: word.is_multiple_of(2) };
    let mut digest = [0x5a; 64];
    digest[..8].copy_from_slice(&word.to_le_bytes());
    vec![
        Box::new(size(word as usize, options)),
        Box::new(fmt_duration_one_decimal(word)),
        Box::new(hex_int_lower::<16>(word)),
        Box::new(hex_int_upper::<3>(word)),
        Box::new(truncated_hash32(word)),
        Box::new(integrity::<true>(digest)),
        Box::new(integrity::<false>(digest)),
        Box::new(double(float)),
        Box::new(trimmed_precision::<3>(float)),
        Box::new(trimmed_precision::<12>(float)),
        Box::new(out_of_range(float, OutOfRangeOptions::default())),
    ]
}

/// Takes so many bytes, and no write beyond them.
struct FailAfter(usize);

impl fmt::Write for FailAfter {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.checked_sub(text.len()).ok_or(fmt::Error)?;
        Ok(())
    }
}

/// Checks what holds for each formatter, and returns what it shows.
fn check(value: &dyn Display, width: usize, precision: usize) -> String {
    let text = value.to_string();
    if cfg!(miri) {
        return text;
    }
    assert_eq!(format!("{value:width$}"), format!("{text:width$}"));
    assert_eq!(format!("{value:*>width$.precision$}"), format!("{text:*>width$.precision$}"));
    assert_eq!(format!("{value:^width$}"), format!("{text:^width$}"));
    let cuts = [0, width, text.len() / 2, text.len().saturating_sub(1)];
    for cut in cuts.into_iter().filter(|&cut| cut < text.len()) {
        assert!(write!(FailAfter(cut), "{value}").is_err(), "{text:?} in {cut} bytes");
    }
    assert!(write!(FailAfter(text.len()), "{value}").is_ok());
    text
}

/// Bytes in which what formatters look for is frequent.
fn tricky() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        any::<u8>().prop_map(|byte| vec![byte]),
        "[ -~]{0,9}".prop_map(String::into_bytes),
        prop::sample::select(
            [
                "\x1b[31m",
                "\x1b[38;5;1m",
                "é",
                "\u{2028}",
                "\u{feff}",
                "😀",
                "`${",
                "token = ",
                "//x\n",
                "/* x */ ",
                "import {",
                "new A(",
                "https://u:p@h",
                "01234567-89ab-cdef-0123-456789abcdef",
                "npm_0123456789abcdefghijABCDEFGHIJ0123456789",
            ]
            .map(|text| text.as_bytes().to_vec())
            .to_vec()
        ),
        prop::sample::select(vec![
            b"\xed\xa0\x80".to_vec(),
            b"\xe2\x80".to_vec(),
            b"\xf0\x9f".to_vec(),
            b"\xff".to_vec(),
            vec![0],
        ]),
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_bytes_can_be_shown(
        bytes in tricky(),
        units: Vec<u16>,
        width in 0_usize..30,
        precision in 0_usize..30,
    ) {
        for value in of_text(&bytes, &units) {
            check(&*value, width, precision);
        }
    }

    #[test]
    fn any_number_can_be_shown(word: u64, width in 0_usize..30, precision in 0_usize..30) {
        for value in of_number(word) {
            check(&*value, width, precision);
        }
    }

    #[test]
    fn what_is_not_special_is_shown_as_it_is(text in "[a-z]{0,40}") {
        let bytes = text.as_bytes();
        let shown: [&dyn Display; 3] =
            [&lossy(bytes), &github_action(bytes), &dependency_url(bytes)];
        for value in shown {
            prop_assert_eq!(value.to_string(), &*text);
        }
    }

    #[test]
    fn lossy_is_what_the_standard_library_says(
        bytes in tricky(),
        units in prop::collection::vec(any::<u16>(), 0..40),
    ) {
        prop_assert_eq!(lossy(&bytes).to_string(), String::from_utf8_lossy(&bytes));
        prop_assert_eq!(utf16(&units).to_string(), String::from_utf16_lossy(&units));
        let latin1: String = bytes.iter().map(|&byte| char::from(byte)).collect();
        let mut text = String::new();
        format_latin1(&bytes, &mut text)?;
        prop_assert_eq!(text, latin1);
    }

    #[test]
    fn json_strings_are_read_back(bytes in tricky(), text: String) {
        let read = |json: &str| serde_json::from_str::<String>(json);
        let mut zig = String::new();
        encode_json_string(&mut zig, &bytes)?;
        prop_assert_eq!(read(&zig).unwrap(), String::from_utf8_lossy(&bytes));
        let quoted = format_json_string_utf8(text.as_bytes(), Default::default()).to_string();
        prop_assert_eq!(read(&quoted).unwrap(), &*text);
        let latin1: String = bytes.iter().map(|&byte| char::from(byte)).collect();
        prop_assert_eq!(read(&format_json_string_latin1(&bytes).to_string()).unwrap(), latin1);
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_ne_bytes).collect();
        let mut json = String::new();
        write_json_string(&units, &mut json, Encoding::Utf16)?;
        prop_assert_eq!(read(&json).unwrap(), text);
    }

    #[test]
    fn hex_bytes_are_each_byte_in_two_digits(input: Vec<u8>) {
        let expected: String = input.iter().map(|byte| format!("{byte:02x}")).collect();
        prop_assert_eq!(hex_lower(&input).to_string(), &*expected);
        prop_assert_eq!(hex_upper(&input).to_string(), expected.to_uppercase());
        prop_assert_eq!(bytes_to_hex_lower_string(&input), &*expected);
        let mut output = vec![0; input.len() * 2];
        prop_assert_eq!(bytes_to_hex_lower(&input, &mut output), output.len());
        prop_assert_eq!(output, expected.into_bytes());
    }

    #[test]
    fn hex_digits_are_read_back(value: u64, upper: bool, cut in 0_usize..17) {
        let bytes = value.to_ne_bytes();
        let text =
            if upper { hex_upper(&bytes).to_string() } else { hex_lower(&bytes).to_string() };
        prop_assert_eq!(parse_hex_to_int(text.as_bytes()), Some(value));
        let parsed = parse_hex_to_int::<u64>(&text.as_bytes()[..cut]);
        prop_assert_eq!(parsed, (cut == 16).then_some(value));
        let digits = format!("{value:x}");
        prop_assert!(u64_hex_var_lower(&mut [0; 16], value) == digits.as_bytes());
        let (low, count) = parse_hex_prefix(digits.as_bytes(), cut);
        let kept = digits.len().min(cut).min(8);
        prop_assert_eq!(count, kept);
        prop_assert_eq!(low, u32::from_str_radix(&digits[..kept], 16).unwrap_or(0));
    }

    #[test]
    fn digits_are_counted(value: u64, wide: i128) {
        prop_assert_eq!(fast_digit_count(value), value.to_string().len() as u64);
        prop_assert_eq!(digit_count(wide), wide.unsigned_abs().to_string().len());
        prop_assert!(itoa(&mut ItoaBuf::new(), wide) == wide.to_string().as_bytes());
        prop_assert!(itoa_z(&mut [0xff; 21], value).to_bytes() == value.to_string().as_bytes());
    }

    #[test]
    fn integers_are_read_back(value: i128, radix in 2_u32..=36, junk in 0_u8..=255) {
        let mut digits = Vec::new();
        let mut rest = value.unsigned_abs();
        while rest > 0 || digits.is_empty() {
            digits.push(char::from_digit((rest % u128::from(radix)) as u32, radix).unwrap() as u8);
            rest /= u128::from(radix);
        }
        digits.extend((value < 0).then_some(b'-'));
        digits.reverse();
        let radix = radix as u8;
        prop_assert_eq!(parse_int::<i128>(&digits, radix), Ok(value));
        let narrow = i64::try_from(value).map_err(|_| ParseIntError::Overflow);
        prop_assert_eq!(parse_int::<i64>(&digits, radix), narrow);
        prop_assert_eq!(parse_int::<u8>(&digits, radix).ok(), u8::try_from(value).ok());
        if DIGIT_OF_NONE.contains(&junk) {
            digits.push(junk);
            let parsed = parse_int::<i128>(&digits, radix);
            prop_assert_eq!(parsed, Err(ParseIntError::InvalidCharacter));
        }
    }

    #[test]
    fn floats_are_read_back(bits: u64, narrow: u32) {
        let (value, narrow) = (f64::from_bits(bits), f32::from_bits(narrow));
        prop_assume!(value.is_finite() && narrow.is_finite());
        for text in [format!("{value}"), format!("{value:e}"), double(value).to_string()] {
            prop_assert_eq!(parse_f64(text.as_bytes()), Some(value));
        }
        prop_assert_eq!(parse_f32(format!("{narrow}").as_bytes()), Some(narrow));
        let exponent = (bits >> 52 & 0x7ff) as i32;
        let fraction = bits & ((1 << 52) - 1);
        let (lead, exponent) = if exponent == 0 { (0, -1022) } else { (1, exponent - 1023) };
        let sign = if value.is_sign_negative() { "-" } else { "" };
        let hex = format!("{sign}0x{lead}.{fraction:013x}p{exponent}");
        prop_assert_eq!(parse_f64(hex.as_bytes()).map(f64::to_bits), Some(bits));
    }

    #[test]
    fn buffers_take_what_fits(text: String, capacity in 0_usize..64) {
        let mut buffer = vec![0; capacity];
        let whole = format!("{text}!");
        prop_assert_eq!(count(format_args!("{text}!")), whole.len());
        match buf_print(&mut buffer, format_args!("{text}!")) {
            Ok(printed) => prop_assert_eq!(&*printed, whole.as_bytes()),
            Err(error) => {
                prop_assert!(whole.len() > capacity);
                prop_assert_eq!(error.name(), "NoSpaceLeft");
            }
        }
        match buf_print_z(&mut buffer, format_args!("{text}!")) {
            Ok(printed) => prop_assert_eq!(printed.to_bytes(), whole.as_bytes()),
            Err(error) => {
                prop_assert!(whole.len() >= capacity || error.name() == "InvalidCharacter");
            }
        }
    }
}

/// Bytes that are no digit in any radix and no `_`.
const DIGIT_OF_NONE: &[u8] = b"\0 +-./:@[`{~\x7f\x80\xff";

#[test]
fn sizes_round_half_up_in_decimal() {
    // The binary value of 1.125 is exact and that of 2.675 lies below: both go up.
    for (value, text) in [(1125, "1.13 KB"), (2675, "2.68 KB"), (1375, "1.38 KB")] {
        assert_eq!(bytes(value).to_string(), text);
    }
}

#[test]
fn digit_counts_go_on_beyond_the_original() {
    for (value, digits) in [(4_294_967_295, 10), (4_294_967_296, 10), (u64::MAX, 20)] {
        assert_eq!(fast_digit_count(value), digits);
    }
}

#[test]
fn trimmed_numbers_have_signs_and_limits() {
    let cases = [
        (-1.5, "-1.5"),
        (-0.9999, "-1"),
        (-0.0001, "-0"),
        (5e-324, "0"),
        (1e22, "10000000000000000000000"),
        (f64::INFINITY, "inf"),
        (f64::NEG_INFINITY, "-inf"),
        (f64::NAN, "nan"),
        (1.05, "1.05"),
    ];
    for (value, text) in cases {
        assert_eq!(trimmed_precision::<3>(value).to_string(), text);
    }
}

#[test]
fn the_first_mistake_decides() {
    use ParseIntError::{InvalidCharacter, Overflow};
    let cases: [(&[u8], u8, Result<u8, ParseIntError>); 18] = [
        (b"", 10, Err(InvalidCharacter)),
        (b"+", 10, Err(InvalidCharacter)),
        (b"-0", 10, Ok(0)),
        (b"-1", 10, Err(Overflow)),
        (b"256x", 10, Err(Overflow)),
        (b"25x6", 10, Err(InvalidCharacter)),
        (b"-x", 10, Err(InvalidCharacter)),
        (b"1__1", 10, Ok(11)),
        (b"_1", 10, Err(InvalidCharacter)),
        (b"1_", 10, Err(InvalidCharacter)),
        (b"0b11", 0, Ok(3)),
        (b"0O17", 0, Ok(15)),
        (b"0x", 0, Err(InvalidCharacter)),
        (b"0x_1", 0, Err(InvalidCharacter)),
        (b"0x10", 16, Err(InvalidCharacter)),
        (b"zz", 36, Err(Overflow)),
        (b"z", 200, Ok(35)),
        (b"00000000000000000000000000000000000000000001", 2, Ok(1)),
    ];
    for (text, radix, value) in cases {
        assert_eq!(parse_int::<u8>(text, radix), value, "{}", text.escape_ascii());
    }
    assert_eq!(parse_unsigned::<u64>(b"18446744073709551615", 10), Ok(u64::MAX));
    assert_eq!(parse_unsigned::<u64>(b"18446744073709551616", 10), Err(Overflow));
    assert_eq!(parse_int::<i64>(b"-9223372036854775808", 10), Ok(i64::MIN));
}

#[test]
fn floats_follow_the_grammar_of_zig() {
    let invalid: [&[u8]; 17] = [
        b"", b"+", b"-", b".", b"e1", b"1e", b"1e+", b"+-1", b"--1", b"_1", b"1_", b"1__0",
        b"1_.0", b"0x", b"0x.", b"0x1p", b"infi",
    ];
    for text in invalid {
        assert_eq!(parse_f64(text), None, "{}", text.escape_ascii());
    }
    assert_eq!(parse_f64(b"0x1.8"), Some(1.5));
    assert_eq!(parse_f64(b"0x1_0P-1_0"), Some(16.0 / 1024.0));
    assert_eq!(parse_f64(b"0x1p99999999999999999999"), Some(f64::INFINITY));
    assert_eq!(parse_f64(b"-0x1p-99999999999999999999").map(f64::to_bits), Some(1 << 63));
    assert_eq!(parse_f64(b"0x0.00000000000000000000000000000001p128"), Some(1.0));
    // Half way between two numbers, and a bit that is far away.
    assert_eq!(parse_f64(b"0x1.00000000000008"), Some(1.0));
    assert_eq!(parse_f64(b"0x1.000000000000080000000000000001"), Some(1.0 + f64::EPSILON));
    assert!(parse_f64(b"-nAn").is_some_and(|nan| nan.is_nan() && nan.is_sign_positive()));
}

#[test]
fn surrogates_in_three_bytes_become_escapes() {
    let shown = format_json_string_utf8(b"a\xed\xa0\xbd\xed\xb8\x80b", Default::default());
    assert_eq!(shown.to_string(), r#""a\uD83D\uDE00b""#);
    let mut text = String::new();
    write_json_string(&[0x41, 0, 0x42], &mut text, Encoding::Utf16).unwrap();
    if cfg!(target_endian = "little") {
        assert_eq!(text, "\"A\u{fffd}\"");
    }
}

#[test]
fn hosts_and_urls() {
    let url = |proto, hostname, port| URLFormatter { proto, hostname, port }.to_string();
    assert_eq!(url(URLProto::Http, Some(b"a"), Some(80)), "http://a/");
    assert_eq!(url(URLProto::Https, Some(b"a"), Some(80)), "https://a:80/");
    assert_eq!(url(URLProto::Https, None, Some(443)), "https://localhost/");
    assert_eq!(url(URLProto::Unix, Some(b"/tmp/s"), Some(1)), "unix:///tmp/s");
    assert_eq!(url(URLProto::Abstract, Some(b"s"), Some(80)), "abstract://s:80/");
    assert_eq!(url(URLProto::Http, Some(b"[::1]"), None), "http://[::1]/");
    assert_eq!(url(URLProto::Http, Some(b""), None), "http:///");
    let host = HostFormatter { host: b"[::1]", port: Some(1), is_https: false };
    assert_eq!(host.to_string(), "[::1]");
    assert_eq!(format_ip(&"", &mut [0; 4]).unwrap(), b"");
    assert_eq!(format_ip(&"[", &mut [0; 4]).unwrap(), b"[");
    assert_eq!(format_ip(&"12345", &mut [0; 4]).unwrap_err().name(), "NoSpaceLeft");
}

#[test]
fn secrets_are_found_where_they_start() {
    let npm = |prefix: &str, count: usize| format!("{prefix}{}", "a1".repeat(count / 2));
    let lengths = [
        (npm("npm_", 36), Some(40)),
        (npm("npm_", 34), None),
        (npm("npms_", 36), Some(41)),
        (npm("npmS_", 60), Some(53)),
        (npm("NPM_", 60), Some(52)),
        (npm("npmx_", 60), None),
    ];
    for (text, length) in lengths {
        assert_eq!(secret::npm_secret_len(text.as_bytes()), length, "{text}");
    }
    let secrets: [(&str, Option<(usize, usize)>); 15] = [
        ("_auth=abc", Some((6, 3))),
        ("_auth = \"a b\" x", Some((9, 3))),
        ("_authToken=foo\nbar", Some((11, 3))),
        ("token x", Some((6, 1))),
        ("_auth=", Some((6, 0))),
        ("_password=\"abc", Some((10, 4))),
        ("password: 1", None),
        ("tokenx=1", None),
        ("_auth", None),
        ("https://u:pw@h", Some((10, 2))),
        ("https://:pw@h", Some((9, 2))),
        ("https://a:b:c@h", Some((10, 3))),
        ("https://u:@h", None),
        ("https://u@h", None),
        ("01234567-89ab-CDEF-0123-456789abcdef", Some((0, 36))),
    ];
    for (text, found) in secrets {
        assert_eq!(secret::secret(text.as_bytes()), found, "{text}");
    }
}
