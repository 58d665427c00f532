//! Whether to write colours; decided by the first question and kept.

use alloc::vec::Vec;
use std::io::IsTerminal;
use std::sync::OnceLock;

/// What the streams are and whether they get colours.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
struct Terminals {
    stdout_is_tty: bool,
    stderr_is_tty: bool,
    stdout_has_color: bool,
    stderr_has_color: bool,
}

fn terminals() -> &'static Terminals {
    static TERMINALS: OnceLock<Terminals> = OnceLock::new();
    TERMINALS.get_or_init(|| {
        decide(
            |name| std::env::var_os(name).map(std::ffi::OsString::into_encoded_bytes),
            std::io::stdout().is_terminal(),
            std::io::stderr().is_terminal(),
        )
    })
}

/// Returns whether standard output gets colours.
///
/// `FORCE_COLOR` comes first, then `NO_COLOR`; then one terminal among the two streams is enough
/// for both to get colours, if `COLORTERM` or `TERM` do not object; else each stream that is a
/// terminal gets them.
///
/// Zig: `bun.Output.enable_ansi_colors_stdout`.
///
/// # Examples
///
/// ```
/// let mark = if bun_core::Output::enable_ansi_colors_stdout() { "\x1b[1m*\x1b[0m" } else { "*" };
/// assert!(mark.contains('*'));
/// ```
#[must_use]
pub fn enable_ansi_colors_stdout() -> bool {
    terminals().stdout_has_color
}

/// As [`enable_ansi_colors_stdout`], for standard error.
///
/// Zig: `bun.Output.enable_ansi_colors_stderr`.
#[must_use]
pub fn enable_ansi_colors_stderr() -> bool {
    terminals().stderr_has_color
}

/// Returns whether standard output is a terminal.
///
/// Zig: `bun.Output.isStdoutTTY`.
#[doc(alias = "isStdoutTTY")]
#[must_use]
pub fn is_stdout_tty() -> bool {
    terminals().stdout_is_tty
}

/// Returns whether standard error is a terminal.
///
/// Zig: `bun.Output.isStderrTTY`.
#[doc(alias = "isStderrTTY")]
#[must_use]
pub fn is_stderr_tty() -> bool {
    terminals().stderr_is_tty
}

fn decide(
    variable: impl Fn(&str) -> Option<Vec<u8>>,
    stdout_is_tty: bool,
    stderr_is_tty: bool,
) -> Terminals {
    let both = if variable("FORCE_COLOR").is_some_and(|value| is_forced(&value)) {
        Some(true)
    } else if variable("NO_COLOR").is_some_and(|value| is_truthy(&value)) {
        Some(false)
    } else if (stdout_is_tty || stderr_is_tty) && is_color_terminal(&variable) {
        Some(true)
    } else {
        None
    };
    Terminals {
        stdout_is_tty,
        stderr_is_tty,
        stdout_has_color: both.unwrap_or(stdout_is_tty),
        stderr_has_color: both.unwrap_or(stderr_is_tty),
    }
}

/// A number other than zero, nothing at all, or a word that means yes.
fn is_forced(value: &[u8]) -> bool {
    let digits = value.strip_prefix(b"+").unwrap_or(value);
    if !digits.is_empty() && digits.iter().all(u8::is_ascii_digit) {
        return digits.iter().any(|&digit| digit != b'0');
    }
    value.is_empty() || is_truthy(value)
}

/// Anything but the words that mean no.
fn is_truthy(value: &[u8]) -> bool {
    !["", "0", "false", "no", "off"].iter().any(|no| value.eq_ignore_ascii_case(no.as_bytes()))
}

fn is_color_terminal(variable: &impl Fn(&str) -> Option<Vec<u8>>) -> bool {
    if let Some(value) = variable("COLORTERM") {
        return value != b"0";
    }
    variable("TERM").is_some_and(|value| value != b"dumb")
}

#[cfg(test)]
mod tests {
    use super::decide;

    type Case<'a> = (&'a [(&'a str, &'a str)], bool, bool, bool, bool);

    #[test]
    fn precedence() {
        // Variables, is stdout a tty, is stderr a tty; does stdout get colours, does stderr.
        let cases: &[Case<'_>] = &[
            (&[], false, false, false, false),
            (&[], true, false, true, false),
            (&[], false, true, false, true),
            (&[("TERM", "xterm")], true, false, true, true),
            (&[("TERM", "xterm")], false, true, true, true),
            (&[("TERM", "xterm")], false, false, false, false),
            (&[("TERM", "dumb")], true, false, true, false),
            (&[("COLORTERM", "0"), ("TERM", "xterm")], false, true, false, true),
            (&[("COLORTERM", ""), ("TERM", "dumb")], false, true, true, true),
            (&[("NO_COLOR", "1"), ("TERM", "xterm")], true, true, false, false),
            (&[("NO_COLOR", "")], true, true, true, true),
            (&[("NO_COLOR", "0"), ("TERM", "xterm")], true, false, true, true),
            (&[("NO_COLOR", "FALSE"), ("TERM", "xterm")], true, false, true, true),
            (&[("FORCE_COLOR", "1"), ("NO_COLOR", "1")], false, false, true, true),
            (&[("FORCE_COLOR", "")], false, false, true, true),
            (&[("FORCE_COLOR", "true")], false, false, true, true),
            (&[("FORCE_COLOR", "3")], false, false, true, true),
            (&[("FORCE_COLOR", "0")], false, false, false, false),
            (&[("FORCE_COLOR", "0")], true, false, true, false),
            (&[("FORCE_COLOR", "false"), ("NO_COLOR", "1")], true, true, false, false),
        ];
        for &(variables, stdout, stderr, stdout_color, stderr_color) in cases {
            let lookup = |name: &str| {
                variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).into())
            };
            let decided = decide(lookup, stdout, stderr);
            assert_eq!(
                (decided.stdout_has_color, decided.stderr_has_color),
                (stdout_color, stderr_color),
                "{variables:?} {stdout} {stderr}"
            );
        }
    }
}
