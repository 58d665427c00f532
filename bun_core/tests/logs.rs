//! Scoped logs, in a build with them (`--features debug_logs`) and in one without.

#![cfg(not(miri))]
#![forbid(unsafe_code)]

mod example;

use std::process::{Command, Output, Stdio};

use bun_core::Output::ENABLE_LOGS;
use example::example;

const _: () = assert!(ENABLE_LOGS == cfg!(feature = "debug_logs"));

type Variables<'a> = &'a [(&'a str, &'a str)];

/// Variables, arguments, lines, and what is said about evaluation and visibility.
type Case<'a> = (Variables<'a>, &'a [&'a str], &'a [&'a str], &'a str);

/// Returns the example, which must have been built like this test.
fn logs() -> Command {
    let build = example("logs").arg("build").output().unwrap();
    assert_eq!(
        text(&build.stdout),
        ENABLE_LOGS.to_string(),
        "run `cargo build --examples` with the same features"
    );
    example("logs")
}

fn run(arguments: &[&str], variables: Variables<'_>) -> Output {
    logs().args(arguments).envs(variables.iter().copied()).output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).unwrap()
}

#[test]
fn only_what_is_visible_is_evaluated() {
    const NETWORK: &str = "[network] bold <<b>> 1\n";
    const PARSER: &str = "[parser] needle-7f3a 1\n";
    const INSTALL: &str = "[install] install 1\n[install] again 2\n";
    let cases: &[Case<'_>] = &[
        (&[], &[], &[NETWORK], "[0, 1, 0] [false, true, false]\n"),
        (&[("BUN_DEBUG_NETWORK", "0")], &[], &[], "[0, 0, 0] [false, false, false]\n"),
        (&[("bun_debug_Parser", "1")], &[], &[PARSER, NETWORK], "[1, 1, 0] [true, true, false]\n"),
        (
            &[("BUN_DEBUG_ALL", "1")],
            &[],
            &[PARSER, NETWORK, INSTALL],
            "[1, 1, 2] [true, true, true]\n",
        ),
        (&[("BUN_DEBUG_QUIET_LOGS", "1")], &[], &[], "[0, 0, 0] [false, false, false]\n"),
        (&[], &["--debug-Install"], &[NETWORK, INSTALL], "[0, 1, 2] [false, true, true]\n"),
        (
            &[("BUN_DEBUG", "0")],
            &["--debug-all"],
            &[PARSER, NETWORK, INSTALL],
            "[1, 1, 2] [true, true, true]\n",
        ),
    ];
    for (variables, arguments, lines, report) in cases {
        let output = run(&[&["scopes"], *arguments].concat(), variables);
        let (logs, report) = if ENABLE_LOGS {
            (lines.concat(), *report)
        } else {
            (String::new(), "[0, 0, 0] [false, false, false]\n")
        };
        assert_eq!(text(&output.stderr), report, "{variables:?}");
        assert_eq!(text(&output.stdout), format!("before\n{logs}after\n"), "{variables:?}");
    }
}

#[test]
fn a_build_without_logs_has_nothing_of_them() {
    let program = std::fs::read(logs().get_program()).unwrap();
    let needle = b"needle-7f3a";
    let is_there = program.windows(needle.len()).any(|window| window == needle);
    assert_eq!(is_there, ENABLE_LOGS);
}

#[test]
fn what_an_argument_logs_is_not_written() {
    let output = run(&["nested"], &[]);
    let expected = if ENABLE_LOGS { "printed\n[network] outer noisy\n[network] end\n" } else { "" };
    assert_eq!(text(&output.stdout), expected);
}

#[test]
fn nothing_is_written_during_a_panic() {
    let output = run(&["panics"], &[]);
    let expected = if ENABLE_LOGS { "[network] caught true\n[network] dropped\n" } else { "" };
    assert_eq!(text(&output.stdout), expected);
}

#[test]
fn lines_of_threads_are_whole() {
    let output = run(&["threads"], &[]);
    let mut lines: Vec<&str> = text(&output.stdout).lines().collect();
    let mut expected: Vec<String> = (0..4)
        .flat_map(|thread| (0..200).map(move |line| format!("[network] {thread} {line}")))
        .collect();
    lines.sort_unstable();
    expected.sort_unstable();
    expected.truncate(if ENABLE_LOGS { expected.len() } else { 0 });
    assert_eq!(lines, expected);
}

#[test]
fn colours_are_those_of_standard_output() {
    let output = run(&["scopes"], &[("FORCE_COLOR", "1")]);
    let line = "\x1b[0m\x1b[2m[network]\x1b[0m \x1b[1mbold\x1b[0m <<b>> 1\n";
    assert_eq!(text(&output.stdout).contains(line), ENABLE_LOGS);
}

#[cfg(target_os = "linux")]
#[test]
fn a_scope_that_cannot_write_falls_silent() {
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = logs().arg("fails").stdout(full).output().unwrap();
    assert_eq!(text(&output.stderr), if ENABLE_LOGS { "1\n" } else { "0\n" });
}

#[test]
fn a_file_takes_the_lines_without_colours() {
    let folder = std::env::temp_dir().join(format!("bun-logs-{}", std::process::id()));
    let pattern = folder.join("deep").join("log-{pid}.txt");
    let pattern = pattern.to_str().unwrap();
    let variables = [("BUN_DEBUG", pattern), ("FORCE_COLOR", "1")];
    let mut command = logs();
    command.arg("scopes").envs(variables).stdout(Stdio::piped());
    let child = command.stderr(Stdio::piped()).spawn().unwrap();
    let name = pattern.replace("{pid}", &child.id().to_string());
    let output = child.wait_with_output().unwrap();
    assert_eq!(text(&output.stdout), "before\nafter\n");
    if ENABLE_LOGS {
        assert_eq!(std::fs::read(&name).unwrap(), b"[network] bold <<b>> 1\n");
        // Where a folder stands, no file can be opened: the lines go to standard output.
        let output = run(&["scopes"], &[("BUN_DEBUG", folder.to_str().unwrap())]);
        assert!(text(&output.stderr).contains("Failed to open file for debug output: IsDir"));
        assert!(text(&output.stdout).contains("[network] bold"));
        std::fs::remove_dir_all(&folder).unwrap();
    } else {
        assert!(!folder.exists());
    }
}
