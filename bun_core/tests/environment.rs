//! What a process makes of its environment, its arguments and its end, seen from outside. The
//! program is the example of the same name.

#![cfg(not(miri))]
#![forbid(unsafe_code)]

use std::env::current_exe;
use std::process::{Command, Output};

/// Runs the example with these variables, without those that decide about its answers.
fn run(arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    // Cargo puts tests in `<profile>/deps` and examples in `<profile>/examples`.
    let profile = current_exe().unwrap().ancestors().nth(2).unwrap().to_owned();
    let program =
        profile.join("examples/environment").with_extension(std::env::consts::EXE_EXTENSION);
    assert!(program.exists(), "{} is missing: run `cargo build --examples`", program.display());
    let mut command = Command::new(program);
    for name in [
        "BUN_ASSUME_PERFECT_INCREMENTAL",
        "BUN_CONFIG_HTTP_IDLE_TIMEOUT",
        "BUN_DEBUG_HASH_RANDOM_SEED",
        "BUN_OPTIONS",
        "BUN_TMPDIR",
        "CI",
        "FORCE_COLOR",
        "GOMAXPROCS",
        "NO_COLOR",
        "UV_THREADPOOL_SIZE",
    ] {
        command.env_remove(name);
    }
    command.args(arguments).envs(variables.iter().copied()).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn variables_have_types_and_defaults() {
    let output = run(&["variables"], &[]);
    assert_eq!(stdout(&output), "None false false None 300 None None None");
    let output = run(
        &["variables"],
        &[
            ("BUN_TMPDIR", "/tmp/é"),
            ("NO_COLOR", "yes"),
            ("CI", "false"),
            ("BUN_CONFIG_HTTP_IDLE_TIMEOUT", "+1_0"),
            ("FORCE_COLOR", ""),
            ("BUN_DEBUG_HASH_RANDOM_SEED", "7"),
            ("BUN_ASSUME_PERFECT_INCREMENTAL", "1"),
        ],
    );
    assert_eq!(
        stdout(&output),
        "Some(\"/tmp/é\") true true Some(false) 10 Some(1) Some(7) Some(true)"
    );
    let output = run(&["variables"], &[("BUN_TMPDIR", ""), ("FORCE_COLOR", "true"), ("CI", "")]);
    assert_eq!(stdout(&output), "Some(\"\") false false Some(false) 300 Some(1) None None");
}

#[test]
fn numbers_that_do_not_parse_are_warned_about_in_debug_builds() {
    let output = run(
        &["variables"],
        &[
            ("BUN_CONFIG_HTTP_IDLE_TIMEOUT", "5s"),
            ("BUN_DEBUG_HASH_RANDOM_SEED", "18446744073709551615"),
            ("FORCE_COLOR", "off"),
        ],
    );
    assert_eq!(stdout(&output), "None false false None 300 Some(0) None None");
    let warning = "debug warn: Environment variable 'BUN_CONFIG_HTTP_IDLE_TIMEOUT' has value '5s' \
                   which is not a valid integer.\n";
    assert_eq!(stderr(&output), if cfg!(debug_assertions) { warning } else { "" });
}

#[test]
fn options_of_the_environment_come_first() {
    let output = run(&["options", "x"], &[("BUN_OPTIONS", "--a='b c' 'd e'")]);
    assert_eq!(stdout(&output), "2 --a='b c'|d e|options|x|");
    assert_eq!(stdout(&run(&["options"], &[])), "0 options|");
}

#[test]
fn callbacks_run_once_in_order_around_one_that_panics() {
    let output = run(&["callbacks"], &[]);
    assert_eq!(stdout(&output), "before true first second added ");
    let code = if cfg!(unix) { 3 } else { 259 };
    assert_eq!(output.status.code(), Some(code));
}

#[test]
fn a_crash_flushes_and_fails() {
    let output = run(&["crash"], &[]);
    assert_eq!((stdout(&output).as_str(), output.status.code()), ("crashed", Some(1)));
    let output = run(&["notimpl"], &[]);
    assert!(stderr(&output).contains("Not implemented yet"), "{}", stderr(&output));
    assert!(!output.status.success());
}

#[test]
fn leaving_waits_for_the_report_of_a_crash() {
    let output = run(&["waits"], &[]);
    assert_eq!((stdout(&output).as_str(), output.status.code()), ("reported", Some(7)));
}

#[cfg(unix)]
#[test]
fn a_signal_is_raised_after_a_flush() {
    use std::os::unix::process::ExitStatusExt as _;

    // One that ends the process, one that std ignores, one that does nothing, none, and nonsense.
    for (signal, ends_by) in [("15", 15), ("13", 13), ("0", 6), ("9", 9), ("-1", 6), ("12345", 6)] {
        let output = run(&["raise", signal], &[]);
        assert_eq!(output.status.signal(), Some(ends_by), "{signal}");
        assert_eq!(stdout(&output), "raised");
    }
}

#[cfg(unix)]
#[test]
fn a_reload_starts_the_program_with_its_arguments() {
    let output = run(&["reload"], &[]);
    assert_eq!(output.stdout, b"arguments|\xff|", "{}", stderr(&output));
    assert!(output.status.success());
    let output = run(&["reload"], &[("FORCE_COLOR", "1")]);
    assert_eq!(output.stdout, b"\x1b[2J\x1b[3J\x1b[Harguments|\xff|");
    assert_eq!(output.stderr, b"\x1b[2J\x1b[3J\x1b[H");
}

#[test]
fn a_child_has_the_same_streams() {
    let output = run(&["spawn"], &[]);
    assert_eq!(stdout(&output), "crashedarguments|a b| Some(1) false true");
}

#[test]
fn the_environment_limits_the_threads() {
    let threads =
        |variables: &[_]| -> u16 { stdout(&run(&["threads"], variables)).parse().unwrap() };
    assert_eq!(threads(&[("UV_THREADPOOL_SIZE", "5"), ("GOMAXPROCS", "6")]), 5);
    assert_eq!(threads(&[("UV_THREADPOOL_SIZE", "1"), ("GOMAXPROCS", "6")]), 6);
    assert_eq!(threads(&[("GOMAXPROCS", "5000")]), 1024);
    assert!((2..=1024).contains(&threads(&[("GOMAXPROCS", "many")])));
}

#[cfg(target_os = "linux")]
#[test]
fn threads_have_names() {
    assert_eq!(stdout(&run(&["name"], &[])), "0123456789abcde\n");
}
