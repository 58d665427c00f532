//! Numbers and dates at their edges.

use proptest::prelude::*;

use super::{InvalidCharacter, InvalidDate, parse_double, parse_es5_date};

#[test]
fn a_number_is_read_up_to_where_it_ends() {
    let cases: [(&[u8], f64); 14] = [
        (b"0", 0.0),
        (b"-1", -1.0),
        (b"+1", 1.0),
        (b"1.", 1.0),
        (b".5", 0.5),
        (b"1.5.5", 1.5),
        (b"1e5", 1e5),
        (b"1e", 1.0),
        (b"1e+", 1.0),
        (b"1e-2x", 0.01),
        (b"0x10", 0.0),
        (b"1e999", f64::INFINITY),
        (b"1_000", 1.0),
        (b"12\xff", 12.0),
    ];
    for (text, number) in cases {
        assert_eq!(parse_double(text), Ok(number), "{}", text.escape_ascii());
    }
    let empty: [&[u8]; 10] =
        [b"", b".", b"-", b"+", b"-.", b".e5", b"e5", b" 1", b"Infinity", b"nan"];
    for text in empty {
        assert_eq!(parse_double(text), Err(InvalidCharacter), "{}", text.escape_ascii());
    }
}

#[test]
fn dates_have_fields_of_fixed_width() {
    let cases: [(&[u8], f64); 14] = [
        (b"1970", 0.0),
        (b"1", -62_135_596_800_000.0),
        (b"1970-01", 0.0),
        (b"1970-01-02", 86_400_000.0),
        (b"2000-02-29", 951_782_400_000.0),
        (b"+002000-01-01", 946_684_800_000.0),
        (b"-000001-01-01", -62_198_755_200_000.0),
        (b"1969-12-31T23:59:59.999Z", -1.0),
        (b"1970-01-01t00:00:00.5Z", 500.0),
        (b"1970-01-01 24:00", 86_400_000.0),
        (b"1970-01-01T00:00:60.9Z", 60_000.0),
        (b"1970-01-01T00:00:00-0130", 5_400_000.0),
        (b"1970-01-01T00:00:00+01", -3_600_000.0),
        (b"1970-01-01T00:00:00.0001Z", 0.1),
    ];
    for (text, milliseconds) in cases {
        assert_eq!(parse_es5_date(text), Ok(milliseconds), "{}", text.escape_ascii());
    }
    let invalid: [&[u8]; 16] = [
        b"",
        b"-",
        b"1970-1",
        b"1970-13",
        b"1970-00-01",
        b"2001-02-29",
        b"1900-02-29",
        b"1970-01-01T",
        b"1970-01-01T00",
        b"1970-01-01T25:00",
        b"1970-01-01T24:01",
        b"1970-01-01T00:60",
        b"1970-01-01T00:00:61",
        b"1970-01-01T00:00:00.Z",
        b"1970-01-01T00:00:00+1",
        b"1970-01-01T00:00:00Zx",
    ];
    for text in invalid {
        assert_eq!(parse_es5_date(text), Err(InvalidDate), "{}", text.escape_ascii());
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: if cfg!(miri) { 3 } else { 512 },
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_is_printed_is_read(number: f64, tail in "[a-df-z]{0,3}") {
        prop_assume!(number.is_finite());
        let text = format!("{number:e}{tail}");
        prop_assert_eq!(parse_double(text.as_bytes()), Ok(number));
    }

    #[test]
    fn no_text_is_too_strange(text in "[-+0-9.TZ: e]{0,32}", bytes: Vec<u8>) {
        let known = parse_es5_date(text.as_bytes()).is_ok_and(f64::is_finite);
        prop_assert!(known || parse_es5_date(text.as_bytes()).is_err());
        prop_assert!(parse_es5_date(&bytes).is_ok() || parse_es5_date(&bytes).is_err());
        let number = parse_double(&bytes);
        prop_assert!(number.is_ok() || number == Err(InvalidCharacter));
    }
}
