//! The environment variables that decide how the process prints.
//!
//! Everything this module tree wants to know from the environment goes through this file. It asks
//! anew each time, where [`env_var`](crate::env_var) keeps what it read first: the answers are kept
//! by those who ask, and tests ask about more than one environment.

use alloc::vec::Vec;
use std::env::{var_os, vars_os};
use std::ffi::OsString;

pub(super) use crate::env_var::parse::is_truthy;
use crate::env_var::parse::parse_unsigned;

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

/// Returns a value as a number: nothing at all is one, and so is a word that means yes.
pub(super) fn number(value: &[u8]) -> u64 {
    if value.is_empty() {
        return 1;
    }
    parse_unsigned(value).unwrap_or_else(|_| u64::from(is_truthy(value)))
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
