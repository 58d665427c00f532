//! What a whole process does with its streams, seen from outside. The programs are the examples.

#![cfg(not(miri))]
#![forbid(unsafe_code)]

use std::env::current_exe;
use std::io::Read as _;
use std::process::{Command, Output, Stdio};

/// Returns a command for an example, without the variables that decide about colours.
fn example(name: &str) -> Command {
    // Cargo puts tests in `<profile>/deps` and examples in `<profile>/examples`.
    let profile = current_exe().unwrap().ancestors().nth(2).unwrap().to_owned();
    let program =
        profile.join("examples").join(name).with_extension(std::env::consts::EXE_EXTENSION);
    assert!(program.exists(), "{} is missing: run `cargo build --examples`", program.display());
    let mut command = Command::new(program);
    for variable in ["FORCE_COLOR", "NO_COLOR", "COLORTERM", "TERM"] {
        command.env_remove(variable);
    }
    command
}

fn run(what: &str, variables: &[(&str, &str)]) -> Output {
    example("streams").arg(what).envs(variables.iter().copied()).output().unwrap()
}

fn stderr(output: &Output) -> &str {
    str::from_utf8(&output.stderr).unwrap()
}

#[test]
fn two_tags_with_one_code_end_the_program_before_main() {
    if option_env!("BUN_ERROR_SEED").is_some() {
        eprint_skip("BUN_ERROR_SEED is set, so the tags of the example do not clash");
        return;
    }
    let output = example("clashing_tags").output().unwrap();
    assert!(!output.status.success());
    let message = stderr(&output);
    for part in ["\"GoldRavenNotFound\"", "\"JadeRavenNotFound\"", "BUN_ERROR_SEED=1 "] {
        assert!(message.contains(part), "{part} is not in {message}");
    }
}

#[test]
fn lines_are_whole_and_none_is_lost() {
    let output = run("lines", &[]);
    assert!(output.status.success());
    let mut lines: Vec<(u32, u32)> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| {
            let (thread, line) = line.split_once(' ').unwrap();
            (thread.parse().unwrap(), line.parse().unwrap())
        })
        .collect();
    lines.sort_unstable();
    let expected: Vec<(u32, u32)> =
        (0..4).flat_map(|thread| (0..500).map(move |line| (thread, line))).collect();
    assert_eq!(lines, expected);
}

#[test]
fn colours_follow_the_environment() {
    let plain_out = "<b> < 7>\nline\n";
    let plain_err = "warn: w1\nnote: n\nerror: e \"<b>\"\nENOENT: <opening> 1\n";
    for variables in [&[][..], &[("NO_COLOR", "1")], &[("TERM", "xterm-256color")]] {
        let output = run("colors", variables);
        assert_eq!(String::from_utf8_lossy(&output.stdout), plain_out, "{variables:?}");
        assert_eq!(stderr(&output), plain_err, "{variables:?}");
    }
    let output = run("colors", &[("FORCE_COLOR", "1"), ("NO_COLOR", "1")]);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "\x1b[31m<b>\x1b[0m < 7>\nline\x1b[2m\n");
    assert_eq!(
        stderr(&output),
        "\x1b[33mwarn\x1b[0m\x1b[2m:\x1b[0m w1\n\x1b[34mnote\x1b[0m\x1b[2m:\x1b[0m n\n\
         \x1b[0m\x1b[31merror\x1b[0m\x1b[2m:\x1b[0m e \"<b>\"\n\
         \x1b[31mENOENT\x1b[0m\x1b[2m:\x1b[0m <opening> 1\n"
    );
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_an_error_and_not_a_panic() {
    let mut child = example("streams")
        .arg("closed")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The first bytes show that it is writing; then nobody listens any more.
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut [0; 4]).unwrap();
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    assert_eq!(stderr(&output), "Err(BrokenPipe) Err(BrokenPipe)\n");
    assert_eq!(output.status.code(), Some(7));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = example("streams").arg("closed").stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(8), "it expects a broken pipe");
    assert!(stderr(&output).starts_with("Err(NoSpaceLeft)"), "{}", stderr(&output));
}

#[test]
fn exit_runs_the_callbacks_and_flushes() {
    let output = run("hooks", &[]);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "false first true adds last");
    assert_eq!(output.status.code(), Some(5), "the code of the exit inside a callback");
}

#[test]
fn nothing_is_drawn_without_a_terminal() {
    let output = run("progress", &[("TERM", "xterm")]);
    assert_eq!((stderr(&output), output.stdout.len()), ("message\n", 0));
}

#[cfg(unix)]
#[test]
fn arguments_are_bytes() {
    use std::os::unix::ffi::OsStrExt as _;
    let odd = std::ffi::OsStr::from_bytes(b"\xff\xfe odd");
    let output = example("streams").arg("arguments").arg(odd).arg("").output().unwrap();
    assert_eq!(output.stdout, b"\xff\xfe odd\0\0");
}

/// Runs an example with standard error on a terminal, and returns what came out of that.
#[cfg(unix)]
fn on_terminal(what: &str, variables: &[(&str, &str)]) -> Option<Vec<u8>> {
    const SCRIPT: &str = "
import os, pty, sys
pid, terminal = pty.fork()
if pid == 0:
    os.dup2(os.open('/dev/null', os.O_WRONLY), 1)
    os.execv(sys.argv[1], sys.argv[1:])
while True:
    try:
        data = os.read(terminal, 4096)
    except OSError:
        break
    if not data:
        break
    os.write(1, data)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
";
    let mut python = Command::new("python3");
    python.args(["-c", SCRIPT]).arg(example("streams").get_program()).arg(what);
    for variable in ["FORCE_COLOR", "NO_COLOR", "COLORTERM", "TERM"] {
        python.env_remove(variable);
    }
    let Ok(output) = python.envs(variables.iter().copied()).output() else {
        eprint_skip("there is no python3 to open a terminal with");
        return None;
    };
    assert!(output.status.success(), "{}", stderr(&output));
    Some(output.stdout)
}

#[cfg(unix)]
#[test]
fn progress_replaces_its_line_on_a_terminal() {
    let Some(seen) = on_terminal("progress", &[("TERM", "xterm")]) else { return };
    let line = "[2/2] Working... ";
    let clear = format!("\x1b[{}D\x1b[0K", line.len());
    assert_eq!(String::from_utf8_lossy(&seen), format!("{line}{clear}message\r\n{line}{clear}"));
    let Some(seen) = on_terminal("progress", &[("TERM", "dumb")]) else { return };
    assert_eq!(seen, b"message\r\n");
}

#[cfg(unix)]
#[test]
fn one_terminal_is_enough_for_colours() {
    let Some(seen) = on_terminal("colors", &[("TERM", "xterm")]) else { return };
    assert!(seen.starts_with(b"\x1b[33mwarn"), "{}", String::from_utf8_lossy(&seen));
    let Some(seen) = on_terminal("colors", &[("NO_COLOR", "1"), ("TERM", "xterm")]) else { return };
    assert!(seen.starts_with(b"warn: w1\r\n"), "{}", String::from_utf8_lossy(&seen));
}

#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn eprint_skip(reason: &str) {
    eprintln!("SKIPPED: {reason}");
}
