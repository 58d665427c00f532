//! Whether to write colours; decided by the first question and kept.

use alloc::vec::Vec;
use core::fmt;
use core::sync::atomic::{AtomicU8, Ordering};
use std::io::IsTerminal;
use std::sync::OnceLock;

use super::color_depth::{self, ColorDepth};
use super::environment::{bytes, is_truthy};
use crate::env::IS_WINDOWS;

/// Whether a stream gets colours: decided by the first load, unless a store came before.
///
/// Used like the `AtomicBool` that it stands for; the order of the loads and stores is always
/// relaxed, because nothing else hangs on it.
///
/// # Examples
///
/// ```
/// use bun_core::Output;
/// use core::sync::atomic::Ordering;
///
/// Output::ENABLE_ANSI_COLORS_STDERR.store(true, Ordering::Relaxed);
/// assert!(Output::enable_ansi_colors_stderr());
/// ```
pub struct ColorSwitch {
    state: AtomicU8,
    decide: fn(&Terminals) -> bool,
}

/// Whether standard output gets colours.
///
/// Zig: `bun.Output.enable_ansi_colors_stdout`.
pub static ENABLE_ANSI_COLORS_STDOUT: ColorSwitch = ColorSwitch::new(|it| it.stdout_has_color);

/// Whether standard error gets colours.
///
/// Zig: `bun.Output.enable_ansi_colors_stderr`.
pub static ENABLE_ANSI_COLORS_STDERR: ColorSwitch = ColorSwitch::new(|it| it.stderr_has_color);

/// The states of a switch.
const UNDECIDED: u8 = 2;

impl ColorSwitch {
    const fn new(decide: fn(&Terminals) -> bool) -> Self {
        Self { state: AtomicU8::new(UNDECIDED), decide }
    }

    /// Returns whether there are to be colours.
    #[must_use]
    pub fn load(&self, _: Ordering) -> bool {
        match self.state.load(Ordering::Relaxed) {
            UNDECIDED => self.decide(),
            decided => decided != 0,
        }
    }

    /// Turns colours on or off, whatever the environment says.
    pub fn store(&self, has_color: bool, _: Ordering) {
        self.state.store(u8::from(has_color), Ordering::Relaxed);
    }

    #[cold]
    fn decide(&self) -> bool {
        let decision = u8::from((self.decide)(terminals()));
        // A store that came meanwhile wins.
        let exchanged =
            self.state.compare_exchange(UNDECIDED, decision, Ordering::Relaxed, Ordering::Relaxed);
        exchanged.map_or_else(|stored| stored != 0, |_| decision != 0)
    }
}

impl fmt::Debug for ColorSwitch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ColorSwitch").field(&self.load(Ordering::Relaxed)).finish()
    }
}

/// What the streams are and whether they get colours.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
struct Terminals {
    stdin_is_tty: bool,
    stdout_is_tty: bool,
    stderr_is_tty: bool,
    stdout_has_color: bool,
    stderr_has_color: bool,
}

fn terminals() -> &'static Terminals {
    static TERMINALS: OnceLock<Terminals> = OnceLock::new();
    TERMINALS.get_or_init(|| Terminals {
        stdin_is_tty: std::io::stdin().is_terminal(),
        ..decide(bytes, std::io::stdout().is_terminal(), std::io::stderr().is_terminal())
    })
}

/// Returns whether standard output gets colours.
///
/// `FORCE_COLOR` comes first, then `NO_COLOR`; then one terminal among the two streams is enough
/// for both to get colours, if [`color_depth`](super::color_depth()) knows of any; else each
/// stream that is a terminal gets them.
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
    ENABLE_ANSI_COLORS_STDOUT.load(Ordering::Relaxed)
}

/// As [`enable_ansi_colors_stdout`], for standard error.
///
/// Zig: `bun.Output.enable_ansi_colors_stderr`.
#[must_use]
pub fn enable_ansi_colors_stderr() -> bool {
    ENABLE_ANSI_COLORS_STDERR.load(Ordering::Relaxed)
}

/// Returns whether standard input is a terminal.
///
/// Zig: `bun.Output.isStdinTTY`.
#[doc(alias = "isStdinTTY")]
#[must_use]
pub fn is_stdin_tty() -> bool {
    terminals().stdin_is_tty
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
    let forced = color_depth::forced(&variable);
    let both = if forced.is_some_and(|depth| depth != ColorDepth::None) {
        Some(true)
    } else if variable("NO_COLOR").is_some_and(|value| is_truthy(&value)) {
        Some(false)
    } else if (stdout_is_tty || stderr_is_tty) && is_color_terminal(&variable) {
        Some(true)
    } else {
        None
    };
    Terminals {
        stdin_is_tty: false,
        stdout_is_tty,
        stderr_is_tty,
        stdout_has_color: both.unwrap_or(stdout_is_tty),
        stderr_has_color: both.unwrap_or(stderr_is_tty),
    }
}

/// The console of Windows has had colours for as long as the runtime has supported it.
fn is_color_terminal(variable: &impl Fn(&str) -> Option<Vec<u8>>) -> bool {
    IS_WINDOWS || color_depth::detect(variable) != ColorDepth::None
}

#[cfg(test)]
mod tests {
    use core::sync::atomic::Ordering;

    use super::{ColorSwitch, IS_WINDOWS, decide};

    type Case<'a> = (&'a [(&'a str, &'a str)], bool, bool, bool, bool);

    #[test]
    fn a_store_wins_over_the_decision() {
        let switch = ColorSwitch::new(|_| false);
        assert!(!switch.load(Ordering::Relaxed));
        switch.store(true, Ordering::Relaxed);
        assert!(switch.load(Ordering::Relaxed));
        let switch = ColorSwitch::new(|_| unreachable!("stored before the first load"));
        switch.store(true, Ordering::Relaxed);
        assert!(switch.load(Ordering::Relaxed));
    }

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
            (&[("COLORTERM", "0"), ("TERM", "vt220")], false, true, true, true),
            (&[("COLORTERM", ""), ("TERM", "dumb")], false, true, false, true),
            (&[("CI", "1")], true, false, true, true),
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
            // There, every console has colours.
            assert!(
                IS_WINDOWS
                    || (decided.stdout_has_color, decided.stderr_has_color)
                        == (stdout_color, stderr_color),
                "{variables:?} {stdout} {stderr}"
            );
        }
    }
}
