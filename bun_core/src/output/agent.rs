//! Who reads the output: a person, a workflow, or a program that pays by the word.

use core::sync::atomic::{AtomicBool, Ordering};
use std::sync::OnceLock;

use super::environment::{bytes, switch};

/// Whether workflow commands of GitHub are to be printed, as the program has decided.
///
/// Off until it is set; [`is_github_action`] is what to set it to.
///
/// Zig: `bun.Output.is_github_action`.
pub static IS_GITHUB_ACTION: AtomicBool = AtomicBool::new(false);

static IS_VERBOSE: AtomicBool = AtomicBool::new(false);

/// Returns whether an agent reads the output: it is told less.
///
/// `AGENT`, if it is set, says so with `1`; else verbose output is for people; else `CLAUDECODE` or
/// `REPL_ID` say so. Decided by the first call and kept.
///
/// Zig: `bun.Output.isAIAgent`.
///
/// # Examples
///
/// ```
/// if !bun_core::Output::is_ai_agent() {
///     bun_core::Output::note!("try <b>--watch<r>");
/// }
/// ```
#[doc(alias = "isAIAgent")]
#[must_use]
pub fn is_ai_agent() -> bool {
    static IS_AGENT: OnceLock<bool> = OnceLock::new();
    *IS_AGENT.get_or_init(|| decide(bytes("AGENT").as_deref(), is_verbose(), switch))
}

fn decide(agent: Option<&[u8]>, is_verbose: bool, switch: impl Fn(&str) -> Option<bool>) -> bool {
    match agent {
        Some(value) => value == b"1",
        None if is_verbose => false,
        None => switch("CLAUDECODE") == Some(true) || switch("REPL_ID") == Some(true),
    }
}

/// Returns whether this is a workflow of GitHub whose log a person reads.
///
/// Zig: `bun.Output.isGithubAction`.
///
/// # Examples
///
/// ```
/// use bun_core::Output;
///
/// let prefix = if Output::is_github_action() { "::error::" } else { "error: " };
/// assert!(prefix.contains("error"));
/// ```
#[doc(alias = "isGithubAction")]
#[must_use]
pub fn is_github_action() -> bool {
    switch("GITHUB_ACTIONS") == Some(true) && !is_ai_agent()
}

/// Returns whether more than usual is to be printed: [`set_is_verbose`] or `RUNNER_DEBUG` say so.
///
/// Zig: `bun.Output.isVerbose`.
///
/// # Examples
///
/// ```
/// use bun_core::Output;
///
/// Output::set_is_verbose(true);
/// assert!(Output::is_verbose());
/// ```
#[doc(alias = "isVerbose")]
#[must_use]
pub fn is_verbose() -> bool {
    IS_VERBOSE.load(Ordering::Relaxed) || switch("RUNNER_DEBUG") == Some(true)
}

/// Asks for verbose output, or no longer for it.
///
/// Zig: `bun.Output.is_verbose`.
pub fn set_is_verbose(verbose: bool) {
    IS_VERBOSE.store(verbose, Ordering::Relaxed);
}

#[cfg(test)]
mod tests {
    use super::decide;

    #[test]
    fn who_is_an_agent() {
        let on = |name: &'static str| move |asked: &str| (asked == name).then_some(true);
        let off = |_: &str| Some(false);
        assert!(decide(Some(b"1"), true, off));
        assert!(!decide(Some(b"true"), false, on("CLAUDECODE")));
        assert!(!decide(Some(b""), false, on("REPL_ID")));
        assert!(!decide(None, true, on("CLAUDECODE")));
        assert!(decide(None, false, on("CLAUDECODE")));
        assert!(decide(None, false, on("REPL_ID")));
        assert!(!decide(None, false, off));
    }
}
