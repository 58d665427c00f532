//! Formatters against recorded output of the Zig originals: `vectors/out_fmt.txt`, line by line.
//!
//! What differs on purpose is listed beside the line, with the reason, and tested as well.

use bun_core::fmt::{self, OutOfRangeOptions, SizeFormatterOptions};

/// The lines with this heading, without it.
fn line(heading: &str) -> &'static str {
    let text = include_str!("vectors/out_fmt.txt");
    let line = text.lines().find_map(|line| line.strip_prefix(heading));
    line.unwrap_or_else(|| panic!("a line {heading}")).trim_matches([' ', ':'])
}

/// The pairs `key=value` between semicolons.
fn pairs(line: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    line.trim_end_matches("; ")
        .split(';')
        .map(str::trim)
        .filter(|case| !case.is_empty())
        .map(|case| case.split_once('=').unwrap_or_else(|| panic!("{case} has an equals sign")))
}

/// The pairs `` `key`=`value` `` between blanks, with escapes resolved.
fn quoted_pairs(line: &str) -> Vec<(Vec<u8>, Vec<u8>)> {
    let mut texts = line.split('`').skip(1).step_by(2).map(unescape);
    let mut pairs = Vec::new();
    while let (Some(input), Some(output)) = (texts.next(), texts.next()) {
        pairs.push((input, output));
    }
    pairs
}

fn unescape(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let (byte, length) = match (byte, after.first()) {
            (b'\\', Some(b'n')) => (b'\n', 2),
            (b'\\', Some(b'r')) => (b'\r', 2),
            (b'\\', Some(b't')) => (b'\t', 2),
            (b'\\', Some(b'x')) => (fmt::hex_pair_value(after[1], after[2]).unwrap(), 4),
            _ => (byte, 1),
        };
        bytes.push(byte);
        rest = &rest[length..];
    }
    bytes
}

#[test]
fn sizes() {
    let cases = line("size").to_owned() + line("100000=").split_once(';').unwrap().1;
    let cases: &'static str = cases.leak();
    for (value, text) in pairs(cases) {
        let Ok(value) = value.parse() else { continue };
        let (wide, tight) = text.split_once('|').unwrap_or((text, ""));
        let mut options = SizeFormatterOptions::default();
        assert_eq!(fmt::size(value, options).to_string(), wide);
        options.space_between_number_and_unit = false;
        assert_eq!(
            fmt::size(value, options).to_string(),
            wide.replace(" bytes", "B").replace(' ', "")
        );
        assert!(tight.is_empty() || fmt::size(value, options).to_string() == tight);
    }
}

#[test]
fn digit_counts() {
    for case in line("digits").split_whitespace() {
        let (value, count) = case.split_once(':').unwrap();
        let (value, count): (u64, u64) = (value.parse().unwrap(), count.parse().unwrap());
        assert_eq!(fmt::fast_digit_count(value), count);
        assert_eq!(fmt::digit_count(value) as u64, count);
    }
}

#[test]
fn durations() {
    for (ns, text) in pairs(line("dur")) {
        assert_eq!(fmt::fmt_duration_one_decimal(ns.parse().unwrap()).to_string(), text);
    }
}

#[test]
fn trimmed_numbers() {
    // The original leaves a point without digits when the fraction rounds to nothing or to one.
    let intended = [("0.9996", "1"), ("1.9999", "2"), ("1.0001", "1")];
    let mut differing = 0;
    for (value, text) in pairs(line("trimmed prec3")) {
        let shown = fmt::trimmed_precision::<3>(value.parse().unwrap()).to_string();
        match intended.iter().find(|(input, _)| *input == value) {
            Some((_, ours)) => {
                differing += 1;
                assert!(text.ends_with('.'));
                assert_eq!(shown, *ours);
            }
            None => assert_eq!(shown, text),
        }
    }
    assert_eq!(differing, intended.len());
}

#[test]
fn hexadecimal() {
    let shown = format!(
        "{} {} {} {} {:x}",
        fmt::hex_int_lower::<2>(10),
        fmt::hex_int_upper::<4>(0xabc),
        fmt::hex_int_lower::<8>(0xdead_beef),
        fmt::hex_int_lower::<16>(1),
        9,
    );
    assert_eq!(shown, line("hex"));
}

#[test]
fn messages() {
    assert_eq!(fmt::escape_powershell(b"a\"b`c$").to_string(), line("ps"));
    let options = |min, max, msg| OutOfRangeOptions { min, max, field_name: b"x", msg };
    let unset = i64::MAX;
    let shown = [
        (1, 3, &b""[..]),
        (6, unset, b""),
        (unset, 3, b""),
        (unset, unset, b"an integer"),
        (unset, unset, b""),
    ]
    .map(|(min, max, msg)| fmt::out_of_range(5, options(min, max, msg)).to_string())
    .join(" | ");
    assert_eq!(shown, line("oor:"));
    let shown = format!(
        "{}; slice: {}",
        fmt::out_of_range(1.5, options(unset, unset, b"")),
        fmt::out_of_range(&b"v"[..], options(unset, unset, b"")),
    );
    assert_eq!(shown, line("oor f64 none"));
    assert_eq!(fmt::fmt_slice(&["a", "b"], ", ").to_string(), line("slice"));
    let shown =
        [0, 0x0123_4567_89ab_cdef, u64::MAX].map(|hash| fmt::truncated_hash32(hash).to_string());
    assert_eq!(shown.join(" "), line("th32"));
}

#[test]
fn identifiers() {
    let cases = quoted_pairs(&line("ident").replace("=", "=`").replace(" `", "` `"));
    assert_eq!(cases.len(), 13);
    for (name, text) in cases {
        let text = text.trim_ascii();
        assert_eq!(fmt::fmt_identifier(&name).to_string().as_bytes(), text);
    }
}

#[test]
fn github_actions() {
    // The original loses what is not ASCII and knows no long colour sequences.
    let intended: [(&[u8], &str); 4] = [
        (b"\x1b[38;5;1mx", "x"),
        (b"\xc3\xa9", "é"),
        (b"a\xc3\xa9\nb", "aé%0Ab"),
        (b"a\xc3\xa9b", "aéb"),
    ];
    let cases = quoted_pairs(line("gha"));
    assert_eq!(cases.len(), 14);
    for (input, output) in cases {
        let shown = fmt::github_action(&input).to_string();
        match intended.iter().find(|(text, _)| *text == input) {
            Some((_, ours)) => assert_eq!(shown, *ours),
            None => assert_eq!(shown.as_bytes(), output),
        }
    }
}

#[test]
fn urls_and_addresses() {
    let shown = fmt::dependency_url(b"a/b//c").to_string();
    assert_eq!(shown, line("dep url").trim_end_matches(';'));
    let cases =
        line("ip").split_whitespace().zip(["[2001:db8:80", "200:80", "[2001:db8::1:0:0:1]:80"]);
    for (text, address) in cases {
        assert_eq!(fmt::format_ip(&address, &mut [0; 64]).unwrap(), text.as_bytes());
    }
}
