//! A test again in a process of its own, which may be limited in ways that others must not be.

use std::process::{Command, Output};

/// Set in the child.
const MARK: &str = "BUN_SYS_TEST_CHILD";

/// Whether this process runs one test for another process.
pub(crate) fn is_child() -> bool {
    std::env::var_os(MARK).is_some()
}

/// Runs `test` again, in a child that `start` may change.
///
/// `start` gets a command that runs the test, and may wrap it in another.
pub(crate) fn run_child(test: &str, start: impl FnOnce(Command) -> Command) -> Output {
    let exe = std::env::current_exe().expect("tests are programs");
    let mut command = Command::new(exe);
    command.args(["--exact", test, "--nocapture", "--test-threads=1"]).env(MARK, "1");
    start(command).output().expect("a program that can be run")
}

/// Panics unless the child ran the test and it passed.
pub(crate) fn assert_passed(output: &Output) {
    let text = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    let passed = output.status.success() && text.contains("1 passed");
    assert!(passed, "{}\n{text}\n{errors}", output.status);
}
