//! The programs that the tests of a whole process look at.

use std::env::{consts, current_exe};
use std::process::Command;

/// The variables that decide about colours and logs.
const DECIDING: [&str; 17] = [
    "AGENT",
    "BUN_DEBUG",
    "BUN_DEBUG_ALL",
    "BUN_DEBUG_QUIET_LOGS",
    "CI",
    "CLAUDECODE",
    "COLORTERM",
    "FORCE_COLOR",
    "GITHUB_ACTIONS",
    "NO_COLOR",
    "REPL_ID",
    "RUNNER_DEBUG",
    "TERM",
    "TERM_PROGRAM",
    "TMUX",
    "BUN_DEBUG_parser",
    "BUN_DEBUG_network",
];

/// Returns a command for an example, without the variables that decide about its output.
pub(crate) fn example(name: &str) -> Command {
    // Cargo puts tests in `<profile>/deps` and examples in `<profile>/examples`.
    let profile = current_exe().unwrap().ancestors().nth(2).unwrap().to_owned();
    let program = profile.join("examples").join(name).with_extension(consts::EXE_EXTENSION);
    assert!(program.exists(), "{} is missing: run `cargo build --examples`", program.display());
    let mut command = Command::new(program);
    for variable in DECIDING {
        command.env_remove(variable);
    }
    command
}
