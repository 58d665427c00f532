//! The value of a string literal, from its source text.

/// Returns the text a string literal stands for, or `None` for any other literal.
pub(crate) fn value(source: &str) -> Option<String> {
    if let Some(raw) = source.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        let quoted = raw.get(hashes..raw.len().checked_sub(hashes)?)?;
        return Some(quoted.strip_prefix('"')?.strip_suffix('"')?.to_owned());
    }
    unescape(source.strip_prefix('"')?.strip_suffix('"')?)
}

/// Returns whether this is a literal that only `concat!` takes: a character or a number.
pub(crate) fn is_scalar(source: &str) -> bool {
    source.starts_with(|first: char| first == '\'' || first.is_ascii_digit())
}

/// Returns what `concat!` makes of a character or of a whole decimal number.
pub(crate) fn scalar(source: &str) -> Option<String> {
    if let Some(quoted) = source.strip_prefix('\'') {
        return unescape(quoted.strip_suffix('\'')?);
    }
    let digits = source.replace('_', "");
    digits.bytes().all(|byte| byte.is_ascii_digit()).then_some(digits)
}

/// Resolves the escapes of a literal that the compiler has already accepted.
fn unescape(source: &str) -> Option<String> {
    let mut text = String::with_capacity(source.len());
    let mut rest = source.chars();
    while let Some(next) = rest.next() {
        if next != '\\' {
            text.push(next);
            continue;
        }
        match rest.next()? {
            'n' => text.push('\n'),
            'r' => text.push('\r'),
            't' => text.push('\t'),
            '0' => text.push('\0'),
            'x' => {
                let digits = rest.as_str().get(..2)?;
                text.push(char::from(u8::from_str_radix(digits, 16).ok()?));
                rest = rest.as_str()[2..].chars();
            }
            'u' => {
                let (digits, after) = rest.as_str().strip_prefix('{')?.split_once('}')?;
                let digits = digits.replace('_', "");
                text.push(char::from_u32(u32::from_str_radix(&digits, 16).ok()?)?);
                rest = after.chars();
            }
            '\n' | '\r' => rest = rest.as_str().trim_start_matches([' ', '\t', '\n', '\r']).chars(),
            quoted @ ('\\' | '\'' | '"') => text.push(quoted),
            _ => return None,
        }
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::{is_scalar, scalar, value};

    #[test]
    fn what_only_concat_takes() {
        let cases: &[(&str, Option<&str>)] =
            &[("'a'", Some("a")), (r"'\n'", Some("\n")), ("1_000", Some("1000")), ("0x1f", None)];
        for &(source, expected) in cases {
            assert!(is_scalar(source));
            assert_eq!(scalar(source).as_deref(), expected, "{source}");
        }
        assert!(!is_scalar("\"1\""));
    }

    #[test]
    fn resolves_every_escape() {
        let cases: &[(&str, Option<&str>)] = &[
            (r#""""#, Some("")),
            (r#""a\n\r\t\0\\\'\"""#, Some("a\n\r\t\0\\'\"")),
            (r#""\x1b[0m\u{1F6_00}é""#, Some("\u{1b}[0m\u{1f600}é")),
            ("\"a\\\n   b\"", Some("ab")),
            (r##"r#"a\n"b"#"##, Some("a\\n\"b")),
            (r#"r"\<""#, Some("\\<")),
            (r#"b"bytes""#, None),
            ("12", None),
            ("'c'", None),
            (r#"c"c string""#, None),
        ];
        for &(source, expected) in cases {
            assert_eq!(value(source).as_deref(), expected, "{source}");
        }
    }
}
