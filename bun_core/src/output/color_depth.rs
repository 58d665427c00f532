//! How many colours the terminal has, as its environment tells.

use alloc::vec::Vec;
use std::sync::OnceLock;

use super::environment::{bytes, is_truthy, number};

/// The number of colours of a terminal.
///
/// # Examples
///
/// ```
/// use bun_core::Output::ColorDepth;
///
/// assert!(ColorDepth::C16 < ColorDepth::C16m);
/// ```
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ColorDepth {
    /// No colours.
    None,
    /// The sixteen of old.
    C16,
    /// The palette of 256.
    C256,
    /// All of them: 24 bits.
    C16m,
}

/// Returns how many colours the environment promises. Decided by the first call and kept.
///
/// In this order: `FORCE_COLOR`, `NO_COLOR`, `TERM=dumb`, `TMUX`, `CI`, `TERM_PROGRAM`,
/// `COLORTERM`, `TERM`. Whether a terminal is there at all is another question.
///
/// Zig: `bun.Output.Source.colorDepth`.
///
/// # Examples
///
/// ```
/// use bun_core::Output::{self, ColorDepth};
///
/// let red = match Output::color_depth() {
///     ColorDepth::C16m => "\x1b[38;2;255;80;80m",
///     ColorDepth::C256 => "\x1b[38;5;203m",
///     ColorDepth::C16 => "\x1b[31m",
///     ColorDepth::None => "",
/// };
/// assert!(red.is_empty() || red.ends_with('m'));
/// ```
#[doc(alias = "colorDepth")]
#[must_use]
pub fn color_depth() -> ColorDepth {
    static DEPTH: OnceLock<ColorDepth> = OnceLock::new();
    *DEPTH.get_or_init(|| detect(&bytes))
}

/// Returns what `FORCE_COLOR` asks for; `None` when it is not set.
pub(super) fn forced(variable: &impl Fn(&str) -> Option<Vec<u8>>) -> Option<ColorDepth> {
    variable("FORCE_COLOR").map(|value| match number(&value) {
        0 => ColorDepth::None,
        1 => ColorDepth::C16,
        2 => ColorDepth::C256,
        _ => ColorDepth::C16m,
    })
}

/// Programs that are known to have all colours, by `TERM_PROGRAM`.
const PROGRAMS: [&[u8]; 5] = [b"ghostty", b"MacTerm", b"WezTerm", b"HyperTerm", b"iTerm.app"];

/// Values of `TERM` that no prefix and no part tells.
const TERMS: [(&[u8], ColorDepth); 17] = [
    (b"st", ColorDepth::C16),
    (b"hurd", ColorDepth::C16),
    (b"eterm", ColorDepth::C16),
    (b"gnome", ColorDepth::C16),
    (b"kterm", ColorDepth::C16),
    (b"mosh", ColorDepth::C16m),
    (b"putty", ColorDepth::C16),
    (b"cons25", ColorDepth::C16),
    (b"cygwin", ColorDepth::C16),
    (b"dtterm", ColorDepth::C16),
    (b"mlterm", ColorDepth::C16),
    (b"console", ColorDepth::C16),
    (b"jfbterm", ColorDepth::C16),
    (b"konsole", ColorDepth::C16),
    (b"terminator", ColorDepth::C16m),
    (b"xterm-ghostty", ColorDepth::C16m),
    (b"rxvt-unicode-24bit", ColorDepth::C16m),
];

/// Parts of `TERM` that promise sixteen colours.
const PARTS: [&[u8]; 8] =
    [b"con", b"ansi", b"rxvt", b"color", b"linux", b"vt100", b"xterm", b"screen"];

pub(super) fn detect(variable: &impl Fn(&str) -> Option<Vec<u8>>) -> ColorDepth {
    if let Some(depth) = forced(variable) {
        return depth;
    }
    let term = variable("TERM").unwrap_or_default();
    if variable("NO_COLOR").is_some_and(|value| is_truthy(&value)) || term == b"dumb" {
        return ColorDepth::None;
    }
    if variable("TMUX").is_some() {
        return ColorDepth::C256;
    }
    if variable("CI").is_some() {
        return ColorDepth::C16;
    }
    if variable("TERM_PROGRAM").is_some_and(|program| PROGRAMS.contains(&&*program)) {
        return ColorDepth::C16m;
    }
    let color_term = variable("COLORTERM");
    if matches!(color_term.as_deref(), Some(b"truecolor" | b"24bit")) {
        return ColorDepth::C16m;
    }
    of_term(&term).unwrap_or(match color_term {
        Some(_) => ColorDepth::C16,
        None => ColorDepth::None,
    })
}

fn of_term(term: &[u8]) -> Option<ColorDepth> {
    if term.starts_with(b"xterm-256") {
        return Some(ColorDepth::C256);
    }
    if let Some((_, depth)) = TERMS.iter().find(|(name, _)| *name == term) {
        return Some(*depth);
    }
    let has = |part: &&[u8]| term.windows(part.len()).any(|window| window == *part);
    PARTS.iter().any(has).then_some(ColorDepth::C16)
}

#[cfg(test)]
mod tests {
    use super::ColorDepth::{self, C16, C16m, C256, None};
    use super::detect;

    #[test]
    fn each_rule_comes_before_the_next() {
        // Each line sets what the lines above it decide by to something that does not decide.
        let cases: &[(&str, ColorDepth)] = &[
            ("", None),
            ("COLORTERM=", C16),
            ("TERM=xterm COLORTERM=x", C16),
            ("TERM=screen.linux", C16),
            ("TERM=vt220", None),
            ("TERM=vt220 COLORTERM=0", C16),
            ("TERM=st", C16),
            ("TERM=stx", None),
            ("TERM=mosh", C16m),
            ("TERM=xterm-ghostty", C16m),
            ("TERM=rxvt-unicode-24bit", C16m),
            ("TERM=rxvt-unicode", C16),
            ("TERM=xterm-256color", C256),
            ("TERM=xterm-256 COLORTERM=x", C256),
            ("TERM=xterm-256color COLORTERM=truecolor", C16m),
            ("COLORTERM=24bit", C16m),
            ("COLORTERM=24bit TERM_PROGRAM=x", C16m),
            ("TERM=xterm TERM_PROGRAM=ghostty", C16m),
            ("TERM=xterm TERM_PROGRAM=iTerm.app", C16m),
            ("TERM=xterm-256color TERM_PROGRAM=ghostty CI=false", C16),
            ("CI= COLORTERM=24bit", C16),
            ("CI=1 TMUX=", C256),
            ("TMUX=x TERM=dumb", None),
            ("NO_COLOR=1 TMUX=x TERM=xterm", None),
            ("NO_COLOR=0 TERM=xterm", C16),
            ("FORCE_COLOR= NO_COLOR=1", C16),
            ("FORCE_COLOR=0 TERM=xterm", None),
            ("FORCE_COLOR=1 TERM=dumb", C16),
            ("FORCE_COLOR=2", C256),
            ("FORCE_COLOR=3", C16m),
            ("FORCE_COLOR=4", C16m),
            ("FORCE_COLOR=true", C16),
            ("FORCE_COLOR=off TMUX=x", None),
        ];
        for &(variables, depth) in cases {
            let lookup = |name: &str| {
                variables
                    .split(' ')
                    .filter_map(|pair| pair.split_once('='))
                    .find_map(|(known, value)| (known == name).then(|| value.into()))
            };
            assert_eq!(detect(&lookup), depth, "{variables}");
        }
    }
}
