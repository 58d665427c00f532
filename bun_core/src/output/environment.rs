//! The environment variables that decide how the process prints.
//!
//! Everything this module tree wants to know from the environment goes through this file.

use alloc::vec::Vec;
use std::env::{var_os, vars_os};
use std::ffi::OsString;

/// Returns the value of a variable, as bytes.
pub(super) fn bytes(name: &str) -> Option<Vec<u8>> {
    var_os(name).map(OsString::into_encoded_bytes)
}

/// Returns the value of a variable whose name is written in any case.
pub(super) fn bytes_any_case(name: &str) -> Option<Vec<u8>> {
    vars_os()
        .find(|(known, _)| known.as_encoded_bytes().eq_ignore_ascii_case(name.as_bytes()))
        .map(|(_, value)| value.into_encoded_bytes())
}

/// Returns a variable as a switch; `None` when it is not set.
pub(super) fn switch(name: &str) -> Option<bool> {
    bytes(name).map(|value| is_truthy(&value))
}

/// Returns whether a value is anything but the words that mean no.
pub(super) fn is_truthy(value: &[u8]) -> bool {
    !["", "0", "false", "no", "off"].iter().any(|no| value.eq_ignore_ascii_case(no.as_bytes()))
}

/// Returns a value as a number: nothing at all is one, and so is a word that means yes.
pub(super) fn number(value: &[u8]) -> u64 {
    if value.is_empty() {
        return 1;
    }
    unsigned(value).unwrap_or_else(|| u64::from(is_truthy(value)))
}

/// Reads decimal digits after an optional sign, with underscores between digits.
fn unsigned(value: &[u8]) -> Option<u64> {
    let (is_negative, digits) = match value {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, value),
    };
    if digits.first()? == &b'_' || digits.last()? == &b'_' {
        return None;
    }
    let mut number = 0u64;
    for &digit in digits.iter().filter(|&&digit| digit != b'_') {
        let digit = char::from(digit).to_digit(10)?;
        number = number.checked_mul(10)?.checked_add(u64::from(digit))?;
    }
    // The two largest numbers stand for other things in the original, hence are no numbers.
    (number < u64::MAX - 1 && !(is_negative && number > 0)).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::{is_truthy, number};

    #[test]
    fn words_that_mean_no() {
        for no in ["", "0", "false", "FALSE", "no", "Off"] {
            assert!(!is_truthy(no.as_bytes()), "{no}");
        }
        for yes in ["1", "true", "00", "2", "none", " "] {
            assert!(is_truthy(yes.as_bytes()), "{yes}");
        }
    }

    #[test]
    fn numbers() {
        let cases = [
            ("", 1),
            ("0", 0),
            ("-0", 0),
            ("+3", 3),
            ("00", 0),
            ("1_0", 10),
            ("_1", 1),
            ("1_", 1),
            ("-1", 1),
            ("true", 1),
            ("false", 0),
            ("-", 1),
            ("18446744073709551613", u64::MAX - 2),
            ("18446744073709551614", 1),
            ("99999999999999999999", 1),
        ];
        for (value, expected) in cases {
            assert_eq!(number(value.as_bytes()), expected, "{value}");
        }
    }
}
